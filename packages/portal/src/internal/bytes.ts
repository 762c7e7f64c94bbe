/** Bytes and their texts, without Node. */

import { keccak_256 } from '@noble/hashes/sha3.js';

/** Keccak-256, as the chain hashes. */
export const keccak = (data: Uint8Array): Uint8Array => keccak_256(data);

/** Bytes of hexadecimal text with or without `0x`. @throws TypeError for anything else */
export function bytesOf(text: string): Uint8Array {
  const digits = text.startsWith('0x') ? text.slice(2) : text;
  if (!/^([0-9a-f]{2})*$/i.test(digits)) throw new TypeError('text: expected hexadecimal digits in pairs');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Lowercase, without `0x`. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function hex0x(bytes: Uint8Array): `0x${string}` {
  return `0x${hexOf(bytes)}`;
}

export function numberOf(word: Uint8Array): bigint {
  return word.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** A number as a word of 32 bytes. */
export function wordOf(value: bigint | number): Uint8Array {
  return bytesOf(BigInt(value).toString(16).padStart(64, '0'));
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** @throws TypeError for anything but base64url */
export function fromBase64url(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new TypeError('text: expected base64url');
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(raw, (character) => character.charCodeAt(0));
}

/** What stands one behind the other, each with its length before it (`LP` of docs/RECORD.md). @throws TypeError where it is not that */
export function objectsOf(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const objects: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 4 > bytes.length) throw new TypeError('bytes: expected objects with their lengths');
    const length = view.getUint32(at);
    at += 4;
    if (at + length > bytes.length) throw new TypeError('bytes: an object is cut off');
    objects.push(bytes.slice(at, at + length));
    at += length;
  }
  return objects;
}
