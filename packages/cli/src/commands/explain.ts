/** `twinseal explain`: why one record went where it went, and what it does there. */

import type { Command } from 'commander';
import { addTwinOptions, type InputFlags, NOTHING_SEALED } from '../twin-files/input-options.js';
import { printable } from '../twin-files/printable.js';
import { UsageError } from '../usage-error.js';

export function addExplainCommand(program: Command): void {
  addTwinOptions(
    program
      .command('explain')
      .description('why a record went to its modules, what was taken out of it, and what it counts towards')
      .argument('<what>', "the source's own Type/id, or a handle (urn:twinseal:…) of timeline or diff"),
  )
    .addHelpText(
      'after',
      `
${NOTHING_SEALED}

Example:
  twinseal explain Patient/0d1d30da-56ac-46ab-887e-5f0699593059

Exit codes: 0 explained, 2 not among what was stored, or input refused.`,
    )
    .action(async (what: string, files: string[], flags: InputFlags) => {
      const [{ buildTwin }, { accountFor, print, printJson }, { explainRecord }] = await Promise.all([
        import('../twin-files/build-twin.js'),
        import('../twin-files/finish.js'),
        import('../twin-files/explain-record.js'),
      ]);
      const preview = await buildTwin(files, flags);
      const accounting = accountFor(preview.accounts);
      const found = explainRecord(preview, what);
      if (found.length === 0) {
        throw new UsageError(
          'No stored record has this Type/id or handle. Write it as in the file (Observation/123), or as timeline --json shows it (urn:twinseal:…).',
        );
      }
      if (flags.json) {
        printJson({ asked: what, accounting, records: found });
        return;
      }
      print(found.map(({ lines }) => lines.map((line) => printable(line)).join('\n')).join('\n\n'));
    });
}
