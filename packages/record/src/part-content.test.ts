import { describe, expect, test } from 'vitest';
import { hospitalIdentity } from './identity.js';
import { decodePartContent, encodePartContent } from './part-content.js';
import type { Statement } from './statement.js';

const header = {
  twinId: new Uint8Array(32),
  author: hospitalIdentity('north'),
  module: 'glucose',
  seq: 0,
  counter: 0,
};
const observation = (i: number): Statement => ({
  op: 'put',
  source: { system: 'urn:emr', id: `Observation/${i}`, version: '1' },
  sourceTime: new Date(1.6e12 + ((i * 7919) % 20_000) * 60_000).toISOString(),
  recordedTime: '2024-01-01T00:00:00Z',
  resource: {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '99504-3' }], text: 'Glucose' },
    valueQuantity: {
      value: 5 + (i % 100) / 10,
      unit: 'mmol/L',
      system: 'http://unitsofmeasure.org',
      code: 'mmol/L',
    },
  } as Statement['resource'] & object,
});

describe('part contents (REC-17)', () => {
  test('twenty thousand statements, given in no order, go through in seconds at the slowest', () => {
    const statements = Array.from({ length: 20_000 }, (_, i) => observation(i));
    const started = performance.now();
    const content = encodePartContent(header, statements);
    const decoded = decodePartContent(content, header);
    // About half a second on one idle core; something quadratic would take minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(decoded).toHaveLength(20_000);
    expect(new Set(decoded.map((s) => s.source.id)).size).toBe(20_000);
  });

  test('callers are told their mistakes', () => {
    expect(() => encodePartContent({ ...header, module: 'Glucose' }, [])).toThrow(TypeError);
    expect(() => encodePartContent({ ...header, author: { name: 'north', epoch: '1' } }, [])).toThrow(
      TypeError,
    );
    expect(() => encodePartContent({ ...header, twinId: new Uint8Array(31) }, [])).toThrow(TypeError);
    expect(() => encodePartContent({ ...header, seq: -1 }, [])).toThrow(RangeError);
    expect(() => encodePartContent(header, [{ ...observation(1), sourceTime: 'now' }])).toThrow(TypeError);
    expect(() => encodePartContent(header, [observation(1), observation(1)])).toThrow(RangeError);
    const large = { ...observation(1), resource: { resourceType: 'Binary', data: 'A'.repeat(64 * 2 ** 20) } };
    expect(() => encodePartContent(header, [large])).toThrow(RangeError);
  });
});
