/** `twinseal history`: a twin's lanes as the chain has them, what this hospital's gateway keeps of them, and what it found when it verified what it may read. */

import type { Command } from 'commander';
import { counted } from '../twin-files/printable.js';
import { type ApiFlags, addApiOptions, answered, openApi } from './api-connection.js';

const EXIT_FAULTY = 1;

export function addHistoryCommand(program: Command, setExitCode: (code: number) => void): void {
  addApiOptions(
    program
      .command('history')
      .description('shows the lanes of a twin, their instances, and how far this hospital verified them'),
  )
    .addHelpText(
      'after',
      `
Example:
  twinseal history --config ./town/hospitals/south/gateway.json --twin 5f…

Exit codes: 0 nothing was found wrong; 1 something was; 2 refused.`,
    )
    .action(async (flags: ApiFlags) => {
      const client = await openApi(flags.config);
      const params = { path: { twinId: flags.twin } };
      const [twin, { lanes }, verification] = await Promise.all([
        answered(client.GET('/twins/{twinId}', { params })),
        answered(client.GET('/twins/{twinId}/lanes', { params })),
        answered(client.GET('/twins/{twinId}/verification', { params })),
      ]);
      const all = lanes.map((lane) => {
        const found = verification.lanes.find(({ author }) => author === lane.author);
        return {
          ...lane,
          state: found?.state ?? 'closed',
          ...(found === undefined ? {} : { opened: found.opened, findings: found.findings }),
        };
      });
      if (flags.json) {
        process.stdout.write(
          `${JSON.stringify({ twin, lanes: all, openedAt: verification.openedAt ?? null })}\n`,
        );
      } else {
        process.stdout.write(
          `${twin.kind}, access version ${twin.accessVersion}, identity epoch ${twin.identityEpoch}\n`,
        );
        for (const { author, count, held, mk, state, opened, findings = [] } of all) {
          const parts = opened === undefined ? '' : `, ${counted(opened, 'part')} opened`;
          process.stdout.write(
            `${author}: ${counted(count, 'instance')} on the chain, ${held} kept here, ${state}${parts}\n  root ${mk}\n`,
          );
          for (const { code, seq } of findings as readonly { code: string; seq?: number }[])
            process.stdout.write(`  ${code}${seq === undefined ? '' : ` in instance ${seq}`}\n`);
        }
        process.stdout.write(
          verification.openedAt === undefined
            ? 'Not opened here yet.\n'
            : `Verified ${new Date(verification.openedAt * 1000).toISOString()}.\n`,
        );
      }
      setExitCode(all.some(({ state }) => state === 'faulty') ? EXIT_FAULTY : 0);
    });
}
