/** The shared parties of a town while they run: its chain and its authority. Gateways are processes of their own. */

import { ExtractionLog, ExtractionService, keyRequestDomain, openAuthorityKeys } from '@twinseal/authority';
import {
  type Connection,
  ConsortiumReader,
  connect,
  type EmbeddedChain,
  startEmbeddedChain,
} from '@twinseal/chain';
import { loadBackend, localAuthority, type PublicParameters } from '@twinseal/mibsc';
import { type DataDirectory, openDataDirectory } from '@twinseal/store';
import { serveAuthority } from './authority-server.js';
import type { Town, TownManifest } from './town.js';

export interface RunningTown {
  readonly town: Town;
  readonly manifest: TownManifest;
  readonly connection: Connection;
  readonly reader: ConsortiumReader;
  readonly params: PublicParameters;
  readonly service: ExtractionService;
  readonly authorityUrl: string;
  chain(): EmbeddedChain;
  /** Starts the chain again where its process died; a chain that was killed may have forgotten its last second. */
  restartChain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts chain and authority of a town.
 *
 * @throws UsageError, ChainError `port-taken`, StoreError `directory-in-use`
 */
export async function runTown(town: Town): Promise<RunningTown> {
  const manifest = await town.manifest();
  const directory: DataDirectory = await openDataDirectory(town.root);
  let chain: EmbeddedChain | undefined;
  let log: ExtractionLog | undefined;
  let stopService: (() => Promise<void>) | undefined;
  const stop = async () => {
    await stopService?.();
    await log?.close();
    await chain?.stop();
    await directory.release();
  };
  try {
    const startChain = () => startEmbeddedChain({ stateFile: town.chainState, port: manifest.chainPort });
    chain = await startChain();
    const connection = await connect(chain.url);
    const reader = new ConsortiumReader(connection, manifest.consortium);
    const { params, master } = await openAuthorityKeys(await loadBackend(), {
      masterSecret: town.masterSecret,
      parameters: town.parametersFile,
    });
    log = await ExtractionLog.open(town.extractionLog);
    const service = new ExtractionService({
      authority: localAuthority(params, master),
      domain: keyRequestDomain(manifest.consortium.chainId, manifest.consortium.hospitals),
      controllerOf: (identity) => reader.controllerOf(identity),
      log,
    });
    stopService = await serveAuthority(service, manifest.authorityPort);
    return {
      town,
      manifest,
      connection,
      reader,
      params,
      service,
      authorityUrl: `http://127.0.0.1:${manifest.authorityPort}`,
      chain: () => chain as EmbeddedChain,
      restartChain: async () => {
        await chain?.stop();
        chain = await startChain();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
