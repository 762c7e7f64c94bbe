/** A consortium on a real chain, with each hospital's files laid out as its configuration says; and a patient who signs. */

import { randomBytes } from 'node:crypto';
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
import type { GrantTerms } from '@twinseal/contracts';
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
import { fromHex, hospitalIdentity, patientIdentity } from '@twinseal/record';
import { SealedStore } from '@twinseal/store';
import { bytesToHex, type Hex, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import type { LaneAuthor } from '../../src/lane-author.js';
import type { Gateway } from '../../src/ports.js';
import { type GrantJson, grantToJson } from '../../src/twins/grant-json.js';
import { authorIdOf, SigningPatient } from '../support/patient.js';

export { authorIdOf, MODULES, statements } from '../support/patient.js';

export const HOSPITALS = ['north', 'south', 'west'] as const;
export type HospitalId = (typeof HOSPITALS)[number];

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

/** A patient whose gateways are opened by the test. */
export class TestPatient extends SigningPatient {
  private constructor(
    readonly world: TestConsortium,
    twinId: string,
    key: IdentityKey,
    vault: SealedStore,
  ) {
    super(world, twinId, key, vault);
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
    const patient = new TestPatient(world, twinId, key, vault);
    const { terms, grants, signature } = await patient.signRegistration(
      authorIdOf(custodian.id),
      contributors.map(authorIdOf),
    );
    await custodian.writer.register(terms, grants, signature);
    return patient;
  }

  /** Grants a hospital reading of some modules, relayed by a gateway. */
  async grant(relay: Gateway, hospital: HospitalId, modules: readonly string[]): Promise<GrantTerms> {
    const { terms, signature } = await this.signReading(authorIdOf(hospital), modules);
    await relay.writer.grant(terms, this.account.address, signature);
    return terms;
  }

  /** A grant of reading, signed and not relayed; numbers as text, as they travel. */
  async signedGrant(
    hospital: HospitalId,
    modules: readonly string[],
  ): Promise<{ terms: GrantJson; signature: Hex }> {
    const { terms, signature } = await this.signReading(authorIdOf(hospital), modules);
    return { terms: grantToJson(terms), signature };
  }

  /** A revocation, signed and not relayed. */
  async signedRevocation(grantId: Hex) {
    const { nonce, deadline, signature } = await this.signRevoke(grantId);
    const signer = this.account.address;
    return { grantId, nonce: nonce.toString(), deadline: deadline.toString(), signer, signature };
  }

  /** Revokes every grant of reading, relayed by a gateway: the twin's access version rises. */
  async revoke(relay: Gateway, grantId: Hex): Promise<void> {
    const { nonce, deadline, signature } = await this.signRevoke(grantId);
    await relay.writer.revoke(this.id, grantId, nonce, deadline, this.account.address, signature);
  }

  /** The author of a hospital's lane of this twin. */
  authorAt(gateway: Gateway): Promise<LaneAuthor> {
    return this.authorWith(gateway.key, gateway.vault as SealedStore);
  }
}
