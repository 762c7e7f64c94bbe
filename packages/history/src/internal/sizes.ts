/**
 * Arithmetic on tree sizes and indexes. They are JavaScript numbers up to 2^53 - 1, so the bit operators, which
 * stop at 32 bits, are not used on them.
 */

/** Whether n can be a size or an index. */
export function isSize(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

/** Throws unless n can be a size or an index. */
export function assertSize(name: string, n: number): void {
  if (!isSize(n)) throw new RangeError(`${name} must be an integer from 0 to 2^53 - 1, got ${String(n)}`);
}

export const half = (n: number): number => Math.floor(n / 2);
export const isOdd = (n: number): boolean => n % 2 === 1;

/** The largest power of two strictly below n, for n >= 2: where RFC 9162 splits a tree of n leaves. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
