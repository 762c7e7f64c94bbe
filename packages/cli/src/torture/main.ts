/** `npm run torture`: what a town must survive, in its long form. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type EffectReport, tortureEffects } from './effects.js';
import { tortureProcesses } from './processes.js';

const USAGE = `npm run torture -- [--only effects|processes] [--every 1 | --shard i/n] [--thorough] [--kills 200] [--seed N] [--patients 2] [--keep]

effects     two gateways live through a patient's story in one process; for every n (every k-th with --every k) the n-th effect fails, then all is opened again from disk
processes   a town of three gateways, as "twinseal start" runs it, is killed piece by piece while patients come in
Both compare what is left with an undisturbed run, and run fsck.

--shard i/n the i-th of n parts of the effects, i from 1: every n-th of them from the i-th on. What n parts report adds up: "asked" to all effects, "failed" by kind
--thorough  every effect fails in both ways: not done, and done but reported as failed (by default in turns)
--keep      leaves the folder of the runs in place; where something is wrong it is left in any case
Exit codes: 0 nothing was lost, doubled or half-written; 1 something was; 2 an option is wrong.`;

interface Report {
  readonly shard?: string;
  readonly effects?: EffectReport;
  readonly processes?: Awaited<ReturnType<typeof tortureProcesses>>;
}

/** @returns the exit code */
export async function torture(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: 'all' },
      every: { type: 'string', default: '1' },
      shard: { type: 'string' },
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
  const shard = values.shard === undefined ? undefined : shardOf(values.shard);
  const [every, kills, seed, patients] = [
    shard === undefined ? values.every : shard.of,
    values.kills,
    values.seed,
    values.patients,
  ].map(Number);
  const isShard = values.shard === undefined || (shard !== undefined && values.every === '1');
  const isOne = ['all', 'effects', 'processes'].includes(values.only);
  const isCount = (value: number | undefined): value is number =>
    Number.isSafeInteger(value) && Number(value) >= 1;
  if (
    !isShard ||
    !isOne ||
    !isCount(every) ||
    !isCount(kills) ||
    !isCount(patients) ||
    !Number.isSafeInteger(seed)
  ) {
    console.error(USAGE);
    return 2;
  }
  const folder = await mkdtemp(join(tmpdir(), 'twinseal-torture-'));
  const begun = performance.now();
  const told = (line: string) =>
    console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${line}`);
  told(`seed ${seed}; everything is in ${folder}`);
  const report: Report = {
    ...(values.shard === undefined ? {} : { shard: values.shard }),
    ...(values.only === 'processes'
      ? {}
      : {
          effects: await tortureEffects({
            folder: join(folder, 'effects'),
            every,
            // With --every, another seed is another sample.
            first: shard?.number ?? 1 + ((seed as number) % every),
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
  told('done');
  console.log(JSON.stringify(report, null, 2));
  const isWell = [report.effects, report.processes].every((each) => (each?.wrong.length ?? 0) === 0);
  if (isWell && !values.keep) await rm(folder, { recursive: true, force: true });
  return isWell ? 0 : 1;
}

/** Which part of how many, both from 1; undefined for a text that says nothing of the kind. */
function shardOf(text: string): { readonly number: number; readonly of: number } | undefined {
  const [, number, of] = (/^([1-9][0-9]{0,5})\/([1-9][0-9]{0,5})$/.exec(text) ?? []).map(Number);
  return number === undefined || of === undefined || number > of ? undefined : { number, of };
}
