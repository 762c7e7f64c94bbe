/** Raw DEFLATE, RFC 1951, by fflate; inflating is bounded. */

import { deflateSync, Inflate } from 'fflate';
import { RecordError } from '../errors.js';

/** DEFLATE expands a byte to at most 1032 (258 bytes for two bits), so this much input can overshoot by at most 17 MB. */
const INPUT_STEP = 16_384;
const MAX_EXPANSION = 1032;

/** Compressed bytes; the same for the same input and version of fflate. */
export function deflate(data: Uint8Array): Uint8Array {
  return deflateSync(data, { level: 6 });
}

/**
 * Exactly `length` bytes of inflated data.
 * @param data raw DEFLATE
 * @param length the length announced; the caller has bounded it
 * @throws {RecordError} `compression`: broken, or of another length. Stops soon after `length`, whatever the data would go on to.
 */
export function inflate(data: Uint8Array, length: number): Uint8Array {
  if (length > MAX_EXPANSION * data.length) throw wrongLength();
  const out = new Uint8Array(length);
  let at = 0;
  try {
    const stream = new Inflate((chunk) => {
      if (at + chunk.length > length) throw wrongLength();
      out.set(chunk, at);
      at += chunk.length;
    });
    for (let from = 0; from < data.length; from += INPUT_STEP) {
      stream.push(data.subarray(from, from + INPUT_STEP), from + INPUT_STEP >= data.length);
    }
  } catch (error) {
    if (error instanceof RecordError) throw error;
    throw new RecordError('compression', 'compressed bytes are broken', { length: data.length });
  }
  if (at !== length) throw wrongLength();
  return out;
}

function wrongLength(): RecordError {
  return new RecordError('compression', 'inflated length is not the announced one');
}
