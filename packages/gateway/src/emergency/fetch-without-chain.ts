/**
 * Reading a twin in an emergency while the chain is down: the hospitals that are known are asked with the clinicians' statement, and what they release is opened with the hospital's own key.
 *
 * What a chain would say of a lane comes from its keepers then. Believed of it is what shows without a chain: every instance carries its author's proof, the lane hashes to the root that each of them was anchored with, no
 * two keepers contradict each other, and nothing is shorter or other than what the own node said last. That a keeper leaves out the newest is not to be seen, and the answer says that it was decided without the chain.
 */

import type { Hospital } from '@twinseal/chain';
import {
  type AnchoredInstance,
  authorId,
  fromHex,
  hospitalAuthorId,
  hospitalIdentity,
  type LaneHead,
  type Locator,
  laneId,
  manifestRoot,
  objectAddress,
  openLane,
  partDigest,
  partLocator,
  type RecordSource,
  toHex,
  verifyReceipt,
} from '@twinseal/record';
import { foldLane, type LanePart, mergeLanes } from '@twinseal/twin';
import { bytesToHex, type Hex, hexToBytes } from 'viem';
import { z } from 'zod';
import { hex32 } from '../api/schemas.js';
import { LaneSource } from '../lane-source.js';
import { ByteCache } from '../peers/byte-cache.js';
import { PeerError } from '../peers/errors.js';
import { decodeObjects } from '../peers/objects.js';
import type { PeerClient } from '../peers/peer-client.js';
import type { LaneRef } from '../peers/types.js';
import type { Gateway } from '../ports.js';
import type { KnownTwin } from '../twins/known-twins.js';
import { type LaneView, laneView, partsOf, type Refreshed } from '../usecases/refresh-twin.js';
import { keptHead } from './kept-lane.js';
import type { KnownBlock, LastKnown, LastOfTwin } from './last-known.js';
import type { EmergencyStatement } from './statement.js';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const releaseSchema = z.strictObject({
  withoutChain: z.strictObject({ number: whole, hash: hex32 }),
  receipt: z.string().regex(/^([0-9a-f]{2}){1,65536}$/),
  scopes: z.array(hex32).min(1).max(64),
  lanes: z
    .array(
      z.strictObject({
        authorId: hex(32),
        author: z.string().max(128),
        instances: z
          .array(
            z.strictObject({
              h: hex(32),
              mk: hex(32),
              accessVersion: whole,
              time: whole,
              authorEpoch: z.string().regex(/^[1-9][0-9]{0,8}$/),
              proof: hex(96),
              blockNumber: whole,
              tombstone: z.strictObject({ blockNumber: whole, time: whole }).optional(),
            }),
          )
          .min(1)
          .max(100_000),
      }),
    )
    .max(256),
});

/** Bytes of an answer in JSON, of a page of manifests, of a part, of capsules. */
const RELEASE_BYTES = 64 * 2 ** 20;
const PAGE_BYTES = 16 * 2 ** 20;
const PART_BYTES = 96 * 2 ** 20;
const MANIFESTS_AT_ONCE = 4096;
const CAPSULES_AT_ONCE = 16_384;
const CACHE_BYTES = 64 * 2 ** 20;

/** A hospital's word, checked as far as it can be. */
interface Keeper {
  readonly hospital: Hospital;
  readonly receipt: Uint8Array;
  readonly lanes: readonly LaneHead[];
}

/** What was opened without the chain. */
export interface OpenedWithoutChain {
  readonly made: Refreshed;
  /** Ids of the hospitals that released something. */
  readonly keepers: readonly string[];
  /** The block by which it was decided here. */
  readonly block: KnownBlock;
}

export interface FetchParts {
  readonly gateway: Gateway;
  readonly known: LastKnown;
  /** Asks hospitals where they were known to answer last. */
  readonly client: Pick<PeerClient, 'ask'>;
  /** What this process had opened of a twin while the chain answered. */
  readonly before: (twinId: string) => Refreshed | undefined;
}

/**
 * Asks every hospital that is known to release what it keeps of a twin, and opens what comes.
 *
 * @param modules that the emergency opens
 * @param digest that the clinicians signed
 * @returns undefined where too little is known of twin or consortium
 * @throws StoreError
 */
export async function fetchWithoutChain(
  { gateway, known, client, before }: FetchParts,
  twin: KnownTwin,
  statement: EmergencyStatement,
  digest: Hex,
  modules: readonly string[],
): Promise<OpenedWithoutChain | undefined> {
  const [consortium, last] = await Promise.all([known.consortium(), known.twin(twin.twinId)]);
  if (consortium === undefined || last === undefined) return undefined;
  const self = bytesToHex(hospitalAuthorId(gateway.id));
  const others = consortium.hospitals.filter(({ authorId: id, status }) => status === 1 && id !== self);
  const answers = await Promise.all(
    others.map((hospital) => askKeeper(gateway, client, hospital, twin.twinId, statement, digest)),
  );
  const keepers = answers.filter((each) => each !== undefined);
  for (const { hospital, receipt } of keepers)
    await gateway.vault.putJson(`emergency/receipt/${digest}/${hospital.id}`, toHex(receipt));
  const lanes = await gather(gateway, client, twin.twinId, digest, last, keepers);

  const custodian = consortium.hospitals.find(({ authorId: id }) => id === last.custodian);
  const views: LaneView[] = [];
  const parts: LanePart[] = [];
  const open = new Set(modules);
  for (const { head, source, contradicted } of lanes) {
    if (contradicted) {
      const findings = [{ code: 'root-mismatch' as const }];
      views.push({ author: head.authorName, instances: head.count, opened: 0, findings, state: 'faulty' });
      continue;
    }
    const isOwn = bytesToHex(head.authorId) === self;
    const opened = await openLane({
      params: gateway.params,
      domain: gateway.chain.domain,
      lane: head,
      source,
      reader: gateway.key,
      modules: Object.entries(twin.scopeSalts)
        .filter(([module]) => isOwn || open.has(module))
        .map(([module, salt]) => ({ module, scopeSalt: fromHex(salt, 32) })),
      depth: 'self-verified',
      ...(custodian === undefined ? {} : { custodian: hospitalIdentity(custodian.id, custodian.epoch) }),
    });
    views.push(laneView({ ...opened, authorName: head.authorName }, true));
    parts.push(...partsOf([{ ...opened, authorId: toHex(head.authorId), authorName: head.authorName }]));
  }
  // What could be read before and nobody releases now is as it was.
  const earlier = before(twin.twinId);
  const fetched = new Set(views.map(({ author }) => author));
  for (const view of earlier?.view.lanes ?? []) if (!fetched.has(view.author)) views.push(view);
  for (const part of earlier?.parts ?? []) {
    const name = part.author.replace(/#.*$/, '');
    if (!fetched.has(name) || (name !== gateway.key.identity.name && !open.has(part.module)))
      parts.push(part);
  }
  const master = mergeLanes([foldLane(parts)]);
  return {
    made: {
      view: {
        twinId: twin.twinId,
        openedAtS: gateway.nowS(),
        accessVersion: last.accessVersion,
        granted: [...modules].sort(),
        lanes: views,
        closedLanes: last.heads.filter(({ author }) => !views.some((view) => view.author === author)).length,
        entries: master.entries.length,
        withoutChain: consortium.block,
      },
      master,
      parts,
    },
    keepers: keepers.map(({ hospital }) => hospital.id),
    block: consortium.block,
  };
}

/** One hospital's release; undefined where it gives none, or one that is not believed. */
async function askKeeper(
  gateway: Gateway,
  client: Pick<PeerClient, 'ask'>,
  hospital: Hospital,
  twinId: string,
  statement: EmergencyStatement,
  digest: Hex,
): Promise<Keeper | undefined> {
  try {
    const { body } = await client.ask(hospital.authorId, {
      method: 'POST',
      path: `emergencies/${twinId}`,
      body: new TextEncoder().encode(JSON.stringify(statement)),
      contentType: 'application/json',
      maxBytes: RELEASE_BYTES,
    });
    const parsed = releaseSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)));
    const receipt = fromHex(parsed.receipt);
    const fields = verifyReceipt({ params: gateway.params, domain: gateway.chain.domain, receipt });
    const server = hospitalIdentity(hospital.id, hospital.epoch);
    const belongs =
      fields.server.name === server.name &&
      fields.server.epoch === server.epoch &&
      fields.requester.name === gateway.key.identity.name &&
      bytesToHex(fields.requestId) === digest &&
      toHex(fields.twinId) === twinId &&
      fields.decision === 'permit' &&
      fields.reason === 11;
    if (!belongs) return undefined;
    const lanes = parsed.lanes.map(({ authorId: id, author, instances }): LaneHead => {
      if (toHex(authorId(author)) !== id) throw new PeerError('garbage', 'A lane is not of its author.');
      const all = instances.map(
        ({ h, mk, proof, tombstone, ...rest }, seq): AnchoredInstance => ({
          ...rest,
          seq,
          h: fromHex(h, 32),
          mk: fromHex(mk, 32),
          proof: fromHex(proof, 96),
          blockTime: rest.time,
          ...(tombstone === undefined ? {} : { tombstone }),
        }),
      );
      return {
        twinId: fromHex(twinId, 32),
        authorId: fromHex(id, 32),
        authorName: author,
        count: all.length,
        mk: (all.at(-1) as AnchoredInstance).mk,
        instances: all,
      };
    });
    return { hospital, receipt, lanes };
  } catch {
    // Not there, not willing, not reachable, or not what it should be: another may have it.
    return undefined;
  }
}

interface Gathered {
  readonly head: LaneHead;
  readonly source: RecordSource;
  /** Two of those who keep it, or a keeper and the own node, say different things of one place. */
  readonly contradicted: boolean;
}

/** Every lane that is kept here or was released, each by the longest of what is said of it. */
async function gather(
  gateway: Gateway,
  client: Pick<PeerClient, 'ask'>,
  twinId: string,
  digest: Hex,
  last: LastOfTwin,
  keepers: readonly Keeper[],
): Promise<Gathered[]> {
  const found = new Map<string, { heads: LaneHead[]; sources: RecordSource[] }>();
  const add = (head: LaneHead, source: RecordSource) => {
    const id = toHex(head.authorId);
    const lane = found.get(id) ?? { heads: [], sources: [] };
    lane.heads.push(head);
    lane.sources.push(source);
    found.set(id, lane);
  };
  for (const lane of (await gateway.ledger.lanes()).filter((each) => each.twinId === twinId)) {
    const head = await keptHead(gateway.ledger, lane, last.erasures);
    if (head !== undefined) add(head, new LaneSource(gateway, lane));
  }
  for (const { hospital, lanes } of keepers) {
    for (const head of lanes) {
      const lane = { twinId, authorId: toHex(head.authorId) };
      add(head, new ReleasedSource(client, hospital.authorId, lane, digest));
    }
  }
  return [...found].map(([id, { heads, sources }]) => {
    const head = heads.reduce((a, b) => (b.count > a.count ? b : a));
    const knownHead = last.heads.find((each) => each.authorId === `0x${id}`);
    const differs = heads.some((each) => !isSame(head.instances[each.count - 1]?.mk, each.mk));
    const isBehind = knownHead !== undefined && knownHead.count > 0 && !goesOn(head, knownHead);
    return {
      head: { ...head, instances: withTombstones(head, heads) },
      source: new Several(sources, head),
      contradicted: differs || isBehind,
    };
  });
}

/** Whether a lane holds what the own node said last of it. */
function goesOn(head: LaneHead, known: LastOfTwin['heads'][number]): boolean {
  return isSame(head.instances[known.count - 1]?.mk, hexToBytes(known.mk));
}

/** What any of them says is to be forgotten, is. */
function withTombstones(head: LaneHead, heads: readonly LaneHead[]): AnchoredInstance[] {
  return head.instances.map((instance) => {
    const tombstone = heads
      .map(({ instances }) => instances[instance.seq]?.tombstone)
      .find((each) => each !== undefined);
    return tombstone === undefined ? instance : { ...instance, tombstone };
  });
}

function isSame(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && toHex(a) === toHex(b);
}

/** A lane as one hospital released it. The reader checks everything. */
class ReleasedSource implements RecordSource {
  readonly #laneId: string;
  readonly #manifests = new Map<number, Uint8Array>();
  readonly #objects = new ByteCache(CACHE_BYTES);
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly client: Pick<PeerClient, 'ask'>,
    readonly keeper: Hex,
    readonly lane: LaneRef,
    readonly digest: Hex,
  ) {
    this.#laneId = toHex(laneId(fromHex(lane.twinId, 32), fromHex(lane.authorId, 32)));
  }

  async head(): Promise<undefined> {
    return undefined;
  }

  /** By the page, one page at a time. */
  manifest(lane: Uint8Array, seq: number): Promise<Uint8Array | undefined> {
    const asked = this.#turn.then(async () => {
      if (toHex(lane) !== this.#laneId) return undefined;
      if (!this.#manifests.has(seq)) {
        const page = decodeObjects(await this.#get(`manifests?from=${seq}`, PAGE_BYTES), MANIFESTS_AT_ONCE);
        for (const [index, manifest] of page.entries()) this.#manifests.set(seq + index, manifest);
      }
      return this.#manifests.get(seq);
    });
    this.#turn = asked.catch(() => undefined);
    return asked;
  }

  async locator(digest: Uint8Array): Promise<Locator | undefined> {
    const [slot, payload] = decodeObjects(await this.#get(`parts/${toHex(digest)}`, PART_BYTES), 2);
    if (slot === undefined || payload === undefined) return undefined;
    const locator = await partLocator(slot, payload);
    this.#objects.put(toHex(locator.slot), slot);
    this.#objects.put(toHex(locator.payload), payload);
    return locator;
  }

  async object(address: Uint8Array): Promise<Uint8Array | undefined> {
    return this.#objects.take(toHex(address));
  }

  async capsules(lane: Uint8Array): Promise<Uint8Array[]> {
    if (toHex(lane) !== this.#laneId) return [];
    return decodeObjects(await this.#get('capsules', PAGE_BYTES), CAPSULES_AT_ONCE);
  }

  async #get(path: string, maxBytes: number): Promise<Uint8Array> {
    const { twinId, authorId: author } = this.lane;
    const join = path.includes('?') ? '&' : '?';
    const asked = `emergencies/${twinId}/${author}/${path}${join}release=${this.digest}`;
    return (await this.client.ask(this.keeper, { method: 'GET', path: asked, maxBytes })).body;
  }
}

/** Several keepers of one lane: what one does not give, the next may. */
class Several implements RecordSource {
  constructor(
    readonly sources: readonly RecordSource[],
    readonly lane: LaneHead,
  ) {}

  async head(): Promise<{ count: number; mk: Uint8Array }> {
    return { count: this.lane.count, mk: this.lane.mk };
  }

  manifest(lane: Uint8Array, seq: number): Promise<Uint8Array | undefined> {
    const anchored = this.lane.instances[seq];
    return this.#first(
      (source) => source.manifest(lane, seq),
      async (manifest) => anchored !== undefined && isSame(manifestRoot(manifest), anchored.h),
    );
  }

  locator(digest: Uint8Array): Promise<Locator | undefined> {
    return this.#first(
      (source) => source.locator(digest),
      async (locator) => isSame(partDigest(locator), digest),
    );
  }

  object(address: Uint8Array): Promise<Uint8Array | undefined> {
    return this.#first(
      (source) => source.object(address),
      async (object) => isSame(await objectAddress(object), address),
    );
  }

  async capsules(lane: Uint8Array): Promise<Uint8Array[]> {
    const all = await Promise.all(this.sources.map((source) => source.capsules(lane).catch(() => [])));
    return all.flat();
  }

  /** The first that is what it should be: one that lies must not stand before one that does not. */
  async #first<T>(
    ask: (source: RecordSource) => Promise<T | undefined>,
    isRight: (found: T) => Promise<boolean>,
  ): Promise<T | undefined> {
    for (const source of this.sources) {
      try {
        const found = await ask(source);
        if (found !== undefined && (await isRight(found))) return found;
      } catch {
        // As good as not there.
      }
    }
    return undefined;
  }
}
