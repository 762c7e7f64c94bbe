/** What `twinseal start` does: founds a town where there is none, starts everything, brings in the patients that are not in yet, and stays until it is stopped. */

import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ModuleName } from '@twinseal/twin';
import { colours as pc } from '../colours.js';
import { type PatientInput, readInput } from '../demo/input.js';
import type { Progress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import { foundTown } from './found-town.js';
import { extractHere } from './founding.js';
import { GatewayClient } from './gateway-client.js';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.js';
import {
  type Assignment,
  assign,
  digestOf,
  type LoadedPatient,
  loadedBefore,
  loadPatient,
  rememberLoaded,
} from './load-patients.js';
import { type RunningTown, runTown } from './run-town.js';
import { Town } from './town.js';

const HOSPITALS = [
  { id: 'north-hospital', title: 'North Hospital' },
  { id: 'harbour-clinic', title: 'Harbour Clinic' },
  { id: 'south-hospital', title: 'South Hospital' },
];
const SHIPPED_TOWN = fileURLToPath(new URL('../../../../data/synthea-town', import.meta.url));
const SHIPPED_PATIENTS = 7;
/** How long to wait at the start until everything under way is done, in ms; it goes on by itself anyway. */
const SETTLE_MS = 120_000;
/** A gateway that ends by itself is started again: at once the first time, then ever later, until it has run for a while. */
const RESTART_WAITS_MS = [0, 1_000, 2_000, 5_000, 10_000];
const RAN_WELL_MS = 20_000;
/** How often bringing a patient in is tried again while a gateway or the chain is away, and how long is waited in between. */
const LOAD_TRIES = 60;
const LOAD_WAIT_MS = 2_000;
/** A gateway whose parent was killed a moment ago finishes what it does before it gives its folder back. */
const START_TRIES = 10;

export interface StartOptions {
  readonly dataDir: string;
  readonly input?: string;
  readonly patients?: number;
  readonly module: ModuleName;
  readonly port: number;
  readonly stopped: Promise<void>;
  readonly out: NodeJS.WritableStream;
  readonly progress: Progress;
}

/** @throws UsageError, HealthError, StoreError, ChainError: a new town is founded only when the input was read and found good */
export async function runStart(options: StartOptions): Promise<void> {
  const { progress, out, stopped } = options;
  let isStopped = false;
  void stopped.then(() => {
    isStopped = true;
  });
  const collect = () =>
    progress.stage('collect', 'Reading and checking the input', async () => {
      const value = await readAll(options);
      return { value, done: `Read ${value.length} patients' records, all valid FHIR R4` };
    });
  const town = new Town(options.dataDir);
  // Before anything is founded. What is founded already comes up first: its patients are in, and whoever needs it does not wait for the reading of fifty records.
  let inputs = town.isFounded ? undefined : await collect();
  if (!town.isFounded) {
    await progress.stage('found', 'Founding a consortium of three hospitals', async () => {
      await foundTown(town.root, { hospitals: HOSPITALS, basePort: options.port });
      return { value: undefined, done: 'Founded a consortium: chain, contracts, authority, keys' };
    });
  }
  const running = await progress.stage('start', 'Starting chain and authority', async () => {
    const value = await runTown(town);
    return {
      value,
      done: `Chain and authority run (ports ${value.manifest.chainPort}, ${value.manifest.authorityPort})`,
    };
  });
  const gateways = new Gateways(running, out);
  try {
    await progress.stage('gateways', 'Starting the gateways', async () => {
      await gateways.startAll();
      return {
        value: undefined,
        done: `${running.manifest.hospitals.length} gateways run, each a process of its own`,
      };
    });
    inputs ??= await collect();
    const loaded = await loadAll(running, gateways, inputs, options.module, progress, () => isStopped);
    if (!isStopped) {
      await progress.stage('settle', 'Anchoring, delivering, verifying', async () => {
        const open = await settle(gateways, () => isStopped);
        return {
          value: undefined,
          done:
            open === 0
              ? 'Everything is anchored, delivered and verified'
              : `${open} things are still under way; the gateways go on`,
        };
      });
      out.write(await summary(running, gateways, loaded));
    }
    await stopped;
    out.write('\nStopping …\n');
  } finally {
    await gateways.stopAll();
    await running.stop();
  }
  out.write(`Stopped. Everything is kept in ${town.root}; start again to go on from there.\n`);
}

async function readAll(options: StartOptions): Promise<PatientInput[]> {
  if (options.input !== undefined) {
    return readInput({
      input: options.input,
      patients: options.patients ?? (await countBundles(options.input)),
    });
  }
  const wanted = options.patients ?? SHIPPED_PATIENTS + 1;
  const first = await readInput({ patients: 1 });
  const more = wanted > 1 ? await readInput({ input: SHIPPED_TOWN, patients: wanted - 1 }) : [];
  return [...first, ...more];
}

/** How many FHIR bundles a folder holds. @throws UsageError where it cannot be read */
async function countBundles(folder: string): Promise<number> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new UsageError(`--input: ${folder} is no folder that can be read.`, { cause });
  });
  return Math.max(1, names.filter((name) => /\.json(\.gz)?$/i.test(name)).length);
}

/** The gateways of a town as processes; one that ends by itself is started again. */
class Gateways {
  readonly processes = new Map<string, GatewayProcess>();
  readonly clients = new Map<string, GatewayClient>();
  restarts = 0;
  readonly #quick = new Map<string, number>();
  readonly #restarting = new Map<string, Promise<void>>();
  #stopping = false;

  constructor(
    readonly running: RunningTown,
    readonly out: NodeJS.WritableStream,
  ) {}

  async startAll(): Promise<void> {
    await Promise.all(this.running.manifest.hospitals.map(({ id }) => this.#start(id)));
  }

  async stopAll(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.processes.values()].map((each) => each.stop()));
    await Promise.all(this.#restarting.values());
  }

  async #start(id: string): Promise<void> {
    const { town } = this.running;
    const started = await this.#startPatiently(id);
    if (started === undefined) return;
    const begunMs = performance.now();
    this.processes.set(id, started);
    this.clients.set(id, await GatewayClient.open(town.hospital(id), started.url));
    void started.ended.then(({ code, signal }) => {
      if (this.#stopping) return;
      this.out.write(
        `\n${pc.yellow(`The gateway of ${id} ended (${signal ?? `exit ${code}`}) and is started again; its log is ${town.logFile(id)}.`)}\n`,
      );
      this.restarts++;
      const before = performance.now() - begunMs > RAN_WELL_MS ? 0 : (this.#quick.get(id) ?? 0);
      this.#quick.set(id, before + 1);
      this.#restarting.set(id, this.#restart(id, before));
    });
  }

  async #restart(id: string, quick: number): Promise<void> {
    for (let tries = quick; !this.#stopping; tries++) {
      await pause(RESTART_WAITS_MS[Math.min(tries, RESTART_WAITS_MS.length - 1)] as number);
      if (this.#stopping) return;
      try {
        return await this.#start(id);
      } catch (error) {
        this.out.write(`${pc.red((error as Error).message)}\n`);
      }
    }
  }

  /** @returns undefined where it was stopped meanwhile */
  async #startPatiently(id: string): Promise<GatewayProcess | undefined> {
    const { town } = this.running;
    for (let tries = 1; ; tries++) {
      try {
        const started = await startGatewayProcess({
          id,
          config: town.gatewayConfig(id),
          logFile: town.logFile(id),
          // A town that was founded before gateways were told says it here.
          env: { TWINSEAL_PATIENT_PAGE_AUTHORITY_URL: this.running.authorityUrl },
        });
        if (!this.#stopping) return started;
        await started.stop();
        return undefined;
      } catch (error) {
        if (this.#stopping) return undefined;
        const isPassing =
          /is in use by process|is taken|listens on|does not answer|No Ethereum node|did not take the call/.test(
            (error as Error).message,
          );
        if (!isPassing || tries === START_TRIES) throw error;
        await pause(LOAD_WAIT_MS);
      }
    }
  }
}

async function loadAll(
  running: RunningTown,
  gateways: Gateways,
  inputs: readonly PatientInput[],
  module: ModuleName,
  progress: Progress,
  isStopped: () => boolean,
): Promise<LoadedPatient[]> {
  const before = await loadedBefore(running.town);
  const known = new Set(before.map(({ digest }) => digest));
  const assignments = assign(
    inputs,
    running.manifest.hospitals.map(({ id }) => id),
  );
  const fresh = inputs.flatMap((input, index) =>
    known.has(digestOf(input)) ? [] : [{ input, assignment: assignments[index] as Assignment }],
  );
  const loaded = [...before];
  if (before.length > 0)
    gateways.out.write(`${pc.dim(`${before.length} patients are in already, from an earlier start`)}\n`);
  const world = { reader: running.reader, params: running.params, extract: extractHere(running.service) };
  for (const [index, { input, assignment }] of fresh.entries()) {
    if (isStopped()) break;
    await progress.stage('load', `Bringing in patient ${index + 1} of ${fresh.length}`, async () => {
      const patient = await patiently(isStopped, () =>
        loadPatient(running.town, world, gateways.clients, input, assignment, module),
      );
      if (patient === undefined) return { value: undefined, done: 'Stopped before the next patient' };
      loaded.push(patient);
      await rememberLoaded(running.town, loaded);
      const { resources, stored, duplicates, refused, contributors } = patient;
      return {
        value: undefined,
        done: `Patient ${index + 1} of ${fresh.length}: ${resources} resources at ${contributors.length} hospitals = ${stored} stored + ${duplicates} duplicate + ${refused} refused`,
      };
    });
  }
  return loaded;
}

/**
 * Does what is safe to repeat, again while a gateway or the chain is away.
 *
 * @returns undefined where it was stopped meanwhile
 */
async function patiently<T>(isStopped: () => boolean, work: () => Promise<T>): Promise<T | undefined> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (isStopped()) return undefined;
      if (!isPassing(error) || tries === LOAD_TRIES) throw error;
      await pause(LOAD_WAIT_MS);
    }
  }
}

/** Whether trying again may help: somebody does not answer, or cannot now. */
function isPassing(error: unknown): boolean {
  const { name, code, status, message } = error as {
    name?: string;
    code?: string;
    status?: number;
    message?: string;
  };
  if (name === 'ChainError' || name === 'AuthorityError') return true;
  return (
    name === 'PeerError' ||
    (status ?? 0) >= 500 ||
    // A chain that forgot its newest blocks knows neither patient nor nonce until they are brought back.
    ['not-the-patient', 'twin-unknown', 'refused', 'lane-behind'].includes(code ?? '') ||
    /does not answer|fetch failed|HTTP request failed/.test(message ?? '')
  );
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until no gateway has anything under way. @returns how many things still are */
async function settle(gateways: Gateways, isStopped: () => boolean): Promise<number> {
  const until = performance.now() + SETTLE_MS;
  for (;;) {
    const statuses = await Promise.all(
      [...gateways.clients.values()].map((client) => client.status().catch(() => undefined)),
    );
    const open = statuses.reduce(
      (sum, status) =>
        sum +
        (status === undefined
          ? 1
          : Object.values(status.waiting).reduce((all, count) => all + count, 0) +
            status.twins.filter(({ state }) => state !== 'verified').length),
      0,
    );
    if (open === 0 || isStopped() || performance.now() > until) return open;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Where a patient's own page is, and how to come in. */
function patientsPage({ town, manifest }: RunningTown, loaded: readonly LoadedPatient[]): string[] {
  const [first] = loaded;
  const hospital = manifest.hospitals.find(({ id }) => id === first?.custodian) ?? manifest.hospitals[0];
  if (hospital === undefined) return [];
  // By this name and not by its number: browsers keep passkeys for names only.
  const lines = [`  ${pc.bold("The patient's page".padEnd(16))} http://localhost:${hospital.port}/me/`];
  if (first !== undefined)
    lines.push(
      pc.dim(
        `  To come in as the first patient: twinseal patient key-file --folder ${town.patient(first.folder)} --consortium ${town.root} --out me.age`,
      ),
    );
  return [...lines, ''];
}

async function summary(
  running: RunningTown,
  gateways: Gateways,
  loaded: readonly LoadedPatient[],
): Promise<string> {
  const sum = (of: (patient: LoadedPatient) => number) =>
    loaded.reduce((all, patient) => all + of(patient), 0);
  const lines = [
    '',
    `${loaded.length} patients, ${sum(({ resources }) => resources)} resources = ${sum(({ stored }) => stored)} stored + ${sum(({ duplicates }) => duplicates)} duplicate + ${sum(({ refused }) => refused)} refused`,
    '',
  ];
  for (const { id, title } of running.manifest.hospitals) {
    const client = gateways.clients.get(id) as GatewayClient;
    const status = await client.status().catch(() => undefined);
    if (status === undefined) {
      // It died this moment, and is being started again.
      lines.push(`  ${pc.bold(title.padEnd(16))} does not answer now`, `  ${''.padEnd(16)} ${client.page}`);
      continue;
    }
    const { totals, twins } = status;
    const verified = twins.filter(({ state }) => state === 'verified').length;
    lines.push(
      `  ${pc.bold(title.padEnd(16))} ${totals.twins} twins (${verified} verified), ${totals.instances} instances of ${totals.lanes} lanes`,
      `  ${''.padEnd(16)} ${client.page}`,
    );
  }
  lines.push(
    '',
    pc.dim(
      'Open the addresses in a browser. Each gateway is a process with keys, database and sealed objects of its own; they believe each other nothing.',
    ),
    pc.dim('Not a medical device. The cryptography has had no external review.'),
    '',
    ...patientsPage(running, loaded),
    `Everything is kept in ${running.town.root}.  ${pc.bold('Ctrl-C')} stops it; the next start goes on from there.`,
    '',
  );
  return lines.join('\n');
}
