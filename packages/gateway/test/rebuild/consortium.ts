/** A consortium on a real chain, with each hospital's files laid out as its configuration says; and a patient who signs. */

import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Connection,
  type Consortium,
  ConsortiumReader,
  connect,
  deployConsortium,
  type EmbeddedChain,
  startEmbeddedChain,
} from '@twinseal/chain';
import {
  accessDomain,
  accessTypes,
  type GrantTerms,
  OPERATION,
  registrationDomain,
  registrationTypes,
  ZERO_32,
} from '@twinseal/contracts';
import {
  contractParameters,
  encodeIdentityKey,
  encodeParameters,
  type IdentityKey,
  type KeyAuthority,
  loadBackend,
  localAuthority,
  type PublicParameters,
  setup,
} from '@twinseal/mibsc';
import {
  authorId,
  formatName,
  fromHex,
  hospitalIdentity,
  patientIdentity,
  purposeDigest,
} from '@twinseal/record';
import { SealedStore } from '@twinseal/store';
import { bytesToHex, type Hex, type LocalAccount, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { LaneAuthor } from '../../src/lane-author.js';
import type { Gateway } from '../../src/ports.js';
import { type GrantJson, grantToJson } from '../../src/twins/grant-json.js';
import { type AccessSlip, scopesOf } from '../../src/usecases/request-access.js';

export const MODULES = ['conditions', 'medications', 'observations'] as const;
export const HOSPITALS = ['north', 'south', 'west'] as const;
export type HospitalId = (typeof HOSPITALS)[number];

const DAY_S = 86_400;
const now = () => Math.floor(Date.now() / 1000);

export const authorIdOf = (hospital: string): Hex =>
  bytesToHex(authorId(formatName({ kind: 'hospital', hospital })));

export interface TestConsortium {
  readonly root: string;
  readonly chain: EmbeddedChain;
  readonly connection: Connection;
  readonly reader: ConsortiumReader;
  readonly consortium: Consortium;
  readonly params: PublicParameters;
  readonly authority: KeyAuthority;
  /** The configuration file of a hospital. */
  configFile(hospital: HospitalId): string;
  /** Its content, to be changed and written elsewhere. */
  configOf(hospital: HospitalId): Record<string, unknown>;
  stop(): Promise<void>;
}

/**
 * Deploys the contracts with three founders, gives each its keys, and writes a configuration for each.
 *
 * @param endpoints where peers find a hospital; nowhere by default
 */
export async function foundConsortium(
  endpoints: Readonly<Partial<Record<HospitalId, string>>> = {},
): Promise<TestConsortium> {
  const endpointOf = (id: HospitalId) => endpoints[id] ?? `https://${id}.invalid`;
  const root = await mkdtemp(join(tmpdir(), 'twinseal-consortium-'));
  const chain = await startEmbeddedChain({ stateFile: join(root, 'chain', 'state.json') });
  const connection = await connect(chain.url);
  const { params, master } = setup(await loadBackend(), 8);
  const authority = localAuthority(params, master);
  const founders = HOSPITALS.map((id) => {
    const secret = generatePrivateKey();
    return { id, secret, account: privateKeyToAccount(secret) };
  });
  const deployer = privateKeyToAccount(generatePrivateKey());
  for (const { address } of [deployer, ...founders.map(({ account }) => account)])
    await fund(connection, address);
  const { digest, w, H1, H2 } = contractParameters(params);
  const { consortium } = await deployConsortium(connection, deployer, {
    founders: founders.map(({ id, account }) => ({
      id,
      epoch: 1,
      controller: account.address,
      endpoint: endpointOf(id),
    })),
    quorumPercent: 51,
    parameters: { digest: bytesToHex(digest), w: bytesToHex(w), H1: bytesToHex(H1), H2: bytesToHex(H2) },
  });
  await writeFile(join(root, 'parameters.bin'), encodeParameters(params));
  const configOf = (hospital: HospitalId) => ({
    hospital,
    dataDir: hospital,
    listen: { port: 0 },
    endpoint: endpointOf(hospital),
    chain: { url: chain.url, pollS: 0.1 },
    consortium,
    parametersFile: 'parameters.bin',
  });
  for (const { id, secret } of founders) {
    const keys = join(root, id, 'keys');
    await mkdir(keys, { recursive: true, mode: 0o700 });
    const identityKey = encodeIdentityKey(await authority.extract(hospitalIdentity(id)));
    const files: [string, Uint8Array][] = [
      ['identity.key', identityKey],
      ['control.key', fromHex(secret.slice(2), 32)],
      ['vault.key', new Uint8Array(randomBytes(32))],
    ];
    for (const [name, bytes] of files) await writeFile(join(keys, name), bytes, { mode: 0o600 });
    await writeFile(join(root, `${id}.json`), JSON.stringify(configOf(id)));
  }
  return {
    root,
    chain,
    connection,
    reader: new ConsortiumReader(connection, consortium),
    consortium,
    params,
    authority,
    configFile: (hospital) => join(root, `${hospital}.json`),
    configOf,
    stop: () => chain.stop(),
  };
}

/** The embedded chain's ether is free. */
export async function fund(connection: Connection, address: Hex): Promise<void> {
  const balance = `0x${parseEther('1000').toString(16)}`;
  await connection.reader.request({
    method: 'anvil_setBalance' as never,
    params: [address, balance] as never,
  });
}

/** A patient with the keys that no gateway holds. */
export class TestPatient {
  readonly twinId = randomBytes(32).toString('hex');
  readonly lookupKey = new Uint8Array(randomBytes(32));
  readonly vault: SealedStore;
  readonly #account: LocalAccount = privateKeyToAccount(generatePrivateKey());
  readonly #salts = Object.fromEntries(MODULES.map((module) => [module, randomBytes(32).toString('hex')]));
  readonly #purposeSalt = randomBytes(32).toString('hex');

  private constructor(
    readonly world: TestConsortium,
    readonly key: IdentityKey,
    vault: SealedStore,
    twinId: string,
  ) {
    this.twinId = twinId;
    this.vault = vault;
  }

  /** Registers at a custodian, and allows hospitals to contribute. */
  static async register(
    world: TestConsortium,
    custodian: Gateway,
    contributors: readonly HospitalId[],
  ): Promise<TestPatient> {
    const twinId = randomBytes(32).toString('hex');
    const vault = new SealedStore(join(world.root, 'patient', twinId), new Uint8Array(randomBytes(32)));
    const key = await world.authority.extract(patientIdentity(twinId));
    const patient = new TestPatient(world, key, vault, twinId);
    const terms = {
      twinId: patient.id,
      kind: 0,
      control: patient.#account.address,
      identityEpoch: 1,
      custodian: authorIdOf(custodian.id),
      deadline: BigInt(now() + 3600),
    };
    const grants = contributors.map((hospital, index) =>
      patient.#terms(hospital, [...MODULES], OPERATION.contribute, BigInt(index)),
    );
    const { chainId, registration } = world.consortium;
    const signature = await patient.#account.signTypedData({
      domain: registrationDomain(BigInt(chainId), registration),
      types: registrationTypes,
      primaryType: 'RegisterTwin',
      message: { ...terms, grants },
    });
    await custodian.writer.register(terms, grants, signature);
    return patient;
  }

  get id(): Hex {
    return `0x${this.twinId}`;
  }

  /** The account that controls the twin. */
  get account(): LocalAccount {
    return this.#account;
  }

  slip(grant?: GrantTerms): AccessSlip {
    return {
      twinId: this.twinId,
      scopeSalts: this.#salts,
      purposeSalt: this.#purposeSalt,
      ...(grant === undefined ? {} : { grant }),
    };
  }

  /** Grants a hospital reading of some modules, relayed by a gateway. */
  async grant(relay: Gateway, hospital: HospitalId, modules: readonly string[]): Promise<GrantTerms> {
    const terms = this.#terms(
      hospital,
      modules,
      OPERATION.read,
      await this.world.reader.consentNonce(this.id),
    );
    const signature = await this.#account.signTypedData({
      domain: this.#accessDomain,
      types: accessTypes,
      primaryType: 'Grant',
      message: { ...terms },
    });
    await relay.writer.grant(terms, this.#account.address, signature);
    return terms;
  }

  /** A grant of reading, signed and not relayed; numbers as text, as they travel. */
  async signedGrant(
    hospital: HospitalId,
    modules: readonly string[],
  ): Promise<{ terms: GrantJson; signature: Hex }> {
    const nonce = await this.world.reader.consentNonce(this.id);
    const terms = this.#terms(hospital, modules, OPERATION.read, nonce);
    const signature = await this.#account.signTypedData({
      domain: this.#accessDomain,
      types: accessTypes,
      primaryType: 'Grant',
      message: { ...terms },
    });
    return { terms: grantToJson(terms), signature };
  }

  /** A revocation, signed and not relayed. */
  async signedRevocation(grantId: Hex) {
    const nonce = await this.world.reader.consentNonce(this.id);
    const deadline = BigInt(now() + 3600);
    const signature = await this.#account.signTypedData({
      domain: this.#accessDomain,
      types: accessTypes,
      primaryType: 'Revoke',
      message: { twinId: this.id, grantId, nonce, deadline },
    });
    const signer = this.#account.address;
    return { grantId, nonce: nonce.toString(), deadline: deadline.toString(), signer, signature };
  }

  /** Revokes every grant of reading, relayed by a gateway: the twin's access version rises. */
  async revoke(relay: Gateway, grantId: Hex): Promise<void> {
    const nonce = await this.world.reader.consentNonce(this.id);
    const deadline = BigInt(now() + 3600);
    const signature = await this.#account.signTypedData({
      domain: this.#accessDomain,
      types: accessTypes,
      primaryType: 'Revoke',
      message: { twinId: this.id, grantId, nonce, deadline },
    });
    await relay.writer.revoke(this.id, grantId, nonce, deadline, this.#account.address, signature);
  }

  /** The author of the own lane. */
  async author(): Promise<LaneAuthor> {
    return withSalts(this, this.key, this.vault);
  }

  /** The author of a hospital's lane of this twin. */
  async authorAt(gateway: Gateway): Promise<LaneAuthor> {
    return withSalts(this, gateway.key, gateway.vault as SealedStore);
  }

  get #accessDomain() {
    return accessDomain(BigInt(this.world.consortium.chainId), this.world.consortium.access);
  }

  #terms(hospital: HospitalId, modules: readonly string[], operations: number, nonce: bigint): GrantTerms {
    const purpose = purposeDigest(fromHex(this.twinId, 32), fromHex(this.#purposeSalt, 32), 'TREAT');
    return {
      twinId: this.id,
      hospital: authorIdOf(hospital),
      staff: ZERO_32,
      scopes: scopesOf(this.slip(), modules),
      purposes: [bytesToHex(purpose)],
      operations,
      notBefore: BigInt(now() - 60),
      expiry: BigInt(now() + 30 * DAY_S),
      fullHistory: true,
      nonce,
      deadline: BigInt(now() + 3600),
    };
  }
}

async function withSalts(patient: TestPatient, key: IdentityKey, vault: SealedStore): Promise<LaneAuthor> {
  const { params, reader } = patient.world;
  const author = new LaneAuthor({
    params,
    domain: reader.domain,
    key,
    twinId: fromHex(patient.twinId, 32),
    vault,
  });
  const { scopeSalts } = patient.slip();
  await author.keepScopeSalts(
    new Map(Object.entries(scopeSalts).map(([module, salt]) => [module, fromHex(salt, 32)])),
  );
  return author;
}

/** Statements about a patient that does not exist. */
export function statements(...ids: readonly string[]) {
  return ids.map((id) => ({
    op: 'put' as const,
    source: { system: 'urn:example:records', id, version: '1' },
    sourceTime: '2026-01-01T08:00:00Z',
    recordedTime: '2026-01-02T08:00:00Z',
    resource: {
      resourceType: 'Observation',
      id: createHash('sha256').update(id).digest('hex').slice(0, 16),
      status: 'final',
    },
  }));
}
