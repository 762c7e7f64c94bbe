/**
 * Parts: a slot and a payload, found by their digest (section 5 of docs/RECORD.md).
 */

import { assertBytes } from './internal/check.js';
import { sha256 } from './internal/hash.js';
import { utf8 } from './internal/utf8.js';
import { Writer } from './internal/writer.js';
import type { PartContext } from './part-context.js';
import { openPayload, sealPayload } from './payload.js';
import { openSlot, sealSlot } from './slot.js';

/** The secret of (twin, module, author, sealing epoch). */
export interface ModuleSecret {
  /** Wraps the parts' secrets; 32 bytes. */
  readonly K: Uint8Array;
  /** Makes and recognises tags; 32 bytes. */
  readonly tagKey: Uint8Array;
}

/** Where a part lies: the addresses of its two objects. */
export interface Locator {
  /** address(slot), 32 bytes. */
  readonly slot: Uint8Array;
  /** address(payload), 32 bytes. */
  readonly payload: Uint8Array;
}

/** A sealed part. */
export interface SealedPart {
  readonly slot: Uint8Array;
  readonly payload: Uint8Array;
  /** 32 bytes. */
  readonly partDigest: Uint8Array;
  readonly locator: Locator;
}

/** What of a part must be fresh for every sealing. */
export interface PartRandomness {
  /** The part's own secret, 32 bytes. */
  readonly P: Uint8Array;
  /** salt_s, 16 bytes. */
  readonly slotSalt: Uint8Array;
  /** salt_p, 16 bytes. */
  readonly payloadSalt: Uint8Array;
}

const PART = utf8('TWINSEAL-V1-PART');

/**
 * The address of a stored object: its SHA-256 (REC-16). By WebCrypto, which is several times faster on large payloads.
 * @returns 32 bytes
 */
export async function objectAddress(object: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', object));
}

/**
 * The digest of a part: what its manifest entry says (REC-16).
 * @returns sha256( LP("TWINSEAL-V1-PART") || address(slot) || address(payload) ), 32 bytes
 * @throws {TypeError} wrong lengths
 */
export function partDigest(locator: Locator): Uint8Array {
  assertBytes('partDigest: slot', locator.slot, 32);
  assertBytes('partDigest: payload', locator.payload, 32);
  return sha256(new Writer(96).lp(PART).bytes(locator.slot).bytes(locator.payload).finish());
}

/** The addresses of a part's two objects. */
export async function partLocator(slot: Uint8Array, payload: Uint8Array): Promise<Locator> {
  return { slot: await objectAddress(slot), payload: await objectAddress(payload) };
}

/**
 * Seals the content of a part.
 * @param K module secret, 32 bytes
 * @param context which part
 * @param content 1 byte to 64 MiB
 * @param fresh never used before
 * @throws {TypeError} wrong lengths
 * @throws {RangeError} content empty or too long; numbers out of range
 */
export async function sealPart(
  K: Uint8Array,
  context: PartContext,
  content: Uint8Array,
  fresh: PartRandomness,
): Promise<SealedPart> {
  const slot = await sealSlot(K, context, fresh.P, fresh.slotSalt);
  const payload = await sealPayload(fresh.P, context, fresh.payloadSalt, content);
  const locator = await partLocator(slot, payload);
  return { slot, payload, partDigest: partDigest(locator), locator };
}

/**
 * The content of a part. The caller has compared the digest with the manifest's before.
 * @param K module secret, 32 bytes
 * @throws {TypeError} wrong lengths
 * @throws {RecordError} as openSlot and openPayload
 */
export async function openPart(
  K: Uint8Array,
  context: PartContext,
  part: { readonly slot: Uint8Array; readonly payload: Uint8Array },
): Promise<Uint8Array> {
  const P = await openSlot(K, context, part.slot);
  return openPayload(P, context, part.payload);
}
