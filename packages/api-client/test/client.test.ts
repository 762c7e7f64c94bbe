/** The client against a server that writes down what it is asked: paths, parameters, bodies and the token are where the description says. */

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTwinClient } from '../src/index.js';

const twinId = 'ab'.repeat(32);
const asked: { line: string; headers: IncomingMessage['headers']; body: string }[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  asked.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
  if (request.url?.startsWith('/api/v1/moved') === true || request.url?.endsWith('/slip') === true) {
    response.writeHead(302, { location: 'http://elsewhere.invalid/' }).end();
    return;
  }
  const isDenied = request.url?.endsWith('/grants') === true;
  response
    .writeHead(isDenied ? 403 : 200, { 'content-type': 'application/json' })
    .end(
      JSON.stringify(
        isDenied ? { error: 'denied', message: 'No.' } : { openedAt: 1, modules: [], entries: [] },
      ),
    );
});
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

it('puts path, query, headers and token where they belong', async () => {
  let token: string | undefined;
  const client = createTwinClient({ origin, token: () => token });
  const read = () =>
    client.GET('/twins/{twinId}/timeline', {
      params: {
        path: { twinId },
        query: { module: ['medications', 'conditions'] },
        header: { 'Twinseal-Purpose': 'TREAT' },
      },
    });
  const { data } = await read();
  // Typed by the description: a field that the route does not answer would not compile.
  expect(data?.entries).toEqual([]);
  token = 'a-token';
  await read();
  expect(asked.map(({ line }) => line)).toEqual(
    Array(2).fill(`GET /api/v1/twins/${twinId}/timeline?module=medications&module=conditions`),
  );
  expect(asked.map(({ headers }) => [headers['twinseal-purpose'], headers.authorization])).toEqual([
    ['TREAT', undefined],
    ['TREAT', 'Bearer a-token'],
  ]);
});

it('gives a refusal as one, and follows no redirect with its token', async () => {
  const client = createTwinClient({ origin, token: () => 'a-token' });
  const params = { path: { twinId } };
  const { data, error, response } = await client.GET('/twins/{twinId}/grants', { params });
  expect([data, error, response.status]).toEqual([undefined, { error: 'denied', message: 'No.' }, 403]);
  await expect(client.GET('/twins/{twinId}/slip', { params })).rejects.toThrow(TypeError);
});

it('refuses what is no origin', () => {
  for (const wrong of ['north.example', 'https://north.example/path', ''])
    expect(() => createTwinClient({ origin: wrong })).toThrow(/^origin: expected/);
});
