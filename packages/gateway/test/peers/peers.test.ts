/** Three gateways on one chain, talking over HTTP: what one opens of the others is what it would open in one process, and what one may have is all that it gets. */

import { createHash } from 'node:crypto';
import { storageAbi } from '@twinseal/contracts';
import { fromHex, toHex, verifyReceiptChain } from '@twinseal/record';
import type { AnchoringResult, InstanceRow } from '@twinseal/store';
import Fastify from 'fastify';
import type { Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LaneAuthor } from '../../src/lane-author.js';
import { LaneSource } from '../../src/lane-source.js';
import {
  decodeObjects,
  encodeInstance,
  encodeObjects,
  type LaneRef,
  PEER_PREFIX,
  type PeerClient,
  peerRoutes,
  signedFetch,
} from '../../src/peers/index.js';
import { keptInstance } from '../../src/rebuild/index.js';
import { receiptBook } from '../../src/receipts/receipt-book.js';
import { anchorPending } from '../../src/usecases/anchor-pending.js';
import { deliverCapsules } from '../../src/usecases/deliver-capsules.js';
import {
  ask,
  capsulesOf,
  open,
  PURPOSE,
  startWorld,
  statements,
  type TestHospital,
  TestPatient,
  type TestWorld,
  updateOf,
  write,
} from './support/world.js';

const BIG = { timeoutMs: 20_000, maxBytes: 2 ** 24 };

let world: TestWorld;
let north: TestHospital;
let south: TestHospital;
let west: TestHospital;

beforeAll(async () => {
  world = await startWorld();
  ({ north, south, west } = world.hospitals);
});
afterAll(async () => world?.stop());
beforeEach(() => {
  for (const hospital of [north, south, west]) {
    hospital.faults.length = 0;
    hospital.kept.length = 0;
  }
});

const laneOf = (patient: TestPatient, { authorId }: { authorId: string }): LaneRef => ({
  twinId: patient.twinId,
  authorId: authorId.replace('0x', ''),
});

/** A patient whose lane at south west may read. */
async function story(): Promise<{ patient: TestPatient; lane: LaneRef; requestId: Hex; grantId: Hex }> {
  const patient = await TestPatient.register(world, north, [north, south]);
  await write(patient, south, { conditions: ['s1', 's2'], medications: ['s3'] });
  await write(patient, south, { conditions: ['s4'] });
  const { terms, grantId } = await patient.grant(west, ['conditions']);
  await deliverCapsules(await patient.authorAt(south), south.gateway);
  const { requestId } = await ask(patient, west, ['conditions'], terms);
  return { patient, lane: laneOf(patient, south), requestId, grantId };
}

/** A request as a hospital would make it, and the whole answer. */
function raw(
  caller: TestHospital | { account: TestHospital['account'] },
  server: TestHospital,
  method: string,
  path: string,
  body?: Uint8Array,
) {
  const signer = { account: caller.account, chainId: world.reader.consortium.chainId };
  const init = { method, ...(body === undefined ? {} : { body }) };
  return signedFetch(signer, `${server.origin}${PEER_PREFIX}/${path}`, init, BIG);
}

/** Everything of an answer that could tell one from another. */
function answerOf({ status, headers, body }: Awaited<ReturnType<typeof raw>>): unknown {
  const kept = [...headers].filter(([name]) => name !== 'date');
  return [status, kept, new TextDecoder().decode(body)];
}

/** What a hospital wrote of a twin, oldest first: releases, and issues of capsules. */
const receiptsOf = (hospital: TestHospital, twinId: string) =>
  receiptBook(hospital.gateway)
    .ofTwin(twinId)
    .map(({ bytes }) => bytes);

describe('a lane over HTTP', () => {
  it('gives the same master as in one process, with a receipt of each keeper', async () => {
    const { patient, lane, requestId } = await story();
    await write(patient, north, { conditions: ['n1'], observations: ['n2'] });
    await deliverCapsules(await patient.authorAt(north), north.gateway);
    const sources = new Map();
    for (const keeper of [south, north]) {
      const theirs = laneOf(patient, keeper);
      const release = await west.client.release(keeper.authorId, { ...theirs, requestId, purpose: PURPOSE });
      expect(release.permit).toBe(true);
      sources.set(theirs.authorId, west.client.laneSource([keeper.authorId], theirs, requestId));
      const { findings, verified } = verifyReceiptChain({
        params: world.params,
        domain: world.reader.domain,
        twinId: fromHex(patient.twinId, 32),
        server: keeper.gateway.key.identity,
        receipts: receiptsOf(keeper, patient.twinId),
      });
      expect(findings).toEqual([]);
      expect(verified.at(-1)?.receipt).toMatchObject({
        requester: west.gateway.key.identity,
        decision: 'permit',
      });
      expect(release.receipt).toEqual(new Uint8Array(keeper.gateway.receipts.all().at(-1) as Uint8Array));
    }
    const far = await open(patient, west, ['conditions'], (author) => sources.get(author));
    const near = await open(patient, west, ['conditions'], (author) => {
      const keeper = [south, north].find(({ authorId }) => authorId === `0x${author}`);
      return keeper && new LaneSource(keeper.gateway, { twinId: patient.twinId, authorId: author });
    });
    expect(far.findings).toEqual([]);
    expect(west.faults).toEqual([]);
    expect(far.master).toEqual(near.master);
    expect(far.master.entries.map(({ resource }) => resource.id).sort()).toEqual(['n1', 's1', 's2', 's4']);
    expect(lane.twinId).toBe(patient.twinId);
  });

  it('is fetched as it is released: in one step, and from nobody who denies it', async () => {
    const { patient, lane, requestId } = await story();
    const source = await west.client.fetch([south.authorId], { ...lane, requestId, purpose: PURPOSE });
    const opened = await open(patient, west, ['conditions'], () => source);
    expect(opened.findings).toEqual([]);
    expect(opened.master.entries).toHaveLength(3);
    // The requester has the same receipt as the keeper.
    expect(west.released.at(-1)).toBe(toHex(south.gateway.receipts.all().at(-1) as Uint8Array));
    const denied = await ask(patient, north, ['conditions']);
    expect(denied.permit).toBe(false);
    const wish = { ...lane, requestId: denied.requestId, purpose: PURPOSE };
    expect(await north.client.fetch([south.authorId], wish)).toBeUndefined();
    const release = await north.client.release(south.authorId, wish);
    // REC-23: 3 is "no grant".
    expect([release.permit, release.reason, release.fields.decision]).toEqual([false, 3, 'deny']);
  });

  it('leaves one receipt of one request, however often it is asked for', async () => {
    const { lane, requestId } = await story();
    const before = south.gateway.receipts.all().length;
    const wish = { ...lane, requestId, purpose: PURPOSE };
    const answers = await Promise.all([1, 2, 3].map(() => west.client.release(south.authorId, wish)));
    expect(new Set(answers.map(({ receipt }) => toHex(receipt))).size).toBe(1);
    expect(south.gateway.receipts.all().length).toBe(before + 1);
    await expect(west.client.release(south.authorId, { ...wish, purpose: 'HMARKT' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('keeps the chain of receipts whole when several are asked for at once', async () => {
    const patient = await TestPatient.register(world, north, [south]);
    await write(patient, south, { conditions: ['s1'], medications: ['s2'] });
    const requests: { hospital: TestHospital; requestId: Hex }[] = [];
    for (const hospital of [west, north]) {
      const { terms } = await patient.grant(hospital, ['conditions']);
      requests.push({ hospital, requestId: (await ask(patient, hospital, ['conditions'], terms)).requestId });
    }
    const lane = laneOf(patient, south);
    await Promise.all(
      requests.map(({ hospital, requestId }) =>
        hospital.client.release(south.authorId, { ...lane, requestId, purpose: PURPOSE }),
      ),
    );
    const { findings, verified } = verifyReceiptChain({
      params: world.params,
      domain: world.reader.domain,
      twinId: fromHex(patient.twinId, 32),
      server: south.gateway.key.identity,
      receipts: receiptsOf(south, patient.twinId),
    });
    expect(findings).toEqual([]);
    expect(verified.slice(-2).map(({ receipt }) => receipt.requester.name)).toEqual(
      expect.arrayContaining(['hospital:north', 'hospital:west']),
    );
  });

  it('is released no longer after a narrowing that concerns it, and goes on after one that does not', async () => {
    const { patient, lane, requestId, grantId } = await story();
    const wish = { ...lane, requestId, purpose: PURPOSE };
    await west.client.release(south.authorId, wish);
    const head = `lanes/${lane.twinId}/${lane.authorId}/head?request=${requestId}`;
    expect((await raw(west, south, 'GET', head)).status).toBe(200);
    // Another hospital's grant ends: the version rises, the contract decides as before.
    const other = await patient.grant(north, ['medications']);
    await patient.revoke(other.grantId);
    expect((await raw(west, south, 'GET', head)).status).toBe(200);
    await patient.revoke(grantId);
    expect((await raw(west, south, 'GET', head)).status).toBe(404);
    await expect(west.client.release(south.authorId, wish)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('gives of the capsules those that name the caller, of the scopes asked for', async () => {
    const patient = await TestPatient.register(world, north, [south]);
    await write(patient, south, { conditions: ['s1'], medications: ['s2'] });
    const { terms } = await patient.grant(west, ['conditions', 'medications']);
    await deliverCapsules(await patient.authorAt(south), south.gateway);
    const { requestId } = await ask(patient, west, ['conditions'], terms);
    const lane = laneOf(patient, south);
    await west.client.release(south.authorId, { ...lane, requestId, purpose: PURPOSE });
    const path = `lanes/${lane.twinId}/${lane.authorId}/capsules?request=${requestId}`;
    const { body } = await raw(west, south, 'GET', path);
    // Held are those of three modules for author and patient, and of two for west; asked for was one.
    expect(await capsulesOf(south, lane)).toHaveLength(5);
    expect(decodeObjects(body, 100)).toHaveLength(1);
  });

  it('comes by the page, of manifests and of capsules', async () => {
    const patient = await TestPatient.register(world, north, [south]);
    for (const id of ['s1', 's2', 's3'])
      await write(patient, south, { conditions: [id], medications: [`m-${id}`] });
    const modules = ['conditions', 'medications'];
    const { terms } = await patient.grant(west, modules);
    await deliverCapsules(await patient.authorAt(south), south.gateway);
    const { requestId } = await ask(patient, west, modules, terms);
    const small = Fastify();
    const routes = peerRoutes(south.gateway, south.directory, {
      origin: south.origin,
      limits: { manifests: 2, capsules: 1 },
    });
    await small.register(routes, { prefix: PEER_PREFIX });
    await small.ready();
    const asked: string[] = [];
    south.lie = (request, response) => {
      asked.push(/(manifests|capsules)\?from=\d+/.exec(request.url as string)?.[0] ?? '');
      small.routing(request, response);
    };
    try {
      const lane = laneOf(patient, south);
      const source = await west.client.fetch([south.authorId], { ...lane, requestId, purpose: PURPOSE });
      const opened = await open(patient, west, modules, () => source);
      expect(opened.findings).toEqual([]);
      expect(opened.master.entries).toHaveLength(6);
      expect(asked.filter((each) => each !== '').sort()).toEqual([
        'capsules?from=0',
        'capsules?from=1',
        'manifests?from=0',
        'manifests?from=2',
      ]);
    } finally {
      south.lie = undefined;
    }
  });

  it('has every object by its address, and no object of another lane', async () => {
    const { patient, lane, requestId } = await story();
    await write(patient, north, { conditions: ['n1'] });
    await west.client.release(south.authorId, { ...lane, requestId, purpose: PURPOSE });
    const path = (address: string) =>
      `lanes/${lane.twinId}/${lane.authorId}/objects/${address}?request=${requestId}`;
    const rows = await south.gateway.ledger.lane(lane);
    const addresses = rows.map(({ manifest }) => manifest);
    for (const row of rows) {
      for (const { slot, payload } of await south.gateway.ledger.partsOf(row)) addresses.push(slot, payload);
    }
    expect(addresses).toHaveLength(2 + 2 * 3);
    for (const address of addresses) {
      const { status, body } = await raw(west, south, 'GET', path(address));
      expect([status, body]).toEqual([
        200,
        new Uint8Array((await south.gateway.blobs.get(address)) as Uint8Array),
      ]);
    }
    const other = await TestPatient.register(world, north, [south]);
    await write(other, south, { conditions: ['o1'] });
    const [theirs] = await south.gateway.ledger.lane(laneOf(other, south));
    expect((await raw(west, south, 'GET', path(theirs?.manifest as string))).status).toBe(404);
    // A capsule is an object of the store, and none of these.
    const [capsule] = await south.gateway.ledger.capsules(lane);
    expect((await raw(west, south, 'GET', path(capsule?.address as string))).status).toBe(404);
  });
});

describe('what is not there and what is not the caller’s', () => {
  it('is one answer, whatever was asked', async () => {
    const { lane, requestId } = await story();
    await west.client.release(south.authorId, { ...lane, requestId, purpose: PURPOSE });
    const rows = await south.gateway.ledger.lane(lane);
    const [part] = await south.gateway.ledger.partsOf(rows[0] as NonNullable<(typeof rows)[0]>);
    const nothing = '00'.repeat(32);
    const held = `lanes/${lane.twinId}/${lane.authorId}`;
    const unknown = `lanes/${nothing}/${lane.authorId}`;
    const question = `?request=${requestId}`;
    const release = (id: string) =>
      new TextEncoder().encode(JSON.stringify({ requestId: id, purpose: PURPOSE }));
    const answers = await Promise.all([
      // Not there.
      raw(west, south, 'GET', `${unknown}/head${question}`),
      raw(west, south, 'GET', `${held}/manifests/7${question}`),
      raw(west, south, 'GET', `${held}/manifests${question}&from=7`),
      raw(west, south, 'GET', `${held}/parts/${nothing}${question}`),
      raw(west, south, 'GET', `${held}/objects/${nothing}${question}`),
      raw(west, south, 'GET', `${held}/locators/${nothing}${question}`),
      raw(west, south, 'GET', `lanes/x/y/head${question}`),
      raw(west, south, 'GET', `${held}/nowhere${question}`),
      raw(west, south, 'POST', `${unknown}/release`, release(requestId)),
      raw(west, south, 'POST', `${held}/release`, release(`0x${nothing}`)),
      // There, and not the caller's.
      raw(north, south, 'GET', `${held}/head${question}`),
      raw(north, south, 'GET', `${held}/head`),
      raw(north, south, 'GET', `${held}/manifests/0${question}`),
      raw(north, south, 'GET', `${held}/parts/${part?.partDigest}${question}`),
      raw(north, south, 'GET', `${held}/locators/${part?.partDigest}${question}`),
      raw(north, south, 'GET', `${held}/objects/${part?.slot}${question}`),
      raw(north, south, 'GET', `${held}/capsules${question}`),
      raw(north, south, 'POST', `${held}/release`, release(requestId)),
      // Released to the caller, and not to be written by it.
      raw(west, south, 'PUT', `${held}/instances/2`, new Uint8Array(10)),
      raw(west, south, 'PUT', `${held}/capsules`, new Uint8Array(10)),
      // The author's, and this gateway is not the custodian.
      raw(south, west, 'PUT', `${held}/instances/2`, new Uint8Array(10)),
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answerOf(answer)))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect((await raw(west, south, 'GET', `${held}/head${question}`)).status).toBe(200);
  });
});

describe('a lane in another keeper’s care', () => {
  it('is the same, and is read when its author is away', async () => {
    const { patient, lane, requestId } = await story();
    for (const seq of [0, 1]) {
      const receipt = await south.client.pushInstance(north.authorId, await updateOf(south, lane, seq));
      expect(receipt).toMatchObject({ holder: north.authorId, count: seq + 1, authorId: south.authorId });
    }
    await south.client.pushCapsules(north.authorId, lane, await capsulesOf(south, lane));
    expect(north.kept).toEqual([
      `instance ${lane.authorId}`,
      `instance ${lane.authorId}`,
      `capsules ${lane.authorId}`,
    ]);
    await anchorPending(north.gateway, lane);
    south.lie = (_request, response) => response.destroy();
    try {
      const keepers = [south.authorId, north.authorId];
      const source = await west.client.fetch(keepers, { ...lane, requestId, purpose: PURPOSE });
      const opened = await open(patient, west, ['conditions'], () => source);
      expect(opened.findings).toEqual([]);
      expect(opened.master.entries).toHaveLength(3);
      expect(west.faults.map(({ keeper, code }) => [keeper, code])).toEqual([
        [south.authorId, 'unreachable'],
      ]);
    } finally {
      south.lie = undefined;
    }
  });

  it('gets a receipt that the contract takes', async () => {
    const { lane } = await story();
    const receipt = await south.client.pushInstance(north.authorId, await updateOf(south, lane, 0));
    const { connection } = world.reader;
    const stores = await world.reader.contract('stores');
    const { signature, ...fields } = receipt;
    const replica = {
      ...fields,
      count: BigInt(fields.count),
      nonce: BigInt(fields.nonce),
      deadline: BigInt(fields.deadline),
    };
    const hash = await connection.sender(west.account).writeContract({
      address: stores,
      abi: storageAbi,
      functionName: 'recordReplica',
      args: [replica, north.account.address, signature],
      chain: connection.chain,
    });
    expect((await connection.reader.waitForTransactionReceipt({ hash })).status).toBe('success');
    const holding = await connection.reader.readContract({
      address: stores,
      abi: storageAbi,
      functionName: 'holdingOf',
      args: [receipt.twinId, receipt.authorId, north.authorId],
    });
    expect([holding.count, holding.objects]).toEqual([1n, receipt.objects]);
  });

  it('answers the same to the same, mends what was lost, and refuses another in its place', async () => {
    const { patient, lane } = await story();
    const update = await updateOf(south, lane, 0);
    const first = await south.client.pushInstance(north.authorId, update);
    const [row] = await north.gateway.ledger.lane(lane);
    await north.gateway.blobs.remove(row?.manifest as string);
    expect(await south.client.pushInstance(north.authorId, update)).toEqual(first);
    expect(await north.gateway.blobs.get(row?.manifest as string)).toEqual(update.sealed.manifest);
    expect(await north.gateway.ledger.lane(lane)).toHaveLength(1);
    // Told again as long as it is not known to be anchored: what follows from it may have been missed.
    expect(north.kept).toHaveLength(2);
    const { mk, txHash, blockNumber, gas } = (await south.gateway.ledger.lane(lane))[0] ?? {};
    await north.gateway.ledger.recordAnchored(
      row as InstanceRow,
      { mk, txHash, blockNumber, gas } as AnchoringResult,
    );
    expect(await south.client.pushInstance(north.authorId, update)).toEqual(first);
    expect(north.kept).toHaveLength(2);
    // The author seals the place again, with its true key: two instances for one place.
    const author = await patient.authorAt(south);
    const sealed = await author.seal(0, 1, 1_790_000_000, new Map([['conditions', statements('x')]]));
    await expect(south.client.pushInstance(north.authorId, { sealed })).rejects.toMatchObject({
      code: 'conflict',
    });
    const ahead = await author.seal(7, 1, 1_790_000_000, new Map([['conditions', statements('y')]]));
    await expect(south.client.pushInstance(north.authorId, { sealed: ahead })).rejects.toMatchObject({
      code: 'lane-behind',
      next: 1,
    });
    expect(await north.gateway.ledger.lane(lane)).toMatchObject([
      { manifest: row?.manifest, proof: row?.proof },
    ]);
  });

  it('is taken from nobody but its author, whole and unaltered', async () => {
    const { lane } = await story();
    const update = await updateOf(south, lane, 0);
    const body = encodeInstance(update);
    const path = `lanes/${lane.twinId}/${lane.authorId}/instances`;
    const put = async (caller: TestHospital, bytes: Uint8Array, seq = 0) =>
      (await raw(caller, north, 'PUT', `${path}/${seq}`, bytes)).status;
    expect(await put(west, body)).toBe(404);
    expect(await put(south, body, 1)).toBe(422);
    expect(await put(south, body.slice(0, -1))).toBe(422);
    expect(await put(south, new Uint8Array())).toBe(422);
    expect(await put(south, new Uint8Array(100).fill(255))).toBe(422);
    const objects = decodeObjects(body, 100);
    const altered = async (index: number, at: number) => {
      const copy = objects.map((object) => object.slice());
      (copy[index] as Uint8Array)[at] = ((copy[index] as Uint8Array)[at] as number) ^ 1;
      return put(south, encodeObjects(copy));
    };
    // A bit in the manifest, the author's proof, a slot, a payload.
    for (const [index, at] of [
      [0, 60],
      [1, 50],
      [2, 60],
      [3, 60],
      [0, 0],
    ] as const) {
      expect(await altered(index, at)).toBe(422);
    }
    expect(await put(south, encodeObjects(objects.slice(0, -2)))).toBe(422);
    expect(
      await put(south, encodeObjects([...objects, objects[2] as Uint8Array, objects[3] as Uint8Array])),
    ).toBe(422);
    expect(await north.gateway.ledger.lane(lane)).toEqual([]);
    expect(await put(south, body)).toBe(200);
  });

  it('does not take capsules of another lane or issuer', async () => {
    const { patient, lane } = await story();
    await write(patient, north, { conditions: ['n1'] });
    const own = await capsulesOf(south, lane);
    const foreign = await capsulesOf(north, laneOf(patient, north));
    const push = (capsules: Uint8Array[]) => south.client.pushCapsules(north.authorId, lane, capsules);
    await expect(push([...own, foreign[0] as Uint8Array])).rejects.toMatchObject({ code: 'refused' });
    await expect(push([new Uint8Array(500)])).rejects.toMatchObject({ code: 'refused' });
    expect(await north.gateway.ledger.capsules(lane)).toEqual([]);
    await push(own);
    await push(own);
    expect((await north.gateway.ledger.capsules(lane)).map(({ address }) => address).sort()).toEqual(
      (await south.gateway.ledger.capsules(lane)).map(({ address }) => address).sort(),
    );
  });

  it('is read back by its author, who needs no request', async () => {
    const { patient, lane } = await story();
    for (const seq of [0, 1])
      await south.client.pushInstance(north.authorId, await updateOf(south, lane, seq));
    await south.client.pushCapsules(north.authorId, lane, await capsulesOf(south, lane));
    await anchorPending(north.gateway, lane);
    const source = south.client.laneSource([north.authorId], lane, undefined);
    const opened = await open(patient, south, ['conditions', 'medications'], () => source);
    expect(opened.findings).toEqual([]);
    expect(opened.master.entries).toHaveLength(4);
    expect(south.faults).toEqual([]);
  });
});

describe('a patient’s lane', () => {
  /** The patient's app: a client under the twin's control key. */
  const appOf = (patient: TestPatient): PeerClient => north.clientWith({ account: patient.account });

  it('is kept by the custodian, from the account that controls the twin', async () => {
    const patient = await TestPatient.register(world, north, [north]);
    const author = await patient.author();
    const { version } = await world.reader.accessVersion(patient.id);
    const app = appOf(patient);
    const lane = laneOf(patient, patient);
    for (const seq of [0, 1]) {
      const content = new Map([['observations', statements(`p${seq}`)]]);
      const sealed = await author.seal(seq, version, 1_790_000_000 + seq, content);
      await app.pushInstance(north.authorId, { sealed });
    }
    await anchorPending(north.gateway, lane);
    expect((await world.reader.laneHead(patient.id, `0x${lane.authorId}`)).count).toBe(2);
    const stranger = north.clientWith({ account: privateKeyToAccount(generatePrivateKey()) });
    const sealed = await author.seal(
      2,
      version,
      1_790_000_009,
      new Map([['observations', statements('p2')]]),
    );
    await expect(stranger.pushInstance(north.authorId, { sealed })).rejects.toMatchObject({
      code: 'refused',
    });
    // Another patient, whose account the chain knows: of another twin.
    const other = appOf(await TestPatient.register(world, north, [north]));
    await expect(other.pushInstance(north.authorId, { sealed })).rejects.toMatchObject({ code: 'refused' });
    // South is not the custodian.
    await expect(app.pushInstance(south.authorId, { sealed })).rejects.toMatchObject({ code: 'not-found' });
    await app.pushInstance(north.authorId, { sealed });
  });

  it('takes an instance sealed anew in the place of one that a narrowing made stale', async () => {
    const patient = await TestPatient.register(world, north, [north]);
    const { grantId } = await patient.grant(west, ['observations']);
    const author = await patient.author();
    const app = appOf(patient);
    const lane = laneOf(patient, patient);
    const seal = async (id: string) => {
      const { version } = await world.reader.accessVersion(patient.id);
      return {
        sealed: await author.seal(0, version, 1_790_000_000, new Map([['observations', statements(id)]])),
      };
    };
    const before = await seal('p1');
    await app.pushInstance(north.authorId, before);
    await expect(app.pushInstance(north.authorId, await seal('other'))).rejects.toMatchObject({
      code: 'conflict',
    });
    await patient.revoke(grantId);
    const after = await seal('p1');
    await app.pushInstance(north.authorId, after);
    await expect(app.pushInstance(north.authorId, before)).rejects.toMatchObject({ code: 'conflict' });
    // Both were sealed in one second of the author's clock: a rebuild before the anchoring knows by this alone which of them stands.
    const addressOf = (manifest: Uint8Array) => createHash('sha256').update(manifest).digest('hex');
    const remembered = await keptInstance(north.gateway.vault, addressOf(after.sealed.manifest));
    expect(remembered?.replaces).toBe(addressOf(before.sealed.manifest));
    await anchorPending(north.gateway, lane);
    const { instances } = await world.reader.laneHead(patient.id, `0x${lane.authorId}`);
    expect(instances.map(({ h }) => toHex(h))).toEqual([toHex(after.sealed.h)]);
  });

  it('does not take one that the chain would refuse', async () => {
    const patient = await TestPatient.register(world, north, [north]);
    const author = await patient.author();
    const app = appOf(patient);
    const content = new Map([['observations', statements('p1')]]);
    const forged = new LaneAuthor({
      params: world.params,
      domain: { ...world.reader.domain, chainId: 1n },
      key: patient.key,
      twinId: fromHex(patient.twinId, 32),
      vault: patient.vault,
    });
    const { version } = await world.reader.accessVersion(patient.id);
    const elsewhere = { sealed: await forged.seal(0, version, 1_790_000_000, content) };
    await expect(app.pushInstance(north.authorId, elsewhere)).rejects.toMatchObject({ code: 'refused' });
    const later = new LaneAuthor({
      params: world.params,
      domain: world.reader.domain,
      key: await world.patientKey(patient.twinId, 2),
      twinId: fromHex(patient.twinId, 32),
      vault: patient.vault,
    });
    const early = { sealed: await later.seal(0, version, 1_790_000_000, content) };
    await expect(app.pushInstance(north.authorId, early)).rejects.toMatchObject({ code: 'stale' });
    const ahead = { sealed: await author.seal(0, version + 1, 1_790_000_000, content) };
    await expect(app.pushInstance(north.authorId, ahead)).rejects.toMatchObject({ code: 'stale' });
    expect(await north.gateway.ledger.lane(laneOf(patient, patient))).toEqual([]);
  });
});
