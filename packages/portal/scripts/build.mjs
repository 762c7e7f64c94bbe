/** Bundles the page into dist/page: an index without inline code, and assets named by their content. Does nothing where no input is newer than the last bundle. */

import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const portal = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = join(portal, '..');
const target = join(portal, 'dist', 'page');
const stamp = join(portal, 'dist', '.bundled');
/** What goes into the bundle, as the compiler left it. */
const INPUTS = [
  join(portal, 'src'),
  join(portal, 'index.html'),
  join(portal, 'package.json'),
  ...['mibsc', 'history', 'record', 'health', 'twin', 'contracts', 'authority', 'api-client'].map((name) =>
    join(packages, name, 'dist'),
  ),
];

/** @returns {Promise<boolean>} false where the page could not be bundled; the reason is on stderr */
export async function bundlePage() {
  if (!needsBundle()) return true;
  try {
    const { build } = await import('vite');
    await build({
      root: portal,
      base: './',
      logLevel: 'error',
      configFile: false,
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir: target,
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: false,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 4000,
      },
      worker: { format: 'es' },
    });
  } catch (error) {
    console.error(`The patient's page could not be bundled: ${error.message}`);
    return false;
  }
  writeFileSync(stamp, '');
  return true;
}

function needsBundle() {
  if (!existsSync(stamp) || !existsSync(join(target, 'index.html'))) return true;
  const built = statSync(stamp).mtimeMs;
  return INPUTS.some((input) => newestIn(input) > built);
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  // A folder's own time says that something in it came or went; files are looked at one by one.
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await bundlePage()) ? 0 : 1;
