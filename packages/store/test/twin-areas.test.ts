/** The two areas and the moves between them, on each kind of database and of blob store. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type BlobStore,
  FolderBlobStore,
  type OnlineEntry,
  type OpenDatabase,
  openBlobStore,
  openDatabase,
  StoreError,
  TwinAreas,
} from '../src/index.js';
import { EFFECTS, FaultPlan, statementFaults, withFaults } from '../src/testing/index.js';
import { DATABASE_KINDS, type DatabaseBench } from './support/databases.js';
import { hex } from './support/rows.js';
import { S3Server } from './support/s3-server.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const KEY = new Uint8Array(32).fill(9);
const DAY_S = 86_400;
const INACTIVE_AFTER_S = 30 * DAY_S;
const TWIN = hex('a');
const OTHER = hex('b');

const ENTRIES: readonly OnlineEntry[] = [
  { collection: 'medications', key: 'm1', value: bytes('warfarin 5 mg'), index: { code: '11289' } },
  { collection: 'medications', key: 'm2', value: bytes('metformin 500 mg'), index: { code: '6809' } },
  { collection: 'problems', key: 'p1', value: bytes('type 2 diabetes'), index: { code: '44054006' } },
];

const sorted = (entries: readonly OnlineEntry[]) =>
  [...entries].sort((a, b) => (a.key < b.key ? -1 : 1)).map((entry) => ({ index: {}, ...entry }));

async function listed(store: BlobStore): Promise<string[]> {
  const found: string[] = [];
  for await (const address of store.list()) found.push(address);
  return found.sort();
}

/** Where the blobs lie, by the kind of database, so that both adapters of each are used. */
async function blobBench(kind: string): Promise<{
  fresh(): Promise<{ online: BlobStore; offline: BlobStore; folders: string[] }>;
  stop(): Promise<void>;
}> {
  const root = await mkdtemp(join(tmpdir(), 'twinseal-areas-'));
  let count = 0;
  if (kind.startsWith('PGlite')) {
    return {
      fresh: async () => {
        const folders = ['online', 'offline'].map((name) => join(root, `${++count}-${name}`));
        const [online, offline] = folders.map((folder) => new FolderBlobStore(folder));
        return { online: online as BlobStore, offline: offline as BlobStore, folders };
      },
      stop: () => rm(root, { recursive: true }),
    };
  }
  const server = await S3Server.start(['archive']);
  return {
    fresh: async () => {
      const folder = join(root, `${++count}-online`);
      return {
        online: new FolderBlobStore(folder),
        offline: await openBlobStore(server.config('archive', { prefix: `run-${count}/` })),
        folders: [folder, join(server.folder, 'archive', `run-${count}`)],
      };
    },
    stop: () => server.stop(),
  };
}

describe.each(DATABASE_KINDS)('the areas on $name', ({ name, missing, start }) => {
  describe.skipIf(missing)('', () => {
    let databases: DatabaseBench;
    let blobs: Awaited<ReturnType<typeof blobBench>>;
    let value: string;
    let database: OpenDatabase;
    let plan = FaultPlan.counting();
    let online: BlobStore;
    let offline: BlobStore;
    let folders: string[];
    let objects: Map<string, string[]>;
    let nowS: number;
    let areas: TwinAreas;

    const openAreas = (options: { online?: BlobStore; offline?: BlobStore; inactiveAfterS?: number } = {}) =>
      new TwinAreas({
        database,
        storageKey: KEY,
        online: options.online ?? online,
        offline: options.offline ?? offline,
        objectsOf: async (twinId) => objects.get(twinId) ?? [],
        policy: { inactiveAfterS: options.inactiveAfterS ?? INACTIVE_AFTER_S },
        nowS: () => nowS,
      });
    const areaOf = async (twinId: string) => (await areas.all()).find((each) => each.twinId === twinId)?.area;

    /** A twin with two objects and three entries. */
    const settle = async (twinId: string) => {
      objects.set(twinId, [
        await online.put(bytes(`slot of ${twinId}`)),
        await online.put(bytes(`payload of ${twinId}`)),
      ]);
      await areas.putEntries(twinId, ENTRIES);
    };

    beforeAll(async () => {
      databases = await start();
      blobs = await blobBench(name);
      value = await databases.fresh();
      database = await openDatabase(value, {
        hook: {
          before: (label) => statementFaults(plan).before(label),
          after: (label) => statementFaults(plan).after(label),
        },
      });
    });
    afterAll(async () => {
      await database?.close();
      await databases?.stop();
      await blobs?.stop();
    });
    beforeEach(async () => {
      plan = FaultPlan.counting();
      await database.client.exec('truncate twin_area, area_object, online_entry, online_index');
      ({ online, offline, folders } = await blobs.fresh());
      objects = new Map();
      nowS = 1_700_000_000;
      areas = openAreas();
    });

    it('give back entries by key, by collection and by indexed field, each to its twin', async () => {
      await areas.putEntries(TWIN, ENTRIES);
      await areas.putEntries(OTHER, [
        { collection: 'medications', key: 'm1', value: bytes('another'), index: { code: '11289' } },
      ]);
      expect(sorted(await areas.entries(TWIN))).toEqual(sorted(ENTRIES));
      expect(sorted(await areas.entries(TWIN, 'medications'))).toEqual(sorted(ENTRIES.slice(0, 2)));
      expect(await areas.entry(TWIN, 'medications', 'm2')).toEqual(ENTRIES[1]);
      expect(await areas.find(TWIN, 'medications', 'code', '11289')).toEqual([ENTRIES[0]]);
      expect(await areas.find(TWIN, 'problems', 'code', '11289')).toEqual([]);
      expect(await areas.find(TWIN, 'medications', 'name', '11289')).toEqual([]);
      expect(await areas.entry(TWIN, 'problems', 'm1')).toBeUndefined();
      expect(await areas.entries(hex('c'))).toEqual([]);
    });

    it('replace an entry with its index, of two at once the last, and remove', async () => {
      await areas.putEntries(TWIN, ENTRIES);
      const changed = {
        collection: 'medications',
        key: 'm1',
        value: bytes('apixaban'),
        index: { code: '1364430' },
      };
      await areas.putEntries(TWIN, [{ ...changed, value: bytes('not this') }, changed]);
      expect(await areas.find(TWIN, 'medications', 'code', '11289')).toEqual([]);
      expect(await areas.find(TWIN, 'medications', 'code', '1364430')).toEqual([changed]);
      await areas.removeEntries(TWIN, 'medications', ['m1', 'm2', 'never there']);
      expect(await areas.entries(TWIN)).toEqual([ENTRIES[2]]);
      expect(await areas.find(TWIN, 'medications', 'code', '1364430')).toEqual([]);
    });

    it('take and give back any value, and many', async () => {
      const many = Array.from({ length: 700 }, (_, index) => ({
        collection: 'readings',
        key: `r${index}`,
        value: new Uint8Array(index).fill(index),
        index: { day: String(index % 7), 'the hour': `${index % 24}` },
      }));
      await areas.putEntries(TWIN, many);
      expect(sorted(await areas.entries(TWIN))).toEqual(sorted(many));
      expect(await areas.find(TWIN, 'readings', 'day', '3')).toHaveLength(100);
      await areas.moveOut(TWIN);
      expect(sorted(await areas.entries(TWIN))).toEqual(sorted(many));
      expect(await areas.find(TWIN, 'readings', 'day', '3')).toHaveLength(100);
      await areas.moveBack(TWIN);
      expect(sorted(await areas.entries(TWIN))).toEqual(sorted(many));
    });

    it('refuse an entry that was altered, moved to another place, or sealed under another key', async () => {
      const tamper = [
        'update online_entry set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)',
        `update online_entry set twin_id = '${OTHER}'`,
        'update online_entry set key_tag = reverse(key_tag)',
        'update online_entry set sealed = substring(sealed from 1 for 20)',
      ];
      for (const statement of tamper) {
        await database.client.exec('truncate online_entry, online_index, twin_area');
        await areas.putEntries(TWIN, ENTRIES.slice(0, 1));
        await database.client.exec(statement);
        const twin = statement.includes(OTHER) ? OTHER : TWIN;
        await expect(areas.entries(twin), statement).rejects.toMatchObject({ code: 'sealed-altered' });
      }
      const stranger = new TwinAreas({
        database,
        storageKey: new Uint8Array(32),
        online,
        offline,
        objectsOf: async () => [],
        policy: { inactiveAfterS: 1 },
        nowS: () => nowS,
      });
      await areas.putEntries(hex('d'), ENTRIES);
      await expect(stranger.entries(hex('d'))).rejects.toMatchObject({ code: 'sealed-altered' });
    });

    it('send a twin offline once it is inactive, and bring it back once it is active', async () => {
      await settle(TWIN);
      await settle(OTHER);
      const own = [...(objects.get(TWIN) as string[])].sort();
      nowS += INACTIVE_AFTER_S;
      expect(await areas.sweep()).toEqual({ out: [], back: [], failed: [] });
      await areas.noteActivity(OTHER);
      nowS += 1;
      expect(await areas.sweep()).toEqual({ out: [TWIN], back: [], failed: [] });
      expect(await areas.sweep()).toEqual({ out: [], back: [], failed: [] });
      expect(await areaOf(TWIN)).toBe('offline');
      // The two objects and the archive lie offline, nothing of it online; the other twin is where it was.
      expect((await listed(offline)).filter((address) => own.includes(address))).toEqual(own);
      expect(await listed(offline)).toHaveLength(3);
      expect(await listed(online)).toEqual([...(objects.get(OTHER) as string[])].sort());
      // All of it can still be read.
      expect(sorted(await areas.entries(TWIN))).toEqual(sorted(ENTRIES));
      expect(await areas.find(TWIN, 'problems', 'code', '44054006')).toEqual([ENTRIES[2]]);
      for (const address of own) expect(await areas.blobs.get(address)).toBeDefined();
      expect(await listed(areas.blobs)).toHaveLength(5);
      // A look at it does not bring it back; activity does.
      expect(await areas.sweep()).toEqual({ out: [], back: [], failed: [] });
      await areas.noteActivity(TWIN);
      expect(await areas.sweep()).toEqual({ out: [], back: [TWIN], failed: [] });
      expect(await listed(offline)).toEqual([]);
      expect((await listed(online)).filter((address) => own.includes(address))).toEqual(own);
      expect(sorted(await areas.entries(TWIN))).toEqual(sorted(ENTRIES));
    });

    it('bring a twin back at once when something is to be written', async () => {
      await settle(TWIN);
      await areas.moveOut(TWIN);
      const more = { collection: 'problems', key: 'p2', value: bytes('asthma'), index: {} };
      await areas.putEntries(TWIN, [more]);
      expect(await areaOf(TWIN)).toBe('online');
      expect(sorted(await areas.entries(TWIN))).toEqual(sorted([...ENTRIES, more]));
      expect(await listed(offline)).toEqual([]);
    });

    it('keep a twin online that is written to while it is being moved, with what was written', async () => {
      // Once for every call to the offline store: a write before any of them, up to the flip, stops the move; a later one brings the twin back.
      for (let call = 1, calls = 9; call <= calls; call++) {
        await database.client.exec('truncate twin_area, area_object, online_entry, online_index');
        ({ online, offline, folders } = await blobs.fresh());
        areas = openAreas();
        await settle(TWIN);
        const more = { collection: 'problems', key: 'p2', value: bytes('asthma'), index: {} };
        let count = 0;
        let writing: Promise<void> | undefined;
        const meddling: TwinAreas = openAreas({
          offline: withHook(offline, async () => {
            if (++count !== call) return;
            writing = meddling.putEntries(TWIN, [more]);
            // Before the flip a write is done at once; after it, it waits for the move to end.
            await Promise.race([writing, pause(50)]);
          }),
        });
        const after = await meddling.moveOut(TWIN);
        calls = call === 1 ? Math.min(count, 9) : calls;
        await writing;
        expect(count, `call ${call}`).toBeGreaterThanOrEqual(call);
        expect(['online', 'offline']).toContain(after);
        expect(await areaOf(TWIN)).toBe('online');
        expect(sorted(await areas.entries(TWIN))).toEqual(sorted([...ENTRIES, more]));
        expect(await listed(offline)).toEqual([]);
        expect(await listed(online)).toEqual([...(objects.get(TWIN) as string[])].sort());
      }
    });

    it('keep a twin online that was active since the move began', async () => {
      await settle(TWIN);
      let once = true;
      const meddling = openAreas({
        online: withHook(online, async () => {
          if (once) await areas.noteActivity(TWIN);
          once = false;
        }),
      });
      expect(await meddling.moveOut(TWIN)).toBe('online');
      expect(once).toBe(false);
      expect(await listed(offline)).toEqual([]);
      expect(await listed(online)).toHaveLength(2);
    });

    it('can be read all the while a twin moves out and back', async () => {
      await settle(TWIN);
      const slow = async () => pause(Math.random() * 4);
      const moving = openAreas({ online: withHook(online, slow), offline: withHook(offline, slow) });
      let done = false;
      let reads = 0;
      const reader = async () => {
        while (!done) {
          expect(sorted(await moving.entries(TWIN))).toEqual(sorted(ENTRIES));
          expect(await moving.entry(TWIN, 'medications', 'm1')).toEqual(ENTRIES[0]);
          for (const address of objects.get(TWIN) as string[]) {
            expect(await moving.blobs.get(address)).toBeDefined();
            expect(await moving.blobs.has(address)).toBe(true);
          }
          reads++;
        }
      };
      const readers = Promise.all([reader(), reader(), reader()]);
      for (let round = 0; round < 6; round++) {
        expect(await moving.moveOut(TWIN)).toBe('offline');
        expect(await moving.moveBack(TWIN)).toBe('online');
      }
      done = true;
      await readers;
      expect(reads).toBeGreaterThan(3);
    });

    it.each(['out', 'back'] as const)(
      'lose and double nothing, whichever effect of a move %s fails, and a sweep finishes it',
      async (direction) => {
        // One run on a fresh twin, under a plan; a process that failed is replaced by a new one.
        const run = async (next: FaultPlan) => {
          plan = FaultPlan.counting();
          await database.client.exec('truncate twin_area, area_object, online_entry, online_index');
          ({ online, offline, folders } = await blobs.fresh());
          areas = openAreas();
          await settle(TWIN);
          const own = [...(objects.get(TWIN) as string[])].sort();
          if (direction === 'back') await areas.moveOut(TWIN);
          const failing = openAreas({
            online: withFaults(online, next, 'online', EFFECTS.blobs),
            offline: withFaults(offline, next, 'offline', EFFECTS.blobs),
          });
          plan = next;
          const move = direction === 'out' ? failing.moveOut(TWIN) : failing.moveBack(TWIN);
          const failure = await move.then(
            () => undefined,
            (error: unknown) => error,
          );
          plan = FaultPlan.counting();
          if (next.fired) expect(failure).toBeInstanceOf(Error);
          // Whatever happened, everything can be read.
          expect(sorted(await areas.entries(TWIN))).toEqual(sorted(ENTRIES));
          for (const address of own) expect(await areas.blobs.get(address)).toBeDefined();
          // The next process finishes what this one began.
          areas = openAreas();
          if (direction === 'out') nowS += INACTIVE_AFTER_S + 1;
          else await areas.noteActivity(TWIN);
          expect((await areas.sweep()).failed).toEqual([]);
          expect(await areaOf(TWIN)).toBe(direction === 'out' ? 'offline' : 'online');
          expect(sorted(await areas.entries(TWIN))).toEqual(sorted(ENTRIES));
          const [there, left] = direction === 'out' ? [offline, online] : [online, offline];
          expect(await listed(left)).toEqual([]);
          const held = await listed(there);
          expect(held.filter((address) => own.includes(address))).toEqual(own);
          expect(held).toHaveLength(direction === 'out' ? 3 : 2);
          nowS = 1_700_000_000;
        };
        const counting = FaultPlan.counting();
        await run(counting);
        expect(counting.trace).toEqual(
          expect.arrayContaining(
            ['online.put', 'offline.remove', 'database.commit'].slice(direction === 'out' ? 2 : 0),
          ),
        );
        expect(counting.count).toBeGreaterThan(12);
        for (let at = 1; at <= counting.count; at++) {
          for (const when of ['before', 'after'] as const)
            await run(
              new FaultPlan({
                at,
                when,
                error: () => new StoreError('blobs-unavailable', `planned at ${at} ${when}`),
              }),
            );
        }
      },
    );

    it('leave a twin where it is whose object was altered, name it, and move the others', async () => {
      await settle(TWIN);
      await settle(OTHER);
      const [first] = objects.get(TWIN) as string[];
      const damaged = new Proxy(online, {
        get: (target, property) =>
          property === 'get'
            ? async (address: string) => {
                if (address === first) throw new StoreError('object-altered', 'altered');
                return target.get(address);
              }
            : (Reflect.get(target, property) as CallableFunction).bind(target),
      });
      nowS += INACTIVE_AFTER_S + 1;
      const report = await openAreas({ online: damaged }).sweep();
      expect(report).toEqual({ out: [OTHER], back: [], failed: [{ twinId: TWIN, code: 'object-altered' }] });
      expect(await online.get(first as string)).toBeDefined();
      expect(sorted(await areas.entries(TWIN))).toEqual(sorted(ENTRIES));
    });

    it('say that an archive is gone, and go on once the entries are forgotten', async () => {
      await settle(TWIN);
      await areas.moveOut(TWIN);
      for (const address of await listed(offline)) {
        if (!(objects.get(TWIN) as string[]).includes(address)) await offline.remove(address);
      }
      await expect(areas.entries(TWIN)).rejects.toMatchObject({ code: 'object-missing' });
      await expect(areas.moveBack(TWIN)).rejects.toMatchObject({ code: 'object-missing' });
      await areas.forgetEntries(TWIN);
      expect(await areas.entries(TWIN)).toEqual([]);
      expect(await areas.moveBack(TWIN)).toBe('online');
      await areas.putEntries(TWIN, ENTRIES);
      expect(sorted(await areas.entries(TWIN))).toEqual(sorted(ENTRIES));
      expect(await listed(online)).toEqual([...(objects.get(TWIN) as string[])].sort());
    });

    it('have no clinical text in any file, online or offline, however it may be written', async () => {
      const canary = 'Canary-Penicillin-Anaphylaxis-4711';
      const collection = 'Canary-Psychiatry-Collection';
      const control = 'Control-Text-In-The-Clear-9999';
      await areas.putEntries(TWIN, [
        {
          collection,
          key: `Key-${canary}`,
          value: bytes(`value ${canary}`),
          index: { [`Field-${canary}`]: `Index-${canary}` },
        },
      ]);
      // What is written in the clear must be found, or the search proves nothing.
      await database.client.exec(
        `insert into store_meta values ('control', '${control}') on conflict do nothing`,
      );
      const clear = await online.put(bytes(control));
      await areas.noteActivity(OTHER);
      objects.set(OTHER, [clear]);
      await areas.moveOut(OTHER);
      await database.client.exec('checkpoint');
      const before = await everything();
      await areas.moveOut(TWIN);
      await database.client.exec('checkpoint');
      const after = await everything();
      expect(Buffer.from((await areas.entries(TWIN))[0]?.value as Uint8Array).toString()).toContain(canary);
      for (const where of [before, after]) {
        expect(found(where, control)).toBe(true);
        expect(found(where, canary)).toBe(false);
        expect(found(where, collection)).toBe(false);
      }
      expect(found(folders.length > 0 ? await filesUnder(folders) : [], control)).toBe(true);
    });

    /** The database's files or dump, and every file of the blob stores. */
    async function everything(): Promise<Buffer[]> {
      const rows = await Promise.all(
        ['online_entry', 'online_index', 'twin_area', 'area_object', 'store_meta'].map(async (table) =>
          Buffer.from(
            JSON.stringify(
              ((await database.db.execute(`select t::text from ${table} t`)) as never as { rows: unknown })
                .rows,
            ),
          ),
        ),
      );
      const engine = value.startsWith('pglite:')
        ? await filesUnder([value.slice('pglite:'.length)])
        : await serverFiles();
      return [...rows, ...engine, ...(await filesUnder(folders))];
    }

    async function serverFiles(): Promise<Buffer[]> {
      const { rows } = (await database.db.execute('show data_directory')) as never as {
        rows: { data_directory: string }[];
      };
      return filesUnder([rows[0]?.data_directory as string]);
    }
  });
});

/** Files that a running server removes while we look are passed over. */
async function filesUnder(folders: readonly string[]): Promise<Buffer[]> {
  const files: Buffer[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
      if (entry.isFile())
        files.push(await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0)));
    }
  }
  return files;
}

function found(where: readonly Buffer[], text: string): boolean {
  const forms = [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('hex')),
    // The middle of its base64, at each of the three alignments.
    ...[0, 1, 2].map((shift) => Buffer.from(Buffer.from(text.slice(shift, shift + 21)).toString('base64'))),
  ];
  return where.some((file) => forms.some((form) => file.includes(form)));
}

/** A blob store before each of whose calls something happens. */
function withHook(store: BlobStore, before: () => Promise<void>): BlobStore {
  return {
    put: (content) => before().then(() => store.put(content)),
    get: (address) => before().then(() => store.get(address)),
    has: (address) => before().then(() => store.has(address)),
    remove: (address) => before().then(() => store.remove(address)),
    list: () => store.list(),
  };
}
