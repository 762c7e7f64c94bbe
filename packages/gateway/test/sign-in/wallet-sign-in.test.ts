/** Signing in by an account, over HTTP, through the real gate: the way in, and everything that must not be one. */

import { request as httpRequest } from 'node:http';
import { encodeAbiParameters, type Hex } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CHAIN_ID,
  call,
  fixture,
  messageOf,
  type Offer,
  OPERATOR_TOKEN,
  ORIGIN,
  openDoors,
  START_S,
  startChain,
  type TestChain,
  type TestDoors,
} from './support.js';

let chain: TestChain;
let at: TestDoors;
const alice = privateKeyToAccount(generatePrivateKey());
const mallory = privateKeyToAccount(generatePrivateKey());

beforeAll(async () => {
  chain = await startChain();
}, 300_000);
afterAll(() => chain.stop());

beforeEach(async () => {
  at = await openDoors({ chain: chain.reader, signIn: { attemptsPerMinute: 200 } });
  return () => at.stop();
});

async function offer(): Promise<Offer> {
  const { status, body } = await call(at, 'POST', '/sign-in/nonce');
  expect(status).toBe(200);
  return body as Offer;
}

async function signIn(message: string, signature: Hex, headers: Record<string, string> = {}) {
  return call(at, 'POST', '/sign-in/wallet', { body: { message, signature }, headers });
}

async function signedIn(account = alice): Promise<string> {
  const message = messageOf(await offer(), account.address);
  const { status, body } = await signIn(message, await account.signMessage({ message }));
  expect(status).toBe(200);
  return body.token as string;
}

/** Signs a message that was changed first. */
async function refusalOf(change: (message: string) => string, account = alice): Promise<string> {
  const message = change(messageOf(await offer(), account.address));
  const { status, body } = await signIn(message, await account.signMessage({ message }));
  expect(status).toBe(401);
  expect(body.error).toBe('sign-in-refused');
  return body.message as string;
}

describe('signing in', () => {
  it('says what to sign, for this gateway and this chain', async () => {
    expect(await offer()).toMatchObject({
      scheme: 'https',
      domain: 'north.example',
      uri: ORIGIN,
      version: '1',
      chainId: CHAIN_ID,
      issuedAt: '2026-01-01T00:00:00.000Z',
      expirationTime: '2026-01-01T00:10:00.000Z',
    });
  });

  it('opens a session for the account that signed', async () => {
    const token = await signedIn();
    const { status, body } = await call(at, 'GET', '/sign-in/session', { token });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'account',
      account: alice.address,
      expiresAt: '2026-01-01T00:15:00.000Z',
    });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it('accepts a signature whose recovery byte begins at 0', async () => {
    const message = messageOf(await offer(), alice.address);
    const signature = await alice.signMessage({ message });
    const last = signature.endsWith('1b') ? '00' : '01';
    expect((await signIn(message, `${signature.slice(0, -2)}${last}` as Hex)).status).toBe(200);
  });

  it('accepts the message with the scheme before the domain, and with "not before"', async () => {
    for (const change of [
      (text: string) => `https://${text}`,
      (text: string) => `${text}\nNot Before: 2026-01-01T00:00:00Z`,
    ]) {
      const message = change(messageOf(await offer(), alice.address));
      expect((await signIn(message, await alice.signMessage({ message }))).status).toBe(200);
    }
  });

  it('needs no chain for an account with a key', async () => {
    const away = await openDoors({});
    const { body } = await call(away, 'POST', '/sign-in/nonce');
    const message = messageOf(body as Offer, alice.address);
    const answer = await call(away, 'POST', '/sign-in/wallet', {
      body: { message, signature: await alice.signMessage({ message }) },
    });
    await away.stop();
    expect(answer.status).toBe(200);
  });
});

describe('contract wallets (ERC-1271)', () => {
  async function walletOf(owner: Hex): Promise<Hex> {
    const { bytecode } = await fixture<{ bytecode: Hex }>('wallet-erc1271.json');
    return chain.deploy(`${bytecode}${encodeAbiParameters([{ type: 'address' }], [owner]).slice(2)}`);
  }
  /** A contract of the given code, which its constructor copies out. */
  const contract = (code: string) => {
    const size = (code.length / 2).toString(16).padStart(2, '0');
    return chain.deploy(`0x60${size}600c60003960${size}6000f3${code}`);
  };

  it('signs in the wallet of the owner who signed', async () => {
    const wallet = await walletOf(alice.address);
    const message = messageOf(await offer(), wallet);
    const { status, body } = await signIn(message, await alice.signMessage({ message }));
    expect(status).toBe(200);
    expect(body.account).toBe(message.split('\n')[1]);
    expect(body.account.toLowerCase()).toBe(wallet.toLowerCase());
  });

  it('refuses the wallet of somebody else, by its answer and by its revert', async () => {
    const wallet = await walletOf(alice.address);
    const message = messageOf(await offer(), wallet);
    expect((await signIn(message, await mallory.signMessage({ message }))).status).toBe(401);
    // OpenZeppelin's library reverts at a signature of another length.
    expect((await signIn(message, '0x1234')).status).toBe(401);
  });

  it.each([
    ['loops for ever', '5b600056'],
    ['answers nothing', '00'],
    ['answers true instead of the magic value', '600160005260206000f3'],
    ['answers the magic value on the wrong side', '631626ba7e60005260206000f3'],
    ['answers the magic value cut to four bytes', '631626ba7e60e01b60005260046000f3'],
    ['is an invalid instruction', 'fe'],
  ])('refuses a contract that %s', async (_what, code) => {
    const address = await contract(code);
    const message = messageOf(await offer(), address);
    const { status, body } = await signIn(message, await alice.signMessage({ message }));
    expect(status).toBe(401);
    expect(body.error).toBe('sign-in-refused');
  });

  it('accepts a contract that answers the magic value in its word', async () => {
    const address = await contract('631626ba7e60e01b60005260206000f3');
    const message = messageOf(await offer(), address);
    expect((await signIn(message, '0x00')).status).toBe(200);
  });
});

describe('what is refused', () => {
  it('another domain', async () => {
    expect(await refusalOf((text) => text.replace('north.example wants', 'evil.example wants'))).toMatch(
      /^domain:/,
    );
    expect(await refusalOf((text) => text.replace('north.example wants', 'x@north.example wants'))).toMatch(
      /^domain:/,
    );
    expect(await refusalOf((text) => text.replace('north.example wants', 'north.example:443 wants'))).toMatch(
      /^domain:/,
    );
  });

  it('another chain, URI, scheme or statement', async () => {
    expect(await refusalOf((text) => text.replace(`Chain ID: ${CHAIN_ID}`, 'Chain ID: 1'))).toMatch(
      /^Chain ID:/,
    );
    expect(await refusalOf((text) => text.replace(`URI: ${ORIGIN}`, 'URI: https://evil.example'))).toMatch(
      /^URI:/,
    );
    expect(await refusalOf((text) => `http://${text}`)).toMatch(/^scheme:/);
    expect(await refusalOf((text) => text.replace('gives nobody', 'gives everybody'))).toMatch(/^statement:/);
    expect(await refusalOf((text) => text.replace(/\nI sign in[^\n]*\n/, '\n'))).toMatch(/^statement:/);
  });

  it('resources and a request id, which would mean something elsewhere', async () => {
    expect(await refusalOf((text) => `${text}\nResources:\n- urn:recap:eyJ9`)).toMatch(/^Resources:/);
    expect(await refusalOf((text) => `${text}\nRequest ID: 7`)).toMatch(/^Request ID:/);
  });

  it('a message that was altered after it was signed', async () => {
    const message = messageOf(await offer(), alice.address);
    const signature = await alice.signMessage({ message });
    const later = message.replace('00:10:00.000Z', '00:09:59.000Z');
    expect(later).not.toBe(message);
    expect((await signIn(later, signature)).body.message).toMatch(/^signature:/);
  });

  it("somebody else's account", async () => {
    const message = messageOf(await offer(), alice.address);
    const answer = await signIn(message, await mallory.signMessage({ message }));
    expect(answer.status).toBe(401);
    expect(answer.body.message).toMatch(/^signature:/);
  });

  it('a message that is used again, also by two at once', async () => {
    const message = messageOf(await offer(), alice.address);
    const signature = await alice.signMessage({ message });
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(message, signature)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401, 401, 401]);
    const again = await signIn(message, signature);
    expect(again.status).toBe(401);
    expect(again.body.message).toMatch(/^Nonce: expected one that was not used yet$/);
  });

  it('a nonce of another account that was used', async () => {
    const given = await offer();
    const first = messageOf(given, alice.address);
    expect((await signIn(first, await alice.signMessage({ message: first }))).status).toBe(200);
    const second = messageOf(given, mallory.address);
    expect((await signIn(second, await mallory.signMessage({ message: second }))).status).toBe(401);
  });

  it('nonces that this gateway did not give out', async () => {
    expect(await refusalOf((text) => text.replace(/Nonce: \w+/, 'Nonce: 32891757'))).toMatch(/^Nonce:/);
    // One digit of its time, its randomness, its tag.
    for (const place of [10, 30, 70]) {
      const altered = await refusalOf((text) =>
        text.replace(/Nonce: (\w+)/, (_all, nonce: string) => {
          const digit = nonce[place] === '0' ? '1' : '0';
          return `Nonce: ${nonce.slice(0, place)}${digit}${nonce.slice(place + 1)}`;
        }),
      );
      expect(altered).toMatch(/^Nonce:/);
    }
    expect(
      await refusalOf((text) =>
        text.replace(/Nonce: (\w+)/, (all) => all.toUpperCase().replace('NONCE', 'Nonce')),
      ),
    ).toMatch(/^Nonce:/);
    const other = await openDoors({ chain: chain.reader });
    const foreign = ((await call(other, 'POST', '/sign-in/nonce')).body as Offer).nonce;
    await other.stop();
    expect(await refusalOf((text) => text.replace(/Nonce: \w+/, `Nonce: ${foreign}`))).toMatch(/^Nonce:/);
  });

  it('times that have passed or are to come', async () => {
    const message = messageOf(await offer(), alice.address);
    const signature = await alice.signMessage({ message });
    at.nowS = START_S + 600;
    expect((await signIn(message, signature)).body.message).toMatch(/^Expiration Time:/);
    at.nowS = START_S + 599;
    expect((await signIn(message, signature)).status).toBe(200);
    at.nowS = START_S;
    const time = '2026-01-01T00:00:00.000Z';
    expect(
      await refusalOf((text) => text.replace(`Issued At: ${time}`, 'Issued At: 2026-01-01T00:01:01Z')),
    ).toMatch(/^Issued At:/);
    expect(
      await refusalOf((text) => text.replace(`Issued At: ${time}`, 'Issued At: 2025-12-31T23:40:00Z')),
    ).toMatch(/^Issued At:/);
    expect(await refusalOf((text) => `${text}\nNot Before: 2026-01-01T00:00:01Z`)).toMatch(/^Not Before:/);
    expect(await refusalOf((text) => text.replace(/\nExpiration Time: .*/, ''))).toMatch(/^Expiration Time:/);
    expect(
      await refusalOf((text) =>
        text.replace(/\nExpiration Time: .*/, '\nExpiration Time: 2027-01-01T00:00:00Z'),
      ),
    ).toMatch(/^Expiration Time:/);
  });

  it('a nonce whose time has passed, whatever the message says', async () => {
    const given = await offer();
    at.nowS = START_S + 601;
    const message = messageOf(
      { ...given, issuedAt: '2026-01-01T00:10:01.000Z', expirationTime: '2026-01-01T00:15:00.000Z' },
      alice.address,
    );
    expect((await signIn(message, await alice.signMessage({ message }))).body.message).toMatch(/^Nonce:/);
  });

  it('bodies of another form', async () => {
    const bodies = [
      {},
      { message: 'm' },
      { message: 'm', signature: 'x' },
      { message: 'm', signature: '0x0' },
      { message: 'm'.repeat(4097), signature: '0x00' },
      { message: 'm', signature: `0x${'00'.repeat(4097)}` },
      { message: ['m'], signature: '0x00' },
      { message: 'm', signature: '0x00', address: alice.address },
      { message: 'm', signature: '0x00', __proto__x: 1 },
    ];
    for (const body of bodies) {
      const answer = await call(at, 'POST', '/sign-in/wallet', { body });
      expect(answer.status).toBe(400);
      expect(answer.body.error).toBe('request-invalid');
    }
    const message = `${'\n'.repeat(2000)}__proto__`;
    expect((await signIn(message, '0x00')).body.error).toBe('sign-in-refused');
  });
});

describe('sessions', () => {
  it('end by themselves', async () => {
    const token = await signedIn();
    at.nowS = START_S + 900;
    expect((await call(at, 'GET', '/sign-in/session', { token })).status).toBe(200);
    at.nowS = START_S + 901;
    expect((await call(at, 'GET', '/sign-in/session', { token })).status).toBe(401);
  });

  it('end when they are ended, one or all of the account', async () => {
    const [first, second, third] = [await signedIn(), await signedIn(), await signedIn()];
    const other = await signedIn(mallory);
    expect((await call(at, 'DELETE', '/sign-in/session', { token: first })).body).toEqual({ ended: 1 });
    expect((await call(at, 'GET', '/sign-in/session', { token: first })).status).toBe(401);
    expect((await call(at, 'GET', '/sign-in/session', { token: second })).status).toBe(200);
    expect((await call(at, 'DELETE', '/sign-in/session?all=true', { token: second })).body).toEqual({
      ended: 2,
    });
    expect((await call(at, 'GET', '/sign-in/session', { token: third })).status).toBe(401);
    expect((await call(at, 'GET', '/sign-in/session', { token: other })).status).toBe(200);
  });

  it('of an account are ended by an operator, and by nobody else', async () => {
    const [token, other] = [await signedIn(), await signedIn(mallory)];
    const body = { account: alice.address };
    expect((await call(at, 'POST', '/sign-in/revocations', { body, token: other })).status).toBe(403);
    expect((await call(at, 'POST', '/sign-in/revocations', { body })).status).toBe(401);
    const answer = await call(at, 'POST', '/sign-in/revocations', { body, token: OPERATOR_TOKEN });
    expect(answer.body).toEqual({ ended: 1 });
    expect((await call(at, 'GET', '/sign-in/session', { token })).status).toBe(401);
    expect((await call(at, 'GET', '/sign-in/session', { token: other })).status).toBe(200);
  });

  it('of one account are sixteen at most; the oldest makes room', async () => {
    const tokens: string[] = [];
    for (let each = 0; each < 17; each++) tokens.push(await signedIn());
    const statuses = await Promise.all(
      tokens.map(async (token) => (await call(at, 'GET', '/sign-in/session', { token })).status),
    );
    expect(statuses).toEqual([401, ...Array.from({ length: 16 }, () => 200)]);
  });
});

describe('tokens', () => {
  it('of nobody are answered alike, whatever they look like', async () => {
    const token = await signedIn();
    const bad = [
      undefined,
      '',
      'x',
      `${token}x`,
      token.slice(1),
      token.toUpperCase() === token ? 'y' : token.toUpperCase(),
      'o'.repeat(42),
      'a.b.c',
      '__proto__',
      'x'.repeat(15_000),
    ];
    const answers = await Promise.all(
      bad.map((each) => call(at, 'GET', '/sign-in/session', each === undefined ? {} : { token: each })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('are taken from a bearer header only', async () => {
    const headers: Record<string, string>[] = [
      { authorization: `Basic ${OPERATOR_TOKEN}` },
      { authorization: OPERATOR_TOKEN },
      { cookie: `twinseal_operator=${OPERATOR_TOKEN}` },
    ];
    for (const each of headers) {
      expect((await call(at, 'GET', '/sign-in/session', { headers: each })).status).toBe(401);
    }
    expect((await call(at, 'GET', `/sign-in/session?token=${OPERATOR_TOKEN}`)).status).toBe(401);
    const { body } = await call(at, 'GET', '/sign-in/session', { token: OPERATOR_TOKEN });
    expect(body).toEqual({
      kind: 'staff',
      id: 'operator',
      roles: ['clinician', 'registrar', 'auditor', 'operator'],
      by: 'operator-token',
    });
  });

  it('in huge headers are refused before anything is looked at', async () => {
    // Node's limit is 16 KiB for all headers.
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = httpRequest(`${at.url}/api/v1/sign-in/session`, {
        headers: { authorization: `Bearer ${'a'.repeat(40_000)}` },
      });
      sent.on('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on('error', reject);
      sent.end();
    });
    expect(status).toBe(431);
  });

  it('of the operator cannot be ended from afar', async () => {
    const answer = await call(at, 'DELETE', '/sign-in/session', { token: OPERATOR_TOKEN });
    expect(answer.status).toBe(400);
    expect((await call(at, 'GET', '/sign-in/session', { token: OPERATOR_TOKEN })).status).toBe(200);
  });
});

describe('lock-out', () => {
  let behind: TestDoors;
  beforeEach(async () => {
    behind = await openDoors({
      chain: chain.reader,
      signIn: { attemptsPerMinute: 1000, lockAfter: 3, lockS: 10, lockMaxS: 25 },
      trustedProxies: ['127.0.0.1'],
    });
    return () => behind.stop();
  });

  async function tryFrom(ip: string, by = mallory, account = alice) {
    const { body } = await call(behind, 'POST', '/sign-in/nonce');
    const issued = new Date(behind.nowS * 1000).toISOString();
    const message = messageOf({ ...(body as Offer), issuedAt: issued }, account.address);
    return call(behind, 'POST', '/sign-in/wallet', {
      body: { message, signature: await by.signMessage({ message }) },
      headers: { 'x-forwarded-for': ip },
    });
  }

  it('comes after several failures, grows, and has an end', async () => {
    const failures = async (count: number) => {
      const statuses: number[] = [];
      for (let each = 0; each < count; each++) statuses.push((await tryFrom('192.0.2.1')).status);
      return statuses;
    };
    expect(await failures(4)).toEqual([401, 401, 401, 429]);
    const locked = await tryFrom('192.0.2.1', alice);
    expect(locked.status).toBe(429);
    expect(locked.headers.get('retry-after')).toBe('10');
    expect(locked.body.error).toBe('too-many-attempts');
    behind.nowS = START_S + 10;
    // Each further failure doubles the time, up to the longest.
    expect(await failures(2)).toEqual([401, 429]);
    expect((await tryFrom('192.0.2.1')).headers.get('retry-after')).toBe('20');
    behind.nowS = START_S + 30;
    expect(await failures(2)).toEqual([401, 429]);
    expect((await tryFrom('192.0.2.1')).headers.get('retry-after')).toBe('25');
    behind.nowS = START_S + 55;
    // A success ends the row.
    expect((await tryFrom('192.0.2.1', alice)).status).toBe(200);
    expect(await failures(4)).toEqual([401, 401, 401, 429]);
  });

  it('touches neither the owner elsewhere, nor others at the same address, nor sessions that run', async () => {
    const running = (await tryFrom('192.0.2.1', alice)).body.token as string;
    for (let each = 0; each < 5; each++) await tryFrom('192.0.2.1');
    expect((await tryFrom('192.0.2.1', alice)).status).toBe(429);
    expect((await tryFrom('198.51.100.7', alice)).status).toBe(200);
    expect((await tryFrom('192.0.2.1', mallory, mallory)).status).toBe(200);
    expect((await call(behind, 'GET', '/sign-in/session', { token: running })).status).toBe(200);
  });

  it('is of a whole IPv6 network of 64 bits', async () => {
    for (const tail of ['1', '2', 'ffff:3']) await tryFrom(`2001:db8:1:2::${tail}`);
    expect((await tryFrom('2001:db8:1:2:9::9', alice)).status).toBe(429);
    expect((await tryFrom('2001:db8:1:3::1', alice)).status).toBe(200);
  });

  it('is written into the log without token, signature or address of the network', async () => {
    for (let each = 0; each < 3; each++) await tryFrom('192.0.2.1');
    const told = behind.lines.filter(({ event }) => String(event).startsWith('a sign-in failed'));
    expect(told.map(({ event, count, durationMs }) => [event, count, durationMs])).toEqual([
      ['a sign-in failed', 1, undefined],
      ['a sign-in failed', 2, undefined],
      ['a sign-in failed and is locked out for a while', 3, 10_000],
    ]);
    expect(told[2]).toMatchObject({ kind: 'account', code: 'signature-invalid' });
    expect(JSON.stringify(behind.lines)).not.toMatch(/192\.0\.2|0x[0-9a-f]{130}/);
  });

  it('counts the address of the connection where the proxy is not one that is trusted', async () => {
    for (let each = 0; each < 5; each++) {
      const { body } = await call(at, 'POST', '/sign-in/nonce');
      const message = messageOf(body as Offer, alice.address);
      const signature = await mallory.signMessage({ message });
      await signIn(message, signature, { 'x-forwarded-for': `192.0.2.${each}` });
    }
    const message = messageOf(await offer(), alice.address);
    expect((await signIn(message, await alice.signMessage({ message }))).status).toBe(429);
  });
});

describe('limits on tries', () => {
  it('are of a network address, and refill', async () => {
    const few = await openDoors({ chain: chain.reader, signIn: { attemptsPerMinute: 4 } });
    const statuses: number[] = [];
    for (let each = 0; each < 6; each++) statuses.push((await call(few, 'POST', '/sign-in/nonce')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    const refused = await call(few, 'POST', '/sign-in/nonce');
    expect(refused.headers.get('retry-after')).toBe('15');
    // Who holds a token goes on.
    expect((await call(few, 'GET', '/sign-in/session', { token: OPERATOR_TOKEN })).status).toBe(200);
    few.nowS = START_S + 15;
    expect((await call(few, 'POST', '/sign-in/nonce')).status).toBe(200);
    expect((await call(few, 'POST', '/sign-in/nonce')).status).toBe(429);
    await few.stop();
  });
});

describe('a chain that does not answer', () => {
  it('is said to be at fault where only it could say who signed', async () => {
    const dead = await startChain();
    const doors = await openDoors({ chain: dead.reader });
    await dead.stop();
    const { body } = await call(doors, 'POST', '/sign-in/nonce');
    const message = messageOf(body as Offer, mallory.address);
    const answer = await call(doors, 'POST', '/sign-in/wallet', {
      body: { message, signature: await alice.signMessage({ message }) },
    });
    await doors.stop();
    expect(answer.status).toBe(503);
    expect(answer.body.error).toBe('chain-unavailable');
  }, 300_000);
});
