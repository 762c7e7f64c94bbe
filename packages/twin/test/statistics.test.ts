import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  associationOf,
  changePointOf,
  type Days,
  dateAt,
  dealBlocks,
  drawFrom,
  hodgesLehmann,
  holm,
  kendallTauB,
  known,
  mannKendall,
  permutationP,
  pettitt,
  signTest,
  theilSenInterval,
  toDays,
  trendOf,
  varianceOfS,
} from '../src/statistics/index.js';

interface Reference {
  readonly series: Record<
    string,
    {
      values: (number | null)[];
      slope: number;
      low: number;
      high: number;
      s: number;
      tau: number;
      pettitt: { k: number; before: number };
    }
  >;
  readonly kendall: { a: number[]; b: number[]; tau: number };
  readonly hodgesLehmann: { before: number[]; after: number[]; shift: number };
  readonly sign: { differences: number[]; below: number; p: number; interval: [number, number] };
}
/** Made by scipy (scripts/make-statistics-reference.py). */
const reference = JSON.parse(
  readFileSync(new URL('./fixtures/statistics.json', import.meta.url), 'utf8'),
) as Reference;
const days = (values: readonly (number | null | undefined)[]): Days => ({
  from: '2024-01-01',
  values: values.map((v) => v ?? undefined),
});

/** Standard normal values from a seed: Box and Muller, apart from what is tested. */
function normals(seed: number): () => number {
  const draw = drawFrom(seed);
  const uniform = (): number => (draw(0, 2 ** 30) + 0.5) / (2 ** 30 + 1);
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}
/** A series without a change whose neighbours resemble each other: x_i = φ x_(i-1) + e_i. */
function autoregressive(n: number, phi: number, seed: number): number[] {
  const normal = normals(seed);
  const out = [normal() / Math.sqrt(1 - phi * phi)];
  while (out.length < n) out.push(phi * (out.at(-1) as number) + normal());
  return out;
}

describe('against scipy', () => {
  test.each(Object.entries(reference.series))('%s: slope, interval, S and Pettitt’s K', (_, r) => {
    const points = known(days(r.values));
    const { slope, low, high } = theilSenInterval(points);
    expect(slope).toBeCloseTo(r.slope, 12);
    expect(low).toBeCloseTo(r.low, 12);
    expect(high).toBeCloseTo(r.high, 12);
    expect(mannKendall(points)).toBe(r.s);
    expect(kendallTauB(points.map((p) => [p.at, p.value]))).toBeCloseTo(r.tau, 12);
    expect(pettitt(points.map((p) => p.value))).toEqual(r.pettitt);
  });
  test('Kendall’s τ-b with ties, Hodges and Lehmann’s shift, the sign test', () => {
    const { kendall, hodgesLehmann: hl, sign } = reference;
    expect(kendallTauB(kendall.a.map((x, i) => [x, kendall.b[i] as number]))).toBeCloseTo(kendall.tau, 12);
    expect(hodgesLehmann(hl.before, hl.after)).toBeCloseTo(hl.shift, 12);
    const found = signTest(sign.differences);
    expect(found.below).toBe(sign.below);
    expect(found.p).toBeCloseTo(sign.p, 12);
    expect([found.low, found.high]).toEqual(sign.interval);
  });
});

describe('by hand', () => {
  test('S and its variance: 3 values that rise give S = 3 and 3 · 2 · 11 / 18; a tie of two takes 2 · 1 · 9 / 18 off', () => {
    const at = (...values: number[]) => values.map((value, i) => ({ at: i, value }));
    expect(mannKendall(at(1, 2, 3))).toBe(3);
    expect(varianceOfS(at(1, 2, 3))).toBeCloseTo(66 / 18, 12);
    expect(varianceOfS(at(1, 1, 3))).toBeCloseTo((66 - 18) / 18, 12);
  });
  test('Holm: 0.01, 0.04, 0.03 become 0.03, 0.06, 0.06', () => {
    // 0.01 · 3; then 0.03 · 2; then 0.04 · 1 is less than what came before it.
    expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
    expect(holm([0.6, 0.5])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
    expect(() => holm([1.2])).toThrow(RangeError);
  });
  test('sign test: 1 of 6 below gives 2 · (1 + 6) / 64; five are too few for an interval narrower than all', () => {
    expect(signTest([-1, 2, 3, 4, 5, 6]).p).toBeCloseTo(14 / 64, 12);
    expect(signTest([0, 0, -1, 2]).n).toBe(2);
    expect(signTest([5, 1, 3, 2, 4])).toMatchObject({ median: 3, low: 1, high: 5 });
    expect(() => signTest([])).toThrow(RangeError);
  });
  test('p counts the real one with the dealt: 0 of 99 as far out is 1 in 100', () => {
    expect(permutationP(5, new Array(99).fill(4))).toBe(0.01);
    expect(permutationP(-5, [5, -5, 4])).toBe(0.75);
  });
  test('days: by the calendar of each time’s own offset; a day without a value stays one', () => {
    const points = [
      { time: '2024-03-01T23:30:00-05:00', value: 1 },
      { time: '2024-03-01T08:00:00+09:00', value: 3 },
      { time: '2024-03-03T00:00:00Z', value: 5 },
      { time: '2024-03-04T00:00:00Z', value: 9 },
    ];
    const found = toDays(points, '2024-03-01', '2024-03-04', (v) => v.reduce((a, b) => a + b, 0));
    expect(found.values).toEqual([4, undefined, 5]);
    expect(dateAt(found, 2)).toBe('2024-03-03');
    expect(() => toDays([], '2024-03-02', '2024-03-02', () => 0)).toThrow(RangeError);
    expect(() => toDays([], 'soon', '2024-03-02', () => 0)).toThrow(RangeError);
  });
});

describe('properties', () => {
  test('dealing keeps every value, and every whole week together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer(), (n, seed) => {
        const values = Array.from({ length: n }, (_, i) => i);
        const dealt = dealBlocks(values, 7, drawFrom(seed));
        expect([...dealt].sort((a, b) => a - b)).toEqual(values);
        for (const [i, v] of dealt.entries()) if (v % 7 !== 0) expect(dealt[i - 1]).toBe(v - 1);
      }),
    );
  });
  test('a slope follows scale and sign; S, K and τ turn with the series', () => {
    const list = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(list, fc.constantFrom(-3, -1, 2, 5), (values, factor) => {
        const at = (v: readonly number[]) => v.map((value, i) => ({ at: i, value }));
        const scaled = values.map((v) => v * factor);
        const [a, b] = [theilSenInterval(at(values)), theilSenInterval(at(scaled))];
        expect(b.slope).toBeCloseTo(a.slope * factor, 9);
        expect(mannKendall(at(scaled))).toBe(mannKendall(at(values)) * Math.sign(factor) + 0);
        expect(pettitt(scaled)).toEqual(pettitt(values));
        expect(mannKendall(at([...values].reverse()))).toBe(0 - mannKendall(at(values)));
        expect(pettitt([...values].reverse()).k).toBe(pettitt(values).k);
      }),
    );
  });
  test('Pettitt’s K is that of the definition: signs of all pairs across each place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 2, maxLength: 25 }), (v) => {
        const u = v.slice(1).map((_, i) => {
          let sum = 0;
          for (const a of v.slice(0, i + 1)) for (const b of v.slice(i + 1)) sum += Math.sign(b - a);
          return Math.abs(sum);
        });
        const k = Math.max(...u);
        expect(pettitt(v)).toEqual({ k, before: k === 0 ? 1 : u.indexOf(k) + 1 });
      }),
    );
  });
  test('the same seed gives the same answer, another another', () => {
    const series = days(autoregressive(84, 0.3, 1));
    const run = (seed: number) => changePointOf(series, { seed, rounds: 99 });
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
    expect(() => run(1.5)).toThrow(RangeError);
  });
});

describe('how often it is wrong, on 100 made series of twelve weeks', () => {
  // 5 % of 100 is 5, with a standard deviation of 2: 13 would be far too many.
  const SERIES = 100;
  const options = { seed: 1, rounds: 199 };
  test('without a change, neighbours alike: a change, a trend or an association is claimed in about 5 %, as it says', () => {
    const claimed = { change: 0, trend: 0, association: 0 };
    let naive = 0;
    for (let i = 0; i < SERIES; i++) {
      const [a, b] = [days(autoregressive(84, 0.4, 100 + i)), days(autoregressive(84, 0.4, 9000 + i))];
      if ((changePointOf(a, options)?.p ?? 1) <= 0.05) claimed.change++;
      if ((trendOf(a, options)?.p ?? 1) <= 0.05) claimed.trend++;
      if ((associationOf(a, b, 0, options)?.p ?? 1) <= 0.05) claimed.association++;
      if ((changePointOf(a, { ...options, blockDays: 1 })?.p ?? 1) <= 0.05) naive++;
    }
    for (const n of Object.values(claimed)) expect(n).toBeLessThan(13);
    // Dealing single days, as for independent ones, would claim far more: the blocks are needed.
    expect(naive).toBeGreaterThan(15);
  }, 600_000);
  test('with a fall of one and a half standard deviations after day 50: found in most, and the intervals hold the truth in most', () => {
    let [found, place, size] = [0, 0, 0];
    for (let i = 0; i < SERIES; i++) {
      const values = autoregressive(84, 0.3, 500 + i).map((v, t) => v - (t >= 50 ? 1.5 : 0));
      const change = changePointOf(days(values), options);
      if (change === undefined) continue;
      if (change.p <= 0.05) found++;
      if (change.atLow <= 50 && 50 <= change.atHigh) place++;
      if (change.shiftLow <= -1.5 && -1.5 <= change.shiftHigh) size++;
    }
    expect(found).toBeGreaterThan(0.8 * SERIES);
    expect(place).toBeGreaterThan(0.85 * SERIES);
    expect(size).toBeGreaterThan(0.85 * SERIES);
  }, 600_000);
  test('with a slope: the interval holds it in most', () => {
    let held = 0;
    for (let i = 0; i < SERIES; i++) {
      const values = autoregressive(84, 0.4, 700 + i).map((v, t) => v + 0.02 * t);
      const trend = trendOf(days(values), options);
      if (trend && trend.low <= 0.02 && 0.02 <= trend.high) held++;
    }
    expect(held).toBeGreaterThan(0.9 * SERIES);
  }, 600_000);
});

test('too little says nothing, not "no change"', () => {
  const options = { seed: 1 };
  expect(trendOf(days([1, 2, 3]), options)).toBeUndefined();
  expect(trendOf(days([2, 2, 2, 2, 2]), options)).toBeUndefined();
  expect(changePointOf(days([1, 2, 1, 2, 1, 2, 1]), options)).toBeUndefined();
  expect(changePointOf(days(new Array(20).fill(3)), options)).toBeUndefined();
  expect(associationOf(days([1, 2, 3]), days([1, 2, 3]), 0, options)).toBeUndefined();
  expect(() => associationOf(days([1]), days([1, 2]), 0, options)).toThrow(RangeError);
  expect(() => associationOf(days([1]), days([1]), -1, options)).toThrow(RangeError);
  expect(() => theilSenInterval([{ at: 0, value: 1 }])).toThrow(RangeError);
});
