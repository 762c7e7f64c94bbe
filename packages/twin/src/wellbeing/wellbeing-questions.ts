/** The questions that a review asks of the days, each with its answer and how sure it is. The list is fixed: who goes on asking until something is found finds something. */
import {
  associationOf,
  changePointOf,
  dateAt,
  holm,
  known,
  type ResamplingOptions,
  signTest,
  trendOf,
} from '../statistics/index.js';
import type { SourcedDays, WellbeingDays } from './wellbeing-days.js';

/** Id of a question. */
export type QuestionId =
  | 'mood-change'
  | 'mood-trend'
  | 'mood-daytime'
  | 'sleep-change'
  | 'sleep-trend'
  | 'openings-change'
  | 'sleep-mood'
  | 'openings-mood';

/** An answer. */
export interface Answer {
  readonly id: QuestionId;
  readonly question: string;
  /** `missing`: too few days to say anything, which is not "no". */
  readonly state: 'found' | 'not found' | 'missing';
  /** One sentence with numbers, units and intervals. */
  readonly sentence: string;
  readonly method: string;
  /** Days that were looked at. */
  readonly n: number;
  readonly p?: number;
  /** Corrected for all questions asked (Holm). */
  readonly pCorrected?: number;
  /** Negative: lower, shorter, fewer; positive: the other way. Absent where missing. */
  readonly effect?: number;
  /** Interval of the effect. */
  readonly low?: number;
  readonly high?: number;
  /** Of a change: the first day of the new level, with its interval; dates. */
  readonly since?: string;
  readonly sinceLow?: string;
  readonly sinceHigh?: string;
}

/** Below this a corrected p counts as found. */
export const SIGNIFICANCE = 0.05;
/** Fewer days than this say nothing about a change, a trend or an association: four weeks, so that there are weeks to deal. */
export const LEAST_DAYS = 28;
/** Fewer days with both a morning and an evening say nothing about the time of day. */
export const LEAST_PAIRS = 14;

const CHANGE = 'Pettitt’s statistic, weeks dealt anew';
const TREND = 'Theil-Sen slope and Mann-Kendall’s S, weeks dealt anew';
const TOGETHER = 'Kendall’s τ-b, weeks dealt anew';
const DAYTIME = 'sign test, exact';

type Draft = Omit<Answer, 'state'>;

/**
 * Asks all questions.
 * @returns in a fixed order; p corrected for those that could be asked
 * @throws RangeError where the seed is no integer
 */
export function askAll(d: WellbeingDays, options: ResamplingOptions): Answer[] {
  const drafts: Draft[] = [
    change('mood-change', 'Did the level of mood change?', d.mood, 'mood', 'levels of 5', options),
    trend('mood-trend', 'Does mood go up or down?', d.mood, 'mood', 'levels of 5', options),
    daytime(d),
    change('sleep-change', 'Did the length of sleep change?', d.sleep, 'sleep', 'h', options),
    trend('sleep-trend', 'Does sleep become longer or shorter?', d.sleep, 'sleep', 'h', options),
    openingsChange(d.openings, options),
    together('sleep-mood', 'Do long nights and good days go together?', d.sleep, d.mood, 0, options),
    together(
      'openings-mood',
      'Do days after an opening of the bottle go with better mood?',
      d.openings,
      d.mood,
      1,
      options,
    ),
  ];
  const asked = drafts.filter((a) => a.p !== undefined);
  const corrected = holm(asked.map((a) => a.p as number));
  return drafts.map((a): Answer => {
    const p = corrected[asked.indexOf(a)];
    if (p === undefined) return { ...a, state: 'missing' };
    return { ...a, pCorrected: p, state: p < SIGNIFICANCE ? 'found' : 'not found' };
  });
}

function tooFew(id: QuestionId, question: string, method: string, n: number, needs: string): Draft {
  return { id, question, method, n, sentence: `${n} day(s) with values; the question needs ${needs}.` };
}

/** Days enough, and all alike: that is an answer. */
function allAlike(id: QuestionId, question: string, method: string, s: SourcedDays): Draft | undefined {
  const [first, ...more] = known(s.days);
  if (!enough(s) || first === undefined || more.some((x) => x.value !== first.value)) return undefined;
  return {
    id,
    question,
    method,
    n: s.daysWithValue,
    p: 1,
    effect: 0,
    sentence: `All ${s.daysWithValue} days are alike.`,
  };
}

const enough = (s: SourcedDays): boolean => s.daysWithValue >= LEAST_DAYS;
const NEEDS = `${LEAST_DAYS}`;

function change(
  id: QuestionId,
  question: string,
  s: SourcedDays,
  what: string,
  unit: string,
  options: ResamplingOptions,
): Draft {
  const alike = allAlike(id, question, CHANGE, s);
  if (alike) return alike;
  const found = enough(s) ? changePointOf(s.days, options) : undefined;
  if (found === undefined) return tooFew(id, question, CHANGE, s.daysWithValue, NEEDS);
  const [since, sinceLow, sinceHigh] = [found.at, found.atLow, found.atHigh].map((i) =>
    dateAt(s.days, i),
  ) as [string, string, string];
  return {
    id,
    question,
    method: CHANGE,
    n: found.n,
    p: found.p,
    effect: found.shift,
    low: found.shiftLow,
    high: found.shiftHigh,
    since,
    sinceLow,
    sinceHigh,
    sentence: `If the level of ${what} changed once, then most likely on ${since} (${sinceLow} to ${sinceHigh}), by ${signed(found.shift)} ${unit} (${signed(found.shiftLow)} to ${signed(found.shiftHigh)}): median ${shown(found.before)} before, ${shown(found.after)} since.`,
  };
}

function openingsChange(s: SourcedDays, options: ResamplingOptions): Draft {
  const id = 'openings-change';
  const question = 'Did the bottle begin to be opened less, or more?';
  const draft = change(id, question, s, 'openings', '', options);
  if (draft.since === undefined) return draft;
  // Days are 0 or 1: a median of differences says little, a share of days says all.
  const all = known(s.days);
  const cut = (Date.parse(draft.since) - Date.parse(s.days.from)) / 86_400_000;
  const share = (values: readonly { value: number }[]): number =>
    values.reduce((sum, x) => sum + x.value, 0) / values.length;
  const [before, after] = [share(all.filter((x) => x.at < cut)), share(all.filter((x) => x.at >= cut))];
  const { low: _low, high: _high, ...rest } = draft;
  return {
    ...rest,
    effect: after - before,
    sentence: `If the share of days with an opening changed once, then most likely on ${draft.since} (${draft.sinceLow} to ${draft.sinceHigh}): ${percent(before)} of days before, ${percent(after)} since.`,
  };
}

function trend(
  id: QuestionId,
  question: string,
  s: SourcedDays,
  what: string,
  unit: string,
  options: ResamplingOptions,
): Draft {
  const alike = allAlike(id, question, TREND, s);
  if (alike) return alike;
  const found = enough(s) ? trendOf(s.days, options) : undefined;
  if (found === undefined) return tooFew(id, question, TREND, s.daysWithValue, NEEDS);
  const [slope, low, high] = [found.slope, found.low, found.high].map((x) => x * 7) as [
    number,
    number,
    number,
  ];
  return {
    id,
    question,
    method: TREND,
    n: found.n,
    p: found.p,
    effect: slope,
    low,
    high,
    sentence: `Over all weeks ${what} moved by ${signed(slope)} ${unit} a week (${signed(low)} to ${signed(high)}).`,
  };
}

function daytime(d: WellbeingDays): Draft {
  const id = 'mood-daytime';
  const question = 'Is mood lower in the morning than in the evening, or higher?';
  const differences = d.morningMood.values.flatMap((m, i) => {
    const e = d.eveningMood.values[i];
    return m === undefined || e === undefined ? [] : [m - e];
  });
  if (differences.length < LEAST_PAIRS)
    return tooFew(id, question, DAYTIME, differences.length, `${LEAST_PAIRS} with a morning and an evening`);
  const found = signTest(differences);
  const above = found.n - found.below;
  const isLower = found.below >= above;
  return {
    id,
    question,
    method: DAYTIME,
    n: differences.length,
    p: found.p,
    effect: found.median === 0 ? (above - found.below) / differences.length : found.median,
    low: found.low,
    high: found.high,
    sentence: `Of ${differences.length} days with both, the morning was ${isLower ? 'lower' : 'higher'} on ${isLower ? found.below : above} and ${isLower ? 'higher' : 'lower'} on ${isLower ? above : found.below}; median difference ${signed(found.median)} levels (${signed(found.low)} to ${signed(found.high)}).`,
  };
}

function together(
  id: QuestionId,
  question: string,
  first: SourcedDays,
  second: SourcedDays,
  lagDays: number,
  options: ResamplingOptions,
): Draft {
  const n = Math.min(first.daysWithValue, second.daysWithValue);
  const found = n >= LEAST_DAYS ? associationOf(first.days, second.days, lagDays, options) : undefined;
  if (found === undefined) return tooFew(id, question, TOGETHER, n, `${NEEDS}, and values that differ`);
  return {
    id,
    question,
    method: TOGETHER,
    n: found.n,
    p: found.p,
    effect: found.tau,
    sentence: `On ${found.n} days with both, τ = ${signed(found.tau)} (-1 to 1, 0 for none).`,
  };
}

function shown(value: number): string {
  return String(Number(value.toFixed(2)));
}

function signed(value: number): string {
  const text = shown(value);
  return value > 0 && text !== '0' ? `+${text}` : text.replace(/^-0$/, '0');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
