/** The shared parties of a town while they run: its chain and its authority. Gateways are processes of their own. */

import { ExtractionLog, ExtractionService, keyRequestDomain, openAuthorityKeys } from '@twinseal/authority';
import {
  ChainError,
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

/** How often a chain that ends by itself is looked after, and for how long its port may still be taken by the one before, in ms. */
const CHAIN_RETRY_MS = 500;
const CHAIN_PORT_MS = 20_000;

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
  let isStopping = false;
  let watching: Promise<void> = Promise.resolve();
  const stop = async () => {
    isStopping = true;
    await watching;
    await stopService?.();
    await log?.close();
    await chain?.stop();
    await directory.release();
  };
  try {
    const startChain = () => startChainAt(town.chainState, manifest.chainPort, () => isStopping);
    /** A node that dies is started again: the gateways notice what it forgot, and bring it back. */
    const watch = (node: EmbeddedChain): void => {
      void node.ended.then(() => {
        if (isStopping || node !== chain) return;
        watching = (async () => {
          await node.stop();
          while (!isStopping) {
            try {
              chain = await startChain();
              watch(chain);
              return;
            } catch {
              await pause(CHAIN_RETRY_MS);
            }
          }
        })();
      });
    };
    chain = await startChain();
    watch(chain);
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
        const before = chain;
        chain = undefined;
        await before?.stop();
        chain = await startChain();
        watch(chain);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The node of a town that was killed a moment ago may still be writing its state. @throws ChainError `port-taken` where the port stays taken */
async function startChainAt(
  stateFile: string,
  port: number,
  isStopping: () => boolean,
): Promise<EmbeddedChain> {
  const until = performance.now() + CHAIN_PORT_MS;
  for (;;) {
    try {
      return await startEmbeddedChain({ stateFile, port });
    } catch (error) {
      const isTaken = error instanceof ChainError && error.code === 'port-taken';
      if (!isTaken || isStopping() || performance.now() > until) throw error;
      await pause(CHAIN_RETRY_MS);
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
