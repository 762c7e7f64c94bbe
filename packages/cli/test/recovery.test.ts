/** What a crash or a forgetful chain leaves behind is finished or mended by doing the step again; doing it once more does nothing. */

import { readFile } from 'node:fs/promises';
import { OPERATION } from '@twinseal/contracts';
import {
  addToLane,
  anchorPending,
  deliverCapsules,
  fsck,
  keepUpdate,
  LaneAuthor,
  releaseLane,
  requestAccess,
} from '@twinseal/gateway';
import { loadBackend } from '@twinseal/mibsc';
import { authorId, decodeReceipt, fromHex, openLane, toHex } from '@twinseal/record';
import { bytesToHex } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODULE, openSmallWorld, type SmallWorld } from './support/small-world.js';

let { world, story, custodian, reader, stranger, patient, twin, laneOf } = {} as SmallWorld;
beforeAll(async () => {
  ({ world, story, custodian, reader, stranger, patient, twin, laneOf } = await openSmallWorld());
});
afterAll(() => world?.stop());

const lane = () => ({ twinId: story.twinId, authorId: laneOf.id });
const author = () =>
  new LaneAuthor({
    params: world.params,
    domain: world.reader.domain,
    key: patient.key,
    twinId: fromHex(story.twinId, 32),
    vault: patient.vault,
  });
const statement = (id: string, status = 'active') => ({
  op: 'put' as const,
  source: { system: 'urn:example:app', id, version: '1' },
  sourceTime: '2026-01-01T08:00:00Z',
  recordedTime: '2026-01-01T08:00:00Z',
  resource: { resourceType: 'MedicationStatement', id, status, subject: { reference: 'urn:example:me' } },
});
const add = (...statements: ReturnType<typeof statement>[]) =>
  addToLane(custodian, author(), patient.lookupKey, new Map([[MODULE, statements]]));
const rpc = (method: string, params: unknown[] = []) =>
  world.connection.reader.request({ method: method as never, params: params as never }) as Promise<string>;

describe('adding to a lane', () => {
  it('adds what is new, once; a changed statement is new, a repeated one is not', async () => {
    const first = await add(statement('a'), statement('b'));
    expect(first).toMatchObject({ statements: 2, duplicates: 0, parts: 1 });
    expect(await add(statement('a'), statement('b'))).toMatchObject({ statements: 0, duplicates: 2 });
    const third = await add(statement('a', 'stopped'), statement('b'));
    expect(third).toMatchObject({ statements: 1, duplicates: 1, seq: (first.seq as number) + 1 });
    expect(await anchorPending(custodian, lane())).toHaveLength(2);
  });

  it('refuses an update that is not whole, or not the next', async () => {
    const held = await world.ledger.lane(lane());
    const { version } = await world.reader.accessVersion(twin);
    const timeS = world.nowS();
    const sealed = await author().seal(held.length, version, timeS, new Map([[MODULE, [statement('c')]]]));
    const update = {
      author: patient.key.identity,
      twinId: fromHex(story.twinId, 32),
      seq: held.length,
      accessVersion: version,
      timeS,
      sealed,
      known: [],
    };
    await expect(keepUpdate(custodian, { ...update, timeS: timeS + 1 })).rejects.toMatchObject({
      code: 'update-invalid',
    });
    await expect(keepUpdate(custodian, { ...update, author: stranger.key.identity })).rejects.toMatchObject({
      code: 'update-invalid',
    });
    const proof = sealed.proof.slice();
    proof[95] = (proof[95] as number) ^ 1;
    await expect(keepUpdate(custodian, { ...update, sealed: { ...sealed, proof } })).rejects.toThrow();
    await expect(
      keepUpdate(custodian, { ...update, sealed: { ...sealed, parts: [] } }),
    ).rejects.toMatchObject({ code: 'update-invalid' });
    await keepUpdate(custodian, update);
    await expect(keepUpdate(custodian, update)).rejects.toMatchObject({ code: 'lane-behind' });
    expect(await anchorPending(custodian, lane())).toHaveLength(1);
  });
});

describe('anchoring again', () => {
  it('after a crash between transaction and record: found on the chain, not sent twice', async () => {
    await add(statement('d'));
    const [anchored] = await anchorPending(custodian, lane());
    const before = await world.connection.reader.getBlockNumber();
    await world.database.client.exec(
      `update instance set tx_hash = null, mk = null, block_number = null, gas = null where seq = ${anchored?.seq} and author_id = '${laneOf.id}'`,
    );
    expect(await anchorPending(custodian, lane())).toEqual([anchored]);
    expect(await world.connection.reader.getBlockNumber()).toBe(before);
    expect(await anchorPending(custodian, lane())).toEqual([]);
  });

  it('after the chain forgot its newest blocks: sent again, and everything holds', async () => {
    await add(statement('e'));
    const snapshot = await rpc('evm_snapshot');
    const [first] = await anchorPending(custodian, lane());
    await rpc('evm_revert', [snapshot]);
    const { count } = await world.reader.laneHead(twin, `0x${laneOf.id}`);
    expect(count).toBe(first?.seq);
    const report = await check();
    expect(report.faults.map(({ code }) => code)).toContain('anchoring-lost');

    const [again] = await anchorPending(custodian, lane());
    expect(again?.seq).toBe(first?.seq);
    expect((await check()).faults).toEqual([]);
  });

  it('with several waiting: all of them, in order', async () => {
    await add(statement('f'));
    await add(statement('g'));
    const report = await check();
    expect(report.faults).toEqual([]);
    expect(report.notices.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['not-anchored', 'effect-pending']),
    );
    const anchored = await anchorPending(custodian, lane());
    expect(anchored.map(({ seq }) => seq)).toEqual([...anchored.map(({ seq }) => seq)].sort((a, b) => a - b));
    expect(anchored).toHaveLength(2);
    expect((await check()).notices).toEqual([]);
  });
});

describe('capsules and releases', () => {
  it('deliver nothing twice', async () => {
    expect(await deliverCapsules(author(), custodian)).toBe(0);
  });

  it('are refused without a decision on the chain, and to anyone but the one who asked', async () => {
    const ask = {
      requestId: story.granted.requestId,
      requester: bytesToHex(authorId(reader.key.identity.name)),
      twinId: story.twinId,
      authorId: laneOf.id,
      purpose: 'TREAT',
    };
    const receipts = custodian.receipts.all().length;
    await expect(releaseLane(custodian, { ...ask, requestId: `0x${'00'.repeat(32)}` })).rejects.toMatchObject(
      { code: 'request-unknown' },
    );
    const other = bytesToHex(authorId(stranger.key.identity.name));
    await expect(releaseLane(custodian, { ...ask, requester: other })).rejects.toMatchObject({
      code: 'request-foreign',
    });
    expect(custodian.receipts.all()).toHaveLength(receipts);
    expect(await releaseLane(custodian, ask)).toMatchObject({ permit: true });
    expect(custodian.receipts.all()).toHaveLength(receipts + 1);
  });

  it('leave a receipt of a refusal too, and release nothing', async () => {
    const { decision } = await requestAccess(stranger, patient.app.slip(), [MODULE], 'TREAT');
    // REC-23: 3 is "no grant".
    expect(decision).toMatchObject({ permit: false, reason: 3 });
    const answer = await releaseLane(custodian, {
      requestId: decision.requestId,
      requester: bytesToHex(authorId(stranger.key.identity.name)),
      twinId: story.twinId,
      authorId: laneOf.id,
      purpose: 'TREAT',
    });
    expect(answer).not.toHaveProperty('source');
    const receipt = decodeReceipt(answer.receipt);
    expect(receipt).toMatchObject({ decision: 'deny', reason: 3, purpose: 'TREAT' });
    expect(receipt.requester).toEqual(stranger.key.identity);
    expect(toHex(receipt.twinId)).toBe(story.twinId);
  });
});

describe('a grant from now on', () => {
  it('opens what is sealed after it, and nothing before', async () => {
    const consent = await patient.app.signGrant(
      world.reader,
      {
        hospital: bytesToHex(authorId(stranger.key.identity.name)),
        modules: [MODULE],
        purposes: ['TREAT'],
        operations: OPERATION.read,
        notBeforeS: world.nowS() - 60,
        expiryS: world.nowS() + 3600,
        fullHistory: false,
      },
      world.nowS(),
    );
    const before = (await world.reader.accessVersion(twin)).version;
    await stranger.writer.grant(consent.terms, consent.signer, consent.signature);
    const { version } = await world.reader.accessVersion(twin);
    expect(version).toBe(before + 1);
    await add(statement('after the grant'));
    const [anchored] = await anchorPending(custodian, lane());
    const opened = await openLane({
      params: world.params,
      domain: world.reader.domain,
      lane: await world.reader.laneHead(twin, `0x${laneOf.id}`),
      source: laneOf.source,
      reader: stranger.key,
      modules: [{ module: MODULE, scopeSalt: fromHex(patient.app.slip().scopeSalts[MODULE] as string, 32) }],
      depth: 'self-verified',
      capsuleFrom: version,
    });
    expect(opened.findings).toEqual([]);
    expect(opened.verified.map(({ seq }) => seq)).toEqual([anchored?.seq]);
  });
});

async function check() {
  return fsck({
    backend: await loadBackend(),
    chain: world.reader,
    parameters: new Uint8Array(await readFile(world.layout.parameters)),
    ledger: world.ledger,
    keepers: world.hospitals.map(({ id, blobs, receipts }) => ({ id, blobs: blobs as never, receipts })),
  });
}
