/** What a patient's command signs for a gateway: a message for this gateway and this chain, and nothing else. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterEach, expect, it } from 'vitest';
import { receiptsAt } from '../src/export/collect-receipts.js';
import { TwinApiSession } from '../src/export/twin-api-session.js';

const account = privateKeyToAccount(generatePrivateKey());
const CHAIN_ID = 31_337;
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A gateway that asks to sign what it likes. */
async function gatewayAsking(change: (origin: string) => object, answer: object = {}) {
  const bodies: string[] = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (chunks.length > 0) bodies.push(Buffer.concat(chunks).toString());
      const origin = `http://${request.headers.host}`;
      const offer = {
        domain: request.headers.host,
        uri: origin,
        statement: 'I sign in.',
        chainId: CHAIN_ID,
        nonce: '0123456789abcdef',
        issuedAt: '2026-01-01T00:00:00.000Z',
        expirationTime: '2026-01-01T00:10:00.000Z',
        ...change(origin),
      };
      response.end(
        JSON.stringify(request.url?.endsWith('/nonce') === true ? offer : { token: 't', ...answer }),
      );
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}

it('signs for the gateway that it asked', async () => {
  const { origin, bodies } = await gatewayAsking(() => ({}));
  expect((await TwinApiSession.open(origin, account, CHAIN_ID)).token).toBe('t');
  expect(bodies).toHaveLength(1);
  expect(JSON.parse(bodies[0] as string).message).toContain(`${new URL(origin).host} wants you to sign in`);
});

it.each([
  ["another gateway's name", () => ({ domain: 'north.example' })],
  ["another gateway's origin", () => ({ uri: 'https://north.example' })],
  ['another chain', () => ({ chainId: 1 })],
])('signs nothing for %s', async (_what, change) => {
  const { origin, bodies } = await gatewayAsking(change);
  await expect(TwinApiSession.open(origin, account, CHAIN_ID)).rejects.toMatchObject({
    code: 'another-gateway',
  });
  expect(bodies).toEqual([]);
});

it('signs no statement with lines of its own', async () => {
  const { origin, bodies } = await gatewayAsking(() => ({
    statement: 'I sign in.\n\nURI: https://north.example',
  }));
  await expect(TwinApiSession.open(origin, account, CHAIN_ID)).rejects.toMatchObject({
    code: 'another-gateway',
  });
  expect(bodies).toEqual([]);
});

it.each([
  ['goes back to where it was', { receipts: [], next: 0 }],
  ['goes on with nothing in it', { receipts: [], next: 1 }],
  ['leaves places out', { receipts: [{ index: 0, bytes: '0x00', anchored: false }], next: 2 }],
])('ends at a list of receipts that %s', async (_what, answer) => {
  const { origin } = await gatewayAsking(() => ({}), answer);
  expect(await receiptsAt({ id: 'north', endpoint: origin }, 'ab'.repeat(32), account, CHAIN_ID)).toEqual({
    hospital: 'north',
    receipts: [],
    refusal: 'list-endless',
  });
});
