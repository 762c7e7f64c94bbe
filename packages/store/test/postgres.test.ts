/** What only a server can do to us: refuse, die, hang, be used twice, run out of disk. */

import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Ledger, openDatabase, type StoreError } from '../src/index.js';
import { postgresPrograms } from './support/databases.js';
import { POSTGRES_MISSING, PostgresCluster } from './support/postgres-cluster.js';
import { LANE, sealedRow } from './support/rows.js';
import { canMount, SMALL_DISK_MISSING, SmallDisk } from './support/small-disk.js';

const mountable = await canMount();
const name = postgresPrograms === undefined ? ` (${POSTGRES_MISSING})` : '';

/** Waits until something works again; what it fails with meanwhile must be transient. */
async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries > 600 || (error as StoreError).code !== 'database-unavailable') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

describe.skipIf(postgresPrograms === undefined)(`a PostgreSQL server${name}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await PostgresCluster.create(postgresPrograms as string);
  });
  afterAll(() => cluster?.remove());

  it('that refuses the password is named, the password is not', async () => {
    const url = cluster.url('postgres', 'a-wrong-password-4711');
    const error = await openDatabase(url).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'StoreError', code: 'database-refused' });
    expect(inspect(error, { depth: 10 })).not.toContain('4711');
    await expect(openDatabase(cluster.url('no_such_database'))).rejects.toMatchObject({
      code: 'database-refused',
    });
  });

  it('that does not listen is unavailable', async () => {
    await expect(openDatabase('postgres://x:y@127.0.0.1:1/z')).rejects.toMatchObject({
      code: 'database-unavailable',
    });
  });

  it('that takes the connection and never answers is given up', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    await expect(
      openDatabase(`postgres://x:y@127.0.0.1:${port}/z`, { timeoutMs: 300 }),
    ).rejects.toMatchObject({
      code: 'database-unavailable',
    });
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('that is killed loses nothing acknowledged, and is used again once it is back', async () => {
    const value = await cluster.database();
    const database = await openDatabase(value);
    const ledger = new Ledger(database.db);
    await ledger.recordSealed(sealedRow(0));
    await cluster.stop('SIGKILL');
    await expect(ledger.recordSealed(sealedRow(1))).rejects.toMatchObject({ code: 'database-unavailable' });
    await expect(ledger.lane(LANE)).rejects.toMatchObject({ code: 'database-unavailable' });
    await expect(database.check()).rejects.toMatchObject({ code: 'database-unavailable' });
    await cluster.start();
    await eventually(() => ledger.recordSealed(sealedRow(1)));
    expect(await ledger.lane(LANE)).toHaveLength(2);
    await database.close();
  });

  it('lets one process work on a database, and the next one once the first has closed', async () => {
    const value = await cluster.database();
    const first = await openDatabase(value);
    await expect(openDatabase(value)).rejects.toMatchObject({ code: 'database-in-use' });
    await first.close();
    await (await openDatabase(value)).close();
  });

  it('that ends the session with the lock gets nothing before the lock is held again', async () => {
    const value = await cluster.database();
    const base = new URL(value).pathname.slice(1);
    const database = await openDatabase(value);
    const ended = await cluster.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${base}' and application_name like 'twinseal lock %'`,
    );
    expect(ended).toHaveLength(1);
    await eventually(async () => {
      // The loss is noticed when the socket ends; until then the pool works on.
      await new Ledger(database.db).lane(LANE);
      const held = await cluster.sql("select 1 from pg_locks where locktype = 'advisory' and granted", base);
      if (held.length !== 1) throw Object.assign(new Error(), { code: 'database-unavailable' });
    });
    await expect(openDatabase(value)).rejects.toMatchObject({ code: 'database-in-use' });
    await database.close();
  });

  it('that another process has locked meanwhile gets nothing from us', async () => {
    const value = await cluster.database();
    const base = new URL(value).pathname.slice(1);
    const database = await openDatabase(value);
    const ledger = new Ledger(database.db);
    await cluster.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${base}' and application_name like 'twinseal lock %'`,
    );
    const other = await openDatabase(value);
    await eventually(async () => {
      const error = await ledger.recordSealed(sealedRow(0)).then(
        () => undefined,
        (caught: StoreError) => caught,
      );
      if (error?.code !== 'database-in-use') throw error ?? new Error('it was written');
    });
    expect(await new Ledger(other.db).lane(LANE)).toEqual([]);
    await other.close();
    await ledger.recordSealed(sealedRow(0));
    await database.close();
  });

  it('gives every connection back, whatever fails', async () => {
    const value = await cluster.database();
    const base = new URL(value).pathname.slice(1);
    const database = await openDatabase(value, { maxConnections: 1, timeoutMs: 2_000 });
    const ledger = new Ledger(database.db);
    for (let round = 0; round < 3; round++) {
      await expect(
        database.transaction(async (tx) => {
          await tx.execute(sql`select 1`);
          await cluster.sql(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${base}' and application_name = 'twinseal'`,
          );
          await tx.execute(sql`select 1`);
        }),
      ).rejects.toMatchObject({ code: 'database-unavailable' });
      await eventually(() => ledger.lane(LANE));
    }
    await database.close();
  });

  it('gives up a statement that takes too long, and works on', async () => {
    const database = await openDatabase(await cluster.database(), { timeoutMs: 300 });
    await expect(database.transaction((tx) => tx.execute(sql`select pg_sleep(20)`))).rejects.toMatchObject({
      code: 'database-unavailable',
    });
    await database.check();
    await database.close();
  });

  it('runs a transaction again that the server rolled back for the sake of another', async () => {
    const database = await openDatabase(await cluster.database());
    await database.client.exec('create table counter (id integer primary key, value integer)');
    await database.client.exec('insert into counter values (1, 0), (2, 0)');
    // Each locks one row and then wants the other's: one of the two is rolled back as a deadlock.
    let meet = 0;
    const both = (first: number, second: number) =>
      database.transaction(async (tx) => {
        await tx.execute(sql`update counter set value = value + 1 where id = ${first}`);
        meet++;
        while (meet < 2) await new Promise((resolve) => setTimeout(resolve, 5));
        await tx.execute(sql`update counter set value = value + 1 where id = ${second}`);
      });
    await Promise.all([both(1, 2), both(2, 1)]);
    const { rows } = (await database.db.execute(sql`select value from counter order by id`)) as unknown as {
      rows: { value: number }[];
    };
    expect(rows.map(({ value }) => value)).toEqual([2, 2]);
    // The one that was rolled back may take its first row again before the other gets it, and lose once more.
    expect(meet).toBeGreaterThanOrEqual(3);
    await database.close();
  });
});

describe.skipIf(postgresPrograms === undefined || !mountable)(
  `a PostgreSQL server on a full disk${name}${mountable ? '' : ` (${SMALL_DISK_MISSING})`}`,
  () => {
    it('is said to be full, leaves transactions whole, and works again once there is room', async () => {
      const disk = (await SmallDisk.mount(192)) as SmallDisk;
      const cluster = await PostgresCluster.create(postgresPrograms as string, disk.folder);
      try {
        const database = await openDatabase(await cluster.database());
        const ledger = new Ledger(database.db);
        await ledger.recordSealed(sealedRow(0));
        // The log of the server must not be what fills up, or it stops altogether: it keeps its 16 MiB segment, the tables get 24 KiB.
        await disk.fill(24 * 1024);
        const parts = Array.from({ length: 4_000 }, (_, index) => ({
          partDigest: String(index).padStart(64, 'f'),
          slot: 'a'.repeat(64),
          payload: 'b'.repeat(64),
          payloadBytes: index,
        }));
        await expect(ledger.recordSealed({ ...sealedRow(1), parts })).rejects.toMatchObject({
          code: 'storage-full',
        });
        expect(await ledger.lane(LANE)).toHaveLength(1);
        await disk.free();
        await eventually(() => ledger.recordSealed({ ...sealedRow(1), parts }));
        expect(await ledger.allParts()).toHaveLength(4_001);
        await database.close();
      } finally {
        await cluster.stop('SIGKILL');
        await disk.unmount();
      }
    });
  },
);
