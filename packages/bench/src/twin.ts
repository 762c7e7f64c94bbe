/**
 * `node packages/bench/dist/twin.js`: what merging lanes costs, what an increment costs on top of much or little, and what a review of twelve weeks costs. Writes
 * bench/results/twin.json.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Resource } from '@twinseal/health';
import {
  changePointOf,
  foldLane,
  GrowingMaster,
  type LanePart,
  type LaneState,
  mergeLanes,
  trendOf,
} from '@twinseal/twin';
import { describeRun } from './machine.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const RUNS = 15;

const round = (value: number): number => Number(value.toPrecision(3));
const median = (list: number[]): number => list.sort((a, b) => a - b)[list.length >> 1] as number;

function observation(id: string, minute: number): LanePart['statements'][number] {
  const time = new Date(Date.UTC(2020, 0, 1) + minute * 60_000).toISOString();
  return {
    op: 'put',
    source: { system: 'urn:bench', id, version: '1' },
    sourceTime: time,
    recordedTime: time,
    resource: {
      resourceType: 'Observation',
      id,
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '2339-0' }] },
      effectiveDateTime: time,
      valueQuantity: {
        value: minute % 200,
        unit: 'mg/dL',
        system: 'http://unitsofmeasure.org',
        code: 'mg/dL',
      },
    } as Resource,
  };
}

/** `count` facts told by five lanes, every tenth by two. */
function lanesOf(count: number): LanePart[] {
  return Array.from({ length: 5 }, (_, lane) => ({
    author: `hospital:h${lane}`,
    module: 'laboratory',
    seq: 0,
    statements: Array.from({ length: count }, (_, i) => i)
      .filter((i) => i % 5 === lane || (i % 10 === 0 && (i + 1) % 5 === lane))
      .map((i) => observation(`${lane}-${i}`, i)),
  }));
}

/** Median milliseconds; what `prepare` does is not counted. `cpu` is what this process used, whatever else the machine did at the time. */
function timeBoth<T>(
  prepare: () => T,
  body: (prepared: T) => void,
  runs = RUNS,
): { wall: number; cpu: number } {
  const all = Array.from({ length: runs + 2 }, () => {
    const prepared = prepare();
    const used = process.cpuUsage();
    const start = performance.now();
    body(prepared);
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    return { wall, cpu: (user + system) / 1000 };
  }).slice(2);
  return { wall: median(all.map((x) => x.wall)), cpu: median(all.map((x) => x.cpu)) };
}

const time = <T>(prepare: () => T, body: (prepared: T) => void, runs = RUNS): number =>
  timeBoth(prepare, body, runs).wall;

const merge = [1_000, 10_000, 100_000].map((entries) => {
  const runs = entries > 10_000 ? 3 : RUNS;
  const fold = timeBoth(
    () => lanesOf(entries),
    (parts) => {
      for (const part of parts) foldLane([part]);
    },
    runs,
  );
  // Keys are held beside resources, so each run gets resources of its own.
  const merged = timeBoth(
    () => lanesOf(entries).map((p) => foldLane([p])),
    (lanes) => {
      if (mergeLanes(lanes).entries.length !== entries) throw new Error('entries went missing');
    },
    runs,
  );
  return {
    lanes: 5,
    entries,
    foldMs: round(fold.wall),
    foldCpuMs: round(fold.cpu),
    mergeMs: round(merged.wall),
    mergeCpuMs: round(merged.cpu),
  };
});

const increments = [1_000, 10_000, 100_000].flatMap((held) => {
  const growing = new GrowingMaster();
  for (const part of lanesOf(held)) growing.add(foldLane([part]));
  growing.changes();
  growing.master();
  let from = held;
  return [1, 10, 100, 1_000].map((fresh) => {
    let view = 0;
    const views: number[] = [];
    const add = timeBoth(
      (): LaneState => {
        const statements = Array.from({ length: fresh }, () => observation(`new-${from}`, from++));
        return foldLane([{ author: 'hospital:h0', module: 'laboratory', seq: from, statements }]);
      },
      (lane) => {
        growing.add(lane);
        const { added } = growing.changes();
        if (added.length !== fresh) throw new Error('an increment went missing');
      },
    );
    for (let run = 0; run < 5; run++) {
      growing.add(
        foldLane([
          {
            author: 'hospital:h0',
            module: 'laboratory',
            seq: from,
            statements: [observation(`new-${from}`, from++)],
          },
        ]),
      );
      const start = performance.now();
      view = growing.master().entries.length;
      views.push(performance.now() - start);
    }
    growing.changes();
    return {
      held,
      fresh,
      addAndTellMs: round(add.wall),
      addAndTellCpuMs: round(add.cpu),
      cpuMicrosecondsEach: round((1000 * add.cpu) / fresh),
      wholeViewMs: round(median(views)),
      viewOf: view,
    };
  });
});

const days = { from: '2024-01-01', values: Array.from({ length: 84 }, (_, i) => ((i * 7919) % 101) / 20) };
const review = {
  days: 84,
  rounds: 999,
  trendMs: round(
    time(
      () => days,
      (d) => void trendOf(d, { seed: 1 }),
    ),
  ),
  changePointMs: round(
    time(
      () => days,
      (d) => void changePointOf(d, { seed: 1 }),
    ),
  ),
};

const result = { ...describeRun(), runs: RUNS, merge, increments, review };
mkdirSync(`${ROOT}bench/results`, { recursive: true });
writeFileSync(`${ROOT}bench/results/twin.json`, `${JSON.stringify(result, null, 2)}\n`);
process.stdout.write(`${JSON.stringify({ merge, increments, review }, null, 2)}\n`);
