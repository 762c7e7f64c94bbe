/**
 * Backend on @noble/curves: plain JavaScript, several times slower than mcl, the second opinion of the test suite and
 * the choice where WebAssembly is forbidden.
 *
 * BigInt arithmetic is variable-time; noble's `multiply` visits the same table entries for every scalar ("constant-time
 * in the algorithm"), which is as far as JavaScript goes. `powGT` is square-and-multiply.
 */
import { pippenger } from '@noble/curves/abstract/curve.js';
import { bls12_381 } from '@noble/curves/bls12-381.js';
import type {
  Backend,
  CurveGroup,
  FixedBase,
  G1,
  G2,
  GT,
  PairingTerm,
  PreparedG2,
  Scalar,
} from '../backend.js';
import { MibscError } from '../errors.js';
import { bigintToBytes, bytesToBigint, equalBytes } from '../internal/bytes.js';
import { invert, mod, P, R } from '../internal/field.js';

const { Fp, Fp12 } = bls12_381.fields;
type Fp12Element = ReturnType<typeof Fp12.create>;
type NobleG1 = InstanceType<typeof bls12_381.G1.Point>;
type NobleG2 = InstanceType<typeof bls12_381.G2.Point>;

type Lines = ReturnType<typeof bls12_381.utils.calcPairingPrecomputes>;

/** The lines of a point's Miller loop; none for O, whose pairing is 1. */
class Prepared {
  readonly lines: Lines | undefined;
  constructor(point: NobleG2) {
    this.lines = point.is0() ? undefined : bls12_381.utils.calcPairingPrecomputes(point);
  }
}

/** Scalars are boxed, so that a secret can at least be dropped. */
interface Box {
  value: bigint;
}

const unbox = (scalar: Scalar): bigint => (scalar as unknown as Box).value;
const box = (value: bigint): Scalar => ({ value }) as unknown as Scalar;

export function createNobleBackend(): Backend {
  return new NobleBackend();
}

class NobleBackend implements Backend {
  readonly name = 'noble';
  readonly g1: CurveGroup<G1> = new NobleGroup<G1>(
    bls12_381.G1.Point as unknown as PointClass,
    48,
    (point) => {
      const { x, y } = (point as unknown as NobleG1).toAffine();
      return [x, y];
    },
  );
  readonly g2: CurveGroup<G2> = new NobleGroup<G2>(
    bls12_381.G2.Point as unknown as PointClass,
    96,
    (point) => {
      const { x, y } = (point as unknown as NobleG2).toAffine();
      return [x.c0, x.c1, y.c0, y.c1];
    },
  );

  scalar(value: bigint): Scalar {
    return box(mod(value));
  }

  scalarFromWide(bytes: Uint8Array): Scalar {
    if (bytes.length !== 48) throw new RangeError('48 bytes expected');
    return box(bytesToBigint(bytes) % R);
  }

  decodeScalar(bytes: Uint8Array): Scalar {
    if (bytes.length !== 32) throw new MibscError('decode', 'a scalar has 32 bytes');
    const value = bytesToBigint(bytes);
    if (value >= R) throw new MibscError('decode', 'a scalar is not below the group order');
    return box(value);
  }

  encodeScalar(scalar: Scalar): Uint8Array {
    return bigintToBytes(unbox(scalar), 32);
  }

  addScalars(a: Scalar, b: Scalar): Scalar {
    return box(mod(unbox(a) + unbox(b)));
  }

  mulScalars(a: Scalar, b: Scalar): Scalar {
    return box(mod(unbox(a) * unbox(b)));
  }

  invertScalar(a: Scalar): Scalar {
    return box(invert(unbox(a)));
  }

  isZeroScalar(a: Scalar): boolean {
    return unbox(a) === 0n;
  }

  wipeScalar(a: Scalar): void {
    (a as unknown as Box).value = 0n;
  }

  prepare(point: G2): PreparedG2 {
    return new Prepared(point as unknown as NobleG2) as unknown as PreparedG2;
  }

  pairingProduct(terms: readonly PairingTerm[]): GT {
    // Not `pairingBatch`, which would repeat the subgroup checks that decoding has made.
    const pairs: [Lines, bigint, bigint][] = [];
    for (const [a, b] of terms) {
      const g1 = a as unknown as NobleG1;
      if (g1.is0()) continue;
      const prepared = b instanceof Prepared ? b : new Prepared(b as unknown as NobleG2);
      if (prepared.lines === undefined) continue;
      const { x, y } = g1.toAffine();
      pairs.push([prepared.lines, x, y]);
    }
    return Fp12.finalExponentiate(bls12_381.millerLoopBatch(pairs)) as unknown as GT;
  }

  pairingProductIsOne(terms: readonly PairingTerm[]): boolean {
    return Fp12.eql(this.pairingProduct(terms) as unknown as Fp12Element, Fp12.ONE);
  }

  decodeGT(bytes: Uint8Array): GT {
    if (bytes.length !== 576) throw new MibscError('decode', 'an element of GT has 576 bytes');
    for (let i = 0; i < 12; i++) {
      if (bytesToBigint(bytes.subarray(i * 48, (i + 1) * 48)) >= P) {
        throw new MibscError('decode', 'a coefficient of GT is not below the field characteristic');
      }
    }
    const value = Fp12.fromBytes(bytes);
    if (Fp12.eql(value, Fp12.ONE)) throw new MibscError('decode', 'an element of GT is 1');
    if (Fp12.eql(value, Fp12.ZERO) || !Fp12.eql(Fp12.pow(value, R), Fp12.ONE)) {
      throw new MibscError('decode', 'an element of GT has another order');
    }
    return value as unknown as GT;
  }

  encodeGT(value: GT): Uint8Array {
    return new Uint8Array(Fp12.toBytes(value as unknown as Fp12Element));
  }

  equalsGT(a: GT, b: GT): boolean {
    return Fp12.eql(a as unknown as Fp12Element, b as unknown as Fp12Element);
  }

  mulGT(a: GT, b: GT): GT {
    return Fp12.mul(a as unknown as Fp12Element, b as unknown as Fp12Element) as unknown as GT;
  }

  powGT(base: GT, exponent: Scalar): GT {
    return Fp12.pow(base as unknown as Fp12Element, unbox(exponent)) as unknown as GT;
  }
}

/** What both of noble's point classes have. */
interface NoblePoint {
  assertValidity(): void;
  is0(): boolean;
  isTorsionFree(): boolean;
  equals(other: NoblePoint): boolean;
  add(other: NoblePoint): NoblePoint;
  negate(): NoblePoint;
  multiply(scalar: bigint): NoblePoint;
  multiplyUnsafe(scalar: bigint): NoblePoint;
  precompute(windowSize?: number, isLazy?: boolean): NoblePoint;
  toBytes(compressed?: boolean): Uint8Array;
}

interface PointClass {
  readonly BASE: NoblePoint;
  readonly ZERO: NoblePoint;
  fromBytes(bytes: Uint8Array): NoblePoint;
}

class NobleGroup<Point> implements CurveGroup<Point> {
  readonly encodedLength: number;
  readonly evmLength: number;
  readonly generator: Point;
  readonly #class: PointClass;
  readonly #coordinates: (point: NoblePoint) => bigint[];

  constructor(pointClass: PointClass, encodedLength: number, coordinates: (point: NoblePoint) => bigint[]) {
    this.#class = pointClass;
    this.encodedLength = encodedLength;
    this.evmLength = encodedLength === 48 ? 128 : 256;
    this.generator = pointClass.BASE as unknown as Point;
    this.#coordinates = coordinates;
  }

  decode(bytes: Uint8Array): Point {
    const name = this.encodedLength === 48 ? 'G1' : 'G2';
    if (bytes.length !== this.encodedLength) {
      throw new MibscError('decode', `a point of ${name} has ${this.encodedLength} bytes`);
    }
    let point: NoblePoint;
    try {
      point = this.#class.fromBytes(bytes);
      if (!point.is0()) point.assertValidity();
    } catch {
      throw new MibscError('decode', `not a point of ${name}`);
    }
    if (point.is0()) throw new MibscError('decode', `the identity of ${name} is refused`);
    if (!equalBytes(point.toBytes(true), bytes)) {
      throw new MibscError('decode', `a non-canonical encoding of a point of ${name}`);
    }
    return point as unknown as Point;
  }

  encode(point: Point): Uint8Array {
    return new Uint8Array((point as unknown as NoblePoint).toBytes(true));
  }

  encodeEvm(point: Point): Uint8Array {
    const out = new Uint8Array(this.evmLength);
    if (this.isIdentity(point)) return out;
    for (const [i, coordinate] of this.#coordinates(point as unknown as NoblePoint).entries()) {
      out.set(bigintToBytes(Fp.create(coordinate), 48), i * 64 + 16);
    }
    return out;
  }

  isIdentity(point: Point): boolean {
    return (point as unknown as NoblePoint).is0();
  }

  equals(a: Point, b: Point): boolean {
    return (a as unknown as NoblePoint).equals(b as unknown as NoblePoint);
  }

  add(a: Point, b: Point): Point {
    return (a as unknown as NoblePoint).add(b as unknown as NoblePoint) as unknown as Point;
  }

  negate(a: Point): Point {
    return (a as unknown as NoblePoint).negate() as unknown as Point;
  }

  mul(point: Point, scalar: Scalar): Point {
    return (point as unknown as NoblePoint).multiplyUnsafe(unbox(scalar)) as unknown as Point;
  }

  mulSecret(point: Point, scalar: Scalar): Point {
    const value = unbox(scalar);
    if (value === 0n) return this.#class.ZERO as unknown as Point;
    return (point as unknown as NoblePoint).multiply(value) as unknown as Point;
  }

  multiScalar(points: readonly Point[], scalars: readonly Scalar[]): Point {
    if (points.length !== scalars.length) throw new RangeError('as many scalars as points expected');
    const live: NoblePoint[] = [];
    const values: bigint[] = [];
    for (let i = 0; i < points.length; i++) {
      const value = unbox(scalars[i] as Scalar);
      const point = points[i] as unknown as NoblePoint;
      if (value === 0n || point.is0()) continue;
      live.push(point);
      values.push(value);
    }
    if (live.length === 0) return this.#class.ZERO as unknown as Point;
    // Below a dozen points the buckets cost more than they save.
    if (live.length > 12) return pippenger(this.#class as never, live as never[], values) as unknown as Point;
    let sum = this.#class.ZERO;
    for (const [i, point] of live.entries()) sum = sum.add(point.multiplyUnsafe(values[i] as bigint));
    return sum as unknown as Point;
  }

  wipe(): void {
    // noble's points are immutable; the garbage collector has the last word.
  }

  fixedBase(point: Point): FixedBase<Point> {
    (point as unknown as NoblePoint).precompute(4, true);
    return { point, mulSecret: (scalar) => this.mulSecret(point, scalar) };
  }
}
