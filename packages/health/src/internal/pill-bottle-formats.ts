/**
 * What the exports of pill-bottle monitors look like: their header, and what one row says. Column meanings after the oncmap project's format table
 * (https://github.com/oncmap/oncmap, data-raw/input_formats.R and vignettes/FORMATS.Rmd), which reads all of them. A new monitor is one entry here.
 */
import { IANAZone } from 'luxon';
import { formatLocal, type WallTime, wallMs } from './local-time.js';
import { readClock, readMonthFirst } from './wall-formats.js';

/** What a row is about; these are the codes of our Observations. */
export type BottleEventKind =
  | 'opening'
  | 'closing'
  /** The monitor says that it was not opened when it should have been. */
  | 'no-opening'
  /** The monitor was set to pause: nothing is expected, and nothing missing. */
  | 'monitoring-paused'
  /** Not known yet. */
  | 'dose-pending'
  /** A compartment of another dose was opened. */
  | 'other-opening'
  | 'reminder'
  /** The device speaks of itself. */
  | 'device-test';

/** A time as a row gives it; `disagree` where the row gives the same time twice and the two differ. */
export type RowTime =
  | { readonly kind: 'instant'; readonly time: string; readonly disagree?: boolean }
  | { readonly kind: 'wall'; readonly wall: WallTime }
  | { readonly kind: 'day'; readonly date: string };

/** What one row says. */
export interface BottleRow {
  readonly event: BottleEventKind;
  readonly time: RowTime;
  /** The source's own word for it. */
  readonly own?: string;
  /** What names the dose, where the export has a row for each dose due: a later export may say something else of the same dose. */
  readonly dose?: string;
  /** When the outcome of that dose can have been stated at the earliest, RFC 3339. */
  readonly dueTime?: string;
}

/** Why a row cannot be read. */
export interface BottleFault {
  readonly code: 'invalid-time' | 'unknown-code';
  readonly column: string;
  readonly expected: string;
}

/** One form of export. */
export interface BottleFormat {
  readonly id: string;
  /** Name of the monitor. */
  readonly title: string;
  /** Lines above the header. */
  readonly preamble: number;
  readonly columns: readonly string[];
  /** Columns of the person, the device, and what else is kept, by our component's code; absent where the export has none. */
  readonly person?: string;
  readonly device?: string;
  readonly components?: Readonly<Record<string, string>>;
  /** Column of free text by a person. */
  readonly note?: string;
  /** Column that says where rows begin to be shifted to the right, and how far; an eCAP export lacks the names of its first two columns. */
  readonly shift?: { readonly column: string; readonly by: number; readonly is: RegExp };
  /** Reads a row; a text says what is expected where it cannot be read, and in which column. */
  readonly read: (cell: (column: string) => string) => BottleRow | BottleFault;
}

const ECAP_TIME = /^(\d{4})-(\d{2}|[A-Z][a-z]{2})-(\d{2})T(\d{2}:\d{2}:\d{2})([+-]\d{2}:\d{2})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** RFC 3339 of eCAP's `2023-05-10T07:28:49-04:00`, the month in digits or letters. */
function ecapTime(text: string): string | undefined {
  const m = ECAP_TIME.exec(text);
  if (!m) return undefined;
  const month = /^\d/.test(m[2] as string)
    ? (m[2] as string)
    : String(MONTHS.indexOf(m[2] as string) + 1).padStart(2, '0');
  const [hour, minute, second] = (m[4] as string).split(':').map(Number) as [number, number, number];
  const wall = {
    year: Number(m[1]),
    month: Number(month),
    day: Number(m[3]),
    hour,
    minute,
    second,
    hasTime: true,
  };
  const time = `${m[1]}-${month}-${m[3]}T${m[4]}${m[5]}`;
  return wallMs(wall) === undefined || Number.isNaN(Date.parse(time)) ? undefined : time;
}

/** eCAP writes each time locally with its offset and again in UTC. The local one holds: it says more; where it cannot be read, the other does. */
function readEcap(cell: (column: string) => string): ReturnType<BottleFormat['read']> {
  const local = ecapTime(cell('Dose Timestamp'));
  const utc = ecapTime(cell('Dose Timestamp UTC'));
  const time = local ?? utc;
  if (time === undefined)
    return {
      code: 'invalid-time',
      column: 'Dose Timestamp',
      expected: 'YYYY-MM-DDTHH:MM:SS±HH:MM, the month also as Jan … Dec',
    };
  const disagree = local === undefined || utc === undefined || Date.parse(local) !== Date.parse(utc);
  return { event: 'opening', time: { kind: 'instant', time, ...(disagree ? { disagree } : {}) } };
}

const ECAP = { title: 'eCAP', preamble: 0, read: readEcap } as const;

function wallRow(
  column: string,
  text: string,
  event: BottleEventKind,
  own?: string,
): ReturnType<BottleFormat['read']> {
  const wall = readMonthFirst(text);
  if (!wall?.hasTime || wallMs(wall) === undefined)
    return { code: 'invalid-time', column, expected: 'M/D/YYYY H:MM[:SS], 24 hours or with AM or PM' };
  return { event, time: { kind: 'wall', wall }, ...(own === undefined ? {} : { own }) };
}

const MEMS_COLUMNS = [
  'Date',
  'IntakeStatusDisplayResource',
  'Indication / pathology',
  'Identification number',
  'Label',
  'CavityLabel',
];

function readMems(cell: (column: string) => string): ReturnType<BottleFormat['read']> {
  const own = cell('IntakeStatusDisplayResource');
  const text = cell('Date');
  // A day on which nothing was opened stands at its midnight, which is no time of anything.
  if (own !== 'Missing day') return wallRow('Date', text, 'opening', own);
  const wall = readMonthFirst(text);
  const ms = wall && wallMs(wall);
  return ms === undefined
    ? { code: 'invalid-time', column: 'Date', expected: 'M/D/YYYY' }
    : { event: 'no-opening', time: { kind: 'day', date: new Date(ms).toISOString().slice(0, 10) }, own };
}

const MEMS = {
  title: 'MEMS',
  preamble: 1,
  person: 'Identification number',
  components: { indication: 'Indication / pathology', compartment: 'CavityLabel' },
  read: readMems,
} as const;

const ADHERETECH_EVENTS: ReadonlyMap<string, BottleEventKind> = new Map<string, BottleEventKind>(
  Object.entries({
    ONTIME: 'opening',
    EARLY: 'opening',
    LATE: 'opening',
    MISSED: 'no-opening',
    PAUSED: 'monitoring-paused',
    PENDING: 'dose-pending',
  }),
);

/** AdhereTech has three columns twice, in UTC and in the patient's zone, and names the zone. */
function readAdhereTech(cell: (column: string) => string): ReturnType<BottleFormat['read']> {
  const own = cell('Status');
  const event = ADHERETECH_EVENTS.get(own);
  if (event === undefined)
    return { code: 'unknown-code', column: 'Status', expected: [...ADHERETECH_EVENTS.keys()].join(', ') };
  const due = bothTimes(
    withClock(cell('Dose_Date_UTC'), cell('Deadline_UTC')),
    withClock(cell('Dose_Date_Patient_Timezone'), cell('Deadline_Patient_Timezone')),
    cell('Patient_Timezone'),
  );
  if (due === undefined)
    return {
      code: 'invalid-time',
      column: 'Deadline_UTC',
      expected: 'a dose date and a deadline, in UTC and in the zone of the patient',
    };
  const opened = bothTimes(
    readMonthFirst(cell('Time_Recorded_UTC')),
    readMonthFirst(cell('Time_Recorded_Patient_Timezone')),
    cell('Patient_Timezone'),
  );
  if (event === 'opening' && opened === undefined)
    return {
      code: 'invalid-time',
      column: 'Time_Recorded_UTC',
      expected: 'M/D/YYYY H:MM, in UTC and in the zone of the patient',
    };
  const at = event === 'opening' ? (opened as { time: string; disagree: boolean }) : due;
  return {
    event,
    own,
    time: { kind: 'instant', time: at.time, ...(at.disagree ? { disagree: true } : {}) },
    dose: due.time,
    // A dose is announced before its deadline and has an outcome after it, whatever the order in which the exports arrive.
    dueTime: event === 'dose-pending' ? dayBefore(due.time) : due.time,
  };
}

function withClock(date: string, clock: string): WallTime | undefined {
  const day = readMonthFirst(date);
  const time = readClock(clock);
  return day && time && { ...day, ...time, hasTime: true };
}

function dayBefore(time: string): string {
  return new Date(Date.parse(time) - 86_400_000).toISOString().replace('.000Z', 'Z');
}

/** One instant from its two spellings: UTC says when, the difference says the offset. They disagree where the named zone had another offset then. */
function bothTimes(
  utc: WallTime | undefined,
  local: WallTime | undefined,
  zone: string,
): { time: string; disagree: boolean } | undefined {
  const utcMs = utc?.hasTime ? wallMs(utc) : undefined;
  const localMs = local?.hasTime ? wallMs(local) : undefined;
  if (utcMs === undefined || localMs === undefined) return undefined;
  // The two may have been rounded apart by a second.
  const offsetMinutes = Math.round((localMs - utcMs) / 60_000);
  if (Math.abs(offsetMinutes) > 14 * 60) return undefined;
  const stated = IANAZone.isValidZone(zone) ? IANAZone.create(zone).offset(utcMs) : undefined;
  return {
    time: formatLocal(utcMs + offsetMinutes * 60_000, offsetMinutes),
    disagree: stated !== offsetMinutes,
  };
}

const SIMPLEMED_EVENTS: ReadonlyMap<string, BottleEventKind> = new Map<string, BottleEventKind>(
  Object.entries({
    'Pill was taken': 'opening',
    'Pill was not taken': 'no-opening',
    'Pill was not taken 2nd reminder': 'reminder',
    'Wrong cell opened': 'other-opening',
    'Periodic test': 'device-test',
  }),
);
const CLEVERCAP_EVENTS: ReadonlyMap<string, BottleEventKind> = new Map<string, BottleEventKind>(
  Object.entries({
    Taken: 'opening',
    'Off schedule dose': 'opening',
  }),
);
const PATCHCAP_EVENTS: ReadonlyMap<string, BottleEventKind> = new Map<string, BottleEventKind>(
  Object.entries({ '1': 'opening', '0': 'closing' }),
);

function byWord(
  events: ReadonlyMap<string, BottleEventKind>,
  eventColumn: string,
  timeColumn: string,
): BottleFormat['read'] {
  return (cell) => {
    const own = cell(eventColumn);
    const event = events.get(own);
    return event === undefined
      ? { code: 'unknown-code', column: eventColumn, expected: [...events.keys()].join(', ') }
      : wallRow(timeColumn, cell(timeColumn), event, own);
  };
}

/** The forms, told apart by their headers. */
export const BOTTLE_FORMATS: readonly BottleFormat[] = [
  {
    ...ECAP,
    id: 'ecap-1',
    columns: 'Index,Patient ID,ECM ID,Dose #,Dose Timestamp,Dose Timestamp UTC,Dose Group,Dose Label'.split(
      ',',
    ),
    person: 'Patient ID',
    device: 'ECM ID',
    components: { 'dose-group': 'Dose Group', 'dose-label': 'Dose Label' },
  },
  {
    ...ECAP,
    id: 'ecap-2',
    columns:
      'Patient,Project,Package ID,Regimen ID,Package Label,Patient Dose Index,Dose Date,Dose Timestamp,Dose Timestamp UTC,Dose Group,Dose Label,Adherent'.split(
        ',',
      ),
    person: 'Patient',
    device: 'Package ID',
    components: {
      regimen: 'Regimen ID',
      'dose-group': 'Dose Group',
      'dose-label': 'Dose Label',
      adherent: 'Adherent',
    },
  },
  {
    ...ECAP,
    id: 'ecap-3',
    columns:
      'Patient,Project,Package ID,Regimen ID,Config Label,Patient Dose Index,Dose Timestamp,Dose Timestamp UTC,Medications,Dose Group,Dose Label,Adherent,Type,eDiary Status,Original Timestamp,reason'.split(
        ',',
      ),
    person: 'Patient',
    device: 'Package ID',
    note: 'reason',
    components: {
      regimen: 'Regimen ID',
      medication: 'Medications',
      'dose-group': 'Dose Group',
      'dose-label': 'Dose Label',
      adherent: 'Adherent',
      'dose-type': 'Type',
    },
  },
  {
    ...ECAP,
    id: 'ecap-package',
    columns:
      'Package Index,Study ID,Site ID,Subject ID,Kit ID,Package ID,Dose Regimen,Dose Index,Dose Date,Dose Timestamp,Dose Timestamp UTC,Dose Group,Dose Label,Compliant'.split(
        ',',
      ),
    person: 'Subject ID',
    device: 'Package ID',
    components: {
      regimen: 'Dose Regimen',
      'dose-group': 'Dose Group',
      'dose-label': 'Dose Label',
      adherent: 'Compliant',
    },
  },
  {
    ...ECAP,
    id: 'ecap-package-shifted',
    columns:
      'Site ID,Subject ID,Kit ID,Package ID,Dose Regimen,Dose Index,Dose Date,Dose Timestamp,Dose Timestamp UTC,Dose Group,Dose Label,Compliant'.split(
        ',',
      ),
    person: 'Subject ID',
    device: 'Package ID',
    components: {
      regimen: 'Dose Regimen',
      'dose-group': 'Dose Group',
      'dose-label': 'Dose Label',
      adherent: 'Compliant',
    },
    shift: { column: 'Dose Timestamp', by: 2, is: ECAP_TIME },
  },
  {
    id: 'simplemed',
    title: 'SimpleMed',
    preamble: 1,
    columns: ['', 'Event ID', 'Device SN', 'Event Type', 'Details', 'Create Time', 'is Rpm event'],
    device: 'Device SN',
    components: { details: 'Details' },
    read: byWord(SIMPLEMED_EVENTS, 'Event Type', 'Create Time'),
  },
  { ...MEMS, id: 'mems', columns: [...MEMS_COLUMNS, 'IntakeChangeReasons'], note: 'IntakeChangeReasons' },
  { ...MEMS, id: 'mems-2', columns: [...MEMS_COLUMNS, 'Comment', 'IntakeChangeReasons'], note: 'Comment' },
  {
    id: 'adheretech',
    title: 'AdhereTech',
    preamble: 0,
    columns:
      'Patient_UID,Device_UID,Site,Medication,Reminder_Sent,Status,Deadline_UTC,Dose_Date_UTC,Time_Recorded_UTC,Patient_Timezone,Deadline_Patient_Timezone,Dose_Date_Patient_Timezone,Time_Recorded_Patient_Timezone'.split(
        ',',
      ),
    person: 'Patient_UID',
    device: 'Device_UID',
    components: { medication: 'Medication', 'reminder-sent': 'Reminder_Sent' },
    read: readAdhereTech,
  },
  {
    id: 'clevercap',
    title: 'CleverCap',
    preamble: 0,
    columns:
      'RX,PatientName,PatientNumber,DateStamp,EventType,ScheduleTimeStart,ScheduleTimeEnd,CleverKey,Site,Doctor,Medication,NDC,NoteText,Compartment'.split(
        ',',
      ),
    person: 'PatientNumber',
    device: 'CleverKey',
    note: 'NoteText',
    components: { medication: 'Medication', 'medication-code': 'NDC', compartment: 'Compartment' },
    read: byWord(CLEVERCAP_EVENTS, 'EventType', 'DateStamp'),
  },
  {
    id: 'patchcap',
    title: 'PatchCap',
    preamble: 0,
    columns: ['Measurement Time', 'Primary Value', 'Secondary Value'],
    read: (cell) => {
      const own = cell('Primary Value');
      const event = PATCHCAP_EVENTS.get(own);
      if (event === undefined)
        return { code: 'unknown-code', column: 'Primary Value', expected: '1 (open) or 0 (closed)' };
      const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(cell('Measurement Time'))
        ? cell('Measurement Time').replace(/\.0+Z$/, 'Z')
        : '';
      const wall = SECONDS.exec(time)?.slice(1).map(Number) as number[] | undefined;
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = wall ?? [];
      return wall === undefined ||
        wallMs({ year, month, day, hour, minute, second, hasTime: true }) === undefined
        ? { code: 'invalid-time', column: 'Measurement Time', expected: 'YYYY-MM-DDTHH:MM:SS.ffffffZ' }
        : { event, own, time: { kind: 'instant', time } };
    },
  },
];

const SECONDS = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/;
