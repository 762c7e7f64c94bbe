/** The value, where a test knows that there is one. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value, found none');
  return value;
}
