/** Opens what one gateway keeps, or all gateways of a town, for fsck, and closes it again. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsortiumReader, connect } from '@twinseal/chain';
import {
  blobConfig,
  databaseUrl,
  type FsckReport,
  fsck,
  type GatewayConfig,
  loadConfig,
} from '@twinseal/gateway';
import { loadBackend } from '@twinseal/mibsc';
import { Ledger, openBlobStore, openDatabase, openDataDirectory, ReceiptLog } from '@twinseal/store';
import type { Town } from '../consortium/town.js';
import { startCopy } from './start-copy.js';

/** The report of a whole town: everything together, and gateway by gateway. */
export interface TownReport extends FsckReport {
  readonly gateways: Readonly<Record<string, FsckReport>>;
}

/**
 * Checks what one gateway keeps, against the chain.
 *
 * @param file     its configuration
 * @param chainUrl another address of the chain than the configuration's
 * @throws ConfigError, ChainError where the chain does not answer, StoreError where another process has the data directory
 */
export async function checkGateway(file: string, chainUrl?: string): Promise<FsckReport> {
  const config = await loadConfig(file, process.env);
  const directory = await openDataDirectory(config.dataDir);
  const open: { close(): Promise<void> }[] = [];
  try {
    const chain = new ConsortiumReader(await connect(chainUrl ?? config.chain.url), config.consortium);
    const database = await openDatabase(await databaseOf(config), { owner: config.hospital });
    open.push(database);
    const blobs = await openBlobStore(await blobConfig(config, process.env));
    open.push(blobs);
    const offline = await openBlobStore(await blobConfig(config, process.env, 'offline'));
    open.push(offline);
    const receipts = await ReceiptLog.open(config.receiptsFile);
    open.push(receipts);
    return await fsck({
      backend: await loadBackend(),
      chain,
      parameters: new Uint8Array(await readFile(config.parametersFile)),
      ledger: new Ledger(database.db),
      keepers: [
        {
          id: config.hospital,
          blobs,
          offline,
          receipts,
        },
      ],
      alone: true,
    });
  } finally {
    for (const each of open.reverse()) await each.close().catch(() => undefined);
    await directory.release();
  }
}

/** Checks every gateway of a town; none of them runs. @throws UsageError, ChainError, StoreError */
export async function checkTown(town: Town): Promise<TownReport> {
  const { hospitals, chainPort } = await town.manifest();
  const scratch = await mkdtemp(join(tmpdir(), 'twinseal-fsck-'));
  const open: { close(): Promise<void> }[] = [];
  try {
    const own = `http://127.0.0.1:${chainPort}`;
    const runs = await connect(own).then(
      () => true,
      () => false,
    );
    const url = runs ? own : await startCopy(town.chainState, scratch, open);
    const gateways: Record<string, FsckReport> = {};
    for (const { id } of hospitals) gateways[id] = await checkGateway(town.gatewayConfig(id), url);
    return { ...together(Object.entries(gateways)), gateways };
  } finally {
    for (const each of open.reverse()) await each.close().catch(() => undefined);
    await rm(scratch, { recursive: true, force: true });
  }
}

function together(reports: readonly (readonly [string, FsckReport])[]): FsckReport {
  const checked: Record<string, number> = {};
  for (const [, report] of reports) {
    for (const [what, count] of Object.entries(report.checked)) checked[what] = (checked[what] ?? 0) + count;
  }
  const of = (id: string, list: FsckReport['faults']) =>
    list.map((each) => ({ ...each, where: `${id}: ${each.where}` }));
  return {
    checked: checked as unknown as FsckReport['checked'],
    faults: reports.flatMap(([id, { faults }]) => of(id, faults)),
    notices: reports.flatMap(([id, { notices }]) => of(id, notices)),
  };
}

async function databaseOf(config: GatewayConfig): Promise<string> {
  return config.database.kind === 'pglite'
    ? `pglite:${config.database.folder}`
    : databaseUrl(config, process.env);
}
