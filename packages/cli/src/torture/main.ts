/** `npm run torture`: what a town must survive, in its long form. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tortureEffects } from './effects.js';
import { tortureProcesses } from './processes.js';

const USAGE = `npm run torture -- [--only effects|processes] [--every 1] [--thorough] [--kills 200] [--seed N] [--patients 2] [--keep]

effects     two gateways live through a patient's story in one process; for every n (every k-th with --every k) the n-th effect fails, then all is opened again from disk
processes   a town of three gateways, as "twinseal start" runs it, is killed piece by piece while patients come in
Both compare what is left with an undisturbed run, and run fsck.

--thorough  every effect fails in both ways: not done, and done but reported as failed (by default in turns)
--keep      leaves the folder of the runs in place; where something is wrong it is left in any case
Exit codes: 0 nothing was lost, doubled or half-written; 1 something was; 2 an option is wrong.`;

/** @returns the exit code */
export async function torture(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: 'all' },
      every: { type: 'string', default: '1' },
      thorough: { type: 'boolean', default: false },
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
  const [every, kills, seed, patients] = [values.every, values.kills, values.seed, values.patients].map(
    Number,
  );
  const isOne = ['all', 'effects', 'processes'].includes(values.only);
  const isCount = (value: number | undefined): value is number =>
    Number.isSafeInteger(value) && Number(value) >= 1;
  if (!isOne || !isCount(every) || !isCount(kills) || !isCount(patients) || !Number.isSafeInteger(seed)) {
    console.error(USAGE);
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'twinseal-torture-'));
  const begun = performance.now();
  const told = (line: string) =>
    console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  told(`seed ${seed}; everything is in ${folder}`);
  const report = {
    ...(values.only === 'processes'
      ? {}
      : {
          effects: await tortureEffects({
            folder: join(folder, 'effects'),
            every,
            // With --every, another seed is another sample.
            first: 1 + ((seed as number) % every),
            whens: ['before', 'after'],
            thorough: values.thorough,
            told,
          }),
        }),
    ...(values.only === 'effects'
      ? {}
      : {
          processes: await tortureProcesses({
            folder: join(folder, 'processes'),
            kills,
            seed: seed as number,
            patients,
            told,
          }),
        }),
  };
  console.log(JSON.stringify(report, null, 2));
  const isWell = Object.values(report).every(({ wrong }) => wrong.length === 0);
  if (isWell && !values.keep) await rm(folder, { recursive: true, force: true });
  return isWell ? 0 : 1;
}
