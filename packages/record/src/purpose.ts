/** Purposes on the chain: a salted digest, since why a record is read says much about its patient (section 6 of docs/RECORD.md). */

import { assertBytes } from './internal/check.js';
import { keccak256 } from './internal/hash.js';
import { tag32 } from './internal/tag32.js';
import { utf8 } from './internal/utf8.js';

const PURPOSE = /^[A-Z]{1,32}$/;

/**
 * The digest of a purpose of use (REC-24).
 * @param twinId 32 bytes
 * @param salt 32 random bytes of this twin; travels with the scope salts
 * @param code an HL7 v3 PurposeOfUse code, such as `TREAT`
 * @returns 32 bytes
 * @throws {TypeError} wrong lengths, or no code
 */
export function purposeDigest(twinId: Uint8Array, salt: Uint8Array, code: string): Uint8Array {
  assertBytes('purposeDigest: twinId', twinId, 32);
  assertBytes('purposeDigest: salt', salt, 32);
  if (!PURPOSE.test(code)) throw new TypeError('purposeDigest: code: expected 1 to 32 letters A to Z');
  return keccak256(tag32('TWINSEAL-V1-PURPOSE'), twinId, salt, utf8(code));
}
