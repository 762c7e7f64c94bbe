/**
 * The hospital's OpenID provider: whether it answers, is the one that the configuration names, publishes a key with which a token's signature can be checked, and has the same time.
 * Nobody signs in for it: what it says of itself is read, as the gateway reads it (OpenID Connect Discovery 1.0, sections 4.1 and 4.3; RFC 7517).
 */

import { createLocalJWKSet, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';
import { type GatewayConfig, isLoopbackHost } from '../config/index.js';
import { boundedFetch } from '../internal/bounded-fetch.js';
import type { Findings } from './finding.js';

type Oidc = NonNullable<GatewayConfig['signIn']['oidc']>;

/** RFC 7518, sections 3.3 and 3.5: a shorter RSA key must not be used. */
const RSA_BITS = 2048;
/** What follows from any of these faults. */
const MEANS = 'members of staff cannot sign in';

const documentSchema = z.looseObject({ issuer: z.string(), jwks_uri: z.string().max(2048) });
const keySetSchema = z.looseObject({ keys: z.array(z.looseObject({ kty: z.string() })).max(1000) });

/** What a provider answered, and the seconds by which its clock is ahead of ours, where it told. */
interface Answer {
  readonly json: unknown;
  readonly skewS: number | undefined;
}

/**
 * Looks at the provider.
 *
 * @param now milliseconds since 1970
 * @param timeoutMs for each of its two answers
 */
export async function checkProvider(
  oidc: Oidc | undefined,
  now: () => number,
  timeoutMs: number,
  findings: Findings,
): Promise<void> {
  if (oidc === undefined) {
    findings.ok('provider', "No OpenID provider is configured: only the operator's token signs in here.");
    return;
  }
  const ask = (url: string) => answerOf(url, now, timeoutMs);
  const discovered = await discover(oidc, ask, findings);
  if (discovered === undefined) return;
  const keys = await ask(discovered.url).catch((error: unknown) => String((error as Error).message));
  if (typeof keys === 'string') {
    findings.error(
      'provider',
      `The provider's keys cannot be had at ${discovered.url} (${keys}): ${MEANS}.`,
      'Open the address from this machine; check name resolution, firewall and certificate, and signIn.oidc.jwksUrl where it is set.',
    );
    return;
  }
  const usable = await checkKeys(oidc, discovered.url, keys.json, findings);
  const inTime = checkSkew(oidc, keys.skewS ?? discovered.skewS, findings);
  if (usable !== undefined && inTime)
    findings.ok('provider', `The OpenID provider ${oidc.issuer} answers, with keys for ${usable}.`);
}

/** Where the keys are: as configured, or as the discovery document says. Undefined where that was found to be wrong. */
async function discover(
  oidc: Oidc,
  ask: (url: string) => Promise<Answer>,
  findings: Findings,
): Promise<{ readonly url: string; readonly skewS: number | undefined } | undefined> {
  const address = `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await ask(address).catch((error: unknown) => String((error as Error).message));
  if (typeof answer === 'string') {
    // Nobody asks for the document where the configuration says where the keys are.
    if (oidc.jwksUrl !== undefined) return { url: oidc.jwksUrl, skewS: undefined };
    findings.error(
      'provider',
      `The OpenID provider gives no discovery document at ${address} (${answer}): ${MEANS}.`,
      'See that the provider runs and that signIn.oidc.issuer is its issuer; check name resolution, firewall and certificate from this machine. A provider without the document needs signIn.oidc.jwksUrl.',
    );
    return undefined;
  }
  const document = documentSchema.safeParse(answer.json);
  if (!document.success) {
    if (oidc.jwksUrl !== undefined) return { url: oidc.jwksUrl, skewS: answer.skewS };
    findings.error(
      'provider',
      `What stands at ${address} is no discovery document with issuer and jwks_uri: ${MEANS}.`,
      "Compare signIn.oidc.issuer with the provider's own documentation.",
    );
    return undefined;
  }
  const { issuer, jwks_uri: uri } = document.data;
  if (issuer !== oidc.issuer) {
    findings.error(
      'provider',
      `The provider calls itself ${shown(issuer)}, and the configuration ${shown(oidc.issuer)}: tokens carry the first, so none is accepted, and ${MEANS}.`,
      'Write signIn.oidc.issuer letter for letter as the provider does, its slash at the end included.',
    );
    return undefined;
  }
  if (oidc.jwksUrl !== undefined) return { url: oidc.jwksUrl, skewS: answer.skewS };
  if (!(await isSafe(uri))) {
    findings.error(
      'provider',
      `The provider names ${shown(uri)} for its keys, which is not https: it is not asked, and ${MEANS}.`,
      'Have the provider publish an https address, or set signIn.oidc.jwksUrl.',
    );
    return undefined;
  }
  return { url: uri, skewS: answer.skewS };
}

/** The algorithms for which there is a key, as text; undefined where that was found to be wrong. */
async function checkKeys(
  oidc: Oidc,
  url: string,
  json: unknown,
  findings: Findings,
): Promise<string | undefined> {
  const set = keySetSchema.safeParse(json);
  if (!set.success) {
    findings.error(
      'provider',
      `What stands at ${url} is no set of keys: ${MEANS}.`,
      "Compare signIn.oidc.jwksUrl, or the provider's jwks_uri, with the provider's documentation.",
    );
    return undefined;
  }
  const keys = set.data.keys as unknown as readonly JWK[];
  const secret = keys.filter(({ d, k }) => d !== undefined || k !== undefined).length;
  if (secret > 0) {
    findings.error(
      'provider',
      `The provider publishes ${secret} secret key${secret === 1 ? '' : 's'} at ${url}: anybody can make tokens with ${secret === 1 ? 'it' : 'them'}.`,
      'Take the keys out of use at the provider, make new ones, and end all sessions. Until then leave signIn.oidc out.',
    );
    return undefined;
  }
  const usable: string[] = [];
  let isShort = false;
  for (const algorithm of oidc.algorithms) {
    const found = await Promise.all(keys.map((key) => isUsable(keys, key, algorithm)));
    if (found.includes('usable')) usable.push(algorithm);
    isShort ||= found.includes('short');
  }
  if (usable.length > 0) return usable.join(', ');
  const there = [
    ...new Set(keys.map(({ kty, alg, use }) => shown([kty, alg, use].filter(Boolean).join(' ')))),
  ];
  findings.error(
    'provider',
    `None of the ${keys.length} keys at ${url} checks a signature by ${oidc.algorithms.join(', ')}${isShort ? `: RSA keys have at least ${RSA_BITS} bits` : ''}: ${MEANS}. There are: ${there.length === 0 ? 'none' : there.slice(0, 10).join('; ')}.`,
    'Have the provider sign with one of these algorithms and publish the key with a kid of its own, or name what it signs with in signIn.oidc.algorithms.',
  );
  return undefined;
}

/** Whether a token of this algorithm that names this key would find it, by the same rules as at sign-in. */
async function isUsable(
  keys: readonly JWK[],
  { kid }: JWK,
  alg: string,
): Promise<'usable' | 'short' | 'none'> {
  try {
    const found = await createLocalJWKSet({ keys } as JSONWebKeySet)({
      alg,
      ...(kid === undefined ? {} : { kid }),
    });
    const { modulusLength } = found.algorithm as { modulusLength?: number };
    return modulusLength !== undefined && modulusLength < RSA_BITS ? 'short' : 'usable';
  } catch {
    return 'none';
  }
}

/** @returns whether the clocks agree as far as anybody can tell */
function checkSkew(oidc: Oidc, skewS: number | undefined, findings: Findings): boolean {
  if (skewS === undefined || Math.abs(skewS) <= oidc.clockSkewS) return true;
  findings.error(
    'provider',
    `The provider's clock is ${Math.abs(skewS)} s ${skewS > 0 ? 'ahead of' : 'behind'} this machine's, and ${oidc.clockSkewS} s are forgiven (signIn.oidc.clockSkewS): its tokens look ${skewS > 0 ? 'as if they were not valid yet' : 'older than they are'}, and ${MEANS}.`,
    'Set the clock that is wrong, by NTP; the checks "clock" and "peers" tell which.',
  );
  return false;
}

async function answerOf(url: string, now: () => number, timeoutMs: number): Promise<Answer> {
  const begun = now();
  let answer: Response;
  try {
    answer = await boundedFetch(url, AbortSignal.timeout(timeoutMs));
  } catch (cause) {
    const { name, code } = ((cause as Error).cause ?? cause) as { name: string; code?: string };
    throw new Error(name === 'TimeoutError' ? `no answer in ${timeoutMs} ms` : (code ?? 'no answer'));
  }
  if (answer.status !== 200) {
    throw new Error(
      answer.status < 400 ? `a redirect, ${answer.status}, which is not followed` : `status ${answer.status}`,
    );
  }
  const date = Date.parse(answer.headers.get('date') ?? '');
  // A Date header has whole seconds, and the answer took a while.
  const skewS = Number.isNaN(date) ? undefined : Math.round((date - (begun + now()) / 2) / 1000);
  try {
    return { json: await answer.json(), skewS };
  } catch {
    throw new Error('no JSON');
  }
}

async function isSafe(address: string): Promise<boolean> {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && (await isLoopbackHost(hostname.replace(/^\[|\]$/g, ''))) === true;
}

/** A stranger's text, for a person's terminal. */
function shown(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 200);
}
