import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CollectedItem,
  collectFhir,
  collectNdjson,
  HealthError,
  inspectResource,
  type Resource,
  toOperationOutcome,
} from '../src/index.js';
import { HAS_SHARED, SHARED, SKIP_NOTE, utf8 } from './support.js';

const OPTIONS = { name: 'f', receivedTime: '2025-01-01T00:00:00Z' };
const patient = (id: string, more: object = {}): object => ({ resourceType: 'Patient', id, ...more });

async function* once(...chunks: Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield chunk;
}
async function all(chunks: AsyncIterable<Uint8Array>, more: object = {}): Promise<CollectedItem[]> {
  const items: CollectedItem[] = [];
  for await (const item of collectNdjson(chunks, { ...OPTIONS, ...more })) items.push(item);
  return items;
}

describe('collectFhir', () => {
  test('takes a single resource and every type of bundle', () => {
    expect(
      collectFhir(utf8(patient('a')), OPTIONS).resources.map((c) => [c.source.id, c.sourceTime]),
    ).toEqual([['Patient/a', OPTIONS.receivedTime]]);
    for (const type of [
      'document',
      'message',
      'transaction',
      'transaction-response',
      'batch',
      'batch-response',
      'history',
      'searchset',
      'collection',
    ]) {
      const bundle = {
        resourceType: 'Bundle',
        type,
        entry: [{ resource: patient('a') }, { request: { method: 'DELETE', url: 'Patient/b' } }],
      };
      expect(collectFhir(utf8(bundle), OPTIONS).resources.length).toBe(1);
    }
  });
  test('keeps the good beside the bad, counts duplicates, and tells versions apart', () => {
    const entry = [
      patient('a'),
      patient('a'),
      patient('a', { meta: { versionId: '2' } }),
      patient('b', { gender: 'canary' }),
      { resourceType: 'Canary' },
      patient('c'),
    ].map((resource) => ({ resource }));
    const result = collectFhir(utf8({ resourceType: 'Bundle', type: 'history', entry }), OPTIONS);
    expect(result.resources.map((c) => `${c.source.id} ${c.source.version}`)).toEqual([
      'Patient/a 1',
      'Patient/a 2',
      'Patient/c 1',
    ]);
    expect([result.entries, result.duplicates]).toEqual([6, 1]);
    expect(result.refused.map((e) => [e.code, e.place])).toEqual([
      ['invalid-resource', 'Bundle.entry[3].resource.gender'],
      ['invalid-resource', 'Bundle.entry[4].resource.resourceType'],
    ]);
    expect(() =>
      collectFhir(utf8({ resourceType: 'Bundle', type: 'history', entry }), { ...OPTIONS, strict: true }),
    ).toThrow(HealthError);
    const outcome = toOperationOutcome(result.refused);
    expect(inspectResource(structuredClone(outcome) as unknown as Resource).findings).toEqual([]);
    expect(JSON.stringify(outcome)).not.toMatch(/canary/i);
  });
  test('refuses what is no FHIR', () => {
    for (const text of ['[]', '{}', 'null', '7'])
      expect(() => collectFhir(utf8(text), OPTIONS)).toThrow(/resourceType/);
  });
});

describe('collectNdjson', () => {
  const text = [patient('a'), patient('b'), patient('ü', { id: 'c', name: [{ family: 'Müller' }] })]
    .map((r) => JSON.stringify(r))
    .join('\n');
  test('reads the same lines however the bytes are cut', async () => {
    const bytes = utf8(`${text}\n\r\n  \n${JSON.stringify(patient('d'))}`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const items = await all(once(...at.slice(1).map((end, i) => bytes.slice(at[i] as number, end))));
        expect(items.map((i) => (i.kind === 'taken' ? i.collected.source.id : i.kind))).toEqual([
          'Patient/a',
          'Patient/b',
          'Patient/c',
          'Patient/d',
        ]);
      }),
      { numRuns: 60 },
    );
  });
  test('a bad line is refused with its number, and the others are kept', async () => {
    const items = await all(
      once(
        utf8(
          `${JSON.stringify(patient('a'))}\n{"canary"\n${JSON.stringify(patient('b', { gender: 'x' }))}\n${JSON.stringify(patient('a'))}`,
        ),
      ),
    );
    expect(items.map((i) => i.kind)).toEqual(['taken', 'refused', 'refused', 'duplicate']);
    const places = items.flatMap((i) => (i.kind === 'refused' ? [`${i.error.code} ${i.error.place}`] : []));
    expect(places).toEqual(['not-json 2:10', 'invalid-resource 3:1.gender']);
    await expect(all(once(utf8('{')), { strict: true })).rejects.toMatchObject({ code: 'not-json' });
  });
  test('a line without end does not fill the memory', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield new Uint8Array(65_536).fill(0x20);
    }
    await expect(all(endless(), { maxBytes: 2 ** 20 })).rejects.toMatchObject({ code: 'too-large' });
  });
});

const BULK = `${SHARED}synthea/bulk-ndjson`;
describe.skipIf(!HAS_SHARED || !existsSync(BULK))(`the bulk set${SKIP_NOTE}`, () => {
  test('in = taken + duplicate + refused with a reason', async () => {
    const counts = { lines: 0, taken: 0, duplicate: 0, refused: 0 };
    const reasons = new Set<string>();
    for (const file of readdirSync(BULK, { recursive: true, encoding: 'utf8' })) {
      if (!/\.ndjson(?:\.gz)?$/.test(file)) continue;
      const path = `${BULK}/${file}`;
      const stream = file.endsWith('.gz')
        ? createReadStream(path).pipe(createGunzip())
        : createReadStream(path);
      for (const item of await all(stream as AsyncIterable<Uint8Array>)) {
        counts.lines++;
        counts[item.kind]++;
        if (item.kind === 'refused')
          reasons.add(`${item.error.code} ${item.error.place.replace(/\d+/g, 'N')} ${item.error.expected}`);
      }
    }
    expect(counts.lines).toBe(counts.taken + counts.duplicate + counts.refused);
    // The four are the export's own log (log.ndjson), which is no FHIR.
    expect({ counts, reasons: [...reasons].sort() }).toMatchInlineSnapshot(`
      {
        "counts": {
          "duplicate": 0,
          "lines": 5949,
          "refused": 4,
          "taken": 5945,
        },
        "reasons": [
          "not-fhir N:N an object with a resourceType",
        ],
      }
    `);
  });
});
