import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  CONNECTORS,
  collectOpenMHealth,
  connectorFor,
  HealthError,
  inspectResource,
  OPEN_MHEALTH_SYSTEM,
  type Resource,
} from '../src/index.js';
import { SHARED, utf8 } from './support.js';

const TEST_DATA = `${SHARED}wearables/openmhealth/test-data/omh/`;
const HAS_OMH = existsSync(TEST_DATA);
const NOTE = HAS_OMH ? '' : ' [skipped: ../shared/data/wearables/openmhealth is not beside the checkout]';
const OPTIONS = { name: 'points.json', subject: 'Patient/p' };
const AT = { effective_time_frame: { date_time: '2025-03-04T08:00:00+01:00' } };

const BACKWARDS = [
  'body-temperature/4.0/shouldPass/valid-temperature-with-statistic.json',
  'calories-burned/2.0/shouldPass/with-descriptive-statistic.json',
  'sleep-duration/2.0/shouldPass/with-descriptive-statistic.json',
];

function point(name: string, version: string, body: object, header: object = {}): object {
  return {
    header: {
      id: '123e4567-e89b-12d3-a456-426655440000',
      creation_date_time: '2025-03-05T00:00:00Z',
      schema_id: { namespace: 'omh', name, version },
      ...header,
    },
    body,
  };
}
function one(p: object): Resource {
  const [item] = [...collectOpenMHealth(utf8(p), OPTIONS)];
  if (item?.kind !== 'taken') throw item?.kind === 'refused' ? item.error : new Error('nothing taken');
  expect(inspectResource(item.collected.resource).findings.filter((f) => f.severity === 'error')).toEqual([]);
  return item.collected.resource;
}
function refusal(p: unknown): HealthError {
  const [item] = [...collectOpenMHealth(utf8(p), OPTIONS)];
  if (item?.kind !== 'refused') throw new Error('not refused');
  return item.error;
}
const unit = (value: number, u: string): object => ({ value, unit: u });

describe('collectOpenMHealth', () => {
  test('blood pressure: a panel with two components, the offset kept, the schema beside LOINC', () => {
    const resource = one(
      point(
        'blood-pressure',
        '4.0',
        {
          systolic_blood_pressure: unit(120, 'mmHg'),
          diastolic_blood_pressure: unit(80, 'mmHg'),
          body_posture: 'sitting',
          ...AT,
        },
        { acquisition_provenance: { source_name: 'Cuff', modality: 'sensed' } },
      ),
    );
    expect(resource).toMatchObject({
      id: '123e4567-e89b-12d3-a456-426655440000',
      effectiveDateTime: '2025-03-04T08:00:00+01:00',
      subject: { reference: 'Patient/p' },
      device: { display: 'Cuff' },
      code: {
        coding: [
          { system: 'http://loinc.org', code: '85354-9' },
          { system: OPEN_MHEALTH_SYSTEM, code: 'blood-pressure' },
        ],
      },
      component: [
        { code: { coding: [{ code: '8480-6' }, {}] }, valueQuantity: { value: 120, code: 'mm[Hg]' } },
        { code: { coding: [{ code: '8462-4' }, {}] }, valueQuantity: { value: 80, code: 'mm[Hg]' } },
        { code: { coding: [{ code: 'body_posture' }] }, valueCodeableConcept: { text: 'sitting' } },
        { code: { coding: [{ code: 'modality' }] }, valueCodeableConcept: { text: 'sensed' } },
      ],
    });
  });
  test('glucose by specimen and unit (LOINC 41653-7, 14743-9, 105272-9, 2339-0)', () => {
    const code = (u: string, value: number, specimen?: string): unknown =>
      (
        one(
          point('blood-glucose', '4.0', {
            blood_glucose: unit(value, u),
            ...(specimen ? { specimen_source: specimen } : {}),
            ...AT,
          }),
        ).code as { coding: { code: string }[] }
      ).coding[0]?.code;
    expect(code('mg/dL', 100, 'capillary blood')).toBe('41653-7');
    expect(code('mmol/L', 5.5, 'capillary blood')).toBe('14743-9');
    expect(code('mmol/L', 5.5, 'interstitial fluid')).toBe('105272-9');
    expect(code('mg/dL', 100)).toBe('2339-0');
    // No LOINC code of blood for glucose in tears.
    expect(code('mg/dL', 100, 'tears')).toBe('blood-glucose');
  });
  test('a statistic is no reading: only the source code stands', () => {
    const resource = one(
      point('heart-rate', '2.0', {
        heart_rate: unit(190, 'beats/min'),
        descriptive_statistic: 'maximum',
        ...AT,
      }),
    );
    expect(resource.code).toEqual({ coding: [{ system: OPEN_MHEALTH_SYSTEM, code: 'heart-rate' }] });
  });
  test('intervals: start, end, duration; a day and its part', () => {
    const frame = (time_interval: object): Resource =>
      one(point('step-count', '2.0', { step_count: 10, effective_time_frame: { time_interval } }));
    const start = '2025-03-30T01:30:00+01:00';
    const end = '2025-03-30T02:30:00+01:00';
    const expected = { start, end };
    expect(frame({ start_date_time: start, end_date_time: end }).effectivePeriod).toEqual(expected);
    expect(frame({ start_date_time: start, duration: unit(60, 'min') }).effectivePeriod).toEqual(expected);
    expect(frame({ end_date_time: end, duration: unit(1, 'h') }).effectivePeriod).toEqual(expected);
    expect(frame({ date: '2025-03-30', part_of_day: 'evening' })).toMatchObject({
      effectiveDateTime: '2025-03-30',
      meta: { tag: [{ code: 'date-only' }] },
      component: [{ valueCodeableConcept: { text: 'evening' } }],
    });
    expect(() => frame({ start_date_time: end, end_date_time: start })).toThrow(/end before its beginning/);
  });
  test('temperatures below zero pass in Celsius, not below absolute zero; amounts are not negative', () => {
    const temperature = (value: number, u: string): object =>
      point('body-temperature', '3.0', { body_temperature: unit(value, u), ...AT });
    expect(one(temperature(98.6, 'F')).valueQuantity).toMatchObject({ code: '[degF]' });
    expect(refusal(temperature(-300, 'C')).code).toBe('impossible-value');
    expect(refusal(point('body-weight', '2.0', { body_weight: unit(-1, 'kg'), ...AT })).code).toBe(
      'impossible-value',
    );
  });
  test('refusals name the place and hold no value', () => {
    const faulty = refusal([point('body-weight', '2.0', { body_weight: unit(60, 'stones'), ...AT })]);
    expect(faulty).toMatchObject({ code: 'invalid-resource', place: '$[0].body.body_weight.unit' });
    expect(faulty.message).not.toContain('stones');
    expect(refusal({ body: {} }).code).toBe('invalid-resource');
    expect(refusal(point('horoscope', '1.0', {})).code).toBe('unknown-format');
    const geo = { latitude: unit(1, 'deg'), longitude: unit(1, 'deg'), ...AT };
    expect(refusal(point('geoposition', '1.0', geo))).toMatchObject({
      code: 'unknown-format',
      place: '$.header.schema_id',
    });
  });
  test('a good point beside a bad one is kept; strict refuses all; lines work as an array does', () => {
    const good = point(
      'body-weight',
      '2.0',
      { body_weight: unit(60, 'kg'), ...AT },
      { id: 'an id with spaces' },
    );
    const kinds = (text: string): string[] => [...collectOpenMHealth(utf8(text), OPTIONS)].map((i) => i.kind);
    expect(kinds(JSON.stringify([good, {}, good]))).toEqual(['taken', 'refused', 'taken']);
    expect(kinds([good, {}, good].map((p) => JSON.stringify(p)).join('\n'))).toEqual([
      'taken',
      'refused',
      'taken',
    ]);
    expect(() => [...collectOpenMHealth(utf8([good, {}]), { ...OPTIONS, strict: true })]).toThrow(
      HealthError,
    );
    expect(one(good).id).toMatch(/^omh-[0-9a-f]{16}$/);
  });
  test('its connector takes data points, and FHIR stays FHIR', () => {
    expect(connectorFor('x.json', JSON.stringify(point('a', '1.0', {}))).id).toBe('open-mhealth');
    expect(connectorFor('x.json', JSON.stringify([point('a', '1.0', {})])).id).toBe('open-mhealth');
    expect(connectorFor('x.json', '{"resourceType":"Patient"}').id).toBe('fhir-json');
    expect(new Set(CONNECTORS.map((c) => c.id)).size).toBe(CONNECTORS.length);
  });
  test.skipIf(!HAS_OMH)(`every mapped body of Open mHealth's test data becomes valid FHIR${NOTE}`, () => {
    const tally = { taken: 0, unmapped: 0 };
    const backwards: string[] = [];
    for (const path of readdirSync(TEST_DATA, { recursive: true, encoding: 'utf8' })) {
      const [name, version, should] = path.split('/');
      if (!path.endsWith('.json') || should !== 'shouldPass' || !name || !version) continue;
      const body: unknown = JSON.parse(readFileSync(TEST_DATA + path, 'utf8'));
      if (typeof body !== 'object' || body === null || Array.isArray(body)) continue;
      try {
        one(point(name, version, body));
        tally.taken++;
      } catch (error) {
        if (!(error instanceof HealthError)) throw error;
        if (error.message.includes('not mapped')) tally.unmapped++;
        else {
          expect([path, error.code, error.message]).toEqual([
            path,
            'invalid-time',
            expect.stringContaining('end'),
          ]);
          backwards.push(path);
        }
      }
    }
    // What a schema cannot say, and these files get wrong: their interval ends before it begins.
    expect(backwards.sort()).toEqual(BACKWARDS);
    // Counted with find(1): 136 files lie in the folders of mapped names.
    expect(tally.taken).toBe(136 - BACKWARDS.length);
    expect(tally.unmapped).toBeGreaterThan(100);
  });
});
