/** `twinseal timeline`: the master that some files would make, line by line or as a picture. */

import type { Command } from 'commander';
import { colours as pc } from '../colours.js';
import {
  addTwinOptions,
  collectValues,
  type InputFlags,
  NOTHING_SEALED,
} from '../twin-files/input-options.js';
import { counted } from '../twin-files/printable.js';

interface TimelineFlags extends InputFlags {
  readonly module?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly svg?: string;
}

export function addTimelineCommand(program: Command): void {
  addTwinOptions(
    program
      .command('timeline')
      .description(
        'conditions, interventions, encounters and observations of all files, merged, oldest first',
      ),
  )
    .option('--module <name>', 'only this module (may be repeated)', collectValues)
    .option('--from <time>', 'only at or after: a date (from 00:00 UTC) or an RFC 3339 time')
    .option('--to <time>', 'only before')
    .option('--svg <file>', 'write a picture instead of lines; - for standard output')
    .addHelpText(
      'after',
      `
A day of sensor glucose, insulin, meals, activity or sleep is one line. Brackets name modules, lane and instance. ${NOTHING_SEALED}

Example:
  twinseal timeline --module conditions --module medications --from 2010-01-01 --svg timeline.svg

Exit codes: 0 done, 2 input or options refused.`,
    )
    .action(async (files: string[], flags: TimelineFlags) => {
      const [
        { buildTwin },
        { knownModules },
        { momentOf },
        { accountFor, print, printJson, writeSvg },
        twin,
      ] = await Promise.all([
        import('../twin-files/build-twin.js'),
        import('../twin-files/module-files.js'),
        import('../twin-files/moments.js'),
        import('../twin-files/finish.js'),
        import('@twinseal/twin'),
      ]);
      const from = flags.from === undefined ? undefined : momentOf(flags.from, '--from');
      const to = flags.to === undefined ? undefined : momentOf(flags.to, '--to');
      const preview = await buildTwin(files, flags);
      const modules = flags.module === undefined ? undefined : knownModules(preview.registry, flags.module);
      const master = twin.mergeLanes([twin.foldLane(preview.parts)]);
      const entries = twin.timeline(master, {
        ...(modules === undefined ? {} : { modules }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      });
      const accounting = accountFor(preview.accounts);
      if (flags.svg !== undefined) {
        const { drawTimeline } = await import('../twin-files/draw-timeline.js');
        await writeSvg(
          flags.svg,
          await drawTimeline(entries, master.entries, { modules, from, to }),
          flags.json,
        );
      }
      if (flags.json) {
        printJson({
          patient: preview.patient ?? null,
          accounting,
          entries,
          ...(flags.svg === undefined ? {} : { svg: flags.svg }),
        });
      } else if (flags.svg === undefined) {
        const { showEntry } = await import('../twin-files/show-entry.js');
        print(...entries.map(showEntry));
        const resources = entries.reduce((sum, entry) => sum + entry.count, 0);
        print(pc.dim(`${counted(entries.length, 'line')} for ${counted(resources, 'resource')}`));
      } else if (flags.svg !== '-') {
        print(`${counted(entries.length, 'line')} of the timeline drawn in ${flags.svg}`);
      }
    });
}
