import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderBlobStore, ReceiptLog, SealedStore } from '../src/index.js';

const freshFolder = () => mkdtemp(join(tmpdir(), 'twinseal-store-'));
const bytes = (text: string) => new TextEncoder().encode(text);

describe('FolderBlobStore', () => {
  it('stores by SHA-256, once, owner-only', async () => {
    const store = new FolderBlobStore(await freshFolder());
    const address = await store.put(bytes('abc'));
    // FIPS 180-2, appendix B.1
    expect(address).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(await store.put(bytes('abc'))).toBe(address);
    expect(await store.get(address)).toEqual(bytes('abc'));
    expect((await stat(store.pathOf(address))).mode & 0o077).toBe(0);
    const held: string[] = [];
    for await (const each of store.list()) held.push(each);
    expect(held).toEqual([address]);
    expect(await store.remove(address)).toBe(true);
    expect(await store.get(address)).toBeUndefined();
    expect(await store.remove(address)).toBe(false);
  });

  it('refuses to hand out an object whose file was altered', async () => {
    const store = new FolderBlobStore(await freshFolder());
    const address = await store.put(bytes('abc'));
    await writeFile(store.pathOf(address), 'abd');
    await expect(store.get(address)).rejects.toMatchObject({ code: 'object-altered' });
  });

  it('takes no address that could name another path', async () => {
    const store = new FolderBlobStore(await freshFolder());
    await expect(store.get('../../etc/passwd')).rejects.toBeInstanceOf(TypeError);
    await expect(store.has(`${'0'.repeat(63)}/`)).rejects.toBeInstanceOf(TypeError);
  });

  it('leaves no temporary file behind', async () => {
    const folder = await freshFolder();
    const store = new FolderBlobStore(folder);
    const address = await store.put(bytes('abc'));
    expect(await readdir(join(folder, address.slice(0, 2)))).toEqual([address]);
  });
});

describe('SealedStore', () => {
  const key = new Uint8Array(32).fill(7);

  it('gives back what was put, and shows neither name nor content on disk', async () => {
    const folder = await freshFolder();
    const store = new SealedStore(folder, key);
    await store.putJson('record-number/4711', { twin: 'a canary of twenty bytes' });
    expect(await new SealedStore(folder, key).getJson('record-number/4711')).toEqual({
      twin: 'a canary of twenty bytes',
    });
    expect(await store.get('absent')).toBeUndefined();
    for (const name of await readdir(folder)) {
      expect(name).not.toContain('4711');
      expect((await readFile(join(folder, name))).includes('canary')).toBe(false);
    }
  });

  it('refuses an altered file, a renamed one, and another key', async () => {
    const folder = await freshFolder();
    const store = new SealedStore(folder, key);
    await store.put('a', bytes('one'));
    await store.put('b', bytes('two'));
    const [first, second] = (await readdir(folder)).sort() as [string, string];
    const content = await readFile(join(folder, first));
    await writeFile(join(folder, second), content);
    const opened = await Promise.allSettled([store.get('a'), store.get('b')]);
    expect(opened.filter((o) => o.status === 'rejected')).toHaveLength(1);
    await expect(new SealedStore(folder, new Uint8Array(32)).get('a')).resolves.toBeUndefined();
    content[content.length - 1] = (content[content.length - 1] as number) ^ 1;
    await writeFile(join(folder, first), content);
    await writeFile(join(folder, second), content);
    await expect(store.get('a')).rejects.toMatchObject({ code: 'sealed-altered' });
  });
});

describe('ReceiptLog', () => {
  it('keeps receipts in order over a restart and cuts a torn tail', async () => {
    const path = join(await freshFolder(), 'receipts.log');
    const log = await ReceiptLog.open(path);
    await Promise.all([log.append(bytes('one')), log.append(bytes('two')), log.append(bytes('three'))]);
    await log.close();
    const whole = (await stat(path)).size;
    for (const cut of [whole - 1, whole - 5, whole - 12]) {
      await truncate(path, cut);
      const again = await ReceiptLog.open(path);
      expect(again.all().map((r) => new TextDecoder().decode(r))).toEqual(['one', 'two']);
      await again.append(bytes('three'));
      await again.close();
      expect((await stat(path)).size).toBe(whole);
    }
    await appendFile(path, Buffer.from([0, 0]));
    const torn = await ReceiptLog.open(path);
    expect(torn.all()).toHaveLength(3);
    await torn.close();
  });

  it('names an entry that was altered', async () => {
    const path = join(await freshFolder(), 'receipts.log');
    const log = await ReceiptLog.open(path);
    await log.append(bytes('one'));
    await log.append(bytes('two'));
    await log.close();
    const content = await readFile(path);
    // The entry's layout by hand: u32 length, 3 bytes, 4 bytes of SHA-256.
    expect(content.subarray(7, 11)).toEqual(createHash('sha256').update('one').digest().subarray(0, 4));
    content[5] = (content[5] as number) ^ 1;
    await writeFile(path, content);
    await expect(ReceiptLog.open(path)).rejects.toMatchObject({ code: 'log-altered' });
  });

  it('finds every receipt of a long log, before and after a restart, with few of them in memory', async () => {
    const path = join(await freshFolder(), 'receipts.log');
    const texts = Array.from({ length: 9_000 }, (_, i) => `receipt ${i} ${'.'.repeat(i % 50)}`);
    const text = (receipt: Uint8Array | undefined) => new TextDecoder().decode(receipt);
    const look = (log: ReceiptLog) => {
      expect(log.count).toBe(texts.length);
      for (let i = 0; i < texts.length; i += 7) expect(text(log.at(i))).toBe(texts[i]);
      for (const i of [8_999, 0, 64, 63, 4_095, 1]) expect(text(log.at(i))).toBe(texts[i]);
      for (const i of [-1, 9_000, 0.5]) expect(log.at(i)).toBeUndefined();
      expect(log.held).toBeLessThan(texts.length / 1.5);
      expect(log.all().map(text)).toEqual(texts);
    };
    const log = await ReceiptLog.open(path);
    for (let i = 0; i < texts.length; i += 100) await log.appendAll(texts.slice(i, i + 100).map(bytes));
    look(log);
    await log.close();
    const again = await ReceiptLog.open(path);
    look(again);
    await again.append(bytes('one more'));
    expect([text(again.at(9_000)), again.count]).toEqual(['one more', 9_001]);

    // What is changed on the disk behind its back is not believed.
    const content = await readFile(path);
    content[20] = (content[20] as number) ^ 1;
    await writeFile(path, content);
    expect(() => Array.from({ length: 2_000 }, (_, i) => again.at(i))).toThrowError(
      expect.objectContaining({ code: 'log-altered' }),
    );
    await again.close();
  });

  it('cuts off zeros that a power cut left, more than are read at once, and nothing that has something behind them', async () => {
    const path = join(await freshFolder(), 'receipts.log');
    const log = await ReceiptLog.open(path);
    await log.append(bytes('one'));
    await log.close();
    const whole = (await stat(path)).size;
    await truncate(path, whole + 3_000_000);
    const again = await ReceiptLog.open(path);
    expect(again.all()).toHaveLength(1);
    await again.close();
    expect((await stat(path)).size).toBe(whole);
    await truncate(path, whole + 3_000_000);
    await appendFile(path, 'x');
    await expect(ReceiptLog.open(path)).rejects.toMatchObject({ code: 'log-altered' });
  });
});
