/** Opens everything in a data directory that fsck looks at, and closes it again. */

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ExtractionLog } from '@twinseal/authority';
import { ConsortiumReader, connect } from '@twinseal/chain';
import { type FsckReport, fsck } from '@twinseal/gateway';
import { loadBackend } from '@twinseal/mibsc';
import {
  FolderBlobStore,
  Ledger,
  openDataDirectory,
  openEmbeddedDatabase,
  ReceiptLog,
} from '@twinseal/store';
import { layoutOf } from '../demo/layout.js';
import { readWorldManifest } from '../demo/world.js';
import { UsageError } from '../usage-error.js';
import { startCopy } from './start-copy.js';

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
