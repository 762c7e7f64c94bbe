/** Lowercase hexadecimal text without `0x` (docs/RECORD.md section 1). */

import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/**
 * Bytes as lowercase hexadecimal digits.
 * @param bytes any length
 */
export function toHex(bytes: Uint8Array): string {
  return bytesToHex(bytes);
}

/**
 * Hexadecimal digits as bytes.
 * @param text an even number of digits, either case, without `0x`
 * @param length the length demanded, in bytes; any when left out
 * @throws {TypeError} `text` is not hexadecimal, or not of that length
 */
export function fromHex(text: string, length?: number): Uint8Array {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(text))
    throw new TypeError('fromHex: expected pairs of hexadecimal digits');
  if (length !== undefined && text.length !== 2 * length) {
    throw new TypeError(`fromHex: expected ${length} bytes, got ${text.length / 2}`);
  }
  return hexToBytes(text);
}
