/**
 * Mood diaries as Daylio exports them (CSV): when, which mood, which activities, and notes.
 *
 * What a person writes about the own mood is mental-health content: every Observation bears the sensitivity label MH (HL7 v3 ActCode, "mental health information
 * sensitivity"), by which it is sorted as restricted. Moods and activities are the person's own vocabulary: they stand as text, with a code only where the word is one of the
 * five that the app begins with. No LOINC code means "a mood by one's own words"; the code is ours.
 */
import type { CollectedItem } from './collect-fhir.js';
import type { CollectIssue, Resource } from './collected.js';
import { HealthError, type HealthErrorCode } from './errors.js';
import { readCsvLines } from './internal/csv.js';
import { hasControls } from './internal/decode-text.js';
import { fingerprint } from './internal/fingerprint.js';
import { type PlacedTime, placeWallTimes, type WallTime, wallMs } from './internal/local-time.js';
import { readClock } from './internal/wall-formats.js';
import { MARK_SYSTEM } from './marks.js';
import { UCUM_SYSTEM } from './units.js';

/** `source.system` of diary entries, and the system of their codes. */
export const MOOD_DIARY_SYSTEM = 'urn:twinseal:source:mood-diary';

/**
 * The moods that Daylio begins with, from best to worst, as levels 5 to 1: the app's own five-point scale. Who renamed them says with `moodLevels` what the
 * own words mean; without that a word has no level.
 */
export const DAYLIO_MOOD_LEVELS: Readonly<Record<string, number>> = {
  rad: 5,
  good: 4,
  meh: 3,
  bad: 2,
  awful: 1,
};

/** Options of {@link collectMoodDiary}. */
export interface MoodDiaryOptions {
  readonly name: string;
  readonly subject: string;
  /** IANA zone of the phone's clock. The export has none, and there is no default. */
  readonly zone?: string;
  /** Level 1 (worst) to 5 (best) of moods by their words in lower case; default: {@link DAYLIO_MOOD_LEVELS}. */
  readonly moodLevels?: Readonly<Record<string, number>>;
  /** Refuse everything for one bad row; default false. */
  readonly strict?: boolean;
}

const COLUMNS = ['full_date', 'date', 'weekday', 'time', 'mood', 'activities', 'note_title', 'note'] as const;
/** Exports before titles were introduced. */
const OLD_COLUMNS = COLUMNS.filter((c) => c !== 'note_title');
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Whether the beginning of a text is a diary that {@link collectMoodDiary} reads. */
export function looksLikeMoodDiary(head: string): boolean {
  return (
    columnsOf((/^\ufeff?([^\r\n]*)/.exec(head)?.[1] ?? '').split(',').map((c) => c.trim())) !== undefined
  );
}

function columnsOf(header: readonly string[]): readonly string[] | undefined {
  return [COLUMNS, OLD_COLUMNS].find(
    (cs) => cs.length === header.length && cs.every((c, i) => c === header[i]),
  );
}

/**
 * Reads one diary.
 * @yields an item an entry, in the file's order: the mood, taken, or refused with its place and reason; after it a second one where the entry has activities
 * @throws HealthError (nothing is taken) `unknown-format`, `no-zone`, `too-large`, `not-text`, `csv-malformed`; with `strict` also for the first bad entry
 * @throws RangeError where `zone` is no IANA zone or a level is not 1 to 5; TypeError where `subject` is no reference
 */
export function* collectMoodDiary(
  bytes: Uint8Array,
  options: MoodDiaryOptions,
): Generator<CollectedItem, void, undefined> {
  const { name: file, subject, zone } = options;
  if (!/^\S+$/.test(subject)) throw new TypeError('subject: expected a reference such as Patient/2309');
  const levels = new Map(Object.entries(options.moodLevels ?? DAYLIO_MOOD_LEVELS));
  for (const level of levels.values())
    if (!Number.isInteger(level) || level < 1 || level > 5)
      throw new RangeError('moodLevels: expected whole levels from 1 (worst) to 5 (best)');
  const refuse = (code: HealthErrorCode, what: string, place: string, expected: string): HealthError =>
    new HealthError(code, what, { file, place, expected });

  const [header, ...lines] = readCsvLines(bytes, file);
  const columns = columnsOf(header?.cells ?? []);
  if (columns === undefined)
    throw refuse('unknown-format', 'no mood diary that is known', '1:1', COLUMNS.join(','));
  if (zone === undefined)
    throw refuse(
      'no-zone',
      'times without a zone',
      '1:1',
      "the option zone: the IANA zone of the phone's clock",
    );

  const entries = lines
    .filter(({ cells }) => cells.some((c) => c !== ''))
    .map(({ cells, line }) => {
      const cell = (column: string): string => cells[columns.indexOf(column)] ?? '';
      return {
        line,
        cell,
        isText: !cells.some(hasControls),
        isWhole: cells.length === columns.length,
        wall: readTime(cell('full_date'), cell('time')),
      };
    });
  // The newest entry comes first in most exports; clocks that repeat an hour are read in the order of time.
  const place = placeWallTimes(zone);
  const timed = entries.filter((e) => e.wall !== undefined);
  const ms = (wall: WallTime | undefined): number => (wall && wallMs(wall)) ?? 0;
  const isNewestFirst = ms(timed[0]?.wall) > ms(timed.at(-1)?.wall);
  const placed = new Map<object, PlacedTime>();
  for (const entry of isNewestFirst ? timed.toReversed() : timed) {
    const found = place(entry.wall as WallTime);
    if (found) placed.set(entry, found);
  }

  const seen = new Map<string, number>();
  for (const entry of entries) {
    const { line, cell, isText, isWhole } = entry;
    const at = placed.get(entry);
    const mood = cell('mood');
    const error = !isText
      ? refuse('not-text', 'control characters in a cell', `${line}:1`, 'text')
      : !isWhole
        ? refuse(
            'csv-malformed',
            'a row with another number of cells',
            `${line}:1`,
            `${columns.length} cells`,
          )
        : at === undefined
          ? refuse(
              'invalid-time',
              'a time that is none',
              `${line}:full_date`,
              'YYYY-MM-DD and H:MM, 24 hours or with am or pm',
            )
          : mood === '' || mood.length > 100
            ? refuse('impossible-value', 'no mood', `${line}:mood`, 'a word, at most 100 characters')
            : undefined;
    if (error !== undefined || at === undefined) {
      if (options.strict) throw error;
      yield { kind: 'refused', error: error as HealthError };
      continue;
    }

    const marks: CollectIssue[] = [];
    const mark = (code: CollectIssue['code'], message: string): void => {
      marks.push({ severity: 'warning', code, file, place: `${line}:1`, message });
    };
    if (at.mark === 'gap') mark('local-time-gap', 'clocks skipped this time; kept');
    if (at.mark === 'overlap') mark('local-time-overlap', 'clocks repeated this time; kept');
    const weekday = WEEKDAYS.indexOf(cell('weekday').toLowerCase());
    // Names of weekdays in other languages are not judged.
    if (weekday >= 0 && weekday !== new Date(ms(entry.wall)).getUTCDay())
      mark('times-disagree', 'the weekday is not that of the date; the date kept');

    const key = `${cell('full_date')}\n${ms(entry.wall)}\n${mood}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const id = `${at.time.replace(/[^0-9]/g, '').slice(0, 12)}-${fingerprint(`${key}\n${nth}`)}`;
    const word = mood.toLowerCase();
    const level = levels.get(word);
    const activities = cell('activities')
      .split('|')
      .map((a) => a.trim())
      .filter((a) => a !== '');
    const notes = [cell('note_title'), cell('note')].filter((n) => n !== '');
    const code = (own: string, display?: string): object => ({
      coding: [{ system: MOOD_DIARY_SYSTEM, code: own, ...(display === undefined ? {} : { display }) }],
    });
    const component = [
      ...(level === undefined
        ? []
        : [
            {
              code: code('mood-level', 'Mood, 1 (worst) to 5 (best)'),
              valueQuantity: { value: level, unit: '{score}', system: UCUM_SYSTEM, code: '{score}' },
            },
          ]),
    ];
    const common = {
      resourceType: 'Observation',
      meta: {
        security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'MH' }],
        ...(marks.length === 0 ? {} : { tag: marks.map((m) => ({ system: MARK_SYSTEM, code: m.code })) }),
      },
      status: 'final',
      subject: { reference: subject },
      effectiveDateTime: at.time,
      device: { display: 'Daylio' },
      category: [
        {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }],
        },
      ],
    };
    const taken = (resource: Resource, issues: readonly CollectIssue[]): CollectedItem => ({
      kind: 'taken',
      collected: {
        resource,
        source: { system: MOOD_DIARY_SYSTEM, id: `Observation/${resource.id}`, version: '1' },
        sourceTime: at.time,
      },
      issues,
    });
    const entryOfMood: Resource = {
      ...common,
      id: `mood-${id}`,
      code: code('mood', 'Mood by the own words'),
      valueCodeableConcept: {
        ...(Object.hasOwn(DAYLIO_MOOD_LEVELS, word)
          ? { coding: [{ system: MOOD_DIARY_SYSTEM, code: word }] }
          : {}),
        text: mood,
      },
      ...(component.length === 0 ? {} : { component }),
      // A diary's own words may name anybody: they go where names go, or to restricted content with the known names blanked.
      ...(notes.length === 0 ? {} : { note: notes.map((text) => ({ text })) }),
    };
    yield taken(entryOfMood, marks);
    // What was done may be protected for another reason than the mood ("alcohol"): apart, it does not take the mood out of the sight of who may see moods.
    if (activities.length > 0)
      yield taken(
        {
          ...common,
          id: `activities-${id}`,
          code: code('activities', 'Activities by the own words'),
          component: activities.map((text) => ({
            code: code('activity', 'Activity'),
            valueCodeableConcept: { text },
          })),
        },
        [],
      );
  }
}

function readTime(date: string, clock: string): WallTime | undefined {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const time = readClock(clock);
  if (!day || !time) return undefined;
  const wall = { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]), ...time, hasTime: true };
  return wallMs(wall) === undefined ? undefined : wall;
}
