/** Constants and derivations that sealing and opening an envelope share (docs/FORMAT.md, section 8). */
import { HEADER_BYTES } from '../header.js';
import { encodeIdentity, type Identity } from '../identity.js';
import { type PublicParameters, tablesOf } from '../parameters.js';
import type { RecipientSet } from '../recipients.js';
import { CHUNK_BYTES, TAG_BYTES } from '../stream.js';
import { bigintToBytes, concat, lengthPrefixed, utf8 } from './bytes.js';
import { domainTag, hkdf, keccak256, sha256 } from './hash.js';
import { encodeHead } from './head.js';

export const ENVELOPE_MAGIC = 'TSEV';
export const WRAPPED_BYTES = 32 + TAG_BYTES;
/** header || wrapped || salt || commitment */
export const TAIL_BYTES = HEADER_BYTES + WRAPPED_BYTES + 16 + 32;
/** Longest context of an envelope, in bytes. */
export const MAX_CONTEXT_BYTES = 65_536;
/** Chunks in every segment but the final one: 4 MiB of plaintext. */
export const SEGMENT_CHUNKS = 64;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
export const SEGMENT_SEALED_BYTES = SEGMENT_CHUNKS * SEALED_CHUNK_BYTES;
export const SEGMENT_HEAD_BYTES = 5;
/** Chunks in the platform's hands at a time: enough to keep its threads busy, few enough to stay small. */
export const CHUNKS_AT_ONCE = 8;

const AUTHOR_TAG = domainTag('TWINSEAL-V1-AUTHOR-ENVELOPE');

/** The context of the header inside an envelope: never that of a capsule. */
export function headerContext(context: Uint8Array): Uint8Array {
  return concat(utf8('TWINSEAL-V1-ENVELOPE'), lengthPrefixed(context));
}

/** What K's derivations and the proofs are bound to; the list of recipients enters by its digest. */
export function boundDigest(
  params: PublicParameters,
  sender: Identity,
  set: RecipientSet,
  context: Uint8Array,
  header: Uint8Array,
  wrapped: Uint8Array,
): Uint8Array {
  return sha256(
    concat(
      encodeHead(ENVELOPE_MAGIC),
      tablesOf(params).digest,
      lengthPrefixed(encodeIdentity(sender)),
      set.digest,
      lengthPrefixed(context),
      header,
      wrapped,
    ),
  );
}

export function deriveFromK(
  K: Uint8Array,
  salt: Uint8Array,
  label: 'commit' | 'payload',
  bound: Uint8Array,
): Uint8Array {
  return hkdf(K, salt, concat(lengthPrefixed(utf8(label)), bound), 32);
}

/** SHA-256 by the platform, an order of magnitude faster than JavaScript's on a chunk. */
export async function chunkDigest(chunk: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', chunk as Uint8Array<ArrayBuffer>));
}

/** What the author proof of a segment signs. */
export function segmentDigest(
  preamble: { readonly bound: Uint8Array; readonly salt: Uint8Array; readonly commitment: Uint8Array },
  index: number,
  final: boolean,
  chunkDigests: readonly Uint8Array[],
): Uint8Array {
  return keccak256(
    concat(
      AUTHOR_TAG,
      sha256(concat(preamble.bound, preamble.salt, preamble.commitment)),
      bigintToBytes(BigInt(index), 8),
      new Uint8Array([final ? 1 : 0]),
      sha256(concat(...chunkDigests)),
    ),
  );
}
