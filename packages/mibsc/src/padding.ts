/**
 * Padmé (Nikitin, Barman, Lueks, Underwood, Hubaux, Ford, PETS 2019, section 4.2): lengths are rounded up so that a
 * length of L bytes leaks O(log log L) bits, at a cost of at most 12 %, falling with L.
 */

/** Shortest padded length, so that small secrets (an answer, a code) do not show. */
export const MIN_PADDED_BYTES = 256;

/**
 * The padded length of `length` bytes.
 * @param length - 0..2^53 - 1
 * @throws RangeError for anything else
 */
export function padmeLength(length: number): number {
  if (!Number.isSafeInteger(length) || length < 0)
    throw new RangeError('length must be a non-negative integer');
  if (length <= MIN_PADDED_BYTES) return MIN_PADDED_BYTES;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** (exponent - kept);
  const padded = Math.ceil(length / unit) * unit;
  if (!Number.isSafeInteger(padded)) throw new RangeError('length is too large');
  return padded;
}
