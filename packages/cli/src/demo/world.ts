/**
 * The parties of a demonstration, in one process: the embedded chain with the consortium's contracts, the authority, the hospitals' gateways, the patients' apps. Each
 * party keeps its keys in a folder of its own.
 */

import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type AuthorityKeys,
  createAuthorityKeys,
  ExtractionLog,
  ExtractionService,
  keyRequestDomain,
} from '@twinseal/authority';
import {
  type Connection,
  type Consortium,
  type ConsortiumReader,
  ConsortiumWriter,
  connect,
  type EmbeddedChain,
  startEmbeddedChain,
} from '@twinseal/chain';
import {
  createControlKey,
  createVaultKey,
  deriveKey,
  type Gateway,
  readControlKey,
  readKeyFile,
  writeKeyFile,
} from '@twinseal/gateway';
import {
  decodeIdentityKey,
  encodeIdentityKey,
  type Identity,
  type IdentityKey,
  loadBackend,
  localAuthority,
  type PublicParameters,
} from '@twinseal/mibsc';
import { hospitalIdentity, patientIdentity } from '@twinseal/record';
import {
  type DataDirectory,
  type EmbeddedDatabase,
  FolderBlobStore,
  Ledger,
  openEmbeddedDatabase,
  ReceiptLog,
  SealedStore,
} from '@twinseal/store';
import { MODULES } from '@twinseal/twin';
import type { LocalAccount } from 'viem';
import { askForKey, extractHere, foundOnChain } from '../consortium/founding.js';
import { PatientApp } from '../patient/patient-app.js';
import { LAYOUT_VERSION, type Layout, layoutOf } from './layout.js';

/** Largest recipient set of one capsule in a demonstration; the parameters take 96 bytes for each. */
const MAX_RECIPIENTS = 64;

/** A hospital of the demonstration. */
export interface HospitalParty extends Gateway {
  /** The name in the input, for the terminal only; never written down. */
  readonly title: string;
}

/** A patient's side of the demonstration. */
export interface PatientParty {
  readonly app: PatientApp;
  readonly key: IdentityKey;
  readonly vault: SealedStore;
  readonly lookupKey: Uint8Array;
}

/** Which chain to use: an embedded one on a port, or one that runs already. */
export interface ChainChoice {
  /** TCP port of the embedded chain; a free one where it is left out. */
  readonly port?: number;
  /** JSON-RPC address of a development chain that runs already and lets anyone set balances (anvil). */
  readonly url?: string;
}

/** What `twinseal.json` says: public, and enough to find everything again. */
export interface WorldManifest {
  readonly format: 'twinseal/data-directory';
  readonly version: number;
  readonly consortium: Consortium;
  /** Where the chain is, where it is not the embedded one of this directory. */
  readonly chainUrl?: string;
  readonly hospitals: readonly string[];
  readonly patients: readonly string[];
}

export class World {
  readonly layout: Layout;
  readonly hospitals: HospitalParty[] = [];
  readonly patients: PatientParty[] = [];
  /** Transaction gas of the last hospital's admission. */
  admissionGas = 0;
  deploymentGas = 0;

  #params: PublicParameters | undefined;
  #reader: ConsortiumReader | undefined;
  #service: ExtractionService | undefined;
  #ledger: Ledger;
  #database: EmbeddedDatabase;
  /** How many gateways were closed and opened again from what lies on disk. */
  restarts = 0;

  private constructor(
    readonly directory: DataDirectory,
    /** Undefined where the chain runs elsewhere. */
    readonly chain: EmbeddedChain | undefined,
    readonly connection: Connection,
    database: EmbeddedDatabase,
    readonly authorityKeys: AuthorityKeys,
    readonly extractionLog: ExtractionLog,
  ) {
    this.layout = layoutOf(directory.path);
    this.#params = authorityKeys.params;
    this.#database = database;
    this.#ledger = new Ledger(database.db);
  }

  /**
   * Starts chain, database and authority in an empty data directory, whose lock the caller holds.
   *
   * @throws ChainError, StoreError; what was started is stopped again
   */
  static async start(directory: DataDirectory, at: ChainChoice = {}): Promise<World> {
    const layout = layoutOf(directory.path);
    const backend = await loadBackend();
    // The chain first: what is wrong with it should be said before the slower database is made.
    const chain =
      at.url === undefined ? await startEmbeddedChain({ stateFile: layout.chainState, ...at }) : undefined;
    try {
      const connection = await connect(chain?.url ?? (at.url as string));
      const database = await openEmbeddedDatabase(layout.database);
      const keys = await createAuthorityKeys(backend, MAX_RECIPIENTS, layout);
      const log = await ExtractionLog.open(layout.extractionLog);
      return new World(directory, chain, connection, database, keys, log);
    } catch (error) {
      await chain?.stop();
      throw error;
    }
  }

  get params(): PublicParameters {
    return this.#params as PublicParameters;
  }

  get reader(): ConsortiumReader {
    if (this.#reader === undefined) throw new TypeError('found the consortium first');
    return this.#reader;
  }

  get ledger(): Ledger {
    return this.#ledger;
  }

  /** The database of all its gateways. */
  get database(): EmbeddedDatabase {
    return this.#database;
  }

  nowS(): number {
    return Math.floor(Date.now() / 1000);
  }

  /**
   * Deploys the contracts with all but the last hospital as founders, who then admit the last one by quorum; and gives every hospital its keys.
   *
   * @param names id and title of each hospital, at least three
   */
  async foundConsortium(names: readonly { readonly id: string; readonly title: string }[]): Promise<void> {
    const accounts = await Promise.all(
      names.map(({ id }) => createControlKey(this.layout.hospital(id).controlKey)),
    );
    const founded = await foundOnChain(
      this.connection,
      this.params,
      names.map(({ id }, index) => {
        const account = accounts[index] as LocalAccount;
        const terms = { id, epoch: 1, controller: account.address, endpoint: `https://${id}.invalid` };
        return { terms, account };
      }),
    );
    this.deploymentGas = founded.deploymentGas;
    this.admissionGas = founded.admissionGas;
    this.#reader = founded.reader;
    const { chainId, hospitals } = founded.reader.consortium;
    this.#service = new ExtractionService({
      authority: localAuthority(this.params, this.authorityKeys.master),
      domain: keyRequestDomain(chainId, hospitals),
      controllerOf: (identity) => this.reader.controllerOf(identity),
      log: this.extractionLog,
    });
    for (const [index, { id, title }] of names.entries()) {
      this.hospitals.push(await this.#openHospital(id, title, accounts[index] as LocalAccount));
    }
    await this.#writeManifest();
  }

  /** A new patient with a random twin id, and the app that holds its keys. The twin is not registered yet. */
  async welcomePatient(): Promise<{ app: PatientApp; vault: SealedStore; vaultKey: Uint8Array }> {
    const twinId = randomBytes(32).toString('hex');
    const files = this.layout.patient(twinId);
    const account = await createControlKey(files.controlKey);
    const vaultKey = await createVaultKey(files.vaultKey);
    const vault = new SealedStore(files.vault, vaultKey);
    return { app: await PatientApp.create(vault, account, twinId, MODULES), vault, vaultKey };
  }

  /** Gives a registered patient its keys, and remembers the party. */
  async equipPatient(welcomed: {
    app: PatientApp;
    vault: SealedStore;
    vaultKey: Uint8Array;
  }): Promise<PatientParty> {
    const { app, vault, vaultKey } = welcomed;
    const key = await this.#askForKey(
      patientIdentity(app.twinId),
      app.account,
      this.layout.patient(app.twinId).identityKey,
    );
    const party: PatientParty = { app, key, vault, lookupKey: deriveKey(vaultKey, 'lookup') };
    this.patients.push(party);
    await this.#writeManifest();
    return party;
  }

  /** Closes every gateway, and opens it again from what lies on disk: keys, vault, sealed objects, receipts, database. */
  async restartGateways(): Promise<void> {
    await Promise.all(this.hospitals.map(({ receipts }) => receipts.close()));
    await this.#database.close();
    this.#database = await openEmbeddedDatabase(this.layout.database);
    this.#ledger = new Ledger(this.#database.db);
    for (const [index, { id, title }] of this.hospitals.entries()) {
      const files = this.layout.hospital(id);
      this.hospitals[index] = await this.#gateway(id, title, {
        account: await readControlKey(files.controlKey),
        key: decodeIdentityKey(this.params, await readKeyFile(files.identityKey)),
        vaultKey: await readKeyFile(files.vaultKey),
      });
      this.restarts++;
    }
  }

  /** Stops everything, and gives the directory back. */
  async stop(): Promise<void> {
    await Promise.allSettled([
      ...this.hospitals.map(({ receipts }) => receipts.close()),
      this.extractionLog.close(),
      this.#database.close(),
    ]);
    await this.chain?.stop();
    await this.directory.release();
  }

  async #openHospital(id: string, title: string, account: LocalAccount): Promise<HospitalParty> {
    const files = this.layout.hospital(id);
    const key = await this.#askForKey(hospitalIdentity(id), account, files.identityKey);
    return this.#gateway(id, title, { account, key, vaultKey: await createVaultKey(files.vaultKey) });
  }

  async #gateway(
    id: string,
    title: string,
    keys: { readonly account: LocalAccount; readonly key: IdentityKey; readonly vaultKey: Uint8Array },
  ): Promise<HospitalParty> {
    const files = this.layout.hospital(id);
    return {
      id,
      title,
      key: keys.key,
      account: keys.account,
      params: this.params,
      chain: this.reader,
      writer: new ConsortiumWriter(this.reader, keys.account),
      blobs: new FolderBlobStore(files.blobs),
      ledger: this.ledger,
      receipts: await ReceiptLog.open(files.receipts),
      vault: new SealedStore(files.vault, keys.vaultKey),
      lookupKey: deriveKey(keys.vaultKey, 'lookup'),
      nowS: this.nowS,
    };
  }

  /** Asks the authority for the keys of an identity as its controller would over a network, and keeps them in a file of the party's own. */
  async #askForKey(identity: Identity, account: LocalAccount, file: string): Promise<IdentityKey> {
    const service = this.#service as ExtractionService;
    const key = await askForKey(this.reader.consortium, this.params, identity, account, extractHere(service));
    await writeKeyFile(file, encodeIdentityKey(key));
    return key;
  }

  async #writeManifest(): Promise<void> {
    const manifest: WorldManifest = {
      format: 'twinseal/data-directory',
      version: LAYOUT_VERSION,
      consortium: this.reader.consortium,
      ...(this.chain === undefined ? { chainUrl: this.connection.url } : {}),
      hospitals: this.hospitals.map(({ id }) => id),
      patients: this.patients.map(({ app }) => app.twinId),
    };
    await mkdir(dirname(this.layout.manifest), { recursive: true });
    await writeFile(this.layout.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
    await chmod(this.layout.manifest, 0o644);
  }
}

/** Reads `twinseal.json`. @throws TypeError where it is not one of a version that this program knows */
export async function readWorldManifest(layout: Layout): Promise<WorldManifest> {
  const manifest = JSON.parse(await readFile(layout.manifest, 'utf8')) as WorldManifest;
  if (manifest.format !== 'twinseal/data-directory' || manifest.version !== LAYOUT_VERSION) {
    throw new TypeError(
      `${layout.manifest}: expected format twinseal/data-directory, version ${LAYOUT_VERSION}`,
    );
  }
  return manifest;
}
