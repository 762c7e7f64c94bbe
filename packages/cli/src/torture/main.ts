/** `npm run torture`: what a town must survive, in its long form. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tortureProcesses } from './processes.js';

const USAGE = `npm run torture -- [--kills 200] [--seed 1] [--patients 2] [--keep]

Founds a town of three hospitals in a temporary folder, kills its gateways, its chain and their parent while patients come in, and compares what is left with an undisturbed run.
Exit codes: 0 nothing was lost, doubled or half-written; 1 something was.`;

/** @returns the exit code */
export async function torture(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
      patients: { type: 'string', default: '2' },
      keep: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const folder = await mkdtemp(join(tmpdir(), 'twinseal-torture-'));
  const begun = performance.now();
  const told = (line: string) =>
    console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  told(`seed ${values.seed}; everything is in ${folder}`);
  const report = await tortureProcesses({
    folder,
    kills: Number(values.kills),
    seed: Number(values.seed),
    patients: Number(values.patients),
    told,
  });
  console.log(JSON.stringify(report, null, 2));
  const isWell = report.wrong.length === 0;
  if (isWell && !values.keep) await rm(folder, { recursive: true, force: true });
  return isWell ? 0 : 1;
}
