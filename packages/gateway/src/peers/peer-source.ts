/** A lane as several keepers serve it. Every object is checked before it is taken: against its address, or against what the own chain has anchored. */

import type { Hospital } from '@twinseal/chain';
import { verifyCapsule } from '@twinseal/mibsc';
import {
  type Capsule,
  decodeCapsule,
  type EmergencyIssue,
  encodeCapsuleContext,
  fromHex,
  hospitalIdentity,
  type LaneHead,
  type Locator,
  laneId,
  manifestRoot,
  mayIssue,
  objectAddress,
  partDigest,
  partLocator,
  type RecordSource,
  toHex,
} from '@twinseal/record';
import type { Hex } from 'viem';
import { z } from 'zod';
import { emergencyIssues } from '../emergency/emergency-issues.js';
import { ByteCache } from './byte-cache.js';
import { PeerError, type PeerFaultCode } from './errors.js';
import { decodeObjects } from './objects.js';
import { lanePath } from './paths.js';
import type { Asked, PeerClient } from './peer-client.js';
import type { LaneRef } from './types.js';

const headSchema = z.strictObject({
  count: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  mk: z.string().regex(/^[0-9a-f]{64}$/),
});
/** Manifests in one answer, as a keeper sends at most. */
const MANIFESTS_AT_ONCE = 4096;

/** Beside the chain's view of the lane, who may issue its capsules. */
interface Anchored {
  readonly head: LaneHead;
  readonly custodian: Hospital | undefined;
}

export class PeerSource implements RecordSource {
  readonly #client: PeerClient;
  readonly #keepers: readonly Hex[];
  readonly #lane: LaneRef;
  readonly #requestId: Hex | undefined;
  readonly #purpose: string | undefined;
  readonly #laneId: string;
  readonly #out = new Set<Hex>();
  readonly #told = new Set<string>();
  readonly #ready = new Map<Hex, Promise<boolean>>();
  readonly #manifests = new Map<number, Uint8Array>();
  readonly #objects: ByteCache;
  #anchored: Promise<Anchored> | undefined;
  #emergencies: Promise<readonly EmergencyIssue[]> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    client: PeerClient,
    keepers: readonly Hex[],
    lane: LaneRef,
    requestId: Hex | undefined,
    purpose: string | undefined,
  ) {
    this.#client = client;
    this.#keepers = [...new Set(keepers)];
    this.#lane = { twinId: lane.twinId, authorId: lane.authorId };
    this.#requestId = requestId;
    this.#purpose = purpose;
    this.#laneId = toHex(laneId(fromHex(lane.twinId, 32), fromHex(lane.authorId, 32)));
    this.#objects = new ByteCache(client.limits.cacheBytes);
  }

  /** Whether any keeper serves the lane; asks them in turn. */
  async open(): Promise<boolean> {
    for (const keeper of this.#keepers) if (await this.#isReady(keeper)) return true;
    return false;
  }

  async head(lane: Uint8Array): Promise<{ count: number; mk: Uint8Array } | undefined> {
    if (toHex(lane) !== this.#laneId) return undefined;
    const { head } = await this.#chain();
    let first: { count: number; mk: Uint8Array } | undefined;
    const found = await this.#each(async (keeper) => {
      const { body } = await this.#get(keeper, 'head', 65_536);
      const claim = parseHead(body);
      first ??= claim;
      if (claim.count === head.count && toHex(claim.mk) === toHex(head.mk)) return claim;
      // Behind, or a liar: what it has may be good all the same, and is checked.
      this.#tell(keeper, 'head-mismatch', "The keeper claims another head of the lane than the chain's.");
      return undefined;
    });
    return found ?? first;
  }

  /** Manifests are asked for by the page, one page at a time. */
  manifest(lane: Uint8Array, seq: number): Promise<Uint8Array | undefined> {
    const result = this.#turn.then(() => this.#manifest(lane, seq));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #manifest(lane: Uint8Array, seq: number): Promise<Uint8Array | undefined> {
    if (toHex(lane) !== this.#laneId) return undefined;
    const known = this.#manifests.get(seq);
    if (known !== undefined) return known;
    const { instances } = (await this.#chain()).head;
    if (instances[seq] === undefined) return undefined;
    return this.#each(async (keeper) => {
      const { body } = await this.#get(keeper, `manifests?from=${seq}`, this.#client.limits.manifestBytes);
      for (const [index, manifest] of decodeObjects(body, MANIFESTS_AT_ONCE).entries()) {
        const anchored = instances[seq + index];
        // What follows the chain's last is not anchored yet, and not asked for.
        if (anchored === undefined) break;
        if (rootOf(manifest) !== toHex(anchored.h)) break;
        this.#manifests.set(seq + index, manifest);
      }
      const found = this.#manifests.get(seq);
      if (found === undefined)
        throw new PeerError('object-altered', 'A manifest does not hash to what is anchored in its place.');
      return found;
    });
  }

  locator(digest: Uint8Array): Promise<Locator | undefined> {
    return this.#each(async (keeper) => {
      const { body } = await this.#get(keeper, `parts/${toHex(digest)}`, this.#client.limits.partBytes);
      const [slot, payload] = decodeObjects(body, 2);
      if (slot === undefined || payload === undefined)
        throw new PeerError('garbage', 'A part has two objects.');
      const locator = await partLocator(slot, payload);
      if (toHex(partDigest(locator)) !== toHex(digest)) {
        throw new PeerError('object-altered', 'A part does not hash to its digest.');
      }
      this.#objects.put(toHex(locator.slot), slot);
      this.#objects.put(toHex(locator.payload), payload);
      return locator;
    });
  }

  async object(address: Uint8Array): Promise<Uint8Array | undefined> {
    const asked = toHex(address);
    const known = this.#objects.take(asked);
    if (known !== undefined) return known;
    return this.#each(async (keeper) => {
      const { body } = await this.#get(keeper, `objects/${asked}`, this.#client.limits.partBytes);
      if (toHex(await objectAddress(body)) !== asked) {
        throw new PeerError('object-altered', 'An object does not hash to its address.');
      }
      return body;
    });
  }

  /** Of every keeper in turn, until what was permitted is there for every sealing epoch: one may withhold what another has. */
  async capsules(lane: Uint8Array): Promise<Uint8Array[]> {
    if (toHex(lane) !== this.#laneId) return [];
    const found = new Map<string, Uint8Array>();
    const missing = await this.#owed();
    await this.#each(async (keeper) => {
      for (const { bytes, capsule } of await this.#capsulesOf(keeper, found)) {
        found.set(toHex(await objectAddress(bytes)), bytes);
        missing?.delete(placeOf(capsule));
      }
      return missing?.size === 0 ? true : undefined;
    });
    return [...found.values()];
  }

  /** The capsules of one keeper that belong here and are not known yet. */
  async #capsulesOf(
    keeper: Hex,
    known: ReadonlyMap<string, Uint8Array>,
  ): Promise<{ readonly bytes: Uint8Array; readonly capsule: Capsule }[]> {
    const { capsules: max, capsuleBytes } = this.#client.limits;
    const taken: { bytes: Uint8Array; capsule: Capsule }[] = [];
    let served = 0;
    for (let from: number | undefined = 0; from !== undefined; ) {
      const { body, headers } = await this.#get(keeper, `capsules?from=${from}`, capsuleBytes);
      const page = decodeObjects(body, max - served);
      served += page.length;
      for (const bytes of page) {
        if (known.has(toHex(await objectAddress(bytes)))) continue;
        const capsule = await this.#checked(keeper, bytes);
        if (capsule !== undefined) taken.push({ bytes, capsule });
      }
      const next: number = Number(headers.get('twinseal-next') ?? Number.NaN);
      // One that never comes to an end is no answer.
      from = Number.isSafeInteger(next) && next === from + page.length && page.length > 0 ? next : undefined;
    }
    return taken;
  }

  /** A capsule that belongs to the lane and may stand there; undefined for any other, of which is told. */
  async #checked(keeper: Hex, bytes: Uint8Array): Promise<Capsule | undefined> {
    const { head, custodian } = await this.#chain();
    try {
      const capsule = decodeCapsule(bytes);
      const issuers = {
        twinId: head.twinId,
        authorName: head.authorName,
        custodian: custodian && hospitalIdentity(custodian.id, custodian.epoch),
      };
      const belongs =
        toHex(capsule.twinId) === this.#lane.twinId &&
        toHex(capsule.authorId) === this.#lane.authorId &&
        // Few capsules are of an emergency: the chain is asked about those only where there is one.
        (mayIssue(capsule, issuers) ||
          mayIssue(capsule, { ...issuers, emergencies: await this.#emergencyIssues() }));
      if (!belongs) throw new PeerError('capsule-refused', 'of another lane or issuer');
      // The lane's author vouches for its own; what others serve in its place must not crowd out the true ones, and is checked now.
      if (keeper !== `0x${this.#lane.authorId}`) {
        verifyCapsule(this.#client.params, {
          capsule: capsule.sealed,
          recipients: [...capsule.recipients],
          issuer: capsule.issuer,
          context: encodeCapsuleContext(capsule),
          domain: this.#client.directory.chain.domain,
        });
      }
      return capsule;
    } catch (error) {
      const { code } = error as { code?: string };
      this.#tell(
        keeper,
        'capsule-refused',
        `A capsule is not taken${code === undefined ? '' : ` (${code})`}.`,
      );
      return undefined;
    }
  }

  /** What capsules there must be for what was permitted; undefined where nobody can tell. */
  async #owed(): Promise<Set<string> | undefined> {
    if (this.#requestId === undefined) return undefined;
    const [{ head }, decision] = await Promise.all([
      this.#chain(),
      this.#client.directory.chain.decision(this.#requestId),
    ]);
    const owed = new Set<string>();
    for (const { accessVersion } of head.instances) {
      for (const scope of decision?.scopes ?? []) owed.add(`${scope.slice(2)}/${accessVersion}`);
    }
    return owed;
  }

  /** Asks each keeper that is not out until one answers. */
  async #each<T>(ask: (keeper: Hex) => Promise<T | undefined>): Promise<T | undefined> {
    for (const keeper of this.#keepers) {
      if (!(await this.#isReady(keeper))) continue;
      const answer = await this.#believed(keeper, () => ask(keeper));
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  /** Whether a keeper is to be asked: not passed over, and (where that is ours to do) asked to release the lane. */
  async #isReady(keeper: Hex): Promise<boolean> {
    if (this.#out.has(keeper)) return false;
    if (this.#purpose === undefined || this.#requestId === undefined) return true;
    let ready = this.#ready.get(keeper);
    if (ready === undefined) {
      const ask = { ...this.#lane, requestId: this.#requestId, purpose: this.#purpose };
      ready = this.#believed(keeper, () => this.#client.releaseUntold(keeper, ask)).then(
        (release) => release?.permit === true,
      );
      this.#ready.set(keeper, ready);
      // The own chain may answer again.
      ready.catch(() => this.#ready.delete(keeper));
    }
    return ready;
  }

  /** What a keeper gives; undefined where it fails, of which is told. Anything but "not there" puts it out. */
  async #believed<T>(keeper: Hex, ask: () => Promise<T | undefined>): Promise<T | undefined> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof PeerError)) throw error;
      if (error.code !== 'not-found') this.#out.add(keeper);
      this.#tell(keeper, error.code, error.message);
      return undefined;
    }
  }

  #tell(keeper: Hex, code: PeerFaultCode, message: string): void {
    if (this.#told.has(keeper + code)) return;
    this.#told.add(keeper + code);
    this.#client.tell({ keeper, code, message });
  }

  #get(keeper: Hex, path: string, maxBytes: number) {
    const join = path.includes('?') ? '&' : '?';
    const request = this.#requestId === undefined ? '' : `${join}request=${this.#requestId}`;
    const asked: Asked = { method: 'GET', path: `${lanePath(this.#lane)}/${path}${request}`, maxBytes };
    return this.#client.ask(keeper, asked);
  }

  /** The own chain's view, asked for once: a source is for one reading. */
  #chain(): Promise<Anchored> {
    this.#anchored ??= this.#askChain().catch((error: unknown) => {
      this.#anchored = undefined;
      throw error;
    });
    return this.#anchored;
  }

  #emergencyIssues(): Promise<readonly EmergencyIssue[]> {
    this.#emergencies ??= emergencyIssues(this.#client.directory.chain, `0x${this.#lane.twinId}`).catch(
      (error: unknown) => {
        this.#emergencies = undefined;
        throw error;
      },
    );
    return this.#emergencies;
  }

  async #askChain(): Promise<Anchored> {
    const { chain } = this.#client.directory;
    const [head, twin] = await Promise.all([
      chain.laneHead(`0x${this.#lane.twinId}`, `0x${this.#lane.authorId}`),
      chain.twin(`0x${this.#lane.twinId}`),
    ]);
    return { head, custodian: twin && (await chain.hospital(twin.custodian)) };
  }
}

function parseHead(body: Uint8Array): { count: number; mk: Uint8Array } {
  try {
    const { count, mk } = headSchema.parse(JSON.parse(new TextDecoder().decode(body)));
    return { count, mk: fromHex(mk, 32) };
  } catch (cause) {
    throw new PeerError('garbage', 'The answer is no head of a lane.', { cause });
  }
}

/** The root of a manifest; undefined for bytes that are none. */
function rootOf(manifest: Uint8Array): string | undefined {
  try {
    return toHex(manifestRoot(manifest));
  } catch {
    return undefined;
  }
}

function placeOf({ scope, sealingEpoch }: Capsule): string {
  return `${toHex(scope)}/${sealingEpoch}`;
}
