/** Answers remembered for a short while, bounded in number. */
export class TtlCache<K, V> {
  readonly #entries = new Map<K, { readonly value: Promise<V>; readonly untilMs: number }>();

  /** @param ttlMs how long an answer is used; @param max answers remembered, the oldest forgotten first */
  constructor(
    readonly ttlMs: number,
    readonly max: number,
  ) {}

  forget(key: K): void {
    this.#entries.delete(key);
  }

  /** The answer for a key, asked for where it is not remembered. What fails is not remembered. */
  get(key: K, ask: () => Promise<V>): Promise<V> {
    const nowMs = performance.now();
    const known = this.#entries.get(key);
    if (known !== undefined && nowMs < known.untilMs) return known.value;
    const value = ask();
    this.#entries.delete(key);
    if (this.#entries.size >= this.max) this.#entries.delete(this.#entries.keys().next().value as K);
    this.#entries.set(key, { value, untilMs: nowMs + this.ttlMs });
    value.catch(() => this.forget(key));
    return value;
  }
}
