/**
 * Payloads: the content of one part, sealed under the part's own secret P (REC-14).
 *
 *     payload = head "TSPT" || salt_p[16] || STREAM of the padded content (part-frame.ts)
 *
 * STREAM tells that nothing was altered or cut, not who wrote it: that is the author proof over the manifest's root.
 */

import {
  CHUNK_BYTES,
  MibscError,
  openStream,
  sealedStreamLength,
  sealStream,
  TAG_BYTES,
} from '@twinseal/mibsc';
import { RecordError } from './errors.js';
import { encodeHead, HEAD_BYTES, readHead } from './head.js';
import { concat } from './internal/bytes.js';
import { assertBytes } from './internal/check.js';
import { hkdf32 } from './internal/hash.js';
import { Reader } from './internal/reader.js';
import { paddedLength } from './padme.js';
import type { PartContext } from './part-context.js';
import { decodeFrame, encodeFrame, FRAME_HEADER_BYTES, MAX_CONTENT_BYTES } from './part-frame.js';
import { partInfo, SALT_BYTES } from './slot.js';

/** Longest payload, in bytes. */
export const MAX_PAYLOAD_BYTES =
  HEAD_BYTES + SALT_BYTES + sealedStreamLength(paddedLength(FRAME_HEADER_BYTES + MAX_CONTENT_BYTES));
/** Shortest payload, in bytes. */
const MIN_PAYLOAD_BYTES = HEAD_BYTES + SALT_BYTES + sealedStreamLength(paddedLength(0));

/**
 * The key of a payload (REC-14): HKDF(P, salt_p, LP("payload") || ctx).
 * @returns 32 bytes; secret
 */
export function payloadKey(P: Uint8Array, context: PartContext, salt: Uint8Array): Uint8Array {
  return hkdf32(P, salt, partInfo('payload', context));
}

/**
 * Seals a content.
 * @param P the part's own secret, 32 fresh random bytes
 * @param context which part
 * @param salt salt_p, 16 fresh random bytes
 * @param content 1 byte to 64 MiB
 * @throws {TypeError} wrong lengths
 * @throws {RangeError} content empty or too long; numbers of the context out of range
 */
export async function sealPayload(
  P: Uint8Array,
  context: PartContext,
  salt: Uint8Array,
  content: Uint8Array,
): Promise<Uint8Array> {
  assertBytes('sealPayload: P', P, 32);
  assertBytes('sealPayload: salt', salt, SALT_BYTES);
  const key = payloadKey(P, context, salt);
  return concat(encodeHead('TSPT'), salt, await sealStream(key, encodeFrame(content)));
}

/**
 * Checks what of a payload can be checked without its key: head and length.
 * @throws {RecordError} `unknown-magic`, `unknown-version`, `unknown-suite`, `truncated`, `too-long`, `padding`
 */
export function checkPayload(payload: Uint8Array): void {
  readHead(new Reader(payload), 'TSPT');
  if (payload.length < MIN_PAYLOAD_BYTES) throw new RecordError('truncated', 'shorter than any payload');
  if (payload.length > MAX_PAYLOAD_BYTES) throw new RecordError('too-long', 'longer than any payload');
  const stream = payload.length - HEAD_BYTES - SALT_BYTES;
  const plaintext = stream - TAG_BYTES * Math.ceil(stream / (CHUNK_BYTES + TAG_BYTES));
  // A Padmé length is its own Padmé length. Other lengths cannot come from an honest author.
  if (sealedStreamLength(plaintext) !== stream || paddedLength(plaintext) !== plaintext) {
    throw new RecordError('padding', 'no padded content has this length');
  }
}

/**
 * The content of a payload.
 * @param P the part's own secret, 32 bytes, from its slot
 * @throws {TypeError} wrong lengths of P or context
 * @throws {RecordError} as checkPayload; `decryption`; `truncated`, `too-long`, `compression`, `padding` of the plaintext
 */
export async function openPayload(
  P: Uint8Array,
  context: PartContext,
  payload: Uint8Array,
): Promise<Uint8Array> {
  assertBytes('openPayload: P', P, 32);
  checkPayload(payload);
  const salt = payload.slice(HEAD_BYTES, HEAD_BYTES + SALT_BYTES);
  const key = payloadKey(P, context, salt);
  let frame: Uint8Array;
  try {
    frame = await openStream(key, payload.subarray(HEAD_BYTES + SALT_BYTES));
  } catch (error) {
    if (!(error instanceof MibscError)) throw error;
    throw new RecordError('decryption', 'the payload does not open');
  }
  return decodeFrame(frame);
}
