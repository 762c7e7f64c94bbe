/** What can go wrong in a room that touches the disk, by stable code. Messages carry paths and counts, never content. */
export type StoreErrorCode =
  | 'directory-unwritable'
  | 'directory-not-empty'
  | 'directory-in-use'
  | 'directory-foreign'
  | 'object-altered'
  | 'sealed-altered'
  | 'log-altered'
  | 'database-failed';

/** The one error class of this package: a fault of the world, not of the caller. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
