import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  emptyHead,
  Frontier,
  inclusionProof,
  leafHash,
  nodeHash,
  treeHead,
  verifyConsistency,
  verifyInclusion,
} from '../src/index.js';

const sha256 = (data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest());
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');
const leavesOf = (n: number) =>
  Array.from({ length: n }, (_, i) => leafHash(sha256, Uint8Array.of(i >> 8, i)));

/** The definition of RFC 9162, 2.1.1, word by word: the oracle. */
function naiveHead(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return leaves[0] as Buffer;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(1), naiveHead(leaves.slice(0, k)), naiveHead(leaves.slice(k))]))
    .digest();
}

describe('hashing', () => {
  it('separates leaves from nodes by the first byte', () => {
    expect(hex(leafHash(sha256, Uint8Array.of(7)))).toBe(
      createHash('sha256').update('0007', 'hex').digest('hex'),
    );
    expect(hex(nodeHash(sha256, Uint8Array.of(7), Uint8Array.of(8)))).toBe(
      createHash('sha256').update('010708', 'hex').digest('hex'),
    );
  });
  it('gives the empty tree the hash of nothing', () => {
    // SHA-256 of the empty string, FIPS 180-4 example
    const expected = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    expect(hex(emptyHead(sha256))).toBe(expected);
    expect(hex(treeHead(sha256, []))).toBe(expected);
    expect(hex(Frontier.of(sha256).root())).toBe(expected);
  });
});

describe('treeHead and Frontier', () => {
  it('agree with the definition for every size to 130', () => {
    const leaves = leavesOf(130);
    const frontier = Frontier.of(sha256);
    for (let n = 0; n <= 130; n++) {
      const expected = naiveHead(leaves.slice(0, n).map((l) => Buffer.from(l))).toString('hex');
      expect(hex(treeHead(sha256, leaves.slice(0, n)))).toBe(expected);
      expect(hex(frontier.root())).toBe(expected);
      expect(frontier.size).toBe(n);
      if (n < 130) frontier.append(leaves[n] as Uint8Array);
    }
  });
  it('Frontier.restore continues where peaks() left off, and clone is independent', () => {
    const leaves = leavesOf(45);
    const first = Frontier.of(sha256);
    for (const leaf of leaves.slice(0, 22)) first.append(leaf);
    const second = Frontier.restore(sha256, first.size, first.peaks());
    const third = first.clone();
    for (const leaf of leaves.slice(22)) second.append(leaf);
    expect(hex(second.root())).toBe(hex(treeHead(sha256, leaves)));
    expect(hex(third.root())).toBe(hex(treeHead(sha256, leaves.slice(0, 22))));
  });
  it('Frontier.restore refuses peaks that do not fit the size', () => {
    expect(() => Frontier.restore(sha256, 3, leavesOf(1))).toThrow(RangeError);
    expect(() => Frontier.restore(sha256, -1, [])).toThrow(RangeError);
    expect(() => Frontier.restore(sha256, 1.5, leavesOf(1))).toThrow(RangeError);
  });
  it('depends on the order of the leaves', () => {
    const [a, b, c] = leavesOf(3) as [Uint8Array, Uint8Array, Uint8Array];
    expect(hex(treeHead(sha256, [a, b, c]))).not.toBe(hex(treeHead(sha256, [b, a, c])));
  });
});

describe('inclusion', () => {
  it('every leaf of every tree to 40 proves itself, at its index and size only', () => {
    for (let size = 1; size <= 40; size++) {
      const leaves = leavesOf(size);
      const root = treeHead(sha256, leaves);
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(sha256, leaves, index);
        const leaf = leaves[index] as Uint8Array;
        expect(verifyInclusion(sha256, { leaf, index, size, proof, root })).toBe(true);
        expect(verifyInclusion(sha256, { leaf, index: (index + 1) % (size + 1), size, proof, root })).toBe(
          false,
        );
      }
    }
  });
  it('refuses what cannot be a claim without throwing', () => {
    const leaves = leavesOf(5);
    const root = treeHead(sha256, leaves);
    const proof = inclusionProof(sha256, leaves, 2);
    const leaf = leaves[2] as Uint8Array;
    for (const [index, size] of [
      [-1, 5],
      [2.5, 5],
      [Number.NaN, 5],
      [2, Number.POSITIVE_INFINITY],
      [2, 2 ** 53],
      [5, 5],
    ] as const) {
      expect(verifyInclusion(sha256, { leaf, index, size, proof, root })).toBe(false);
    }
    const shifted = [...proof];
    shifted[0] = (shifted[0] as Uint8Array).slice(1);
    expect(verifyInclusion(sha256, { leaf, index: 2, size: 5, proof: shifted, root })).toBe(false);
  });
  it('inclusionProof refuses an index outside the tree', () => {
    expect(() => inclusionProof(sha256, leavesOf(3), 3)).toThrow(RangeError);
    expect(() => inclusionProof(sha256, [], 0)).toThrow(RangeError);
  });
});

describe('consistency', () => {
  it('every prefix of every tree to 40 is consistent, and no other head is', () => {
    const all = leavesOf(40);
    const heads = Array.from({ length: 41 }, (_, n) => treeHead(sha256, all.slice(0, n)));
    for (let newSize = 1; newSize <= 40; newSize++) {
      for (let oldSize = 1; oldSize <= newSize; oldSize++) {
        const proof = consistencyProof(sha256, all.slice(0, newSize), oldSize);
        const oldRoot = heads[oldSize] as Uint8Array;
        const newRoot = heads[newSize] as Uint8Array;
        expect(verifyConsistency(sha256, { oldSize, newSize, oldRoot, newRoot, proof })).toBe(true);
        if (oldSize < newSize) {
          expect(verifyConsistency(sha256, { oldSize, newSize, oldRoot: newRoot, newRoot, proof })).toBe(
            false,
          );
        }
      }
    }
  });
  it('consistencyProof refuses sizes outside 1..n', () => {
    expect(() => consistencyProof(sha256, leavesOf(3), 0)).toThrow(RangeError);
    expect(() => consistencyProof(sha256, leavesOf(3), 4)).toThrow(RangeError);
  });
  it('a changed, swapped or dropped early leaf is never consistent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), (newSize, a, b) => {
        const oldSize = 1 + (a % (newSize - 1));
        const victim = b % oldSize;
        const leaves = leavesOf(newSize);
        const oldRoot = treeHead(sha256, leaves.slice(0, oldSize));
        const altered = leaves.map((leaf, i) => (i === victim ? leafHash(sha256, leaf) : leaf));
        const proof = consistencyProof(sha256, altered, oldSize);
        const newRoot = treeHead(sha256, altered);
        expect(verifyConsistency(sha256, { oldSize, newSize, oldRoot, newRoot, proof })).toBe(false);
      }),
    );
  });
});
