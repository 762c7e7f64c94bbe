/**
 * The server of `npm run bench:gateway`, in a process of its own: a chain, a hospital's running gateway with one patient who granted it a module, and beside it, in the same
 * process, a server that answers the same bytes without any of our checks. Its first line says where they are; it ends with its standard input.
 */

import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect, deployConsortium, startEmbeddedChain } from '@twinseal/chain';
import {
  accessDomain,
  accessTypes,
  type GrantTerms,
  OPERATION,
  registrationDomain,
  registrationTypes,
  ZERO_32,
} from '@twinseal/contracts';
import { addToLane, createLog, GatewayService, LaneAuthor, loadConfig, scopesOf } from '@twinseal/gateway';
import {
  author,
  contractParameters,
  encodeIdentityKey,
  encodeParameters,
  loadBackend,
  localAuthority,
  setup,
} from '@twinseal/mibsc';
import { fromHex, hospitalAuthorId, hospitalIdentity, purposeDigest, type Statement } from '@twinseal/record';
import Fastify from 'fastify';
import { bytesToHex, type Hex, parseEther } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';

const MODULE = 'observations';
const STATEMENTS = 50;
const now = () => Math.floor(Date.now() / 1000);

const root = await mkdtemp(join(tmpdir(), 'twinseal-bench-gateway-'));
const chain = await startEmbeddedChain({ stateFile: join(root, 'chain', 'state.json') });
const connection = await connect(chain.url);
const { params, master } = setup(await loadBackend(), 4);
const authority = localAuthority(params, master);
const secret = generatePrivateKey();
const controller = privateKeyToAccount(secret);
const deployer = privateKeyToAccount(generatePrivateKey());
for (const { address } of [deployer, controller]) {
  const balance = `0x${parseEther('1000').toString(16)}`;
  await connection.reader.request({
    method: 'anvil_setBalance' as never,
    params: [address, balance] as never,
  });
}
const port = await freePort();
const { digest, w, H1, H2 } = contractParameters(params);
const { consortium } = await deployConsortium(connection, deployer, {
  founders: [{ id: 'north', epoch: 1, controller: controller.address, endpoint: `http://127.0.0.1:${port}` }],
  quorumPercent: 51,
  parameters: { digest: bytesToHex(digest), w: bytesToHex(w), H1: bytesToHex(H1), H2: bytesToHex(H2) },
});
const keys = join(root, 'north', 'keys');
await mkdir(keys, { recursive: true, mode: 0o700 });
await writeFile(join(root, 'parameters.bin'), encodeParameters(params));
const files: [string, Uint8Array][] = [
  ['identity.key', encodeIdentityKey(await authority.extract(hospitalIdentity('north')))],
  ['control.key', fromHex(secret.slice(2), 32)],
  ['vault.key', new Uint8Array(randomBytes(32))],
];
for (const [name, bytes] of files) await writeFile(join(keys, name), bytes, { mode: 0o600 });
const configFile = join(root, 'north.json');
const many = 1_000_000;
await writeFile(
  configFile,
  JSON.stringify({
    hospital: 'north',
    dataDir: 'north',
    listen: { host: '127.0.0.1', port },
    endpoint: `http://127.0.0.1:${port}`,
    chain: { url: chain.url },
    consortium,
    parametersFile: 'parameters.bin',
    // One caller asks for everything here.
    limits: { requestsPerMinute: many, readsPerTwinPerHour: many, unusualReadsPerTwinPerHour: many },
  }),
);
const service = await GatewayService.start({
  config: await loadConfig(configFile, {}),
  env: {},
  log: createLog({ level: 'info', hospital: 'north', destination: { write: () => undefined } as never }),
  version: '0.1.0',
});
const twinId = await patient(service);
const opened = await service.refreshed((await service.twins.get(twinId)) as never);
const plainBody = {
  openedAt: opened.view.openedAtS,
  module: MODULE,
  entries: opened.master.entries,
};
const plain = Fastify();
plain.get('/plain', async () => plainBody);
await plain.listen({ host: '127.0.0.1', port: 0 });
const address = plain.server.address() as { port: number };

console.log(
  JSON.stringify({
    url: service.url,
    plainUrl: `http://127.0.0.1:${address.port}/plain`,
    token: service.operatorToken,
    twinId,
    module: MODULE,
    bytes: JSON.stringify(plainBody).length,
    signMs: signMs(service.gateway),
  }),
);
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line) as { blockTimeS?: number; memory?: true };
  if (asked.blockTimeS !== undefined) {
    const rpc = (method: string, ...list: unknown[]) =>
      connection.reader.request({ method: method as never, params: list as never });
    await rpc('evm_setAutomine', false);
    await rpc('evm_setIntervalMining', asked.blockTimeS);
  }
  if (asked.memory === true) (globalThis as { gc?: () => void }).gc?.();
  console.log(
    JSON.stringify({
      rssMiB: Math.round(process.memoryUsage.rss() / 2 ** 20),
      heapMiB: Math.round(process.memoryUsage().heapUsed / 2 ** 20),
    }),
  );
}
await plain.close();
await service.stop();
await chain.stop();
await rm(root, { recursive: true, force: true });

/** A patient who registers here, lets the hospital contribute, grants it reading, and of whom it writes. */
async function patient({ gateway, twins, self }: GatewayService): Promise<string> {
  const id = randomBytes(32).toString('hex');
  const account = privateKeyToAccount(generatePrivateKey());
  const slip = {
    twinId: id,
    scopeSalts: { [MODULE]: randomBytes(32).toString('hex') },
    purposeSalt: randomBytes(32).toString('hex'),
  };
  const hospital: Hex = `0x${self}`;
  if (hospital !== bytesToHex(hospitalAuthorId('north'))) throw new Error('another hospital');
  const grant = (operations: number, nonce: bigint): GrantTerms => ({
    twinId: `0x${id}`,
    hospital,
    staff: ZERO_32,
    scopes: scopesOf(slip, [MODULE]),
    purposes: [bytesToHex(purposeDigest(fromHex(id, 32), fromHex(slip.purposeSalt, 32), 'TREAT'))],
    operations,
    notBefore: BigInt(now() - 60),
    expiry: BigInt(now() + 86_400),
    fullHistory: true,
    nonce,
    deadline: BigInt(now() + 3600),
  });
  const terms = {
    twinId: `0x${id}` as Hex,
    kind: 0,
    control: account.address,
    identityEpoch: 1,
    custodian: hospital,
    deadline: BigInt(now() + 3600),
  };
  const first = [grant(OPERATION.contribute, 0n)];
  const { chainId, registration, access } = consortium;
  const registered = await account.signTypedData({
    domain: registrationDomain(BigInt(chainId), registration),
    types: registrationTypes,
    primaryType: 'RegisterTwin',
    message: { ...terms, grants: first },
  });
  await gateway.writer.register(terms, first, registered);
  const reading = grant(OPERATION.read, await gateway.chain.consentNonce(`0x${id}`));
  const granted = await account.signTypedData({
    domain: accessDomain(BigInt(chainId), access),
    types: accessTypes,
    primaryType: 'Grant',
    message: { ...reading },
  });
  await gateway.writer.grant(reading, account.address, granted);
  await twins.introduce(slip);
  await twins.keepGrant({ ...slip, grant: reading }, [MODULE]);
  const author = new LaneAuthor({
    params,
    domain: gateway.chain.domain,
    key: gateway.key,
    twinId: fromHex(id, 32),
    vault: gateway.vault,
  });
  await author.keepScopeSalts(new Map([[MODULE, fromHex(slip.scopeSalts[MODULE] as string, 32)]]));
  const statements = Array.from({ length: STATEMENTS }, (_, i): Statement => {
    const resource = {
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' }] },
      effectiveDateTime: '2026-01-01T08:00:00Z',
      valueQuantity: { value: 60 + i, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' },
    };
    return {
      op: 'put',
      source: { system: 'urn:example:records', id: `o${i}`, version: '1' },
      sourceTime: '2026-01-01T08:00:00Z',
      recordedTime: '2026-01-02T08:00:00Z',
      resource,
    };
  });
  await addToLane(gateway, author, gateway.lookupKey, new Map([[MODULE, statements]]));
  await service.attendTo(id, 'bench');
  for (;;) {
    const rows = await gateway.ledger.lane({ twinId: id, authorId: self });
    if (rows.length > 0 && rows.every(({ txHash }) => txHash !== null)) return id;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Milliseconds of processor time for one author proof, of a hundred. */
function signMs({ params, key, chain }: GatewayService['gateway']): number {
  const rounds = 100;
  const sign = () => author(params, key, new Uint8Array(randomBytes(32)), chain.domain);
  for (let i = 0; i < rounds; i++) sign();
  const before = process.cpuUsage();
  for (let i = 0; i < rounds; i++) sign();
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / rounds / 10) / 100;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: found } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return found;
}
