/** `twinseal diff`: what changed in the master between two past times. */

import type { Command } from 'commander';
import { colours as pc } from '../colours.js';
import type { Change } from '../twin-files/compare-times.js';
import {
  addTwinOptions,
  collectValues,
  type InputFlags,
  NOTHING_SEALED,
} from '../twin-files/input-options.js';
import { counted, printable } from '../twin-files/printable.js';

interface DiffFlags extends InputFlags {
  readonly from: string;
  readonly to: string;
  readonly module?: readonly string[];
  readonly all?: boolean;
}

const CHANGES_SHOWN = 100;
const MARKS = { added: pc.green('+'), removed: pc.red('-'), changed: pc.yellow('~') } as const;

export function addDiffCommand(program: Command): void {
  addTwinOptions(
    program
      .command('diff')
      .description('what changed between two past times; each field names lane, instance and author'),
  )
    .requiredOption('--from <time>', 'the earlier moment: a date (00:00 UTC), an RFC 3339 time or now')
    .requiredOption('--to <time>', 'the later moment')
    .option('--module <name>', 'only this module (may be repeated)', collectValues)
    .option('--all', `every change, where there are more than ${CHANGES_SHOWN}`)
    .addHelpText(
      'after',
      `
${NOTHING_SEALED}

Example:
  twinseal diff --from 2015-01-01 --to 2016-01-01 --module medications

Exit codes: 0 compared, whether or not something changed; 2 input or options refused.`,
    )
    .action(async (files: string[], flags: DiffFlags) => {
      const [
        { buildTwin },
        { knownModules },
        { momentOf },
        { accountFor, print, printJson },
        { compareTimes },
      ] = await Promise.all([
        import('../twin-files/build-twin.js'),
        import('../twin-files/module-files.js'),
        import('../twin-files/moments.js'),
        import('../twin-files/finish.js'),
        import('../twin-files/compare-times.js'),
      ]);
      const [from, to] = [momentOf(flags.from, '--from'), momentOf(flags.to, '--to')];
      const preview = await buildTwin(files, flags);
      const modules = flags.module === undefined ? undefined : knownModules(preview.registry, flags.module);
      const changes = compareTimes(preview.parts, from, to, modules);
      const accounting = accountFor(preview.accounts);
      if (flags.json) {
        printJson({ patient: preview.patient ?? null, accounting, from, to, changes });
        return;
      }
      const shown = flags.all ? changes : changes.slice(0, CHANGES_SHOWN);
      for (const change of shown) print(describe(change));
      if (shown.length < changes.length)
        print(`… ${counted(changes.length - shown.length, 'more change')}; --all shows them`);
      const sums = (['added', 'changed', 'removed'] as const).map(
        (kind) => `${changes.filter((each) => each.kind === kind).length} ${kind}`,
      );
      print(pc.dim(`${sums.join(', ')} between ${from} and ${to}`));
    });
}

function describe({ kind, title, time, provenance, fields }: Change): string {
  const by = provenance.map((p) => `${p.author} #${p.instance}, ${p.lane.module}`).join('; ');
  const lines = [
    `${MARKS[kind]} ${time?.slice(0, 10) ?? '          '}  ${printable(title)}  ${pc.dim(`[${printable(by)}]`)}`,
  ];
  if (kind === 'changed') {
    for (const { path, before, after, statedBy } of fields) {
      const who =
        statedBy === undefined
          ? ''
          : pc.dim(`  [${printable(statedBy.author)} #${statedBy.instance}, ${statedBy.lane.module}]`);
      lines.push(`    ${path}: ${value(before)} → ${value(after)}${who}`);
    }
  }
  return lines.join('\n');
}

function value(of: unknown): string {
  const text = of === undefined ? '(not there)' : printable(JSON.stringify(of));
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
