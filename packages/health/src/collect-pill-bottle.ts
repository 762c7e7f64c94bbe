/**
 * Exports of pill-bottle monitors (eCAP, MEMS, AdhereTech, SimpleMed, CleverCap, PatchCap), as CSV or .xlsx. An opening of a bottle is an Observation, not a
 * MedicationAdministration: nobody saw what was swallowed. What is no opening (a missed dose, a pause, a test of the device) is an Observation with a
 * code of its own, so that nobody counts it as one.
 *
 * No LOINC code means "bottle opened": the code is ours, and the source's own word for it stands beside it, under the source's system.
 */
import type { CollectedItem } from './collect-fhir.js';
import type { CollectIssue, Resource } from './collected.js';
import { HealthError, type HealthErrorCode } from './errors.js';
import { readCsvLines, type TableLine } from './internal/csv.js';
import { hasControls } from './internal/decode-text.js';
import { fingerprint } from './internal/fingerprint.js';
import { type PlacedTime, placeWallTimes, wallMs } from './internal/local-time.js';
import { BOTTLE_FORMATS, type BottleFormat, type BottleRow } from './internal/pill-bottle-formats.js';
import { readXlsxLines } from './internal/xlsx.js';
import { MARK_SYSTEM } from './marks.js';

/** `source.system` of pill-bottle events, and the system of their codes; a monitor's own words are under `<this>:<format>`. */
export const PILL_BOTTLE_SYSTEM = 'urn:twinseal:source:pill-bottle';

/** Options of {@link collectPillBottle}. */
export interface PillBottleOptions {
  readonly name: string;
  /** Reference to the patient for `subject`; the export's own name or number of the person is not kept. */
  readonly subject: string;
  /** IANA zone of the clock that wrote the times: needed where an export has none (MEMS, SimpleMed, CleverCap). There is no default. */
  readonly zone?: string;
  /** Refuse everything for one bad row; default false. */
  readonly strict?: boolean;
}

const TITLES: Readonly<Record<BottleRow['event'], string>> = {
  opening: 'Pill bottle opened',
  closing: 'Pill bottle closed',
  'no-opening': 'Pill bottle not opened when a dose was due',
  'monitoring-paused': 'Pill bottle monitoring paused',
  'dose-pending': 'Dose due, outcome not known yet',
  'other-opening': 'Compartment of another dose opened',
  reminder: 'Reminder of a dose',
  'device-test': 'Test of the pill bottle monitor',
};

/** The format whose header the lines begin with; undefined where none has it. */
function formatOf(lines: readonly TableLine[]): BottleFormat | undefined {
  return BOTTLE_FORMATS.find((format) => {
    const header = [...(lines[format.preamble]?.cells ?? [])];
    while (header.length > 0 && header.at(-1) === '') header.pop();
    return header.length === format.columns.length && format.columns.every((c, i) => header[i] === c);
  });
}

/** Whether the beginning of a text is the export of a pill-bottle monitor that {@link collectPillBottle} reads. */
export function looksLikePillBottle(head: string): boolean {
  const lines = head.replace(/^\ufeff/, '').split(/\r?\n/, 2);
  return (
    formatOf(lines.map((line) => ({ cells: line.split(',').map((c) => c.trim()), line: 1 }))) !== undefined
  );
}

/**
 * Reads one export.
 * @param bytes CSV in UTF-8, or an .xlsx workbook (known by its first bytes)
 * @yields one item a row, in the file's order: taken, or refused with its place and reason
 * @throws HealthError (nothing is taken) `unknown-format` (no such header, or nothing at all), `no-zone`, `two-patients`; `too-large`, `not-text`,
 *   `csv-malformed`, `xlsx-malformed`; with `strict` also for the first bad row
 * @throws RangeError where `zone` is no IANA zone; TypeError where `subject` is no reference
 */
export async function* collectPillBottle(
  bytes: Uint8Array,
  options: PillBottleOptions,
): AsyncGenerator<CollectedItem, void, undefined> {
  const { name: file, subject, zone } = options;
  if (!/^\S+$/.test(subject)) throw new TypeError('subject: expected a reference such as Patient/2309');
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const lines = isWorkbook ? await readXlsxLines(bytes, file) : readCsvLines(bytes, file);
  const format = formatOf(lines);
  const refuse = (code: HealthErrorCode, what: string, place: string, expected: string): HealthError =>
    new HealthError(code, what, { file, place, expected });
  if (format === undefined) {
    const titles = [...new Set(BOTTLE_FORMATS.map((f) => f.title))].join(', ');
    throw refuse(
      'unknown-format',
      'no export of a pill-bottle monitor that is known',
      '1:1',
      `the header of ${titles}`,
    );
  }

  const rows = rowsOf(lines.slice(format.preamble + 1), format);
  let person: string | undefined;
  for (const row of rows) {
    const own = format.person === undefined ? '' : row.cell(format.person);
    if (own === '') continue;
    person ??= own;
    if (person !== own)
      throw refuse(
        'two-patients',
        'rows of two persons',
        `${row.line}:${format.person}`,
        'an export about one person',
      );
  }
  const read = rows.map((row) => format.read(row.cell));
  const walls = read.flatMap((r, i) =>
    'event' in r && r.time.kind === 'wall' ? [{ i, wall: r.time.wall }] : [],
  );
  if (walls.length > 0 && zone === undefined)
    throw refuse(
      'no-zone',
      'times without a zone',
      `${rows[walls[0]?.i ?? 0]?.line ?? 1}:1`,
      "the option zone: the IANA zone of the device's clock",
    );

  // Clocks that repeat an hour are read by what the device had shown before, so the oldest comes first; most exports begin with the newest.
  const placed = new Map<number, PlacedTime>();
  if (zone !== undefined) {
    const place = placeWallTimes(zone);
    const [first, last] = [walls[0], walls.at(-1)].map((w) => (w && wallMs(w.wall)) ?? 0) as [number, number];
    const isNewestFirst = first > last;
    for (const { i, wall } of isNewestFirst ? walls.toReversed() : walls) {
      const found = place(wall);
      if (found) placed.set(i, found);
    }
  }

  const seen = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    const found = read[i] as ReturnType<BottleFormat['read']>;
    if (row.hasControls) {
      const error = refuse('not-text', 'control characters in a cell', `${row.line}:1`, 'text');
      if (options.strict) throw error;
      yield { kind: 'refused', error };
      continue;
    }
    if (!('event' in found)) {
      const error = refuse(
        found.code,
        found.code === 'invalid-time' ? 'a time that is none' : 'a word that this monitor does not write',
        `${row.line}:${found.column}`,
        found.expected,
      );
      if (options.strict) throw error;
      yield { kind: 'refused', error };
      continue;
    }
    yield take({ row, found, placed: placed.get(i), person: person ?? '', format, seen }, options);
  }
}

interface Row {
  readonly line: number;
  readonly isShifted: boolean;
  readonly hasControls: boolean;
  readonly cell: (column: string) => string;
}

/** Cells by column. What names the device may stand in the first row of a block only, and holds for those below; "--" says nothing. */
function rowsOf(lines: readonly TableLine[], format: BottleFormat): Row[] {
  const { shift } = format;
  const held = new Map<string, string>();
  const carried = format.device === undefined ? [] : [format.device];
  return lines
    .filter(({ cells }) => cells.some((c) => c !== ''))
    .map(({ cells, line }) => {
      const at = shift === undefined ? 0 : format.columns.indexOf(shift.column);
      const isShifted =
        shift !== undefined && !shift.is.test(cells[at] ?? '') && shift.is.test(cells[at + shift.by] ?? '');
      const by = isShifted ? shift.by : 0;
      const values = new Map(
        format.columns.map((c, i) => [c, cells[i + by] === '--' ? '' : (cells[i + by] ?? '')]),
      );
      for (const column of carried) {
        const value = values.get(column) || (held.get(column) ?? '');
        held.set(column, value);
        values.set(column, value);
      }
      return {
        line,
        isShifted,
        hasControls: cells.some(hasControls),
        cell: (column: string) => values.get(column) ?? '',
      };
    });
}

/** Words of the monitor or the pharmacy, which are codes of the source; everything else in a cell may be a person's own words, and is text. */
const CODED = new Set([
  'medication',
  'medication-code',
  'adherent',
  'dose-type',
  'reminder-sent',
  'compartment',
]);

function conceptOf(component: string, text: string, system: string): object {
  // R4's code: no space at its ends, none doubled.
  if (!CODED.has(component) || !/^\S+(?: \S+)*$/.test(text)) return { text };
  // A drug's name is a display as well: by it, a drug that tells what is protected is recognised.
  return { coding: [{ system, code: text, ...(component === 'medication' ? { display: text } : {}) }] };
}

interface Taking {
  readonly row: Row;
  readonly found: BottleRow;
  readonly placed: PlacedTime | undefined;
  /** The export's own name of the person: of the whole file, for not every row repeats it. */
  readonly person: string;
  readonly format: BottleFormat;
  readonly seen: Map<string, number>;
}

function take(taking: Taking, options: PillBottleOptions): CollectedItem {
  const { row, found, placed, person, format, seen } = taking;
  const { name: file, subject } = options;
  const { event, own, time, dose } = found;
  const marks: { code: CollectIssue['code']; message: string }[] = [];
  if (time.kind === 'instant' && time.disagree)
    marks.push({
      code: 'times-disagree',
      message: 'the row gives this time twice, and the two differ; the local one with its offset kept',
    });
  if (placed?.mark === 'gap')
    marks.push({ code: 'local-time-gap', message: 'clocks skipped this time; kept' });
  if (placed?.mark === 'overlap')
    marks.push({ code: 'local-time-overlap', message: 'clocks repeated this time; kept' });
  const at =
    time.kind === 'day' ? time.date : time.kind === 'instant' ? time.time : (placed as PlacedTime).time;
  const instant = time.kind === 'day' ? `${time.date}T00:00:00Z` : at;

  const device = format.device === undefined ? '' : row.cell(format.device);
  const written = time.kind === 'wall' ? String(wallMs(time.wall)) : at;
  const plain = [
    format.id,
    person,
    device,
    ...(dose === undefined ? [event, written, own ?? ''] : [dose]),
  ].join('\n');
  const nth = seen.get(plain) ?? 0;
  seen.set(plain, nth + 1);
  const id = `${dose === undefined ? event : 'dose'}-${(dose ?? at).replace(/[^0-9]/g, '').slice(0, 14)}-${fingerprint(`${plain}\n${nth}`)}`;

  const ownSystem = `${PILL_BOTTLE_SYSTEM}:${format.id}`;
  const component = Object.entries(format.components ?? {}).flatMap(([code, column]) => {
    const text = row.cell(column);
    return text === '' || text.length > 200
      ? []
      : [
          {
            code: { coding: [{ system: PILL_BOTTLE_SYSTEM, code }] },
            valueCodeableConcept: conceptOf(code, text, ownSystem),
          },
        ];
  });
  const note = format.note === undefined ? '' : row.cell(format.note);
  const resource: Resource = {
    resourceType: 'Observation',
    id,
    ...(marks.length === 0
      ? {}
      : { meta: { tag: marks.map(({ code }) => ({ system: MARK_SYSTEM, code })) } }),
    status: event === 'dose-pending' ? 'registered' : 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'therapy' }] },
    ],
    code: {
      coding: [
        { system: PILL_BOTTLE_SYSTEM, code: event, display: TITLES[event] },
        ...(own === undefined ? [] : [{ system: ownSystem, code: own }]),
      ],
    },
    subject: { reference: subject },
    effectiveDateTime: at,
    ...(event === 'dose-pending'
      ? {
          dataAbsentReason: {
            coding: [
              { system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'temp-unknown' },
            ],
          },
        }
      : {}),
    device: {
      ...(device === '' ? {} : { identifier: { system: ownSystem, value: device } }),
      display: format.title,
    },
    ...(component.length === 0 ? {} : { component }),
    // A person's own words: they go where names go.
    ...(note === '' ? {} : { note: [{ text: note }] }),
  };
  const isLate = found.dueTime !== undefined && Date.parse(found.dueTime) > Date.parse(instant);
  return {
    kind: 'taken',
    collected: {
      resource,
      source: {
        system: PILL_BOTTLE_SYSTEM,
        id: `Observation/${id}`,
        version: dose === undefined ? '1' : (own ?? '1'),
      },
      sourceTime: event === 'dose-pending' || isLate ? (found.dueTime as string) : instant,
    },
    issues: [
      ...marks.map(({ code, message }) => ({
        severity: 'warning' as const,
        code,
        file,
        place: `${row.line}:1`,
        message,
      })),
      ...(row.isShifted
        ? [
            {
              severity: 'warning' as const,
              code: 'columns-shifted' as const,
              file,
              place: `${row.line}:1`,
              message: 'the cells stand right of their columns; read where they belong',
            },
          ]
        : []),
    ],
  };
}
