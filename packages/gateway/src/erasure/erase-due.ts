/**
 * Doing what tombstones ask of a gateway: slots and payloads of the instances that it keeps, its own and copies of others', are deleted from both areas of the store; the
 * manifest, the author's proof and the capsules stay, for the history has to verify. Then a signed receipt goes to the chain. May be repeated at any time: what came back with a
 * restored backup is deleted again.
 *
 * What stays beside them are keyed hashes of what the lane said, by which the same content is known again when it comes back from the source: an import must not undo an erasure.
 */

import type { ErasureRequest } from '@twinseal/chain';
import { storageAbi } from '@twinseal/contracts';
import { type LaneHead, toHex } from '@twinseal/record';
import type { InstanceRow } from '@twinseal/store';
import type { Abi, Hex } from 'viem';
import type { Gateway } from '../ports.js';
import {
  type DeletionReceipt,
  deletedObjectsDigest,
  placeNumber,
  signDeletionReceipt,
} from './deletion-receipt.js';

/** What a gateway remembers of a twin's erasures, in the vault. */
export interface ErasureMemory {
  /** Tombstones that it has acted on. */
  readonly handled: number;
  /** What it signed, oldest first. */
  readonly receipts: readonly DeletionReceipt[];
}

/** What was done. */
export interface Erased {
  /** Whether there are tombstones that were not acted on before: then what was opened of the twin has to be forgotten. */
  readonly isNew: boolean;
  /** Objects that were still there. */
  readonly deleted: number;
  /** Receipts that went to the chain. */
  readonly receipts: number;
}

/** What a gateway remembers of a twin's erasures. @param twinId 64 hexadecimal digits */
export async function erasureMemory(gateway: Pick<Gateway, 'vault'>, twinId: string): Promise<ErasureMemory> {
  return (await gateway.vault.getJson<ErasureMemory>(entryOf(twinId))) ?? { handled: 0, receipts: [] };
}

/**
 * Acts on every tombstone of a twin. The caller holds the twin.
 *
 * @param twinId 64 hexadecimal digits
 * @param self   the gateway's own author id, 64 hexadecimal digits
 * @param forget told where there are tombstones that were not acted on before; what was opened of the twin must be gone when it resolves
 * @throws ChainError, StoreError; what was not done is done at the next call
 */
export async function eraseDue(
  gateway: Gateway,
  twinId: string,
  self: string,
  forget: () => Promise<void>,
): Promise<Erased> {
  const requests = await gateway.chain.erasureRequests(`0x${twinId}`);
  if (requests.length === 0) return { isNew: false, deleted: 0, receipts: 0 };
  let memory = await erasureMemory(gateway, twinId);
  const isNew = memory.handled < requests.length;
  // Opened content first: it is what the patient means.
  if (isNew) await forget();
  const recorded = await gateway.chain.deletions(`0x${twinId}`);
  let deleted = 0;
  let receipts = 0;
  for (const author of new Set(requests.map(({ authorId }) => authorId))) {
    const lane = { twinId, authorId: author.slice(2) };
    const rows = await gateway.ledger.lane(lane);
    if (rows.length === 0) continue;
    const head = await gateway.chain.laneHead(`0x${twinId}`, author);
    for (const request of requests.filter(({ authorId }) => authorId === author)) {
      const addresses = await objectsUnder(gateway, head, rows, request);
      for (const address of addresses) if (await gateway.blobs.remove(address)) deleted++;
      if (addresses.length === 0) continue;
      const isRecorded = recorded.some(
        ({ authorId, place, holder }) =>
          authorId === author && place === request.place && holder === `0x${self}`,
      );
      if (isRecorded) continue;
      const receipt = await signDeletionReceipt(gateway, {
        twinId: `0x${twinId}`,
        authorId: author,
        place: request.place,
        holder: `0x${self}`,
        objects: deletedObjectsDigest(addresses),
      });
      await record(gateway, receipt);
      const others = memory.receipts.filter(
        (each) => each.authorId !== author || each.seq !== String(placeNumber(request.place)),
      );
      memory = { ...memory, receipts: [...others, receipt] };
      await gateway.vault.putJson(entryOf(twinId), memory);
      receipts++;
    }
  }
  if (isNew) await gateway.vault.putJson(entryOf(twinId), { ...memory, handled: requests.length });
  return { isNew, deleted, receipts };
}

/** Slots and payloads of the kept instances that a tombstone covers, without those that an instance under no tombstone names as well. */
async function objectsUnder(
  gateway: Gateway,
  head: LaneHead,
  rows: readonly InstanceRow[],
  request: ErasureRequest,
): Promise<string[]> {
  const covered = rows.filter((row) => {
    const anchored = head.instances[row.seq];
    // What is not on the chain is no instance yet; another one in its place is none of the patient's.
    if (anchored?.tombstone === undefined || toHex(anchored.h) !== row.h) return false;
    return request.place === 'lane' ? anchored.blockNumber <= request.blockNumber : request.place === row.seq;
  });
  const places = new Set<string>();
  const addresses = new Set<string>();
  for (const row of covered) {
    for (const { slot, payload } of await gateway.ledger.partsOf(row)) addresses.add(slot).add(payload);
  }
  for (const { seq, tombstone } of head.instances) {
    if (tombstone !== undefined) places.add(`${toHex(head.twinId)}/${toHex(head.authorId)}/${seq}`);
  }
  for (const part of await gateway.ledger.partsAt([...addresses])) {
    if (places.has(`${part.twinId}/${part.authorId}/${part.seq}`)) continue;
    addresses.delete(part.slot);
    addresses.delete(part.payload);
  }
  return [...addresses].sort();
}

async function record(gateway: Gateway, receipt: DeletionReceipt): Promise<void> {
  const { twinId, authorId, seq, holder, objects, deadline, signature } = receipt;
  const args = [
    twinId,
    authorId,
    BigInt(seq),
    holder,
    objects,
    BigInt(deadline),
    gateway.account.address,
    signature,
  ] satisfies readonly (Hex | bigint)[];
  await gateway.writer.call('stores', storageAbi as Abi, 'recordDeletion', args);
}

function entryOf(twinId: string): string {
  return `erasure/${twinId}`;
}
