/** `twinseal record introduce | map | unmap | find | matches`: what a hospital's registrar does with its running gateway. */

import type { Command } from 'commander';
import { type ApiFlags, addApiOptions, answered, openApi } from './api-connection.js';
import { EXIT_CODES, readJson } from './patient-options.js';

type SetExitCode = (code: number) => void;

/** @param group `twinseal record` */
export function addRecordPatientCommands(group: Command, setExitCode: SetExitCode): void {
  const help = (example: string) => `\nExample:\n  twinseal ${example}\n\n${EXIT_CODES}`;
  const print = (flags: { readonly json?: boolean }, result: object, sentence: string) =>
    process.stdout.write(flags.json ? `${JSON.stringify(result)}\n` : `${sentence}\n`);

  group
    .command('introduce <file>')
    .description('take a patient’s signed introduction, as it was handed over; good for one use')
    .requiredOption('--config <file>', "the gateway's configuration; its operator token lies beside")
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      help('record introduce ./introduction.json --config ./town/hospitals/west/gateway.json'),
    )
    .action(async (file: string, flags: { config: string; json?: boolean }) => {
      const body = (await readJson(file)) as { slip: { twinId: string } };
      const client = await openApi(flags.config);
      const said = await answered(client.POST('/introductions', { body: body as never }));
      print(flags, { ...said, twinId: body.slip.twinId }, `Twin ${body.slip.twinId} is known here now.`);
      setExitCode(0);
    });

  addApiOptions(
    group.command('map <number>').description('say that a record number of this hospital is a twin’s'),
  )
    .addHelpText('after', help('record map 0815-4711 --config ./gateway.json --twin 5f…'))
    .action(async (number: string, flags: ApiFlags) => {
      const client = await openApi(flags.config);
      const said = await answered(
        client.POST('/twins/{twinId}/record-numbers', {
          params: { path: { twinId: flags.twin } },
          body: { number },
        }),
      );
      print(
        flags,
        said,
        `${said.numbers.length === 1 ? 'One record number is' : `${said.numbers.length} record numbers are`} this twin’s.`,
      );
      setExitCode(0);
    });

  addApiOptions(group.command('unmap <number>').description('take a record number from a twin'))
    .addHelpText('after', help('record unmap 0815-4711 --config ./gateway.json --twin 5f…'))
    .action(async (number: string, flags: ApiFlags) => {
      const client = await openApi(flags.config);
      const said = await answered(
        client.POST('/twins/{twinId}/record-numbers/removals', {
          params: { path: { twinId: flags.twin } },
          body: { number },
        }),
      );
      print(flags, said, 'The record number is nobody’s now. What was taken in under it stays where it is.');
      setExitCode(0);
    });

  group
    .command('find <number>')
    .description('which twin a record number is')
    .requiredOption('--config <file>', "the gateway's configuration; its operator token lies beside")
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText('after', help('record find 0815-4711 --config ./gateway.json'))
    .action(async (number: string, flags: { config: string; json?: boolean }) => {
      const client = await openApi(flags.config);
      const said = await answered(client.POST('/record-numbers/lookups', { body: { number } }));
      print(flags, said, said.twinId);
      setExitCode(0);
    });

  addApiOptions(
    group
      .command('matches')
      .description('twins here that may be the same person’s; a proposal: only the patient can link them'),
  )
    .addHelpText('after', help('record matches --config ./gateway.json --twin 5f…'))
    .action(async (flags: ApiFlags) => {
      const client = await openApi(flags.config);
      const said = await answered(
        client.GET('/twins/{twinId}/matches', { params: { path: { twinId: flags.twin } } }),
      );
      print(
        flags,
        said,
        [
          ...said.matches.map(
            ({ twinId, score, agrees, differs, linked }) =>
              `${twinId}  ${score}: ${agrees.join(', ')}${differs.length > 0 ? `; but ${differs.join(', ')}` : ''}${linked ? ' (linked)' : ''}`,
          ),
          `${said.matches.length} proposed. Only the patient can link twins.`,
        ].join('\n'),
      );
      setExitCode(0);
    });
}
