import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './internal/canonical-json.js';
import {
  compareStatements,
  decodeStatement,
  encodeStatement,
  type Statement,
  sortStatements,
} from './statement.js';

const put: Statement = {
  op: 'put',
  source: { system: 'urn:emr:north', id: 'Condition/1', version: '3' },
  sourceTime: '2024-03-01T09:00:00+01:00',
  recordedTime: '2024-03-02T00:00:00Z',
  resource: { resourceType: 'Condition', code: { text: 'x' } } as Statement['resource'] & object,
};
const retract: Statement = {
  op: 'retract',
  source: { system: 'urn:emr:north', id: 'Condition/1', version: '' },
  sourceTime: '2024-03-03T09:00:00Z',
  recordedTime: '2024-03-04T00:00:00Z',
};

describe('statements (REC-17)', () => {
  test('a put has the members of RFC 8785 order, resource in the middle', () => {
    expect(encodeStatement(put)).toBe(
      '{"op":"put","recordedTime":"2024-03-02T00:00:00Z","resource":{"code":{"text":"x"},"resourceType":"Condition"},' +
        '"source":{"id":"Condition/1","system":"urn:emr:north","version":"3"},"sourceTime":"2024-03-01T09:00:00+01:00"}',
    );
    expect(decodeStatement(encodeStatement(put))).toEqual(put);
  });

  test('a retraction has no resource', () => {
    expect(encodeStatement(retract)).toBe(
      '{"op":"retract","recordedTime":"2024-03-04T00:00:00Z",' +
        '"source":{"id":"Condition/1","system":"urn:emr:north","version":""},"sourceTime":"2024-03-03T09:00:00Z"}',
    );
    expect(decodeStatement(encodeStatement(retract))).toEqual(retract);
  });

  const line = encodeStatement(put);
  const changed = (change: Record<string, unknown>) => canonicalJson({ ...put, ...change });
  const source = (change: Record<string, unknown>) => changed({ source: { ...put.source, ...change } });
  test.each([
    ['another op', changed({ op: 'keep' }), 'json-shape'],
    ['a put without resource', changed({ resource: undefined }), 'json-shape'],
    ['a retraction with resource', changed({ op: 'retract' }), 'json-shape'],
    ['one member more', changed({ note: 1 }), 'json-shape'],
    [
      'another member instead',
      changed({ recordedTime: undefined, recordedTimf: put.recordedTime }),
      'json-shape',
    ],
    ['no source', changed({ source: null }), 'json-shape'],
    ['a source member more', source({ x: 1 }), 'json-shape'],
    ['another source member instead', source({ version: undefined, x: '' }), 'json-shape'],
    ['an empty system', source({ system: '' }), 'json-shape'],
    ['an empty id', source({ id: '' }), 'json-shape'],
    ['a long id', source({ id: 'x'.repeat(1025) }), 'json-shape'],
    ['a number for a version', source({ version: 3 }), 'json-shape'],
    ['a resource without type', changed({ resource: { id: 'x' } }), 'json-shape'],
    ['a resource of no FHIR type', changed({ resource: { resourceType: 'a b' } }), 'json-shape'],
    ['an array as resource', changed({ resource: [] }), 'json-shape'],
    ['null as resource', changed({ resource: null }), 'json-shape'],
    ['a date as source time', changed({ sourceTime: '2024-03-02' }), 'time'],
    ['a date as recorded time', changed({ recordedTime: '2024-03-02' }), 'time'],
    ['a number as time', changed({ sourceTime: 0 }), 'json-shape'],
    ['white space', ` ${line}`, 'not-canonical-json'],
    ['a trailing line feed', `${line}\n`, 'not-canonical-json'],
  ])('decodeStatement refuses %s', (_what, bad, code) => {
    expect(bad).not.toBe(line);
    expect(() => decodeStatement(bad)).toThrow(expect.objectContaining({ name: 'RecordError', code }));
  });

  test('encodeStatement tells the caller', () => {
    expect(() => encodeStatement({ ...put, sourceTime: 'yesterday' })).toThrow(TypeError);
    expect(() => encodeStatement({ ...put, op: 'retract' })).toThrow(TypeError);
    expect(() => encodeStatement({ ...put, source: { system: 's', id: '', version: '' } })).toThrow(
      TypeError,
    );
    const { resource: _, ...bare } = put;
    expect(() => encodeStatement(bare)).toThrow(TypeError);
    expect(() => encodeStatement({ ...put, resource: { resourceType: 'A', x: NaN } as never })).toThrow(
      TypeError,
    );
  });

  test('no message repeats content', () => {
    for (const bad of [
      line.replace('"put"', '"secretword"'),
      '{"secretword',
      line.replace('2024-03-02', 'secretword'),
    ]) {
      try {
        decodeStatement(bad);
        expect.unreachable();
      } catch (error) {
        expect(String((error as Error).stack) + String((error as Error).cause)).not.toContain('secretword');
      }
    }
  });
});

describe('order of statements (REC-17)', () => {
  const at = (sourceTime: string, system = 's', id = 'i', version = '') => ({
    ...retract,
    sourceTime,
    source: { system, id, version },
  });

  test('goes by instant, then system, id and version in code units', () => {
    const sorted = [
      at('2024-01-01T02:00:00+02:00', 'a', 'z', 'z'),
      at('2024-01-01T00:00:00Z', 'b', 'a', '10'),
      at('2024-01-01T00:00:00Z', 'b', 'a', '9'),
      at('2024-01-01T00:00:00Z', 'b', '\u{1f600}', ''), // a surrogate pair, d83d…, stands before U+FB33
      at('2024-01-01T00:00:00Z', 'b', '\ufb33', ''),
      at('2024-01-01T00:00:00.000000001Z', 'a', 'a', ''),
    ];
    const shuffled = [3, 5, 0, 4, 2, 1].map((i) => sorted[i] as Statement);
    expect(sortStatements(shuffled)).toEqual(sorted);
    for (let i = 1; i < sorted.length; i++) {
      expect(compareStatements(sorted[i - 1] as Statement, sorted[i] as Statement)).toBeLessThan(0);
    }
  });

  test('does not depend on the order given', () => {
    const statement = fc
      .tuple(
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('a', 'b'),
        fc.constantFrom('a', 'b'),
        fc.constantFrom('', '1'),
      )
      .map(([s, system, id, version]) => at(`2024-01-01T00:00:0${s}Z`, system, id, version));
    fc.assert(
      fc.property(fc.array(statement), fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list
          .map((s) => ({ s, k: keys.next().value as number }))
          .sort((a, b) => a.k - b.k)
          .map(({ s }) => s);
        expect(sortStatements(shuffled)).toEqual(sortStatements(list));
      }),
    );
  });
});
