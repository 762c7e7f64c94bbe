/**
 * `npm test`: every TypeScript test (vitest) and every contract test (forge), and one closing line that counts both.
 * Where forge cannot run, its tests are named and counted as skipped, never as passed.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = (name) => join('node_modules', '.bin', name);
const scratch = mkdtempSync(join(tmpdir(), 'twinseal-test-'));

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

async function typescriptTests() {
  const report = join(scratch, 'vitest.json');
  const { code } = await run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ]);
  if (!existsSync(report)) return { code: code || 1, passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that fails to load has no failed test of its own, and must not count as nothing.
  const failed = numFailedTests > 0 ? numFailedTests : code !== 0 ? Math.max(1, numFailedTestSuites) : 0;
  return { code, passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
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
const results = await Promise.all([typescriptTests(), ...(wantsAll ? [contractTests()] : [])]);
if (wantsAll) console.log(`\n${results[1].out}`);
rmSync(scratch, { recursive: true, force: true });

const sum = (key) => results.reduce((total, each) => total + each[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode =
  results.some((each) => each.code !== 0) || sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
