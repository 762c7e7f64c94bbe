#!/usr/bin/env node
// npm's solc behind the command line that forge expects of a native compiler: `--version` and `--standard-json`.
// Imports are read from the roots that forge allows, so that builds need no network and no downloaded binary.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import solc from 'solc';

const args = process.argv.slice(2);
if (args.includes('--version')) {
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`);
} else if (args.includes('--standard-json')) {
  const roots = [...valuesAfter('--base-path'), ...valuesAfter('--include-path'), process.cwd()];
  const input = readFileSync(0, 'utf8');
  process.stdout.write(solc.compile(input, { import: (path) => find(roots, path) }));
} else {
  process.stderr.write('solc.mjs: only --version and --standard-json are understood\n');
  process.exitCode = 2;
}

function valuesAfter(flag) {
  return args.flatMap((arg, i) => (arg === flag && args[i + 1] !== undefined ? [args[i + 1]] : []));
}

function find(roots, path) {
  for (const root of roots) {
    try {
      return { contents: readFileSync(resolve(root, path), 'utf8') };
    } catch {
      // Not under this root: try the next one.
    }
  }
  return { error: `${path}: not found` };
}
