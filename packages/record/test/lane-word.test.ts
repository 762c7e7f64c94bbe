/** Maps of lanes and words of lanes (REC-29, REC-30, REC-31): bytes from the page alone, and every way in which a keeper or an author may lie. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnchoredMaps,
  batchDigest,
  decodeLaneWord,
  encodeLaneWord,
  headFell,
  judgeLaneWord,
  type LaneWord,
  laneMap,
  laneMapRoot,
  RecordError,
  type WordMap,
} from '../src/index.js';
import { cat, keccak as keccakOf, mth, T, u16, u32, u64 } from './support/plain.js';

/** Of a buffer, so that it compares equal. */
const plain = (buffer: Uint8Array) => new Uint8Array(buffer);
const toHex = (value: Uint8Array) => Buffer.from(value).toString('hex');
const keccak = (data: Uint8Array) => plain(keccakOf(data));
const bytes = (fill: number, length = 32) => new Uint8Array(length).fill(fill);
const twinId = bytes(1);
const authorId = bytes(2);
const id = keccak(cat(T('TWINSEAL-V1-LANE'), twinId, authorId));
const u8 = (n: number) => new Uint8Array([n]);

const instance = (n: number) => ({
  h: bytes(n),
  accessVersion: 1,
  time: 1000 + n,
  authorEpoch: 1,
  proof: bytes(n, 96),
});
/** By the page: leaves of a lane's first instances, and its root over them. */
const leafOf = (seq: number, n: number) =>
  keccak(cat(u8(0), twinId, authorId, u64(seq), bytes(n), u64(1), u64(1000 + n)));
const rootOf = (...ns: number[]) => plain(mth(ns.map((n, seq) => leafOf(seq, n))));

interface Lane {
  readonly laneId: Uint8Array;
  readonly count: number;
  readonly mk: Uint8Array;
}
const others: readonly Lane[] = [0x10, 0x40, 0x80, 0xc0, 0xf0].map((first) => ({
  laneId: plain(cat(u8(first), bytes(first, 31))),
  count: 1,
  mk: bytes(first),
}));

/** A map, and what it says of a lane. */
function mapOf(
  number: number,
  lanes: readonly Lane[],
  of: Uint8Array = id,
): { word: WordMap; root: Uint8Array } {
  const map = laneMap(lanes);
  const proof = map.prove(of);
  const entries = (proof.present ? [proof.entry] : proof.neighbours).map(({ key, index, proof: path }) => {
    const lane = lanes.find((each) => toHex(each.laneId) === toHex(key)) as Lane;
    return { laneId: key, count: lane.count, mk: lane.mk, index, path };
  });
  return { word: { number, ...map.head, entries }, root: laneMapRoot(map.head) };
}
const own = (...ns: number[]): Lane => ({ laneId: id, count: ns.length, mk: rootOf(...ns) });
const chain = (...roots: Uint8Array[]): AnchoredMaps => ({
  newest: roots.length - 1,
  rootOf: (number) => roots[number],
});
const word = (maps: readonly WordMap[], ...ns: number[]): LaneWord => ({
  twinId,
  authorId,
  maps,
  instances: ns.map(instance),
});

describe('REC-29', () => {
  test('root and digest are those of the page', () => {
    const lanes = [...others, own(7)].sort((a, b) => (toHex(a.laneId) < toHex(b.laneId) ? -1 : 1));
    const leaves = lanes.map(({ laneId, count, mk }) => keccak(cat(u8(0), laneId, u64(count), mk)));
    const head = plain(mth(leaves));
    const root = keccak(cat(T('TWINSEAL-V1-MAP'), u64(lanes.length), head));
    expect(laneMap(lanes).head).toEqual({ size: 6, head });
    expect(laneMapRoot({ size: 6, head })).toEqual(root);
    const leaf = keccak(cat(u8(0), authorId, u64(3), root, u64(9)));
    expect(batchDigest({ authorId, number: 3, mapRoot: root, time: 9 })).toEqual(
      keccak(cat(T('TWINSEAL-V1-AUTHOR-BATCH'), leaf)),
    );
  });
});

describe('REC-30', () => {
  const { word: map } = mapOf(4, [...others, own(7)]);
  test('a word has the bytes of the page, and comes back', () => {
    const [entry] = map.entries;
    if (entry === undefined) throw new Error('no entry');
    const expected = plain(
      cat(
        new TextEncoder().encode('TSLW'),
        u8(1),
        u8(1),
        twinId,
        authorId,
        u16(1),
        cat(u64(4), u64(6), map.head, u8(1)),
        cat(id, u64(1), entry.mk, u64(entry.index), u8(entry.path.length), ...entry.path),
        u32(1),
        cat(bytes(7), u64(1), u64(1007), u32(1), bytes(7, 96)),
      ),
    );
    expect(encodeLaneWord(word([map], 7))).toEqual(expected);
    expect(decodeLaneWord(expected)).toEqual(word([map], 7));
  });

  test('anything but one encoding is refused', () => {
    const good = encodeLaneWord(word([map], 7));
    const codeOf = (input: Uint8Array) => {
      try {
        decodeLaneWord(input);
        return 'taken';
      } catch (error) {
        if (!(error instanceof RecordError)) throw error;
        return error.code;
      }
    };
    expect(codeOf(cat(good, u8(0)))).toBe('trailing-bytes');
    expect(codeOf(good.slice(0, -1))).toBe('truncated');
    const at = (place: number, value: Uint8Array) => {
      const bad = good.slice();
      bad.set(value, place);
      return bad;
    };
    expect(codeOf(at(0, u8(0)))).toBe('unknown-magic');
    expect(codeOf(at(4, u8(2)))).toBe('unknown-version');
    expect(codeOf(at(5, u8(2)))).toBe('unknown-suite');
    expect(codeOf(at(70, u16(0)))).toBe('count');
    // No room for so many: refused before any is read.
    expect(codeOf(at(70, u16(65_535)))).toBe('truncated');
    expect(codeOf(at(72 + 48, u8(3)))).toBe('count');
    expect(codeOf(at(72 + 49 + 80, u8(33)))).toBe('count');
    expect(codeOf(at(72, bytes(0xff, 8)))).toBe('number-range');
    expect(codeOf(at(good.length - 100, u32(0)))).toBe('number-range');
    expect(() => encodeLaneWord(word([], 7))).toThrow(RangeError);
    const twice = encodeLaneWord(word([map, { ...map, number: 5 }], 7));
    const second = 72 + (good.length - 72 - 4 - 148);
    const back = twice.slice();
    back.set(u64(4), second);
    expect(codeOf(back)).toBe('not-ascending');
  });

  test('random bytes never do more than be refused, and what is taken comes back the same', () => {
    const good = encodeLaneWord(word([map], 7));
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }), (place, value) => {
        const changed = good.slice();
        changed[place] = value;
        try {
          expect(encodeLaneWord(decodeLaneWord(changed))).toEqual(changed);
        } catch (error) {
          if (!(error instanceof RecordError)) throw error;
        }
      }),
    );
  });
});

describe('REC-31', () => {
  const first = mapOf(0, [...others, own(7)]);
  const second = mapOf(1, [...others, own(7, 8, 9)]);
  const third = mapOf(2, [...others, own(7, 8, 9), { laneId: bytes(0xfe), count: 1, mk: bytes(3) }]);
  const roots = chain(first.root, second.root, third.root);

  test('each instance stands in the first map that holds it', () => {
    const verdict = judgeLaneWord(word([first.word, second.word, third.word], 7, 8, 9), roots);
    expect(verdict).toMatchObject({ kind: 'lane', count: 3, mk: rootOf(7, 8, 9) });
    const { instances } = verdict as Extract<typeof verdict, { kind: 'lane' }>;
    expect(instances.map(({ seq, batch }) => [seq, batch])).toEqual([
      [0, 0],
      [1, 1],
      [2, 1],
    ]);
    expect(instances.map(({ mk }) => mk)).toEqual([rootOf(7), rootOf(7, 8), rootOf(7, 8, 9)]);
  });

  test('a map that is left out makes an instance look later, never earlier', () => {
    const verdict = judgeLaneWord(word([second.word, third.word], 7, 8, 9), roots);
    const { instances } = verdict as Extract<typeof verdict, { kind: 'lane' }>;
    expect(instances.map(({ batch }) => batch)).toEqual([1, 1, 1]);
  });

  const refused = { kind: 'refused' };
  test('a word proves nothing under an older map, another root, or with other instances', () => {
    expect(judgeLaneWord(word([first.word, second.word], 7, 8, 9), roots)).toMatchObject(refused);
    expect(judgeLaneWord(word([{ ...third.word, size: 6 }], 7, 8, 9), roots)).toMatchObject(refused);
    expect(
      judgeLaneWord(word([{ ...third.word, number: 1 }], 7, 8, 9), chain(first.root, second.root)),
    ).toMatchObject(refused);
    expect(judgeLaneWord(word([third.word], 7, 8), roots)).toMatchObject(refused);
    expect(judgeLaneWord(word([third.word], 7, 9, 8), roots)).toMatchObject(refused);
    expect(judgeLaneWord(word([third.word]), roots)).toMatchObject(refused);
    const [entry] = third.word.entries;
    const longer = { ...third.word, entries: [{ ...entry, count: 4 } as WordMap['entries'][number]] };
    expect(judgeLaneWord(word([longer], 7, 8, 9, 10), roots)).toMatchObject(refused);
    const moved = { ...third.word, entries: [{ ...entry, index: 0 } as WordMap['entries'][number]] };
    expect(judgeLaneWord(word([moved], 7, 8, 9), roots)).toMatchObject(refused);
  });

  test('absence takes the two neighbours, or the end of the map', () => {
    const without = mapOf(0, others);
    expect(without.word.entries).toHaveLength(2);
    expect(judgeLaneWord(word([without.word]), chain(without.root))).toEqual({ kind: 'absent' });
    const alone = (lane: Lane) => mapOf(0, [lane]);
    for (const lane of others) {
      const { word: map, root } = alone(lane);
      expect(judgeLaneWord(word([map]), chain(root))).toEqual({ kind: 'absent' });
    }
  });

  test('no absence is shown by entries that are not neighbours, by one of two, or by a lane that is there', () => {
    const lanes = [...others, own(7)].sort((a, b) => (toHex(a.laneId) < toHex(b.laneId) ? -1 : 1));
    const map = laneMap(lanes);
    const root = laneMapRoot(map.head);
    const entryAt = (index: number) => {
      const { laneId, count, mk } = lanes[index] as Lane;
      return { laneId, count, mk, index, path: map.entryAt(index).proof };
    };
    const place = lanes.findIndex(({ laneId }) => toHex(laneId) === toHex(id));
    const claim = (...indexes: number[]) =>
      judgeLaneWord(word([{ number: 0, ...map.head, entries: indexes.map(entryAt) }]), chain(root));
    for (let i = 0; i < lanes.length; i++) {
      if (i !== place) expect(claim(i), `entry ${i} alone`).toMatchObject(refused);
      for (let j = 0; j < lanes.length; j++) {
        if (i !== j) expect(claim(i, j), `entries ${i} and ${j}`).toMatchObject(refused);
      }
    }
    // With the lane's own entry and no instances the lane is there, and they are withheld.
    expect(claim(place)).toMatchObject(refused);
  });

  test('a lane that is shorter, gone, or another of the same length in a later map convicts its author', () => {
    const fallen = (lanes: readonly Lane[]) => mapOf(2, lanes);
    for (const lanes of [[...others, own(7, 8)], others, [...others, own(7, 8, 10)]]) {
      const later = fallen(lanes);
      const maps = chain(first.root, second.root, later.root);
      const ns = lanes.some(({ laneId }) => laneId === id) ? [7, 8] : [];
      expect(judgeLaneWord(word([second.word, later.word], ...ns), maps)).toEqual({
        kind: 'misbehaved',
        code: 'head-fell',
      });
      // Told apart, in two words, it shows to whoever keeps the earlier one.
      expect(headFell([word([later.word]), word([first.word, second.word], 7, 8, 9)])).toEqual({
        earlier: second.word,
        later: later.word,
      });
    }
    expect(headFell([word([first.word]), word([second.word]), word([third.word])])).toBeUndefined();
  });

  test('an earlier root that the same instances do not give is another lane', () => {
    const forked = mapOf(0, [...others, own(6)]);
    const verdict = judgeLaneWord(word([forked.word, second.word], 7, 8, 9), chain(forked.root, second.root));
    expect(verdict).toEqual({ kind: 'misbehaved', code: 'lane-forked' });
  });

  test('the page names the findings', () => {
    const page = readFileSync(new URL('../../../docs/RECORD.md', import.meta.url), 'utf8');
    for (const code of ['lane-withheld', 'head-fell', 'lane-forked', 'contribution-denied'])
      expect(page).toContain(`\`${code}\``);
  });
});
