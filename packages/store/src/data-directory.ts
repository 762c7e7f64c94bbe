/**
 * The directory in which one Twinseal process keeps its state, and the lock that keeps a second process out.
 *
 * The embedded database takes no lock of its own, and two processes on one folder lose rows silently. So the lock is ours: a file made with
 * exclusive create, holding the owner's process id and the time at which that process started. It is stale only if no process with that id
 * lives, or if the one that lives started at another time (the id was given out again).
 */

import { constants } from 'node:fs';
import { access, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StoreError } from './errors.js';
import { isMissing } from './internal/files.js';

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
 *   `directory-in-use` where a living process holds the lock
 */
export async function openDataDirectory(
  path: string,
  options: { fresh?: boolean } = {},
): Promise<DataDirectory> {
  const root = resolve(path);
  try {
    await mkdir(root, { recursive: true, mode: 0o700 });
    await access(root, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StoreError(
      'directory-unwritable',
      `The data directory ${root} cannot be written. Choose another with --data-dir, or change its permissions.`,
      { cause },
    );
  }
  const lock = join(root, LOCK_FILE);
  await takeLock(lock, root);
  if (options.fresh) {
    const found = (await readdir(root)).filter((name) => name !== LOCK_FILE);
    if (found.length > 0) {
      await unlink(lock);
      throw new StoreError(
        'directory-not-empty',
        `The data directory ${root} is not empty (${found.length} entries). Choose a new one with --data-dir; nothing was changed.`,
      );
    }
  }
  let held = true;
  return {
    path: root,
    at: (...parts) => join(root, ...parts),
    release: async () => {
      if (!held) return;
      held = false;
      await unlink(lock).catch(() => undefined);
    },
  };
}

async function takeLock(lock: string, root: string): Promise<void> {
  // Two rounds: one to find and clear a stale lock, one to take it. A third process that slips in between wins, and we say so.
  for (let round = 0; round < 2; round++) {
    try {
      const handle = await open(lock, 'wx', 0o600);
      try {
        await handle.writeFile(
          `${JSON.stringify({ pid: process.pid, started: await startOf(process.pid) })}\n`,
        );
        await handle.sync();
      } finally {
        await handle.close();
      }
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'EEXIST') {
        throw new StoreError(
          'directory-unwritable',
          `The data directory ${root} cannot be written. Choose another with --data-dir, or change its permissions.`,
          { cause: error },
        );
      }
      const owner = await readOwner(lock);
      if (owner === 'gone') continue;
      if (owner !== 'unreadable' && !(await isAlive(owner))) {
        await unlink(lock).catch(() => undefined);
        continue;
      }
      throw inUse(root, owner === 'unreadable' ? undefined : owner.pid);
    }
  }
  throw inUse(root, undefined);
}

function inUse(root: string, pid: number | undefined): StoreError {
  const who = pid === undefined ? 'another process' : `process ${pid}`;
  return new StoreError(
    'directory-in-use',
    `The data directory ${root} is in use by ${who}. Stop that process, or choose another directory with --data-dir.`,
  );
}

interface Owner {
  readonly pid: number;
  readonly started: string | null;
}

async function readOwner(lock: string): Promise<Owner | 'gone' | 'unreadable'> {
  let text: string;
  try {
    text = await readFile(lock, 'utf8');
  } catch (error) {
    if (isMissing(error)) return 'gone';
    throw error;
  }
  try {
    const { pid, started } = JSON.parse(text);
    if (Number.isSafeInteger(pid) && pid > 0) return { pid, started: started ?? null };
  } catch {
    // A half-written lock belongs to a process that is starting right now, or that died in that instant; a person decides.
  }
  return 'unreadable';
}

async function isAlive(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const started = await startOf(owner.pid);
  return owner.started === null || started === null || started === owner.started;
}

/** Clock ticks since boot at which a process started (proc(5), field 22 of stat), or null where the platform does not tell. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may hold spaces; what follows the last ')' does not.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
