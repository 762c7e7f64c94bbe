/** The chart of a module: a panel for each series, thresholds as lines, and their sources below. */

import type { EChartsOption } from 'echarts';
import type { ChartContent, ChartSeries } from './chart-series.js';
import { counted, grouped, rounded } from './printable.js';
import { FAINT, PALETTE, renderSvg, wrapped } from './render-svg.js';

const WIDTH = 1200;
const LEFT = 70;
const RIGHT = 40;
const PANEL = 220;
const LINE = 15;
const SMALL = 11;
/** More values than this over more than {@link DENSE_DAYS} days are drawn by day. */
const DENSE_VALUES = 3000;
const DENSE_DAYS = 21;
const DAY_MS = 86_400_000;
const COLOURS = { information: '#56b4e9', warning: '#e69f00', urgent: '#d55e00' } as const;

/** Draws the series that hold values; those that hold none, and statistics of one value, stand as text. */
export async function drawModule({ module, at, series }: ChartContent): Promise<string> {
  const panels = series.filter((each) => each.points.length > (each.kind === 'measure' ? 0 : 1));
  const single = series.filter((each) => each.kind === 'derived' && each.points.length === 1);
  const empty = series.filter(({ points }) => points.length === 0);
  const title: EChartsOption['title'] = [
    { text: module.title, left: 20, top: 14, padding: 0, textStyle: { fontSize: 18 } },
    {
      text: `Module ${module.id} ${module.revision}. Times in UTC. Not a medical device.`,
      left: 20,
      top: 40,
      padding: 0,
      textStyle: { fontSize: SMALL, fontWeight: 'normal', color: FAINT },
    },
  ];
  const grid: object[] = [];
  const xAxis: object[] = [];
  const yAxis: object[] = [];
  const lines: object[] = [];
  let top = 70;
  const text = (content: string, indent = LEFT, color = FAINT): void => {
    for (const line of wrapped(content, WIDTH - indent - RIGHT, SMALL)) {
      title.push({
        text: line,
        left: indent,
        top,
        padding: 0,
        textStyle: { fontSize: SMALL, fontWeight: 'normal', color },
      });
      top += LINE;
    }
  };
  for (const [index, each] of panels.entries()) {
    const colour = PALETTE[index % PALETTE.length] as string;
    const isDense = each.points.length > DENSE_VALUES && spanDays(each) > DENSE_DAYS;
    title.push({
      text: `${each.title}, ${each.unit}`,
      left: 20,
      top,
      padding: 0,
      textStyle: { fontSize: 14 },
    });
    title.push({
      text: `${stretchOf(each)}, ${counted(each.points.length, 'value')}${isDense ? '; by day: median, and 5th to 95th percentile' : ''}${each.leftOut.length > 0 ? `; ${grouped(each.leftOut.length)} left out (unit, plausibility or time)` : ''}`,
      left: WIDTH - RIGHT,
      textAlign: 'right',
      top: top + 2,
      padding: 0,
      textStyle: { fontSize: SMALL, fontWeight: 'normal', color: FAINT },
    });
    top += 24;
    grid.push({ left: LEFT, right: RIGHT, top, height: PANEL, outerBoundsMode: 'none' });
    xAxis.push({
      type: 'time',
      gridIndex: index,
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
      splitLine: { show: false },
    });
    yAxis.push({
      type: 'value',
      gridIndex: index,
      name: each.unit,
      nameLocation: 'middle',
      nameGap: 48,
      scale: true,
      axisLabel: { hideOverlap: true },
      splitLine: { lineStyle: { color: '#eeeeee' } },
    });
    lines.push(...(isDense ? byDay(each, index, colour) : oneByOne(each, index, colour)));
    // Nothing is drawn here; it makes the axis reach the thresholds.
    lines.push({
      type: 'scatter',
      xAxisIndex: index,
      yAxisIndex: index,
      symbolSize: 0,
      silent: true,
      data: each.thresholds.flatMap(({ value }) =>
        value === undefined ? [] : [[each.points[0]?.ms, value]],
      ),
    });
    top += PANEL + 34;
    for (const t of each.thresholds) text(`${t.title}: ${t.rule}. Source: ${t.source}`);
    top += 18;
  }
  for (const each of single) {
    const [point] = each.points;
    text(`${each.title}: ${rounded(point?.value ?? Number.NaN)} ${each.unit} (up to ${at})`, 20, '#333333');
    for (const t of each.thresholds) text(`${t.title}: ${t.rule}. Source: ${t.source}`);
  }
  if (empty.length > 0)
    text(`No values: ${empty.map((each) => `${each.title} (${each.unit})`).join(', ')}`, 20);
  return renderSvg({
    title: `${module.title}: ${panels.map((each) => `${each.title}, ${each.unit}`).join('; ')}`,
    width: WIDTH,
    height: top + 16,
    option: { title, grid, xAxis, yAxis, series: lines } as EChartsOption,
  });
}

function oneByOne(each: ChartSeries, index: number, colour: string): object[] {
  // A line through a gap would claim values that nobody measured: it is broken where values lie much further apart than usual.
  const gaps = each.points.slice(1).map((p, i) => p.ms - (each.points[i]?.ms ?? p.ms));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const isStream = each.points.length > 200;
  const data: [number, number | null][] = [];
  each.points.forEach((p, i) => {
    if (isStream && i > 0 && (gaps[i - 1] as number) > 6 * usual) data.push([p.ms - 1, null]);
    data.push([p.ms, p.value]);
  });
  return [
    {
      type: 'line',
      xAxisIndex: index,
      yAxisIndex: index,
      data,
      symbol: isStream ? 'none' : 'circle',
      symbolSize: 5,
      lineStyle: { width: isStream ? 1 : 1.5, color: colour },
      itemStyle: { color: colour },
      markLine: marks(each),
    },
  ];
}

function byDay(each: ChartSeries, index: number, colour: string): object[] {
  const days = new Map<string, number[]>();
  for (const { time, value } of each.points) {
    const day = time.slice(0, 10);
    const values = days.get(day);
    if (values === undefined) days.set(day, [value]);
    else values.push(value);
  }
  const median: [number, number | null][] = [];
  const low: [number, number | null][] = [];
  const band: [number, number | null][] = [];
  let previous: number | undefined;
  for (const [day, values] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ms = Date.parse(`${day}T12:00:00Z`);
    // A day without values stays empty.
    if (previous !== undefined && ms - previous > 1.5 * DAY_MS) {
      for (const list of [median, low, band]) list.push([previous + DAY_MS, null]);
    }
    previous = ms;
    values.sort((a, b) => a - b);
    const [p5, p50, p95] = [0.05, 0.5, 0.95].map((q) => quantile(values, q)) as [number, number, number];
    median.push([ms, p50]);
    low.push([ms, p5]);
    band.push([ms, p95 - p5]);
  }
  const common = { type: 'line', xAxisIndex: index, yAxisIndex: index, symbol: 'none' };
  return [
    { ...common, data: low, stack: `band ${index}`, lineStyle: { opacity: 0 }, stackStrategy: 'all' },
    {
      ...common,
      data: band,
      stack: `band ${index}`,
      stackStrategy: 'all',
      lineStyle: { opacity: 0 },
      areaStyle: { color: colour, opacity: 0.22 },
    },
    {
      ...common,
      data: median,
      lineStyle: { width: 1.5, color: colour },
      markLine: marks(each),
    },
  ];
}

function marks({ thresholds, unit, points }: ChartSeries): object {
  const highest = points.reduce((max, p) => Math.max(max, p.value), -Infinity);
  return {
    silent: true,
    symbol: 'none',
    data: thresholds.flatMap(({ value, title, severity }) =>
      value === undefined
        ? []
        : [
            {
              yAxis: value,
              lineStyle: { color: COLOURS[severity], type: 'dashed', width: 1.2 },
              label: {
                // Above all values there is room below the line, and perhaps none above it.
                position: value >= highest ? 'insideStartBottom' : 'insideStartTop',
                formatter: `${title}: ${value} ${unit}`,
                fontSize: SMALL,
                color: '#333333',
                backgroundColor: 'rgba(255,255,255,0.75)',
              },
            },
          ],
    ),
  };
}

/** By linear interpolation between order statistics (Hyndman and Fan, The American Statistician 1996;50:361, definition 7). */
function quantile(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return below + (above - below) * (at - Math.floor(at));
}

function stretchOf({ points }: ChartSeries): string {
  const [first, last] = [points[0], points.at(-1)].map((p) => p?.time.slice(0, 10));
  return first === last ? String(first) : `${first} to ${last}`;
}

function spanDays({ points }: ChartSeries): number {
  return ((points.at(-1)?.ms ?? 0) - (points[0]?.ms ?? 0)) / DAY_MS;
}
