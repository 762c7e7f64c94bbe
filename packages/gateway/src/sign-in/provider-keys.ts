/**
 * The keys of the hospital's OpenID provider: fetched when they are needed, again when a token names one that is not among them (rotation), and believed for a bounded
 * time only, so that a key that was withdrawn ends. A provider that stalls, redirects or sends too much is one that does not answer.
 */

import {
  type CryptoKey,
  createRemoteJWKSet,
  customFetch,
  errors,
  type FlattenedJWSInput,
  type JWTHeaderParameters,
} from 'jose';
import { z } from 'zod';
import { isLoopbackHost } from '../config/index.js';
import { boundedFetch } from '../internal/bounded-fetch.js';
import { SignInError } from './errors.js';

/** Milliseconds that the provider may take to answer. */
const TIMEOUT_MS = 3000;
/** Milliseconds after a failure in which the provider is not asked again. */
const RETRY_MS = 5000;
/** Milliseconds after a fetch in which an unknown key does not cause another. */
const COOLDOWN_MS = 30_000;

const discoverySchema = z.looseObject({ issuer: z.string(), jwks_uri: z.string().max(2048) });

export interface ProviderKeysOptions {
  readonly issuer: string;
  readonly jwksUrl?: string | undefined;
  /** Seconds for which fetched keys are believed. */
  readonly keysMaxAgeS: number;
  /** For tests: other times, in milliseconds. */
  readonly timeoutMs?: number;
  readonly retryMs?: number;
  readonly cooldownMs?: number;
}

type KeySet = ReturnType<typeof createRemoteJWKSet>;

export class ProviderKeys {
  readonly #options: ProviderKeysOptions;
  #set: { readonly url: string; readonly keys: KeySet } | undefined;
  #finding: Promise<KeySet> | undefined;
  #failedAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: ProviderKeysOptions) {
    this.#options = options;
  }

  /**
   * The key that a token names.
   *
   * @throws jose's `JWKSNoMatchingKey` or `JWKSMultipleMatchingKeys` where the provider has no such key, or several; SignInError `provider-unreachable`
   */
  async keyFor(header: JWTHeaderParameters, token: FlattenedJWSInput): Promise<CryptoKey> {
    try {
      const keys = await this.#keys();
      return await keys(header, token);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys)
        throw cause;
      if (cause instanceof SignInError) throw cause;
      this.#failedAtMs = performance.now();
      throw unreachable();
    }
  }

  async #keys(): Promise<KeySet> {
    if (this.#set?.keys.fresh === true) return this.#set.keys;
    if (performance.now() - this.#failedAtMs < (this.#options.retryMs ?? RETRY_MS)) throw unreachable();
    // One look at a time, for all who wait.
    this.#finding ??= this.#find().finally(() => {
      this.#finding = undefined;
    });
    return this.#finding;
  }

  async #find(): Promise<KeySet> {
    const url = this.#options.jwksUrl ?? (await this.#discover());
    if (this.#set?.url !== url) {
      this.#set = {
        url,
        keys: createRemoteJWKSet(new URL(url), {
          timeoutDuration: this.#options.timeoutMs ?? TIMEOUT_MS,
          cooldownDuration: this.#options.cooldownMs ?? COOLDOWN_MS,
          cacheMaxAge: this.#options.keysMaxAgeS * 1000,
          [customFetch]: (address, { signal }) => boundedFetch(address, signal),
        }),
      };
    }
    if (!this.#set.keys.fresh) await this.#set.keys.reload();
    return this.#set.keys;
  }

  /** The address of the keys, from the discovery document (OpenID Connect Discovery 1.0, sections 4.1 and 4.3). */
  async #discover(): Promise<string> {
    const { issuer } = this.#options;
    const signal = AbortSignal.timeout(this.#options.timeoutMs ?? TIMEOUT_MS);
    const answer = await boundedFetch(
      `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      signal,
    );
    if (answer.status !== 200) throw new Error('no discovery document');
    const found = discoverySchema.parse(await answer.json());
    if (found.issuer !== issuer) throw new Error('the discovery document is of another issuer');
    const url = new URL(found.jwks_uri);
    if (url.protocol === 'https:') return url.href;
    const isHere = url.protocol === 'http:' && (await isLoopbackHost(url.hostname.replace(/^\[|\]$/g, '')));
    if (isHere !== true) throw new Error('the keys are not served over https');
    return url.href;
  }
}

function unreachable(): SignInError {
  return new SignInError(
    'provider-unreachable',
    "The hospital's OpenID provider does not give its keys, so its tokens cannot be checked. Try again later.",
    RETRY_MS / 1000,
  );
}
