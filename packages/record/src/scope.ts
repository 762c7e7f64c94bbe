/** Scopes: a module of a twin under a salt, so that the chain can name what is granted without saying what it is (REC-19). */

import { assertBytes } from './internal/check.js';
import { keccak256 } from './internal/hash.js';
import { tag32 } from './internal/tag32.js';
import { utf8 } from './internal/utf8.js';

const MODULE = /^[a-z][a-z0-9-]{0,31}$/;

/** Whether a text may name a module: `[a-z][a-z0-9-]{0,31}` (REC-17). */
export function isModule(text: string): boolean {
  return MODULE.test(text);
}

/**
 * The scope of a module of a twin (REC-19).
 * @param twinId 32 bytes
 * @param salt 32 random bytes of this twin and module; who has it can test guesses of the module's name
 * @param module `[a-z][a-z0-9-]{0,31}`
 * @returns 32 bytes
 * @throws {TypeError} wrong lengths, or no name of a module
 */
export function moduleScope(twinId: Uint8Array, salt: Uint8Array, module: string): Uint8Array {
  assertBytes('moduleScope: twinId', twinId, 32);
  assertBytes('moduleScope: salt', salt, 32);
  if (!isModule(module)) throw new TypeError('moduleScope: not the name of a module');
  return keccak256(tag32('TWINSEAL-V1-SCOPE'), twinId, salt, utf8(module));
}
