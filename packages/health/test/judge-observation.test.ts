import { describe, expect, test } from 'vitest';
import {
  collectAppleHealth,
  collectFhir,
  collectFhirBundle,
  HealthError,
  judgeObservation,
  PLAUSIBILITY,
  type Resource,
} from '../src/index.js';
import { itemsOf, streamOf, utf8 } from './support.js';

const observation = (code: string, value: number, unit: string, more: object = {}): Resource => ({
  resourceType: 'Observation',
  id: 'o',
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code }] },
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  ...more,
});
const judged = (code: string, value: number, unit: string, more?: object): string | undefined =>
  judgeObservation(observation(code, value, unit, more))[0]?.judged;
const PATIENT = { resourceType: 'Patient', id: 'p' };
const bundle = (...resources: object[]): Uint8Array =>
  utf8({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) });
const OPTIONS = { name: 'x.json', receivedTime: '2025-01-01T00:00:00Z' };

describe('judgeObservation', () => {
  // Conversions by hand: 98.6 °F = 37 °C, 130 °F = 54.4 °C, 33 °F = 0.56 °C; 1 stone = 6.350 kg; 8 ft 11 in = 271.8 cm; 16 kPa = 120 mm[Hg].
  test.each([
    ['8867-4', 72, '/min', undefined],
    ['8867-4', 72, '{beats}/min', undefined],
    ['8867-4', 1.2, '/s', undefined],
    ['8867-4', 310, '/min', 'unlikely'],
    ['8867-4', 601, '/min', 'impossible'],
    ['8867-4', -1, '/min', 'impossible'],
    ['8310-5', 98.6, '[degF]', undefined],
    ['8310-5', 33, '[degF]', 'unlikely'],
    ['8310-5', 130, '[degF]', 'impossible'],
    ['8310-5', 310.15, 'K', undefined],
    ['59408-5', 100, '%', undefined],
    ['59408-5', 1, '1', undefined],
    ['59408-5', 100.5, '%', 'impossible'],
    ['59408-5', 65, '%', 'unlikely'],
    ['8480-6', 16, 'kPa', undefined],
    ['8480-6', 520, 'mm[Hg]', 'impossible'],
    ['29463-7', 11, '[stone_av]', undefined],
    ['29463-7', 700000, 'g', 'unlikely'],
    ['29463-7', 701, 'kg', 'impossible'],
    ['8302-2', 107, '[in_i]', 'unlikely'],
    ['8302-2', 1.8, 'm', undefined],
    ['8302-2', 180, 'm', 'impossible'],
    ['2339-0', 100, 'mg/dL', undefined],
    ['2339-0', 3000, 'mg/dL', 'impossible'],
    ['15074-8', 30, 'mmol/L', 'unlikely'],
    ['72514-3', 11, '{score}', 'impossible'],
    ['8867-4', 72, 'kg', 'unlikely'],
    ['9999-9', -5, '/min', undefined],
  ])('%s %d %s: %s', (code, value, unit, expected) => {
    expect(judged(code, value, unit)).toBe(expected);
  });
  test('every bound is wide: what is likely lies within what can be, and both name a source', () => {
    for (const { impossible, likely, impossibleSource, likelySource } of Object.values(PLAUSIBILITY)) {
      expect(impossible[0]).toBeLessThanOrEqual(likely[0]);
      expect(impossible[1]).toBeGreaterThanOrEqual(likely[1]);
      expect(Math.min(impossibleSource.length, likelySource.length)).toBeGreaterThan(8);
    }
  });
  test('components are judged; a comparator, an error and other types are not', () => {
    const part = {
      code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] },
      valueQuantity: { value: -1, system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
    };
    const panel = { resourceType: 'Observation', status: 'final', code: { text: 'BP' }, component: [part] };
    expect(judgeObservation(panel)).toMatchObject([
      { judged: 'impossible', place: 'Observation.component[0].valueQuantity' },
    ]);
    expect(judged('8867-4', 700, '/min', { status: 'entered-in-error' })).toBeUndefined();
    expect(
      judgeObservation({
        ...observation('8867-4', 0, '/min'),
        valueQuantity: { value: -1, comparator: '<', system: 'http://unitsofmeasure.org', code: '/min' },
      }),
    ).toEqual([]);
    expect(judgeObservation({ ...panel, resourceType: 'Basic' })).toEqual([]);
  });
});

describe('what is collected', () => {
  test('impossible is refused with the source of its bound, unlikely is kept and marked', () => {
    const { resources, refused, issues } = collectFhir(
      bundle(PATIENT, observation('8867-4', 601, '/min'), { ...observation('8867-4', 310, '/min'), id: 'u' }),
      OPTIONS,
    );
    expect(
      refused.map((e) => [e.code, e.place, /Chhabra/.test(e.expected), e.message.includes('601')]),
    ).toEqual([['impossible-value', 'Bundle.entry[1].resource.valueQuantity', true, false]]);
    expect(resources[1]?.resource.meta).toEqual({
      tag: [{ system: 'urn:twinseal:mark', code: 'unlikely-value' }],
    });
    expect(issues.map((i) => [i.code, i.place])).toEqual([
      ['unlikely-value', 'Bundle.entry[2].resource.valueQuantity'],
    ]);
  });
  test('a whole patient: refused, or set aside where the caller says so', () => {
    const bytes = bundle(
      PATIENT,
      observation('8867-4', 601, '/min', { subject: { reference: 'Patient/p' } }),
    );
    expect(() => collectFhirBundle(bytes, OPTIONS)).toThrow(
      expect.objectContaining({ code: 'impossible-value' }),
    );
    const { setAside, issues, resources } = collectFhirBundle(bytes, {
      ...OPTIONS,
      onBadResource: 'set-aside',
    });
    expect({ setAside, stored: resources.length, as: issues[0]?.refusedAs }).toEqual({
      setAside: 1,
      stored: 1,
      as: 'impossible-value',
    });
  });
  test('a watch is judged by the same bounds', async () => {
    const at = 'startDate="2024-07-01 08:00:00 -0400" endDate="2024-07-01 08:00:00 -0400"';
    const record = (value: number): string =>
      `<Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" ${at} value="${value}"/>`;
    const items = await itemsOf(
      collectAppleHealth(streamOf(`<HealthData>${record(70)}${record(310)}${record(900)}</HealthData>`), {
        name: 'x',
        subject: 'Patient/p',
      }),
    );
    expect(
      items.map((i) =>
        i.kind === 'taken' ? i.issues.map((x) => x.code) : i.kind === 'refused' && i.error.code,
      ),
    ).toEqual([[], ['unlikely-value'], 'impossible-value']);
    expect(items[2]?.kind === 'refused' && items[2].error).toBeInstanceOf(HealthError);
  });
});
