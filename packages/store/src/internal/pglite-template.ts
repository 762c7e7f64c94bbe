import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { isMissing } from './files.js';

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
 * Makes an empty engine's folder to copy from, where there is none. Making one from nothing takes the engine several seconds, copying it a few hundred milliseconds. Several processes may do this at once: the
 * first to finish wins.
 */
export async function makeTemplate(template: string): Promise<void> {
  if (!(await isNewFolder(template))) return;
  const making = `${template}.making-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(dirname(template), { recursive: true, mode: 0o700 });
    const client = await PGlite.create(making);
    await client.close();
    await rename(making, template);
  } catch (error) {
    if (await isNewFolder(template)) throw error;
    // Somebody else's stands there now.
  } finally {
    await rm(making, { recursive: true, force: true });
  }
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
