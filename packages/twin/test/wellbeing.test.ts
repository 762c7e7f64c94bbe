import type { Resource } from '@twinseal/health';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  foldLane,
  HELP_NOW,
  type LanePart,
  type MasterEntry,
  mergeLanes,
  NOT_A_DEVICE,
  reviewWellbeing,
  type WellbeingReview,
  wellbeingDays,
} from '../src/index.js';
import { wellbeingParts } from './support.js';

const NOW = '2024-05-27T00:00:00+01:00';
const OPTIONS = { now: NOW, seed: 1, rounds: 399 };
let parts: LanePart[];
let entries: readonly MasterEntry[];
let review: WellbeingReview;
beforeAll(async () => {
  parts = await wellbeingParts();
  entries = mergeLanes([foldLane(parts)]).entries;
  review = reviewWellbeing(entries, OPTIONS);
});
const answer = (r: WellbeingReview, id: string) => {
  const found = r.answers.find((a) => a.id === id);
  if (found === undefined) throw new Error(`no answer ${id}`);
  return found;
};
const ids = (r: WellbeingReview): string[] => r.suggestions.map((s) => s.id);

describe('the twelve weeks of which the truth is known (scripts/make-wellbeing.mjs)', () => {
  // What the script put in: the day from which, and by how much.
  test.each([
    ['sleep-change', '2024-04-20', -1.1],
    ['openings-change', '2024-04-22', -0.4],
    ['mood-change', '2024-04-27', -1.5],
  ])('%s is found, its interval holds %s, and it is about %d', (id, truth, size) => {
    const a = answer(review, id);
    expect(a.state).toBe('found');
    expect((a.sinceLow as string) <= truth && truth <= (a.sinceHigh as string)).toBe(true);
    expect(Math.abs((a.effect as number) - size)).toBeLessThan(0.35);
    if (a.low !== undefined) expect(a.low <= size && size <= (a.high as number)).toBe(true);
  });
  test('mornings are found to be lower, for they were made so by 0.45 levels', () => {
    const a = answer(review, 'mood-daytime');
    expect(a).toMatchObject({ state: 'found', n: 60 });
    expect(a.effect).toBeLessThan(0);
  });
  test('what was not put in is not found: nights and mood fell in different weeks for no common reason', () => {
    expect(answer(review, 'sleep-mood').state).toBe('not found');
    expect(answer(review, 'openings-mood').state).toBe('not found');
  });
  test('suggests five things, each with evidence, source and caution, and help first', () => {
    expect(ids(review)).toEqual([
      'mood-lower',
      'mood-low-morning',
      'sleep',
      'openings-fewer',
      'interaction-qt-qt',
    ]);
    expect(review.urgent).toBe(HELP_NOW);
    expect(review.notice).toBe(NOT_A_DEVICE);
    for (const s of review.suggestions) {
      expect(s.evidence.length).toBeGreaterThan(0);
      expect(s.sources.length).toBeGreaterThan(0);
      expect(s.caution).not.toBe('');
      // It is a question for somebody, never an order.
      expect(s.text).toMatch(/\b(?:Ask|Tell|Talk|Mention)\b/);
      expect(s.text).not.toMatch(/(?<!not )\b(?:stop|take more|double|increase|reduce|start)\b/i);
    }
    const [mood] = review.suggestions;
    // The days of openings and mood overlap; which came first is not claimed.
    expect(mood?.evidence.join(' ')).toMatch(
      /bottle was opened less from about 2024-04-22; which of the two came first cannot be told/,
    );
    expect(mood?.caution).toContain('need not be the cause');
    expect(review.suggestions.at(-1)?.evidence[0]).toContain(
      'hospital:south) and escitalopram (hospital:north)',
    );
  });
  test('which came first is said where the intervals lie apart, not at all where it came after', () => {
    const isOpening = (e: MasterEntry): boolean =>
      (e.resource.code as { coding?: { code: string }[] } | undefined)?.coding?.[0]?.code === 'opening';
    const template = entries.find(isOpening) as MasterEntry;
    // Opened daily until a day, and every other day from it on.
    const fallingOn = (fall: string): WellbeingReview => {
      const days = Array.from({ length: 84 }, (_, i) => new Date(Date.UTC(2024, 2, 4 + i, 8)).toISOString());
      const openings = days
        .filter((time, i) => time < fall || i % 2 === 0)
        .map((time) => ({ ...template, resource: { ...template.resource, effectiveDateTime: time } }));
      return reviewWellbeing([...entries.filter((e) => !isOpening(e)), ...openings], OPTIONS);
    };
    const evidence = (r: WellbeingReview): string => r.suggestions[0]?.evidence.join(' ') ?? '';
    expect(evidence(fallingOn('2024-04-05'))).toMatch(
      /bottle was opened less from about 2024-04-\d\d, some \d\d days before\./,
    );
    expect(evidence(fallingOn('2024-05-09'))).not.toContain('bottle');
  });
  test('every answer has its days, method and p, alone and corrected', () => {
    for (const a of review.answers) {
      expect(a.n).toBeGreaterThan(50);
      expect(a.p).toBeGreaterThan(0);
      expect(a.pCorrected).toBeGreaterThanOrEqual(a.p as number);
      expect(a.sentence).toMatch(/\d/);
    }
  });
  test('the same seed gives the same review; the order in which parts come makes no difference', () => {
    const again = mergeLanes([...parts].reverse().map((p) => foldLane([p]))).entries;
    expect(reviewWellbeing(again, OPTIONS)).toEqual(review);
  });
});

describe('says nothing rather than too much', () => {
  test('six weeks in which nothing changed: no change is found, and only the time of day is worth mentioning', () => {
    const r = reviewWellbeing(entries, { ...OPTIONS, now: '2024-04-15T00:00:00+01:00', weeks: 6 });
    for (const id of ['mood-change', 'mood-trend', 'sleep-change', 'sleep-trend', 'openings-change'])
      expect([id, answer(r, id).state]).toEqual([id, 'not found']);
    expect(ids(r)).toEqual(['mood-low-morning']);
    expect(r.urgent).toBeUndefined();
  });
  test('who cannot open mental health sees that mood is missing, not that nothing changed, and no word of it', () => {
    const without = mergeLanes([foldLane(parts.filter((p) => p.module !== 'mental-health'))]).entries;
    const r = reviewWellbeing(without, OPTIONS);
    for (const id of ['mood-change', 'mood-trend', 'mood-daytime', 'sleep-mood', 'openings-mood'])
      expect(answer(r, id)).toMatchObject({ state: 'missing', n: 0 });
    // Escitalopram is protected as well: without it there is no pair.
    expect(ids(r)).toEqual(['sleep', 'openings-fewer']);
    for (const s of r.suggestions)
      expect([s.text, ...s.evidence].join(' ')).not.toMatch(/escitalopram|depress|mood/i);
  });
  test('three weeks are too few; an empty record says so', () => {
    const r = reviewWellbeing(entries, { ...OPTIONS, weeks: 3 });
    expect(answer(r, 'sleep-change')).toMatchObject({
      state: 'missing',
      sentence: expect.stringContaining('needs 28'),
    });
    const empty = reviewWellbeing([], OPTIONS);
    expect(empty.answers.every((a) => a.state === 'missing' && a.p === undefined)).toBe(true);
    expect(ids(empty)).toEqual([]);
  });
  test('a change for the better is no reason to suggest anything', () => {
    const turned = entries.map((e): MasterEntry => {
      const components = e.resource.component as { valueQuantity?: { value: number } }[] | undefined;
      const level = components?.find((c) => c.valueQuantity !== undefined);
      if (!level?.valueQuantity) return e;
      const value = 6 - level.valueQuantity.value;
      const component = components?.map((c) =>
        c === level ? { ...c, valueQuantity: { ...level.valueQuantity, value } } : c,
      );
      return { ...e, resource: { ...e.resource, component } as Resource };
    });
    const r = reviewWellbeing(turned, OPTIONS);
    expect(answer(r, 'mood-change')).toMatchObject({ state: 'found' });
    expect(answer(r, 'mood-change').effect).toBeGreaterThan(0);
    expect(ids(r)).not.toContain('mood-lower');
    expect(ids(r)).toContain('mood-low-evening');
    expect(r.urgent).toBeUndefined();
  });
  test('refuses what is no time, no number of weeks, no seed', () => {
    for (const change of [
      { now: 'soon' },
      { weeks: 0 },
      { weeks: 1.5 },
      { seed: 0.5 },
      { openingsPerDay: 0 },
    ])
      expect(() => reviewWellbeing(entries, { ...OPTIONS, ...change })).toThrow(RangeError);
  });
});

describe('wellbeingDays', () => {
  const observation = (id: string, more: object): MasterEntry => {
    const provenance = {
      author: 'patient:p',
      module: 'activity-sleep',
      seq: 0,
      position: 0,
      handle: id,
      system: 's',
      sourceTime: '2024-03-01T00:00:00Z',
      recordedTime: '2024-03-01T00:00:00Z',
    };
    return {
      id,
      resource: { resourceType: 'Observation', id, status: 'final', ...more } as Resource,
      provenance: [provenance],
      contradicts: [],
    };
  };
  const night = (start: string, end: string, hours: number): MasterEntry =>
    observation(start, {
      code: { coding: [{ system: 'http://loinc.org', code: '93832-4' }] },
      effectivePeriod: { start, end },
      valueQuantity: { value: hours * 60, code: 'min', unit: 'min', system: 'http://unitsofmeasure.org' },
    });
  const event = (code: string, time: string): MasterEntry =>
    observation(time, {
      code: { coding: [{ system: 'urn:twinseal:source:pill-bottle', code }] },
      effectiveDateTime: time,
    });
  const period = { from: '2024-03-01', to: '2024-03-05' };

  test('a night belongs to the day of waking, before or after midnight; a nap counts with it; minutes become hours', () => {
    const { sleep } = wellbeingDays(
      [
        night('2024-03-01T23:00:00Z', '2024-03-02T06:00:00Z', 7),
        night('2024-03-02T14:00:00Z', '2024-03-02T15:00:00Z', 1),
        night('2024-03-03T00:30:00Z', '2024-03-03T06:30:00Z', 6),
        night('2024-03-04T23:30:00Z', '2024-03-05T06:30:00Z', 7),
      ],
      period,
    );
    expect(sleep.days.values.map((v) => v && Number(v.toFixed(6)))).toEqual([undefined, 8, 6, undefined]);
    expect(sleep).toMatchObject({ unit: 'h', statements: 3, daysWithValue: 2, authors: ['patient:p'] });
  });
  test('a day without an opening is 0 once the monitor is there; before that, and on a pause, nothing is known', () => {
    const days = (openingsPerDay: number, ...events: MasterEntry[]) =>
      wellbeingDays(events, { ...period, openingsPerDay }).openings.days.values;
    const events = [
      event('opening', '2024-03-02T08:00:00Z'),
      event('opening', '2024-03-02T08:05:00Z'),
      event('device-test', '2024-03-03T08:00:00Z'),
      event('monitoring-paused', '2024-03-04'),
    ];
    expect(days(1, ...events)).toEqual([undefined, 1, 0, undefined]);
    // The two within a quarter of an hour are one.
    expect(days(2, ...events)).toEqual([undefined, 0, 0, undefined]);
    expect(days(2, ...events, event('opening', '2024-03-02T20:00:00Z'))).toEqual([
      undefined,
      1,
      0,
      undefined,
    ]);
    expect(days(1)).toEqual([undefined, undefined, undefined, undefined]);
  });
  test('all days alike is an answer: no change', () => {
    const all = Array.from({ length: 35 }, (_, i) =>
      event('opening', new Date(Date.UTC(2024, 2, 1 + i, 8)).toISOString()),
    );
    const r = reviewWellbeing(all, { ...OPTIONS, now: '2024-04-05T00:00:00Z', weeks: 5 });
    expect(answer(r, 'openings-change')).toMatchObject({
      state: 'not found',
      sentence: 'All 35 days are alike.',
    });
  });
});
