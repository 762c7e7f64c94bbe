/**
 * The paper's example (Amofa et al. 2024, section 5.3): mood, sleep and medicine taken over weeks; what changed, how sure that is, and what a person could bring to the clinician. The
 * twin never advises to take, leave out or change a medicine: it says what the record shows, and what to ask.
 */
import { PDC_THRESHOLD } from '../adherence.js';
import { medicationView } from '../medication-view.js';
import type { MasterEntry } from '../merge-lanes.js';
import { BLOCK_DAYS } from '../statistics/index.js';
import { recentMean, type WellbeingDays, wellbeingDays } from './wellbeing-days.js';
import { type Answer, askAll, type QuestionId } from './wellbeing-questions.js';

/** Something to discuss. */
export interface Suggestion {
  readonly id: string;
  /** What to bring up, and with whom. */
  readonly text: string;
  /** What the record shows, one sentence each. */
  readonly evidence: readonly string[];
  /** Where the yardstick comes from. */
  readonly sources: readonly string[];
  /** What speaks against reading too much into it. */
  readonly caution: string;
}

/** A review. */
export interface WellbeingReview {
  readonly at: string;
  readonly days: WellbeingDays;
  readonly seed: number;
  readonly answers: readonly Answer[];
  readonly suggestions: readonly Suggestion[];
  /** To be shown wherever a suggestion is. */
  readonly notice: string;
  /** To be shown first, where mood is lower: help now. */
  readonly urgent?: string;
}

/** What {@link reviewWellbeing} looks at. */
export interface ReviewOptions {
  /** RFC 3339. The last day looked at is the one before this day. */
  readonly now: string;
  /** Weeks to look back; default 12. */
  readonly weeks?: number;
  /** An integer: the same record and seed give the same review. */
  readonly seed: number;
  readonly openingsPerDay?: number;
  /** Resampled series for each question; default 999. */
  readonly rounds?: number;
}

/** Shown with every suggestion. */
export const NOT_A_DEVICE =
  'Not a medical device, and not advice: something to discuss with your clinician. Do not start, stop or change a medicine because of it.';
/** Shown where mood is lower. */
export const HELP_NOW =
  'If you think of ending your life or of hurting yourself, call your emergency number or a crisis line now, or go to somebody you trust. No program watches over you.';

const PAPER = 'Amofa S. et al. 2024, section 5.3 (the example of mood, sleep and medication)';
const PQA =
  'Pharmacy Quality Alliance: proportion of days covered of 0.8 (Nau D. P. 2012); an opening is no dose (Vrijens B. et al., Br J Clin Pharmacol 2012;73:691-705)';
const SLEEP =
  'Watson N. F. et al. (AASM and SRS), Sleep 2015;38(6):843-844: adults should sleep 7 hours or more';
const DAYS_LATELY = 28;
const DAY_MS = 86_400_000;

/**
 * Reviews what a reader can open.
 * @param entries of a master; what the reader cannot open is not seen, and the answers say `missing`
 * @throws RangeError where now is no time, weeks is not a positive integer, or the seed is no integer
 */
export function reviewWellbeing(entries: readonly MasterEntry[], options: ReviewOptions): WellbeingReview {
  const { now, weeks = 12, seed, openingsPerDay, rounds } = options;
  if (Number.isNaN(Date.parse(now))) throw new RangeError('now: expected an RFC 3339 time');
  if (!Number.isInteger(weeks) || weeks < 1) throw new RangeError('weeks: expected a positive integer');
  const to = now.slice(0, 10);
  const from = new Date(Date.parse(`${to}T00:00:00Z`) - weeks * BLOCK_DAYS * DAY_MS)
    .toISOString()
    .slice(0, 10);
  const days = wellbeingDays(entries, {
    from,
    to,
    ...(openingsPerDay === undefined ? {} : { openingsPerDay }),
  });
  const answers = askAll(days, { seed, ...(rounds === undefined ? {} : { rounds }) });
  const found = new Map(answers.filter((a) => a.state === 'found').map((a) => [a.id, a]));
  const isLower = isDown(found.get('mood-change')) || isDown(found.get('mood-trend'));
  return {
    at: now,
    days,
    seed,
    answers,
    suggestions: [
      ...moodSuggestion(found),
      ...daytimeSuggestion(found),
      ...sleepSuggestion(found, days),
      ...openingsSuggestion(found, days),
      ...interactionSuggestions(entries, now),
    ],
    notice: NOT_A_DEVICE,
    ...(isLower ? { urgent: HELP_NOW } : {}),
  };
}

type FoundAnswers = ReadonlyMap<QuestionId, Answer>;

const isDown = (a: Answer | undefined): boolean => (a?.effect ?? 0) < 0;
const isUp = (a: Answer | undefined): boolean => (a?.effect ?? 0) > 0;

/** The change where one was found: a step makes a slope as well, and says more. */
function downward(change: Answer | undefined, trend: Answer | undefined): string {
  return (isDown(change) ? change : trend)?.sentence ?? '';
}

function moodSuggestion(found: FoundAnswers): Suggestion[] {
  const [change, trend] = [found.get('mood-change'), found.get('mood-trend')];
  if (!isDown(change) && !isDown(trend)) return [];
  // What came first is worth knowing; that it was the cause nobody can tell from one person's weeks.
  const before = (['openings-change', 'sleep-change'] as const).flatMap((id) => {
    const other = found.get(id);
    if (!isDown(other) || !isDown(change) || other?.sinceHigh === undefined) return [];
    const what = id === 'openings-change' ? 'The bottle was opened less' : 'Nights became shorter';
    if (other.sinceHigh < (change?.sinceLow as string)) {
      const days = Math.round(
        (Date.parse(change?.since as string) - Date.parse(other.since as string)) / DAY_MS,
      );
      return [`${what} from about ${other.since}, some ${days} days before.`];
    }
    if ((other.sinceLow as string) <= (change?.sinceHigh as string))
      return [
        `${what} from about ${other.since}; which of the two came first cannot be told, for the intervals of their days overlap.`,
      ];
    return [];
  });
  return [
    {
      id: 'mood-lower',
      text: 'Tell the clinician that the notes on mood have become lower, and since when. Ask what could be behind it, and whether the treatment (medicine, therapy sessions) should be looked at again.',
      evidence: [downward(change, trend), ...before],
      sources: [PAPER],
      caution:
        'A diary is how a person felt when writing. What comes before need not be the cause: a third thing may have moved both.',
    },
  ];
}

function daytimeSuggestion(found: FoundAnswers): Suggestion[] {
  const answer = found.get('mood-daytime');
  if (answer === undefined || answer.effect === 0) return [];
  const when = isDown(answer) ? 'in the morning' : 'in the evening';
  return [
    {
      id: `mood-low-${isDown(answer) ? 'morning' : 'evening'}`,
      text: `Mention that mood is lower ${when}. Ask whether the time at which the medicine is taken, or the time of the sessions, should be another; do not move it yourself.`,
      evidence: [answer.sentence],
      sources: [PAPER],
      caution:
        'Only days with a note in the morning and in the evening are compared; on the worst days there may be none.',
    },
  ];
}

function sleepSuggestion(found: FoundAnswers, days: WellbeingDays): Suggestion[] {
  const [change, trend, together] = [
    found.get('sleep-change'),
    found.get('sleep-trend'),
    found.get('sleep-mood'),
  ];
  const lately = recentMean(days.sleep.days, DAYS_LATELY);
  const isShort = lately !== undefined && lately.mean < 7;
  if (!isDown(change) && !isDown(trend) && !isShort && !isUp(together)) return [];
  return [
    {
      id: 'sleep',
      text: 'Talk about sleep: what keeps from it or cuts it short, whether a medicine or the time at which it is taken may, and what helps.',
      evidence: [
        ...(isDown(change) || isDown(trend) ? [downward(change, trend)] : []),
        ...(lately && isShort
          ? [
              `In the last ${DAYS_LATELY} days sleep was ${lately.mean.toFixed(1)} h on average (${lately.n} nights known).`,
            ]
          : []),
        ...(isUp(together)
          ? [`Long nights and good days go together: ${lower(together?.sentence ?? '')}`]
          : []),
      ],
      sources: isShort ? [PAPER, SLEEP] : [PAPER],
      caution: isUp(together)
        ? 'A device guesses sleep from movement. That nights and mood go together does not say which moves which.'
        : 'A device guesses sleep from movement.',
    },
  ];
}

function openingsSuggestion(found: FoundAnswers, days: WellbeingDays): Suggestion[] {
  const [change, together] = [found.get('openings-change'), found.get('openings-mood')];
  const lately = recentMean(days.openings.days, DAYS_LATELY);
  const isLow = lately !== undefined && lately.mean < PDC_THRESHOLD;
  if (!isDown(change) && !isLow) return [];
  return [
    {
      id: 'openings-fewer',
      text: 'Ask how taking the medicine goes: effects that disturb, forgetting, cost, a box that is filled ahead. Ask what to do after a missed dose; do not take two at once.',
      evidence: [
        ...(isDown(change) ? [(change as Answer).sentence] : []),
        ...(lately && isLow
          ? [
              `In the last ${DAYS_LATELY} days the bottle was opened on ${Math.round(lately.mean * 100)} % of ${lately.n} days (${Math.round(PDC_THRESHOLD * 100)} % is the customary threshold).`,
            ]
          : []),
        ...(isUp(together)
          ? [`Mood was better on days after an opening: ${lower((together as Answer).sentence)}`]
          : []),
      ],
      sources: [PQA],
      caution:
        'A day without an opening is not a missed dose: a box may have been filled ahead, or the monitor been left at home.',
    },
  ];
}

function interactionSuggestions(entries: readonly MasterEntry[], now: string): Suggestion[] {
  return medicationView(entries, { now })
    .interactions.filter((i) => i.medications.every((m) => !m.isStale))
    .map(({ fact, list, ingredients, medications }) => ({
      id: `interaction-${fact.id}`,
      text: `Ask a pharmacist or the clinician, before the next dose and today, whether ${ingredients.join(' and ')} may be taken together.`,
      evidence: [
        `${medications.map((m) => `${m.name} (${[...new Set(m.provenance.map((p) => p.author))].join(', ')})`).join(' and ')} are both active; the list names: ${fact.consequence}.`,
      ],
      sources: [list.source],
      caution:
        'A list knows neither doses nor what the clinician weighed; and it is short: what it does not name may interact all the same.',
    }));
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
