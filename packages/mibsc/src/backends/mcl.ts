/**
 * Backend on herumi's mcl compiled to WebAssembly (package mcl-wasm).
 *
 * It instantiates the module by itself instead of through the package's global state, so that no other user of mcl-wasm
 * in the process can change curve, serialization or order checks under it.
 *
 * A value is kept outside WebAssembly as a Uint32Array of the library's own limbs (Montgomery form); each operation
 * copies its operands into one scratch region and its result out. Secrets are wiped from the scratch region after use.
 *
 * mcl documents `mulCT` as constant-time in the scalar. `GT.pow`, inversion and the multi-scalar multiplication are not.
 */
import createModule from 'mcl-wasm/dist/mcl_c.js';
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
import { equalBytes, ownBytes } from '../internal/bytes.js';
import { mod } from '../internal/field.js';

/** MCL_BLS12_381 and MCLBN_COMPILED_TIME_VAR for 6 limbs of Fp and 4 of Fr (mcl/bn.h). */
const CURVE_BLS12_381 = 5;
const COMPILED_TIME_VAR = 46;

const FP_BYTES = 48;
const FR_BYTES = 32;
const G1_BYTES = 3 * FP_BYTES;
const G2_BYTES = 6 * FP_BYTES;
const GT_BYTES = 12 * FP_BYTES;

type Limbs = Uint32Array;
type Fn = (...args: number[]) => number;

/** The functions of the WebAssembly module that are used here. */
interface Module {
  readonly HEAP8: Int8Array;
  readonly HEAP32: Int32Array;
  _malloc(size: number): number;
  _free(pointer: number): void;
  readonly [name: `_mclBn${string}`]: Fn;
}

/** A G2 point with its lines; `point` serves products in which sharing a Miller loop is faster. */
class Prepared {
  readonly lines: Int32Array;
  constructor(lines: Int32Array) {
    this.lines = lines;
  }
}

/** @throws Error when WebAssembly is missing or the library does not start */
export async function createMclBackend(): Promise<Backend> {
  const module = (await createModule({
    // mcl asks for randomness only in functions that are not used here.
    cryptoGetRandomValues: (bytes: Uint8Array) => globalThis.crypto.getRandomValues(bytes),
  })) as Module;
  if (fn(module, '_mclBn_init')(CURVE_BLS12_381, COMPILED_TIME_VAR) !== 0)
    throw new Error('mcl does not start');
  fn(module, '_mclBn_setETHserialization')(1);
  fn(module, '_mclBn_verifyOrderG1')(1);
  fn(module, '_mclBn_verifyOrderG2')(1);
  return new MclBackend(module);
}

function fn(module: Module, name: `_mclBn${string}`): Fn {
  const found = module[name];
  if (found === undefined) throw new Error(`mcl lacks ${name}`);
  return found;
}

class MclBackend implements Backend {
  readonly name = 'mcl';
  readonly g1: CurveGroup<G1>;
  readonly g2: CurveGroup<G2>;
  readonly #heap: Heap;
  readonly #lineBytes: number;
  readonly #linesAt: number;
  readonly #module: Module;
  readonly #one: GT;

  constructor(module: Module) {
    this.#module = module;
    this.#heap = new Heap(module);
    this.#lineBytes = fn(module, '_mclBn_getUint64NumToPrecompute')() * 8;
    this.#linesAt = module._malloc(2 * this.#lineBytes);
    this.g1 = new MclGroup<G1>(module, this.#heap, 'G1', generatorG1(module, this.#heap));
    this.g2 = new MclGroup<G2>(module, this.#heap, 'G2', generatorG2(module, this.#heap));
    fn(module, '_mclBnGT_setInt32')(this.#heap.z, 1);
    this.#one = this.#heap.load(this.#heap.z, GT_BYTES) as unknown as GT;
  }

  scalar(value: bigint): Scalar {
    let hex = mod(value).toString(16).padStart(64, '0');
    const bytes = new Uint8Array(32);
    for (let i = 31; i >= 0; i--) {
      bytes[i] = Number.parseInt(hex.slice(-2), 16);
      hex = hex.slice(0, -2);
    }
    return this.#reduce(bytes);
  }

  scalarFromWide(bytes: Uint8Array): Scalar {
    if (bytes.length !== 48) throw new RangeError('48 bytes expected');
    return this.#reduce(bytes);
  }

  #reduce(bytes: Uint8Array): Scalar {
    const heap = this.#heap;
    heap.storeBytes(heap.buffer, bytes);
    if (fn(this.#module, '_mclBnFr_setBigEndianMod')(heap.z, heap.buffer, bytes.length) !== 0) {
      throw new Error('mcl refuses to reduce');
    }
    const scalar = heap.load(heap.z, FR_BYTES);
    heap.wipe();
    return scalar as unknown as Scalar;
  }

  decodeScalar(bytes: Uint8Array): Scalar {
    const heap = this.#heap;
    if (bytes.length !== FR_BYTES) throw new MibscError('decode', 'a scalar has 32 bytes');
    heap.storeBytes(heap.buffer, bytes);
    const read = fn(this.#module, '_mclBnFr_deserialize')(heap.z, heap.buffer, FR_BYTES);
    const scalar = heap.load(heap.z, FR_BYTES);
    heap.wipe();
    if (read !== FR_BYTES) throw new MibscError('decode', 'a scalar is not below the group order');
    return scalar as unknown as Scalar;
  }

  encodeScalar(scalar: Scalar): Uint8Array {
    const heap = this.#heap;
    heap.store(heap.x, scalar as unknown as Limbs);
    fn(this.#module, '_mclBnFr_serialize')(heap.buffer, FR_BYTES, heap.x);
    const bytes = heap.loadBytes(heap.buffer, FR_BYTES);
    heap.wipe();
    return bytes;
  }

  addScalars(a: Scalar, b: Scalar): Scalar {
    return this.#binaryScalar('_mclBnFr_add', a, b);
  }

  mulScalars(a: Scalar, b: Scalar): Scalar {
    return this.#binaryScalar('_mclBnFr_mul', a, b);
  }

  #binaryScalar(name: `_mclBn${string}`, a: Scalar, b: Scalar): Scalar {
    const heap = this.#heap;
    heap.store(heap.x, a as unknown as Limbs);
    heap.store(heap.y, b as unknown as Limbs);
    fn(this.#module, name)(heap.z, heap.x, heap.y);
    const scalar = heap.load(heap.z, FR_BYTES);
    heap.wipe();
    return scalar as unknown as Scalar;
  }

  invertScalar(a: Scalar): Scalar {
    if (this.isZeroScalar(a)) throw new RangeError('zero has no inverse');
    const heap = this.#heap;
    heap.store(heap.x, a as unknown as Limbs);
    fn(this.#module, '_mclBnFr_inv')(heap.z, heap.x);
    const scalar = heap.load(heap.z, FR_BYTES);
    heap.wipe();
    return scalar as unknown as Scalar;
  }

  isZeroScalar(a: Scalar): boolean {
    let any = 0;
    for (const limb of a as unknown as Limbs) any |= limb;
    return any === 0;
  }

  wipeScalar(a: Scalar): void {
    (a as unknown as Limbs).fill(0);
  }

  prepare(point: G2): PreparedG2 {
    const heap = this.#heap;
    heap.store(heap.x, point as unknown as Limbs);
    fn(this.#module, '_mclBnG2_normalize')(heap.x, heap.x);
    fn(this.#module, '_mclBn_precomputeG2')(this.#linesAt, heap.x);
    // Copied out, so that the garbage collector owns it: WebAssembly memory has no destructor.
    const at = this.#linesAt >> 2;
    return new Prepared(this.#module.HEAP32.slice(at, at + (this.#lineBytes >> 2))) as unknown as PreparedG2;
  }

  pairingProduct(terms: readonly PairingTerm[]): GT {
    this.#product(terms);
    return this.#heap.load(this.#heap.z, GT_BYTES) as unknown as GT;
  }

  pairingProductIsOne(terms: readonly PairingTerm[]): boolean {
    this.#product(terms);
    return fn(this.#module, '_mclBnGT_isOne')(this.#heap.z) === 1;
  }

  /** Leaves the product in `heap.z`. */
  #product(terms: readonly PairingTerm[]): void {
    const heap = this.#heap;
    const plain: [Limbs, Limbs][] = [];
    const prepared: [Limbs, Prepared][] = [];
    for (const [a, b] of terms) {
      if (this.g1.isIdentity(a)) continue;
      if (b instanceof Prepared) prepared.push([a as unknown as Limbs, b]);
      else if (!this.g2.isIdentity(b as G2)) plain.push([a as unknown as Limbs, b as unknown as Limbs]);
    }
    heap.store(heap.z, this.#one as unknown as Limbs);
    const accumulate = (): void => {
      fn(this.#module, '_mclBnGT_mul')(heap.z, heap.z, heap.gt);
    };
    const single = plain.length === 1 ? prepared.shift() : undefined;
    if (single !== undefined) {
      const [a, b] = plain[0] as [Limbs, Limbs];
      const twist = this.#linesAt + this.#lineBytes;
      heap.store(heap.x, a);
      fn(this.#module, '_mclBnG1_normalize')(heap.x, heap.x);
      heap.store(twist, b);
      fn(this.#module, '_mclBnG2_normalize')(twist, twist);
      heap.store(heap.y, single[0]);
      fn(this.#module, '_mclBnG1_normalize')(heap.y, heap.y);
      this.#module.HEAP32.set(single[1].lines, this.#linesAt >> 2);
      fn(this.#module, '_mclBn_precomputedMillerLoop2mixed')(heap.gt, heap.x, twist, heap.y, this.#linesAt);
      accumulate();
    } else if (plain.length > 0) {
      // One call shares the squarings of all loops.
      const n = plain.length;
      const points = this.#module._malloc(n * (G1_BYTES + G2_BYTES));
      const twist = points + n * G1_BYTES;
      for (const [i, [a, b]] of plain.entries()) {
        heap.store(points + i * G1_BYTES, a);
        heap.store(twist + i * G2_BYTES, b);
      }
      fn(this.#module, '_mclBnG1_normalizeVec')(points, points, n);
      fn(this.#module, '_mclBnG2_normalizeVec')(twist, twist, n);
      fn(this.#module, '_mclBn_millerLoopVec')(heap.gt, points, twist, n);
      heap.clear(points, n * (G1_BYTES + G2_BYTES));
      this.#module._free(points);
      accumulate();
    }
    for (let i = 0; i < prepared.length; i += 2) {
      const [a, first] = prepared[i] as [Limbs, Prepared];
      const next = prepared[i + 1];
      heap.store(heap.x, a);
      fn(this.#module, '_mclBnG1_normalize')(heap.x, heap.x);
      this.#module.HEAP32.set(first.lines, this.#linesAt >> 2);
      if (next === undefined) {
        fn(this.#module, '_mclBn_precomputedMillerLoop')(heap.gt, heap.x, this.#linesAt);
      } else {
        heap.store(heap.y, next[0]);
        fn(this.#module, '_mclBnG1_normalize')(heap.y, heap.y);
        const second = this.#linesAt + this.#lineBytes;
        this.#module.HEAP32.set(next[1].lines, second >> 2);
        fn(this.#module, '_mclBn_precomputedMillerLoop2')(heap.gt, heap.x, this.#linesAt, heap.y, second);
      }
      accumulate();
    }
    fn(this.#module, '_mclBn_finalExp')(heap.z, heap.z);
    heap.clear(heap.x, G2_BYTES);
    heap.clear(heap.y, G2_BYTES);
    heap.clear(heap.gt, GT_BYTES);
  }

  decodeGT(bytes: Uint8Array): GT {
    const heap = this.#heap;
    if (bytes.length !== GT_BYTES) throw new MibscError('decode', 'an element of GT has 576 bytes');
    const deserialize = fn(this.#module, '_mclBnFp_deserialize');
    for (let i = 0; i < 12; i++) {
      heap.storeBytes(heap.buffer, bytes.subarray(i * FP_BYTES, (i + 1) * FP_BYTES));
      if (deserialize(heap.z + i * FP_BYTES, heap.buffer, FP_BYTES) !== FP_BYTES) {
        throw new MibscError('decode', 'a coefficient of GT is not below the field characteristic');
      }
    }
    if (fn(this.#module, '_mclBnGT_isOne')(heap.z) === 1)
      throw new MibscError('decode', 'an element of GT is 1');
    if (
      fn(this.#module, '_mclBnGT_isZero')(heap.z) === 1 ||
      fn(this.#module, '_mclBnGT_isValid')(heap.z) !== 1
    ) {
      throw new MibscError('decode', 'an element of GT has another order');
    }
    return heap.load(heap.z, GT_BYTES) as unknown as GT;
  }

  encodeGT(value: GT): Uint8Array {
    const heap = this.#heap;
    const out = new Uint8Array(GT_BYTES);
    heap.store(heap.gt, value as unknown as Limbs);
    for (let i = 0; i < 12; i++) {
      fn(this.#module, '_mclBnFp_serialize')(heap.buffer, FP_BYTES, heap.gt + i * FP_BYTES);
      out.set(heap.loadBytes(heap.buffer, FP_BYTES), i * FP_BYTES);
    }
    heap.wipe();
    return out;
  }

  equalsGT(a: GT, b: GT): boolean {
    return sameLimbs(a as unknown as Limbs, b as unknown as Limbs);
  }

  mulGT(a: GT, b: GT): GT {
    const heap = this.#heap;
    heap.store(heap.z, a as unknown as Limbs);
    heap.store(heap.gt, b as unknown as Limbs);
    fn(this.#module, '_mclBnGT_mul')(heap.z, heap.z, heap.gt);
    const product = heap.load(heap.z, GT_BYTES);
    heap.wipe();
    return product as unknown as GT;
  }

  powGT(base: GT, exponent: Scalar): GT {
    const heap = this.#heap;
    heap.store(heap.gt, base as unknown as Limbs);
    heap.store(heap.x, exponent as unknown as Limbs);
    fn(this.#module, '_mclBnGT_pow')(heap.z, heap.gt, heap.x);
    const power = heap.load(heap.z, GT_BYTES);
    heap.wipe();
    return power as unknown as GT;
  }
}

class MclGroup<Point> implements CurveGroup<Point> {
  readonly encodedLength: number;
  readonly evmLength: number;
  readonly generator: Point;
  readonly #module: Module;
  readonly #heap: Heap;
  readonly #bytes: number;
  readonly #name: 'G1' | 'G2';

  constructor(module: Module, heap: Heap, name: 'G1' | 'G2', generator: Limbs) {
    this.#module = module;
    this.#heap = heap;
    this.#name = name;
    this.#bytes = name === 'G1' ? G1_BYTES : G2_BYTES;
    this.encodedLength = name === 'G1' ? 48 : 96;
    this.evmLength = name === 'G1' ? 128 : 256;
    this.generator = generator as unknown as Point;
  }

  #fn(name: string): Fn {
    return fn(this.#module, `_mclBn${this.#name}_${name}`);
  }

  decode(bytes: Uint8Array): Point {
    const heap = this.#heap;
    const length = this.encodedLength;
    if (bytes.length !== length)
      throw new MibscError('decode', `a point of ${this.#name} has ${length} bytes`);
    heap.storeBytes(heap.buffer, bytes);
    // Deserialization checks field range, curve and subgroup (order checks are on; the self-test of loadBackend proves it).
    if (this.#fn('deserialize')(heap.z, heap.buffer, length) !== length) {
      throw new MibscError('decode', `not a point of ${this.#name}`);
    }
    const point = heap.load(heap.z, this.#bytes) as unknown as Point;
    if (this.isIdentity(point)) throw new MibscError('decode', `the identity of ${this.#name} is refused`);
    if (!equalBytes(this.encode(point), bytes)) {
      throw new MibscError('decode', `a non-canonical encoding of a point of ${this.#name}`);
    }
    return point;
  }

  encode(point: Point): Uint8Array {
    const heap = this.#heap;
    heap.store(heap.x, point as unknown as Limbs);
    this.#fn('serialize')(heap.buffer, this.encodedLength, heap.x);
    const bytes = heap.loadBytes(heap.buffer, this.encodedLength);
    heap.clear(heap.x, this.#bytes);
    return bytes;
  }

  encodeEvm(point: Point): Uint8Array {
    const heap = this.#heap;
    const out = new Uint8Array(this.evmLength);
    if (this.isIdentity(point)) return out;
    heap.store(heap.x, point as unknown as Limbs);
    this.#fn('normalize')(heap.x, heap.x);
    for (let i = 0; i < this.evmLength / 64; i++) {
      fn(this.#module, '_mclBnFp_serialize')(heap.buffer, FP_BYTES, heap.x + i * FP_BYTES);
      out.set(heap.loadBytes(heap.buffer, FP_BYTES), i * 64 + 16);
    }
    return out;
  }

  isIdentity(point: Point): boolean {
    // The third Jacobian coordinate is zero exactly for O.
    const limbs = point as unknown as Limbs;
    let any = 0;
    for (let i = (limbs.length / 3) * 2; i < limbs.length; i++) any |= limbs[i] as number;
    return any === 0;
  }

  equals(a: Point, b: Point): boolean {
    const heap = this.#heap;
    heap.store(heap.x, a as unknown as Limbs);
    heap.store(heap.y, b as unknown as Limbs);
    return this.#fn('isEqual')(heap.x, heap.y) === 1;
  }

  add(a: Point, b: Point): Point {
    const heap = this.#heap;
    heap.store(heap.x, a as unknown as Limbs);
    heap.store(heap.y, b as unknown as Limbs);
    this.#fn('add')(heap.z, heap.x, heap.y);
    return heap.load(heap.z, this.#bytes) as unknown as Point;
  }

  negate(a: Point): Point {
    const heap = this.#heap;
    heap.store(heap.x, a as unknown as Limbs);
    this.#fn('neg')(heap.z, heap.x);
    return heap.load(heap.z, this.#bytes) as unknown as Point;
  }

  mul(point: Point, scalar: Scalar): Point {
    return this.#mul('mul', point, scalar);
  }

  mulSecret(point: Point, scalar: Scalar): Point {
    return this.#mul('mulCT', point, scalar);
  }

  #mul(name: 'mul' | 'mulCT', point: Point, scalar: Scalar): Point {
    const heap = this.#heap;
    heap.store(heap.x, point as unknown as Limbs);
    heap.store(heap.y, scalar as unknown as Limbs);
    this.#fn(name)(heap.z, heap.x, heap.y);
    const product = heap.load(heap.z, this.#bytes);
    heap.wipe();
    return product as unknown as Point;
  }

  multiScalar(points: readonly Point[], scalars: readonly Scalar[]): Point {
    const n = points.length;
    if (n !== scalars.length) throw new RangeError('as many scalars as points expected');
    const heap = this.#heap;
    if (n === 0) return new Uint32Array(this.#bytes / 4) as unknown as Point;
    // On the heap, not on WebAssembly's stack of 1 MiB, which 3000 points of G2 would overflow.
    const at = this.#module._malloc(n * (this.#bytes + FR_BYTES));
    if (at === 0) throw new Error('WebAssembly memory is exhausted');
    const scalarsAt = at + n * this.#bytes;
    for (let i = 0; i < n; i++) {
      heap.store(at + i * this.#bytes, points[i] as unknown as Limbs);
      heap.store(scalarsAt + i * FR_BYTES, scalars[i] as unknown as Limbs);
    }
    this.#fn('mulVec')(heap.z, at, scalarsAt, n);
    const sum = heap.load(heap.z, this.#bytes);
    this.#module._free(at);
    return sum as unknown as Point;
  }

  wipe(point: Point): void {
    (point as unknown as Limbs).fill(0);
  }

  fixedBase(point: Point): FixedBase<Point> {
    // mcl's constant-time route has no tables for a fixed base.
    return { point, mulSecret: (scalar) => this.mulSecret(point, scalar) };
  }
}

/** The scratch region: three operands, one GT accumulator and a byte buffer. */
class Heap {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly gt: number;
  readonly buffer: number;
  readonly #module: Module;

  constructor(module: Module) {
    this.#module = module;
    const slot = GT_BYTES;
    const start = module._malloc(5 * slot);
    this.x = start;
    this.y = start + slot;
    this.z = start + 2 * slot;
    this.gt = start + 3 * slot;
    this.buffer = start + 4 * slot;
    this.clear(start, 5 * slot);
  }

  store(at: number, limbs: Limbs): void {
    this.#module.HEAP32.set(limbs, at >> 2);
  }

  load(at: number, bytes: number): Limbs {
    const from = at >> 2;
    return new Uint32Array(this.#module.HEAP32.subarray(from, from + (bytes >> 2)));
  }

  storeBytes(at: number, bytes: Uint8Array): void {
    this.#module.HEAP8.set(bytes, at);
  }

  loadBytes(at: number, length: number): Uint8Array {
    return ownBytes(new Uint8Array(this.#module.HEAP8.buffer, at, length));
  }

  clear(at: number, bytes: number): void {
    this.#module.HEAP8.fill(0, at, at + bytes);
  }

  wipe(): void {
    this.clear(this.x, 5 * GT_BYTES);
  }
}

function sameLimbs(a: Limbs, b: Limbs): boolean {
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] as number);
  return difference === 0;
}

/** Compressed standard generators (draft-irtf-cfrg-pairing-friendly-curves, section 4.2.1). */
const P1 = '97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb';
const P2 =
  '93e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8';

function generatorG1(module: Module, heap: Heap): Limbs {
  return generator(module, heap, '_mclBnG1_deserialize', P1, G1_BYTES);
}

function generatorG2(module: Module, heap: Heap): Limbs {
  return generator(module, heap, '_mclBnG2_deserialize', P2, G2_BYTES);
}

function generator(module: Module, heap: Heap, name: `_mclBn${string}`, hex: string, bytes: number): Limbs {
  const encoded = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  heap.storeBytes(heap.buffer, encoded);
  if (fn(module, name)(heap.z, heap.buffer, encoded.length) !== encoded.length) {
    throw new Error('mcl refuses a standard generator');
  }
  return heap.load(heap.z, bytes);
}
