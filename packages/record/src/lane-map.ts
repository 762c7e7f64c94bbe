/**
 * A hospital's sorted map of its lanes, and what it signs of one (section 3 of docs/RECORD.md). Everything here is recomputed by the contract; none of it is secret.
 * The map does not protect against an author who leaves a lane out: readers and {@link headFell} do.
 */

import { type MapHead, mapRoot, SortedMap } from '@twinseal/history';
import { assertBytes } from './internal/check.js';
import { keccak256 } from './internal/hash.js';
import { tag32 } from './internal/tag32.js';
import { Writer } from './internal/writer.js';

/** Most lanes in one map, as the contract has it. */
export const MAX_MAP_LANES = 2 ** 32;

/** What a map says of a lane. */
export interface LaneInMap {
  /** 32 bytes (REC-5). */
  readonly laneId: Uint8Array;
  /** Instances of the lane. */
  readonly count: number;
  /** The lane's root after them, 32 bytes. */
  readonly mk: Uint8Array;
}

/** The value of a lane in a map: u64 count || mk (REC-29). @throws TypeError, RangeError */
export function laneMapValue(count: number, mk: Uint8Array): Uint8Array {
  assertBytes('laneMapValue: mk', mk, 32);
  return new Writer(40).u64(count).bytes(mk).finish();
}

/** The sorted map over lanes, to commit to and to prove entries of. @throws RangeError where a lane stands twice */
export function laneMap(lanes: Iterable<LaneInMap>): SortedMap {
  const entries: [Uint8Array, Uint8Array][] = [];
  for (const { laneId, count, mk } of lanes) entries.push([laneId, laneMapValue(count, mk)]);
  return new SortedMap(keccak256, entries);
}

/** The 32 bytes that stand for a map on the chain (REC-29). */
export function laneMapRoot(head: MapHead): Uint8Array {
  return mapRoot(keccak256, tag32('TWINSEAL-V1-MAP'), head);
}

/**
 * What the author's proof of a batch signs (REC-29).
 *
 * @param batch author (32 bytes), number from 0, root of the map (32 bytes), the author's clock in seconds since 1970
 * @returns 32 bytes
 * @throws TypeError wrong lengths; RangeError a number is not a u64
 */
export function batchDigest(batch: {
  readonly authorId: Uint8Array;
  readonly number: number;
  readonly mapRoot: Uint8Array;
  readonly time: number;
}): Uint8Array {
  assertBytes('batchDigest: authorId', batch.authorId, 32);
  assertBytes('batchDigest: mapRoot', batch.mapRoot, 32);
  const leaf = new Writer(81)
    .u8(0)
    .bytes(batch.authorId)
    .u64(batch.number)
    .bytes(batch.mapRoot)
    .u64(batch.time)
    .finish();
  return keccak256(tag32('TWINSEAL-V1-AUTHOR-BATCH'), keccak256(leaf));
}
