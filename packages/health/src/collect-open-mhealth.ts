/**
 * Open mHealth and IEEE 1752.1 data points: one, an array of them, or one a line. Each is checked by its header's schema and its body's, and the
 * common measurements become FHIR R4 Observations: LOINC where a code says what the point says, the schema's name always beside it, units in UCUM.
 */
import type { CollectedItem } from './collect-fhir.js';
import type { Collected, CollectIssue, Resource } from './collected.js';
import { HealthError, type HealthErrorCode } from './errors.js';
import { decodeText, hasControls } from './internal/decode-text.js';
import { fingerprint } from './internal/fingerprint.js';
import { GLUCOSE_MOLAR_MASS } from './internal/molar-mass.js';
import { parseStrictJson } from './internal/strict-json.js';
import { judgeObservation, markUnlikely, unlikelyIssue } from './judge-observation.js';
import { MARK_SYSTEM } from './marks.js';
import { findOpenMHealthFaults, type OpenMHealthSchemaId } from './open-mhealth-schemas.js';
import { judgePlausibility, PLAUSIBILITY } from './plausibility.js';
import { toRfc3339 } from './times.js';
import { convertUnit, UCUM_SYSTEM } from './units.js';

/** `source.system` of data points, and the system of their schemas' and values' names as codes. */
export const OPEN_MHEALTH_SYSTEM = 'https://w3id.org/openmhealth/schemas';

/** Options of {@link collectOpenMHealth}. */
export interface OpenMHealthOptions {
  readonly name: string;
  /** Reference to the patient for `subject`; a point's own `user_id` is not looked at. */
  readonly subject: string;
  /** Refuse everything for one bad point; default false. */
  readonly strict?: boolean;
  /** Largest file in bytes; default 64 MiB. */
  readonly maxBytes?: number;
}

interface UnitValue {
  readonly value: number;
  readonly unit: string;
}
type Body = Readonly<Record<string, unknown>>;
interface Part {
  /** Property of the body, and its code in our Observation. */
  readonly from: string;
  readonly loinc?: string;
  /** Of a bare number. */
  readonly unit?: string;
}
interface Mapping {
  readonly category: 'vital-signs' | 'activity' | 'laboratory' | 'survey';
  readonly loinc?: string;
  /** The Observation's own value; without it there are only components. */
  readonly value?: Part;
  /** The Observation's own value where it is a word. */
  readonly word?: string;
  readonly components?: readonly Part[];
}

/**
 * LOINC codes, each read where it is published (LOINC itself is not at hand offline):
 * - vital signs (8867-4, 9279-1, 59408-5, 8310-5, 8302-2, 85354-9, 8480-6, 8462-4) in the R4 vital signs profile and its examples, http://hl7.org/fhir/R4/observation-vitalsigns.html;
 *   these and 29463-7, 39156-5, 41982-0 "Percentage of body fat Measured", 55423-8 "Number of steps in unspecified time Pedometer", 41981-2 "Calories burned" and 2339-0 for the same
 *   schemas in the Open mHealth to HL7 FHIR guide, https://healthedata1.github.io/mFHIR/;
 * - 73985-4 "Exercise activity" in HL7's Physical Activity guide, http://hl7.org/fhir/us/physical-activity (profile of an activity's type);
 * - 93832-4 "Sleep duration" in HL7's Personal Health Records guide, http://hl7.org/fhir/uv/phr/ValueSet/pcd-sleep-observation-code. The mFHIR guide names SNOMED CT 248263006 there.
 * What has none of these keeps the schema's own name only.
 */
const MAPPINGS: ReadonlyMap<string, Mapping> = new Map<string, Mapping>([
  ['heart-rate', { category: 'vital-signs', loinc: '8867-4', value: { from: 'heart_rate' } }],
  ['respiratory-rate', { category: 'vital-signs', loinc: '9279-1', value: { from: 'respiratory_rate' } }],
  ['oxygen-saturation', { category: 'vital-signs', loinc: '59408-5', value: { from: 'oxygen_saturation' } }],
  ['body-weight', { category: 'vital-signs', loinc: '29463-7', value: { from: 'body_weight' } }],
  ['body-height', { category: 'vital-signs', loinc: '8302-2', value: { from: 'body_height' } }],
  ['body-mass-index', { category: 'vital-signs', loinc: '39156-5', value: { from: 'body_mass_index' } }],
  ['body-temperature', { category: 'vital-signs', loinc: '8310-5', value: { from: 'body_temperature' } }],
  [
    'body-fat-percentage',
    { category: 'vital-signs', loinc: '41982-0', value: { from: 'body_fat_percentage' } },
  ],
  [
    'blood-pressure',
    {
      category: 'vital-signs',
      loinc: '85354-9',
      components: [
        { from: 'systolic_blood_pressure', loinc: '8480-6' },
        { from: 'diastolic_blood_pressure', loinc: '8462-4' },
      ],
    },
  ],
  ['blood-glucose', { category: 'laboratory', value: { from: 'blood_glucose' } }],
  ['rr-interval', { category: 'vital-signs', value: { from: 'rr_interval' } }],
  ['step-count', { category: 'activity', loinc: '55423-8', value: { from: 'step_count', unit: '{steps}' } }],
  ['calories-burned', { category: 'activity', loinc: '41981-2', value: { from: 'kcal_burned' } }],
  ['minutes-moderate-activity', { category: 'activity', value: { from: 'minutes_moderate_activity' } }],
  [
    'physical-activity',
    {
      category: 'activity',
      loinc: '73985-4',
      word: 'activity_name',
      components: [
        { from: 'distance' },
        { from: 'kcal_burned', loinc: '41981-2' },
        { from: 'met_value', unit: '[MET]' },
      ],
    },
  ],
  ['sleep-duration', { category: 'activity', loinc: '93832-4', value: { from: 'sleep_duration' } }],
  ['total-sleep-time', { category: 'activity', loinc: '93832-4', value: { from: 'total_sleep_time' } }],
  [
    'sleep-episode',
    {
      category: 'activity',
      components: [
        { from: 'total_sleep_time', loinc: '93832-4' },
        { from: 'latency_to_sleep_onset' },
        { from: 'latency_to_arising' },
        { from: 'wake_after_sleep_onset' },
        { from: 'number_of_awakenings', unit: '{count}' },
        { from: 'sleep_maintenance_efficiency_percentage' },
      ],
    },
  ],
  ['medication-adherence-percent', { category: 'survey', value: { from: 'medication_adherence_percent' } }],
]);

/** Words about the measurement that change what it means: components, with the schema's property as the code. */
const QUALIFIERS = [
  'descriptive_statistic',
  'descriptive_statistic_denominator',
  'temporal_relationship_to_meal',
  'temporal_relationship_to_physical_activity',
  'temporal_relationship_to_sleep',
  'body_posture',
  'position_during_measurement',
  'measurement_location',
  'measurement_method',
  'specimen_source',
  'blood_specimen_type',
  'reported_activity_intensity',
  'system',
] as const;

/** Units of the mapped schemas (their enumerations), in UCUM 2.1. */
const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'beats/min': '/min',
    'breaths/min': '/min',
    mmHg: 'mm[Hg]',
    'kg/m^2': 'kg/m2',
    'kg/m2': 'kg/m2',
    '%': '%',
    steps: '{steps}',
    kcal: 'kcal',
    'mg/dL': 'mg/dL',
    'mmol/L': 'mmol/L',
    K: 'K',
    C: 'Cel',
    F: '[degF]',
    fg: 'fg',
    pg: 'pg',
    ng: 'ng',
    ug: 'ug',
    mg: 'mg',
    g: 'g',
    kg: 'kg',
    'Metric Ton': 't',
    gr: '[gr]',
    oz: '[oz_av]',
    lb: '[lb_av]',
    Ton: '[ston_av]',
    fm: 'fm',
    pm: 'pm',
    nm: 'nm',
    um: 'um',
    mm: 'mm',
    cm: 'cm',
    m: 'm',
    km: 'km',
    in: '[in_i]',
    ft: '[ft_i]',
    yd: '[yd_i]',
    mi: '[mi_i]',
    ps: 'ps',
    ns: 'ns',
    us: 'us',
    ms: 'ms',
    sec: 's',
    min: 'min',
    h: 'h',
    d: 'd',
    wk: 'wk',
    Mo: 'mo',
    yr: 'a',
  }),
);

/**
 * LOINC of a glucose reading, by specimen and kind of unit (mass, substance). Long names, and where each was read: 41653-7 and 14743-9 "… in Capillary blood by Glucometer" (LOINC
 * 2.82's entries); 99504-3 and 105272-9 "… in Interstitial fluid" (HL7 Continuous Glucose Monitoring guide; gematik HDDT value set of continuous measurement); 2345-7 and 14749-6 "… in Serum
 * or Plasma" (LOINC group LG7967-5; LOINC's map to IEEE 11073-10101); 2339-0 and 15074-8 "… in Blood" (the same group; R4's example Observation/f001).
 */
const GLUCOSE: Readonly<Record<string, { readonly 'mg/dL': string; readonly 'mmol/L': string }>> = {
  'capillary blood': { 'mg/dL': '41653-7', 'mmol/L': '14743-9' },
  'interstitial fluid': { 'mg/dL': '99504-3', 'mmol/L': '105272-9' },
  plasma: { 'mg/dL': '2345-7', 'mmol/L': '14749-6' },
  serum: { 'mg/dL': '2345-7', 'mmol/L': '14749-6' },
  'whole blood': { 'mg/dL': '2339-0', 'mmol/L': '15074-8' },
  '': { 'mg/dL': '2339-0', 'mmol/L': '15074-8' },
};

/**
 * Reads data points.
 * @yields one item a data point: taken, or refused with its place and reason. A point whose schema is known but has no mapping (a prescription, an acceleration) is refused
 *   as `unknown-format`, so that nothing vanishes.
 *   A line that is no JSON, among lines that are, is one refused item.
 * @throws HealthError where the file is neither JSON nor lines of it; with `strict` also for the first bad point
 */
export function* collectOpenMHealth(
  bytes: Uint8Array,
  options: OpenMHealthOptions,
): Generator<CollectedItem> {
  const { name: file, maxBytes = 64 * 2 ** 20 } = options;
  for (const { read, place } of pointsOf(decodeText(bytes, file, maxBytes), file)) {
    let item: CollectedItem;
    try {
      item = { kind: 'taken', ...fromPoint(read(), place, options) };
    } catch (error) {
      if (!(error instanceof HealthError) || options.strict) throw error;
      item = { kind: 'refused', error };
    }
    yield item;
  }
}

interface Unread {
  readonly place: string;
  /** @throws HealthError where a line is no JSON */
  readonly read: () => unknown;
}

function* pointsOf(text: string, file: string): Generator<Unread> {
  const lines = text.split('\n').map((line, i) => ({ line, place: `line[${i}]` }));
  const written = lines.filter(({ line }) => line.trim() !== '');
  // One point a line: a line by itself is an object, and more follow. A bad line must not hide that, so any of the first ones may say it.
  const isByLine = written.length > 1 && written.slice(0, 10).some(({ line }) => isObjectLine(line));
  if (isByLine && !isJson(text)) {
    for (const { line, place } of written)
      yield {
        place,
        read: () => {
          try {
            return parseStrictJson(line, file);
          } catch (error) {
            if (!(error instanceof HealthError)) throw error;
            throw new HealthError(error.code, 'not the JSON that is accepted', {
              file,
              place: `${place} ${error.place}`,
              expected: error.expected,
            });
          }
        },
      };
    return;
  }
  const json = parseStrictJson(text, file);
  if (Array.isArray(json))
    for (const [i, point] of json.entries()) yield { place: `$[${i}]`, read: () => point };
  else yield { place: '$', read: () => json };
}

/** Whether a line begins and ends as a data point on a line of its own does. */
function isObjectLine(line: string): boolean {
  return /^\s*\{.*\}\s*$/.test(line) && isJson(line);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function fromPoint(
  point: unknown,
  at: string,
  options: OpenMHealthOptions,
): { collected: Collected; issues: CollectIssue[] } {
  const { name: file, subject } = options;
  const refuse = (code: HealthErrorCode, what: string, place: string, expected: string): HealthError =>
    new HealthError(code, what, { file, place: `${at}${place}`, expected });
  const bySchema = (id: OpenMHealthSchemaId, value: unknown, place: string): void => {
    const faults = findOpenMHealthFaults(id, value);
    if (faults === undefined)
      throw refuse(
        'unknown-format',
        'a schema that is not known',
        place,
        'an Open mHealth or IEEE 1752.1 schema',
      );
    const last = faults.at(-1);
    if (last)
      throw refuse(
        'invalid-resource',
        'not as its schema says',
        place + last.place.slice(1).replaceAll('/', '.'),
        `what "${last.keyword}" in ${id.name} ${id.version} demands`,
      );
  };
  bySchema({ namespace: 'omh', name: 'data-point', version: '1.0' }, point, '');
  const { header, body } = point as { header: Body; body: Body };
  const id = header.schema_id as OpenMHealthSchemaId;
  bySchema(id, body, '.body');
  const mapping = MAPPINGS.get(id.name);
  if (mapping === undefined)
    throw refuse(
      'unknown-format',
      'a kind of data point that is not mapped',
      '.header.schema_id',
      [...MAPPINGS.keys()].join(', '),
    );

  const issues: CollectIssue[] = [];
  const marks: string[] = [];
  const provenance = header.acquisition_provenance as Body | undefined;
  const time = timeOf(body.effective_time_frame, (what) =>
    refuse(
      'invalid-time',
      what,
      '.body.effective_time_frame',
      'RFC 3339 times, the end not before the start',
    ),
  );
  if (time?.isDateOnly)
    mark('date-only', 'the source gives a day without a time', '.body.effective_time_frame');
  const statedAt = toRfc3339(provenance?.source_creation_date_time) ?? toRfc3339(header.creation_date_time);
  if (statedAt === undefined)
    throw refuse('invalid-time', 'a time that is none', '.header.creation_date_time', 'an RFC 3339 time');

  function mark(code: 'unlikely-value' | 'date-only', message: string, place: string): void {
    marks.push(code);
    issues.push({ severity: 'warning', code, file, place: `${at}${place}`, message });
  }

  function quantity(part: Part): object | undefined {
    const found = body[part.from];
    if (found === undefined) return undefined;
    const { value, unit } = (typeof found === 'number' ? { value: found, unit: '' } : found) as UnitValue;
    const code = unit === '' ? part.unit : UNITS.get(unit);
    const place = `.body.${part.from}`;
    if (code === undefined)
      throw refuse(
        'unknown-unit',
        'a unit that has no UCUM code here',
        `${place}.unit`,
        [...UNITS.keys()].join(', '),
      );
    const isTemperature = id.name === 'body-temperature';
    if (!isTemperature && value < 0)
      throw refuse('impossible-value', 'a negative amount', place, 'at least 0: an amount is not negative');
    if (isTemperature && convertUnit(value, code, 'K') <= 0)
      throw refuse(
        'impossible-value',
        'a temperature that does not exist',
        place,
        'above absolute zero (0 K)',
      );
    if (id.name === 'blood-glucose') {
      const judged = judgePlausibility(
        convertUnit(value, code, 'mmol/L', GLUCOSE_MOLAR_MASS),
        PLAUSIBILITY.glucoseMmolPerL,
      );
      if (judged === 'impossible')
        throw refuse(
          'impossible-value',
          'no such glucose',
          place,
          PLAUSIBILITY.glucoseMmolPerL.impossibleSource,
        );
      if (judged === 'unlikely') mark('unlikely-value', 'outside what is likely', place);
    }
    return { value, unit: unit === '' ? code : unit, system: UCUM_SYSTEM, code };
  }

  // What is a statistic (a maximum, a standard deviation) is not a reading: LOINC's codes here mean a reading, so only the source's code stands.
  const isReading = body.descriptive_statistic === undefined;
  const codeOf = (from: string, loinc?: string): object => ({
    coding: [
      ...(loinc !== undefined && isReading ? [{ system: 'http://loinc.org', code: loinc }] : []),
      { system: OPEN_MHEALTH_SYSTEM, code: from },
    ],
  });
  const word = (value: unknown): object => ({
    coding: [{ system: OPEN_MHEALTH_SYSTEM, code: String(value) }],
    text: String(value),
  });

  const own = mapping.value && quantity(mapping.value);
  const component: object[] = [];
  for (const part of mapping.components ?? []) {
    const valueQuantity = quantity(part);
    if (valueQuantity) component.push({ code: codeOf(part.from, part.loinc), valueQuantity });
  }
  for (const name of QUALIFIERS)
    if (isWord(body[name])) component.push({ code: codeOf(name), valueCodeableConcept: word(body[name]) });
  if (time?.partOfDay !== undefined)
    component.push({ code: codeOf('part_of_day'), valueCodeableConcept: word(time.partOfDay) });
  if (isWord(provenance?.modality))
    component.push({ code: codeOf('modality'), valueCodeableConcept: word(provenance?.modality) });

  const loinc = id.name === 'blood-glucose' ? glucoseCode(body) : mapping.loinc;
  const headerId = String(header.id);
  const resource: Resource = {
    resourceType: 'Observation',
    id: /^[A-Za-z0-9.-]{1,64}$/.test(headerId) ? headerId : `omh-${fingerprint(headerId)}`,
    ...(marks.length === 0 ? {} : { meta: { tag: marks.map((code) => ({ system: MARK_SYSTEM, code })) } }),
    status: 'final',
    category: [
      {
        coding: [
          { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: mapping.category },
        ],
      },
    ],
    code: codeOf(id.name, loinc),
    subject: { reference: subject },
    ...(time?.effective ?? {}),
    ...(own ? { valueQuantity: own } : {}),
    ...(mapping.word && isWord(body[mapping.word]) ? { valueCodeableConcept: word(body[mapping.word]) } : {}),
    // A person's own words: twin keeps free text in identity only.
    ...(isWord(body.user_notes) ? { note: [{ text: body.user_notes }] } : {}),
    ...(isWord(provenance?.source_name) ? { device: { display: provenance?.source_name } } : {}),
    ...(component.length === 0 ? {} : { component }),
  };
  // Glucose was judged above, also where its specimen has no LOINC code.
  const doubts = id.name === 'blood-glucose' ? [] : judgeObservation(resource);
  const impossible = doubts.find((d) => d.judged === 'impossible');
  if (impossible) throw refuse('impossible-value', 'a value that cannot be', '.body', impossible.expected);
  for (const doubt of doubts) issues.push(unlikelyIssue(doubt, file, `${at}.body`));
  return {
    collected: {
      resource: markUnlikely(resource, doubts),
      source: { system: OPEN_MHEALTH_SYSTEM, id: `Observation/${resource.id}`, version: '1' },
      sourceTime: statedAt,
    },
    issues,
  };
}

/** A word that FHIR takes as a code: no space at its ends, none doubled, not empty. */
function isWord(value: unknown): value is string {
  return (
    typeof value === 'string' && /^\S+(?: \S+)*$/.test(value) && value.length <= 1000 && !hasControls(value)
  );
}

function glucoseCode(body: Body): string | undefined {
  const specimen = (body.specimen_source ?? body.blood_specimen_type ?? '') as string;
  const { unit } = body.blood_glucose as UnitValue;
  return GLUCOSE[specimen]?.[unit as 'mg/dL'];
}

interface Time {
  readonly effective: object;
  readonly isDateOnly: boolean;
  readonly partOfDay?: string;
}

/** A time frame as FHIR's effective[x]; undefined where the point has none (the early schemas allow that). */
function timeOf(frame: unknown, refuse: (what: string) => HealthError): Time | undefined {
  if (frame === undefined) return undefined;
  const { date_time, time_interval: interval } = frame as { date_time?: string; time_interval?: Body };
  const check = (text: unknown): string => {
    const time = toRfc3339(text);
    if (time === undefined) throw refuse('a time that is none');
    return time;
  };
  if (date_time !== undefined)
    return { effective: { effectiveDateTime: check(date_time) }, isDateOnly: false };
  const { start_date_time: start, end_date_time: end, duration, date, part_of_day } = interval as Body;
  if (date !== undefined && start === undefined && end === undefined) {
    check(date);
    return { effective: { effectiveDateTime: date }, isDateOnly: true, partOfDay: part_of_day as string };
  }
  const length = duration as UnitValue | undefined;
  const ms = length ? convertUnit(length.value, UNITS.get(length.unit) ?? '', 'ms') : 0;
  const from = start === undefined ? shift(check(end), -ms) : check(start);
  const to = end === undefined ? shift(check(start), ms) : check(end);
  if (!(Date.parse(to) >= Date.parse(from))) throw refuse('an end before its beginning');
  return { effective: { effectivePeriod: { start: from, end: to } }, isDateOnly: false };
}

/** Moves an RFC 3339 time, keeping its offset. */
function shift(text: string, ms: number): string {
  const [, offset = 'Z'] = /(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = offset === 'Z' ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  const local = new Date(Math.round(Date.parse(text) + ms) + minutes * 60_000);
  return local.toISOString().replace(/\.000Z$|Z$/, '') + offset;
}
