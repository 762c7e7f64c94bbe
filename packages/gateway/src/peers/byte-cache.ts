/** Objects remembered until they are asked for, bounded in bytes; the oldest are forgotten first. */
export class ByteCache {
  readonly #objects = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(readonly maxBytes: number) {}

  put(key: string, object: Uint8Array): void {
    this.take(key);
    if (object.length > this.maxBytes) return;
    this.#objects.set(key, object);
    this.#bytes += object.length;
    for (const oldest of this.#objects.keys()) {
      if (this.#bytes <= this.maxBytes) break;
      this.take(oldest);
    }
  }

  /** The object, which is forgotten with it. */
  take(key: string): Uint8Array | undefined {
    const object = this.#objects.get(key);
    if (object === undefined) return undefined;
    this.#objects.delete(key);
    this.#bytes -= object.length;
    return object;
  }
}
