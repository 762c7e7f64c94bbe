import type { Resource } from '@twinseal/health';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  checkAlive,
  derivedSeries,
  evaluateFlags,
  type FlagState,
  foldLane,
  type Master,
  type MasterEntry,
  type ModuleDefinition,
  ModuleRegistry,
  measureSeries,
  mergeLanes,
  parseModuleDefinition,
  sortIntoModules,
  theilSen,
} from '../src/index.js';
import { handleUnder, RECORDED, shippedStream } from './support.js';

const MINUTE = 60_000;
const START = Date.parse('2024-01-01T00:00:00Z');
const iso = (ms: number): string => new Date(ms).toISOString();

function entry(ms: number, value: number, code = 'mg/dL', change: object = {}): MasterEntry {
  const handle = `urn:twinseal:${ms.toString(16).padStart(32, '0')}`;
  const resource: Resource = {
    resourceType: 'Observation',
    id: 'x',
    code: { coding: [{ system: 'urn:test', code: 'v' }] },
    effectiveDateTime: iso(ms),
    valueQuantity: { value, unit: code, system: 'http://unitsofmeasure.org', code },
    ...change,
  };
  const provenance = [
    {
      author: 'a',
      module: 'm',
      seq: 0,
      position: 0,
      handle,
      system: 's',
      sourceTime: iso(ms),
      recordedTime: iso(ms),
    },
  ];
  return { id: handle, resource, provenance, contradicts: [] };
}

function moduleWith(flag: object, more: object = {}): ModuleDefinition {
  return parseModuleDefinition({
    format: 'twinseal/module',
    version: 1,
    id: 'test',
    revision: '1.0.0',
    title: 'Test',
    summary: 'Test.',
    sensitivity: 'normal',
    select: [{ resource: 'Observation' }],
    measures: [
      {
        id: 'v',
        title: 'Value',
        resource: 'Observation',
        codes: [{ system: 'urn:test', values: ['v'] }],
        unit: 'mg/dL',
        plausible: { low: 0, high: 1000, source: 's' },
        ...more,
      },
    ],
    flags: [
      {
        id: 'f',
        title: 'F',
        severity: 'warning',
        measure: 'v',
        missingAfterDays: 10,
        source: 'a guideline, section 1',
        ...flag,
      },
    ],
  });
}

/** The states of one flag after each value, minutes apart. */
function states(flag: object, values: readonly number[], minutes = 5): string {
  const entries = values.map((v, i) => entry(START + i * minutes * MINUTE, v));
  return values
    .map((_, i) => {
      const report = evaluateFlags({
        entries,
        modules: [moduleWith(flag)],
        now: iso(START + i * minutes * MINUTE),
      });
      return report.flags[0]?.state[0];
    })
    .join('');
}

describe('evaluateFlags', () => {
  test.each([
    ['above is strict', { above: 10 }, [9, 10, 11, 10], 'qqrq'],
    ['atLeast is not', { atLeast: 10 }, [9, 10, 9], 'qrq'],
    ['below is strict', { below: 10 }, [11, 10, 9, 10], 'qqrq'],
    ['atMost is not', { atMost: 10 }, [11, 10, 11], 'qrq'],
    ['hysteresis: lowered only at clear', { above: 10, clear: 8 }, [11, 10, 9, 8.1, 8, 9, 10.1], 'rrrrqqr'],
    ['hysteresis downwards', { below: 3, clear: 3.9 }, [2.9, 3.5, 3.8, 3.9, 3.5], 'rrrqq'],
    ['repetition: broken by one value', { above: 10, count: 3 }, [11, 11, 9, 11, 11, 11], 'qqqqqr'],
    [
      'duration: 15 minutes of 5-minute values',
      { above: 10, forMinutes: 15 },
      [11, 11, 11, 11, 9, 11],
      'qqqrqq',
    ],
  ])('%s', (_, flag, values, expected) => {
    expect(states(flag, values)).toBe(expected);
  });

  test.each([
    // [what, flag, values, minutes between, now after the last, state, why]
    [
      'below the threshold',
      { above: 10 },
      [9],
      5,
      0,
      'quiet',
      /The latest Value is 9 mg\/dL .*the flag needs above 10 mg\/dL\./,
    ],
    [
      'not often enough yet',
      { atLeast: 10, count: 3 },
      [11, 12],
      5,
      0,
      'quiet',
      /at least 10 mg\/dL 3 times in a row\. The condition is met since 2024-01-01T00:00:00.000Z, but not yet 3 times in a row\./,
    ],
    [
      'not long enough yet',
      { below: 10, forMinutes: 15 },
      [9, 9],
      10,
      0,
      'quiet',
      /below 10 mg\/dL for 15 minutes\. The condition is met since .*, but not yet for 15 minutes\./,
    ],
    ['lowered again', { above: 10, clear: 8 }, [11, 7], 5, 0, 'quiet', /The latest Value is 7 mg\/dL/],
    [
      'raised, and held up by its hysteresis',
      { above: 10, clear: 8 },
      [11, 9],
      5,
      0,
      'raised',
      /Value was 11 mg\/dL .*the latest is 9 mg\/dL .*it takes no more than 8 mg\/dL to lower the flag/,
    ],
    [
      'too old to say anything',
      { above: 10 },
      [9],
      5,
      12 * 1440,
      'missing',
      /The last value of Value is 12 days old .*; after 10 days nothing is said\./,
    ],
    [
      'a trend that does not reach the limit',
      { slopePerDay: { above: 1, days: 30, atLeast: 3 } },
      [1, 2, 3],
      2880,
      0,
      'quiet',
      /changes by 182\.6 mg\/dL a year over 3 values \(Theil-Sen\); the flag needs at least 365\.3 mg\/dL a year/,
    ],
    [
      'a trend of too few values',
      { slopePerDay: { above: 1, days: 30, atLeast: 4 } },
      [1, 2, 3],
      2880,
      0,
      'missing',
      /3 value\(s\) of Value in 30 days; a trend needs 4\./,
    ],
  ] as const)('says why: %s', (_, flag, values, minutes, later, state, why) => {
    const entries = values.map((v, i) => entry(START + i * minutes * MINUTE, v));
    const now = iso(START + ((values.length - 1) * minutes + later) * MINUTE);
    const [found] = evaluateFlags({ entries, modules: [moduleWith(flag)], now }).flags;
    expect(found?.state).toBe(state);
    expect(found?.why).toMatch(why);
    // A raised flag and a quiet one alike show the values that decided.
    expect(found?.evidence.length).toBeGreaterThan(0);
  });

  test('nothing holds through a stretch in which the flag said "missing"', () => {
    const day = 1440 * MINUTE;
    const at = (flag: object, ...values: [number, number][]): FlagState => {
      const entries = values.map(([d, v]) => entry(START + d * day, v));
      const now = iso(START + (values.at(-1)?.[0] ?? 0) * day);
      return evaluateFlags({ entries, modules: [moduleWith(flag)], now }).flags[0] as FlagState;
    };
    // missingAfterDays is 10. Raised once, and 9 between clear and threshold: still raised after 10 days, unknown after 11.
    expect(at({ above: 10, clear: 8 }, [0, 11], [10, 9]).state).toBe('raised');
    expect(at({ above: 10, clear: 8 }, [0, 11], [11, 9])).toMatchObject({ state: 'quiet' });
    expect(at({ above: 10, clear: 8 }, [0, 11], [11, 9]).since).toBeUndefined();
    // Two in a row are not two that lie apart so far.
    expect(at({ above: 10, count: 2 }, [0, 11], [10, 11]).state).toBe('raised');
    expect(at({ above: 10, count: 2 }, [0, 11], [11, 11]).state).toBe('quiet');
  });

  test('a gap is no duration', () => {
    const entries = [entry(START, 11), entry(START + 180 * MINUTE, 11)];
    const at = (ms: number): FlagState | undefined =>
      evaluateFlags({ entries, modules: [moduleWith({ above: 10, forMinutes: 15 })], now: iso(ms) }).flags[0];
    expect(at(START + 180 * MINUTE)?.state).toBe('quiet');
  });

  test('missing is its own state: no value, an old value, and only values left out', () => {
    const module = moduleWith({ above: 10 });
    const state = (entries: MasterEntry[], now: number): FlagState =>
      evaluateFlags({ entries, modules: [module], now: iso(now) }).flags[0] as FlagState;
    expect(state([], START)).toMatchObject({ state: 'missing', why: 'No value of Value.' });
    expect(state([entry(START, 50)], START + 10 * 1440 * MINUTE).state).toBe('raised');
    expect(state([entry(START, 50)], START + 11 * 1440 * MINUTE)).toMatchObject({ state: 'missing' });
    const leftOut = state([entry(START, 5000), entry(START, 1, 'cm')], START);
    expect(leftOut.state).toBe('missing');
    expect(leftOut.why).toContain('2 value(s) were left out');
    // A value of the future is not seen.
    expect(state([entry(START + 1, 50)], START).state).toBe('missing');
  });

  test('says why, since when, on what evidence, with units and source', () => {
    const entries = [entry(START, 11), entry(START + 5 * MINUTE, 9.5)];
    const [flag] = evaluateFlags({
      entries,
      modules: [moduleWith({ above: 10, clear: 8 })],
      now: iso(START + 6 * MINUTE),
    }).flags;
    expect(flag).toMatchObject({
      state: 'raised',
      since: iso(START),
      source: 'a guideline, section 1',
      unit: 'mg/dL',
    });
    expect(flag?.why).toBe(
      `Value was 11 mg/dL (${iso(START)}), above 10 mg/dL; the latest is 9.5 mg/dL (${iso(START + 5 * MINUTE)}), and it takes no more than 8 mg/dL to lower the flag.`,
    );
    expect(flag?.evidence.map((p) => p.value)).toEqual([11, 9.5]);
    const [quiet] = evaluateFlags({
      entries: entries.slice(1),
      modules: [moduleWith({ above: 10, count: 2 })],
      now: iso(START + 6 * MINUTE),
    }).flags;
    expect(quiet?.why).toContain('the flag needs above 10 mg/dL 2 times in a row');
  });

  test('a threshold of a clinician replaces the guideline’s, for a condition only while it is there', () => {
    const modules = [moduleWith({ above: 10, clear: 8 })];
    const condition = { system: 'urn:c', code: '1' };
    const override = {
      module: 'test',
      flag: 'f',
      threshold: 20,
      source: 'Dr. X, 2024-01-01: tighter is unsafe',
      condition,
    };
    const ill = entry(START, 0, 'mg/dL', { resourceType: 'Condition', code: { coding: [condition] } });
    const value = entry(START, 15);
    const run = (entries: MasterEntry[]): FlagState =>
      evaluateFlags({ entries, modules, now: iso(START), overrides: [override] }).flags[0] as FlagState;
    expect(run([value]).state).toBe('raised');
    expect(run([value, ill])).toMatchObject({ state: 'quiet', source: override.source });
    const bad =
      (change: object): unknown =>
      () =>
        evaluateFlags({ entries: [], modules, now: iso(START), overrides: [{ ...override, ...change }] });
    for (const change of [{ flag: 'none' }, { module: 'none' }, { source: ' ' }, { clear: 21 }])
      expect(bad(change)).toThrow(/override/);
  });

  test('a trend is Theil-Sen: one outlier does not make it', () => {
    const days = (values: number[]): { ms: number; value: number }[] =>
      values.map((value, i) => ({ ms: i * 1440 * MINUTE, value }));
    // By hand, the slopes between all pairs are -26, -12.5, 1 (six times), 14.5 and 28.
    expect(theilSen(days([1, 2, 30, 4, 5]))).toBe(1);
    expect(theilSen([{ ms: 0, value: 1 }])).toBeUndefined();
    const flag = { slopePerDay: { below: -0.5, days: 30, atLeast: 4 } };
    const module = moduleWith(flag);
    const state = (values: number[]): string | undefined => {
      const entries = values.map((v, i) => entry(START + i * 1440 * MINUTE, v));
      return evaluateFlags({
        entries,
        modules: [module],
        now: iso(START + (values.length - 1) * 1440 * MINUTE),
      }).flags[0]?.state;
    };
    expect(state([60, 59, 58])).toBe('missing');
    expect(state([60, 59, 58, 57])).toBe('raised');
    expect(state([60, 60, 60, 20, 60])).toBe('quiet');
  });

  test('units are converted, and offsets with them', () => {
    const module = moduleWith({ above: 10 }, { unit: 'mmol/L', molarMass: 180.156 });
    const series = measureSeries(
      [entry(START, 180.156), entry(START + 1, 5, 'mmol/L'), entry(START + 2, 1, 'g/L')],
      module,
    ).get('v');
    expect(series?.points.map((p) => Number(p.value.toFixed(4)))).toEqual([10, 5, 5.5507]);
    const warm = moduleWith({ above: 38 }, { unit: 'Cel' });
    expect(measureSeries([entry(START, 98.6, '[degF]')], warm).get('v')?.points[0]?.value).toBeCloseTo(37, 6);
  });

  test('a dead evaluation is not a quiet one', () => {
    const report = evaluateFlags({ entries: [], modules: [], now: iso(START) });
    expect(checkAlive(report, iso(START + 60 * MINUTE), 1)).toBeUndefined();
    expect(checkAlive(report, iso(START + 61 * MINUTE), 1)).toContain('last evaluated 1.0 h ago');
    expect(checkAlive(undefined, iso(START), 1)).toContain('never');
    // A report of the future says that a clock is wrong, not that all is well.
    expect(checkAlive(report, iso(START - 2 * MINUTE), 1)).toContain('in the future');
    expect(checkAlive(report, iso(START - MINUTE / 2), 1)).toBeUndefined();
    for (const hours of [0, -1, Number.NaN])
      expect(() => checkAlive(report, iso(START), hours)).toThrow(RangeError);
    expect(() => checkAlive(report, 'now', 1)).toThrow(RangeError);
    expect(() => evaluateFlags({ entries: [], modules: [], now: 'now' })).toThrow(RangeError);
  });
});

describe('derived measures', () => {
  const bp = (ms: number, systolic: number, diastolic: number): MasterEntry =>
    entry(ms, 0, 'x', {
      valueQuantity: undefined,
      code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
      component: [
        {
          code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
          valueQuantity: { value: systolic, code: 'mm[Hg]' },
        },
        {
          code: { coding: [{ system: 'http://loinc.org', code: '8462-4' }] },
          valueQuantity: { value: diastolic, code: 'mm[Hg]' },
        },
      ],
    });
  const cardiovascular = ModuleRegistry.standard().get('cardiovascular') as ModuleDefinition;

  test('mean arterial pressure of 120/80 is 93.3 mm[Hg]', () => {
    const series = measureSeries([bp(START, 120, 80)], cardiovascular);
    const map = derivedSeries(cardiovascular, series, iso(START)).get('mean-arterial-pressure');
    expect(map?.points.map((p) => p.value.toFixed(1))).toEqual(['93.3']);
    expect(map?.unit).toBe('mm[Hg]');
  });
  test('blood pressure flags: one high reading is not enough, a crisis is', () => {
    const state = (...values: [number, number][]): string => {
      const entries = values.map(([s, d], i) => bp(START + i * 1440 * MINUTE, s, d));
      const { flags } = evaluateFlags({
        entries,
        modules: [cardiovascular],
        now: iso(START + 3 * 1440 * MINUTE),
      });
      return flags.map((f) => `${f.flag} ${f.state}`).join(', ');
    };
    expect(state([150, 80])).toBe('systolic-high quiet, diastolic-high quiet, systolic-crisis quiet');
    expect(state([150, 80], [145, 92])).toBe(
      'systolic-high raised, diastolic-high quiet, systolic-crisis quiet',
    );
    expect(state([185, 80])).toBe('systolic-high quiet, diastolic-high quiet, systolic-crisis raised');
  });
});

describe('the shipped participant', () => {
  let master: Master;
  let values: { ms: number; value: number }[];
  const glucose = ModuleRegistry.standard().get('glucose') as ModuleDefinition;
  beforeAll(async () => {
    const stream = await shippedStream();
    const sorted = sortIntoModules(stream, {
      handle: handleUnder('p'),
      recordedTime: RECORDED,
      registry: ModuleRegistry.standard(),
    });
    master = mergeLanes([
      foldLane([
        { author: 'patient:p', module: 'glucose', seq: 0, statements: sorted.modules.glucose ?? [] },
      ]),
    ]);
    values = stream
      .filter((c) => c.source.id.includes('/glucose/'))
      .map((c) => ({
        ms: Date.parse(c.sourceTime),
        value: (c.resource.valueQuantity as { value: number }).value,
      }));
  });

  test('fourteen-day statistics are those computed by hand from the file', () => {
    const now = '2024-04-15T00:00:00Z';
    const window = values
      .filter((v) => v.ms > Date.parse(now) - 14 * 86_400_000 && v.ms <= Date.parse(now))
      .map((v) => v.value);
    const mean = window.reduce((a, b) => a + b, 0) / window.length;
    const series = measureSeries(master.entries, glucose);
    const derived = derivedSeries(glucose, series, now);
    expect(series.get('sensor-glucose')?.points.length).toBe(20_665);
    expect(derived.get('mean-glucose')?.points[0]?.value).toBeCloseTo(mean, 9);
    const within = window.filter((v) => v >= 3.9 && v <= 10).length;
    expect(derived.get('time-in-range')?.points[0]?.value).toBeCloseTo((100 * within) / window.length, 9);
  });

  test('flags at the end of the study: glucose is watched, HbA1c is missing', () => {
    const report = evaluateFlags({
      entries: master.entries,
      modules: [glucose],
      now: '2024-05-01T13:50:00Z',
    });
    const of = (id: string): FlagState => report.flags.find((f) => f.flag === id) as FlagState;
    expect(of('hba1c-high').state).toBe('missing');
    expect(of('hypoglycaemia-2').state).toBe('quiet');
    expect(['raised', 'quiet']).toContain(of('hyperglycaemia-2').state);
    expect(of('time-in-range-low').state).toBe('raised');
    // Four months on, nothing is said any more.
    const later = evaluateFlags({ entries: master.entries, modules: [glucose], now: '2024-09-01T00:00:00Z' });
    expect(later.flags.every((f) => f.state === 'missing')).toBe(true);
  });
});
