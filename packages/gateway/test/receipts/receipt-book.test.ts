/** Receipts as the gateway writes them: an unbroken chain for each twin, durable before anybody is told, whatever fails. */

import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IdentityKey, loadBackend, localAuthority, type PublicParameters, setup } from '@twinseal/mibsc';
import {
  decodeReceipt,
  encodeReceiptBody,
  fromHex,
  hospitalIdentity,
  verifyReceiptChain,
} from '@twinseal/record';
import { ReceiptLog } from '@twinseal/store';
import { FaultPlan, faultyFiles } from '@twinseal/store/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ReceiptBook, type ReceiptInput, receiptBook } from '../../src/receipts/receipt-book.js';
import { ThreadSigner, type ToSign } from '../../src/receipts/thread-signer.js';

const DOMAIN = { chainId: 31337n, contract: '0x00000000000000000000000000000000000000c1' } as const;
const TWINS = ['a1', 'b2', 'c3'].map((byte) => byte.repeat(32));

let params: PublicParameters;
let key: IdentityKey;
beforeAll(async () => {
  const made = setup(await loadBackend(), 8);
  params = made.params;
  key = await localAuthority(params, made.master).extract(hospitalIdentity('north'));
});

const freshFolder = () => mkdtemp(join(tmpdir(), 'twinseal-receipts-'));
const bookOver = (receipts: ReceiptLog) =>
  receiptBook({ receipts, params, key, nowS: () => 1_700_000_000, chain: { domain: DOMAIN } });
const input = (twinId: string): ReceiptInput => ({
  twinId,
  requestId: `0x${randomBytes(32).toString('hex')}`,
  requester: hospitalIdentity('south'),
  decision: 'permit',
  reason: 0,
  purpose: 'TREAT',
  scopes: [`0x${'02'.repeat(32)}`, `0x${'01'.repeat(32)}`, `0x${'02'.repeat(32)}`],
  block: { number: 7, hash: `0x${'0b'.repeat(32)}` },
});
const chainOf = (book: ReceiptBook, twinId: string) =>
  verifyReceiptChain({
    params,
    domain: DOMAIN,
    twinId: fromHex(twinId, 32),
    server: hospitalIdentity('north'),
    receipts: book.ofTwin(twinId).map(({ bytes }) => bytes),
  });

describe('ReceiptBook', () => {
  it('writes an unbroken chain for each twin when many are asked for at once, and tells each its place', async () => {
    const log = await ReceiptLog.open(join(await freshFolder(), 'receipts.log'));
    const book = bookOver(log);
    const twins = Array.from({ length: 40 }, (_, i) => TWINS[i % 3] as string);
    const written = await Promise.all(twins.map((twinId) => book.write(input(twinId))));
    expect(log.all()).toHaveLength(40);
    for (const [i, { index, position, bytes }] of written.entries()) {
      expect(log.all()[position]).toEqual(bytes);
      expect(decodeReceipt(bytes).index).toBe(index);
      expect(book.get(twins[i] as string, index)?.bytes).toEqual(bytes);
    }
    for (const twinId of TWINS) {
      const { verified, findings } = chainOf(book, twinId);
      expect(findings).toEqual([]);
      expect(verified).toHaveLength(book.countOf(twinId));
      // REC-22: scopes ascend strictly.
      expect(verified[0]?.receipt.scopes.map((scope) => scope[0])).toEqual([1, 2]);
    }
    expect(book.get(TWINS[0] as string, 999)).toBeUndefined();
    expect(book.ofTwin('00'.repeat(32))).toEqual([]);
    await log.close();
  });

  it('goes on where a log ended, and there is one book for one log', async () => {
    const path = join(await freshFolder(), 'receipts.log');
    const first = await ReceiptLog.open(path);
    expect(bookOver(first)).toBe(bookOver(first));
    await bookOver(first).write(input(TWINS[0] as string));
    await first.close();
    const second = await ReceiptLog.open(path);
    expect((await bookOver(second).write(input(TWINS[0] as string))).index).toBe(1);
    expect(chainOf(bookOver(second), TWINS[0] as string).findings).toEqual([]);
    await second.close();
  });

  it('refuses what no receipt can say, and writes what was asked for beside it', async () => {
    const log = await ReceiptLog.open(join(await freshFolder(), 'receipts.log'));
    const book = bookOver(log);
    const [wrong, right] = await Promise.allSettled([
      book.write({ ...input(TWINS[0] as string), reason: 3 }),
      book.write(input(TWINS[0] as string)),
    ]);
    expect(wrong).toMatchObject({ status: 'rejected', reason: expect.any(RangeError) });
    expect(right).toMatchObject({ status: 'fulfilled', value: { index: 0 } });
    await log.close();
  });

  it('never tells of a receipt that is not durable, and keeps its chains whole, at whichever effect the disk fails', async () => {
    // Each write is an append and an fsync; opening takes a few more.
    let effects = 1;
    let fired = 0;
    for (let at = 1; at <= effects + 1; at++) {
      const path = join(await freshFolder(), 'log', 'receipts.log');
      const plan = new FaultPlan({ at });
      const told: string[] = [];
      let log: ReceiptLog | undefined;
      try {
        log = await ReceiptLog.open(path, faultyFiles(plan));
      } catch {
        log = await ReceiptLog.open(path, faultyFiles(plan));
      }
      const book = bookOver(log);
      book.onWritten(({ bytes }) => void told.push(Buffer.from(bytes).toString('hex')));
      for (let round = 0; round < 3; round++) {
        await Promise.allSettled(TWINS.map((twinId) => book.write(input(twinId))));
      }
      effects = Math.max(effects, plan.trace.length);
      if (plan.fired) fired++;
      await log.close().catch(() => undefined);

      const again = await ReceiptLog.open(path);
      const kept = again.all().map((receipt) => Buffer.from(receipt).toString('hex'));
      // One too many may be there; of those that anybody was told of, none is missing.
      expect(kept).toEqual(expect.arrayContaining(told));
      for (const twinId of TWINS) {
        await bookOver(again).write(input(twinId));
        expect(chainOf(bookOver(again), twinId).findings).toEqual([]);
      }
      await again.close();
    }
    expect(fired).toBeGreaterThan(5);
  });

  describe('with a thread that signs', () => {
    /** Lets a thread of its own help, from the next moment on in which many ask. @returns the thread once it runs */
    const help = (book: ReceiptBook): Promise<ThreadSigner> =>
      new Promise((resolve, reject) => {
        book.helpWith(async () => {
          const started = ThreadSigner.start({ params, key, domain: DOMAIN });
          started.then(resolve, reject);
          return started;
        });
      });
    const helped = async (log: ReceiptLog): Promise<{ book: ReceiptBook; thread: ThreadSigner }> => {
      const book = bookOver(log);
      const thread = help(book);
      await Promise.all(Array.from({ length: 8 }, (_, i) => book.write(input(TWINS[i % 3] as string))));
      const running = await thread;
      return { book, thread: running };
    };

    it('writes the same unbroken chains, in the thread while many ask and here while one does', async () => {
      const path = join(await freshFolder(), 'receipts.log');
      const log = await ReceiptLog.open(path);
      const { book, thread } = await helped(log);
      expect(book.isHelped).toBe(true);
      const rounds = await Promise.all(
        Array.from({ length: 5 }, async () => {
          const all = [];
          for (let i = 0; i < 20; i++) all.push(await book.write(input(TWINS[i % 2] as string)));
          return all;
        }),
      );
      expect(thread.given).toBeGreaterThan(40);
      const inThread = thread.given;
      await book.write(input(TWINS[2] as string));
      expect(thread.given).toBe(inThread);
      for (const { position, bytes } of rounds.flat()) expect(log.at(position)).toEqual(bytes);
      const [refused, ...others] = await Promise.allSettled(
        [{ ...input(TWINS[0] as string), reason: 3 }, ...TWINS.map(input), ...TWINS.map(input)].map((each) =>
          book.write(each),
        ),
      );
      expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(RangeError) });
      expect(others.every(({ status }) => status === 'fulfilled')).toBe(true);
      await book.endHelp();
      expect(book.isHelped).toBe(false);
      expect((await book.write(input(TWINS[0] as string))).bytes).toBeDefined();
      expect(log.count).toBe(8 + 100 + 1 + 6 + 1);
      await log.close();

      const again = await ReceiptLog.open(path);
      for (const twinId of TWINS) expect(chainOf(bookOver(again), twinId).findings).toEqual([]);
      expect(new Set(bookOver(again).twins())).toEqual(new Set(TWINS));
      await again.close();
    });

    it('signs a chain, and ends where it is asked for the impossible', async () => {
      const thread = await ThreadSigner.start({ params, key, domain: DOMAIN });
      const body = (index: number) =>
        encodeReceiptBody({
          ...decodeReceipt(sample),
          index,
          previous: new Uint8Array(32),
        });
      const log = await ReceiptLog.open(join(await freshFolder(), 'receipts.log'));
      const { bytes: sample } = await bookOver(log).write(input(TWINS[0] as string));
      const group: ToSign[] = [{ body: body(0) }, { body: body(1), after: 0 }, { body: body(2), after: 1 }];
      const signed = await Promise.all([thread.sign(group), thread.sign([{ body: body(0) }])]);
      const { verified, findings } = verifyReceiptChain({
        params,
        domain: DOMAIN,
        twinId: fromHex(TWINS[0] as string, 32),
        server: hospitalIdentity('north'),
        receipts: signed[0],
      });
      expect(findings).toEqual([]);
      expect(verified.map(({ receipt }) => receipt.index)).toEqual([0, 1, 2]);
      expect(signed[1]).toHaveLength(1);
      // What cannot be signed ends it, and with it whatever else it has.
      await expect(thread.sign([{ body: body(3), after: 0 }])).rejects.toThrow('expected a receipt');
      expect(thread.isAlive).toBe(false);
      await thread.close();
      await log.close();
    });

    it('goes on here where the thread cannot be started, or ends in the middle', async () => {
      const log = await ReceiptLog.open(join(await freshFolder(), 'receipts.log'));
      const alone = bookOver(log);
      alone.helpWith(() => Promise.reject(new Error('no thread')));
      await Promise.all(
        TWINS.flatMap((twinId) => [twinId, twinId]).map((twinId) => alone.write(input(twinId))),
      );
      expect(log.count).toBe(6);
      await alone.endHelp();
      await log.close();

      const path = join(await freshFolder(), 'receipts.log');
      const other = await ReceiptLog.open(path);
      const { book, thread } = await helped(other);
      const asked = Array.from({ length: 60 }, (_, i) => book.write(input(TWINS[i % 3] as string)));
      const settled = Promise.allSettled(asked);
      await thread.close();
      const outcomes = await settled;
      await Promise.all(TWINS.map((twinId) => book.write(input(twinId))));
      const written = outcomes.filter(({ status }) => status === 'fulfilled').length;
      expect(other.count).toBe(8 + written + 3);
      for (const twinId of TWINS) expect(chainOf(book, twinId).findings).toEqual([]);
      await book.endHelp();
      await other.close();
    });

    it('keeps its chains whole, and tells of nothing that is not durable, where the disk fails while the next are signed', async () => {
      let fired = 0;
      for (let at = 3; at <= 10; at++) {
        const path = join(await freshFolder(), 'receipts.log');
        const plan = new FaultPlan({ at });
        const log = await ReceiptLog.open(path, faultyFiles(plan));
        const told: string[] = [];
        const book = bookOver(log);
        book.onWritten(({ bytes }) => void told.push(Buffer.from(bytes).toString('hex')));
        const thread = help(book);
        // Until it runs: some of these may fail already.
        for (let i = 0; i < 2; i++)
          await Promise.allSettled([...TWINS, ...TWINS].map((twinId) => book.write(input(twinId))));
        await thread;
        await Promise.allSettled(
          Array.from({ length: 4 }, async (_, i) => {
            for (let round = 0; round < 10; round++)
              await book.write(input(TWINS[(i + round) % 3] as string)).catch(() => undefined);
          }),
        );
        if (plan.fired) fired++;
        await book.endHelp();
        await log.close().catch(() => undefined);
        const again = await ReceiptLog.open(path);
        const kept = again.all().map((receipt) => Buffer.from(receipt).toString('hex'));
        expect(kept).toEqual(expect.arrayContaining(told));
        for (const twinId of TWINS) {
          await bookOver(again).write(input(twinId));
          expect(chainOf(bookOver(again), twinId).findings).toEqual([]);
        }
        await again.close();
      }
      expect(fired).toBeGreaterThan(5);
    });
  });
});
