import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AppleHealthSummary,
  CONNECTORS,
  type CollectedItem,
  collectAppleHealth,
  connectorFor,
  inspectResource,
  type SourceConnector,
} from '../src/index.js';
import { HAS_SHARED, SHARED, SKIP_NOTE, utf8 } from './support.js';

async function* cut(bytes: Uint8Array, ...at: number[]): AsyncGenerator<Uint8Array> {
  const ends = [0, ...at.sort((a, b) => a - b), bytes.length];
  for (let i = 1; i < ends.length; i++) yield bytes.slice(ends[i - 1], ends[i]);
}

async function read(
  text: string,
  at: number[] = [],
  strict = false,
): Promise<{ items: CollectedItem[]; summary: AppleHealthSummary }> {
  const stream = collectAppleHealth(cut(utf8(text), ...at), {
    name: 'export.xml',
    subject: 'Patient/p',
    strict,
  });
  const items: CollectedItem[] = [];
  for (;;) {
    const next = await stream.next();
    if (next.done) return { items, summary: next.value };
    items.push(next.value);
  }
}

const record = (change: Record<string, string> = {}): string => {
  const attributes = {
    type: 'HKQuantityTypeIdentifierHeartRate',
    sourceName: 'Zoë’s Watch',
    unit: 'count/min',
    value: '72',
    creationDate: '2024-01-02 08:00:05 +0100',
    startDate: '2024-01-02 08:00:00 +0100',
    endDate: '2024-01-02 08:00:00 +0100',
    ...change,
  };
  return `<Record ${Object.entries(attributes)
    .map(([k, v]) => `${k}="${v}"`)
    .join(' ')}/>`;
};
const file = (...inner: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<HealthData locale="en_GB">${inner.join('\n')}</HealthData>`;

describe('collectAppleHealth', () => {
  test('makes Observations with unit, offset, LOINC and Apple’s code', async () => {
    const { items } = await read(
      file(
        record(),
        record({ type: 'HKQuantityTypeIdentifierOxygenSaturation', unit: '%', value: '0.97' }),
        record({
          type: 'HKCategoryTypeIdentifierSleepAnalysis',
          value: 'HKCategoryValueSleepAnalysisAsleepCore',
          unit: '',
          endDate: '2024-01-02 15:00:00 +0100',
        }),
      ),
    );
    const resources = items.map((i) => (i.kind === 'taken' ? i.collected.resource : undefined));
    expect(resources[0]).toMatchObject({
      effectiveDateTime: '2024-01-02T08:00:00+01:00',
      valueQuantity: { value: 72, unit: 'count/min', system: 'http://unitsofmeasure.org', code: '/min' },
      device: { display: 'Zoë’s Watch' },
    });
    expect(resources[1]?.valueQuantity).toMatchObject({ value: 97, code: '%' });
    expect(resources[2]).toMatchObject({
      effectivePeriod: { start: '2024-01-02T08:00:00+01:00', end: '2024-01-02T15:00:00+01:00' },
    });
    for (const r of resources) expect(inspectResource(structuredClone(r) as never).findings).toEqual([]);
  });

  test('every unit string of HealthKit becomes a unit that UCUM has', async () => {
    const units =
      'count count/min count/s % kg g mg mcg lb st oz m cm mm km ft in yd mi L mL kcal Cal cal kJ J degC degF mmHg Pa s ms min hr d IU mg/dL mmol&lt;180.1558800000541&gt;/L L/min m/s km/hr mi/hr mL/min·kg kcal/hr·kg dBASPL dBHL W mcS'.split(
        ' ',
      );
    const { items } = await read(
      file(...units.map((unit) => record({ type: 'HKQuantityTypeIdentifierCanary', unit }))),
    );
    expect(items.length).toBe(units.length);
    for (const [i, item] of items.entries()) {
      if (item.kind !== 'taken') throw new Error(`${units[i]} was refused`);
      expect(inspectResource(structuredClone(item.collected.resource)).findings).toEqual([]);
    }
  });

  test('reads the same however the bytes are cut, and gives the same ids again', async () => {
    const text = file(record(), record({ value: '73' }), record({ sourceName: 'ü' }));
    const whole = (await read(text)).items;
    expect(new Set(whole.map((i) => (i.kind === 'taken' ? i.collected.source.id : ''))).size).toBe(3);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(utf8(text).length), { maxLength: 6 }), async (at) => {
        expect((await read(text, at)).items).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  test('keeps the good beside the bad, and says what it does not collect', async () => {
    const { items, summary } = await read(
      file(
        record(),
        record({ unit: 'furlong' }),
        record({ value: 'Canary' }),
        record({ startDate: 'Canary' }),
        record({ type: 'Canary' }),
        record({ endDate: '2020-01-02 08:00:00 +0100' }),
        '<Workout><Record/></Workout>',
        '<Canary/>',
        record({ value: '80' }),
      ),
    );
    expect(items.map((i) => (i.kind === 'refused' ? i.error.code : i.kind))).toEqual([
      'taken',
      'unknown-unit',
      'impossible-value',
      'invalid-time',
      'unknown-format',
      'invalid-time',
      'taken',
    ]);
    expect(summary).toEqual({ records: 7, notCollected: { Workout: 1, other: 1 } });
    for (const i of items) if (i.kind === 'refused') expect(i.error.message).not.toMatch(/Canary|furlong/);
    await expect(read(file(record({ unit: 'furlong' })), [], true)).rejects.toMatchObject({
      code: 'unknown-unit',
    });
  });

  test.each([
    [
      'an entity of its own',
      `<!DOCTYPE HealthData [<!ENTITY a "Canary">]>${file(record({ value: '&a;' })).replace(/^<\?xml.*\n/, '')}`,
      'xml-malformed',
    ],
    [
      'an external entity',
      `<!DOCTYPE HealthData [<!ENTITY a SYSTEM "file:///etc/passwd">]>${file('&a;').replace(/^<\?xml.*\n/, '')}`,
      'xml-malformed',
    ],
    ['broken XML', '<HealthData><Record', 'xml-malformed'],
    ['a document cut off', '<HealthData><Me/>', 'xml-malformed'],
    ['another document', '<html></html>', 'unknown-format'],
  ])('refuses %s', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
    await expect(read(text)).rejects.not.toThrow(/Canary|passwd/);
  });

  test('an endless attribute does not fill the memory', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield utf8('<HealthData><Record value="');
      for (;;) yield new Uint8Array(65_536).fill(0x31);
    }
    const stream = collectAppleHealth(endless(), { name: 'f', subject: 'Patient/p' });
    await expect(stream.next()).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('connectors', () => {
  test('are found by content, and one more is one registration', async () => {
    expect(connectorFor('x.json', '{"resourceType":"Bundle"').id).toBe('fhir-json');
    expect(connectorFor('Patient.ndjson.gz', '').id).toBe('fhir-ndjson');
    expect(connectorFor('x', '{"resourceType":"Patient","id":"a"}\n{"resourceType":"Patient"').id).toBe(
      'fhir-ndjson',
    );
    expect(connectorFor('export.xml', file()).id).toBe('apple-health');
    expect(() => connectorFor('x.pdf', '%PDF')).toThrow(/no connector/);
    const mine: SourceConnector = {
      id: 'mine',
      title: 'Mine',
      contentTypes: [],
      accepts: (name) => name.endsWith('.mine'),
      collect: () => cutItems(),
    };
    async function* cutItems(): AsyncGenerator<CollectedItem> {}
    expect(connectorFor('a.mine', '', [...CONNECTORS, mine]).id).toBe('mine');
    const items: CollectedItem[] = [];
    const patient = utf8({ resourceType: 'Patient', id: 'a' });
    for await (const item of connectorFor('x.json', '{"resourceType"').collect(cut(patient, 5), {
      name: 'x',
      receivedTime: '2025-01-01T00:00:00Z',
      subject: 'Patient/a',
    }))
      items.push(item);
    expect(items.map((i) => i.kind)).toEqual(['taken']);
  });
});

describe.skipIf(!HAS_SHARED)(`the Apple Health exports${SKIP_NOTE}`, () => {
  test.each([
    ['tagbug/example.xml', 4],
    ['tagbug/export.xml', 5],
    ['tdda/export6s3sample.xml', 15],
    ['dogsheep/export.xml', 2],
    ['dogsheep/zip_contents/apple_health_export/export.xml', 2],
  ])('%s: %i records, in = taken + refused', async (path, records) => {
    const { items, summary } = await read(readFileSync(`${SHARED}wearables/apple-health/${path}`, 'utf8'));
    expect([summary.records, items.length]).toEqual([records, records]);
    // Not in HKQuantity or HKCategory form: nothing. Every record of the five files is taken, but for those without a time zone or type.
    expect(
      items.filter((i) => i.kind === 'refused').map((i) => (i.kind === 'refused' ? i.error.code : '')),
    ).toEqual([]);
  });
});
