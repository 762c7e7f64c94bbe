/**
 * `npm run bench:hospitals`: three hospitals with eight and with fifty patients, as `twinseal start` brings them in, stage by stage; and with gateways of their own: anchoring,
 * catching up after an outage, and how long a grant takes to open and a revocation to close. Everything through the command and HTTP, as a hospital has it.
 *
 *     node packages/bench/dist/hospitals.js [--input FOLDER] [--patients 50] [--only few,fewOfMany,many,gateways,anchor] [--lanes 8,100]
 */

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, start, type Usage, Watch } from './hospitals-processes.js';
import { isSettled, MeasuredTown, readJson, seen } from './hospitals-town.js';
import { describeRun } from './machine.js';

const RESULT = join(ROOT, 'bench', 'results', 'hospitals.json');
const FEW = 8;
/** An hour of a small hospital's events for the patients whom another may read: one new instance a minute. */
const MISSED_EVENTS = 60;
const MISSED_TWINS = 3;
const ANCHORED_ONE_BY_ONE = 20;
const LATENCY_RUNS = 5;
const PORT = 18_900;

const { values: options } = parseArgs({
  options: {
    input: { type: 'string', default: join(ROOT, '..', 'shared', 'data', 'synthea') },
    patients: { type: 'string', default: '50' },
    only: { type: 'string' },
    lanes: { type: 'string', default: '8,100' },
  },
});

interface StartRun {
  readonly patients: number;
  readonly input: string;
  readonly resources: number;
  readonly secondsByStage: Readonly<Record<string, number>>;
  /** From the first patient's begin until everything was anchored, delivered and verified. */
  readonly patientsPerMinute: number;
  readonly secondsEndToEnd: number;
  readonly cpuSecondsEndToEnd: number;
  readonly secondsOfFirstAndLastTen?: readonly [number, number];
  readonly coldStartSeconds: number;
  readonly coldStartCpuSeconds: number;
  readonly warmStartSeconds: number;
  readonly warmStartCpuSeconds: number;
  readonly processes: readonly Usage[];
  readonly peakTogetherMiB: number;
  readonly loadAverageAfter: number;
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));
const median = (values: readonly number[]) =>
  round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number, 3);

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'twinseal-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `twinseal start` in a new folder until it is settled; then once more, for the warm start. */
function startRun(patients: number, input: string | undefined): Promise<StartRun> {
  return inFolder(async (folder) => {
    const args = [
      'start',
      '--data-dir',
      join(folder, 'town'),
      '--patients',
      String(patients),
      '--port',
      String(PORT),
    ];
    if (input !== undefined) args.push('--input', input);
    const begun = performance.now();
    const town = start(...args);
    const watch = new Watch(town.pid);
    const at = async (pattern: RegExp, timeoutS?: number) => (await town.until(pattern, timeoutS)).atMs;
    const stages: [string, number][] = [
      ['collect', await at(/Read \d+ patients' records/)],
      ['found', await at(/Founded a consortium/)],
      ['start', await at(/Chain and authority run/)],
      ['gateways', await at(/\d+ gateways run/)],
    ];
    const coldCpu = watch.cpuSeconds;
    const loaded = [stages.at(-1)?.[1] as number];
    for (let n = 1; n <= patients; n++) loaded.push(await at(new RegExp(`Patient ${n} of ${patients}:`)));
    stages.push(['load', loaded.at(-1) as number]);
    stages.push([
      'settle',
      await at(/Everything is anchored, delivered and verified|things are still under way/, 1200),
    ]);
    const total = (
      await town.until(/^\d+ patients, (\d+) resources = (\d+) stored \+ (\d+) duplicate \+ (\d+) refused/)
    ).found;
    const { processes, togetherMiB } = await watch.end();
    await town.stop();
    const again = performance.now();
    const warm = start(...args);
    const warmWatch = new Watch(warm.pid);
    const warmMs = (await warm.until(/\d+ gateways run/)).atMs - again;
    const warmCpu = warmWatch.cpuSeconds;
    await warmWatch.end();
    await warm.stop();

    const ends = stages.map(([, ms]) => ms);
    const secondsByStage = Object.fromEntries(
      stages.map(([name, ms], index) => [
        name,
        round((ms - (index === 0 ? begun : (ends[index - 1] as number))) / 1000),
      ]),
    );
    const settled = ends.at(-1) as number;
    const each = loaded.slice(1).map((ms, index) => (ms - (loaded[index] as number)) / 1000);
    const mean = (list: readonly number[]) => round(list.reduce((sum, s) => sum + s, 0) / list.length);
    return {
      patients,
      input: input === undefined ? 'shipped' : 'Synthea, from a folder',
      resources: Number(total[1]),
      secondsByStage,
      patientsPerMinute: round(patients / ((settled - (loaded[0] as number)) / 60_000), 1),
      secondsEndToEnd: round((settled - begun) / 1000, 1),
      cpuSecondsEndToEnd: round(
        processes.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
        1,
      ),
      ...(patients < 20
        ? {}
        : { secondsOfFirstAndLastTen: [mean(each.slice(0, 10)), mean(each.slice(-10))] as const }),
      coldStartSeconds: round(((stages[3]?.[1] as number) - begun) / 1000),
      coldStartCpuSeconds: round(coldCpu, 1),
      warmStartSeconds: round(warmMs / 1000),
      warmStartCpuSeconds: round(warmCpu, 1),
      processes,
      peakTogetherMiB: togetherMiB,
      loadAverageAfter: round(loadavg()[0] as number, 1),
    };
  });
}

/** What one gateway after the other does. */
function gatewaysRun() {
  return inFolder(async (folder) => {
    const town = await MeasuredTown.open(folder, PORT + 100);
    try {
      const names = Array.from({ length: MISSED_TWINS }, (_, n) => `patient-${n}`);
      const twins: string[] = [];
      for (const name of names) twins.push(await town.register(name));
      const first = twins[0] as string;
      const own = (twinId: string) => (status: Awaited<ReturnType<typeof town.status>>) =>
        status.twins.find((twin) => twin.twinId === twinId)?.unanchored === 0;
      let n = 0;
      const counts = new Map(twins.map((twinId) => [twinId, 0]));
      const add = async (twinId: string) => {
        await town.addPrescription('north', twinId, n++);
        counts.set(twinId, (counts.get(twinId) as number) + 1);
      };

      const direct: number[] = [];
      for (let each = 0; each < ANCHORED_ONE_BY_ONE; each++) {
        const begun = performance.now();
        await add(first);
        direct.push(((await town.until('north', own(first))) - begun) / 1000);
      }
      for (const twinId of twins.slice(1)) await add(twinId);

      const granted: number[] = [];
      const closed: number[] = [];
      for (let each = 0; each < LATENCY_RUNS; each++) {
        const openBefore = (await town.status('south')).events.filter(
          ({ what }) => what === 'grant relayed',
        ).length;
        const done = town.patient('patient-0', 'grant', '--to', 'south', '--modules', 'medications');
        const relayed = await town.until(
          'south',
          ({ events }) => events.filter(({ what }) => what === 'grant relayed').length > openBefore,
        );
        granted.push(
          ((await town.until(
            'south',
            (status) => isSettled(status) && seen(status, first, 'north') === counts.get(first),
          )) -
            relayed) /
            1000,
        );
        await done;
        const before = (await town.status('north')).events.filter(
          ({ what }) => what === 'revocation relayed',
        ).length;
        const revoked = town.patient('patient-0', 'revoke', '--from', 'south');
        const at = await town.until(
          'north',
          ({ events }) => events.filter(({ what }) => what === 'revocation relayed').length > before,
        );
        await add(first);
        await town.until('north', own(first));
        await town.until('south', (status) => seen(status, first, 'north') === 0 && isSettled(status));
        closed.push((performance.now() - at) / 1000);
        await revoked;
      }

      for (const name of names)
        await town.patient(name, 'grant', '--to', 'south', '--modules', 'medications');
      const upToDate = (status: Awaited<ReturnType<typeof town.status>>) =>
        isSettled(status) && twins.every((twinId) => seen(status, twinId, 'north') === counts.get(twinId));
      await town.until('south', upToDate);
      await town.stopGateway('south');
      for (let each = 0; each < MISSED_EVENTS; each++) await add(twins[each % twins.length] as string);
      await town.until('north', isSettled);
      const begun = performance.now();
      const ready = await town.startGateway('south');
      const caughtUp = ((await town.until('south', upToDate)) - begun) / 1000;
      return {
        anchorDirect: {
          instances: direct.length,
          medianSeconds: median(direct),
          note: 'from handing in a bundle of two resources until its instance is on the chain: checked, sorted, sealed, stored, capsules delivered, anchored; a block for each transaction',
        },
        catchUp: {
          events: MISSED_EVENTS,
          standFor: `one new instance a minute for an hour, of ${MISSED_TWINS} patients whose medications the stopped hospital may read`,
          readySeconds: round(ready),
          secondsUntilVerified: round(caughtUp),
        },
        grantToOpened: {
          runs: LATENCY_RUNS,
          medianSeconds: median(granted),
          worstSeconds: round(Math.max(...granted), 3),
          note: 'from the grant in its block until the grantee has asked, fetched, verified and opened all history',
        },
        revokeToUseless: {
          runs: LATENCY_RUNS,
          medianSeconds: median(closed),
          worstSeconds: round(Math.max(...closed), 3),
          note: 'from the revocation in its block until the next instance is sealed under a new secret and on the chain, and the former reader sees the lane closed; the contract refuses an instance under the old secret from that block on',
        },
      };
    } finally {
      await town.close();
    }
  });
}

/** One instance for each of many lanes, anchored one by one, and in batches, in the same run. */
async function anchorings() {
  const sizes = String(options.lanes).split(',').map(Number);
  const runs: Record<string, unknown> = {};
  for (const [index, lanes] of sizes.entries()) {
    runs[String(lanes)] = await inFolder(async (folder) => {
      const town = await MeasuredTown.open(folder, PORT + 200 + 20 * index);
      try {
        return await anchorRun(town, lanes);
      } finally {
        await town.close();
      }
    });
  }
  return {
    note: 'seconds and gas an instance: one bundle of two resources for each lane, handed in one after the other, until all of them are on the chain; the bundles are checked, sorted, sealed and delivered in that time. A batch is due when the last one is in',
    lanes: runs,
  };
}

async function anchorRun(town: MeasuredTown, lanes: number) {
  const twins: string[] = [];
  for (let n = 0; n < lanes; n++) twins.push(await town.register(`patient-${n}`));
  let n = 0;
  const measure = async () => {
    const from = await town.newestBlock();
    const begun = performance.now();
    for (const twinId of twins) await town.addPrescription('north', twinId, n++);
    const handedIn = (performance.now() - begun) / 1000;
    const end = await town.until('north', ({ totals }) => totals.unanchored === 0);
    const { gas, transactions } = await town.gasOfAnchors('north', from + 1);
    return {
      secondsAnInstance: round((end - begun) / 1000 / lanes, 3),
      secondsAnInstanceAfterTheLastWasHandedIn: round(((end - begun) / 1000 - handedIn) / lanes, 3),
      gasAnInstance: round(gas / lanes, 1),
      transactions,
    };
  };
  const direct = await measure();
  await town.stopGateway('north');
  await town.configure('north', { anchoring: { mode: 'batch', everyS: 86_400, most: lanes } });
  await town.startGateway('north');
  return { direct, batch: await measure() };
}

/** One part of the measurements, each with what it was run on: on a machine that others use they are run one by one, when it is quiet. */
interface Part {
  readonly name: string;
  readonly missing?: string;
  measure(): Promise<unknown>;
}

const many = Number(options.patients);
const missing = existsSync(options.input)
  ? undefined
  : `there is no folder ${options.input}; name one with --input`;
const parts: readonly Part[] = [
  { name: 'few', measure: () => startRun(FEW, undefined) },
  {
    name: 'fewOfMany',
    ...(missing === undefined ? {} : { missing }),
    measure: () => startRun(FEW, options.input),
  },
  {
    name: 'many',
    ...(missing === undefined ? {} : { missing }),
    measure: () => startRun(many, options.input),
  },
  { name: 'gateways', measure: gatewaysRun },
  { name: 'anchor', measure: anchorings },
];
const wanted = options.only?.split(',') ?? parts.map(({ name }) => name);
await mkdir(join(ROOT, 'bench', 'results'), { recursive: true });
for (const { name, missing: why, measure } of parts.filter((part) => wanted.includes(part.name))) {
  if (why !== undefined) {
    console.error(`skipped: ${name}, for ${why}`);
    continue;
  }
  const load = round(loadavg()[0] as number, 1);
  const measured = { ...describeRun(), loadAverageBefore: load, ...((await measure()) as object) };
  const results = existsSync(RESULT) ? await readJson<Record<string, unknown>>(RESULT) : {};
  await writeFile(RESULT, `${JSON.stringify({ ...results, [name]: measured }, null, 2)}\n`);
  console.log(JSON.stringify({ [name]: measured }, null, 2));
}
