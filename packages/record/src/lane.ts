/**
 * Lanes: everything one author contributes for one twin, as an ordered tree of leaves (section 3 of docs/RECORD.md).
 * Everything here is recomputed by the contract; none of it is secret.
 */

import { Frontier, treeHead } from '@twinseal/history';
import { assertBytes } from './internal/check.js';
import { keccak256 } from './internal/hash.js';
import { tag32 } from './internal/tag32.js';
import { Writer } from './internal/writer.js';

/**
 * The id of a lane (REC-5).
 * @param twinId 32 bytes
 * @param author the author's id, 32 bytes (REC-4)
 * @returns 32 bytes
 * @throws {TypeError} wrong lengths
 */
export function laneId(twinId: Uint8Array, author: Uint8Array): Uint8Array {
  assertBytes('laneId: twinId', twinId, 32);
  assertBytes('laneId: author', author, 32);
  return keccak256(tag32('TWINSEAL-V1-LANE'), twinId, author);
}

/** What a leaf binds (REC-6). Numbers are u64; a chain may say more than a safe integer, hence bigint. */
export interface LeafFields {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  /** 32 bytes (REC-4). */
  readonly authorId: Uint8Array;
  /** Place in the lane, from 0. */
  readonly seq: number | bigint;
  /** The manifest's root, 32 bytes (REC-9). */
  readonly h: Uint8Array;
  /** The twin's access version under which the instance was sealed (REC-11). */
  readonly accessVersion: number | bigint;
  /** The author's clock when sealing, seconds since 1970. */
  readonly time: number | bigint;
}

/**
 * The leaf of an instance (REC-6). Its first byte 00 is inside: it is a leaf hash of RFC 9162 as it stands.
 * @returns 32 bytes
 * @throws {TypeError} wrong lengths
 * @throws {RangeError} a number is not a u64
 */
export function leaf(fields: LeafFields): Uint8Array {
  assertBytes('leaf: twinId', fields.twinId, 32);
  assertBytes('leaf: authorId', fields.authorId, 32);
  assertBytes('leaf: h', fields.h, 32);
  const data = new Writer(121)
    .u8(0)
    .bytes(fields.twinId)
    .bytes(fields.authorId)
    .u64(fields.seq)
    .bytes(fields.h)
    .u64(fields.accessVersion)
    .u64(fields.time)
    .finish();
  return keccak256(data);
}

/**
 * What the author's proof of an instance signs (REC-7).
 * @param leaf 32 bytes
 * @returns 32 bytes
 * @throws {TypeError} wrong length
 */
export function authorDigest(leaf: Uint8Array): Uint8Array {
  assertBytes('authorDigest: leaf', leaf, 32);
  return keccak256(tag32('TWINSEAL-V1-AUTHOR-INSTANCE'), leaf);
}

/** An empty lane's tree, to append leaves to: its root after leaf i is mk_i (REC-6). */
export function laneTree(): Frontier {
  return Frontier.of(keccak256);
}

/**
 * mk: the root over leaves in order, keccak of nothing for an empty lane (REC-6).
 * @param leaves 32 bytes each
 */
export function laneRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return treeHead(keccak256, leaves);
}
