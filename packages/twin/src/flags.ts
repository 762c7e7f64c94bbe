/**
 * Flags: what a module raises, why, and since when. A flag has three states, and the third matters most: `missing` is not `quiet`. Evaluation is a
 * pure function of the series, the definitions and a moment, so that the same record at the same moment always says the same.
 */

import { judgeInteractions } from './internal/judge-interactions.js';
import { derivedSeries, measureSeries, type Point, type Series } from './measures.js';
import type { MasterEntry, Provenance } from './merge-lanes.js';
import type { FlagDefinition, ModuleDefinition } from './module-definition.js';
import { TwinError } from './twin-error.js';

/** State of one flag at one moment. */
export interface FlagState {
  readonly module: string;
  readonly flag: string;
  readonly title: string;
  readonly severity: FlagDefinition['severity'];
  readonly state: 'raised' | 'quiet' | 'missing';
  /** When it was raised, or when it became quiet; absent where it never was otherwise. */
  readonly since?: string;
  /** One sentence with values, units and the threshold. */
  readonly why: string;
  /** Where the threshold comes from: the definition's source, or the override's. */
  readonly source: string;
  /** The values that decided. */
  readonly evidence: readonly Point[];
  /** Empty where a flag is about no number. */
  readonly unit: string;
  /** Of a flag about medications: the statements that decided. */
  readonly provenance?: readonly Provenance[];
}

/** A threshold set for one patient, or for patients with one condition, by a clinician. */
export interface FlagOverride {
  readonly module: string;
  readonly flag: string;
  /** In the place of the definition's threshold, in the same direction; a trend has none. */
  readonly threshold: number;
  /** In the place of the definition's `clear`, which belongs to its own threshold; default: the threshold. */
  readonly clear?: number;
  /** Only while the master holds a condition with this code. */
  readonly condition?: { readonly system: string; readonly code: string };
  /** Who set it, when and why: takes the place of the guideline. */
  readonly source: string;
}

/** One evaluation of all flags. */
export interface FlagReport {
  /** The moment it speaks of. */
  readonly at: string;
  readonly flags: readonly FlagState[];
}

/** What {@link evaluateFlags} evaluates. */
export interface EvaluateFlagsInput {
  readonly entries: readonly MasterEntry[];
  readonly modules: readonly ModuleDefinition[];
  /** RFC 3339. */
  readonly now: string;
  readonly overrides?: readonly FlagOverride[];
}

const DAY_MS = 86_400_000;

/**
 * Evaluates every flag of the modules. Values after `now` are not seen.
 * @throws RangeError where `now` is no time; TwinError `module-definition` where an override names no flag, or contradicts it
 */
export function evaluateFlags(input: EvaluateFlagsInput): FlagReport {
  const { modules, now, overrides = [] } = input;
  const nowMs = Date.parse(now);
  if (Number.isNaN(nowMs)) throw new RangeError('now: expected an RFC 3339 time');
  for (const o of overrides) checkOverride(o, modules);
  const flags: FlagState[] = [];
  for (const module of modules) {
    if (module.interactions)
      flags.push(...judgeInteractions(module.id, module.interactions, input.entries, now));
    if (!module.flags?.length) continue;
    const seen = new Map<string, Series>();
    for (const [id, s] of measureSeries(input.entries, module)) {
      seen.set(id, { ...s, points: s.points.filter((p) => p.ms <= nowMs) });
    }
    for (const [id, s] of derivedSeries(module, seen, now)) seen.set(id, s);
    for (const definition of module.flags) {
      const series = seen.get(definition.measure) as Series;
      const override = overrides.find(
        (o) => o.module === module.id && o.flag === definition.id && applies(o, input.entries),
      );
      const inForce: FlagDefinition = override ? withOverride(definition, override) : definition;
      flags.push({
        module: module.id,
        flag: definition.id,
        title: definition.title,
        severity: definition.severity,
        source: inForce.source,
        unit: series.unit,
        ...judge(inForce, series, nowMs),
      });
    }
  }
  return { at: now, flags };
}

/**
 * Whether evaluation still lives: a report that is older than `maxAgeHours` says nothing about now, and nobody may take its quiet flags for quiet.
 * @returns undefined where it lives, else the sentence to show in the report's place
 * @throws RangeError where a time is none, or maxAgeHours is not positive
 */
export function checkAlive(
  report: FlagReport | undefined,
  now: string,
  maxAgeHours: number,
): string | undefined {
  if (report === undefined) return 'Flags have never been evaluated.';
  if (!(maxAgeHours > 0)) throw new RangeError('maxAgeHours: expected a positive number');
  const age = (Date.parse(now) - Date.parse(report.at)) / 3_600_000;
  if (Number.isNaN(age)) throw new RangeError('now: expected an RFC 3339 time');
  // A minute is what clocks of one house differ; more says that one of the two is wrong, and then nobody knows how old the report is.
  if (age < -1 / 60) return `Flags were last evaluated in the future (${report.at}): a clock is wrong.`;
  return age <= maxAgeHours
    ? undefined
    : `Flags were last evaluated ${age.toFixed(1)} h ago (${report.at}); expected every ${maxAgeHours} h.`;
}

type Judgement = Pick<FlagState, 'state' | 'why' | 'evidence'> & { since?: string };

function judge(f: FlagDefinition, series: Series, nowMs: number): Judgement {
  const { points, unit, title } = series;
  const last = points.at(-1);
  const left =
    series.leftOut.length > 0
      ? ` ${series.leftOut.length} value(s) were left out (unit, plausibility or time).`
      : '';
  if (last === undefined) return { state: 'missing', why: `No value of ${title}.${left}`, evidence: [] };
  if (nowMs - last.ms > f.missingAfterDays * DAY_MS) {
    const days = Math.floor((nowMs - last.ms) / DAY_MS);
    return {
      state: 'missing',
      why: `The last value of ${title} is ${days} days old (${last.time}); after ${f.missingAfterDays} days nothing is said.${left}`,
      evidence: [last],
    };
  }
  return f.slopePerDay
    ? judgeTrend(f.slopePerDay, series, nowMs, left)
    : judgeThreshold(f, points, unit, title, left);
}

/** Walks through the series from its beginning: hysteresis, duration and repetition depend on what came before. */
function judgeThreshold(
  f: FlagDefinition,
  points: readonly Point[],
  unit: string,
  title: string,
  left: string,
): Judgement {
  const isUp = (f.above ?? f.atLeast) !== undefined;
  const threshold = thresholdOf(f);
  const clear = f.clear ?? threshold;
  const isInclusive = (f.atLeast ?? f.atMost) !== undefined;
  const meets = (v: number): boolean =>
    (isInclusive && v === threshold) || (isUp ? v > threshold : v < threshold);
  const clears = (v: number): boolean => !meets(v) && (isUp ? v <= clear : v >= clear);
  const neededMs = (f.forMinutes ?? 0) * 60_000;
  const neededCount = f.count ?? 1;
  let run: Point[] = [];
  let raisedBy: Point[] | undefined;
  let since: string | undefined;
  let before: Point | undefined;
  for (const p of points) {
    // Through a stretch in which the flag said "missing" nothing holds: neither raised, nor quiet, nor one value after the other.
    if (before !== undefined && p.ms - before.ms > f.missingAfterDays * DAY_MS)
      [raisedBy, run, since] = [undefined, [], undefined];
    before = p;
    if (raisedBy !== undefined) {
      if (clears(p.value)) {
        raisedBy = undefined;
        run = [];
        since = p.time;
      }
      continue;
    }
    const previous = run.at(-1);
    // Nobody knows what was between two values far apart: the condition did not hold through a gap.
    const isGap = neededMs > 0 && previous !== undefined && p.ms - previous.ms > 2 * neededMs;
    run = meets(p.value) ? [...(isGap ? [] : run), p] : [];
    const [first] = run;
    if (first !== undefined && run.length >= neededCount && p.ms - first.ms >= neededMs) {
      raisedBy = run;
      since = p.time;
    }
  }
  const last = points.at(-1) as Point;
  const word = isInclusive ? (isUp ? 'at least' : 'at most') : isUp ? 'above' : 'below';
  const lasting = [
    ...(neededCount > 1 ? [`${neededCount} times in a row`] : []),
    ...(neededMs > 0 ? [`for ${f.forMinutes} minutes`] : []),
  ].join(', ');
  const rule = `${word} ${threshold} ${unit}${lasting === '' ? '' : ` ${lasting}`}`;
  if (raisedBy !== undefined) {
    const first = raisedBy[0] as Point;
    return {
      state: 'raised',
      ...(since === undefined ? {} : { since }),
      why: `${title} was ${show(first.value)} ${unit} (${first.time}), ${rule}; the latest is ${show(last.value)} ${unit} (${last.time}), and it takes ${isUp ? 'no more than' : 'no less than'} ${clear} ${unit} to lower the flag.${left}`,
      evidence: last === raisedBy.at(-1) ? raisedBy : [...raisedBy, last],
    };
  }
  const pending =
    run.length > 0 ? ` The condition is met since ${run[0]?.time}, but not yet ${lasting}.` : '';
  return {
    state: 'quiet',
    ...(since === undefined ? {} : { since }),
    why: `The latest ${title} is ${show(last.value)} ${unit} (${last.time}); the flag needs ${rule}.${pending}${left}`,
    evidence: [last],
  };
}

function judgeTrend(
  t: NonNullable<FlagDefinition['slopePerDay']>,
  series: Series,
  nowMs: number,
  left: string,
): Judgement {
  const { title, unit } = series;
  const window = series.points.filter((p) => p.ms > nowMs - t.days * DAY_MS);
  if (window.length < t.atLeast) {
    return {
      state: 'missing',
      why: `${window.length} value(s) of ${title} in ${t.days} days; a trend needs ${t.atLeast}.${left}`,
      evidence: window,
    };
  }
  const slope = theilSen(window);
  if (slope === undefined)
    return { state: 'missing', why: `All values of ${title} are of one moment.${left}`, evidence: window };
  const isRaised = t.above !== undefined ? slope >= t.above : slope <= (t.below as number);
  const limit = (t.above ?? t.below) as number;
  const why = `${title} changes by ${show(slope * 365.25)} ${unit} a year over ${window.length} values (Theil-Sen); the flag needs ${t.above !== undefined ? 'at least' : 'at most'} ${show(limit * 365.25)} ${unit} a year.${left}`;
  return { state: isRaised ? 'raised' : 'quiet', why, evidence: window };
}

/** Median of the slopes between all pairs, per day: robust against single outliers (Sen P. K., J Am Stat Assoc 1968;63:1379-1389). */
export function theilSen(
  points: readonly { readonly ms: number; readonly value: number }[],
): number | undefined {
  // Pairs grow with the square: beyond 300 points every k-th is as good.
  const step = Math.ceil(points.length / 300);
  const used = points.filter((_, i) => i % step === 0);
  const slopes: number[] = [];
  for (const [i, a] of used.entries()) {
    for (const b of used.slice(i + 1))
      if (b.ms !== a.ms) slopes.push(((b.value - a.value) / (b.ms - a.ms)) * DAY_MS);
  }
  if (slopes.length === 0) return undefined;
  slopes.sort((x, y) => x - y);
  const middle = slopes.length >> 1;
  return slopes.length % 2 === 1
    ? slopes[middle]
    : ((slopes[middle - 1] as number) + (slopes[middle] as number)) / 2;
}

function thresholdOf(f: FlagDefinition): number {
  return (f.above ?? f.atLeast ?? f.below ?? f.atMost) as number;
}

function show(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function applies(o: FlagOverride, entries: readonly MasterEntry[]): boolean {
  const { condition } = o;
  if (condition === undefined) return true;
  return entries.some(({ resource }) => {
    const coding =
      (resource.code as { coding?: readonly { system?: string; code?: string }[] } | undefined)?.coding ?? [];
    return (
      resource.resourceType === 'Condition' &&
      coding.some((c) => c.system === condition.system && c.code === condition.code)
    );
  });
}

function withOverride(f: FlagDefinition, o: FlagOverride): FlagDefinition {
  const { clear: _, above, atLeast, below, atMost, ...rest } = f;
  const { threshold, clear, source } = o;
  const way = { above, atLeast, below, atMost };
  const moved = Object.fromEntries(
    Object.entries(way).flatMap(([k, v]) => (v === undefined ? [] : [[k, threshold]])),
  );
  return { ...rest, ...moved, ...(clear === undefined ? {} : { clear }), source };
}

function checkOverride(o: FlagOverride, modules: readonly ModuleDefinition[]): void {
  const definition = modules.find((m) => m.id === o.module)?.flags?.find((f) => f.id === o.flag);
  const isUp = (definition?.above ?? definition?.atLeast) !== undefined;
  const fault =
    definition === undefined
      ? 'names no flag'
      : definition.slopePerDay !== undefined
        ? 'is of a trend'
        : o.source.trim() === ''
          ? 'has no source'
          : o.clear !== undefined && (isUp ? o.clear > o.threshold : o.clear < o.threshold)
            ? 'clear lies beyond the threshold'
            : undefined;
  if (fault !== undefined)
    throw new TwinError('module-definition', `override of ${o.module}/${o.flag}`, [fault]);
}
