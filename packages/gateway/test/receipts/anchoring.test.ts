/** Receipts on the chain: batches, proofs, and the challenge of one that is missing; with real contracts. */

import { randomBytes } from 'node:crypto';
import { authorId, hospitalIdentity, receiptHash, signReceipt, toHex } from '@twinseal/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.js';
import {
  anchoredBatches,
  challengeDigest,
  challengeOf,
  challengeReceipt,
  firstForeignBatch,
  isAnchored,
  proveOmission,
  serverOf,
  verifyReceiptProof,
} from '../../src/receipts/batches.js';
import { type ReceiptInput, receiptBook } from '../../src/receipts/receipt-book.js';
import { ReceiptKeeper } from '../../src/receipts/receipt-keeper.js';
import { openParties, type Parties } from '../../src/service/open-parties.js';
import { foundConsortium, type TestConsortium } from '../rebuild/consortium.js';

let world: TestConsortium;
let north: Parties;
let south: Parties;
/** How far the clocks of gateways and chain are ahead. */
let aheadS = 0;

beforeAll(async () => {
  world = await foundConsortium();
  const nowS = () => Math.floor(Date.now() / 1000) + aheadS;
  const open = async (id: 'north' | 'south') =>
    openParties(await loadConfig(world.configFile(id), {}), {}, { nowS });
  north = await open('north');
  south = await open('south');
}, 300_000);
afterAll(async () => {
  await north?.close();
  await south?.close();
  await world?.stop();
});

const rpc = (method: string, params: unknown[] = []) =>
  world.connection.reader.request({ method: method as never, params: params as never }) as Promise<string>;
const TWIN = 'a7'.repeat(32);
const input = (): ReceiptInput => ({
  twinId: TWIN,
  requestId: `0x${randomBytes(32).toString('hex')}`,
  requester: hospitalIdentity('south'),
  decision: 'permit',
  reason: 0,
  purpose: 'TREAT',
  scopes: [`0x${'01'.repeat(32)}`],
  block: { number: 1, hash: `0x${'0b'.repeat(32)}` },
});

describe('batches of receipts', () => {
  it('are anchored when enough wait or the oldest waited long enough, and never twice', async () => {
    const keeper = new ReceiptKeeper(north.gateway, { everyReceipts: 3, afterS: 60 });
    const book = receiptBook(north.gateway);
    expect(await keeper.turn()).toMatchObject({ anchored: 0 });
    await book.write(input());
    await book.write(input());
    expect(await keeper.turn()).toMatchObject({ anchored: 0 });
    await book.write(input());
    expect(await keeper.turn()).toMatchObject({ anchored: 3 });
    expect(await keeper.turn()).toMatchObject({ anchored: 0 });
    await book.write(input());
    expect(await keeper.turn()).toMatchObject({ anchored: 0 });
    aheadS += 61;
    expect(await keeper.turn()).toMatchObject({ anchored: 1 });
    expect(
      (await anchoredBatches(world.reader, serverOf(north.gateway))).map(({ first, size }) => [first, size]),
    ).toEqual([
      [0, 3],
      [3, 1],
    ]);
    expect(keeper.status).toEqual({ written: 4, anchored: 4 });
  });

  it('prove the place of each receipt, and of no other', async () => {
    const keeper = new ReceiptKeeper(north.gateway);
    const written = receiptBook(north.gateway).ofTwin(TWIN);
    for (const each of written) {
      const proof = await keeper.proof(each);
      if (proof === undefined) throw new Error('expected a proof');
      expect(verifyReceiptProof(each.bytes, proof)).toBe(true);
      expect(await isAnchored(world.reader, proof.batch)).toBe(true);
      expect(await isAnchored(world.reader, { ...proof.batch, size: proof.batch.size + 1 })).toBe(false);
      const other = written[(each.position + 1) % written.length];
      expect(verifyReceiptProof(other?.bytes as Uint8Array, proof)).toBe(false);
    }
    const late = await receiptBook(north.gateway).write(input());
    expect(await keeper.proof(late)).toBeUndefined();
  });

  it('are anchored anew where the chain forgot them', async () => {
    const keeper = new ReceiptKeeper(north.gateway, { everyReceipts: 1, afterS: 60 });
    const snapshot = await rpc('evm_snapshot');
    expect(await keeper.turn()).toMatchObject({ anchored: 1 });
    await rpc('evm_revert', [snapshot]);
    aheadS += 61;
    expect(await keeper.turn()).toMatchObject({ anchored: 1 });
    const batches = await anchoredBatches(world.reader, serverOf(north.gateway));
    expect(firstForeignBatch(north.receipts.all(), batches)).toBeUndefined();
    // A log without its last receipt, or with another one in its place, is not the one that was anchored.
    expect(firstForeignBatch(north.receipts.all().slice(0, -1), batches)).toBe(2);
    expect(firstForeignBatch([...north.receipts.all()].reverse(), batches)).toBe(0);
  });
});

describe('a challenge', () => {
  it('of a receipt of the log is answered by the gateway itself, which anchors it for that', async () => {
    const late = await receiptBook(north.gateway).write(input());
    const { challengeId } = await challengeReceipt(south.gateway.writer, world.params, late.bytes);
    expect(await challengeOf(world.reader, challengeId)).toMatchObject({
      status: 'open',
      digest: challengeDigest(late.bytes),
    });
    const keeper = new ReceiptKeeper(north.gateway, { everyReceipts: 1000, afterS: 86_400 });
    expect(await keeper.turn()).toMatchObject({ answered: 1, unknown: 0 });
    expect(await challengeOf(world.reader, challengeId)).toMatchObject({ status: 'answered' });
    await expect(proveOmission(south.gateway.writer, challengeId)).rejects.toMatchObject({ code: 'refused' });
    await expect(challengeReceipt(south.gateway.writer, world.params, late.bytes)).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('of a receipt with which something was released and that was kept out of the log becomes a proved omission', async () => {
    // A dishonest north: signs a receipt for whoever wants to read, and keeps it from log and chain.
    const { params, chain, key } = north.gateway;
    const last = receiptBook(north.gateway).ofTwin(TWIN).at(-1);
    const hidden = signReceipt({
      params,
      domain: chain.domain,
      key,
      receipt: {
        ...(({ block: _block, scopes: _scopes, requestId: _id, ...rest }) => rest)(input()),
        twinId: new Uint8Array(Buffer.from(TWIN, 'hex')),
        index: (last?.index ?? 0) + 1,
        previous: receiptHash(last?.bytes as Uint8Array),
        requestId: new Uint8Array(randomBytes(32)),
        scopes: [new Uint8Array(32).fill(1)],
        blockNumber: 1,
        blockHash: new Uint8Array(32),
        time: north.gateway.nowS(),
      },
    });
    const { challengeId } = await challengeReceipt(south.gateway.writer, world.params, hidden);
    const keeper = new ReceiptKeeper(north.gateway, { everyReceipts: 1, afterS: 1 });
    expect(await keeper.turn()).toMatchObject({ answered: 0, unknown: 1 });
    await expect(proveOmission(south.gateway.writer, challengeId)).rejects.toMatchObject({ code: 'refused' });
    const threeDaysS = 3 * 86_400;
    await rpc('evm_increaseTime', [threeDaysS + 1]);
    await rpc('evm_mine');
    aheadS += threeDaysS + 1;
    await proveOmission(south.gateway.writer, challengeId);
    expect(await challengeOf(world.reader, challengeId)).toMatchObject({
      status: 'omitted',
      server: serverOf(north.gateway),
    });
  });

  it('needs a receipt that its server signed', async () => {
    const { params } = world;
    const written = receiptBook(north.gateway).ofTwin(TWIN)[0]?.bytes as Uint8Array;
    const altered = Uint8Array.from(written);
    altered[120] = (altered[120] ?? 0) ^ 1;
    await expect(challengeReceipt(south.gateway.writer, params, altered)).rejects.toThrow();
    expect(toHex(authorId('hospital:north'))).toBe(serverOf(north.gateway).slice(2));
  });
});
