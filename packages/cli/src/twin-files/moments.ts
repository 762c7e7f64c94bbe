/** Moments as a person writes them. */

import { toRfc3339 } from '@twinseal/health';
import { UsageError } from '../usage-error.js';

/** A date (its first instant in UTC), an RFC 3339 time, or `now`. @throws UsageError where it is none */
export function momentOf(text: string, option: string): string {
  if (text === 'now') return new Date().toISOString();
  const time = /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) ? toRfc3339(text) : undefined;
  if (time === undefined) {
    throw new UsageError(
      `${option}: expected a date (2020-03-01), a time with its offset (2020-03-01T08:00:00+01:00) or now.`,
    );
  }
  return time;
}
