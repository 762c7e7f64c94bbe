/**
 * ctx: what every key and commitment of a part is bound to (section 5 of docs/RECORD.md).
 *
 *     ctx = twinId || authorId || tag || u64 seq || u64 accessVersion || u64 counter
 */

import { assertBytes, assertCount } from './internal/check.js';
import { Writer } from './internal/writer.js';

/** Which part of which instance. */
export interface PartContext {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  /** 32 bytes (REC-4). */
  readonly authorId: Uint8Array;
  /** 32 bytes (REC-10). */
  readonly tag: Uint8Array;
  readonly seq: number;
  /** The sealing epoch (REC-11). */
  readonly accessVersion: number;
  readonly counter: number;
}

/** Length of ctx, in bytes. */
export const PART_CONTEXT_BYTES = 120;

/**
 * The 120 bytes of ctx.
 * @throws {TypeError} wrong lengths
 * @throws {RangeError} numbers out of range
 */
export function encodePartContext(context: PartContext): Uint8Array {
  for (const name of ['twinId', 'authorId', 'tag'] as const)
    assertBytes(`part context: ${name}`, context[name], 32);
  for (const name of ['seq', 'accessVersion', 'counter'] as const) {
    assertCount(`part context: ${name}`, context[name]);
  }
  return new Writer(PART_CONTEXT_BYTES)
    .bytes(context.twinId)
    .bytes(context.authorId)
    .bytes(context.tag)
    .u64(context.seq)
    .u64(context.accessVersion)
    .u64(context.counter)
    .finish();
}
