/** `twinseal open`: verifies and opens an envelope. */

import { type EnvelopeInfo, unsigncryptStream } from '@twinseal/mibsc';
import type { Command } from 'commander';
import { identityOf, KeyHome, textOf } from '../files/key-home.js';
import { passphraseSource } from '../files/passphrase.js';
import { reportRefusal } from '../files/refusal.js';
import { sink, source } from '../files/streams.js';

export function addOpenCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('open')
    .description('verifies author and recipients of an envelope and opens it; nothing unverified leaves')
    .argument('[file]', 'the envelope; standard input where it is left out', '-')
    .requiredOption('-i, --identity <identity>', 'whose key opens it: name#epoch, or name for epoch 1')
    .option('-s, --sender <identity>', 'refuse it unless this identity wrote it')
    .option('-o, --output <file>', 'what was sealed; standard output where it is left out', '-')
    .option(
      '--home <folder>',
      'folder with parameters and keys (default: $TWINSEAL_HOME, else ./twinseal-keys)',
    )
    .option(
      '--passphrase-file <file>',
      'holds the passphrase of the key (default: $TWINSEAL_PASSPHRASE, else asked for)',
    )
    .addHelpText(
      'after',
      '\nThe sender is named on standard error. A file appears only when all of it was verified; on standard output each part leaves as soon as its proof holds,\nand an exit code other than 0 says that it is not all.\n\nExample:\n  twinseal open -i hospital:south -o letter.pdf letter.sealed\n\nExit codes: 0 opened, 1 does not verify or is not for this key, 2 refused.',
    )
    .action(
      async (
        file: string,
        flags: { identity: string; sender?: string; output: string; home?: string; passphraseFile?: string },
      ) => {
        const home = new KeyHome(flags.home);
        const params = await home.parameters();
        const key = await home.key(
          params,
          identityOf(flags.identity),
          passphraseSource(flags.passphraseFile),
        );
        const input = { key, ...(flags.sender === undefined ? {} : { sender: identityOf(flags.sender) }) };
        const bytes = await source(file);
        await reportRefusal(setExitCode, async () => {
          let info: EnvelopeInfo | undefined;
          const opened = unsigncryptStream(params, input, bytes, (found) => {
            info = found;
          });
          await sink(flags.output, opened);
          if (info !== undefined) {
            const others = info.recipients.length - 1;
            console.error(
              `From ${textOf(info.sender)}, for this key and ${others} other${others === 1 ? '' : 's'}. Every part verified.`,
            );
          }
        });
      },
    );
}
