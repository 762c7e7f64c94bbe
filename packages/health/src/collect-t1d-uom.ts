/**
 * T1D-UOM (University of Manchester, CC-BY-4.0, https://doi.org/10.5281/zenodo.15169263): one participant's glucose sensor,
 * insulin, meals, activity and sleep, as CSV. Times are DD/MM/YYYY without a zone; see data/README.md for the other quirks.
 *
 * Codes: glucose in interstitial fluid by substance, LOINC 105272-9 (99504-3 is its mass-concentration sibling), as the HL7 CGM implementation
 * guide's profile for molar readings has it. Insulin by ATC group (A10AB fast-acting, A10AE long-acting): the data names no product.
 * Meals are Observations: R4's NutritionOrder is an order, and its NutritionIntake came with R5. Carbohydrate carries LOINC 9059-7, which the
 * Finnish Kanta PHR profile uses for an estimated intake; the other nutrients keep the source's column names as codes.
 */
import type { CollectedItem } from './collect-fhir.js';
import type { Collected, CollectIssue, Resource } from './collected.js';
import { HealthError, type HealthErrorCode } from './errors.js';
import { type CsvRow, readCsv } from './internal/csv.js';
import { hasControls } from './internal/decode-text.js';
import { localTimes, type PlacedTime } from './internal/local-time.js';
import { MARK_SYSTEM } from './marks.js';
import { judgePlausibility, PLAUSIBILITY, type Plausibility } from './plausibility.js';
import { UCUM_SYSTEM } from './units.js';

/** `source.system` of everything that {@link collectT1dUom} yields: the data set's DOI (all versions). */
export const T1D_UOM_SYSTEM = 'https://doi.org/10.5281/zenodo.15169263';

/** A file's content under a name for messages. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of one participant, decompressed; any may be missing. */
export interface T1dUomFiles {
  readonly glucose?: NamedBytes;
  readonly basal?: NamedBytes;
  readonly bolus?: NamedBytes;
  readonly meals?: NamedBytes;
  readonly activity?: NamedBytes;
  readonly sleep?: NamedBytes;
}

/** Options of {@link collectT1dUom}. */
export interface T1dUomOptions {
  /** IANA zone in which the devices' clocks ran; the study's is `Europe/London`. */
  readonly zone: string;
  /** Reference to the patient for `subject`, e.g. `Patient/2309`. */
  readonly subject: string;
  /** Distinguishes participants in source ids; default: the digits at the end of a file's name. */
  readonly participant?: string;
  /** What one bad row does: `refuse-file` (default) refuses everything with a {@link HealthError}; `set-aside` leaves out that row, which stands in `refused`. */
  readonly onBadRow?: 'refuse-file' | 'set-aside';
}

type Kind = 'glucose' | 'basal' | 'bolus' | 'meal' | 'activity' | 'sleep';

interface Row {
  readonly kind: Kind;
  readonly file: string;
  readonly row: CsvRow;
  readonly placed: PlacedTime;
  readonly id: string;
}

const LOINC = 'http://loinc.org';
const GLUCOSE_CODE = {
  coding: [{ system: LOINC, code: '105272-9', display: 'Glucose [Moles/volume] in Interstitial fluid' }],
};
const LABORATORY = [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
];
const INSULIN = {
  R: {
    system: 'http://www.whocc.no/atc',
    code: 'A10AB',
    display: 'Insulins and analogues for injection, fast-acting',
  },
  L: {
    system: 'http://www.whocc.no/atc',
    code: 'A10AE',
    display: 'Insulins and analogues for injection, long-acting',
  },
} as const;
const SUBCUTANEOUS = {
  coding: [{ system: 'http://snomed.info/sct', code: '34206005', display: 'Subcutaneous route' }],
};
const MEAL_TYPES = new Set([
  'breakfast',
  'brunch',
  'lunch',
  'dinner',
  'supper',
  'snack',
  'dessert',
  'correction',
]);
const NUTRIENTS = [
  ['carbs_g', 'Carbohydrate intake', { system: LOINC, code: '9059-7' }],
  ['prot_g', 'Protein intake', undefined],
  ['fat_g', 'Fat intake', undefined],
  ['fibre_g', 'Fibre intake', undefined],
] as const;
const ACTIVITY_CATEGORY = [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'activity' }] },
];
/** Column, title, UCUM unit, LOINC where there is one for an interval of any length. */
const ACTIVITY_VALUES = [
  ['active_Kcal', 'Energy burned in activity', 'kcal', undefined],
  ['step_count', 'Steps', '{steps}', '55423-8'],
  ['distance_m', 'Distance', 'm', undefined],
  ['active_time_s', 'Time active', 's', undefined],
  ['met', 'Metabolic equivalent', '[MET]', undefined],
  ['motion_intensity_mean', 'Mean motion intensity', '{score}', undefined],
  ['motion_intensity_max', 'Greatest motion intensity', '{score}', undefined],
] as const;
/** As above, and the value from which on the device reports one: below, it says that there is none (0 beats, stress -1 and -2). */
const SLEEP_VALUES = [
  ['step_count', "Steps (the day's running count)", '{steps}', undefined, 0],
  ['heart_rate', 'Heart rate', '/min', '8867-4', 1],
  ['current_activity_type_intensity', 'Activity intensity', '{score}', undefined, 0],
  ['stress_level_value', 'Stress score of the device', '{score}', undefined, 0],
  ['resting_heart_rate', 'Resting heart rate', '/min', '40443-4', 1],
] as const;
const ACTIVITY_TYPES = new Set(['SEDENTARY', 'WALKING', 'RUNNING', 'GENERIC']);
const PUMP_SEGMENT_MAX_MS = 24 * 3600 * 1000;

/** Result of {@link collectT1dUom}. */
export interface CollectedStream {
  /** Glucose, basal, bolus, meals, each in the order of its file. */
  readonly resources: readonly Collected[];
  readonly issues: readonly CollectIssue[];
  /** Data rows read: resources.length + refused.length. */
  readonly rows: number;
  /** Rows that were left out, with `set-aside`. */
  readonly refused: readonly HealthError[];
  /** The same row by row: of each file the rows without a time first, then the others in order. */
  readonly items: readonly CollectedItem[];
}

/** The columns of each kind of file, the column of its times first. */
const T1D_UOM_COLUMNS: Readonly<Record<keyof T1dUomFiles, readonly string[]>> = {
  glucose: ['bg_ts', 'value'],
  basal: ['basal_ts', 'basal_dose', 'insulin_kind'],
  bolus: ['bolus_ts', 'bolus_dose'],
  meals: ['meal_ts', 'meal_type', 'meal_tag', ...NUTRIENTS.map(([column]) => column)],
  activity: [
    'activity_ts',
    'activity_type',
    'active_Kcal',
    'step_count',
    'distance_m',
    'duration_s',
    'active_time_s',
    'start_time_s',
    'start_time_offset_s',
    'met',
    'intensity',
    'motion_intensity_mean',
    'motion_intensity_max',
  ],
  sleep: [
    'sleep_ts',
    'step_count',
    'heart_rate',
    'current_activity_type_intensity',
    'stress_level_value',
    'sleep_level',
    'resting_heart_rate',
  ],
};

/** Which kind of file the beginning of a text is, by its header; undefined where it is none of them. */
export function t1dUomKind(head: string): keyof T1dUomFiles | undefined {
  const header = (/^\ufeff?([^\r\n]*)/.exec(head)?.[1] ?? '').split(',').map((c) => c.trim());
  const named = header.filter((c) => c !== '');
  return (Object.keys(T1D_UOM_COLUMNS) as (keyof T1dUomFiles)[]).find((kind) => {
    const columns = T1D_UOM_COLUMNS[kind];
    return columns.length === named.length && columns.every((c) => named.includes(c));
  });
}

/**
 * Brings one participant's files to FHIR R4.
 * @returns Observations (glucose mmol/L; meals with nutrients in g) and MedicationAdministrations (bolus U; basal rate U/h or long-acting dose U).
 *   Source ids are `<participant>/<kind>/<written time>/<n-th row of that time>`, so that collecting a longer export again finds what is known.
 * @throws HealthError (nothing is half taken) `csv-columns`, `csv-malformed`, `not-text`, `too-large`; `invalid-time`;
 *   `impossible-value` (no number, or outside PLAUSIBILITY; the message names the bound's source)
 * @throws RangeError where `zone` is no IANA zone; TypeError where `subject` is no reference
 */
export function collectT1dUom(files: T1dUomFiles, options: T1dUomOptions): CollectedStream {
  if (!/^\S+$/.test(options.subject))
    throw new TypeError('subject: expected a reference such as Patient/2309');
  const issues: CollectIssue[] = [];
  const resources: Collected[] = [];
  const refused: HealthError[] = [];
  const items: CollectedItem[] = [];
  let rowIssues = 0;
  const subject = { reference: options.subject };
  let count = 0;

  function fail(
    code: HealthErrorCode,
    what: string,
    r: { file: string; row: CsvRow },
    column: string,
    expected: string,
  ): never {
    throw new HealthError(code, what, { file: r.file, place: `${r.row.line}:${column}`, expected });
  }

  function rows(kind: Kind, input: NamedBytes, columns: readonly string[]): Row[] {
    const participant = options.participant ?? /(\d+)\.csv(?:\.gz)?$/.exec(input.name)?.[1] ?? '0';
    const place = localTimes(options.zone);
    const seen = new Map<string, number>();
    const timeColumn = columns[0] as string;
    return readCsv(input.bytes, input.name, columns).flatMap((row) => {
      count++;
      return orSetAside(() => placeRow(row)) ?? [];
    });

    function placeRow(row: CsvRow): Row {
      const written = row.cells[timeColumn] ?? '';
      if (Object.values(row.cells).some(hasControls))
        fail('not-text', 'control characters in a cell', { file: input.name, row }, timeColumn, 'text');
      const placed = place(written);
      // A reading or a dose without its time of day says too little to be used; a meal of that day still says something.
      if (!placed || (placed.mark === 'date-only' && kind !== 'meal')) {
        return fail(
          'invalid-time',
          'a time that is none',
          { file: input.name, row },
          timeColumn,
          'DD/MM/YYYY HH:MM',
        );
      }
      const local = written
        .replace(/^(\d{2})\/(\d{2})\/(\d{4})/, '$3$2$1')
        .replace(' ', 'T')
        .replaceAll(':', '');
      const nth = seen.get(local) ?? 0;
      seen.set(local, nth + 1);
      return { kind, file: input.name, row, placed, id: `${participant}-${kind}-${local}-${nth}` };
    }
  }

  /** What `run` makes of a row; undefined where the row is bad and bad rows are set aside. */
  function orSetAside<T>(run: () => T): T | undefined {
    rowIssues = issues.length;
    try {
      return run();
    } catch (error) {
      if (!(error instanceof HealthError) || options.onBadRow !== 'set-aside') throw error;
      // What was noticed about a row that is not taken helps nobody.
      issues.length = rowIssues;
      refused.push(error);
      items.push({ kind: 'refused', error });
      return undefined;
    }
  }

  function amount(r: Row, column: string, bounds: Plausibility, marks: string[]): number {
    const text = r.row.cells[column] ?? '';
    const value = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    const range = `${bounds.impossible[0]} to ${bounds.impossible[1]} ${bounds.unit}`;
    if (Number.isNaN(value)) return fail('impossible-value', 'no number', r, column, `a number, ${range}`);
    const judged = judgePlausibility(value, bounds);
    if (judged === 'impossible') {
      return fail(
        'impossible-value',
        'a value that cannot be',
        r,
        column,
        `${range} (${bounds.impossibleSource})`,
      );
    }
    if (judged === 'unlikely') {
      marks.push('unlikely-value');
      issues.push({
        severity: 'warning',
        code: 'unlikely-value',
        file: r.file,
        place: `${r.row.line}:${column}`,
        message: `outside ${bounds.likely[0]} to ${bounds.likely[1]} ${bounds.unit} (${bounds.likelySource}); kept`,
      });
    }
    return value;
  }

  function quantity(value: number, unit: string): object {
    return { value, unit, system: UCUM_SYSTEM, code: unit };
  }

  function take(r: Row, marks: string[], build: (meta: object) => Resource): void {
    const { mark } = r.placed;
    if (mark) {
      const code = mark === 'date-only' ? 'date-only' : (`local-time-${mark}` as const);
      const what = {
        gap: 'clocks skipped this time',
        overlap: 'clocks repeated this time',
        'date-only': 'no time of day',
      };
      marks.push(code);
      issues.push({
        severity: 'information',
        code,
        file: r.file,
        place: `${r.row.line}:1`,
        message: `${what[mark]}; kept`,
      });
    }
    const meta =
      marks.length > 0 ? { meta: { tag: marks.map((code) => ({ system: MARK_SYSTEM, code })) } } : {};
    const collected = {
      resource: build(meta),
      source: { system: T1D_UOM_SYSTEM, id: r.id.replaceAll('-', '/'), version: '1' },
      sourceTime: r.placed.time,
    };
    resources.push(collected);
    items.push({ kind: 'taken', collected, issues: issues.slice(rowIssues) });
  }

  if (files.glucose) {
    for (const r of rows('glucose', files.glucose, T1D_UOM_COLUMNS.glucose))
      orSetAside(() => {
        const marks: string[] = [];
        const value = amount(r, 'value', PLAUSIBILITY.glucoseMmolPerL, marks);
        take(r, marks, (meta) => ({
          resourceType: 'Observation',
          id: r.id,
          ...meta,
          status: 'final',
          category: LABORATORY,
          code: GLUCOSE_CODE,
          subject,
          effectiveDateTime: r.placed.time,
          valueQuantity: quantity(value, 'mmol/L'),
        }));
      });
  }

  if (files.basal) {
    const all = rows('basal', files.basal, T1D_UOM_COLUMNS.basal);
    all.forEach((r, i) => {
      orSetAside(() => {
        const kind = r.row.cells.insulin_kind;
        if (kind !== 'R' && kind !== 'L') {
          fail(
            'impossible-value',
            'an unknown kind of insulin',
            r,
            'insulin_kind',
            'R (rapid-acting, pump) or L (long-acting)',
          );
        }
        const marks: string[] = [];
        const bounds = kind === 'R' ? PLAUSIBILITY.basalRateUPerH : PLAUSIBILITY.basalDoseU;
        const value = amount(r, 'basal_dose', bounds, marks);
        // A pump's rate holds until the next row; after a day without one it is not known how long it held.
        const next = all[i + 1];
        const lasts = next ? next.placed.epochMs - r.placed.epochMs : 0;
        const end =
          kind === 'R' && next && lasts > 0 && lasts <= PUMP_SEGMENT_MAX_MS ? { end: next.placed.time } : {};
        take(r, marks, (meta) => ({
          resourceType: 'MedicationAdministration',
          id: r.id,
          ...meta,
          status: 'completed',
          medicationCodeableConcept: {
            coding: [INSULIN[kind], { system: T1D_UOM_SYSTEM, code: `insulin_kind-${kind}` }],
          },
          subject,
          ...(kind === 'R'
            ? { effectivePeriod: { start: r.placed.time, ...end } }
            : { effectiveDateTime: r.placed.time }),
          dosage: {
            route: SUBCUTANEOUS,
            ...(kind === 'R' ? { rateQuantity: quantity(value, 'U/h') } : { dose: quantity(value, 'U') }),
          },
        }));
      });
    });
  }

  if (files.bolus) {
    for (const r of rows('bolus', files.bolus, T1D_UOM_COLUMNS.bolus))
      orSetAside(() => {
        const marks: string[] = [];
        const value = amount(r, 'bolus_dose', PLAUSIBILITY.bolusU, marks);
        take(r, marks, (meta) => ({
          resourceType: 'MedicationAdministration',
          id: r.id,
          ...meta,
          status: 'completed',
          medicationCodeableConcept: { coding: [INSULIN.R, { system: T1D_UOM_SYSTEM, code: 'bolus' }] },
          subject,
          effectiveDateTime: r.placed.time,
          dosage: { route: SUBCUTANEOUS, dose: quantity(value, 'U') },
        }));
      });
  }

  if (files.meals) {
    for (const r of rows('meal', files.meals, T1D_UOM_COLUMNS.meals))
      orSetAside(() => {
        const marks: string[] = [];
        const component = NUTRIENTS.filter(([column]) => (r.row.cells[column] ?? '') !== '').map(
          ([column, display, loinc]) => ({
            code: {
              coding: [
                ...(loinc ? [{ ...loinc, display }] : []),
                { system: T1D_UOM_SYSTEM, code: column, display },
              ],
            },
            valueQuantity: quantity(amount(r, column, PLAUSIBILITY.nutrientG, marks), 'g'),
          }),
        );
        const type = (r.row.cells.meal_type ?? '').toLowerCase();
        const tag = r.row.cells.meal_tag ?? '';
        const mealType = MEAL_TYPES.has(type) ? [{ coding: [{ system: T1D_UOM_SYSTEM, code: type }] }] : [];
        take(r, marks, (meta) => ({
          resourceType: 'Observation',
          id: r.id,
          ...meta,
          status: 'final',
          ...(mealType.length > 0 ? { category: mealType } : {}),
          code: { coding: [{ system: T1D_UOM_SYSTEM, code: 'meal', display: 'Meal' }] },
          subject,
          effectiveDateTime: r.placed.mark === 'date-only' ? r.placed.time.slice(0, 10) : r.placed.time,
          ...(component.length > 0
            ? { component }
            : {
                dataAbsentReason: {
                  coding: [
                    { system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' },
                  ],
                },
              }),
          // What was eaten is free text: it goes where names go (twin strips it from every module but identity).
          ...(tag === '' ? {} : { note: [{ text: tag }] }),
        }));
      });
  }
  if (files.activity) {
    for (const r of rows('activity', files.activity, T1D_UOM_COLUMNS.activity))
      orSetAside(() => {
        const marks: string[] = [];
        const type = r.row.cells.activity_type ?? '';
        if (!ACTIVITY_TYPES.has(type))
          fail('impossible-value', 'an unknown activity', r, 'activity_type', [...ACTIVITY_TYPES].join(', '));
        // The device gives the instant itself, and the offset that its wearer lived by: no zone has to be assumed.
        const startS = amount(r, 'start_time_s', PLAUSIBILITY.unixTimeS, marks);
        const offsetS = amount(r, 'start_time_offset_s', PLAUSIBILITY.zoneOffsetS, marks);
        const durationS = amount(r, 'duration_s', PLAUSIBILITY.durationS, marks);
        const time = atOffset(startS, offsetS);
        const placed: Row = { ...r, placed: { time, epochMs: startS * 1000, mark: undefined } };
        const component = ACTIVITY_VALUES.map(([column, display, unit, loinc]) =>
          part(column, display, loinc, quantity(amount(r, column, PLAUSIBILITY.activityAmount, marks), unit)),
        );
        take(placed, marks, (meta) => ({
          resourceType: 'Observation',
          id: r.id,
          ...meta,
          status: 'final',
          category: ACTIVITY_CATEGORY,
          code: { coding: [{ system: T1D_UOM_SYSTEM, code: 'activity', display: 'Activity' }] },
          subject,
          effectivePeriod: { start: time, end: atOffset(startS + durationS, offsetS) },
          valueCodeableConcept: { coding: [{ system: T1D_UOM_SYSTEM, code: type.toLowerCase() }] },
          component,
        }));
      });
  }

  if (files.sleep) {
    for (const r of rows('sleep', files.sleep, T1D_UOM_COLUMNS.sleep))
      orSetAside(() => {
        const marks: string[] = [];
        const level = r.row.cells.sleep_level;
        if (level !== '0' && level !== '1')
          fail('impossible-value', 'an unknown sleep level', r, 'sleep_level', '0 (awake) or 1 (asleep)');
        const component = SLEEP_VALUES.flatMap(([column, display, unit, loinc, from]) => {
          const value = amount(r, column, PLAUSIBILITY.wristValue, marks);
          return value < from ? [] : [part(column, display, loinc, quantity(value, unit))];
        });
        take(r, marks, (meta) => ({
          resourceType: 'Observation',
          id: r.id,
          ...meta,
          status: 'final',
          category: ACTIVITY_CATEGORY,
          code: {
            coding: [{ system: T1D_UOM_SYSTEM, code: 'sleep', display: 'Sleep and heart, five minutes' }],
          },
          subject,
          effectiveDateTime: r.placed.time,
          valueCodeableConcept: {
            coding: [{ system: T1D_UOM_SYSTEM, code: level === '1' ? 'asleep' : 'awake' }],
          },
          ...(component.length > 0 ? { component } : {}),
        }));
      });
  }
  return { resources, issues, rows: count, refused, items };
}

function part(column: string, display: string, loinc: string | undefined, valueQuantity: object): object {
  const coding = [
    ...(loinc ? [{ system: LOINC, code: loinc, display }] : []),
    { system: T1D_UOM_SYSTEM, code: column, display },
  ];
  return { code: { coding }, valueQuantity };
}

/** RFC 3339 of an instant at an offset, both in seconds. */
function atOffset(unixS: number, offsetS: number): string {
  const size = Math.abs(offsetS) / 60;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const local = new Date((unixS + offsetS) * 1000).toISOString().slice(0, 19);
  return `${local}${offsetS < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
