/** The process dies at every effect, before it and after it; what was acknowledged until then is there. */

import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBlobStore, ReceiptLog, SealedStore } from '../src/index.js';

const BUILT = join(import.meta.dirname, '..', 'dist');
const WORKER = join(import.meta.dirname, 'support', 'kill-worker.mjs');

/** What the worker said, and what ended it. */
function run(folder: string, at: string, when: string): Promise<{ said: string[]; signal: string | null }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [WORKER, BUILT, folder, at, when], (error, stdout) => {
      resolve({ said: stdout.split('\n').filter((line) => line !== ''), signal: error?.signal ?? null });
    });
  });
}

describe('a process that is killed', () => {
  it('loses nothing that it acknowledged, at whichever effect it dies', async () => {
    const counted = await run(await mkdtemp(join(tmpdir(), 'twinseal-kill-')), 'count', '');
    const effects = Number(counted.said.at(-1)?.replace('effects ', ''));
    expect(effects).toBeGreaterThan(20);
    for (let at = 1; at <= effects; at++) {
      for (const when of ['kill', 'kill-after']) {
        const folder = await mkdtemp(join(tmpdir(), 'twinseal-kill-'));
        const { said, signal } = await run(folder, String(at), when);
        expect(signal, `${when} ${at}`).toBe('SIGKILL');
        const acknowledged = (kind: string) =>
          said.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));

        const store = await openBlobStore({ kind: 'folder', folder: join(folder, 'objects') });
        for (const address of acknowledged('object')) expect(await store.get(address)).toBeDefined();
        const held: string[] = [];
        for await (const address of store.list()) {
          held.push(address);
          expect(await store.get(address)).toBeDefined();
        }
        expect(held.length - acknowledged('object').length).toBeLessThanOrEqual(1);

        const entry = await new SealedStore(join(folder, 'vault'), new Uint8Array(32)).get('entry');
        const written = entry === undefined ? 0 : Number(Buffer.from(entry).toString());
        expect([0, 1]).toContain(written - Number(acknowledged('entry').at(-1) ?? 0));

        const log = await ReceiptLog.open(join(folder, 'receipts'));
        const receipts = log.all().map((receipt) => Buffer.from(receipt).toString());
        expect(receipts).toEqual(['receipt 1', 'receipt 2'].slice(0, receipts.length));
        expect([0, 1]).toContain(receipts.length - acknowledged('receipt').length);
        await log.append(new Uint8Array([1]));
        await log.close();
      }
    }
  });
});
