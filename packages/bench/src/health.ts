/**
 * `npm run bench:health`: what a resource costs on its way from a file into a master, stage by stage on one core, beside Medplum's validator alone and
 * `JSON.parse` as the floor; a stream of bulk data, with the memory that it takes; and merging. Writes bench/results/health.json.
 *
 * `--stream-mib N` sets the size of the stream (default 64). The stream runs in a process of its own, so that its peak memory is its own.
 */

import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { validateResource } from '@medplum/core';
import type { Resource as MedplumResource } from '@medplum/fhirtypes';
import { collectFhirBundle, collectNdjson, inspectResource, type Resource } from '@twinseal/health';
import { foldLane, GrowingMaster, type LanePart, mergeLanes, sortIntoModules } from '@twinseal/twin';
import { describeRun } from './machine.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MIB = 2 ** 20;

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

const round = (value: number, digits = 4): number => Number(value.toPrecision(digits));

/** Median seconds of `runs` runs. */
function time(runs: number, body: () => void): number {
  const seconds = Array.from({ length: runs }, () => {
    const start = performance.now();
    body();
    return (performance.now() - start) / 1000;
  });
  return seconds.sort((a, b) => a - b)[runs >> 1] as number;
}

/** Median seconds of every body. They take turns, after two rounds to warm up, so that whatever else the machine does falls on all of them alike. */
function timeAll<K extends string>(bodies: Readonly<Record<K, () => void>>, runs: number): Record<K, number> {
  const names = Object.keys(bodies) as K[];
  const seconds = Object.fromEntries(names.map((n) => [n, [] as number[]])) as Record<K, number[]>;
  for (let run = -2; run < runs; run++) {
    for (const name of names) {
      const start = performance.now();
      bodies[name]();
      if (run >= 0) seconds[name].push((performance.now() - start) / 1000);
    }
  }
  const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1] as number;
  return Object.fromEntries(names.map((n) => [n, median(seconds[n])])) as Record<K, number>;
}

const folder = `${ROOT}data/synthea/`;
const file = readdirSync(folder).find((f) => f.endsWith('.json.gz')) as string;
const bytes = new Uint8Array(gunzipSync(readFileSync(join(folder, file))));
const handle = (text: string): string =>
  `urn:twinseal:${createHmac('sha256', 'bench').update(text).digest('hex').slice(0, 32)}`;
const RECORDED = '2025-01-01T00:00:00Z';

/** Bulk data without end: the shipped bundle's observations again and again, each time under new ids. */
async function* bulk(totalBytes: number): AsyncGenerator<Uint8Array> {
  const bundle = JSON.parse(new TextDecoder().decode(bytes)) as { entry: { resource: Resource }[] };
  const lines = bundle.entry.map((e) => e.resource).filter((r) => r.resourceType === 'Observation');
  const encoder = new TextEncoder();
  let sent = 0;
  for (let round_ = 0; sent < totalBytes; round_++) {
    const chunk = encoder.encode(
      lines.map((r) => `${JSON.stringify({ ...r, id: `${round_}-${r.id}` })}\n`).join(''),
    );
    sent += chunk.length;
    yield chunk;
  }
}

async function stream(mib: number): Promise<void> {
  const start = performance.now();
  let resources = 0;
  for await (const item of collectNdjson(bulk(mib * MIB), { name: 'bulk.ndjson', receivedTime: RECORDED })) {
    if (item.kind !== 'taken') throw new Error('the stream held something that was not taken');
    resources++;
  }
  const seconds = (performance.now() - start) / 1000;
  const peakRssMiB = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    JSON.stringify({ mib, resources, seconds: round(seconds), peakRssMiB: Math.round(peakRssMiB) }),
  );
}

function main(): void {
  const collected = collectFhirBundle(bytes, { name: file });
  const n = collected.resources.length;
  const text = new TextDecoder().decode(bytes);
  const parsed = (): Resource[] =>
    (JSON.parse(text) as { entry: { resource: Resource }[] }).entry.map((e) => e.resource);
  const sorted = sortIntoModules(collected.resources, { handle, recordedTime: RECORDED });
  const parts: LanePart[] = Object.entries(sorted.modules).map(([module, statements]) => ({
    author: 'hospital:a',
    module,
    seq: 0,
    statements,
  }));
  const state = foldLane(parts);

  const plain = parsed();
  const bodies = {
    jsonParse: () => void JSON.parse(text),
    medplumAlone: () => {
      for (const r of plain) validateResource(r as unknown as MedplumResource);
    },
    inspect: () => {
      for (const r of plain) inspectResource(r);
    },
    collect: () => void collectFhirBundle(bytes, { name: file }),
    sort: () => void sortIntoModules(collected.resources, { handle, recordedTime: RECORDED }),
    fold: () => void foldLane(parts),
    merge: () => void mergeLanes([state]),
  };
  const stages = timeAll(bodies, 11);
  const ownSeconds = stages.collect - stages.medplumAlone + stages.sort + stages.fold + stages.merge;

  // 10,000 facts, each told by one of five lanes, every tenth by two.
  const lanes = Array.from({ length: 5 }, (_, lane) => ({
    author: `hospital:h${lane}`,
    module: 'laboratory',
    seq: 0,
    statements: Array.from({ length: 10_000 }, (_, i) => i)
      .filter((i) => i % 5 === lane || (i % 10 === 0 && (i + 1) % 5 === lane))
      .map((i) => observation(`${lane}-${i}`, i)),
  }));
  const increment = {
    author: 'hospital:h0',
    module: 'laboratory',
    seq: 1,
    statements: Array.from({ length: 100 }, (_, i) => observation(`new-${i}`, 20_000 + i)),
  };
  const folded = lanes.map((l) => foldLane([l]));
  const mergeSeconds = time(5, () => void mergeLanes(folded.map((l) => ({ slots: new Map(l.slots) }))));
  const growing = new GrowingMaster();
  for (const l of folded) growing.add(l);
  const entries = growing.master().entries.length;
  const fresh = foldLane([increment]);
  const start = performance.now();
  growing.add(fresh);
  const addSeconds = (performance.now() - start) / 1000;
  const viewStart = performance.now();
  growing.master();
  const viewSeconds = (performance.now() - viewStart) / 1000;

  const mib = Number(option('--stream-mib') ?? 64);
  const child = spawnSync(
    process.execPath,
    ['--max-old-space-size=192', fileURLToPath(import.meta.url), '--stream', String(mib)],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  if (child.status !== 0) throw new Error('the stream failed');

  const result = {
    ...describeRun(),
    input: { bundle: 'data/synthea', resources: n, bytes: bytes.length },
    stages: Object.fromEntries(
      Object.entries(stages).map(([name, s]) => [
        name,
        { seconds: round(s), resourcesPerSecond: Math.round(n / s) },
      ]),
    ),
    own: {
      meaning: 'collect + sort + fold + merge, less the validator alone',
      seconds: round(ownSeconds),
      perValidatorSecond: round(ownSeconds / stages.medplumAlone),
    },
    stream: JSON.parse(child.stdout) as object,
    merge: {
      lanes: 5,
      entries,
      seconds: round(mergeSeconds),
      incrementOf: 100,
      addSeconds: round(addSeconds),
      viewSeconds: round(viewSeconds),
    },
  };
  mkdirSync(`${ROOT}bench/results`, { recursive: true });
  writeFileSync(`${ROOT}bench/results/health.json`, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(
    `${JSON.stringify({ own: result.own, stages: result.stages, stream: result.stream, merge: result.merge }, null, 2)}\n`,
  );
}

function observation(id: string, minute: number): LanePart['statements'][number] {
  const time_ = new Date(Date.UTC(2024, 0, 1) + minute * 60_000).toISOString();
  return {
    op: 'put',
    source: { system: 'urn:bench', id, version: '1' },
    sourceTime: time_,
    recordedTime: RECORDED,
    resource: {
      resourceType: 'Observation',
      id,
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '2339-0' }] },
      effectiveDateTime: time_,
      valueQuantity: {
        value: minute % 200,
        unit: 'mg/dL',
        system: 'http://unitsofmeasure.org',
        code: 'mg/dL',
      },
    } as Resource,
  };
}

const streamed = option('--stream');
if (streamed === undefined) main();
else await stream(Number(streamed));
