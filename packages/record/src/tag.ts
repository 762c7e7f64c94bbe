/**
 * Tags and masked counters: how a module's own recipients, and nobody else, find its entries in manifests and join them (REC-10).
 *
 * Whoever has the tag key also sees in which instances the module is touched; whoever has not sees 40 pseudorandom bytes.
 */

import { RecordError } from './errors.js';
import { assertBytes, assertCount } from './internal/check.js';
import { hmacSha256 } from './internal/hash.js';
import { utf8 } from './internal/utf8.js';
import { Writer } from './internal/writer.js';

const TAG = utf8('TWINSEAL-V1-TAG');
const COUNTER = utf8('TWINSEAL-V1-COUNTER');

/**
 * The tag of a module's entry in instance `seq` of a lane.
 * @param tagKey the module's tag key, 32 bytes; secret
 * @param laneId 32 bytes
 * @param seq place in the lane, from 0
 * @returns HMAC(tagKey, LP("TWINSEAL-V1-TAG") || laneId || u64 seq), 32 bytes
 * @throws {TypeError} wrong lengths
 * @throws {RangeError} seq out of range
 */
export function entryTag(tagKey: Uint8Array, laneId: Uint8Array, seq: number): Uint8Array {
  return keyed(tagKey, TAG, laneId, seq);
}

/**
 * The counter of a module's entry, masked.
 * @param counter how many earlier instances of the lane touch this module
 * @returns 8 bytes
 * @throws {TypeError} wrong lengths
 * @throws {RangeError} a number out of range
 */
export function maskCounter(
  tagKey: Uint8Array,
  laneId: Uint8Array,
  seq: number,
  counter: number,
): Uint8Array {
  assertCount('maskCounter: counter', counter);
  return xor8(new Writer(8).u64(counter).finish(), keyed(tagKey, COUNTER, laneId, seq));
}

/**
 * The counter behind a mask.
 * @param masked 8 bytes of an entry whose tag was recognised
 * @throws {TypeError} wrong lengths
 * @throws {RecordError} `number-range` when the counter is above 2^53 - 1
 */
export function unmaskCounter(
  tagKey: Uint8Array,
  laneId: Uint8Array,
  seq: number,
  masked: Uint8Array,
): number {
  assertBytes('unmaskCounter: masked', masked, 8);
  const plain = xor8(masked, keyed(tagKey, COUNTER, laneId, seq));
  const counter = new DataView(plain.buffer).getBigUint64(0);
  if (counter > BigInt(Number.MAX_SAFE_INTEGER))
    throw new RecordError('number-range', 'counter is above 2^53 - 1');
  return Number(counter);
}

function keyed(tagKey: Uint8Array, label: Uint8Array, laneId: Uint8Array, seq: number): Uint8Array {
  assertBytes('tagKey', tagKey, 32);
  assertBytes('laneId', laneId, 32);
  assertCount('seq', seq);
  return hmacSha256(tagKey, new Writer(64).lp(label).bytes(laneId).u64(seq).finish());
}

function xor8(a: Uint8Array, mask: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: 8 }, (_, i) => (a[i] as number) ^ (mask[i] as number));
}
