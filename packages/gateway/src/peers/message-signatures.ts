/**
 * Requests between gateways, signed under an on-chain identity: HTTP Message Signatures (RFC 9421) by an Ethereum account, in the profile of ERC-8128.
 *
 *     Signature-Input: eth=("@authority" "@method" "@path" ["@query"] ["content-digest"]);created=…;expires=…;nonce="…";keyid="erc8128:<chainId>:<address>"
 *     Signature:       eth=:<65 bytes: EIP-191 signature of the signature base>:
 *     Content-Digest:  sha-256=:…:      on everything but GET and HEAD, an empty body included (RFC 9530)
 *
 * The library makes and checks the signature base. What it leaves to its user, and what of it was found too lenient, is held here:
 *
 * - `@authority` is the server's own origin, never the Host header: a peer could otherwise pass a request that was made for it on to another gateway.
 * - A target that a URL parser would write otherwise (`/a/../b`, `%2e%2e`, a bare `?`) is refused: what is signed and what is routed must be one text.
 * - A nonce is remembered as long as its signature can be accepted, tolerance included; the library would forget it at `expires`.
 * - One signature, in the one form above, its parameters in any order: so its text is its own canonical form (RFC 9421, section 2.3), and no component stands twice.
 * - A request without a body is one: a GET that carries any is refused.
 *
 * Answers are not signed: what a keeper serves is checked by what it hashes to, or carries a signature of its own. Against a listener there is TLS.
 * An account that is a contract (ERC-1271) cannot sign requests.
 */

import { formatKeyId, parseKeyId, signRequest, verifyRequest as verifyByLibrary } from '@slicekit/erc8128';
import { type Address, isAddressEqual, recoverMessageAddress } from 'viem';
import { PeerError, SignatureError } from './errors.js';
import type { NonceStore } from './nonce-store.js';
import type { FetchLimits, PeerResponse, PeerSigner } from './types.js';

/** How long a signature is good, in seconds: a request is sent when it is signed. */
export const SIGNATURE_LIFETIME_S = 60;
/** Tolerance between two clocks, in seconds: what machines that ask for the time at all keep easily. */
export const DEFAULT_MAX_SKEW_S = 60;

const LABEL = 'eth';
/** Bytes of random in a nonce. */
const NONCE_BYTES = 16;

/** A request as it came in, body included. */
export interface IncomingRequest {
  readonly method: string;
  /** Absolute: the server's own origin, as callers know it (never the Host header), and the request target as it stood in the request line. */
  readonly url: string;
  /** By lowercase name; several of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Undefined where there is none. */
  readonly body: Uint8Array | undefined;
}

export interface VerifyContext {
  readonly chainId: number;
  readonly nonceStore: NonceStore;
  /** The server's clock, seconds since 1970. */
  readonly nowS: number;
  /** Tolerance between clocks, in seconds; DEFAULT_MAX_SKEW_S by default. */
  readonly maxSkewS?: number;
}

/**
 * Sends a signed request and takes the whole answer.
 *
 * @param url   absolute; what is signed is its authority, path and query
 * @param init  a body stands with every method but GET; an empty one where it is left out
 * @returns any answer with a status outside 300 to 399
 * @throws PeerError `unreachable`, `timeout`, `too-large`, `redirected`, `compressed`
 */
export async function signedFetch(
  signer: PeerSigner,
  url: string,
  init: { readonly method: string; readonly body?: Uint8Array; readonly contentType?: string },
  limits: FetchLimits,
): Promise<PeerResponse> {
  const headers = await signedHeaders(signer, url, init);
  headers.set('accept-encoding', 'identity');
  const body = bodyOf(init);
  return fetchWithin(url, { method: init.method, headers, ...(body === undefined ? {} : { body }) }, limits);
}

/** The headers of a signed request: signature, digest of the body, its type. */
export async function signedHeaders(
  signer: PeerSigner,
  url: string,
  init: { readonly method: string; readonly body?: Uint8Array; readonly contentType?: string },
): Promise<Headers> {
  const { account, chainId } = signer;
  const body = bodyOf(init);
  const created = signer.nowS?.() ?? Math.floor(Date.now() / 1000);
  const signed = await signRequest(
    new Request(url, {
      method: init.method,
      ...(init.contentType === undefined ? {} : { headers: { 'content-type': init.contentType } }),
      ...(body === undefined ? {} : { body }),
    }),
    {
      address: account.address,
      chainId,
      signMessage: (base) => account.signMessage({ message: { raw: base } }),
    },
    {
      label: LABEL,
      created,
      expires: created + SIGNATURE_LIFETIME_S,
      nonce: Buffer.from(crypto.getRandomValues(new Uint8Array(NONCE_BYTES))).toString('base64url'),
      contentDigest: 'recompute',
    },
  );
  return new Headers(signed.headers);
}

/** Who claims to have signed, unchecked: enough to turn away strangers before their body is read. */
export function claimedSigner(headers: IncomingRequest['headers'], chainId: number): Address | undefined {
  const keyid = parseProfile(single(headers, 'signature-input'))?.keyid;
  const key = keyid === undefined ? null : parseKeyId(keyid);
  // The address in either spelling, the chain id in one.
  return key !== null && formatKeyId(chainId, key.address) === keyid?.toLowerCase() ? key.address : undefined;
}

/**
 * Checks a request's signature and takes its nonce.
 *
 * @returns the account that signed; whether it may is the caller's question
 * @throws SignatureError `signature-missing`, `signature-invalid`, `clock-skew`, `replayed`, `busy`
 */
export async function verifyRequest(
  request: IncomingRequest,
  context: VerifyContext,
): Promise<{ readonly address: Address }> {
  const { chainId, nonceStore, nowS, maxSkewS = DEFAULT_MAX_SKEW_S } = context;
  const profile = parseProfile(single(request.headers, 'signature-input'));
  if (profile === undefined) {
    throw new SignatureError(
      'signature-missing',
      'The request carries no signature of the form that gateways use (RFC 9421 under ERC-8128).',
    );
  }
  const claimed = claimedSigner(request.headers, chainId);
  if (claimed === undefined) throw invalid('it names no account of this chain');
  assertTime(profile, nowS, maxSkewS);
  let refusal: SignatureError | undefined;
  const result = await verifyByLibrary({
    request: rebuilt(request),
    // viem's: 65 bytes of an account's own key and nothing else.
    verifyMessage: async ({ address, message, signature }) =>
      isAddressEqual(await recoverMessageAddress({ message, signature }), address),
    nonceStore: {
      // The library's own lifetime for a nonce ends before its signature does: not used.
      consume: async () => {
        const untilS = nowS + SIGNATURE_LIFETIME_S + 2 * maxSkewS;
        const taken = nonceStore.take(claimed, profile.nonce, nowS, untilS);
        if (taken === 'full')
          refusal = new SignatureError('busy', 'Too many requests are under way. Ask again later.');
        if (taken === 'seen')
          refusal = new SignatureError('replayed', 'This request was made before. Sign it anew.');
        return taken === 'taken';
      },
    },
    policy: {
      label: LABEL,
      strictLabel: true,
      maxSignatureVerifications: 1,
      now: () => nowS,
      clockSkewSec: maxSkewS,
      maxValiditySec: SIGNATURE_LIFETIME_S,
    },
  }).catch(() => {
    // What the library cannot read it throws on; to the caller it is one thing.
    throw invalid('it cannot be read');
  });
  if (refusal !== undefined) throw refusal;
  if (!result.ok) throw invalid(result.reason);
  return { address: result.address };
}

/** What stands in a signature's parameters. */
interface Profile {
  readonly created: number;
  readonly expires: number;
  readonly nonce: string;
  readonly keyid: string;
}

const COMPONENTS = ['@authority', '@method', '@path', '@query', 'content-digest'];
const PARAMETERS = /;(?:(created|expires)=([1-9][0-9]{0,11})|(nonce|keyid)="([A-Za-z0-9_:-]{1,128})")/y;

/** The one signature of a request; undefined for anything else, several included. */
function parseProfile(input: string | undefined): Profile | undefined {
  const list = /^eth=\(((?:"[a-z@-]+" ?)+)\)/.exec(input ?? '');
  if (input === undefined || list === null) return undefined;
  const components = (list[1] as string).split(' ').map((each) => each.slice(1, -1));
  if (new Set(components).size !== components.length) return undefined;
  if (components.some((each) => !COMPONENTS.includes(each))) return undefined;
  const found: Record<string, string> = {};
  PARAMETERS.lastIndex = list[0].length;
  while (PARAMETERS.lastIndex < input.length) {
    const match = PARAMETERS.exec(input);
    const name = match?.[1] ?? match?.[3];
    const value = match?.[2] ?? match?.[4];
    if (name === undefined || value === undefined || Object.hasOwn(found, name)) return undefined;
    found[name] = value;
  }
  const { created, expires, nonce, keyid } = found;
  if (created === undefined || expires === undefined || nonce === undefined || keyid === undefined)
    return undefined;
  return { created: Number(created), expires: Number(expires), nonce, keyid };
}

/** Said before anything else is checked: a clock that is wrong is the one fault that its owner can mend, and must be told apart. */
function assertTime({ created, expires }: Profile, nowS: number, maxSkewS: number): void {
  if (expires <= created || expires - created > SIGNATURE_LIFETIME_S)
    throw invalid('its lifetime is not allowed');
  if (created > nowS + maxSkewS || expires < nowS - maxSkewS) {
    const apart = created > nowS ? created - nowS : nowS - created;
    throw new SignatureError(
      'clock-skew',
      `The request was signed ${apart} s ${created > nowS ? 'after' : 'before'} the time here, ${new Date(nowS * 1000).toUTCString()}; ` +
        `up to ${maxSkewS} s between clocks are tolerated. Set the clock that is wrong.`,
    );
  }
}

/** The request as its signer saw it. What a URL parser would write otherwise is refused: what is signed and what is routed must be one text. */
function rebuilt(request: IncomingRequest): Request {
  const { method } = request;
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  if (url === undefined || url.origin + url.pathname + url.search !== request.url) {
    throw invalid('its target is not written plainly');
  }
  const headers = new Headers();
  for (const name of ['signature-input', 'signature', 'content-digest']) {
    const value = single(request.headers, name);
    if (value !== undefined) headers.set(name, value);
  }
  if (hasBody(method)) return new Request(url, { method, headers, body: request.body ?? new Uint8Array() });
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if ((length !== undefined && length !== '0') || encoding !== undefined || (request.body?.length ?? 0) > 0) {
    throw invalid('it has a body where none may stand');
  }
  return new Request(url, { method, headers });
}

function hasBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function bodyOf(init: {
  readonly method: string;
  readonly body?: Uint8Array;
}): Uint8Array<ArrayBuffer> | undefined {
  if (!hasBody(init.method)) return undefined;
  return init.body === undefined ? new Uint8Array() : (init.body as Uint8Array<ArrayBuffer>);
}

/** A header that stands once. */
function single(headers: IncomingRequest['headers'], name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function invalid(why: string): SignatureError {
  return new SignatureError('signature-invalid', `The request's signature is not accepted: ${why}.`);
}

/** One request, its answer within limits of time and size, taken as it is. */
async function fetchWithin(
  url: string,
  init: { readonly method: string; readonly headers: Headers; readonly body?: Uint8Array<ArrayBuffer> },
  limits: FetchLimits,
): Promise<PeerResponse> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), limits.timeoutMs);
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: ended.signal });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      throw new PeerError(
        'redirected',
        'The peer answers that it is elsewhere; the chain says where it is.',
        {
          status: response.status,
        },
      );
    }
    const encoding = response.headers.get('content-encoding');
    if (encoding !== null && encoding !== 'identity') {
      throw new PeerError('compressed', 'The peer sends a compressed answer, which was not asked for.');
    }
    return {
      status: response.status,
      headers: response.headers,
      body: await bodyWithin(response, limits.maxBytes),
    };
  } catch (error) {
    if (error instanceof PeerError) throw error;
    if (ended.signal.aborted) {
      throw new PeerError('timeout', `The peer did not answer within ${limits.timeoutMs} ms.`, {
        cause: error,
      });
    }
    throw new PeerError('unreachable', 'The peer cannot be reached, or broke the connection.', {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
    // Whatever is still coming is not wanted: a connection that never ends must not stay open.
    ended.abort();
  }
}

async function bodyWithin(response: Response, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () => new PeerError('too-large', `The peer's answer is larger than ${maxBytes} bytes.`);
  const length = response.headers.get('content-length');
  if (length !== null && Number(length) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
