/** Where bytes come from, and where they go: adaptors between arrays, async iterables and Web streams. */
import { concat, ownBytes, requireBytes } from './internal/bytes.js';

/** Whatever gives bytes in pieces: arrays of pieces, generators, Node's and Web streams. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array> | ReadableStream<Uint8Array>;

/** Any byte source as an async iterable; a Web stream is cancelled when its consumer stops early. */
export async function* pieces(source: ByteSource): AsyncGenerator<Uint8Array, void, undefined> {
  if (Symbol.asyncIterator in source || Symbol.iterator in source) {
    yield* source as AsyncIterable<Uint8Array>;
    return;
  }
  const reader = (source as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    reader.releaseLock();
  }
}

/**
 * Reads a source by counts of bytes. It asks for the next piece only when the one before is used up, so that a source may
 * reuse its buffer, and nothing is buffered but what is asked for.
 */
export class PieceReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array(0);
  #done = false;

  constructor(source: ByteSource) {
    this.#pieces = pieces(source)[Symbol.asyncIterator]();
  }

  /** The next `count` bytes in a fresh array, fewer only at the end. */
  async read(count: number): Promise<Uint8Array> {
    const out = new Uint8Array(count);
    let at = 0;
    while (at < count) {
      if (this.#piece.length === 0 && !(await this.#next())) return out.slice(0, at);
      const part = this.#piece.subarray(0, count - at);
      out.set(part, at);
      at += part.length;
      this.#piece = this.#piece.subarray(part.length);
    }
    return out;
  }

  /** The next `count` bytes where the current piece holds them: without a turn of the event loop. */
  readNow(count: number): Uint8Array | undefined {
    if (this.#piece.length < count) return undefined;
    const out = this.#piece.slice(0, count);
    this.#piece = this.#piece.subarray(count);
    return out;
  }

  /** Ends the source; what holds it open may let go. */
  async close(): Promise<void> {
    this.#done = true;
    await this.#pieces.return?.();
  }

  async #next(): Promise<boolean> {
    while (!this.#done && this.#piece.length === 0) {
      const next = await this.#pieces.next();
      if (next.done) this.#done = true;
      else {
        requireBytes(next.value, 'a piece of the source');
        this.#piece = next.value;
      }
    }
    return this.#piece.length > 0;
  }
}

/** All pieces in one array. */
export async function collect(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of source) parts.push(piece);
  return concat(...parts);
}

/**
 * A Web stream over an async iterable, for `pipeTo` and `Response`.
 * @param iterable - what `signcryptStream` or `unsigncryptStream` returns
 */
export function toReadableStream(iterable: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = iterable[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(ownBytes(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
