/** `twinseal audit`: what is sealed to somebody without a grant, and what is not accounted for. Without any key. */

import type { AuditReport } from '@twinseal/gateway';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';
import { UsageError } from '../usage-error.js';
import { answered, openApi } from './api-connection.js';

const EXIT_FOUND_WRONG = 1;

export function addAuditCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('audit')
    .description('holds what a gateway sealed, issued and released against the grants on the chain')
    .option('--config <file>', "one gateway's configuration")
    .option('--data-dir <folder>', 'a folder in which a consortium was founded: every gateway of it')
    .option(
      '--running',
      'ask the gateway while it runs; otherwise what it keeps is read, and it must be stopped',
    )
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal audit --config ./town/hospitals/north/gateway.json\n  twinseal audit --data-dir twinseal-data/town\n\nIt needs no key and changes nothing; docs/AUDIT.md explains what it finds. The chain has to run; with --data-dir it is started on a copy of its state where it does not.\nExit codes: 0 nothing is wrong, 1 something is that must not be, 2 refused.',
    )
    .action(async (flags: { config?: string; dataDir?: string; running?: boolean; json?: boolean }) => {
      if ((flags.config === undefined) === (flags.dataDir === undefined))
        throw new UsageError('Expected one of --config and --data-dir.');
      const reports = await reportsOf(flags);
      if (flags.json) {
        const [only] = Object.values(reports);
        process.stdout.write(`${JSON.stringify(flags.config === undefined ? reports : only)}\n`);
      } else {
        for (const [id, report] of Object.entries(reports)) {
          if (flags.config === undefined) process.stdout.write(`${pc.bold(id)}\n`);
          process.stdout.write(`${describe(report)}\n`);
        }
      }
      if (Object.values(reports).some(({ wrong }) => wrong.length > 0)) setExitCode(EXIT_FOUND_WRONG);
    });
}

async function reportsOf(flags: {
  readonly config?: string;
  readonly dataDir?: string;
  readonly running?: boolean;
}): Promise<Readonly<Record<string, AuditReport>>> {
  if (flags.config !== undefined) {
    return {
      gateway: flags.running === true ? await ofRunning(flags.config) : await ofStopped(flags.config),
    };
  }
  if (flags.running === true) throw new UsageError('Expected --config with --running.');
  const [{ auditTown }, { Town }] = await Promise.all([
    import('../receipts/audit-gateway.js'),
    import('../consortium/town.js'),
  ]);
  return auditTown(new Town(flags.dataDir as string));
}

async function ofRunning(file: string): Promise<AuditReport> {
  const client = await openApi(file);
  return (await answered(client.GET('/audit'))) as AuditReport;
}

async function ofStopped(file: string): Promise<AuditReport> {
  const { auditGateway } = await import('../receipts/audit-gateway.js');
  return auditGateway(file);
}

function describe({ checked, wrong, noticed }: AuditReport): string {
  const lines = [
    `Looked at ${checked.capsules} capsules in ${checked.lanes} lanes of ${checked.twins} twins, ${checked.receipts} receipts, ${checked.emergencies} emergencies.`,
    ...wrong.map(({ code, where, detail }) => `${pc.red(code)}  ${where}: ${detail}`),
    ...noticed.map(({ code, where, detail }) => `${pc.yellow(code)}  ${where}: ${detail}`),
    wrong.length === 0
      ? pc.green('Nothing is sealed to anybody without a grant, and everything is accounted for.')
      : pc.red(`${wrong.length} ${wrong.length === 1 ? 'thing' : 'things'} that must not be.`),
  ];
  return lines.join('\n');
}
