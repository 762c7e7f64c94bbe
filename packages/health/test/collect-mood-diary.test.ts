import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Collected,
  type CollectedItem,
  collectMoodDiary,
  connectorFor,
  MOOD_DIARY_SYSTEM,
  type MoodDiaryOptions,
} from '../src/index.js';
import { itemsOf, SHARED, takenOf, utf8 } from './support.js';

const DAYLIO = `${SHARED}wearables/daylio/`;
const HAS_DAYLIO = existsSync(DAYLIO);
const NOTE = HAS_DAYLIO ? '' : ' [skipped: ../shared/data/wearables/daylio is not beside the checkout]';
const HEADER = 'full_date,date,weekday,time,mood,activities,note_title,note';
const OPTIONS = { name: 'diary.csv', subject: 'Patient/p', zone: 'Europe/Berlin' };

const read = (rows: readonly string[], options: Partial<MoodDiaryOptions> = {}): Promise<CollectedItem[]> =>
  itemsOf(collectMoodDiary(utf8([HEADER, ...rows].join('\n')), { ...OPTIONS, ...options }));

describe('collectMoodDiary', () => {
  test('an entry: own words as text, a level where the word is one of the app’s, notes apart', async () => {
    const items = await read([
      '2024-05-06,6 May,Monday,21:30,Good,"walk | Café | ","At last","Tea with Grace"',
    ]);
    const [entry, activities] = takenOf(items);
    expect(items.length).toBe(2);
    expect(activities?.resource).toMatchObject({
      meta: { security: [{ code: 'MH' }] },
      code: { coding: [{ system: MOOD_DIARY_SYSTEM, code: 'activities' }] },
      effectiveDateTime: '2024-05-06T21:30:00+02:00',
      component: [{ valueCodeableConcept: { text: 'walk' } }, { valueCodeableConcept: { text: 'Café' } }],
    });
    expect(JSON.stringify(activities)).not.toMatch(/Grace|Good/);
    expect(entry?.resource.component).toHaveLength(1);
    expect(entry?.resource).toMatchObject({
      status: 'final',
      meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'MH' }] },
      code: { coding: [{ system: MOOD_DIARY_SYSTEM, code: 'mood' }] },
      effectiveDateTime: '2024-05-06T21:30:00+02:00',
      valueCodeableConcept: { coding: [{ system: MOOD_DIARY_SYSTEM, code: 'good' }], text: 'Good' },
      component: [
        { code: { coding: [{ code: 'mood-level' }] }, valueQuantity: { value: 4, code: '{score}' } },
      ],
      note: [{ text: 'At last' }, { text: 'Tea with Grace' }],
    });
    expect(items[0]?.kind === 'taken' && items[0].issues).toEqual([]);
  });
  test('a renamed mood has a level only where its owner says which', async () => {
    const level = async (moodLevels?: Record<string, number>): Promise<unknown> =>
      takenOf(await read(['2024-05-06,,,21:30,Sunny,,,'], moodLevels ? { moodLevels } : {}))[0]?.resource
        .component;
    expect(await level()).toBeUndefined();
    expect(await level({ sunny: 5 })).toMatchObject([{ valueQuantity: { value: 5 } }]);
    await expect(level({ sunny: 6 })).rejects.toThrow(RangeError);
  });
  test.each([
    ['12:05 am', '00:05:00'],
    ['12:05 PM', '12:05:00'],
    ['1:00 pm', '13:00:00'],
    ['11:59 pm', '23:59:00'],
    ['0:30', '00:30:00'],
    ['23:59', '23:59:00'],
  ])('clocks of 12 and of 24 hours: %s is %s', async (written, expected) => {
    const [entry] = takenOf(await read([`2024-05-06,6 May,Monday,${written},meh,,,`]));
    expect(String(entry?.resource.effectiveDateTime).slice(11, 19)).toBe(expected);
  });
  test.each(['13:00 pm', '0:30 am', '24:00', '9', 'noon', '9:60'])(
    '%s is no time of day',
    async (written) => {
      const [item] = await read([`2024-05-06,6 May,Monday,${written},meh,,,`]);
      expect(item?.kind === 'refused' && item.error.code).toBe('invalid-time');
    },
  );
  // Summer time: Berlin and New York have it on 6 May, Kolkata never (IANA tz database).
  test.each([
    ['Europe/Berlin', '+02:00'],
    ['America/New_York', '-04:00'],
    ['Asia/Kolkata', '+05:30'],
  ])('in %s', async (zone, offset) => {
    const [entry] = takenOf(await read(['2024-05-06,6 May,Monday,21:30,meh,,,'], { zone }));
    expect(entry?.resource.effectiveDateTime).toBe(`2024-05-06T21:30:00${offset}`);
  });
  test('a journey: the phone was set to Tokyo’s time on arrival', async () => {
    const zone =
      'Europe/Berlin, Asia/Tokyo from 2024-05-06T09:00:00+09:00, Europe/Berlin from 2024-05-10T12:00:00+02:00';
    const rows = [
      '2024-05-11,,,08:00,good,,,',
      '2024-05-10,,,13:00,good,,,',
      '2024-05-10,,,18:00,good,,,',
      '2024-05-08,,,13:00,good,,,',
      '2024-05-06,,,05:00,bad,,,',
      '2024-05-05,,,13:00,meh,,,',
    ];
    const items = await read(rows, { zone });
    const marksOf = (i: CollectedItem): string =>
      i.kind === 'taken' ? i.issues.map((x) => x.code).join() : '';
    expect(items.map((i) => [takenOf([i])[0]?.resource.effectiveDateTime, marksOf(i)])).toEqual([
      ['2024-05-11T08:00:00+02:00', ''],
      // On the way back the clock went from 19:00 to 12:00: it showed 13:00 and 18:00 twice, and 13:00 after 18:00 is the second.
      ['2024-05-10T13:00:00+02:00', 'local-time-overlap'],
      ['2024-05-10T18:00:00+09:00', 'local-time-overlap'],
      ['2024-05-08T13:00:00+09:00', ''],
      // On the way out it jumped from 02:00 to 09:00: 05:00 was never shown, and is read as before the jump.
      ['2024-05-06T05:00:00+02:00', 'local-time-gap'],
      ['2024-05-05T13:00:00+02:00', ''],
    ]);
    await expect(read(rows, { zone: 'Europe/Berlin, Asia/Tokyo' })).rejects.toThrow(RangeError);
  });
  test('no zone, no guess; a weekday of another date is marked; a foreign one is not judged', async () => {
    expect(() => [...collectMoodDiary(utf8(`${HEADER}\n`), { name: 'd', subject: 'Patient/p' })]).toThrow(
      expect.objectContaining({ code: 'no-zone' }),
    );
    const codes = async (weekday: string): Promise<unknown> => {
      const [item] = await read([`2024-05-06,6 May,${weekday},21:30,meh,,,`]);
      return item?.kind === 'taken' && item.issues.map((i) => i.code);
    };
    expect(await codes('Sunday')).toEqual(['times-disagree']);
    expect(await codes('Montag')).toEqual([]);
  });
  test('a good entry beside bad ones is kept; strict refuses all; refusals hold no words of the diary', async () => {
    const rows = [
      '2024-02-30,,,21:30,meh,,,',
      '2024-05-06,,,21:30,,,,',
      '2024-05-06,,,21:30,secretly',
      '2024-05-06,,,21:30,meh,a\u0001b,,',
      '2024-05-06,,,21:31,meh,,,',
    ];
    const items = await read(rows);
    expect(items.map((i) => (i.kind === 'refused' ? `${i.error.code} ${i.error.place}` : i.kind))).toEqual([
      'invalid-time 2:full_date',
      'impossible-value 3:mood',
      'csv-malformed 4:1',
      'not-text 5:1',
      'taken',
    ]);
    await expect(read(rows, { strict: true })).rejects.toMatchObject({ code: 'invalid-time' });
    for (const i of items) if (i.kind === 'refused') expect(i.error.message).not.toContain('secretly');
  });
  test('its connector, and exports before titles were introduced', async () => {
    expect(connectorFor('x.csv', `\ufeff${HEADER}\n`).id).toBe('mood-diary');
    const old =
      'full_date,date,weekday,time,mood,activities,note\n2024-05-06,6 May,Monday,21:30,meh,,"Hello"';
    const [entry] = takenOf(await itemsOf(collectMoodDiary(utf8(old), OPTIONS)));
    expect(entry?.resource.note).toEqual([{ text: 'Hello' }]);
  });
  test.skipIf(!HAS_DAYLIO)(`the two real exports: 3 and 7 entries${NOTE}`, async () => {
    const all = async (name: string): Promise<Collected[]> =>
      takenOf(
        await itemsOf(collectMoodDiary(new Uint8Array(readFileSync(DAYLIO + name)), { ...OPTIONS, name })),
      );
    const file = async (name: string): Promise<unknown[]> =>
      (await all(name))
        .filter((c) => c.source.id.startsWith('Observation/mood-'))
        .map((c) => [
          c.resource.effectiveDateTime,
          (c.resource.valueCodeableConcept as { text: string }).text,
        ]);
    // One of the seven, "bad" on 21 July, names no activity.
    expect([(await all('sample.csv')).length, (await all('sample_multiple_moods.csv')).length]).toEqual([
      6, 13,
    ]);
    expect(await file('sample.csv')).toEqual([
      ['2021-09-28T22:00:00+02:00', 'sad'],
      ['2021-09-27T23:00:00+02:00', 'average'],
      ['2021-09-26T23:00:00+02:00', 'average'],
    ]);
    const seven = await file('sample_multiple_moods.csv');
    expect(seven.length).toBe(7);
    expect(seven.at(-1)).toEqual(['2020-07-21T07:31:00+02:00', 'Anxious']);
  });
});
