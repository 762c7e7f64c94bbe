/** Gateways that lie, stall, send garbage, replay, serve another's blobs; two with one identity; strangers; wrong clocks. Each is found out, told of by its code, and stops nobody else. */

import { randomBytes } from 'node:crypto';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { fromHex, laneId, toHex } from '@twinseal/record';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  decodeObjects,
  encodeObjects,
  type LaneRef,
  PEER_PREFIX,
  PeerDirectory,
  type PeerFaultCode,
  type PeerServerLimits,
  peerRoutes,
  signedFetch,
} from '../../src/peers/index.js';
import { signedHeaders } from '../../src/peers/message-signatures.js';
import { deliverCapsules } from '../../src/usecases/deliver-capsules.js';
import {
  ask,
  capsulesOf,
  type Lie,
  nowS,
  open,
  PURPOSE,
  setEndpoint,
  startWorld,
  suspend,
  type TestHospital,
  TestPatient,
  type TestWorld,
  updateOf,
  write,
} from './support/world.js';

let world: TestWorld;
let north: TestHospital;
let south: TestHospital;
let west: TestHospital;
let patient: TestPatient;
let lane: LaneRef;
let requestId: Hex;
/** Of another patient, kept by the same gateways. */
let other: LaneRef;
let otherRequest: Hex;

beforeAll(async () => {
  world = await startWorld({ limits: { requestsPerMinute: 100_000, requestsPerMinutePerAddress: 200_000 } });
  ({ north, south, west } = world.hospitals);
  const story = async () => {
    const registered = await TestPatient.register(world, north, [south]);
    const theirs = { twinId: registered.twinId, authorId: south.authorId.slice(2) };
    await write(registered, south, { conditions: ['s1', 's2'] });
    await write(registered, south, { conditions: ['s3'] });
    const { terms } = await registered.grant(west, ['conditions']);
    await deliverCapsules(await registered.authorAt(south), south.gateway);
    const answer = await ask(registered, west, ['conditions'], terms);
    // North holds a replica of everything.
    for (const row of await south.gateway.ledger.lane(theirs)) {
      await south.client.pushInstance(north.authorId, await updateOf(south, theirs, row.seq));
      await north.gateway.ledger.recordAnchored(row, {
        mk: row.mk as string,
        txHash: row.txHash as string,
        blockNumber: row.blockNumber as number,
        gas: 0,
      });
    }
    await south.client.pushCapsules(north.authorId, theirs, await capsulesOf(south, theirs));
    return { registered, theirs, id: answer.requestId };
  };
  const first = await story();
  const second = await story();
  [patient, lane, requestId] = [first.registered, first.theirs, first.id];
  [other, otherRequest] = [second.theirs, second.id];
});
afterAll(async () => world?.stop());
afterEach(() => {
  for (const hospital of Object.values(world.hospitals)) {
    hospital.lie = undefined;
    hospital.clockOffsetS = 0;
    hospital.faults.length = 0;
    hospital.identityShared = 0;
  }
});

/** What the true gateway would answer, whole. */
async function honest(server: TestHospital, request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return server.app.inject({
    method: request.method as 'GET',
    url: request.url as string,
    headers: request.headers as Record<string, string>,
    ...(chunks.length === 0 ? {} : { payload: Buffer.concat(chunks) }),
  });
}

/** A gateway that answers truly but for what it changes of a body. */
function altering(server: TestHospital, alter: (body: Buffer, path: string) => Uint8Array): Lie {
  return (request, response) => {
    void honest(server, request).then(({ statusCode, headers, rawPayload }) => {
      const body = statusCode === 200 ? alter(rawPayload, request.url as string) : rawPayload;
      response.writeHead(statusCode, { ...(headers as object), 'content-length': body.length }).end(body);
    });
  };
}

/** A copy with a bit flipped in its middle. */
function flipped(body: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(body);
  const at = Math.floor(copy.length / 2);
  copy[at] = (copy[at] as number) ^ 4;
  return copy;
}

/** Lies about one kind of answer only. */
const about = (kind: string, alter: (body: Buffer) => Uint8Array) => (body: Buffer, path: string) =>
  path.includes(`/${kind}`) ? alter(body) : body;

const answers =
  (answer: (response: ServerResponse) => void): Lie =>
  (_request, response) =>
    answer(response);

/** South lies; west reads the lane from south, then north. */
async function readAround(lie: Lie, timeoutMs = 20_000): Promise<void> {
  south.lie = lie;
  const client = west.clientWith({
    timeoutMs,
    limits: { partBytes: 2 ** 20, manifestBytes: 2 ** 20, capsuleBytes: 2 ** 20 },
  });
  const source = await client.fetch([south.authorId, north.authorId], {
    ...lane,
    requestId,
    purpose: PURPOSE,
  });
  const opened = await open(patient, west, ['conditions'], () => source);
  expect(opened.findings).toEqual([]);
  expect(opened.master.entries.map(({ resource }) => resource.id).sort()).toEqual(['s1', 's2', 's3']);
}

const codes = () =>
  west.faults.map(({ keeper, code }) => [keeper === south.authorId ? 'south' : 'north', code]);

describe('a keeper that lies', () => {
  it.each<[string, string, PeerFaultCode, (body: Buffer) => Uint8Array]>([
    [
      'alters manifests',
      'manifests',
      'object-altered',
      (body) => encodeObjects(decodeObjects(body, 10).map(flipped)),
    ],
    [
      'serves manifests in the wrong order',
      'manifests',
      'object-altered',
      (body) => encodeObjects(decodeObjects(body, 10).reverse()),
    ],
    ['alters payloads', 'parts', 'object-altered', (body) => alterOne(body, 1)],
    ['alters slots', 'parts', 'object-altered', (body) => alterOne(body, 0)],
    [
      'swaps slot and payload',
      'parts',
      'object-altered',
      (body) => encodeObjects(decodeObjects(body, 2).reverse()),
    ],
    ['alters its receipt', 'release', 'receipt-invalid', flipped],
    ['alters the signature of its receipt', 'release', 'receipt-invalid', (body) => flipLast(body)],
    [
      'claims another head',
      'head',
      'head-mismatch',
      (body) => Buffer.from(body.toString().replace(/"mk":".{4}/, '"mk":"0000')),
    ],
    [
      'claims a longer lane',
      'head',
      'head-mismatch',
      (body) => Buffer.from(body.toString().replace('"count":2', '"count":3')),
    ],
  ])('%s: %s', async (_what, kind, code, alter) => {
    await readAround(altering(south, about(kind, alter)));
    expect(codes()).toEqual([['south', code]]);
  });

  it('in any one bit of what it serves is found out', async () => {
    // South alone: what is altered is missing, and never believed.
    for (const kind of ['manifests', 'parts', 'capsules']) {
      south.lie = altering(
        south,
        about(kind, (body) => (body.length === 0 ? body : flipped(body))),
      );
      const source = await west.client.fetch([south.authorId], { ...lane, requestId, purpose: PURPOSE });
      const opened = await open(patient, west, ['conditions'], () => source);
      expect(opened.findings.length).toBeGreaterThan(0);
      expect(opened.master.entries).toEqual([]);
    }
  });

  it('withholds capsules that another has', async () => {
    await readAround(
      altering(
        south,
        about('capsules', () => new Uint8Array()),
      ),
    );
    expect(codes()).toEqual([]);
  });

  it('withholds everything it was asked to release', async () => {
    await readAround(answers((response) => response.writeHead(404).end()));
    expect(codes()).toEqual([['south', 'not-found']]);
  });

  it('sends more capsules than are taken', async () => {
    south.lie = altering(
      south,
      about('capsules', (body) =>
        encodeObjects(Array.from({ length: 20 }, () => decodeObjects(body, 10)[0] as Uint8Array)),
      ),
    );
    const client = west.clientWith({ limits: { capsules: 8 } });
    const source = client.laneSource([south.authorId, north.authorId], lane, requestId, { purpose: PURPOSE });
    const opened = await open(patient, west, ['conditions'], () => source);
    expect(opened.findings).toEqual([]);
    expect(codes()).toEqual([['south', 'garbage']]);
  });

  it('sends pages of capsules that never end', async () => {
    let pages = 0;
    south.lie = (request, response, handler) => {
      if (!request.url?.includes('/capsules')) return handler(request, response);
      pages++;
      const from = Number(/from=(\d+)/.exec(request.url)?.[1]);
      void honest(south, request).then(async () => {
        const [capsule] = await capsulesOf(south, lane);
        response
          .writeHead(200, { 'twinseal-next': String(from + 1) })
          .end(encodeObjects([capsule as Uint8Array]));
      });
    };
    const client = west.clientWith({ limits: { capsules: 8 } });
    const source = client.laneSource([south.authorId, north.authorId], lane, requestId, { purpose: PURPOSE });
    const opened = await open(patient, west, ['conditions'], () => source);
    expect(opened.findings).toEqual([]);
    expect(pages).toBeLessThanOrEqual(9);
    expect(codes()).toEqual([['south', 'garbage']]);
  });

  it('passes capsules off that crowd out the true ones', async () => {
    // North is no author: what it serves in the author's place is checked before it is taken.
    const forge = (body: Buffer) =>
      encodeObjects(
        decodeObjects(body, 10).flatMap((capsule) =>
          Array.from({ length: 20 }, () => forgedCapsule(capsule)),
        ),
      );
    north.lie = altering(north, about('capsules', forge));
    south.lie = altering(
      south,
      about('capsules', () => new Uint8Array()),
    );
    const source = west.client.laneSource([south.authorId, north.authorId], lane, requestId, {
      purpose: PURPOSE,
    });
    const id = laneId(fromHex(lane.twinId, 32), fromHex(lane.authorId, 32));
    expect(await source.capsules(id)).toEqual([]);
    expect(codes()).toEqual([['north', 'capsule-refused']]);
  });
});

/** Proof and wrapping random: it decodes, and nobody issued it. */
function forgedCapsule(capsule: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(capsule);
  copy.set(randomBytes(80), copy.length - 96 - 80);
  return copy;
}

function alterOne(body: Buffer, index: number): Uint8Array {
  const objects = decodeObjects(body, 2);
  objects[index] = flipped(objects[index] as Uint8Array);
  return encodeObjects(objects);
}

function flipLast(body: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(body);
  copy[copy.length - 1] = (copy[copy.length - 1] as number) ^ 1;
  return copy;
}

describe('a keeper that stalls, floods or sends elsewhere', () => {
  it.each<[string, PeerFaultCode, Lie]>([
    ['says nothing', 'timeout', answers(() => undefined)],
    ['begins and never ends', 'timeout', answers((response) => void response.writeHead(200).write('a'))],
    ['breaks off', 'unreachable', answers((response) => void response.destroy())],
    ['answers without end', 'too-large', answers((response) => flood(response))],
    [
      'sends elsewhere',
      'redirected',
      answers((response) => void response.writeHead(307, { location: `${north.origin}/` }).end()),
    ],
    [
      'sends a bomb',
      'compressed',
      answers(
        (response) =>
          void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(2 ** 24))),
      ),
    ],
    ['sends noise', 'receipt-invalid', answers((response) => void response.end(randomBytes(500)))],
    ['sends nothing at all', 'receipt-invalid', answers((response) => void response.end())],
    ['sends a page for people', 'garbage', answers((response) => void response.writeHead(402).end('<html>'))],
    [
      'fails',
      'garbage',
      answers((response) => void response.writeHead(500).end('{"error":{"code":"\\u001b[31m"}}')),
    ],
    ['is busy', 'unavailable', answers((response) => void response.writeHead(503).end())],
  ])('%s: %s', async (_what, code, lie) => {
    // Waited for once; long enough for the honest one on a busy machine.
    await readAround(lie, code === 'timeout' ? 5_000 : 20_000);
    expect(codes()).toEqual([['south', code]]);
    expect(west.faults[0]?.message).toMatch(/^[ -~]+$/);
  });

  it.each<[string, string, PeerFaultCode]>([
    ['manifests', 'manifests?from=0', 'garbage'],
    ['parts', 'parts', 'garbage'],
    ['capsules', 'capsules', 'garbage'],
    ['heads', 'head', 'garbage'],
  ])('sends garbage for %s', async (_what, kind, code) => {
    await readAround(
      altering(
        south,
        about(kind, () => new Uint8Array(randomBytes(300)).fill(255, 0, 4)),
      ),
    );
    expect(codes()).toEqual([['south', code]]);
  });

  it('at any point of a reading is passed over from then on', async () => {
    for (const kind of ['head', 'manifests', 'capsules', 'parts']) {
      west.faults.length = 0;
      let asked = 0;
      await readAround((request, response, handler) => {
        if (!request.url?.includes(`/${kind}`)) return handler(request, response);
        asked++;
        response.destroy();
      });
      expect(codes()).toEqual([['south', 'unreachable']]);
      // Parts are asked for side by side.
      expect(asked).toBeLessThanOrEqual(kind === 'parts' ? 2 : 1);
    }
  });

  it('does not keep others from being asked: all of them fail, and that is said', async () => {
    south.lie = north.lie = answers((response) => void response.destroy());
    const source = await west.client.fetch([south.authorId, north.authorId], {
      ...lane,
      requestId,
      purpose: PURPOSE,
    });
    expect(source).toBeUndefined();
    expect(codes()).toEqual([
      ['south', 'unreachable'],
      ['north', 'unreachable'],
    ]);
  });
});

function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(65_536);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}

describe('a keeper that replays', () => {
  it('the receipt of another request', async () => {
    const earlier = await west.client.release(south.authorId, {
      ...other,
      requestId: otherRequest,
      purpose: PURPOSE,
    });
    await readAround(
      altering(
        south,
        about('release', () => earlier.receipt),
      ),
    );
    expect(codes()).toEqual([['south', 'receipt-foreign']]);
  });

  it('the receipt of another keeper', async () => {
    const theirs = await west.client.release(north.authorId, { ...lane, requestId, purpose: PURPOSE });
    await readAround(
      altering(
        south,
        about('release', () => theirs.receipt),
      ),
    );
    expect(codes()).toEqual([['south', 'receipt-foreign']]);
  });

  it("another's lane: its manifests, parts and capsules", async () => {
    await west.client.release(south.authorId, { ...other, requestId: otherRequest, purpose: PURPOSE });
    const source = west.client.laneSource([south.authorId], other, otherRequest);
    const id = laneId(fromHex(other.twinId, 32), fromHex(other.authorId, 32));
    const manifest = (await source.manifest(id, 0)) as Uint8Array;
    const capsules = await source.capsules(id);
    const [row] = await south.gateway.ledger.lane(other);
    const [part] = await south.gateway.ledger.partsOf(row as NonNullable<typeof row>);
    const objects = [part?.slot, part?.payload].map((address) => south.gateway.blobs.get(address as string));
    const blobs = encodeObjects((await Promise.all(objects)) as Uint8Array[]);
    for (const [kind, body, code] of [
      ['manifests', encodeObjects([manifest]), 'object-altered'],
      ['parts', blobs, 'object-altered'],
      ['capsules', encodeObjects(capsules), 'capsule-refused'],
    ] as const) {
      west.faults.length = 0;
      await readAround(
        altering(
          south,
          about(kind, () => body),
        ),
      );
      expect(codes()).toEqual([['south', code]]);
    }
  });

  it('an object for another address', async () => {
    const [row] = await south.gateway.ledger.lane(lane);
    const wanted = fromHex(row?.manifest as string, 32);
    south.lie = altering(
      south,
      about('objects', () => new Uint8Array(randomBytes(64))),
    );
    const source = west.client.laneSource([south.authorId, north.authorId], lane, requestId, {
      purpose: PURPOSE,
    });
    expect(await source.object(wanted)).toEqual(
      new Uint8Array((await north.gateway.blobs.get(toHex(wanted))) as Uint8Array),
    );
    expect(codes()).toEqual([['south', 'object-altered']]);
  });

  it('a replication receipt of an earlier instance', async () => {
    const first = await south.client.pushInstance(north.authorId, await updateOf(south, lane, 0));
    const next = await updateOf(south, lane, 1);
    north.lie = altering(
      north,
      about('instances', () => Buffer.from(JSON.stringify(first))),
    );
    await expect(south.client.pushInstance(north.authorId, next)).rejects.toMatchObject({
      code: 'replica-invalid',
    });
    // Its own words under another key.
    north.lie = altering(
      north,
      about('instances', (body) => {
        const receipt = JSON.parse(body.toString()) as { objects: string };
        return Buffer.from(JSON.stringify({ ...receipt, objects: `0x${'00'.repeat(32)}` }));
      }),
    );
    await expect(south.client.pushInstance(north.authorId, next)).rejects.toMatchObject({
      code: 'replica-invalid',
    });
  });
});

describe('a caller that replays', () => {
  it('is refused, at the same gateway and at another', async () => {
    const seen: { url: string; headers: IncomingMessage['headers'] }[] = [];
    south.lie = (request, response, handler) => {
      seen.push({ url: request.url as string, headers: { ...request.headers } });
      handler(request, response);
    };
    await west.client.identify(south.authorId);
    const { url, headers } = seen[0] as (typeof seen)[0];
    const again = async (server: TestHospital) => {
      const answer = await server.app.inject({
        method: 'GET',
        url,
        headers: headers as Record<string, string>,
      });
      return [answer.statusCode, answer.json<{ error: { code: string } }>().error.code];
    };
    expect(await again(south)).toEqual([401, 'replayed']);
    // South passes on to north what west asked of it, Host header and all.
    expect(await again(north)).toEqual([401, 'signature-invalid']);
  });
});

describe('strangers', () => {
  const path = (server: TestHospital) =>
    `${server.origin}${PEER_PREFIX}/about?challenge=0x${'00'.repeat(32)}`;

  it('who are unknown to the contract are refused before their body is read', async () => {
    const account = privateKeyToAccount(generatePrivateKey());
    const signer = { account, chainId: world.reader.consortium.chainId };
    const answer = await signedFetch(
      signer,
      path(south),
      { method: 'GET' },
      { timeoutMs: 5000, maxBytes: 1e6 },
    );
    expect([answer.status, JSON.parse(new TextDecoder().decode(answer.body)).error.code]).toEqual([
      401,
      'unknown-peer',
    ]);
    const put = `${south.origin}${PEER_PREFIX}/lanes/${lane.twinId}/${lane.authorId}/instances/0`;
    const init = { method: 'PUT', body: new Uint8Array(2 ** 20) };
    const { status } = await signedFetch(signer, put, init, { timeoutMs: 5000, maxBytes: 1e6 });
    expect(status).toBe(401);
  });

  it('who sign nothing, or claim a name that is not theirs, are refused', async () => {
    const bare = await fetch(path(south));
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Signature']);
    const account = privateKeyToAccount(generatePrivateKey());
    const claiming = { ...account, address: west.account.address };
    const signer = { account: claiming as typeof account, chainId: world.reader.consortium.chainId };
    const answer = await signedFetch(
      signer,
      path(south),
      { method: 'GET' },
      { timeoutMs: 5000, maxBytes: 1e6 },
    );
    expect([answer.status, JSON.parse(new TextDecoder().decode(answer.body)).error.code]).toEqual([
      401,
      'signature-invalid',
    ]);
  });

  it('are not asked: a hospital that the chain does not know, or whose endpoint is none', async () => {
    await expect(west.client.identify(`0x${'00'.repeat(32)}`)).rejects.toMatchObject({
      code: 'unknown-peer',
    });
    for (const endpoint of [
      'http://example.org',
      'https://example.org/path',
      'https://user@example.org',
      'ftp://example.org',
      'nonsense',
      '',
    ]) {
      await setEndpoint(south, endpoint);
      await expect(west.client.identify(south.authorId)).rejects.toMatchObject({ code: 'bad-endpoint' });
    }
    await setEndpoint(south, south.origin);
    const strict = new PeerDirectory(west.gateway.chain, { ttlS: 0, loopback: false });
    await expect(strict.peer(south.authorId)).rejects.toMatchObject({ code: 'bad-endpoint' });
    await expect(west.client.identify(south.authorId)).resolves.toMatchObject({ authorId: south.authorId });
  });
});

describe('two gateways with one identity', () => {
  it('are told apart by their instance', async () => {
    const once = await west.client.identify(south.authorId);
    const twice = await west.client.identify(south.authorId);
    expect(once.instance).toBe(twice.instance);
    expect(once.signature).not.toBe(twice.signature);
    // A gateway that asks its own endpoint finds whether it is the one that answers there.
    expect((await south.client.identify(south.authorId)).instance).toBe(once.instance);
  });

  it('are found out when one answers where the chain names the other', async () => {
    // North's process answers at south's endpoint, and cannot sign as south.
    south.lie = (request, response) => {
      void honest(north, request).then(({ statusCode, rawPayload }) =>
        response.writeHead(statusCode).end(rawPayload),
      );
    };
    await expect(west.client.identify(south.authorId)).rejects.toMatchObject({ code: 'refused' });
    const statement = await west.client.identify(north.authorId);
    south.lie = answers((response) => void response.end(JSON.stringify(statement)));
    await expect(west.client.identify(south.authorId)).rejects.toMatchObject({ code: 'identity-shared' });
    // An old statement of the true one.
    south.lie = undefined;
    const old = await west.client.identify(south.authorId);
    south.lie = answers((response) => void response.end(JSON.stringify(old)));
    await expect(west.client.identify(south.authorId)).rejects.toMatchObject({ code: 'identity-shared' });
  });

  it('are noticed by the one that the other sends its requests to', async () => {
    const wish = { ...lane, requestId, purpose: PURPOSE };
    await expect(south.client.release(south.authorId, wish)).rejects.toMatchObject({
      code: 'identity-shared',
    });
    expect(south.identityShared).toBe(1);
  });

  it('under one endpoint are not asked at all', async () => {
    await setEndpoint(west, south.origin);
    await expect(north.client.identify(south.authorId)).rejects.toMatchObject({ code: 'bad-endpoint' });
    await expect(north.client.identify(west.authorId)).rejects.toMatchObject({ code: 'bad-endpoint' });
    await setEndpoint(west, west.origin);
    await expect(north.client.identify(south.authorId)).resolves.toMatchObject({ origin: south.origin });
  });
});

describe('a clock an hour wrong', () => {
  it.each([3600, -3600])('of the keeper by %i s is told apart from every other fault', async (offsetS) => {
    south.clockOffsetS = offsetS;
    await readAround((request, response, handler) => handler(request, response));
    expect(codes()).toEqual([['south', 'clock-skew']]);
    const { message } = west.faults[0] as { message: string };
    const theirs = Date.parse(/south says (.*), this machine/.exec(message)?.[1] ?? '') / 1000;
    // To the minute: between the answer and this line some time goes by.
    expect(Math.round((theirs - nowS()) / 60)).toBe(offsetS / 60);
  });

  it.each([3600, -3600])('of the caller by %i s says so, with the time of the one asked', async (offsetS) => {
    west.clockOffsetS = offsetS;
    await expect(west.client.identify(south.authorId)).rejects.toMatchObject({
      code: 'clock-skew',
      status: 401,
    });
  });

  it('within the tolerance is nothing', async () => {
    south.clockOffsetS = 45;
    await readAround((request, response, handler) => handler(request, response));
    expect(codes()).toEqual([]);
  });
});

describe('too much at once', () => {
  const chainId = () => world.reader.consortium.chainId;

  /** North's routes once more, with other limits; asked without a network. */
  async function limited(limits: Partial<PeerServerLimits>): Promise<FastifyInstance> {
    const app = Fastify();
    const routes = peerRoutes(north.gateway, north.directory, { origin: north.origin, limits });
    await app.register(routes, { prefix: PEER_PREFIX });
    return app;
  }

  const about = async (app: FastifyInstance, caller: TestHospital) => {
    const url = `${PEER_PREFIX}/about?challenge=0x${'00'.repeat(32)}`;
    const signer = { account: caller.account, chainId: chainId() };
    const headers = await signedHeaders(signer, north.origin + url, { method: 'GET' });
    return (await app.inject({ method: 'GET', url, headers: Object.fromEntries(headers) })).statusCode;
  };

  it('of one caller is refused, and of another not', async () => {
    const app = await limited({ requestsPerMinute: 3 });
    for (const status of [200, 200, 200, 429, 429]) expect(await about(app, south)).toBe(status);
    expect(await about(app, west)).toBe(200);
  });

  it('from one network address is refused before anything is checked', async () => {
    const app = await limited({ requestsPerMinutePerAddress: 2 });
    const bare = async () => (await app.inject({ url: `${PEER_PREFIX}/about` })).statusCode;
    expect([await bare(), await bare(), await bare()]).toEqual([401, 401, 429]);
    expect(await about(app, west)).toBe(429);
  });

  it('in one body is refused', async () => {
    const app = await limited({ instanceBytes: 1000, capsuleBytes: 1000, capsules: 2 });
    const put = async (path: string, body: Uint8Array) => {
      const url = `${PEER_PREFIX}/lanes/${lane.twinId}/${lane.authorId}/${path}`;
      const signer = { account: south.account, chainId: chainId() };
      const headers = await signedHeaders(signer, north.origin + url, { method: 'PUT', body });
      const payload = Buffer.from(body);
      return (await app.inject({ method: 'PUT', url, headers: Object.fromEntries(headers), payload }))
        .statusCode;
    };
    expect(await put('instances/0', new Uint8Array(1001))).toBe(413);
    expect(await put('capsules', new Uint8Array(1001))).toBe(413);
    expect(await put('capsules', encodeObjects([1, 2, 3].map(() => new Uint8Array(10))))).toBe(422);
  });

  it('of instances under way is refused, and room is given back when a sender goes away', async () => {
    const app = await limited({ instancesAtOnce: 2 });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const url = `${PEER_PREFIX}/lanes/${lane.twinId}/${lane.authorId}/instances/0`;
    const body = new Uint8Array(100);
    const signer = { account: south.account, chainId: chainId() };
    /** Sends the head of a request, and of the body only what is given. */
    const begin = async (sent: Uint8Array) => {
      const headers = Object.fromEntries(
        await signedHeaders(signer, north.origin + url, { method: 'PUT', body }),
      );
      const sending = request({
        host: '127.0.0.1',
        port,
        path: url,
        method: 'PUT',
        headers: { ...headers, 'content-length': 100 },
      });
      sending.on('error', () => undefined);
      const answer = new Promise<number | undefined>((resolve) => {
        sending.on('response', (response) => resolve(response.resume().statusCode));
        sending.on('close', () => resolve(undefined));
      });
      sending.write(sent);
      return { sending, answer };
    };
    try {
      const first = await begin(body.subarray(0, 1));
      // One network address takes half of the room.
      await expect.poll(async () => (await begin(body)).answer).toBe(503);
      first.sending.destroy();
      await expect.poll(async () => (await begin(body)).answer).toBe(422);
    } finally {
      app.server.closeAllConnections();
      await app.close();
    }
  });
});

// North is not taken back.
describe('a hospital that the others suspended', () => {
  it('is neither asked nor answered', async () => {
    await south.client.identify(north.authorId);
    await suspend(north, [south, west]);
    await expect(south.client.identify(north.authorId)).rejects.toMatchObject({ code: 'inactive-peer' });
    await expect(north.client.identify(south.authorId)).rejects.toMatchObject({
      code: 'refused',
      status: 401,
    });
    // Of its own lanes and replicas others are read as before.
    const source = await west.client.fetch([north.authorId, south.authorId], {
      ...lane,
      requestId,
      purpose: PURPOSE,
    });
    expect((await open(patient, west, ['conditions'], () => source)).findings).toEqual([]);
    expect(codes()).toEqual([['north', 'inactive-peer']]);
  });
});

// Last: the chain is not started again.
describe('a chain that is gone', () => {
  it('keeps everything closed that needs its word, and says so', async () => {
    await west.client.release(south.authorId, { ...lane, requestId, purpose: PURPOSE });
    await world.chain.stop();
    const signer = { account: west.account, chainId: world.reader.consortium.chainId };
    const url = `${south.origin}${PEER_PREFIX}/lanes/${lane.twinId}/${lane.authorId}/head?request=${requestId}`;
    const answer = await signedFetch(signer, url, { method: 'GET' }, { timeoutMs: 20_000, maxBytes: 1e6 });
    expect([answer.status, JSON.parse(new TextDecoder().decode(answer.body)).error.code]).toEqual([
      503,
      'chain-unavailable',
    ]);
    expect(answer.headers.get('retry-after')).toBe('5');
    await expect(west.client.identify(south.authorId)).rejects.toMatchObject({ name: 'ChainError' });
  });
});
