/**
 * Identities: who can open, who signs.
 *
 * An identity is a name and an identity epoch, both non-empty strings of well-formed Unicode in NFC, of code points that
 * Unicode 14.0 assigns: by Unicode's stability policy their normal form is the same in every later version, so that two
 * programs never disagree about it. The encoding is `LP(utf8 name) || LP(utf8 epoch)`; sets of recipients are sorted by it. From the encoding come two scalars by RFC 9380
 * `hash_to_field`, one for the decryption key and one for the signing key, so that neither key can serve as the other.
 */
import { MibscError } from './errors.js';
import { bytesToBigint, concat, lengthPrefixed, utf8 } from './internal/bytes.js';
import { mod } from './internal/field.js';
import { expandForScalar } from './internal/hash.js';
import { Reader } from './internal/reader.js';
import { ASSIGNED_EDGES } from './internal/unicode-assigned.js';

export interface Identity {
  /** 1..`MAX_IDENTITY_BYTES` bytes of UTF-8. */
  readonly name: string;
  /** A new epoch is a new identity with new keys. */
  readonly epoch: string;
}

/** Bound on the encoding of an identity, the two length fields included. */
export const MAX_IDENTITY_BYTES = 1024;

/** Domain separation tags of the two scalars (docs/FORMAT.md). */
export const DST_DECRYPT = 'TWINSEAL-V1-DECRYPT';
export const DST_SIGN = 'TWINSEAL-V1-SIGN';

/**
 * @param identity - name and epoch
 * @returns `LP(name) || LP(epoch)`, 10..1024 bytes
 * @throws TypeError when name or epoch is not a string
 * @throws MibscError `identity` when one is empty, has a lone surrogate or an unassigned code point, is not in NFC, or
 *   when the encoding is longer than `MAX_IDENTITY_BYTES`
 */
export function encodeIdentity(identity: Identity): Uint8Array {
  if (typeof identity !== 'object' || identity === null) throw new TypeError('identity must be an object');
  const bytes = concat(
    lengthPrefixed(encodeText(identity.name, 'name')),
    lengthPrefixed(encodeText(identity.epoch, 'epoch')),
  );
  if (bytes.length > MAX_IDENTITY_BYTES) throw new MibscError('identity', 'an identity is too long');
  return bytes;
}

/**
 * @param bytes - what `encodeIdentity` gave
 * @throws MibscError `decode` for lengths that do not fit or bytes that are not UTF-8, `identity` as `encodeIdentity`
 */
export function decodeIdentity(bytes: Uint8Array): Identity {
  const reader = new Reader(bytes, 'an identity');
  const name = decodeText(reader);
  const epoch = decodeText(reader);
  reader.end();
  const identity = { name, epoch };
  // Everything that the encoder refuses is refused here, too: a string that is not NFC decodes but does not re-encode.
  encodeIdentity(identity);
  return identity;
}

/**
 * The two public scalars of an identity, for the contract and for whoever audits a key.
 * @returns `xD` for the decryption key, `xS` for the signing key, both in 1..r-1
 * @throws as `encodeIdentity`; MibscError `identity` should a scalar be 0 (probability 2^-254)
 */
export function identityScalars(identity: Identity): { xD: bigint; xS: bigint } {
  const bytes = encodeIdentity(identity);
  return { xD: identityScalar(bytes, DST_DECRYPT), xS: identityScalar(bytes, DST_SIGN) };
}

/** `hash_to_field` of an encoded identity for Fr, m = 1, count = 1, L = 48. */
export function identityScalar(encoded: Uint8Array, dst: string): bigint {
  const x = mod(bytesToBigint(expandForScalar(encoded, dst)));
  if (x === 0n) throw new MibscError('identity', 'an identity hashes to zero');
  return x;
}

export function sameIdentity(a: Identity, b: Identity): boolean {
  return a.name === b.name && a.epoch === b.epoch;
}

function encodeText(text: unknown, field: string): Uint8Array {
  if (typeof text !== 'string') throw new TypeError(`identity.${field} must be a string`);
  if (text.length === 0) throw new MibscError('identity', `an identity's ${field} is empty`);
  // Bound before the engine normalizes anything.
  if (text.length > MAX_IDENTITY_BYTES)
    throw new MibscError('identity', `an identity's ${field} is too long`);
  checkScalarValues(text, field);
  if (text.normalize('NFC') !== text)
    throw new MibscError('identity', `an identity's ${field} is not in NFC`);
  return utf8(text);
}

/** Refuses lone surrogates and code points not assigned in Unicode 14.0. */
function checkScalarValues(text: string, field: string): void {
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code >= 0x20 && code < 0x7f) continue;
    if (code >= 0xd800 && code < 0xe000) {
      throw new MibscError('identity', `an identity's ${field} is ill-formed`);
    }
    // The number of edges at or below the code point is odd inside a range.
    let low = 0;
    let high = ASSIGNED_EDGES.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ASSIGNED_EDGES[middle] as number) <= code) low = middle + 1;
      else high = middle;
    }
    if (low % 2 === 0)
      throw new MibscError('identity', `an identity's ${field} has an unassigned code point`);
  }
}

function decodeText(reader: Reader): string {
  const bytes = reader.lengthPrefixed(MAX_IDENTITY_BYTES);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new MibscError('decode', 'an identity is not UTF-8');
  }
}
