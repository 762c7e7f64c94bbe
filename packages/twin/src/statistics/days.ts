/**
 * One value a day, on the calendar. All of the statistics here work on days: a person writes a diary and takes medicine by the day, and a day without a value has to stay visible.
 */

/** A calendar of values: `values[i]` is that of the i-th day from `from`; undefined where there is none. */
export interface Days {
  /** `YYYY-MM-DD`. */
  readonly from: string;
  readonly values: readonly (number | undefined)[];
}

const DAY_MS = 86_400_000;

/** The date of the i-th day. */
export function dateAt(days: Pick<Days, 'from'>, index: number): string {
  return new Date(Date.parse(`${days.from}T00:00:00Z`) + index * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Values by the calendar day that each time's own offset shows.
 * @param points with RFC 3339 times; days outside `from` (first) and `to` (the day after the last), `YYYY-MM-DD`, are left out
 * @param combine what several values of one day become
 * @throws RangeError where from or to is no date, or they stand the wrong way round
 */
export function toDays(
  points: readonly { readonly time: string; readonly value: number }[],
  from: string,
  to: string,
  combine: (values: readonly number[]) => number,
): Days {
  const [start, end] = [from, to].map((d) => Date.parse(`${d}T00:00:00Z`) / DAY_MS) as [number, number];
  if (!Number.isInteger(start) || !Number.isInteger(end) || end <= start)
    throw new RangeError('from, to: expected two dates, YYYY-MM-DD, the second after the first');
  const byDay: number[][] = Array.from({ length: end - start }, () => []);
  for (const { time, value } of points)
    byDay[Date.parse(`${time.slice(0, 10)}T00:00:00Z`) / DAY_MS - start]?.push(value);
  return { from, values: byDay.map((v) => (v.length === 0 ? undefined : combine(v))) };
}

/** The days that have a value, by index. */
export function known(days: Pick<Days, 'values'>): { at: number; value: number }[] {
  return days.values.flatMap((value, at) => (value === undefined ? [] : [{ at, value }]));
}
