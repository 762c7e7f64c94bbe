/** `twinseal demo`: the whole path on one patient, from collection to a refusal, by one command. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { createProgress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import { countOf, portOf } from './number-arguments.js';

const EXIT_FOUND_WRONG = 1;

interface DemoFlags {
  readonly json?: boolean;
  readonly input?: string;
  readonly wearable?: string;
  readonly patients: number;
  readonly dataDir?: string;
  readonly module: string;
  readonly chainPort?: number;
  readonly chainUrl?: string;
}

export function addDemoCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('demo')
    .description(
      "one patient's record sealed, anchored, granted, opened and verified, in one process; then it ends",
    )
    .option('--json', 'print one JSON object on stdout and nothing else')
    .option('--input <folder>', 'FHIR R4 bundles to use, *.json or *.json.gz (default: the shipped patient)')
    .option('--wearable <folder>', "CSV files of the T1D-UOM form, as the first patient's own devices")
    .option('--patients <n>', 'how many bundles to take', countOf, 1)
    .option('--data-dir <folder>', 'a new or empty folder for everything (default: ./twinseal-data/demo-<n>)')
    .option(
      '--module <name>',
      'the module that hospital B is granted (see "twinseal modules")',
      'medications',
    )
    .option('--chain-port <port>', 'TCP port of the embedded chain (default: a free one)', portOf)
    .addOption(
      new Option(
        '--chain-url <url>',
        'a development chain that runs already, instead of the embedded one',
      ).conflicts('chainPort'),
    )
    .addHelpText(
      'after',
      '\nExample:\n  twinseal demo --input ./bundles --patients 2 --json\n\nExit codes: 0 all held, 1 something that must hold did not, 2 input or surroundings refused.',
    )
    .action(async (flags: DemoFlags) => {
      // Loaded when it is needed: the other commands start faster without a chain and a database.
      const [{ runDemo }, { describeDemo }, { isSound }, { MODULES }] = await Promise.all([
        import('../demo/run-demo.js'),
        import('../demo/describe-demo.js'),
        import('../demo/report.js'),
        import('@twinseal/twin'),
      ]);
      const module = MODULES.find((each) => each === flags.module);
      if (module === undefined) throw new UsageError(`--module: Expected one of ${MODULES.join(', ')}.`);
      const progress = createProgress(flags.json ? undefined : process.stdout);
      const { json, dataDir, chainPort, chainUrl, ...options } = flags;
      const chain = {
        ...(chainPort === undefined ? {} : { port: chainPort }),
        ...(chainUrl === undefined ? {} : { url: chainUrl }),
      };
      const outcome = await runDemo(
        { ...options, module, chain, dataDir: dataDir ?? nextDefaultFolder() },
        progress,
      );
      if (json) process.stdout.write(`${JSON.stringify(outcome.report)}\n`);
      else process.stdout.write(`${describeDemo(outcome, module)}\n`);
      if (!isSound(outcome.report)) setExitCode(EXIT_FOUND_WRONG);
    });
}

/** The first `twinseal-data/demo-<n>` that is not there yet. */
function nextDefaultFolder(): string {
  for (let n = 1; ; n++) {
    const folder = join('twinseal-data', `demo-${n}`);
    if (!existsSync(folder)) return folder;
  }
}
