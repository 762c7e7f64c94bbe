/**
 * The key encapsulation: one header of two points for any set of recipients.
 *
 *     C1 = -k w    C2 = k F_S(γ) h    R = u^k
 *     KEK = HKDF-SHA-256(ikm R, salt suite, info 'wrap' || paramsDigest || C1 || C2 || setDigest || LP(sender) || LP(context))
 *
 *     well-formed:  C1, C2 ≠ O and e(C1, F_S(γ) h) e(w, C2) = 1
 *     decapsulate:  R = e(C1, c⁻¹ q(γ) h) e(c⁻¹ SK_i, C2),  c = F_i(0), q(X) = (F_i(X) - c)/X
 *
 * A well-formed header gives all members of S one and the same R. It cannot show that nobody else knows R: a sender can
 * give it away.
 */
import type { G1, G2, GT, PairingTerm, PreparedG2 } from './backend.js';
import { MibscError } from './errors.js';
import { encodeIdentity, type Identity } from './identity.js';
import { type IdentityKey, keyPoints } from './identity-key.js';
import { bytesToBigint, concat, lengthPrefixed, requireBytes, toHex, utf8 } from './internal/bytes.js';
import { hkdf, sha256 } from './internal/hash.js';
import { LruMap } from './internal/lru.js';
import { deriveNonce } from './internal/nonce.js';
import { type RandomSource, randomBytes } from './internal/random.js';
import { type PublicParameters, tablesOf } from './parameters.js';
import type { RecipientSet } from './recipients.js';
import { SUITE_BYTES } from './suite.js';

/** Length of a header in bytes: C1 and C2. */
export const HEADER_BYTES = 48 + 96;

/** A decoded header and the bytes it came from. */
export interface Header {
  readonly C1: G1;
  readonly C2: G2;
  /** `C1 || C2`, 144 bytes. */
  readonly bytes: Uint8Array;
  /** C2 with its lines, which two products need. */
  prepared(): PreparedG2;
}

/** @throws MibscError `decode` unless two canonical points of order r, not O */
export function decodeHeader(params: PublicParameters, bytes: Uint8Array): Header {
  tablesOf(params);
  requireBytes(bytes, 'header');
  if (bytes.length !== HEADER_BYTES) throw new MibscError('decode', 'a header has 144 bytes');
  const { g1, g2 } = params.backend;
  return header(
    params,
    g1.decode(bytes.subarray(0, 48)),
    g2.decode(bytes.subarray(48)),
    new Uint8Array(bytes),
  );
}

function header(params: PublicParameters, C1: G1, C2: G2, bytes: Uint8Array): Header {
  let lines: PreparedG2 | undefined;
  return {
    C1,
    C2,
    bytes,
    prepared: () => {
      lines ??= params.backend.prepare(C2);
      return lines;
    },
  };
}

/**
 * Headers that its owner has seen pass the well-formed check, by (paramsDigest, C1, C2, setDigest). The owner decides
 * whom it trusts with it: an entry that does not belong lets a malformed header through.
 */
export class HeaderCache {
  readonly #known: LruMap<true>;

  /** @param limit - most entries kept, 1024 by default */
  constructor(limit = 1024) {
    this.#known = new LruMap(limit);
  }

  /** @internal */
  has(params: PublicParameters, set: RecipientSet, header: Header): boolean {
    return this.#known.get(cacheKeyOf(params, set, header)) === true;
  }

  /** @internal */
  add(params: PublicParameters, set: RecipientSet, header: Header): void {
    this.#known.set(cacheKeyOf(params, set, header), true);
  }

  get size(): number {
    return this.#known.size;
  }
}

function cacheKeyOf(params: PublicParameters, set: RecipientSet, header: Header): string {
  return toHex(sha256(concat(tablesOf(params).digest, header.bytes, set.digest)));
}

/** @internal the terms whose product is 1 exactly for a well-formed header */
export function headerTerms(params: PublicParameters, set: RecipientSet, header: Header): PairingTerm[] {
  return [
    [header.C1, set.prepared],
    [params.w, header.prepared()],
  ];
}

/**
 * The public check that all members of the set derive one secret.
 *
 * Cost: one pairing product of two, none when the cache knows the header.
 */
export function isWellFormed(
  params: PublicParameters,
  set: RecipientSet,
  header: Header,
  cache?: HeaderCache,
): boolean {
  if (cache?.has(params, set, header)) return true;
  const { g1, g2 } = params.backend;
  if (g1.isIdentity(header.C1) || g2.isIdentity(header.C2)) return false;
  if (!params.backend.pairingProductIsOne(headerTerms(params, set, header))) return false;
  cache?.add(params, set, header);
  return true;
}

/** What binds a header to its use. */
export interface HeaderBinding {
  readonly sender: Identity;
  /** Any bytes; the caller's own statement of what is sealed. */
  readonly context: Uint8Array;
}

/**
 * Makes a fresh header for a set.
 *
 * Cost: one multiplication in each group and one exponentiation in GT; the set's multi-scalar multiplication on first use.
 * @param localSecret - a secret of the sender's, at least 32 bytes; hedges against a bad generator
 * @param random - 32 bytes are drawn; the platform's source by default
 * @returns the header, and the 32-byte key that it encapsulates
 * @throws MibscError `randomness`, `identity`, `recipients`
 */
export function encapsulate(
  params: PublicParameters,
  set: RecipientSet,
  binding: HeaderBinding,
  localSecret: Uint8Array,
  random?: RandomSource,
): { header: Header; key: Uint8Array } {
  const { digest, w } = tablesOf(params);
  requireBytes(localSecret, 'localSecret');
  if (localSecret.length < 32) throw new RangeError('localSecret must have at least 32 bytes');
  if (!set.belongsTo(params)) throw new TypeError('the set of recipients belongs to other parameters');
  const { backend } = params;
  const { g1, g2 } = backend;
  const k = deriveNonce(backend, 'K', random, [
    lengthPrefixed(localSecret),
    digest,
    set.digest,
    lengthPrefixed(encodeIdentity(binding.sender)),
    lengthPrefixed(binding.context),
  ]);
  const C1 = g1.negate(w.mulSecret(k));
  const C2 = g2.mulSecret(set.commitment, k);
  const R = backend.powGT(params.u, k);
  backend.wipeScalar(k);
  const made = header(params, C1, C2, concat(g1.encode(C1), g2.encode(C2)));
  return { header: made, key: deriveKey(params, set, made, binding, R) };
}

/**
 * Recovers the key of a header, after the well-formed check.
 *
 * Cost: the check, two multiplications in G1 and one pairing product of two; no exponentiation in GT.
 * @param key - of a member of the set
 * @param cache - headers that the caller has checked before; the only way around the check
 * @returns the 32-byte key
 * @throws MibscError `not-a-recipient`, `malformed-header`, `identity-key`
 */
export function decapsulate(
  params: PublicParameters,
  set: RecipientSet,
  header: Header,
  binding: HeaderBinding,
  key: IdentityKey,
  cache?: HeaderCache,
): Uint8Array {
  keyPoints(params, key);
  if (set.indexOf(key.identity) < 0) throw new MibscError('not-a-recipient', 'the key is not in the set');
  if (!isWellFormed(params, set, header, cache)) {
    throw new MibscError('malformed-header', 'the header is not well-formed for this set');
  }
  return uncheckedDecapsulate(params, set, header, binding, key);
}

/** @internal skips the well-formed check, which its caller has made */
function uncheckedDecapsulate(
  params: PublicParameters,
  set: RecipientSet,
  header: Header,
  binding: HeaderBinding,
  key: IdentityKey,
): Uint8Array {
  const { g1 } = params.backend;
  const { inverse, quotient } = set.opening(set.indexOf(key.identity));
  const scaled = g1.mulSecret(keyPoints(params, key).decrypt, inverse);
  const terms: PairingTerm[] = [[scaled, header.C2]];
  if (quotient !== undefined) terms.push([header.C1, quotient]);
  const R = params.backend.pairingProduct(terms);
  g1.wipe(scaled);
  return deriveKey(params, set, header, binding, R);
}

/**
 * Recovers the key of a header and lets it open something sealed, with the well-formed check folded into the pairing
 * product: for `W = e(C1, F_S(γ) h) e(w, C2)` and a fresh secret ρ of 128 bits it computes `R W^ρ`. A well-formed header
 * has W = 1 and gives R; any other gives a key that nobody can foresee, under which nothing opens.
 *
 * Cost: three multiplications in G1 and one pairing product of three; of two when the cache knows the header.
 * @param open - tries the key; its failure is what a malformed header looks like
 * @throws MibscError `malformed-header` when opening fails and the header is the reason; whatever `open` throws, otherwise
 */
export async function decapsulateAndOpen<T>(
  params: PublicParameters,
  set: RecipientSet,
  header: Header,
  binding: HeaderBinding,
  key: IdentityKey,
  cache: HeaderCache | undefined,
  random: RandomSource | undefined,
  open: (kek: Uint8Array) => Promise<T>,
): Promise<T> {
  const known = cache?.has(params, set, header) === true;
  const kek = known
    ? uncheckedDecapsulate(params, set, header, binding, key)
    : blindedDecapsulate(params, set, header, binding, key, random);
  try {
    const opened = await open(kek);
    if (!known) cache?.add(params, set, header);
    return opened;
  } catch (error) {
    if (!known && !isWellFormed(params, set, header)) {
      throw new MibscError('malformed-header', 'the header is not well-formed for this set');
    }
    throw error;
  } finally {
    kek.fill(0);
  }
}

function blindedDecapsulate(
  params: PublicParameters,
  set: RecipientSet,
  header: Header,
  binding: HeaderBinding,
  key: IdentityKey,
  random: RandomSource | undefined,
): Uint8Array {
  const { backend, w } = params;
  const { g1 } = backend;
  const { inverse, quotient } = set.opening(set.indexOf(key.identity));
  const rho = backend.scalar(bytesToBigint(randomBytes(random, 16)) || 1n);
  const scaled = g1.mulSecret(keyPoints(params, key).decrypt, inverse);
  const blinded = g1.add(scaled, g1.mul(w, rho));
  const terms: PairingTerm[] = [
    [blinded, header.C2],
    [g1.mul(header.C1, rho), set.prepared],
  ];
  if (quotient !== undefined) terms.push([header.C1, quotient]);
  const R = backend.pairingProduct(terms);
  g1.wipe(scaled);
  g1.wipe(blinded);
  backend.wipeScalar(rho);
  return deriveKey(params, set, header, binding, R);
}

function deriveKey(
  params: PublicParameters,
  set: RecipientSet,
  header: Header,
  binding: HeaderBinding,
  R: GT,
): Uint8Array {
  requireBytes(binding.context, 'context');
  const encoded = params.backend.encodeGT(R);
  const info = concat(
    utf8('wrap'),
    tablesOf(params).digest,
    header.bytes,
    set.digest,
    lengthPrefixed(encodeIdentity(binding.sender)),
    lengthPrefixed(binding.context),
  );
  const key = hkdf(encoded, SUITE_BYTES, info, 32);
  encoded.fill(0);
  return key;
}
