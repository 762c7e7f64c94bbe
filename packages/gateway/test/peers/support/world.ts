/** Three hospitals on a real chain, each with its own keys, database, objects, receipts and HTTP server; and a patient with the own keys. Servers can be made to lie. */

import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ConsortiumReader,
  ConsortiumWriter,
  connect,
  deployConsortium,
  type EmbeddedChain,
  startEmbeddedChain,
} from '@twinseal/chain';
import { ACTION_KIND, authorizedHospitalsAbi, type GrantTerms } from '@twinseal/contracts';
import {
  contractParameters,
  type IdentityKey,
  loadBackend,
  localAuthority,
  type PublicParameters,
  setup,
} from '@twinseal/mibsc';
import {
  fromHex,
  hospitalIdentity,
  laneId,
  patientIdentity,
  type RecordSource,
  toHex,
} from '@twinseal/record';
import { FolderBlobStore, Ledger, openEmbeddedDatabase, ReceiptLog, SealedStore } from '@twinseal/store';
import Fastify, { type FastifyInstance } from 'fastify';
import { bytesToHex, type Hex, type LocalAccount, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import type { LaneAuthor } from '../../../src/lane-author.js';
import { LaneSource } from '../../../src/lane-source.js';
import {
  type LaneRef,
  PEER_PREFIX,
  PeerClient,
  type PeerClientLimits,
  PeerDirectory,
  type PeerFault,
  type PeerRoutesOptions,
  peerRoutes,
  type SentUpdate,
} from '../../../src/peers/index.js';
import type { Gateway } from '../../../src/ports.js';
import { addToLane } from '../../../src/usecases/add-to-lane.js';
import { anchorPending } from '../../../src/usecases/anchor-pending.js';
import { type OpenedTwin, openTwin } from '../../../src/usecases/open-twin.js';
import { requestAccess } from '../../../src/usecases/request-access.js';
import { authorIdOf, nowS, PURPOSE, SigningPatient, statements } from '../../support/patient.js';

export { authorIdOf, MODULES, nowS, PURPOSE, statements } from '../../support/patient.js';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;
/** What stands in front of a gateway, and may answer in its place. */
export type Lie = (request: IncomingMessage, response: ServerResponse, honest: Handler) => void;

export interface TestHospital {
  readonly id: string;
  readonly authorId: Hex;
  readonly account: LocalAccount;
  readonly gateway: Gateway;
  readonly origin: string;
  readonly app: FastifyInstance;
  readonly directory: PeerDirectory;
  readonly client: PeerClient;
  /** What the client told of. */
  readonly faults: PeerFault[];
  /** The receipts that the client told of, in hexadecimal. */
  readonly released: string[];
  /** What the routes told of. */
  readonly kept: string[];
  identityShared: number;
  lie: Lie | undefined;
  /** Seconds that this hospital's clock is wrong. */
  clockOffsetS: number;
  /** A client of the same hospital with other limits. */
  clientWith(options: {
    timeoutMs?: number;
    limits?: Partial<PeerClientLimits>;
    nowS?: () => number;
    account?: LocalAccount;
    directory?: PeerDirectory;
  }): PeerClient;
  stop(): Promise<void>;
}

export interface TestWorld {
  readonly root: string;
  readonly chain: EmbeddedChain;
  readonly reader: ConsortiumReader;
  readonly params: PublicParameters;
  readonly hospitals: Readonly<Record<'north' | 'south' | 'west', TestHospital>>;
  /** The keys of a patient's identity. */
  patientKey(twinId: string, epoch?: number): Promise<IdentityKey>;
  fund(address: Hex): Promise<void>;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function startWorld(options: Partial<PeerRoutesOptions> = {}): Promise<TestWorld> {
  const root = await mkdtemp(join(tmpdir(), 'twinseal-peers-'));
  const chain = await startEmbeddedChain({ stateFile: join(root, 'chain', 'state.json') });
  const connection = await connect(chain.url);
  const fund = async (address: Hex) => {
    const balance = `0x${parseEther('1000').toString(16)}`;
    await connection.reader.request({
      method: 'anvil_setBalance' as never,
      params: [address, balance] as never,
    });
  };
  const { params, master } = setup(await loadBackend(), 16);
  const authority = localAuthority(params, master);
  const founders = await Promise.all(
    (['north', 'south', 'west'] as const).map(async (id) => ({
      id,
      account: privateKeyToAccount(generatePrivateKey()),
      port: await freePort(),
    })),
  );
  const deployer = privateKeyToAccount(generatePrivateKey());
  for (const { address } of [deployer, ...founders.map(({ account }) => account)]) await fund(address);
  const { digest, w, H1, H2 } = contractParameters(params);
  const { consortium } = await deployConsortium(connection, deployer, {
    founders: founders.map(({ id, account, port }) => ({
      id,
      epoch: 1,
      controller: account.address,
      endpoint: `http://127.0.0.1:${port}`,
    })),
    quorumPercent: 51,
    parameters: { digest: bytesToHex(digest), w: bytesToHex(w), H1: bytesToHex(H1), H2: bytesToHex(H2) },
  });
  const reader = new ConsortiumReader(connection, consortium);
  const hospitals: Record<string, TestHospital> = {};
  for (const { id, account, port } of founders) {
    hospitals[id] = await startHospital({
      id,
      account,
      port,
      folder: join(root, id),
      chain: new ConsortiumReader(await connect(chain.url), consortium),
      params,
      key: await authority.extract(hospitalIdentity(id)),
      options,
    });
  }
  return {
    root,
    chain,
    reader,
    params,
    hospitals: hospitals as TestWorld['hospitals'],
    patientKey: (twinId, epoch = 1) => authority.extract(patientIdentity(twinId, epoch)),
    fund,
    stop: async () => {
      for (const hospital of Object.values(hospitals)) await hospital.stop();
      await chain.stop();
    },
  };
}

async function startHospital(parts: {
  id: string;
  account: LocalAccount;
  port: number;
  folder: string;
  chain: ConsortiumReader;
  params: PublicParameters;
  key: IdentityKey;
  options: Partial<PeerRoutesOptions>;
}): Promise<TestHospital> {
  const { id, account, port, folder, chain, params, key, options } = parts;
  const database = await openEmbeddedDatabase(join(folder, 'database'));
  const receipts = await ReceiptLog.open(join(folder, 'receipts.log'));
  const gateway: Gateway = {
    id,
    key,
    account,
    params,
    chain,
    writer: new ConsortiumWriter(chain, account),
    blobs: new FolderBlobStore(join(folder, 'blobs')),
    ledger: new Ledger(database.db),
    receipts,
    vault: new SealedStore(join(folder, 'vault'), new Uint8Array(randomBytes(32))),
    lookupKey: new Uint8Array(randomBytes(32)),
    nowS: () => Math.floor(Date.now() / 1000) + hospital.clockOffsetS,
  };
  const origin = `http://127.0.0.1:${port}`;
  const directory = new PeerDirectory(chain, { ttlS: 0, loopback: true });
  const faults: PeerFault[] = [];
  const released: string[] = [];
  const kept: string[] = [];
  const app = Fastify({
    serverFactory: (handler): Server =>
      createServer((request, response) => {
        if (hospital.lie === undefined) handler(request, response);
        else hospital.lie(request, response, handler);
      }),
  });
  await app.register(
    peerRoutes(gateway, directory, {
      origin,
      onKept: (what, lane) => void kept.push(`${what} ${lane.authorId}`),
      onIdentityShared: () => void hospital.identityShared++,
      ...options,
    }),
    { prefix: PEER_PREFIX },
  );
  const clientWith: TestHospital['clientWith'] = (other) =>
    new PeerClient({
      account: other.account ?? account,
      chainId: chain.consortium.chainId,
      directory: other.directory ?? directory,
      params,
      timeoutMs: other.timeoutMs ?? 20_000,
      nowS: other.nowS ?? gateway.nowS,
      onFault: (fault) => void faults.push(fault),
      onRelease: (_keeper, { receipt }) => void released.push(toHex(receipt)),
      ...(other.limits === undefined ? {} : { limits: other.limits }),
    });
  const hospital: TestHospital = {
    id,
    authorId: authorIdOf(id),
    account,
    gateway,
    origin,
    app,
    directory,
    client: undefined as unknown as PeerClient,
    faults,
    released,
    kept,
    identityShared: 0,
    lie: undefined,
    clockOffsetS: 0,
    clientWith,
    stop: async () => {
      app.server.closeAllConnections();
      await app.close();
      await receipts.close();
      await database.close();
    },
  };
  (hospital as { client: PeerClient }).client = clientWith({});
  await app.listen({ host: '127.0.0.1', port });
  return hospital;
}

/** Changes where a hospital says that it answers. */
export async function setEndpoint(hospital: TestHospital, endpoint: string): Promise<void> {
  const { connection, consortium } = hospital.gateway.chain;
  const hash = await connection.sender(hospital.account).writeContract({
    address: consortium.hospitals,
    abi: authorizedHospitalsAbi,
    functionName: 'setEndpoint',
    args: [hospital.authorId, endpoint],
    chain: connection.chain,
  });
  await connection.reader.waitForTransactionReceipt({ hash });
}

/** The quorum suspends a hospital. */
export async function suspend(hospital: TestHospital, by: readonly TestHospital[]): Promise<void> {
  const salt = bytesToHex(randomBytes(32));
  const { chain } = hospital.gateway;
  const action = await chain.actionDigest(ACTION_KIND.suspend, hospital.authorId, salt);
  // The one who sends the suspension approves by sending it.
  for (const { gateway } of by.slice(1)) await gateway.writer.approve(action);
  const { connection, consortium } = chain;
  const hash = await connection.sender((by[0] as TestHospital).account).writeContract({
    address: consortium.hospitals,
    abi: authorizedHospitalsAbi,
    functionName: 'suspend',
    args: [hospital.authorId, salt],
    chain: connection.chain,
  });
  await connection.reader.waitForTransactionReceipt({ hash });
}

/** A patient registered at a custodian that listens. */
export class TestPatient extends SigningPatient {
  private constructor(
    readonly world: TestWorld,
    readonly custodian: TestHospital,
    twinId: string,
    key: IdentityKey,
    vault: SealedStore,
  ) {
    super(world, twinId, key, vault);
  }

  static async register(
    world: TestWorld,
    custodian: TestHospital,
    contributors: readonly TestHospital[],
  ): Promise<TestPatient> {
    const twinId = randomBytes(32).toString('hex');
    const vault = new SealedStore(join(world.root, 'patient', twinId), new Uint8Array(randomBytes(32)));
    const key = await world.patientKey(twinId);
    const patient = new TestPatient(world, custodian, twinId, key, vault);
    const { terms, grants, signature } = await patient.signRegistration(
      custodian.authorId,
      contributors.map((hospital) => hospital.authorId),
    );
    await custodian.gateway.writer.register(terms, grants, signature);
    return patient;
  }

  /** Grants a hospital reading, relayed by it. @param purposes HL7 v3 PurposeOfUse */
  async grant(
    hospital: TestHospital,
    modules: readonly string[],
    purposes: readonly string[] = [PURPOSE],
  ): Promise<{ terms: GrantTerms; grantId: Hex }> {
    const { terms, signature } = await this.signReading(hospital.authorId, modules, purposes);
    await hospital.gateway.writer.grant(terms, this.account.address, signature);
    const grants = await this.world.reader.grants(this.id, nowS());
    const found = grants.find(
      (grant) => grant.terms.nonce === terms.nonce && grant.terms.hospital === hospital.authorId,
    );
    if (found === undefined) throw new Error('the grant is not on the chain');
    return { terms, grantId: found.grantId };
  }

  async revoke(grantId: Hex): Promise<void> {
    const { nonce, deadline, signature } = await this.signRevoke(grantId);
    const { writer } = this.custodian.gateway;
    await writer.revoke(this.id, grantId, nonce, deadline, this.account.address, signature);
  }

  authorAt({ gateway }: TestHospital): Promise<LaneAuthor> {
    return this.authorWith(gateway.key, gateway.vault as SealedStore);
  }
}

/** A hospital writes an instance of its lane, and anchors it. */
export async function write(
  patient: TestPatient,
  hospital: TestHospital,
  modules: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const author = await patient.authorAt(hospital);
  const { gateway } = hospital;
  const content = new Map(Object.entries(modules).map(([module, ids]) => [module, statements(...ids)]));
  await addToLane(gateway, author, gateway.lookupKey, content);
  await anchorPending(gateway, { twinId: patient.twinId, authorId: hospital.authorId.slice(2) });
}

/** A hospital asks the chain for a module, relying on a grant. */
export async function ask(
  patient: TestPatient,
  hospital: TestHospital,
  modules: readonly string[],
  grant?: GrantTerms,
): Promise<{ requestId: Hex; permit: boolean }> {
  const { decision } = await requestAccess(hospital.gateway, patient.slip(grant), modules, PURPOSE);
  return decision;
}

/** A hospital opens a twin from the sources that it is given. */
export function open(
  patient: TestPatient,
  hospital: TestHospital,
  modules: readonly string[],
  sourceOf: (authorId: string) => RecordSource | undefined,
): Promise<OpenedTwin> {
  const { scopeSalts } = patient.slip();
  return openTwin({
    params: hospital.gateway.params,
    chain: hospital.gateway.chain,
    reader: hospital.gateway.key,
    twinId: patient.twinId,
    scopeSalts: Object.fromEntries(modules.map((module) => [module, scopeSalts[module] as string])),
    sourceOf,
    depth: 'self-verified',
  });
}

/** An instance as its author's gateway holds it. */
export async function updateOf(hospital: TestHospital, lane: LaneRef, seq: number): Promise<SentUpdate> {
  const { blobs, ledger } = hospital.gateway;
  const row = (await ledger.lane(lane))[seq];
  if (row === undefined) throw new Error('no such instance');
  const object = async (address: string) => (await blobs.get(address)) as Uint8Array;
  const parts = [];
  for (const { partDigest, slot, payload } of await ledger.partsOf(row)) {
    parts.push({
      partDigest: fromHex(partDigest, 32),
      slot: await object(slot),
      payload: await object(payload),
    });
  }
  return { sealed: { manifest: await object(row.manifest), proof: fromHex(row.proof), parts } };
}

/** Every capsule of a lane that a hospital holds. */
export function capsulesOf(hospital: TestHospital, lane: LaneRef): Promise<Uint8Array[]> {
  const id = laneId(fromHex(lane.twinId, 32), fromHex(lane.authorId, 32));
  return new LaneSource(hospital.gateway, lane).capsules(id);
}
