#!/usr/bin/env node
// Shows that what the contracts check and do is needed: spoils it piece by piece, and sees whether a forge test fails.
//
//   node packages/contracts/scripts/mutate.mjs            all of it; writes packages/contracts/test/mutation-report.md
//   node packages/contracts/scripts/mutate.mjs Access     one file, without a report
//   node packages/contracts/scripts/mutate.mjs all 0/3    every third mutant, without a report
//   node packages/contracts/scripts/mutate.mjs report     the report of what was run so far
//
// A mutant is one of
//   check   a condition of an `if`, or one alternative of its `||`, that never holds; or a call of a checking function that is left out
//   term    one term of an `&&` in a condition, a result or a Boolean that always holds
//   effect  a write, a deletion, a count or an event that is left out
// All mutants are compiled into one copy of the sources in .forge, where each asks a fixed address whether it is the one that is on; so one
// compilation serves all runs. Every mutant runs against the suites that name its file first, and against all others only if those let it live.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const only = process.argv[2] === 'all' ? undefined : process.argv[2];
const [shard = 0, shards = 1] = (process.argv[3] ?? '0/1').split('/').map(Number);
const SWITCH = '0x0000000000000000000000000000000000C0FFEE';
const REPORT = 'packages/contracts/test/mutation-report.md';
const EQUIVALENTS = 'packages/contracts/test/mutation-equivalents.json';
// Kept between runs, so that only what changed is compiled again.
const work = join(root, '.forge/mutants');
const KINDS = ['check', 'term', 'effect'];
const RESULTS = join(work, 'noticed.json');
let results = {};
let sourceDigest = '';
const CHECKING =
  /^ *((?:_|Consents\.|Lists\.|Bls\.|REGISTRATION\.|ACCESS\.|HOSPITALS\.)(?:require\w*|spend|wiringOf)|BOOK\.wiringOf|_spend)\(/;
const EFFECT =
  /^ *(?:delete |emit |_(?:narrow|occupy|end|convict|deactivate|computePoint|setController|setEndpoint|dropGuardianChange|count)\(|(?:_[a-z]\w*|\w+(?:\.\w+|\[[^;=]*\])+)(?:\.\w+|\[[^;=]*\])* [-+|&]?= |(?:_ids)\.push|ACCESS\.(?:open|narrow|import|close)|RECOVERY\.|EMERGENCY\.import|CONTRIBUTION\.|REGISTRATION\.moveControl)/;

function prepare() {
  const here = join(work, 'packages/contracts');
  rmSync(here, { recursive: true, force: true });
  mkdirSync(here, { recursive: true });
  for (const part of ['contracts', 'test', 'scripts', 'package.json']) {
    const filter = (path) => !path.endsWith('.ts');
    cpSync(join(root, 'packages/contracts', part), join(here, part), { recursive: true, filter });
  }
  rmSync(join(work, 'node_modules'), { force: true });
  symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'));
  // As little optimisation as the sources compile with: the code is three times as long, and is thrown away.
  writeFileSync(
    join(work, 'foundry.toml'),
    readFileSync(join(root, 'foundry.toml'), 'utf8')
      .replace(
        'optimizer_runs = 1000\n',
        'optimizer_details = { peephole = false, inliner = false, jumpdestRemover = false, orderLiterals = false, deduplicate = false, cse = false, constantOptimizer = false, yul = true, yulDetails = { stackAllocation = true, optimizerSteps = "u" } }\n',
      )
      .replace('solc = "packages/contracts/scripts/', 'solc = "./'),
  );
  // With a filter, forge asks the compiler for interfaces before every run, always the same: most of a run's time, if it were asked indeed.
  writeFileSync(join(work, 'solc.mjs'), KEPT_SOLC, { mode: 0o755 });

  const mutants = [];
  const sources = join(here, 'contracts');
  for (const file of readdirSync(sources, { recursive: true }).map(String).sort()) {
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

/** The text with a switch at each place; `mutants` gets one entry each. */
function instrument(text, file, mutants) {
  const code = blankComments(text);
  const edits = [];
  const add = (index, kind, what) => {
    const line = text.slice(0, index).split('\n').length;
    mutants.push({ id: mutants.length + 1, file, line, kind, text: squeeze(what) });
    return mutants.length;
  };
  const put = (from, to, replacement) => edits.push({ from, to, replacement });

  // Conditions of `if`
  for (const match of code.matchAll(/\bif \(/g)) {
    const open = match.index + 3;
    const close = balanced(code, open);
    const alternatives = split(code, open + 1, close, '||');
    for (const [from, to] of alternatives) {
      const id = add(from, 'check', `if (… ${text.slice(from, to)} …)`);
      put(from, from, '(');
      terms(from, to);
      put(to, to, ` && Mutant.off(${id}))`);
    }
  }
  // Booleans, and results that are conjunctions
  for (const match of code.matchAll(/^ +(?:bool \w+ =|return)\s(?=[^;]*&&)/gm)) {
    const from = match.index + match[0].length;
    const to = code.indexOf(';', from);
    terms(from, to);
  }
  // Statements of one line or several, at the beginning of a line
  for (const match of code.matchAll(/^ {8,}[A-Za-z_][^\n]*/gm)) {
    const start = match.index + match[0].search(/\S/);
    const checking = CHECKING.test(match[0]);
    if (!checking && !EFFECT.test(match[0])) continue;
    const before = code.slice(0, match.index).trimEnd().at(-1);
    if (!['{', '}', ';', ')'].includes(before)) continue;
    const end = statementEnd(code, start);
    if (end === -1 || edits.some((e) => e.from >= start && e.from < end)) continue;
    const id = add(start, checking ? 'check' : 'effect', text.slice(start, end));
    put(start, start, `if (Mutant.off(${id})) { `);
    put(end, end, ' }');
  }
  edits.sort((a, b) => a.from - b.from);
  let out = '';
  let at = 0;
  for (const { from, to, replacement } of edits) {
    out += text.slice(at, from) + replacement;
    at = to;
  }
  return out + text.slice(at);

  function terms(from, to) {
    const parts = split(code, from, to, '&&');
    if (parts.length < 2) return;
    for (const [a, b] of parts) {
      const id = add(a, 'term', `… && ${text.slice(a, b)} && …`);
      put(a, a, `(Mutant.on(${id}) || (`);
      put(b, b, '))');
    }
  }
}

/** Ranges between top-level operators, trimmed. */
function split(code, from, to, operator) {
  const ranges = [];
  let depth = 0;
  let begin = from;
  for (let i = from; i < to; i++) {
    if ('([{'.includes(code[i])) depth += 1;
    if (')]}'.includes(code[i])) depth -= 1;
    if (depth === 0 && code.startsWith(operator, i)) {
      ranges.push([begin, i]);
      begin = i + operator.length;
      i += operator.length - 1;
    }
    // `a && (b || c)` is one `||` deeper, `a && b || c` does not occur: the formatter brackets it.
    if (depth === 0 && code[i] === '?') return [];
  }
  ranges.push([begin, to]);
  return ranges.map(([a, b]) => {
    const part = code.slice(a, b);
    return [a + part.search(/\S/), a + part.trimEnd().length];
  });
}

function statementEnd(code, start) {
  let depth = 0;
  for (let i = start; i < code.length; i++) {
    if ('([{'.includes(code[i])) depth += 1;
    if (')]}'.includes(code[i])) depth -= 1;
    if (depth < 0) return -1;
    if (depth === 0 && code[i] === ';') return i + 1;
  }
  return -1;
}

/** The same length, with comments and strings blank. */
function blankComments(text) {
  return text.replace(/\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"/g, (found) => ' '.repeat(found.length));
}

const squeeze = (text) => text.replace(/\s+/g, ' ').slice(0, 110);

/** Index of the parenthesis that closes the one at `open`. */
function balanced(code, open) {
  let depth = 0;
  for (let i = open; i < code.length; i++) {
    if (code[i] === '(') depth += 1;
    if (code[i] === ')') depth -= 1;
    if (depth === 0) return i;
  }
  throw new Error('unbalanced');
}

/** What earlier runs found, and what it is of. */
function load() {
  const all = createHash('sha256');
  for (const file of readdirSync(join(root, 'packages/contracts/contracts'), { recursive: true })
    .map(String)
    .sort()) {
    if (file.endsWith('.sol')) all.update(readFileSync(join(root, 'packages/contracts/contracts', file)));
  }
  sourceDigest = all.digest('hex');
  if (existsSync(RESULTS)) results = JSON.parse(readFileSync(RESULTS, 'utf8'));
}

function run(mutants) {
  load();
  const first = failing(0);
  if (first !== undefined) throw new Error(`a test fails without any mutant: ${first}`);
  const chosen = mutants.filter(
    (m) => (only === undefined || basename(m.file, '.sol') === only) && m.id % shards === shard,
  );
  chosen.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.id - b.id);
  const found = chosen.map((mutant, n) => {
    // A run that was broken off goes on: what was noticed once stays noticed while the sources are the same.
    const known = results[keyOf(mutant)];
    if (known) return { ...mutant, killedBy: known };
    const suites = suitesOf(mutant);
    const killedBy = failing(mutant.id, ['--match-contract', `^(${suites})Test$`]) ?? failing(mutant.id);
    results[keyOf(mutant)] = killedBy ?? '';
    writeFileSync(RESULTS, JSON.stringify(results));
    process.stdout.write(
      `${n + 1}/${chosen.length} ${mutant.kind} ${mutant.file}:${mutant.line} ${killedBy ?? `SURVIVED ${mutant.text}`}\n`,
    );
    return { ...mutant, killedBy };
  });
  return found.sort((a, b) => a.id - b.id);
}

/** The same as long as neither the sources nor the mutant change; tests may only be added. */
function keyOf({ file, line, kind, text }) {
  return createHash('sha256')
    .update(JSON.stringify([sourceDigest, file, line, kind, text]))
    .digest('hex');
}

function suitesOf({ file, kind }) {
  const name = basename(file, '.sol');
  const near = {
    AuthorCheck: 'PatientDigitalTwin',
    Component: 'Migration',
    Lists: 'Access|DataRequest|Contribution',
  };
  near.LaneMap = 'PatientDigitalTwin';
  near.Identities = near.Bits = 'AuthorizedHospitals';
  near.GrantTypes = 'Access';
  near.HashToField = 'AuthorParameters';
  return kind === 'effect' ? `${near[name] ?? name}|Events` : (near[name] ?? name);
}

/** Name of a test that fails with this mutant; the run stops at the first. */
function failing(id, which = ['--no-match-contract', 'Invariants|Gas']) {
  const { stdout, stderr, signal } = forge(
    [
      'test',
      '--fail-fast',
      '--code-size-limit',
      '1000000',
      '--gas-limit',
      '1000000000000000',
      '--fuzz-runs',
      '16',
      ...which,
    ],
    id,
  );
  if (signal !== null) return 'no end';
  const failed = /^\[FAIL[^\n]*?\] (\w+)\(/m.exec(stdout)?.[1];
  if (failed === undefined && !/ 0 failed, 0 skipped/.test(stdout))
    throw new Error(`forge did not run: ${stdout}${stderr}`);
  return failed;
}

function forge(args, mutant) {
  const result = spawnSync(join(root, 'node_modules/.bin/forge'), [...args, '--root', work], {
    cwd: work,
    env: { ...process.env, MUTANT: String(mutant), FOUNDRY_OFFLINE: 'true' },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // A loop that no longer ends.
    timeout: args[0] === 'build' ? undefined : 120_000,
  });
  if (args[0] === 'build' && result.status !== 0) throw new Error(result.stdout + result.stderr);
  return result;
}

/** Survivors that change nothing anybody could see, and why: kept by hand, matched by file and text. */
const equivalents = () => JSON.parse(readFileSync(join(root, EQUIVALENTS), 'utf8'));

function write(report) {
  const why = (m) => equivalents().find((e) => e.file === m.file && e.text === m.text)?.why;
  const killed = report.filter((m) => m.killedBy);
  const survivors = report.filter((m) => m.killedBy === undefined);
  const waiting = report.filter((m) => m.killedBy === null);
  const cell = (text) => `\`${text.replaceAll('|', '\\|').replaceAll('`', "'")}\``;
  const where = (m) => `${m.file}:${m.line}`;
  const lines = [
    '# Mutation report',
    '',
    'Written by `node packages/contracts/scripts/mutate.mjs`: what the contracts check and do, spoilt piece by piece. *check*: a condition, or one alternative of it, that never',
    'holds, or a checking call left out; *term*: one term of a conjunction that always holds; *effect*: a write, deletion or event left out.',
    '',
    '| kind | mutants | noticed by a test | survived | not run yet |',
    '|---|---|---|---|---|',
    ...KINDS.map((kind) => {
      const of = (list) => list.filter((m) => m.kind === kind).length;
      return `| ${kind} | ${of(report)} | ${of(killed)} | ${of(survivors)} | ${of(waiting)} |`;
    }),
    `| all | ${report.length} | ${killed.length} | ${survivors.length} | ${waiting.length} |`,
    '',
    ...(survivors.length === 0
      ? []
      : [
          '## Survived',
          '',
          '| where | kind | what | why no test can notice |',
          '|---|---|---|---|',
          ...survivors.map(
            (m) => `| ${where(m)} | ${m.kind} | ${cell(m.text)} | ${why(m) ?? '**unexplained**'} |`,
          ),
          '',
        ]),
    '## Noticed',
    '',
    '| where | kind | what | first test to fail |',
    '|---|---|---|---|',
    ...killed.map((m) => `| ${where(m)} | ${m.kind} | ${cell(m.text)} | ${m.killedBy} |`),
    '',
  ];
  writeFileSync(join(root, REPORT), lines.join('\n'));
  return survivors.filter((m) => why(m) === undefined);
}

const MUTANT = `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev Asks the outside, even from pure functions, which mutant is on.
library Mutant {
    function on(uint256 id) internal pure returns (bool) {
        return _pure(_on)(id);
    }

    function off(uint256 id) internal pure returns (bool) {
        return !on(id);
    }

    function _on(uint256 id) private view returns (bool) {
        (, bytes memory answer) = ${SWITCH}.staticcall("");
        return answer.length == 32 && abi.decode(answer, (uint256)) == id;
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

const KEPT_SOLC = `#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const args = process.argv.slice(2);
const input = args.includes('--version') ? '' : readFileSync(0);
const kept = new URL('kept/', import.meta.url);
const file = new URL(createHash('sha256').update(JSON.stringify(args)).update(input).digest('hex'), kept);
if (!existsSync(file)) {
  const solc = new URL('packages/contracts/scripts/solc.mjs', import.meta.url).pathname;
  const { status, stdout, stderr } = spawnSync(process.execPath, [solc, ...args], { input, maxBuffer: 1 << 30 });
  process.stderr.write(stderr);
  if (status !== 0) process.exit(1);
  mkdirSync(kept, { recursive: true });
  writeFileSync(file, stdout);
}
process.stdout.write(readFileSync(file));
`;

if (process.argv[2] === 'report') {
  // What earlier sittings found, without running anything.
  const mutants = [];
  const sources = join(root, 'packages/contracts/contracts');
  for (const file of readdirSync(sources, { recursive: true }).map(String).sort()) {
    if (file.endsWith('.sol')) instrument(readFileSync(join(sources, file), 'utf8'), file, mutants);
  }
  load();
  write(
    mutants.map((mutant) => {
      const found = results[keyOf(mutant)];
      return { ...mutant, killedBy: found === undefined ? null : found || undefined };
    }),
  );
} else {
  const report = run(prepare());
  const survivors = report.filter((m) => m.killedBy === undefined);
  const whole = only === undefined && shards === 1;
  const unexplained = whole ? write(report) : survivors;
  process.stdout.write(
    `${report.length} mutants, ${survivors.length} survived, ${unexplained.length} of them unexplained\n`,
  );
  if (unexplained.length > 0) process.exitCode = 1;
}
