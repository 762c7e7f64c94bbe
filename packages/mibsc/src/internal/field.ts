/**
 * Public arithmetic modulo r, the order of G1, G2 and GT, and polynomials over it.
 *
 * Everything here is computed from identities, which are public: BigInt arithmetic is not constant time.
 * Secret scalars live in the backend (`Scalar`).
 */

/** Order of the groups (IETF draft-irtf-cfrg-pairing-friendly-curves, section 4.2.1). */
export const R = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;

/** Characteristic of the base field, same source. */
export const P =
  0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn;

export function mod(x: bigint): bigint {
  const rest = x % R;
  return rest < 0n ? rest + R : rest;
}

/** Inverse by the extended Euclidean algorithm; `x` is public and nonzero modulo r. */
export function invert(x: bigint): bigint {
  let [a, b, u, v] = [mod(x), R, 1n, 0n];
  if (a === 0n) throw new RangeError('zero has no inverse');
  while (a !== 1n) {
    const quotient = b / a;
    [a, b, u, v] = [b - quotient * a, a, v - quotient * u, u];
  }
  return mod(u);
}

/** Bits for one coefficient in the packed product: 2 * 255 bits and up to 2^16 summands, in whole bytes. */
const SLOT_BYTES = 66;

function pack(coefficients: readonly bigint[]): bigint {
  let hex = '';
  for (let i = coefficients.length - 1; i >= 0; i--) {
    hex += (coefficients[i] as bigint).toString(16).padStart(SLOT_BYTES * 2, '0');
  }
  return BigInt(`0x${hex}`);
}

function multiply(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const length = a.length + b.length - 1;
  if (Math.min(a.length, b.length) <= 8) {
    const out = new Array<bigint>(length).fill(0n);
    for (let i = 0; i < a.length; i++) {
      for (let j = 0; j < b.length; j++)
        out[i + j] = (out[i + j] as bigint) + (a[i] as bigint) * (b[j] as bigint);
    }
    return out.map((c) => c % R);
  }
  // Kronecker substitution: one big multiplication, which the engine does in subquadratic time.
  const hex = (pack(a) * pack(b)).toString(16).padStart(length * SLOT_BYTES * 2, '0');
  const out = new Array<bigint>(length);
  for (let i = 0; i < length; i++) {
    const end = hex.length - i * SLOT_BYTES * 2;
    out[i] = BigInt(`0x${hex.slice(Math.max(0, end - SLOT_BYTES * 2), end)}`) % R;
  }
  return out;
}

/**
 * Coefficients of `F(X) = prod (X + x_i)`, lowest first, monic: n + 1 of them for n roots.
 * A product tree over Kronecker products, so that 1024 recipients cost a fraction of their multi-scalar multiplication.
 */
export function polynomialFromScalars(scalars: readonly bigint[]): bigint[] {
  if (scalars.length === 0) return [1n];
  let level: bigint[][] = scalars.map((x) => [x, 1n]);
  while (level.length > 1) {
    const next: bigint[][] = [];
    for (let i = 0; i < level.length; i += 2) {
      const left = level[i] as bigint[];
      const right = level[i + 1];
      next.push(right === undefined ? left : multiply(left, right));
    }
    level = next;
  }
  return level[0] as bigint[];
}

/**
 * `F(X) / (X + x)` for a polynomial that `X + x` divides, by synthetic division.
 * @returns coefficients, lowest first, one fewer than `f` has
 */
export function divideByLinear(f: readonly bigint[], x: bigint): bigint[] {
  const out = new Array<bigint>(f.length - 1);
  let carry = 0n;
  for (let i = f.length - 1; i >= 1; i--) {
    carry = mod((f[i] as bigint) - x * carry);
    out[i - 1] = carry;
  }
  return out;
}
