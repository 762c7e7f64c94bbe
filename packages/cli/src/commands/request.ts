/** `twinseal request`: a hospital asks the chain for access to a patient's twin, through its own running gateway. */

import { type Command, InvalidArgumentError } from 'commander';
import { collectValues } from '../twin-files/input-options.js';
import { type ApiFlags, addApiOptions, answered, openApi } from './api-connection.js';

interface RequestFlags extends ApiFlags {
  readonly module: readonly string[];
  readonly purpose: string;
}

const EXIT_DENIED = 1;

export function addRequestCommand(program: Command, setExitCode: (code: number) => void): void {
  addApiOptions(
    program
      .command('request')
      .description(
        'asks the chain for access to modules of a twin; request and decision stand in a block, refusals too',
      ),
  )
    .requiredOption('--module <name>', 'a module that is wanted (may be repeated)', collectValues)
    .option(
      '--purpose <code>',
      'HL7 v3 PurposeOfUse code',
      (value) => {
        if (!/^[A-Z]{1,32}$/.test(value)) throw new InvalidArgumentError('Expected a code such as TREAT.');
        return value;
      },
      'TREAT',
    )
    .addHelpText(
      'after',
      `
Example:
  twinseal request --config ./town/hospitals/south/gateway.json --twin 5f… --module medications --purpose TREAT

Exit codes: 0 the chain permits; 1 it does not; 2 refused.`,
    )
    .action(async (flags: RequestFlags) => {
      const client = await openApi(flags.config);
      const decision = await answered(
        client.POST('/twins/{twinId}/requests', {
          params: { path: { twinId: flags.twin } },
          // The gateway judges which codes there are.
          body: { modules: [...flags.module], purpose: flags.purpose as 'TREAT' },
        }),
      );
      if (flags.json) process.stdout.write(`${JSON.stringify(decision)}\n`);
      else {
        const { permit, why, requestId, blockNumber, accessVersion } = decision;
        process.stdout.write(
          `${permit ? 'Permitted' : 'Denied'}: ${why}.\nRequest ${requestId}, block ${blockNumber}, access version ${accessVersion}.\n`,
        );
      }
      setExitCode(decision.permit ? 0 : EXIT_DENIED);
    });
}
