/**
 * The hospital's OpenID access tokens (RFC 9068 where the provider follows it): signature by a key of the provider under an allow-listed algorithm, issuer, audience,
 * type, times. What a header says of keys (`jwk`, `jku`, `x5u`) is not heeded.
 */

import { createHash } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import type { GatewayConfig } from '../config/index.js';
import type { Caller } from '../decision/ask.js';
import { SignInError } from './errors.js';
import { ProviderKeys, type ProviderKeysOptions } from './provider-keys.js';
import { rolesOf, staffIdOf } from './staff-claims.js';

export type OidcConfig = NonNullable<GatewayConfig['signIn']['oidc']>;
export type StaffCaller = Extract<Caller, { kind: 'staff' }>;

/** Longest token that is looked at, in characters: those with many roles have some thousands. */
export const MAX_TOKEN_CHARS = 8192;
/** Tokens that were found good and are believed without looking again. */
const MAX_KNOWN = 10_000;
/** Seconds for which one is, at most: within them a withdrawn key still works. */
const KNOWN_S = 60;

/** What came of a token. */
export type TokenOutcome =
  | { readonly good: true; readonly caller: StaffCaller; readonly issuedAtS: number }
  /** Once good, no longer or not yet: nobody's fault. */
  | { readonly good: false; readonly lapsed: true }
  /** Never good here: forged, of another issuer or audience, of a form that is not accepted. `code` is for the log. */
  | { readonly good: false; readonly lapsed: false; readonly code: string };

interface Known {
  readonly caller: StaffCaller;
  readonly issuedAtS: number;
  readonly untilS: number;
}

export class StaffTokens {
  readonly #known = new Map<string, Known>();
  readonly #keys: ProviderKeys;

  /**
   * @param idKey 32 bytes, secret: under it subjects become staff ids
   */
  constructor(
    readonly config: OidcConfig,
    readonly idKey: Uint8Array,
    options: Pick<ProviderKeysOptions, 'timeoutMs' | 'retryMs' | 'cooldownMs'> = {},
  ) {
    this.#keys = new ProviderKeys({ ...options, ...config });
  }

  /** Whether a text has the form of a token: three parts with dots between. */
  static isToken(text: string): boolean {
    return text.length <= MAX_TOKEN_CHARS && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
  }

  /** Whether a token was found good a moment ago. */
  known(
    token: string,
    nowS: number,
  ): { readonly caller: StaffCaller; readonly issuedAtS: number } | undefined {
    const hash = hashOf(token);
    const known = this.#known.get(hash);
    if (known === undefined || nowS < known.untilS) return known;
    this.#known.delete(hash);
    return undefined;
  }

  /**
   * Checks a token.
   *
   * @throws SignInError `provider-unreachable`
   */
  async check(token: string, nowS: number): Promise<TokenOutcome> {
    const { issuer, audience, algorithms, tokenType, clockSkewS, maxTokenAgeS } = this.config;
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(token, (header, input) => this.#keys.keyFor(header, input), {
        issuer,
        audience,
        algorithms: [...algorithms],
        typ: tokenType,
        clockTolerance: clockSkewS,
        maxTokenAge: maxTokenAgeS,
        requiredClaims: ['sub', 'exp', 'iat'],
        currentDate: new Date(nowS * 1000),
      }));
    } catch (error) {
      return outcomeOf(error);
    }
    const { sub, iat, exp } = payload as { sub: unknown; iat: number; exp: number };
    if (typeof sub !== 'string' || sub === '') return { good: false, lapsed: false, code: 'token-claims' };
    const id = staffIdOf({ ...payload, iss: issuer, sub }, this.config.staffIdClaim, this.idKey);
    if (id === undefined) return { good: false, lapsed: false, code: 'token-claims' };
    const caller: StaffCaller = {
      kind: 'staff',
      id,
      roles: rolesOf(payload, this.config.rolesClaim, this.config.roles),
      by: 'oidc',
    };
    const untilS = Math.min(
      exp + clockSkewS,
      iat + maxTokenAgeS + clockSkewS,
      nowS + Math.min(KNOWN_S, this.config.keysMaxAgeS),
    );
    if (this.#known.size >= MAX_KNOWN) this.#known.delete(this.#known.keys().next().value as string);
    this.#known.set(hashOf(token), { caller, issuedAtS: iat, untilS });
    return { good: true, caller, issuedAtS: iat };
  }
}

/** Of jose's errors only the code is used: its messages quote what is in the token. */
function outcomeOf(error: unknown): TokenOutcome {
  if (error instanceof SignInError) throw error;
  if (error instanceof errors.JWTExpired) return { good: false, lapsed: true };
  if (error instanceof errors.JWTClaimValidationFailed) {
    const isEarly = error.claim === 'nbf' && error.reason === 'check_failed';
    return isEarly
      ? { good: false, lapsed: true }
      : { good: false, lapsed: false, code: `token-${CLAIMS[error.claim] ?? 'claims'}` };
  }
  if (error instanceof errors.JOSEAlgNotAllowed)
    return { good: false, lapsed: false, code: 'token-algorithm' };
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
    return { good: false, lapsed: false, code: 'token-key' };
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return { good: false, lapsed: false, code: 'token-signature' };
  }
  return { good: false, lapsed: false, code: 'token-form' };
}

const CLAIMS: Readonly<Record<string, string>> = { iss: 'issuer', aud: 'audience', typ: 'type' };

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
