/** `twinseal verify`: checks an envelope, or an exported record, without any key and with the network off. Which of the two a file is, its first bytes say. */

import { verifyEnvelope } from '@twinseal/mibsc';
import type { Command } from 'commander';
import { isExport } from '../export/export-file.js';
import { identityOf, KeyHome, textOf } from '../files/key-home.js';
import { reportRefusal } from '../files/refusal.js';
import { source } from '../files/streams.js';

/** Bytes that tell what a file is. */
const MAGIC_BYTES = 4;

interface VerifyFlags {
  readonly sender?: string;
  readonly home?: string;
  readonly json?: boolean;
  readonly block?: string;
  readonly parameters?: string;
  readonly content?: string;
}

/** What the first bytes say, and all bytes from the first again. */
async function peek(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ readonly isExport: boolean; readonly bytes: AsyncIterable<Uint8Array> }> {
  const iterator = stream[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < MAGIC_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    size += next.value.length;
  }
  async function* all() {
    yield* first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  }
  return { isExport: isExport(Buffer.concat(first)), bytes: all() };
}

export function addVerifyCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('verify')
    .description(
      'checks an envelope (who wrote it, for whom, that it is whole) or an exported record (what was anchored, by whom, in which order); needs no key and no network',
    )
    .argument('[file]', 'the envelope or export; standard input where it is left out', '-')
    .option('-s, --sender <identity>', 'refuse it unless this identity wrote it')
    .option('--home <folder>', 'folder with the parameters (default: $TWINSEAL_HOME, else ./twinseal-keys)')
    .option('--block <hash>', 'of an export: refuse it unless it is shown against this block')
    .option('--parameters <digest>', 'of an export: refuse it unless it has the parameters of this digest')
    .option('--content <file>', 'of an export: write what it discloses as JSON lines, where everything holds')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nOf an envelope it cannot show what was sealed, nor that it decrypts. Of an export it prints the block against which all was checked: compare its number and hash with your own node.\n\nExamples:\n  twinseal verify letter.sealed\n  twinseal verify --block 5f0c… record.tsx\n\nExit codes: 0 it verifies, 1 it does not, 2 refused.',
    )
    .action(async (file: string, flags: VerifyFlags) => {
      const { isExport: isExported, bytes } = await peek(await source(file));
      if (isExported) {
        const { verifyExportFile } = await import('../export/verify-command.js');
        setExitCode(await verifyExportFile(bytes, flags));
        return;
      }
      const params = await new KeyHome(flags.home).parameters();
      const input = flags.sender === undefined ? {} : { sender: identityOf(flags.sender) };
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
