/**
 * Torture by failing effects: two gateways live through a patient's story in this process, and the n-th thing that they do to the world fails: an object stored or read, a statement of the
 * database, a receipt, a call of the chain, an entry of the vault. Then everything is opened again from disk and the story is told once more. For every n what is left must be what an
 * undisturbed run leaves.
 */

import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChainError } from '@twinseal/chain';
import { createLog, type Gateway, GatewayService, loadConfig } from '@twinseal/gateway';
import { decodeCapsule, formatIdentity } from '@twinseal/record';
import { StoreError } from '@twinseal/store';
import { EFFECTS, FaultPlan, type FaultWhen, statementFaults, withFaults } from '@twinseal/store/testing';
import { foundTown } from '../consortium/found-town.js';
import { extractHere } from '../consortium/founding.js';
import { GatewayClient } from '../consortium/gateway-client.js';
import { hospitalAuthorId, PatientHome, type PatientWorld } from '../consortium/patient-home.js';
import { type RunningTown, runTown } from '../consortium/run-town.js';
import { splitBundle } from '../consortium/split-bundle.js';
import type { Town } from '../consortium/town.js';
import { type PatientInput, readInput } from '../demo/input.js';
import { checkGateway } from '../fsck/check-gateway.js';
import { differences, measurementOf, type Outcome, outcomeOf } from './story.js';

const SHIPPED = fileURLToPath(new URL('../../../../data/synthea-town', import.meta.url));
const CUSTODIAN = 'north';
const OTHER = 'south';
/** Calls of the chain that change it. */
const CALLS = ['register', 'grant', 'revoke', 'settle', 'anchor', 'request'] as const;
/** How long two gateways that are left alone may take until nothing is under way, in ms. */
const QUIET_MS = 240_000;
/** Resources of the shipped patient that the story takes in, for each hospital. */
const RESOURCES = 3;

export interface EffectTorture {
  /** A new or empty folder. */
  readonly folder: string;
  /** Every how many-th effect fails, from `first` on; 1 for all. */
  readonly every: number;
  readonly first: number;
  readonly whens: readonly FaultWhen[];
  readonly told: (line: string) => void;
}

export interface EffectReport {
  /** Effects of the undisturbed run. */
  readonly effects: number;
  /** By kind: how often one of them was made to fail. */
  readonly failed: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

/** Runs the torture. @throws where the undisturbed run fails; what the others show is in the report */
export async function tortureEffects(options: EffectTorture): Promise<EffectReport> {
  const { folder, told } = options;
  const town = await foundTown(join(folder, 'town'), {
    hospitals: [CUSTODIAN, OTHER].map((id) => ({ id, title: id })),
    basePort: 21_000 + (process.pid % 20_000),
  });
  const running = await runTown(town);
  try {
    const bench = await Bench.open(folder, town, running);
    const plain = FaultPlan.counting();
    const expected = await bench.runUndisturbed(plain);
    told(`${plain.count} effects in an undisturbed run`);
    const failed: Record<string, number> = {};
    const wrong: string[] = [];
    for (let at = options.first; at <= plain.count; at += options.every) {
      for (const when of options.whens) {
        const { fired, found } = await bench.runWithFault(
          new FaultPlan({ at, when, error: errorOf }),
          expected,
        );
        if (fired === undefined) continue;
        failed[fired] = (failed[fired] ?? 0) + 1;
        wrong.push(...found.map((each) => `effect ${at} (${fired}, ${when}): ${each}`));
        if (found.length > 0) told(`effect ${at} (${fired}, ${when}): ${found.length} things wrong`);
      }
      if (at % 20 < options.every) told(`${at} of ${plain.count}`);
    }
    return { effects: plain.count, failed, wrong };
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

class Bench {
  #snapshot = '';

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
    await mkdir(join(folder, 'base'), { recursive: true });
    for (const part of ['hospitals', 'patients'])
      await cp(join(town.root, part), join(folder, 'base', part), { recursive: true });
    bench.#snapshot = await bench.#rpc('evm_snapshot', []);
    return bench;
  }

  async runUndisturbed(plan: FaultPlan): Promise<Outcome> {
    const services = await this.#start(plan);
    try {
      for (const step of this.#steps()) {
        await step();
        await untilQuiet(services);
      }
      const outcome = await this.#outcome(services);
      await stopAll(services);
      const faults = await this.#fsck();
      if (faults.length > 0) throw new Error(`the undisturbed run leaves faults: ${faults.join('; ')}`);
      return outcome;
    } finally {
      await stopAll(services);
    }
  }

  /** @returns which effect was made to fail, and what was wrong in the end */
  async runWithFault(
    plan: FaultPlan,
    expected: Outcome,
  ): Promise<{ readonly fired: string | undefined; readonly found: readonly string[] }> {
    await this.#reset();
    let services: GatewayService[] = [];
    try {
      services = await this.#start(plan);
      for (const step of this.#steps()) {
        await step();
        await untilQuiet(services, plan);
        if (plan.fired) break;
      }
    } catch (error) {
      if (!plan.fired) throw error;
    } finally {
      await stopAll(services);
    }
    if (!plan.fired) return { fired: undefined, found: [] };
    const fired = plan.trace[(plan.options?.at ?? 1) - 1] as string;
    services = await this.#start();
    try {
      for (const step of this.#steps()) {
        await step();
        await untilQuiet(services);
      }
      const found = differences(expected, await this.#outcome(services));
      await stopAll(services);
      return { fired, found: [...found, ...(await this.#fsck())] };
    } catch (error) {
      return { fired, found: [`it never came to its end: ${(error as Error).message}`] };
    } finally {
      await stopAll(services);
    }
  }

  /** Folders and chain as they were before the story. */
  async #reset(): Promise<void> {
    for (const part of ['hospitals', 'patients']) {
      await rm(join(this.town.root, part), { recursive: true, force: true });
      await cp(join(this.folder, 'base', part), join(this.town.root, part), { recursive: true });
    }
    await this.#rpc('evm_revert', [this.#snapshot]);
    this.#snapshot = await this.#rpc('evm_snapshot', []);
  }

  async #start(plan?: FaultPlan): Promise<GatewayService[]> {
    const services: GatewayService[] = [];
    try {
      for (const id of [CUSTODIAN, OTHER]) {
        services.push(
          await GatewayService.start({
            config: await loadConfig(this.town.gatewayConfig(id), {}),
            env: {},
            log: createLog({ level: 'silent', hospital: id, destination: process.stderr }),
            version: 'torture',
            byHand: true,
            ...(plan === undefined
              ? {}
              : { seams: { statements: statementFaults(plan), wrap: (gateway) => faulty(gateway, plan) } }),
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
  #steps(): (() => Promise<void>)[] {
    const { input } = this;
    const shares = splitBundle(shortened(input), (organization) =>
      organization === input.bundle.organizations[0]?.key || organization === undefined ? CUSTODIAN : OTHER,
    );
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
    const nothing = shares.get(OTHER) ?? (shares.get(CUSTODIAN) as object);
    return [
      async () => {
        await (await home()).register(
          { client: await client(CUSTODIAN), authorId: hospitalAuthorId(CUSTODIAN) },
          [CUSTODIAN, OTHER].map(hospitalAuthorId),
        );
      },
      add(CUSTODIAN, shares.get(CUSTODIAN) as object),
      add(OTHER, nothing),
      async () => {
        await (await home()).addToOwnLane([new Map([['medications', [ownStatement()]]])]);
      },
      async () => {
        const patient = await home();
        const grants = await this.world.reader.grants(`0x${patient.twinId}`, Math.floor(Date.now() / 1000));
        // Granted once, whether it was taken back since or not.
        if (!grants.some(({ terms }) => terms.hospital === hospitalAuthorId(OTHER) && terms.operations === 1))
          await patient.grant(hospitalAuthorId(OTHER), ['medications', 'identity'], { days: 3 });
      },
      add(CUSTODIAN, measurementOf(input, 1)),
      async () => {
        await (await home()).revokeReading(hospitalAuthorId(OTHER));
      },
      add(CUSTODIAN, measurementOf(input, 2)),
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

  async #fsck(): Promise<string[]> {
    const found: string[] = [];
    for (const id of [CUSTODIAN, OTHER]) {
      const { faults } = await checkGateway(this.town.gatewayConfig(id));
      found.push(...faults.map(({ code, where, detail }) => `fsck of ${id}: ${code} ${where}: ${detail}`));
    }
    return found;
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

/**
 * Lets both do what there is to do until nothing is left, or until the plan's fault came.
 *
 * @throws where it takes too long
 */
async function untilQuiet(services: readonly GatewayService[], plan?: FaultPlan): Promise<void> {
  const until = performance.now() + QUIET_MS;
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
    if (performance.now() > until) throw new Error(`${waiting} effects are never done (${last})`);
    if (!isBusy && waiting > 0) await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function stopAll(services: readonly GatewayService[]): Promise<void> {
  for (const service of services) await service.stop().catch(() => undefined);
}

/** The input with a few resources of each hospital, and the people and places that they refer to. */
function shortened(input: PatientInput): PatientInput['bundle'] {
  const { bundle } = input;
  const shared = new Set(['Patient', 'Practitioner', 'PractitionerRole', 'Organization', 'Location']);
  const wanted = new Set(['Condition', 'MedicationRequest', 'Observation', 'AllergyIntolerance']);
  const counts = new Map<boolean, number>();
  const resources = bundle.resources.filter(({ resource, organization }) => {
    const type = String(resource.resourceType);
    if (shared.has(type)) return true;
    if (!wanted.has(type)) return false;
    const isFirst = organization === bundle.organizations[0]?.key;
    const count = counts.get(isFirst) ?? 0;
    counts.set(isFirst, count + 1);
    return count < RESOURCES;
  });
  return { ...bundle, resources };
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
