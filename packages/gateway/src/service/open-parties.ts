/** Opening what a gateway works with: lock, chain, parameters, keys, database, sealed objects; each checked against what the chain says of this hospital. */

import { readFile } from 'node:fs/promises';
import {
  ChainError,
  ConsortiumReader,
  ConsortiumWriter,
  connect,
  type ConsortiumReader as Reader,
} from '@twinseal/chain';
import {
  decodeIdentityKey,
  decodeParameters,
  type IdentityKey,
  loadBackend,
  type PublicParameters,
  validateParameters,
} from '@twinseal/mibsc';
import { hospitalAuthorId, hospitalIdentity, toHex } from '@twinseal/record';
import {
  type DataDirectory,
  Ledger,
  type OpenDatabase,
  openBlobStore,
  openDatabase,
  openDataDirectory,
  ReceiptLog,
  SealedStore,
  type StatementHook,
  TwinAreas,
} from '@twinseal/store';
import { bytesToHex, isAddressEqual, type LocalAccount } from 'viem';
import { KeptWords, OwnMaps } from '../anchoring/index.js';
import type { GateParts } from '../api/gate.js';
import { blobConfig, databaseUrl, type GatewayConfig } from '../config/index.js';
import { GatewayError } from '../errors.js';
import type { Gateway } from '../ports.js';
import { missingRows } from '../rebuild/missing-rows.js';
import { deriveKey, readControlKey, readKeyFile } from './key-files.js';

const DAY_S = 86_400;

/** For tests: what is put in the place of the platform's. */
export interface Seams {
  /** Sees every statement of the database, and may make it fail. */
  readonly statements?: StatementHook;
  /** Puts other ports in the place of the real ones. */
  readonly wrap?: (gateway: Gateway) => Gateway;
  /** The clock, in seconds since 1970. */
  readonly nowS?: () => number;
  /** Told of every step of the gate before the Twin API. */
  readonly onStep?: GateParts['onStep'];
}

/** A gateway's parts, open. */
export interface Parties {
  readonly gateway: Gateway;
  readonly directory: DataDirectory;
  readonly database: OpenDatabase;
  /** Online and offline areas of the twins. */
  readonly areas: TwinAreas;
  readonly receipts: ReceiptLog;
  /** The maps of lanes that this hospital anchored. */
  readonly maps: OwnMaps;
  /** Words of lanes in batches: the own ones, and others' that were taken. */
  readonly words: KeptWords;
  /** The gateway's own author id, 64 hexadecimal digits. */
  readonly self: string;
  /** Closes everything in the order that loses nothing, and gives the directory back. */
  close(): Promise<void>;
}

/**
 * Opens a gateway's parts.
 *
 * @throws StoreError, ChainError, ConfigError, MibscError; GatewayError `not-admitted` where the chain does not know this hospital under this control key and epoch, or
 *   `parameters-differ` where the parameters are not those that the consortium pinned, `rebuild-due` where the database lacks what the chain has. What was opened is closed again
 */
export async function openParties(
  config: GatewayConfig,
  env: Readonly<Record<string, string | undefined>>,
  seams: Seams = {},
): Promise<Parties> {
  const directory = await openDataDirectory(config.dataDir);
  const closers: (() => Promise<void>)[] = [() => directory.release()];
  const close = async () => {
    for (const each of closers.splice(0).reverse()) await each().catch(() => undefined);
  };
  try {
    const backend = await loadBackend();
    const connection = await connect(config.chain.url).catch((cause: unknown) => {
      if (!(cause instanceof ChainError) || cause.code !== 'unreachable') throw cause;
      throw new ChainError(
        'unreachable',
        `No Ethereum node answers at ${config.chain.url}. Start the chain first, or change chain.url in ${config.file}.`,
        { cause },
      );
    });
    const plain = new ConsortiumReader(connection, config.consortium);
    const params = validateParameters(
      decodeParameters(backend, new Uint8Array(await readFile(config.parametersFile))),
    );
    const key = decodeIdentityKey(params, await readKeyFile(config.keys.identityFile));
    const account = await readControlKey(config.keys.controlFile);
    const self = await assertAdmitted(plain, config, params, key, account);
    const database = await openDatabase(
      config.database.kind === 'pglite' ? `pglite:${config.database.folder}` : await databaseUrl(config, env),
      {
        owner: config.hospital,
        ...(seams.statements === undefined ? {} : { hook: seams.statements }),
      },
    );
    closers.push(() => database.close());
    const online = await openBlobStore(await blobConfig(config, env));
    closers.push(() => online.close());
    const offline = await openBlobStore(await blobConfig(config, env, 'offline'));
    closers.push(() => offline.close());
    const receipts = await ReceiptLog.open(config.receiptsFile);
    closers.push(() => receipts.close());
    const vaultKey = await readKeyFile(config.keys.vaultFile);
    const ledger = new Ledger(database.db);
    const vault = new SealedStore(config.vaultFolder, vaultKey);
    const rowsOf = (twinId: string) => ledger.lane({ twinId, authorId: self });
    const maps = new OwnMaps({ vault, self, rowsOf });
    const words = new KeptWords({ vault, own: maps, self });
    const chain = plain.withWords(words);
    if ((await missingRows(ledger, chain, self)) > 0) {
      throw new GatewayError(
        'rebuild-due',
        `The database lacks instances that this hospital has anchored: it was lost, emptied or put back from an old copy. Run "twinseal rebuild --config ${config.file}" first.`,
      );
    }
    const nowS = seams.nowS ?? (() => Math.floor(Date.now() / 1000));
    const areas = new TwinAreas({
      database,
      storageKey: deriveKey(vaultKey, 'storage'),
      online,
      offline,
      objectsOf: (twinId) => ledger.objectsOf(twinId),
      policy: { inactiveAfterS: config.storagePolicy.inactiveAfterDays * DAY_S },
      nowS,
    });
    const real: Gateway = {
      id: config.hospital,
      key,
      account,
      params,
      chain,
      writer: new ConsortiumWriter(chain, account),
      blobs: areas.blobs,
      ledger,
      receipts,
      vault,
      lookupKey: deriveKey(vaultKey, 'lookup'),
      purposes: config.reading.purposes,
      nowS,
    };
    const gateway = seams.wrap?.(real) ?? real;
    return { gateway, directory, database, areas, receipts, maps, words, self, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function assertAdmitted(
  chain: Reader,
  config: GatewayConfig,
  params: PublicParameters,
  key: IdentityKey,
  account: LocalAccount,
): Promise<string> {
  const self = bytesToHex(hospitalAuthorId(config.hospital));
  if (toHex(params.digest) !== toHex(await chain.parametersDigest())) {
    throw new GatewayError(
      'parameters-differ',
      `The parameters in ${config.parametersFile} are not those that the consortium pinned on the chain. Get them from the authority again.`,
    );
  }
  const hospital = await chain.hospital(self);
  if (hospital === undefined || hospital.status !== 1) {
    throw new GatewayError(
      'not-admitted',
      `The chain has no active hospital ${config.hospital}. Ask the consortium to admit it, or check the contract addresses in ${config.file}.`,
    );
  }
  if (!isAddressEqual(hospital.controller, account.address)) {
    throw new GatewayError(
      'not-admitted',
      `The chain names another control key for ${config.hospital} than the one in ${config.keys.controlFile}.`,
    );
  }
  const expected = hospitalIdentity(config.hospital, hospital.epoch);
  if (key.identity.name !== expected.name || key.identity.epoch !== expected.epoch) {
    throw new GatewayError(
      'not-admitted',
      `The identity key in ${config.keys.identityFile} is not that of ${config.hospital} in epoch ${hospital.epoch}. Ask the authority for it.`,
    );
  }
  return self.slice(2);
}
