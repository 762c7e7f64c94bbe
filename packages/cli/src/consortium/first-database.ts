/**
 * The first database of a new consortium, from which every gateway gets a copy. Making one from nothing takes the embedded engine seconds and some 800 MB, which its process
 * then keeps for as long as it lives; so one short-lived process makes it once, and every gateway finds one that only has to be opened.
 */

import { spawn } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * PostgreSQL reserves 128 MB of shared buffers by default, which in the embedded engine is memory of the gateway's process. A gateway's database holds digests and states,
 * some kilobytes for each instance; what is not in the buffers comes from the folder.
 */
const SHARED_BUFFERS = '8MB';
/** What the process runs: our own store, as it was built. */
const SCRIPT = `
const { openDatabase } = await import(process.argv[1]);
const database = await openDatabase('pglite:' + process.argv[2]);
await database.client.exec("ALTER SYSTEM SET shared_buffers = '${SHARED_BUFFERS}'");
await database.close();
`;

/**
 * Makes an empty database of the newest schema, in a process of its own.
 *
 * @param folder what lies there is replaced: it is left over from a founding that was cut short
 * @returns false where it could not be made; then nothing lies there, and a gateway makes its own at its first start
 */
export async function makeFirstDatabase(folder: string): Promise<boolean> {
  await rm(folder, { recursive: true, force: true });
  const store = pathToFileURL(createRequire(import.meta.url).resolve('@twinseal/store')).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, store, folder], {
    stdio: 'ignore',
  });
  const made = await new Promise<boolean>((resolve) => {
    child.once('exit', (code) => resolve(code === 0));
    child.once('error', () => resolve(false));
  });
  if (!made) await rm(folder, { recursive: true, force: true });
  return made;
}

/** Copies the database in `from`, which nothing may have open, to each hospital's data directory. */
export async function handOutDatabase(from: string, dataDirectories: readonly string[]): Promise<void> {
  for (const directory of dataDirectories) await cp(from, join(directory, 'database'), { recursive: true });
}
