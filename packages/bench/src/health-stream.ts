/**
 * One stream in a process of its own, so that its peak memory is its own: `node health-stream.js ndjson|notes|apple|floor|validator MIB`. Prints one JSON object. The input is made as it is
 * read, by repetition with new ids and times: nothing of it is ever held or on disk.
 *
 * `floor` parses the same lines with JSON.parse, `validator` parses and validates them with Medplum alone: what a stream costs at least.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { validateResource } from '@medplum/core';
import type { Resource as MedplumResource } from '@medplum/fhirtypes';
import {
  type CollectedItem,
  collectAppleHealth,
  collectNdjson,
  inspectResource,
  type Resource,
} from '@twinseal/health';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MIB = 2 ** 20;
const RECORDED = '2025-01-01T00:00:00Z';
const encoder = new TextEncoder();
let sentBytes = 0;
let isStopped = false;
/** Lets signals in: chunks that are made as they are read never wait for anything else. */
const breathe = (): Promise<void> => new Promise((done) => setImmediate(done));
// A run that takes too long is ended by SIGTERM, and says how far it came.
process.on('SIGTERM', () => {
  isStopped = true;
});

/** The shipped patient's resources, of every type, again and again, each time under new ids. */
async function* bulk(totalBytes: number): AsyncGenerator<Uint8Array> {
  const folder = `${ROOT}data/synthea/`;
  const file = readdirSync(folder).find((f) => f.endsWith('.json.gz')) as string;
  const text = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
  const bundle = JSON.parse(text) as { entry: { resource: Resource }[] };
  const lines = bundle.entry.map((e) => e.resource);
  for (let round = 0; sentBytes < totalBytes; round++) {
    for (let i = 0; i < lines.length && !isStopped; i += 50) {
      const text = lines.slice(i, i + 50).map((r) => `${JSON.stringify({ ...r, id: `${round}-${r.id}` })}\n`);
      const chunk = encoder.encode(text.join(''));
      sentBytes += chunk.length;
      await breathe();
      yield chunk;
    }
    if (isStopped) return;
  }
}

/** Bulk data as hospitals export it: between the structured resources stand notes, as attachments of 48 KiB; they are most of the bytes. */
async function* bulkWithNotes(totalBytes: number): AsyncGenerator<Uint8Array> {
  let round = 0;
  const data = Buffer.alloc(36 * 1024, 'The patient was seen today. ').toString('base64');
  for await (const chunk of bulk(totalBytes)) {
    yield chunk;
    const notes = Array.from({ length: 40 }, (_, i) => ({
      resourceType: 'DocumentReference',
      id: `note-${round}-${i}`,
      status: 'current',
      date: RECORDED,
      content: [{ attachment: { contentType: 'text/plain', data } }],
    }));
    round++;
    const more = encoder.encode(notes.map((n) => `${JSON.stringify(n)}\n`).join(''));
    sentBytes += more.length;
    yield more;
  }
}

/** An export.xml as a watch makes it: heart rate and steps, a minute apart. */
async function* appleExport(totalBytes: number): AsyncGenerator<Uint8Array> {
  yield encoder.encode(
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record*)>\n]>\n<HealthData locale="en_GB">\n',
  );
  const time = (minute: number): string =>
    `${new Date(Date.UTC(2015, 0, 1) + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ')} +0000`;
  for (let minute = 0; sentBytes < totalBytes && !isStopped; ) {
    let text = '';
    for (let i = 0; i < 500; i++, minute++) {
      const at = time(minute);
      text += ` <Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" sourceVersion="6.2" device="&lt;&lt;HKDevice: 0x28&gt;, name:Watch&gt;" unit="count/min" creationDate="${at}" startDate="${at}" endDate="${at}" value="${60 + (minute % 40)}"/>\n <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Phone" unit="count" creationDate="${at}" startDate="${at}" endDate="${time(minute + 1)}" value="${minute % 120}"/>\n`;
    }
    const chunk = encoder.encode(text);
    sentBytes += chunk.length;
    await breathe();
    yield chunk;
  }
  yield encoder.encode('</HealthData>\n');
}

async function countTaken(items: AsyncIterable<CollectedItem>): Promise<number> {
  let n = 0;
  for await (const item of items) {
    if (item.kind !== 'taken') throw new Error(`the stream held something that was not taken: ${item.kind}`);
    n++;
  }
  return n;
}

async function countLines(
  chunks: AsyncIterable<Uint8Array>,
  each: (resource: Resource) => void,
): Promise<number> {
  let n = 0;
  const decoder = new TextDecoder();
  for await (const chunk of chunks) {
    // Every chunk ends with a line.
    for (const line of decoder.decode(chunk).split('\n')) {
      if (line === '') continue;
      each(JSON.parse(line) as Resource);
      n++;
    }
  }
  return n;
}

const [what, size] = process.argv.slice(2);
const mib = Number(size);
const run: Readonly<Record<string, () => Promise<number>>> = {
  ndjson: () => countTaken(collectNdjson(bulk(mib * MIB), { name: 'bulk.ndjson', receivedTime: RECORDED })),
  notes: () =>
    countTaken(collectNdjson(bulkWithNotes(mib * MIB), { name: 'bulk.ndjson', receivedTime: RECORDED })),
  apple: () =>
    countTaken(collectAppleHealth(appleExport(mib * MIB), { name: 'export.xml', subject: 'Patient/p' })),
  floor: () => countLines(bulk(mib * MIB), () => undefined),
  validator: () => {
    // Medplum knows a type once it was loaded; ours loads it.
    const known = new Set<string>();
    return countLines(bulk(mib * MIB), (r) => {
      if (!known.has(r.resourceType)) inspectResource(r);
      known.add(r.resourceType);
      validateResource(r as unknown as MedplumResource);
    });
  },
};
const body = run[what ?? ''];
if (body === undefined || !(mib > 0))
  throw new RangeError('expected ndjson, notes, apple, floor or validator, and a size in MiB');
const start = performance.now();
const records = await body();
const seconds = (performance.now() - start) / 1000;
const cpu = process.cpuUsage();
const round = (value: number): number => Number(value.toPrecision(4));
process.stdout.write(
  JSON.stringify({
    what,
    mib: round(sentBytes / MIB),
    ...(isStopped ? { stoppedBefore: mib } : {}),
    records,
    seconds: round(seconds),
    cpuSeconds: round((cpu.user + cpu.system) / 1e6),
    recordsPerCpuSecond: Math.round(records / ((cpu.user + cpu.system) / 1e6)),
    mibPerCpuSecond: round(sentBytes / MIB / ((cpu.user + cpu.system) / 1e6)),
    peakRssMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
