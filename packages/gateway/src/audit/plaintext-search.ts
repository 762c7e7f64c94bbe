/**
 * Looks for what must not lie on a disk: clinical texts, names, identifiers, canaries, secret keys.
 *
 * Each needle is looked for as it is, as UTF-16 (both byte orders), as hexadecimal, and as base64 (both alphabets) at its three alignments; in the files as they
 * are, inside gzip, zlib and raw DEFLATE data found in them, and inside long hexadecimal or base64 runs, to a depth of four layers.
 * It finds copies, not paraphrases: a hit is a proof of a leak, no hit is none of its absence.
 */

import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';

/** Something that must not be found. `label` says what it is without saying it. */
export interface Needle {
  readonly label: string;
  readonly bytes: Uint8Array;
  /** Text is looked for as UTF-16 as well. */
  readonly text?: string;
}

/** A place where a needle was found. The needle itself is never repeated. */
export interface PlaintextHit {
  readonly file: string;
  readonly label: string;
  /** How it was written there: `raw`, `utf-16le`, `hex`, `base64+1`, … and the layers around it. */
  readonly form: string;
  readonly offset: number;
}

interface Pattern {
  readonly label: string;
  readonly form: string;
  readonly bytes: Uint8Array;
}

/** Shortest pattern that is looked for, in bytes; anything shorter turns up by chance. */
const MIN_PATTERN_BYTES = 5;
const MAX_LAYERS = 4;
/** Largest inflated layer that is searched: a bomb may not stop the search. */
const MAX_INFLATED_BYTES = 256 * 1024 * 1024;
/** A file of embedded engines' sizes can be zero-filled to 16 MiB; above this a file is refused rather than read into memory. */
const MAX_FILE_BYTES = 2 ** 31 - 1;

/** A text as a needle. @throws RangeError for one too short to mean anything */
export function textNeedle(label: string, text: string): Needle {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length < MIN_PATTERN_BYTES) {
    throw new RangeError(`text: expected at least ${MIN_PATTERN_BYTES} bytes, got ${bytes.length}`);
  }
  return { label, bytes, text };
}

/** A compiled set of needles. */
export class PlaintextSearch {
  readonly #byPrefix = new Map<number, Pattern[]>();
  /** One bit for each of 2^24 hashed prefixes: nearly every position of a file is ruled out by one look. */
  readonly #filter = new Uint8Array(1 << 21);

  constructor(needles: Iterable<Needle>) {
    for (const needle of needles) {
      for (const pattern of patternsOf(needle)) {
        const prefix = prefixAt(pattern.bytes, 0);
        const hash = hashOf(prefix);
        this.#filter[hash >>> 3] = (this.#filter[hash >>> 3] as number) | (1 << (hash & 7));
        const same = this.#byPrefix.get(prefix);
        if (same === undefined) this.#byPrefix.set(prefix, [pattern]);
        else same.push(pattern);
      }
    }
  }

  /**
   * Searches every file below a folder.
   *
   * @param allowed says whether a needle may be in a file (an identity key in its own key file)
   * @returns hits, at most one for each needle, form and file; and the number of files and bytes looked at
   */
  async searchFolder(
    folder: string,
    allowed: (file: string, label: string) => boolean = () => false,
  ): Promise<{ hits: PlaintextHit[]; files: number; bytes: number }> {
    const hits: PlaintextHit[] = [];
    let files = 0;
    let bytes = 0;
    for (const path of await filesBelow(folder)) {
      const content = await readFile(path);
      if (content.length > MAX_FILE_BYTES) throw new RangeError('file: too large to search');
      const file = relative(folder, path);
      files++;
      bytes += content.length;
      // A name of a file can leak as well as its content.
      for (const hit of [...this.searchBytes(content), ...this.searchBytes(Buffer.from(file))]) {
        if (!allowed(file, hit.label)) hits.push({ file, ...hit });
      }
    }
    return { hits, files, bytes };
  }

  /** Searches a buffer and everything that can be unpacked from it. */
  searchBytes(content: Uint8Array): Omit<PlaintextHit, 'file'>[] {
    const found = new Map<string, Omit<PlaintextHit, 'file'>>();
    this.#searchLayer(Buffer.from(content.buffer, content.byteOffset, content.byteLength), '', found, 0);
    return [...found.values()];
  }

  #searchLayer(
    content: Buffer,
    around: string,
    found: Map<string, Omit<PlaintextHit, 'file'>>,
    depth: number,
  ): void {
    const end = content.length - MIN_PATTERN_BYTES;
    for (let at = 0; at <= end; at++) {
      const prefix = prefixAt(content, at);
      const hash = hashOf(prefix);
      if (((this.#filter[hash >>> 3] as number) & (1 << (hash & 7))) === 0) continue;
      for (const pattern of this.#byPrefix.get(prefix) ?? []) {
        if (at + pattern.bytes.length > content.length) continue;
        if (content.compare(pattern.bytes, 0, pattern.bytes.length, at, at + pattern.bytes.length) !== 0)
          continue;
        const form = around === '' ? pattern.form : `${pattern.form} in ${around}`;
        const key = `${pattern.label}\n${form}`;
        if (!found.has(key)) found.set(key, { label: pattern.label, form, offset: at });
      }
    }
    if (depth >= MAX_LAYERS) return;
    for (const [name, inner] of layersOf(content)) {
      this.#searchLayer(inner, around === '' ? name : `${name} in ${around}`, found, depth + 1);
    }
  }
}

function prefixAt(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)) >>>
    0
  );
}

/** Multiplicative hashing (Knuth, TAOCP 3, section 6.4) to 24 bits. */
function hashOf(prefix: number): number {
  return Math.imul(prefix, 0x9e3779b1) >>> 8;
}

function patternsOf(needle: Needle): Pattern[] {
  const raw = Buffer.from(needle.bytes);
  const patterns: Pattern[] = [];
  const add = (form: string, bytes: Uint8Array) => {
    if (bytes.length >= MIN_PATTERN_BYTES) patterns.push({ label: needle.label, form, bytes });
  };
  add('raw', raw);
  if (needle.text !== undefined) {
    const little = Buffer.from(needle.text, 'utf16le');
    add('utf-16le', little);
    add('utf-16be', Buffer.from(little).swap16());
  }
  add('hex', Buffer.from(raw.toString('hex')));
  add('HEX', Buffer.from(raw.toString('hex').toUpperCase()));
  for (const alignment of [0, 1, 2]) {
    const inner = base64Inner(raw, alignment);
    // Under 8 characters base64 says less than 6 bytes, and turns up by chance in other base64.
    if (inner.length < 8) continue;
    add(`base64+${alignment}`, Buffer.from(inner));
    const url = inner.replaceAll('+', '-').replaceAll('/', '_');
    if (url !== inner) add(`base64url+${alignment}`, Buffer.from(url));
  }
  return patterns;
}

/** The characters of base64 that depend on the needle alone when it begins `alignment` bytes into a group of three. */
function base64Inner(raw: Buffer, alignment: number): string {
  const text = Buffer.concat([Buffer.alloc(alignment), raw]).toString('base64');
  const start = Math.ceil((alignment * 8) / 6);
  const end = Math.floor(((alignment + raw.length) * 8) / 6);
  return text.slice(start, end);
}

/** Everything that can be unpacked from a buffer, with a name for each. */
function* layersOf(content: Buffer): Iterable<[string, Buffer]> {
  for (
    let at = content.indexOf(0x1f);
    at >= 0 && at + 18 <= content.length;
    at = content.indexOf(0x1f, at + 1)
  ) {
    if (content[at + 1] !== 0x8b || content[at + 2] !== 8) continue;
    const body = at + gzipHeadBytes(content, at);
    const inner = tryInflate(() =>
      inflateRawSync(content.subarray(body), { maxOutputLength: MAX_INFLATED_BYTES, finishFlush: 2 }),
    );
    if (inner) yield ['gzip', inner];
  }
  for (
    let at = content.indexOf(0x78);
    at >= 0 && at + 8 <= content.length;
    at = content.indexOf(0x78, at + 1)
  ) {
    // RFC 1950: the two head bytes are a multiple of 31; no preset dictionary.
    const second = content[at + 1] as number;
    if ((0x7800 + second) % 31 !== 0 || (second & 0x20) !== 0) continue;
    const inner = tryInflate(() =>
      inflateSync(content.subarray(at), { maxOutputLength: MAX_INFLATED_BYTES, finishFlush: 2 }),
    );
    if (inner) yield ['zlib', inner];
  }
  const whole = tryInflate(() => inflateRawSync(content, { maxOutputLength: MAX_INFLATED_BYTES }));
  if (whole) yield ['deflate', whole];
  // Plain text in a shorter run is found as it is written; a longer run may hold compressed or doubly encoded data.
  yield* runsOf(content, IS_HEX, MIN_HEX_RUN, 'hex');
  yield* runsOf(content, IS_BASE64, MIN_BASE64_RUN, 'base64');
}

const MIN_HEX_RUN = 256;
const MIN_BASE64_RUN = 172;
const IS_HEX = membersOf('0123456789abcdefABCDEF');
const IS_BASE64 = membersOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_');

function membersOf(characters: string): Uint8Array {
  const members = new Uint8Array(256);
  for (const character of characters) members[character.charCodeAt(0)] = 1;
  return members;
}

/** Decoded runs of at least `least` characters of an alphabet. A run of hexadecimal digits alone is not read as base64 too. */
function* runsOf(
  content: Buffer,
  members: Uint8Array,
  least: number,
  encoding: 'hex' | 'base64',
): Iterable<[string, Buffer]> {
  let start = 0;
  for (let at = 0; at <= content.length; at++) {
    if (at < content.length && members[content[at] as number] === 1) continue;
    if (at - start >= least) {
      const run = content.subarray(start, at);
      if (encoding === 'hex' || run.some((byte) => IS_HEX[byte] === 0)) {
        const text = run.toString('latin1');
        yield [
          encoding,
          Buffer.from(text.length % 2 === 1 && encoding === 'hex' ? text.slice(0, -1) : text, encoding),
        ];
      }
    }
    start = at + 1;
  }
}

/** Bytes of a gzip head (RFC 1952, section 2.3). The member is read as raw DEFLATE, since gunzip refuses what may follow it. */
function gzipHeadBytes(content: Buffer, at: number): number {
  const flags = content[at + 3] as number;
  let length = 10;
  if ((flags & 4) !== 0 && at + length + 2 <= content.length) length += 2 + content.readUInt16LE(at + length);
  for (const flag of [8, 16]) {
    if ((flags & flag) !== 0) length = content.indexOf(0, at + length) + 1 - at;
  }
  if ((flags & 2) !== 0) length += 2;
  return Math.max(length, 10);
}

/** Inflates what can be inflated; fewer than 16 bytes are noise that happened to decode. */
function tryInflate(inflate: () => Buffer): Buffer | undefined {
  try {
    const inner = inflate();
    return inner.length >= 16 ? inner : undefined;
  } catch {
    return undefined;
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}
