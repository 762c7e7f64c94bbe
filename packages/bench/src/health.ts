/**
 * `npm run bench:health`: what a resource costs on its way from a file into a master, stage by stage on one core, beside Medplum's validator alone and
 * `JSON.parse` as the floor; streams of bulk data and of a watch, with the memory that they take; merging; and what is said of inputs that others judged or counted. Writes
 * bench/results/health.json.
 *
 * `--stream-mib N` sets the size of the streams (default 64; 1024 for a gigabyte); `--only stages,merge,tables,streams` measures some parts and leaves the others as they stand.
 */

import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { validateResource } from '@medplum/core';
import type { Resource as MedplumResource } from '@medplum/fhirtypes';
import { collectFhirBundle, inspectResource, type Resource } from '@twinseal/health';
import { foldLane, GrowingMaster, type LanePart, mergeLanes, sortIntoModules } from '@twinseal/twin';
import {
  agreementTable,
  bulkAccounts,
  exampleTable,
  syntheaAccounts,
  wearableAccounts,
} from './health-tables.js';
import { describeRun } from './machine.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

const round = (value: number, digits = 4): number => Number(value.toPrecision(digits));

/** CPU seconds of one run. */
function once(body: () => void): number {
  const start = process.cpuUsage();
  body();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Median CPU seconds of `runs` runs. */
function time(runs: number, body: () => void): number {
  const seconds = Array.from({ length: runs }, () => once(body));
  return seconds.sort((a, b) => a - b)[runs >> 1] as number;
}

/** Median CPU seconds of every body. They take turns, after two rounds to warm up, so that whatever else the machine does falls on all of them alike; and it is CPU time, for others may use the machine too. */
function timeAll<K extends string>(bodies: Readonly<Record<K, () => void>>, runs: number): Record<K, number> {
  const names = Object.keys(bodies) as K[];
  const seconds = Object.fromEntries(names.map((n) => [n, [] as number[]])) as Record<K, number[]>;
  for (let run = -2; run < runs; run++) {
    for (const name of names) {
      const spent = once(bodies[name]);
      if (run >= 0) seconds[name].push(spent);
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

/** Streams, each in a process of its own with a small heap; what each measures is in health-stream.ts. */
const STREAMS = ['ndjson', 'notes', 'apple', 'floor', 'validator'] as const;
/** Of V8's heap; what is bounded is the whole process. */
const STREAM_HEAP_MIB = 160;

function stream(what: (typeof STREAMS)[number], mib: number): object {
  const program = fileURLToPath(new URL('./health-stream.js', import.meta.url));
  const child = spawnSync(
    process.execPath,
    [`--max-old-space-size=${STREAM_HEAP_MIB}`, program, what, String(mib)],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.status !== 0) throw new Error(`the stream ${what} failed`);
  return JSON.parse(child.stdout) as object;
}

/** Parts that take long may be measured by themselves; the other parts of the file stay, each with its own run. */
const PARTS = ['stages', 'merge', 'tables', 'streams'] as const;

async function main(): Promise<void> {
  const only = (option('--only') ?? PARTS.join()).split(',');
  const wrong = only.find((part) => !PARTS.includes(part as never));
  if (wrong !== undefined) throw new RangeError(`--only: expected some of ${PARTS.join(', ')}`);
  const path = `${ROOT}bench/results/health.json`;
  const result = JSON.parse(existsSync(path) ? readFileSync(path, 'utf8') : '{}') as Record<string, unknown>;
  const fresh: Record<string, unknown> = {};
  if (only.includes('stages')) Object.assign(fresh, measureStages());
  if (only.includes('merge')) fresh.merge = measureMerge();
  if (only.includes('tables')) {
    fresh.conformance = { officialExamples: exampleTable(), validatorCases: agreementTable() };
    fresh.accounting = {
      meaning: 'in = stored + duplicate + refused',
      synthea: await syntheaAccounts(),
      bulk: await bulkAccounts(),
      wearables: await wearableAccounts(),
    };
  }
  if (only.includes('streams')) {
    const mib = Number(option('--stream-mib') ?? 64);
    // What a stream costs at least needs no gigabyte to be seen.
    fresh.streams = {
      heapMiB: STREAM_HEAP_MIB,
      ...Object.fromEntries(
        STREAMS.map((what) => [
          what,
          stream(what, what === 'floor' || what === 'validator' ? Math.min(mib, 64) : mib),
        ]),
      ),
    };
  }
  const run = { ...describeRun(), loadAverage: loadavg().map((l) => round(l, 3)) };
  delete result.stream;
  const runs = {
    ...(result.runs as object | undefined),
    ...Object.fromEntries(only.map((part) => [part, run])),
  };
  mkdirSync(`${ROOT}bench/results`, { recursive: true });
  writeFileSync(path, `${JSON.stringify({ ...result, ...run, runs, ...fresh }, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(fresh, null, 2)}\n`);
}

function measureStages(): object {
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

  return {
    input: { bundle: 'data/synthea', resources: n, bytes: bytes.length },
    stages: Object.fromEntries(
      Object.entries(stages).map(([name, s]) => [
        name,
        { cpuSeconds: round(s), resourcesPerCpuSecond: Math.round(n / s) },
      ]),
    ),
    own: {
      meaning: 'collect + sort + fold + merge, less the validator alone',
      cpuSeconds: round(ownSeconds),
      perValidatorSecond: round(ownSeconds / stages.medplumAlone),
    },
  };
}

function measureMerge(): object {
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
  const addSeconds = once(() => growing.add(fresh));
  const viewSeconds = once(() => void growing.master());
  return {
    lanes: 5,
    entries,
    cpuSeconds: round(mergeSeconds),
    incrementOf: 100,
    addCpuSeconds: round(addSeconds),
    viewCpuSeconds: round(viewSeconds),
  };
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

await main();
