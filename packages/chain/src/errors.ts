/** What can go wrong with a chain, by stable code. */
export type ChainErrorCode =
  | 'anvil-missing'
  | 'anvil-failed'
  | 'port-taken'
  | 'unreachable'
  | 'precompiles-missing'
  | 'contract-missing'
  | 'refused'
  | 'unconfirmed';

/** The one error class of this package. `refusal` carries the contract's named error where it was one. */
export class ChainError extends Error {
  override readonly name = 'ChainError';
  constructor(
    readonly code: ChainErrorCode,
    message: string,
    options?: { cause?: unknown; refusal?: { name: string; args: readonly unknown[] } },
  ) {
    super(message, options);
    this.refusal = options?.refusal;
  }

  readonly refusal: { name: string; args: readonly unknown[] } | undefined;
}
