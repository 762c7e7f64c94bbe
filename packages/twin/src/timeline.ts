import { clinicalTime, convertUnit, type Resource, T1D_UOM_SYSTEM } from '@twinseal/health';
import { CGM_LOINC, codingsOf, isInsulin } from './internal/assign-modules.js';
import { SUPPLEMENT_SYSTEM } from './internal/supplement.js';
import type { Master, MasterEntry, Provenance } from './merge-lanes.js';

/** One line of a timeline. */
export interface TimelineEntry {
  /** RFC 3339 with the source's offset; of a summary, the first of what it sums up. */
  readonly time: string;
  readonly title: string;
  /** Every number with its unit; empty where the title says all. */
  readonly detail: string;
  readonly modules: readonly string[];
  readonly resourceType: string;
  /** How many resources this line stands for. */
  readonly count: number;
  /** First and last instance, author and source handle of what it stands for. */
  readonly provenance: readonly Provenance[];
  /** What it treats or addresses, where the record says so and the target may be seen; only then does a handle resolve. */
  readonly treats: readonly { readonly handle: string; readonly title: string }[];
  /** Others say otherwise about the same thing at the same time. */
  readonly isContradicted: boolean;
}

/** What {@link timeline} shows. */
export interface TimelineOptions {
  /** Only these modules; default all. */
  readonly modules?: readonly string[];
  /** Only entries at or after / before these instants (RFC 3339). */
  readonly from?: string;
  readonly to?: string;
  /** From how many a day on the observations of one code become one line a day; default 12. Sensor glucose, insulin and meals always do. */
  readonly denseFrom?: number;
}

/** Time in range 3.9-10.0 mmol/L (70-180 mg/dL): Battelino T. et al., Diabetes Care 2019;42(8):1593-1603, table 1. */
export const GLUCOSE_RANGE_MMOL_PER_L = { low: 3.9, high: 10.0 } as const;
/** Molar mass of glucose in g/mol, PubChem CID 5793. */
const GLUCOSE_MOLAR_MASS = 180.156;

type Stream = 'cgm' | 'bolus' | 'basal-rate' | 'basal-dose' | 'meal' | 'activity' | 'sleep' | 'dense';

/**
 * The master as lines in the order of time, oldest first. Dense streams are summed up by calendar day (in the source's own offset) and author.
 * @throws RangeError where `from` or `to` is no time
 */
export function timeline(master: Pick<Master, 'entries'>, options: TimelineOptions = {}): TimelineEntry[] {
  const { modules, denseFrom = 12 } = options;
  const from = limit(options.from, 'from', -Infinity);
  const to = limit(options.to, 'to', Infinity);
  const lines: TimelineEntry[] = [];
  const byHandle = new Map(master.entries.flatMap((e) => e.provenance.map((p) => [p.handle, e] as const)));
  const days = new Map<string, { stream: Stream; entries: { entry: MasterEntry; time: string }[] }>();
  const dense = new Map<string, { entry: MasterEntry; time: string }[]>();

  for (const entry of master.entries) {
    // Who the patient and the places are is no event.
    if (isSupplement(entry.resource) || entry.provenance.every((p) => p.module === 'identity')) continue;
    if (modules && !entry.provenance.some((p) => modules.includes(p.module))) continue;
    const time = clinicalTime(entry.resource) ?? entry.provenance[0]?.sourceTime;
    if (time === undefined) continue;
    const ms = Date.parse(time);
    if (ms < from || ms >= to) continue;
    const author = entry.provenance[0]?.author ?? '';
    const stream = streamOf(entry.resource);
    if (stream !== undefined) {
      push(days, `${stream} ${time.slice(0, 10)} ${author}`, { stream, entries: [] }).entries.push({
        entry,
        time,
      });
    } else if (entry.resource.resourceType === 'Observation' && entry.resource.valueQuantity !== undefined) {
      const code = codingsOf(entry.resource.code)[0];
      push(dense, `${code?.system}|${code?.code} ${time.slice(0, 10)} ${author}`, []).push({ entry, time });
    } else lines.push(line(entry, time, byHandle));
  }
  for (const { stream, entries } of days.values()) lines.push(summary(stream, entries));
  for (const entries of dense.values()) {
    if (entries.length >= denseFrom) lines.push(summary('dense', entries));
    else for (const { entry, time } of entries) lines.push(line(entry, time, byHandle));
  }
  const keyed = lines.map((l) => ({ l, ms: Date.parse(l.time), id: l.provenance[0]?.handle ?? '' }));
  keyed.sort((a, b) => a.ms - b.ms || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return keyed.map((k) => k.l);
}

function limit(text: string | undefined, name: string, otherwise: number): number {
  if (text === undefined) return otherwise;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new RangeError(`${name}: expected an RFC 3339 time`);
  return ms;
}

function push<V>(map: Map<string, V>, key: string, fresh: V): V {
  const held = map.get(key);
  if (held !== undefined) return held;
  map.set(key, fresh);
  return fresh;
}

function isSupplement(resource: Resource): boolean {
  return (
    resource.resourceType === 'Basic' && codingsOf(resource.code).some((c) => c.system === SUPPLEMENT_SYSTEM)
  );
}

function streamOf(resource: Resource): Stream | undefined {
  if (resource.resourceType === 'Observation') {
    const codings = codingsOf(resource.code);
    if (codings.some((c) => c.system === 'http://loinc.org' && CGM_LOINC.has(c.code))) return 'cgm';
    const own = codings.find((c) => c.system === T1D_UOM_SYSTEM)?.code;
    return own === 'meal' || own === 'activity' || own === 'sleep' ? own : undefined;
  }
  if (resource.resourceType === 'MedicationAdministration' && isInsulin(resource)) {
    const dosage = resource.dosage as { rateQuantity?: unknown; dose?: unknown } | undefined;
    if (dosage?.rateQuantity !== undefined) return 'basal-rate';
    const longActing = codingsOf(resource.medicationCodeableConcept).some((c) => c.code.startsWith('A10AE'));
    if (dosage?.dose !== undefined) return longActing ? 'basal-dose' : 'bolus';
  }
  return undefined;
}

interface Quantity {
  readonly value?: unknown;
  readonly unit?: unknown;
  readonly code?: unknown;
}

function quantityText(quantity: unknown): string {
  const q = quantity as (Quantity & { comparator?: unknown }) | undefined;
  if (typeof q?.value !== 'number') return '';
  const unit = typeof q.unit === 'string' ? q.unit : typeof q.code === 'string' ? q.code : '(no unit stated)';
  return `${typeof q.comparator === 'string' ? q.comparator : ''}${round(q.value)} ${unit}`;
}

/** Four significant digits: what is shown; the resource keeps the value. */
function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function conceptText(concept: unknown): string {
  const c = concept as
    | { text?: unknown; coding?: readonly { display?: unknown; code?: unknown }[] }
    | undefined;
  if (typeof c?.text === 'string') return c.text;
  const coding = c?.coding?.find((x) => typeof x.display === 'string') ?? c?.coding?.[0];
  return String(coding?.display ?? coding?.code ?? '');
}

const TITLES: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'Allergy',
  CarePlan: 'Care plan',
  Claim: 'Claim',
  Condition: 'Condition',
  DiagnosticReport: 'Report',
  Encounter: 'Encounter',
  ExplanationOfBenefit: 'Explanation of benefit',
  Goal: 'Goal',
  ImagingStudy: 'Imaging',
  Immunization: 'Immunization',
  MedicationAdministration: 'Medication given',
  MedicationRequest: 'Medication ordered',
  MedicationStatement: 'Medication taken',
  Observation: '',
  Procedure: 'Procedure',
};

/** Handles by which a resource says what it is for: reasonReference of interventions, addresses of plans and goals. */
function reasonsOf(r: Resource): string[] {
  return [r.reasonReference, r.addresses].flatMap((list) =>
    (Array.isArray(list) ? list : []).flatMap((x: { reference?: unknown } | null) =>
      typeof x?.reference === 'string' ? [x.reference] : [],
    ),
  );
}

function titleOf(r: Resource): string {
  const kind = TITLES[r.resourceType] ?? r.resourceType;
  const first = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);
  const what = conceptText(
    r.code ??
      r.medicationCodeableConcept ??
      r.vaccineCode ??
      first(r.type) ??
      first(r.category) ??
      imaged(first(r.series)),
  );
  return [kind, what].filter((x) => x !== '').join(': ') || r.resourceType;
}

function line(entry: MasterEntry, time: string, byHandle: ReadonlyMap<string, MasterEntry>): TimelineEntry {
  const r = entry.resource;
  return {
    time,
    title: titleOf(r),
    detail: detailOf(r),
    modules: [...new Set(entry.provenance.map((p) => p.module))].sort(),
    resourceType: r.resourceType,
    count: 1,
    provenance: entry.provenance,
    treats: reasonsOf(r).flatMap((handle) => {
      const target = byHandle.get(handle);
      return target === undefined ? [] : [{ handle, title: titleOf(target.resource) }];
    }),
    isContradicted: entry.contradicts.length > 0,
  };
}

/** An imaging series as the concept of what was imaged by what. */
function imaged(series: unknown): unknown {
  const { modality, bodySite } = (series ?? {}) as { modality?: unknown; bodySite?: unknown };
  const text = [modality, bodySite]
    .map((c) => (c === undefined ? '' : conceptText({ coding: [c] })))
    .filter((t) => t !== '');
  return text.length > 0 ? { text: text.join(', ') } : undefined;
}

function detailOf(r: Resource): string {
  const parts: string[] = [];
  const value =
    quantityText(r.valueQuantity) ||
    conceptText(r.valueCodeableConcept) ||
    (typeof r.valueString === 'string' ? r.valueString : '');
  if (value !== '') parts.push(value);
  if (Array.isArray(r.component)) {
    for (const c of r.component as {
      code?: unknown;
      valueQuantity?: unknown;
      valueCodeableConcept?: unknown;
    }[]) {
      const inner = quantityText(c.valueQuantity) || conceptText(c.valueCodeableConcept);
      if (inner !== '') parts.push(`${conceptText(c.code)} ${inner}`);
    }
  }
  if (r.resourceType === 'Condition' || r.resourceType === 'AllergyIntolerance') {
    const status = conceptText(r.clinicalStatus);
    if (status !== '') parts.push(status);
    if (typeof r.abatementDateTime === 'string') parts.push(`until ${r.abatementDateTime.slice(0, 10)}`);
  } else if (
    typeof r.status === 'string' &&
    /^(?:MedicationRequest|CarePlan|Procedure)$/.test(r.resourceType)
  )
    parts.push(r.status);
  const total = Array.isArray(r.total) ? (r.total[0] as { amount?: unknown } | undefined)?.amount : r.total;
  const money = total as { value?: unknown; currency?: unknown } | undefined;
  if (typeof money?.value === 'number')
    parts.push(`${money.value} ${String(money.currency ?? '(no currency stated)')}`);
  return parts.join(', ');
}

function summary(stream: Stream, entries: readonly { entry: MasterEntry; time: string }[]): TimelineEntry {
  const sorted = [...entries].sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  const first = sorted[0] as (typeof sorted)[number];
  const last = sorted.at(-1) as (typeof sorted)[number];
  const resources = sorted.map((s) => s.entry.resource);
  const provenance = [first, ...(last === first ? [] : [last])].flatMap((s) => s.entry.provenance);
  return {
    time: first.time,
    ...describe(stream, resources),
    modules: [...new Set(sorted.flatMap((s) => s.entry.provenance.map((p) => p.module)))].sort(),
    resourceType: first.entry.resource.resourceType,
    count: sorted.length,
    provenance,
    treats: [],
    isContradicted: sorted.some((s) => s.entry.contradicts.length > 0),
  };
}

function describe(stream: Stream, resources: readonly Resource[]): { title: string; detail: string } {
  const n = resources.length;
  switch (stream) {
    case 'cgm': {
      const values = resources.flatMap((r) => mmolPerL(r.valueQuantity));
      if (values.length === 0) return { title: 'Sensor glucose', detail: `${n} readings without a value` };
      const { low, high } = GLUCOSE_RANGE_MMOL_PER_L;
      const inRange = values.filter((v) => v >= low && v <= high).length / values.length;
      return {
        title: 'Sensor glucose',
        detail: `${values.length} readings, mean ${mean(values).toFixed(1)} mmol/L, ${min(values).toFixed(1)}–${max(values).toFixed(1)} mmol/L, ${Math.round(inRange * 100)} % in ${low}–${high.toFixed(1)} mmol/L (Battelino 2019)`,
      };
    }
    case 'bolus':
    case 'basal-dose': {
      const doses = resources.flatMap((r) => inUnit((r.dosage as { dose?: unknown }).dose, 'U'));
      return {
        title: stream === 'bolus' ? 'Insulin bolus' : 'Long-acting insulin',
        detail: `${n} ${n === 1 ? 'dose' : 'doses'}, ${round(sum(doses))} U`,
      };
    }
    case 'basal-rate': {
      const rates = resources.flatMap((r) =>
        inUnit((r.dosage as { rateQuantity?: unknown }).rateQuantity, 'U/h'),
      );
      const units = resources.map((r) => {
        const { start, end } = (r.effectivePeriod ?? {}) as { start?: string; end?: string };
        const hours = (Date.parse(end ?? '') - Date.parse(start ?? '')) / 3_600_000;
        const rate = inUnit((r.dosage as { rateQuantity?: unknown }).rateQuantity, 'U/h')[0];
        return Number.isNaN(hours) || rate === undefined ? 0 : hours * rate;
      });
      return {
        title: 'Basal insulin (pump)',
        detail: `${n} ${n === 1 ? 'segment' : 'segments'}, ${round(min(rates))}–${round(max(rates))} U/h, ${round(sum(units))} U`,
      };
    }
    case 'meal': {
      const carbs = resources.flatMap((r) => componentValues(r, ['carbs_g', '9059-7'], 'g'));
      const amount = carbs.length === 0 ? 'carbohydrate not stated' : `${round(sum(carbs))} g carbohydrate`;
      return { title: 'Meals', detail: `${n} ${n === 1 ? 'meal' : 'meals'}, ${amount}` };
    }
    case 'activity': {
      const total = (code: string, unit: string): string => {
        const values = resources.flatMap((r) => componentValues(r, [code], unit));
        return `${round(sum(values))} ${unit.replace(/[{}]/g, '')}`;
      };
      return {
        title: 'Activity',
        detail: `${total('step_count', '{steps}')}, ${total('distance_m', 'm')}, ${total('active_Kcal', 'kcal')}`,
      };
    }
    case 'sleep': {
      const asleep = resources.filter((r) =>
        codingsOf(r.valueCodeableConcept).some((c) => c.code === 'asleep'),
      ).length;
      const rates = resources.flatMap((r) => componentValues(r, ['heart_rate'], '/min'));
      const heart =
        rates.length === 0 ? 'no heart rate' : `heart rate ${round(min(rates))}–${round(max(rates))} /min`;
      // One row is five minutes.
      return { title: 'Sleep and heart', detail: `${round(asleep / 12)} h asleep, ${heart}` };
    }
    case 'dense': {
      const first = resources[0] as Resource;
      const unit = (first.valueQuantity as Quantity | undefined)?.code;
      const values = typeof unit === 'string' ? resources.flatMap((r) => inUnit(r.valueQuantity, unit)) : [];
      const range =
        values.length === 0
          ? ''
          : `, mean ${round(mean(values))} ${unit}, ${round(min(values))}–${round(max(values))} ${unit}`;
      return { title: conceptText(first.code), detail: `${n} observations${range}` };
    }
  }
}

function componentValues(r: Resource, codes: readonly string[], unit: string): number[] {
  return ((r.component ?? []) as { code?: unknown; valueQuantity?: unknown }[])
    .filter((c) => codingsOf(c.code).some((x) => codes.includes(x.code)))
    .flatMap((c) => inUnit(c.valueQuantity, unit));
}

function inUnit(quantity: unknown, unit: string): number[] {
  const q = quantity as Quantity | undefined;
  if (typeof q?.value !== 'number' || typeof q.code !== 'string') return [];
  try {
    return [convertUnit(q.value, q.code, unit)];
  } catch {
    return [];
  }
}

function mmolPerL(quantity: unknown): number[] {
  const q = quantity as Quantity | undefined;
  if (typeof q?.value !== 'number' || typeof q.code !== 'string') return [];
  try {
    return [convertUnit(q.value, q.code, 'mmol/L', GLUCOSE_MOLAR_MASS)];
  } catch {
    return [];
  }
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const min = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const max = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
