/** One behaviour of every blob store, run over each adapter. */

import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenBlobStore, openBlobStore } from '../src/index.js';
import { S3Server } from './support/s3-server.js';

const bytes = (text: string) => new TextEncoder().encode(text);
/** FIPS 180-2, appendix B.1. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
/** SHA-256 of nothing, as RFC 6234's test vectors imply and `sha256sum /dev/null` prints. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface Bench {
  readonly store: OpenBlobStore;
  /** Opens the same place again, as another process would. */
  reopen(): Promise<OpenBlobStore>;
  /** Changes what the holder keeps, behind the store's back. */
  alter(address: string, content: Uint8Array): Promise<void>;
  /** The place goes away. */
  destroy(): Promise<void>;
}

const s3: { server?: S3Server } = {};
const BUCKETS = Array.from({ length: 12 }, (_, index) => `bucket-${index}`);
let nextBucket = 0;

beforeAll(async () => {
  s3.server = await S3Server.start(BUCKETS);
});
afterAll(() => s3.server?.stop());

async function folderBench(): Promise<Bench> {
  const folder = join(await mkdtemp(join(tmpdir(), 'twinseal-blobs-')), 'objects');
  const open = () => openBlobStore({ kind: 'folder', folder });
  return {
    store: await open(),
    reopen: open,
    alter: (address, content) => writeFile(join(folder, address.slice(0, 2), address), content),
    destroy: () => rm(folder, { recursive: true }),
  };
}

async function s3Bench(): Promise<Bench> {
  const server = s3.server as S3Server;
  const bucket = BUCKETS[nextBucket++] as string;
  const config = server.config(bucket, { prefix: 'hospital-a/sealed/', retries: 1 });
  const open = () => openBlobStore(config);
  return {
    store: await open(),
    reopen: open,
    alter: async (address, content) => {
      const key = join(server.folder, bucket, 'hospital-a', 'sealed', address.slice(0, 2), address);
      await writeFile(`${key}._S3rver_object`, content);
    },
    destroy: () => rm(join(server.folder, bucket), { recursive: true }),
  };
}

async function listed(store: OpenBlobStore): Promise<string[]> {
  const found: string[] = [];
  for await (const address of store.list()) found.push(address);
  return found.sort();
}

describe.each([
  ['a folder', folderBench],
  ['an S3 bucket', s3Bench],
])('a blob store in %s', (_, bench) => {
  it('stores by SHA-256, once, and over a restart', async () => {
    const { store, reopen } = await bench();
    expect(await store.put(bytes('abc'))).toBe(ABC);
    expect(await store.put(bytes('abc'))).toBe(ABC);
    expect(await store.put(new Uint8Array())).toBe(EMPTY);
    const again = await reopen();
    expect(await again.get(ABC)).toEqual(bytes('abc'));
    expect(await again.get(EMPTY)).toEqual(new Uint8Array());
    expect(await listed(again)).toEqual([ABC, EMPTY]);
  });

  it('says of what it does not hold that it does not hold it', async () => {
    const { store } = await bench();
    expect(await store.get(ABC)).toBeUndefined();
    expect(await store.has(ABC)).toBe(false);
    expect(await store.remove(ABC)).toBe(false);
    expect(await listed(store)).toEqual([]);
  });

  it('removes, and then does not hold it', async () => {
    const { store } = await bench();
    await store.put(bytes('abc'));
    expect(await store.has(ABC)).toBe(true);
    expect(await store.remove(ABC)).toBe(true);
    expect(await store.remove(ABC)).toBe(false);
    expect(await store.get(ABC)).toBeUndefined();
  });

  it('gives back whatever was put', async () => {
    const { store } = await bench();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4_096 }), async (content) => {
        expect(await store.get(await store.put(content))).toEqual(content);
      }),
      { numRuns: 25 },
    );
  });

  it('gives back a large object', async () => {
    const { store } = await bench();
    const content = new Uint8Array(randomBytes(9 << 20));
    const address = await store.put(content);
    expect(Buffer.from((await store.get(address)) as Uint8Array).equals(content)).toBe(true);
  });

  it('puts one object from many hands at once', async () => {
    const { store } = await bench();
    const put = await Promise.all(Array.from({ length: 12 }, () => store.put(bytes('abc'))));
    expect(new Set(put)).toEqual(new Set([ABC]));
    expect(await store.get(ABC)).toEqual(bytes('abc'));
  });

  it('lists every object, be there many', async () => {
    const { store } = await bench();
    const put = await Promise.all(
      Array.from({ length: 60 }, (_, index) => store.put(bytes(`object ${index}`))),
    );
    expect(await listed(store)).toEqual(put.sort());
  });

  it('refuses to hand out an altered object, and heals it when it is put again', async () => {
    const { store, alter } = await bench();
    await store.put(bytes('abc'));
    await alter(ABC, bytes('abd'));
    await expect(store.get(ABC)).rejects.toMatchObject({ name: 'StoreError', code: 'object-altered' });
    await store.put(bytes('abc'));
    expect(await store.get(ABC)).toEqual(bytes('abc'));
  });

  it('takes no address that could name another place', async () => {
    const { store } = await bench();
    for (const address of ['../../etc/passwd', `${'0'.repeat(63)}/`, '', ABC.toUpperCase(), `${ABC}\n`]) {
      await expect(store.get(address)).rejects.toBeInstanceOf(TypeError);
      await expect(store.has(address)).rejects.toBeInstanceOf(TypeError);
      await expect(store.remove(address)).rejects.toBeInstanceOf(TypeError);
    }
  });

  it('tells whether it works, and leaves nothing behind by telling', async () => {
    const { store } = await bench();
    await store.check();
    expect(await listed(store)).toEqual([]);
  });

  it('says where it is', async () => {
    const { store } = await bench();
    expect(store.place).toMatch(/objects$|\/bucket-\d+\/hospital-a\/sealed\/$/);
  });
});

describe('FolderBlobStore', () => {
  it('clears away what a crash left half-written, and nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'twinseal-blobs-'));
    const first = await openBlobStore({ kind: 'folder', folder });
    await first.put(bytes('abc'));
    await writeFile(join(folder, 'ba', '.0123456789abcdef.tmp'), 'half');
    await writeFile(join(folder, 'ba', 'notes-of-a-person'), 'kept');
    const second = await openBlobStore({ kind: 'folder', folder });
    expect((await readdir(join(folder, 'ba'))).sort()).toEqual([ABC, 'notes-of-a-person']);
    expect(await listed(second)).toEqual([ABC]);
    expect((await readFile(join(folder, 'ba', ABC))).toString()).toBe('abc');
  });
});

describe('a place that is gone', () => {
  it('a folder that was removed is an empty store, and is made again', async () => {
    const { store, destroy } = await folderBench();
    await store.put(bytes('abc'));
    await destroy();
    expect(await store.get(ABC)).toBeUndefined();
    expect(await store.put(bytes('abc'))).toBe(ABC);
  });

  it('a bucket that was removed is said to be none, and never taken for an empty one', async () => {
    const { store, destroy } = await s3Bench();
    await store.put(bytes('abc'));
    await destroy();
    const gone = { code: 'blobs-refused', message: expect.stringContaining('no such bucket') };
    await expect(store.get(ABC)).rejects.toMatchObject(gone);
    await expect(store.has(ABC)).rejects.toMatchObject(gone);
    await expect(store.put(bytes('abc'))).rejects.toMatchObject(gone);
    await expect(store.remove(ABC)).rejects.toMatchObject(gone);
    await expect(listed(store)).rejects.toMatchObject(gone);
    await expect(store.check()).rejects.toMatchObject(gone);
  });
});
