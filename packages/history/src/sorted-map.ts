/**
 * Committed maps: an ordered tree (RFC 9162) over leaves that ascend strictly by key. One leaf with its path proves what a key maps to;
 * two neighbours prove that nothing stands between them.
 *
 *     leaf = H(0x00 || key[32] || value)
 *     root = H(tag[32] || u64 size || head)
 *
 * The size is part of the root, because a path proves a place only in a tree of known size. A dishonest committer can sign a map that
 * does not ascend and so prove an absence that is none; two leaves out of order convict it (`provesDisorder`).
 */
import { emptyHead, HASH_BYTES, type Hash, leafHash, nodeHash } from './hashing.js';
import { verifyInclusion } from './inclusion.js';
import { isSize, splitPoint } from './internal/sizes.js';

/** What is committed: the number of entries and the head of the tree over them. */
export interface MapHead {
  readonly size: number;
  readonly head: Uint8Array;
}

/** One entry with its place and audit path. */
export interface MapEntry {
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
}

/** What a map says of a key: its entry, or the neighbours between which it would stand (one at either end, none in an empty map). */
export type MapProof =
  | { readonly present: true; readonly entry: MapEntry }
  | { readonly present: false; readonly neighbours: readonly MapEntry[] };

/** The 32 bytes that stand for a map. `tag` is 32 bytes and says what kind of map it is. */
export function mapRoot(hash: Hash, tag: Uint8Array, { size, head }: MapHead): Uint8Array {
  if (tag.length !== HASH_BYTES) throw new RangeError(`tag must have 32 bytes, got ${tag.length}`);
  const bytes = new Uint8Array(HASH_BYTES + 8 + head.length);
  bytes.set(tag);
  new DataView(bytes.buffer).setBigUint64(HASH_BYTES, BigInt(size));
  bytes.set(head, HASH_BYTES + 8);
  return hash(bytes);
}

/** Leaf of one entry. @param key 32 bytes, so that the value's beginning is where it is */
export function mapLeaf(hash: Hash, key: Uint8Array, value: Uint8Array): Uint8Array {
  if (key.length !== HASH_BYTES) throw new RangeError(`key must have 32 bytes, got ${key.length}`);
  const data = new Uint8Array(key.length + value.length);
  data.set(key);
  data.set(value, key.length);
  return leafHash(hash, data);
}

/** A map whose entries are all at hand: the committer's side. */
export class SortedMap {
  readonly #hash: Hash;
  readonly #entries: readonly (readonly [Uint8Array, Uint8Array])[];
  readonly #leaves: readonly Uint8Array[];
  /** Heads of subtrees by first leaf and size, as they were needed: a committer proves many entries of one map. */
  readonly #heads = new Map<string, Uint8Array>();

  /**
   * @param entries key (32 bytes) and value, in any order
   * @throws RangeError when a key is not 32 bytes or stands twice
   */
  constructor(hash: Hash, entries: Iterable<readonly [Uint8Array, Uint8Array]>) {
    this.#hash = hash;
    this.#entries = [...entries].sort(([a], [b]) => compare(a, b));
    this.#leaves = this.#entries.map(([key, value]) => mapLeaf(hash, key, value));
    for (let i = 1; i < this.#entries.length; i++) {
      if (compare(this.#keyAt(i - 1), this.#keyAt(i)) === 0) throw new RangeError('a key stands twice');
    }
  }

  /** Size and head, to be committed. */
  get head(): MapHead {
    const size = this.#entries.length;
    return { size, head: size === 0 ? emptyHead(this.#hash) : this.#headOf(0, size) };
  }

  /** The value of a key, or undefined. */
  get(key: Uint8Array): Uint8Array | undefined {
    const index = this.#position(key);
    const entry = this.#entries[index];
    return entry !== undefined && compare(entry[0], key) === 0 ? entry[1] : undefined;
  }

  /** The proof of what the map says of a key. The first costs a hash for each entry, later ones some dozens altogether. */
  prove(key: Uint8Array): MapProof {
    const index = this.#position(key);
    if (index < this.#entries.length && compare(this.#keyAt(index), key) === 0) {
      return { present: true, entry: this.entryAt(index) };
    }
    const neighbours = [index - 1, index].filter((i) => i >= 0 && i < this.#entries.length);
    return { present: false, neighbours: neighbours.map((i) => this.entryAt(i)) };
  }

  /** The entry at a place of the order, with its path. @throws RangeError outside the map */
  entryAt(index: number): MapEntry {
    const entry = this.#entries[index];
    if (entry === undefined)
      throw new RangeError(`index ${index} is outside a map of ${this.#entries.length} entries`);
    const [key, value] = entry;
    return { key, value, index, proof: this.#path(index, 0, this.#leaves.length) };
  }

  /** The audit path (RFC 9162, section 2.1.3.1) of a leaf in the subtree of `size` leaves from `first` on, lowest node first. */
  #path(index: number, first: number, size: number): Uint8Array[] {
    if (size === 1) return [];
    const k = splitPoint(size);
    return index < first + k
      ? [...this.#path(index, first, k), this.#headOf(first + k, size - k)]
      : [...this.#path(index, first + k, size - k), this.#headOf(first, k)];
  }

  #headOf(first: number, size: number): Uint8Array {
    if (size === 1) return this.#leaves[first] as Uint8Array;
    const place = `${first}/${size}`;
    let head = this.#heads.get(place);
    if (head === undefined) {
      const k = splitPoint(size);
      head = nodeHash(this.#hash, this.#headOf(first, k), this.#headOf(first + k, size - k));
      this.#heads.set(place, head);
    }
    return head;
  }

  #keyAt(index: number): Uint8Array {
    return (this.#entries[index] as readonly [Uint8Array, Uint8Array])[0];
  }

  /** Where the key stands or would stand: the number of smaller keys. */
  #position(key: Uint8Array): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(this.#keyAt(middle), key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether an entry stands in a map. False, never an exception, for anything untrusted. */
export function verifyMapEntry(hash: Hash, map: MapHead, entry: MapEntry): boolean {
  if (entry.key.length !== HASH_BYTES) return false;
  const leaf = mapLeaf(hash, entry.key, entry.value);
  return verifyInclusion(hash, {
    leaf,
    index: entry.index,
    size: map.size,
    proof: entry.proof,
    root: map.head,
  });
}

/**
 * Whether the neighbours show that a key is not in the map, provided that the map ascends. False, never an exception, for anything untrusted.
 */
export function verifyMapAbsence(
  hash: Hash,
  map: MapHead,
  key: Uint8Array,
  neighbours: readonly MapEntry[],
): boolean {
  if (!isSize(map.size) || key.length !== HASH_BYTES) return false;
  if (map.size === 0) return neighbours.length === 0;
  const [left, right, ...more] = neighbours;
  if (left === undefined || more.length > 0) return false;
  if (right === undefined) {
    const before = left.index === 0 && compare(key, left.key) < 0;
    const after = left.index === map.size - 1 && compare(key, left.key) > 0;
    return (before || after) && verifyMapEntry(hash, map, left);
  }
  const between = left.index + 1 === right.index && compare(left.key, key) < 0 && compare(key, right.key) < 0;
  return between && verifyMapEntry(hash, map, left) && verifyMapEntry(hash, map, right);
}

/** Whether two entries show that a committed map does not ascend: its proofs of absence are worth nothing. */
export function provesDisorder(hash: Hash, map: MapHead, left: MapEntry, right: MapEntry): boolean {
  return (
    left.index < right.index &&
    compare(left.key, right.key) >= 0 &&
    verifyMapEntry(hash, map, left) &&
    verifyMapEntry(hash, map, right)
  );
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
