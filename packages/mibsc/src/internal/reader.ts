import { MibscError } from '../errors.js';

/** Reads an encoded object front to back. Every shortfall is a `decode` error; nothing is allocated before it is checked. */
export class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;
  readonly #what: string;

  constructor(bytes: Uint8Array, what: string) {
    this.#bytes = bytes;
    this.#what = what;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  /** The next `length` bytes, as a view. */
  take(length: number): Uint8Array {
    if (length > this.remaining) throw this.fail('is cut short');
    const view = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return view;
  }

  u8(): number {
    return this.take(1)[0] as number;
  }

  u16(): number {
    const b = this.take(2);
    return ((b[0] as number) << 8) | (b[1] as number);
  }

  u32(): number {
    const b = this.take(4);
    return (
      (b[0] as number) * 0x1000000 + (((b[1] as number) << 16) | ((b[2] as number) << 8) | (b[3] as number))
    );
  }

  /** A length-prefixed string of 1 or 0 up to `max` bytes. */
  lengthPrefixed(max: number): Uint8Array {
    const length = this.u32();
    if (length > max) throw this.fail('holds a field that is too long');
    return this.take(length);
  }

  end(): void {
    if (this.remaining !== 0) throw this.fail('has bytes after its end');
  }

  fail(problem: string): MibscError {
    return new MibscError('decode', `${this.#what} ${problem}`, { offset: this.#at });
  }
}
