/** What sign-in refuses, by stable code and HTTP status. Messages name the field and what was expected; never a token, a key or a name. */

import { ApiError } from '../api/errors.js';

export type SignInErrorCode =
  /** The message, its signature, or what it says is not what is accepted. */
  | 'sign-in-refused'
  /** Too many tries, or too many failures; `retryAfterS` says when again. */
  | 'too-many-attempts'
  /** The hospital's OpenID provider does not give its keys: no token can be believed now. */
  | 'provider-unreachable'
  /** As many sessions are open, or nonces used, as fit. */
  | 'busy';

const STATUS: Readonly<Record<SignInErrorCode, number>> = {
  'sign-in-refused': 401,
  'too-many-attempts': 429,
  'provider-unreachable': 503,
  busy: 503,
};

/** An answer of the API, so that the gate sends it as it is. */
export class SignInError extends ApiError {
  /** @param retryAfterS whole seconds after which another try makes sense (header Retry-After) */
  constructor(
    code: SignInErrorCode,
    message: string,
    readonly retryAfterS?: number,
  ) {
    super(
      STATUS[code],
      code,
      message,
      retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) },
    );
  }
}

/** A refusal for what the caller sent. */
export function refused(field: string, expectation: string): SignInError {
  return new SignInError('sign-in-refused', `${field}: expected ${expectation}`);
}

/** A refusal of a try that comes too early. */
export function tooManyAttempts(retryAfterS: number): SignInError {
  return new SignInError('too-many-attempts', `Too many tries; try again in ${retryAfterS} s.`, retryAfterS);
}
