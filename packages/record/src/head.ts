/**
 * The six bytes at the beginning of every stored object (REC-1):
 *
 *     magic[4] || u8 format version = 01 || u8 suite = 01
 */

import { RecordError } from './errors.js';
import type { Reader } from './internal/reader.js';
import { utf8 } from './internal/utf8.js';
import type { Writer } from './internal/writer.js';

/** What an object is. */
export type Magic = 'TSMF' | 'TSSL' | 'TSPT' | 'TSCP' | 'TSRC' | 'TSLW';

/** Kinds of stored objects by their magic. */
export const MAGICS: Readonly<Record<Magic, string>> = {
  TSMF: 'manifest',
  TSSL: 'slot',
  TSPT: 'payload',
  TSCP: 'capsule',
  TSRC: 'access receipt',
  TSLW: 'lane word',
};

export const FORMAT_VERSION = 1;
/** Suite 1 is `TWINSEAL-MIBSC-BLS12381-V1`. */
export const SUITE_NUMBER = 1;
/** Length of the head, in bytes. */
export const HEAD_BYTES = 6;

/** The head of a kind of object, 6 bytes. */
export function encodeHead(magic: Magic): Uint8Array {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(utf8(magic));
  head[4] = FORMAT_VERSION;
  head[5] = SUITE_NUMBER;
  return head;
}

/**
 * What a stored object is, by its head alone.
 * @throws {RecordError} `truncated`, `unknown-magic`, `unknown-version`, `unknown-suite`
 */
export function peekMagic(bytes: Uint8Array): Magic {
  if (bytes.length < HEAD_BYTES) {
    throw new RecordError('truncated', 'shorter than a head', { length: bytes.length });
  }
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (!Object.hasOwn(MAGICS, magic)) throw new RecordError('unknown-magic', 'not an object of the record');
  const [version, suite] = [bytes[4] as number, bytes[5] as number];
  if (version !== FORMAT_VERSION)
    throw new RecordError('unknown-version', 'unknown format version', { version });
  if (suite !== SUITE_NUMBER) throw new RecordError('unknown-suite', 'unknown suite', { suite });
  return magic as Magic;
}

/** Writes the head of a kind of object. */
export function writeHead(writer: Writer, magic: Magic): Writer {
  return writer.bytes(encodeHead(magic));
}

/** Reads a head and demands its kind, before anything else is read. */
export function readHead(reader: Reader, magic: Magic): void {
  if (peekMagic(reader.bytes(HEAD_BYTES)) !== magic) {
    throw new RecordError('unknown-magic', `not a ${MAGICS[magic]}`);
  }
}
