/** Opens what a stopped gateway keeps, for the audit, and closes it again. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import type { Town } from '../consortium/town.js';
import { startCopy } from '../fsck/start-copy.js';

/**
 * Audits what a stopped gateway keeps.
 *
 * @param chainUrl another address of the chain than the configuration's
 * @throws ConfigError, ChainError where the chain does not answer, StoreError where another process has the data directory
 */
export async function auditGateway(file: string, chainUrl?: string): Promise<AuditReport> {
  const config = await loadConfig(file, process.env);
  const directory = await openDataDirectory(config.dataDir);
  const open: { close(): Promise<void> }[] = [];
  const opened = <T extends { close(): Promise<void> }>(each: T): T => {
    open.push(each);
    return each;
  };
  try {
    const chain = new ConsortiumReader(await connect(chainUrl ?? config.chain.url), config.consortium);
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

/** Audits every gateway of a town, none of which runs; where its chain does not run either, on a copy of its state. @throws as {@link auditGateway} */
export async function auditTown(town: Town): Promise<Readonly<Record<string, AuditReport>>> {
  const { hospitals, chainPort } = await town.manifest();
  const scratch = await mkdtemp(join(tmpdir(), 'twinseal-audit-'));
  const open: { close(): Promise<void> }[] = [];
  try {
    const own = `http://127.0.0.1:${chainPort}`;
    const runs = await connect(own).then(
      () => true,
      () => false,
    );
    const url = runs ? own : await startCopy(town.chainState, scratch, open);
    const reports: Record<string, AuditReport> = {};
    for (const { id } of hospitals) reports[id] = await auditGateway(town.gatewayConfig(id), url);
    return reports;
  } finally {
    for (const each of open.reverse()) await each.close().catch(() => undefined);
    await rm(scratch, { recursive: true, force: true });
  }
}
