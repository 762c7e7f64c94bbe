/** Bytes in, bytes out, in order. Copies what is pushed: many sources reuse their buffer for the next piece. */
export class ByteQueue {
  #pieces: Uint8Array[] = [];
  #head = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#pieces.push(new Uint8Array(piece));
    this.#length += piece.length;
  }

  /** The first `count` bytes, 0 <= count <= length, as a fresh array. */
  take(count: number): Uint8Array {
    const out = new Uint8Array(count);
    let at = 0;
    let used = 0;
    while (at < count) {
      const piece = this.#pieces[used] as Uint8Array;
      const part = piece.subarray(this.#head, this.#head + count - at);
      out.set(part, at);
      at += part.length;
      if (this.#head + part.length === piece.length) {
        used++;
        this.#head = 0;
      } else {
        this.#head += part.length;
      }
    }
    if (used > 0) this.#pieces.splice(0, used);
    this.#length -= count;
    return out;
  }
}
