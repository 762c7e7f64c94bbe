import { clinicalTime, convertUnit, type Resource } from '@twinseal/health';
import { parseArithmetic } from './internal/arithmetic.js';
import type { MasterEntry, Provenance } from './merge-lanes.js';
import { type MeasureDefinition, type ModuleDefinition, matchesCodes } from './module-definition.js';
import { codingsOfResource } from './module-registry.js';

/** One value of a measure. */
export interface Point {
  /** RFC 3339. */
  readonly time: string;
  readonly ms: number;
  readonly value: number;
  readonly provenance: Provenance;
}

/** The values of one measure, oldest first. */
export interface Series {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly points: readonly Point[];
  /** Values that were left out, and why; never silently. */
  readonly leftOut: readonly {
    readonly provenance: Provenance;
    readonly reason: 'unit' | 'implausible' | 'no-time';
  }[];
}

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * The series of every measure of a module over the entries of a master.
 * @returns by measure id; a measure without values has an empty series
 * Cost: linear in entries times measures.
 */
export function measureSeries(
  entries: readonly MasterEntry[],
  module: ModuleDefinition,
): Map<string, Series> {
  const factors = new Map<string, number>();
  return new Map(
    (module.measures ?? []).map((m) => {
      const points: Point[] = [];
      const leftOut: Series['leftOut'][number][] = [];
      for (const { resource, provenance: all } of entries) {
        const provenance = all[0];
        if (resource.resourceType !== m.resource || provenance === undefined) continue;
        if (!matchesCodes(codingsOfResource(resource), m.codes)) continue;
        for (const quantity of quantitiesOf(resource, m)) {
          if (typeof quantity.value !== 'number') continue;
          const value = inUnit(quantity.value, quantity.code, m, factors);
          const time = clinicalTime(resource);
          if (time === undefined) leftOut.push({ provenance, reason: 'no-time' });
          else if (value === undefined) leftOut.push({ provenance, reason: 'unit' });
          else if (m.plausible && (value < m.plausible.low || value > m.plausible.high))
            leftOut.push({ provenance, reason: 'implausible' });
          else points.push({ time, ms: Date.parse(time), value, provenance });
        }
      }
      points.sort((a, b) => a.ms - b.ms || (a.provenance.handle < b.provenance.handle ? -1 : 1));
      return [m.id, { id: m.id, title: m.title, unit: m.unit, points, leftOut }];
    }),
  );
}

interface Quantity {
  readonly value?: unknown;
  readonly code?: unknown;
}

function quantitiesOf(resource: Resource, m: MeasureDefinition): Quantity[] {
  const list = (value: unknown): Quantity[] =>
    typeof value === 'object' && value !== null ? [value as Quantity] : [];
  if (resource.resourceType === 'MedicationAdministration') {
    const dosage = resource.dosage as { dose?: unknown; rateQuantity?: unknown } | undefined;
    return [...list(dosage?.dose), ...list(dosage?.rateQuantity)];
  }
  if (m.component === undefined) return list(resource.valueQuantity);
  const components = Array.isArray(resource.component) ? (resource.component as Resource[]) : [];
  return components
    .filter((c) => matchesCodes(codingsOfResource(c), m.component ?? []))
    .flatMap((c) => list(c.valueQuantity));
}

/** Conversion by a factor found once for a unit: units with an offset (Cel, degF) are converted one by one. */
function inUnit(
  value: number,
  code: unknown,
  m: MeasureDefinition,
  factors: Map<string, number>,
): number | undefined {
  if (code === m.unit) return value;
  if (typeof code !== 'string') return undefined;
  const key = `${code} ${m.unit} ${m.molarMass ?? ''}`;
  let factor = factors.get(key);
  if (factor === undefined) {
    try {
      const [zero, one] = [
        convertUnit(0, code, m.unit, m.molarMass),
        convertUnit(1, code, m.unit, m.molarMass),
      ];
      if (zero !== 0) return convertUnit(value, code, m.unit, m.molarMass);
      factor = one;
    } catch {
      factor = Number.NaN;
    }
    factors.set(key, factor);
  }
  return Number.isNaN(factor) ? undefined : value * factor;
}

/**
 * The series of a module's derived measures.
 * @param series of the module's measures, from {@link measureSeries}
 * @param now the moment of evaluation, RFC 3339: a windowed statistic is of the days before it, and is one point at the window's last value
 * @throws RangeError where `now` is no time
 */
export function derivedSeries(
  module: ModuleDefinition,
  series: ReadonlyMap<string, Series>,
  now: string,
): Map<string, Series> {
  const nowMs = Date.parse(now);
  if (Number.isNaN(nowMs)) throw new RangeError('now: expected an RFC 3339 time');
  const out = new Map<string, Series>();
  for (const d of module.derived ?? []) {
    const points =
      'expression' in d ? expressionPoints(d, series) : aggregatePoints(d.aggregate, series, nowMs);
    out.set(d.id, { id: d.id, title: d.title, unit: d.unit, points, leftOut: [] });
  }
  return out;
}

function expressionPoints(
  d: { expression: string; withinHours: number },
  series: ReadonlyMap<string, Series>,
): Point[] {
  const parsed = parseArithmetic(d.expression);
  if (typeof parsed === 'string') return [];
  const inputs = parsed.names.map((name) => series.get(name)?.points ?? []);
  const [first] = inputs;
  if (first === undefined || inputs.some((points) => points.length === 0)) return [];
  const out: Point[] = [];
  for (const point of first) {
    const values = new Map<string, number>();
    parsed.names.forEach((name, i) => {
      const nearest = nearestTo(inputs[i] as readonly Point[], point.ms);
      if (Math.abs(nearest.ms - point.ms) <= d.withinHours * HOUR_MS) values.set(name, nearest.value);
    });
    const value = values.size === parsed.names.length ? parsed.evaluate(values) : Number.NaN;
    if (Number.isFinite(value)) out.push({ ...point, value });
  }
  return out;
}

function nearestTo(points: readonly Point[], ms: number): Point {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as Point).ms < ms) low = middle + 1;
    else high = middle;
  }
  const [after, before] = [points[low] as Point, points[Math.max(0, low - 1)] as Point];
  return ms - before.ms < after.ms - ms ? before : after;
}

interface Aggregate {
  readonly measure: string;
  readonly statistic: string;
  readonly days: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly atLeast?: number | undefined;
}

function aggregatePoints(a: Aggregate, series: ReadonlyMap<string, Series>, nowMs: number): Point[] {
  const window = (series.get(a.measure)?.points ?? []).filter(
    (p) => p.ms > nowMs - a.days * DAY_MS && p.ms <= nowMs,
  );
  const last = window.at(-1);
  if (last === undefined || window.length < (a.atLeast ?? 1)) return [];
  const value = statistic(
    a,
    window.map((p) => p.value),
  );
  return Number.isFinite(value) ? [{ ...last, value }] : [];
}

function statistic(
  { statistic: kind, low = -Infinity, high = Infinity }: Aggregate,
  v: readonly number[],
): number {
  const mean = v.reduce((a, b) => a + b, 0) / v.length;
  // The sample's standard deviation, n - 1 below: what clinical reports of variability use.
  const deviation = (): number => Math.sqrt(v.reduce((s, x) => s + (x - mean) ** 2, 0) / (v.length - 1));
  switch (kind) {
    case 'mean':
      return mean;
    case 'min':
      return v.reduce((a, b) => Math.min(a, b), Infinity);
    case 'max':
      return v.reduce((a, b) => Math.max(a, b), -Infinity);
    case 'count':
      return v.length;
    case 'standard-deviation':
      return deviation();
    case 'coefficient-of-variation':
      return (100 * deviation()) / mean;
    case 'percent-within':
      return (100 * v.filter((x) => x >= low && x <= high).length) / v.length;
    default:
      return Number.NaN;
  }
}
