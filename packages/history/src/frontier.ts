import { emptyHead, type Hash, nodeHash } from './hashing.js';
import { assertSize, half, isOdd } from './internal/sizes.js';

/**
 * The right edge of an ordered tree: enough to append leaves and to know the head after each, in O(log n) memory.
 * It is what `PatientDigitalTwin` keeps of a lane.
 *
 * A tree of n leaves consists of one perfect subtree for each bit set in n, the largest to the left. The roots of
 * these subtrees are the *peaks*. Appending a leaf merges perfect subtrees of equal size, like a binary counter
 * that carries; the head joins the peaks from the right.
 */
export class Frontier {
  readonly #hash: Hash;
  readonly #peaks: Uint8Array[];
  #size: number;

  private constructor(hash: Hash, peaks: Uint8Array[], size: number) {
    this.#hash = hash;
    this.#peaks = peaks;
    this.#size = size;
  }

  /** The frontier of the tree without leaves. */
  static of(hash: Hash): Frontier {
    return new Frontier(hash, [], 0);
  }

  /**
   * The frontier of a tree of which only size and peaks are known.
   *
   * @param peaks as `peaks()` gave them: one for each bit set in size, largest subtree first
   * @throws RangeError when the number of peaks does not fit the size
   */
  static restore(hash: Hash, size: number, peaks: readonly Uint8Array[]): Frontier {
    assertSize('size', size);
    const expected = countBits(size);
    if (peaks.length !== expected) {
      throw new RangeError(`a tree of ${size} leaves has ${expected} peaks, got ${peaks.length}`);
    }
    return new Frontier(hash, peaks.slice(), size);
  }

  /** An independent copy. */
  clone(): Frontier {
    return new Frontier(this.#hash, this.#peaks.slice(), this.#size);
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** Appends one leaf hash. The array is kept, not copied: do not write to it afterwards. */
  append(leaf: Uint8Array): void {
    let node = leaf;
    for (let n = this.#size; isOdd(n); n = half(n)) {
      // An odd bit means a perfect subtree of this height is waiting for its right sibling.
      node = nodeHash(this.#hash, this.#peaks.pop() as Uint8Array, node);
    }
    this.#peaks.push(node);
    this.#size += 1;
  }

  /** The head of the tree so far: `H("")` when empty. */
  root(): Uint8Array {
    const [last, ...rest] = this.#peaks.slice().reverse();
    if (last === undefined) return emptyHead(this.#hash);
    return rest.reduce((right, left) => nodeHash(this.#hash, left, right), last);
  }

  /** Roots of the perfect subtrees, largest (leftmost) first. */
  peaks(): Uint8Array[] {
    return this.#peaks.slice();
  }
}

function countBits(n: number): number {
  let bits = 0;
  for (let rest = n; rest > 0; rest = half(rest)) if (isOdd(rest)) bits += 1;
  return bits;
}
