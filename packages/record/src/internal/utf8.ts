/** Text to UTF-8 and back, refusing what is not well-formed in either direction. */

import { RecordError } from '../errors.js';

const encoder = new TextEncoder();
// A byte-order mark is content, not something to swallow: it must not give one text two encodings.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 of a text. A lone surrogate becomes U+FFFD, so callers check texts of unknown origin first. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * The text of UTF-8 bytes; a byte-order mark stays in it.
 * @throws {RecordError} `not-utf8`
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new RecordError('not-utf8', 'bytes are not well-formed UTF-8', { length: bytes.length });
  }
}
