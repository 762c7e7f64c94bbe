export type ProofErrorCode =
  | 'header-malformed'
  | 'header-mismatch'
  | 'proof-invalid'
  | 'account-missing'
  | 'value-malformed';

/** Something untrusted about a chain's state does not hold. */
export class ProofError extends Error {
  readonly code: ProofErrorCode;
  constructor(code: ProofErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ProofError';
    this.code = code;
  }
}
