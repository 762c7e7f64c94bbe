/** `twinseal recovery`: what a hospital can do about the recovery of a patient's key by guardians: approve, with the others, that it is stopped. */

import type { Command } from 'commander';
import { type ApiFlags, addApiOptions, answered, openApi } from './api-connection.js';

const EXIT_NOT_STOPPED = 1;

export function addRecoveryCommand(program: Command, setExitCode: (code: number) => void): void {
  const recovery = program
    .command('recovery')
    .description("a hospital's part in the recovery of a patient's key by guardians");

  addApiOptions(
    recovery
      .command('stop')
      .description(
        "approve, as this hospital, that the guardians' recovery of a patient's key is stopped; the last approval that the hospitals' quorum needs stops it",
      ),
  )
    .addHelpText(
      'after',
      `
Example:
  twinseal recovery stop --config ./town/hospitals/north/gateway.json --twin 5f…

For a patient whose guardians were deceived or robbed and whose own one cancellation is used. Speak to the patient first, by another way than the one that the request came by. May be repeated.

Exit codes: 0 the recovery is stopped; 1 the approval counts, and others are needed before the delay is over; 2 refused, for example because no recovery is under way.`,
    )
    .action(async (flags: ApiFlags) => {
      const client = await openApi(flags.config);
      const { approvals, needed, stopped } = await answered(
        client.POST('/twins/{twinId}/recoveries/stops', { params: { path: { twinId: flags.twin } } }),
      );
      process.stdout.write(
        flags.json
          ? `${JSON.stringify({ twinId: flags.twin, approvals, needed, stopped })}\n`
          : stopped
            ? `Stopped, by ${approvals} of ${needed} hospitals that it takes: control stays with the key in force.\n`
            : `${approvals} of ${needed} hospitals that it takes have approved: the recovery goes on until the others do.\n`,
      );
      setExitCode(stopped ? 0 : EXIT_NOT_STOPPED);
    });
}
