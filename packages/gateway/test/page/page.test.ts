/** The gateway's side of the patient's page: what it serves, what it passes on, and what it pays for. The page itself is tested in a browser, packages/portal/test. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { passKeyRequest } from '../../src/page/key-requests.js';
import { readPage } from '../../src/page/page-files.js';
import { RelayLimit } from '../../src/page/relay-limit.js';
import { pagePolicy } from '../../src/page/serve-page.js';

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
      await folderWith({ 'index.html': '<p>', 'assets/a-1.js': '1', 'assets/b-2.css': '' }),
    );
    expect([...(page ?? [])].map(([path, { type, isImmutable }]) => [path, type, isImmutable])).toEqual([
      ['', 'text/html; charset=utf-8', false],
      ['assets/a-1.js', 'text/javascript; charset=utf-8', true],
      ['assets/b-2.css', 'text/css; charset=utf-8', true],
    ]);
  });

  it('is nothing where the page was not built', async () => {
    expect(await readPage(join(tmpdir(), 'nowhere'))).toBeUndefined();
  });
});

describe('pagePolicy', () => {
  it('lets the page talk to the gateways and the own machine, and to nobody else', () => {
    const policy = Object.fromEntries(
      pagePolicy(['https://north.example', 'https://south.example:8443'])
        .split('; ')
        .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    expect(policy['default-src']).toEqual(["'none'"]);
    expect(policy['script-src']).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy['connect-src']).toEqual([
      "'self'",
      'https://north.example',
      'https://south.example:8443',
      'http://127.0.0.1:*',
      'http://localhost:*',
    ]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
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
