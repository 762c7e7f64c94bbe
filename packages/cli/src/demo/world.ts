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
  KEY_REQUEST_TYPES,
  keyRequestDomain,
  prepareKeyRequest,
} from '@twinseal/authority';
import {
  type Connection,
  type Consortium,
  ConsortiumReader,
  ConsortiumWriter,
  connect,
  deployConsortium,
  type EmbeddedChain,
  startEmbeddedChain,
} from '@twinseal/chain';
import type { HospitalTerms } from '@twinseal/contracts';
import { ACTION_KIND } from '@twinseal/contracts';
import { createControlKey, createVaultKey, deriveKey, type Gateway, writeKeyFile } from '@twinseal/gateway';
import {
  contractParameters,
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
  FolderBlobStore,
  Ledger,
  type OpenDatabase,
  openEmbeddedDatabase,
  ReceiptLog,
  SealedStore,
} from '@twinseal/store';
import { MODULES } from '@twinseal/twin';
import { bytesToHex, encodeAbiParameters, type LocalAccount, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';

import { PatientApp } from '../patient/patient-app.js';
import { UsageError } from '../usage-error.js';
import { LAYOUT_VERSION, type Layout, layoutOf } from './layout.js';

/** Largest recipient set of one capsule in a demonstration; the parameters take 96 bytes for each. */
const MAX_RECIPIENTS = 64;
/** Share of the hospitals that decides on admission. */
const QUORUM_PERCENT = 51;

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
  #ledger: Ledger | undefined;

  private constructor(
    readonly directory: DataDirectory,
    /** Undefined where the chain runs elsewhere. */
    readonly chain: EmbeddedChain | undefined,
    readonly connection: Connection,
    readonly database: OpenDatabase,
    readonly authorityKeys: AuthorityKeys,
    readonly extractionLog: ExtractionLog,
  ) {
    this.layout = layoutOf(directory.path);
    this.#params = authorityKeys.params;
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
    return this.#ledger as Ledger;
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
    const terms: HospitalTerms[] = names.map(({ id }, index) => ({
      id,
      epoch: 1,
      controller: (accounts[index] as LocalAccount).address,
      endpoint: `https://${id}.invalid`,
    }));
    // Keeps no power over what it deploys, so it need not be kept either.
    const deployer = privateKeyToAccount(generatePrivateKey());
    await this.#fund(deployer, ...accounts);
    const { digest, w, H1, H2 } = contractParameters(this.params);
    const deployment = await deployConsortium(this.connection, deployer, {
      founders: terms.slice(0, -1),
      quorumPercent: QUORUM_PERCENT,
      parameters: { digest: bytesToHex(digest), w: bytesToHex(w), H1: bytesToHex(H1), H2: bytesToHex(H2) },
    });
    this.deploymentGas = Object.values(deployment.gas).reduce((sum, gas) => sum + gas, 0);
    this.#reader = new ConsortiumReader(this.connection, deployment.consortium);
    this.#service = new ExtractionService({
      authority: localAuthority(this.params, this.authorityKeys.master),
      domain: this.#keyRequestDomain,
      controllerOf: (identity) => this.reader.controllerOf(identity),
      log: this.extractionLog,
    });
    await this.#admitByQuorum(terms.at(-1) as HospitalTerms, accounts.slice(0, -1));
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

  /** Stops everything, and gives the directory back. */
  async stop(): Promise<void> {
    await Promise.allSettled([
      ...this.hospitals.map(({ receipts }) => receipts.close()),
      this.extractionLog.close(),
      this.database.close(),
    ]);
    await this.chain?.stop();
    await this.directory.release();
  }

  async #openHospital(id: string, title: string, account: LocalAccount): Promise<HospitalParty> {
    const files = this.layout.hospital(id);
    const key = await this.#askForKey(hospitalIdentity(id), account, files.identityKey);
    const vaultKey = await createVaultKey(files.vaultKey);
    return {
      id,
      title,
      key,
      account,
      params: this.params,
      chain: this.reader,
      writer: new ConsortiumWriter(this.reader, account),
      blobs: new FolderBlobStore(files.blobs),
      ledger: this.ledger,
      receipts: await ReceiptLog.open(files.receipts),
      vault: new SealedStore(files.vault, vaultKey),
      lookupKey: deriveKey(vaultKey, 'lookup'),
      nowS: this.nowS,
    };
  }

  /** Asks the authority for the keys of an identity as its controller would over a network, and keeps them in a file of the party's own. */
  async #askForKey(identity: Identity, account: LocalAccount, file: string): Promise<IdentityKey> {
    const pending = await prepareKeyRequest(this.#keyRequestDomain, identity, this.nowS());
    const signature = await account.signTypedData({
      domain: this.#keyRequestDomain,
      types: KEY_REQUEST_TYPES,
      primaryType: 'KeyRequest',
      message: { ...pending.unsigned },
    });
    const service = this.#service as ExtractionService;
    const response = await service.extractFor({ ...pending.unsigned, signature });
    const key = decodeIdentityKey(this.params, await pending.open(response));
    await writeKeyFile(file, encodeIdentityKey(key));
    return key;
  }

  get #keyRequestDomain() {
    return keyRequestDomain(this.reader.consortium.chainId, this.reader.consortium.hospitals);
  }

  async #admitByQuorum(terms: HospitalTerms, founders: readonly LocalAccount[]): Promise<void> {
    const salt = bytesToHex(randomBytes(32));
    const writers = founders.map((account) => new ConsortiumWriter(this.reader, account));
    const action = await this.reader.actionDigest(ACTION_KIND.admit, admissionPayload(terms), salt);
    const needed = await this.reader.approvalsNeeded(action);
    // The one who sends the admission approves by sending it.
    for (const writer of writers.slice(1, needed)) await writer.approve(action);
    this.admissionGas = (await (writers[0] as ConsortiumWriter).admit(terms, salt)).gas;
  }

  /** The embedded chain's ether is free. On a real chain, whoever relays pays; patients never need any. */
  async #fund(...accounts: readonly LocalAccount[]): Promise<void> {
    const balance = `0x${parseEther('1000').toString(16)}`;
    for (const { address } of accounts) {
      await this.connection.reader
        .request({ method: 'anvil_setBalance' as never, params: [address, balance] as never })
        .catch((cause: unknown) => {
          throw new UsageError(
            `The chain at ${this.connection.url} gives no ether to the demonstration's accounts (anvil_setBalance). Use a development chain of your own, such as anvil.`,
            { cause },
          );
        });
    }
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

/** `abi.encode` of the arguments before the salt, as the quorum's action digest has them. */
function admissionPayload(terms: HospitalTerms) {
  return encodeAbiParameters(
    [
      {
        type: 'tuple',
        components: [
          { name: 'id', type: 'string' },
          { name: 'epoch', type: 'uint32' },
          { name: 'controller', type: 'address' },
          { name: 'endpoint', type: 'string' },
        ],
      },
    ],
    [terms],
  );
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
