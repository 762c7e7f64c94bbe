/** The sign test on paired differences, exact (Conover W. J., Practical Nonparametric Statistics, 3rd ed. 1999, section 3.4), and the interval of their median that belongs to it. */
import { median } from 'simple-statistics';

/** Result of {@link signTest}. */
export interface SignTest {
  /** Differences that are not 0. */
  readonly n: number;
  /** Of these, how many are below 0. */
  readonly below: number;
  /** Two-sided, exact. */
  readonly p: number;
  /** Median of all differences, with an interval between two of them whose coverage is at least 95 %; the widest possible with fewer than six. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** @throws RangeError without a difference */
export function signTest(differences: readonly number[]): SignTest {
  if (differences.length === 0) throw new RangeError('differences: expected at least one');
  const moved = differences.filter((d) => d !== 0);
  const below = moved.filter((d) => d < 0).length;
  const sorted = [...differences].sort((a, b) => a - b);
  const n = sorted.length;
  // The k-th smallest and k-th largest hold the median with a probability of 1 - 2 P(X < k), X binomial (n, 1/2).
  let k = 1;
  while (k < n / 2 && 2 * binomialBelow(n, k) <= 0.05) k++;
  return {
    n: moved.length,
    below,
    p: Math.min(1, 2 * binomialBelow(moved.length, Math.min(below, moved.length - below))),
    median: median(sorted),
    low: sorted[k - 1] as number,
    high: sorted[n - k] as number,
  };
}

/** P(X <= k) of a binomial variable with n trials and probability 1/2. */
function binomialBelow(n: number, k: number): number {
  let [term, sum] = [0.5 ** n, 0];
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= (n - i) / (i + 1);
  }
  return sum;
}
