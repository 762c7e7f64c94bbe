/** `twinseal rebuild`: a gateway's database made anew from sealed objects, vault and chain. */

import type { RebuildReport } from '@twinseal/gateway';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';

const EXIT_FOUND_WRONG = 1;

export function addRebuildCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('rebuild')
    .description("make a gateway's database anew from its sealed objects, its vault and the chain")
    .requiredOption('--config <file>', "the gateway's configuration; the gateway itself must not run")
    .option('--accept-losses', 'put the new database in place even where something could not be recovered')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal rebuild --config gateway.json\n\nThe old database is kept beside the new one. Exit codes: 0 all of it recovered, 1 something was not, 2 refused.',
    )
    .action(async (flags: { config: string; acceptLosses?: boolean; json?: boolean }) => {
      const { loadConfig, rebuildGateway } = await import('@twinseal/gateway');
      const config = await loadConfig(flags.config, process.env);
      const isShown = flags.json !== true && process.stderr.isTTY === true;
      const report = await rebuildGateway(config, process.env, {
        acceptLosses: flags.acceptLosses === true,
        ...(isShown ? { progress: showProgress } : {}),
      });
      if (isShown) process.stderr.write('\r\x1b[K');
      process.stdout.write(flags.json ? `${JSON.stringify(report)}\n` : `${describe(report)}\n`);
      if (report.faults.length > 0) setExitCode(EXIT_FOUND_WRONG);
    });
}

function showProgress(objects: number): void {
  process.stderr.write(`\r\x1b[K${objects} objects read`);
}

function describe(report: RebuildReport): string {
  const { instances, lanes, parts, capsules, requests, statements, objects, notAnchored, faults, old } =
    report;
  const waiting = notAnchored === 0 ? '' : `, ${notAnchored} of them not on the chain yet`;
  const lines = [
    `Read ${objects} objects: ${instances} instances in ${lanes} lanes${waiting}; ${parts} parts, ${capsules} capsules, ${requests} requests, ${statements} statements.`,
  ];
  for (const { code, where, detail } of faults) lines.push(`${pc.red(code)}  ${where}: ${detail}`);
  if (!report.swapped) {
    lines.push(
      pc.red('Something could not be recovered; the old database is still in place.'),
      'Restore what is missing and try again, or put up with it: --accept-losses.',
    );
  } else {
    const where = old === undefined ? 'There was no old one.' : `The old one is in ${old}.`;
    const well =
      faults.length === 0
        ? pc.green('The new database is in place.')
        : pc.yellow('The new database is in place, with losses.');
    lines.push(`${well} ${where}`);
  }
  return lines.join('\n');
}
