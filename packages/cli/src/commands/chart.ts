/** `twinseal chart`: what a module measures, drawn with its thresholds. */

import type { Command } from 'commander';
import { addTwinOptions, type InputFlags, NOTHING_SEALED } from '../twin-files/input-options.js';
import { counted, rounded } from '../twin-files/printable.js';
import { UsageError } from '../usage-error.js';

interface ChartFlags extends InputFlags {
  readonly module: string;
  readonly from?: string;
  readonly to?: string;
  readonly svg?: string;
}

export function addChartCommand(program: Command): void {
  addTwinOptions(
    program
      .command('chart')
      .description('draws what a module measures, with the thresholds of its flags and their sources'),
  )
    .requiredOption('--module <name>', 'the module')
    .option('--from <time>', 'only at or after: a date (00:00 UTC), an RFC 3339 time or now')
    .option('--to <time>', 'only before')
    .option('--svg <file>', 'write the picture; - for standard output. Without it the series are listed')
    .addHelpText(
      'after',
      `
A series of more than 3,000 values over more than three weeks is drawn by day: the median, and the 5th to 95th percentile. ${NOTHING_SEALED}

Example:
  twinseal chart --module glucose --svg glucose.svg

Exit codes: 0 done, 2 input or options refused, or nothing to draw.`,
    )
    .action(async (files: string[], flags: ChartFlags) => {
      const [
        { buildTwin },
        { knownModules },
        { momentOf },
        { accountFor, print, printJson, writeSvg },
        { seriesOf },
      ] = await Promise.all([
        import('../twin-files/build-twin.js'),
        import('../twin-files/module-files.js'),
        import('../twin-files/moments.js'),
        import('../twin-files/finish.js'),
        import('../twin-files/chart-series.js'),
      ]);
      const from = flags.from === undefined ? undefined : momentOf(flags.from, '--from');
      const to = flags.to === undefined ? undefined : momentOf(flags.to, '--to');
      const preview = await buildTwin(files, flags);
      knownModules(preview.registry, [flags.module]);
      const found = seriesOf(preview, flags.module, { from, to });
      const accounting = accountFor(preview.accounts);
      if (flags.svg !== undefined) {
        if (found.series.every(({ points }) => points.length === 0)) {
          throw new UsageError(
            found.series.length === 0
              ? `The module ${flags.module} measures nothing, so there is nothing to draw. "twinseal modules" says which ones do.`
              : `There is no value of what ${flags.module} measures in these files and times.`,
          );
        }
        const { drawModule } = await import('../twin-files/draw-module.js');
        await writeSvg(flags.svg, await drawModule(found), flags.json);
      }
      if (flags.json) {
        printJson({
          patient: preview.patient ?? null,
          accounting,
          ...found,
          ...(flags.svg === undefined ? {} : { svg: flags.svg }),
        });
      } else if (flags.svg !== '-') {
        for (const { title, unit, points, leftOut } of found.series) {
          const values = points.map((p) => p.value);
          const range =
            values.length === 0
              ? ''
              : `, ${rounded(values.reduce((a, b) => Math.min(a, b)))} to ${rounded(values.reduce((a, b) => Math.max(a, b)))} ${unit}, ${points[0]?.time} to ${points.at(-1)?.time}`;
          const left =
            leftOut.length === 0 ? '' : `; ${leftOut.length} left out (unit, plausibility or time)`;
          print(`${title}: ${counted(values.length, 'value')}${range}${left}`);
        }
        if (flags.svg !== undefined) print(`Drawn in ${flags.svg}`);
      }
    });
}
