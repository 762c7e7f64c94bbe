/** `twinseal start`: three hospitals on this machine, each a gateway of its own, with patients in them; until Ctrl-C. What `npm start` runs. */

import type { Command } from 'commander';
import { createProgress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import { countOf, firstPortOf } from './number-arguments.js';

interface StartFlags {
  readonly dataDir: string;
  readonly input?: string;
  readonly patients?: number;
  readonly module: string;
  readonly port: number;
  readonly withParent?: boolean;
}

export function addStartCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('start')
    .description('run three hospitals on this machine, with patients in them, until Ctrl-C')
    .option('--once', 'run the whole path in one process instead, and end: the same as "twinseal demo"')
    .option(
      '--data-dir <folder>',
      'where everything is kept; a second start goes on from it',
      'twinseal-data/town',
    )
    .option(
      '--input <folder>',
      'FHIR R4 bundles to bring in, *.json or *.json.gz (default: eight shipped patients)',
    )
    .option('--patients <n>', 'how many of them (default: all)', countOf)
    .option('--module <name>', 'the module that a second hospital is granted for each patient', 'medications')
    .option('--port <port>', 'first TCP port to try: chain, authority, gateways', firstPortOf, 8700)
    .option('--with-parent', 'also stop when standard input ends: for programs that start towns')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal start --data-dir ./town --input ./bundles --patients 20\n\nExit codes: 0 stopped in order, 2 input or surroundings refused, 70 a fault of ours.',
    )
    .action(async (flags: StartFlags) => {
      const [{ runStart }, { MODULES }] = await Promise.all([
        import('../consortium/run-start.js'),
        import('@twinseal/twin'),
      ]);
      const module = MODULES.find((each) => each === flags.module);
      if (module === undefined) throw new UsageError(`--module: Expected one of ${MODULES.join(', ')}.`);
      let stop: (() => void) | undefined;
      const stopped = new Promise<void>((resolve) => {
        stop = resolve;
      });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop?.());
      if (flags.withParent === true) {
        process.stdin.on('end', () => stop?.());
        process.stdin.on('error', () => stop?.());
        process.stdin.resume();
      }
      try {
        await runStart({
          ...flags,
          module,
          stopped,
          out: process.stdout,
          progress: createProgress(process.stdout),
        });
      } finally {
        // An input that is listened to keeps the process.
        if (flags.withParent === true) process.stdin.destroy();
      }
      setExitCode(0);
    });
}
