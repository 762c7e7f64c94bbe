/**
 * Slots: the secret of one part, wrapped under its module's secret K, with a commitment to K (REC-12, REC-13).
 *
 *     slot = head "TSSL" || salt_s[16] || commitment[32] || wrapped[48]                    102 bytes
 *
 * The commitment is checked before any decryption: AES-GCM alone lets one ciphertext open under two keys. Shredding a slot makes
 * its part unreadable while K lives on.
 */

import { RecordError } from './errors.js';
import { encodeHead, HEAD_BYTES, readHead } from './head.js';
import { aesGcmOpen, aesGcmSeal } from './internal/aes-gcm.js';
import { concat, equalBytes } from './internal/bytes.js';
import { assertBytes } from './internal/check.js';
import { hkdf32 } from './internal/hash.js';
import { Reader } from './internal/reader.js';
import { utf8 } from './internal/utf8.js';
import { Writer } from './internal/writer.js';
import { encodePartContext, type PartContext } from './part-context.js';

/** Length of salt_s and salt_p, in bytes. */
export const SALT_BYTES = 16;
/** Length of a slot, in bytes. */
export const SLOT_BYTES = 102;
/** Head, salt and commitment: the additional data of `wrapped`. */
const AUTHENTICATED_BYTES = HEAD_BYTES + SALT_BYTES + 32;
// The key is derived from a fresh salt and used once, so the nonce may stand still.
const NONCE = new Uint8Array(12);

/** A slot's fields. */
export interface Slot {
  /** salt_s, 16 bytes. */
  readonly salt: Uint8Array;
  /** 32 bytes. */
  readonly commitment: Uint8Array;
  /** P under AES-256-GCM, 48 bytes. */
  readonly wrapped: Uint8Array;
}

/**
 * HKDF info of a part's derivations: LP(label) || ctx.
 * @param label `commit`, `slot` or `payload`
 */
export function partInfo(label: 'commit' | 'slot' | 'payload', context: PartContext): Uint8Array {
  return new Writer(160).lp(utf8(label)).bytes(encodePartContext(context)).finish();
}

/**
 * The commitment of a slot to K (REC-12).
 * @param K module secret, 32 bytes
 * @param salt salt_s, 16 bytes
 * @returns 32 bytes
 */
export function slotCommitment(K: Uint8Array, context: PartContext, salt: Uint8Array): Uint8Array {
  return hkdf32(K, salt, partInfo('commit', context));
}

/**
 * Wraps a part's secret (REC-13).
 * @param K module secret, 32 bytes
 * @param context which part
 * @param P the part's own secret, 32 fresh random bytes
 * @param salt salt_s, 16 fresh random bytes
 * @returns 102 bytes
 * @throws {TypeError} wrong lengths
 * @throws {RangeError} numbers of the context out of range
 */
export async function sealSlot(
  K: Uint8Array,
  context: PartContext,
  P: Uint8Array,
  salt: Uint8Array,
): Promise<Uint8Array> {
  assertBytes('sealSlot: K', K, 32);
  assertBytes('sealSlot: P', P, 32);
  assertBytes('sealSlot: salt', salt, SALT_BYTES);
  const authenticated = concat(encodeHead('TSSL'), salt, slotCommitment(K, context, salt));
  const key = hkdf32(K, salt, partInfo('slot', context));
  return concat(authenticated, await aesGcmSeal(key, NONCE, P, authenticated));
}

/**
 * A slot's fields, unopened.
 * @throws {RecordError} `unknown-magic`, `unknown-version`, `unknown-suite`, `truncated`, `trailing-bytes`
 */
export function decodeSlot(slot: Uint8Array): Slot {
  const reader = new Reader(slot);
  readHead(reader, 'TSSL');
  const fields = { salt: reader.bytes(SALT_BYTES), commitment: reader.bytes(32), wrapped: reader.bytes(48) };
  reader.end();
  return fields;
}

/**
 * P, the secret of the part.
 * @param K module secret, 32 bytes
 * @throws {TypeError} wrong lengths of K or context
 * @throws {RecordError} as decodeSlot; `commitment` when K is not the secret that the slot commits to; `decryption`
 */
export async function openSlot(K: Uint8Array, context: PartContext, slot: Uint8Array): Promise<Uint8Array> {
  assertBytes('openSlot: K', K, 32);
  const { salt, commitment, wrapped } = decodeSlot(slot);
  if (!equalBytes(commitment, slotCommitment(K, context, salt))) {
    throw new RecordError('commitment', 'the secret misses the commitment of the slot');
  }
  const key = hkdf32(K, salt, partInfo('slot', context));
  const P = await aesGcmOpen(key, NONCE, wrapped, slot.subarray(0, AUTHENTICATED_BYTES));
  if (P === undefined) throw new RecordError('decryption', 'the slot does not open');
  return P;
}
