/** Bytes of an export: big-endian numbers and length-prefixed strings, each with one encoding. */

import { ExportError } from './errors.js';

export class ByteWriter {
  readonly #chunks: Uint8Array[] = [];

  bytes(bytes: Uint8Array): this {
    this.#chunks.push(bytes);
    return this;
  }

  u16(value: number): this {
    return this.#number(value, 2);
  }

  u32(value: number): this {
    return this.#number(value, 4);
  }

  /** @throws RangeError for what is no whole number from 0 to 2^53 - 1 */
  u64(value: number): this {
    return this.#number(value, 8);
  }

  /** Length as u32, then the bytes. */
  lp(bytes: Uint8Array): this {
    return this.u32(bytes.length).bytes(bytes);
  }

  /** How many as u16, then each. */
  list16<T>(items: readonly T[], write: (item: T) => void): this {
    this.u16(items.length);
    for (const item of items) write(item);
    return this;
  }

  /** How many as u32, then each. */
  list32<T>(items: readonly T[], write: (item: T) => void): this {
    this.u32(items.length);
    for (const item of items) write(item);
    return this;
  }

  finish(): Uint8Array {
    return Buffer.concat(this.#chunks);
  }

  #number(value: number, size: 2 | 4 | 8): this {
    if (!Number.isSafeInteger(value) || value < 0 || value >= 2 ** (8 * size)) {
      throw new RangeError(`export: expected a whole number of ${size} bytes`);
    }
    const bytes = new Uint8Array(size);
    const view = new DataView(bytes.buffer);
    if (size === 2) view.setUint16(0, value);
    else if (size === 4) view.setUint32(0, value);
    else view.setBigUint64(0, BigInt(value));
    return this.bytes(bytes);
  }
}

/** Reads what {@link ByteWriter} wrote; nothing is copied, and nothing is allocated for a length that the bytes do not have. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  bytes(length: number): Uint8Array {
    const from = this.#take(length);
    return this.#bytes.subarray(from, from + length);
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2));
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4));
  }

  u64(): number {
    const value = this.#view.getBigUint64(this.#take(8));
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new ExportError('malformed', 'a number is too large');
    return Number(value);
  }

  lp(): Uint8Array {
    return this.bytes(this.u32());
  }

  list16<T>(read: () => T): T[] {
    return this.#list(this.u16(), read);
  }

  list32<T>(read: () => T): T[] {
    return this.#list(this.u32(), read);
  }

  end(): void {
    if (this.#at !== this.#bytes.length)
      throw new ExportError('malformed', 'there is something behind its end');
  }

  #list<T>(count: number, read: () => T): T[] {
    const items: T[] = [];
    // Every item takes bytes, so a count that the file cannot hold ends at the file's end.
    for (let i = 0; i < count; i++) items.push(read());
    return items;
  }

  #take(length: number): number {
    const from = this.#at;
    if (from + length > this.#bytes.length) throw new ExportError('malformed', 'it ends too early');
    this.#at += length;
    return from;
  }
}
