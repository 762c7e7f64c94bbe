/** `twinseal seal`: signcrypts a file for a set of recipients. */

import { signcryptStream } from '@twinseal/mibsc';
import type { Command } from 'commander';
import { identityOf, KeyHome } from '../files/key-home.js';
import { passphraseSource } from '../files/passphrase.js';
import { sink, source } from '../files/streams.js';

export function addSealCommand(program: Command): void {
  program
    .command('seal')
    .description(
      'signs and encrypts a file for a set of recipients; the envelope grows with the list of their names only',
    )
    .argument('[file]', 'what to seal; standard input where it is left out', '-')
    .requiredOption(
      '-r, --recipient <identity...>',
      'who can open it: name#epoch, or name for epoch 1; may be repeated',
    )
    .requiredOption('-s, --sender <identity>', 'whose key signs it')
    .option('-o, --output <file>', 'the envelope; standard output where it is left out', '-')
    .option('--context <text>', 'what the envelope is for; readable by everybody, and signed', '')
    .option(
      '--home <folder>',
      'folder with parameters and keys (default: $TWINSEAL_HOME, else ./twinseal-keys)',
    )
    .option(
      '--passphrase-file <file>',
      "holds the sender's passphrase (default: $TWINSEAL_PASSPHRASE, else asked for)",
    )
    .addHelpText(
      'after',
      '\nExample:\n  twinseal seal -r hospital:south -r patient:ada -s hospital:north -o letter.sealed letter.pdf',
    )
    .action(
      async (
        file: string,
        flags: {
          recipient: string[];
          sender: string;
          output: string;
          context: string;
          home?: string;
          passphraseFile?: string;
        },
      ) => {
        const home = new KeyHome(flags.home);
        const params = await home.parameters();
        const sender = await home.key(
          params,
          identityOf(flags.sender),
          passphraseSource(flags.passphraseFile),
        );
        const input = {
          sender,
          recipients: flags.recipient.map(identityOf),
          context: new TextEncoder().encode(flags.context),
        };
        await sink(flags.output, signcryptStream(params, input, await source(file)));
      },
    );
}
