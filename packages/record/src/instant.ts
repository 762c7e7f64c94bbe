/**
 * Times of statements: RFC 3339 with seconds and an offset (REC-17), narrowed so that each names exactly one instant.
 *
 * Refused beyond RFC 3339: lowercase `t` and `z`, a space for `T`, more than nine digits of fraction, offsets beyond 14 hours
 * (as FHIR has it), and the leap second `:60`, which no two clocks place alike.
 */

import { RecordError } from './errors.js';

/** A point in time, exact to the nanosecond. */
export interface Instant {
  /** Whole seconds since 1970-01-01T00:00:00Z, towards the past. */
  readonly seconds: number;
  /** 0 to 999,999,999. */
  readonly nanoseconds: number;
}

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * The instant that a time names.
 * @param text RFC 3339 date-time as narrowed above, years 0001 to 9999
 * @throws {RecordError} `time`
 */
export function parseInstant(text: string): Instant {
  const m = RFC3339.exec(text);
  if (m === null) throw badTime();
  const [year, month, day, hour, minute, second] = [m[1], m[2], m[3], m[4], m[5], m[6]].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (year < 1 || hour > 23 || minute > 59 || second > 59) throw badTime();
  // Date.UTC reads years 0 to 99 as 1900 to 1999; 400 years are a whole cycle of the Gregorian calendar.
  const shifted = new Date(Date.UTC(year + 400, month - 1, day));
  if (month < 1 || shifted.getUTCMonth() !== month - 1 || shifted.getUTCDate() !== day) throw badTime();
  const offset = Number(m[9] ?? 0) * 60 + Number(m[10] ?? 0);
  if (Number(m[10] ?? 0) > 59 || offset > 14 * 60) throw badTime();
  const days = shifted.getTime() / 86_400_000 - GREGORIAN_CYCLE_DAYS;
  return {
    seconds: days * 86_400 + hour * 3600 + (minute - (m[8] === '-' ? -offset : offset)) * 60 + second,
    nanoseconds: m[7] === undefined ? 0 : Number(m[7].padEnd(9, '0')),
  };
}

/** Days in 400 years of the Gregorian calendar. */
const GREGORIAN_CYCLE_DAYS = 146_097;

/** Negative, zero or positive as `a` is before, at or after `b`. */
export function compareInstants(a: Instant, b: Instant): number {
  return a.seconds - b.seconds || a.nanoseconds - b.nanoseconds;
}

function badTime(): RecordError {
  return new RecordError('time', 'time is not RFC 3339 with seconds and an offset');
}
