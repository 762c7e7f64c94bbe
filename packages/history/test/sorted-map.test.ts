import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inclusionProof,
  mapLeaf,
  mapRoot,
  provesDisorder,
  SortedMap,
  treeHead,
  verifyMapAbsence,
  verifyMapEntry,
} from '../src/index.js';

const sha256 = (data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest());
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');
const key = (n: number) => new Uint8Array(32).fill(n);
const entry = (n: number): [Uint8Array, Uint8Array] => [key(n), Uint8Array.of(n, n)];

describe('mapRoot and mapLeaf', () => {
  it('hash what the header of the file says', () => {
    const head = sha256(Uint8Array.of(1));
    const expected = createHash('sha256')
      .update(Buffer.concat([Buffer.alloc(32, 7), Buffer.from('0000000000000005', 'hex'), head]))
      .digest('hex');
    expect(hex(mapRoot(sha256, key(7), { size: 5, head }))).toBe(expected);
    expect(hex(mapLeaf(sha256, key(3), Uint8Array.of(9)))).toBe(
      createHash('sha256')
        .update(`00${'03'.repeat(32)}09`, 'hex')
        .digest('hex'),
    );
  });
  it('refuse tags and keys of another length', () => {
    expect(() => mapRoot(sha256, new Uint8Array(31), { size: 0, head: key(0) })).toThrow(RangeError);
    expect(() => mapLeaf(sha256, new Uint8Array(33), key(0))).toThrow(RangeError);
  });
});

describe('SortedMap', () => {
  it('commits to its entries in the order of keys, whatever order they came in', () => {
    const leaves = [2, 5, 9].map((n) => mapLeaf(sha256, ...entry(n)));
    for (const order of [
      [2, 5, 9],
      [9, 2, 5],
    ]) {
      const map = new SortedMap(sha256, order.map(entry));
      expect(map.head.size).toBe(3);
      expect(hex(map.head.head)).toBe(hex(treeHead(sha256, leaves)));
      expect(map.get(key(5))).toEqual(Uint8Array.of(5, 5));
      expect(map.get(key(6))).toBeUndefined();
    }
  });
  it('refuses a key twice, a key of another length, a place outside', () => {
    expect(() => new SortedMap(sha256, [entry(1), entry(1)])).toThrow(RangeError);
    expect(() => new SortedMap(sha256, [[new Uint8Array(31), key(1)]])).toThrow(RangeError);
    expect(() => new SortedMap(sha256, [entry(1)]).entryAt(1)).toThrow(RangeError);
  });
  it('proves an empty map empty', () => {
    const map = new SortedMap(sha256, []);
    expect(map.prove(key(1))).toEqual({ present: false, neighbours: [] });
    expect(verifyMapAbsence(sha256, map.head, key(1), [])).toBe(true);
    expect(verifyMapAbsence(sha256, new SortedMap(sha256, [entry(3)]).head, key(1), [])).toBe(false);
  });
  it('proves presence and absence of every key, and never the contrary', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 0, max: 255 }), (present, asked) => {
        const map = new SortedMap(sha256, present.map(entry));
        const proof = map.prove(key(asked));
        expect(proof.present).toBe(present.includes(asked));
        if (proof.present) {
          expect(verifyMapEntry(sha256, map.head, proof.entry)).toBe(true);
          expect(verifyMapEntry(sha256, map.head, { ...proof.entry, value: Uint8Array.of(0) })).toBe(false);
          expect(verifyMapEntry(sha256, map.head, { ...proof.entry, key: key(asked ^ 1) })).toBe(false);
          // No set of entries of this map shows that the key is absent.
          const all = present.map((_, i) => map.entryAt(i));
          for (const a of all) {
            expect(verifyMapAbsence(sha256, map.head, key(asked), [a])).toBe(false);
            for (const b of all) expect(verifyMapAbsence(sha256, map.head, key(asked), [a, b])).toBe(false);
          }
        } else {
          expect(verifyMapAbsence(sha256, map.head, key(asked), proof.neighbours)).toBe(true);
          expect(
            verifyMapAbsence(sha256, map.head, key(asked), [...proof.neighbours, ...proof.neighbours]),
          ).toBe(false);
        }
      }),
    );
  });
  it('answers false to what is no claim', () => {
    const map = new SortedMap(sha256, [1, 3].map(entry));
    const first = map.entryAt(0);
    expect(verifyMapEntry(sha256, map.head, { ...first, key: new Uint8Array(5) })).toBe(false);
    expect(verifyMapAbsence(sha256, { ...map.head, size: -1 }, key(2), [first])).toBe(false);
    expect(verifyMapAbsence(sha256, map.head, new Uint8Array(3), [first])).toBe(false);
    const three = [first, map.entryAt(1), map.entryAt(1)];
    expect(verifyMapAbsence(sha256, map.head, key(2), three)).toBe(false);
  });
});

describe('provesDisorder', () => {
  /** A dishonest committer's map: leaves as given, sorted or not. */
  const commit = (numbers: number[]) => {
    const leaves = numbers.map((n) => mapLeaf(sha256, ...entry(n)));
    return { leaves, head: { size: leaves.length, head: treeHead(sha256, leaves) } };
  };
  it('convicts a map that does not ascend, and no map that does', () => {
    const entries = (numbers: number[], leaves: Uint8Array[]) =>
      numbers.map((n, index) => ({
        key: key(n),
        value: Uint8Array.of(n, n),
        index,
        proof: inclusionProof(sha256, leaves, index),
      }));
    for (const [numbers, guilty] of [
      [[1, 5, 3], true],
      [[1, 1, 3], true],
      [[1, 2, 3], false],
    ] as [number[], boolean][]) {
      const { leaves, head } = commit(numbers);
      const all = entries(numbers, leaves);
      const convicted = all.some((a) => all.some((b) => provesDisorder(sha256, head, a, b)));
      expect(convicted).toBe(guilty);
    }
  });
});
