/** The timeline as a picture: conditions as bars with what treats them, everything else as points by module. */

import { type Resource, toRfc3339 } from '@twinseal/health';
import type { MasterEntry, TimelineEntry } from '@twinseal/twin';
import type { EChartsOption } from 'echarts';
import { grouped, printable } from './printable.js';
import { FAINT, fitted, INK, PALETTE, renderSvg } from './render-svg.js';

const WIDTH = 1200;
const LEFT = 300;
const RIGHT = 40;
const ROW = 22;
const SMALL = 11;
const CONDITIONS_SHOWN = 30;

/** What the picture is of. */
export interface DrawTimelineOptions {
  readonly modules: readonly string[] | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

interface Bar {
  readonly label: string;
  readonly handles: ReadonlySet<string>;
  readonly startMs: number;
  readonly endMs?: number;
}

/** Draws the lines of a timeline; bars of conditions come from the master, which knows when they abated. */
export async function drawTimeline(
  entries: readonly TimelineEntry[],
  master: readonly MasterEntry[],
  options: DrawTimelineOptions,
): Promise<string> {
  const times = entries.map((entry) => Date.parse(entry.time));
  const begin =
    options.from === undefined ? times.reduce((a, b) => Math.min(a, b), Infinity) : Date.parse(options.from);
  const end =
    options.to === undefined ? times.reduce((a, b) => Math.max(a, b), -Infinity) : Date.parse(options.to);
  const isShown = (each: MasterEntry): boolean =>
    options.modules === undefined || each.provenance.some(({ module }) => options.modules?.includes(module));
  const all = barsOf(master.filter(isShown)).filter((b) => b.startMs <= end && (b.endMs ?? end) >= begin);
  const bars = all.slice(-CONDITIONS_SHOWN);
  const modules = modulesOf(entries, options.modules);
  const hasBars = bars.length > 0;
  const upper = hasBars ? bars.length * ROW : 0;
  const lowerTop = hasBars ? 100 + upper + 60 : 96;
  const lower = Math.max(1, modules.length) * ROW * 1.5;
  const shared = {
    type: 'time',
    ...(begin < end ? { min: begin, max: end } : {}),
    axisLabel: {
      hideOverlap: true,
      formatter: {
        year: '{yyyy}',
        month: '{MMM} {yyyy}',
        day: '{d} {MMM}',
        hour: '{HH}:{mm}',
        minute: '{HH}:{mm}',
      },
    },
    splitLine: { show: true, lineStyle: { color: '#eeeeee' } },
  };
  const rows = (labels: readonly string[], gridIndex: number) => ({
    type: 'category',
    gridIndex,
    inverse: true,
    // Two conditions of one name are two rows.
    data: labels.map((_, row) => String(row)),
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      fontSize: SMALL,
      color: INK,
      formatter: (row: string) => fitted(labels[Number(row)] ?? '', LEFT - 30, SMALL),
    },
    splitLine: { show: true, lineStyle: { color: '#f4f4f4' } },
  });
  const low = hasBars ? 1 : 0;
  const heading = (text: string, top: number): object => ({
    text,
    left: 20,
    top,
    padding: 0,
    textStyle: { fontSize: 13 },
  });
  const hidden = all.length - bars.length;
  const option = {
    title: [
      { text: 'Timeline', left: 20, top: 14, padding: 0, textStyle: { fontSize: 18 } },
      {
        text: `${grouped(entries.length)} lines, ${dayOf(begin)} to ${dayOf(end)}, times in UTC. Not a medical device.`,
        left: 20,
        top: 40,
        padding: 0,
        textStyle: { fontSize: SMALL, fontWeight: 'normal', color: FAINT },
      },
      ...(hasBars
        ? [
            heading(
              `Conditions: bar from onset to abatement, arrow where it goes on, diamond where something treats it${hidden > 0 ? ` (the ${bars.length} latest of ${all.length})` : ''}`,
              72,
            ),
          ]
        : []),
      heading('By module: each point one line of the timeline', lowerTop - 24),
    ],
    grid: [
      ...(hasBars ? [{ left: LEFT, right: RIGHT, top: 94, height: upper, outerBoundsMode: 'none' }] : []),
      { left: LEFT, right: RIGHT, top: lowerTop, height: lower, outerBoundsMode: 'none' },
    ],
    xAxis: [...(hasBars ? [{ ...shared, gridIndex: 0 }] : []), { ...shared, gridIndex: low }],
    yAxis: [
      ...(hasBars
        ? [
            rows(
              bars.map((bar) => bar.label),
              0,
            ),
          ]
        : []),
      rows(
        modules.map(({ id, count }) => `${id} (${grouped(count)})`),
        low,
      ),
    ],
    series: [
      ...bars.map((bar, row) => ({
        type: 'line',
        xAxisIndex: 0,
        yAxisIndex: 0,
        clip: false,
        data: [
          {
            value: [Math.max(bar.startMs, begin), row],
            symbol: bar.startMs < begin ? 'none' : 'circle',
            symbolSize: 7,
          },
          {
            value: [Math.min(bar.endMs ?? end, end), row],
            ...(bar.endMs === undefined
              ? { symbol: 'triangle', symbolRotate: -90, symbolSize: 9 }
              : { symbol: 'circle', symbolSize: 7 }),
          },
        ],
        showSymbol: true,
        lineStyle: { width: 5, color: PALETTE[0], opacity: 0.55 },
        itemStyle: { color: PALETTE[0] },
      })),
      ...(hasBars
        ? [
            {
              type: 'scatter',
              xAxisIndex: 0,
              yAxisIndex: 0,
              symbol: 'diamond',
              symbolSize: 9,
              z: 5,
              itemStyle: { color: PALETTE[1], borderColor: '#ffffff', borderWidth: 0.5 },
              data: entries.flatMap((entry) =>
                entry.treats.flatMap(({ handle }) =>
                  bars.flatMap((bar, row) =>
                    bar.handles.has(handle) ? [[Date.parse(entry.time), row]] : [],
                  ),
                ),
              ),
            },
          ]
        : []),
      ...modules.map(({ id }, row) => ({
        type: 'scatter',
        xAxisIndex: low,
        yAxisIndex: low,
        symbol: 'circle',
        symbolSize: 6,
        itemStyle: { color: PALETTE[row % PALETTE.length], opacity: 0.55 },
        data: entries
          .filter((entry) => entry.modules.includes(id))
          .map((entry) => [Date.parse(entry.time), row]),
      })),
    ],
  };
  return renderSvg({
    title: `Timeline, ${dayOf(begin)} to ${dayOf(end)}`,
    width: WIDTH,
    height: lowerTop + lower + 50,
    option: option as EChartsOption,
  });
}

function barsOf(entries: readonly MasterEntry[]): Bar[] {
  const bars: Bar[] = [];
  for (const { resource, provenance } of entries) {
    if (resource.resourceType !== 'Condition') continue;
    const start = onsetOf(resource);
    if (start === undefined) continue;
    const abated =
      toRfc3339(resource.abatementDateTime) ??
      toRfc3339((resource.abatementPeriod as { start?: unknown } | undefined)?.start);
    bars.push({
      label: printable(nameOf(resource)),
      handles: new Set(provenance.map((p) => p.handle)),
      startMs: Date.parse(start),
      ...(abated === undefined ? {} : { endMs: Date.parse(abated) }),
    });
  }
  return bars.sort((a, b) => a.startMs - b.startMs);
}

function onsetOf(resource: Resource): string | undefined {
  const period = (resource.onsetPeriod ?? {}) as { start?: unknown };
  return toRfc3339(resource.onsetDateTime) ?? toRfc3339(period.start) ?? toRfc3339(resource.recordedDate);
}

function nameOf(resource: Resource): string {
  const code = (resource.code ?? {}) as {
    text?: unknown;
    coding?: readonly { display?: unknown; code?: unknown }[];
  };
  const coding = code.coding?.find((each) => typeof each.display === 'string') ?? code.coding?.[0];
  return String(code.text ?? coding?.display ?? coding?.code ?? 'Condition');
}

function modulesOf(
  entries: readonly TimelineEntry[],
  only: readonly string[] | undefined,
): { id: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { modules } of entries)
    for (const id of modules)
      if (only === undefined || only.includes(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, count]) => ({ id, count }));
}

function dayOf(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : 'nothing';
}
