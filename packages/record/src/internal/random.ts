import type { RandomSource } from '@twinseal/mibsc';

/** The platform's generator, `crypto.getRandomValues`: the default of everything that guards secrecy. */
export const platformRandom: RandomSource = (length) =>
  globalThis.crypto.getRandomValues(new Uint8Array(length));
