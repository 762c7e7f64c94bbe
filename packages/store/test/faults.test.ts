/** Every effect fails once, at every place and in every way; then what was acknowledged is there, what was not is there whole or not at all, and everything goes on. */

import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FileEffects,
  FolderBlobStore,
  isTransient,
  Ledger,
  nodeFiles,
  type OpenDatabase,
  openBlobStore,
  openDatabase,
  ReceiptLog,
  SealedStore,
  StoreError,
} from '../src/index.js';
import {
  EFFECTS,
  FaultPlan,
  type FaultWhen,
  faultyFiles,
  statementFaults,
  withFaults,
} from '../src/testing/index.js';
import { LANE, sealedRow } from './support/rows.js';
import { canMount, SMALL_DISK_MISSING, SmallDisk } from './support/small-disk.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const freshFolder = () => mkdtemp(join(tmpdir(), 'twinseal-faults-'));
const WAYS: readonly FaultWhen[] = ['before', 'after', 'torn'];

/** Runs a scenario once to count its effects, then once for every effect and way of failing. */
async function forEveryFault(
  scenario: (files: FileEffects, plan: FaultPlan, folder: string) => Promise<void>,
  check: (folder: string, plan: FaultPlan) => Promise<void>,
): Promise<number> {
  const counting = FaultPlan.counting();
  const folder = await freshFolder();
  await scenario(faultyFiles(counting), counting, folder);
  await check(folder, counting);
  for (let at = 1; at <= counting.count; at++) {
    for (const when of WAYS) {
      const plan = new FaultPlan({ at, when });
      const place = await freshFolder();
      await scenario(faultyFiles(plan), plan, place);
      expect(plan.fired, `effect ${at} ${when}`).toBe(true);
      await check(place, plan);
    }
  }
  return counting.count;
}

/** Tries something; what it fails with must be an error of the store with a code for a disk in trouble. */
async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    expect(['storage-full', 'storage-failed', 'log-failed']).toContain((error as StoreError).code);
    return false;
  }
}

describe('FaultPlan', () => {
  it('fails the n-th effect over all ports that share it, as often as it is told', async () => {
    const plan = new FaultPlan({ at: 2, times: 2 });
    const done: string[] = [];
    const port = (name: string) => ({ put: async (what: string) => void done.push(`${name} ${what}`) });
    const a = withFaults(port('a'), plan, 'a', ['put']);
    const b = withFaults(port('b'), plan, 'b', ['put']);
    await a.put('1');
    await expect(b.put('2')).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(a.put('3')).rejects.toMatchObject({ code: 'ENOSPC' });
    await b.put('4');
    expect(done).toEqual(['a 1', 'b 4']);
    expect(plan.trace).toEqual(['a.put', 'b.put', 'a.put', 'b.put']);
  });

  it('with "after" does the effect and says that it failed, with the error that is asked for', async () => {
    const plan = new FaultPlan({
      at: 1,
      when: 'after',
      error: () => new StoreError('blobs-unavailable', 'gone'),
    });
    const store = new FolderBlobStore(await freshFolder());
    const faulty = withFaults(store, plan, 'blobs', EFFECTS.blobs);
    await expect(faulty.put(bytes('abc'))).rejects.toMatchObject({ code: 'blobs-unavailable' });
    expect(await faulty.get(await store.put(bytes('abc')))).toEqual(bytes('abc'));
  });

  it('refuses what a port does not have, and a place that is none', () => {
    expect(() => withFaults({}, FaultPlan.counting(), 'x', ['put' as never])).toThrow(TypeError);
    expect(() => new FaultPlan({ at: 0 })).toThrow(RangeError);
  });
});

describe('a failing file operation', () => {
  it('leaves the folder of objects whole', async () => {
    const texts = ['one', 'two', 'three'];
    let put: string[] = [];
    const effects = await forEveryFault(
      async (files, _plan, folder) => {
        put = [];
        const store = new FolderBlobStore(join(folder, 'objects'), files);
        for (const text of texts) {
          await attempt(async () => {
            put.push(await store.put(bytes(text)));
          });
        }
        // Removing may fail as well, and then the object is there or is not.
        await attempt(() => store.remove(put[0] as string));
      },
      async (folder) => {
        const store = await openBlobStore({ kind: 'folder', folder: join(folder, 'objects') });
        for (const address of put.slice(1)) expect(await store.get(address)).toBeDefined();
        // Whatever is listed is intact, and nothing else lies about.
        for await (const address of store.list()) expect(await store.get(address)).toBeDefined();
        const names = await readdir(join(folder, 'objects'), { recursive: true });
        expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
        for (const text of texts) await store.put(bytes(text));
      },
    );
    expect(effects).toBeGreaterThan(10);
  });

  it('leaves the receipt log readable, with everything that was acknowledged, in order', async () => {
    let acknowledged: string[] = [];
    const tried = ['one', 'two', 'three', 'four'];
    const effects = await forEveryFault(
      async (files, _plan, folder) => {
        acknowledged = [];
        let log: ReceiptLog | undefined;
        const open = async () => {
          await attempt(async () => {
            log = await ReceiptLog.open(join(folder, 'log', 'receipts'), files);
          });
        };
        await open();
        // The first opening may be what fails; a gateway would be started again.
        if (log === undefined) await open();
        for (const text of tried) {
          if (await attempt(() => (log as ReceiptLog).append(bytes(text)))) acknowledged.push(text);
          expect((log as ReceiptLog).all().map((receipt) => Buffer.from(receipt).toString())).toEqual(
            acknowledged,
          );
        }
        await (log as ReceiptLog | undefined)?.close();
      },
      async (folder) => {
        const log = await ReceiptLog.open(join(folder, 'log', 'receipts'));
        const kept = log.all().map((receipt) => Buffer.from(receipt).toString());
        // A receipt whose answer was lost may be there; none that was acknowledged may be missing.
        expect(tried.filter((text) => kept.includes(text))).toEqual(kept);
        expect(kept).toEqual(expect.arrayContaining(acknowledged));
        await log.append(bytes('five'));
        await log.close();
        const again = await ReceiptLog.open(join(folder, 'log', 'receipts'));
        expect(again.all()).toHaveLength(kept.length + 1);
        await again.close();
      },
    );
    expect(effects).toBeGreaterThan(8);
  });

  it('after a failed fsync nothing more is believed of the log until it is opened again', async () => {
    const folder = await freshFolder();
    const plan = new FaultPlan({ at: 5 });
    const log = await ReceiptLog.open(join(folder, 'receipts'), faultyFiles(plan));
    await log.append(bytes('one'));
    expect(plan.trace.slice(-2)).toEqual(['files.append', 'files.sync']);
    // makeDirectory, syncDirectory, append, sync; then append and the sync that fails.
    const failing = new FaultPlan({ at: 6 });
    const second = await ReceiptLog.open(join(folder, 'receipts'), faultyFiles(failing));
    await second.append(bytes('two'));
    await expect(second.append(bytes('three'))).rejects.toMatchObject({ code: 'log-failed' });
    expect(failing.trace[5]).toBe('files.sync');
    await expect(second.append(bytes('four'))).rejects.toMatchObject({ code: 'log-failed' });
    await log.close();
    await second.close();
    const third = await ReceiptLog.open(join(folder, 'receipts'));
    expect(third.all().map((receipt) => Buffer.from(receipt).toString())).toEqual(['one', 'two']);
    await third.close();
  });

  it('leaves an entry of the sealed store old or new, whole', async () => {
    const key = new Uint8Array(32).fill(7);
    let expected: string[] = [];
    await forEveryFault(
      async (files, _plan, folder) => {
        expected = ['none'];
        const store = new SealedStore(join(folder, 'vault'), key, files);
        for (const text of ['old', 'new']) {
          // One that failed may be there all the same, in place of the one before it.
          if (await attempt(() => store.put('entry', bytes(text)))) expected = [text];
          else expected.push(text);
        }
      },
      async (folder) => {
        const found = await new SealedStore(join(folder, 'vault'), key).get('entry');
        expect(expected).toContain(found === undefined ? 'none' : Buffer.from(found).toString());
      },
    );
  });
});

describe('a failing statement', () => {
  let database: OpenDatabase;
  let plan = FaultPlan.counting();
  beforeAll(async () => {
    database = await openDatabase(`pglite:${join(await freshFolder(), 'db')}`, {
      hook: {
        before: (label) => statementFaults(plan).before(label),
        after: (label) => statementFaults(plan).after(label),
      },
    });
  });
  afterAll(() => database?.close());

  it('leaves an instance recorded whole or not at all, and the next try works', async () => {
    const ledger = new Ledger(database.db);
    const run = async (next: FaultPlan) => {
      plan = FaultPlan.counting();
      await database.client.exec('truncate instance, part, known_statement, outbox');
      plan = next;
      try {
        await ledger.recordSealed(sealedRow(0));
        return 'done';
      } catch (error) {
        expect(error).toMatchObject({ name: 'StoreError', code: 'storage-full' });
        expect(isTransient(error)).toBe(true);
        return 'failed';
      } finally {
        plan = FaultPlan.counting();
      }
    };
    const counting = FaultPlan.counting();
    expect(await run(counting)).toBe('done');
    expect(counting.trace).toEqual([
      'database.insert instance',
      'database.insert part',
      'database.insert known_statement',
      'database.insert outbox',
      'database.commit',
    ]);
    for (let at = 1; at <= counting.count; at++) {
      for (const when of ['before', 'after'] as const) {
        expect(await run(new FaultPlan({ at, when }))).toBe('failed');
        const whole = [await ledger.lane(LANE), await ledger.allParts(), await ledger.pendingEffects()].map(
          (rows) => rows.length,
        );
        // Only a commit whose answer was lost leaves anything, and then all of it.
        const committed = at === counting.count && when === 'after';
        expect(whole, `effect ${at} ${when}`).toEqual(committed ? [1, 1, 1] : [0, 0, 0]);
        const again = ledger.recordSealed(sealedRow(0));
        if (committed) await expect(again).rejects.toMatchObject({ code: 'database-conflict' });
        else await again;
      }
    }
  });
});

const mountable = await canMount();

describe.skipIf(!mountable)(`a disk that is full${mountable ? '' : ` (${SMALL_DISK_MISSING})`}`, () => {
  it('is said to be full, holds what was acknowledged, and works again once there is room', async () => {
    const disk = (await SmallDisk.mount(2)) as SmallDisk;
    try {
      const store = await openBlobStore({ kind: 'folder', folder: join(disk.folder, 'objects') });
      const vault = new SealedStore(join(disk.folder, 'vault'), new Uint8Array(32));
      const log = await ReceiptLog.open(join(disk.folder, 'receipts'));
      const address = await store.put(new Uint8Array(100_000).fill(1));
      await vault.put('entry', bytes('old'));
      await log.append(new Uint8Array(3_000).fill(1));
      const files = await disk.files();
      await disk.fill();
      await expect(store.put(new Uint8Array(100_000).fill(2))).rejects.toMatchObject({
        code: 'storage-full',
      });
      await expect(vault.put('entry', new Uint8Array(50_000))).rejects.toMatchObject({
        code: 'storage-full',
      });
      await expect(log.append(new Uint8Array(9_000).fill(2))).rejects.toMatchObject({ code: 'storage-full' });
      expect((await disk.files()).sort()).toEqual(files.sort());
      expect(await store.get(address)).toEqual(new Uint8Array(100_000).fill(1));
      expect(await vault.get('entry')).toEqual(bytes('old'));
      await disk.free();
      await store.put(new Uint8Array(100_000).fill(2));
      await vault.put('entry', bytes('new'));
      await log.append(new Uint8Array(9_000).fill(3));
      await log.close();
      const again = await ReceiptLog.open(join(disk.folder, 'receipts'));
      expect(again.all().map((receipt) => [receipt.length, receipt[0]])).toEqual([
        [3_000, 1],
        [9_000, 3],
      ]);
      await again.close();
      expect((await readFile(join(disk.folder, 'receipts'))).length).toBe(12_016);
    } finally {
      await disk.unmount();
    }
  });

  it('stops the embedded database with a name for it, and keeps what was acknowledged', async () => {
    const disk = (await SmallDisk.mount(80)) as SmallDisk;
    try {
      const value = `pglite:${join(disk.folder, 'db')}`;
      const database = await openDatabase(value);
      const ledger = new Ledger(database.db);
      await ledger.recordSealed(sealedRow(0));
      await disk.fill(40_000);
      let recorded = 1;
      let failure: unknown;
      // Large enough that the engine must grow its files.
      for (let seq = 1; seq < 60 && failure === undefined; seq++) {
        const parts = Array.from({ length: 200 }, (_, index) => ({
          partDigest: `${seq}/${index}`.padStart(64, '0'),
          slot: 'a'.repeat(64),
          payload: 'b'.repeat(64),
          payloadBytes: index,
        }));
        try {
          await ledger.recordSealed({ ...sealedRow(seq), parts });
          recorded++;
        } catch (error) {
          failure = error;
        }
      }
      expect(failure).toMatchObject({ name: 'StoreError' });
      expect(['storage-full', 'database-unavailable', 'database-failed']).toContain(
        (failure as StoreError).code,
      );
      await disk.free();
      await database.close().catch(() => undefined);
      const again = await openDatabase(value);
      const rows = await new Ledger(again.db).lane(LANE);
      expect(rows.length).toBeGreaterThanOrEqual(recorded);
      // The one that failed is there with all its parts, or not at all.
      const parts = await new Ledger(again.db).allParts();
      expect(parts).toHaveLength(1 + (rows.length - 1) * 200);
      await again.close();
    } finally {
      await disk.unmount();
    }
  });
});

describe('nodeFiles', () => {
  it('writes a new file only where there is none', async () => {
    const folder = await freshFolder();
    await nodeFiles.writeNew(join(folder, 'a'), bytes('one'), 0o600);
    await expect(nodeFiles.writeNew(join(folder, 'a'), bytes('two'), 0o600)).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(await nodeFiles.read(join(folder, 'a'))).toEqual(bytes('one'));
  });
});
