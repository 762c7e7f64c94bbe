/** Builds the workspace when a source is newer than the last build; does nothing in an installed package. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const stamp = join(root, 'packages', 'cli', 'dist', '.built');
const page = join(root, 'packages', 'portal', 'dist', 'page', 'index.html');

/** @returns {boolean} false where the build failed; the reason is on stderr */
export function build() {
  const isCheckout = existsSync(join(root, 'tsconfig.base.json')) && existsSync(join(root, 'packages'));
  if (!isCheckout) return true;
  if (!needsBuild()) {
    if (!existsSync(page)) bundlePage();
    return true;
  }
  const compiler = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  if (!existsSync(compiler)) {
    console.error('The TypeScript compiler is not installed. Run "npm ci" in the checkout first.');
    return false;
  }
  // Everything on stderr: stdout belongs to the command.
  if (process.stderr.isTTY) console.error('Building …');
  const { status } = spawnSync(process.execPath, [compiler, '-b'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    console.error('The build failed; see above.');
    return false;
  }
  bundlePage();
  writeFileSync(stamp, '');
  return true;
}

/**
 * The patient's page, which gateways serve. The bundler is loaded by a process of its own, and only where something is newer than the last bundle. Where it fails (it is native code) it says so, and everything but the
 * page works all the same.
 */
function bundlePage() {
  const script = join(root, 'packages', 'portal', 'scripts', 'build.mjs');
  spawnSync(process.execPath, [script], { cwd: root, stdio: ['ignore', 2, 2] });
}

function needsBuild() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const packages = join(root, 'packages');
  return readdirSync(packages).some(
    (name) =>
      !existsSync(join(packages, name, 'dist')) ||
      newestIn(join(packages, name, 'src')) > built ||
      newestIn(join(packages, name, 'index.html')) > built ||
      newestIn(join(packages, name, 'package.json')) > built,
  );
}

function newestIn(path) {
  if (!existsSync(path)) return 0;
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), mtimeMs);
}
