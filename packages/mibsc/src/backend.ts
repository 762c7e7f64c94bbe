/**
 * What the scheme asks of a pairing library on BLS12-381.
 *
 * The interface speaks in the operations that cost something (pairing products, multi-scalar multiplications,
 * multiplications of a fixed base), so that a library can do each of them whole. Two backends implement it and give the
 * same bytes: `mcl` (WebAssembly, default) and `noble` (JavaScript).
 *
 * Encodings
 * - scalar: 32 bytes big-endian, below r
 * - G1, G2: compressed ZCash/IETF form, 48 and 96 bytes; for the EVM the EIP-2537 form, 128 and 256 bytes
 * - GT: the twelve Fp coefficients, 48 bytes big-endian each, tower order Fp12 = Fp6[w], Fp6 = Fp2[v], Fp2 = Fp[i],
 *   c0 before c1 (before c2) at every level: 576 bytes
 *
 * Timing: operations named `…Secret` take the route that the library calls constant-time. What that is worth is in
 * docs/SCHEME.md; JavaScript engines promise nothing.
 */

import { MibscError } from './errors.js';

declare const brand: unique symbol;
/** An integer modulo r inside a backend; may be secret. */
export interface Scalar {
  readonly [brand]: 'Scalar';
}
/** A point of order r, or O, of E(Fp). */
export interface G1 {
  readonly [brand]: 'G1';
}
/** A point of order r, or O, of the twist. */
export interface G2 {
  readonly [brand]: 'G2';
}
/** An element of order dividing r of Fp12*. */
export interface GT {
  readonly [brand]: 'GT';
}
/** A G2 point with the lines of its Miller loop computed. */
export interface PreparedG2 {
  readonly [brand]: 'PreparedG2';
}

/** A base that is multiplied often by secret scalars. */
export interface FixedBase<Point> {
  readonly point: Point;
  mulSecret(scalar: Scalar): Point;
}

/** The operations of one of the two curve groups. */
export interface CurveGroup<Point> {
  /** 48 or 96. */
  readonly encodedLength: number;
  /** 128 or 256. */
  readonly evmLength: number;
  /** The standard generator, P1 or P2. */
  readonly generator: Point;
  /**
   * Decodes a compressed point.
   * @throws MibscError `decode` unless the bytes are the canonical encoding of a point on the curve, in the subgroup of
   *   order r, and not O
   */
  decode(bytes: Uint8Array): Point;
  encode(point: Point): Uint8Array;
  /** EIP-2537 encoding: each coordinate padded to 64 bytes, c0 before c1. O is all zero. */
  encodeEvm(point: Point): Uint8Array;
  isIdentity(point: Point): boolean;
  equals(a: Point, b: Point): boolean;
  add(a: Point, b: Point): Point;
  negate(a: Point): Point;
  /** `scalar * point`, scalar public. */
  mul(point: Point, scalar: Scalar): Point;
  /** `scalar * point` by the constant-time route. */
  mulSecret(point: Point, scalar: Scalar): Point;
  /** `sum scalars[i] * points[i]`, scalars public; O for empty lists. Variable time. */
  multiScalar(points: readonly Point[], scalars: readonly Scalar[]): Point;
  /** Overwrites a secret point where the backend can. */
  wipe(point: Point): void;
  /** Tables for `mulSecret` of a base used often. */
  fixedBase(point: Point): FixedBase<Point>;
}

/** One factor `e(g1, g2)` of a pairing product. */
export type PairingTerm = readonly [g1: G1, g2: G2 | PreparedG2];

export interface Backend {
  readonly name: BackendName;
  readonly g1: CurveGroup<G1>;
  readonly g2: CurveGroup<G2>;

  /** A public integer, reduced modulo r. */
  scalar(value: bigint): Scalar;
  /** Reduces 48 uniform bytes, big-endian, modulo r (RFC 9380, section 5.2). */
  scalarFromWide(bytes: Uint8Array): Scalar;
  /** @throws MibscError `decode` unless 32 bytes, big-endian, below r */
  decodeScalar(bytes: Uint8Array): Scalar;
  encodeScalar(scalar: Scalar): Uint8Array;
  addScalars(a: Scalar, b: Scalar): Scalar;
  mulScalars(a: Scalar, b: Scalar): Scalar;
  /** `a` must not be zero. */
  invertScalar(a: Scalar): Scalar;
  isZeroScalar(a: Scalar): boolean;
  /** Overwrites a secret scalar where the backend can. */
  wipeScalar(a: Scalar): void;

  /** Computes the lines of `point`'s Miller loop once, for use in any number of products. */
  prepare(point: G2): PreparedG2;
  /** `prod e(g1, g2)`: one Miller loop a term and one final exponentiation. Terms with O count as 1. */
  pairingProduct(terms: readonly PairingTerm[]): GT;
  /** Whether the product is 1. */
  pairingProductIsOne(terms: readonly PairingTerm[]): boolean;

  /** @throws MibscError `decode` unless canonical, of order r, and not 1 */
  decodeGT(bytes: Uint8Array): GT;
  encodeGT(value: GT): Uint8Array;
  equalsGT(a: GT, b: GT): boolean;
  mulGT(a: GT, b: GT): GT;
  /** `base^exponent`; the exponent may be secret. */
  powGT(base: GT, exponent: Scalar): GT;
}

export type BackendName = 'mcl' | 'noble';

const loaded = new Map<BackendName, Promise<Backend>>();

/**
 * Loads a backend once a process. `mcl` compiles 300 kB of WebAssembly (about 30 ms).
 * @throws RangeError for an unknown name
 * @throws Error when WebAssembly is missing, or when the library fails the self-test: it must refuse points outside the
 *   subgroups (a build with order checks off would)
 */
export function loadBackend(name: BackendName = 'mcl'): Promise<Backend> {
  if (name !== 'mcl' && name !== 'noble') throw new RangeError("backend must be 'mcl' or 'noble'");
  let promise = loaded.get(name);
  if (promise === undefined) {
    promise = load(name).then((backend) => {
      selfTest(backend);
      return backend;
    });
    loaded.set(name, promise);
  }
  return promise;
}

async function load(name: BackendName): Promise<Backend> {
  if (name === 'mcl') return (await import('./backends/mcl.js')).createMclBackend();
  return (await import('./backends/noble.js')).createNobleBackend();
}

/**
 * Decodes a point that lies on the curve but not in the subgroup: x = 4 on E (4^3 + 4 is a square), x = 2 on the twist
 * (2^3 + 4(1 + i) is one), both shown outside the subgroup by either library.
 */
function selfTest(backend: Backend): void {
  for (const [group, x] of [
    [backend.g1, 4],
    [backend.g2, 2],
  ] as const) {
    const bytes = new Uint8Array(group.encodedLength);
    bytes[0] = 0x80;
    bytes[bytes.length - 1] = x;
    try {
      group.decode(bytes);
    } catch (error) {
      if (error instanceof MibscError && error.code === 'decode') continue;
      throw error;
    }
    throw new Error(`backend ${backend.name} accepts a point outside its subgroup`);
  }
}
