/**
 * The plaintext of a payload: content, compressed where that helps, padded (REC-15).
 *
 *     u8 compression (00 none, 01 raw DEFLATE) || u32 contentLength || u32 storedLength || stored[storedLength] || 00 …
 *
 * Compression mixes nothing: a part holds one author's statements on one module, and nobody else's.
 */

import { RecordError } from './errors.js';
import { deflate, inflate } from './internal/deflate.js';
import { Reader } from './internal/reader.js';
import { Writer } from './internal/writer.js';
import { paddedLength } from './padme.js';

/** Largest content of a part, in bytes, before compression: 64 MiB. */
export const MAX_CONTENT_BYTES = 64 * 2 ** 20;
/** Bytes before `stored`. */
export const FRAME_HEADER_BYTES = 9;
const [PLAIN, DEFLATED] = [0, 1];

/**
 * The padded plaintext of a content.
 * @param content 1 byte to 64 MiB
 * @returns bytes of a Padmé length
 * @throws {RangeError} content empty or too long
 */
export function encodeFrame(content: Uint8Array): Uint8Array {
  if (content.length < 1 || content.length > MAX_CONTENT_BYTES) {
    throw new RangeError(`part content: expected 1 to ${MAX_CONTENT_BYTES} bytes, got ${content.length}`);
  }
  const deflated = deflate(content);
  const shorter = deflated.length < content.length;
  const stored = shorter ? deflated : content;
  const frame = new Uint8Array(paddedLength(FRAME_HEADER_BYTES + stored.length));
  frame.set(
    new Writer(FRAME_HEADER_BYTES)
      .u8(shorter ? DEFLATED : PLAIN)
      .u32(content.length)
      .u32(stored.length)
      .finish(),
  );
  frame.set(stored, FRAME_HEADER_BYTES);
  return frame;
}

/**
 * The content of a padded plaintext.
 * @throws {RecordError} `truncated`, `too-long`, `compression`, `padding`
 */
export function decodeFrame(frame: Uint8Array): Uint8Array {
  const reader = new Reader(frame);
  const [compression, contentLength, storedLength] = [reader.u8(), reader.u32(), reader.u32()];
  if (contentLength > MAX_CONTENT_BYTES) {
    throw new RecordError('too-long', 'content is longer than 64 MiB', { contentLength });
  }
  // Compression that does not shorten, or an uncompressed content of another length, is a second form of the same thing.
  const fits = compression === PLAIN ? storedLength === contentLength : storedLength < contentLength;
  if (compression > DEFLATED || !fits || contentLength < 1) {
    throw new RecordError('compression', 'compression is unknown or does not fit the lengths', {
      compression,
    });
  }
  const end = FRAME_HEADER_BYTES + storedLength;
  if (end > frame.length) throw new RecordError('truncated', 'stored bytes are cut');
  if (frame.length !== paddedLength(end)) throw new RecordError('padding', 'length is not the Padmé length');
  if (!isZero(frame, end)) throw new RecordError('padding', 'padding is not zero');
  const stored = frame.subarray(FRAME_HEADER_BYTES, end);
  return compression === PLAIN ? stored.slice() : inflate(stored, contentLength);
}

function isZero(bytes: Uint8Array, from: number): boolean {
  for (let i = from; i < bytes.length; i++) if (bytes[i] !== 0) return false;
  return true;
}
