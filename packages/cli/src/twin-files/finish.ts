/** How a command on files ends: one JSON object, or lines; what was refused is never passed over in silence. */

import { sink } from '../files/streams.js';
import { UsageError } from '../usage-error.js';
import { type Accounting, type FileAccount, totalOf } from './account.js';
import { counted } from './printable.js';

/** Prints lines. A reader that has seen enough (`| head`) ends the program without a word. */
export function print(...lines: readonly string[]): void {
  if (process.stdout.listenerCount('error') === 0) {
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** Prints one JSON object. */
export function printJson(value: object): void {
  print(JSON.stringify(value));
}

/** The accounting that every JSON answer carries; refused records are named on stderr. */
export function accountFor(accounts: readonly FileAccount[]): Accounting {
  const total = totalOf(accounts);
  if (total.refused > 0) {
    console.error(
      `twinseal: ${counted(total.refused, 'record')} of ${total.in} refused and not seen here; "twinseal collect" says why.`,
    );
  }
  return total;
}

/** Writes an SVG to a file, or to standard output for `-`. @throws UsageError where it cannot be, or `--json` has standard output */
export async function writeSvg(file: string, svg: string, json: boolean | undefined): Promise<void> {
  if (file === '-' && json)
    throw new UsageError('--svg - and --json both want standard output; name a file.');
  await sink(
    file,
    (async function* () {
      yield new TextEncoder().encode(svg);
    })(),
  );
}
