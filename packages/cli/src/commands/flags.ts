/** `twinseal flags`: every flag of the modules, raised, quiet or missing, and why. */

import type { FlagState } from '@twinseal/twin';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';
import {
  addTwinOptions,
  collectValues,
  type InputFlags,
  NOTHING_SEALED,
} from '../twin-files/input-options.js';
import { printable } from '../twin-files/printable.js';

interface FlagsFlags extends InputFlags {
  readonly module?: readonly string[];
  readonly at?: string;
}

const STATES = ['raised', 'missing', 'quiet'] as const;

export function addFlagsCommand(program: Command): void {
  addTwinOptions(
    program
      .command('flags')
      .description('evaluates every flag: raised, quiet or missing, each with why and the source'),
  )
    .option('--module <name>', 'only this module (may be repeated)', collectValues)
    .option(
      '--at <time>',
      'the moment of evaluation: a date (00:00 UTC), an RFC 3339 time or now; what was stated later is not seen (default: the newest record)',
    )
    .addHelpText(
      'after',
      `
No flag is a diagnosis. ${NOTHING_SEALED}

Example:
  twinseal flags --module cardiovascular --at 2018-06-01

Exit codes: 0 evaluated, whatever was raised; 2 input or options refused.`,
    )
    .action(async (files: string[], flags: FlagsFlags) => {
      const [{ buildTwin }, { knownModules }, { momentOf }, { accountFor, print, printJson }, twin] =
        await Promise.all([
          import('../twin-files/build-twin.js'),
          import('../twin-files/module-files.js'),
          import('../twin-files/moments.js'),
          import('../twin-files/finish.js'),
          import('@twinseal/twin'),
        ]);
      const asked = flags.at === undefined ? undefined : momentOf(flags.at, '--at');
      const preview = await buildTwin(files, flags);
      const ids = knownModules(preview.registry, flags.module);
      const at = asked ?? preview.newest;
      const report = twin.evaluateFlags({
        entries: twin.masterAt(preview.parts, at).entries,
        modules: preview.registry.definitions.filter(({ id }) => ids.includes(id)),
        now: at,
      });
      const accounting = accountFor(preview.accounts);
      if (flags.json) {
        printJson({ patient: preview.patient ?? null, accounting, at: report.at, flags: report.flags });
        return;
      }
      const asOf = asked === undefined ? `${at}, the newest record` : at;
      print(`As of ${asOf}:`);
      for (const state of STATES) {
        for (const flag of report.flags.filter((each) => each.state === state)) {
          print(describe(flag));
        }
      }
      const sums = STATES.map(
        (state) => `${report.flags.filter((each) => each.state === state).length} ${state}`,
      );
      print(pc.dim(sums.join(', ')));
    });
}

const COLOURS = { raised: pc.red, missing: pc.yellow, quiet: pc.green } as const;

function describe(flag: FlagState): string {
  const since = flag.since === undefined ? '' : ` since ${flag.since}`;
  return [
    `${COLOURS[flag.state](flag.state.padEnd(7))} ${pc.bold(printable(flag.title))} ${pc.dim(`${flag.module}/${flag.flag}, ${flag.severity}`)}${since}`,
    `        ${printable(flag.why)}`,
    pc.dim(`        Source: ${printable(flag.source)}`),
  ].join('\n');
}
