/** Where a twin's receipts stand, against looking at all of them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACES_BLOCK, TwinPlaces } from '../../src/receipts/twin-places.js';

function placesOf(twins: readonly string[]): TwinPlaces {
  const places: TwinPlaces = new TwinPlaces((block) =>
    twins.slice(block * PLACES_BLOCK, Math.min((block + 1) * PLACES_BLOCK, places.size)),
  );
  for (const twin of twins) places.add(twin);
  return places;
}

describe('TwinPlaces', () => {
  it('finds what a look at all receipts finds', () => {
    const twin = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    // Runs of one twin, and now and then another, over several blocks.
    const log = fc
      .array(fc.tuple(twin, fc.integer({ min: 1, max: 90 })), { maxLength: 12 })
      .map((runs) =>
        runs.flatMap(([id, length]) => Array.from({ length }, (_, i) => (i % 7 === 6 ? 'a' : id))),
      );
    fc.assert(
      fc.property(log, twin, fc.nat(300), fc.integer({ min: 0, max: 100 }), (twins, of, from, limit) => {
        const places = placesOf(twins);
        const all = twins.flatMap((id, position) => (id === of ? [position] : []));
        expect(places.positions(of, from, limit)).toEqual(all.slice(from, from + limit));
        expect(places.positions(of, 0, Number.POSITIVE_INFINITY)).toEqual(all);
        expect(places.countOf(of)).toBe(all.length);
        expect([...places.twins()].sort()).toEqual([...new Set(twins)].sort());
      }),
    );
    expect(placesOf([]).positions('a', 0, 1)).toEqual([]);
  });

  it('holds two numbers for each block in which a twin occurs, however many of its receipts are there', () => {
    expect(placesOf(Array.from({ length: 10 * PLACES_BLOCK }, () => 'a')).held).toBe(20);
    expect(
      placesOf(Array.from({ length: 10 * PLACES_BLOCK }, (_, i) => (i % 2 === 0 ? 'a' : 'b'))).held,
    ).toBe(40);
  });
});
