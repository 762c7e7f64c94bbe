/** Equality, order and joining of byte strings. Nothing here is secret-dependent: it compares digests and names. */

import { compareBytes } from '@twinseal/mibsc';

export { concatBytes as concat } from '@noble/hashes/utils.js';
export { compareBytes };

/** Same length and same bytes. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareBytes(a, b) === 0;
}
