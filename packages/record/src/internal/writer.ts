/** Writes the integers and byte strings of docs/RECORD.md section 1 into one growing buffer. */
export class Writer {
  #buffer: Uint8Array;
  #view: DataView;
  #length = 0;

  /** @param expected bytes to make room for; more is fine */
  constructor(expected = 256) {
    this.#buffer = new Uint8Array(expected);
    this.#view = new DataView(this.#buffer.buffer);
  }

  u8(n: number): this {
    const at = this.#room(1);
    this.#view.setUint8(at, n);
    return this;
  }

  u16(n: number): this {
    const at = this.#room(2);
    this.#view.setUint16(at, n);
    return this;
  }

  u32(n: number): this {
    const at = this.#room(4);
    this.#view.setUint32(at, n);
    return this;
  }

  /** @throws {RangeError} not an integer from 0 to 2^64 - 1 */
  u64(n: number | bigint): this {
    const value = BigInt(n);
    if (value < 0n || value > 0xffff_ffff_ffff_ffffn) throw new RangeError('u64: out of range');
    const at = this.#room(8);
    this.#view.setBigUint64(at, value);
    return this;
  }

  bytes(x: Uint8Array): this {
    const at = this.#room(x.length);
    this.#buffer.set(x, at);
    return this;
  }

  /** LP(x) = u32(length) || x */
  lp(x: Uint8Array): this {
    return this.u32(x.length).bytes(x);
  }

  /** What was written, as an array of its own. */
  finish(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }

  #room(n: number): number {
    const at = this.#length;
    this.#length += n;
    if (this.#length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(this.#length, 2 * this.#buffer.length));
      larger.set(this.#buffer);
      this.#buffer = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }
}
