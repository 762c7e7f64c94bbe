/** Files and standard streams as sources and sinks of bytes, with progress on long ones. */

import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from '../usage-error.js';

/** Progress is shown from this size on: below it a file is done before one could read the line. */
const PROGRESS_FROM_BYTES = 16 * 2 ** 20;
const PROGRESS_EVERY_MS = 250;

/** The bytes of a file, or of standard input for `-`. @throws UsageError where there is no such file */
export async function source(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin;
  const size = await sizeOf(file);
  return withProgress(createReadStream(file, { highWaterMark: 1 << 20 }), basename(file), size);
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new UsageError(`${file} is a folder.`);
    return found.size;
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`${file} cannot be read.`, { cause });
  }
}

async function* withProgress(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  size: number,
): AsyncIterable<Uint8Array> {
  const isShown = process.stderr.isTTY === true && size >= PROGRESS_FROM_BYTES;
  let done = 0;
  let shownAt = 0;
  for await (const chunk of chunks) {
    done += chunk.length;
    yield chunk;
    if (isShown && Date.now() - shownAt > PROGRESS_EVERY_MS) {
      shownAt = Date.now();
      process.stderr.write(
        `\r\x1b[K${name}: ${Math.floor((100 * done) / size)} % of ${Math.ceil(size / 2 ** 20)} MiB`,
      );
    }
  }
  if (isShown) process.stderr.write('\r\x1b[K');
}

/**
 * Writes bytes to a file, or to standard output for `-`. A file appears under its name only when all of it was written: what fails half-way leaves nothing behind.
 *
 * @throws UsageError where the file cannot be made; whatever the source throws
 */
export async function sink(file: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  if (file === '-') {
    for await (const chunk of bytes) await writeOut(chunk);
    return;
  }
  const temporary = `${file}.${process.pid}.tmp`;
  const target = createWriteStream(temporary, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(Readable.from(bytes), target);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EEXIST' || code === 'ENOTDIR') {
      throw new UsageError(`${file} cannot be written.`, { cause: error });
    }
    throw error;
  }
}

function writeOut(chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}
