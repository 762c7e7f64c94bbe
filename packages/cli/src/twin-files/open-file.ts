/** A file as decompressed chunks with its beginning known, so that its format can be told before it is read. */

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HealthError } from '@twinseal/health';
import { UsageError } from '../usage-error.js';

/** An input file that was opened. */
export interface OpenedFile {
  /** Without folder and without `.gz`. */
  readonly name: string;
  /** The first characters of the decompressed content, at most 4096. */
  readonly head: string;
  /** All of the decompressed content; may be read once. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** When the file was last written, RFC 3339: the time of what bears none itself. */
  readonly writtenTime: string;
}

const HEAD_BYTES = 4096;
/** As `gunzip` of health has it: Synthea's bundles have about 20, DEFLATE's limit is 1032. */
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 2 ** 20;

/**
 * Opens a file; gzip is known by its magic number, whatever the name says.
 *
 * @throws UsageError where it cannot be read; while it is read, HealthError `not-gzip`, `too-large`
 */
export async function openFile(path: string): Promise<OpenedFile> {
  let mtime: Date;
  try {
    const found = await stat(path);
    if (found.isDirectory())
      throw new UsageError(`${path} is a folder; name the files in it (a shell's ${path}/* does).`);
    mtime = found.mtime;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${path} cannot be read.`, { cause });
  }
  const name = basename(path).replace(/\.gz$/i, '');
  const source = decompressed(path, name)[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  for (let size = 0; size < HEAD_BYTES; ) {
    const { done, value } = await source.next();
    if (done) break;
    first.push(value);
    size += value.length;
  }
  return {
    name,
    head: new TextDecoder().decode(Buffer.concat(first).subarray(0, HEAD_BYTES)),
    chunks: (async function* () {
      yield* first;
      yield* { [Symbol.asyncIterator]: () => source };
    })(),
    writtenTime: mtime.toISOString(),
  };
}

async function* decompressed(path: string, name: string): AsyncGenerator<Uint8Array> {
  const raw = createReadStream(path, { highWaterMark: 1 << 18 });
  let compressedBytes = 0;
  const counted = (async function* () {
    for await (const chunk of raw as AsyncIterable<Buffer>) {
      compressedBytes += chunk.length;
      yield chunk;
    }
  })();
  const begin = await counted.next();
  if (begin.done) return;
  const isGzip = begin.value[0] === 0x1f && begin.value[1] === 0x8b;
  const all = (async function* () {
    yield begin.value;
    yield* counted;
  })();
  if (!isGzip) {
    yield* all;
    return;
  }
  const unzip = createGunzip();
  const pumped = Readable.from(all);
  pumped.on('error', (error) => unzip.destroy(error));
  pumped.pipe(unzip);
  let size = 0;
  try {
    for await (const chunk of unzip as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > RATIO_FROM_BYTES && size > compressedBytes * MAX_RATIO) {
        throw new HealthError('too-large', 'the file grows too large when decompressed', {
          file: name,
          place: '1:1',
          expected: `at most ${MAX_RATIO} times the compressed size`,
        });
      }
      yield chunk;
    }
  } catch (error) {
    if (
      typeof (error as NodeJS.ErrnoException).code === 'string' &&
      /^Z_/.test((error as { code: string }).code)
    ) {
      throw new HealthError('not-gzip', 'the gzip stream is damaged', {
        file: name,
        place: '1:1',
        expected: 'a whole gzip file',
      });
    }
    throw error;
  } finally {
    raw.destroy();
    unzip.destroy();
  }
}

/** Everything of a file at once. @throws HealthError `too-large` beyond `maxBytes` */
export async function wholeOf(file: OpenedFile, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.chunks) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new HealthError('too-large', 'the file is too large', {
        file: file.name,
        place: '1:1',
        expected: `at most ${maxBytes} bytes`,
      });
    }
    pieces.push(chunk);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
