/** `twinseal authority …`: makes parameters and extracts keys for the file tool. */

import {
  checkMasterSecret,
  extract,
  loadBackend,
  MAX_RECIPIENTS,
  MIN_RECIPIENTS,
  setup,
} from '@twinseal/mibsc';
import type { Command } from 'commander';
import { identityOf, KeyHome, textOf } from '../files/key-home.js';
import { passphraseSource } from '../files/passphrase.js';
import { wholeNumber } from './number-arguments.js';

const HOME = [
  '--home <folder>',
  'folder for parameters and keys (default: $TWINSEAL_HOME, else ./twinseal-keys)',
] as const;
const PASSPHRASE = [
  '--passphrase-file <file>',
  'holds the passphrase of the master secret (default: $TWINSEAL_PASSPHRASE, else asked for)',
] as const;

const recipientsOf = wholeNumber(
  MIN_RECIPIENTS,
  MAX_RECIPIENTS,
  `Expected a whole number from ${MIN_RECIPIENTS} to ${MAX_RECIPIENTS}.`,
);

export function addAuthorityCommand(program: Command): void {
  const authority = program
    .command('authority')
    .description(
      'makes the system parameters and extracts identity keys; whoever holds its secret can open and sign everything',
    );

  authority
    .command('setup')
    .description('makes parameters and a master secret in an empty folder')
    .option(
      '-n, --max-recipients <n>',
      'largest set of recipients; the parameters take 96 bytes for each',
      recipientsOf,
      64,
    )
    .option(...HOME)
    .option(...PASSPHRASE)
    .addHelpText('after', '\nExample:\n  twinseal authority setup --home keys --max-recipients 256')
    .action(async (flags: { maxRecipients: number; home?: string; passphraseFile?: string }) => {
      const home = new KeyHome(flags.home);
      const passphrase = await passphraseSource(flags.passphraseFile)();
      const { params, master } = setup(await loadBackend(), flags.maxRecipients);
      const kept = await home.keepParameters(params);
      const secret = await home.keepMasterSecret(master, passphrase);
      console.log(
        `Parameters  ${kept}  (public; digest ${Buffer.from(params.digest).toString('hex')})\nSecret      ${secret}  (whoever opens it can open and sign everything)`,
      );
    });

  authority
    .command('extract')
    .description('extracts the keys of identities into age files, each under a passphrase')
    .argument('<identity...>', 'name#epoch, or name for epoch 1')
    .option(...HOME)
    .option(...PASSPHRASE)
    .option(
      '--key-passphrase-file <file>',
      'holds the passphrase for the new keys (default: that of the master secret)',
    )
    .addHelpText(
      'after',
      '\nExample:\n  twinseal authority extract hospital:north hospital:south --home keys',
    )
    .action(
      async (
        identities: string[],
        flags: { home?: string; passphraseFile?: string; keyPassphraseFile?: string },
      ) => {
        const home = new KeyHome(flags.home);
        const params = await home.parameters();
        const ask = passphraseSource(flags.passphraseFile);
        const master = await home.masterSecret(ask);
        checkMasterSecret(params, master);
        const forKeys =
          flags.keyPassphraseFile === undefined
            ? await ask()
            : await passphraseSource(flags.keyPassphraseFile)();
        for (const identity of identities.map(identityOf)) {
          console.log(
            `${textOf(identity)}  ${await home.keepKey(extract(params, master, identity), forKeys)}`,
          );
        }
      },
    );

  authority
    .command('inspect')
    .description('validates the parameters and shows their digest and size')
    .option(...HOME)
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText('after', '\nExample:\n  twinseal authority inspect --home keys')
    .action(async (flags: { home?: string; json?: boolean }) => {
      const params = await new KeyHome(flags.home).parameters();
      const found = { digest: Buffer.from(params.digest).toString('hex'), maxRecipients: params.N };
      if (flags.json) console.log(JSON.stringify(found));
      else
        console.log(`Valid parameters for up to ${found.maxRecipients} recipients\nDigest  ${found.digest}`);
    });
}
