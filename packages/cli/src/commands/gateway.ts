/** `twinseal gateway`: one hospital's gateway, until it is told to stop. */

import type { Command } from 'commander';

export function addGatewayCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('gateway')
    .description("run one hospital's gateway, until Ctrl-C")
    .requiredOption('--config <file>', 'its configuration (see "twinseal config schema")')
    .option('--with-parent', 'also stop when standard input ends: for programs that start gateways')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal gateway --config ./town/hospitals/north/gateway.json\n\nLogs are JSON lines on standard error. Exit codes: 0 stopped in order, 2 configuration or surroundings refused, 70 a fault of ours.',
    )
    .action(async (flags: { readonly config: string; readonly withParent?: boolean }) => {
      const { createLog, GatewayService, loadConfig } = await import('@twinseal/gateway');
      const config = await loadConfig(flags.config, process.env);
      const log = createLog({
        level: config.log.level,
        hospital: config.hospital,
        destination: process.stderr,
      });
      let wanted: (() => void) | undefined;
      const stop = new Promise<void>((resolve) => {
        wanted = resolve;
      });
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => wanted?.());
      if (flags.withParent === true) {
        process.stdin.on('end', () => wanted?.());
        process.stdin.on('error', () => wanted?.());
        process.stdin.resume();
        // A terminal's Ctrl-C reaches the whole group; the parent decides when its children stop.
        process.removeAllListeners('SIGINT');
        process.on('SIGINT', () => undefined);
      }
      const service = await GatewayService.start({
        config,
        env: process.env,
        log,
        version: await versionOf(),
      });
      const address =
        flags.withParent === true ? service.url : `${service.url}/?token=${service.operatorToken}`;
      process.stdout.write(`twinseal gateway ready at ${address}\n`);
      await stop;
      await service.stop();
      process.stdin.destroy();
      setExitCode(0);
    });
}

async function versionOf(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
