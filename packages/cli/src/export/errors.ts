/** What is wrong with the bytes of an export, before anything in them is checked. */
export type ExportErrorCode = 'malformed' | 'unknown-version' | 'unknown-suite';

export class ExportError extends Error {
  override readonly name = 'ExportError';
  constructor(
    readonly code: ExportErrorCode,
    message: string,
  ) {
    super(message);
  }
}
