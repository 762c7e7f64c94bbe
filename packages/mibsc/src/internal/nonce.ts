/**
 * Secret scalars of one use: hashed from fresh randomness, a long-term secret and everything the scalar is for, so that
 * neither a stuck generator alone nor a repeated input alone repeats a scalar.
 */
import type { Backend, Scalar } from '../backend.js';
import { MibscError } from '../errors.js';
import { concat } from './bytes.js';
import { expandForScalar } from './hash.js';
import { type RandomSource, randomBytes } from './random.js';

export const DST_NONCE = 'TWINSEAL-V1-NONCE';

/**
 * `hash_to_Fr(utf8(label) || 32 fresh bytes || parts…)`; parts after the random bytes are length-prefixed or of fixed
 * length, as the caller lays them out.
 * @throws MibscError `randomness` for zero, or when the source gives too few bytes
 */
export function deriveNonce(
  backend: Backend,
  label: 'K' | 'X',
  random: RandomSource | undefined,
  parts: readonly Uint8Array[],
): Scalar {
  const message = concat(new Uint8Array([label.charCodeAt(0)]), randomBytes(random, 32), ...parts);
  const wide = expandForScalar(message, DST_NONCE);
  const scalar = backend.scalarFromWide(wide);
  message.fill(0);
  wide.fill(0);
  if (backend.isZeroScalar(scalar)) throw new MibscError('randomness', 'a secret scalar came out zero');
  return scalar;
}
