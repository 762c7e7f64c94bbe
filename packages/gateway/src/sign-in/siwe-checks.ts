/** What EIP-4361 has a verifier check of a message, besides its signature. */

import { refused } from './errors.js';
import type { SiweMessage } from './read-siwe-message.js';

export interface SiweExpectation {
  /** The authority that asks for the sign-in. */
  readonly domain?: string;
  readonly nonce?: string;
}

/**
 * Domain, nonce, and the time between "not before" and expiry.
 *
 * @param nowMs milliseconds since 1970
 * @throws SignInError `sign-in-refused`
 */
export function assertExpected(message: SiweMessage, expected: SiweExpectation, nowMs: number): void {
  if (expected.domain !== undefined && message.domain !== expected.domain) {
    throw refused('domain', "this gateway's own");
  }
  if (expected.nonce !== undefined && message.nonce !== expected.nonce)
    throw refused('Nonce', 'the one given out');
  if (message.expirationTimeMs !== undefined && nowMs >= message.expirationTimeMs) {
    throw refused('Expiration Time', 'a time to come');
  }
  if (message.notBeforeMs !== undefined && nowMs < message.notBeforeMs) {
    throw refused('Not Before', 'a time that has come');
  }
}
