/**
 * Adherence: what was in the house, and how often the bottle was opened. Neither is a dose swallowed, and a low number is a question, not an answer: a bottle may be
 * refilled into a week's box, a supply come from elsewhere, a clinician have paused the medicine.
 */
import { clinicalTime, convertUnit, PILL_BOTTLE_SYSTEM, type Resource } from '@twinseal/health';
import { codingsOf } from './internal/assign-modules.js';
import type { MasterEntry, Provenance } from './merge-lanes.js';

const DAY_MS = 86_400_000;

/** A supply: from when, for how many days. */
export interface Supply {
  readonly start: string;
  readonly days: number;
}

/** Customary threshold of adherence: a proportion of days covered of 0.8 (Pharmacy Quality Alliance, as {@link proportionOfDaysCovered} cites it). */
export const PDC_THRESHOLD = 0.8;

/** Adherence over a period. */
export interface DaysCovered {
  readonly days: number;
  readonly covered: number;
  /** covered / days, 0 to 1. */
  readonly proportion: number;
}

/**
 * Proportion of days covered: of the days from the first supply in the period to the period's end, those on which there was a supply. An early refill is used
 * after what came before it. Source: Pharmacy Quality Alliance, as in Nau D. P., "Proportion of days covered (PDC) as a preferred method of measuring
 * medication adherence" (PQA 2012); the period from first supply to the end of observation is that of ISPOR's checklist (Peterson A. M. et al., Value Health
 * 2007;10:3-12). PQA's own measure asks besides for two supplies and 91 days: whoever reports it has to check these. Says what was in the house, not what was swallowed.
 * @param supplies in any order
 * @param from, to first day and the day after the last, RFC 3339; whole days in UTC
 * @returns undefined where no supply begins in the period
 * @throws RangeError where a time is none, or a supply's days are not positive
 */
export function proportionOfDaysCovered(
  supplies: readonly Supply[],
  from: string,
  to: string,
): DaysCovered | undefined {
  const [fromDay, toDay] = [dayOf(from), dayOf(to)];
  const inPeriod = supplies
    .map((s) => {
      if (!(s.days > 0)) throw new RangeError('supplies: expected a positive number of days');
      return { day: dayOf(s.start), days: Math.floor(s.days) };
    })
    .filter((s) => s.day >= fromDay && s.day < toDay)
    .sort((a, b) => a.day - b.day);
  const [first] = inPeriod;
  if (first === undefined) return undefined;
  const covered = new Set<number>();
  let free = first.day;
  for (const { day, days } of inPeriod) {
    const start = Math.max(free, day);
    for (let d = start; d < start + days && d < toDay; d++) covered.add(d);
    free = start + days;
  }
  const days = toDay - first.day;
  return { days, covered: covered.size, proportion: covered.size / days };
}

/** How {@link daysWithOpenings} counts. */
export interface OpeningOptions {
  /** First day and the day after the last: RFC 3339; each names the day that its own offset shows. */
  readonly from: string;
  readonly to: string;
  /** Openings a day that were prescribed; default 1. */
  readonly perDay?: number;
  /** Two openings within so many minutes count once; default 15. */
  readonly minMinutesApart?: number;
  /** Days (`YYYY-MM-DD`) of which nothing was expected: they are no days of the period. */
  readonly pausedDays?: readonly string[];
}

/**
 * Adherence by a monitor that notes openings: of the days of a period, those with at least the prescribed number. A day is the one that the time's own offset
 * shows. An opening is no dose taken (Vrijens B. et al., Br J Clin Pharmacol 2012;73:691-705).
 * @throws RangeError where a time is none, or perDay is not a positive integer
 */
export function daysWithOpenings(openings: readonly string[], options: OpeningOptions): DaysCovered {
  const { from, to, perDay = 1, minMinutesApart = 15, pausedDays = [] } = options;
  if (!Number.isInteger(perDay) || perDay < 1) throw new RangeError('perDay: expected a positive integer');
  const [fromDay, toDay] = [localDay(from), localDay(to)];
  const paused = new Set(pausedDays.map(localDay).filter((d) => d >= fromDay && d < toDay));
  const counts = new Map<number, number>();
  let previous = -Infinity;
  const inOrder = openings.map((o) => ({ ms: parse(o), day: localDay(o) })).sort((a, b) => a.ms - b.ms);
  for (const { ms, day } of inOrder) {
    if (ms - previous < minMinutesApart * 60_000) continue;
    previous = ms;
    if (day >= fromDay && day < toDay && !paused.has(day)) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const covered = [...counts.values()].filter((n) => n >= perDay).length;
  const days = toDay - fromDay - paused.size;
  return { days, covered, proportion: days > 0 ? covered / days : 0 };
}

/** Number of the day that a time's own offset shows, from 1970-01-01. */
function localDay(text: string): number {
  parse(text);
  return Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / DAY_MS;
}

function parse(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new RangeError('expected an RFC 3339 time');
  return ms;
}

function dayOf(text: string): number {
  return Math.floor(parse(text) / DAY_MS);
}

/** Supplies of one medication, and what says so: dispensations, or, where the record has none, orders that state for how long they are meant. */
export interface StatedSupplies {
  readonly basis: 'dispensed' | 'ordered';
  readonly supplies: readonly Supply[];
  readonly provenance: readonly Provenance[];
}

/**
 * The supplies that some statements about one medication speak of. Where anything was dispensed only dispensations count: an order says what was meant.
 * @param entries of one medication
 * @returns undefined where none states a number of days (a quantity in a unit of time)
 */
export function suppliesOf(entries: readonly MasterEntry[]): StatedSupplies | undefined {
  for (const basis of ['dispensed', 'ordered'] as const) {
    const found = entries.flatMap((entry) => {
      const supply = supplyOf(entry.resource, basis);
      return supply === undefined ? [] : [{ supply, provenance: entry.provenance }];
    });
    if (found.length > 0)
      return {
        basis,
        supplies: found.map((f) => f.supply),
        provenance: found.flatMap((f) => f.provenance),
      };
  }
  return undefined;
}

function supplyOf(r: Resource, basis: StatedSupplies['basis']): Supply | undefined {
  const isDispensed = basis === 'dispensed';
  if (r.resourceType !== (isDispensed ? 'MedicationDispense' : 'MedicationRequest')) return undefined;
  // What was only prepared, declined or taken back supplied nobody.
  const counts = isDispensed ? ['completed', 'in-progress'] : ['active', 'completed', 'stopped'];
  if (!counts.includes(String(r.status))) return undefined;
  const quantity = (
    isDispensed
      ? r.daysSupply
      : (r.dispenseRequest as { expectedSupplyDuration?: unknown } | undefined)?.expectedSupplyDuration
  ) as { value?: unknown; code?: unknown; unit?: unknown } | undefined;
  const start = clinicalTime(r);
  const unit = quantity?.code ?? quantity?.unit;
  if (start === undefined || typeof quantity?.value !== 'number' || typeof unit !== 'string')
    return undefined;
  try {
    const days = convertUnit(quantity.value, unit, 'd');
    return days > 0 ? { start, days } : undefined;
  } catch {
    return undefined;
  }
}

/** What pill-bottle monitors noted. */
export interface BottleEvents {
  /** Times of openings, RFC 3339, oldest first. */
  readonly openings: readonly string[];
  /** Days (`YYYY-MM-DD`) on which the monitor was paused: nothing was expected of them. */
  readonly pausedDays: readonly string[];
  readonly provenance: readonly Provenance[];
}

/** The events of pill-bottle monitors in a master. A test of the device or another compartment is no opening. */
export function bottleEvents(entries: readonly MasterEntry[]): BottleEvents {
  const openings: string[] = [];
  const paused = new Set<string>();
  const provenance: Provenance[] = [];
  for (const { resource, provenance: from } of entries) {
    if (resource.resourceType !== 'Observation') continue;
    const event = codingsOf(resource.code).find((c) => c.system === PILL_BOTTLE_SYSTEM)?.code;
    const time = clinicalTime(resource);
    if (time === undefined || (event !== 'opening' && event !== 'monitoring-paused')) continue;
    if (event === 'opening') openings.push(time);
    else paused.add(time.slice(0, 10));
    provenance.push(...from);
  }
  return {
    openings: openings.sort((a, b) => Date.parse(a) - Date.parse(b)),
    pausedDays: [...paused].sort(),
    provenance,
  };
}
