/** The hash functions of docs/RECORD.md section 1. */

import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';

/** Keccak-256 as the EVM has it, over the parts in order; 32 bytes. */
export function keccak256(...parts: readonly Uint8Array[]): Uint8Array {
  const state = keccak_256.create();
  for (const part of parts) state.update(part);
  return state.digest();
}

/** SHA-256 over the parts in order; 32 bytes. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const state = nobleSha256.create();
  for (const part of parts) state.update(part);
  return state.digest();
}

/** HMAC-SHA-256, RFC 2104, over the parts in order; 32 bytes. */
export function hmacSha256(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const state = hmac.create(nobleSha256, key);
  for (const part of parts) state.update(part);
  return state.digest();
}

/** HKDF with SHA-256, RFC 5869, extract and expand; 32 bytes. */
export function hkdf32(ikm: Uint8Array, salt: Uint8Array, info: Uint8Array): Uint8Array {
  return nobleHkdf(nobleSha256, ikm, salt, info, 32);
}
