/** T(s) of docs/RECORD.md section 1: 32-byte domain tags for what contracts recompute. */

import { keccak256 } from './hash.js';
import { utf8 } from './utf8.js';

const known = new Map<string, Uint8Array>();

/** keccak(utf8(s)), 32 bytes; kept, since there are few and every hash begins with one. */
export function tag32(s: string): Uint8Array {
  let tag = known.get(s);
  if (tag === undefined) {
    tag = keccak256(utf8(s));
    known.set(s, tag);
  }
  return tag;
}
