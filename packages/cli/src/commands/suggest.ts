/** `twinseal suggest`: mood, sleep and openings of the bottle over some weeks, what changed and how sure that is, and what to discuss with the clinician. */

import type { Answer, Suggestion, WellbeingReview } from '@twinseal/twin';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';
import { addTwinOptions, type InputFlags, NOTHING_SEALED } from '../twin-files/input-options.js';
import { counted, printable } from '../twin-files/printable.js';
import { UsageError } from '../usage-error.js';

interface SuggestFlags extends InputFlags {
  readonly at?: string;
  readonly weeks: string;
  readonly perDay: string;
  readonly seed: string;
  readonly svg?: string;
  readonly width: string;
}

export function addSuggestCommand(program: Command): void {
  addTwinOptions(
    program
      .command('suggest')
      .description('what changed in mood, sleep and medicine taken, how sure that is, and what to discuss'),
  )
    .option(
      '--at <time>',
      'the day after the last one looked at: a date, an RFC 3339 time or now (default: the day after the newest record)',
    )
    .option('--weeks <n>', 'how many weeks to look back', '12')
    .option('--per-day <n>', 'openings of the bottle that were prescribed for a day', '1')
    .option('--seed <n>', 'where the dealing of weeks begins; the same seed gives the same numbers', '1')
    .option('--svg <file>', 'write a picture; - for standard output')
    .option('--width <pixels>', 'width of the picture: 390 for a phone', '900')
    .addHelpText(
      'after',
      `
Reads mood diaries, sleep, bottle monitors and medications (docs/SCENARIO.md). Not a medical device, and not advice: something to discuss with the clinician. ${NOTHING_SEALED}

Example:
  twinseal suggest diary.csv bottle.csv sleep.json --zone Europe/London --svg weeks.svg

Exit codes: 0 done, whatever was found; 2 input or options refused.`,
    )
    .action(async (files: string[], flags: SuggestFlags) => {
      const weeks = whole(flags.weeks, '--weeks', 4, 520);
      const openingsPerDay = whole(flags.perDay, '--per-day', 1, 24);
      const seed = whole(flags.seed, '--seed', 0, 2 ** 31 - 1);
      const width = whole(flags.width, '--width', 320, 4000);
      if (flags.svg === '-' && flags.json)
        throw new UsageError('--svg - and --json both want standard output; name a file.');
      const [{ buildTwin }, { momentOf }, { accountFor, print, printJson, writeSvg }, twin] =
        await Promise.all([
          import('../twin-files/build-twin.js'),
          import('../twin-files/moments.js'),
          import('../twin-files/finish.js'),
          import('@twinseal/twin'),
        ]);
      const asked = flags.at === undefined ? undefined : momentOf(flags.at, '--at');
      const preview = await buildTwin(files, flags);
      const now = asked ?? dayAfter(preview.newest);
      const { entries } = twin.masterAt(preview.parts, now);
      const review = twin.reviewWellbeing(entries, { now, weeks, seed, openingsPerDay });
      const accounting = accountFor(preview.accounts);
      if (flags.svg !== undefined) {
        const { drawReview } = await import('../suggest/draw-review.js');
        await writeSvg(flags.svg, await drawReview(review, width), flags.json);
      }
      if (flags.json) {
        printJson({
          patient: preview.patient ?? null,
          accounting,
          ...review,
          ...(flags.svg === undefined ? {} : { svg: flags.svg }),
        });
      } else if (flags.svg !== '-') {
        print(...describe(review));
        if (flags.svg !== undefined) print(`Drawn in ${flags.svg}`);
      }
    });
}

function whole(text: string, option: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new UsageError(`${option}: expected a whole number from ${least} to ${most}.`);
  return value;
}

/** The first instant, by its own clock, of the day after a time: so that the day of the newest record is looked at. */
function dayAfter(time: string): string {
  const day = new Date(Date.parse(`${time.slice(0, 10)}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return `${day}T00:00:00${/(Z|[+-]\d{2}:\d{2})$/.exec(time)?.[0] ?? 'Z'}`;
}

function lastDay(to: string): string {
  return new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const COLOURS = { found: pc.yellow, 'not found': pc.green, missing: pc.dim } as const;

/** The review as lines for a person. */
function describe(review: WellbeingReview): string[] {
  const { days, answers, suggestions } = review;
  const kinds = [
    ['mood', 'notes on mood', days.mood],
    ['sleep', 'nights', days.sleep],
    ['openings', 'events of the bottle', days.openings],
  ] as const;
  return [
    ...(review.urgent === undefined ? [] : [pc.bold(review.urgent), '']),
    `From ${days.from} to ${lastDay(days.to)}:`,
    ...kinds.map(([name, what, s]) =>
      s.statements === 0
        ? `  ${name}: nothing that can be seen here`
        : `  ${name}: ${counted(s.daysWithValue, 'day')} known, by ${counted(s.statements, 'statement')} (${what}) of ${printable(s.authors.join(', '))}, module ${s.modules.join(', ')}${s.leftOut > 0 ? `; ${s.leftOut} left out` : ''}`,
    ),
    '',
    ...answers.flatMap(answerLines),
    '',
    ...(suggestions.length === 0
      ? ['Nothing found that would be worth bringing up. That is not "all is well".']
      : suggestions.flatMap(suggestionLines)),
    pc.bold(review.notice),
  ];
}

function answerLines(a: Answer): string[] {
  const p =
    a.pCorrected === undefined ? '' : `; p = ${shownP(a.pCorrected)} corrected, ${shownP(a.p ?? 1)} alone`;
  return [
    `${COLOURS[a.state](a.state.padEnd(9))} ${a.question}`,
    `          ${a.sentence}`,
    pc.dim(`          ${a.method}${p}`),
  ];
}

function suggestionLines(s: Suggestion): string[] {
  return [
    `${pc.bold('Discuss:')} ${printable(s.text)}`,
    ...s.evidence.map((e) => `  Evidence: ${printable(e)}`),
    ...s.sources.map((e) => pc.dim(`  Source: ${printable(e)}`)),
    `  Mind: ${s.caution}`,
    '',
  ];
}

function shownP(p: number): string {
  return p < 0.001 ? 'below 0.001' : String(Number(p.toFixed(3)));
}
