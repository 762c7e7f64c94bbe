/** What a module's chart shows: its series in a stretch of time, what was left out, and the rules of its flags. */

import {
  derivedSeries,
  foldLane,
  type ModuleDefinition,
  measureSeries,
  mergeLanes,
  type Series,
} from '@twinseal/twin';
import type { TwinPreview } from './build-twin.js';
import { ruleOf } from './rule-text.js';

/** A threshold to draw. */
export interface Threshold {
  readonly flag: string;
  readonly title: string;
  readonly severity: 'information' | 'warning' | 'urgent';
  /** In the series' unit; absent of a trend. */
  readonly value?: number;
  readonly rule: string;
  readonly source: string;
}

export interface ChartSeries extends Series {
  readonly kind: 'measure' | 'derived';
  readonly thresholds: readonly Threshold[];
}

/** A chart's content. */
export interface ChartContent {
  readonly module: { readonly id: string; readonly title: string; readonly revision: string };
  /** The moment from which windowed statistics look back: the end of the stretch, else the newest record. */
  readonly at: string;
  readonly series: readonly ChartSeries[];
}

/** The series of a module. @param stretch values at or after `from` and before `to`, RFC 3339 */
export function seriesOf(
  preview: TwinPreview,
  id: string,
  stretch: { readonly from: string | undefined; readonly to: string | undefined },
): ChartContent {
  const module = preview.registry.get(id) as ModuleDefinition;
  const fromMs = stretch.from === undefined ? -Infinity : Date.parse(stretch.from);
  const toMs = stretch.to === undefined ? Infinity : Date.parse(stretch.to);
  const { entries } = mergeLanes([foldLane(preview.parts)]);
  const at = stretch.to ?? preview.newest;
  // A statistic of 14 days is of 14 days, however short the stretch is that is drawn.
  const seen = new Map(
    [...measureSeries(entries, module)].map(([name, series]) => [
      name,
      { ...series, points: series.points.filter(({ ms }) => ms < toMs) },
    ]),
  );
  const inStretch = (series: Series): Series => ({
    ...series,
    points: series.points.filter(({ ms }) => ms >= fromMs),
  });
  const thresholdsOf = (series: Series): Threshold[] =>
    (module.flags ?? [])
      .filter((flag) => flag.measure === series.id)
      .map((flag) => {
        const value = flag.above ?? flag.atLeast ?? flag.below ?? flag.atMost;
        return {
          flag: flag.id,
          title: flag.title,
          severity: flag.severity,
          ...(value === undefined ? {} : { value }),
          rule: ruleOf(flag, series.unit),
          source: flag.source,
        };
      });
  const of = (kind: ChartSeries['kind'], series: Iterable<Series>): ChartSeries[] =>
    [...series].map((each) => ({ ...inStretch(each), kind, thresholds: thresholdsOf(each) }));
  return {
    module: { id: module.id, title: module.title, revision: module.revision },
    at,
    series: [...of('measure', seen.values()), ...of('derived', derivedSeries(module, seen, at).values())],
  };
}
