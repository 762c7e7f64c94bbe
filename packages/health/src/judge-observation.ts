/** Plausibility of what hospitals and devices measured, by LOINC code: the same bounds for a bundle, a watch and an app. */
import type { CollectIssue, Resource } from './collected.js';
import { GLUCOSE_MOLAR_MASS } from './internal/molar-mass.js';
import { MARK_SYSTEM } from './marks.js';
import { judgePlausibility, PLAUSIBILITY, type Plausibility } from './plausibility.js';
import { convertUnit, isUcumUnit, UCUM_SYSTEM } from './units.js';

/** Something that is wrong with a measured value. */
export interface Doubt {
  readonly judged: 'impossible' | 'unlikely';
  /** FHIRPath-like, from `Observation`. */
  readonly place: string;
  /** The bounds and their source; no part of the value. */
  readonly expected: string;
}

interface Rule {
  readonly bounds: Plausibility;
  readonly molarMass?: number;
}

const of = (bounds: Plausibility, codes: string, molarMass?: number): [string, Rule][] =>
  codes.split(' ').map((code) => [code, molarMass === undefined ? { bounds } : { bounds, molarMass }]);

/** By LOINC code. Vital signs are those of R4's vital signs profile (http://hl7.org/fhir/R4/observation-vitalsigns.html). */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ...of(PLAUSIBILITY.heartRatePerMin, '8867-4 40443-4'),
  ...of(PLAUSIBILITY.respiratoryRatePerMin, '9279-1'),
  ...of(PLAUSIBILITY.oxygenSaturationPercent, '2708-6 59408-5'),
  ...of(PLAUSIBILITY.bodyTemperatureCel, '8310-5'),
  ...of(PLAUSIBILITY.systolicMmHg, '8480-6'),
  ...of(PLAUSIBILITY.diastolicMmHg, '8462-4'),
  ...of(PLAUSIBILITY.bodyWeightKg, '29463-7'),
  ...of(PLAUSIBILITY.bodyHeightCm, '8302-2'),
  ...of(PLAUSIBILITY.bodyMassIndexKgPerM2, '39156-5'),
  ...of(
    PLAUSIBILITY.glucoseMmolPerL,
    '2339-0 15074-8 2345-7 14749-6 41653-7 14743-9 99504-3 105272-9',
    GLUCOSE_MOLAR_MASS,
  ),
  ...of(PLAUSIBILITY.haemoglobinA1cPercent, '4548-4'),
  ...of(PLAUSIBILITY.painScore0To10, '72514-3'),
]);

/**
 * Judges the value and the components of an Observation.
 * @param resource a valid R4 resource; of other types than Observation nothing is said
 * @returns doubts; empty where nothing is, where no rule knows the code, and of a value with a comparator (`<`) or entered in error. A unit of another kind than the
 *   code's is unlikely: which of the two is wrong nobody can tell
 */
export function judgeObservation(resource: Resource): Doubt[] {
  if (resource.resourceType !== 'Observation' || resource.status === 'entered-in-error') return [];
  const doubts: Doubt[] = [];
  judge(resource, 'Observation', doubts);
  if (Array.isArray(resource.component))
    resource.component.forEach((part: Record<string, unknown>, i) => {
      judge(part, `Observation.component[${i}]`, doubts);
    });
  return doubts;
}

/** The resource with the mark `unlikely-value` where one of the doubts is of that kind; otherwise the same. */
export function markUnlikely(resource: Resource, doubts: readonly Doubt[]): Resource {
  if (!doubts.some((d) => d.judged === 'unlikely')) return resource;
  const meta = (resource.meta ?? {}) as { tag?: readonly { system?: unknown; code?: unknown }[] };
  const held = meta.tag ?? [];
  if (held.some((t) => t.system === MARK_SYSTEM && t.code === 'unlikely-value')) return resource;
  return { ...resource, meta: { ...meta, tag: [...held, { system: MARK_SYSTEM, code: 'unlikely-value' }] } };
}

/** A doubt as an issue about input that was kept. */
export function unlikelyIssue(doubt: Doubt, file: string, place: string): CollectIssue {
  return { severity: 'warning', code: 'unlikely-value', file, place, message: `${doubt.expected}; kept` };
}

function judge(holder: Readonly<Record<string, unknown>>, place: string, doubts: Doubt[]): void {
  const quantity = holder.valueQuantity as Record<string, unknown> | undefined;
  if (typeof quantity?.value !== 'number' || quantity.comparator !== undefined) return;
  const { coding } = (holder.code ?? {}) as { coding?: readonly { system?: unknown; code?: unknown }[] };
  const rule = coding
    ?.filter((c) => c.system === 'http://loinc.org')
    .map((c) => RULES.get(String(c.code)))
    .find((r) => r !== undefined);
  if (rule === undefined || quantity.system !== UCUM_SYSTEM || typeof quantity.code !== 'string') return;
  const { bounds } = rule;
  const convert = converter(quantity.code, bounds.unit, rule.molarMass);
  const at = `${place}.valueQuantity`;
  if (convert === undefined) {
    doubts.push({
      judged: 'unlikely',
      place: `${at}.code`,
      expected: `a unit of the kind of ${bounds.unit}`,
    });
    return;
  }
  const judged = judgePlausibility(convert(quantity.value), bounds);
  if (judged === undefined) return;
  const [range, source] =
    judged === 'impossible'
      ? [bounds.impossible, bounds.impossibleSource]
      : [bounds.likely, bounds.likelySource];
  doubts.push({ judged, place: at, expected: `${range[0]} to ${range[1]} ${bounds.unit} (${source})` });
}

const converters = new Map<string, ((value: number) => number) | undefined>();

/** Conversions between units are straight lines, temperatures included: two points of each are asked for once. */
function converter(
  from: string,
  to: string,
  molarMass: number | undefined,
): ((value: number) => number) | undefined {
  if (from === to) return (value) => value;
  const key = `${from}\n${to}\n${molarMass ?? ''}`;
  if (!converters.has(key)) {
    // Units come from input: an endless supply of them must not fill the memory.
    if (converters.size > 1000) converters.clear();
    converters.set(key, make(from, to, molarMass));
  }
  return converters.get(key);
}

function make(
  from: string,
  to: string,
  molarMass: number | undefined,
): ((value: number) => number) | undefined {
  if (!isUcumUnit(from)) return undefined;
  try {
    const at0 = convertUnit(0, from, to, molarMass);
    const slope = convertUnit(1, from, to, molarMass) - at0;
    // A value on a bound must not fall over it by the last bit of a double.
    return (value) => Number((at0 + slope * value).toPrecision(12));
  } catch {
    return undefined;
  }
}
