/** Servers that stall, never end, send elsewhere, send bombs or nonsense: what is taken of them is nothing, in bounded time and space. */

import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { privateKeyToAccount } from 'viem/accounts';
import { afterEach, describe, expect, it } from 'vitest';
import { PeerError, signedFetch } from '../../src/peers/index.js';
import { freePort } from './support/world.js';

const signer = { account: privateKeyToAccount(`0x${'11'.repeat(32)}`), chainId: 31337 };
const LIMITS = { timeoutMs: 30_000, maxBytes: 1000 };
/** For those who never answer: each is waited for. */
const SOON = { ...LIMITS, timeoutMs: 500 };

const open: { server: Server; sockets: Set<Socket> }[] = [];
afterEach(async () => {
  for (const { server, sockets } of open.splice(0)) {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(server: Server): Promise<{ url: string }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ server, sockets });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/x` };
}

const http = (answer: (request: IncomingMessage, response: ServerResponse) => void) =>
  listen(createHttpServer(answer));
const tcp = (answer: (socket: Socket) => void) => listen(createTcpServer(answer));

async function codeOf(url: string, limits = LIMITS): Promise<string> {
  const error = await signedFetch(signer, url, { method: 'GET' }, limits).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return 'taken';
  expect(error).toBeInstanceOf(PeerError);
  return (error as PeerError).code;
}

describe('signedFetch', () => {
  it('takes an answer of just the size allowed, any status but elsewhere, and asks for no compression', async () => {
    let encodings: string | undefined;
    const { url } = await http((request, response) => {
      encodings = request.headers['accept-encoding'] as string;
      response.writeHead(418).end(Buffer.alloc(1000, 7));
    });
    const { status, body } = await signedFetch(signer, url, { method: 'GET' }, LIMITS);
    expect([status, body.length, body[999]]).toEqual([418, 1000, 7]);
    expect(encodings).toBe('identity');
  });

  it('sends a body with its length, digest and type', async () => {
    const seen: Record<string, unknown>[] = [];
    const { url } = await http((request, response) => {
      const chunks: Buffer[] = [];
      request
        .on('data', (chunk) => chunks.push(chunk))
        .on('end', () => {
          seen.push({ ...request.headers, method: request.method, body: Buffer.concat(chunks).toString() });
          response.end();
        });
    });
    const body = new TextEncoder().encode('{"hello": "world"}');
    await signedFetch(signer, url, { method: 'PUT', body, contentType: 'application/json' }, LIMITS);
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      body: '{"hello": "world"}',
      'content-length': '18',
      'content-type': 'application/json',
      'content-digest': 'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
    });
  });

  it.each<[string, string, (response: ServerResponse) => void]>([
    ['says nothing', 'timeout', () => undefined],
    ['stops in the middle', 'timeout', (response) => void response.write('abc')],
    ['drips', 'timeout', (response) => drip(response)],
    [
      'says that it is larger',
      'too-large',
      (response) => void response.writeHead(200, { 'content-length': 1001 }).write('a'),
    ],
    ['is larger', 'too-large', (response) => void response.end(Buffer.alloc(1001))],
    ['never ends', 'too-large', (response) => flood(response)],
    [
      'sends elsewhere',
      'redirected',
      (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    [
      'sends elsewhere for good',
      'redirected',
      (response) => void response.writeHead(308, { location: '/y' }).end(),
    ],
    [
      'sends a bomb',
      'compressed',
      (response) =>
        void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(2 ** 24))),
    ],
    [
      'sends a small compressed answer',
      'compressed',
      (response) => void response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
    ],
    ['breaks off', 'unreachable', (response) => void response.socket?.destroy()],
    [
      'breaks off in the middle',
      'unreachable',
      (response) =>
        void response.writeHead(200, { 'content-length': 9 }).write('abc', () => response.socket?.destroy()),
    ],
    [
      'sends more headers than are read',
      'unreachable',
      (response) => void response.writeHead(200, { 'x-long': 'a'.repeat(100_000) }).end(),
    ],
  ])('does not take an answer of one that %s (%s)', async (what, code, answer) => {
    let socket: Socket | null = null;
    const { url } = await http((request, response) => {
      socket = request.socket;
      answer(response);
    });
    expect(await codeOf(url, code === 'timeout' ? SOON : LIMITS)).toBe(code);
    // Nothing goes on behind: the connection of an answer that was not taken to its end is closed.
    const goesOn = code === 'timeout' || (code === 'too-large' && what !== 'is larger');
    if (goesOn) await expect.poll(() => socket?.destroyed).toBe(true);
  });

  it('does not follow: what is elsewhere is never asked', async () => {
    let asked = 0;
    const target = await http((_request, response) => {
      asked++;
      response.end('secret');
    });
    const { url } = await http(
      (_request, response) => void response.writeHead(307, { location: target.url }).end(),
    );
    expect(await codeOf(url)).toBe('redirected');
    expect(asked).toBe(0);
  });

  it('does not take what is no HTTP', async () => {
    const { url } = await tcp((socket) =>
      socket.once('data', () => socket.write('\x16\x03\x01\x00\x00\r\n\r\n')),
    );
    expect(await codeOf(url)).toBe('unreachable');
  });

  it('says that nobody is there', async () => {
    expect(await codeOf(`http://127.0.0.1:${await freePort()}/x`)).toBe('unreachable');
  });
});

/** A byte now and then, so that no single wait is long. */
function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('a'), 20);
  response.on('close', () => clearInterval(timer));
}

/** As fast as it is taken. */
function flood(response: ServerResponse): void {
  const chunk = Buffer.alloc(64);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}
