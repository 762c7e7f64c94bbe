import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeenKeys } from './seen-keys.js';

test('says what a Set says', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 1500 }), (texts) => {
      const seen = new SeenKeys();
      const set = new Set<string>();
      for (const text of texts) {
        if (seen.add(text) === set.has(text)) throw new Error('a Set says otherwise');
        set.add(text);
      }
      expect(seen.size).toBe(set.size);
    }),
    { numRuns: 50 },
  );
});

test('300,000 ids that differ little do not meet', () => {
  const seen = new SeenKeys();
  let met = 0;
  for (let i = 0; i < 100_000; i++) {
    if (!seen.add(`Observation/${i} 1`)) met++;
    if (!seen.add(`Observation/0dd8dc80-7a5b-42ba-aef7-${String(i).padStart(12, '0')} 1`)) met++;
    if (!seen.add(`${'x'.repeat(i % 50)}${i}`)) met++;
  }
  expect(met).toBe(0);
  expect(seen.size).toBe(300_000);
  expect(seen.add('Observation/77 1')).toBe(false);
});
