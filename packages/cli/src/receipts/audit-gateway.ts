/** Opens what a stopped gateway keeps, for the audit, and closes it again. */

import { ConsortiumReader, connect } from '@twinseal/chain';
import { type AuditReport, audit, blobConfig, databaseUrl, loadConfig } from '@twinseal/gateway';
import {
  Ledger,
  openBlobStore,
  openDatabase,
  openDataDirectory,
  ReceiptLog,
  TieredBlobStore,
} from '@twinseal/store';

/** @throws ConfigError, ChainError where the chain does not answer, StoreError where another process has the data directory */
export async function auditGateway(file: string): Promise<AuditReport> {
  const config = await loadConfig(file, process.env);
  const directory = await openDataDirectory(config.dataDir);
  const open: { close(): Promise<void> }[] = [];
  const opened = <T extends { close(): Promise<void> }>(each: T): T => {
    open.push(each);
    return each;
  };
  try {
    const chain = new ConsortiumReader(await connect(config.chain.url), config.consortium);
    const url =
      config.database.kind === 'pglite'
        ? `pglite:${config.database.folder}`
        : await databaseUrl(config, process.env);
    const database = opened(await openDatabase(url, { owner: config.hospital }));
    const online = opened(await openBlobStore(await blobConfig(config, process.env)));
    const offline = opened(await openBlobStore(await blobConfig(config, process.env, 'offline')));
    const receipts = opened(await ReceiptLog.open(config.receiptsFile));
    return await audit({
      chain,
      hospital: config.hospital,
      ledger: new Ledger(database.db),
      blobs: new TieredBlobStore(online, offline),
      receipts,
      nowS: Math.floor(Date.now() / 1000),
    });
  } finally {
    for (const each of open.reverse()) await each.close().catch(() => undefined);
    await directory.release();
  }
}
