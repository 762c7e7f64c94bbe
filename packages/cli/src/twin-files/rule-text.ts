/** A flag's rule in words. */

import type { FlagDefinition } from '@twinseal/twin';

/** A flag's rule with units: `at least 140 mm[Hg], 2 times in a row, lowered at 135 mm[Hg]`. */
export function ruleOf(f: FlagDefinition, unit: string): string {
  const t = f.slopePerDay;
  if (t !== undefined) {
    const way = t.above === undefined ? `at most ${t.below}` : `at least ${t.above}`;
    return `slope ${way} ${unit} a day over ${t.days} days, at ${t.atLeast} values or more`;
  }
  const ways = [
    ['above', f.above],
    ['at least', f.atLeast],
    ['below', f.below],
    ['at most', f.atMost],
  ] as const;
  return [
    ...ways.flatMap(([word, value]) => (value === undefined ? [] : [`${word} ${value} ${unit}`])),
    ...(f.count === undefined ? [] : [`${f.count} times in a row`]),
    ...(f.forMinutes === undefined ? [] : [`for ${f.forMinutes} min`]),
    ...(f.clear === undefined ? [] : [`lowered at ${f.clear} ${unit}`]),
  ].join(', ');
}
