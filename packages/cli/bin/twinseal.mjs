#!/usr/bin/env node
/*
 * The launcher. It is committed as plain JavaScript, so that `npx twinseal` works right after `npm ci`: npm links a bin only if its file exists, and with
 * `ignore-scripts` nothing builds at install time. In a checkout it builds when a source is newer than what was built; an installed package is built already.
 * The first check uses nothing that an old Node lacks, so that an old Node gets a sentence and not a syntax error.
 */

const REQUIRED = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < REQUIRED[0] || (major === REQUIRED[0] && minor < REQUIRED[1])) {
  console.error(
    `twinseal needs Node ${REQUIRED.join('.')} or newer; this is Node ${process.versions.node}. Install a newer Node and try again.`,
  );
  process.exit(2);
}

const { build } = await import('./build.mjs');
if (!build()) process.exit(2);
if (process.argv[2] !== '--build-only') {
  const { main } = await import('../dist/main.js');
  process.exitCode = await main(process.argv.slice(2));
}
