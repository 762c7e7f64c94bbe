/** The gateway's side of the patient's page: what it serves, what it passes on, and what it pays for. The page itself is tested in a browser, packages/portal/test. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { apiPlugin } from '../../src/api/register.js';
import { type ApiRoute, route } from '../../src/api/route.js';
import type { Ask } from '../../src/decision/ask.js';
import { decide } from '../../src/decision/decide.js';
import type { DecisionDesk } from '../../src/decision/desk.js';
import { createLog } from '../../src/log/index.js';
import { passKeyRequest } from '../../src/page/key-requests.js';
import { readPage } from '../../src/page/page-files.js';
import { PageOrigins } from '../../src/page/page-origins.js';
import { RelayLimit } from '../../src/page/relay-limit.js';
import { pagePolicy, servePage } from '../../src/page/serve-page.js';

describe('readPage', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });
  const folderWith = async (files: Readonly<Record<string, string>>) => {
    const folder = await mkdtemp(join(tmpdir(), 'twinseal-page-files-'));
    folders.push(folder);
    await mkdir(join(folder, 'assets'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return folder;
  };

  it('finds the index and the assets, which may be kept for ever', async () => {
    const page = await readPage(
      await folderWith({
        'index.html': '<p>',
        'assets/a-1.js': '1',
        'assets/b-2.css': '',
        'assets/worker-3.js': '',
      }),
    );
    expect([...(page ?? [])].map(([path, { type, isImmutable }]) => [path, type, isImmutable])).toEqual([
      ['', 'text/html; charset=utf-8', false],
      ['assets/a-1.js', 'text/javascript; charset=utf-8', true],
      ['assets/b-2.css', 'text/css; charset=utf-8', true],
      // It runs under the policy that it came with, and the directory may have changed.
      ['assets/worker-3.js', 'text/javascript; charset=utf-8', false],
    ]);
  });

  it('is nothing where the page was not built', async () => {
    expect(await readPage(join(tmpdir(), 'nowhere'))).toBeUndefined();
  });
});

describe('pagePolicy', () => {
  const directives = (policy: string) =>
    Object.fromEntries(
      policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
  const gateways = ['https://north.example', 'https://south.example:8443'];

  it('lets the page talk to the gateways of the directory, and to nobody else', () => {
    const policy = directives(pagePolicy(gateways));
    expect(policy['default-src']).toEqual(["'none'"]);
    expect(policy['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy['connect-src']).toEqual(["'self'", ...gateways]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
  });

  it('has one port of the own machine where the reader asked for it', () => {
    expect(directives(pagePolicy(gateways, 8545))['connect-src']).toEqual([
      "'self'",
      ...gateways,
      'http://127.0.0.1:8545',
      'http://localhost:8545',
    ]);
  });
});

describe('servePage', () => {
  it.each([
    ['8545', true],
    ['0', false],
    ['65536', false],
    ['*', false],
    ['8545 http://evil.example', false],
  ])('widens its policy under node/%s/ or not', async (port, isWider) => {
    const folder = await mkdtemp(join(tmpdir(), 'twinseal-page-files-'));
    const app = Fastify();
    try {
      await mkdir(join(folder, 'assets'));
      for (const name of ['index.html', 'assets/worker-1.js']) await writeFile(join(folder, name), '');
      await app.register(servePage(new PageOrigins({ hospitals: async () => [] }), folder), {
        prefix: '/me',
      });
      for (const file of ['', 'assets/worker-1.js']) {
        const { statusCode, headers } = await app.inject(`/me/node/${encodeURIComponent(port)}/${file}`);
        const connect = String(headers['content-security-policy']).match(/connect-src ([^;]*)/)?.[1];
        expect([statusCode, connect]).toEqual(
          isWider ? [200, `'self' http://127.0.0.1:${port} http://localhost:${port}`] : [404, "'self'"],
        );
        const plain = await app.inject(`/me/${file}`);
        expect([plain.statusCode, plain.headers['content-security-policy']]).toEqual([200, pagePolicy([])]);
      }
    } finally {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('PageOrigins', () => {
  const hospital = (endpoint: string, status = 1) => ({ endpoint, status }) as never;

  it('has the active hospitals’ origins, and nothing that could break out of a policy', async () => {
    const pages = new PageOrigins({
      hospitals: async () => [
        hospital('https://south.example/gateway'),
        hospital('https://north.example:8443/'),
        hospital('https://gone.example', 2),
        hospital("javascript:alert(1)//https://x.example'; script-src *"),
        hospital('https://*.example'),
        hospital(''),
      ],
    });
    expect(await pages.gateways()).toEqual(['https://north.example:8443', 'https://south.example']);
    expect(await pages.isPage('https://south.example')).toBe(true);
    for (const other of [
      'https://gone.example',
      'http://south.example',
      'https://south.example.evil',
      'null',
    ])
      expect(await pages.isPage(other)).toBe(false);
  });

  it('knows a gateway of this machine under its other names, at its own port only', async () => {
    const pages = new PageOrigins({ hospitals: async () => [hospital('http://127.0.0.1:7001')] });
    expect(await pages.isPage('http://localhost:7001')).toBe(true);
    expect(await pages.isPage('http://localhost:7002')).toBe(false);
    expect(await pages.isPage('http://localhost.evil.example:7001')).toBe(false);
  });

  it('keeps what it knew while the chain does not answer, and asks again after a while', async () => {
    let nowMs = 0;
    let fails = false;
    let asked = 0;
    const pages = new PageOrigins(
      {
        hospitals: async () => {
          asked++;
          if (fails) throw Object.assign(new Error('away'), { name: 'ChainError' });
          return [hospital(`https://h${asked}.example`)];
        },
      },
      () => nowMs,
    );
    expect(await pages.gateways()).toEqual(['https://h1.example']);
    expect(await pages.gateways()).toEqual(['https://h1.example']);
    nowMs = 60_000;
    fails = true;
    expect(await pages.gateways()).toEqual(['https://h1.example']);
    fails = false;
    expect(await pages.gateways()).toEqual(['https://h3.example']);
  });
});

describe('pages of other gateways', () => {
  const SOUTH = 'https://south.example';
  let app: FastifyInstance | undefined;
  afterEach(() => app?.close());
  const answering = (cors: ApiRoute['cors']): ApiRoute =>
    route({
      method: 'GET',
      path: '/things/{twinId}',
      id: 'thing',
      summary: '',
      description: '',
      tag: 'test',
      operation: 'read-own',
      ...(cors === undefined ? {} : { cors }),
      params: z.strictObject({ twinId: z.string() }),
      answer: z.strictObject({}),
      handle: async () => ({}),
    });
  const serving = async (cors: ApiRoute['cors']) => {
    app = Fastify();
    const desk = { decide: async (ask: Ask) => decide(ask, { nowS: 0 }) } as DecisionDesk;
    await app.register(
      apiPlugin([answering(cors)], {
        desk,
        callerOf: async ({ headers }) =>
          headers.authorization === undefined
            ? { kind: 'nobody' }
            : { kind: 'account', address: '0x0000000000000000000000000000000000000001', session: 's' },
        receipts: { write: () => Promise.reject(new Error('nothing here is receipted')) },
        handlerTimeoutMs: 20_000,
        decisionTimeoutMs: 20_000,
        log: createLog({ level: 'silent' }),
        requestsPerMinute: 1200,
        isPage: async (origin) => origin === SOUTH,
      }),
      { prefix: '/api/v1' },
    );
    return app;
  };

  it('may ask with a token; a browser that asks whether they may is told so', async () => {
    const server = await serving('consortium');
    const before = await server.inject({
      method: 'OPTIONS',
      url: '/api/v1/things/a',
      headers: { origin: SOUTH, 'access-control-request-method': 'GET' },
    });
    expect([before.statusCode, before.headers]).toEqual([
      204,
      expect.objectContaining({
        'access-control-allow-origin': SOUTH,
        'access-control-allow-methods': 'GET',
        'access-control-allow-headers': 'authorization, content-type',
        vary: 'origin',
      }),
    ]);
    expect(before.headers).not.toHaveProperty('access-control-allow-credentials');
    const headers = { origin: SOUTH, authorization: 'Bearer x' };
    const answer = await server.inject({ url: '/api/v1/things/a', headers });
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([200, SOUTH]);
    // What went wrong can be read there as well.
    const refused = await server.inject({ url: '/api/v1/things/a', headers: { origin: SOUTH } });
    expect([refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([401, SOUTH]);
  });

  it.each(['https://evil.example', 'null', undefined])('of %s may not', async (origin) => {
    const server = await serving('consortium');
    const headers = { authorization: 'Bearer x', ...(origin === undefined ? {} : { origin }) };
    for (const method of ['OPTIONS', 'GET'] as const) {
      const answer = await server.inject({ method, url: '/api/v1/things/a', headers });
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers.vary).toBe('origin');
    }
  });

  it('may ask nothing of a route that is not for them', async () => {
    const server = await serving(undefined);
    const headers = { origin: SOUTH, authorization: 'Bearer x' };
    const before = await server.inject({ method: 'OPTIONS', url: '/api/v1/things/a', headers });
    expect(before.statusCode).toBe(404);
    const answer = await server.inject({ url: '/api/v1/things/a', headers });
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('RelayLimit', () => {
  it('gives so many in an hour, a tenth of it to one address, and begins anew with the next hour', () => {
    const limit = new RelayLimit(15);
    const taken = (remote: string, times: number, nowS: number) =>
      Array.from({ length: times }, () => limit.take(remote, nowS)).filter(Boolean).length;
    expect(taken('a', 9, 7200)).toBe(2);
    expect(taken('b', 9, 7300)).toBe(2);
    for (let i = 0; i < 10; i++) taken(`c${i}`, 2, 7400);
    expect(taken('d', 2, 10_799)).toBe(0);
    expect(taken('a', 9, 10_800)).toBe(2);
  });

  it('gives nothing where nothing is to be paid for', () => {
    expect(new RelayLimit(0).take('a', 0)).toBe(false);
  });
});

describe('passKeyRequest', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());
  const request = {
    identity: `patient:${'ab'.repeat(32)}#1`,
    ephemeralKey: `0x${'01'.repeat(32)}`,
    deadline: '1800000000',
    signature: `0x${'02'.repeat(65)}`,
  };

  /** An authority that answers like this. */
  async function authority(
    status: number,
    answer: string,
    heard: (path: string, body: string) => void = () => {},
  ) {
    server = createServer((incoming, reply) => {
      let body = '';
      incoming.on('data', (chunk) => {
        body += chunk;
      });
      incoming.on('end', () => {
        heard(incoming.url as string, body);
        reply.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(answer);
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('passes request and answer on as they are', async () => {
    const said: string[] = [];
    const url = await authority(200, '{"enc":"AA","sealed":"BB"}', (path, body) => said.push(path, body));
    expect(await passKeyRequest(url, request)).toEqual({ enc: 'AA', sealed: 'BB' });
    expect(said).toEqual(['/authority/v1/keys', JSON.stringify(request)]);
  });

  it('tells a refusal without the words of the authority, which name who asked', async () => {
    const url = await authority(400, JSON.stringify({ error: 'x', message: request.identity }));
    const refused = passKeyRequest(url, request);
    await expect(refused).rejects.toMatchObject({ status: 403, code: 'key-refused' });
    await expect(refused).rejects.not.toThrow(request.identity);
  });

  it.each([
    ['no JSON', 200, '<html>'],
    [
      'an answer of another form, with more in it than there should be',
      200,
      '{"enc":"A","sealed":"B","key":"C"}',
    ],
    ['a fault', 500, '{}'],
    ['a redirect to elsewhere', 307, ''],
  ])('does not pass on %s', async (_what, status, answer) => {
    await expect(passKeyRequest(await authority(status, answer), request)).rejects.toMatchObject({
      status: 503,
    });
  });

  it('says so where nobody answers, and where nobody is known', async () => {
    await expect(passKeyRequest('http://127.0.0.1:1', request)).rejects.toMatchObject({
      code: 'authority-unreachable',
    });
    await expect(passKeyRequest(undefined, request)).rejects.toMatchObject({ code: 'authority-unknown' });
  });
});
