/** `twinseal patient key-file`: the patient's keys as one file under a passphrase, for the page in the browser. */

import type { Command } from 'commander';
import { UsageError } from '../usage-error.js';

interface Flags {
  readonly folder: string;
  readonly consortium: string;
  readonly out: string;
  readonly passphraseFile?: string;
  readonly json?: boolean;
}

/** @param group `twinseal patient` */
export function addPatientKeyFileCommand(group: Command, setExitCode: (code: number) => void): void {
  group
    .command('key-file')
    .description(
      'write control key, twin id and salts into one file under a passphrase, to sign in to the page in the browser; asks nobody',
    )
    .requiredOption('--folder <folder>', "the patient's own folder: keys and vault")
    .requiredOption('--consortium <folder>', 'where the consortium was founded; it need not run')
    .requiredOption('--out <file>', 'the key file, readable by its owner only; must not exist yet')
    .option(
      '--passphrase-file <file>',
      'holds the passphrase (default: $TWINSEAL_PASSPHRASE, else asked for)',
    )
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal patient key-file --folder ./me --consortium ./town --out me.age\n\nExit codes: 0 written, 2 refused, 70 a fault of ours.',
    )
    .action(async (flags: Flags) => {
      const [{ PatientHome }, { writePatientKeyFile }, { passphraseSource }, { Town }, fs, path, gateway] =
        await Promise.all([
          import('../consortium/patient-home.js'),
          import('../patient/key-file.js'),
          import('../files/passphrase.js'),
          import('../consortium/town.js'),
          import('node:fs/promises'),
          import('node:path'),
          import('@twinseal/gateway'),
        ]);
      const { consortium } = await new Town(flags.consortium).manifest();
      const slip = await PatientHome.slipIn(flags.folder);
      const controlKey = await gateway.readKeyFile(path.join(flags.folder, 'keys', 'control.key'));
      const text = await writePatientKeyFile(
        { controlKey, slip, consortium },
        await passphraseSource(flags.passphraseFile)(),
      );
      controlKey.fill(0);
      try {
        await fs.writeFile(flags.out, text, { mode: 0o600, flag: 'wx' });
      } catch (cause) {
        const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
        throw new UsageError(
          isThere
            ? `--out: ${flags.out} exists already. Choose another name, or remove it first.`
            : `--out: ${flags.out} cannot be written (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`,
          { cause },
        );
      }
      process.stdout.write(
        flags.json
          ? `${JSON.stringify({ twinId: slip.twinId, file: flags.out })}\n`
          : `Wrote ${flags.out}. Whoever has it and its passphrase has your record: keep both, and apart.\n`,
      );
      setExitCode(0);
    });
}
