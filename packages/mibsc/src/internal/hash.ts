import { expand_message_xmd } from '@noble/curves/abstract/hash-to-curve.js';
import { hkdf as nobleHkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { utf8 } from './bytes.js';

export { sha256 };

/** Keccak-256 as the EVM has it. */
export function keccak256(data: Uint8Array): Uint8Array {
  return keccak_256(data);
}

/** `T(s) = keccak256(utf8(s))`, the 32-byte domain tag of docs/RECORD.md. */
export function domainTag(name: string): Uint8Array {
  return keccak256(utf8(name));
}

/**
 * HKDF with SHA-256 (RFC 5869).
 * @param ikm - input key material, any length
 * @param salt - any length; empty means 32 zero bytes, as the RFC says
 * @param info - any length
 * @param length - 1..8160 bytes
 * @throws Error of the hash library when `length` is out of range
 */
export function hkdf(ikm: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  return nobleHkdf(sha256, ikm, salt, info, length);
}

/**
 * The 48 uniform bytes that RFC 9380 `hash_to_field` (section 5.2, m = 1, count = 1, expand_message_xmd with SHA-256)
 * reduces modulo r; L = 48 = ceil((255 + 128) / 8).
 */
export function expandForScalar(message: Uint8Array, dst: string): Uint8Array {
  return expand_message_xmd(message, utf8(dst), 48, sha256);
}
