/**
 * Resampling by blocks. Neighbouring days of one person resemble each other, so dealing single days anew would take chance for a finding (Künsch H. R., Ann Stat 1989;17:1217-1241);
 * blocks of whole weeks keep what belongs to a week together, its rhythm of working days included.
 */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Days of a block: one week. */
export const BLOCK_DAYS = 7;

/** Draws an integer from low to high, both included. The same seed gives the same draws. */
export type Draw = (low: number, high: number) => number;

/** @param seed an integer; whoever asks the same of the same record with the same seed is answered the same */
export function drawFrom(seed: number): Draw {
  if (!Number.isInteger(seed)) throw new RangeError('seed: expected an integer');
  const generator = xoroshiro128plus(seed);
  return (low, high) => uniformInt(generator, low, high);
}

/** The values in blocks of `block`, dealt anew (Fisher and Yates); what is left over is a shorter block. Days without a value go along with their block. */
export function dealBlocks<T>(values: readonly T[], block: number, draw: Draw): T[] {
  const blocks: T[][] = [];
  for (let at = 0; at < values.length; at += block) blocks.push(values.slice(at, at + block));
  for (let i = blocks.length - 1; i > 0; i--) {
    const j = draw(0, i);
    [blocks[i], blocks[j]] = [blocks[j] as T[], blocks[i] as T[]];
  }
  return blocks.flat();
}

/** As many values as there are, in blocks of neighbours that begin anywhere, drawn with replacement (moving block bootstrap, Künsch 1989). */
export function drawBlocks<T>(values: readonly T[], block: number, draw: Draw): T[] {
  const size = Math.min(block, values.length);
  const out: T[] = [];
  while (out.length < values.length) {
    const start = draw(0, values.length - size);
    out.push(...values.slice(start, start + Math.min(size, values.length - out.length)));
  }
  return out;
}

/** Two-sided p of a statistic among those of dealt series, the real one counted with them, so that it is never 0 (Phipson B., Smyth G. K., Stat Appl Genet Mol Biol 2010;9:39). */
export function permutationP(real: number, dealt: readonly number[]): number {
  // A hair of tolerance: equal values that were summed in another order are equal.
  const limit = Math.abs(real) - 1e-9 * Math.max(1, Math.abs(real));
  return (1 + dealt.filter((d) => Math.abs(d) >= limit).length) / (dealt.length + 1);
}
