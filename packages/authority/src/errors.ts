/** Why the authority refuses, by stable code. Messages never carry key material. */
export type AuthorityErrorCode =
  | 'unknown-identity'
  | 'not-the-controller'
  | 'request-expired'
  | 'request-malformed'
  | 'response-unreadable'
  | 'log-altered';

export class AuthorityError extends Error {
  override readonly name = 'AuthorityError';
  constructor(
    readonly code: AuthorityErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
