/** Staff by the hospital's OpenID provider: a real one, its keys rotated and withdrawn, its servers stalling; and tokens that nobody should believe. */

import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import Provider from 'oidc-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, OPERATOR_TOKEN, openDoors, START_S, type TestDoors } from './support.js';

const AUDIENCE = 'https://north.example';
/** Times for a provider that is asked in tests, in milliseconds. */
const SOON = { timeoutMs: 400, retryMs: 1, cooldownMs: 0 };
const ROLES = {
  rolesClaim: '/realm_access/roles',
  roles: { clinician: ['doctor', 'nurse'], auditor: ['revision'] },
};

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** A server whose answers can be exchanged. */
class Switch {
  listener: Listener = (_request, response) => response.writeHead(503).end();
  requests: string[] = [];
  readonly #server: Server;
  private constructor(server: Server) {
    this.#server = server;
  }
  static async open(): Promise<Switch> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const made = new Switch(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      made.requests.push(request.url ?? '');
      made.listener(request, response);
    });
    return made;
  }
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

async function newKey(alg: string, kid: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), kid, alg, use: 'sig' };
}

const publicOf = ({ d: _d, p: _p, q: _q, dp: _dp, dq: _dq, qi: _qi, ...rest }: JWK): JWK => rest;

/** An OpenID provider that gives JWT access tokens for this gateway to its one client. */
function providerOf(issuer: string, keys: readonly JWK[]): Listener {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'ward-7',
        client_secret: 'a secret of the test',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        getResourceServerInfo: () => ({
          scope: 'records',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg: keys[0]?.alg } },
        }),
      },
    },
    extraTokenClaims: () => ({ realm_access: { roles: ['doctor', 'something else'] } }),
    jwks: { keys },
    cookies: { keys: ['test'] },
  });
  return provider.callback() as Listener;
}

async function tokenFrom(issuer: string): Promise<string> {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`ward-7:${encodeURIComponent('a secret of the test')}`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: AUDIENCE, scope: 'records' }),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { access_token: string }).access_token;
}

let server: Switch;
let at: TestDoors;
beforeEach(async () => {
  server = await Switch.open();
});
afterEach(async () => {
  await at.stop();
  await server.close();
});

const who = (token: string) => call(at, 'GET', '/sign-in/session', { token });

describe('with a real provider', () => {
  async function open(options: Record<string, unknown> = {}): Promise<void> {
    at = await openDoors({
      signIn: { oidc: { issuer: server.url, audience: AUDIENCE, ...ROLES, ...options } },
      provider: SOON,
    });
    at.nowS = Math.floor(Date.now() / 1000);
  }

  it('signs a member of the staff in, by discovery, with mapped roles and without the subject', async () => {
    server.listener = providerOf(server.url, [await newKey('RS256', 'one')]);
    await open();
    const { status, body } = await who(await tokenFrom(server.url));
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: 'staff', roles: ['clinician'], by: 'oidc' });
    expect(body.id).toMatch(/^s[0-9a-f]{32}$/);
    expect(JSON.stringify([body, at.lines])).not.toContain('ward-7');
    // The same person is the same one the next time.
    expect((await who(await tokenFrom(server.url))).body.id).toBe(body.id);
  });

  it('takes the staff id from the configured claim', async () => {
    server.listener = providerOf(server.url, [await newKey('RS256', 'one')]);
    await open({ staffIdClaim: '/client_id' });
    expect((await who(await tokenFrom(server.url))).body.id).toBe('ward-7');
  });

  it('follows the rotation of keys, and asks once for many tokens', async () => {
    const [one, two] = [await newKey('RS256', 'one'), await newKey('ES256', 'two')];
    server.listener = providerOf(server.url, [one]);
    await open();
    const before = await tokenFrom(server.url);
    expect((await who(before)).status).toBe(200);
    // The new key signs, the old one still stands beside it.
    server.listener = providerOf(server.url, [two, one]);
    const after = await tokenFrom(server.url);
    server.requests = [];
    const answers = await Promise.all([after, before, after, before].map((token) => who(token)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(server.requests.filter((path) => path.includes('jwks'))).toHaveLength(1);
  });

  it('believes a key that was withdrawn for a bounded time only', async () => {
    const [one, two] = [await newKey('RS256', 'one'), await newKey('RS256', 'two')];
    server.listener = providerOf(server.url, [one]);
    await open({ keysMaxAgeS: 1 });
    const first = await tokenFrom(server.url);
    const second = await tokenFrom(server.url);
    expect((await who(first)).status).toBe(200);
    server.listener = providerOf(server.url, [two]);
    // jose's own clock decides on the age of the keys, the gateway's on that of what it found good.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    at.nowS += 2;
    expect((await who(second)).status).toBe(401);
    expect((await who(first)).status).toBe(401);
  });

  it('ends the tokens of a person at sign-out and by an operator, also after a restart', async () => {
    server.listener = providerOf(server.url, [await newKey('RS256', 'one')]);
    await open();
    const token = await tokenFrom(server.url);
    const { id } = (await who(token)).body as { id: string };
    expect((await call(at, 'DELETE', '/sign-in/session', { token })).status).toBe(200);
    expect((await who(token)).status).toBe(401);
    const { vault } = at;
    const again = await openDoors({
      signIn: { oidc: { issuer: server.url, audience: AUDIENCE, ...ROLES } },
      provider: SOON,
      vault,
    });
    again.nowS = at.nowS;
    expect((await call(again, 'GET', '/sign-in/session', { token })).status).toBe(401);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    again.nowS = Math.floor(Date.now() / 1000) + 1;
    const fresh = await tokenFrom(server.url);
    expect((await call(again, 'GET', '/sign-in/session', { token: fresh })).status).toBe(200);
    again.nowS += 1;
    const body = { staff: id };
    expect((await call(again, 'POST', '/sign-in/revocations', { body, token: OPERATOR_TOKEN })).status).toBe(
      200,
    );
    expect((await call(again, 'GET', '/sign-in/session', { token: fresh })).status).toBe(401);
    await again.stop();
  });
});

describe('tokens that are not believed', () => {
  const ISSUER = 'https://id.north.example/realms/staff';
  let key: JWK;
  let rsa: JWK;

  beforeEach(async () => {
    key = await newKey('ES256', 'one');
    rsa = await newKey('RS256', 'two');
    const keys = { keys: [publicOf(key), publicOf(rsa)] };
    server.listener = (_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(keys));
    at = await openDoors({
      signIn: {
        attemptsPerMinute: 1000,
        lockAfter: 1000,
        oidc: {
          issuer: ISSUER,
          jwksUrl: `${server.url}/keys`,
          audience: AUDIENCE,
          maxTokenAgeS: 600,
          ...ROLES,
        },
      },
      provider: SOON,
    });
  });

  const CLAIMS: JWTPayload = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: 'Dr. Ada Test',
    iat: START_S,
    exp: START_S + 300,
    realm_access: { roles: ['doctor'] },
  };
  /** A token with some claims and header fields changed; `undefined` leaves one out. */
  async function token(
    claims: JWTPayload = {},
    header: Record<string, unknown> = {},
    by: JWK = key,
  ): Promise<string> {
    const body = Object.fromEntries(
      Object.entries({ ...CLAIMS, ...claims }).filter(([, value]) => value !== undefined),
    );
    const signer = new SignJWT(body).setProtectedHeader({
      alg: by.alg as string,
      kid: by.kid as string,
      typ: 'at+jwt',
      ...header,
    });
    return signer.sign(await importJWK(by, by.alg));
  }
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const codes = () => at.lines.filter(({ event }) => event === 'a sign-in failed').map(({ code }) => code);

  it('is none of these: the one from which they are made', async () => {
    expect((await who(await token())).status).toBe(200);
    expect((await who(await token({}, { typ: 'application/at+jwt' }))).status).toBe(200);
    expect((await who(await token({ aud: ['https://else.example', AUDIENCE] }, {}, rsa))).status).toBe(200);
  });

  const undefinedClaim = (name: string) => ({ [name]: undefined }) as JWTPayload;
  it.each<[string, JWTPayload, Record<string, unknown>, string]>([
    ['another issuer', { iss: 'https://id.evil.example' }, {}, 'token-issuer'],
    ['an issuer with a slash more', { iss: `${ISSUER}/` }, {}, 'token-issuer'],
    ['no issuer', undefinedClaim('iss'), {}, 'token-issuer'],
    ['another audience', { aud: 'https://south.example' }, {}, 'token-audience'],
    ['no audience', undefinedClaim('aud'), {}, 'token-audience'],
    ['no subject', undefinedClaim('sub'), {}, 'token-claims'],
    ['an empty subject', { sub: '' }, {}, 'token-claims'],
    ['no expiry', undefinedClaim('exp'), {}, 'token-claims'],
    ['no time of issue', undefinedClaim('iat'), {}, 'token-claims'],
    ['a time of issue to come', { iat: START_S + 31 }, {}, 'token-claims'],
    ['the type of an ID token', {}, { typ: 'JWT' }, 'token-type'],
    ['no type', {}, { typ: undefined }, 'token-type'],
    ['a key that the provider has not', {}, { kid: 'three' }, 'token-key'],
    ['an extension that must be understood', {}, { crit: ['x'], x: 1 }, 'token-form'],
  ])('with %s', async (_what, claims, header, code) => {
    let text: string;
    try {
      text = await token(claims, header);
    } catch {
      // jose does not sign what it does not understand: the header is exchanged after the signature.
      const [, body, signature] = (await token(claims)).split('.');
      text = `${encode({ alg: 'ES256', kid: 'one', typ: 'at+jwt', ...header })}.${body}.${signature}`;
    }
    expect((await who(text)).status).toBe(401);
    expect(codes()).toEqual([code]);
  });

  it.each<[string, JWTPayload, number]>([
    ['that has expired', { exp: START_S - 30 }, 0],
    ['that is valid later', { nbf: START_S + 31 }, 0],
    [
      'that was issued too long ago, though it says it holds',
      { iat: START_S - 631, exp: START_S + 99_999 },
      0,
    ],
  ])('%s; nobody is to blame for it', async (_what, claims, failures) => {
    expect((await who(await token(claims))).status).toBe(401);
    expect(codes()).toHaveLength(failures);
  });

  it('with the times at the edge of what is believed', async () => {
    expect((await who(await token({ exp: START_S - 29 }))).status).toBe(200);
    expect((await who(await token({ nbf: START_S + 30 }))).status).toBe(200);
    expect((await who(await token({ iat: START_S - 629 }))).status).toBe(200);
  });

  it('once they have ended, though they were found good before', async () => {
    const text = await token({ exp: START_S + 10 });
    expect((await who(text)).status).toBe(200);
    at.nowS = START_S + 41;
    expect((await who(text)).status).toBe(401);
  });

  it('without a signature', async () => {
    const unsigned = new UnsecuredJWT({ ...CLAIMS }).encode();
    expect((await who(unsigned)).status).toBe(401);
    for (const alg of ['none', 'None', 'NONE', '']) {
      const [, body, signature] = (await token()).split('.');
      expect((await who(`${encode({ alg, typ: 'at+jwt', kid: 'one' })}.${body}.`)).status).toBe(401);
      expect((await who(`${encode({ alg, typ: 'at+jwt', kid: 'one' })}.${body}.${signature}`)).status).toBe(
        401,
      );
    }
  });

  it('with the public key taken for a shared secret', async () => {
    const pem = JSON.stringify(publicOf(rsa));
    for (const secret of [pem, rsa.n as string, Buffer.from(rsa.n as string, 'base64url')]) {
      for (const alg of ['HS256', 'HS512']) {
        const head = `${encode({ alg, typ: 'at+jwt', kid: 'two' })}.${encode(CLAIMS)}`;
        const tag = createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secret)
          .update(head)
          .digest('base64url');
        expect((await who(`${head}.${tag}`)).status).toBe(401);
      }
    }
    expect(new Set(codes())).toEqual(new Set(['token-algorithm']));
  });

  it('with an algorithm that is asymmetric and not on the list', async () => {
    const other = await newKey('RS512', 'four');
    expect((await who(await token({}, {}, other))).status).toBe(401);
    expect(codes()).toEqual(['token-algorithm']);
  });

  it('that bring or point at their own key', async () => {
    const own = await newKey('ES256', 'one');
    const evil = await Switch.open();
    for (const header of [
      { jwk: publicOf(own) },
      { jku: `${evil.url}/keys` },
      { x5u: `${evil.url}/cert` },
      { jwk: publicOf(own), kid: undefined },
    ]) {
      const text = await token({}, header, own);
      expect((await who(text)).status).toBe(401);
    }
    expect(evil.requests).toEqual([]);
    await evil.close();
  });

  it('that were altered in any part', async () => {
    const parts = (await token()).split('.') as [string, string, string];
    expect((await who(`${parts[0]}.${encode({ ...CLAIMS, sub: 'admin' })}.${parts[2]}`)).status).toBe(401);
    expect(
      (await who(`${encode({ alg: 'ES256', kid: 'one', typ: 'at+jwt', x: 1 })}.${parts[1]}.${parts[2]}`))
        .status,
    ).toBe(401);
    const flipped = Buffer.from(parts[2], 'base64url');
    flipped[5] = (flipped[5] as number) ^ 1;
    expect((await who(`${parts[0]}.${parts[1]}.${flipped.toString('base64url')}`)).status).toBe(401);
    expect((await who(`${parts[0]}.${parts[1]}`)).status).toBe(401);
    expect((await who(`${parts.join('.')}.x`)).status).toBe(401);
  });

  it('that are larger than a token is', async () => {
    const text = await token({ filler: 'x'.repeat(7000) });
    expect(text.length).toBeGreaterThan(8192);
    expect((await who(text)).status).toBe(401);
    expect(codes()).toEqual([]);
  });

  it('and leave no trace of what is in them', async () => {
    await who(await token({ iss: 'https://secret.example' }));
    await who(await token({}, { kid: 'secret' }));
    expect(JSON.stringify(at.lines)).not.toMatch(/secret|Ada/);
  });

  it('gives roles only where they are mapped', async () => {
    const roles = async (realm_access: unknown) =>
      (await who(await token({ realm_access }))).body.roles as string[];
    expect(await roles({ roles: ['revision', 'nurse'] })).toEqual(['clinician', 'auditor']);
    expect(await roles({ roles: 'revision other' })).toEqual(['auditor']);
    expect(await roles({ roles: ['clinician', 'operator', 'Doctor'] })).toEqual([]);
    expect(await roles({ roles: { doctor: true } })).toEqual([]);
    expect(await roles('doctor')).toEqual([]);
    expect(await roles(undefined)).toEqual([]);
  });
});

describe('a provider that is no help', () => {
  const open = async (options: Record<string, unknown> = {}) => {
    at = await openDoors({
      signIn: { oidc: { issuer: server.url, audience: AUDIENCE, ...ROLES, ...options } },
      provider: SOON,
    });
  };
  const anyToken = async () => {
    const by = await newKey('ES256', 'one');
    return new SignJWT({ sub: 'x' })
      .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
      .sign(await importJWK(by));
  };
  const json = (body: unknown) => (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  it.each<[string, Listener]>([
    ['stalls before its answer', () => undefined],
    ['stalls within its answer', (_request, response) => void response.writeHead(200).write('{"keys": [')],
    ['fails', (_request, response) => response.writeHead(500).end()],
    [
      'sends elsewhere',
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['sends no JSON', (_request, response) => response.writeHead(200).end('<html>')],
    ['sends no keys', (_request, response) => json({ keys: 7 })(response)],
    [
      'sends without end',
      (_request, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(65_536, 32)));
        };
        response.on('drain', more);
        more();
      },
    ],
  ])('because it %s is named as what is at fault', async (_what, listener) => {
    server.listener = listener;
    await open({ jwksUrl: `${server.url}/keys` });
    const { status, body, headers } = await who(await anyToken());
    expect([status, body.error]).toEqual([503, 'provider-unreachable']);
    expect(headers.get('retry-after')).toBe('5');
    // Others are not held up by it.
    expect((await who(OPERATOR_TOKEN)).status).toBe(200);
  });

  it.each<[string, (url: string) => unknown]>([
    ['is of another issuer', (url) => ({ issuer: 'https://evil.example', jwks_uri: `${url}/keys` })],
    [
      'names keys that are not served over https',
      (url) => ({ issuer: url, jwks_uri: 'http://192.0.2.1/keys' }),
    ],
    ['names a file', (url) => ({ issuer: url, jwks_uri: 'file:///etc/passwd' })],
    ['names nothing', (url) => ({ issuer: url })],
  ])('because its discovery document %s is not believed', async (_what, document) => {
    server.listener = (_request, response) => json(document(server.url))(response);
    await open();
    expect((await who(await anyToken())).status).toBe(503);
    expect(server.requests).toEqual(['/.well-known/openid-configuration']);
  });

  it('is not asked again for a while', async () => {
    at = await openDoors({
      signIn: { oidc: { issuer: server.url, audience: AUDIENCE } },
      provider: { ...SOON, retryMs: 60_000 },
    });
    const text = await anyToken();
    for (let each = 0; each < 5; each++) expect((await who(text)).status).toBe(503);
    expect(server.requests).toHaveLength(1);
  });

  it('is believed again when it answers', async () => {
    await open();
    expect((await who(await anyToken())).status).toBe(503);
    server.listener = providerOf(server.url, [await newKey('RS256', 'one')]);
    at.nowS = Math.floor(Date.now() / 1000);
    expect((await who(await tokenFrom(server.url))).status).toBe(200);
  });

  it('is not asked at all where none is configured', async () => {
    at = await openDoors({});
    expect((await who(await anyToken())).status).toBe(401);
  });
});

describe('lock-out of staff', () => {
  it('is of one subject at one address: colleagues, and tokens that were found good, go on', async () => {
    const key = await newKey('ES256', 'one');
    server.listener = (_request, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ keys: [publicOf(key)] }));
    at = await openDoors({
      signIn: {
        lockAfter: 2,
        lockS: 10,
        oidc: { issuer: server.url, jwksUrl: server.url, audience: AUDIENCE, ...ROLES },
      },
      provider: SOON,
    });
    const signed = async (sub: string, aud = AUDIENCE, jti = '1') =>
      new SignJWT({ iss: server.url, aud, sub, jti, iat: START_S, exp: START_S + 300 })
        .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
        .sign(await importJWK(key));
    const running = await signed('ada');
    expect((await who(running)).status).toBe(200);
    for (let each = 0; each < 2; each++)
      expect((await who(await signed('ada', 'https://else.example'))).status).toBe(401);
    expect((await who(await signed('ada', AUDIENCE, '2'))).status).toBe(429);
    expect((await who(running)).status).toBe(200);
    expect((await who(await signed('bob'))).status).toBe(200);
    at.nowS = START_S + 10;
    expect((await who(await signed('ada', AUDIENCE, '3'))).status).toBe(200);
  });
});
