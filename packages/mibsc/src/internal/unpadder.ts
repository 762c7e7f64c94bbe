import { MibscError } from '../errors.js';
import { padmeLength } from '../padding.js';
import { CHUNK_BYTES } from '../stream.js';

/** Lets the message through and holds back what may be padding: `80`, then zeros. Zeros are counted, not kept. */
export class Unpadder {
  /** Whether a `80` is held back, and how many zeros after it. */
  #marker = false;
  #zeros = 0;
  #released = 0;

  *push(plain: Uint8Array): Generator<Uint8Array, void, undefined> {
    let end = plain.length;
    while (end > 0 && plain[end - 1] === 0) end--;
    if (end === 0) {
      // Zeros only: part of the padding if a marker stands before them, of the message otherwise.
      if (this.#marker) this.#zeros += plain.length;
      else yield this.#release(plain);
      return;
    }
    yield* this.#flush();
    const marked = plain[end - 1] === 0x80;
    if (marked) {
      this.#marker = true;
      this.#zeros = plain.length - end;
      if (end > 1) yield this.#release(plain.subarray(0, end - 1));
    } else {
      yield this.#release(plain);
    }
  }

  *#flush(): Generator<Uint8Array, void, undefined> {
    if (!this.#marker) return;
    this.#marker = false;
    yield this.#release(new Uint8Array([0x80]));
    for (; this.#zeros > 0; ) {
      const zeros = new Uint8Array(Math.min(this.#zeros, CHUNK_BYTES));
      this.#zeros -= zeros.length;
      yield this.#release(zeros);
    }
  }

  #release(bytes: Uint8Array): Uint8Array {
    this.#released += bytes.length;
    return bytes;
  }

  end(): void {
    const padded = this.#released + 1 + this.#zeros;
    if (!this.#marker || padded !== padmeLength(this.#released + 1)) {
      throw new MibscError('stream', 'the padding is not that of the message');
    }
  }
}
