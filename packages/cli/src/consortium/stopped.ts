/** What gateways keep while they are stopped, for those who look into it: one gateway, or all of a town, whose chain need not run either. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsortiumReader, connect } from '@twinseal/chain';
import { blobConfig, databaseUrl, type GatewayConfig, loadConfig, withWordsAtRest } from '@twinseal/gateway';
import {
  type BlobStore,
  Ledger,
  openBlobStore,
  openDatabase,
  openDataDirectory,
  ReceiptLog,
} from '@twinseal/store';
import { startCopy } from '../fsck/start-copy.js';
import type { Town } from './town.js';

/** A stopped gateway's stores, and the chain. */
export interface Stopped {
  readonly config: GatewayConfig;
  readonly chain: ConsortiumReader;
  readonly ledger: Ledger;
  readonly blobs: BlobStore;
  /** The sealed objects of inactive twins. */
  readonly offline: BlobStore;
  readonly receipts: ReceiptLog;
}

/**
 * Opens what a stopped gateway keeps, holds its lock while it is looked at, and closes it again.
 *
 * @param file     its configuration
 * @param chainUrl another address of the chain than the configuration's
 * @throws ConfigError, ChainError where the chain does not answer, StoreError where another process has the data directory; what `look` throws
 */
export async function withStopped<T>(
  file: string,
  look: (stopped: Stopped) => Promise<T>,
  chainUrl?: string,
): Promise<T> {
  const config = await loadConfig(file, process.env);
  const directory = await openDataDirectory(config.dataDir);
  const open: { close(): Promise<void> }[] = [];
  const opened = <C extends { close(): Promise<void> }>(each: C): C => {
    open.push(each);
    return each;
  };
  try {
    const plain = new ConsortiumReader(await connect(chainUrl ?? config.chain.url), config.consortium);
    const url =
      config.database.kind === 'pglite'
        ? `pglite:${config.database.folder}`
        : await databaseUrl(config, process.env);
    const database = opened(await openDatabase(url, { owner: config.hospital }));
    const blobs = opened(await openBlobStore(await blobConfig(config, process.env)));
    const offline = opened(await openBlobStore(await blobConfig(config, process.env, 'offline')));
    const receipts = opened(await ReceiptLog.open(config.receiptsFile));
    const ledger = new Ledger(database.db);
    const chain = await withWordsAtRest(plain, config, ledger);
    return await look({ config, chain, ledger, blobs, offline, receipts });
  } finally {
    for (const each of open.reverse()) await each.close().catch(() => undefined);
    await directory.release();
  }
}

/**
 * Looks at every gateway of a town, one after the other; where its chain does not run, on a copy of its state.
 *
 * @param look is given a gateway's configuration and the chain's address
 * @returns by hospital what it said
 * @throws UsageError where the town's chain was never there, ChainError; what `look` throws
 */
export async function ofEachGateway<T>(
  town: Town,
  look: (configFile: string, chainUrl: string) => Promise<T>,
): Promise<Readonly<Record<string, T>>> {
  const { hospitals, chainPort } = await town.manifest();
  const scratch = await mkdtemp(join(tmpdir(), 'twinseal-stopped-'));
  const open: { close(): Promise<void> }[] = [];
  try {
    const own = `http://127.0.0.1:${chainPort}`;
    const runs = await connect(own).then(
      () => true,
      () => false,
    );
    const url = runs ? own : await startCopy(town.chainState, scratch, open);
    const said: Record<string, T> = {};
    for (const { id } of hospitals) said[id] = await look(town.gatewayConfig(id), url);
    return said;
  } finally {
    for (const each of open.reverse()) await each.close().catch(() => undefined);
    await rm(scratch, { recursive: true, force: true });
  }
}
