/** `twinseal inspect`: what an envelope says of itself, unproved. */

import { inspectEnvelope } from '@twinseal/mibsc';
import type { Command } from 'commander';
import { textOf } from '../files/key-home.js';
import { reportRefusal } from '../files/refusal.js';
import { source } from '../files/streams.js';

/** A preamble with the longest list and context fits; more is never read. */
const MAX_PREAMBLE_BYTES = 64 * 2 ** 20;

export function addInspectCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('inspect')
    .description('shows what an envelope says of itself; nothing of it is checked')
    .argument('[file]', 'the envelope; standard input where it is left out', '-')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText('after', '\nExample:\n  twinseal inspect letter.sealed')
    .action(async (file: string, flags: { json?: boolean }) => {
      const bytes = await beginning(await source(file));
      await reportRefusal(setExitCode, async () => {
        const info = inspectEnvelope(bytes);
        const found = {
          parameters: Buffer.from(info.paramsDigest).toString('hex'),
          sender: textOf(info.sender),
          recipients: info.recipients.map(textOf),
          context: new TextDecoder().decode(info.context),
          preambleBytes: info.preambleBytes,
          listBytes: info.listBytes,
        };
        if (flags.json) console.log(JSON.stringify(found));
        else {
          console.log(`Says it is from  ${found.sender}\nand for          ${found.recipients.join(', ')}`);
          if (found.context !== '') console.log(`Context          ${JSON.stringify(found.context)}`);
          console.log(
            `Parameters       ${found.parameters}\nPreamble         ${found.preambleBytes} bytes, ${found.listBytes} of them the list`,
          );
          console.log('Nothing of this was checked; "twinseal verify" does.');
        }
      });
    });
}

async function beginning(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size >= MAX_PREAMBLE_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(held));
}
