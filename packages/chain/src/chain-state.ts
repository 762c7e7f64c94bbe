/**
 * The embedded chain's state on disk. The node writes its file in place, once a second and when it stops: killed while it writes, it leaves the beginning of a file. So whole states are
 * kept beside it, and a start takes the newest that is whole:
 *
 *     state.json            the node's own
 *     state.json.snapshot   the last whole one, taken while the node ran
 *     state.json.previous   the one of the last start
 */

import { createHash } from 'node:crypto';
import { copyFile, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { ChainError } from './errors.js';

const SNAPSHOT_EVERY_MS = 1_000;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x22;
const ESCAPE = 0x5c;
const NEWLINE = 0x0a;
/** Bytes looked at before anything else gets its turn. */
const STRIDE = 1 << 20;

/**
 * Puts a whole state in the place of a torn one, and keeps a copy of what the node is about to overwrite.
 *
 * @returns whether an older state had to be taken: then the chain forgot what came after it
 * @throws ChainError `anvil-failed` where there are states and none of them is whole
 */
export async function prepareState(stateFile: string): Promise<boolean> {
  const candidates = [stateFile, `${stateFile}.snapshot`, `${stateFile}.previous`];
  let torn = false;
  for (const candidate of candidates) {
    const bytes = await readFile(candidate).catch(() => undefined);
    if (bytes === undefined) continue;
    if (!(await isWhole(bytes))) {
      torn = true;
      continue;
    }
    if (candidate !== stateFile) await writeWhole(stateFile, bytes);
    await copyWhole(stateFile, `${stateFile}.previous`);
    return torn;
  }
  if (torn) {
    // A node that was killed before its first state was on disk has nothing to lose.
    const sizes = await Promise.all(
      candidates.map((each) =>
        stat(each).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    );
    if (sizes.some((size) => size > 0)) {
      throw new ChainError(
        'anvil-failed',
        `The state of the embedded chain in ${stateFile} is torn, and no whole copy is left. Restore it from a backup, or begin in another folder.`,
      );
    }
    await rm(stateFile, { force: true });
  }
  return false;
}

/** Keeps the last whole state beside the one that the node overwrites. @returns a function that ends it */
export function snapshotEvery(stateFile: string, everyMs = SNAPSHOT_EVERY_MS): () => Promise<void> {
  let last = '';
  let under: Promise<void> = Promise.resolve();
  const look = async () => {
    const bytes = await readFile(stateFile).catch(() => undefined);
    if (bytes === undefined || bytes.length === 0) return;
    const digest = createHash('sha1').update(bytes).digest('hex');
    if (digest === last || !(await isWhole(bytes))) return;
    await writeWhole(`${stateFile}.snapshot`, bytes);
    last = digest;
  };
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    // A full disk keeps the older copy; the node's own file is what counts.
    under = look()
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await under;
  };
}

/** Whether bytes are one JSON object to its end. They are the node's own, or a beginning of them: a beginning never closes its first brace. */
export async function isWhole(bytes: Uint8Array): Promise<boolean> {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (at % STRIDE === STRIDE - 1) await new Promise((resolve) => setImmediate(resolve));
    if (inString) {
      if (byte === ESCAPE) at++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) {
      return bytes.subarray(at + 1).every((rest) => rest === NEWLINE);
    }
  }
  return false;
}

async function copyWhole(from: string, to: string): Promise<void> {
  await copyFile(from, `${to}.new`);
  await sync(`${to}.new`);
  await rename(`${to}.new`, to);
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await writeFile(`${path}.new`, bytes, { mode: 0o600 });
  await sync(`${path}.new`);
  await rename(`${path}.new`, path);
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
