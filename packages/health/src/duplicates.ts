/**
 * Statements that say the same thing twice: a reading that came by the phone's export and by the app's cloud, or by two devices of one person. They are pointed out,
 * never dropped: which of them counts is the reader's to decide, and both keep their provenance. What is decided depends on the two statements only, so that the order
 * of arrival does not matter.
 *
 * Two statements are taken for one where all of this holds:
 *   1. both are Observations, or both MedicationAdministrations, about one subject, and neither was entered in error;
 *   2. they share a coding (system and code) of `code` or `medication`; LOINC codes that differ only in mass against substance of one analyte count as one;
 *   3. beginning and end lie at most `toleranceS` apart (a moment is its own end; a bare date only equals the same date); within one device of one source they are
 *      the same, for one device that says it again a minute later means it again;
 *   4. their values are equal: numbers in one unit exactly, in two units to `relative` after conversion (temperatures to 0.06 °C); words by their code or text; or
 *      neither has one;
 *   5. every component that both state is equal as well, and where both have components at least one is common.
 */
import type { Collected, Resource } from './collected.js';
import { GLUCOSE_MOLAR_MASS } from './internal/molar-mass.js';
import { MARK_SYSTEM } from './marks.js';
import { toRfc3339 } from './times.js';
import { convertUnit, isUcumUnit, UCUM_SYSTEM } from './units.js';

/** Options of {@link findDuplicates} and {@link DuplicateFinder}. */
export interface DuplicateOptions {
  /** Largest distance of two beginnings, and of two ends, in seconds; default 60: exports round to the minute. */
  readonly toleranceS?: number;
  /**
   * Largest relative difference of two numbers after conversion of one to the other's unit; default 0.015, which covers rounding to 0.1 mmol/L from 3.4 mmol/L
   * on. Numbers in one unit must be equal.
   */
  readonly relative?: number;
}

/** Two statements taken for one, and by what. */
export interface DuplicatePair {
  /** Source ids (`system id`), in code unit order. */
  readonly between: readonly [string, string];
  /** Two systems, one system but two devices, or one device that says it twice. */
  readonly kind: 'across-sources' | 'between-devices' | 'within-device';
  /** The coding they share, `system|code`. */
  readonly code: string;
  /** How far apart, in seconds. */
  readonly apartS: number;
  /** How the values were compared. */
  readonly value: 'equal' | 'converted' | 'none';
  /** The decision in one sentence, without values. */
  readonly why: string;
}

interface Entry {
  readonly key: string;
  readonly system: string;
  readonly device: string;
  readonly group: string;
  readonly codes: readonly string[];
  readonly startS: number;
  readonly endS: number;
  readonly date: string | undefined;
  readonly value: Value | undefined;
  readonly components: ReadonlyMap<string, Value>;
}

type Value =
  | { readonly kind: 'number'; readonly value: number; readonly unit: string }
  | { readonly kind: 'word'; readonly word: string };

/** LOINC codes of glucose by mass and by substance concentration, on one line where only that tells them apart (LOINC's property part: MCnc, SCnc). */
const SIBLINGS: ReadonlyMap<string, string> = new Map(
  [
    ['2339-0', '15074-8'],
    ['41653-7', '14743-9'],
    ['99504-3', '105272-9'],
    ['2345-7', '14749-6'],
  ].flatMap(([mass, substance]) => [[`http://loinc.org|${substance}`, `http://loinc.org|${mass}`] as const]),
);
const GLUCOSE_CODES = new Set([...SIBLINGS.values()]);

/** Finds duplicates as statements arrive, in any order; holds some 300 bytes of each. */
export class DuplicateFinder {
  readonly #toleranceS: number;
  readonly #relative: number;
  readonly #buckets = new Map<string, Entry[]>();
  readonly #seen = new Set<string>();

  /** @throws RangeError where the tolerance is no number of seconds from 0 to a day, or `relative` is not from 0 to 0.1 */
  constructor(options: DuplicateOptions = {}) {
    const { toleranceS = 60, relative = 0.015 } = options;
    if (!(toleranceS >= 0 && toleranceS <= 86_400))
      throw new RangeError('toleranceS: expected 0 to 86400 seconds');
    if (!(relative >= 0 && relative <= 0.1)) throw new RangeError('relative: expected 0 to 0.1');
    this.#toleranceS = toleranceS;
    this.#relative = relative;
  }

  /**
   * Takes a statement in.
   * @returns the pairs that it makes with what came before; the same source id again is no pair (it is a later state of the same statement, or a repetition)
   * Cost: the statements of one code within the tolerance.
   */
  add(collected: Collected): DuplicatePair[] {
    const entry = entryOf(collected);
    if (entry === undefined || this.#seen.has(entry.key)) return [];
    this.#seen.add(entry.key);
    const pairs = new Map<string, DuplicatePair>();
    const width = Math.max(this.#toleranceS, 1);
    const bucket = Math.floor(entry.startS / width);
    for (const code of entry.codes) {
      for (const near of entry.date === undefined ? [bucket - 1, bucket, bucket + 1] : [bucket]) {
        for (const other of this.#buckets.get(`${entry.group}\n${code}\n${near}`) ?? []) {
          const pair = pairs.has(other.key) ? undefined : this.#compare(entry, other, code);
          if (pair) pairs.set(other.key, pair);
        }
      }
      const key = `${entry.group}\n${code}\n${bucket}`;
      const held = this.#buckets.get(key);
      if (held) held.push(entry);
      else this.#buckets.set(key, [entry]);
    }
    return [...pairs.values()];
  }

  #compare(a: Entry, b: Entry, code: string): DuplicatePair | undefined {
    if (a.date !== b.date) return undefined;
    const apartS = Math.max(Math.abs(a.startS - b.startS), Math.abs(a.endS - b.endS));
    const kind =
      a.system !== b.system ? 'across-sources' : a.device !== b.device ? 'between-devices' : 'within-device';
    if (apartS > (kind === 'within-device' ? 0 : this.#toleranceS)) return undefined;
    const molarMass = GLUCOSE_CODES.has(code) ? GLUCOSE_MOLAR_MASS : undefined;
    let how: DuplicatePair['value'] = 'none';
    if (a.value !== undefined || b.value !== undefined) {
      const same = sameValue(a.value, b.value, this.#relative, molarMass);
      if (same === undefined) return undefined;
      how = same;
    }
    let common = 0;
    for (const [name, value] of a.components) {
      const other = b.components.get(name);
      if (other === undefined) continue;
      const same = sameValue(value, other, this.#relative, molarMass);
      if (same === undefined) return undefined;
      common++;
      if (how !== 'converted') how = same;
    }
    if (common === 0 && a.components.size > 0 && b.components.size > 0 && a.value === undefined)
      return undefined;
    const between: [string, string] = a.key < b.key ? [a.key, b.key] : [b.key, a.key];
    const values = {
      equal: 'equal values',
      converted: `values equal to ${this.#relative * 100} % after unit conversion`,
      none: 'no value on either side',
    }[how];
    return {
      between,
      kind,
      code,
      apartS,
      value: how,
      why:
        kind === 'within-device'
          ? `same code, same time, same device, ${values}`
          : `same code, ${apartS} s apart (at most ${this.#toleranceS} s), ${values}`,
    };
  }
}

/**
 * All pairs among some statements, in an order that does not depend on theirs.
 * @throws RangeError as {@link DuplicateFinder}
 */
export function findDuplicates(
  collected: Iterable<Collected>,
  options: DuplicateOptions = {},
): DuplicatePair[] {
  const finder = new DuplicateFinder(options);
  const pairs: DuplicatePair[] = [];
  for (const each of collected) pairs.push(...finder.add(each));
  return pairs.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

const textOf = (pair: DuplicatePair): string => pair.between.join('\n');

/**
 * The statements with the mark `possible-duplicate` in `meta.tag` of all but the first (by source id, in code unit order) of each pair. Nothing is left out.
 * @param pairs of {@link findDuplicates}
 */
export function markDuplicates(
  collected: readonly Collected[],
  pairs: readonly DuplicatePair[],
): Collected[] {
  const later = new Set(pairs.map((p) => p.between[1]));
  return collected.map((each) => {
    if (!later.has(keyOf(each))) return each;
    const meta = (each.resource.meta ?? {}) as { tag?: readonly object[] };
    const tag = [...(meta.tag ?? []), { system: MARK_SYSTEM, code: 'possible-duplicate' }];
    return { ...each, resource: { ...each.resource, meta: { ...meta, tag } } };
  });
}

function keyOf({ source }: Collected): string {
  return `${source.system} ${source.id}`;
}

function entryOf(collected: Collected): Entry | undefined {
  const { resource, source } = collected;
  const { resourceType } = resource;
  if (resourceType !== 'Observation' && resourceType !== 'MedicationAdministration') return undefined;
  if (resource.status === 'entered-in-error') return undefined;
  const codes = codesOf(resourceType === 'Observation' ? resource.code : resource.medicationCodeableConcept);
  const time = timeOf(resource);
  if (codes.length === 0 || time === undefined) return undefined;
  const { reference } = (resource.subject ?? {}) as { reference?: unknown };
  const {
    identifier,
    reference: to,
    display,
  } = (resource.device ?? {}) as {
    identifier?: { value?: unknown };
    reference?: unknown;
    display?: unknown;
  };
  const dosage = (resource.dosage ?? {}) as Record<string, unknown>;
  return {
    key: keyOf(collected),
    system: source.system,
    device: String(identifier?.value ?? to ?? display ?? ''),
    group: `${resourceType}\n${String(reference ?? '')}`,
    codes,
    ...time,
    value:
      resourceType === 'Observation'
        ? measuredOf(resource)
        : (quantityOf(dosage.dose) ?? quantityOf(dosage.rateQuantity)),
    components: componentsOf(resource),
  };
}

function codesOf(concept: unknown): string[] {
  const { coding } = (concept ?? {}) as { coding?: readonly { system?: unknown; code?: unknown }[] };
  if (!Array.isArray(coding)) return [];
  const codes = coding.flatMap((c: { system?: unknown; code?: unknown }) =>
    typeof c.system === 'string' && typeof c.code === 'string' ? [`${c.system}|${c.code}`] : [],
  );
  return [...new Set(codes.map((c) => SIBLINGS.get(c) ?? c))];
}

function timeOf(r: Resource): Pick<Entry, 'startS' | 'endS' | 'date'> | undefined {
  const period = (r.effectivePeriod ?? {}) as { start?: unknown; end?: unknown };
  const written = r.effectiveDateTime ?? r.effectiveInstant ?? period.start;
  const start = toRfc3339(written);
  if (start === undefined) return undefined;
  const startS = Date.parse(start) / 1000;
  const end = toRfc3339(period.end);
  return {
    startS,
    endS: end === undefined ? startS : Date.parse(end) / 1000,
    date: String(written).includes('T') ? undefined : String(written),
  };
}

function measuredOf(holder: Readonly<Record<string, unknown>>): Value | undefined {
  const quantity = quantityOf(holder.valueQuantity);
  if (quantity) return quantity;
  for (const plain of ['valueInteger', 'valueString', 'valueBoolean', 'valueDateTime']) {
    if (holder[plain] !== undefined) return { kind: 'word', word: `${plain} ${String(holder[plain])}` };
  }
  const concept = holder.valueCodeableConcept as { text?: unknown } | undefined;
  if (concept === undefined) return undefined;
  const codes = codesOf(concept);
  return { kind: 'word', word: codes.length > 0 ? codes.sort().join(' ') : `text ${String(concept.text)}` };
}

function quantityOf(quantity: unknown): Value | undefined {
  const { value, system, code, unit } = (quantity ?? {}) as {
    value?: unknown;
    system?: unknown;
    code?: unknown;
    unit?: unknown;
  };
  if (typeof value !== 'number') return undefined;
  return {
    kind: 'number',
    value,
    unit: system === UCUM_SYSTEM ? String(code) : `${String(system ?? '')} ${String(code ?? unit ?? '')}`,
  };
}

function componentsOf(r: Resource): Map<string, Value> {
  const found = new Map<string, Value>();
  if (!Array.isArray(r.component)) return found;
  for (const part of r.component as Record<string, unknown>[]) {
    const value = measuredOf(part);
    if (value !== undefined) for (const code of codesOf(part.code)) found.set(code, value);
  }
  return found;
}

function sameValue(
  a: Value | undefined,
  b: Value | undefined,
  relative: number,
  molarMass: number | undefined,
): 'equal' | 'converted' | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a.kind === 'word' || b.kind === 'word')
    return a.kind === 'word' && b.kind === 'word' && a.word === b.word ? 'equal' : undefined;
  if (a.unit === b.unit) return a.value === b.value ? 'equal' : undefined;
  if (!isUcumUnit(a.unit) || !isUcumUnit(b.unit)) return undefined;
  // Which of the two is converted must not depend on which came first.
  const [from, to] = a.unit < b.unit ? [a, b] : [b, a];
  try {
    if (TEMPERATURES.has(from.unit) && TEMPERATURES.has(to.unit)) {
      const [x, y] = [from, to].map((t) => convertUnit(t.value, t.unit, 'Cel')) as [number, number];
      return Math.abs(x - y) <= TEMPERATURE_ROUNDING_CEL ? 'converted' : undefined;
    }
    const converted = convertUnit(from.value, from.unit, to.unit, molarMass);
    const size = Math.max(Math.abs(converted), Math.abs(to.value));
    return Math.abs(converted - to.value) <= relative * size ? 'converted' : undefined;
  } catch {
    return undefined;
  }
}

/** Scales with zeros of their own: a share of a temperature means nothing. */
const TEMPERATURES = new Set(['Cel', '[degF]', 'K']);
/** 0.1 degrees Fahrenheit, as they are written, are 0.056 degrees Celsius. */
const TEMPERATURE_ROUNDING_CEL = 0.06;
