/**
 * Torture by killing: a town of three gateways, as a user runs it, is killed piece by piece while patients come and records grow; gateways, the chain's node, the parent of them all, by SIGKILL
 * mostly. When the kills are done the town is left alone, and must be what it would have been had nobody touched it.
 */

import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { foundTown } from '../consortium/found-town.js';
import { GatewayClient } from '../consortium/gateway-client.js';
import { digestOf, loadedBefore } from '../consortium/load-patients.js';
import { PatientHome } from '../consortium/patient-home.js';
import { Town } from '../consortium/town.js';
import { type PatientInput, readInput } from '../demo/input.js';
import { checkTown } from '../fsck/check-gateway.js';
import { readNamed } from '../twin-files/wearable-folder.js';
import { portsOfProcess } from './ports.js';
import type { ProcessRef } from './process-tree.js';
import { type Chance, chance } from './random.js';
import {
  differences,
  firstSteps,
  isLoaded,
  logOf,
  measuredAt,
  type Outcome,
  outcomeOf,
  roundOf,
  type Step,
} from './story.js';
import { TownUnderTest } from './town-under-test.js';

const SHIPPED = fileURLToPath(new URL('../../../../data/synthea-town', import.meta.url));
const HOSPITALS = ['north-hospital', 'harbour-clinic', 'south-hospital'];
/** How long a town that is left alone may go without coming any nearer to its end, and a step until it succeeds, in ms: a minute is the longest wait between two tries. */
const SETTLE_MS = 600_000;
const STEP_MS = 600_000;
/** How long the killer waits for a town to be whole, in ms. */
const WHOLE_MS = 90_000;
const MAX_BYTES = 64 * 2 ** 20;

export interface ProcessTorture {
  /** A new or empty folder; everything of the runs is kept there. */
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
  readonly patients: number;
  /** False for a short run: the town is held to itself alone, and no undisturbed one is run beside it. */
  readonly compare?: boolean;
  readonly told: (line: string) => void;
}

/** What was done, and what was found wrong; all is well where `wrong` is empty. */
export interface ProcessReport {
  readonly seed: number;
  readonly kills: Readonly<Record<'gateway' | 'node' | 'parent' | 'ctrl-c', number>>;
  readonly steps: number;
  readonly wrong: readonly string[];
}

/** Runs the torture. @throws where a run cannot even be started; what the torture shows is in the report */
export async function tortureProcesses(options: ProcessTorture): Promise<ProcessReport> {
  const { folder, told } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const input = join(folder, 'input');
  const inputs = await writeInputs(input, options.patients);
  const base = join(folder, 'base');
  // Keys, twin ids and salts are made once: only then are two runs to be told apart by what happened to them, and by nothing else.
  await foundTown(base, {
    hospitals: HOSPITALS.map((id) => ({ id, title: id })),
    basePort: portsOfProcess(),
  });
  for (const each of inputs) {
    // Making a folder asks nobody anything.
    await PatientHome.open(new Town(base).patient(digestOf(each).slice(0, 16)), undefined as never, {
      create: true,
    });
  }
  told(`founded a town with ${inputs.length} patients to come`);
  const tortured = await run({ ...options, input, inputs, base, name: 'tortured' });
  if (options.compare === false)
    return { seed: options.seed, kills: tortured.kills, steps: tortured.steps, wrong: tortured.wrong };
  const undisturbed = await run({
    ...options,
    kills: 0,
    input,
    inputs,
    base,
    name: 'undisturbed',
    rounds: tortured.rounds,
  });
  const wrong = [
    ...tortured.wrong,
    ...undisturbed.wrong.map((each) => `undisturbed run: ${each}`),
    ...(tortured.outcome === undefined || undisturbed.outcome === undefined
      ? []
      : differences(undisturbed.outcome, tortured.outcome)),
  ];
  return { seed: options.seed, kills: tortured.kills, steps: tortured.steps, wrong };
}

interface Run extends ProcessTorture {
  readonly name: string;
  readonly input: string;
  readonly inputs: readonly PatientInput[];
  readonly base: string;
  /** How many rounds of measurements there are to be; as many as the kills leave time for where left out. */
  readonly rounds?: number;
}

interface RunResult {
  readonly kills: Record<'gateway' | 'node' | 'parent' | 'ctrl-c', number>;
  readonly rounds: number;
  readonly steps: number;
  readonly wrong: string[];
  readonly outcome?: Outcome;
}

async function run(options: Run): Promise<RunResult> {
  const { folder, name, base, input, inputs, told } = options;
  const root = join(folder, name);
  await cp(base, root, { recursive: true });
  const town = new Town(root);
  const ports = (await town.manifest()).hospitals.map(({ port }) => port);
  const start = () =>
    TownUnderTest.start({
      ports,
      dataDir: root,
      input,
      patients: inputs.length,
      logFile: logOf(folder, name),
    });
  const wrong: string[] = [];
  const kills = { gateway: 0, node: 0, parent: 0, 'ctrl-c': 0 };
  const state = { town: start(), isOver: false };
  const leftBehind = (left: readonly ProcessRef[]) =>
    wrong.push(...left.map(({ pid, command }) => `left behind: ${pid} ${command.slice(0, 80)}`));
  try {
    const killing = killAll(options, kills, state, start, leftBehind);
    const { steps, rounds } = await tellStory(options, town, state, killing);
    await killing;
    told(`${name}: ${steps} steps done, waiting until nothing is under way`);
    const outcome = await untilSettled(town, state, start);
    wrong.push(...(await lostOrDoubled(town, inputs, rounds)));
    if (outcome.open > 0) wrong.push(`${outcome.open} things never came to an end`);
    state.isOver = true;
    leftBehind(await state.town.end('SIGTERM'));
    const report = await checkTown(town);
    wrong.push(...report.faults.map(({ code, where, detail }) => `fsck: ${code} ${where}: ${detail}`));
    told(
      `${name}: fsck looked at ${report.checked.instances} instances, ${report.checked.objects} objects, ${report.checked.receipts} receipts: ${report.faults.length} faults, ${report.notices.length} notices`,
    );
    return { kills, rounds, steps, wrong, outcome: outcome.outcome };
  } finally {
    state.isOver = true;
    await state.town.end('SIGKILL');
  }
}

/** Kills one part after the other, at times that chance chooses. */
async function killAll(
  options: Run,
  kills: RunResult['kills'],
  state: { town: TownUnderTest; isOver: boolean },
  start: () => TownUnderTest,
  leftBehind: (left: readonly ProcessRef[]) => void,
): Promise<void> {
  const dice = chance(options.seed);
  for (let done = 0; done < options.kills && !state.isOver; ) {
    // Where every kill hit a start, nothing would ever happen that could be interrupted.
    if (dice.next() < 0.6) await untilWhole(state.town);
    await pause(waitOf(dice));
    if (state.town.isOver) {
      // Killed by nobody: it gave up. Its log says why; it is started again as a user would.
      leftBehind(await state.town.end('SIGKILL'));
      state.town = start();
      continue;
    }
    const whom = dice.below(20);
    if (whom >= 17) {
      const how = whom === 19 ? 'SIGINT' : 'SIGKILL';
      leftBehind(await state.town.end(how));
      kills[how === 'SIGINT' ? 'ctrl-c' : 'parent']++;
      state.town = start();
    } else {
      const { gateways, node } = await state.town.victims();
      const victim = whom >= 13 ? node : gateways.length === 0 ? undefined : dice.pick(gateways);
      if (victim === undefined) continue;
      try {
        process.kill(victim.pid, 'SIGKILL');
      } catch {
        continue;
      }
      kills[whom >= 13 ? 'node' : 'gateway']++;
    }
    done++;
    if (done % 10 === 0) options.told(`${options.name}: ${done} of ${options.kills} killed`);
  }
}

/** Waits until all gateways answer, but not for ever. */
async function untilWhole(town: TownUnderTest): Promise<void> {
  const until = performance.now() + WHOLE_MS;
  while (performance.now() < until && !town.isOver) {
    if (await town.isWhole()) return;
    await pause(200);
  }
}

/** Mostly while things happen, sometimes in the middle of a start, now and then after a while of peace. */
function waitOf(dice: Chance): number {
  const draw = dice.next();
  if (draw < 0.3) return 100 + dice.below(1_500);
  if (draw < 0.8) return 1_000 + dice.below(5_000);
  return 5_000 + dice.below(12_000);
}

async function tellStory(
  options: Run,
  town: Town,
  state: { town: TownUnderTest; isOver: boolean },
  killing: Promise<void>,
): Promise<{ readonly steps: number; readonly rounds: number }> {
  const { inputs, told, name } = options;
  let steps = 0;
  const tell = async (step: Step) => {
    const begun = performance.now();
    for (;;) {
      try {
        await step.run();
        steps++;
        return;
      } catch (error) {
        // While parts are killed nothing has to succeed; left alone, everything has to.
        if (killed && performance.now() > Math.max(begun, killedAt) + STEP_MS)
          throw new Error(`${name}: "${step.name}" never succeeded`, { cause: error });
        await pause(500);
      }
    }
  };
  let killed = false;
  let killedAt = 0;
  void killing.finally(() => {
    killed = true;
    killedAt = performance.now();
  });
  let loaded = -1;
  let loadedAt = 0;
  while (!(await isLoaded(town, inputs))) {
    const { length } = await loadedBefore(town);
    if (length !== loaded) loadedAt = performance.now();
    loaded = length;
    if (killed && performance.now() > Math.max(killedAt, loadedAt) + SETTLE_MS)
      throw new Error(`${name}: the patients never came in`);
    if (killed && state.town.isOver) throw new Error(`${name}: the town gave up: see its log`);
    await pause(500);
  }
  told(`${name}: all patients are in`);
  for (const step of firstSteps(town, inputs, HOSPITALS)) await tell(step);
  let rounds = 0;
  while (options.rounds === undefined ? !killed : rounds < options.rounds) {
    for (const step of roundOf(town, inputs, HOSPITALS, rounds + 2)) await tell(step);
    rounds++;
    // A kill needs something to interrupt, and a record that grows without end tells nothing more.
    if (options.rounds === undefined) await pause(4_000);
  }
  return { steps, rounds };
}

/** What can be told without another run: every measurement of the story is one line at the custodian, neither lost nor doubled, and every account adds up. */
async function lostOrDoubled(town: Town, inputs: readonly PatientInput[], rounds: number): Promise<string[]> {
  const wrong: string[] = [];
  const { hospitals } = await town.manifest();
  for (const { digest, custodian, twinId, resources, stored, duplicates, refused } of await loadedBefore(
    town,
  )) {
    const input = inputs.find((each) => digestOf(each) === digest);
    if (resources !== stored + duplicates + refused) wrong.push(`the account of ${twinId} does not add up`);
    const port = hospitals.find(({ id }) => id === custodian)?.port;
    const client = await GatewayClient.open(town.hospital(custodian), `http://127.0.0.1:${port}`);
    const times = (await client.timeline(twinId)).map(({ time }) => time);
    for (let number = 0; input !== undefined && number < rounds + 2; number++) {
      const count = times.filter((time) => Date.parse(time) === measuredAt(number)).length;
      if (count !== 1) wrong.push(`measurement ${number} of ${twinId} is there ${count} times`);
    }
  }
  return wrong;
}

/** Waits until nothing is under way, twice in a row: an event of the chain may bring new work. */
async function untilSettled(
  town: Town,
  state: { town: TownUnderTest },
  start: () => TownUnderTest,
): Promise<{ readonly open: number; readonly outcome: Outcome }> {
  let until = performance.now() + SETTLE_MS;
  let calm = 0;
  let last: { open: number; outcome: Outcome } = { open: 1, outcome: {} };
  while (performance.now() < until) {
    if (state.town.isOver) state.town = start();
    try {
      const now = await outcomeOf(town);
      const isSame = JSON.stringify(now.outcome) === JSON.stringify(last.outcome);
      calm = now.open === 0 && isSame ? calm + 1 : 0;
      // A loaded machine is slow, and no fault: what gets on gets more time.
      if (now.open !== last.open || !isSame) until = performance.now() + SETTLE_MS;
      last = now;
      if (calm === 2) return last;
    } catch {
      calm = 0;
    }
    await pause(1_500);
  }
  return { ...last, open: Math.max(1, last.open) };
}

/** The smallest of the shipped patients, as plain JSON in a folder of their own. */
async function writeInputs(folder: string, patients: number): Promise<PatientInput[]> {
  await mkdir(folder, { recursive: true });
  const files = [];
  for (const name of (await readdir(SHIPPED)).filter((each) => each.endsWith('.json.gz'))) {
    files.push({ name, bytes: (await readNamed(join(SHIPPED, name), MAX_BYTES)).bytes });
  }
  files.sort((a, b) => a.bytes.length - b.bytes.length);
  for (const { name, bytes } of files.slice(0, patients)) {
    await writeFile(join(folder, name.replace(/\.gz$/, '')), bytes);
  }
  return readInput({ input: folder, patients });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
