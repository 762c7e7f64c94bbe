/** A database that is gone is made anew from sealed objects, vault and chain: row by row what it was. */

import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorId, toHex } from '@twinseal/record';
import { FolderBlobStore, type OpenDatabase, openEmbeddedDatabase, SealedStore } from '@twinseal/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findPostgres,
  POSTGRES_MISSING,
  PostgresCluster,
} from '../../../store/test/support/postgres-cluster.js';
import { type GatewayConfig, loadConfig } from '../../src/config/index.js';
import { LaneSource } from '../../src/lane-source.js';
import { missingRows, rebuildDatabase, rebuildGateway } from '../../src/rebuild/index.js';
import { openParties, type Parties } from '../../src/service/open-parties.js';
import { addToLane } from '../../src/usecases/add-to-lane.js';
import { anchorPending } from '../../src/usecases/anchor-pending.js';
import { deliverCapsules } from '../../src/usecases/deliver-capsules.js';
import { keepUpdate } from '../../src/usecases/keep-update.js';
import { openTwin } from '../../src/usecases/open-twin.js';
import { releaseLane } from '../../src/usecases/release-lane.js';
import { requestAccess } from '../../src/usecases/request-access.js';
import { resealStale } from '../../src/usecases/reseal-stale.js';
import { authorIdOf, foundConsortium, statements, type TestConsortium, TestPatient } from './consortium.js';

type Rows = Record<string, unknown>[];

/** Every table of a database with every row, as the engine has them. */
async function tablesOf(database: OpenDatabase): Promise<Record<string, Rows>> {
  const ask = async (query: string) => ((await database.db.execute(query)) as unknown as { rows: Rows }).rows;
  const names = await ask("select tablename from pg_tables where schemaname = 'public' order by 1");
  const tables: Record<string, Rows> = {};
  for (const { tablename } of names) {
    const rows = await ask(`select to_jsonb(t) as row from "${tablename}" t`);
    tables[String(tablename)] = rows.map(({ row }) => row as Record<string, unknown>);
  }
  return tables;
}

const text = (row: unknown) => JSON.stringify(row, Object.keys(row as object).sort());
const sorted = (rows: Rows = []) => rows.map(text).sort();
const without = (rows: Rows = [], ...columns: string[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))));

let world: TestConsortium;
let config: GatewayConfig;
let north: Parties;
let south: Parties;
let patient: TestPatient;
/** North as it was left after the story, before anything was lost. */
let pristine: string;
let before: Awaited<ReturnType<typeof everyRead>>;

const add = async (parties: Parties, module: string, ...ids: string[]) =>
  addToLane(
    parties.gateway,
    await patient.authorAt(parties.gateway),
    parties.gateway.lookupKey,
    new Map([[module, statements(...ids)]]),
  );
const addOwn = async (module: string, ...ids: string[]) =>
  addToLane(
    north.gateway,
    await patient.author(),
    patient.lookupKey,
    new Map([[module, statements(...ids)]]),
  );
const lanes = () => ({
  north: { twinId: patient.twinId, authorId: north.self },
  south: { twinId: patient.twinId, authorId: south.self },
  patient: { twinId: patient.twinId, authorId: toHex(authorId(patient.key.identity.name)) },
});

/** Every question that can be put to the ledger, the tables themselves, and what two readers make of it. */
async function everyRead(parties: Parties) {
  const { ledger, blobs } = parties.gateway;
  const tables = await tablesOf(parties.database);
  const instances = await ledger.allInstances();
  const marks = (tables.known_statement ?? []).map((row) => String(row.key_mac));
  const perLane = [];
  for (const lane of Object.values(lanes())) {
    perLane.push({
      lane: await ledger.lane(lane),
      capsules: without(await ledger.capsules(lane), 'ordinal'),
      known: [...(await ledger.known(lane, marks))].sort(),
    });
  }
  const partsOf = [];
  for (const row of instances) {
    const parts = await ledger.partsOf(row);
    partsOf.push(sorted(parts));
    for (const part of parts) expect(await ledger.part(part, part.partDigest)).toEqual(part);
  }
  const open = async (reader: typeof patient.key) => {
    const opened = await openTwin({
      params: world.params,
      chain: world.reader,
      reader,
      twinId: patient.twinId,
      scopeSalts: patient.slip().scopeSalts,
      sourceOf: (author) => new LaneSource({ ledger, blobs }, { twinId: patient.twinId, authorId: author }),
      depth: 'self-verified',
    });
    return {
      lanes: opened.lanes.map(({ findings, instances: count, verified }) => ({ findings, count, verified })),
      master: opened.master,
    };
  };
  return {
    tables,
    reads: {
      instances,
      parts: await ledger.allParts(),
      requests: await ledger.allRequests(),
      pendingAnchors: await ledger.pendingAnchors(),
      partsOf,
      perLane: perLane.map(({ lane, known }) => ({ lane, known })),
      capsules: perLane.map(({ capsules }) => sorted(capsules)),
    },
    byPatient: await open(patient.key),
    byNorth: await open(north.gateway.key),
  };
}

/** Puts north's files back as they were after the story. */
async function restore(): Promise<void> {
  await rm(config.dataDir, { recursive: true, force: true });
  await cp(pristine, config.dataDir, { recursive: true });
}

beforeAll(async () => {
  world = await foundConsortium();
  config = await loadConfig(world.configFile('north'), {});
  north = await openParties(config, {});
  south = await openParties(await loadConfig(world.configFile('south'), {}), {});
  patient = await TestPatient.register(world, north.gateway, ['north', 'south']);

  // Two lanes of its own keeping, and a replica of a third; several instances, one module touched twice, one statement changed.
  await add(north, 'conditions', 'c1', 'c2');
  await add(north, 'medications', 'm1');
  await addOwn('observations', 'o1', 'o2', 'o3');
  await addOwn('observations', 'o3', 'o4');
  for (const lane of [lanes().north, lanes().patient]) await anchorPending(north.gateway, lane);
  await add(south, 'conditions', 's1');
  await anchorPending(south.gateway, lanes().south);
  await replicate();

  // A grant, requests that are granted and refused, a release with its receipt.
  const grant = await patient.grant(north.gateway, 'south', ['conditions']);
  await deliverCapsules(await patient.authorAt(north.gateway), north.gateway);
  const asked = await requestAccess(south.gateway, patient.slip(grant), ['conditions'], 'TREAT');
  await releaseLane(north.gateway, {
    requestId: asked.decision.requestId,
    requester: authorIdOf('south'),
    twinId: patient.twinId,
    authorId: north.self,
    purpose: 'TREAT',
  });
  const own = await patient.grant(north.gateway, 'north', ['conditions', 'medications']);
  await deliverCapsules(await patient.author(), north.gateway);
  await requestAccess(north.gateway, patient.slip(own), ['medications'], 'TREAT');
  const refused = await requestAccess(north.gateway, patient.slip(), ['medications'], 'TREAT');
  expect(refused.decision.permit).toBe(false);

  // Sealed and not anchored while the patient narrows access: sealed anew, and still not on the chain. And one of the patient's own that waits.
  await add(north, 'medications', 'm2');
  const [granted] = (await world.reader.grants(patient.id, north.gateway.nowS())).filter(
    ({ terms }) => terms.hospital === authorIdOf('south') && terms.nonce === grant.nonce,
  );
  await patient.revoke(south.gateway, granted?.grantId ?? '0x');
  const author = await patient.authorAt(north.gateway);
  expect(await resealStale(north.gateway, author)).toBe(1);
  await deliverCapsules(author, north.gateway);
  await addOwn('observations', 'o5');

  before = await everyRead(north);
  await north.close();
  pristine = join(await mkdtemp(join(tmpdir(), 'twinseal-pristine-')), 'north');
  await cp(config.dataDir, pristine, { recursive: true });
});
afterAll(async () => {
  await north?.close();
  await south?.close();
  await world?.stop();
});

/** North takes south's lane into keeping, as a custodian does. */
async function replicate(): Promise<void> {
  const { ledger, blobs } = south.gateway;
  const object = async (address: string) => (await blobs.get(address)) as Uint8Array;
  for (const row of await ledger.lane(lanes().south)) {
    const parts = [];
    for (const part of await ledger.partsOf(row)) {
      parts.push({
        slot: await object(part.slot),
        payload: await object(part.payload),
        partDigest: Uint8Array.from(Buffer.from(part.partDigest, 'hex')),
      });
    }
    const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
    await keepUpdate(north.gateway, {
      author: south.gateway.key.identity,
      twinId: bytes(row.twinId),
      seq: row.seq,
      accessVersion: row.accessVersion,
      timeS: row.timeS,
      sealed: {
        manifest: await object(row.manifest),
        h: bytes(row.h),
        leaf: bytes(row.leaf),
        proof: bytes(row.proof),
        parts,
      },
      known: [],
    });
  }
  for (const capsule of await ledger.capsules(lanes().south)) {
    await north.gateway.blobs.put(await object(capsule.address));
    const { ordinal: _ordinal, ...row } = capsule as typeof capsule & { ordinal?: number };
    await north.gateway.ledger.recordCapsule(row);
  }
  // The replica is on the chain already: only its rows do not say so yet.
  await anchorPending(north.gateway, lanes().south);
}

describe('rebuildGateway', () => {
  it('finds a story worth the name', () => {
    const { reads } = before;
    expect(reads.instances.length).toBe(7);
    expect(reads.pendingAnchors.length).toBe(2);
    expect(reads.requests.map(({ permit }) => permit)).toEqual([1, 0]);
    expect(reads.capsules.every((capsules) => capsules.length > 0)).toBe(true);
    expect(before.byPatient.master.entries.length).toBeGreaterThan(4);
  });

  it('makes a deleted database anew: every table row by row, every read, every view', async () => {
    await restore();
    await rm(join(config.dataDir, 'database'), { recursive: true });
    const report = await rebuildGateway(config, {});
    expect(report).toMatchObject({
      faults: [],
      swapped: true,
      lanes: 3,
      instances: 7,
      notAnchored: 2,
      requests: 2,
    });
    expect(report.old).toBeUndefined();

    north = await openParties(config, {});
    const after = await everyRead(north);
    expect(after.reads).toEqual(before.reads);
    expect(after.byPatient).toEqual(before.byPatient);
    expect(after.byNorth).toEqual(before.byNorth);

    // Every table there is, so that a new one is not forgotten here.
    const { capsule, outbox, ...rest } = before.tables;
    const { capsule: newCapsule, outbox: newOutbox, ...newRest } = after.tables;
    expect(Object.keys(newRest)).toEqual(Object.keys(rest));
    for (const [table, rows] of Object.entries(rest)) {
      expect([table, sorted(newRest[table])]).toEqual([table, sorted(rows)]);
    }
    // Row numbers are the engine's own. Of effects it is told what they are about and whether they are done, not how often they were tried.
    expect(sorted(without(newCapsule, 'ordinal'))).toEqual(sorted(without(capsule, 'ordinal')));
    const anchors = (rows: Rows = []) =>
      sorted(
        rows
          .filter(({ kind }) => kind === 'anchor')
          .map(({ subject, state, payload }) => ({ subject, state, payload })),
      );
    expect(anchors(newOutbox)).toEqual(anchors(outbox));
    // What waits for the chain is told to be brought there, lane by lane.
    const waiting = (newOutbox ?? []).filter(({ kind }) => kind === 'lane');
    expect(waiting.map(({ payload }) => JSON.parse(String(payload)))).toEqual(
      expect.arrayContaining([lanes().north, lanes().patient]),
    );
    expect(waiting).toHaveLength(2);
  });

  it('leaves a gateway that goes on where it was: what waited is anchored, what is held is known', async () => {
    expect(await anchorPending(north.gateway, lanes().north)).toHaveLength(1);
    expect(await anchorPending(north.gateway, lanes().patient)).toHaveLength(1);
    expect(await add(north, 'medications', 'm1', 'm2')).toMatchObject({ statements: 0, duplicates: 2 });
    expect(await addOwn('observations', 'o1', 'o5', 'o6')).toMatchObject({ statements: 1, duplicates: 2 });
    await north.close();
  });

  it('keeps the old database, and earlier old ones', async () => {
    await restore();
    expect((await rebuildGateway(config, {})).old).toBe(join(config.dataDir, 'database.old'));
    // What a crash in the middle of a rebuild left is made anew, not taken for a database.
    await cp(join(config.dataDir, 'database.old'), join(config.dataDir, 'database.new'), { recursive: true });
    await writeFile(join(config.dataDir, 'database.new', 'PG_VERSION'), 'damaged');
    expect((await rebuildGateway(config, {})).old).toBe(join(config.dataDir, 'database.old.2'));
    const names = (await readdir(config.dataDir)).filter((name) => name.startsWith('database')).sort();
    expect(names).toEqual(['database', 'database.old', 'database.old.2']);
  });

  it('finds the objects of inactive twins in the offline area', async () => {
    await restore();
    await rm(join(config.dataDir, 'database'), { recursive: true });
    await rename(join(config.dataDir, 'blobs'), join(config.dataDir, 'offline'));
    expect(await rebuildGateway(config, {})).toMatchObject({ faults: [], swapped: true, instances: 7 });
  });

  it('is due where the database lacks what the chain has of the own lanes', async () => {
    await restore();
    await rm(join(config.dataDir, 'database'), { recursive: true });
    // A gateway that went on with an empty database would write its lanes' first instances again.
    await expect(openParties(config, {})).rejects.toMatchObject({
      name: 'GatewayError',
      code: 'rebuild-due',
    });
    await rebuildGateway(config, {});
    const whole = await openParties(config, {});
    const { ledger, chain } = whole.gateway;
    const onChain = (await chain.laneHead(patient.id, `0x${north.self}`)).count;
    expect(onChain).toBeGreaterThan(1);
    expect(await missingRows(ledger, chain, whole.self)).toBe(0);
    expect(await missingRows({ lanes: async () => [] }, chain, whole.self)).toBe(onChain);
    await whole.close();
  });

  it('refuses while the gateway runs', async () => {
    await restore();
    const running = await openParties(config, {});
    await expect(rebuildGateway(config, {})).rejects.toMatchObject({ code: 'directory-in-use' });
    await running.close();
  });

  it('says what was lost, and leaves the old database in place unless the loss is accepted', async () => {
    await restore();
    const row = before.reads.instances.find(
      ({ authorId: author, seq }) => author === north.self && seq === 1,
    );
    const path = join(config.dataDir, 'blobs', String(row?.manifest).slice(0, 2), String(row?.manifest));
    await rm(path);
    const report = await rebuildGateway(config, {});
    expect(report.swapped).toBe(false);
    expect(report.faults.map(({ code }) => code)).toEqual(['instance-lost']);
    expect(existsSync(join(config.dataDir, 'database.old'))).toBe(false);
    const accepted = await rebuildGateway(config, {}, { acceptLosses: true });
    expect(accepted).toMatchObject({ swapped: true, faults: report.faults });
    // Behind a gap nothing of that lane is of use; the other lanes are whole.
    expect(accepted.instances).toBe(7 - 2);
  });

  it('names missing and altered objects, and an altered vault', async () => {
    await restore();
    const blob = (address: string) => join(config.dataDir, 'blobs', address.slice(0, 2), address);
    const [first, second] = before.reads.parts;
    await rm(blob(String(first?.slot)));
    await writeFile(blob(String(second?.payload)), 'altered');
    const codes = (await rebuildGateway(config, {})).faults.map(({ code }) => code);
    expect(codes.sort()).toEqual(['object-altered', 'object-missing']);

    await restore();
    for (const name of await readdir(config.vaultFolder))
      await writeFile(join(config.vaultFolder, name), 'altered');
    const faults = (await rebuildGateway(config, {})).faults.map(({ code }) => code);
    expect(new Set(faults)).toEqual(new Set(['kept-altered', 'instance-lost']));
  });

  it('takes no capsule on record whose proof does not hold: it would keep a recipient from getting its own', async () => {
    await restore();
    const again = await openParties(config, {});
    const [capsule] = await again.gateway.ledger.allCapsules();
    const bytes = Uint8Array.from((await again.gateway.blobs.get(String(capsule?.address))) as Uint8Array);
    // The last byte lies in the proof: as an object of the store it is a sound one.
    bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
    const planted = await again.gateway.blobs.put(bytes);
    await again.close();
    const report = await rebuildGateway(config, {}, { acceptLosses: true });
    expect(report.faults.map(({ code, where }) => [code, where.includes(planted)])).toEqual([
      ['capsule-altered', true],
    ]);
    expect(report.capsules).toBe(before.tables.capsule?.length);
  });
});

describe('rebuildDatabase', () => {
  it('fills a database from parts that the caller has open, and refuses one that is not empty', async () => {
    const database = await openEmbeddedDatabase(join(await mkdtemp(join(tmpdir(), 'twinseal-fresh-')), 'db'));
    const vaultKey = new Uint8Array(await readFile(join(pristine, 'keys', 'vault.key')));
    const input = {
      chain: world.reader,
      params: world.params,
      blobs: new FolderBlobStore(join(pristine, 'blobs')),
      vault: new SealedStore(join(pristine, 'vault'), vaultKey),
      hospital: 'north',
      database,
      nowS: Math.floor(Date.now() / 1000),
    };
    expect((await rebuildDatabase(input)).faults).toEqual([]);
    const tables = await tablesOf(database);
    for (const table of ['part', 'known_statement', 'request']) {
      expect([table, sorted(tables[table])]).toEqual([table, sorted(before.tables[table])]);
    }
    await expect(rebuildDatabase(input)).rejects.toMatchObject({ name: 'StoreError' });
    expect(await tablesOf(database)).toEqual(tables);
    await database.close();
  });
});

const programs = await findPostgres();

describe(`rebuildGateway on a PostgreSQL server${programs === undefined ? ` (${POSTGRES_MISSING})` : ''}`, () => {
  it.skipIf(programs === undefined)(
    'replaces the rows in one transaction, and keeps the old ones beside',
    async () => {
      const cluster = await PostgresCluster.create(programs as string);
      try {
        await restore();
        const url = await cluster.database();
        const env = {
          TWINSEAL_DATABASE_KIND: 'postgres',
          TWINSEAL_DATABASE_URL_ENV: 'DATABASE_URL',
          DATABASE_URL: url,
        };
        const onServer = await loadConfig(world.configFile('north'), env);
        // The first time the server is empty; then it holds what has to be replaced.
        expect(await rebuildGateway(onServer, env)).toMatchObject({ faults: [], swapped: true });
        const first = await openParties(onServer, env);
        const rows = await tablesOf(first.database);
        expect(await first.gateway.ledger.allInstances()).toHaveLength(before.reads.instances.length);
        for (const table of ['part', 'known_statement', 'request']) {
          expect([table, sorted(rows[table])]).toEqual([table, sorted(before.tables[table])]);
        }
        // A row too many, and some too few, as in an old copy.
        await first.database.db.execute(
          "delete from known_statement; update instance set author = 'damaged'",
        );
        await first.close();

        expect(await rebuildGateway(onServer, env)).toMatchObject({ faults: [], old: 'twinseal_old' });
        expect(await rebuildGateway(onServer, env)).toMatchObject({ faults: [], old: 'twinseal_old_2' });
        const second = await openParties(onServer, env);
        const again = await tablesOf(second.database);
        await second.close();
        for (const [table, expected] of Object.entries(rows)) {
          const strip = (list: Rows = []) => sorted(without(list, 'id', 'ordinal', 'subject', 'done_at_s'));
          expect([table, strip(again[table])]).toEqual([table, strip(expected)]);
        }
        const [kept] = await cluster.sql(
          'select count(*)::int as n from twinseal_old.instance',
          url.split('/').at(-1),
        );
        expect(kept).toEqual({ n: before.reads.instances.length });
      } finally {
        await cluster.remove();
      }
    },
  );
});
