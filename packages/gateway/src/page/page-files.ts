/** The files of the patient's page as the bundler left them: an index, and assets named by their content. Read once: a page that changes while it is served is none. */

import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the bundler leaves the page; the same from sources and from what is built. */
export const PAGE_FOLDER = fileURLToPath(new URL('../../../portal/dist/page/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** How the bundler names the scripts of workers. */
const WORKER = 'worker-';

/** One file, ready to be served. */
export interface PageFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Named by its content: it may be kept for ever. Not a worker's script: a worker runs under the policy that its script came with, and that one changes with the directory. */
  readonly isImmutable: boolean;
}

/**
 * Reads the page.
 *
 * @returns files by their path under `/me/`, the index as the empty path; undefined where the page was not built
 */
export async function readPage(
  folder: string = PAGE_FOLDER,
): Promise<ReadonlyMap<string, PageFile> | undefined> {
  const files = new Map<string, PageFile>();
  try {
    files.set('', await fileOf(join(folder, 'index.html'), false));
    for (const name of await readdir(join(folder, 'assets')))
      files.set(`assets/${name}`, await fileOf(join(folder, 'assets', name), !name.startsWith(WORKER)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return files;
}

async function fileOf(path: string, isImmutable: boolean): Promise<PageFile> {
  return {
    bytes: new Uint8Array(await readFile(path)),
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    isImmutable,
  };
}
