/** `twinseal audit`: what is sealed to somebody without a grant, and what is not accounted for. Without any key. */

import type { AuditReport } from '@twinseal/gateway';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';
import { answered, openApi } from './api-connection.js';

const EXIT_FOUND_WRONG = 1;

export function addAuditCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('audit')
    .description('holds what a gateway sealed, issued and released against the grants on the chain')
    .requiredOption('--config <file>', "the gateway's configuration")
    .option(
      '--running',
      'ask the gateway while it runs; otherwise what it keeps is read, and it must be stopped',
    )
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal audit --config ./town/hospitals/north/gateway.json\n\nIt needs no key and changes nothing; docs/AUDIT.md explains what it finds. The chain has to run.\nExit codes: 0 nothing is wrong, 1 something is that must not be, 2 refused.',
    )
    .action(async (flags: { config: string; running?: boolean; json?: boolean }) => {
      const report = flags.running ? await ofRunning(flags.config) : await ofStopped(flags.config);
      process.stdout.write(flags.json ? `${JSON.stringify(report)}\n` : `${describe(report)}\n`);
      if (report.wrong.length > 0) setExitCode(EXIT_FOUND_WRONG);
    });
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
