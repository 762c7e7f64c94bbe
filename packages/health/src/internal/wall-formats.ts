/** Wall-clock times as makers of devices and apps write them. Each reader takes one form and no other: which of 3/4 is the month is never guessed. */
import type { WallTime } from './local-time.js';

/** `M/D/YYYY`, with `H:MM` or `H:MM:SS` after a space or a comma, 24 hours or with AM or PM; also `YYYY-MM-DDTHH:MM:SS`, as a date cell of a sheet is handed over. */
const MONTH_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:,? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([AP]M))?)?$/;
const SHEET = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([ap]m))?$/i;

/** Month first, as in the United States; whether the calendar has the day is `wallMs`'s to say. */
export function readMonthFirst(text: string): WallTime | undefined {
  const sheet = SHEET.exec(text);
  if (sheet) {
    const [year, month, day, hour, minute, second] = sheet.slice(1).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return { year, month, day, hour, minute, second, hasTime: true };
  }
  const m = MONTH_FIRST.exec(text);
  if (!m) return undefined;
  const date = { year: Number(m[3]), month: Number(m[1]), day: Number(m[2]) };
  if (m[4] === undefined) return { ...date, hour: 0, minute: 0, second: 0, hasTime: false };
  const hour = hourOf(Number(m[4]), m[7]);
  return hour === undefined
    ? undefined
    : { ...date, hour, minute: Number(m[5]), second: Number(m[6] ?? 0), hasTime: true };
}

/** A time of day, `H:MM[:SS]`, 24 hours or with am or pm. */
export function readClock(text: string): Pick<WallTime, 'hour' | 'minute' | 'second'> | undefined {
  const m = CLOCK.exec(text);
  if (!m) return undefined;
  const hour = hourOf(Number(m[1]), m[4]?.toUpperCase());
  return hour === undefined ? undefined : { hour, minute: Number(m[2]), second: Number(m[3] ?? 0) };
}

/** 12 AM is midnight and 12 PM noon; 0 and 13 have no half of the day. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'PM' ? 12 : 0);
}
