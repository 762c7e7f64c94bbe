import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideByLinear, invert, mod, polynomialFromScalars, R } from './field.js';

const scalar = fc.bigInt({ min: 0n, max: R - 1n });

/** The schoolbook product. */
function naive(roots: readonly bigint[]): bigint[] {
  let out = [1n];
  for (const x of roots) {
    const next = new Array<bigint>(out.length + 1).fill(0n);
    for (const [i, c] of out.entries()) {
      next[i] = mod((next[i] as bigint) + c * x);
      next[i + 1] = mod((next[i + 1] as bigint) + c);
    }
    out = next;
  }
  return out;
}

const at = (f: readonly bigint[], x: bigint) => f.reduceRight((sum, c) => mod(sum * x + c), 0n);

describe('field', () => {
  it('invert', () => {
    fc.assert(fc.property(scalar, (x) => x === 0n || mod(x * invert(x)) === 1n));
    expect(() => invert(0n)).toThrow(RangeError);
    expect(() => invert(R)).toThrow(RangeError);
  });

  it('polynomialFromScalars is the schoolbook product, for few and for many', () => {
    fc.assert(
      fc.property(fc.array(scalar, { maxLength: 70 }), (roots) => {
        expect(polynomialFromScalars(roots)).toEqual(naive(roots));
      }),
      { numRuns: 60 },
    );
    // Largest coefficients that the packed product can meet.
    const extreme = new Array<bigint>(200).fill(R - 1n);
    expect(polynomialFromScalars(extreme)).toEqual(naive(extreme));
  });

  it('divideByLinear takes one root out', () => {
    fc.assert(
      fc.property(fc.array(scalar, { minLength: 1, maxLength: 20 }), fc.nat(), scalar, (roots, pick, x) => {
        const index = pick % roots.length;
        const quotient = divideByLinear(polynomialFromScalars(roots), roots[index] as bigint);
        expect(quotient).toEqual(naive(roots.filter((_, i) => i !== index)));
        expect(mod(at(quotient, x) * (x + (roots[index] as bigint)))).toBe(at(naive(roots), x));
      }),
      { numRuns: 40 },
    );
  });
});
