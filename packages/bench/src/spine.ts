/**
 * `npm run bench:spine`: the whole path on the shipped patient, stage by stage, as the command reports it. Each run is a process of its own on an empty data directory; the
 * figures are those of the run with the median total.
 */

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeRun } from './machine.js';

const RUNS = 3;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const launcher = join(root, 'packages', 'cli', 'bin', 'twinseal.mjs');
/** Stages until the parties are there to work: what a cold start is. */
const STARTING = ['collect', 'start', 'found'];

interface Run {
  readonly report: {
    readonly sources: { readonly resources: number; readonly bytes: number };
    readonly bytesSealed: number;
    readonly gas: Readonly<Record<string, number>>;
    readonly seconds: Readonly<Record<string, number>>;
    readonly peakRssMiB: number;
  };
  /** From the start of the process to its end. */
  readonly wallSeconds: number;
}

async function runOnce(): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'twinseal-bench-'));
  const begun = performance.now();
  const child = spawn(process.execPath, [launcher, 'demo', '--json', '--data-dir', join(folder, 'data')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const wallSeconds = (performance.now() - begun) / 1000;
  await rm(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`the demonstration ended with ${code}`);
  return { report: JSON.parse(out), wallSeconds };
}

const runs: Run[] = [];
for (let n = 0; n < RUNS; n++) {
  runs.push(await runOnce());
  console.error(`run ${n + 1} of ${RUNS}: ${(runs.at(-1) as Run).wallSeconds.toFixed(1)} s`);
}
runs.sort((a, b) => a.wallSeconds - b.wallSeconds);
const { report, wallSeconds } = runs[Math.floor(RUNS / 2)] as Run;
const { total = 0, ...stageSeconds } = report.seconds;
const { resources, bytes } = report.sources;
const round = (value: number, digits: number) => Number(value.toFixed(digits));
const started = STARTING.reduce((sum, stage) => sum + (stageSeconds[stage] ?? 0), 0);

const result = {
  ...describeRun(),
  runs: RUNS,
  input: { resources, bytes },
  stages: Object.fromEntries(
    Object.entries(stageSeconds).map(([name, seconds]) => [
      name,
      { seconds, perResource: round(seconds / resources, 9) },
    ]),
  ),
  gas: report.gas,
  bytesSealedPerByteCollected: round(report.bytesSealed / bytes, 4),
  /** Loading the program, reading the input, starting every party: until the first record could be sealed. */
  coldStartSeconds: round(wallSeconds - total + started, 3),
  totalSeconds: round(wallSeconds, 3),
  totalSecondsOfEachRun: runs.map((run) => round(run.wallSeconds, 3)),
  peakRssMiB: report.peakRssMiB,
};
const file = join(root, 'bench', 'results', 'spine.json');
await mkdir(join(root, 'bench', 'results'), { recursive: true });
await writeFile(file, `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result, null, 2));
