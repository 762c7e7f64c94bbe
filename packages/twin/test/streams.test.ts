import { createHash } from 'node:crypto';
import { compareStatements } from '@twinseal/record';
import { describe, expect, test } from 'vitest';
import { cutStream, foldLane, mergeLanes, novel, sortIntoModules, timeline } from '../src/index.js';
import { handleUnder, RECORDED, shippedBundle, shippedStream } from './support.js';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const sortedStream = async (): Promise<ReturnType<typeof sortIntoModules>> =>
  sortIntoModules(await shippedStream(), { handle: handleUnder('p'), recordedTime: RECORDED });

describe('novel', () => {
  test('a second collection says nothing new, a later recording neither, a changed one does', async () => {
    const { resources } = await shippedBundle();
    const sort = (recordedTime: string): ReturnType<typeof sortIntoModules> =>
      sortIntoModules(resources, { handle: handleUnder('a'), recordedTime });
    const laboratory = sort(RECORDED).modules.laboratory;
    const first = novel(laboratory, new Map(), sha);
    expect(first.novel).toEqual(laboratory);
    expect(novel(sort('2026-01-01T00:00:00Z').modules.laboratory, first.known, sha).novel).toEqual([]);
    const changed = structuredClone(laboratory.slice(0, 3)) as unknown as { resource: { status: string } }[];
    (changed[1] as { resource: { status: string } }).resource.status = 'amended';
    expect(novel(changed as unknown as typeof laboratory, first.known, sha).novel).toEqual([changed[1]]);
  });
});

describe('cutStream', () => {
  test('gives every statement once, oldest first, in intervals that do not depend on the export', async () => {
    const { glucose } = (await sortedStream()).modules;
    const batches = cutStream(glucose, { intervalDays: 7 });
    expect(batches.reduce((n, b) => n + b.statements.length, 0)).toBe(21_792);
    for (const b of batches) {
      expect(Date.parse(b.end) - Date.parse(b.start)).toBe(7 * 86_400_000);
      for (const [i, s] of b.statements.entries()) {
        const t = Date.parse(s.sourceTime);
        expect(t >= Date.parse(b.start) && t < Date.parse(b.end)).toBe(true);
        const before = b.statements[i - 1];
        if (before) expect(compareStatements(before, s)).toBeLessThan(0);
      }
    }
    expect(batches.map((b) => b.start)).toEqual([...batches.map((b) => b.start)].sort());
    // 1970-01-01 was a Thursday, so weeks begin on Thursdays.
    expect(batches[0]?.start).toBe('2024-02-01T00:00:00Z');
    const later = cutStream(glucose.slice(10_000), { intervalDays: 7 });
    expect(batches.map((b) => b.start)).toEqual(expect.arrayContaining(later.map((b) => b.start)));
  });
  test('refuses an interval that is none', () => {
    for (const intervalDays of [0, -1, 1.5, Number.NaN])
      expect(() => cutStream([], { intervalDays })).toThrow(RangeError);
  });
});

describe('timeline', () => {
  test('a day of sensor glucose is one line with the numbers that the file gives', async () => {
    const stream = await shippedStream();
    const { modules } = sortIntoModules(stream, { handle: handleUnder('p'), recordedTime: RECORDED });
    const parts = cutStream(modules.glucose, { intervalDays: 7 }).map((b, seq) => ({
      author: 'patient:p#1',
      module: 'glucose',
      seq,
      statements: b.statements,
    }));
    const lines = timeline(mergeLanes([foldLane(parts)]));
    const days = lines.filter((l) => l.title === 'Sensor glucose');

    // The same from the collected values, by hand.
    const byDay = new Map<string, number[]>();
    for (const c of stream) {
      if (!c.source.id.includes('/glucose/')) continue;
      const day = (c.resource.effectiveDateTime as string).slice(0, 10);
      byDay.set(day, [...(byDay.get(day) ?? []), (c.resource.valueQuantity as { value: number }).value]);
    }
    expect(days.map((l) => l.time.slice(0, 10)).sort()).toEqual([...byDay.keys()].sort());
    for (const l of days) {
      const v = byDay.get(l.time.slice(0, 10)) as number[];
      const mean = v.reduce((a, b) => a + b, 0) / v.length;
      const inRange = v.filter((x) => x >= 3.9 && x <= 10).length / v.length;
      expect(l.count).toBe(v.length);
      expect(l.detail).toBe(
        `${v.length} readings, mean ${mean.toFixed(1)} mmol/L, ${Math.min(...v).toFixed(1)}–${Math.max(...v).toFixed(1)} mmol/L, ${Math.round(inRange * 100)} % in 3.9–10.0 mmol/L (Battelino 2019)`,
      );
    }
    expect(lines.reduce((n, l) => n + l.count, 0)).toBe(21_792);
    expect(lines.every((l) => l.modules.join() === 'glucose')).toBe(true);
    const meal = lines.find((l) => l.title === 'Meals' && l.time.startsWith('2024-02-05'));
    expect(meal?.detail).toBe('3 meals, 70 g carbohydrate'); // 5 + 13 + 52 g, rows 2 to 4 of the file
    const bolus = lines.find((l) => l.title === 'Insulin bolus' && l.time.startsWith('2024-02-05'));
    expect(bolus?.detail).toBe('2 doses, 5.725 U'); // 1.225 + 4.5 U
  });

  test('orders by time, filters by module and interval, names source and instance, and gives every number a unit', async () => {
    const { resources } = await shippedBundle();
    const sorted = sortIntoModules(resources, { handle: handleUnder('a'), recordedTime: RECORDED });
    const state = foldLane(
      Object.entries(sorted.modules).map(([module, statements]) => ({
        author: 'hospital:a',
        module,
        seq: 3,
        statements,
      })),
    );
    const master = mergeLanes([state]);
    const lines = timeline(master);
    expect(lines.map((l) => Date.parse(l.time))).toEqual(
      [...lines.map((l) => Date.parse(l.time))].sort((a, b) => a - b),
    );
    // 440 resources less the nine of identity.
    expect(lines.reduce((n, l) => n + l.count, 0)).toBe(431);
    for (const l of lines) {
      expect(l.title).not.toBe('');
      expect(l.provenance[0]).toMatchObject({ author: 'hospital:a', seq: 3 });
      expect(l.provenance[0]?.handle).toMatch(/^urn:twinseal:[0-9a-f]{32}$/);
      if (/^[\d.]+$/.test(l.detail)) throw new Error('a number without a unit');
    }
    // Links resolve where the record says so and the reader holds the target: in the bundle 7 orders, 7 plans and 1 procedure name a reason.
    const linked = lines.filter((l) => l.treats.length > 0);
    const byType = (t: string): number => linked.filter((l) => l.resourceType === t).length;
    expect([byType('MedicationRequest'), byType('Procedure'), byType('CarePlan')]).toEqual([7, 1, 7]);
    expect(linked.flatMap((l) => l.treats).every((t) => t.title.startsWith('Condition: '))).toBe(true);
    const withoutConditions = mergeLanes([
      foldLane([
        { author: 'hospital:a', module: 'medications', seq: 0, statements: sorted.modules.medications },
      ]),
    ]);
    expect(timeline(withoutConditions).every((l) => l.treats.length === 0)).toBe(true);
    const glucose = timeline(master, { modules: ['glucose'] });
    expect(glucose.length).toBe(25);
    expect(glucose.every((l) => l.modules.includes('glucose'))).toBe(true);
    const year = timeline(master, { from: '1998-01-01T00:00:00Z', to: '1999-01-01T00:00:00Z' });
    expect(year.every((l) => l.time.startsWith('1998'))).toBe(true);
    expect(year.length).toBeGreaterThan(0);
    expect(() => timeline(master, { from: 'soon' })).toThrow(RangeError);
    expect(lines.some((l) => l.title === 'Glucose' && /^[\d.]+ mg\/dL$/.test(l.detail))).toBe(true);
    expect(
      lines.some(
        (l) => l.title === 'Blood Pressure' && /Diastolic Blood Pressure [\d.]+ mm\[Hg\]/.test(l.detail),
      ),
    ).toBe(true);
  });
});
