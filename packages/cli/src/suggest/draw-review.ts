/** A review as a picture: mood, sleep and openings, one under the other on one axis of days, with the changes that were found and how sure their dates are. */

import type { Answer, WellbeingReview } from '@twinseal/twin';
import type { EChartsOption } from 'echarts';
import { FAINT, INK, PALETTE, renderSvg, wrapped } from '../twin-files/render-svg.js';

/** Width where none is asked for. */
const REVIEW_WIDTH = 900;
const LEFT = 48;
const RIGHT = 20;
const MARGIN = 14;
const PANEL = 170;
const LINE = 15;
const SMALL = 12;
const DAY_MS = 86_400_000;

interface Panel {
  readonly title: string;
  readonly note: string;
  readonly values: readonly (number | undefined)[];
  readonly min: number;
  readonly max: number;
  readonly change: Answer | undefined;
  readonly isShare: boolean;
}

/**
 * Draws; what has no day with a value stands as text.
 * @param width in pixels; a picture that is shrunk cannot be read, so it is drawn for its width
 */
export async function drawReview(review: WellbeingReview, width = REVIEW_WIDTH): Promise<string> {
  const { days, answers } = review;
  const answer = (id: string): Answer | undefined => answers.find((a) => a.id === id);
  const sleep = days.sleep.days.values.filter((v) => v !== undefined);
  const panels: Panel[] = [
    {
      title: 'Mood, level of 5',
      note: 'median of each day’s notes',
      values: days.mood.days.values,
      min: 1,
      max: 5,
      change: answer('mood-change'),
      isShare: false,
    },
    {
      title: 'Sleep, h',
      note: 'night that ends on the day',
      values: days.sleep.days.values,
      min: Math.max(0, Math.floor(Math.min(12, ...sleep)) - 1),
      max: Math.ceil(Math.max(0, ...sleep)) + 1,
      change: answer('sleep-change'),
      isShare: false,
    },
    {
      title: 'Bottle opened, % of days',
      note: 'dots: the days; line: share of the seven days up to each',
      values: days.openings.days.values,
      min: 0,
      max: 100,
      change: answer('openings-change'),
      isShare: true,
    },
  ];
  const first = Date.parse(`${days.from}T00:00:00Z`);
  // Noon of a day is where its dot stands; a change lies between two days.
  const at = (index: number): number => first + (index + 0.5) * DAY_MS;
  const count = days.mood.days.values.length;
  const last = new Date(first + (count - 1) * DAY_MS).toISOString().slice(0, 10);
  // Whole weeks between marks, and no more marks than there is room for.
  const weeks = Math.ceil(count / 7 / Math.max(2, Math.floor((width - LEFT - RIGHT) / 70)));
  const title: EChartsOption['title'] = [];
  const grid: object[] = [];
  const xAxis: object[] = [];
  const yAxis: object[] = [];
  const series: object[] = [];
  let top = 14;
  const text = (content: string, style: { size?: number; bold?: boolean; color?: string } = {}): void => {
    const { size = SMALL, bold = false, color = FAINT } = style;
    // Bold letters are a tenth wider.
    for (const line of wrapped(content, (width - MARGIN - RIGHT) * (bold ? 0.9 : 1), size)) {
      title.push({
        text: line,
        left: MARGIN,
        top,
        padding: 0,
        textStyle: { fontSize: size, fontWeight: bold ? 'bold' : 'normal', color },
      });
      top += Math.round(size * 1.3);
    }
  };
  text(`Mood, sleep and medicine taken, ${days.from} to ${last}`, { size: 18, bold: true, color: INK });
  text(review.notice);
  if (review.urgent !== undefined) text(review.urgent, { color: INK, bold: true });
  top += 10;
  for (const panel of panels) {
    const index = grid.length;
    const known = panel.values.filter((v) => v !== undefined).length;
    text(known === 0 ? `${panel.title}: nothing that can be seen here` : panel.title, {
      size: 14,
      bold: true,
      color: INK,
    });
    if (known === 0) {
      top += 8;
      continue;
    }
    text(`${panel.note}; ${known} of ${panel.values.length} days known`);
    // Room for the date of a change.
    top += 22;
    grid.push({ left: LEFT, right: RIGHT, top, height: PANEL, outerBoundsMode: 'none' });
    xAxis.push({
      type: 'value',
      gridIndex: index,
      min: first,
      max: first + count * DAY_MS,
      interval: weeks * 7 * DAY_MS,
      axisLabel: { hideOverlap: true, formatter: shortDate, showMaxLabel: false },
      axisTick: { show: true },
      axisLine: { show: true, onZero: false },
      splitLine: { show: false },
    });
    yAxis.push({
      type: 'value',
      gridIndex: index,
      min: panel.min,
      max: panel.max,
      axisLabel: { hideOverlap: true },
      splitLine: { lineStyle: { color: '#eeeeee' } },
    });
    series.push(...drawn(panel, index, at));
    top += PANEL + 30;
    if (panel.change !== undefined) text(`${said(panel.change)} ${panel.change.sentence}`);
    top += 14;
  }
  return renderSvg({
    title: `Mood, sleep and medicine taken, ${days.from} to ${last}: ${answers
      .filter((a) => a.id.endsWith('-change'))
      .map((a) => `${said(a)} ${a.sentence}`)
      .join(' ')}`,
    width,
    height: top + LINE,
    option: { title, grid, xAxis, yAxis, series } as EChartsOption,
  });
}

function said(a: Answer): string {
  if (a.state === 'missing') return 'Nothing can be said:';
  return a.state === 'found'
    ? `A change (p = ${p(a)}):`
    : `No change that chance would not explain (p = ${p(a)}):`;
}

function shortDate(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

function p({ pCorrected = 1 }: Answer): string {
  return pCorrected < 0.001 ? 'below 0.001' : String(Number(pCorrected.toFixed(3)));
}

function drawn(panel: Panel, index: number, at: (i: number) => number): object[] {
  const colour = PALETTE[index % PALETTE.length] as string;
  const common = { xAxisIndex: index, yAxisIndex: index };
  const dots = panel.values.flatMap((v, i) =>
    v === undefined ? [] : [[at(i), panel.isShare ? v * 100 : v]],
  );
  const { change } = panel;
  const isFound = change?.state === 'found' && change.since !== undefined;
  const edge = (date: string): number => Date.parse(`${date}T00:00:00Z`);
  return [
    {
      ...common,
      type: 'scatter',
      data: dots,
      symbolSize: panel.isShare ? 4 : 5,
      itemStyle: { color: colour, opacity: 0.55 },
      ...(isFound
        ? {
            markArea: {
              silent: true,
              itemStyle: { color: '#000000', opacity: 0.07 },
              data: [
                [
                  { xAxis: edge(change.sinceLow as string) },
                  { xAxis: edge(change.sinceHigh as string) + DAY_MS },
                ],
              ],
            },
            markLine: {
              silent: true,
              symbol: 'none',
              data: [{ xAxis: edge(change.since as string) }],
              lineStyle: { color: INK, type: 'dashed', width: 1.5 },
              label: {
                formatter: change.since,
                fontSize: SMALL,
                color: INK,
                position: 'end',
              },
            },
          }
        : {}),
    },
    {
      ...common,
      type: 'line',
      symbol: 'none',
      data: weekly(panel, at),
      lineStyle: { width: 2, color: colour },
    },
  ];
}

/** Mean of the seven days up to each, where at least four are known; elsewhere the line is broken. */
function weekly(panel: Panel, at: (i: number) => number): [number, number | null][] {
  return panel.values.map((_, i) => {
    const week = panel.values.slice(Math.max(0, i - 6), i + 1).filter((v) => v !== undefined);
    const mean = week.reduce((a, b) => a + b, 0) / week.length;
    return [at(i), week.length < 4 ? null : panel.isShare ? 100 * mean : mean];
  });
}
