import { describe, expect, test } from 'vitest';
import type { Resource } from './collected.js';
import { inspectResource } from './validate-resource.js';

const GOOD = {
  resourceType: 'Observation',
  id: 'a',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '2339-0', display: 'Glucose' }] },
  subject: { reference: 'Patient/p' },
  effectiveDateTime: '2024-02-29T10:00:00Z',
  valueQuantity: { value: 90, unit: 'mg/dL', system: 'http://unitsofmeasure.org', code: 'mg/dL' },
};

/** The good one with one thing changed; `undefined` removes. */
function flawed(change: Record<string, unknown>): Resource {
  return JSON.parse(JSON.stringify({ ...GOOD, ...change })) as Resource;
}

function errors(resource: Resource): string[] {
  return inspectResource(resource)
    .findings.filter((f) => f.severity === 'error')
    .map((f) => `${f.code} ${f.place}`);
}

describe('inspectResource', () => {
  test('finds nothing in a good resource', () => {
    expect(inspectResource(flawed({})).findings).toEqual([]);
  });

  // What Medplum 4.5.2 lets through; each of these is refused by the official validator (FHIR R4, sections 2.1.8, 2.6.1, 4.1.5).
  test.each([
    ['a code outside a required binding', { status: 'finished' }, 'required-binding Observation.status'],
    ['an empty array', { category: [] }, 'empty Observation'],
    ['an empty object', { method: {} }, 'empty Observation.method'],
    ['two values for one choice', { valueString: 'x' }, 'choice Observation.valueString'],
    [
      'a day that the calendar lacks',
      { effectiveDateTime: '2023-02-29T10:00:00Z' },
      'structure Observation.effectiveDateTime',
    ],
    [
      'an unknown unit',
      { valueQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: 'furlongs' } },
      'unknown-unit Observation.valueQuantity.code',
    ],
    [
      'a reference to no contained resource',
      { subject: { reference: '#p' } },
      'dangling-contained Observation.subject.reference',
    ],
  ])('finds %s', (_, change, expected) => {
    expect(errors(flawed(change))).toContain(expected);
  });

  // What Medplum finds, with its place.
  test.each([
    ['a missing property', { status: undefined }, 'Observation.status'],
    ['a wrong type', { issued: 7 }, 'Observation.issued'],
    ['a single value for a list', { category: { text: 'x' } }, 'Observation.category'],
    ['a broken date', { effectiveDateTime: '29.02.2024' }, 'Observation.effectiveDateTime'],
    ['an unknown property', { Canary: 1 }, 'Observation'],
    ['an invariant (obs-6)', { dataAbsentReason: { text: 'none' } }, 'Observation'],
  ])('finds %s', (_, change, place) => {
    expect(errors(flawed(change))).toContain(`structure ${place}`);
  });

  test('gathers references wherever they stand', () => {
    const { references } = inspectResource(
      flawed({
        subject: {
          reference: 'Patient/p',
          extension: [{ url: 'urn:x', valueReference: { reference: 'Person/q' } }],
        },
        contained: [{ resourceType: 'Device', id: 'd', patient: { reference: 'Patient/r' } }],
        device: { reference: '#d' },
      }),
    );
    expect(references.map((r) => [r.place(), r.node.reference, r.isContained]).sort()).toEqual([
      ['Observation.contained[0].patient.reference', 'Patient/r', false],
      ['Observation.device.reference', '#d', true],
      ['Observation.subject.extension[0].valueReference.reference', 'Person/q', false],
      ['Observation.subject.reference', 'Patient/p', false],
    ]);
  });

  test('repairs known misspellings of units, or refuses them when told to', () => {
    const unit = {
      valueQuantity: { value: 120, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mmHg' },
    };
    const resource = flawed(unit);
    expect(inspectResource(resource).findings.map((f) => f.code)).toEqual(['unit-repaired']);
    expect(resource.valueQuantity).toEqual({ ...unit.valueQuantity, code: 'mm[Hg]' });
    expect(inspectResource(flawed(unit), { repairUnits: false }).findings.map((f) => f.code)).toEqual([
      'unknown-unit',
    ]);
  });

  test('takes any JSON object without throwing', () => {
    for (const value of [
      {},
      { resourceType: 7 },
      { resourceType: 'Nothing' },
      { resourceType: 'Observation', code: [[]] },
      { resourceType: 'Patient', name: [null, 7, 'x'] },
    ]) {
      expect(errors(value as unknown as Resource).length).toBeGreaterThan(0);
    }
  });
});
