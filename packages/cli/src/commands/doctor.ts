/** `twinseal doctor`: looks at everything that a gateway needs, and says what to do. */

import type { Diagnosis, DoctorLevel } from '@twinseal/gateway';
import type { Command } from 'commander';
import { colours as pc } from '../colours.js';

const EXIT_FOUND_WRONG = 1;

export function addDoctorCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('doctor')
    .description('check what a gateway needs (keys, chain, database, clock, peers …), and say what to do')
    .requiredOption('--config <file>', "the gateway's configuration")
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal doctor --config gateway.json\n\nWhile the gateway runs, its database and objects are left alone.\nExit codes: 0 no error (warnings there may be), 1 at least one.',
    )
    .action(async (flags: { config: string; json?: boolean }) => {
      const { diagnose } = await import('@twinseal/gateway');
      const diagnosis = await diagnose(flags.config, process.env);
      process.stdout.write(flags.json ? `${JSON.stringify(diagnosis)}\n` : `${describe(diagnosis)}\n`);
      if (diagnosis.errors > 0) setExitCode(EXIT_FOUND_WRONG);
    });
}

const MARK: Readonly<Record<DoctorLevel, (text: string) => string>> = {
  ok: pc.green,
  warning: pc.yellow,
  error: pc.red,
};

function describe({ findings, errors, warnings }: Diagnosis): string {
  const lines = findings.flatMap(({ check, level, means, remedy }) => [
    `${MARK[level](level.padEnd(7))}  ${check}: ${means}`,
    ...(remedy === undefined ? [] : [`           → ${remedy}`]),
  ]);
  const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
  lines.push(
    errors + warnings === 0
      ? pc.green('All is well.')
      : `${count(errors, 'error')}, ${count(warnings, 'warning')}.`,
  );
  return lines.join('\n');
}
