import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Collected,
  type CollectedItem,
  collectAppleHealth,
  collectOpenMHealth,
  collectPillBottle,
  DuplicateFinder,
  findDuplicates,
  markDuplicates,
} from '../src/index.js';
import { itemsOf, streamOf, takenOf, utf8 } from './support.js';

const UCUM = 'http://unitsofmeasure.org';
let count = 0;
function reading(more: {
  system?: string;
  id?: string;
  code?: string;
  time?: string;
  period?: { start: string; end: string };
  value?: number;
  unit?: string;
  device?: string;
  subject?: string;
  status?: string;
  component?: object[];
}): Collected {
  const {
    system = 'urn:a',
    code = '8867-4',
    time = '2024-05-06T08:00:00Z',
    value = 72,
    unit = '/min',
  } = more;
  const id = more.id ?? `r${count++}`;
  return {
    resource: {
      resourceType: 'Observation',
      id,
      status: more.status ?? 'final',
      code: { coding: [{ system: 'http://loinc.org', code }] },
      subject: { reference: more.subject ?? 'Patient/p' },
      ...(more.period ? { effectivePeriod: more.period } : { effectiveDateTime: time }),
      ...(Number.isNaN(value) ? {} : { valueQuantity: { value, unit, system: UCUM, code: unit } }),
      ...(more.device ? { device: { display: more.device } } : {}),
      ...(more.component ? { component: more.component } : {}),
    },
    source: { system, id: `Observation/${id}`, version: '1' },
    sourceTime: time,
  };
}
const kinds = (...of: Collected[]): string[] => findDuplicates(of).map((p) => p.kind);

describe('two statements are taken for one', () => {
  test('by code, moment and value; the pair says why', () => {
    const a = reading({ id: 'a' });
    const b = reading({ id: 'b', system: 'urn:b', time: '2024-05-06T10:00:30+02:00' });
    expect(findDuplicates([a, b])).toEqual([
      {
        between: ['urn:a Observation/a', 'urn:b Observation/b'],
        kind: 'across-sources',
        code: 'http://loinc.org|8867-4',
        apartS: 30,
        value: 'equal',
        why: 'same code, 30 s apart (at most 60 s), equal values',
      },
    ]);
  });
  test('between devices of one source, and within one device', () => {
    expect(kinds(reading({ device: 'Watch' }), reading({ device: 'Strap' }))).toEqual(['between-devices']);
    expect(kinds(reading({ device: 'Watch' }), reading({ device: 'Watch' }))).toEqual(['within-device']);
    // A device that says the same eight seconds later says something new.
    const later = { device: 'Watch', time: '2024-05-06T08:00:08Z' };
    expect(kinds(reading({ device: 'Watch' }), reading(later))).toEqual([]);
    expect(kinds(reading({ device: 'Strap' }), reading(later))).toEqual(['between-devices']);
  });
  // 99 mg/dL / 18.0156 = 5.495 mmol/L (molar mass 180.156 g/mol); 5.5 mmol/L is 99.09 mg/dL.
  test.each([
    ['2339-0', 99, 'mg/dL', '15074-8', 5.5, 'mmol/L', true],
    ['99504-3', 99, 'mg/dL', '105272-9', 5.5, 'mmol/L', true],
    ['2339-0', 99, 'mg/dL', '15074-8', 5.8, 'mmol/L', false],
    ['2339-0', 99, 'mg/dL', '105272-9', 5.5, 'mmol/L', false],
    ['29463-7', 70, 'kg', '29463-7', 154.3, '[lb_av]', true],
    ['29463-7', 70, 'kg', '29463-7', 160, '[lb_av]', false],
    ['29463-7', 70, 'kg', '29463-7', 70.1, 'kg', false],
    ['8310-5', 37, 'Cel', '8310-5', 98.6, '[degF]', true],
    ['8310-5', 37, 'Cel', '8310-5', 98.9, '[degF]', false],
    ['29463-7', 70, 'kg', '29463-7', 70, 'cm', false],
  ])('%s %d %s and %s %d %s: %s', (codeA, a, unitA, codeB, b, unitB, expected) => {
    const first = reading({ code: codeA, value: a, unit: unitA });
    const second = reading({ code: codeB, value: b, unit: unitB, system: 'urn:b' });
    expect(kinds(first, second).length === 1).toBe(expected);
    expect(kinds(second, first).length === 1).toBe(expected);
  });
  test.each([
    ['another code', { code: '9279-1' }],
    ['another person', { subject: 'Patient/q' }],
    ['another value', { value: 73 }],
    ['no value', { value: Number.NaN }],
    ['61 seconds later', { time: '2024-05-06T08:01:01Z' }],
    ['a day without a time', { time: '2024-05-06' }],
    ['entered in error', { status: 'entered-in-error' }],
    ['the same id', { system: 'urn:a', id: 'one' }],
  ])('not with %s', (_, more) => {
    expect(kinds(reading({ id: 'one' }), reading({ system: 'urn:b', ...more }))).toEqual([]);
  });
  test('intervals by both ends; steps of half an hour are not those of an hour', () => {
    const period = (start: string, end: string) => ({
      period: { start: `2024-05-06T${start}Z`, end: `2024-05-06T${end}Z` },
    });
    const hour = reading(period('08:00:00', '09:00:00'));
    expect(kinds(hour, reading({ system: 'urn:b', ...period('08:00:40', '08:59:20') }))).toEqual([
      'across-sources',
    ]);
    expect(kinds(hour, reading({ system: 'urn:b', ...period('08:00:00', '08:30:00') }))).toEqual([]);
  });
  test('panels by their common components; a statistic or another posture is something else', () => {
    const part = (code: string, value: number): object => ({
      code: { coding: [{ system: 'http://loinc.org', code }] },
      valueQuantity: { value, system: UCUM, code: 'mm[Hg]' },
    });
    const posture = (word: string): object => ({
      code: { coding: [{ system: 'urn:x', code: 'body_posture' }] },
      valueCodeableConcept: { text: word },
    });
    const panel = (system: string, ...component: object[]): Collected =>
      reading({ code: '85354-9', value: Number.NaN, system, component });
    const both = [part('8480-6', 120), part('8462-4', 80)];
    expect(kinds(panel('urn:a', ...both), panel('urn:b', ...both, posture('sitting')))).toEqual([
      'across-sources',
    ]);
    expect(
      kinds(panel('urn:a', ...both, posture('lying')), panel('urn:b', ...both, posture('sitting'))),
    ).toEqual([]);
    expect(kinds(panel('urn:a', ...both), panel('urn:b', part('8480-6', 120), part('8462-4', 81)))).toEqual(
      [],
    );
    expect(kinds(panel('urn:a', part('8480-6', 120)), panel('urn:b', part('8462-4', 120)))).toEqual([]);
  });
  test('options are checked', () => {
    expect(() => new DuplicateFinder({ toleranceS: -1 })).toThrow(RangeError);
    expect(() => new DuplicateFinder({ relative: 1 })).toThrow(RangeError);
    const apart = [reading({}), reading({ system: 'urn:b', time: '2024-05-06T08:05:00Z' })];
    expect(findDuplicates(apart, { toleranceS: 300 }).length).toBe(1);
  });
});

test('nothing is lost: marks are added, to the second of each pair only', () => {
  const all = [reading({ id: 'b', system: 'urn:b' }), reading({ id: 'a' }), reading({ id: 'c', value: 99 })];
  const marked = markDuplicates(all, findDuplicates(all));
  expect(marked.length).toBe(3);
  expect(marked.map((c) => c.resource.meta)).toEqual([
    { tag: [{ system: 'urn:twinseal:mark', code: 'possible-duplicate' }] },
    undefined,
    undefined,
  ]);
  const plain = marked.map(({ resource: { meta: _, ...rest } }) => rest);
  expect(plain).toEqual(all.map((c) => c.resource));
});

test('the order of arrival does not matter, nor how it is cut', () => {
  const one = fc.record({
    system: fc.constantFrom('urn:a', 'urn:b', 'urn:c'),
    code: fc.constantFrom('29463-7', '8302-2', '2339-0', '15074-8'),
    atS: fc.integer({ min: 0, max: 300 }),
    value: fc.constantFrom(5.5, 70, 99, 99.1, 154, 154.3),
    unit: fc.constantFrom('kg', '[lb_av]', 'mg/dL', 'mmol/L'),
    device: fc.constantFrom('x', 'y'),
  });
  const many = fc
    .array(one, { maxLength: 40 })
    .map((list) =>
      list.map(({ atS, ...r }, i) =>
        reading({ ...r, id: `n${i}`, time: new Date(1.7e12 + atS * 1000).toISOString() }),
      ),
    );
  fc.assert(
    fc.property(
      many.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        const naive: string[] = [];
        for (const [i, a] of list.entries())
          for (const b of list.slice(i + 1))
            naive.push(...findDuplicates([a, b]).map((p) => p.between.join(' ')));
        const pairs = findDuplicates(list);
        expect(pairs.map((p) => p.between.join(' '))).toEqual(naive.sort());
        expect(findDuplicates(shuffled)).toEqual(pairs);
      },
    ),
    { numRuns: 100 },
  );
});

test('a watch’s reading that came by Apple’s export and by an app, in three zones', async () => {
  // One moment, 2024-07-01T12:00:00Z, written in Kolkata, London and New York.
  const xml = (date: string): string =>
    `<HealthData><Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" unit="count/min" creationDate="${date}" startDate="${date}" endDate="${date}" value="61"/></HealthData>`;
  const point = {
    header: {
      id: '123e4567-e89b-12d3-a456-426655440000',
      creation_date_time: '2024-07-02T00:00:00Z',
      schema_id: { namespace: 'omh', name: 'heart-rate', version: '2.0' },
    },
    body: {
      heart_rate: { value: 61, unit: 'beats/min' },
      effective_time_frame: { date_time: '2024-07-01T13:00:20+01:00' },
    },
  };
  const OPTIONS = { name: 'x', subject: 'Patient/p' };
  const app = takenOf(await itemsOf(collectOpenMHealth(utf8(point), OPTIONS)));
  for (const date of [
    '2024-07-01 17:30:00 +0530',
    '2024-07-01 13:00:00 +0100',
    '2024-07-01 08:00:00 -0400',
  ]) {
    const watch = takenOf(await itemsOf(collectAppleHealth(streamOf(xml(date)), OPTIONS)));
    expect(findDuplicates([...watch, ...app])).toMatchObject([{ kind: 'across-sources', apartS: 20 }]);
  }
});

test('a bottle’s opening that two exports tell is one; a wall clock is placed first', async () => {
  const read = async (text: string, zone: string): Promise<CollectedItem[]> =>
    itemsOf(collectPillBottle(utf8(text), { name: 'x.csv', subject: 'Patient/p', zone }));
  const cap = await read(
    'Measurement Time,Primary Value,Secondary Value\n2024-05-06T12:00:00.000000Z,1,0',
    'UTC',
  );
  const mems = (zone: string): Promise<CollectedItem[]> =>
    read(
      'Exported\nDate,IntakeStatusDisplayResource,Indication / pathology,Identification number,Label,CavityLabel,IntakeChangeReasons,\n5/6/2024 8:00:10 AM,No change made,,,,,,',
      zone,
    );
  const pairs = async (zone: string): Promise<number> =>
    findDuplicates([...takenOf(cap), ...takenOf(await mems(zone))]).length;
  // Their own words ("1" and "No change made") differ; our code says that both are openings.
  expect(await pairs('America/New_York')).toBe(1);
  expect(await pairs('Europe/London')).toBe(0);
});
