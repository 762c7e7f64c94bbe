import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  acceptPush,
  CONNECTORS,
  type Collected,
  collectFhir,
  connectorFor,
  inspectResource,
  type PushAnswer,
  type PushMemory,
  type PushOptions,
  type PushRequest,
} from '../src/index.js';
import { STEP_LIST } from './fixtures/step-list-connector.js';
import { streamOf, utf8 } from './support.js';

const OPTIONS: PushOptions = { subject: 'Patient/p', receivedTime: '2025-01-01T00:00:00Z' };
const PATIENT = { resourceType: 'Patient', id: 'p' };
const BAD = { resourceType: 'Patient', id: 'q', gender: 'no such gender' };

function push(
  body: string | Uint8Array,
  headers: Record<string, string>,
  more: Partial<PushRequest> = {},
  options: Partial<PushOptions> = {},
): Promise<PushAnswer> {
  return acceptPush({ method: 'POST', headers, body: streamOf(body), ...more }, { ...OPTIONS, ...options });
}
const fhir = { 'content-type': 'application/fhir+json' };
const bundle = (...resources: object[]): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({ resource })),
  });

function isOutcome(answer: PushAnswer): boolean {
  return inspectResource(structuredClone(answer.body) as never).findings.every((f) => f.severity !== 'error');
}

describe('acceptPush', () => {
  test('takes what is good, names what is not, and accounts for all', async () => {
    const answer = await push(bundle(PATIENT, BAD, PATIENT), fhir);
    expect(answer).toMatchObject({
      status: 200,
      accounting: { in: 3, taken: 1, duplicates: 1, refused: 1 },
      headers: { 'content-type': 'application/fhir+json; charset=utf-8' },
    });
    expect(answer.collected.map((c) => c.source.id)).toEqual(['Patient/p']);
    expect(answer.body.issue.map((i) => i.severity)).toEqual(['information', 'error']);
    expect(answer.body.issue[1]?.expression).toEqual(['Bundle.entry[1].resource.gender']);
    expect(JSON.stringify(answer.body)).not.toContain('no such gender');
    expect(isOutcome(answer)).toBe(true);
  });
  test('nothing good, or strict and one bad: 422, and nothing is to be stored', async () => {
    for (const answer of [
      await push(bundle(BAD), fhir),
      await push(bundle(PATIENT, BAD), fhir, {}, { strict: true }),
    ]) {
      expect(answer.status).toBe(422);
      expect(answer.collected).toEqual([]);
      expect(isOutcome(answer)).toBe(true);
    }
  });
  test.each([
    [{ method: 'PUT' }, fhir, 405],
    [{ connector: 'nothing' }, fhir, 404],
    [{}, {}, 415],
    [{}, { 'content-type': 'application/pdf' }, 415],
    [{}, { 'content-type': 'application/fhir+json; charset=latin1' }, 415],
    [{}, { ...fhir, 'content-encoding': 'br' }, 415],
    [{}, { ...fhir, 'content-length': '99999999' }, 413],
    [{}, { ...fhir, 'idempotency-key': 'two words' }, 400],
    [{ connector: 'apple-health' }, fhir, 415],
  ])('%o %o is answered %i before the body is read', async (more, headers, status) => {
    let isRead = false;
    async function* body(): AsyncGenerator<Uint8Array> {
      isRead = true;
      yield utf8('{}');
    }
    const answer = await acceptPush({ method: 'POST', headers, body: body(), ...more }, OPTIONS);
    expect(answer.status).toBe(status);
    expect(answer.key).toBeUndefined();
    expect(isRead).toBe(false);
    expect(isOutcome(answer)).toBe(true);
    if (status === 405) expect(answer.headers.allow).toBe('POST');
    if (status === 415 && !('content-encoding' in headers))
      expect(answer.headers['accept-post']).toContain('/');
  });
  test.each([
    ['not JSON', '{"resourceType":', 400],
    ['no FHIR', '{}', 422],
    ['a key twice', '{"resourceType":"Patient","id":"a","id":"b"}', 400],
    ['a prototype', '{"resourceType":"Patient","__proto__":{}}', 400],
  ])('%s', async (_, body, status) => {
    expect((await push(body, { ...fhir }, { connector: 'fhir-json' })).status).toBe(status);
  });
  test('limits: size as sent, size unpacked, ratio, records', async () => {
    const big = JSON.stringify({ ...PATIENT, text: 'x'.repeat(100_000) });
    expect((await push(big, fhir, {}, { maxBytes: 50_000 })).status).toBe(413);
    const gz = { ...fhir, 'content-encoding': 'gzip' };
    expect((await push(gzipSync(big), gz, {}, { maxUnpackedBytes: 50_000 })).status).toBe(413);
    expect((await push(gzipSync('x'.repeat(30_000_000)), gz)).status).toBe(413);
    expect((await push('plain', gz)).status).toBe(400);
    expect((await push(gzipSync(big).subarray(0, 50), gz)).status).toBe(400);
    const lines = Array.from({ length: 11 }, (_, i) => JSON.stringify({ ...PATIENT, id: `p${i}` })).join(
      '\n',
    );
    const ndjson = { 'content-type': 'application/fhir+ndjson' };
    expect((await push(lines, ndjson, {}, { maxRecords: 10 })).status).toBe(413);
    expect((await push(lines, ndjson, {}, { maxRecords: 11 })).accounting.taken).toBe(11);
  });
  test('media types lead to connectors, and content tells those of one type apart', async () => {
    const point = {
      header: {
        id: '123e4567-e89b-12d3-a456-426655440000',
        creation_date_time: '2025-03-05T00:00:00Z',
        schema_id: { namespace: 'omh', name: 'body-weight', version: '2.0' },
      },
      body: {
        body_weight: { value: 60, unit: 'kg' },
        effective_time_frame: { date_time: '2025-03-04T08:00:00+01:00' },
      },
    };
    const json = { 'content-type': 'application/json' };
    const lines = { 'content-type': 'application/x-ndjson' };
    const csv = { 'content-type': 'text/csv; charset=UTF-8' };
    expect((await push(JSON.stringify(PATIENT), json)).collected[0]?.resource.resourceType).toBe('Patient');
    expect((await push(JSON.stringify([point]), json)).collected[0]?.resource.resourceType).toBe(
      'Observation',
    );
    expect((await push(`${JSON.stringify(point)}\n${JSON.stringify(point)}`, lines)).accounting.taken).toBe(
      2,
    );
    expect((await push(JSON.stringify(PATIENT), lines)).accounting.taken).toBe(1);
    const diary = 'full_date,date,weekday,time,mood,activities,note_title,note\n2024-05-06,,,21:30,meh,,,';
    expect((await push(diary, csv)).body.issue[0]?.diagnostics).toMatch(/^no-zone/);
    expect((await push(diary, csv, {}, { zone: 'Europe/Berlin' })).accounting.taken).toBe(1);
    expect(
      (
        await push(
          'bg_ts,value\n06/02/2024 00:37,5.5\n06/02/2024 00:42,x',
          csv,
          {},
          { zone: 'Europe/London' },
        )
      ).accounting,
    ).toEqual({
      in: 2,
      taken: 1,
      duplicates: 0,
      refused: 1,
    });
    expect((await push('a,b\n1,2', csv)).status).toBe(422);
  });
  test('a key: the same content gets the same answer, other content is refused, a refusal is remembered as well', async () => {
    const memory = new Map<string, PushMemory>();
    const recall = (key: string): PushMemory | undefined => memory.get(key);
    const keyed = { ...fhir, 'idempotency-key': '"8e03978e-40d5-43dd"' };
    const first = await push(bundle(PATIENT, BAD), keyed, {}, { recall });
    expect(first.key).toBe('8e03978e-40d5-43dd');
    memory.set(first.key as string, {
      digest: first.digest as string,
      status: first.status,
      body: first.body,
    });
    const again = await push(bundle(PATIENT, BAD), keyed, {}, { recall });
    expect(again).toMatchObject({ status: 200, isReplay: true, collected: [], body: first.body });
    const other = await push(bundle(PATIENT), keyed, {}, { recall });
    expect(other).toMatchObject({ status: 422, isReplay: false, collected: [] });
    // Without a key, the content is the key.
    const plain = await push(bundle(PATIENT), fhir);
    expect(plain.key).toBe(plain.digest);
    expect((await push(bundle(PATIENT), fhir)).key).toBe(plain.key);
    expect((await push(bundle(PATIENT, BAD), fhir)).key).not.toBe(plain.key);
  });
});

describe('a new format is one file and one registration', () => {
  const all = [...CONNECTORS, STEP_LIST];
  const body = '#steps\n2025-03-04T08:00:00+01:00 1200\n2025-03-05T08:00:00+01:00 many\n';
  test('it is found by its content, and is pushed', async () => {
    expect(connectorFor('steps.txt', body, all).id).toBe('step-list');
    expect(() => connectorFor('steps.txt', body)).toThrow(/no connector/);
    const answer = await push(body, { 'content-type': 'text/plain' }, {}, { connectors: all });
    expect(answer).toMatchObject({ status: 200, accounting: { in: 2, taken: 1, refused: 1 } });
    expect(answer.collected[0]?.resource).toMatchObject({ valueQuantity: { value: 1200 } });
    expect((await push(body, { 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('behind a real server', () => {
  const stored: Collected[] = [];
  const memory = new Map<string, PushMemory>();
  const server = createServer((request, response) => {
    acceptPush(
      { method: request.method ?? '', headers: request.headers, body: request },
      { ...OPTIONS, recall: (key) => memory.get(key) },
    )
      .then((answer) => {
        stored.push(...answer.collected);
        if (
          answer.key !== undefined &&
          answer.digest !== undefined &&
          !answer.isReplay &&
          answer.status === 200
        )
          memory.set(answer.key, { digest: answer.digest, status: answer.status, body: answer.body });
        response.writeHead(answer.status, answer.headers).end(JSON.stringify(answer.body));
      })
      .catch(() => response.writeHead(500).end());
  });
  let url = '';
  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  test('gzip, in pieces, sent twice: stored once', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => JSON.stringify({ ...PATIENT, id: `p${i}` })).join(
      '\n',
    );
    const send = (): Promise<Response> =>
      fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/fhir+ndjson',
          'content-encoding': 'gzip',
          'idempotency-key': '"k"',
        },
        body: gzipSync(lines),
      });
    const first = await send();
    expect(first.status).toBe(200);
    const outcome = (await first.json()) as { resourceType: string };
    expect(outcome.resourceType).toBe('OperationOutcome');
    expect(stored.length).toBe(500);
    const second = await send();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await second.json()).toEqual(outcome);
    expect(stored.length).toBe(500);
    expect((await fetch(url)).status).toBe(405);
  });
});

test('the connector of FHIR’s JSON hands over duplicates and remarks as the collector has them', async () => {
  const temperature = {
    resourceType: 'Observation',
    id: 't',
    status: 'final',
    code: { text: 'Body temperature' },
    valueQuantity: { value: 37, unit: 'C', system: 'http://unitsofmeasure.org', code: 'C' },
  };
  const text = bundle(PATIENT, temperature, PATIENT, BAD);
  const direct = collectFhir(utf8(text), { name: 'x.json', receivedTime: '2025-01-01T00:00:00Z' });
  const { duplicates, refused, issues, entries } = direct;
  expect({ duplicates, refused: refused.length, entries, codes: issues.map((i) => i.code) }).toEqual({
    duplicates: 1,
    refused: 1,
    entries: 4,
    codes: ['unit-repaired'],
  });
  const kinds: string[] = [];
  const codes: string[] = [];
  const options = { ...OPTIONS, name: 'x.json' };
  for await (const item of connectorFor('x.json', text).collect(streamOf(text), options)) {
    kinds.push(item.kind);
    if (item.kind === 'taken') codes.push(...item.issues.map((i) => i.code));
  }
  expect(kinds).toEqual(['taken', 'taken', 'duplicate', 'refused']);
  expect(codes).toEqual(['unit-repaired']);
});
