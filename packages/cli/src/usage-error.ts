/** The caller asked for something that cannot be done as asked; the message says what to change. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
