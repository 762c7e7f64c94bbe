/** `twinseal medications`: what is being taken as far as the record says, how regularly it was supplied, and which listed pairs meet. */

import type { ActiveMedication } from '@twinseal/twin';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';
import { addTwinOptions, type InputFlags, NOTHING_SEALED } from '../twin-files/input-options.js';
import { counted, printable } from '../twin-files/printable.js';

interface MedicationsFlags extends InputFlags {
  readonly at?: string;
}

export function addMedicationsCommand(program: Command): void {
  addTwinOptions(
    program
      .command('medications')
      .description('active medications, days covered by supplies, openings of the bottle, and listed pairs'),
  )
    .option(
      '--at <time>',
      'the moment: a date (00:00 UTC), an RFC 3339 time or now; what was stated later is not seen (default: the newest record)',
    )
    .addHelpText(
      'after',
      `
"Active" is what the record says, not what is swallowed. The lists of pairs are short and old: what they do not name may interact all the same. Not a medical device. ${NOTHING_SEALED}

Example:
  twinseal medications --at 2005-11-05

Exit codes: 0 done, whatever was found; 2 input or options refused.`,
    )
    .action(async (files: string[], flags: MedicationsFlags) => {
      const [{ buildTwin }, { momentOf }, { accountFor, print, printJson }, { statedBy }, twin] =
        await Promise.all([
          import('../twin-files/build-twin.js'),
          import('../twin-files/moments.js'),
          import('../twin-files/finish.js'),
          import('../twin-files/show-entry.js'),
          import('@twinseal/twin'),
        ]);
      const asked = flags.at === undefined ? undefined : momentOf(flags.at, '--at');
      const preview = await buildTwin(files, flags);
      const at = asked ?? preview.newest;
      const { entries } = twin.masterAt(preview.parts, at);
      const view = twin.medicationView(entries, { now: at });
      const { openings, pausedDays } = twin.bottleEvents(entries);
      const [first] = openings;
      const bottle =
        first === undefined
          ? undefined
          : twin.daysWithOpenings(openings, { from: first, to: at, pausedDays });
      const accounting = accountFor(preview.accounts);
      if (flags.json) {
        const cited = ({ provenance, ...rest }: ActiveMedication): object => ({
          ...rest,
          statedBy: provenance.map(statedBy),
        });
        printJson({
          patient: preview.patient ?? null,
          accounting,
          at: view.at,
          heard: view.heard ?? null,
          active: view.active.map(cited),
          bottle: bottle === undefined ? null : { since: first, openings: openings.length, ...bottle },
          interactions: view.interactions.map(({ medications, ...rest }) => ({
            ...rest,
            medications: medications.map((m) => m.name),
            statedBy: [...new Set(medications)].flatMap((m) => m.provenance.map(statedBy)),
          })),
        });
        return;
      }
      print(`As of ${at}${asked === undefined ? ', the newest record' : ''}:`);
      for (const m of view.active) print(describe(m));
      if (view.heard === undefined) print('No statement about any medication: nothing is known, not "none".');
      if (bottle !== undefined)
        print(
          `Bottle: ${counted(openings.length, 'opening')}, on ${bottle.covered} of ${bottle.days} days since ${first?.slice(0, 10)} (${Math.round(100 * bottle.proportion)} %). An opening is no dose.`,
        );
      for (const { fact, list, ingredients } of view.interactions) {
        const mark = list.kind === 'contraindicated' ? pc.red('never together') : pc.yellow('to be weighed');
        print(
          `${mark}  ${pc.bold(ingredients.join(' with '))}: ${fact.consequence}`,
          pc.dim(`        Source: ${list.source}`),
        );
      }
      print(
        pc.dim(
          `${counted(view.active.length, 'active medication')}, ${counted(view.interactions.length, 'listed pair')}; no pair found is not "no interaction"`,
        ),
      );
    });
}

function describe(m: ActiveMedication): string {
  const stale = m.isStale ? pc.yellow(' [nothing heard of it for more than 400 days]') : '';
  const lanes = [...new Set(m.provenance.map((p) => p.author.replace(/^hospital:/, '')))].join(', ');
  const covered =
    m.adherence === undefined
      ? ''
      : `; ${m.adherence.basis === 'dispensed' ? 'dispensed' : 'ordered'} for ${m.adherence.covered} of ${m.adherence.days} days (${Math.round(100 * m.adherence.proportion)} %)`;
  return `${pc.bold(printable(m.name))}${stale}\n        since ${m.since.slice(0, 10)}, last confirmed ${m.confirmed.slice(0, 10)}${covered} ${pc.dim(`[${printable(lanes)}]`)}`;
}
