import { clinicalTime, type Resource } from '@twinseal/health';
import { findInteractions, type Interaction, ingredientsOf } from './interactions.js';
import { codingsOf } from './internal/assign-modules.js';
import type { MasterEntry, Provenance } from './merge-lanes.js';

/** A medication that the record says is being taken. */
export interface ActiveMedication {
  readonly name: string;
  readonly codes: readonly { readonly system?: string; readonly code: string }[];
  /** Ingredients that the interaction facts know; empty for most medications. */
  readonly ingredients: readonly string[];
  /** First and latest statement that it is taken, RFC 3339. */
  readonly since: string;
  readonly confirmed: string;
  /** Nothing has confirmed it for longer than the view's limit: "active" in the record is not "taken". */
  readonly isStale: boolean;
  readonly provenance: readonly Provenance[];
}

/** Medications at one moment. */
export interface MedicationView {
  readonly at: string;
  /** Confirmed ones first, then stale ones; by name. */
  readonly active: readonly ActiveMedication[];
  /** Among the active ones, stale ones included. Only what the reader can open is looked at. */
  readonly interactions: readonly Interaction[];
}

/** What {@link medicationView} looks at. */
export interface MedicationViewOptions {
  readonly now: string;
  /** Without an order, dispensation, dose or statement for so many days a medication is stale; default 400 (a yearly renewal, and some). */
  readonly staleAfterDays?: number;
}

const DAY_MS = 86_400_000;
const TYPES = new Set([
  'MedicationRequest',
  'MedicationStatement',
  'MedicationDispense',
  'MedicationAdministration',
]);
const ENDED = new Set([
  'stopped',
  'cancelled',
  'entered-in-error',
  'draft',
  'not-taken',
  'not-done',
  'declined',
  'on-hold',
  'unknown',
]);

/**
 * The medications that the record says are taken at a moment: ordered or stated as active, or given or dispensed recently. Of several statements about one medication (its
 * codes) the latest decides: a stop ends what was active before, and a later order begins it again.
 * @throws RangeError where `now` is no time
 */
export function medicationView(
  entries: readonly MasterEntry[],
  options: MedicationViewOptions,
): MedicationView {
  const { now, staleAfterDays = 400 } = options;
  const nowMs = Date.parse(now);
  if (Number.isNaN(nowMs)) throw new RangeError('now: expected an RFC 3339 time');
  const byMedication = new Map<string, { entry: MasterEntry; time: string; ms: number }[]>();
  for (const entry of entries) {
    if (!TYPES.has(entry.resource.resourceType)) continue;
    const time = clinicalTime(entry.resource);
    const key = medicationKey(entry.resource);
    if (time === undefined || key === undefined || Date.parse(time) > nowMs) continue;
    const list = byMedication.get(key) ?? [];
    byMedication.set(key, list);
    list.push({ entry, time, ms: Date.parse(time) });
  }
  const active: ActiveMedication[] = [];
  for (const statements of byMedication.values()) {
    statements.sort((a, b) => a.ms - b.ms || (a.entry.id < b.entry.id ? -1 : 1));
    const lastEnd = statements.findLastIndex((s) => hasEnded(s.entry.resource, nowMs));
    const running = statements.slice(lastEnd + 1);
    const [first, last] = [running[0], running.at(-1)];
    if (first === undefined || last === undefined) continue;
    const name = nameOf(last.entry.resource);
    active.push({
      name,
      codes: codingsOf(last.entry.resource.medicationCodeableConcept).map(({ system, code }) => ({
        ...(system ? { system } : {}),
        code,
      })),
      ingredients: ingredientsOf(name),
      since: first.time,
      confirmed: last.time,
      isStale: nowMs - last.ms > staleAfterDays * DAY_MS,
      provenance: running.flatMap((s) => s.entry.provenance),
    });
  }
  active.sort(
    (a, b) => Number(a.isStale) - Number(b.isStale) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  return { at: now, active, interactions: findInteractions(active.flatMap((m) => m.ingredients)) };
}

function medicationKey(resource: Resource): string | undefined {
  const codes = codingsOf(resource.medicationCodeableConcept).map((c) => `${c.system ?? ''}|${c.code}`);
  return codes.length === 0 ? undefined : codes.sort().join(' ');
}

function nameOf(resource: Resource): string {
  const [coding] = codingsOf(resource.medicationCodeableConcept);
  return coding?.display ?? coding?.code ?? '';
}

function hasEnded(resource: Resource, nowMs: number): boolean {
  if (ENDED.has(String(resource.status))) return true;
  // "completed" ends an order and a course; of a dose or a dispensation it says only that it happened.
  if (resource.status === 'completed')
    return resource.resourceType === 'MedicationRequest' || resource.resourceType === 'MedicationStatement';
  const end = (resource.effectivePeriod as { end?: unknown } | undefined)?.end;
  return (
    resource.resourceType === 'MedicationStatement' && typeof end === 'string' && Date.parse(end) < nowMs
  );
}

/** A supply: from when, for how many days. */
export interface Supply {
  readonly start: string;
  readonly days: number;
}

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
 * medication adherence" (PQA 2012); 0.8 is the customary threshold. Says what was in the house, not what was swallowed.
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

/**
 * Adherence by a monitor that notes openings: of the days of a period, those with at least the prescribed number. An opening is no dose taken (Vrijens B. et al.,
 * Br J Clin Pharmacol 2012;73:691-705); two openings within `minMinutesApart` count once.
 * @throws RangeError where a time is none, or perDay is not a positive integer
 */
export function daysWithOpenings(
  openings: readonly string[],
  from: string,
  to: string,
  perDay = 1,
  minMinutesApart = 15,
): DaysCovered {
  if (!Number.isInteger(perDay) || perDay < 1) throw new RangeError('perDay: expected a positive integer');
  const [fromDay, toDay] = [dayOf(from), dayOf(to)];
  const counts = new Map<number, number>();
  let previous = -Infinity;
  for (const ms of openings.map((o) => parse(o)).sort((a, b) => a - b)) {
    if (ms - previous < minMinutesApart * 60_000) continue;
    previous = ms;
    const day = Math.floor(ms / DAY_MS);
    if (day >= fromDay && day < toDay) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const covered = [...counts.values()].filter((n) => n >= perDay).length;
  const days = toDay - fromDay;
  return { days, covered, proportion: days > 0 ? covered / days : 0 };
}

function parse(text: string): number {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new RangeError('expected an RFC 3339 time');
  return ms;
}

function dayOf(text: string): number {
  return Math.floor(parse(text) / DAY_MS);
}
