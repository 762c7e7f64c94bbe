import { MibscError } from '../errors.js';

/** A source of secret random bytes. Tests replace it; everything else leaves it to the platform. */
export type RandomSource = (length: number) => Uint8Array;

/** The platform's generator, `crypto.getRandomValues`. */
export const platformRandom: RandomSource = (length) =>
  globalThis.crypto.getRandomValues(new Uint8Array(length));

/** Asks `source` for `length` bytes and refuses any other answer. */
export function randomBytes(source: RandomSource | undefined, length: number): Uint8Array {
  const bytes = (source ?? platformRandom)(length);
  if (!(bytes instanceof Uint8Array) || bytes.length !== length) {
    throw new MibscError('randomness', 'the source of randomness gave the wrong number of bytes');
  }
  return bytes;
}
