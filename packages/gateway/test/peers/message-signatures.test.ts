/**
 * Signed requests against a second implementation of RFC 9421's signature base, written here from the RFC's text (sections 2.2, 2.3, 2.5); and what must not be accepted.
 */

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Hex, verifyMessage } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_MAX_SKEW_S,
  type IncomingRequest,
  MemoryNonceStore,
  SIGNATURE_LIFETIME_S,
  SignatureError,
  verifyRequest,
} from '../../src/peers/index.js';
import { claimedSigner, signedHeaders } from '../../src/peers/message-signatures.js';

const account = privateKeyToAccount(`0x${'11'.repeat(32)}`);
const CHAIN_ID = 31337;
const NOW_S = 1_800_000_000;
const signer = { account, chainId: CHAIN_ID, nowS: () => NOW_S };

/** RFC 9421, section 2.5: a line for each component, then the parameters, LF between, none behind. */
function signatureBase(
  request: { method: string; url: string; headers: Record<string, string> },
  components: readonly string[],
  parameters: string,
): string {
  const match = /^(https?):\/\/([^/]+)([^?]*)(\?.*)?$/.exec(request.url);
  if (match === null) throw new Error('no absolute URL');
  const [, scheme, authority = '', path, query] = match;
  const values: Record<string, string> = {
    '@method': request.method,
    // Section 2.2.3: lowercase, and without the scheme's default port.
    '@authority': authority.toLowerCase().replace(scheme === 'https' ? /:443$/ : /:80$/, ''),
    // Section 2.2.6: an empty path is a slash.
    '@path': path === '' ? '/' : (path as string),
    // Section 2.2.7: with the leading question mark.
    '@query': query ?? '?',
    ...request.headers,
  };
  const lines = components.map((name) => `"${name}": ${values[name]?.trim()}`);
  const list = components.map((name) => `"${name}"`).join(' ');
  return [...lines, `"@signature-params": (${list})${parameters}`].join('\n');
}

function digestOf(body: Uint8Array | string): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

/** A request signed by the second implementation. */
async function signed(options: {
  method?: string;
  url?: string;
  body?: string;
  components?: readonly string[];
  parameters?: string;
  label?: string;
  account?: typeof account;
}): Promise<IncomingRequest & { headers: Record<string, string> }> {
  const { method = 'GET', url = 'http://north.example:8701/peer/v1/about', body } = options;
  const headers: Record<string, string> = body === undefined ? {} : { 'content-digest': digestOf(body) };
  const components = options.components ?? [
    '@authority',
    '@method',
    '@path',
    ...(url.includes('?') ? ['@query'] : []),
    ...(body === undefined ? [] : ['content-digest']),
  ];
  const parameters = options.parameters ?? parametersOf({});
  const base = signatureBase({ method, url, headers }, components, parameters);
  const signature = await (options.account ?? account).signMessage({ message: base });
  const label = options.label ?? 'eth';
  headers['signature-input'] = `${label}=(${components.map((name) => `"${name}"`).join(' ')})${parameters}`;
  headers.signature = `${label}=:${Buffer.from(signature.slice(2), 'hex').toString('base64')}:`;
  return { method, url, headers, body: body === undefined ? undefined : Buffer.from(body) };
}

let nonces = 0;
function parametersOf(changed: {
  created?: number;
  expires?: number;
  nonce?: string;
  keyid?: string;
}): string {
  const created = changed.created ?? NOW_S;
  const expires = changed.expires ?? created + 60;
  const nonce = changed.nonce ?? `nonce-${nonces++}`;
  const keyid = changed.keyid ?? `erc8128:${CHAIN_ID}:${account.address.toLowerCase()}`;
  return `;created=${created};expires=${expires};nonce="${nonce}";keyid="${keyid}"`;
}

function context(changed: { nowS?: number; nonceStore?: MemoryNonceStore; maxSkewS?: number } = {}) {
  return { chainId: CHAIN_ID, nonceStore: new MemoryNonceStore(), nowS: NOW_S, ...changed };
}

async function codeOf(request: IncomingRequest, changed = {}): Promise<string> {
  const error = await verifyRequest(request, context(changed)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return 'accepted';
  expect(error).toBeInstanceOf(SignatureError);
  return (error as SignatureError).code;
}

/** Headers of ours as Node would hand them to a server. */
async function ours(
  url: string,
  init: { method: string; body?: Uint8Array },
): Promise<IncomingRequest & { headers: Record<string, string> }> {
  const headers = Object.fromEntries(await signedHeaders(signer, url, init));
  return { method: init.method, url, headers, body: init.body };
}

describe('what we sign', () => {
  it.each([
    ['a GET', 'http://127.0.0.1:8701/peer/v1/about', 'GET', undefined],
    ['a query', 'https://north.example/peer/v1/about?challenge=0x00&a=%20b', 'GET', undefined],
    ['a default port', 'https://north.example:443/x', 'GET', undefined],
    ['a body', 'http://north.example/lanes/%C3%A4/release', 'POST', '{"hello": "world"}'],
    ['an empty body', 'http://north.example/lanes/release', 'PUT', ''],
  ])('verifies under the signature base of RFC 9421: %s', async (_name, url, method, text) => {
    const body = text === undefined ? undefined : new TextEncoder().encode(text);
    const { headers } = await ours(url, { method, ...(body === undefined ? {} : { body }) });
    const [, list = '', parameters = ''] =
      /^eth=\(([^)]*)\)(.*)$/.exec(headers['signature-input'] ?? '') ?? [];
    const components = list.split(' ').map((each) => each.slice(1, -1));
    const base = signatureBase({ method, url, headers }, components, parameters);
    const signature: Hex = `0x${Buffer.from((headers.signature ?? '').slice(5, -1), 'base64').toString('hex')}`;
    expect(await verifyMessage({ address: account.address, message: base, signature })).toBe(true);
    expect(components).toEqual([
      '@authority',
      '@method',
      '@path',
      ...(url.includes('?') ? ['@query'] : []),
      ...(text === undefined ? [] : ['content-digest']),
    ]);
  });

  it("has RFC 9421's own digest of its example body", async () => {
    const body = new TextEncoder().encode('{"hello": "world"}');
    const { headers } = await ours('http://example.com/foo', { method: 'POST', body });
    // RFC 9421, section 1.1 and Appendix B.2.
    expect(headers['content-digest']).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
  });

  it('is accepted, whatever path, query and body', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.webPath(),
        fc.webQueryParameters(),
        fc.constantFrom('GET', 'POST', 'PUT'),
        fc.uint8Array({ maxLength: 200 }),
        async (path, query, method, bytes) => {
          const url = new URL(`http://north.example:8701${path}${query === '' ? '' : `?${query}`}`).href;
          const request = await ours(url, method === 'GET' ? { method } : { method, body: bytes });
          expect(await verifyRequest(request, context())).toEqual({ address: account.address.toLowerCase() });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('what others sign', () => {
  it('is accepted as RFC 9421 and ERC-8128 have it, in any order of components and parameters', async () => {
    expect(await codeOf(await signed({}))).toBe('accepted');
    expect(await codeOf(await signed({ url: 'http://north.example/x?a=b' }))).toBe('accepted');
    expect(await codeOf(await signed({ method: 'POST', body: 'x' }))).toBe('accepted');
    expect(await codeOf(await signed({ method: 'POST', body: '' }))).toBe('accepted');
    const components = ['@path', '@method', '@authority'];
    const parameters = `;keyid="erc8128:${CHAIN_ID}:${account.address}";nonce="a_-1";expires=${NOW_S + 9};created=${NOW_S}`;
    expect(await codeOf(await signed({ components, parameters }))).toBe('accepted');
  });

  it('names its signer before anything is checked', async () => {
    const { headers } = await signed({});
    expect(claimedSigner(headers, CHAIN_ID)).toBe(account.address.toLowerCase());
    expect(claimedSigner(headers, 1)).toBeUndefined();
    expect(claimedSigner({}, CHAIN_ID)).toBeUndefined();
  });

  it('is not accepted for another request', async () => {
    const request = await signed({ method: 'POST', url: 'http://north.example/a?b=c', body: 'text' });
    const url = (to: string) => codeOf({ ...request, url: to });
    expect(await codeOf({ ...request, method: 'PUT' })).toBe('signature-invalid');
    expect(await url('http://south.example/a?b=c')).toBe('signature-invalid');
    expect(await url('http://north.example:81/a?b=c')).toBe('signature-invalid');
    expect(await url('http://north.example/a?b=d')).toBe('signature-invalid');
    expect(await url('http://north.example/A?b=c')).toBe('signature-invalid');
    expect(await url('http://north.example/a')).toBe('signature-invalid');
    expect(await codeOf({ ...request, body: Buffer.from('texT') })).toBe('signature-invalid');
    expect(await codeOf({ ...request, body: undefined })).toBe('signature-invalid');
    const digest = { ...request.headers, 'content-digest': digestOf('other') };
    expect(await codeOf({ ...request, headers: digest, body: Buffer.from('other') })).toBe(
      'signature-invalid',
    );
    expect(await codeOf(request)).toBe('accepted');
  });

  it('covers query and body wherever there are any', async () => {
    const bare = ['@authority', '@method', '@path'];
    const url = 'http://north.example/a?b=c';
    expect(await codeOf(await signed({ url, components: bare }))).toBe('signature-invalid');
    expect(await codeOf(await signed({ method: 'POST', body: 'x', components: bare }))).toBe(
      'signature-invalid',
    );
    expect(await codeOf(await signed({ method: 'POST', body: '', components: bare }))).toBe(
      'signature-invalid',
    );
    const get = await signed({});
    expect(await codeOf({ ...get, body: Buffer.from('x') })).toBe('signature-invalid');
    for (const name of ['content-length', 'transfer-encoding']) {
      expect(await codeOf({ ...get, headers: { ...get.headers, [name]: '1' } })).toBe('signature-invalid');
    }
  });

  it.each([
    ['/a/../b', '/b'],
    ['/a/%2e%2e/b', '/b'],
    ['/b?', '/b'],
    ['/b#c', '/b'],
    ['\\b', '/b'],
    ['/b\t', '/b'],
  ])('is refused for the target %s, which reads as %s', async (target, plain) => {
    const request = await signed({ url: `http://north.example${plain}` });
    expect(await codeOf({ ...request, url: `http://north.example${target}` })).toBe('signature-invalid');
  });

  it('is refused where the target moves the authority', async () => {
    const request = await signed({ url: 'http://evil.example/b' });
    expect(await codeOf({ ...request, url: 'http://north.example@evil.example/b' })).toBe(
      'signature-invalid',
    );
  });

  it('is refused in any form but one', async () => {
    const good = await signed({});
    const input = good.headers['signature-input'] as string;
    const form = (value: string | undefined) =>
      codeOf({ ...good, headers: { ...good.headers, 'signature-input': value as string } });
    for (const bad of [
      undefined,
      '',
      input.replace('eth=', 'sig='),
      `${input}, ${input.replace('eth=', 'two=')}`,
      `${input}, ${input}`,
      `${input};created=${NOW_S}`,
      `${input};alg="none"`,
      `${input};__proto__="x"`,
      `${input} `,
      input.replace(';created', '; created'),
      input.replace('"@path"', '"@path" "@path"'),
      input.replace('"@path"', '"@path";req'),
      input.replace('"@path"', '"@target-uri"'),
      input.replace('"@path"', '"x-other"'),
      input.replace(/;nonce="[^"]*"/, ''),
      input.replace(/;expires=\d+/, ''),
      input.replace(/created=\d+/, 'created=-1'),
    ]) {
      expect(await form(bad)).toBe('signature-missing');
    }
    expect(await form(input)).toBe('accepted');
    // Twice the same component, and signed as such.
    const twice = await signed({ components: ['@authority', '@method', '@path', '@path'] });
    expect(await codeOf(twice)).toBe('signature-missing');
    const headers = { ...good.headers, 'signature-input': [input, input] };
    expect(await codeOf({ ...good, headers })).toBe('signature-missing');
  });

  it('is refused under another key, chain or kind of signature', async () => {
    const other = privateKeyToAccount(`0x${'22'.repeat(32)}`);
    expect(await codeOf(await signed({ account: other }))).toBe('signature-invalid');
    const keyid = `erc8128:1:${account.address.toLowerCase()}`;
    expect(await codeOf(await signed({ parameters: parametersOf({ keyid }) }))).toBe('signature-invalid');
    const zeros = `erc8128:0${CHAIN_ID}:${account.address.toLowerCase()}`;
    expect(await codeOf(await signed({ parameters: parametersOf({ keyid: zeros }) }))).toBe(
      'signature-invalid',
    );
    const good = await signed({});
    for (const bytes of [0, 64, 66]) {
      const signature = `eth=:${Buffer.alloc(bytes, 1).toString('base64')}:`;
      expect(await codeOf({ ...good, headers: { ...good.headers, signature } })).toBe('signature-invalid');
    }
    expect(await codeOf({ ...good, headers: { 'signature-input': good.headers['signature-input'] } })).toBe(
      'signature-invalid',
    );
  });
});

describe('time', () => {
  const at = (created: number, expires = created + SIGNATURE_LIFETIME_S) =>
    signed({ parameters: parametersOf({ created, expires }) });

  it('may differ by the tolerance and no more', async () => {
    expect(await codeOf(await at(NOW_S + DEFAULT_MAX_SKEW_S))).toBe('accepted');
    expect(await codeOf(await at(NOW_S + DEFAULT_MAX_SKEW_S + 1))).toBe('clock-skew');
    const oldest = NOW_S - SIGNATURE_LIFETIME_S - DEFAULT_MAX_SKEW_S;
    expect(await codeOf(await at(oldest))).toBe('accepted');
    expect(await codeOf(await at(oldest - 1))).toBe('clock-skew');
  });

  it.each([
    [3600, 'after'],
    [-3600, 'before'],
  ])('that is %i s wrong is said so, with the time here', async (wrongS, word) => {
    const error = await verifyRequest(await at(NOW_S + wrongS), context()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'clock-skew' });
    expect((error as Error).message).toContain(`signed 3600 s ${word} the time here`);
    // 1,800,000,000 s after the epoch, as `date -u -d @1800000000` has it.
    expect((error as Error).message).toContain('Fri, 15 Jan 2027 08:00:00 GMT');
  });

  it('cannot be signed for long', async () => {
    expect(await codeOf(await at(NOW_S, NOW_S + SIGNATURE_LIFETIME_S + 1))).toBe('signature-invalid');
    expect(await codeOf(await at(NOW_S, NOW_S))).toBe('signature-invalid');
  });
});

describe('a replay', () => {
  it('is refused as long as its signature can be accepted, tolerance included', async () => {
    const nonceStore = new MemoryNonceStore();
    const request = await signed({});
    expect(await codeOf(request, { nonceStore })).toBe('accepted');
    const last = NOW_S + SIGNATURE_LIFETIME_S + DEFAULT_MAX_SKEW_S;
    for (const nowS of [NOW_S, NOW_S + SIGNATURE_LIFETIME_S, NOW_S + SIGNATURE_LIFETIME_S + 1, last]) {
      expect(await codeOf(request, { nonceStore, nowS })).toBe('replayed');
    }
    expect(await codeOf(request, { nonceStore, nowS: last + 1 })).toBe('clock-skew');
    // Of one that is made ahead of time, the same.
    const ahead = await signed({ parameters: parametersOf({ created: NOW_S + DEFAULT_MAX_SKEW_S }) });
    expect(await codeOf(ahead, { nonceStore })).toBe('accepted');
    expect(await codeOf(ahead, { nonceStore, nowS: last + DEFAULT_MAX_SKEW_S })).toBe('replayed');
  });

  it('by another caller takes no nonce from the first', async () => {
    const nonceStore = new MemoryNonceStore();
    const nonce = 'chosen-by-both';
    const other = privateKeyToAccount(`0x${'33'.repeat(32)}`);
    const keyid = `erc8128:${CHAIN_ID}:${other.address.toLowerCase()}`;
    const theirs = await signed({ account: other, parameters: parametersOf({ nonce, keyid }) });
    expect(await codeOf(theirs, { nonceStore })).toBe('accepted');
    expect(await codeOf(await signed({ parameters: parametersOf({ nonce }) }), { nonceStore })).toBe(
      'accepted',
    );
    // An unproved claim takes none either.
    const forged = await signed({ account: other, parameters: parametersOf({ nonce: 'forged' }) });
    expect(await codeOf(forged, { nonceStore })).toBe('signature-invalid');
    expect(
      await codeOf(await signed({ parameters: parametersOf({ nonce: 'forged' }) }), { nonceStore }),
    ).toBe('accepted');
  });

  it('is not made possible by filling the memory', async () => {
    const nonceStore = new MemoryNonceStore({ max: 4, maxOfOne: 2 });
    const first = await signed({});
    expect(await codeOf(first, { nonceStore })).toBe('accepted');
    expect(await codeOf(await signed({}), { nonceStore })).toBe('accepted');
    expect(await codeOf(await signed({}), { nonceStore })).toBe('busy');
    expect(await codeOf(first, { nonceStore })).toBe('replayed');
    expect(nonceStore.size).toBe(2);
    const laterS = NOW_S + SIGNATURE_LIFETIME_S + 2 * DEFAULT_MAX_SKEW_S + 1;
    const later = await signed({ parameters: parametersOf({ created: laterS }) });
    expect(await codeOf(later, { nonceStore, nowS: laterS })).toBe('accepted');
    expect(nonceStore.size).toBe(1);
  });

  it('memory is bounded over all callers', () => {
    const store = new MemoryNonceStore({ max: 3, maxOfOne: 2 });
    expect(['a', 'b', 'c', 'd'].map((caller) => store.take(caller, 'n', 0, 10))).toEqual([
      'taken',
      'taken',
      'taken',
      'full',
    ]);
    expect(store.take('d', 'n', 11, 20)).toBe('taken');
    expect(store.size).toBe(1);
  });
});
