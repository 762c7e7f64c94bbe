/**
 * Who the other gateways are, by the contract's directory: their controlling accounts, and where they answer. What the chain does not say is not believed, and what it says
 * of an endpoint is checked for what may be asked at all.
 */

import type { ConsortiumReader, Hospital } from '@twinseal/chain';
import { type Hex, isAddressEqual } from 'viem';
import { PeerError } from './errors.js';
import type { Peer, PeerDirectoryOptions } from './types.js';

/** `AuthorizedHospitals.Status`: only an active hospital is asked or answered. */
const ACTIVE = 1;
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

export class PeerDirectory {
  readonly #ttlS: number;
  readonly #loopback: boolean;
  readonly #nowMs: () => number;
  readonly #told: () => Promise<readonly Hospital[]>;
  #known: { readonly hospitals: readonly Hospital[]; readonly untilMs: number } | undefined;
  #asking: Promise<readonly Hospital[]> | undefined;

  /**
   * @param options.nowMs a monotonic clock in milliseconds; the platform's by default
   * @param options.hospitals who takes part, where it is not the chain that is asked
   */
  constructor(
    readonly chain: ConsortiumReader,
    options: PeerDirectoryOptions & {
      readonly nowMs?: () => number;
      readonly hospitals?: () => Promise<readonly Hospital[]>;
    },
  ) {
    this.#told = options.hospitals ?? (() => chain.hospitals());
    this.#ttlS = options.ttlS;
    this.#loopback = options.loopback;
    this.#nowMs = options.nowMs ?? (() => performance.now());
  }

  /**
   * The active hospital that an account controls.
   *
   * @returns undefined where there is none, or where two claim it
   * @throws ChainError where the chain does not answer
   */
  async byController(address: Hex): Promise<Hospital | undefined> {
    const found = (await this.#hospitals()).filter(
      ({ controller, status }) => status === ACTIVE && isAddressEqual(controller, address),
    );
    return found.length === 1 ? found[0] : undefined;
  }

  /**
   * The active hospital of an authorId, and where to ask it.
   *
   * @throws PeerError `unknown-peer`, `inactive-peer`, `bad-endpoint` (no origin, not https, on the loopback interface where that is not allowed, or claimed by two hospitals)
   * @throws ChainError where the chain does not answer
   */
  async peer(authorId: Hex): Promise<Peer> {
    const hospitals = await this.#hospitals();
    const found = hospitals.find((each) => each.authorId === authorId);
    if (found === undefined) {
      throw new PeerError('unknown-peer', `The chain knows no hospital ${authorId}.`);
    }
    if (found.status !== ACTIVE) {
      throw new PeerError('inactive-peer', `The hospital ${found.id} is suspended or removed on the chain.`);
    }
    const origin = this.#origin(found);
    for (const other of hospitals) {
      if (other.authorId !== authorId && other.status === ACTIVE && originOf(other.endpoint) === origin) {
        throw new PeerError(
          'bad-endpoint',
          `The hospitals ${found.id} and ${other.id} name one endpoint on the chain: at most one of them can be there.`,
        );
      }
    }
    const { id, epoch, controller } = found;
    return { authorId, id, epoch, controller, origin };
  }

  /** Every active hospital, in order of admission. @throws ChainError where the chain does not answer */
  async active(): Promise<Hospital[]> {
    return (await this.#hospitals()).filter(({ status }) => status === ACTIVE);
  }

  /** Forgets what the chain said, so that the next question asks it: after an event that changed a hospital. */
  refresh(): void {
    this.#known = undefined;
    this.#asking = undefined;
  }

  #origin(hospital: Hospital): string {
    const origin = originOf(hospital.endpoint);
    if (origin === undefined) {
      throw new PeerError(
        'bad-endpoint',
        `The endpoint of ${hospital.id} on the chain is no origin (https://host or https://host:port).`,
      );
    }
    const { protocol, hostname } = new URL(origin);
    const loopback = LOOPBACK.has(hostname) || hostname.startsWith('127.');
    if (loopback ? !this.#loopback : protocol !== 'https:') {
      throw new PeerError(
        'bad-endpoint',
        loopback
          ? `The endpoint of ${hospital.id} is on this machine, which is not asked in this configuration.`
          : `The endpoint of ${hospital.id} is not https.`,
      );
    }
    return origin;
  }

  async #hospitals(): Promise<readonly Hospital[]> {
    if (this.#known !== undefined && this.#nowMs() < this.#known.untilMs) return this.#known.hospitals;
    this.#asking ??= this.#ask();
    return this.#asking;
  }

  async #ask(): Promise<readonly Hospital[]> {
    try {
      const hospitals = await this.#told();
      this.#known = { hospitals, untilMs: this.#nowMs() + this.#ttlS * 1000 };
      return hospitals;
    } finally {
      this.#asking = undefined;
    }
  }
}

/** The origin that an endpoint is, or undefined where it is more or less than one: a path, a query, a user, another protocol. */
function originOf(endpoint: string): string | undefined {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    return undefined;
  }
  const bare =
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  return bare && (url.protocol === 'https:' || url.protocol === 'http:') ? url.origin : undefined;
}
