/** What a gateway does about each kind of effect. Every handler may be repeated at any time: it looks at what is there and does what is missing. */

import type { ConsortiumReader } from '@twinseal/chain';
import { fromHex, parseIdentityText } from '@twinseal/record';
import type { InstanceRow } from '@twinseal/store';
import type { Hex } from 'viem';
import type { EffectPayload } from '../automation/effects.js';
import type { KeptConsents } from '../automation/kept-consents.js';
import { recallTwin } from '../automation/relay.js';
import { type Handlers, NotYet } from '../automation/worker.js';
import type { LastKnown } from '../emergency/last-known.js';
import { handOnAsNamed, reissueCapsules } from '../emergency/reissue-capsules.js';
import { eraseDue } from '../erasure/erase-due.js';
import type { KeyedMutex } from '../internal/keyed-mutex.js';
import type { Gateway } from '../ports.js';
import type { KnownTwin, KnownTwins } from '../twins/known-twins.js';
import { anchorPending } from '../usecases/anchor-pending.js';
import { deliverCapsules } from '../usecases/deliver-capsules.js';
import type { Update } from '../usecases/keep-update.js';
import { refreshIfChanged, ViewMemory } from '../usecases/refresh-if-changed.js';
import type { LaneFetcher, Refreshed } from '../usecases/refresh-twin.js';
import { resealStale } from '../usecases/reseal-stale.js';
import { ownAuthor } from '../usecases/take-record.js';

/** Where sealed objects are copied to, so that a lane can be read while its author is away. */
export interface Replicas {
  pushInstance(keeper: Hex, update: Update): Promise<unknown>;
  pushCapsules(
    keeper: Hex,
    lane: { readonly twinId: string; readonly authorId: string },
    capsules: readonly Uint8Array[],
  ): Promise<unknown>;
}

export interface HandlerParts {
  /** Where the own instances wait for a batch: how many of a lane stand in one that was written down. Undefined where each is anchored by itself. */
  readonly batches?: { covered(twinId: string): Promise<number> };
  readonly gateway: Gateway;
  readonly twins: KnownTwins;
  readonly consents: KeptConsents;
  /** One thing at a time for each twin. */
  readonly mutex: KeyedMutex;
  readonly fetcher: LaneFetcher;
  readonly replicas: Replicas;
  /** The gateway's own author id, 64 hexadecimal digits. */
  readonly self: string;
  /** What the chain said last, for when it does not answer. */
  readonly lastKnown: Pick<LastKnown, 'noteTwin'>;
  readonly told: (what: string, twinId: string, count?: number) => void;
  readonly refreshed: (made: Refreshed) => Promise<void>;
  /** Forgets everything of a twin that was opened here, wherever it is kept. */
  readonly forget: (twinId: string) => Promise<void>;
}

export function handlersOf(parts: HandlerParts): Handlers {
  const { gateway, twins, mutex, fetcher, self, told } = parts;
  const memory = new ViewMemory();
  const known = async (payload: EffectPayload): Promise<KnownTwin | undefined> => twins.get(payload.twinId);
  return {
    recall: (payload) =>
      mutex.run(payload.twinId, async () => {
        const { relayed, expired, waiting } = await recallTwin(gateway, parts.consents, payload.twinId);
        if (relayed > 0) told('consents relayed again, for the chain forgot them', payload.twinId, relayed);
        if (expired > 0)
          told(
            'consents that the chain forgot are over; the patient has to sign anew',
            payload.twinId,
            expired,
          );
        if (waiting > 0) throw new NotYet('consent-waiting');
      }),
    lane: (payload) =>
      mutex.run(payload.twinId, async () => {
        const lane = { twinId: payload.twinId, authorId: payload.authorId ?? self };
        const twin = await known(payload);
        if ((await gateway.ledger.lane(lane)).length === 0) return;
        if (lane.authorId === self && twin !== undefined) {
          const author = await ownAuthor(gateway, twin);
          const anew = await resealStale(gateway, author, (await parts.batches?.covered(lane.twinId)) ?? 0);
          if (anew > 0) {
            told('sealed anew after a narrowing', lane.twinId, anew);
            await deliverCapsules(author, gateway);
          }
        }
        const anchored = await anchorPending(gateway, lane, await howToAnchor(parts, lane)).catch(
          (error: unknown) => {
            // A replica that is still being filled: the chain is ahead of it, and its author sends the rest.
            if (lane.authorId !== self && (error as { code?: unknown }).code === 'lane-behind') return [];
            throw error;
          },
        );
        if (anchored.length > 0) told('instances anchored', lane.twinId, anchored.length);
        if (lane.authorId === self) await replicate(parts, lane);
      }),
    erase: (payload) =>
      mutex.run(payload.twinId, async () => {
        const { twinId } = payload;
        const forget = async () => {
          memory.forget(twinId);
          await parts.forget(twinId);
        };
        const { deleted, receipts } = await eraseDue(gateway, twinId, self, forget);
        if (deleted > 0) told('erased on the patient’s word', twinId, deleted);
        if (receipts > 0) told('deletion receipts recorded on the chain', twinId, receipts);
        if ((await known(payload)) !== undefined) await parts.lastKnown.noteTwin(twinId);
      }),
    deliver: (payload) =>
      mutex.run(payload.twinId, async () => {
        const twin = await known(payload);
        const lane = { twinId: payload.twinId, authorId: self };
        if (twin === undefined) return;
        await parts.lastKnown.noteTwin(twin.twinId);
        const handedOn =
          (await reissueCapsules(gateway, twin)) +
          (await handOnAsNamed(gateway, twin, fetcher, parts.replicas));
        if (handedOn > 0) told('capsules handed on in an emergency', lane.twinId, handedOn);
        if ((await gateway.ledger.lane(lane)).length === 0) return;
        const count = await deliverCapsules(await ownAuthor(gateway, twin), gateway);
        if (count > 0) told('capsules delivered', lane.twinId, count);
        await replicate(parts, lane);
      }),
    refresh: (payload) =>
      mutex.run(payload.twinId, async () => {
        const twin = await known(payload);
        if (twin === undefined) return;
        const made = await refreshIfChanged(gateway, twin, fetcher, memory);
        if (made === undefined) return;
        await parts.refreshed(made);
        const states = made.view.lanes.map(({ state }) => state);
        if (states.includes('awaiting')) throw new NotYet('capsule-missing');
        if (states.includes('unreachable')) throw new NotYet('keeper-unreachable');
      }),
  };
}

/** What waits for its author's batch is not sent from here: not an own instance, and not a copy of another hospital's. */
async function howToAnchor(
  { gateway, batches, self }: HandlerParts,
  lane: { readonly twinId: string; readonly authorId: string },
): Promise<{ readonly again?: boolean; readonly covered?: number }> {
  if (lane.authorId === self)
    return batches === undefined ? {} : { again: true, covered: await batches.covered(lane.twinId) };
  const { count } = await gateway.chain.latestBatch(`0x${lane.authorId}`);
  return count === 0 ? {} : { again: true };
}

/** How much of a lane its custodian is known to hold. */
interface Replicated {
  readonly instances: number;
  /** Leaf of the last of them: it differs where one was sealed anew since. */
  readonly leaf?: string;
  readonly capsules: number;
}

/** Copies to the custodian what it does not hold yet of an own lane; a custodian that is away is tried again with the effect. */
async function replicate(parts: HandlerParts, lane: { twinId: string; authorId: string }): Promise<void> {
  const { gateway, replicas, self, told } = parts;
  const custodian = await custodianOf(gateway.chain, lane.twinId);
  if (custodian === undefined || custodian === `0x${self}`) return;
  const entry = `replica/${lane.twinId}/${lane.authorId}/${custodian}`;
  let done = (await gateway.vault.getJson<Replicated>(entry)) ?? { instances: 0, capsules: 0 };
  const rows = (await gateway.ledger.lane(lane)).filter(({ txHash }) => txHash !== null);
  // Where the chain forgot an instance and a narrowing came in between, the one in its place is another. Handing over what is held already changes nothing.
  if (done.instances > 0 && rows[done.instances - 1]?.leaf !== done.leaf) done = { ...done, instances: 0 };
  let pushed = 0;
  for (const row of rows.slice(done.instances)) {
    await replicas.pushInstance(custodian, await updateOf(gateway, row));
    done = { ...done, instances: row.seq + 1, leaf: row.leaf };
    await gateway.vault.putJson(entry, done);
    pushed++;
  }
  const capsules = await gateway.ledger.capsules(lane);
  const objects: Uint8Array[] = [];
  for (const { address } of capsules.slice(done.capsules)) {
    const object = await gateway.blobs.get(address);
    if (object !== undefined) objects.push(object);
  }
  if (objects.length > 0 && rows.length > 0) {
    await replicas.pushCapsules(custodian, lane, objects);
    await gateway.vault.putJson(entry, { ...done, capsules: capsules.length });
  }
  if (pushed > 0) told('instances copied to the custodian', lane.twinId, pushed);
}

async function custodianOf(chain: ConsortiumReader, twinId: string): Promise<Hex | undefined> {
  return (await chain.twin(`0x${twinId}`))?.custodian;
}

/** An instance as it was sealed, from what the gateway holds of it. @throws TypeError where an object is missing */
async function updateOf(gateway: Gateway, row: InstanceRow): Promise<Update> {
  const object = async (address: string): Promise<Uint8Array> => {
    const found = await gateway.blobs.get(address);
    if (found === undefined) throw new TypeError(`object ${address} of instance ${row.seq} is missing`);
    return found;
  };
  const { instances } = await gateway.chain.laneHead(`0x${row.twinId}`, `0x${row.authorId}`);
  const isErased = instances[row.seq]?.tombstone !== undefined;
  const parts = [];
  for (const part of isErased ? [] : await gateway.ledger.partsOf(row)) {
    parts.push({
      slot: await object(part.slot),
      payload: await object(part.payload),
      partDigest: fromHex(part.partDigest, 32),
    });
  }
  return {
    author: parseIdentityText(row.author),
    twinId: fromHex(row.twinId, 32),
    seq: row.seq,
    accessVersion: row.accessVersion,
    timeS: row.timeS,
    sealed: {
      manifest: await object(row.manifest),
      h: fromHex(row.h, 32),
      leaf: fromHex(row.leaf, 32),
      proof: fromHex(row.proof),
      parts,
    },
    known: [],
    ...(isErased ? { isErased } : {}),
  };
}
