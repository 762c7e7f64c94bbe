/**
 * Where in the log each twin's receipts stand. The log is looked at in blocks; of a twin only those blocks are remembered in which it occurs, with the index of its first receipt there, so that a busy twin costs next to
 * nothing and what is kept in memory does not grow with every receipt. The places inside a block are read from the block.
 */

/** Receipts of the log that are one block. */
export const PLACES_BLOCK = 64;

interface Places {
  count: number;
  /** Numbers of the blocks, ascending. */
  readonly blocks: number[];
  /** For each block, the index in the twin's chain of its first receipt there. */
  readonly firsts: number[];
}

export class TwinPlaces {
  readonly #byTwin = new Map<string, Places>();
  readonly #twinsOf: (block: number) => readonly string[];
  #size = 0;

  /** @param twinsOf the twins of a block's receipts, in their order, as far as they were added */
  constructor(twinsOf: (block: number) => readonly string[]) {
    this.#twinsOf = twinsOf;
  }

  /** Receipts added so far: the place of the next. */
  get size(): number {
    return this.#size;
  }

  /** Numbers that are held in memory, besides one entry a twin; for figures and tests. */
  get held(): number {
    let held = 0;
    for (const { blocks } of this.#byTwin.values()) held += 2 * blocks.length;
    return held;
  }

  /** Adds the log's next receipt. */
  add(twinId: string): void {
    const block = Math.floor(this.#size++ / PLACES_BLOCK);
    const places = this.#byTwin.get(twinId) ?? { count: 0, blocks: [], firsts: [] };
    if (places.count === 0) this.#byTwin.set(twinId, places);
    if (places.blocks.at(-1) !== block) {
      places.blocks.push(block);
      places.firsts.push(places.count);
    }
    places.count++;
  }

  twins(): string[] {
    return [...this.#byTwin.keys()];
  }

  countOf(twinId: string): number {
    return this.#byTwin.get(twinId)?.count ?? 0;
  }

  /** Places in the log of a twin's receipts, ascending. @param from index of the first in the twin's chain */
  positions(twinId: string, from: number, limit: number): number[] {
    const places = this.#byTwin.get(twinId);
    const found: number[] = [];
    if (places === undefined || from < 0 || from >= places.count) return found;
    const { blocks, firsts } = places;
    for (let i = lastNotAbove(firsts, from); i < blocks.length && found.length < limit; i++) {
      const block = blocks[i] as number;
      let index = firsts[i] as number;
      for (const [offset, each] of this.#twinsOf(block).entries()) {
        if (each !== twinId) continue;
        if (index++ >= from && found.length < limit) found.push(block * PLACES_BLOCK + offset);
      }
    }
    return found;
  }
}

/** Where the last of ascending numbers stands that is not above another; the first is not. */
function lastNotAbove(ascending: readonly number[], bound: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] as number) <= bound) low = middle;
    else high = middle - 1;
  }
  return low;
}
