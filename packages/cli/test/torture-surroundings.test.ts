/** What surrounds a gateway goes away, fills up or is wrong: what needs no new decision goes on, the rest fails closed and says so, and nothing is lost when it is back. */

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { OPERATION } from '@twinseal/contracts';
import { createLog, GatewayService, grantToJson, loadConfig, signedFetch } from '@twinseal/gateway';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { foundTown } from '../src/consortium/found-town.js';
import { extractHere } from '../src/consortium/founding.js';
import { GatewayClient } from '../src/consortium/gateway-client.js';
import { hospitalAuthorId, PatientHome, type PatientWorld } from '../src/consortium/patient-home.js';
import { type RunningTown, runTown } from '../src/consortium/run-town.js';
import type { Town } from '../src/consortium/town.js';
import { readInput } from '../src/demo/input.js';
import { checkGateway, checkTown } from '../src/fsck/check-gateway.js';
import { portsOfProcess } from '../src/torture/ports.js';
import { measurementOf, prescriptionOf } from '../src/torture/story.js';

// Two gateways with a database each are started many times over; a loaded machine takes its time.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 });

const exec = promisify(execFile);
const QUIET_MS = 400_000;
/** Room for a gateway's folder with its database, and some more. */
const DISK_MIB = 120;

let town: Town;
let running: RunningTown;
let home: PatientHome;
let input: Awaited<ReturnType<typeof readInput>>[number];
let disk: string | undefined;
const services: GatewayService[] = [];
/** What the surroundings of the first gateway are like now. */
const world = { databaseGone: false, clockOffS: 0 };

beforeAll(async () => {
  const root = join(await mkdtemp(join(tmpdir(), 'twinseal-surroundings-')), 'town');
  [input] = (await readInput({ patients: 1 })) as [typeof input];
  town = await foundTown(root, {
    hospitals: ['north', 'south'].map((id) => ({ id, title: id })),
    basePort: portsOfProcess(),
  });
  disk = await mountOver(town.hospital('north'));
  running = await runTown(town);
  await start();
  home = await PatientHome.open(town.patient('one'), patientWorld(), { create: true });
  await home.register(
    { client: await client('north'), authorId: hospitalAuthorId('north') },
    ['north', 'south'].map(hospitalAuthorId),
  );
  await (await client('north')).addRecord(home.twinId, JSON.stringify(prescriptionOf(input)), 'record');
  await quiet();
});

afterAll(async () => {
  await stop();
  await running?.stop();
  if (disk !== undefined) await exec('umount', ['-l', disk]);
});

const patientWorld = (): PatientWorld => ({
  reader: running.reader,
  params: running.params,
  extract: extractHere(running.service),
});
const client = async (id: string) => {
  const { hospitals } = await town.manifest();
  return GatewayClient.open(
    town.hospital(id),
    `http://127.0.0.1:${hospitals.find((each) => each.id === id)?.port}`,
  );
};
const add = async (number: number) =>
  (await client('north')).addRecord(home.twinId, JSON.stringify(measurementOf(input, number)), 'record');
const lines = async () =>
  (await (await client('north')).timeline(home.twinId)).filter(({ title }) => /heart rate/i.test(title));

async function start() {
  for (const id of ['north', 'south']) {
    services.push(
      await GatewayService.start({
        config: await loadConfig(town.gatewayConfig(id), {}),
        env: {},
        log: createLog({ level: 'silent', hospital: id, destination: process.stderr }),
        version: 'test',
        ...(id !== 'north'
          ? {}
          : {
              seams: {
                statements: {
                  before: () => {
                    if (world.databaseGone) throw Object.assign(new Error('gone'), { code: 'ECONNRESET' });
                  },
                  after: () => undefined,
                },
                nowS: () => Math.floor(Date.now() / 1000) + world.clockOffS,
              },
            }),
      }),
    );
  }
}

async function stop() {
  for (const service of services.splice(0)) await service.stop();
}

/** Until nothing is under way anywhere. */
function quiet() {
  return vi.waitFor(
    async () => {
      let open = 0;
      for (const id of ['north', 'south']) {
        const { waiting, totals, twins } = await (await client(id)).status();
        open += Object.values(waiting).reduce((sum, count) => sum + count, 0) + totals.unanchored;
        open += twins.filter(({ state }) => ['awaiting', 'unreachable', 'faulty'].includes(state)).length;
      }
      expect(open).toBe(0);
    },
    { timeout: QUIET_MS, interval: 500 },
  );
}

async function faults() {
  await stop();
  const found = [];
  for (const id of ['north', 'south'])
    found.push(...(await checkGateway(town.gatewayConfig(id))).faults.map(({ code }) => `${id} ${code}`));
  await start();
  return found;
}

/** A small disk in the place of a folder, where this machine lets us. */
async function mountOver(folder: string): Promise<string | undefined> {
  const aside = `${folder}.aside`;
  try {
    await cp(folder, aside, { recursive: true });
    await exec('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m,mode=0700`, 'tmpfs', folder]);
    await cp(aside, folder, { recursive: true });
    return folder;
  } catch {
    return undefined;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

describe('the chain is gone', () => {
  it('reads go on, new decisions are refused with a sentence, and everything is caught up when it is back', async () => {
    const nowS = Math.floor(Date.now() / 1000);
    const consent = await home.app.signGrant(
      running.reader,
      {
        hospital: hospitalAuthorId('south'),
        modules: ['medications'],
        purposes: ['TREAT'],
        operations: OPERATION.read,
        notBeforeS: nowS - 60,
        expiryS: nowS + 3600,
        fullHistory: true,
      },
      nowS,
    );
    const newcomer = await PatientHome.open(town.patient('two'), patientWorld(), { create: true });
    const registration = await newcomer.app.signRegistration(
      running.reader,
      hospitalAuthorId('north'),
      [],
      nowS,
    );
    await running.stop();

    const north = await client('north');
    expect((await north.status()).chain.reachable).toBe(false);
    const page = await fetch(`${north.url}/`, { headers: { authorization: `Bearer ${north.token}` } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('does not answer');
    expect((await north.timeline(home.twinId)).length).toBeGreaterThan(0);
    // Opened before the gateway was started anew as well: what was verified last is still there.
    await expect(north.register(newcomer.app.slip(), registration)).rejects.toMatchObject({
      status: 503,
      message: expect.stringMatching(/chain/i),
    });
    await expect(add(50)).rejects.toMatchObject({ status: 503, message: expect.stringMatching(/chain/i) });
    const south = await client('south');
    const { twinId, scopeSalts, purposeSalt } = home.app.slip(['medications']);
    const refused = await signedFetch(
      { account: home.account, chainId: running.manifest.consortium.chainId },
      `${south.url}/patient/v1/grants`,
      {
        method: 'POST',
        contentType: 'application/json',
        body: new TextEncoder().encode(
          JSON.stringify({
            slip: { twinId, scopeSalts, purposeSalt },
            terms: grantToJson(consent.terms),
            signer: consent.signer,
            signature: consent.signature,
          }),
        ),
      },
      { timeoutMs: 60_000, maxBytes: 1 << 20 },
    );
    expect(refused.status).toBe(503);

    running = await runTown(town);
    home = await PatientHome.open(town.patient('one'), patientWorld());
    expect(await running.reader.twin(`0x${newcomer.twinId}`)).toBeUndefined();
    expect(await add(50)).toMatchObject({ stored: 1, refused: 0 });
    await home.grant(hospitalAuthorId('south'), ['medications'], { days: 1 });
    await quiet();
    expect(await lines()).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  it('forgets its newest blocks: registration, grant and instances come back, and what was taken back stays so', async () => {
    const snapshot = (await running.connection.reader.request({ method: 'evm_snapshot' as never })) as string;
    const later = await PatientHome.open(town.patient('three'), patientWorld(), { create: true });
    const both = ['north', 'south'].map(hospitalAuthorId);
    await later.register({ client: await client('north'), authorId: both[0] as `0x${string}` }, both);
    await (await client('south')).addRecord(
      later.twinId,
      JSON.stringify(
        measurementOf(
          {
            ...input,
            bundle: {
              ...input.bundle,
              patient: { ...input.bundle.patient, id: '00000000-0000-4000-8000-000000000001' },
            },
          },
          7,
        ),
      ),
      'record',
    );
    await later.grant(hospitalAuthorId('south'), ['medications'], { days: 1 });
    await later.revokeReading(hospitalAuthorId('south'));
    await quiet();
    const before = await running.reader.grants(`0x${later.twinId}`, Math.floor(Date.now() / 1000));
    await running.connection.reader.request({
      method: 'evm_revert' as never,
      params: [snapshot] as never,
    });
    expect(await running.reader.twin(`0x${later.twinId}`)).toBeUndefined();
    await expect
      .poll(
        async () =>
          (await running.reader.grants(`0x${later.twinId}`, Math.floor(Date.now() / 1000)).catch(() => []))
            .map(({ grantId, live }) => `${grantId} ${live}`)
            .sort(),
        { timeout: QUIET_MS, interval: 500 },
      )
      .toEqual(before.map(({ grantId, live }) => `${grantId} ${live}`).sort());
    await quiet();
    expect(await running.reader.laneAuthors(`0x${later.twinId}`)).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });
});

describe('the database is gone', () => {
  it('requests that need it are refused with a sentence, and nothing is lost or doubled when it is back', async () => {
    const before = (await lines()).length;
    world.databaseGone = true;
    await expect(add(60)).rejects.toMatchObject({ status: 503, message: expect.stringMatching(/database/i) });
    const health = await fetch(`${(await client('north')).url}/healthz`);
    expect(health.status).toBe(200);
    world.databaseGone = false;
    expect(await add(60)).toMatchObject({ refused: 0 });
    await quiet();
    expect(await lines()).toHaveLength(before + 1);
    expect(await faults()).toEqual([]);
  });

  it('a start without its folder refuses with a sentence, and works once it is there again', async () => {
    await stop();
    const folder = join(town.hospital('north'), 'database');
    await rename(folder, `${folder}.aside`);
    await writeFile(folder, 'no folder');
    await expect(start()).rejects.toMatchObject({
      name: 'StoreError',
      message: expect.stringMatching(/could not be opened/),
    });
    await rm(folder);
    await rename(`${folder}.aside`, folder);
    await start();
    await quiet();
  });
});

describe('the disk is full', () => {
  it('nothing is half-written, and it goes on when there is room', async (context) => {
    if (disk === undefined)
      return context.skip('a small file system cannot be mounted here; run the tests as root on Linux');
    const before = (await lines()).length;
    const { bavail, bsize } = await statfs(disk);
    await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize));
    await expect(add(70)).rejects.toMatchObject({ status: 503 });
    expect((await fetch(`${(await client('north')).url}/healthz`)).status).toBe(200);
    await rm(join(disk, 'filler'));
    // An embedded database that met a full disk may have stopped; the gateway says so, and a start is the answer.
    await stop();
    await start();
    expect(await add(70)).toMatchObject({ refused: 0 });
    await quiet();
    expect(await lines()).toHaveLength(before + 1);
    expect(await faults()).toEqual([]);
    const blobs = await readdir(join(town.hospital('north'), 'blobs'), { recursive: true });
    expect(blobs.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('the clock is an hour wrong', () => {
  for (const offS of [3600, -3600]) {
    it(`${offS > 0 ? 'ahead' : 'behind'}: whoever signs with the right time is told so, reads go on, and nothing breaks`, async () => {
      world.clockOffS = offS;
      const grant = () => home.grant(hospitalAuthorId('north'), ['identity'], { days: 1 });
      await expect(grant()).rejects.toMatchObject({
        message: expect.stringMatching(/clock|time/i),
      });
      expect((await (await client('north')).timeline(home.twinId)).length).toBeGreaterThan(0);
      world.clockOffS = 0;
      await grant();
      await add(80 + offS / 3600);
      await quiet();
      expect(await faults()).toEqual([]);
    });
  }
});

describe('fsck of what gateways keep', () => {
  it('names an altered object at the gateway that has it, and holds a whole town to its chain', async () => {
    await stop();
    try {
      const blobs = join(town.hospital('north'), 'blobs');
      const name = (await readdir(blobs, { recursive: true })).find((each) =>
        /^..\/[0-9a-f]{64}$/.test(each),
      );
      const file = join(blobs, name as string);
      const bytes = await readFile(file);
      await writeFile(file, Buffer.concat([bytes, Buffer.from([0])]));
      const altered = await checkGateway(town.gatewayConfig('north'));
      expect(altered.faults.map(({ code, where }) => `${code} ${where}`)).toContain(
        `object-altered north object ${(name as string).slice(3)}`,
      );
      await rm(file);
      const missing = await checkGateway(town.gatewayConfig('north'));
      expect(missing.faults.map(({ code }) => code)).toContain('object-missing');
      await writeFile(file, bytes);
      const report = await checkTown(town);
      expect(report.faults).toEqual([]);
      expect(Object.keys(report.gateways)).toEqual(['north', 'south']);
      expect(report.checked.instances).toBeGreaterThan(0);
      expect(report.checked.objects).toBe(
        Object.values(report.gateways).reduce((sum, { checked }) => sum + checked.objects, 0),
      );
    } finally {
      await start();
    }
  });

  it('refuses a folder whose gateway runs', async () => {
    await expect(checkGateway(town.gatewayConfig('north'))).rejects.toMatchObject({
      code: 'directory-in-use',
    });
  });
});
