/**
 * Bounds on what devices and people report. Outside `impossible` no body and no device can have produced the value: refused.
 * Outside `likely` it is kept and marked. Bounds are wide on purpose: they catch broken exports, not sick people.
 */

/** One quantity's bounds, inclusive, in `unit`. */
export interface Plausibility {
  readonly unit: string;
  readonly impossible: readonly [low: number, high: number];
  readonly impossibleSource: string;
  readonly likely: readonly [low: number, high: number];
  readonly likelySource: string;
}

const NEGATIVE = 'an amount is not negative';

/** Bounds by name. */
export const PLAUSIBILITY = {
  glucoseMmolPerL: {
    unit: 'mmol/L',
    impossible: [0.1, 150],
    impossibleSource:
      'below detection of any glucose sensor; above the highest blood glucose reported in a survivor (147.6 mmol/L, 2,656 mg/dL, Guinness World Records 2008)',
    likely: [1.1, 27.8],
    likelySource: 'widest reporting range of sensors in use (20-500 mg/dL)',
  },
  bolusU: {
    unit: 'U',
    impossible: [0, 300],
    impossibleSource: `${NEGATIVE}; a 3 mL U-100 cartridge (ISO 11608-3) holds 300 U`,
    likely: [0, 80],
    likelySource: 'largest single dose of common U-100 pens',
  },
  basalRateUPerH: {
    unit: 'U/h',
    impossible: [0, 300],
    impossibleSource: `${NEGATIVE}; no pump empties a 3 mL U-100 cartridge (300 U) within an hour`,
    likely: [0, 35],
    likelySource: 'highest basal rate that insulin pumps on the market can be set to',
  },
  basalDoseU: {
    unit: 'U',
    impossible: [0, 450],
    impossibleSource: `${NEGATIVE}; a 1.5 mL U-300 pen, the largest long-acting one sold by unit count, holds 450 U`,
    likely: [0, 160],
    likelySource: 'largest single dose of a long-acting pen (U-300, 160 U)',
  },
  nutrientG: {
    unit: 'g',
    impossible: [0, 4000],
    impossibleSource: `${NEGATIVE}; more than a stomach holds at its largest (about 4 L)`,
    likely: [0, 400],
    likelySource:
      'more than a whole day of the reference intake of carbohydrate (260 g, Regulation (EU) 1169/2011, annex XIII)',
  },
  unixTimeS: {
    unit: 's',
    impossible: [946_684_800, 4_102_444_800],
    impossibleSource: 'before 2000 no such device existed; after 2099',
    likely: [946_684_800, 4_102_444_800],
    likelySource: 'as impossible',
  },
  zoneOffsetS: {
    unit: 's',
    impossible: [-50_400, 50_400],
    impossibleSource: 'no zone lies further than 14 h from UTC (IANA time zone database; FHIR R4 dateTime)',
    likely: [-50_400, 50_400],
    likelySource: 'as impossible',
  },
  durationS: {
    unit: 's',
    impossible: [0, 86_400],
    impossibleSource: 'one interval of a device that reports by the day',
    likely: [0, 3600],
    likelySource: 'the device reports by 15 minutes; longer ones were joined',
  },
  activityAmount: {
    unit: '1',
    impossible: [0, 200_000],
    impossibleSource: `${NEGATIVE}; more steps or metres than a day of running at 2.3 m/s`,
    likely: [0, 200_000],
    likelySource: 'as impossible',
  },
  wristValue: {
    unit: '1',
    impossible: [-2, 200_000],
    impossibleSource: 'the device writes -1 and -2 for "no value"; more steps than a day of running',
    likely: [-2, 200_000],
    likelySource: 'as impossible',
  },
} as const satisfies Record<string, Plausibility>;

/** `impossible`, `unlikely`, or undefined where `value` (in the bounds' unit) is neither. */
export function judgePlausibility(
  value: number,
  bounds: Plausibility,
): 'impossible' | 'unlikely' | undefined {
  if (!(value >= bounds.impossible[0] && value <= bounds.impossible[1])) return 'impossible';
  if (value < bounds.likely[0] || value > bounds.likely[1]) return 'unlikely';
  return undefined;
}
