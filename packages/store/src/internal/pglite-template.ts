import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMissing } from './files.js';
import { MIGRATIONS_FOLDER } from './migrations.js';

/** Whether nothing lies there yet. */
export async function isNewFolder(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
}

/**
 * PostgreSQL reserves 128 MB of shared buffers by default, which in the embedded engine is memory of the process. A gateway's database holds digests and states, some kilobytes for each instance; what is not in the
 * buffers comes from the folder.
 */
const SHARED_BUFFERS = '8MB';

/** What the process runs: packages alone, so that it is the same from our sources and from what was built of them. */
const SCRIPT = `
const [pglite, drizzle, migrator, folder, migrationsFolder] = process.argv.slice(1);
const { PGlite } = await import(pglite);
const client = await PGlite.create(folder);
const db = (await import(drizzle)).drizzle({ client });
await (await import(migrator)).migrate(db, { migrationsFolder });
await client.exec("ALTER SYSTEM SET shared_buffers = '${SHARED_BUFFERS}'");
await client.close();
`;

/**
 * Makes an empty database of the newest schema to copy from, where there is none. Making one from nothing takes the engine several seconds and some 800 MB, which its process then keeps for as long as it lives: so a
 * process of its own does it. Copying takes a few hundred milliseconds. Several callers may do this at once: the first to finish wins.
 *
 * @throws Error with the last lines that the process printed
 */
export async function makeTemplate(template: string): Promise<void> {
  if (!(await isNewFolder(template))) return;
  const making = `${template}.making-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(dirname(template), { recursive: true, mode: 0o700 });
    await makeInProcess(making);
    await rename(making, template);
  } catch (error) {
    if (await isNewFolder(template)) throw error;
    // Somebody else's stands there now.
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

async function makeInProcess(folder: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  const modules = ['@electric-sql/pglite', 'drizzle-orm/pglite', 'drizzle-orm/pglite/migrator'].map(
    (name) => pathToFileURL(resolve(name)).href,
  );
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', SCRIPT, ...modules, folder, MIGRATIONS_FOLDER],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-2_000);
  });
  const code = await new Promise<number | null>((settle, fail) => {
    child.once('close', settle);
    child.once('error', fail);
  });
  if (code !== 0) throw new Error(`the process that makes it ended with ${code}: ${said.trim()}`);
}

/**
 * Copies a template to where a new database goes. A copy that was cut short never has the database's name: it is made beside it, and renamed. Caller holds the lock of the directory.
 *
 * @returns false where the copy is none that this engine opens; then nothing lies there
 */
export async function copyTemplate(template: string, folder: string): Promise<boolean> {
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  if (await isNewFolder(template)) return false;
  try {
    await cp(template, making, { recursive: true });
    await rename(making, folder);
    return true;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
