/**
 * Padmé: how far a part is padded, so that its size tells little (REC-15).
 *
 * Nikitin, Barman, Lueks, Underwood, Hubaux, Ford: "Reducing Metadata Leakage from Encrypted Files and Communication with
 * PURBs", PETS 2019, section 4: a length L keeps only the leading bits of its binary form that a floating point number with a
 * mantissa of floor(log2 log2 L) + 1 bits would; at most 12 % are added, and O(log log L) bits are told.
 */

/** Shortest padded plaintext, in bytes: below it, every part looks alike. */
export const MIN_PADDED_BYTES = 256;

/**
 * The length to pad to.
 * @param length bytes of content, 0 to 2^30
 * @returns the Padmé length of max(length, 256)
 * @throws {RangeError} `length` out of range
 */
export function paddedLength(length: number): number {
  if (!Number.isInteger(length) || length < 0 || length > 2 ** 30) {
    throw new RangeError(`paddedLength: expected 0 to 2^30, got ${length}`);
  }
  const L = Math.max(length, MIN_PADDED_BYTES);
  const E = floorLog2(L);
  const S = floorLog2(E) + 1;
  const step = 2 ** (E - S);
  return Math.ceil(L / step) * step;
}

/** floor(log2 n) for 1 <= n < 2^32, exactly. */
function floorLog2(n: number): number {
  return 31 - Math.clz32(n);
}
