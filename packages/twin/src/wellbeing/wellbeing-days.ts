/** What a master holds about mood, sleep and medicine taken, day by day. */
import { mean, median } from 'simple-statistics';
import { bottleEvents } from '../adherence.js';
import { measureSeries, type Point } from '../measures.js';
import type { MasterEntry, Provenance } from '../merge-lanes.js';
import { STANDARD_MODULES } from '../standard-modules.js';
import { type Days, dateAt, toDays } from '../statistics/index.js';

/** A series of days, with where it comes from. */
export interface SourcedDays {
  readonly days: Days;
  readonly unit: string;
  /** How many statements it is made of; `daysWithValue` of them in how many days. */
  readonly statements: number;
  readonly daysWithValue: number;
  /** Lanes that said it, each once. */
  readonly authors: readonly string[];
  /** Modules that a reader has to be able to open to see it. */
  readonly modules: readonly string[];
  /** Values that were left out (unit, plausibility or time). */
  readonly leftOut: number;
}

/** All that a review looks at; `from` and `to` (the day after the last) are dates. */
export interface WellbeingDays {
  readonly from: string;
  readonly to: string;
  /** Median level of a day's notes, 1 (worst) to 5 (best). */
  readonly mood: SourcedDays;
  /** Median level before 12:00, and from 17:00 on, by the clock of the person: days that have both are compared. */
  readonly morningMood: Days;
  readonly eveningMood: Days;
  /** Hours asleep, on the day of waking up. */
  readonly sleep: SourcedDays;
  /** 1 on a day with the openings that were prescribed, 0 on one with fewer; no value on days that the monitor was paused and before its first opening. */
  readonly openings: SourcedDays;
}

/** What {@link wellbeingDays} looks at. */
export interface WellbeingPeriod {
  /** First day and the day after the last, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Openings of the bottle a day that were prescribed; default 1. */
  readonly openingsPerDay?: number;
}

/** Openings closer together than this are one (as in `daysWithOpenings`). */
const ONE_OPENING_MS = 15 * 60_000;

/**
 * Collects the days of a period.
 * @throws RangeError where from or to is no date, they stand the wrong way round, or openingsPerDay is not a positive integer
 */
export function wellbeingDays(entries: readonly MasterEntry[], period: WellbeingPeriod): WellbeingDays {
  const { from, to, openingsPerDay = 1 } = period;
  if (!Number.isInteger(openingsPerDay) || openingsPerDay < 1)
    throw new RangeError('openingsPerDay: expected a positive integer');
  const within = (p: { readonly time: string }): boolean =>
    p.time.slice(0, 10) >= from && p.time.slice(0, 10) < to;

  const mood = seriesOf(entries, 'mental-health', 'mood');
  const part = (hours: (hour: number) => boolean): Days =>
    toDays(
      mood.points.filter((p) => hours(Number(p.time.slice(11, 13)))),
      from,
      to,
      (v) => median([...v]),
    );
  const sleep = seriesOf(entries, 'activity-sleep', 'sleep');
  const ends = new Map(
    entries.flatMap((e) => {
      const { end } = (e.resource.effectivePeriod ?? {}) as { end?: unknown };
      return typeof end === 'string' ? e.provenance.map((p) => [p.handle, end] as const) : [];
    }),
  );
  // A night belongs to the day on which it ends; naps of that day count with it.
  const woken = sleep.points.map((p) => ({ ...p, time: ends.get(p.provenance.handle) ?? p.time }));

  return {
    from,
    to,
    mood: sourced(mood, mood.points.filter(within), from, to, (v) => median([...v])),
    morningMood: part((hour) => hour < 12),
    eveningMood: part((hour) => hour >= 17),
    sleep: sourced(sleep, woken.filter(within), from, to, (v) => v.reduce((a, b) => a + b, 0)),
    openings: openingDays(entries, from, to, openingsPerDay),
  };
}

interface Found {
  readonly unit: string;
  readonly points: readonly Point[];
  readonly leftOut: number;
}

function seriesOf(entries: readonly MasterEntry[], module: string, measure: string): Found {
  const definition = STANDARD_MODULES.find((m) => m.id === module) as (typeof STANDARD_MODULES)[number];
  const only = { ...definition, measures: (definition.measures ?? []).filter((m) => m.id === measure) };
  const series = measureSeries(entries, only).get(measure);
  return { unit: series?.unit ?? '', points: series?.points ?? [], leftOut: series?.leftOut.length ?? 0 };
}

function sourced(
  found: Pick<Found, 'unit' | 'leftOut'>,
  points: readonly { readonly time: string; readonly value: number; readonly provenance: Provenance }[],
  from: string,
  to: string,
  combine: (values: readonly number[]) => number,
): SourcedDays {
  const days = toDays(points, from, to, combine);
  return {
    days,
    unit: found.unit,
    leftOut: found.leftOut,
    ...sourceOf(
      points.map((p) => p.provenance),
      days,
    ),
  };
}

function sourceOf(
  provenance: readonly Provenance[],
  days: Days,
): Pick<SourcedDays, 'statements' | 'daysWithValue' | 'authors' | 'modules'> {
  return {
    statements: provenance.length,
    daysWithValue: days.values.filter((v) => v !== undefined).length,
    authors: [...new Set(provenance.map((p) => p.author))].sort(),
    modules: [...new Set(provenance.map((p) => p.module))].sort(),
  };
}

function openingDays(entries: readonly MasterEntry[], from: string, to: string, perDay: number): SourcedDays {
  const { openings, pausedDays, provenance } = bottleEvents(entries);
  const apart = openings.filter(
    (time, i) => i === 0 || Date.parse(time) - Date.parse(openings[i - 1] as string) >= ONE_OPENING_MS,
  );
  const counted = toDays(
    apart.map((time) => ({ time, value: 1 })),
    from,
    to,
    (v) => v.length,
  );
  // Before the first opening nobody knows whether there was a monitor; after the last one it may have been put away, but that is what a lapse looks like as well.
  const first = openings[0]?.slice(0, 10);
  const paused = new Set(pausedDays);
  const values = counted.values.map((n, i) => {
    const day = dateAt(counted, i);
    if (first === undefined || day < first || paused.has(day)) return undefined;
    return (n ?? 0) >= perDay ? 1 : 0;
  });
  const days = { from, values };
  const seen = provenance.filter((p) => p.sourceTime.slice(0, 10) >= from && p.sourceTime.slice(0, 10) < to);
  return { days, unit: '1', leftOut: 0, ...sourceOf(seen, days) };
}

/** Mean of the last `count` days that lie in a calendar, over those with a value; undefined with fewer than half of them. */
export function recentMean(days: Days, count: number): { mean: number; n: number } | undefined {
  const values = days.values.slice(-count).filter((v) => v !== undefined);
  return values.length * 2 < count ? undefined : { mean: mean(values), n: values.length };
}
