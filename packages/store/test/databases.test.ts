/** One behaviour of the database and of what stands on it, run over each engine. */

import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ANCHOR_EFFECT,
  advanceCursor,
  backoffS,
  type DatabaseOptions,
  Ledger,
  makeEmbeddedTemplate,
  type OpenDatabase,
  Outbox,
  openDatabase,
  parseDatabaseTarget,
  readCursor,
  rewindCursor,
} from '../src/index.js';
import { DATABASE_KINDS, type DatabaseBench } from './support/databases.js';
import { hex, LANE, sealedRow } from './support/rows.js';

const MIGRATIONS = join(import.meta.dirname, '..', 'migrations');

/** So many of the program's migrations, or all with one more that a newer program would have. */
async function migrationsOf(change: number | 'one more'): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'twinseal-migrations-')), 'migrations');
  await cp(MIGRATIONS, folder, { recursive: true });
  const path = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(await readFile(path, 'utf8'));
  if (typeof change === 'number') journal.entries.length = change;
  else {
    await writeFile(join(folder, '9999_tomorrow.sql'), 'CREATE TABLE "tomorrow" ("id" integer);');
    const when = journal.entries.at(-1).when + 1;
    journal.entries.push({ ...journal.entries.at(-1), idx: 9_999, when, tag: '9999_tomorrow' });
  }
  await writeFile(path, JSON.stringify(journal));
  return folder;
}

async function tablesOf(database: OpenDatabase): Promise<string[]> {
  const found = await database.db.execute(
    sql`select tablename from pg_tables where schemaname = 'public' order by 1`,
  );
  return (found as unknown as { rows: { tablename: string }[] }).rows.map(({ tablename }) => tablename);
}

describe.each(DATABASE_KINDS)('the database on $name', ({ missing, start }) => {
  describe.skipIf(missing)('', () => {
    let bench: DatabaseBench;
    const opened: OpenDatabase[] = [];
    const open = async (value: string, options?: DatabaseOptions) => {
      const database = await openDatabase(value, { ...bench.options, ...options });
      opened.push(database);
      return database;
    };
    beforeAll(async () => {
      bench = await start();
    });
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((database) => database.close()));
    });
    afterAll(() => bench?.stop());

    describe('opening', () => {
      it('migrates, keeps what was written over a restart, and migrates nothing twice', async () => {
        const value = await bench.fresh();
        const first = await open(value);
        await first.check();
        const tables = await tablesOf(first);
        expect(tables).toEqual(expect.arrayContaining(['instance', 'outbox', 'cursor', 'online_entry']));
        await new Ledger(first.db).recordSealed(sealedRow(0));
        await first.close();
        const second = await open(value);
        expect(await tablesOf(second)).toEqual(tables);
        expect(await new Ledger(second.db).lane(LANE)).toHaveLength(1);
      });

      it('brings an older database forward with everything in it', async () => {
        const value = await bench.fresh();
        const old = await open(value, { migrationsFolder: await migrationsOf(1) });
        await old.client.exec(
          "insert into outbox (kind, subject, state, attempts) values ('anchor', 'anchor/old', 'pending', 2)",
        );
        await old.close();
        const now = await open(value);
        expect(await new Outbox(now).find('anchor/old')).toEqual({
          id: 1,
          kind: 'anchor',
          key: 'anchor/old',
          payload: null,
          state: 'pending',
          attempts: 2,
          nextAttemptS: 0,
          doneAtS: null,
          lastError: null,
        });
      });

      it('gives the parts of an older database a place in their lane, and loses none', async () => {
        const value = await bench.fresh();
        const old = await open(value, { migrationsFolder: await migrationsOf(2) });
        const row = (digest: string, lane: string, seq: number) =>
          `('${hex(digest)}', '${hex(lane)}', '${hex('b')}', ${seq}, '${hex('1')}', '${hex('2')}', 300)`;
        await old.client.exec(
          `insert into part (part_digest, twin_id, author_id, seq, slot, payload, payload_bytes) values ${row('3', 'a', 0)}, ${row('4', 'a', 0)}, ${row('5', 'd', 7)}`,
        );
        await old.close();
        const ledger = new Ledger((await open(value)).db);
        expect(
          (await ledger.allParts()).map(({ partDigest, twinId, seq }) => [partDigest, twinId, seq]),
        ).toEqual([
          [hex('3'), hex('a'), 0],
          [hex('4'), hex('a'), 0],
          [hex('5'), hex('d'), 7],
        ]);
        await ledger.recordSealed({
          ...sealedRow(1),
          parts: [{ partDigest: hex('5'), slot: hex('1'), payload: hex('2'), payloadBytes: 300 }],
        });
        expect(await ledger.part(LANE, hex('5'))).toMatchObject({ ...LANE, seq: 1 });
      });

      it('refuses a database that a newer program has migrated, and leaves it as it is', async () => {
        const value = await bench.fresh();
        const newer = await migrationsOf('one more');
        await (await open(value, { migrationsFolder: newer })).close();
        await expect(openDatabase(value)).rejects.toMatchObject({ code: 'database-newer' });
        const again = await open(value, { migrationsFolder: newer });
        expect(await tablesOf(again)).toContain('tomorrow');
      });

      it('refuses a database that is not of Twinseal, and leaves it as it is', async () => {
        const value = await bench.fresh();
        const own = await open(value);
        await own.client.exec('drop schema drizzle cascade');
        const tables = await tablesOf(own);
        await own.close();
        await expect(openDatabase(value)).rejects.toMatchObject({ code: 'database-foreign' });
        const other = await bench.fresh();
        const foreign = await open(other);
        await foreign.client.exec("update drizzle.__drizzle_migrations set hash = 'of another program'");
        await foreign.close();
        await expect(openDatabase(other)).rejects.toMatchObject({ code: 'database-foreign' });
        expect(tables.length).toBeGreaterThan(5);
      });

      it('belongs to the owner who opened it first', async () => {
        const value = await bench.fresh();
        await (await open(value, { owner: 'north' })).close();
        await (await open(value, { owner: 'north' })).close();
        await expect(openDatabase(value, { owner: 'south' })).rejects.toMatchObject({
          code: 'database-foreign',
        });
      });
    });

    describe('closing', () => {
      it('waits for what is under way, and lets nothing new in', async () => {
        const value = await bench.fresh();
        const database = await open(value);
        const ledger = new Ledger(database.db);
        const writing = ledger.recordSealed(sealedRow(0));
        // A query begins when it is awaited, so it is, and then gets one turn to be sent.
        const slow = database.db
          .execute(sql`select count(*) from generate_series(1, 300000)`)
          .then(() => 'done');
        await new Promise((resolve) => setImmediate(resolve));
        const closing = database.close();
        await Promise.all([writing, slow, closing, database.close()]);
        await expect(ledger.lane(LANE)).rejects.toMatchObject({ code: 'database-unavailable' });
        const again = await open(value);
        expect(await new Ledger(again.db).lane(LANE)).toHaveLength(1);
      });
    });

    describe('what stands on it', () => {
      let database: OpenDatabase;
      let ledger: Ledger;
      let outbox: Outbox;
      // One database for all of them: opening the embedded one takes seconds.
      beforeAll(async () => {
        database = await openDatabase(await bench.fresh(), bench.options);
        ledger = new Ledger(database.db);
        outbox = new Outbox(database);
      });
      beforeEach(async () => {
        const tables = await tablesOf(database);
        await database.client.exec(
          `truncate ${tables.map((name) => `"${name}"`).join(', ')} restart identity`,
        );
      });
      afterAll(() => database?.close());

      it('a transaction is done whole or not at all, and passes on what its work throws', async () => {
        const own = new Error('mine');
        await expect(
          database.transaction(async (tx) => {
            await outbox.enqueue(tx, { kind: 'a', key: 'a/1' });
            throw own;
          }),
        ).rejects.toBe(own);
        expect(await outbox.pending()).toEqual([]);
      });

      it('says nothing of the values in a statement that failed', async () => {
        const canary = 'canary-of-a-value-7731';
        const error = await ledger
          .recordSealed({ ...sealedRow(0), author: canary, timeS: Number.NaN })
          .then(() => undefined)
          .catch((caught: unknown) => caught);
        expect(error).toMatchObject({ name: 'StoreError', code: 'database-failed' });
        expect(inspect(error, { depth: 10 })).not.toContain(canary);
      });

      it('the ledger records an instance with its parts and its pending anchoring, once', async () => {
        await ledger.recordSealed(sealedRow(0));
        await expect(ledger.recordSealed(sealedRow(0))).rejects.toMatchObject({ code: 'database-conflict' });
        await ledger.recordSealed(sealedRow(1));
        expect((await ledger.pendingEffects()).map((row) => row.kind)).toEqual(['anchor', 'anchor']);
        await ledger.recordAnchored(
          { ...LANE, seq: 0 },
          { mk: hex('9'), txHash: hex('8'), blockNumber: 5, gas: 250_000 },
          1_700_000_060,
        );
        expect((await ledger.pendingAnchors()).map((row) => row.seq)).toEqual([1]);
        expect(await ledger.pendingEffects()).toHaveLength(1);
        expect((await ledger.lane(LANE)).map((row) => row.gas)).toEqual([250_000, null]);
        expect(await ledger.known(LANE, [hex('7'), hex('6')])).toEqual(new Map([[hex('7'), hex('1')]]));
        expect((await ledger.part(LANE, hex('1')))?.seq).toBe(1);
        expect(await outbox.find(`anchor/${LANE.twinId}/${LANE.authorId}/0`)).toMatchObject({
          state: 'done',
          doneAtS: 1_700_000_060,
          payload: { ...LANE, seq: 0 },
        });
      });

      it('lets two lanes hold a part of one digest, and asks each for its own', async () => {
        const other = { twinId: hex('a'), authorId: hex('f') };
        await ledger.recordSealed(sealedRow(0));
        await ledger.recordSealed({ ...sealedRow(0), ...other, manifest: hex('5') });
        // Within one lane too, for the same objects may be meant twice; a place of its own each.
        await ledger.recordSealed({ ...sealedRow(1), parts: sealedRow(0).parts });
        expect(await ledger.part(LANE, hex('0'))).toMatchObject({ ...LANE, seq: 0 });
        expect(await ledger.part(other, hex('0'))).toMatchObject({ ...other, seq: 0 });
        expect(await ledger.part({ ...LANE, twinId: hex('9') }, hex('0'))).toBeUndefined();
        await ledger.replaceSealed({ ...sealedRow(0), parts: sealedRow(3).parts });
        expect(await ledger.part(LANE, hex('0'))).toMatchObject({ seq: 1 });
        expect(await ledger.partsOf({ ...other, seq: 0 })).toHaveLength(1);
      });

      it('sums up each lane, all of them or those of a twin or an author', async () => {
        const other = { twinId: hex('9'), authorId: hex('b') };
        for (const seq of [0, 1, 2]) await ledger.recordSealed(sealedRow(seq));
        await ledger.recordSealed({ ...sealedRow(0), ...other });
        const result = { mk: hex('9'), txHash: hex('8'), blockNumber: 5, gas: 1 };
        await ledger.recordAnchored({ ...LANE, seq: 0 }, result);
        await ledger.recordAnchored({ ...LANE, seq: 1 }, { ...result, blockNumber: 9 });
        const mine = { ...LANE, instances: 3, unanchored: 1, newestBlock: 9 };
        const theirs = { ...other, instances: 1, unanchored: 1, newestBlock: null };
        expect(await ledger.lanes()).toEqual([theirs, mine]);
        expect(await ledger.lanes({ twinId: LANE.twinId })).toEqual([mine]);
        expect(await ledger.lanes({ authorId: hex('b') })).toEqual([theirs, mine]);
        expect(await ledger.lanes({ authorId: hex('c') })).toEqual([]);
      });

      it('the ledger names every object of a twin, and of no other', async () => {
        await ledger.recordSealed(sealedRow(0));
        await ledger.recordSealed({ ...sealedRow(1), twinId: hex('0'), manifest: hex('5') });
        await ledger.recordCapsule({
          ...LANE,
          address: hex('4'),
          scope: hex('3'),
          sealingEpoch: 1,
          issuer: 'x',
        });
        expect(await ledger.objectsOf(LANE.twinId)).toEqual([hex('1'), hex('2'), hex('4'), hex('c')]);
      });

      describe('the outbox', () => {
        const enqueue = (key: string, more: object = {}) =>
          database.transaction((tx) => outbox.enqueue(tx, { kind: 'capsule', key, ...more }));

        it('holds one effect for a key, and refuses another meaning of it', async () => {
          expect(await enqueue('capsule/1', { payload: { twinId: hex('a') } })).toBe(true);
          expect(await enqueue('capsule/1', { payload: { twinId: hex('a') } })).toBe(false);
          await expect(enqueue('capsule/1', { payload: { twinId: hex('b') } })).rejects.toMatchObject({
            code: 'effect-differs',
          });
          expect(await outbox.pending()).toMatchObject([
            { key: 'capsule/1', payload: { twinId: hex('a') }, attempts: 0 },
          ]);
        });

        it('gives out what is due, oldest first, each to one claimer', async () => {
          for (const key of ['1', '2', '3']) await enqueue(key);
          await enqueue('later', { notBeforeS: 200 });
          await enqueue('other', { kind: 'anchor' });
          const first = await outbox.claim({ nowS: 100, leaseS: 30, kinds: ['capsule'], limit: 2 });
          expect(first.map(({ key }) => key)).toEqual(['1', '2']);
          const second = await outbox.claim({ nowS: 100, leaseS: 30, limit: 10 });
          expect(second.map(({ key }) => key)).toEqual(['3', 'other']);
          expect(await outbox.claim({ nowS: 129, leaseS: 30, limit: 10 })).toEqual([]);
          expect(await outbox.pendingCounts()).toEqual(
            new Map([
              ['anchor', 1],
              ['capsule', 4],
            ]),
          );
        });

        it('gives out one effect to one of many who ask at once', async () => {
          for (let index = 0; index < 10; index++) await enqueue(String(index));
          const claims = await Promise.all(
            Array.from({ length: 12 }, () => outbox.claim({ nowS: 1, leaseS: 30, limit: 3 })),
          );
          const keys = claims.flat().map(({ key }) => key);
          expect([...keys].sort()).toEqual(Array.from({ length: 10 }, (_, index) => String(index)).sort());
        });

        it('frees a claim whose time is over, and tells its holder', async () => {
          await enqueue('1');
          const [lost] = await outbox.claim({ nowS: 100, leaseS: 30 });
          const [taken] = await outbox.claim({ nowS: 130, leaseS: 30 });
          expect(taken?.key).toBe('1');
          let written = false;
          await expect(
            outbox.complete(lost as never, 131, async () => {
              written = true;
            }),
          ).rejects.toMatchObject({ code: 'claim-lost' });
          await expect(outbox.fail(lost as never, { code: 'x', retryAtS: 0 })).rejects.toMatchObject({
            code: 'claim-lost',
          });
          expect(written).toBe(false);
          await outbox.complete(taken as never, 132);
          await expect(outbox.complete(taken as never, 133)).rejects.toMatchObject({ code: 'claim-lost' });
          expect(await outbox.find('1')).toMatchObject({ state: 'done', doneAtS: 132, attempts: 1 });
        });

        it('completes in one transaction with what the effect leaves behind', async () => {
          await enqueue('1');
          const [claim] = await outbox.claim({ nowS: 100, leaseS: 30 });
          const own = new Error('mine');
          await expect(
            outbox.complete(claim as never, 101, async (tx) => {
              await outbox.enqueue(tx, { kind: 'next', key: '2' });
              throw own;
            }),
          ).rejects.toBe(own);
          expect((await outbox.pending()).map(({ key }) => key)).toEqual(['1']);
          await outbox.complete(claim as never, 101, async (tx) => {
            await outbox.enqueue(tx, { kind: 'next', key: '2' });
          });
          expect((await outbox.pending()).map(({ key }) => key)).toEqual(['2']);
        });

        it('waits after a failure, counts it, and keeps its code', async () => {
          await enqueue('1');
          const [claim] = await outbox.claim({ nowS: 100, leaseS: 30 });
          await outbox.fail(claim as never, { code: 'chain-gone', retryAtS: 100 + backoffS(1) });
          expect(await outbox.claim({ nowS: 100, leaseS: 30 })).toEqual([]);
          expect(await outbox.claim({ nowS: 101, leaseS: 30 })).toMatchObject([
            { key: '1', attempts: 1, lastError: 'chain-gone' },
          ]);
        });

        it('frees the claims of a process that is gone, and opens again what the world forgot', async () => {
          await enqueue('1');
          await outbox.claim({ nowS: 100, leaseS: 3_600 });
          await outbox.releaseClaims();
          const [claim] = await outbox.claim({ nowS: 100, leaseS: 3_600 });
          await outbox.complete(claim as never, 101);
          expect(await database.transaction((tx) => outbox.reopen(tx, '1'))).toBe(true);
          expect(await database.transaction((tx) => outbox.reopen(tx, '1'))).toBe(false);
          expect(await outbox.claim({ nowS: 102, leaseS: 1 })).toHaveLength(1);
        });

        it('forgets what was done long ago of the kinds that may be done twice, and nothing else', async () => {
          for (const key of ['old', 'new', 'waiting']) await enqueue(key);
          const claims = await outbox.claim({ nowS: 1, leaseS: 30, limit: 2 });
          await enqueue('once', { kind: 'letter' });
          const [once] = await outbox.claim({ nowS: 1, leaseS: 30, kinds: ['letter'] });
          await outbox.complete(claims[0] as never, 100);
          await outbox.complete(claims[1] as never, 200);
          await outbox.complete(once as never, 100);
          // An anchoring that was recorded without a time.
          await ledger.recordSealed(sealedRow(0));
          await ledger.recordSealed(sealedRow(1));
          await ledger.recordAnchored(
            { ...LANE, seq: 0 },
            { mk: hex('9'), txHash: hex('8'), blockNumber: 5, gas: 1 },
          );
          expect(await outbox.forgetDone(200, [])).toBe(0);
          expect(await outbox.forgetDone(200, ['capsule', ANCHOR_EFFECT])).toBe(2);
          expect(await outbox.find('old')).toBeUndefined();
          for (const key of ['new', 'waiting', 'once']) expect(await outbox.find(key)).toBeDefined();
          expect((await outbox.pending([ANCHOR_EFFECT])).map(({ key }) => key.at(-1))).toEqual(['1']);
          // The chain forgot it, or the row is written anew: nothing stands in the way.
          await ledger.recordAnchored(
            { ...LANE, seq: 0 },
            { mk: hex('9'), txHash: hex('7'), blockNumber: 6, gas: 1 },
          );
          expect((await ledger.lane(LANE))[0]?.blockNumber).toBe(6);
        });

        it('is, whatever happens to it, the same as a list in memory', async () => {
          const steps = fc.array(
            fc.record({
              verb: fc.constantFrom('enqueue', 'claim', 'complete', 'fail'),
              key: fc.nat(3).map(String),
            }),
            { maxLength: 25 },
          );
          await fc.assert(
            fc.asyncProperty(steps, async (run) => {
              await database.client.exec('truncate outbox restart identity');
              const model = new Map<string, { done: boolean; attempts: number }>();
              const held: { key: string; claim: never }[] = [];
              for (const { verb, key } of run) {
                if (verb === 'enqueue') {
                  expect(await enqueue(key)).toBe(!model.has(key));
                  if (!model.has(key)) model.set(key, { done: false, attempts: 0 });
                } else if (verb === 'claim') {
                  const free = [...model].find(
                    ([name, state]) => !state.done && !held.some((each) => each.key === name),
                  );
                  const claimed = await outbox.claim({ nowS: 1, leaseS: 9 });
                  expect(claimed.map((claim) => claim.key)).toEqual(free === undefined ? [] : [free[0]]);
                  held.push(...claimed.map((claim) => ({ key: claim.key, claim: claim as never })));
                } else {
                  const mine = held.shift();
                  if (mine === undefined) continue;
                  const state = model.get(mine.key) as { done: boolean; attempts: number };
                  state.attempts++;
                  state.done = verb === 'complete';
                  if (verb === 'complete') await outbox.complete(mine.claim, 2);
                  else await outbox.fail(mine.claim, { code: 'x', retryAtS: 0 });
                }
              }
              for (const [key, state] of model) {
                expect(await outbox.find(key)).toMatchObject({
                  state: state.done ? 'done' : 'pending',
                  attempts: state.attempts,
                });
              }
            }),
            { numRuns: 15 },
          );
        });
      });

      describe('a cursor', () => {
        const at = (blockNumber: number, logIndex: number) => ({
          blockNumber,
          logIndex,
          blockHash: hex('f'),
        });
        const advance = (to: ReturnType<typeof at>, consumer = 'custodian') =>
          database.transaction((tx) => advanceCursor(tx, consumer, to));

        it('goes forward by block and log, stays where it is told to stay, and never back', async () => {
          expect(await readCursor(database.db, 'custodian')).toBeUndefined();
          for (const to of [at(0, -1), at(0, 0), at(0, 7), at(1, -1), at(1, -1), at(9, 2)]) {
            await advance(to);
            expect(await readCursor(database.db, 'custodian')).toEqual(to);
          }
          for (const to of [at(9, 1), at(8, 50), at(0, 0)]) {
            await expect(advance(to)).rejects.toMatchObject({ code: 'cursor-behind' });
          }
          expect(await readCursor(database.db, 'custodian')).toEqual(at(9, 2));
          await advance(at(1, 1), 'another');
          expect(await readCursor(database.db, 'custodian')).toEqual(at(9, 2));
        });

        it('goes back when it is rewound', async () => {
          await advance(at(9, 2));
          await database.transaction((tx) => rewindCursor(tx, 'custodian', at(3, 0)));
          expect(await readCursor(database.db, 'custodian')).toEqual(at(3, 0));
          await database.transaction((tx) => rewindCursor(tx, 'custodian'));
          expect(await readCursor(database.db, 'custodian')).toBeUndefined();
        });

        it('moves together with the effects that the events led to, or not at all', async () => {
          await expect(
            database.transaction(async (tx) => {
              await outbox.enqueue(tx, { kind: 'capsule', key: 'from block 4' });
              await advanceCursor(tx, 'custodian', at(4, 0));
              throw new Error('the process died here');
            }),
          ).rejects.toThrow('died');
          expect(await readCursor(database.db, 'custodian')).toBeUndefined();
          expect(await outbox.pending()).toEqual([]);
        });
      });
    });
  });
});

describe('a template of the embedded database', () => {
  it('is made once, copied for each new database, and is none of them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twinseal-template-'));
    const template = join(folder, 'template');
    await Promise.all([makeEmbeddedTemplate(template), makeEmbeddedTemplate(template)]);
    expect(await readdir(folder)).toEqual(['template']);
    const first = await openDatabase(`pglite:${join(folder, 'a')}`, { template });
    // What the engine reserves is memory of the gateway's process.
    const [buffers] = (await first.client.exec('show shared_buffers')) as [{ rows: unknown[] }];
    expect(buffers.rows).toEqual([{ shared_buffers: '8MB' }]);
    await new Ledger(first.db).recordSealed(sealedRow(0));
    await first.close();
    const second = await openDatabase(`pglite:${join(folder, 'b')}`, { template });
    expect(await new Ledger(second.db).lane(LANE)).toEqual([]);
    await second.close();
    const again = await openDatabase(`pglite:${join(folder, 'a')}`, { template });
    expect(await new Ledger(again.db).lane(LANE)).toHaveLength(1);
    await again.close();
    expect((await readdir(folder)).sort()).toEqual(['a', 'b', 'template']);
  });

  it('that is damaged is passed over, and a copy that was cut short is never opened', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twinseal-template-'));
    const template = join(folder, 'template');
    await mkdir(join(template, 'global'), { recursive: true });
    await writeFile(join(template, 'PG_VERSION'), '99\n');
    await mkdir(join(folder, 'a.making'));
    await writeFile(join(folder, 'a.making', 'PG_VERSION'), 'half');
    const database = await openDatabase(`pglite:${join(folder, 'a')}`, { template });
    await database.check();
    await database.close();
    expect((await readdir(folder)).sort()).toEqual(['a', 'template']);
  });
});

describe('parseDatabaseTarget', () => {
  it('reads both kinds, and never repeats a password', () => {
    expect(parseDatabaseTarget('pglite:/var/lib/twinseal/db')).toEqual({
      kind: 'pglite',
      folder: '/var/lib/twinseal/db',
    });
    expect(parseDatabaseTarget('postgres://me:secret@127.0.0.1:5433/twins')).toMatchObject({
      place: '127.0.0.1:5433/twins',
    });
    expect(parseDatabaseTarget('postgresql://me@localhost/twins?host=/run/postgresql')).toMatchObject({
      place: '/run/postgresql/twins',
    });
    expect(parseDatabaseTarget('postgres://me:secret@db.example.org/twins?sslmode=verify-full').kind).toBe(
      'postgres',
    );
  });

  it.each([
    'mysql://me:secret@localhost/twins',
    'pglite:',
    '/var/lib/db',
    'postgres://me:secret@localhost',
    'postgres://me:secret@[/x',
    'postgres://me:secret@db.example.org/twins',
    'postgres://me:secret@db.example.org/twins?sslmode=require',
    'postgres://me:secret@localhost/twins?host=db.example.org',
  ])('refuses %s', (value) => {
    const attempt = () => parseDatabaseTarget(value);
    expect(attempt).toThrow(TypeError);
    expect(attempt).not.toThrow(/secret/);
  });
});

describe('backoffS', () => {
  it('doubles from one second to five minutes', () => {
    expect([1, 2, 3, 4, 9, 10, 50].map(backoffS)).toEqual([1, 2, 4, 8, 256, 300, 300]);
  });
});
