import { randomBytes } from 'node:crypto';
import { readSync } from 'node:fs';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from '../errors.js';
import type { AppendFile, FileEffects } from '../ports.js';

/** Makes a directory entry durable: on Linux a rename or a new name survives a power cut only once its directory was fsynced. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The platform's file operations. */
export const nodeFiles: FileEffects = {
  async makeDirectory(path) {
    const first = await mkdir(path, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    // Every new name must be made durable in the directory above it, from the first one that was made to the last.
    for (let made = path; ; made = dirname(made)) {
      await syncDirectory(dirname(made));
      if (made === first || dirname(made) === made) return;
    }
  },
  async writeNew(path, bytes, mode) {
    const handle = await open(path, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  syncDirectory,
  remove: unlink,
  async read(path) {
    return new Uint8Array(await readFile(path));
  },
  async openAppend(path): Promise<AppendFile> {
    const handle = await open(path, 'a+', 0o600);
    return {
      readAt(at, length) {
        const bytes = new Uint8Array(length);
        let read = 0;
        while (read < length) {
          const more = readSync(handle.fd, bytes, read, length - read, at + read);
          if (more === 0) break;
          read += more;
        }
        return bytes.subarray(0, read);
      },
      async append(bytes) {
        for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
      },
      sync: () => handle.datasync(),
      truncate: (size) => handle.truncate(size),
      close: () => handle.close(),
    };
  },
};

const TEMPORARY = /^\.[0-9a-f]{16}\.tmp$/;

/** Whether a name is one that {@link writeFileDurably} writes under before it renames. */
export function isTemporaryName(name: string): boolean {
  return TEMPORARY.test(name);
}

/**
 * Writes a whole file so that a reader sees either nothing or all of it, and so that it survives a power cut when the promise resolves:
 * temporary name, fsync, rename, fsync of the directory. Where it fails, what had the name before has it still, or the whole new file has it.
 *
 * @throws whatever the file operations throw; the temporary file is removed where that is possible
 */
export async function writeFileDurably(
  path: string,
  bytes: Uint8Array,
  mode = 0o600,
  files: FileEffects = nodeFiles,
): Promise<void> {
  const directory = dirname(path);
  await files.makeDirectory(directory);
  const temporary = join(directory, `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    await files.writeNew(temporary, bytes, mode);
    await files.rename(temporary, path);
  } catch (error) {
    await files.remove(temporary).catch(() => undefined);
    throw error;
  }
  await files.syncDirectory(directory);
}

/** True for the error that says "no such file". */
export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException)?.code === 'ENOENT';
}

/** A failed file operation as an error of this package; what is one already stays as it is. */
export function fileError(error: unknown, what: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = (error as NodeJS.ErrnoException)?.code ?? 'unknown error';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StoreError('storage-full', `${what}: the disk is full (${code}). Nothing was half-written.`, {
      cause: error,
    });
  }
  return new StoreError('storage-failed', `${what}: the file system answers ${code}.`, { cause: error });
}
