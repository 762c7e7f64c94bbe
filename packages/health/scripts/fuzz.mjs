/**
 * The long form of test/fuzz.test.ts: `node packages/health/scripts/fuzz.mjs [runs a parser, default 20000] [seed]`.
 * Ends with the suite's exit code; a failure prints the seed and the smallest damage that shows it.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [runs = '20000', seed] = process.argv.slice(2);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'packages/health/test/fuzz.test.ts', '--testTimeout=36000000'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FUZZ_RUNS: runs, ...(seed === undefined ? {} : { FUZZ_SEED: seed }) },
  },
);
process.exit(status ?? 1);
