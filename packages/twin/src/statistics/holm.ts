/**
 * p values corrected for being several: Holm's step-down method (Holm S., Scand J Stat 1979;6:65-70). Whoever asks ten questions of chance is answered once by accident.
 * @returns in the order given, at most 1
 * @throws RangeError where a p is outside 0 to 1
 */
export function holm(ps: readonly number[]): number[] {
  if (ps.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('ps: expected numbers from 0 to 1');
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const out: number[] = new Array(ps.length).fill(1);
  let least = 0;
  for (const [rank, { p, i }] of order.entries()) {
    least = Math.max(least, Math.min(1, p * (ps.length - rank)));
    out[i] = least;
  }
  return out;
}
