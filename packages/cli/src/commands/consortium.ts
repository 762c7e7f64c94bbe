/** `twinseal consortium`: several hospitals' shared ground on one machine, for trying things out and for tests. */

import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { firstPortOf } from './number-arguments.js';

export function addConsortiumCommand(program: Command, setExitCode: (code: number) => void): void {
  const group = program
    .command('consortium')
    .description(
      'found and run the shared parties of a consortium on this machine: a chain and an authority',
    );

  group
    .command('init <folder>')
    .description(
      'found a consortium in a new folder: contracts, authority, and keys and configuration of each hospital',
    )
    .requiredOption('--hospitals <ids>', 'ids of the hospitals, at least two, separated by commas', idsOf)
    .option('--port <port>', 'first TCP port to try: chain, authority, gateways', firstPortOf, 8700)
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText('after', '\nExample:\n  twinseal consortium init ./town --hospitals north,south')
    .action(async (folder: string, flags: { hospitals: string[]; port: number; json?: boolean }) => {
      const { foundTown } = await import('../consortium/found-town.js');
      const town = await foundTown(folder, {
        hospitals: flags.hospitals.map((id) => ({ id, title: id })),
        basePort: flags.port,
      });
      const manifest = await town.manifest();
      if (flags.json) process.stdout.write(`${JSON.stringify({ folder: town.root, ...manifest })}\n`);
      else {
        process.stdout.write(
          [
            `Founded a consortium of ${manifest.hospitals.length} hospitals in ${folder}.`,
            '',
            'Next, each in a terminal of its own:',
            `  npx twinseal consortium run ${folder}`,
            ...manifest.hospitals.map(
              ({ id }) =>
                `  npx twinseal gateway --config ${join(folder, relative(town.root, town.gatewayConfig(id)))}`,
            ),
            '',
          ].join('\n'),
        );
      }
      setExitCode(0);
    });

  group
    .command('run <folder>')
    .description('run the chain and the authority of a consortium, until Ctrl-C')
    .addHelpText('after', '\nExample:\n  twinseal consortium run ./town')
    .action(async (folder: string) => {
      const [{ runTown }, { Town }] = await Promise.all([
        import('../consortium/run-town.js'),
        import('../consortium/town.js'),
      ]);
      const stopped = new Promise<void>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
      });
      const running = await runTown(new Town(folder));
      process.stdout.write(
        `twinseal consortium ready: chain ${running.connection.url}, authority ${running.authorityUrl}\n`,
      );
      await stopped;
      await running.stop();
      setExitCode(0);
    });
}

function idsOf(text: string): string[] {
  return text.split(',').map((id) => id.trim());
}
