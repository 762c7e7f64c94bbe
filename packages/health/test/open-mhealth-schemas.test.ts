import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findOpenMHealthFaults } from '../src/index.js';
import { SHARED } from './support.js';

const ROOT = `${SHARED}wearables/openmhealth/test-data/`;
const HAS_OMH = existsSync(ROOT);
const NOTE = HAS_OMH ? '' : ' [skipped: ../shared/data/wearables/openmhealth is not beside the checkout]';

/** Every test file: namespace/name/version/shouldPass or shouldFail/file. */
function cases(): { path: string; faults: ReturnType<typeof findOpenMHealthFaults>; should: string }[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.json'))
    .map((path) => {
      const [namespace, name, version, should] = path.split('/') as [string, string, string, string];
      const value: unknown = JSON.parse(readFileSync(ROOT + path, 'utf8'));
      return { path, should, faults: findOpenMHealthFaults({ namespace, name, version }, value) };
    });
}

describe(`Open mHealth's own test data${NOTE}`, () => {
  test.skipIf(!HAS_OMH)(`all 315 to accept are accepted, all 319 to refuse are refused${NOTE}`, () => {
    const all = cases();
    const wrong = all.filter(({ should, faults }) =>
      should === 'shouldPass' ? faults?.length !== 0 : faults === undefined || faults.length === 0,
    );
    expect(wrong.map((w) => [w.path, w.faults])).toEqual([]);
    expect(all.filter((c) => c.should === 'shouldPass')).toHaveLength(315);
    expect(all.filter((c) => c.should === 'shouldFail')).toHaveLength(319);
  });
});

describe('findOpenMHealthFaults', () => {
  const weight = { namespace: 'omh', name: 'body-weight', version: '2.0' };
  const time = { effective_time_frame: { date_time: '2013-02-05T07:25:00Z' } };
  test('says the place and the keyword, never a value', () => {
    expect(findOpenMHealthFaults(weight, { body_weight: { value: 65, unit: 'kg' }, ...time })).toEqual([]);
    const faults = findOpenMHealthFaults(weight, { body_weight: { value: 65, unit: 'secret' }, ...time });
    expect(faults?.at(-1)).toEqual({ place: '#/body_weight/unit', keyword: 'enum' });
    expect(JSON.stringify(faults)).not.toContain('secret');
    expect(
      findOpenMHealthFaults(weight, { body_weight: { value: '65', unit: 'kg' }, ...time })?.at(-1),
    ).toEqual({ place: '#/body_weight/value', keyword: 'type' });
  });
  test('a version x stands for no data: only numbers name a schema', () => {
    for (const id of [
      { ...weight, version: '2.x' },
      { ...weight, version: '9.0' },
      { ...weight, name: '../body-weight' },
      { ...weight, namespace: 'other' },
      { ...weight, name: '__proto__' },
    ])
      expect(findOpenMHealthFaults(id, {})).toBeUndefined();
  });
});
