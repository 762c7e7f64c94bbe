/** What sign-in refuses, by stable code and HTTP status. Messages name the field and what was expected; never a token, a key or a name. */

export type SignInErrorCode =
  /** The message, its signature, or what it says is not what is accepted. */
  | 'sign-in-refused'
  /** Too many tries, or too many failures; `retryAfterS` says when again. */
  | 'too-many-attempts'
  /** The hospital's OpenID provider does not give its keys: no token can be believed now. */
  | 'provider-unreachable'
  /** As many sessions are open as fit. */
  | 'busy';

const STATUS: Readonly<Record<SignInErrorCode, number>> = {
  'sign-in-refused': 401,
  'too-many-attempts': 429,
  'provider-unreachable': 503,
  busy: 503,
};

export class SignInError extends Error {
  override readonly name = 'SignInError';
  /** HTTP status of the answer. */
  readonly status: number;
  /** Whole seconds after which another try makes sense (header Retry-After). */
  readonly retryAfterS: number | undefined;

  constructor(
    readonly code: SignInErrorCode,
    message: string,
    options: { readonly cause?: unknown; readonly retryAfterS?: number } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = STATUS[code];
    this.retryAfterS = options.retryAfterS;
  }
}

/** A refusal for what the caller sent. */
export function refused(field: string, expectation: string): SignInError {
  return new SignInError('sign-in-refused', `${field}: expected ${expectation}`);
}
