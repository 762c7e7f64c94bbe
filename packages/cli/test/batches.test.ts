/** Hospitals that anchor in batches, on a real chain: what readers find, and what they notice when an author or a keeper is not honest (docs/RECORD.md, REC-29 to REC-31). */

import { createHash } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPERATION, patientDigitalTwinAbi } from '@twinseal/contracts';
import {
  audit,
  createLog,
  diagnose,
  fsck,
  type GatewayConfig,
  GatewayService,
  loadConfig,
  rebuildGateway,
  takeRecord,
} from '@twinseal/gateway';
import { author, authorPoint, expandAuthorProof, loadBackend } from '@twinseal/mibsc';
import {
  batchDigest,
  decodeLaneWord,
  encodeLaneWord,
  fromHex,
  headFell,
  type LaneWord,
  laneId,
  laneMap,
  laneMapRoot,
  type WordMap,
} from '@twinseal/record';
import { type Abi, bytesToHex, type Hex } from 'viem';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { foundTown } from '../src/consortium/found-town.js';
import { extractHere } from '../src/consortium/founding.js';
import { GatewayClient } from '../src/consortium/gateway-client.js';
import { hospitalAuthorId, PatientHome } from '../src/consortium/patient-home.js';
import { type RunningTown, runTown } from '../src/consortium/run-town.js';
import type { Town } from '../src/consortium/town.js';
import { openRecord } from '../src/patient/open-record.js';
import { portsOfProcess } from '../src/torture/ports.js';

// A town with three databases is founded and started; a loaded machine takes its time.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const IDS = ['north', 'south', 'west'] as const;
type Id = (typeof IDS)[number];

let town: Town;
let running: RunningTown;
let home: PatientHome;
const services = new Map<Id, GatewayService>();
/** Nothing goes onto the chain in a batch until the test says so. */
const SLOW = { mode: 'batch', everyS: 86_400, most: 65_536 } as const;

const at = (id: Id): GatewayService => services.get(id) as GatewayService;
const idOf = (id: Id): Hex => hospitalAuthorId(id);

async function start(id: Id, anchoring: GatewayConfig['anchoring']): Promise<GatewayService> {
  const service = await GatewayService.start({
    config: { ...(await loadConfig(town.gatewayConfig(id), {})), anchoring },
    env: {},
    log: createLog({ level: 'silent', hospital: id, destination: process.stderr }),
    version: 'test',
    byHand: true,
  });
  services.set(id, service);
  return service;
}

async function restart(id: Id, anchoring: GatewayConfig['anchoring'] = SLOW): Promise<GatewayService> {
  await at(id).stop();
  return start(id, anchoring);
}

const clientOf = (id: Id) => {
  const port = running.manifest.hospitals.find((each) => each.id === id)?.port;
  return GatewayClient.open(town.hospital(id), `http://127.0.0.1:${port}`);
};

async function patient(name: string, contributors: readonly Id[]): Promise<PatientHome> {
  const world = { reader: running.reader, params: running.params, extract: extractHere(running.service) };
  const made = await PatientHome.open(town.patient(name), world, { create: true });
  await made.register({ client: await clientOf('north'), authorId: idOf('north') }, contributors.map(idOf));
  return made;
}

beforeAll(async () => {
  town = await foundTown(join(await mkdtemp(join(tmpdir(), 'twinseal-batches-')), 'town'), {
    hospitals: IDS.map((id) => ({ id, title: id })),
    basePort: portsOfProcess(),
  });
  running = await runTown(town);
  await start('north', { ...SLOW, mode: 'direct' });
  await start('south', SLOW);
  await start('west', SLOW);
  home = await patient('one', ['north', 'south']);
  await home.grant(idOf('north'), ['medications'], { days: 3 });
});

/** Who was silent is not asked again for some seconds; a test asks until it is. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 500 });

afterAll(async () => {
  for (const service of services.values()) await service.stop();
  await running?.stop();
});

/** Writes a prescription of a day of January into a hospital's lane. */
async function write(id: Id, of: PatientHome, day: number): Promise<void> {
  const date = `2026-01-${String(day).padStart(2, '0')}`;
  const service = at(id);
  const twin = await service.twins.get(of.twinId);
  if (twin === undefined) throw new Error('the twin is not known');
  const patientId = `p-${of.twinId.slice(0, 8)}`;
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [
      { resource: { resourceType: 'Patient', id: patientId } },
      {
        resource: {
          resourceType: 'MedicationRequest',
          id: `of-${date}`,
          status: 'active',
          intent: 'order',
          authoredOn: `${date}T08:00:00Z`,
          medicationCodeableConcept: {
            coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '314076' }],
          },
          subject: { reference: `Patient/${patientId}` },
        },
      },
    ],
  };
  await service.mutex.run(of.twinId, () =>
    takeRecord(service.gateway, twin, new TextEncoder().encode(JSON.stringify(bundle)), 'record'),
  );
}

async function settled(ids: readonly Id[] = IDS) {
  for (let idle = 0; idle < 2; ) {
    let busy = false;
    for (const id of ids) {
      const { done, followed } = await at(id).turn();
      busy ||= done > 0 || followed > 0;
    }
    idle = busy ? 0 : idle + 1;
  }
}

/** Days of the prescriptions that a master has, each as often as it stands there. */
const daysOf = (entries: unknown): number[] =>
  [...JSON.stringify(entries).matchAll(/"authoredOn":"2026-01-(\d\d)/g)]
    .map(([, day]) => Number(day))
    .sort((a, b) => a - b);

/** What a hospital finds of a twin, lane by lane. */
async function seenAt(id: Id, of: PatientHome) {
  const service = at(id);
  const twin = await service.twins.get(of.twinId);
  const { master, view } = await service.refreshed(twin as NonNullable<typeof twin>);
  return {
    days: daysOf(master.entries),
    lanes: Object.fromEntries(
      view.lanes.map(({ author: name, state, instances, findings }) => [
        name.replace(/^hospital:/, ''),
        { state, instances, findings: [...new Set(findings.map(({ code }) => code))] },
      ]),
    ),
  };
}

const latest = (id: Id) => running.reader.latestBatch(idOf(id));
const direct = (id: Id, of: PatientHome) => running.reader.directHead(`0x${of.twinId}`, idOf(id));

describe('a hospital that anchors in batches', () => {
  it('keeps what it sealed waiting, visibly, until its batch', async () => {
    await write('south', home, 1);
    await settled();
    expect(await latest('south')).toMatchObject({ count: 0 });
    const { totals, batches, twins } = await at('south').status();
    expect(totals.unanchored).toBe(1);
    expect(batches).toMatchObject({ mode: 'batch', waiting: 1, batches: 0 });
    expect(twins[0]).toMatchObject({ unanchored: 1, batched: 0 });
    expect((await seenAt('north', home)).days).toEqual([]);
  });

  it('is read by another hospital and by the patient, with nothing of the lane on the chain but a root', async () => {
    expect(await at('south').batches.anchorNow()).toBe(1);
    await settled();
    expect(await latest('south')).toMatchObject({ count: 1 });
    expect(await direct('south', home)).toMatchObject({ count: 0 });
    const seen = await seenAt('north', home);
    expect(seen.days).toEqual([1]);
    expect(seen.lanes.south).toEqual({ state: 'verified', instances: 1, findings: [] });
    const own = await seenAt('south', home);
    expect(own.lanes.south).toMatchObject({ state: 'verified', instances: 1 });
    const opened = await openRecord(home);
    expect(opened.findings).toEqual([]);
    expect(daysOf(opened.master.entries)).toEqual([1]);
    expect(opened.lanes.map(({ authorName, depth }) => [authorName, depth])).toEqual([
      ['hospital:south', 'self-verified'],
    ]);
    const { twins, totals } = await at('south').status();
    expect(totals.unanchored).toBe(0);
    expect(twins[0]).toMatchObject({ unanchored: 0, batched: 1, batch: 0 });
  });

  it('goes on in later batches, and the root is the one that the contract computes', async () => {
    await write('south', home, 2);
    await write('south', home, 3);
    expect(await at('south').batches.anchorNow()).toBe(2);
    await settled();
    const seen = await seenAt('north', home);
    expect(seen.days).toEqual([1, 2, 3]);
    const lane = await home.world.reader.laneHead(`0x${home.twinId}`, idOf('south'));
    expect(lane.instances.map(({ batch }) => batch)).toEqual([0, 1, 1]);
    expect(lane.noted).toBeUndefined();
  });
});

describe('what is signed of a batch', () => {
  it.each([1, 2, 3, 7, 8, 33])('is what the contract makes of a map of %i lanes', async (size) => {
    const authorId = fromHex(at('south').self, 32);
    const bytes = (seed: number) => new Uint8Array(createHash('sha256').update(`${size} ${seed}`).digest());
    const lanes = Array.from({ length: size }, (_, i) => ({
      laneId: bytes(i),
      count: i + 1,
      mk: bytes(-i - 1),
    }));
    const { head } = laneMap(lanes);
    const batch = {
      authorId: bytesToHex(authorId),
      number: BigInt(size),
      map: { size: BigInt(head.size), head: bytesToHex(head.head) },
      time: 1_714_640_400n,
    };
    const digest = batchDigest({ authorId, number: size, mapRoot: laneMapRoot(head), time: 1_714_640_400 });
    const twins = patientDigitalTwinAbi as Abi;
    expect(await running.reader.view('twins', twins, 'batchDigest', [batch])).toBe(bytesToHex(digest));
  });
});

describe('a lane that is not there', () => {
  it('is shown to be absent, while the author tells', async () => {
    const other = await patient('two', ['north', 'south']);
    await other.grant(idOf('north'), ['medications'], { days: 3 });
    await write('north', other, 4);
    await at('north').attendTo(other.twinId, 'test');
    await settled();
    const seen = await seenAt('north', other);
    expect(seen).toMatchObject({ days: [4], lanes: { north: { state: 'verified' } } });
    expect(seen.lanes.south).toBeUndefined();
    expect((await openRecord(other)).findings).toEqual([]);
  });

  it('is withheld, and not empty, where nobody tells; and comes back with the author', async () => {
    const other = await patient('three', ['north', 'south']);
    await other.grant(idOf('north'), ['medications'], { days: 3 });
    await write('north', other, 4);
    await at('north').attendTo(other.twinId, 'test');
    await settled();
    await write('south', home, 5);
    await at('south').batches.anchorNow();
    await at('south').stop();
    const seen = await seenAt('north', other);
    expect(seen.lanes.south).toEqual({ state: 'unreachable', instances: 0, findings: ['lane-withheld'] });
    const opened = await openRecord(other);
    expect(opened.findings.map(({ code, authorName }) => [code, authorName])).toEqual([
      ['lane-withheld', 'hospital:south'],
    ]);
    await start('south', SLOW);
    await settled();
    await soon(async () => expect((await seenAt('north', other)).lanes.south).toBeUndefined());
    await soon(async () => expect((await seenAt('north', home)).days).toEqual([1, 2, 3, 5]));
  });
});

describe('a keeper that lies', () => {
  it('is not believed with a word under an older map, and is named', async () => {
    const { words, gateway } = at('north');
    const ask = { twinId: `0x${home.twinId}`, authorId: idOf('south') } as const;
    const { count } = await latest('south');
    const older = await words.held({ ...ask, batch: count - 1 });
    expect(older).toBeDefined();
    await write('south', home, 6);
    await at('south').batches.anchorNow();
    const named: string[] = [];
    words.askThrough({
      keepersOf: async () => [ask.authorId],
      ask: async () => older,
      refused: (keeper) => void named.push(keeper),
    });
    const lane = await gateway.chain.laneHead(ask.twinId, ask.authorId);
    expect(lane).toMatchObject({ count: 0, noted: [{ code: 'lane-withheld' }] });
    expect(named).toEqual([ask.authorId]);
    // The next start asks the keepers again, over signed requests.
    await restart('north', { ...SLOW, mode: 'direct' });
    await settled();
    expect(await seenAt('north', home)).toMatchObject({
      days: [1, 2, 3, 5, 6],
      lanes: { south: { state: 'verified', findings: [] } },
    });
  });

  it('gives a word to nobody who may not read the twin', async () => {
    const withheld = { count: 0, noted: [{ code: 'lane-withheld' }] };
    const byHospital = await at('west').gateway.chain.laneHead(`0x${home.twinId}`, idOf('south'));
    expect(byHospital).toMatchObject(withheld);
    const stranger = await patient('four', ['north']);
    const byPatient = await stranger.world.reader.laneHead(`0x${home.twinId}`, idOf('south'));
    expect(byPatient).toMatchObject(withheld);
  });
});

describe('a crash', () => {
  it('between writing a map down and sending it leaves one map for the number', async () => {
    const south = at('south');
    await write('south', home, 7);
    const { count } = await latest('south');
    vi.spyOn(south.gateway.writer, 'anchorBatch').mockRejectedValueOnce(new Error('killed'));
    await expect(south.batches.anchorNow()).rejects.toThrow('killed');
    const written = await south.gateway.vault.getJson<{ root: string }>(`anchoring/batch/${count}`);
    expect(await latest('south')).toMatchObject({ count });
    // What comes in meanwhile is for the next one.
    await write('south', home, 8);
    const again = await restart('south');
    expect(await again.batches.turn()).toBe(1);
    expect(await latest('south')).toEqual({ count: count + 1, mapRoot: `0x${written?.root}` });
    expect((await again.status()).batches).toMatchObject({ waiting: 1 });
    expect(await again.batches.anchorNow()).toBe(1);
    await settled();
    expect((await seenAt('north', home)).days).toEqual([1, 2, 3, 5, 6, 7, 8]);
  });

  it('after sending, or a batch that is sent twice, changes nothing', async () => {
    const south = at('south');
    await write('south', home, 9);
    const send = south.gateway.writer.anchorBatch.bind(south.gateway.writer);
    const { count } = await latest('south');
    vi.spyOn(south.gateway.writer, 'anchorBatch').mockImplementationOnce(async (call) => {
      await send(call);
      await expect(send(call)).rejects.toMatchObject({ code: 'refused' });
      throw new Error('killed');
    });
    await expect(south.batches.anchorNow()).rejects.toThrow('killed');
    expect(await latest('south')).toMatchObject({ count: count + 1 });
    const again = await restart('south');
    expect(await again.batches.turn()).toBe(1);
    expect(await again.batches.turn()).toBe(0);
    expect(await latest('south')).toMatchObject({ count: count + 1 });
    expect((await again.status()).totals.unanchored).toBe(0);
  });

  it('of the chain, that forgets a batch, has the same one sent again', async () => {
    const south = at('south');
    await settled();
    const rpc = (method: string, params: unknown[] = []) =>
      running.reader.connection.reader.request({ method: method as never, params: params as never });
    const before = await latest('south');
    const snapshot = await rpc('evm_snapshot');
    await write('south', home, 10);
    await south.batches.anchorNow();
    const sent = await latest('south');
    await rpc('evm_revert', [snapshot]);
    await rpc('anvil_mine', ['0x2']);
    expect(await latest('south')).toEqual(before);
    await soon(async () => {
      await settled();
      expect(await latest('south')).toEqual(sent);
    });
    await soon(async () => expect((await seenAt('north', home)).days).toContain(10));
    await settled();
    await noFaults();
  });
});

/** Has the grant of some operations ended that a hospital holds. */
async function revoke(of: PatientHome, hospital: Id, operations: number): Promise<void> {
  const grants = await running.reader.grants(`0x${of.twinId}`, Math.floor(Date.now() / 1000));
  const found = grants.find(
    ({ live, terms }) => live && terms.hospital === idOf(hospital) && terms.operations === operations,
  );
  if (found === undefined) throw new Error('no such grant');
  await of.revoke(found.grantId, idOf('north'));
}

/** Writes a map down that is not sent until the hospital starts again. */
async function writtenNotSent(id: Id): Promise<void> {
  const { gateway, batches } = at(id);
  vi.spyOn(gateway.writer, 'anchorBatch').mockRejectedValueOnce(new Error('killed'));
  await expect(batches.anchorNow()).rejects.toThrow('killed');
}

describe('a narrowing that overtakes a batch', () => {
  it('leaves the instance flagged, and what it said is sealed again at the lane’s end', async () => {
    const other = await patient('five', ['north', 'south']);
    await other.grant(idOf('north'), ['medications'], { days: 3 });
    await settled();
    await write('south', other, 11);
    await writtenNotSent('south');
    await revoke(other, 'north', OPERATION.read);
    await restart('south');
    await settled();
    await other.grant(idOf('north'), ['medications'], { days: 3 });
    await settled();
    const flagged = await openRecord(other);
    expect(flagged.findings.map(({ code, seq }) => [code, seq])).toEqual([['version-stale', 0]]);
    expect(daysOf(flagged.master.entries)).toEqual([]);
    expect(await at('south').batches.anchorNow()).toBe(1);
    await settled();
    const seen = await seenAt('north', other);
    expect(seen.days).toEqual([11]);
    expect(seen.lanes.south).toMatchObject({ instances: 2, findings: ['version-stale'] });
    const opened = await openRecord(other);
    expect(opened.findings.map(({ code, seq }) => [code, seq])).toEqual([['version-stale', 0]]);
    expect(daysOf(opened.master.entries)).toEqual([11]);
    const { gateway } = at('south');
    const { chain, ledger, blobs, receipts } = gateway;
    const nowS = gateway.nowS();
    const { wrong, noticed } = await audit({ chain, hospital: 'south', ledger, blobs, receipts, nowS });
    expect(wrong).toEqual([]);
    expect(noticed.filter(({ code }) => code === 'batch-overtaken').map(({ where }) => where)).toEqual([
      `${other.twinId}/${at('south').self} #0`,
    ]);
  });

  it('and takes the right to contribute is flagged as well; what follows waits', async () => {
    const other = await patient('six', ['north', 'south']);
    await settled();
    await write('south', other, 12);
    await writtenNotSent('south');
    await revoke(other, 'south', OPERATION.contribute);
    await restart('south');
    await settled();
    const { findings } = await openRecord(other);
    expect(findings.map(({ code }) => code).sort()).toEqual(['contribution-denied', 'version-stale']);
    const { count } = await latest('south');
    await at('south').batches.anchorNow();
    expect(await latest('south')).toMatchObject({ count });
    expect((await at('south').status()).batches.waiting).toBe(1);
  });
});

describe('a reader that was away', () => {
  it('catches up over several batches', async () => {
    await at('north').stop();
    for (const day of [13, 14]) {
      await write('south', home, day);
      await at('south').batches.anchorNow();
    }
    await start('north', { ...SLOW, mode: 'direct' });
    await settled();
    expect((await seenAt('north', home)).days).toEqual(expect.arrayContaining([13, 14]));
    await noFaults();
  });
});

describe('a database that is gone', () => {
  it('is made anew with its batches', async () => {
    const { days } = await seenAt('south', home);
    const before = await at('south').gateway.ledger.allInstances();
    await at('south').stop();
    const config = await loadConfig(town.gatewayConfig('south'), {});
    const { faults, instances } = await rebuildGateway(config, {});
    expect(faults).toEqual([]);
    expect(instances).toBe(before.length);
    await start('south', SLOW);
    expect(await at('south').gateway.ledger.allInstances()).toEqual(before);
    await settled();
    expect((await seenAt('south', home)).days).toEqual(days);
    await noFaults();
  });
});

describe('a lane that goes on by direct anchors', () => {
  it('is adopted from the newest map, and may go back into batches', async () => {
    const covered = (await home.world.reader.laneHead(`0x${home.twinId}`, idOf('south'))).count;
    await restart('south', { ...SLOW, mode: 'direct' });
    await write('south', home, 15);
    await at('south').attendTo(home.twinId, 'test');
    await settled();
    expect(await direct('south', home)).toMatchObject({ count: covered + 1 });
    expect((await seenAt('north', home)).days).toContain(15);
    await restart('south');
    await write('south', home, 16);
    await at('south').batches.anchorNow();
    await settled();
    expect(await direct('south', home)).toMatchObject({ count: covered + 1 });
    const seen = await seenAt('north', home);
    expect(seen.days).toEqual(expect.arrayContaining([15, 16]));
    expect(seen.lanes.south).toEqual({ state: 'verified', instances: covered + 2, findings: [] });
    expect((await openRecord(home)).findings).toEqual([]);
    await noFaults();
  });
});

describe('a head that falls', () => {
  it('is noticed by whoever saw it before, and can be proved on the chain', async () => {
    const other = await patient('seven', ['north', 'west']);
    await other.grant(idOf('north'), ['medications'], { days: 3 });
    await settled();
    await write('west', other, 17);
    await write('west', other, 18);
    await at('west').batches.anchorNow();
    await settled();
    expect((await seenAt('north', other)).days).toEqual([17, 18]);
    const north = at('north');
    const ask = { twinId: `0x${other.twinId}`, authorId: idOf('west') } as const;
    const held = await north.words.held({ ...ask, batch: 0 });
    const later = await anchorShorter(at('west'), decodeLaneWord(held as Uint8Array));
    north.words.askThrough({ keepersOf: async () => [ask.authorId], ask: async () => encodeLaneWord(later) });
    const lane = await north.gateway.chain.laneHead(ask.twinId, ask.authorId);
    expect(lane.count).toBe(1);
    expect(lane.noted).toMatchObject([{ code: 'head-fell' }]);
    // West's gateway itself knows nothing of it, and claims the longer lane.
    expect((await seenAt('north', other)).lanes.west?.findings).toContain('head-fell');
    // What is held says the same after a restart, and is what the contract takes.
    const { words, gateway } = await restart('north', { ...SLOW, mode: 'direct' });
    const again = await gateway.chain.laneHead(ask.twinId, ask.authorId);
    expect(again.noted).toMatchObject([{ code: 'head-fell' }]);
    const kept = await words.earlier({ ...ask, batch: 1 });
    const shown = await words.held({ ...ask, batch: 1 });
    const fallen = headFell([decodeLaneWord(kept as Uint8Array), decodeLaneWord(shown as Uint8Array)]);
    if (fallen === undefined) throw new Error('nothing fell');
    const map = ({ size, head }: WordMap) => ({ size: BigInt(size), head: bytesToHex(head) });
    const entry = ({ entries: [first] }: WordMap) => ({
      laneId: bytesToHex(first?.laneId as Uint8Array),
      count: BigInt(first?.count as number),
      mk: bytesToHex(first?.mk as Uint8Array),
      index: BigInt(first?.index as number),
      proof: first?.path.map((node) => bytesToHex(node)),
    });
    const { earlier, later: short } = fallen;
    await gateway.writer.call('twins', patientDigitalTwinAbi as Abi, 'proveMisbehaviourByHeads', [
      ask.authorId,
      ...[BigInt(earlier.number), map(earlier), entry(earlier)],
      ...[BigInt(short.number), map(short), entry(short)],
    ]);
    const twins = patientDigitalTwinAbi as Abi;
    expect(await running.reader.view('twins', twins, 'misbehavioursOf', [ask.authorId])).toBe(1n);
    // The honest part of west notices that the chain has a batch that it did not write down, and anchors nothing more.
    await expect(at('west').batches.turn()).rejects.toMatchObject({ code: 'batches-behind' });
    const told = async (id: Id) =>
      (await diagnose(town.gatewayConfig(id), {})).findings.find(({ check }) => check === 'batches');
    expect(await told('west')).toMatchObject({ level: 'error', means: expect.stringContaining('2 batches') });
    expect(await told('south')).toMatchObject({ level: 'ok', means: expect.stringContaining('batches') });
  });
});

/** West takes an instance back: it signs a map in which the lane is shorter than before. */
async function anchorShorter(west: GatewayService, earlier: LaneWord): Promise<LaneWord> {
  const { gateway, self } = west;
  const { params, key, chain } = gateway;
  const lane = await chain.laneHead(bytesToHex(earlier.twinId), `0x${self}`);
  const id = laneId(earlier.twinId, earlier.authorId);
  const mk = lane.instances[0]?.mk as Uint8Array;
  const map = laneMap([{ laneId: id, count: 1, mk }]);
  const { size, head } = map.head;
  const time = Math.floor(Date.now() / 1000);
  const mapRoot = laneMapRoot({ size, head });
  const digest = batchDigest({ authorId: fromHex(self, 32), number: 1, mapRoot, time });
  const { X, v } = expandAuthorProof(params, author(params, key, digest, chain.domain));
  await gateway.writer.anchorBatch({
    batch: {
      authorId: `0x${self}`,
      number: 1n,
      map: { size: BigInt(size), head: bytesToHex(head) },
      time: BigInt(time),
    },
    proof: { X: bytesToHex(X), v: bytesToHex(v), Q: bytesToHex(authorPoint(params, key.identity)) },
  });
  const proof = map.prove(id);
  if (!proof.present) throw new Error('not in the map');
  const entries = [{ laneId: id, count: 1, mk, index: 0, path: proof.entry.proof }];
  return {
    ...earlier,
    maps: [{ number: 1, size, head, entries }],
    instances: earlier.instances.slice(0, 1),
  };
}

async function noFaults() {
  for (const { gateway } of services.values()) {
    const { faults } = await fsck({
      backend: await loadBackend(),
      chain: gateway.chain,
      parameters: new Uint8Array(await readFile(town.parametersFile)),
      ledger: gateway.ledger,
      keepers: [gateway],
      alone: true,
    });
    expect(faults, gateway.id).toEqual([]);
  }
}
