#!/usr/bin/env node
// Shows that each check in the contracts is needed: switches every one off in turn and sees whether a forge test fails.
//
//   node packages/contracts/scripts/mutate.mjs            all of them; writes packages/contracts/test/mutation-report.md
//   node packages/contracts/scripts/mutate.mjs Access     those of one file
//
// A mutant is one `if (…) revert …`, or one call of a checking function, that does nothing. All of them are compiled into one copy of the sources in a
// temporary folder, where each asks a fixed address whether it is the one that is off; so one compilation serves all runs.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const only = process.argv[2];
const SWITCH = '0x0000000000000000000000000000000000C0FFEE';
const work = mkdtempSync(join(tmpdir(), 'twinseal-mutants-'));
const CHECKING =
  /^(_require\w+|Consents\.require\w+|Lists\.require\w+|Bls\.require\w+|REGISTRATION\.require\w+|ACCESS\.require\w+)\(/;

function prepare() {
  const here = join(work, 'packages/contracts');
  mkdirSync(here, { recursive: true });
  for (const part of ['contracts', 'test', 'scripts', 'package.json']) {
    cpSync(join(root, 'packages/contracts', part), join(here, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  cpSync(join(root, 'foundry.toml'), join(work, 'foundry.toml'));

  const mutants = [];
  const sources = join(here, 'contracts');
  for (const file of readdirSync(sources, { recursive: true }).map(String)) {
    if (!file.endsWith('.sol')) continue;
    const path = join(sources, file);
    const text = readFileSync(path, 'utf8');
    const mutated = instrument(text, file, mutants);
    if (mutated !== text) {
      const up = relative(dirname(path), sources) || '.';
      writeFileSync(
        path,
        mutated.replace(/^(pragma .*)$/m, `$1\n\nimport {Mutant} from "${up}/Mutant.sol";`),
      );
    }
  }
  writeFileSync(join(sources, 'Mutant.sol'), MUTANT);
  // Every test contract sets the switch when it is created, before any setUp.
  const base = join(here, 'test/utils/Test.sol');
  writeFileSync(
    base,
    readFileSync(base, 'utf8').replace(
      'abstract contract Test {',
      `abstract contract Test {
    constructor() {
        uint256 mutant = vm.envOr("MUTANT", uint256(0));
        // returns the number: PUSH32 n, PUSH0, MSTORE, PUSH1 32, PUSH0, RETURN
        vm.etch(${SWITCH}, abi.encodePacked(hex"7f", mutant, hex"5f5260205ff3"));
    }
`,
    ),
  );
  const vm = join(here, 'test/utils/Vm.sol');
  writeFileSync(
    vm,
    readFileSync(vm, 'utf8').replace(
      'interface Vm {',
      'interface Vm {\n    function envOr(string calldata name, uint256 fallbackValue) external view returns (uint256);',
    ),
  );
  process.stdout.write(`compiling ${mutants.length} mutants\n`);
  forge(['build'], 0);
  return mutants;
}

/** Wraps every check; `mutants` gets one entry each. */
function instrument(text, file, mutants) {
  let out = '';
  let at = 0;
  const add = (index, what) => {
    const line = text.slice(0, index).split('\n').length;
    mutants.push({ id: mutants.length + 1, file, line, text: what.replace(/\s+/g, ' ').slice(0, 120) });
    return mutants.length;
  };
  const pattern = /\bif \(|^ +((?:_|Consents\.|Lists\.|Bls\.|REGISTRATION\.|ACCESS\.)require\w*\()/gm;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match.index < at) continue;
    if (match[1] === undefined) {
      const open = match.index + 3;
      const close = balanced(text, open);
      const after = /^\s*\{?\s*revert (\w[\w.]*)/.exec(text.slice(close + 1));
      if (after === null) continue;
      const id = add(match.index, `if ${text.slice(open, close + 1)} revert ${after[1]}`);
      out += `${text.slice(at, open)}(${text.slice(open, close + 1)} && Mutant.on(${id}))`;
      at = close + 1;
    } else {
      const begin = match.index + match[0].length - match[1].length;
      if (!CHECKING.test(text.slice(begin))) continue;
      const end = text.indexOf(';', balanced(text, begin + match[1].length - 1)) + 1;
      const id = add(begin, text.slice(begin, end));
      out += `${text.slice(at, begin)}if (Mutant.on(${id})) ${text.slice(begin, end)}`;
      at = end;
    }
    pattern.lastIndex = at;
  }
  return out + text.slice(at);
}

/** Index of the parenthesis that closes the one at `open`. */
function balanced(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth += 1;
    if (text[i] === ')') depth -= 1;
    if (depth === 0) return i;
  }
  throw new Error('unbalanced');
}

function run(mutants) {
  const [first] = failing(0);
  if (first !== undefined) throw new Error(`a test fails without any mutant: ${first}`);
  const chosen = mutants.filter((m) => only === undefined || basename(m.file, '.sol') === only);
  return chosen.map((mutant, n) => {
    const [killedBy] = failing(mutant.id);
    process.stdout.write(
      `${n + 1}/${chosen.length} ${mutant.file}:${mutant.line} ${killedBy ?? 'SURVIVED'}\n`,
    );
    return { ...mutant, killedBy };
  });
}

/** Names of tests that fail with this mutant; the run stops at the first. */
function failing(id) {
  const { stdout } = forge(
    [
      'test',
      '--fail-fast',
      '--disable-code-size-limit',
      '--no-match-contract',
      'Invariants|Gas',
      '--fuzz-runs',
      '16',
    ],
    id,
  );
  return [...stdout.matchAll(/^\[FAIL[^\]]*\] (\w+)\(/gm)]
    .map((m) => m[1])
    .concat(
      // A setUp that fails names no test.
      /setUp\(\)/.test(stdout) && /^\[FAIL/m.test(stdout) ? ['setUp'] : [],
    );
}

function forge(args, mutant) {
  const result = spawnSync(join(root, 'node_modules/.bin/forge'), [...args, '--root', work], {
    cwd: work,
    env: { ...process.env, MUTANT: String(mutant), FOUNDRY_OFFLINE: 'true' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (args[0] === 'build' && result.status !== 0) throw new Error(result.stdout + result.stderr);
  return result;
}

function write(report) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
  const killed = report.filter((m) => m.killedBy !== undefined);
  const survivors = report.filter((m) => m.killedBy === undefined);
  const cell = (text) => `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``;
  const lines = [
    '# Mutation report',
    '',
    `Written by \`node packages/contracts/scripts/mutate.mjs\` at ${commit}: each check of the contracts switched off in turn. ${killed.length} of ${report.length} were noticed by a test.`,
    '',
    ...(survivors.length === 0
      ? []
      : [
          '## Survived',
          '',
          '| where | check |',
          '|---|---|',
          ...survivors.map((m) => `| ${m.file}:${m.line} | ${cell(m.text)} |`),
          '',
          'Why each may stay: see docs/CONTRACTS.md, "Checks that no test can miss".',
          '',
        ]),
    '## Noticed',
    '',
    '| where | check | first test to fail |',
    '|---|---|---|',
    ...killed.map((m) => `| ${m.file}:${m.line} | ${cell(m.text)} | ${m.killedBy} |`),
    '',
  ];
  writeFileSync(join(root, 'packages/contracts/test/mutation-report.md'), lines.join('\n'));
}

const MUTANT = `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

library Mutant {
    /// @dev True unless this mutant is the one that is switched off. Asks the outside even from pure functions.
    function on(uint256 id) internal pure returns (bool) {
        return _pure(_on)(id);
    }

    function _on(uint256 id) private view returns (bool) {
        (, bytes memory answer) = ${SWITCH}.staticcall("");
        return answer.length != 32 || abi.decode(answer, (uint256)) != id;
    }

    function _pure(function(uint256) view returns (bool) f)
        private
        pure
        returns (function(uint256) pure returns (bool) g)
    {
        assembly ("memory-safe") {
            g := f
        }
    }
}
`;

try {
  const mutants = prepare();
  const report = run(mutants);
  if (only === undefined) write(report);
  const survivors = report.filter((m) => m.killedBy === undefined);
  process.stdout.write(`${report.length} mutants, ${survivors.length} survived\n`);
  for (const m of survivors) process.stdout.write(`  ${m.file}:${m.line} ${m.text}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
