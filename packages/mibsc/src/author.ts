/**
 * Author proofs: an identity-based signature in the style of BLMQ, with its own randomness and its commitment in G1, so
 * that a contract can check it with the EIP-2537 precompiles.
 *
 *     Q = H[2] + x_S H[1]                      of the identity; computed by the verifier, never taken from the prover
 *     D = keccak256( suite || paramsDigest || u256 chainId || address )     or …|| 'offchain'
 *     X = x w
 *     f = low 128 bits of keccak256( D || X || digest || keccak256(Q) )     X, Q in EIP-2537 encoding
 *     v = (x + f) SK_S
 *     proof = X[48] || v[48]
 *     verify: v, X ≠ O and e(v, Q) = e(X + f w, h)
 */
import type { Backend, G1, G2, PairingTerm, PreparedG2, Scalar } from './backend.js';
import { MibscError } from './errors.js';
import { DST_SIGN, encodeIdentity, type Identity, identityScalar } from './identity.js';
import { type IdentityKey, keyPoints } from './identity-key.js';
import {
  bigintToBytes,
  bytesToBigint,
  concat,
  lengthPrefixed,
  requireBytes,
  utf8,
} from './internal/bytes.js';
import { mod } from './internal/field.js';
import { keccak256, sha256 } from './internal/hash.js';
import { deriveNonce } from './internal/nonce.js';
import { type RandomSource, randomBytes } from './internal/random.js';
import { cacheKey, type PublicParameters, tablesOf } from './parameters.js';
import { SUITE_BYTES } from './suite.js';

/** Length of an author proof in bytes. */
export const AUTHOR_PROOF_BYTES = 96;

/** Where a proof holds: one contract on one chain, or nowhere on chain. */
export type Domain = { readonly chainId: bigint; readonly contract: string } | 'offchain';

/** @internal the author point of an identity and what hangs on it */
export interface AuthorPoint {
  readonly Q: G2;
  readonly evm: Uint8Array;
  readonly digest: Uint8Array;
  prepared(): PreparedG2;
}

/**
 * The domain `D`, 32 bytes.
 * @throws TypeError for a chain id that is not a bigint or a contract that is not `0x` and 40 hexadecimal digits;
 *   RangeError for a chain id outside 0..2^256 - 1
 */
export function domainDigest(params: PublicParameters, domain: Domain): Uint8Array {
  const { digest } = tablesOf(params);
  if (domain === 'offchain') return keccak256(concat(SUITE_BYTES, digest, utf8('offchain')));
  if (typeof domain !== 'object' || domain === null || typeof domain.chainId !== 'bigint') {
    throw new TypeError("domain must be 'offchain' or {chainId: bigint, contract}");
  }
  if (domain.chainId < 0n || domain.chainId >> 256n !== 0n)
    throw new RangeError('chainId must fit in 256 bits');
  if (typeof domain.contract !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(domain.contract)) {
    throw new TypeError('contract must be 0x and 40 hexadecimal digits');
  }
  const address = bigintToBytes(BigInt(domain.contract), 20);
  return keccak256(concat(SUITE_BYTES, digest, bigintToBytes(domain.chainId, 32), address));
}

/** @internal cached per parameters and identity; both are public */
export function authorPointOf(params: PublicParameters, identity: Identity): AuthorPoint {
  const { authorPoints } = tablesOf(params);
  const encoded = encodeIdentity(identity);
  const key = cacheKey(encoded);
  const cached = authorPoints.get(key) as AuthorPoint | undefined;
  if (cached !== undefined) return cached;
  const { backend, H } = params;
  const { g2 } = backend;
  const Q = g2.add(H[2] as G2, g2.mul(H[1] as G2, backend.scalar(identityScalar(encoded, DST_SIGN))));
  // γ (γ + x_S) h: O only for the identity that has no key.
  if (g2.isIdentity(Q)) throw new MibscError('identity', 'no key exists for this identity');
  const evm = g2.encodeEvm(Q);
  let prepared: PreparedG2 | undefined;
  const point: AuthorPoint = {
    Q,
    evm,
    digest: keccak256(evm),
    prepared: () => {
      prepared ??= backend.prepare(Q);
      return prepared;
    },
  };
  authorPoints.set(key, point);
  return point;
}

/**
 * The author point Q of an identity in EIP-2537 encoding, 256 bytes: what a contract computes at admission.
 * @throws MibscError `identity`, `parameters`
 */
export function authorPoint(params: PublicParameters, identity: Identity): Uint8Array {
  return new Uint8Array(authorPointOf(params, identity).evm);
}

/** The challenge f, an integer below 2^128. */
function challenge(
  backend: Backend,
  domain: Uint8Array,
  X: G1,
  digest: Uint8Array,
  signer: AuthorPoint,
): bigint {
  const hash = keccak256(concat(domain, backend.g1.encodeEvm(X), digest, signer.digest));
  return bytesToBigint(hash.subarray(16));
}

/**
 * Proves that the key's identity is the author of `digest` in `domain`.
 *
 * Cost: two multiplications in G1.
 * @param digest - 32 bytes
 * @param options.random - 32 bytes are drawn; the platform's source by default
 * @returns `X || v`, 96 bytes
 * @throws RangeError, TypeError for a digest of another length or a malformed domain; MibscError `identity-key` for a key
 *   of another authority, `randomness`
 */
export function author(
  params: PublicParameters,
  key: IdentityKey,
  digest: Uint8Array,
  domain: Domain,
  options: { readonly random?: RandomSource } = {},
): Uint8Array {
  requireBytes(digest, 'digest', 32);
  const { sign } = keyPoints(params, key);
  const { backend } = params;
  const D = domainDigest(params, domain);
  const signer = authorPointOf(params, key.identity);
  const secret = backend.g1.encode(sign);
  const x = deriveNonce(backend, 'X', options.random, [lengthPrefixed(secret), D, digest, signer.digest]);
  secret.fill(0);
  const X = tablesOf(params).w.mulSecret(x);
  const f = challenge(backend, D, X, digest, signer);
  const sum = backend.addScalars(x, backend.scalar(f));
  // x = -f would publish v = O and with it nothing; refused, since a verifier refuses it.
  if (backend.isZeroScalar(sum)) throw new MibscError('randomness', 'a secret scalar came out zero');
  const v = backend.g1.mulSecret(sign, sum);
  backend.wipeScalar(x);
  backend.wipeScalar(sum);
  return concat(backend.g1.encode(X), backend.g1.encode(v));
}

/** @internal a decoded proof */
export interface AuthorProof {
  readonly X: G1;
  readonly v: G1;
  /** `X || v` */
  readonly bytes: Uint8Array;
}

/** @internal @throws MibscError `decode` */
export function decodeAuthorProof(backend: Backend, proof: Uint8Array): AuthorProof {
  requireBytes(proof, 'proof');
  if (proof.length !== AUTHOR_PROOF_BYTES) throw new MibscError('decode', 'an author proof has 96 bytes');
  return {
    X: backend.g1.decode(proof.subarray(0, 48)),
    v: backend.g1.decode(proof.subarray(48)),
    bytes: proof,
  };
}

/** @internal the two terms whose pairing product is 1 exactly when the proof holds, scaled by a public weight */
export function authorTerms(
  params: PublicParameters,
  signer: AuthorPoint,
  proof: AuthorProof,
  digest: Uint8Array,
  D: Uint8Array,
  weight?: Scalar,
): PairingTerm[] {
  const { backend, w } = params;
  const { g1 } = backend;
  const f = backend.scalar(challenge(backend, D, proof.X, digest, signer));
  let left = proof.v;
  let right = g1.negate(g1.add(proof.X, g1.mul(w, f)));
  if (weight !== undefined) {
    left = g1.mul(left, weight);
    right = g1.mul(right, weight);
  }
  return [
    [left, signer.prepared()],
    [right, tablesOf(params).h],
  ];
}

/**
 * Whether `proof` shows that `identity` is the author of `digest` in `domain`.
 *
 * Cost: two decodings of G1 and one pairing product of two.
 * @param digest - 32 bytes
 * @param proof - untrusted; anything but a valid proof of 96 bytes gives false
 * @throws RangeError, TypeError for a digest of another length or a malformed domain; MibscError `identity`, `parameters`
 */
export function verifyAuthor(
  params: PublicParameters,
  identity: Identity,
  digest: Uint8Array,
  proof: Uint8Array,
  domain: Domain,
): boolean {
  requireBytes(digest, 'digest', 32);
  const D = domainDigest(params, domain);
  const signer = authorPointOf(params, identity);
  let decoded: AuthorProof;
  try {
    decoded = decodeAuthorProof(params.backend, proof);
  } catch (error) {
    if (error instanceof MibscError) return false;
    throw error;
  }
  return params.backend.pairingProductIsOne(authorTerms(params, signer, decoded, digest, D));
}

/**
 * As `verifyAuthor`, for callers that cannot go on without.
 * @throws MibscError `author-proof` when the proof does not hold
 */
export function assertAuthor(
  params: PublicParameters,
  identity: Identity,
  digest: Uint8Array,
  proof: Uint8Array,
  domain: Domain,
): void {
  if (!verifyAuthor(params, identity, digest, proof, domain)) {
    throw new MibscError('author-proof', 'the author proof does not verify');
  }
}

/** One claim of a batch. */
export interface AuthorClaim {
  readonly identity: Identity;
  /** 32 bytes. */
  readonly digest: Uint8Array;
  /** 96 bytes, untrusted. */
  readonly proof: Uint8Array;
}

interface Entry {
  readonly index: number;
  readonly proof: AuthorProof;
  readonly signer: AuthorPoint;
  readonly f: bigint;
  weight: bigint;
}

/**
 * Verifies many proofs at once, of any mix of signers, and names those that fail.
 *
 * Weights are 128-bit, nonzero, and hashed from 32 fresh secret bytes and every X, v, digest and Q after the batch is
 * fixed: with weights known beforehand an insider could make two false proofs cancel. A batch that fails is bisected.
 *
 * Cost: two decodings of G1 a proof, two multi-scalar multiplications of as many points, one Miller loop a distinct signer
 * and one more; a few times that for each false proof.
 * @param items - any number; the empty batch holds
 * @param options.random - source of the fresh bytes; the platform's by default
 * @returns `ok`, and the indexes that failed, ascending
 * @throws as `verifyAuthor`
 */
export function batchVerifyAuthor(
  params: PublicParameters,
  items: readonly AuthorClaim[],
  domain: Domain,
  options: { readonly random?: RandomSource } = {},
): { ok: boolean; failed: number[] } {
  const { backend } = params;
  const D = domainDigest(params, domain);
  const failed: number[] = [];
  const entries: Entry[] = [];
  const transcript = sha256.create().update(randomBytes(options.random, 32)).update(D);
  for (const [index, item] of items.entries()) {
    requireBytes(item.digest, 'digest', 32);
    const signer = authorPointOf(params, item.identity);
    let proof: AuthorProof;
    try {
      proof = decodeAuthorProof(backend, item.proof);
    } catch (error) {
      if (!(error instanceof MibscError)) throw error;
      failed.push(index);
      continue;
    }
    transcript.update(item.proof).update(item.digest).update(signer.evm);
    entries.push({
      index,
      proof,
      signer,
      f: challenge(backend, D, proof.X, item.digest, signer),
      weight: 0n,
    });
  }
  const seed = transcript.digest();
  for (const [i, entry] of entries.entries()) {
    const hash = sha256(concat(seed, bigintToBytes(BigInt(i), 8)));
    const weight = bytesToBigint(hash.subarray(0, 16));
    entry.weight = weight === 0n ? 1n : weight;
  }
  bisect(params, entries, failed);
  failed.sort((a, b) => a - b);
  return { ok: failed.length === 0, failed };
}

function bisect(params: PublicParameters, entries: readonly Entry[], failed: number[]): void {
  if (entries.length === 0 || holds(params, entries)) return;
  if (entries.length === 1) {
    failed.push((entries[0] as Entry).index);
    return;
  }
  const middle = entries.length >> 1;
  bisect(params, entries.slice(0, middle), failed);
  bisect(params, entries.slice(middle), failed);
}

/** `prod_s e(sum w_i v_i, Q_s) = e(sum w_i X_i + (sum w_i f_i) w, h)` */
function holds(params: PublicParameters, entries: readonly Entry[]): boolean {
  const { backend } = params;
  const { g1 } = backend;
  const bySigner = new Map<AuthorPoint, { points: G1[]; weights: Scalar[] }>();
  const commitments: G1[] = [];
  const weights: Scalar[] = [];
  let sum = 0n;
  for (const { proof, signer, f, weight } of entries) {
    const scalar = backend.scalar(weight);
    let group = bySigner.get(signer);
    if (group === undefined) {
      group = { points: [], weights: [] };
      bySigner.set(signer, group);
    }
    group.points.push(proof.v);
    group.weights.push(scalar);
    commitments.push(proof.X);
    weights.push(scalar);
    sum = mod(sum + weight * f);
  }
  commitments.push(params.w);
  weights.push(backend.scalar(sum));
  const terms: PairingTerm[] = [[g1.negate(g1.multiScalar(commitments, weights)), tablesOf(params).h]];
  for (const [signer, group] of bySigner) {
    terms.push([
      g1.multiScalar(group.points, group.weights),
      bySigner.size > 64 ? signer.Q : signer.prepared(),
    ]);
  }
  return backend.pairingProductIsOne(terms);
}

/**
 * An author proof as a contract takes it.
 * @param source - parameters or a backend
 * @returns X and v in EIP-2537 encoding, 128 bytes each
 * @throws MibscError `decode` unless both are canonical points of order r
 */
export function expandAuthorProof(
  source: PublicParameters | Backend,
  proof: Uint8Array,
): { X: Uint8Array; v: Uint8Array } {
  const backend = 'backend' in source ? source.backend : source;
  const { X, v } = decodeAuthorProof(backend, proof);
  return { X: backend.g1.encodeEvm(X), v: backend.g1.encodeEvm(v) };
}
