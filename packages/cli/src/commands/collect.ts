/** `twinseal collect`: what would be taken of some files, what not, and why. */

import type { DuplicatePair } from '@twinseal/health';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';
import { type FileAccount, MAX_REFUSALS_KEPT } from '../twin-files/account.js';
import { addInputOptions, type InputFlags } from '../twin-files/input-options.js';
import { counted, grouped, printable } from '../twin-files/printable.js';

interface CollectFlags extends InputFlags {
  readonly duplicates?: boolean;
}

const EXIT_FOUND_WRONG = 1;
const REFUSALS_SHOWN = 20;

export function addCollectCommand(program: Command, setExitCode: (code: number) => void): void {
  addInputOptions(
    program
      .command('collect')
      .description('reads and checks files: in = stored + duplicate + refused, with reasons'),
  )
    .option('--duplicates', 'point out what two sources or devices say alike (holds some 300 bytes a record)')
    .addHelpText(
      'after',
      `
Nothing is sealed or written. NDJSON and XML are read record by record, and of each only a digest is held; a JSON or CSV file is read whole, up to 256 MiB.

A record that was stored before under the same id is a duplicate; what another source or device says alike is stored as well, and pointed out by --duplicates: same
code, at most a minute apart, same value after unit conversion.

Example:
  twinseal collect --wearable ./t1d-uom ./export/*.ndjson.gz
  twinseal collect --duplicates --zone America/New_York ./export.xml ./bottle.csv ./diary.csv

Exit codes: 0 all was taken, 1 something was refused (it is named), 2 nothing could be read, or --strict and a bad record.`,
    )
    .action(async (files: string[], flags: CollectFlags) => {
      const [{ readInput }, { addsUp, totalOf }, { print, printJson }, { DuplicateFinder }] =
        await Promise.all([
          import('../twin-files/read-input.js'),
          import('../twin-files/account.js'),
          import('../twin-files/finish.js'),
          import('@twinseal/health'),
        ]);
      const finder = flags.duplicates ? new DuplicateFinder() : undefined;
      const pairs: DuplicatePair[] = [];
      const alike: Record<string, number> = {};
      const { accounts, types, patients } = await readInput(files, flags, ({ collected }) => {
        for (const pair of finder?.add(collected) ?? []) {
          alike[pair.kind] = (alike[pair.kind] ?? 0) + 1;
          if (pairs.length < MAX_REFUSALS_KEPT) pairs.push(pair);
        }
      });
      const total = totalOf(accounts);
      const holds = addsUp(accounts);
      if (flags.json)
        printJson({
          ...total,
          holds,
          patients,
          types,
          files: accounts,
          ...(finder === undefined ? {} : { alike, pairs }),
        });
      else print(describe(accounts, types, patients.length));
      if (!holds || total.refused > 0) setExitCode(EXIT_FOUND_WRONG);
      if (!holds) console.error('twinseal: the accounting does not add up; please report it.');

      function describe(of: readonly FileAccount[], byType: typeof types, patientCount: number): string {
        const lines = of.flatMap(describeFile);
        if (finder !== undefined) lines.push(...describePairs(alike, pairs));
        lines.push(
          '',
          pc.bold(
            `in ${grouped(total.in)} = stored ${grouped(total.stored)} + duplicate ${grouped(total.duplicates)} + refused ${grouped(total.refused)}`,
          ),
          `${counted(patientCount, 'patient')}; ${Object.entries(byType)
            .sort(([, a], [, b]) => b - a)
            .map(([type, n]) => `${type} ${grouped(n)}`)
            .join(', ')}`,
        );
        return lines.join('\n');
      }
    });
}

function describePairs(alike: Readonly<Record<string, number>>, pairs: readonly DuplicatePair[]): string[] {
  const count = Object.entries(alike).map(([kind, n]) => `${kind} ${grouped(n)}`);
  const shown = pairs
    .slice(0, REFUSALS_SHOWN)
    .map(({ between, why }) => `    ${between.map(printable).join(' = ')}  ${pc.dim(why)}`);
  return ['', `said alike: ${count.length === 0 ? 'nothing' : count.join(', ')}`, ...shown];
}

function describeFile(account: FileAccount): string[] {
  const { file, format, stored, duplicates, refused, refusals, reasons, remarks, note } = account;
  const lines = [
    `${printable(file)} ${pc.dim(`(${format})`)}  in ${grouped(account.in)} = stored ${grouped(stored)} + duplicate ${grouped(duplicates)} + refused ${grouped(refused)}`,
  ];
  if (note !== undefined) lines.push(`  ${note}`);
  const noticed = Object.entries(remarks).map(([code, n]) => `${code} ${grouped(n)}`);
  if (noticed.length > 0) lines.push(pc.dim(`  taken, with a remark: ${noticed.join(', ')}`));
  if (refused > 0) {
    lines.push(
      pc.red(
        `  refused: ${Object.entries(reasons)
          .map(([code, n]) => `${code} ${grouped(n)}`)
          .join(', ')}`,
      ),
    );
    for (const { code, message } of refusals.slice(0, REFUSALS_SHOWN))
      lines.push(`    ${pc.red(code)}  ${printable(message)}`);
    if (refused > REFUSALS_SHOWN)
      lines.push(
        `    … ${grouped(refused - REFUSALS_SHOWN)} more; --json has the first ${grouped(MAX_REFUSALS_KEPT)} of a file`,
      );
  }
  return lines;
}
