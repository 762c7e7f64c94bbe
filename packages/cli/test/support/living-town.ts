/** A town whose gateways run in this process and do what is due when they are told to; with a clock that a test may put forward, for chain and people alike. */

import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, type FsckReport, fsck, GatewayService, loadConfig } from '@twinseal/gateway';
import { loadBackend } from '@twinseal/mibsc';
import type { Statement } from '@twinseal/record';
import { vi } from 'vitest';
import { foundTown } from '../../src/consortium/found-town.js';
import { extractHere } from '../../src/consortium/founding.js';
import { GatewayClient } from '../../src/consortium/gateway-client.js';
import { hospitalAuthorId, PatientHome, type PatientWorld } from '../../src/consortium/patient-home.js';
import { type RunningTown, runTown } from '../../src/consortium/run-town.js';
import type { Town } from '../../src/consortium/town.js';
import { portsOfProcess } from '../../src/torture/ports.js';

export interface LivingTown {
  readonly town: Town;
  readonly running: RunningTown;
  readonly world: PatientWorld;
  readonly services: Readonly<Record<string, GatewayService>>;
  readonly client: (hospital: string) => Promise<GatewayClient>;
  /** Does everything that is due at every gateway, until nothing is. */
  settled(): Promise<void>;
  /** Puts everybody's clock forward. */
  pass(seconds: number): Promise<void>;
  /** A patient, registered at the first hospital; all hospitals may contribute. */
  patient(name: string): Promise<PatientHome>;
  /** Restarts one gateway: what it kept is all that it knows. */
  restart(hospital: string): Promise<void>;
  fsck(hospital: string): Promise<FsckReport>;
  stop(): Promise<void>;
}

/** Founds and starts it. @param hospitals at least two; the first is everybody's custodian @param options `byHand: false` for gateways that do what is due by themselves */
export async function startLivingTown(
  hospitals: readonly string[],
  options: { readonly byHand?: boolean } = {},
): Promise<LivingTown> {
  const realNow = Date.now.bind(Date);
  let aheadMs = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + aheadMs);
  const town = await foundTown(join(await mkdtemp(join(tmpdir(), 'twinseal-living-')), 'town'), {
    hospitals: hospitals.map((id) => ({ id, title: id })),
    basePort: portsOfProcess(),
  });
  const running = await runTown(town);
  const services: Record<string, GatewayService> = {};
  const start = async (id: string) => {
    services[id] = await GatewayService.start({
      config: await loadConfig(town.gatewayConfig(id), {}),
      env: {},
      log: createLog({ level: 'silent', hospital: id, destination: process.stderr }),
      version: 'test',
      byHand: options.byHand ?? true,
    });
  };
  for (const id of hospitals) await start(id);
  const world = { reader: running.reader, params: running.params, extract: extractHere(running.service) };
  const client = async (hospital: string) => {
    const port = running.manifest.hospitals.find(({ id }) => id === hospital)?.port;
    return GatewayClient.open(town.hospital(hospital), `http://127.0.0.1:${port}`);
  };
  const [custodian] = hospitals as [string];
  return {
    town,
    running,
    world,
    services,
    client,
    settled: async () => {
      for (let idle = 0; idle < 2; ) {
        let busy = false;
        for (const service of Object.values(services)) {
          const { done, followed } = await service.turn();
          busy ||= done > 0 || followed > 0;
        }
        idle = busy ? 0 : idle + 1;
      }
    },
    pass: async (seconds) => {
      aheadMs += seconds * 1000;
      const request = (method: string, params: unknown[]) =>
        running.connection.reader.request({ method: method as never, params: params as never });
      await request('evm_increaseTime', [seconds]);
      await request('evm_mine', []);
    },
    patient: async (name) => {
      const home = await PatientHome.open(town.patient(name), world, { create: true });
      await home.register(
        { client: await client(custodian), authorId: hospitalAuthorId(custodian) },
        hospitals.map(hospitalAuthorId),
      );
      return home;
    },
    restart: async (hospital) => {
      await services[hospital]?.stop();
      await start(hospital);
    },
    fsck: async (hospital) => {
      const { gateway } = services[hospital] as GatewayService;
      return fsck({
        backend: await loadBackend(),
        chain: running.reader,
        parameters: new Uint8Array(await readFile(town.parametersFile)),
        ledger: gateway.ledger,
        keepers: [gateway],
        alone: true,
      });
    },
    stop: async () => {
      for (const service of Object.values(services)) await service.stop();
      await running.stop();
      vi.restoreAllMocks();
    },
  };
}

/** A statement of the patient's own devices. */
export function ownStatement(text: string): ReadonlyMap<string, readonly Statement[]> {
  return new Map([
    [
      'medications',
      [
        {
          op: 'put' as const,
          source: { system: 'urn:example:app', id: text, version: '1' },
          sourceTime: '2026-01-01T08:00:00Z',
          recordedTime: '2026-01-01T08:00:00Z',
          resource: {
            resourceType: 'MedicationStatement',
            id: text.replaceAll(' ', '-'),
            status: 'active',
            medicationCodeableConcept: { text },
            subject: { reference: 'urn:example:me' },
          } as Statement['resource'] & object,
        },
      ],
    ],
  ]);
}

/** A hospital's record of one condition of one patient. @param patient the record number */
export function conditionBundle(patient: string, text: string, person: object = {}): string {
  const subject = { reference: `Patient/${patient}` };
  const entry = [
    { resource: { resourceType: 'Patient', id: patient, ...person } },
    {
      resource: {
        resourceType: 'Condition',
        id: text.replaceAll(' ', '-'),
        subject,
        code: { text, coding: [{ system: 'http://snomed.info/sct', code: '195967001', display: text }] },
        clinicalStatus: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
        },
        onsetDateTime: '2025-03-01T08:00:00Z',
        recordedDate: '2025-03-01T08:00:00Z',
      },
    },
  ];
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
}

/** What a master says in words, of some texts. */
export function textsIn(master: { readonly entries: readonly unknown[] }, pattern: RegExp): string[] {
  return [...new Set(JSON.stringify(master.entries).match(pattern) ?? [])].sort();
}
