/** What a secret shows of itself: its kind, never its content. */
const inspect = Symbol.for('nodejs.util.inspect.custom');

/** Base of key objects: `toString`, JSON, `util.inspect` and console output say only what kind of thing it is. */
export abstract class Redacted {
  readonly #label: string;

  constructor(label: string) {
    this.#label = label;
    Object.defineProperty(this, inspect, { value: () => this.toString(), enumerable: false });
  }

  toString(): string {
    return `[${this.#label}: redacted]`;
  }

  toJSON(): string {
    return this.toString();
  }
}
