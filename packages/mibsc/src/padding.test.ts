import { describe, expect, it } from 'vitest';
import { padmeLength } from './padding.js';

/** Padmé as the paper prints it (Algorithm 1), in integers. */
function paper(L: bigint): bigint {
  const log2 = (x: bigint) => BigInt(x.toString(2).length - 1);
  const E = log2(L);
  const S = log2(E) + 1n;
  const mask = (1n << (E - S)) - 1n;
  return (L + mask) & ~mask;
}

describe('padmeLength', () => {
  it('agrees with the published algorithm above the minimum', () => {
    for (let L = 256; L < 20_000; L += 7) expect(padmeLength(L)).toBe(Number(paper(BigInt(L))));
    for (const L of [2 ** 20, 2 ** 20 + 1, 2 ** 30 - 1, 2 ** 30 + 12345, 2 ** 40 + 1]) {
      expect(padmeLength(L)).toBe(Number(paper(BigInt(L))));
    }
  });

  it('never shortens, costs at most 12 % above the minimum, and is its own fixed point', () => {
    for (let L = 0; L < 5000; L++) {
      const padded = padmeLength(L);
      expect(padded).toBeGreaterThanOrEqual(L);
      expect(padmeLength(padded)).toBe(padded);
      if (L >= 256) expect(padded / L).toBeLessThanOrEqual(1.12);
    }
  });

  it('refuses what is no length', () => {
    for (const bad of [-1, 1.5, Number.NaN, 2 ** 53]) expect(() => padmeLength(bad)).toThrow(RangeError);
  });
});
