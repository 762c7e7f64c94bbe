/**
 * A lock file that says who holds it. Node has no file locks of the kernel's, so exclusion rests on two operations that are atomic on every file system: `link` (fails where the name exists) and `rename`.
 *
 * Layout, all in one directory:
 *
 *     NAME                    the lock: one line of JSON, the owner
 *     NAME.claim-<token>      a right to replace the lock that carries this token, held by the owner in it
 *     NAME.new-<token>        an owner's line on its way to one of the two names above
 *
 * The line is written and fsynced under a name of its own and then linked, so a lock is never half-written, whatever dies when.
 *
 * A stale lock may be replaced only by who holds the claim on its token; the claim is taken like a lock, and the lock is read again once it is held. Simply removing a stale lock would not do: of two that found it
 * stale, the slower would remove what the faster had just made. A claim whose holder died is itself stale, and claimed by its own token; tokens are random and never come again.
 *
 * An owner is gone if the machine was started anew since (boot id), if no process has its id, or if the one that has it started at another time or is a zombie. On another host nothing can be known, so its lock stands.
 * Not seen through: two PID namespaces (containers) of one kernel that share the directory look at each other's process ids and find nobody. A volume belongs to one container.
 */

import { randomBytes } from 'node:crypto';
import { link, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isMissing, nodeFiles } from './files.js';

/** Who holds a lock. */
export interface LockOwner {
  readonly pid: number;
  /** Clock ticks since boot at which the process started (proc(5), field 22 of stat); null where the platform does not tell. */
  readonly started: string | null;
  /** The kernel's id of this boot; null where the platform does not tell. */
  readonly boot: string | null;
  readonly host: string;
  readonly token: string;
}

/** A lock that this process holds. */
export interface HeldLock {
  readonly owner: LockOwner;
  /** Gives it back; safe to call twice. */
  release(): Promise<void>;
}

/** The answer of {@link takeLock}: the lock, or who has it (undefined where its file cannot be read). */
export type LockAnswer =
  | { readonly held: HeldLock }
  | { readonly heldBy: LockOwner | undefined; readonly otherHost: boolean };

/** Rounds of looking again after another starter was faster; each loses to a process that made progress. */
const ROUNDS = 50;

/**
 * Takes the lock, or says who has it.
 *
 * @throws the file system's error where the directory cannot be written
 */
export async function takeLock(path: string): Promise<LockAnswer> {
  const mine = await ownOwner();
  for (let round = 0; round < ROUNDS; round++) {
    const taken = await publish(path, mine);
    if (taken === 'taken') return { held: await hold(path, mine) };
    if (taken === 'again') continue;
    const owner = await readOwner(path);
    if (owner === 'gone') continue;
    if (owner === 'unreadable') return { heldBy: undefined, otherHost: false };
    const state = await stateOf(owner);
    if (state !== 'gone') return { heldBy: owner, otherHost: state === 'elsewhere' };
    const answer = await replace(path, owner, mine);
    if (answer === 'replaced') return { held: await hold(path, mine) };
    if (answer !== 'again') return { heldBy: answer, otherHost: false };
  }
  return { heldBy: undefined, otherHost: false };
}

/** Replaces a stale lock by ours, or says who is doing so. */
async function replace(
  path: string,
  stale: LockOwner,
  mine: LockOwner,
): Promise<'replaced' | 'again' | LockOwner> {
  let token = stale.token;
  // Each step down is one claimer that died in the few instructions below.
  for (let depth = 0; depth < ROUNDS; depth++) {
    const claim = claimOf(path, token);
    const taken = await publish(claim, mine);
    if (taken === 'again') return 'again';
    if (taken === 'exists') {
      const claimer = await readOwner(claim);
      if (claimer === 'gone') return 'again';
      if (claimer === 'unreadable') return stale;
      if ((await stateOf(claimer)) !== 'gone') return claimer;
      token = claimer.token;
      continue;
    }
    const now = await readOwner(path);
    if (typeof now === 'string' || now.token !== stale.token) {
      await remove(claim);
      return 'again';
    }
    const fresh = await write(path, mine);
    try {
      await rename(fresh, path);
      await nodeFiles.syncDirectory(dirname(path));
    } catch (error) {
      // Our half-taken claim would look like a living one for as long as we live.
      await remove(claim);
      if (isMissing(error)) return 'again';
      throw error;
    }
    return 'replaced';
  }
  return 'again';
}

async function hold(path: string, owner: LockOwner): Promise<HeldLock> {
  await removeRemains(path);
  let held = true;
  return {
    owner,
    release: async () => {
      if (!held) return;
      held = false;
      const now = await readOwner(path).catch(() => 'gone' as const);
      // Somebody may have removed the file by hand and started anew; what is there then is not ours.
      if (typeof now !== 'string' && now.token === owner.token) await remove(path);
    },
  };
}

/** Writes our line under a new name and links it to the wanted one, which fails where that exists. */
async function publish(path: string, owner: LockOwner): Promise<'taken' | 'exists' | 'again'> {
  const fresh = await write(path, owner);
  try {
    await link(fresh, path);
    await nodeFiles.syncDirectory(dirname(path));
    return 'taken';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'exists';
    // The one who just got the lock tidied up, our line with the rest.
    if (isMissing(error)) return 'again';
    throw error;
  } finally {
    await remove(fresh);
  }
}

async function write(path: string, owner: LockOwner): Promise<string> {
  const fresh = `${lockOf(path)}.new-${randomBytes(8).toString('hex')}`;
  await nodeFiles.writeNew(fresh, new TextEncoder().encode(`${JSON.stringify(owner)}\n`), 0o600);
  return fresh;
}

/** Whoever holds the lock may remove all claims and lines: a claim on another token has no lock to replace any more. */
async function removeRemains(path: string): Promise<void> {
  const prefix = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(`${prefix}claim-`) || name.startsWith(`${prefix}new-`))
      await remove(join(dirname(path), name));
  }
}

function claimOf(path: string, token: string): string {
  return `${path}.claim-${token}`;
}

/** The lock's own path from that of a claim on it. */
function lockOf(path: string): string {
  return path.replace(/\.claim-[^/]*$/, '');
}

async function remove(path: string): Promise<void> {
  await unlink(path).catch(() => undefined);
}

async function ownOwner(): Promise<LockOwner> {
  return {
    pid: process.pid,
    started: (await statOf(process.pid))?.started ?? null,
    boot: await bootId(),
    host: hostname(),
    token: randomBytes(16).toString('hex'),
  };
}

async function readOwner(path: string): Promise<LockOwner | 'gone' | 'unreadable'> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return 'gone';
    throw error;
  }
  try {
    const { pid, started, boot, host, token } = JSON.parse(text);
    if (!Number.isSafeInteger(pid) || pid <= 0) return 'unreadable';
    return {
      pid,
      started: typeof started === 'string' ? started : null,
      boot: typeof boot === 'string' ? boot : null,
      // Locks of version 0.1.0 say neither host nor token; they were made on this host, and one such lock is one token.
      host: typeof host === 'string' ? host : hostname(),
      token:
        typeof token === 'string' && /^[0-9a-f]{32}$/.test(token)
          ? token
          : `pid-${pid}-${started ?? ''}`.replace(/[^\w-]/g, '_'),
    };
  } catch {
    // Not made by this program, which links whole files only: a person decides.
    return 'unreadable';
  }
}

async function stateOf(owner: LockOwner): Promise<'lives' | 'gone' | 'elsewhere'> {
  if (owner.host !== hostname()) return 'elsewhere';
  const boot = await bootId();
  if (owner.boot !== null && boot !== null && owner.boot !== boot) return 'gone';
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'gone';
  }
  const there = await statOf(owner.pid);
  // A process that ended and whose parent has not asked after it keeps its id, and does nothing any more.
  if (there?.state === 'Z' || there?.state === 'X') return 'gone';
  return owner.started === null || there === null || there.started === owner.started ? 'lives' : 'gone';
}

async function bootId(): Promise<string | null> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  } catch {
    return null;
  }
}

/** State and start of a process (proc(5), fields 3 and 22 of stat), or null where the platform does not tell. */
async function statOf(pid: number): Promise<{ state: string; started: string } | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in parentheses and may hold spaces; what follows the last ')' does not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, started] = [fields[0], fields[19]];
    return state === undefined || started === undefined ? null : { state, started };
  } catch {
    return null;
  }
}
