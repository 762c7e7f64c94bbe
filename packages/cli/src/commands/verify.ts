/** `twinseal verify`: checks an envelope without any key. */

import { verifyEnvelope } from '@twinseal/mibsc';
import type { Command } from 'commander';
import { identityOf, KeyHome, textOf } from '../files/key-home.js';
import { reportRefusal } from '../files/refusal.js';
import { source } from '../files/streams.js';

export function addVerifyCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('verify')
    .description(
      'checks who wrote an envelope, for whom, and that it is whole; needs the parameters and no key',
    )
    .argument('[file]', 'the envelope; standard input where it is left out', '-')
    .option('-s, --sender <identity>', 'refuse it unless this identity wrote it')
    .option('--home <folder>', 'folder with the parameters (default: $TWINSEAL_HOME, else ./twinseal-keys)')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nIt cannot show what was sealed, nor that it decrypts.\n\nExample:\n  twinseal verify letter.sealed\n\nExit codes: 0 it verifies, 1 it does not, 2 refused.',
    )
    .action(async (file: string, flags: { sender?: string; home?: string; json?: boolean }) => {
      const params = await new KeyHome(flags.home).parameters();
      const input = flags.sender === undefined ? {} : { sender: identityOf(flags.sender) };
      const bytes = await source(file);
      await reportRefusal(setExitCode, async () => {
        const { sender, recipients, context, ciphertextBytes, segments } = await verifyEnvelope(
          params,
          input,
          bytes,
        );
        const found = {
          sender: textOf(sender),
          recipients: recipients.map(textOf),
          context: new TextDecoder().decode(context),
          ciphertextBytes,
          segments,
        };
        if (flags.json) console.log(JSON.stringify(found));
        else {
          console.log(`Written by  ${found.sender}\nFor         ${found.recipients.join(', ')}`);
          if (found.context !== '') console.log(`Context     ${JSON.stringify(found.context)}`);
          console.log(
            `Whole       ${segments} proved segment${segments === 1 ? '' : 's'}, ${ciphertextBytes} bytes of ciphertext, one secret for every recipient`,
          );
        }
      });
    });
}
