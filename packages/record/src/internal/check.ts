/** Checks of what callers pass in: their mistakes are TypeError or RangeError. */

/** @throws {TypeError} not a Uint8Array of that length */
export function assertBytes(name: string, value: Uint8Array, length: number): void {
  if (!(value instanceof Uint8Array)) throw new TypeError(`${name}: expected a Uint8Array`);
  if (value.length !== length) throw new TypeError(`${name}: expected ${length} bytes, got ${value.length}`);
}

/** @throws {RangeError} not an integer from 0 to 2^53 - 1 (REC-2) */
export function assertCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name}: expected an integer from 0 to 2^53 - 1, got ${value}`);
  }
}
