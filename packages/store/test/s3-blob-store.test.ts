/** What only a server can do to us: stall, lie, refuse, answer garbage. A real S3 server stands behind a proxy that misbehaves. */

import { inspect } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BlobConfig, isTransient, openBlobStore, S3BlobStore } from '../src/index.js';
import { ACCESS_KEY, type Mischief, S3Server, SECRET_KEY } from './support/s3-server.js';

const bytes = (text: string) => new TextEncoder().encode(text);
/** FIPS 180-2, appendix B.1, in hexadecimal and in base64. */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const ABC_BASE64 = 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';

let server: S3Server;
let config: Extract<BlobConfig, { kind: 's3' }>;
/** Waits longer than a busy machine needs. */
let store: S3BlobStore;
/** Does not wait long for an answer that never comes. */
let impatient: S3BlobStore;
let bucket = 0;

beforeAll(async () => {
  server = await S3Server.start(Array.from({ length: 40 }, (_, index) => `bucket-${index}`));
});
afterAll(() => server?.stop());
beforeEach(() => {
  server.mischief = () => undefined;
  server.conditional = false;
  server.seen.length = 0;
  config = server.config(`bucket-${bucket++}`, { timeoutMs: 20_000, retries: 2 });
  store = new S3BlobStore(config);
  impatient = new S3BlobStore({ ...config, timeoutMs: 1_500 });
});

/** The first so many requests go wrong. */
function wrong(mischief: Mischief, count = Number.POSITIVE_INFINITY): void {
  const from = server.seen.length;
  server.mischief = (_, number) => (number - from <= count ? mischief : undefined);
}

/** The collector itself, which Node hands out only where a flag asks for it. */
function collectGarbage(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

const error = (status: number, code: string): Mischief => ({
  status,
  body: `<Error><Code>${code}</Code></Error>`,
});

describe('requests', () => {
  it("carry the payload's hash, signed, as checksum, and the condition that the key is free", async () => {
    await store.put(bytes('abc'));
    const [put] = server.seen;
    expect(put?.line).toBe(`PUT /${config.bucket}/ba/${ABC}`);
    expect(put?.headers).toMatchObject({
      'x-amz-content-sha256': ABC,
      'x-amz-checksum-sha256': ABC_BASE64,
      'if-none-match': '*',
    });
    expect(put?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=S3RVER\/\d{8}\/us-east-1\/s3\/aws4_request, SignedHeaders=.*x-amz-content-sha256/,
    );
  });

  it('are made again after failures that pass, and succeed', async () => {
    const passing: Mischief[] = [
      'stall',
      'cut the connection',
      'swallow the answer',
      error(500, 'InternalError'),
      error(503, 'SlowDown'),
      error(409, 'ConditionalRequestConflict'),
      error(400, 'RequestTimeout'),
      { status: 502, body: "<html>a gateway of somebody else's" },
    ];
    for (const [index, mischief] of passing.entries()) {
      wrong(mischief, 2);
      const text = bytes(`text ${index}`);
      const address = await impatient.put(text);
      wrong(mischief, 2);
      expect(await impatient.get(address), inspect(mischief)).toEqual(text);
    }
  });

  it('give up after the tries that are configured, each within its time, and say that trying again may help', async () => {
    for (const mischief of ['stall', 'cut the connection', error(503, 'SlowDown')] as Mischief[]) {
      wrong(mischief);
      const before = server.seen.length;
      const failure = await impatient.put(bytes('abc')).catch((caught: unknown) => caught);
      expect(failure).toMatchObject({ name: 'StoreError', code: 'blobs-unavailable' });
      expect(isTransient(failure)).toBe(true);
      expect(server.seen.length - before).toBe(3);
    }
  });

  it('time out on an answer that begins and does not end', async () => {
    await impatient.put(bytes('abc'));
    wrong('stall halfway');
    await expect(impatient.get(ABC)).rejects.toMatchObject({ code: 'blobs-unavailable' });
    wrong('stall halfway', 1);
    expect(await impatient.get(ABC)).toEqual(bytes('abc'));
  });

  it('time out however often memory is collected while they wait', async () => {
    await impatient.put(bytes('abc'));
    const collecting = setInterval(collectGarbage(), 20);
    try {
      for (const mischief of ['stall', 'stall halfway'] as Mischief[]) {
        wrong(mischief);
        await expect(impatient.get(ABC)).rejects.toMatchObject({ code: 'blobs-unavailable' });
      }
    } finally {
      clearInterval(collecting);
    }
  });

  it('end when the store is closed', async () => {
    wrong('stall');
    const waiting = new S3BlobStore({ ...config, timeoutMs: 60_000 });
    const put = waiting.put(bytes('abc')).catch((caught: unknown) => caught);
    while (server.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await waiting.close();
    expect(await put).toMatchObject({ code: 'blobs-unavailable' });
  });

  it('that the server refuses are not made again, and are named with its code', async () => {
    for (const [mischief, said] of [
      [error(403, 'AccessDenied'), 'AccessDenied'],
      [error(403, 'RequestTimeTooSkewed'), 'RequestTimeTooSkewed'],
      [{ status: 301 }, 'HTTP 301'],
      [{ status: 400, body: 'no xml at all' }, 'HTTP 400'],
    ] as [Mischief, string][]) {
      wrong(mischief);
      const before = server.seen.length;
      await expect(store.put(bytes('abc'))).rejects.toMatchObject({
        code: 'blobs-refused',
        message: expect.stringContaining(said),
      });
      expect(server.seen.length - before).toBe(1);
    }
  });

  it('to a store without room say so', async () => {
    for (const mischief of [error(507, 'XMinioStorageFull'), error(403, 'QuotaExceeded')]) {
      wrong(mischief);
      await expect(store.put(bytes('abc'))).rejects.toMatchObject({ code: 'storage-full' });
    }
  });

  it('with a wrong secret are refused by the server itself', async () => {
    const stranger = new S3BlobStore({ ...config, secretAccessKey: 'wrong' });
    await expect(stranger.put(bytes('abc'))).rejects.toMatchObject({
      code: 'blobs-refused',
      message: expect.stringContaining('SignatureDoesNotMatch'),
    });
  });
});

describe('conditional puts', () => {
  it('take an object that lies there already for what it is, once it was read', async () => {
    server.conditional = true;
    await store.put(bytes('abc'));
    await store.put(bytes('abc'));
    expect(server.seen.map(({ line }) => line.split(' ')[0])).toEqual(['PUT', 'PUT', 'GET']);
  });

  it('replace what lies there and is something else', async () => {
    server.conditional = true;
    await store.put(bytes('abc'));
    wrong('change a byte', 2);
    server.mischief = (request, number) =>
      request.method === 'GET' && number < 4 ? 'change a byte' : undefined;
    await store.put(bytes('abc'));
    const lines = server.seen.map(
      ({ line, headers }) => `${line.split(' ')[0]} ${headers['if-none-match'] ?? ''}`,
    );
    expect(lines).toEqual(['PUT *', 'PUT *', 'GET ', 'PUT ']);
  });

  it('do without the condition where the server does not know it', async () => {
    wrong(error(501, 'NotImplemented'), 1);
    await store.put(bytes('abc'));
    await store.put(bytes('abd'));
    expect(server.seen.map(({ headers }) => headers['if-none-match'])).toEqual(['*', undefined, undefined]);
    expect(await store.get(ABC)).toEqual(bytes('abc'));
  });

  it('that were done although the answer was lost are found to be done', async () => {
    server.conditional = true;
    wrong('swallow the answer', 1);
    expect(await impatient.put(bytes('abc'))).toBe(ABC);
    expect(await store.get(ABC)).toEqual(bytes('abc'));
  });
});

describe('reading', () => {
  it('looks once more before it says that an object was altered', async () => {
    await store.put(bytes('abc'));
    wrong('change a byte', 1);
    expect(await store.get(ABC)).toEqual(bytes('abc'));
    wrong('change a byte');
    await expect(store.get(ABC)).rejects.toMatchObject({ code: 'object-altered' });
  });

  it('never takes an answer that is no list for an empty list', async () => {
    const drain = async () => {
      for await (const _ of store.list());
    };
    for (const body of [
      '',
      '<html/>',
      '<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>',
      '<a>',
      '\0',
    ]) {
      wrong({ status: 200, body });
      await expect(drain(), body).rejects.toMatchObject({ code: 'blobs-unavailable' });
    }
    wrong({ status: 404, body: '<Error><Code>NoSuchBucket</Code></Error>' });
    await expect(drain()).rejects.toMatchObject({ code: 'blobs-refused' });
  });

  it('takes no key of a list that is none of ours', async () => {
    const keys = [`ba/${ABC}`, `bb/${ABC}`, ABC, `ba/${ABC}/x`, 'ba/..', `x/ba/${ABC}`];
    wrong({
      status: 200,
      body: `<ListBucketResult>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`,
    });
    const found: string[] = [];
    for await (const address of store.list()) found.push(address);
    expect(found).toEqual([ABC]);
  });

  it('follows a list over its pages, with a token that needs encoding', async () => {
    const token = '1/a+b=& ?%';
    const pages = [
      `<Contents><Key>ba/${ABC}</Key></Contents><IsTruncated>true</IsTruncated><NextContinuationToken>${token.replace('&', '&amp;')}</NextContinuationToken>`,
      `<Contents><Key>00/${'0'.repeat(64)}</Key></Contents><IsTruncated>false</IsTruncated>`,
    ];
    server.mischief = (request) => {
      const asked = new URL(request.url as string, 'http://x').searchParams.get('continuation-token');
      const page = asked === null ? pages[0] : asked === token ? pages[1] : '';
      return { status: 200, body: `<ListBucketResult>${page}</ListBucketResult>` };
    };
    const found: string[] = [];
    for await (const address of store.list()) found.push(address);
    expect(found).toEqual([ABC, '0'.repeat(64)]);
    expect(server.seen).toHaveLength(2);
  });
});

describe('credentials', () => {
  it('are in no message, no property and no printed form', async () => {
    const secret = 'a-secret-key-of-forty-characters-0123456';
    const stranger = await openBlobStore({ ...config, secretAccessKey: secret });
    const failures = await Promise.all([
      stranger.put(bytes('abc')).catch((caught: unknown) => caught),
      stranger.check().catch((caught: unknown) => caught),
    ]);
    for (const thing of [stranger, ...failures]) {
      expect(inspect(thing, { depth: 20, showHidden: true })).not.toContain(secret);
      expect(JSON.stringify(thing)).not.toContain(secret);
    }
    expect(stranger.place).not.toContain(ACCESS_KEY);
    expect(SECRET_KEY).toBe('S3RVER');
  });

  it.each([
    [{ endpoint: 'http://s3.example.org' }, /https/],
    [{ endpoint: 'https://me:secret@s3.example.org' }, /without credentials/],
    [{ endpoint: 'nowhere' }, /endpoint/],
    [{ bucket: '../other' }, /bucket/],
    [{ bucket: '' }, /bucket/],
    [{ prefix: '../' }, /prefix/],
    [{ prefix: 'no-slash' }, /prefix/],
    [{ secretAccessKey: '' }, /secretAccessKey/],
    [{ region: '' }, /region/],
  ])('and a configuration that cannot be meant is refused: %o', (change, message) => {
    const attempt = () => new S3BlobStore({ ...config, ...change });
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(message);
    expect(attempt).not.toThrow(/secret@/);
  });
});
