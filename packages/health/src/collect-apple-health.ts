/**
 * Apple Health's export.xml, as a stream of any size: memory stays within one element. Records become Observations with Apple's type as a code beside
 * LOINC where there is one for a value of any device; units by a table of HealthKit's unit strings (HKUnit) in UCUM. Entities are not expanded:
 * a document type may stand there (Apple writes one), but a reference to an entity of its own is refused.
 */
import { SaxesParser } from 'saxes';
import type { CollectedItem } from './collect-fhir.js';
import type { Resource } from './collected.js';
import { HealthError, type HealthErrorCode } from './errors.js';
import { fingerprint } from './internal/fingerprint.js';
import { judgeObservation, markUnlikely, unlikelyIssue } from './judge-observation.js';
import { toRfc3339 } from './times.js';
import { UCUM_SYSTEM } from './units.js';

/** `source.system` of Apple Health's records, and the system of its type codes. */
export const APPLE_HEALTH_SYSTEM = 'https://developer.apple.com/documentation/healthkit';

/** Options of {@link collectAppleHealth}. */
export interface AppleHealthOptions {
  readonly name: string;
  /** Reference to the patient for `subject`. */
  readonly subject: string;
  /** Refuse everything for one bad record; default false. */
  readonly strict?: boolean;
}

/** How many elements were not collected, by name; what {@link collectAppleHealth} returns at its end. */
export interface AppleHealthSummary {
  readonly records: number;
  readonly notCollected: Readonly<Record<string, number>>;
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['count', '{count}'],
  ['count/min', '/min'],
  ['count/s', '/s'],
  ['%', '%'],
  ['kg', 'kg'],
  ['g', 'g'],
  ['mg', 'mg'],
  ['mcg', 'ug'],
  ['lb', '[lb_av]'],
  ['st', '[stone_av]'],
  ['oz', '[oz_av]'],
  ['m', 'm'],
  ['cm', 'cm'],
  ['mm', 'mm'],
  ['km', 'km'],
  ['ft', '[ft_i]'],
  ['in', '[in_i]'],
  ['yd', '[yd_i]'],
  ['mi', '[mi_i]'],
  ['L', 'L'],
  ['mL', 'mL'],
  ['kcal', 'kcal'],
  ['Cal', 'kcal'],
  ['cal', 'cal'],
  ['kJ', 'kJ'],
  ['J', 'J'],
  ['degC', 'Cel'],
  ['degF', '[degF]'],
  ['mmHg', 'mm[Hg]'],
  ['Pa', 'Pa'],
  ['s', 's'],
  ['ms', 'ms'],
  ['min', 'min'],
  ['hr', 'h'],
  ['d', 'd'],
  ['IU', '[IU]'],
  ['mg/dL', 'mg/dL'],
  ['mmol<180.1558800000541>/L', 'mmol/L'],
  ['L/min', 'L/min'],
  ['m/s', 'm/s'],
  ['km/hr', 'km/h'],
  ['mi/hr', '[mi_i]/h'],
  ['mL/min·kg', 'mL/min/kg'],
  ['ml/kg/min', 'mL/min/kg'],
  ['kcal/hr·kg', 'kcal/h/kg'],
  ['dBASPL', 'dB[SPL]'],
  ['dBHL', 'dB'],
  ['W', 'W'],
  ['mcS', 'uS'],
]);

interface Known {
  readonly category: 'vital-signs' | 'activity' | 'laboratory';
  readonly loinc?: string;
  /** Where Apple's unit says less than the quantity is. */
  readonly unit?: string;
  /** Apple writes fractions of 1 under "%". */
  readonly isFraction?: boolean;
}

const KNOWN: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['HeartRate', { category: 'vital-signs', loinc: '8867-4' }],
  ['RestingHeartRate', { category: 'vital-signs', loinc: '40443-4' }],
  ['HeartRateVariabilitySDNN', { category: 'vital-signs', loinc: '80404-7' }],
  ['RespiratoryRate', { category: 'vital-signs', loinc: '9279-1' }],
  ['OxygenSaturation', { category: 'vital-signs', loinc: '59408-5', isFraction: true }],
  ['BodyTemperature', { category: 'vital-signs', loinc: '8310-5' }],
  ['BloodPressureSystolic', { category: 'vital-signs', loinc: '8480-6' }],
  ['BloodPressureDiastolic', { category: 'vital-signs', loinc: '8462-4' }],
  ['BodyMass', { category: 'vital-signs', loinc: '29463-7' }],
  ['Height', { category: 'vital-signs', loinc: '8302-2' }],
  ['BodyMassIndex', { category: 'vital-signs', loinc: '39156-5', unit: 'kg/m2' }],
  ['BodyFatPercentage', { category: 'vital-signs', isFraction: true }],
  ['BloodGlucose', { category: 'laboratory' }],
  ['StepCount', { category: 'activity', loinc: '55423-8', unit: '{steps}' }],
]);

/** Longest run of input without a finished tag: an endless attribute must not fill the memory. */
const MAX_ELEMENT_CHARACTERS = 2 ** 20;

/**
 * Reads an export.xml.
 * @param chunks its bytes, cut anywhere
 * @yields one item a `Record`: taken, or refused with place and reason (an unknown unit, a time or a number that is none); ids come from the record's content, so
 *   collecting a later export again finds what is known
 * @returns counts, and what else the file holds: workouts, summaries, correlations and clinical records are not collected
 * @throws HealthError `not-text`, `xml-malformed`, `too-large` (one element), `unknown-format` (no HealthData); with `strict` also for the first bad record
 */
export async function* collectAppleHealth(
  chunks: AsyncIterable<Uint8Array>,
  options: AppleHealthOptions,
): AsyncGenerator<CollectedItem, AppleHealthSummary, undefined> {
  const { name: file } = options;
  const parser = new SaxesParser();
  const place = (): string => `${parser.line}:${parser.column}`;
  const fail = (code: HealthErrorCode, what: string, expected: string): HealthError =>
    new HealthError(code, what, { file, place: place(), expected });
  let pending: CollectedItem[] = [];
  let depth = 0;
  let records = 0;
  let sinceTag = 0;
  const notCollected: Record<string, number> = {};

  // The parser's own message quotes the input; its place is enough.
  parser.on('error', () => {
    throw fail(
      'xml-malformed',
      'not well-formed XML, or an entity that XML does not define',
      'the export.xml of Apple Health',
    );
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    if (depth === 0 && tag.name !== 'HealthData')
      throw fail('unknown-format', 'another document', 'HealthData as the root element');
    if (depth === 1) {
      if (tag.name === 'Record') {
        records++;
        pending.push(fromRecord(tag.attributes as Record<string, string>, place(), options));
      } else if (!['ExportDate', 'Me'].includes(tag.name)) {
        const known =
          /^(?:Workout|ActivitySummary|Correlation|ClinicalRecord|Audiogram|VisionPrescription)$/.test(
            tag.name,
          );
        const as = known ? tag.name : 'other';
        notCollected[as] = (notCollected[as] ?? 0) + 1;
      }
    }
    depth++;
  });
  parser.on('closetag', () => {
    sinceTag = 0;
    depth--;
  });

  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw fail('not-text', 'the bytes are not text', 'UTF-8');
    }
  };
  for await (const chunk of chunks) {
    const text = decode(chunk);
    sinceTag += text.length;
    parser.write(text);
    if (sinceTag > MAX_ELEMENT_CHARACTERS + text.length)
      throw fail('too-large', 'an element is too long', `at most ${MAX_ELEMENT_CHARACTERS} characters`);
    const ready = pending;
    pending = [];
    for (const item of ready) {
      if (item.kind === 'refused' && options.strict) throw item.error;
      yield item;
    }
  }
  parser.write(decode());
  parser.close();
  if (depth !== 0) throw fail('xml-malformed', 'the document ends too early', 'a closed HealthData');
  return { records, notCollected };
}

function fromRecord(
  a: Readonly<Record<string, string>>,
  place: string,
  options: AppleHealthOptions,
): CollectedItem {
  const { name: file, subject } = options;
  const refuse = (
    code: HealthErrorCode,
    what: string,
    attribute: string,
    expected: string,
  ): CollectedItem => ({
    kind: 'refused',
    error: new HealthError(code, what, { file, place: `${place} @${attribute}`, expected }),
  });
  const type = a.type ?? '';
  const [, kind, short] = /^HK(Quantity|Category)TypeIdentifier([A-Za-z0-9]{1,80})$/.exec(type) ?? [];
  if (kind === undefined || short === undefined)
    return refuse(
      'unknown-format',
      'an unknown type of record',
      'type',
      'HKQuantityTypeIdentifier… or HKCategoryTypeIdentifier…',
    );
  const [start, end] = [toTime(a.startDate), toTime(a.endDate)];
  if (start === undefined || end === undefined || Date.parse(end) < Date.parse(start)) {
    return refuse(
      'invalid-time',
      'a time that is none, or an end before its beginning',
      'startDate',
      'YYYY-MM-DD HH:MM:SS ±HHMM',
    );
  }
  const known = KNOWN.get(short);
  const category = known?.category ?? 'activity';
  const coding = [
    ...(known?.loinc === undefined ? [] : [{ system: 'http://loinc.org', code: known.loinc }]),
    { system: APPLE_HEALTH_SYSTEM, code: type },
  ];
  let value: object;
  if (kind === 'Quantity') {
    const unit = known?.unit ?? UNITS.get(a.unit ?? '');
    if (unit === undefined)
      return refuse(
        'unknown-unit',
        'a unit that HealthKit does not write',
        'unit',
        'a unit string of HealthKit',
      );
    const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(a.value ?? '') ? Number(a.value) : Number.NaN;
    if (!Number.isFinite(number)) return refuse('impossible-value', 'no number', 'value', 'a number');
    const scaled = known?.isFraction && unit === '%' ? Number((number * 100).toPrecision(12)) : number;
    value = { valueQuantity: { value: scaled, unit: a.unit ?? unit, system: UCUM_SYSTEM, code: unit } };
  } else {
    // Categories without a value (a mindful minute) say that it happened.
    const code = /^[A-Za-z0-9]{1,100}$/.test(a.value ?? '')
      ? (a.value as string)
      : 'HKCategoryValueNotApplicable';
    value = { valueCodeableConcept: { coding: [{ system: APPLE_HEALTH_SYSTEM, code }] } };
  }
  const key = [type, a.startDate, a.endDate, a.value ?? '', a.unit ?? '', a.sourceName ?? ''].join('\n');
  const id = `${short.slice(0, 30)}-${start.replace(/[^0-9]/g, '').slice(0, 14)}-${fingerprint(key)}`;
  const resource: Resource = {
    resourceType: 'Observation',
    id,
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: category }] },
    ],
    code: { coding },
    subject: { reference: subject },
    ...(start === end ? { effectiveDateTime: start } : { effectivePeriod: { start, end } }),
    ...value,
    // The name of a device is often its owner's: a display, which twin keeps in identity only.
    ...(a.sourceName ? { device: { display: a.sourceName } } : {}),
  };
  const doubts = judgeObservation(resource);
  const impossible = doubts.find((d) => d.judged === 'impossible');
  if (impossible) return refuse('impossible-value', 'a value that cannot be', 'value', impossible.expected);
  return {
    kind: 'taken',
    collected: {
      resource: markUnlikely(resource, doubts),
      source: { system: APPLE_HEALTH_SYSTEM, id: `Observation/${id}`, version: '1' },
      sourceTime: toTime(a.creationDate) ?? start,
    },
    issues: doubts.map((d) => unlikelyIssue(d, file, `${place} @value`)),
  };
}

function toTime(text: string | undefined): string | undefined {
  const m = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(text ?? '');
  return m ? toRfc3339(`${m[1]}T${m[2]}${m[3]}:${m[4]}`) : undefined;
}
