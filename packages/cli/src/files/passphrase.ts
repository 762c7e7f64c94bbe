/** Where a passphrase comes from: a file, the environment, or a person at a terminal; never an argument, which other users of the machine could read. */

import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { UsageError } from '../usage-error.js';

export const PASSPHRASE_VARIABLE = 'TWINSEAL_PASSPHRASE';

/** A passphrase, asked for at most once. @param file `--passphrase-file`, its first line */
export function passphraseSource(file: string | undefined): () => Promise<string> {
  let asked: Promise<string> | undefined;
  return () => {
    asked ??= read(file);
    return asked;
  };
}

async function read(file: string | undefined): Promise<string> {
  const passphrase =
    file === undefined ? (process.env[PASSPHRASE_VARIABLE] ?? (await ask())) : await firstLine(file);
  if (passphrase === '') throw new UsageError('The passphrase is empty.');
  return passphrase;
}

async function firstLine(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).split(/\r?\n/, 1)[0] ?? '';
  } catch (cause) {
    throw new UsageError(`--passphrase-file: ${file} cannot be read.`, { cause });
  }
}

async function ask(): Promise<string> {
  if (process.stdin.isTTY !== true) {
    throw new UsageError(`A passphrase is needed: give --passphrase-file, or set ${PASSPHRASE_VARIABLE}.`);
  }
  process.stderr.write('Passphrase: ');
  const mute = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: mute, terminal: true });
  try {
    return await new Promise((resolve, reject) => {
      lines.once('line', resolve);
      lines.once('close', () => reject(new UsageError('No passphrase was given.')));
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
