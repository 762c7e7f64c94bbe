/**
 * Real files, damaged at random. Whatever comes, a parser either takes valid FHIR or refuses with a HealthError that has a place; it never fails otherwise, and its accounting adds up.
 * A short run in the suite; `node packages/health/scripts/fuzz.mjs 20000` for a long one. FUZZ_SEED repeats a run, which prints its seed where it fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptPush,
  CONNECTORS,
  type CollectedItem,
  collectFhirBundle,
  gunzip,
  HealthError,
  inspectResource,
  toOperationOutcome,
} from '../src/index.js';
import { DATA, SHIPPED_BUNDLE, streamOf, utf8 } from './support.js';

const RUNS = Number(process.env.FUZZ_RUNS ?? 60);
const SEED = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };
const BOTTLES = fileURLToPath(new URL('./fixtures/pill-bottles/', import.meta.url));

const shipped = gunzipSync(readFileSync(SHIPPED_BUNDLE)).toString('utf8');
const entries = (JSON.parse(shipped) as { entry: { resource: { resourceType: string } }[] }).entry;
/** One of each type that the shipped patient has. */
const oneOfEach = [...new Map(entries.map((e) => [e.resource.resourceType, e])).values()];
const csv = (name: string): string =>
  gunzipSync(readFileSync(`${DATA}t1d-uom/${name}`))
    .toString('utf8')
    .split('\r\n')
    .slice(0, 12)
    .join('\r\n');
const point = (name: string, version: string, body: object): string =>
  JSON.stringify({
    header: {
      id: '123e4567-e89b-12d3-a456-426655440000',
      creation_date_time: '2025-03-05T00:00:00Z',
      acquisition_provenance: { source_name: 'Cuff', modality: 'sensed' },
      schema_id: { namespace: 'omh', name, version },
    },
    body: { ...body, effective_time_frame: { date_time: '2025-03-04T08:00:00+01:00' } },
  });
const points = [
  point('body-weight', '2.0', { body_weight: { value: 60, unit: 'kg' } }),
  point('heart-rate', '2.0', { heart_rate: { value: 61, unit: 'beats/min' } }),
  point('step-count', '2.0', { step_count: 100 }),
];
const apple = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [<!ELEMENT HealthData (Record*)>]>
<HealthData locale="en_GB"><ExportDate value="2024-07-02 08:00:00 +0100"/><Me HKCharacteristicTypeIdentifierBiologicalSex="x"/>
<Record type="HKQuantityTypeIdentifierHeartRate" sourceName="A &amp; B" unit="count/min" creationDate="2024-07-01 08:00:00 +0100" startDate="2024-07-01 08:00:00 +0100" endDate="2024-07-01 08:00:00 +0100" value="61"><MetadataEntry key="k" value="v"/></Record>
<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="A" startDate="2024-07-01 08:00:00 +0100" endDate="2024-07-01 09:00:00 +0100" value="HKCategoryValueSleepAnalysisAsleep"/>
<Workout workoutActivityType="HKWorkoutActivityTypeRunning"/></HealthData>`;
const diary =
  'full_date,date,weekday,time,mood,activities,note_title,note\n2024-05-06,6 May,Monday,21:30,meh,"walk | tea","","a note, with a comma"\n2024-03-31,31 March,Sunday,2:30 am,good,,,\n';

/** Every input of a connector: its id, a name, its bytes. */
const INPUTS: readonly (readonly [string, string, Uint8Array])[] = [
  ['fhir-json', 'bundle.json', utf8({ resourceType: 'Bundle', type: 'collection', entry: oneOfEach })],
  ['fhir-ndjson', 'bulk.ndjson', utf8(oneOfEach.map((e) => `${JSON.stringify(e.resource)}\n`).join(''))],
  ['open-mhealth', 'points.json', utf8(`[${points.join(',')}]`)],
  ['open-mhealth', 'points.ndjson', utf8(points.join('\n'))],
  ['apple-health', 'export.xml', utf8(apple)],
  ['mood-diary', 'diary.csv', utf8(diary)],
  ...['UoMGlucose2309', 'UoMBasal2309', 'UoMBolus2309', 'UoMNutrition2309'].map(
    (name) => ['t1d-uom', `${name}.csv`, utf8(csv(`${name}.csv.gz`))] as const,
  ),
  ...readdirSync(BOTTLES)
    .filter((name) => !/^(?:empty|noformat)/.test(name))
    .map((name) => ['pill-bottle', name, firstLines(name)] as const),
];

function firstLines(name: string): Uint8Array {
  const bytes = new Uint8Array(readFileSync(BOTTLES + name));
  return name.endsWith('.xlsx')
    ? bytes
    : utf8(new TextDecoder().decode(bytes).split('\n').slice(0, 10).join('\n'));
}

/** What is put in: what tends to break parsers. */
const WORDS = [
  '__proto__',
  '"constructor":{},',
  '"toString"',
  'null',
  '[]',
  '{}',
  '[[[[',
  '1e999',
  '-0',
  '0x10',
  'NaN',
  '9'.repeat(30),
  '\u0000',
  '\ufeff',
  '\ud800',
  'é\u0301',
  '"',
  "'",
  '\\',
  '\\u0000',
  ',',
  ';',
  '\n',
  '\r\n',
  '\t',
  '|',
  '--',
  '&lt;',
  '&#0;',
  '&x;',
  '<!ENTITY x "y">',
  '<![CDATA[',
  ']]>',
  '-->',
  '<Record ',
  '/>',
  '2024-02-30',
  '31/02/2024 10:00',
  '99:99',
  '+99:99',
  '0000-01-01',
  '275760-09-13',
  '24:00',
  '12:60 pm',
  'Patient/',
  '#',
  'urn:uuid:',
  'http://',
  'mg/dl',
  '%',
  '{',
  '}',
];

type Edit =
  | { readonly kind: 'cut' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'byte'; readonly at: number; readonly byte: number }
  | { readonly kind: 'word'; readonly at: number; readonly word: string }
  | { readonly kind: 'end'; readonly at: number };
const at = fc.double({ min: 0, max: 1, noNaN: true });
const edits = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('cut' as const, 'double' as const),
      at,
      length: fc.integer({ min: 1, max: 60 }),
    }),
    fc.record({ kind: fc.constant('byte' as const), at, byte: fc.integer({ min: 0, max: 255 }) }),
    fc.record({ kind: fc.constant('word' as const), at, word: fc.constantFrom(...WORDS) }),
    fc.record({ kind: fc.constant('end' as const), at }),
  ),
  { minLength: 1, maxLength: 6 },
);

function damage(bytes: Uint8Array, list: readonly Edit[]): Uint8Array {
  let out = Buffer.from(bytes);
  for (const edit of list) {
    const i = Math.floor(edit.at * out.length);
    if (edit.kind === 'word')
      out = Buffer.concat([out.subarray(0, i), Buffer.from(edit.word), out.subarray(i)]);
    else if (edit.kind === 'end') out = out.subarray(0, Math.max(1, i));
    else if (edit.kind === 'byte')
      out = Buffer.concat([out.subarray(0, i), Buffer.from([edit.byte]), out.subarray(i + 1)]);
    else {
      const from = edit.kind === 'cut' ? i + edit.length : i;
      const to = edit.kind === 'cut' ? i : i + edit.length;
      out = Buffer.concat([out.subarray(0, to), out.subarray(from)]);
    }
  }
  return new Uint8Array(out);
}

const OPTIONS = { subject: 'Patient/p', receivedTime: '2025-01-01T00:00:00Z', zone: 'Europe/London' };
const media = (id: string, name: string): string => {
  const { contentTypes } = CONNECTORS.find((c) => c.id === id) as (typeof CONNECTORS)[number];
  const wanted = name.endsWith('.xlsx') ? /spreadsheetml/ : name.endsWith('.ndjson') ? /ndjson/ : /./;
  return contentTypes.find((t) => wanted.test(t)) as string;
};

/** A refusal says where, and does not repeat more of the input than the words of its own grammar. */
function isProper(error: unknown): boolean {
  return (
    error instanceof HealthError &&
    error.place.length > 0 &&
    error.place.length < 300 &&
    error.message.length < 3000
  );
}

describe('damaged files', () => {
  test.each(INPUTS.map(([id, name, bytes]) => ({ id, name, bytes })))(
    '$id $name',
    async ({ id, name, bytes }) => {
      const connector = CONNECTORS.find((c) => c.id === id) as (typeof CONNECTORS)[number];
      // Undamaged it is taken: a fuzz of what is refused anyway would show nothing.
      let taken = 0;
      for await (const item of connector.collect(streamOf(bytes), { name, ...OPTIONS }))
        if (item.kind === 'taken') taken++;
      expect(taken).toBeGreaterThan(0);

      await fc.assert(
        fc.asyncProperty(edits, fc.integer({ min: 1, max: 5000 }), async (list, size) => {
          const damaged = damage(bytes, list);
          const items: CollectedItem[] = [];
          try {
            for await (const item of connector.collect(streamOf(damaged, size), { name, ...OPTIONS }))
              items.push(item);
          } catch (error) {
            if (!isProper(error)) throw error;
          }
          for (const item of items) {
            if (item.kind === 'refused' && !isProper(item.error)) throw item.error;
            if (item.kind !== 'taken') continue;
            const { resource, sourceTime } = item.collected;
            const errors = inspectResource(structuredClone(resource)).findings.filter(
              (f) => f.severity === 'error',
            );
            if (errors.length > 0) throw new Error(`taken, but not valid: ${JSON.stringify(errors[0])}`);
            expect(Number.isNaN(Date.parse(sourceTime))).toBe(false);
          }
        }),
        { numRuns: RUNS, ...SEED },
      );
    },
  );

  test('pushed, compressed or not: an answer, always, and one that is a valid OperationOutcome', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...INPUTS),
        edits,
        fc.boolean(),
        fc.boolean(),
        async ([id, name, bytes], list, isZipped, inside) => {
          const body = isZipped
            ? inside
              ? new Uint8Array(gzipSync(damage(bytes, list)))
              : damage(new Uint8Array(gzipSync(bytes)), list)
            : damage(bytes, list);
          const headers = {
            'content-type': media(id, name),
            ...(isZipped ? { 'content-encoding': 'gzip' } : {}),
          };
          const answer = await acceptPush({ method: 'POST', headers, body: streamOf(body, 997) }, OPTIONS);
          const { accounting: a } = answer;
          expect(a.in).toBe(a.taken + a.duplicates + a.refused);
          expect(a.taken).toBe(answer.collected.length);
          const outcome = inspectResource(structuredClone(answer.body) as never).findings;
          expect(outcome.filter((f) => f.severity === 'error')).toEqual([]);
        },
      ),
      { numRuns: RUNS, ...SEED },
    );
  });

  test('a whole patient: all or nothing, and nothing unexpected', async () => {
    const bytes = utf8({ resourceType: 'Bundle', type: 'collection', entry: entries.slice(0, 12) });
    expect(collectFhirBundle(bytes, { name: 'b' }).entries).toBe(12);
    fc.assert(
      fc.property(edits, (list) => {
        try {
          const {
            entries: n,
            resources,
            setAside,
          } = collectFhirBundle(damage(bytes, list), { name: 'b', onBadResource: 'set-aside' });
          expect(n).toBe(resources.length + setAside);
        } catch (error) {
          if (!isProper(error)) throw error;
          expect(toOperationOutcome([error as HealthError]).issue.length).toBe(1);
        }
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  test.each(
    INPUTS.filter(([, name]) => name.endsWith('.json')).map(([id, name, bytes]) => ({ id, name, bytes })),
  )('$id: well-formed JSON in which values are exchanged', async ({ id, name, bytes }) => {
    const connector = CONNECTORS.find((c) => c.id === id) as (typeof CONNECTORS)[number];
    const text = new TextDecoder().decode(bytes);
    const strange = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        '',
        ' ',
        [],
        {},
        [[]],
        [null],
        -1,
        1e300,
        '2024-02-30',
        '#x',
        'Patient/',
        { resourceType: 'Nothing' },
        { resourceType: 5 },
        { system: 1, code: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(at, strange), { minLength: 1, maxLength: 4 }), async (changes) => {
        const root = { all: JSON.parse(text) as unknown };
        for (const [where, value] of changes) {
          const places: [Record<string, unknown>, string][] = [];
          const visit = (holder: Record<string, unknown>): void => {
            for (const key of Object.keys(holder)) {
              places.push([holder, key]);
              const inner = holder[key];
              if (typeof inner === 'object' && inner !== null) visit(inner as Record<string, unknown>);
            }
          };
          visit(root);
          const [holder, key] = places[Math.min(places.length - 1, Math.floor(where * places.length))] as [
            Record<string, unknown>,
            string,
          ];
          holder[key] = structuredClone(value);
        }
        try {
          for await (const item of connector.collect(streamOf(utf8(JSON.stringify(root.all)), 65_536), {
            name,
            ...OPTIONS,
          })) {
            if (item.kind === 'refused' && !isProper(item.error)) throw item.error;
            if (item.kind !== 'taken') continue;
            const errors = inspectResource(structuredClone(item.collected.resource)).findings.filter(
              (f) => f.severity === 'error',
            );
            if (errors.length > 0) throw new Error(`taken, but not valid: ${JSON.stringify(errors[0])}`);
          }
        } catch (error) {
          if (!isProper(error)) throw error;
        }
      }),
      { numRuns: RUNS, ...SEED },
    );
  });

  test('gzip', async () => {
    const bytes = new Uint8Array(gzipSync(shipped.slice(0, 20_000)));
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        try {
          await gunzip(damage(bytes, list), { name: 'g' });
        } catch (error) {
          if (!isProper(error)) throw error;
        }
      }),
      { numRuns: RUNS, ...SEED },
    );
  });
});
