/**
 * Manifests: what an instance contains, without saying what it is about (section 4 of docs/RECORD.md).
 *
 *     head "TSMF" || twinId[32] || LP(identityBytes of the author) || u64 seq || u64 accessVersion || u64 time || u16 count || entry × count
 *     entry = tag[32] || partDigest[32] || maskedCounter[8]
 *
 * A manifest hides which modules an instance touches; it shows how many, who wrote and when.
 */

import { treeHead } from '@twinseal/history';
import { RecordError } from './errors.js';
import { readHead, writeHead } from './head.js';
import {
  decodeIdentityBytes,
  encodeIdentityBytes,
  formatName,
  type Identity,
  isIdentity,
  MAX_IDENTITY_BYTES,
} from './identity.js';
import { compareBytes } from './internal/bytes.js';
import { assertBytes, assertCount } from './internal/check.js';
import { keccak256 } from './internal/hash.js';
import { Reader } from './internal/reader.js';
import { Writer } from './internal/writer.js';

/** One part of an instance, as the manifest names it. */
export interface ManifestEntry {
  /** Who has the tag key recognises its module by it; 32 bytes (REC-10). */
  readonly tag: Uint8Array;
  /** 32 bytes (REC-16). */
  readonly partDigest: Uint8Array;
  /** 8 bytes (REC-10). */
  readonly maskedCounter: Uint8Array;
}

/** A manifest's fields. */
export interface Manifest {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  /** A hospital, or the twin's own patient. */
  readonly author: Identity;
  /** Place in the lane, from 0. */
  readonly seq: number;
  /** The sealing epoch (REC-11). */
  readonly accessVersion: number;
  /** The author's clock when sealing, seconds since 1970. */
  readonly time: number;
  /** 1 to 256, strictly ascending by tag. */
  readonly entries: readonly ManifestEntry[];
}

/** Most entries of one manifest (REC-8). */
export const MAX_MANIFEST_ENTRIES = 256;
const ENTRY_BYTES = 72;

/**
 * The bytes of a manifest.
 * @throws {TypeError} wrong lengths; an author that may not be one
 * @throws {RangeError} numbers out of range; no entries, too many, or not strictly ascending by tag
 */
export function encodeManifest(manifest: Manifest): Uint8Array {
  const { twinId, author, entries } = manifest;
  assertBytes('manifest.twinId', twinId, 32);
  if (!mayAuthor(author, twinId)) {
    throw new TypeError("manifest.author: expected a hospital or the twin's own patient");
  }
  for (const name of ['seq', 'accessVersion', 'time'] as const)
    assertCount(`manifest.${name}`, manifest[name]);
  if (entries.length < 1 || entries.length > MAX_MANIFEST_ENTRIES) {
    throw new RangeError(`manifest.entries: expected 1 to ${MAX_MANIFEST_ENTRIES}, got ${entries.length}`);
  }
  const writer = writeHead(new Writer(256 + ENTRY_BYTES * entries.length), 'TSMF')
    .bytes(twinId)
    .lp(encodeIdentityBytes(author))
    .u64(manifest.seq)
    .u64(manifest.accessVersion)
    .u64(manifest.time)
    .u16(entries.length);
  let previous: Uint8Array | undefined;
  for (const entry of entries) {
    assertBytes('manifest entry: tag', entry.tag, 32);
    assertBytes('manifest entry: partDigest', entry.partDigest, 32);
    assertBytes('manifest entry: maskedCounter', entry.maskedCounter, 8);
    if (previous !== undefined && compareBytes(previous, entry.tag) >= 0) {
      throw new RangeError('manifest.entries: expected tags in strictly ascending order');
    }
    previous = entry.tag;
    writer.bytes(entry.tag).bytes(entry.partDigest).bytes(entry.maskedCounter);
  }
  return writer.finish();
}

/**
 * The manifest that bytes say; exactly one encoding is accepted (REC-2, REC-8).
 * @throws {RecordError} `unknown-magic`, `unknown-version`, `unknown-suite`, `truncated`, `trailing-bytes`, `too-long`, `count`,
 *   `not-ascending`, `number-range`, `identity`, `not-utf8`
 */
export function decodeManifest(bytes: Uint8Array): Manifest {
  const reader = new Reader(bytes);
  readHead(reader, 'TSMF');
  const twinId = reader.bytes(32);
  const author = decodeIdentityBytes(reader.lp(MAX_IDENTITY_BYTES));
  if (!mayAuthor(author, twinId))
    throw new RecordError('identity', 'author is neither a hospital nor the patient');
  const [seq, accessVersion, time] = [reader.u64(), reader.u64(), reader.u64()];
  const count = reader.u16();
  if (count < 1 || count > MAX_MANIFEST_ENTRIES) {
    throw new RecordError('count', 'manifest has no entries or too many', { count });
  }
  const entries: ManifestEntry[] = [];
  for (let i = 0; i < count; i++) {
    const entry = { tag: reader.bytes(32), partDigest: reader.bytes(32), maskedCounter: reader.bytes(8) };
    const previous = entries.at(-1);
    if (previous !== undefined && compareBytes(previous.tag, entry.tag) >= 0) {
      throw new RecordError('not-ascending', 'entries do not ascend by tag', { index: i });
    }
    entries.push(entry);
  }
  reader.end();
  return { twinId, author, seq, accessVersion, time, entries };
}

/**
 * h: the root over a manifest's header and entries (REC-9).
 * @param bytes an encoded manifest
 * @returns 32 bytes
 * @throws {RecordError} as decodeManifest
 */
export function manifestRoot(bytes: Uint8Array): Uint8Array {
  return uncheckedManifestRoot(bytes, decodeManifest(bytes).entries.length);
}

/** As manifestRoot, for bytes that were decoded before and have `count` entries: skips all checks. */
export function uncheckedManifestRoot(bytes: Uint8Array, count: number): Uint8Array {
  const header = bytes.length - ENTRY_BYTES * count;
  const zero = Uint8Array.of(0);
  const leaves = [keccak256(zero, bytes.subarray(0, header))];
  for (let at = header; at < bytes.length; at += ENTRY_BYTES) {
    leaves.push(keccak256(zero, bytes.subarray(at, at + ENTRY_BYTES)));
  }
  return treeHead(keccak256, leaves);
}

/** Whether an identity may author a lane of a twin (REC-8): a hospital, or the twin's own patient. */
export function mayAuthor(author: Identity, twinId: Uint8Array): boolean {
  if (!isIdentity(author)) return false;
  return author.name.startsWith('hospital:') || author.name === formatName({ kind: 'patient', twinId });
}
