/**
 * A keeper's word of a lane that is anchored in batches, or of its absence (REC-30, REC-31): what the chain's events say of a lane that is anchored directly. Nothing of
 * it is believed; {@link judgeLaneWord} checks it against the roots of the author's maps, which the reader has from its own chain.
 *
 *     word     = head "TSLW" || twinId[32] || authorId[32] || u16 k || map × k || u32 m || instance × m
 *     map      = u64 number || u64 size || head[32] || u8 n || entry × n
 *     entry    = laneId[32] || u64 count || mk[32] || u64 index || u8 p || node[32] × p
 *     instance = h[32] || u64 accessVersion || u64 time || u32 authorEpoch || proof[96]
 *
 * Not found out: whether a keeper leaves a map out between two others. Then instances of that map look as if they came in the next one, and may be flagged for it.
 */

import { type MapHead, verifyMapAbsence, verifyMapEntry } from '@twinseal/history';
import { RecordError } from './errors.js';
import { readHead, writeHead } from './head.js';
import { equalBytes } from './internal/bytes.js';
import { assertBytes } from './internal/check.js';
import { keccak256 } from './internal/hash.js';
import { Reader } from './internal/reader.js';
import { Writer } from './internal/writer.js';
import { laneId, laneTree, leaf } from './lane.js';
import { laneMapRoot, laneMapValue, MAX_MAP_LANES } from './lane-map.js';

/** Most maps in one word. */
export const MAX_WORD_MAPS = 65_535;
/** Most instances in one word. */
export const MAX_WORD_INSTANCES = 1_048_576;
/** Audit paths of a map of 2^32 lanes. */
const MAX_PATH = 32;
const INSTANCE_BYTES = 32 + 8 + 8 + 4 + 96;
/** u64 number || u64 size || head || u8 n, and of an entry without its path. */
const MAP_BYTES = 49;
const ENTRY_BYTES = 81;

/** An entry of a map with its place and audit path. */
export interface WordEntry {
  /** 32 bytes. */
  readonly laneId: Uint8Array;
  readonly count: number;
  /** 32 bytes. */
  readonly mk: Uint8Array;
  /** Place in the order of lane ids. */
  readonly index: number;
  /** Lowest node first, 32 bytes each, at most 32. */
  readonly path: readonly Uint8Array[];
}

/** What one of the author's maps says of the lane: its entry, or the one or two entries that stand where it would. */
export interface WordMap extends MapHead {
  /** Of the batch, from 0. */
  readonly number: number;
  readonly entries: readonly WordEntry[];
}

/** The fields of an instance's leaf that its lane does not say, and its author's proof. */
export interface WordInstance {
  /** 32 bytes (REC-9). */
  readonly h: Uint8Array;
  readonly accessVersion: number;
  /** Seconds since 1970. */
  readonly time: number;
  /** The author's identity epoch, 1 to 999999999. */
  readonly authorEpoch: number;
  /** 96 bytes (REC-7). */
  readonly proof: Uint8Array;
}

/** A word of a lane. */
export interface LaneWord {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  /** 32 bytes. */
  readonly authorId: Uint8Array;
  /** By number: the maps in which the lane grew, and last the newest. */
  readonly maps: readonly WordMap[];
  /** All of the lane, by place; none where it is absent. */
  readonly instances: readonly WordInstance[];
}

/** The bytes of a word. @throws TypeError, RangeError where a field is out of its range */
export function encodeLaneWord(word: LaneWord): Uint8Array {
  assertBytes('word.twinId', word.twinId, 32);
  assertBytes('word.authorId', word.authorId, 32);
  assertCount('word.maps', word.maps.length, 1, MAX_WORD_MAPS);
  assertCount('word.instances', word.instances.length, 0, MAX_WORD_INSTANCES);
  const writer = writeHead(new Writer(256 + word.instances.length * INSTANCE_BYTES), 'TSLW')
    .bytes(word.twinId)
    .bytes(word.authorId)
    .u16(word.maps.length);
  for (const { number, size, head, entries } of word.maps) {
    assertBytes('map.head', head, 32);
    assertCount('map.entries', entries.length, 1, 2);
    writer.u64(number).u64(size).bytes(head).u8(entries.length);
    for (const entry of entries) {
      assertBytes('entry.laneId', entry.laneId, 32);
      assertBytes('entry.mk', entry.mk, 32);
      assertCount('entry.path', entry.path.length, 0, MAX_PATH);
      writer.bytes(entry.laneId).u64(entry.count).bytes(entry.mk).u64(entry.index).u8(entry.path.length);
      for (const node of entry.path) {
        assertBytes('entry.path', node, 32);
        writer.bytes(node);
      }
    }
  }
  writer.u32(word.instances.length);
  for (const { h, accessVersion, time, authorEpoch, proof } of word.instances) {
    assertBytes('instance.h', h, 32);
    assertBytes('instance.proof', proof, 96);
    assertCount('instance.authorEpoch', authorEpoch, 1, 999_999_999);
    writer.bytes(h).u64(accessVersion).u64(time).u32(authorEpoch).bytes(proof);
  }
  return writer.finish();
}

/** The word of its bytes. @throws RecordError `unknown-magic`, `unknown-version`, `unknown-suite`, `truncated`, `trailing-bytes`, `count`, `not-ascending`, `number-range` */
export function decodeLaneWord(bytes: Uint8Array): LaneWord {
  const reader = new Reader(bytes);
  readHead(reader, 'TSLW');
  const twinId = reader.bytes(32);
  const authorId = reader.bytes(32);
  const k = reader.u16();
  if (k === 0) throw new RecordError('count', 'a word of a lane has a map at least');
  assertRoom(reader, k * (MAP_BYTES + ENTRY_BYTES));
  const maps: WordMap[] = [];
  for (let i = 0; i < k; i++) {
    const map = readMap(reader);
    if (i > 0 && map.number <= (maps[i - 1] as WordMap).number)
      throw new RecordError('not-ascending', 'the maps do not ascend by number');
    maps.push(map);
  }
  const m = reader.u32();
  if (m > MAX_WORD_INSTANCES)
    throw new RecordError('count', 'more instances than a word holds', { count: m });
  assertRoom(reader, m * INSTANCE_BYTES);
  const instances: WordInstance[] = [];
  for (let i = 0; i < m; i++) {
    const instance = {
      h: reader.bytes(32),
      accessVersion: reader.u64(),
      time: reader.u64(),
      authorEpoch: reader.u32(),
      proof: reader.bytes(96),
    };
    if (instance.authorEpoch < 1 || instance.authorEpoch > 999_999_999)
      throw new RecordError('number-range', 'an identity epoch is from 1 to 999999999');
    instances.push(instance);
  }
  reader.end();
  return { twinId, authorId, maps, instances };
}

function readMap(reader: Reader): WordMap {
  const number = reader.u64();
  const size = reader.u64();
  const head = reader.bytes(32);
  const n = reader.u8();
  if (n < 1 || n > 2) throw new RecordError('count', 'one or two entries of a map are given', { count: n });
  const entries: WordEntry[] = [];
  for (let i = 0; i < n; i++) {
    const entry = {
      laneId: reader.bytes(32),
      count: reader.u64(),
      mk: reader.bytes(32),
      index: reader.u64(),
    };
    const p = reader.u8();
    if (p > MAX_PATH) throw new RecordError('count', 'a path is longer than any map is deep', { count: p });
    const path: Uint8Array[] = [];
    for (let j = 0; j < p; j++) path.push(reader.bytes(32));
    entries.push({ ...entry, path });
  }
  return { number, size, head, entries };
}

/** What the chain has of an author's batches. */
export interface AnchoredMaps {
  /** Number of the newest. */
  readonly newest: number;
  /** The root of a map, 32 bytes; undefined where the chain has no such batch. */
  rootOf(number: number): Uint8Array | undefined;
}

/** An instance as a word has it: its place, its root, and the first of the maps that holds it. */
export interface ToldInstance extends WordInstance {
  readonly seq: number;
  /** The lane's root after it, 32 bytes. */
  readonly mk: Uint8Array;
  readonly batch: number;
}

/** What a word comes to: `lane` and `absent` are proved; `refused` proves nothing; `misbehaved` convicts the author. */
export type LaneVerdict =
  | {
      readonly kind: 'lane';
      readonly count: number;
      readonly mk: Uint8Array;
      readonly instances: readonly ToldInstance[];
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'misbehaved'; readonly code: 'head-fell' | 'lane-forked' };

/**
 * Judges a word against the roots that the reader's chain has (REC-31).
 *
 * Costs two hashes an instance and some dozens for each map.
 */
export function judgeLaneWord(word: LaneWord, anchored: AnchoredMaps): LaneVerdict {
  const id = laneId(word.twinId, word.authorId);
  const refused = (reason: string): LaneVerdict => ({ kind: 'refused', reason });
  const last = word.maps.at(-1);
  if (last === undefined || last.number !== anchored.newest)
    return refused("the author's newest map is another one");
  for (const map of word.maps) {
    const root = anchored.rootOf(map.number);
    if (root === undefined || map.size < 1 || map.size > MAX_MAP_LANES || !equalBytes(laneMapRoot(map), root))
      return refused('a map is not the one that was anchored');
    if (saysOf(map, id) === undefined) return refused('a map is not shown to hold or lack the lane');
  }
  if (fellWithin(word.maps, id) !== undefined) return { kind: 'misbehaved', code: 'head-fell' };
  const own = ownEntry(last, id);
  if (own === undefined)
    return word.instances.length === 0 ? { kind: 'absent' } : refused('instances of a lane that is absent');
  if (own.count < 1 || word.instances.length !== own.count) return refused('not all instances are given');
  return told(word, id, own);
}

/** The instances with their roots, once they give the root of the newest map. */
function told(word: LaneWord, id: Uint8Array, own: WordEntry): LaneVerdict {
  const { twinId, authorId } = word;
  const tree = laneTree();
  const roots: Uint8Array[] = [];
  for (const [seq, { h, accessVersion, time }] of word.instances.entries()) {
    tree.append(leaf({ twinId, authorId, seq, h, accessVersion, time }));
    roots.push(tree.root());
  }
  if (!equalBytes(roots.at(-1) ?? new Uint8Array(), own.mk))
    return { kind: 'refused', reason: 'the instances do not hash to the root in the map' };
  const steps = word.maps.flatMap(({ number, ...map }) => {
    const entry = ownEntry({ number, ...map }, id);
    return entry === undefined ? [] : [{ number, entry }];
  });
  // The newest entry is right; one before it that these leaves do not give is of another lane.
  for (const { entry } of steps) {
    if (!equalBytes(roots[entry.count - 1] ?? new Uint8Array(), entry.mk))
      return { kind: 'misbehaved', code: 'lane-forked' };
  }
  const instances = word.instances.map((instance, seq): ToldInstance => {
    const first = steps.find(({ entry }) => entry.count > seq) as { number: number };
    return { ...instance, seq, mk: roots[seq] as Uint8Array, batch: first.number };
  });
  return { kind: 'lane', count: own.count, mk: own.mk, instances };
}

/** Two of an author's maps between which the head of a lane fell: what `proveMisbehaviourByHeads` or, where `later` lacks the lane, `proveMisbehaviourByAbsence` takes. */
export interface FallenHead {
  readonly earlier: WordMap;
  readonly later: WordMap;
}

/**
 * Whether an author's maps contradict each other about a lane: in a later one it is shorter, gone, or another of the same length.
 *
 * @param words of one lane, each judged against the chain by whoever holds it
 * @returns the two maps; undefined where the lane only grew
 */
export function headFell(words: readonly LaneWord[]): FallenHead | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  const id = laneId(first.twinId, first.authorId);
  const maps = words.flatMap((word) => word.maps).filter((map) => saysOf(map, id) !== undefined);
  return fellWithin(
    maps.sort((a, b) => a.number - b.number),
    id,
  );
}

/** Maps ascend by number. The longest so far against the next is enough: what is below an earlier one is below the longest. */
function fellWithin(maps: readonly WordMap[], id: Uint8Array): FallenHead | undefined {
  let longest: { readonly map: WordMap; readonly entry: WordEntry } | undefined;
  for (const map of maps) {
    const entry = ownEntry(map, id);
    if (longest !== undefined && map.number > longest.map.number) {
      const { entry: before } = longest;
      const fell =
        entry === undefined ||
        entry.count < before.count ||
        (entry.count === before.count && !equalBytes(entry.mk, before.mk));
      if (fell) return { earlier: longest.map, later: map };
    }
    if (entry !== undefined && (longest === undefined || entry.count >= longest.entry.count))
      longest = { map, entry };
  }
  return undefined;
}

/** The lane's own entry, where the map's proof is one of its presence. */
function ownEntry(map: WordMap, id: Uint8Array): WordEntry | undefined {
  const [entry] = map.entries;
  return map.entries.length === 1 && entry !== undefined && equalBytes(entry.laneId, id) ? entry : undefined;
}

/** Whether the entries prove the lane's presence or its absence; undefined where they prove neither. */
function saysOf(map: WordMap, id: Uint8Array): 'present' | 'absent' | undefined {
  const entries = map.entries.map(({ laneId: key, count, mk, index, path }) => ({
    key,
    value: laneMapValue(count, mk),
    index,
    proof: path,
  }));
  const [own] = entries;
  if (own !== undefined && ownEntry(map, id) !== undefined)
    return verifyMapEntry(keccak256, map, own) ? 'present' : undefined;
  return verifyMapAbsence(keccak256, map, id, entries) ? 'absent' : undefined;
}

function assertRoom(reader: Reader, bytes: number): void {
  if (reader.left < bytes)
    throw new RecordError('truncated', 'bytes end within the object', { wanted: bytes, left: reader.left });
}

function assertCount(name: string, count: number, min: number, max: number): void {
  if (!Number.isSafeInteger(count) || count < min || count > max)
    throw new RangeError(`${name}: expected ${min} to ${max}`);
}
