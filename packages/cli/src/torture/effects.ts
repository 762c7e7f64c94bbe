/**
 * Torture by failing effects: two gateways live through a patient's story in this process, and the n-th thing that they do to the world fails: an object stored or read, a statement of the
 * database, a receipt, a call of the chain, an entry of the vault. Then everything is opened again from disk and the story is told once more. For every n what is left must be what an
 * undisturbed run leaves.
 */

import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ChainError } from '@twinseal/chain';
import { createLog, fsck, type Gateway, GatewayService, loadConfig } from '@twinseal/gateway';
import { loadBackend } from '@twinseal/mibsc';
import { decodeCapsule, formatIdentity } from '@twinseal/record';
import { StoreError } from '@twinseal/store';
import { EFFECTS, FaultPlan, type FaultWhen, statementFaults, withFaults } from '@twinseal/store/testing';
import { foundTown } from '../consortium/found-town.js';
import { extractHere } from '../consortium/founding.js';
import { GatewayClient } from '../consortium/gateway-client.js';
import { hospitalAuthorId, PatientHome, type PatientWorld } from '../consortium/patient-home.js';
import { type RunningTown, runTown } from '../consortium/run-town.js';
import type { Town } from '../consortium/town.js';
import { type PatientInput, readInput } from '../demo/input.js';
import { portsOfProcess } from './ports.js';
import { differences, measurementOf, type Outcome, outcomeOf, prescriptionOf } from './story.js';

const SHIPPED = fileURLToPath(new URL('../../../../data/synthea-town', import.meta.url));
/** What of a town a story changes, beside its chain. */
const PARTS = ['hospitals', 'patients'];
const CUSTODIAN = 'north';
const OTHER = 'south';
/** Calls of the chain that change it. */
const CALLS = ['register', 'grant', 'revoke', 'settle', 'anchor', 'request'] as const;
/** How long two gateways that are left alone may go without finishing a single effect, in seconds of their clock: more than the longest wait between two tries. */
const QUIET_S = 240;

export interface EffectTorture {
  /** A new or empty folder. */
  readonly folder: string;
  /** Every how many-th effect fails, from `first` on; 1 for all. */
  readonly every: number;
  readonly first: number;
  /** How they fail: in turns, or each in every way where the torture is `thorough`. */
  readonly whens: readonly FaultWhen[];
  readonly thorough?: boolean;
  readonly told: (line: string) => void;
}

export interface EffectReport {
  /** Effects of the undisturbed run. */
  readonly effects: number;
  /** The same by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** How many were to fail; with several shards of one whole, these add up to the whole. */
  readonly asked: number;
  /** By kind: how often one of them was made to fail. */
  readonly failed: Readonly<Record<string, number>>;
  /** How often a run was over before the effect that was to fail: runs differ by a few, where two things happen at once. */
  readonly notReached: number;
  readonly wrong: readonly string[];
}

/** Runs the torture. @throws where the undisturbed run fails; what the others show is in the report */
export async function tortureEffects(options: EffectTorture): Promise<EffectReport> {
  const { folder, told } = options;
  const town = await foundTown(join(folder, 'town'), {
    hospitals: [CUSTODIAN, OTHER].map((id) => ({ id, title: id })),
    basePort: portsOfProcess(1),
  });
  const running = await runTown(town);
  try {
    const bench = await Bench.open(folder, town, running);
    const chapters = await bench.tellUndisturbed();
    const effects = chapters.reduce((sum, { count }) => sum + count, 0);
    told(
      `${effects} effects in an undisturbed run of ${chapters.length} chapters: ${chapters.map(({ name, count }) => `${count} ${name}`).join(', ')}`,
    );
    const kinds: Record<string, number> = {};
    for (const kind of chapters.flatMap(({ trace }) => trace)) kinds[kind] = (kinds[kind] ?? 0) + 1;
    const failed: Record<string, number> = {};
    const wrong: string[] = [];
    let done = 0;
    let notReached = 0;
    let at = options.first;
    // From the last chapter to the first: going back to an earlier state of the chain forgets the later ones.
    for (const chapter of [...chapters].reverse()) {
      for (; at <= chapter.count; at += options.every) {
        const when = options.whens[done % options.whens.length] as FaultWhen;
        for (const each of options.thorough === true ? options.whens : [when]) {
          const plan = new FaultPlan({ at, when: each, error: errorOf });
          const { fired, found } = await bench.tellWithFault(chapter, plan);
          done++;
          if (fired === undefined) {
            notReached++;
            continue;
          }
          failed[fired] = (failed[fired] ?? 0) + 1;
          const where = `"${chapter.name}", effect ${at} (${fired}, ${each})`;
          wrong.push(...found.map((what) => `${where}: ${what}`));
          if (found.length > 0) told(`${where}: ${found[0]}`);
          if (done % 20 === 0) told(`${done} effects made to fail, ${wrong.length} things wrong`);
        }
      }
      at -= chapter.count;
    }
    return { effects, kinds, asked: done, failed, notReached, wrong };
  } finally {
    await running.stop();
  }
}

/** What went wrong, as the real thing says it. */
function errorOf(effect: string): Error {
  return effect.startsWith('chain.')
    ? new ChainError('unconfirmed', `the plan lets ${effect} fail`)
    : effect.startsWith('database.')
      ? Object.assign(new Error(`the plan lets ${effect} fail`), { code: 'ENOSPC' })
      : new StoreError('storage-full', `the plan lets ${effect} fail`);
}

/** One step of the story, as it is undisturbed. */
interface Chapter {
  readonly name: string;
  readonly index: number;
  /** Effects from the start of the gateways until nothing is under way. */
  readonly count: number;
  /** Their kinds. */
  readonly trace: readonly string[];
  /** What the gateways are when it is over. */
  readonly expected: Outcome;
}

class Bench {
  /** The chain as it was before each chapter. */
  readonly #snapshots: string[] = [];
  /** Seconds that the gateways' clock is ahead: what waits for its next try is given the time, and nobody sits through it. */
  #aheadS = 0;

  private constructor(
    readonly folder: string,
    readonly town: Town,
    readonly running: RunningTown,
    readonly input: PatientInput,
    readonly world: PatientWorld,
    readonly patient: string,
  ) {}

  static async open(folder: string, town: Town, running: RunningTown): Promise<Bench> {
    const files = (await readdir(SHIPPED)).filter((name) => name.endsWith('.json.gz')).length;
    const inputs = await readInput({ input: SHIPPED, patients: files });
    const input = inputs.reduce((a, b) => (a.bytes <= b.bytes ? a : b));
    const world = { reader: running.reader, params: running.params, extract: extractHere(running.service) };
    const bench = new Bench(folder, town, running, input, world, town.patient('one'));
    await PatientHome.open(bench.patient, world, { create: true });
    // Databases and tokens are made once, and copied.
    const services = await bench.#start();
    await stopAll(services);
    return bench;
  }

  /** Tells the whole story once, and keeps what was there before each chapter. */
  async tellUndisturbed(): Promise<readonly Chapter[]> {
    const chapters: Chapter[] = [];
    for (const [index, { name, run }] of this.#steps().entries()) {
      await this.#keep(index);
      const plan = FaultPlan.counting();
      const services = await this.#start(plan);
      try {
        await run();
        await this.#untilQuiet(services);
        const trace = [...plan.trace];
        const count = trace.length;
        const expected = await this.#outcome(services);
        const faults = await this.#fsck(services);
        if (faults.length > 0) throw new Error(`the undisturbed run leaves faults: ${faults.join('; ')}`);
        chapters.push({ name, index, count, trace, expected });
      } finally {
        await stopAll(services);
      }
    }
    return chapters;
  }

  /** @returns which effect was made to fail, and what was wrong in the end */
  async tellWithFault(
    chapter: Chapter,
    plan: FaultPlan,
  ): Promise<{ readonly fired: string | undefined; readonly found: readonly string[] }> {
    const step = this.#steps()[chapter.index] as { run: () => Promise<void> };
    await this.#goBack(chapter.index);
    let services: GatewayService[] = [];
    try {
      services = await this.#start(plan);
      await step.run();
      await this.#untilQuiet(services, plan);
    } catch (error) {
      if (!plan.fired) throw error;
    } finally {
      await stopAll(services);
    }
    if (!plan.fired) return { fired: undefined, found: [] };
    const fired = plan.trace[(plan.options?.at ?? 1) - 1] as string;
    try {
      services = await this.#start();
      await step.run();
      await this.#untilQuiet(services);
      const found = differences(chapter.expected, await this.#outcome(services));
      return { fired, found: [...found, ...(await this.#fsck(services))] };
    } catch (error) {
      return { fired, found: [`it never came to its end: ${(error as Error).message}`] };
    } finally {
      await stopAll(services);
    }
  }

  async #keep(chapter: number): Promise<void> {
    await mkdir(join(this.folder, 'kept', String(chapter)), { recursive: true });
    for (const part of PARTS) await copy(join(this.town.root, part), this.#keptAt(chapter, part));
    this.#snapshots[chapter] = await this.#rpc('evm_snapshot', []);
  }

  /** Folders and chain as they were before a chapter. */
  async #goBack(chapter: number): Promise<void> {
    for (const part of PARTS) {
      await rm(join(this.town.root, part), { recursive: true, force: true });
      await copy(this.#keptAt(chapter, part), join(this.town.root, part));
    }
    // Going back uses a snapshot up.
    await this.#rpc('evm_revert', [this.#snapshots[chapter]]);
    this.#snapshots[chapter] = await this.#rpc('evm_snapshot', []);
    // Its clock went back too: a consent of now would not be in force there for as long as the snapshot is old.
    await this.#rpc('anvil_setTime', [Math.floor(Date.now() / 1000)]);
  }

  #keptAt(chapter: number, part: string): string {
    return join(this.folder, 'kept', String(chapter), part);
  }

  async #start(plan?: FaultPlan): Promise<GatewayService[]> {
    const services: GatewayService[] = [];
    this.#aheadS = 0;
    try {
      for (const id of [CUSTODIAN, OTHER]) {
        services.push(
          await GatewayService.start({
            config: await loadConfig(this.town.gatewayConfig(id), {}),
            env: {},
            log: createLog({ level: 'silent', hospital: id, destination: process.stderr }),
            version: 'torture',
            byHand: true,
            seams: {
              nowS: () => Math.floor(Date.now() / 1000) + this.#aheadS,
              ...(plan === undefined
                ? {}
                : { statements: statementFaults(plan), wrap: (gateway: Gateway) => faulty(gateway, plan) }),
            },
          }),
        );
      }
      return services;
    } catch (error) {
      await stopAll(services);
      throw error;
    }
  }

  /** The story: every step finds what is done already. */
  #steps(): { readonly name: string; readonly run: () => Promise<void> }[] {
    const { input } = this;
    const client = (id: string) => {
      const port = this.running.manifest.hospitals.find((each) => each.id === id)?.port;
      return GatewayClient.open(this.town.hospital(id), `http://127.0.0.1:${port}`);
    };
    const home = () => PatientHome.open(this.patient, this.world);
    const add = (id: string, bundle: object) => async () => {
      const account = await (await client(id)).addRecord(
        (await home()).twinId,
        JSON.stringify(bundle),
        'record',
      );
      if (account.refused > 0 || account.resources !== account.stored + account.duplicates)
        throw new TypeError('the account does not add up');
    };
    return [
      {
        name: 'register',
        run: async () => {
          await (await home()).register(
            { client: await client(CUSTODIAN), authorId: hospitalAuthorId(CUSTODIAN) },
            [CUSTODIAN, OTHER].map(hospitalAuthorId),
          );
        },
      },
      { name: 'collect at the custodian', run: add(CUSTODIAN, prescriptionOf(input)) },
      { name: 'collect elsewhere', run: add(OTHER, measurementOf(input, 0)) },
      {
        name: 'the own lane',
        run: async () => {
          await (await home()).addToOwnLane([new Map([['medications', [ownStatement()]]])]);
        },
      },
      {
        name: 'grant',
        run: async () => {
          const patient = await home();
          const grants = await this.world.reader.grants(`0x${patient.twinId}`, Math.floor(Date.now() / 1000));
          const isGranted = grants.some(
            ({ terms }) => terms.hospital === hospitalAuthorId(OTHER) && terms.operations === 1,
          );
          if (!isGranted)
            await patient.grant(hospitalAuthorId(OTHER), ['medications', 'identity'], { days: 3 });
        },
      },
      { name: 'update', run: add(CUSTODIAN, measurementOf(input, 1)) },
      {
        name: 'revoke',
        run: async () => {
          await (await home()).revokeReading(hospitalAuthorId(OTHER));
        },
      },
      { name: 'update in a new epoch', run: add(CUSTODIAN, measurementOf(input, 2)) },
    ];
  }

  /** What {@link outcomeOf} says, and what the gateways hold of each lane. */
  async #outcome(services: readonly GatewayService[]): Promise<Outcome> {
    const { open, outcome } = await outcomeOf(this.town);
    const held: Record<string, unknown> = {};
    for (const { gateway } of services) {
      const lanes: Record<string, { instances: number; parts: number; capsules: string[] }> = {};
      const laneOf = (row: { twinId: string; authorId: string }) => {
        const key = `${row.twinId}/${row.authorId}`;
        lanes[key] ??= { instances: 0, parts: 0, capsules: [] };
        return lanes[key];
      };
      for (const row of await gateway.ledger.allInstances()) laneOf(row).instances++;
      for (const row of await gateway.ledger.allParts()) laneOf(row).parts++;
      const recipients = new Map<string, Set<string>>();
      for (const row of await gateway.ledger.allCapsules()) {
        const bytes = await gateway.blobs.get(row.address);
        if (bytes === undefined) throw new Error(`a capsule's object is missing at ${gateway.id}`);
        const place = `${row.twinId}/${row.authorId} ${row.scope}/${row.sealingEpoch}`;
        const known = recipients.get(place) ?? new Set<string>();
        for (const each of decodeCapsule(bytes).recipients) known.add(formatIdentity(each));
        recipients.set(place, known);
      }
      // However many capsules it took: who can open which secret is what counts.
      for (const [place, who] of recipients) {
        const [lane, secret] = place.split(' ') as [string, string];
        const [twinId, authorId] = lane.split('/') as [string, string];
        laneOf({ twinId, authorId }).capsules.push(`${secret} for ${[...who].sort().join(', ')}`);
      }
      for (const lane of Object.values(lanes)) lane.capsules.sort();
      held[`${gateway.id} holds`] = lanes;
    }
    return { ...outcome, ...held, open: { count: open } };
  }

  async #fsck(services: readonly GatewayService[]): Promise<string[]> {
    const found: string[] = [];
    const parameters = new Uint8Array(await readFile(this.town.parametersFile));
    for (const { gateway } of services) {
      const { id, ledger, blobs, receipts } = gateway;
      const { faults } = await fsck({
        backend: await loadBackend(),
        chain: this.running.reader,
        parameters,
        ledger,
        keepers: [{ id, blobs, receipts }],
        alone: true,
      });
      found.push(...faults.map(({ code, where, detail }) => `fsck of ${id}: ${code} ${where}: ${detail}`));
    }
    return found;
  }

  /**
   * Lets both do what there is to do until nothing is left, or until the plan's fault came.
   *
   * @throws where it takes too long
   */
  async #untilQuiet(services: readonly GatewayService[], plan?: FaultPlan): Promise<void> {
    let until = this.#aheadS + QUIET_S;
    for (let idle = 0; idle < 2; ) {
      let isBusy = false;
      let waiting = 0;
      let last = '';
      for (const service of services) {
        const round = await service.turn();
        if (plan?.fired === true) return;
        isBusy ||= round.done > 0 || round.followed > 0;
        last = round.failures.map(({ kind, code }) => `${kind} ${code}`).join(', ') || last;
        waiting += Object.values(await service.queue.waiting()).reduce((sum, count) => sum + count, 0);
      }
      idle = !isBusy && waiting === 0 ? idle + 1 : 0;
      if (isBusy) until = this.#aheadS + QUIET_S;
      if (this.#aheadS > until) throw new Error(`${waiting} effects are never done (${last})`);
      if (isBusy || waiting === 0) continue;
      this.#aheadS++;
      // What answers over the network gets a turn.
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  #rpc(method: string, params: unknown[]): Promise<string> {
    return this.running.connection.reader.request({
      method: method as never,
      params: params as never,
    }) as Promise<string>;
  }
}

/** The ports of a gateway, each of whose effects goes through the plan. */
function faulty(gateway: Gateway, plan: FaultPlan): Gateway {
  return {
    ...gateway,
    blobs: withFaults(gateway.blobs, plan, 'blobs', ['put', 'get']),
    receipts: withFaults(gateway.receipts, plan, 'receipts', EFFECTS.receipts),
    vault: withFaults(gateway.vault, plan, 'vault', ['putJson']),
    writer: withFaults(gateway.writer, plan, 'chain', CALLS),
  };
}

/** A folder as it is, to where there is none. By the system's own cp: two databases are thousands of files, and node's own takes more than twice the work. */
async function copy(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', from, to]);
}

async function stopAll(services: readonly GatewayService[]): Promise<void> {
  for (const service of services) await service.stop().catch(() => undefined);
}

function ownStatement() {
  return {
    op: 'put' as const,
    source: { system: 'urn:example:app', id: 'own', version: '1' },
    sourceTime: '2026-01-01T08:00:00Z',
    recordedTime: '2026-01-01T08:00:00Z',
    resource: {
      resourceType: 'MedicationStatement',
      id: 'own',
      status: 'active',
      medicationCodeableConcept: { text: "of the patient's own" },
      subject: { reference: 'urn:example:me' },
    },
  };
}
