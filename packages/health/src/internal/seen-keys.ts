/**
 * A set of texts that were seen, by 128 bits of each: 21 to 43 bytes a text however long it is, where a Set of the texts takes some 110. Two texts meet by chance
 * with probability n²/2^129. Not keyed and not cryptographic: who writes a file can make two of its own ids meet, and thereby only a record of its own a duplicate.
 */
export class SeenKeys {
  #slots = new Uint32Array(4 * 1024);
  #size = 0;

  /** How many different texts were added. */
  get size(): number {
    return this.#size;
  }

  /** Adds a text; false where it was there. */
  add(text: string): boolean {
    const [a, b, c, d] = digest(text);
    if (!insert(this.#slots, a, b, c, d)) return false;
    this.#size++;
    if (this.#size * 16 > this.#slots.length * 3) {
      const larger = new Uint32Array(this.#slots.length * 2);
      for (let i = 0; i < this.#slots.length; i += 4) {
        const word = (at: number): number => this.#slots[i + at] as number;
        if (word(0) !== 0) insert(larger, word(0), word(1), word(2), word(3));
      }
      this.#slots = larger;
    }
    return true;
  }
}

/** Open addressing with linear probing; the table is at most three quarters full. An empty slot has 0 for its first word, which no digest has. */
function insert(slots: Uint32Array, a: number, b: number, c: number, d: number): boolean {
  const mask = slots.length / 4 - 1;
  for (let i = b & mask; ; i = (i + 1) & mask) {
    const at = i * 4;
    if (slots[at] === 0) {
      slots[at] = a;
      slots[at + 1] = b;
      slots[at + 2] = c;
      slots[at + 3] = d;
      return true;
    }
    if (slots[at] === a && slots[at + 1] === b && slots[at + 2] === c && slots[at + 3] === d) return false;
  }
}

/** Four runs of 32 bits with multipliers and finish of MurmurHash3 (Appleby, public domain), each from its own beginning. */
function digest(text: string): [number, number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 0x6a09e667;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0xcc9e2d51);
    b = Math.imul(b ^ code, 0x1b873593);
    c = Math.imul(rotate(c, 13) ^ code, 0x85ebca6b);
    d = Math.imul(rotate(d, 15) + code, 0xc2b2ae35);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  return [finish(a ^ rotate(c, 7)) || 1, finish(b ^ rotate(d, 11)), finish(c + a), finish(d + b)];
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function finish(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
