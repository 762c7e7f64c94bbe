/**
 * One change of level in a series over days, wherever it may be: Pettitt's statistic (Pettitt A. N., Appl Stat 1979;28:126-135), which counts ranks and so asks for no distribution.
 *
 * U_t is the number of pairs (a day up to t, a later one) of which the later is higher, less those of which it is lower; K is the largest |U_t|, and the last day before the change is
 * the first t that reaches it. p: K among those of the series with its weeks dealt anew. Intervals: the change is estimated again on series made of each side's own blocks
 * (Hušková M., Kirch C., J Time Ser Anal 2008;29:947-972). On twelve weeks of days neither the 2.5th to 97.5th percentile nor its mirror image about the estimate, which that paper
 * takes, holds the truth in 95 of 100 (81 to 86, and 76 to 91); what reaches from the lower to the upper end of both holds it in about 90, so that is what stands here.
 */
import { median, medianSorted, quantile } from 'simple-statistics';
import { type Days, known } from './days.js';
import { BLOCK_DAYS, dealBlocks, drawBlocks, drawFrom, permutationP } from './resampling.js';
import type { ResamplingOptions } from './trend.js';

/** A change of level. */
export interface ChangePoint {
  /** Days with a value. */
  readonly n: number;
  /** Index of the first day of the new level (a day with a value). */
  readonly at: number;
  /** Interval of `at`, indexes of days; see above for what it holds. */
  readonly atLow: number;
  readonly atHigh: number;
  /** Pettitt's K. */
  readonly k: number;
  /** Two-sided, by permutation of weeks. */
  readonly p: number;
  /** Median before and from the change on. */
  readonly before: number;
  readonly after: number;
  /** How much the level moved: median of all differences between a later and an earlier day (Hodges J. L., Lehmann E. L., Ann Math Stat 1963;34:598-611), with its interval. */
  readonly shift: number;
  readonly shiftLow: number;
  readonly shiftHigh: number;
}

/**
 * The most likely single change of level, and how sure it is. A series without a change has one as well; p tells.
 * @returns undefined with fewer than eight values, or where all values are equal
 * @throws RangeError where the seed is no integer
 * Cost: rounds times n² log n, most of it for the interval of the shift; 84 days and 999 rounds take about 0.2 s.
 */
export function changePointOf(days: Days, options: ResamplingOptions): ChangePoint | undefined {
  const { seed, rounds = 999, blockDays = BLOCK_DAYS } = options;
  const draw = drawFrom(seed);
  const points = known(days);
  const values = points.map((p) => p.value);
  if (values.length < 8 || values.every((v) => v === values[0])) return undefined;
  const real = pettitt(values);
  const dealt = Array.from(
    { length: rounds },
    () => pettitt(known({ values: dealBlocks(days.values, blockDays, draw) }).map((x) => x.value)).k,
  );
  const sides = [values.slice(0, real.before), values.slice(real.before)] as const;
  const again = Array.from({ length: rounds }, () => {
    const [a, b] = sides.map((side) => drawBlocks(side, blockDays, draw)) as [number[], number[]];
    return { before: pettitt([...a, ...b]).before, shift: hodgesLehmann(a, b) };
  });
  const index = (count: number): number =>
    (points[Math.min(points.length - 1, Math.max(1, Math.round(count)))] as { at: number }).at;
  const shift = hodgesLehmann(...sides);
  const place = widest(
    real.before,
    again.map((x) => x.before),
  );
  const size = widest(
    shift,
    again.map((x) => x.shift),
  );
  return {
    n: values.length,
    at: index(real.before),
    atLow: index(place[0]),
    atHigh: index(place[1]),
    k: real.k,
    p: permutationP(real.k, dealt),
    before: median(sides[0]),
    after: median(sides[1]),
    shift,
    shiftLow: size[0],
    shiftHigh: size[1],
  };
}

/** From the lower to the upper end of the percentile interval and its mirror image about the estimate. */
function widest(estimate: number, again: readonly number[]): [number, number] {
  const [low, high] = [quantile([...again], 0.025), quantile([...again], 0.975)];
  return [Math.min(low, 2 * estimate - high), Math.max(high, 2 * estimate - low)];
}

/** Pettitt's K, and how many values stand before the change. */
export function pettitt(values: readonly number[]): { k: number; before: number } {
  // With mean ranks for equal values, the signs of all pairs across t add up to U_t = t (n + 1) - 2 (sum of the ranks up to t).
  const sorted = Float64Array.from(values).sort();
  const ranks = new Map<number, number>();
  for (let first = 0; first < sorted.length; ) {
    let last = first;
    while (sorted[last + 1] === sorted[first]) last++;
    ranks.set(sorted[first] as number, (first + last) / 2 + 1);
    first = last + 1;
  }
  let [u, k, before] = [0, 0, 1];
  for (let t = 0; t < values.length - 1; t++) {
    u += values.length + 1 - 2 * (ranks.get(values[t] as number) as number);
    if (Math.abs(u) > k) [k, before] = [Math.abs(u), t + 1];
  }
  return { k, before };
}

/** Median of all differences of one of `after` and one of `before`. */
export function hodgesLehmann(before: readonly number[], after: readonly number[]): number {
  // A typed array sorts several times as fast, and this is where the time goes.
  const all = new Float64Array(before.length * after.length);
  let n = 0;
  for (const a of after) for (const b of before) all[n++] = a - b;
  return medianSorted(all.sort() as unknown as number[]);
}
