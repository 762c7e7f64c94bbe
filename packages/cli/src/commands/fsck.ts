/** `twinseal fsck`: checks a data directory against its chain, without any key and without changing it. */

import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ExtractionLog } from '@twinseal/authority';
import { ConsortiumReader, connect, startEmbeddedChain } from '@twinseal/chain';
import { type FsckReport, fsck } from '@twinseal/gateway';
import { loadBackend } from '@twinseal/mibsc';
import {
  FolderBlobStore,
  Ledger,
  openDataDirectory,
  openEmbeddedDatabase,
  ReceiptLog,
} from '@twinseal/store';
import type { Command } from 'commander';
import pc from 'picocolors';
import { layoutOf } from '../demo/layout.js';
import { readWorldManifest } from '../demo/world.js';
import { UsageError } from '../usage-error.js';

const EXIT_FOUND_WRONG = 1;

export function addFsckCommand(program: Command, setExitCode: (code: number) => void): void {
  program
    .command('fsck')
    .description(
      'recomputes every hash, tree, author proof and receipt of a data directory, and says what is wrong',
    )
    .requiredOption('--data-dir <folder>', 'a folder made by twinseal demo')
    .option('--json', 'print one JSON object on stdout and nothing else')
    .addHelpText(
      'after',
      '\nExample:\n  twinseal fsck --data-dir twinseal-data/demo-1\n\nIt repairs nothing, and starts the chain on a copy of its state.\nExit codes: 0 nothing wrong, 1 something is wrong, 2 the folder cannot be checked.',
    )
    .action(async (flags: { dataDir: string; json?: boolean }) => {
      const report = await checkDataDirectory(flags.dataDir);
      if (flags.json) process.stdout.write(`${JSON.stringify(report)}\n`);
      else process.stdout.write(`${describe(report)}\n`);
      if (report.faults.length > 0) setExitCode(EXIT_FOUND_WRONG);
    });
}

/**
 * Checks a data directory.
 *
 * @throws UsageError where the folder is no data directory of ours, StoreError where another process has it
 */
export async function checkDataDirectory(path: string): Promise<FsckReport> {
  const layout = layoutOf(resolve(path));
  if (!existsSync(layout.manifest)) {
    throw new UsageError(
      `${layout.root} is no data directory of Twinseal: it has no twinseal.json. Make one with "twinseal demo".`,
    );
  }
  const directory = await openDataDirectory(layout.root);
  // The chain writes its state as it stops; a copy keeps the original as it was found.
  const scratch = await mkdtemp(join(tmpdir(), 'twinseal-fsck-'));
  const open: { close(): Promise<void> }[] = [];
  try {
    const manifest = await readWorldManifest(layout);
    const url = manifest.chainUrl ?? (await startCopy(layout.chainState, scratch, open));
    const database = await openEmbeddedDatabase(layout.database);
    open.push(database);
    open.push(await ExtractionLog.open(layout.extractionLog));
    const keepers = [];
    for (const id of manifest.hospitals) {
      const files = layout.hospital(id);
      const receipts = await ReceiptLog.open(files.receipts);
      open.push(receipts);
      keepers.push({ id, blobs: new FolderBlobStore(files.blobs), receipts });
    }
    return await fsck({
      backend: await loadBackend(),
      chain: new ConsortiumReader(await connect(url), manifest.consortium),
      parameters: new Uint8Array(await readFile(layout.parameters)),
      ledger: new Ledger(database.db),
      keepers,
    });
  } finally {
    for (const each of open.reverse()) await each.close().catch(() => undefined);
    await rm(scratch, { recursive: true, force: true });
    await directory.release();
  }
}

/** Starts the embedded chain on a copy of its state, and returns its address. */
async function startCopy(
  state: string,
  scratch: string,
  open: { close(): Promise<void> }[],
): Promise<string> {
  if (!existsSync(state))
    throw new UsageError(`${state} is missing: without the chain nothing can be checked.`);
  const stateFile = join(scratch, 'state.json');
  await copyFile(state, stateFile);
  const chain = await startEmbeddedChain({ stateFile });
  open.push({ close: () => chain.stop() });
  return chain.url;
}

function describe({ checked, faults, notices }: FsckReport): string {
  const lines = [
    `Checked ${checked.instances} instances in ${checked.lanes} lanes of ${checked.twins} twins: ${checked.parts} parts, ${checked.capsules} capsules, ` +
      `${checked.objects} stored objects, ${checked.receipts} receipts, ${checked.requests} requests, ${checked.hospitals} hospitals.`,
  ];
  for (const { code, where, detail } of faults) lines.push(`${pc.red(code)}  ${where}: ${detail}`);
  for (const { code, where, detail } of notices) lines.push(`${pc.yellow(code)}  ${where}: ${detail}`);
  lines.push(
    faults.length === 0
      ? pc.green('Every hash, tree, author proof and receipt holds.')
      : pc.red(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} found.`),
  );
  return lines.join('\n');
}
