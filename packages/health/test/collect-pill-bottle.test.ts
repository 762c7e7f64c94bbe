import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  type CollectedItem,
  collectPillBottle,
  connectorFor,
  HealthError,
  PILL_BOTTLE_SYSTEM,
  type Resource,
} from '../src/index.js';
import { itemsOf, SHARED, takenOf, utf8 } from './support.js';

const FIXTURES = fileURLToPath(new URL('./fixtures/pill-bottles/', import.meta.url));
const MORE = `${SHARED}wearables/adherence-oncmap/`;
const HAS_MORE = existsSync(MORE);
const NOTE = HAS_MORE ? '' : ' [skipped: ../shared/data/wearables is not beside the checkout]';
const ZONE = 'America/New_York';

const bytesOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(existsSync(FIXTURES + name) ? FIXTURES + name : MORE + name));
function read(
  name: string,
  options: { zone?: string; strict?: boolean } = { zone: ZONE },
): Promise<CollectedItem[]> {
  return itemsOf(collectPillBottle(bytesOf(name), { name, subject: 'Patient/p', ...options }));
}
function readText(
  text: string,
  options: { zone?: string; strict?: boolean } = { zone: ZONE },
): Promise<CollectedItem[]> {
  return itemsOf(collectPillBottle(utf8(text), { name: 'x.csv', subject: 'Patient/p', ...options }));
}
const eventOf = (r: Resource): string => (r.code as { coding: { code: string }[] }).coding[0]?.code ?? '';
const wordOf = (r: Resource): string | undefined =>
  (r.code as { coding: { code: string }[] }).coding[1]?.code;
function tally(items: readonly CollectedItem[]): Record<string, number> {
  const count: Record<string, number> = {};
  for (const { resource } of takenOf(items)) count[eventOf(resource)] = (count[eventOf(resource)] ?? 0) + 1;
  return count;
}
const codesOf = (items: readonly CollectedItem[]): string[] =>
  items.flatMap((i) => (i.kind === 'taken' ? i.issues.map((x) => x.code) : []));

describe('every monitor', () => {
  // Rows and what they say, counted with grep over the files.
  test.each([
    ['test_ecap.csv', { opening: 3 }],
    ['test_ecap1.csv', { opening: 14 }],
    ['test_ecap2.csv', { opening: 14 }],
    ['sample-data-ecap2.csv', { opening: 20 }],
    [
      'test_simplemed.csv',
      { opening: 3, 'no-opening': 3, reminder: 3, 'other-opening': 2, 'device-test': 2 },
    ],
    ['test_mems.csv', { opening: 13 }],
    ['test_mems2.csv', { opening: 117, 'no-opening': 39 }],
    ['test_adheretech.csv', { opening: 12, 'no-opening': 2 }],
    ['test_adheretech.xlsx', { opening: 24, 'no-opening': 1 }],
    ['test_patchcap.csv', { opening: 19, closing: 19 }],
  ])('%s', async (name, expected) => {
    const items = await read(name);
    expect(tally(items)).toEqual(expected);
    expect(items.filter((i) => i.kind !== 'taken')).toEqual([]);
    expect(new Set(takenOf(items).map((c) => c.source.id)).size).toBe(items.length);
    for (const { resource } of takenOf(items)) {
      expect(resource.resourceType).toBe('Observation');
      expect((resource.code as { coding: { system: string }[] }).coding[0]?.system).toBe(PILL_BOTTLE_SYSTEM);
    }
  });
  test.skipIf(!HAS_MORE).each([
    ['test_ecap3.csv', { opening: 60 }],
    ['test_clevercap.xlsx', { opening: 18 }],
    // ONTIME 533 + EARLY 33 + LATE 136.
    [
      'test_adheretech_2.csv',
      { opening: 702, 'no-opening': 124, 'monitoring-paused': 76, 'dose-pending': 21 },
    ],
  ])(`%s${NOTE}`, async (name, expected) => {
    expect(tally(await read(name))).toEqual(expected);
  });
  test('a connector takes each of them, and what is none of them is refused', async () => {
    for (const name of readdirSync(FIXTURES)) {
      const head = new TextDecoder().decode(bytesOf(name).subarray(0, 4096));
      if (name === 'empty.csv' || name === 'noformat.csv') {
        expect(() => connectorFor(name, head)).toThrow(HealthError);
        await expect(read(name)).rejects.toMatchObject({ code: 'unknown-format' });
      } else expect(connectorFor(name, head).id).toBe('pill-bottle');
    }
  });
});

describe('what a row says', () => {
  test('eCAP: cells two columns right of their names are read where they belong, and said to be', async () => {
    const items = await read('test_ecap.csv');
    // By hand from the file: the third row is `,,,,,,,3,2023-09-16,2023-09-16T21:00:00-04:00,…`; the device stands in the first row only.
    expect(takenOf(items)[2]?.resource).toMatchObject({
      effectiveDateTime: '2023-09-16T21:00:00-04:00',
      device: { identifier: { value: '100012345-BR9' }, display: 'eCAP' },
    });
    expect(codesOf(items)).toEqual(['columns-shifted', 'columns-shifted', 'columns-shifted']);
  });
  test('eCAP: two times that differ are marked; where one is unreadable the other holds', async () => {
    const items = await read('sample-data-ecap2.csv');
    const last = takenOf(items).at(-1)?.resource;
    expect(last?.effectiveDateTime).toBe('2018-12-31T20:10:04-05:00');
    expect(last?.meta).toEqual({ tag: [{ system: 'urn:twinseal:mark', code: 'times-disagree' }] });
    expect(codesOf(items)).toEqual(['times-disagree']);
    // By hand: in rows 1, 2 and 4 the two are two hours apart, in 3 and 5 to 8 the one in UTC is no time; 9 to 14 agree.
    expect(codesOf(await read('test_ecap2.csv')).length).toBe(8);
    const header = 'Index,Patient ID,ECM ID,Dose #,Dose Timestamp,Dose Timestamp UTC,Dose Group,Dose Label';
    const [kept, refused] = await readText(
      `${header}\n1,a,b,1,2023-02-30T10:00:00-05:00,2023-03-02T15:00:00+00:00,--,1\n2,a,b,2,x,y,--,1\n`,
    );
    expect(kept?.kind === 'taken' && kept.collected.resource.effectiveDateTime).toBe(
      '2023-03-02T15:00:00+00:00',
    );
    expect(refused?.kind === 'refused' && [refused.error.code, refused.error.place]).toEqual([
      'invalid-time',
      '3:Dose Timestamp',
    ]);
  });
  test('AdhereTech: the instant from UTC, the offset from the local column; an offset that the zone did not have is marked', async () => {
    const december = takenOf(await read('test_adheretech.csv'))[0]?.resource;
    expect(december).toMatchObject({
      effectiveDateTime: '2023-12-05T07:30:00-04:00',
      meta: { tag: [{ code: 'times-disagree' }] },
    });
    expect(wordOf(december as Resource)).toBe('ONTIME');
    // Serial numbers of a sheet, 45203.997523148151 in UTC and 45203.83085648148 locally: 4 October 2023, 23:56:26 and 19:56:26.
    const october = takenOf(await read('test_adheretech.xlsx'))[0]?.resource;
    expect(october?.effectiveDateTime).toBe('2023-10-04T19:56:26-04:00');
    expect(october?.meta).toBeUndefined();
  });
  test('AdhereTech: missed, paused and pending are no openings; a pending dose is registered, not final', async () => {
    const header =
      'Patient_UID,Device_UID,Site,Medication,Reminder_Sent,Status,Deadline_UTC,Dose_Date_UTC,Time_Recorded_UTC,Patient_Timezone,Deadline_Patient_Timezone,Dose_Date_Patient_Timezone,Time_Recorded_Patient_Timezone';
    const row = (status: string, utc: string, local: string): string =>
      `p,d,,eMED,,${status},12:30,11/22/2021,${utc},America/New_York,7:30,11/22/2021,${local}`;
    const rows = [row('MISSED', '', ''), row('PAUSED', '', ''), row('PENDING', '', '')].join('\n');
    const items = await readText(`${header}\n${rows}`);
    expect(takenOf(items).map(({ resource: r }) => [eventOf(r), r.status, r.effectiveDateTime])).toEqual([
      ['no-opening', 'final', '2021-11-22T07:30:00-05:00'],
      ['monitoring-paused', 'final', '2021-11-22T07:30:00-05:00'],
      ['dose-pending', 'registered', '2021-11-22T07:30:00-05:00'],
    ]);
    // Whatever export comes first, what became of the dose is the later statement.
    const one = async (status: string, utc = '', local = '') =>
      takenOf(await readText(`${header}\n${row(status, utc, local)}`))[0];
    const pending = await one('PENDING');
    const early = await one('EARLY', '11/22/2021 10:00', '11/22/2021 5:00');
    expect(pending?.source.id).toBe(early?.source.id);
    expect(Date.parse(pending?.sourceTime ?? '')).toBeLessThan(Date.parse(early?.sourceTime ?? ''));
    const [unknown] = await readText(`${header}\n${row('SNOOZED', '', '')}`);
    expect(unknown?.kind === 'refused' && unknown.error.code).toBe('unknown-code');
  });
  test('MEMS: a missing day is a day without an opening, not an opening at midnight', async () => {
    const missing = takenOf(await read('test_mems2.csv')).filter(
      ({ resource }) => eventOf(resource) === 'no-opening',
    );
    expect(missing[0]?.resource.effectiveDateTime).toBe('2023-05-15');
    expect(
      missing.every(({ resource }) => /^\d{4}-\d\d-\d\d$/.test(String(resource.effectiveDateTime))),
    ).toBe(true);
  });
  test('SimpleMed: twelve hours with AM and PM', async () => {
    const times = takenOf(await read('test_simplemed.csv')).map(({ resource }) => resource.effectiveDateTime);
    expect(times.slice(0, 2)).toEqual(['2023-11-30T21:00:20-05:00', '2023-11-30T10:00:00-05:00']);
  });
  test('a drug’s name is a code of the source with a display; what a person may have typed is text', async () => {
    const components = (r: Resource | undefined): unknown => r?.component;
    expect(components(takenOf(await read('test_adheretech.xlsx'))[0]?.resource)).toEqual([
      {
        code: { coding: [{ system: PILL_BOTTLE_SYSTEM, code: 'medication' }] },
        valueCodeableConcept: {
          coding: [{ system: `${PILL_BOTTLE_SYSTEM}:adheretech`, code: 'eMED', display: 'eMED' }],
        },
      },
      {
        code: { coding: [{ system: PILL_BOTTLE_SYSTEM, code: 'reminder-sent' }] },
        valueCodeableConcept: {
          coding: [{ system: `${PILL_BOTTLE_SYSTEM}:adheretech`, code: 'PATIENT_REMINDERS_DISABLED' }],
        },
      },
    ]);
    expect(components(takenOf(await read('test_mems.csv'))[0]?.resource)).toMatchObject([
      { code: { coding: [{ code: 'indication' }] }, valueCodeableConcept: { text: 'Monitoring1' } },
    ]);
  });
  test('the source’s own word stands beside our code, under its own system', async () => {
    const r = takenOf(await read('test_simplemed.csv'))[3]?.resource;
    expect(r?.code).toMatchObject({
      coding: [{}, { system: `${PILL_BOTTLE_SYSTEM}:simplemed`, code: 'Wrong cell opened' }],
    });
  });
  test.skipIf(!HAS_MORE)(
    `CleverCap: the drug is kept, patient, doctor and place are not${NOTE}`,
    async () => {
      const all = JSON.stringify(takenOf(await read('test_clevercap.xlsx')));
      expect(all).toContain('Mercaptopurine');
      for (const name of ['GB Test 1', 'McGrady', 'Cincinnati', '11290']) expect(all).not.toContain(name);
    },
  );
});

describe('clocks without a zone', () => {
  test('are refused, unless the caller names the zone: there is no default', async () => {
    for (const name of ['test_mems.csv', 'test_mems2.csv', 'test_simplemed.csv'])
      await expect(read(name, {})).rejects.toMatchObject({ code: 'no-zone' });
    // These state offsets themselves.
    for (const name of ['test_ecap1.csv', 'test_adheretech.csv', 'test_patchcap.csv'])
      expect((await read(name, {})).every((i) => i.kind === 'taken')).toBe(true);
    await expect(read('test_mems.csv', { zone: 'America/Cincinnati' })).rejects.toThrow(RangeError);
  });
  // Two rows of the file. New York went over to summer time on 13 March 2022, London on the 27th, Kolkata never does (IANA tz database).
  test.each([
    ['America/New_York', '2022-03-14T12:10:15-04:00', '2022-03-12T10:29:50-05:00'],
    ['Europe/London', '2022-03-14T12:10:15+00:00', '2022-03-12T10:29:50+00:00'],
    ['Asia/Kolkata', '2022-03-14T12:10:15+05:30', '2022-03-12T10:29:50+05:30'],
  ])('%s', async (zone, after, before) => {
    const times = takenOf(await read('test_mems.csv', { zone })).map(
      ({ resource }) => resource.effectiveDateTime,
    );
    expect(times[2]).toBe(after);
    expect(times[4]).toBe(before);
  });
  test('the hour that clocks repeat is told apart although the export begins with the newest', async () => {
    const header =
      'Date,IntakeStatusDisplayResource,Indication / pathology,Identification number,Label,CavityLabel,IntakeChangeReasons,';
    const rows = [
      '11/5/2023 2:10:00 AM',
      '11/5/2023 1:20:00 AM',
      '11/5/2023 1:40:00 AM',
      '11/5/2023 12:50:00 AM',
    ];
    const items = await readText(
      `Exported\n${header}\n${rows.map((r) => `${r},No change made,M,9,,,,`).join('\n')}`,
    );
    // New York, 5 November 2023: 01:59:59 EDT is followed by 01:00:00 EST.
    expect(takenOf(items).map(({ resource }) => resource.effectiveDateTime)).toEqual([
      '2023-11-05T02:10:00-05:00',
      '2023-11-05T01:20:00-05:00',
      '2023-11-05T01:40:00-04:00',
      '2023-11-05T00:50:00-04:00',
    ]);
    expect(codesOf(items)).toEqual(['local-time-overlap', 'local-time-overlap']);
  });
});

describe('bad input', () => {
  const header = 'Measurement Time,Primary Value,Secondary Value';
  test('a good row beside a bad one is kept; strict refuses all', async () => {
    const text = `${header}\n2026-01-06T16:45:05.000000Z,0,0\n2026-13-06T16:45:05.000000Z,1,0\n2026-01-06T16:41:07.000000Z,open,0\n2026-01-06T16:40:02.000000Z,1,0`;
    const items = await readText(text);
    expect(items.map((i) => (i.kind === 'refused' ? `${i.error.code} ${i.error.place}` : i.kind))).toEqual([
      'taken',
      'invalid-time 3:Measurement Time',
      'unknown-code 4:Primary Value',
      'taken',
    ]);
    await expect(readText(text, { strict: true })).rejects.toMatchObject({ code: 'invalid-time' });
    for (const i of items) if (i.kind === 'refused') expect(i.error.message).not.toMatch(/2026-13|: open/);
  });
  test('control characters, which no FHIR string has, refuse their row (found by damaging files at random)', async () => {
    const text = `${header}\n2026-01-06T16:45:05.000000Z,0,0\u0000\n2026-01-06T16:41:07.000000Z,1,0`;
    const items = await readText(text);
    expect(items.map((i) => (i.kind === 'refused' ? `${i.error.code} ${i.error.place}` : i.kind))).toEqual([
      'not-text 2:1',
      'taken',
    ]);
  });
  test('an export about two persons is refused whole', async () => {
    const text =
      'Index,Patient ID,ECM ID,Dose #,Dose Timestamp,Dose Timestamp UTC,Dose Group,Dose Label\n1,a,b,1,2023-11-08T15:15:00-04:00,2023-11-08T19:15:00+00:00,--,1\n1,c,b,1,2023-11-08T15:15:00-04:00,2023-11-08T19:15:00+00:00,--,1';
    await expect(readText(text)).rejects.toMatchObject({ code: 'two-patients', place: '3:Patient ID' });
  });
  test('identical rows are two events; a longer export repeats the ids of a shorter one', async () => {
    const row = '2026-01-06T16:45:05.000000Z,1,0';
    const ids = takenOf(await readText(`${header}\n${row}\n${row}`)).map((c) => c.source.id);
    expect(new Set(ids).size).toBe(2);
    const longer = takenOf(await readText(`${header}\n2026-01-07T16:45:05.000000Z,1,0\n${row}\n${row}`)).map(
      (c) => c.source.id,
    );
    expect(longer.slice(1)).toEqual(ids);
  });
});

describe('workbooks', () => {
  const workbook = (): Record<string, Uint8Array> => unzipSync(bytesOf('test_adheretech.xlsx'));
  const readBytes = (bytes: Uint8Array): Promise<CollectedItem[]> =>
    itemsOf(collectPillBottle(bytes, { name: 'x.xlsx', subject: 'Patient/p' }));

  test('a damaged one, and a ZIP that holds something else', async () => {
    const bytes = bytesOf('test_adheretech.xlsx');
    for (const bad of [
      bytes.slice(0, 3000),
      bytes.map((b, i) => (i > 400 && i < 2000 ? b ^ 0x55 : b)),
      zipSync({ 'a.txt': strToU8('a') }),
    ])
      await expect(readBytes(bad)).rejects.toMatchObject({ code: 'xlsx-malformed' });
  });
  test('a bomb is refused by what it says it holds, and cut off where it lies', async () => {
    const zeros = new Uint8Array(80 * 2 ** 20);
    const bomb = zipSync({ ...workbook(), 'xl/worksheets/sheet1.xml': zeros });
    expect(bomb.length).toBeLessThan(2 ** 20);
    await expect(readBytes(bomb)).rejects.toMatchObject({ code: 'too-large' });
    // Its directory now says that the sheet has 1000 bytes.
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    for (let at = 0; at < liar.length - 30; at++) {
      const isCentral = view.getUint32(at, true) === 0x02014b50;
      if (isCentral && view.getUint32(at + 24, true) === zeros.length) view.setUint32(at + 24, 1000, true);
    }
    await expect(readBytes(liar)).rejects.toMatchObject({ code: 'xlsx-malformed' });
  });
  test('a cell far outside does not make an endless sheet', async () => {
    const sheet = new TextDecoder().decode(workbook()['xl/worksheets/sheet1.xml']);
    for (const far of ['XFD26', 'M1048576', 'BM26']) {
      const changed = sheet.replace(/r="M26"/, `r="${far}"`);
      expect(changed).not.toBe(sheet);
      const bytes = zipSync({ ...workbook(), 'xl/worksheets/sheet1.xml': strToU8(changed) });
      await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'too-large' });
    }
  });
});
