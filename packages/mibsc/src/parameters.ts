/**
 * Public parameters of one authority.
 *
 *     g = a P1 (secret)   h = P2   w = γ g   u = e(g, h)   V = γ P1   H[i] = γ^i h, i = 0..N
 *
 *     encoded = "TSPP" || 01 || 01 || u32 N || w[48] || u[576] || V[48] || H[0][96] … H[N][96]
 *     digest  = SHA-256(encoded)
 *
 * Nothing in this library works with parameters that were not validated. Validation cannot show that u = e(g, h): that
 * takes a key, and is part of the self-check of every identity key.
 */
import type { Backend, G1, G2, GT, PreparedG2, Scalar } from './backend.js';
import { MibscError } from './errors.js';
import { concat, requireBytes, toHex, u32 } from './internal/bytes.js';
import { sha256 } from './internal/hash.js';
import { encodeHead, readHead } from './internal/head.js';
import { LruMap } from './internal/lru.js';
import { type RandomSource, randomBytes } from './internal/random.js';
import { Reader } from './internal/reader.js';

/** Smallest and largest number of recipients that parameters may be made for. 2^16 powers cost about 6 bits (Cheon). */
export const MIN_RECIPIENTS = 2;
export const MAX_RECIPIENTS = 65_536;

const MAGIC = 'TSPP';
const FIXED_LENGTH = 6 + 4 + 48 + 576 + 48;

/** Decoded points of which only encoding, curve, subgroup and order were checked. */
export interface UnvalidatedParameters {
  readonly backend: Backend;
  /** Largest set of recipients. */
  readonly N: number;
  readonly w: G1;
  readonly u: GT;
  readonly V: G1;
  /** N + 1 points. */
  readonly H: readonly G2[];
}

declare const validated: unique symbol;

/** Parameters whose structure was proved: by `validateParameters`, or because `setup` made them. */
export interface PublicParameters extends UnvalidatedParameters {
  readonly [validated]: true;
  /** SHA-256 of the encoded parameters, 32 bytes: what is pinned on chain. A fresh copy at each access. */
  readonly digest: Uint8Array;
}

/** What is computed once for validated parameters. */
export interface ParameterTables {
  readonly digest: Uint8Array;
  readonly h: PreparedG2;
  readonly w: { readonly point: G1; mulSecret(scalar: Scalar): G1 };
  /** Author points and recipient sets by key, both public. */
  readonly authorPoints: LruMap<unknown>;
  readonly recipientSets: LruMap<unknown>;
  /** Encodings of master secrets that were found to belong here are never kept; only the objects are. */
  readonly masters: WeakSet<object>;
}

const tables = new WeakMap<object, ParameterTables>();

/**
 * @returns whether `params` came out of `validateParameters` or `setup`
 */
export function isValidated(params: unknown): params is PublicParameters {
  return typeof params === 'object' && params !== null && tables.has(params);
}

/** @throws MibscError `parameters` unless validated */
export function tablesOf(params: PublicParameters): ParameterTables {
  const found =
    typeof params === 'object' && params !== null ? tables.get(params as unknown as object) : undefined;
  if (found === undefined) throw new MibscError('parameters', 'the parameters were not validated');
  return found;
}

/**
 * @param params - validated or not
 * @returns `682 + 96 (N + 1)` bytes
 */
export function encodeParameters(params: UnvalidatedParameters): Uint8Array {
  const { backend } = params;
  return concat(
    encodeHead(MAGIC),
    u32(params.N),
    backend.g1.encode(params.w),
    backend.encodeGT(params.u),
    backend.g1.encode(params.V),
    ...params.H.map((point) => backend.g2.encode(point)),
  );
}

/**
 * Decodes without validating: each point is canonical, on its curve, in its subgroup and not O; u has order r.
 *
 * Cost: N + 1 decodings of G2 (0.7 ms each with mcl).
 * @param bytes - what `encodeParameters` gave
 * @throws MibscError `suite` for another version or suite; `decode` for anything that is not the one encoding of
 *   parameters with 2 <= N <= 65536
 */
export function decodeParameters(backend: Backend, bytes: Uint8Array): UnvalidatedParameters {
  requireBytes(bytes, 'bytes');
  const reader = new Reader(bytes, 'the encoding of parameters');
  readHead(reader, MAGIC);
  const N = reader.u32();
  if (N < MIN_RECIPIENTS || N > MAX_RECIPIENTS) throw reader.fail('states an N out of range');
  if (bytes.length !== FIXED_LENGTH + 96 * (N + 1)) throw reader.fail('has another length than N asks for');
  const w = backend.g1.decode(reader.take(48));
  const u = backend.decodeGT(reader.take(576));
  const V = backend.g1.decode(reader.take(48));
  const H: G2[] = [];
  for (let i = 0; i <= N; i++) H.push(backend.g2.decode(reader.take(96)));
  reader.end();
  return { backend, N, w, u, V, H: Object.freeze(H) };
}

/**
 * Proves that H[0..N] are the powers of one γ, that V belongs to the same γ, and that H[0] is the standard generator:
 * `e(P1, H[i+1]) = e(V, H[i])` for all i, in one random combination with 128-bit weights (a false set passes with
 * probability 2^-128).
 *
 * Cost: two multi-scalar multiplications of N points of G2 and one pairing product of two.
 * @param params - decoded parameters
 * @param options.random - source of the weights; the platform's by default
 * @returns the same parameters, now accepted by the rest of the library
 * @throws MibscError `parameters` when they do not hold together
 */
export function validateParameters(
  params: UnvalidatedParameters,
  options: { readonly random?: RandomSource } = {},
): PublicParameters {
  if (isValidated(params)) return params;
  const { backend, N, H } = params;
  if (!Number.isInteger(N) || N < MIN_RECIPIENTS || N > MAX_RECIPIENTS || H.length !== N + 1) {
    throw new MibscError('parameters', 'N does not agree with the number of points');
  }
  const { g1, g2 } = backend;
  // Points that came by another way than decodeParameters could be O.
  if (g1.isIdentity(params.w) || g1.isIdentity(params.V) || H.some((point) => g2.isIdentity(point))) {
    throw new MibscError('parameters', 'a point of the parameters is the identity');
  }
  if (!g2.equals(H[0] as G2, g2.generator))
    throw new MibscError('parameters', 'H[0] is not the standard generator');
  // w = V would mean that g is the standard generator, and g opens everything.
  if (g1.equals(params.w, params.V)) {
    throw new MibscError('parameters', 'g is the standard generator, which everyone knows');
  }
  const weights: Scalar[] = [];
  const random = randomBytes(options.random, 16 * N);
  for (let i = 0; i < N; i++) {
    const wide = new Uint8Array(32);
    wide.set(random.subarray(16 * i, 16 * (i + 1)), 16);
    weights.push(backend.decodeScalar(wide));
  }
  const next = g2.multiScalar(H.slice(1), weights);
  const here = g2.multiScalar(H.slice(0, N), weights);
  const holds = backend.pairingProductIsOne([
    [g1.generator, next],
    [g1.negate(params.V), here],
  ]);
  if (!holds) throw new MibscError('parameters', 'the points are not the powers of one secret');
  return markValidated(params);
}

/** For `setup`, which made the powers itself, and for `validateParameters`. */
export function markValidated(params: UnvalidatedParameters): PublicParameters {
  const { backend } = params;
  const digest = sha256(encodeParameters(params));
  const frozen = Object.freeze({
    backend,
    N: params.N,
    w: params.w,
    u: params.u,
    V: params.V,
    H: params.H,
    get digest(): Uint8Array {
      return new Uint8Array(digest);
    },
  }) as unknown as PublicParameters;
  tables.set(frozen, {
    digest,
    h: backend.prepare(params.H[0] as G2),
    w: backend.g1.fixedBase(params.w),
    authorPoints: new LruMap(512),
    recipientSets: new LruMap(64),
    masters: new WeakSet(),
  });
  return frozen;
}

/**
 * What a contract pins.
 * @returns `digest` 32 bytes; w in EIP-2537 form, 128 bytes; H[1] and H[2], 256 bytes each
 * @throws MibscError `parameters` unless validated
 */
export function contractParameters(params: PublicParameters): {
  digest: Uint8Array;
  w: Uint8Array;
  H1: Uint8Array;
  H2: Uint8Array;
} {
  tablesOf(params);
  const { g1, g2 } = params.backend;
  return {
    digest: params.digest,
    w: g1.encodeEvm(params.w),
    H1: g2.encodeEvm(params.H[1] as G2),
    H2: g2.encodeEvm(params.H[2] as G2),
  };
}

/** Key of a cache by public bytes. */
export function cacheKey(bytes: Uint8Array): string {
  return toHex(bytes);
}
