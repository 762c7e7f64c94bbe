import type { Resource } from '@twinseal/health';
import { describe, expect, test } from 'vitest';
import {
  daysWithOpenings,
  findInteractions,
  foldLane,
  INTERACTIONS,
  ingredientsOf,
  type MasterEntry,
  medicationView,
  mergeLanes,
  proportionOfDaysCovered,
  sortIntoModules,
} from '../src/index.js';
import { handleUnder, RECORDED, shippedBundle } from './support.js';

function entry(
  status: string,
  time: string,
  name: string,
  resourceType = 'MedicationRequest',
  more: object = {},
): MasterEntry {
  const resource: Resource = {
    resourceType,
    id: `${name}${time}`,
    status,
    medicationCodeableConcept: { coding: [{ system: 'urn:r', code: name, display: name }] },
    authoredOn: time,
    ...more,
  };
  return { id: `${name}${time}`, resource, provenance: [], contradicts: [] };
}

describe('medicationView', () => {
  const names = (entries: MasterEntry[], now: string): string[] =>
    medicationView(entries, { now }).active.map((m) => `${m.name}${m.isStale ? ' (stale)' : ''}`);
  test('the latest statement decides: a stop ends, a later order begins again, the future is not seen', () => {
    const all = [
      entry('active', '2024-01-01T00:00:00Z', 'a'),
      entry('stopped', '2024-02-01T00:00:00Z', 'a'),
      entry('active', '2024-03-01T00:00:00Z', 'a'),
    ];
    expect(names(all, '2024-01-15T00:00:00Z')).toEqual(['a']);
    expect(names(all, '2024-02-15T00:00:00Z')).toEqual([]);
    expect(names(all, '2024-03-15T00:00:00Z')).toEqual(['a']);
    expect(medicationView(all, { now: '2024-03-15T00:00:00Z' }).active[0]?.since).toBe(
      '2024-03-01T00:00:00Z',
    );
    expect(names(all, '2025-12-01T00:00:00Z')).toEqual(['a (stale)']);
  });
  test('a dose that was given does not end a medication, a course that was completed does', () => {
    expect(
      names(
        [entry('completed', '2024-01-01T00:00:00Z', 'a', 'MedicationAdministration')],
        '2024-01-02T00:00:00Z',
      ),
    ).toEqual(['a']);
    expect(names([entry('completed', '2024-01-01T00:00:00Z', 'a')], '2024-01-02T00:00:00Z')).toEqual([]);
  });
  test('on the shipped bundle: what is active is so since years, and said to be stale', async () => {
    const { resources } = await shippedBundle();
    const { modules } = sortIntoModules(resources, { handle: handleUnder('a'), recordedTime: RECORDED });
    const { entries } = mergeLanes([
      foldLane([{ author: 'h', module: 'medications', seq: 0, statements: modules.medications }]),
    ]);
    const view = medicationView(entries, { now: '2005-11-05T00:00:00Z' });
    expect(view.active.map((m) => [m.name, m.isStale])).toEqual([
      ['10 ML Furosemide 10 MG/ML Injection', false],
      ['0.25 ML Leuprolide Acetate 30 MG/ML Prefilled Syringe', true],
      ['1 ML DOCEtaxel 20 MG/ML Injection', true],
      ['24 HR metoprolol succinate 100 MG Extended Release Oral Tablet [Toprol]', true],
      ['Lasix 40mg', true],
      ['Naproxen sodium 220 MG Oral Tablet', true],
    ]);
    expect(view.interactions).toEqual([]);
  });
});

describe('interactions', () => {
  test('are found by ingredient, in both orders, once', () => {
    expect(ingredientsOf('Warfarin Sodium 5 MG Oral Tablet')).toEqual(['warfarin']);
    expect(ingredientsOf('Acetaminophen 21.7 MG/ML / Dextromethorphan Hydrobromide 1 MG/ML')).toEqual([
      'dextromethorphan',
    ]);
    const ids = (...names: string[]): string[] =>
      findInteractions(names.flatMap(ingredientsOf)).map((i) => i.fact.id);
    expect(ids('Warfarin Sodium 5 MG', 'Naproxen sodium 220 MG')).toEqual(['warfarin-nsaid']);
    expect(ids('Naproxen sodium 220 MG', 'Warfarin Sodium 5 MG', 'naproxen')).toEqual(['warfarin-nsaid']);
    expect(ids('Simvastatin 20 MG', 'Clarithromycin 500 MG')).toEqual(['statin-cyp3a4']);
    expect(ids('Sotalol', 'Haloperidol')).toEqual(['qt-qt']);
    expect(ids('Warfarin')).toEqual([]);
    expect(ids('Aspirin', 'Paracetamol')).toEqual([]);
  });
  test('every fact has a source and classes with members', () => {
    for (const f of INTERACTIONS) {
      expect(f.source.length).toBeGreaterThan(20);
      expect(new Set(INTERACTIONS.map((x) => x.id)).size).toBe(INTERACTIONS.length);
    }
  });
});

describe('adherence', () => {
  const day = (d: number): string => new Date(Date.UTC(2024, 0, d)).toISOString();
  test('proportion of days covered, by hand', () => {
    // 30 days from the 1st, the next 30 fetched on the 41st: 10 days without. 90 days in all, the last 20 without: 60 of 90.
    const supplies = [
      { start: day(41), days: 30 },
      { start: day(1), days: 30 },
    ];
    expect(proportionOfDaysCovered(supplies, day(1), day(91))).toEqual({
      days: 90,
      covered: 60,
      proportion: 60 / 90,
    });
    // Fetched early: used after the first. 60 of 60.
    expect(
      proportionOfDaysCovered(
        [
          { start: day(1), days: 30 },
          { start: day(21), days: 30 },
        ],
        day(1),
        day(61),
      )?.proportion,
    ).toBe(1);
    // The clock starts at the first supply; what lies beyond the end does not count.
    expect(proportionOfDaysCovered([{ start: day(11), days: 100 }], day(1), day(31))).toEqual({
      days: 20,
      covered: 20,
      proportion: 1,
    });
    expect(proportionOfDaysCovered([], day(1), day(31))).toBeUndefined();
    expect(() => proportionOfDaysCovered([{ start: day(1), days: 0 }], day(1), day(2))).toThrow(RangeError);
  });
  test('openings: days with enough of them; two close together are one', () => {
    const at = (d: number, minute: number): string => new Date(Date.UTC(2024, 0, d, 8, minute)).toISOString();
    const openings = [at(1, 0), at(1, 1), at(2, 0), at(2, 30), at(4, 0)];
    expect(daysWithOpenings(openings, day(1), day(5))).toEqual({ days: 4, covered: 3, proportion: 0.75 });
    expect(daysWithOpenings(openings, day(1), day(5), 2)).toEqual({ days: 4, covered: 1, proportion: 0.25 });
    expect(() => daysWithOpenings([], day(1), day(5), 0)).toThrow(RangeError);
  });
});
