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
  heartRatePerMin: {
    unit: '/min',
    impossible: [0, 600],
    impossibleSource:
      'a rate is not negative; 600/min is the highest reported (Chhabra L. et al., Indian Pacing Electrophysiol J 2012;12:32-35)',
    likely: [20, 300],
    likelySource: 'atrial flutter conducted beat by beat reaches about 300/min',
  },
  respiratoryRatePerMin: {
    unit: '/min',
    impossible: [0, 900],
    impossibleSource: 'a rate is not negative; high-frequency oscillatory ventilation ends at 15 Hz',
    likely: [4, 80],
    likelySource: 'beyond the tachypnoea of a newborn; below, breathing has all but stopped',
  },
  oxygenSaturationPercent: {
    unit: '%',
    impossible: [0, 100],
    impossibleSource: 'a share of haemoglobin lies from 0 to 100 % by definition',
    likely: [70, 100],
    likelySource: 'the range for which pulse oximeters claim accuracy (ISO 80601-2-61)',
  },
  bodyTemperatureCel: {
    unit: 'Cel',
    impossible: [0, 50],
    impossibleSource:
      'water freezes below; the highest survived is 46.5 °C (Slovis C.M. et al., Ann Emerg Med 1982;11:269-271)',
    likely: [30, 43],
    likelySource: 'below lies moderate hypothermia, above the end of a clinical thermometer',
  },
  systolicMmHg: {
    unit: 'mm[Hg]',
    impossible: [0, 500],
    impossibleSource:
      'a pressure in a vessel is not negative; 480 mm[Hg] is the highest reported (MacDougall J.D. et al., J Appl Physiol 1985;58:785-790)',
    likely: [50, 260],
    likelySource: 'what automatic cuffs can show',
  },
  diastolicMmHg: {
    unit: 'mm[Hg]',
    impossible: [0, 400],
    impossibleSource:
      'a pressure in a vessel is not negative; 350 mm[Hg] is the highest reported (MacDougall J.D. et al., J Appl Physiol 1985;58:785-790)',
    likely: [20, 180],
    likelySource: 'what automatic cuffs can show',
  },
  bodyWeightKg: {
    unit: 'kg',
    impossible: [0.1, 700],
    impossibleSource:
      'half of the lightest surviving newborn (212 g, 2020); above the heaviest person reported (635 kg, Guinness World Records)',
    likely: [0.3, 300],
    likelySource: 'beyond what most hospital scales weigh',
  },
  bodyHeightCm: {
    unit: 'cm',
    impossible: [10, 280],
    impossibleSource:
      'less than half of the shortest surviving newborn; above the tallest person measured (272 cm, Guinness World Records)',
    likely: [25, 230],
    likelySource: 'from an extremely preterm newborn to the tallest persons living',
  },
  bodyMassIndexKgPerM2: {
    unit: 'kg/m2',
    impossible: [3, 250],
    impossibleSource: 'above the heaviest person reported (635 kg at 185 cm makes 186 kg/m2)',
    likely: [8, 100],
    likelySource: 'about 9 kg/m2 is the lowest that starving adults survived; above 100 single cases',
  },
  haemoglobinA1cPercent: {
    unit: '%',
    impossible: [0, 100],
    impossibleSource: 'a share of haemoglobin lies from 0 to 100 % by definition',
    likely: [3, 20],
    likelySource: 'the range that laboratory analysers report',
  },
  painScore0To10: {
    unit: '{score}',
    impossible: [0, 10],
    impossibleSource: 'the scale runs from 0 to 10 by definition (LOINC 72514-3)',
    likely: [0, 10],
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
