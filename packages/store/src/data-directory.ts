/**
 * The directory in which one Twinseal process keeps its state, and the lock that keeps a second process out. The embedded database takes no lock of its own, and two processes on one folder lose rows silently.
 * The lock file stands beside the database's folder, never inside it (src/internal/process-lock.ts has the protocol).
 */

import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StoreError } from './errors.js';
import { fileError, nodeFiles } from './internal/files.js';
import { type LockAnswer, takeLock } from './internal/process-lock.js';

/** Name of the lock file inside a data directory. */
export const LOCK_FILE = 'twinseal.lock';

/** A data directory that this process holds the lock of. */
export interface DataDirectory {
  /** Absolute path. */
  readonly path: string;
  /** Absolute path of something inside. */
  at(...parts: string[]): string;
  /** Gives the lock back; safe to call twice. */
  release(): Promise<void>;
}

/**
 * Opens a data directory for this process alone, making it where it does not exist.
 *
 * @param path    the directory; its parent must exist or be creatable
 * @param options `fresh`: refuse a directory that already holds anything
 * @throws StoreError `directory-unwritable` where it cannot be made or written, `directory-not-empty` with `fresh`,
 *   `directory-in-use` where a living process holds the lock, or one of which nothing can be known
 */
export async function openDataDirectory(
  path: string,
  options: { fresh?: boolean } = {},
): Promise<DataDirectory> {
  const root = resolve(path);
  const lock = join(root, LOCK_FILE);
  let answer: LockAnswer;
  try {
    await nodeFiles.makeDirectory(root);
    await access(root, constants.W_OK | constants.X_OK);
    answer = await takeLock(lock);
  } catch (cause) {
    const failure = fileError(cause, `The data directory ${root} cannot be locked`);
    if (failure.code === 'storage-full') throw failure;
    throw new StoreError(
      'directory-unwritable',
      `The data directory ${root} cannot be written. Choose another with --data-dir, or change its permissions.`,
      { cause },
    );
  }
  if (!('held' in answer)) throw inUse(root, answer);
  const { held } = answer;
  if (options.fresh) {
    const found = (await readdir(root)).filter((name) => !name.startsWith(LOCK_FILE));
    if (found.length > 0) {
      await held.release();
      throw new StoreError(
        'directory-not-empty',
        `The data directory ${root} is not empty (${found.length} entries). Choose a new one with --data-dir; nothing was changed.`,
      );
    }
  }
  return {
    path: root,
    at: (...parts) => join(root, ...parts),
    release: () => held.release(),
  };
}

function inUse(root: string, answer: Exclude<LockAnswer, { readonly held: unknown }>): StoreError {
  const { heldBy, otherHost } = answer;
  const advice =
    heldBy === undefined
      ? `Its lock file cannot be read. If no process uses the directory, remove ${join(root, LOCK_FILE)}.`
      : otherHost
        ? `If no process uses it there any more, remove ${join(root, LOCK_FILE)}.`
        : 'Stop that process, or choose another directory with --data-dir.';
  const who = heldBy === undefined ? 'another process' : `process ${heldBy.pid}`;
  const where = otherHost ? ` on ${heldBy?.host}` : '';
  return new StoreError(
    'directory-in-use',
    `The data directory ${root} is in use by ${who}${where}. ${advice}`,
  );
}
