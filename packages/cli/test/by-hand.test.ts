/** Two gateways that do nothing but what the test tells them to: what stands between one thing and the next is looked at here. */

import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog, fsck, GatewayService, loadConfig } from '@twinseal/gateway';
import { loadBackend } from '@twinseal/mibsc';
import { formatName, authorId as nameDigest, toHex } from '@twinseal/record';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { foundTown } from '../src/consortium/found-town.js';
import { extractHere } from '../src/consortium/founding.js';
import { GatewayClient } from '../src/consortium/gateway-client.js';
import { hospitalAuthorId, PatientHome } from '../src/consortium/patient-home.js';
import { type RunningTown, runTown } from '../src/consortium/run-town.js';
import type { Town } from '../src/consortium/town.js';
import { readInput } from '../src/demo/input.js';
import { portsOfProcess } from '../src/torture/ports.js';
import { prescriptionOf } from '../src/torture/story.js';

// A town with two databases is founded and started; a loaded machine takes its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let town: Town;
let running: RunningTown;
let home: PatientHome;
const services: GatewayService[] = [];

beforeAll(async () => {
  town = await foundTown(join(await mkdtemp(join(tmpdir(), 'twinseal-own-lane-')), 'town'), {
    hospitals: ['north', 'south'].map((id) => ({ id, title: id })),
    basePort: portsOfProcess(),
  });
  running = await runTown(town);
  for (const id of ['north', 'south']) {
    services.push(
      await GatewayService.start({
        config: await loadConfig(town.gatewayConfig(id), {}),
        env: {},
        log: createLog({ level: 'silent', hospital: id, destination: process.stderr }),
        version: 'test',
        // Nothing is anchored until the test says so.
        byHand: true,
      }),
    );
  }
  const world = { reader: running.reader, params: running.params, extract: extractHere(running.service) };
  home = await PatientHome.open(town.patient('one'), world, { create: true });
  await home.register(
    { client: await clientOf('north'), authorId: hospitalAuthorId('north') },
    ['north', 'south'].map(hospitalAuthorId),
  );
  await home.grant(hospitalAuthorId('north'), ['medications'], { days: 3 });
});

afterAll(async () => {
  for (const service of services) await service.stop();
  await running?.stop();
});

const clientOf = (id: string) => {
  const port = running.manifest.hospitals.find((each) => each.id === id)?.port;
  return GatewayClient.open(town.hospital(id), `http://127.0.0.1:${port}`);
};
const batch = (number: number) =>
  new Map([
    [
      'medications',
      [
        {
          op: 'put' as const,
          source: { system: 'urn:example:app', id: `own-${number}`, version: '1' },
          sourceTime: '2026-01-01T08:00:00Z',
          recordedTime: '2026-01-01T08:00:00Z',
          resource: {
            resourceType: 'MedicationStatement',
            id: `own-${number}`,
            status: 'active',
            medicationCodeableConcept: { text: `herbal tea ${number}` },
            subject: { reference: 'urn:example:me' },
          },
        },
      ],
    ],
  ]);

async function settled() {
  for (let idle = 0; idle < 2; ) {
    let busy = false;
    for (const service of services) {
      const { done, followed } = await service.turn();
      busy ||= done > 0 || followed > 0 || Object.keys(await service.queue.waiting()).length > 0;
    }
    idle = busy ? 0 : idle + 1;
  }
}

/** Access version of each instance that the chain has of the own lane. */
async function anchoredVersions() {
  const own = `0x${toHex(nameDigest(formatName({ kind: 'patient', twinId: Buffer.from(home.twinId, 'hex') })))}`;
  const { instances } = await running.reader.laneHead(`0x${home.twinId}`, own as `0x${string}`);
  for (const { accessVersion, versionInForce } of instances) expect(accessVersion).toBe(versionInForce);
  return instances.map(({ accessVersion }) => accessVersion);
}

const version = async () => (await running.reader.accessVersion(`0x${home.twinId}`)).version;

/** What the custodian, who may read the medications, finds in the patient's lane. */
async function readByCustodian() {
  const [north] = services as [GatewayService];
  const twin = await north.twins.get(home.twinId);
  const { master } = await north.refreshed(twin as NonNullable<typeof twin>);
  return [...JSON.stringify(master.entries).matchAll(/herbal tea \d+/g)].map(([text]) => text).sort();
}

/** A reading that south gets and loses again, without the app looking after its own lane. */
async function narrow() {
  const { terms } = await home.grant(hospitalAuthorId('south'), ['medications'], { days: 3 });
  const grants = await running.reader.grants(`0x${home.twinId}`, Math.floor(Date.now() / 1000));
  const { grantId } = grants.find((grant) => grant.terms.nonce === terms.nonce) as (typeof grants)[number];
  await home.revoke(grantId, hospitalAuthorId('north'));
}

describe("a patient's own instance that a narrowing overtook", () => {
  it('is sealed anew as soon as the app takes access back', async () => {
    await home.grant(hospitalAuthorId('south'), ['medications'], { days: 3 });
    expect(await home.addToOwnLane([batch(1), batch(2)])).toMatchObject({ instances: 2 });
    expect(await anchoredVersions()).toEqual([]);
    const before = await version();
    expect(await home.revokeReading(hospitalAuthorId('south'))).toBe(1);
    expect(await version()).toBe(before + 1);
    await settled();
    expect(await anchoredVersions()).toEqual([before + 1, before + 1]);
    expect(await readByCustodian()).toEqual(['herbal tea 1', 'herbal tea 2']);
    expect(await home.addToOwnLane([batch(1), batch(2)])).toEqual({
      instances: 0,
      statements: 0,
      duplicates: 2,
    });
  });

  it('is sealed anew before the next one, where the app was away', async () => {
    await home.addToOwnLane([batch(3)]);
    await narrow();
    const later = await version();
    expect(await home.addToOwnLane([batch(4)])).toMatchObject({ instances: 1 });
    await settled();
    expect((await anchoredVersions()).slice(2)).toEqual([later, later]);
    expect(await readByCustodian()).toEqual([1, 2, 3, 4].map((number) => `herbal tea ${number}`));
  });

  it('is sealed anew where an earlier version of the app was sending it', async () => {
    await home.addToOwnLane([batch(5)]);
    const { waiting, ...state } = (await home.vault.getJson<{ waiting: unknown[] }>('own-lane')) as {
      waiting: unknown[];
    };
    expect(waiting).toHaveLength(1);
    await home.vault.putJson('own-lane', { ...state, sending: waiting[0] });
    await narrow();
    expect(await home.handOverOwnLane()).toBe(1);
    expect(await home.handOverOwnLane()).toBe(0);
    await settled();
    expect((await anchoredVersions()).at(-1)).toBe(await version());
    expect(await readByCustodian()).toHaveLength(5);
  });

  it('leaves nothing that fsck would find', noFaults);
});

describe('a grant', () => {
  it('stands as granted, not yet delivered, until the authors deliver', async () => {
    const [input] = await readInput({ patients: 1 });
    await (await clientOf('north')).addRecord(
      home.twinId,
      JSON.stringify(prescriptionOf(input as NonNullable<typeof input>)),
      'record',
    );
    await settled();
    await home.grant(hospitalAuthorId('south'), ['medications'], { days: 3 });
    const [, south] = services as [GatewayService, GatewayService];
    for (let busy = true; busy; ) {
      const { done, followed } = await south.turn();
      busy = done > 0 || followed > 0;
    }
    const laneOfNorth = async () => {
      const [twin] = (await south.status()).twins;
      return {
        twin: twin?.state,
        granted: twin?.view?.granted,
        lane: twin?.view?.lanes.find(({ author }) => author === 'hospital:north')?.state,
      };
    };
    const page = async () => {
      const headers = { authorization: `Bearer ${south.operatorToken}` };
      return (await fetch(south.url, { headers })).text();
    };
    expect(await laneOfNorth()).toEqual({ twin: 'awaiting', granted: ['medications'], lane: 'awaiting' });
    expect(await page()).toContain('Granted, not yet delivered');
    await settled();
    expect(await laneOfNorth()).toEqual({ twin: 'verified', granted: ['medications'], lane: 'verified' });
    expect(await page()).not.toContain('class="awaiting"');
  });

  it('leaves nothing that fsck would find', noFaults);
});

async function noFaults() {
  for (const { gateway } of services) {
    const { faults } = await fsck({
      backend: await loadBackend(),
      chain: running.reader,
      parameters: new Uint8Array(await readFile(town.parametersFile)),
      ledger: gateway.ledger,
      keepers: [gateway],
      alone: true,
    });
    expect(faults).toEqual([]);
  }
}
