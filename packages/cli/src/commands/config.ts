/** `twinseal config`: what a gateway's configuration may say, whether one is in order, and what is in effect. */

import type { Command } from 'commander';

export function addConfigCommand(program: Command): void {
  const config = program
    .command('config')
    .description("print, check and explain a gateway's configuration")
    .addHelpText(
      'after',
      '\nExamples:\n  twinseal config schema > gateway.schema.json\n  twinseal config check gateway.json\n  TWINSEAL_LISTEN_PORT=9000 twinseal config show gateway.json\n\ndocs/CONFIGURATION.md lists every field and the environment variable that overrides it.\nExit codes: 0 well, 2 the configuration is refused.',
    );
  config
    .command('schema')
    .description('print the JSON Schema of the configuration file')
    .action(async () => {
      const { configJsonSchema } = await import('@twinseal/gateway');
      print(configJsonSchema());
    });
  config
    .command('check')
    .argument('<file>', 'the configuration file')
    .description(
      'check a configuration, environment included, and the permissions of the key files that it names',
    )
    .action(async (file: string) => {
      const { loadConfig } = await import('@twinseal/gateway');
      const { hospital } = await loadConfig(file, process.env);
      process.stdout.write(`${file} is in order: the gateway of ${hospital}.\n`);
    });
  config
    .command('show')
    .argument('<file>', 'the configuration file')
    .description(
      'print what is in effect, defaults and environment included; secrets by the names of their files only',
    )
    .action(async (file: string) => {
      const { describeConfig, loadConfig } = await import('@twinseal/gateway');
      print(describeConfig(await loadConfig(file, process.env)));
    });
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
