import { HASH_BYTES } from '../hashing.js';

/** Whether two byte strings are equal. Not constant-time: everything in this package is public. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Whether something untrusted has the length of a hash; node hashes are injective only for children of one length. */
export function isHash(bytes: Uint8Array): boolean {
  return bytes.length === HASH_BYTES;
}
