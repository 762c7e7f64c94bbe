/** Taking another author's instance into keeping: a hospital's as its replica, a patient's as the only copy beside the patient's own. Repeating it changes nothing. */

import { verifyAuthor } from '@twinseal/mibsc';
import { authorDigest, fromHex, toHex } from '@twinseal/record';
import type { InstanceRow } from '@twinseal/store';
import type { Hex } from 'viem';
import { GatewayError } from '../errors.js';
import type { Gateway } from '../ports.js';
import { keepInPlace } from '../usecases/keep-objects.js';
import { keepUpdate, type Update } from '../usecases/keep-update.js';
import { Refusal } from './refusal.js';
import { heldObjectsDigest } from './replication-receipt.js';
import type { LaneRef } from './types.js';

/** What is held of a lane once an instance is kept. */
export interface Held {
  /** Whether it is not known to be anchored yet, and so something has to follow. */
  readonly isPending: boolean;
  /** Instances from the first up to and including this one. */
  readonly count: number;
  readonly objects: Hex;
}

/**
 * Keeps an instance in its place. The caller holds the twin's mutex and has checked who sends it.
 *
 * @param epoch the author's identity epoch that is current on the chain
 * @throws Refusal `conflict` where another instance has the place, here or on the chain; `lane-behind` where one before it is missing (`next` says which); `version-stale` and
 *   `epoch-stale` where the contract would refuse to anchor it
 * @throws GatewayError `update-invalid`; ChainError, StoreError
 */
export async function keepReplica(
  gateway: Gateway,
  lane: LaneRef,
  update: Update,
  epoch: string,
): Promise<Held> {
  const { seq, sealed } = update;
  const { instances } = await gateway.chain.laneHead(`0x${lane.twinId}`, `0x${lane.authorId}`);
  const isErased = instances[seq]?.tombstone !== undefined;
  if (isErased && update.isErased !== true) {
    // Whoever has not heard of it hands over what is to be gone: the history is kept, the parts are not.
    const bare: Update = { ...update, isErased, sealed: { ...sealed, parts: [] } };
    return keepReplica(gateway, lane, bare, epoch);
  }
  if (update.isErased === true && !isErased) {
    throw new Refusal(409, 'not-erased', 'The instance comes without its parts, and no tombstone covers it.');
  }
  const rows = await gateway.ledger.lane(lane);
  const held = rows[seq];
  const isSame = held !== undefined && held.leaf === toHex(sealed.leaf);
  if (isSame) {
    await restoreObjects(gateway, update);
    return heldOf(rows.slice(0, seq + 1));
  }
  if (seq > rows.length) {
    throw new Refusal(409, 'lane-behind', `The next instance of the lane here is ${rows.length}.`, {
      next: rows.length,
    });
  }
  await assertAnchorable(gateway, lane, update, epoch, held);
  assertPartsDiffer(update);
  if (held === undefined) await keepUpdate(gateway, update);
  else await replace(gateway, lane, update, held);
  return heldOf((await gateway.ledger.lane(lane)).slice(0, seq + 1));
}

function heldOf(rows: readonly InstanceRow[]): Held {
  const objects = heldObjectsDigest(rows.map(({ manifest }) => fromHex(manifest, 32)));
  return { isPending: rows.at(-1)?.txHash === null, count: rows.length, objects };
}

/** The same instance again mends what was lost of it: a replica is there to be restored from. */
async function restoreObjects(gateway: Gateway, { sealed }: Update): Promise<void> {
  for (const object of [sealed.manifest, ...sealed.parts.flatMap(({ slot, payload }) => [slot, payload])]) {
    await gateway.blobs.put(object);
  }
}

/** An instance that the chain has otherwise, or would not take, would block the lane for ever. */
async function assertAnchorable(
  gateway: Gateway,
  lane: LaneRef,
  update: Update,
  epoch: string,
  held: InstanceRow | undefined,
): Promise<void> {
  const { seq, sealed, accessVersion, author } = update;
  const onChain = (await gateway.chain.laneHead(`0x${lane.twinId}`, `0x${lane.authorId}`)).instances[seq];
  const conflict = () => new Refusal(409, 'conflict', `Another instance has place ${seq} of the lane.`);
  if (onChain !== undefined) {
    // One that the chain has in this place is right, whatever was held here before.
    if (toHex(onChain.h) !== toHex(sealed.h)) throw conflict();
    return;
  }
  const { version } = await gateway.chain.accessVersion(`0x${lane.twinId}`);
  if (held !== undefined && (held.txHash !== null || held.accessVersion === version)) throw conflict();
  if (accessVersion !== version) {
    throw new Refusal(
      409,
      'version-stale',
      `The instance is sealed under access version ${accessVersion}; ${version} is in force.`,
    );
  }
  if (author.epoch !== epoch) {
    throw new Refusal(
      409,
      'epoch-stale',
      "The instance is signed under another identity epoch than the author's current one.",
    );
  }
}

/** A row stands for one part of one instance: twice the same in one of them is no instance. What other lanes hold is none of this one's business. */
function assertPartsDiffer({ sealed }: Update): void {
  const digests = new Set(sealed.parts.map(({ partDigest }) => toHex(partDigest)));
  if (digests.size !== sealed.parts.length) {
    throw new Refusal(409, 'conflict', 'A part of the instance stands in it twice.');
  }
}

/** Puts an instance that was sealed anew after a narrowing, or that the chain has, in the place of one that was never anchored. */
async function replace(gateway: Gateway, lane: LaneRef, update: Update, held: InstanceRow): Promise<void> {
  const { sealed, author, seq, accessVersion, timeS } = update;
  if (!verifyAuthor(gateway.params, author, authorDigest(sealed.leaf), sealed.proof, gateway.chain.domain)) {
    throw new GatewayError('update-invalid', 'The update is refused: its author proof does not verify.');
  }
  await keepInPlace(gateway, held, { ...lane, seq, author, accessVersion, timeS, sealed });
}
