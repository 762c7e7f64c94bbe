/** `twinseal export`: the patient's record in one file that a stranger can check. */

import type { Command } from 'commander';
import { UsageError } from '../usage-error.js';

interface ExportFlags {
  readonly folder: string;
  readonly consortium: string;
  readonly out: string;
  readonly modules?: string[];
  readonly receipts: boolean;
  readonly json?: boolean;
}

export function addExportCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('export')
    .description(
      "as a patient: write the own record into one file, with the proofs that 'twinseal verify' checks with the network off",
    )
    .requiredOption('--folder <folder>', "the patient's own folder: keys and vault")
    .requiredOption('--consortium <folder>', 'where the consortium was founded (its chain must run)')
    .requiredOption('--out <file>', 'the file to write; it is readable by its owner only')
    .option('--modules <names>', 'disclose these modules only, separated by commas (default: all)', (text) =>
      text.split(',').map((each) => each.trim()),
    )
    .option('--no-receipts', 'leave the access receipts out')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nThe file holds what it discloses in the clear, for whoever gets it: give it away as you would give the record. Of other modules it holds digests, and no key.\n\nExample:\n  twinseal export --folder ./me --consortium ./town --modules medications,allergies --out record.tsx\n  twinseal verify record.tsx\n\nExit codes: 0 written, 1 written, and something that should be in it is not, 2 refused.',
    )
    .action(async (flags: ExportFlags) => {
      const [{ openPatient }, { Town }, { MODULES }, { exportRecord }, { sink }] = await Promise.all([
        import('../consortium/open-patient.js'),
        import('../consortium/town.js'),
        import('@twinseal/twin'),
        import('../export/export-record.js'),
        import('../files/streams.js'),
      ]);
      const unknown = flags.modules?.find((name) => !(MODULES as readonly string[]).includes(name));
      if (unknown !== undefined)
        throw new UsageError(
          `--modules: there is no module ${unknown}. Expected names of ${MODULES.join(', ')}.`,
        );
      const home = await openPatient(flags.folder, new Town(flags.consortium));
      const { bytes, ...made } = await exportRecord(home, {
        ...(flags.modules === undefined ? {} : { modules: flags.modules }),
        withoutReceipts: !flags.receipts,
      });
      await sink(flags.out, once(bytes));
      if (flags.json)
        console.log(JSON.stringify({ twinId: home.twinId, file: flags.out, bytes: bytes.length, ...made }));
      else {
        const parts = made.lanes.reduce((sum, lane) => sum + lane.parts, 0);
        const receipts = made.receipts.reduce((sum, each) => sum + each.receipts, 0);
        console.log(
          `${flags.out}: ${made.lanes.length} lanes, ${parts} parts in the clear, ${receipts} receipts, ${bytes.length} bytes.\nShown against block ${made.block.number} ${made.block.hash}. Check it with "twinseal verify ${flags.out}".`,
        );
        for (const each of made.missing) console.error(`twinseal: not in it: ${each}`);
      }
      setExitCode(made.missing.length === 0 ? 0 : 1);
    });
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
