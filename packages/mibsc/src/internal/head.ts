import { MibscError } from '../errors.js';
import { FORMAT_VERSION, SUITE_NUMBER } from '../suite.js';
import { utf8 } from './bytes.js';
import type { Reader } from './reader.js';

/** Six bytes: four ASCII letters of magic, format version, suite. */
export function encodeHead(magic: string): Uint8Array {
  const head = new Uint8Array(6);
  head.set(utf8(magic));
  head[4] = FORMAT_VERSION;
  head[5] = SUITE_NUMBER;
  return head;
}

/** Refuses any other magic (`decode`), version or suite (`suite`) before anything else is read. */
export function readHead(reader: Reader, magic: string): void {
  const expected = utf8(magic);
  const found = reader.take(4);
  for (let i = 0; i < 4; i++) if (found[i] !== expected[i]) throw reader.fail('has another magic');
  if (reader.u8() !== FORMAT_VERSION) throw new MibscError('suite', 'unknown format version');
  if (reader.u8() !== SUITE_NUMBER) throw new MibscError('suite', 'unknown suite');
}
