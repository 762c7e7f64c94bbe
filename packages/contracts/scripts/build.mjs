#!/usr/bin/env node
// Compiles contracts/*.sol with npm's solc and writes src/generated: one module per deployable contract (ABI and creation bytecode), one
// with all custom errors. `--check` compares instead of writing. Settings are those of foundry.toml, so forge tests the same bytecode.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import solc from 'solc';

const packageDir = join(dirname(fileURLToPath(import.meta.url)), '..');
const sourceDir = join(packageDir, 'contracts');
const openZeppelinDir = dirname(
  createRequire(import.meta.url).resolve('@openzeppelin/contracts/package.json'),
);
// The compiler hashes source names into nothing we keep (no metadata), so any stable prefix will do; forge's is used.
const PREFIX = 'packages/contracts/contracts/';

/** The compiler's answer for all contracts: ABI, creation bytecode, storage layout. */
export function compile() {
  const sources = Object.fromEntries(
    solidityFiles(sourceDir).map((file) => [
      PREFIX + file,
      { content: readFileSync(join(sourceDir, file), 'utf8') },
    ]),
  );
  const input = {
    language: 'Solidity',
    sources,
    settings: {
      evmVersion: 'osaka',
      viaIR: true,
      optimizer: { enabled: true, runs: 1000 },
      metadata: { bytecodeHash: 'none', appendCBOR: false },
      remappings: ['@openzeppelin/contracts/=node_modules/@openzeppelin/contracts/'],
      outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object', 'storageLayout'] } },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }));
  const problems = (output.errors ?? []).filter((e) => e.severity === 'error');
  if (problems.length > 0) throw new Error(problems.map((e) => e.formattedMessage).join('\n'));
  return output.contracts;
}

/** Slot of every state variable, by contract and name. */
export function storageSlots(compiled) {
  return Object.fromEntries(
    Object.entries(compiled)
      .filter(([path]) => path.startsWith(PREFIX))
      .flatMap(([, contracts]) => Object.entries(contracts))
      .map(([name, { storageLayout }]) => [
        name,
        Object.fromEntries((storageLayout?.storage ?? []).map(({ label, slot }) => [label, Number(slot)])),
      ]),
  );
}

/** Every generated file as [name, text]. */
export function generate(compiled) {
  const files = [];
  const exportsOf = [];
  const errors = new Map();
  for (const [path, contracts] of Object.entries(compiled)) {
    if (!path.startsWith(PREFIX)) continue;
    for (const [name, { abi, evm }] of Object.entries(contracts)) {
      for (const item of abi.filter((i) => i.type === 'error')) errors.set(signature(item), item);
      const deployable = path === `${PREFIX}${name}.sol` && evm.bytecode.object !== '';
      if (!deployable) continue;
      const stem = name[0].toLowerCase() + name.slice(1);
      files.push([`${kebab(name)}.ts`, moduleText(stem, abi, evm.bytecode.object)]);
      exportsOf.push([kebab(name), stem]);
    }
  }
  const errorItems = [...errors.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
  files.push([
    'errors-abi.ts',
    `${HEADER}export const errorsAbi = ${JSON.stringify(errorItems, null, 1)} as const;\n`,
  ]);
  exportsOf.sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = exportsOf.map(
    ([file, stem]) => `export { ${stem}Abi, ${stem}Bytecode } from './${file}.js';`,
  );
  files.push([
    'index.ts',
    `${HEADER}${[...lines, `export { errorsAbi } from './errors-abi.js';`].join('\n')}\n`,
  ]);
  return files;
}

const HEADER = '// Written by scripts/build.mjs from contracts/*.sol; do not edit.\n';

function moduleText(stem, abi, bytecode) {
  return `${HEADER}export const ${stem}Abi = ${JSON.stringify(abi, null, 1)} as const;\n\nexport const ${stem}Bytecode = '0x${bytecode}' as const;\n`;
}

function signature(item) {
  return `${item.name}(${item.inputs.map((i) => i.type).join(',')})`;
}

function kebab(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

function solidityFiles(dir) {
  return readdirSync(dir, { recursive: true })
    .map(String)
    .filter((f) => f.endsWith('.sol'))
    .sort();
}

function readImport(path) {
  const prefix = 'node_modules/@openzeppelin/contracts/';
  try {
    if (path.startsWith(prefix))
      return { contents: readFileSync(join(openZeppelinDir, path.slice(prefix.length)), 'utf8') };
    return { error: `${path}: outside the known roots` };
  } catch {
    return { error: `${path}: not found` };
  }
}

function main() {
  const target = join(packageDir, 'src', 'generated');
  const files = generate(compile());
  if (process.argv.includes('--check')) {
    const stale = files.filter(([name, text]) => {
      try {
        return readFileSync(join(target, name), 'utf8') !== text;
      } catch {
        return true;
      }
    });
    if (stale.length > 0) {
      process.stderr.write(
        `src/generated is not what contracts/*.sol compile to: ${stale.map(([n]) => n).join(', ')}\n`,
      );
      process.exitCode = 1;
    }
    return;
  }
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(target, name), text);
  process.stdout.write(`wrote ${files.length} files to src/generated\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
