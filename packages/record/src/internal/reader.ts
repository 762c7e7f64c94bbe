import { RecordError } from '../errors.js';

/**
 * Reads what Writer writes, never past the end and never more than asked. Byte strings come out as copies, so that an object
 * does not keep (or change with) the buffer that it was read from.
 */
export class Reader {
  readonly #data: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(data: Uint8Array) {
    this.#data = data;
    this.#view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  /** Bytes read so far. */
  get offset(): number {
    return this.#at;
  }

  /** Bytes left. */
  get left(): number {
    return this.#data.length - this.#at;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2));
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4));
  }

  /** A u64 that this format version keeps at or below 2^53 - 1 (REC-2). */
  u64(): number {
    const value = this.#view.getBigUint64(this.#take(8));
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
      throw new RecordError('number-range', 'number is above 2^53 - 1');
    return Number(value);
  }

  bytes(length: number): Uint8Array {
    const at = this.#take(length);
    return this.#data.slice(at, at + length);
  }

  /** LP(x), refused before anything is allocated when longer than max. */
  lp(max: number): Uint8Array {
    const length = this.u32();
    if (length > max)
      throw new RecordError('too-long', 'byte string is longer than its field allows', { length, max });
    return this.bytes(length);
  }

  /** @throws {RecordError} `trailing-bytes` when something is left */
  end(): void {
    if (this.left > 0)
      throw new RecordError('trailing-bytes', 'bytes follow the object', { left: this.left });
  }

  #take(length: number): number {
    const at = this.#at;
    if (length > this.left) {
      throw new RecordError('truncated', 'bytes end within the object', { wanted: length, left: this.left });
    }
    this.#at += length;
    return at;
  }
}
