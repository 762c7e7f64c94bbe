/** `twinseal fsck`: checks a data directory against its chain, without any key and without changing it. */

import type { FsckReport } from '@twinseal/gateway';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';

const EXIT_FOUND_WRONG = 1;

export function addFsckCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('fsck')
    .description(
      'recomputes every hash, tree, author proof and receipt of a data directory, and says what is wrong',
    )
    .requiredOption('--data-dir <folder>', 'a folder made by twinseal demo')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal fsck --data-dir twinseal-data/demo-1\n\nIt repairs nothing, and starts the chain on a copy of its state.\nExit codes: 0 nothing wrong, 1 something is wrong, 2 the folder cannot be checked.',
    )
    .action(async (flags: { dataDir: string; json?: boolean }) => {
      const { checkDataDirectory } = await import('../fsck/check-data-directory.js');
      const report = await checkDataDirectory(flags.dataDir);
      if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else process.stdout.write(`${describe(report)}\n`);
      if (report.faults.length > 0) setExitCode(EXIT_FOUND_WRONG);
    });
}

function describe({ checked, faults, notices }: FsckReport): string {
  const lines = [
    `Checked ${checked.instances} instances in ${checked.lanes} lanes of ${checked.twins} twins: ${checked.parts} parts, ${checked.capsules} capsules, ` +
      `${checked.objects} stored objects, ${checked.receipts} receipts, ${checked.requests} requests, ${checked.hospitals} hospitals.`,
  ];
  for (const { code, where, detail } of faults) lines.push(`${pc.red(code)}  ${where}: ${detail}`);
  for (const { code, where, detail } of notices) lines.push(`${pc.yellow(code)}  ${where}: ${detail}`);
  lines.push(
    faults.length === 0
      ? pc.green('Every hash, tree, author proof and receipt holds.')
      : pc.red(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} found.`),
  );
  return lines.join('\n');
}
