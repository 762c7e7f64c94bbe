/**
 * Whether two series of days go together: Kendall's τ-b (Kendall M. G., Biometrika 1945;33:239-251, with ties), over the days on which both have a value. p: τ among those of the pairs
 * with one series' weeks dealt anew. Going together is not causing: a third thing may move both.
 */
import { type Days, known } from './days.js';
import { BLOCK_DAYS, dealBlocks, drawFrom, permutationP } from './resampling.js';
import type { ResamplingOptions } from './trend.js';

/** How two series go together. */
export interface Association {
  /** Days on which both have a value. */
  readonly n: number;
  /** -1 to 1; 0 where neither says anything of the other. */
  readonly tau: number;
  /** Two-sided, by permutation of weeks. */
  readonly p: number;
}

/**
 * @param first, second on the same calendar: equal `from` and length
 * @param lagDays how many days the second comes after the first; 0 for the same day
 * @returns undefined where fewer than eight days have both, or one of the two does not vary on them
 * @throws RangeError where the calendars differ, the lag is negative or no integer, or the seed is no integer
 */
export function associationOf(
  first: Days,
  second: Days,
  lagDays: number,
  options: ResamplingOptions,
): Association | undefined {
  const { seed, rounds = 999, blockDays = BLOCK_DAYS } = options;
  if (first.from !== second.from || first.values.length !== second.values.length)
    throw new RangeError('first, second: expected one calendar');
  if (!Number.isInteger(lagDays) || lagDays < 0)
    throw new RangeError('lagDays: expected 0 or a positive integer');
  const draw = drawFrom(seed);
  const pairsWith = (values: Days['values']): [number, number][] =>
    known({ values }).flatMap(({ at, value }) => {
      const other = second.values[at + lagDays];
      return other === undefined ? [] : [[value, other]];
    });
  const pairs = pairsWith(first.values);
  const tau = kendallTauB(pairs);
  if (pairs.length < 8 || Number.isNaN(tau)) return undefined;
  const dealt = Array.from({ length: rounds }, () =>
    kendallTauB(pairsWith(dealBlocks(first.values, blockDays, draw))),
  ).filter((t) => !Number.isNaN(t));
  return { n: pairs.length, tau, p: permutationP(tau, dealt) };
}

/** Kendall's τ-b; NaN where one of the two does not vary. */
export function kendallTauB(pairs: readonly (readonly [number, number])[]): number {
  let [s, freeX, freeY] = [0, 0, 0];
  for (const [i, [x1, y1]] of pairs.entries()) {
    for (let j = 0; j < i; j++) {
      const [x0, y0] = pairs[j] as readonly [number, number];
      const [dx, dy] = [Math.sign(x1 - x0), Math.sign(y1 - y0)];
      s += dx * dy;
      freeX += dx * dx;
      freeY += dy * dy;
    }
  }
  return s / Math.sqrt(freeX * freeY);
}
