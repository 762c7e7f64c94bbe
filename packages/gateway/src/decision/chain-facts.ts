/**
 * What the chain says that a decision rests on: what an account is to a twin, and what a twin's grants let this hospital read. Remembered until the next block and no longer: with
 * it, everything is asked anew.
 */

import type { ConsortiumReader } from '@twinseal/chain';
import { chainErrorOf } from '@twinseal/chain';
import { accessAbi, type GrantTerms, OPERATION, recoveryAbi, registrationAbi } from '@twinseal/contracts';
import { authorId, formatName, fromHex, moduleScope, purposeDigest } from '@twinseal/record';
import { type Address, bytesToHex, type Hex, isAddressEqual, zeroAddress } from 'viem';
import { staffId } from '../internal/staff-id.js';
import type { KnownTwin } from '../twins/known-twins.js';
import type { AccountStanding, Coverage } from './decide.js';
import { chainStalls, type Head, HeadWatch, within } from './head-watch.js';

/** What the chain covers of a twin for a member of staff and a purpose; where it is nothing, why (REC-23). */
export interface Covered {
  readonly coverage: readonly Covering[];
  readonly refusal?: number;
}

/** A live grant that lets a member of staff read, as the contract has just said. */
export interface Covering extends Coverage {
  readonly grantId: Hex;
  readonly terms: GrantTerms;
}

/** A grant by which a hospital may read, with the terms to bring to the contract. */
interface ReadGrant {
  readonly grantId: Hex;
  readonly terms: GrantTerms;
  readonly status: number;
}

/** `Access.GrantState.status`. */
const LIVE = 1;
const REVOKED = 2;
const LAPSED = 3;
/** Reasons of REC-23. */
const NO_GRANT = 3;
const BY_STATUS: Readonly<Record<number, number>> = { [REVOKED]: 6, [LAPSED]: 5 };

export interface ChainFactsOptions {
  readonly chain: ConsortiumReader;
  /** The hospital's id, without `hospital:`. */
  readonly hospital: string;
  /** How long the node may take for everything that one decision needs, in milliseconds. */
  readonly timeoutMs: number;
}

/** Answers remembered of one block. */
const MAX_REMEMBERED = 50_000;

export class ChainFacts {
  readonly #chain: ConsortiumReader;
  readonly #hospital: string;
  readonly #self: Hex;
  readonly #timeoutMs: number;
  readonly #heads: HeadWatch;
  #last: Head | undefined;
  #remembered = new Map<string, Promise<unknown>>();

  constructor(options: ChainFactsOptions) {
    this.#chain = options.chain;
    this.#hospital = options.hospital;
    this.#self = bytesToHex(authorId(formatName({ kind: 'hospital', hospital: options.hospital })));
    this.#timeoutMs = options.timeoutMs;
    this.#heads = new HeadWatch(options.chain, options.timeoutMs);
  }

  /** The newest block; what is asked afterwards is as of this one or a later one. @throws ChainError `unreachable` */
  async head(): Promise<Head> {
    const head = await this.#heads.head();
    if (head.hash !== this.#last?.hash) {
      this.#remembered = new Map();
    }
    this.#last = head;
    return head;
  }

  /** The newest block that was seen, for what is decided while the chain does not answer. */
  get lastHead(): Head | undefined {
    return this.#last;
  }

  /** What an account is to a twin. Asks the same of the chain whether there is such a twin or not. @throws ChainError */
  standing(twinId: Hex, account: Address): Promise<readonly AccountStanding[]> {
    return this.#once(`standing/${twinId}/${account.toLowerCase()}`, async () => {
      const [twin, proxy, circle, recovery, rotation] = await Promise.all([
        this.#chain.twin(twinId),
        this.#chain.view('registration', registrationAbi, 'proxyOf', [twinId, account]) as Promise<
          readonly [unknown, boolean]
        >,
        this.#chain.view('recovery', recoveryAbi, 'circleOf', [twinId]) as Promise<{
          readonly guardians: readonly Address[];
        }>,
        this.#chain.view('recovery', recoveryAbi, 'recoveryOf', [twinId]) as Promise<Pending>,
        this.#chain.view('recovery', recoveryAbi, 'rotationOf', [twinId]) as Promise<Pending>,
      ]);
      const standing: AccountStanding[] = [];
      if (account === zeroAddress) return standing;
      if (twin !== undefined && isAddressEqual(twin.control, account)) standing.push('control');
      if (proxy[1]) standing.push('proxy');
      if (circle.guardians.some((each) => isAddressEqual(each, account))) standing.push('guardian');
      if (
        [recovery, rotation].some(({ control, readyAt }) => readyAt > 0 && isAddressEqual(control, account))
      )
        standing.push('successor');
      return standing;
    });
  }

  /**
   * What the patient's grants, and emergencies, let a member of staff of this hospital read of a twin.
   *
   * @param twin what the hospital knows of it; undefined where its patient was not introduced here
   * @param purpose undefined for any purpose that a grant names
   * @throws ChainError
   */
  async covered(
    twinId: Hex,
    twin: KnownTwin | undefined,
    staff: string,
    purpose: string | undefined,
  ): Promise<Covered> {
    const grants = await this.#once(`grants/${twinId}`, () => this.#grants(twinId));
    if (twin === undefined) return { coverage: [], refusal: NO_GRANT };
    const salts = Object.keys(twin.scopeSalts).length;
    return this.#once(`covered/${twinId}/${salts}/${staff}/${purpose ?? ''}`, () =>
      this.#ask(twinId, twin, grants, staff, purpose),
    );
  }

  async #ask(
    twinId: Hex,
    twin: KnownTwin,
    grants: readonly ReadGrant[],
    staff: string,
    purpose: string | undefined,
  ): Promise<Covered> {
    const id = fromHex(twin.twinId, 32);
    const scopes = new Map(
      Object.entries(twin.scopeSalts).map(([module, salt]) => [
        bytesToHex(moduleScope(id, fromHex(salt, 32), module)),
        module,
      ]),
    );
    const wanted =
      purpose === undefined
        ? undefined
        : bytesToHex(purposeDigest(id, fromHex(twin.purposeSalt, 32), purpose));
    const coverage: Covering[] = [];
    let refusal = NO_GRANT;
    for (const { grantId, terms, status } of grants) {
      if (status !== LIVE) {
        refusal = BY_STATUS[status] ?? refusal;
        continue;
      }
      const known = terms.scopes.filter((scope) => scopes.has(scope));
      if (known.length === 0) continue;
      const query = {
        twinId,
        hospital: this.#self,
        staff: staffId(this.#hospital, staff),
        scopes: known,
        purpose: wanted ?? (terms.purposes[0] as Hex),
        operation: OPERATION.read,
      };
      const [permit, reason] = (await this.#chain.view('access', accessAbi, 'decide', [query, terms])) as [
        boolean,
        number,
      ];
      if (!permit) {
        refusal = reason;
        continue;
      }
      coverage.push({
        grantId,
        terms,
        modules: known.map((scope) => scopes.get(scope) as string),
        reason: reason === 11 ? 11 : 0,
        until: Number(terms.expiry),
      });
    }
    return coverage.length > 0 ? { coverage } : { coverage, refusal };
  }

  /** Grants and emergencies that name this hospital, with reading among their operations. */
  async #grants(twinId: Hex): Promise<readonly ReadGrant[]> {
    const { reader } = this.#chain.connection;
    const filter = {
      address: await this.#chain.contract('access'),
      abi: accessAbi,
      args: { twinId, hospital: this.#self },
      fromBlock: BigInt(this.#chain.consortium.firstBlock),
    } as const;
    const [granted, emergencies] = await Promise.all([
      reader.getContractEvents({ ...filter, eventName: 'Granted' }),
      reader.getContractEvents({ ...filter, eventName: 'EmergencyGranted' }),
    ]).catch((error: unknown) => {
      throw chainErrorOf(error, 'grants');
    });
    const all = [...granted, ...emergencies].map(({ args }) => args as { grantId: Hex; terms: GrantTerms });
    return Promise.all(
      all
        .filter(({ terms }) => (terms.operations & OPERATION.read) !== 0)
        .map(async ({ grantId, terms }) => {
          const { status } = (await this.#chain.view('access', accessAbi, 'grantState', [grantId])) as {
            status: number;
          };
          return { grantId, terms, status };
        }),
    );
  }

  /** An answer, asked for once in a block. What fails is not remembered. */
  #once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const remembered = this.#remembered;
    const known = remembered.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const asked = within(ask(), this.#timeoutMs, chainStalls);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(key, asked);
    asked.catch(() => remembered.delete(key));
    return asked;
  }
}

interface Pending {
  readonly control: Address;
  readonly readyAt: number;
}
