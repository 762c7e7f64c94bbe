/** `twinseal fsck`: checks a data directory against its chain, without any key and without changing it. */

import type { FsckReport } from '@twinseal/gateway';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';
import type { TownReport } from '../fsck/check-gateway.js';
import { UsageError } from '../usage-error.js';

const EXIT_FOUND_WRONG = 1;

export function addFsckCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('fsck')
    .description(
      'recomputes every hash, tree, author proof and receipt of a data directory, and says what is wrong',
    )
    .option('--data-dir <folder>', 'a folder made by twinseal demo, or one in which a consortium was founded')
    .option('--config <file>', "one gateway's configuration: checks what that gateway keeps")
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal fsck --data-dir twinseal-data/demo-1\n  twinseal fsck --data-dir twinseal-data/town\n  twinseal fsck --config ./town/hospitals/north/gateway.json\n\nIt repairs nothing. Gateways must be stopped: a database has one user. Where the chain does not run, it is started on a copy of its state (with --config it has to run).\nExit codes: 0 nothing wrong, 1 something is wrong, 2 the folder cannot be checked.',
    )
    .action(async (flags: { dataDir?: string; config?: string; json?: boolean }) => {
      if ((flags.dataDir === undefined) === (flags.config === undefined))
        throw new UsageError('Expected one of --data-dir and --config.');
      const report = await check(flags);
      if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else if ('gateways' in report) {
        for (const [id, each] of Object.entries(report.gateways))
          process.stdout.write(`${pc.bold(id)}\n${describe(each)}\n`);
      } else process.stdout.write(`${describe(report)}\n`);
      if (report.faults.length > 0) setExitCode(EXIT_FOUND_WRONG);
    });
}

/** @returns the report, of a town with that of each gateway */
async function check(flags: {
  readonly dataDir?: string;
  readonly config?: string;
}): Promise<FsckReport | TownReport> {
  const [{ checkDataDirectory }, { checkGateway, checkTown }, { Town }] = await Promise.all([
    import('../fsck/check-data-directory.js'),
    import('../fsck/check-gateway.js'),
    import('../consortium/town.js'),
  ]);
  if (flags.config !== undefined) return checkGateway(flags.config);
  const folder = flags.dataDir as string;
  const town = new Town(folder);
  return (await town.isTown()) ? checkTown(town) : checkDataDirectory(folder);
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
