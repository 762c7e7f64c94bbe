/**
 * `npm test`: every TypeScript test (vitest) and every contract test (forge), and one closing line that counts both.
 * Where forge cannot run, its tests are named and counted as skipped, never as passed.
 * A test file that failed beside others runs once more alone, so that a busy machine and a defect are told apart: what passes only then is named before the closing line,
 * with what it said the first time, and what fails twice has failed.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const bin = (name) => join('node_modules', '.bin', name);
const scratch = mkdtempSync(join(tmpdir(), 'twinseal-test-'));
/** More files than this failing at once is no accident of a busy machine. */
const MOST_FILES_TO_REPEAT = 6;

/** @param {{ capture?: boolean }} options with `capture` nothing is shown while it runs */
function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', ...(options.capture ? ['pipe', 'pipe'] : ['inherit', 'inherit'])],
    });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        out += chunk;
      });
    }
    child.on('error', () => resolve({ code: 127, out }));
    child.on('close', (code) => resolve({ code: code ?? 1, out }));
  });
}

/** One run of vitest: its exit code, and of each file what its tests did; `files` is undefined where vitest did not get to write its report. */
async function vitest(args, name) {
  const report = join(scratch, `${name}.json`);
  const { code } = await run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  if (!existsSync(report)) return { code: code || 1, files: undefined };
  const files = JSON.parse(readFileSync(report, 'utf8')).testResults.map((file) => ({
    name: relative(process.cwd(), file.name),
    failed: file.status === 'failed',
    message: file.message ?? '',
    tests: file.assertionResults,
  }));
  return { code, files };
}

/** Counts over files. A file that fails to load has no failed test of its own, and must not count as nothing. */
function counted({ code, files }) {
  if (files === undefined) return { code, passed: 0, failed: 1, skipped: 0 };
  const tests = files.flatMap((file) => file.tests);
  const of = (status) => tests.filter((test) => test.status === status).length;
  const filesWithout = files.filter(
    (file) => file.failed && !file.tests.some(({ status }) => status === 'failed'),
  ).length;
  const failed = of('failed') + filesWithout;
  return {
    code,
    passed: of('passed'),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: tests.length - of('failed') - of('passed'),
  };
}

/** What failed, each with the beginning of what it said: the last lines are what a reader of a long log sees. */
function tell(heading, files) {
  const lines = files.flatMap(({ name, message, tests }) => {
    const failed = tests.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return [`  ${name}\n${beginningOf(message)}`];
    return failed.map(
      ({ fullName, failureMessages }) =>
        `  ${name} > ${fullName}\n${beginningOf(failureMessages.join('\n'))}`,
    );
  });
  return `${heading}\n${lines.join('\n')}`;
}

const beginningOf = (text) =>
  text
    .split('\n')
    .slice(0, 8)
    .map((line) => `      ${line.slice(0, 300)}`)
    .join('\n');

/** The files that failed once more, with nothing beside them. @returns the run with those files as they did then, and what to say of it */
async function repeatAlone(first) {
  const failed = first.files?.filter((file) => file.failed) ?? [];
  if (failed.length === 0) return { run: first, told: [] };
  if (failed.length > MOST_FILES_TO_REPEAT) return { run: first, told: [tell('Failed:', failed)] };
  console.log(`\nOnce more, alone: ${failed.map(({ name }) => name).join(', ')}`);
  const again = await vitest(['--no-file-parallelism', ...failed.map(({ name }) => name)], 'once-more');
  const second = new Map(again.files?.map((file) => [file.name, file]));
  const now = (file) => second.get(file.name) ?? file;
  const twice = failed.map(now).filter((file) => file.failed);
  const once = failed.filter((file) => !now(file).failed);
  return {
    run: { code: again.code, files: first.files.map(now) },
    told: [
      ...(once.length > 0
        ? [tell('Failed beside other tests and passed alone, to be looked into:', once)]
        : []),
      ...(twice.length > 0 ? [tell('Failed twice:', twice)] : []),
    ],
  };
}

async function contractTests() {
  if (!existsSync('foundry.toml')) return { code: 0, out: '', passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(bin('forge'))) {
    const out = `Contract tests skipped: forge is not installed (npm brings it on Linux x86-64 only; this is ${process.platform} ${process.arch}). Install Foundry and run "npm run test:contracts".`;
    return { code: 0, out, passed: 0, failed: 0, skipped: 1 };
  }
  const { code, out } = await run(bin('forge'), ['test'], { capture: true });
  const total = out.match(/(\d+) tests passed, (\d+) failed, (\d+) skipped/);
  if (!total) return { code: code || 1, out, passed: 0, failed: 1, skipped: 0 };
  return { code, out, passed: Number(total[1]), failed: Number(total[2]), skipped: Number(total[3]) };
}

// With arguments (a path, a name) only the matching TypeScript tests are wanted. Both at once: forge compiles for minutes on one core, and many TypeScript tests wait for processes.
const wantsAll = process.argv.length === 2;
const [typescript, contracts] = await Promise.all([
  vitest(process.argv.slice(2), 'first'),
  ...(wantsAll ? [contractTests()] : []),
]);
if (wantsAll) console.log(`\n${contracts.out}`);
const { run: tests, told } = await repeatAlone(typescript);
rmSync(scratch, { recursive: true, force: true });

const results = [counted(tests), ...(wantsAll ? [contracts] : [])];
const sum = (key) => results.reduce((total, each) => total + each[key], 0);
for (const each of told) console.log(`\n${each}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode =
  results.some((each) => each.code !== 0) || sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
