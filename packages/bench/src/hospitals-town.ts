/** Three gateways that are started and stopped one by one, and what one asks of them: for what `twinseal start` does not do by itself. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Consortium, ConsortiumReader, connect } from '@twinseal/chain';
import { patientDigitalTwinAbi } from '@twinseal/contracts';
import { hospitalAuthorId, toHex } from '@twinseal/record';
import { pause, type Running, run, start } from './hospitals-processes.js';

/** What a gateway says of itself, as far as the measurements look. */
interface Status {
  readonly twins: readonly {
    readonly twinId: string;
    readonly unanchored: number;
    readonly state: string;
    readonly view?: {
      readonly closedLanes: number;
      readonly lanes: readonly { readonly author: string; readonly instances: number }[];
    };
  }[];
  readonly totals: { readonly unanchored: number };
  readonly waiting: Readonly<Record<string, number>>;
  readonly events: readonly { readonly what: string; readonly twinId?: string }[];
}

/** Beyond every wait that is measured: a machine that is busy with other things. */
const PATIENCE_S = 300;
const LOOK_EVERY_MS = 50;

export class MeasuredTown {
  readonly hospitals = ['north', 'harbour', 'south'] as const;
  readonly #gateways = new Map<
    string,
    { readonly running: Running; readonly url: string; readonly token: string }
  >();
  #shared: Running | undefined;

  private constructor(readonly folder: string) {}

  /** Founds and starts a town in a new folder. */
  static async open(folder: string, port: number): Promise<MeasuredTown> {
    const town = new MeasuredTown(join(folder, 'town'));
    await run(
      'consortium',
      'init',
      town.folder,
      '--hospitals',
      town.hospitals.join(),
      '--port',
      String(port),
    );
    town.#shared = start('consortium', 'run', town.folder);
    await town.#shared.until(/^twinseal consortium ready/);
    for (const id of town.hospitals) await town.startGateway(id);
    return town;
  }

  /** @returns seconds from the start of the process until it is ready */
  async startGateway(id: string): Promise<number> {
    const begun = performance.now();
    const running = start('gateway', '--config', join(this.folder, 'hospitals', id, 'gateway.json'));
    const { atMs, found } = await running.until(/^twinseal gateway ready at (http\S+)\/\?token=(\S+)$/);
    this.#gateways.set(id, { running, url: found[1] as string, token: found[2] as string });
    return (atMs - begun) / 1000;
  }

  async stopGateway(id: string): Promise<void> {
    await this.#gateways.get(id)?.running.stop();
    this.#gateways.delete(id);
  }

  async close(): Promise<void> {
    for (const id of [...this.#gateways.keys()]) await this.stopGateway(id);
    await this.#shared?.stop();
  }

  /** A patient of north's, to whose twin all three may add. @returns the twin id */
  async register(name: string): Promise<string> {
    const folder = join(this.folder, '..', name);
    await run(
      'patient',
      'register',
      '--folder',
      folder,
      '--consortium',
      this.folder,
      '--custodian',
      'north',
      '--contributor',
      this.hospitals.join(),
    );
    return (await run('patient', 'id', '--folder', folder)).trim();
  }

  /** Begins a patient's command; it ends by itself. */
  patient(name: string, command: string, ...args: string[]): Promise<string> {
    return run(
      'patient',
      command,
      '--folder',
      join(this.folder, '..', name),
      '--consortium',
      this.folder,
      ...args,
    );
  }

  /** Gives a hospital a bundle with one prescription that it does not hold yet. */
  async addPrescription(id: string, twinId: string, n: number): Promise<void> {
    const subject = `p-${twinId.slice(0, 12)}`;
    const base = `https://${id}.example/fhir`;
    const resources = [
      { resourceType: 'Patient', id: subject, gender: 'female', birthDate: '1961-04-12' },
      {
        resourceType: 'MedicationRequest',
        id: `m-${n}`,
        status: 'active',
        intent: 'order',
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '860975' }],
        },
        subject: { reference: `Patient/${subject}` },
        authoredOn: new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10),
      },
    ];
    await this.#ask(id, 'POST', `/operator/v1/twins/${twinId}/records`, {
      resourceType: 'Bundle',
      type: 'collection',
      entry: resources.map((resource) => ({
        fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
        resource,
      })),
    });
  }

  /** Changes a gateway's configuration; it takes effect at the next start. */
  async configure(id: string, change: object): Promise<void> {
    const file = this.#configOf(id);
    await writeFile(file, JSON.stringify({ ...(await readJson<object>(file)), ...change }));
  }

  /** Number of the chain's newest block. */
  async newestBlock(): Promise<number> {
    return Number(await (await this.#chain()).connection.reader.getBlockNumber());
  }

  /** Gas of the transactions that anchored instances or batches of a hospital, from a block on. */
  async gasOfAnchors(
    id: string,
    from: number,
  ): Promise<{ readonly gas: number; readonly transactions: number }> {
    const chain = await this.#chain();
    const filter = {
      address: chain.consortium.twins,
      abi: patientDigitalTwinAbi,
      args: { authorId: `0x${toHex(hospitalAuthorId(id))}` as const },
      fromBlock: BigInt(from),
    } as const;
    const { reader } = chain.connection;
    const logs = [
      ...(await reader.getContractEvents({ ...filter, eventName: 'InstanceAnchored' })),
      ...(await reader.getContractEvents({ ...filter, eventName: 'BatchAnchored' })),
    ];
    const hashes = new Set(logs.map(({ transactionHash }) => transactionHash));
    let gas = 0;
    for (const hash of hashes) gas += await chain.gasOf(hash);
    return { gas, transactions: hashes.size };
  }

  #configOf(id: string): string {
    return join(this.folder, 'hospitals', id, 'gateway.json');
  }

  async #chain(): Promise<ConsortiumReader> {
    const { chain, consortium } = await readJson<{ chain: { url: string }; consortium: Consortium }>(
      this.#configOf('north'),
    );
    return new ConsortiumReader(await connect(chain.url), consortium);
  }

  status(id: string): Promise<Status> {
    return this.#ask(id, 'GET', '/operator/v1/status');
  }

  /** The time (ms of `performance.now()`) at which a hospital's status first is as wanted. */
  async until(id: string, wanted: (status: Status) => boolean): Promise<number> {
    const late = performance.now() + PATIENCE_S * 1000;
    for (;;) {
      if (wanted(await this.status(id))) return performance.now();
      if (performance.now() > late) throw new Error(`${id}: not as wanted within ${PATIENCE_S} s`);
      await pause(LOOK_EVERY_MS);
    }
  }

  async #ask<T>(id: string, method: string, path: string, body?: object): Promise<T> {
    const gateway = this.#gateways.get(id);
    if (gateway === undefined) throw new Error(`${id} does not run`);
    const response = await fetch(`${gateway.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${gateway.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${id} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}

/** Whether nothing is under way at a gateway, and everything that it may open is verified. */
export function isSettled({ waiting, twins }: Status): boolean {
  return (
    Object.values(waiting).every((count) => count === 0) &&
    twins.every(({ state, unanchored }) => state === 'verified' && unanchored === 0)
  );
}

/** How many instances of one author's lane a hospital has in its view of a twin. */
export function seen(status: Status, twinId: string, author: string): number {
  const twin = status.twins.find((each) => each.twinId === twinId);
  return twin?.view?.lanes.find((lane) => lane.author === `hospital:${author}`)?.instances ?? 0;
}

export async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
