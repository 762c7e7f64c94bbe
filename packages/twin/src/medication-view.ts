import { clinicalTime, type Resource } from '@twinseal/health';
import { type DaysCovered, proportionOfDaysCovered, type StatedSupplies, suppliesOf } from './adherence.js';
import { findInteractions, type Interaction, ingredientsOf, type KnownIngredient } from './interactions.js';
import { codingsOf } from './internal/assign-modules.js';
import type { MasterEntry, Provenance } from './merge-lanes.js';

/** A medication that the record says is being taken. */
export interface ActiveMedication {
  readonly name: string;
  readonly codes: readonly { readonly system?: string; readonly code: string }[];
  /** Ingredients that the interaction lists know; empty for most medications. */
  readonly ingredients: readonly KnownIngredient[];
  /** First and latest statement that it is taken, RFC 3339. */
  readonly since: string;
  readonly confirmed: string;
  /** Nothing has confirmed it for longer than the view's limit: "active" in the record is not "taken". */
  readonly isStale: boolean;
  /** Proportion of days covered over the view's `adherenceDays`; absent where the record states no supply that begins in them. */
  readonly adherence?: DaysCovered & { readonly basis: StatedSupplies['basis'] };
  readonly provenance: readonly Provenance[];
}

/** A listed pair among active medications, with what says that they are taken. */
export interface MedicationInteraction extends Interaction {
  /** The two medications, in the order of `ingredients`; one and the same where a product holds both. */
  readonly medications: readonly [ActiveMedication, ActiveMedication];
}

/** Medications at one moment. */
export interface MedicationView {
  readonly at: string;
  /** The latest statement about any medication, an end included; absent where there is none: then an empty list says nothing. */
  readonly heard?: string;
  /** Confirmed ones first, then stale ones; by name. */
  readonly active: readonly ActiveMedication[];
  /** Among the active ones, stale ones included. Only what the reader can open is looked at. */
  readonly interactions: readonly MedicationInteraction[];
}

/** What {@link medicationView} looks at. */
export interface MedicationViewOptions {
  readonly now: string;
  /** Without an order, dispensation, dose or statement for so many days a medication is stale; default 400 (a yearly renewal, and some). */
  readonly staleAfterDays?: number;
  /** Over how many days before `now` adherence is looked at; default 180 (PQA's least is 91). */
  readonly adherenceDays?: number;
}

const DAY_MS = 86_400_000;
const TYPES = new Set([
  'MedicationRequest',
  'MedicationStatement',
  'MedicationDispense',
  'MedicationAdministration',
]);
/** Orders and statements that say neither that a medication is taken nor that it is not any more. */
const SAYS_NOTHING = new Set(['entered-in-error', 'draft', 'unknown', 'intended']);
/** What really happened of doses and dispensations; a dose left out or a package taken back does not end a medication. */
const HAPPENED = new Set(['completed', 'in-progress']);

/**
 * The medications that the record says are taken at a moment: ordered or stated as active, or given or dispensed recently. Of several statements about one medication (its
 * codes) the latest decides: a stop ends what was active before, and a later order begins it again.
 * @throws RangeError where `now` is no time
 */
export function medicationView(
  entries: readonly MasterEntry[],
  options: MedicationViewOptions,
): MedicationView {
  const { now, staleAfterDays = 400, adherenceDays = 180 } = options;
  const nowMs = Date.parse(now);
  if (Number.isNaN(nowMs)) throw new RangeError('now: expected an RFC 3339 time');
  const products = medicationsByHandle(entries);
  const byMedication = new Map<string, Stated[]>();
  for (const entry of entries) {
    if (!TYPES.has(entry.resource.resourceType) || !counts(entry.resource)) continue;
    const time = clinicalTime(entry.resource);
    const concept = conceptOf(entry.resource, products);
    const key = conceptKey(concept);
    if (time === undefined || key === undefined || Date.parse(time) > nowMs) continue;
    const list = byMedication.get(key) ?? [];
    byMedication.set(key, list);
    list.push({ entry, concept, time, ms: Date.parse(time) });
  }
  const active: ActiveMedication[] = [];
  let heard: Stated | undefined;
  for (const statements of byMedication.values()) {
    statements.sort((a, b) => a.ms - b.ms || (a.entry.id < b.entry.id ? -1 : 1));
    const latest = statements.at(-1) as Stated;
    if (heard === undefined || latest.ms > heard.ms) heard = latest;
    const lastEnd = statements.findLastIndex((s) => hasEnded(s.entry.resource, nowMs));
    const running = statements.slice(lastEnd + 1);
    const [first, last] = [running[0], running.at(-1)];
    if (first === undefined || last === undefined) continue;
    const name = nameOf(last.concept);
    const codes = codingsOf(last.concept).map(({ system, code }) => ({
      ...(system ? { system } : {}),
      code,
    }));
    active.push({
      name,
      codes,
      ingredients: ingredientsOf(name, codes),
      since: first.time,
      confirmed: last.time,
      isStale: nowMs - last.ms > staleAfterDays * DAY_MS,
      ...adherenceOf(statements, nowMs, adherenceDays),
      provenance: running.flatMap((s) => s.entry.provenance),
    });
  }
  active.sort(
    (a, b) => Number(a.isStale) - Number(b.isStale) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  return {
    at: now,
    ...(heard === undefined ? {} : { heard: heard.time }),
    active,
    interactions: interactionsAmong(active),
  };
}

function adherenceOf(
  statements: readonly Stated[],
  nowMs: number,
  days: number,
): Pick<ActiveMedication, 'adherence'> {
  const stated = suppliesOf(statements.map((s) => s.entry));
  if (stated === undefined) return {};
  const from = new Date(nowMs - days * DAY_MS).toISOString();
  const covered = proportionOfDaysCovered(stated.supplies, from, new Date(nowMs).toISOString());
  return covered === undefined || covered.days === 0
    ? {}
    : { adherence: { basis: stated.basis, ...covered } };
}

/** The listed pairs; what acts on eye or skin is left out. Of several medications with one ingredient the first (confirmed before stale) stands for it. */
function interactionsAmong(active: readonly ActiveMedication[]): MedicationInteraction[] {
  const byIngredient = new Map<string, ActiveMedication>();
  for (const m of active) {
    for (const { name, isLocal } of m.ingredients)
      if (!isLocal && !byIngredient.has(name)) byIngredient.set(name, m);
  }
  return findInteractions([...byIngredient.keys()]).map((found) => ({
    ...found,
    medications: found.ingredients.map((i) => byIngredient.get(i)) as unknown as [
      ActiveMedication,
      ActiveMedication,
    ],
  }));
}

interface Stated {
  readonly entry: MasterEntry;
  readonly concept: unknown;
  readonly time: string;
  readonly ms: number;
}

/** The Medication resources of a master by the handles under which statements refer to them. */
export function medicationsByHandle(entries: readonly MasterEntry[]): ReadonlyMap<string, Resource> {
  return new Map(
    entries
      .filter((e) => e.resource.resourceType === 'Medication')
      .flatMap((e) => e.provenance.map((p) => [p.handle, e.resource] as const)),
  );
}

/** What a statement is about: its own concept, or that of the Medication to which it refers. */
export function conceptOf(resource: Resource, products: ReadonlyMap<string, Resource>): unknown {
  if (resource.medicationCodeableConcept !== undefined) return resource.medicationCodeableConcept;
  const { reference } = (resource.medicationReference ?? {}) as { reference?: unknown };
  if (typeof reference !== 'string') return undefined;
  if (reference.startsWith('#')) {
    const contained = Array.isArray(resource.contained) ? (resource.contained as Resource[]) : [];
    return contained.find((c) => `#${c.id}` === reference)?.code;
  }
  return products.get(reference)?.code;
}

/** Codes of a concept as one key; by its text where it has none; undefined where it says nothing. */
export function conceptKey(concept: unknown): string | undefined {
  const codes = codingsOf(concept).map((c) => `${c.system ?? ''}|${c.code}`);
  if (codes.length > 0) return codes.sort().join(' ');
  const { text } = (concept ?? {}) as { text?: unknown };
  return typeof text === 'string' ? `text|${text.trim().toLowerCase()}` : undefined;
}

function nameOf(concept: unknown): string {
  const [coding] = codingsOf(concept);
  const { text } = (concept ?? {}) as { text?: unknown };
  return coding?.display ?? (typeof text === 'string' ? text : undefined) ?? coding?.code ?? '';
}

function counts(resource: Resource): boolean {
  const status = String(resource.status);
  return isEvent(resource) ? HAPPENED.has(status) : !SAYS_NOTHING.has(status);
}

function isEvent({ resourceType }: Resource): boolean {
  return resourceType === 'MedicationAdministration' || resourceType === 'MedicationDispense';
}

/** Of an order or statement that counts: every status but "active" says that it is not taken, or no longer. */
function hasEnded(resource: Resource, nowMs: number): boolean {
  if (isEvent(resource)) return false;
  if (resource.status !== 'active') return true;
  const end = (resource.effectivePeriod as { end?: unknown } | undefined)?.end;
  return (
    resource.resourceType === 'MedicationStatement' && typeof end === 'string' && Date.parse(end) < nowMs
  );
}
