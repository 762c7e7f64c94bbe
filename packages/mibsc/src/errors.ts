/**
 * The one error type for everything that comes from outside.
 *
 * A caller's own mistake (a digest of 31 bytes, a key that is not a key object) is a TypeError or RangeError instead.
 * Messages and details never hold a secret, a name or an identity: `code` tells an operator what failed, and a caller
 * without the key learns nothing about the key.
 */

/**
 * Stable codes.
 *
 * | code | meaning |
 * |---|---|
 * | `decode` | bytes are not the one encoding of what they claim to be: length, head, flag, field range, curve, subgroup, identity element |
 * | `suite` | the object names another format version or suite |
 * | `identity` | name or epoch is empty, ill-formed, not NFC, unassigned or too long |
 * | `recipients` | the set is empty, larger than N, repeats a member, or two members share a scalar |
 * | `parameters` | parameters fail validation, or were never validated |
 * | `identity-key` | a key does not belong to these parameters, to this identity, or fails its self-check |
 * | `master-secret` | a master secret does not belong to these parameters |
 * | `not-a-recipient` | the key's identity is not in the set |
 * | `malformed-header` | C1, C2 do not encapsulate one secret for exactly this set |
 * | `author-proof` | the author's proof does not verify |
 * | `unwrap` | the wrapped secret does not open under the encapsulated key |
 * | `commitment` | a secret misses its commitment |
 * | `stream` | a sealed stream was altered, reordered, cut or extended |
 * | `randomness` | the source of randomness failed, or gave an output that must never be used |
 * | `key-file` | a key file does not open with the passphrase or identity given, or does not hold a key |
 */
export const MIBSC_ERROR_CODES = [
  'decode',
  'suite',
  'identity',
  'recipients',
  'parameters',
  'identity-key',
  'master-secret',
  'not-a-recipient',
  'malformed-header',
  'author-proof',
  'unwrap',
  'commitment',
  'stream',
  'randomness',
  'key-file',
] as const;

export type MibscErrorCode = (typeof MIBSC_ERROR_CODES)[number];

/** What untrusted input, or the world, did wrong. */
export class MibscError extends Error {
  readonly code: MibscErrorCode;
  /** Numbers and fixed words only: an offset, a length, the name of a field. */
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: MibscErrorCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'MibscError';
    this.code = code;
    this.details = details;
  }
}
