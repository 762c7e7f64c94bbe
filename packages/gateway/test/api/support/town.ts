/** Two hospitals with running gateways on a real chain, an OpenID provider for the first one's staff, and patients; what the tests of the Twin API ask is asked over HTTP. */

import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import type { GrantTerms } from '@twinseal/contracts';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { LocalAccount } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { createSiweMessage } from 'viem/siwe';
import type { GateStep } from '../../../src/api/gate.js';
import { loadConfig } from '../../../src/config/index.js';
import { createLog } from '../../../src/log/index.js';
import { GatewayService } from '../../../src/service/gateway-service.js';
import type { Seams } from '../../../src/service/open-parties.js';
import { addToLane } from '../../../src/usecases/add-to-lane.js';
import {
  foundConsortium,
  type HospitalId,
  statements,
  type TestConsortium,
  TestPatient,
} from '../../rebuild/consortium.js';

const AUDIENCE = 'https://north.example';

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  /** Steps of the gate that the request went through. */
  readonly steps: readonly GateStep[];
  readonly ms: number;
  json(): Record<string, unknown>;
}

export interface AskOptions {
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestTown {
  readonly world: TestConsortium;
  readonly north: GatewayService;
  readonly south: GatewayService;
  /** The lines that north's gateway logged. */
  readonly log: readonly string[];
  /** Asks north. @param path under `/api/v1` */
  ask(method: string, path: string, options?: AskOptions): Promise<Asked>;
  /** An access token of north's staff. */
  staff(id: string, roles: readonly string[]): Promise<string>;
  /** A session of an account at north. */
  session(account: LocalAccount): Promise<string>;
  /** A patient with content in south's lane (medications m1, m2; conditions c1), introduced to north where asked. */
  patient(options: { readonly introduced: boolean }): Promise<TestPatient>;
  /** Grants north reading, and waits until it has opened what it may. */
  grant(patient: TestPatient, modules: readonly string[]): Promise<GrantTerms>;
  /** North writes of the patient, in its own lane. */
  write(patient: TestPatient, module: string, ...ids: string[]): Promise<void>;
  /** Stops north and starts it again, with the same data. */
  restart(): Promise<void>;
  /** Waits until north's follower has nothing left to do. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface TownOptions {
  readonly limits?: Record<string, unknown>;
  /** Sections of both hospitals' configuration. */
  readonly config?: Record<string, unknown>;
  readonly seams?: Seams;
  /** Put before north's chain: gets the node's address, gives the one to use. */
  readonly chainUrl?: (real: string) => Promise<string>;
}

export async function startTown(options: TownOptions = {}): Promise<TestTown> {
  const ports = { north: await freePort(), south: await freePort() };
  const world = await foundConsortium({
    north: `http://127.0.0.1:${ports.north}`,
    south: `http://127.0.0.1:${ports.south}`,
  });
  const provider = await startProvider();
  const steps = new Map<string, GateStep[]>();
  const lines: string[] = [];
  const start = async (id: 'north' | 'south') => {
    const base = world.configOf(id);
    const config = {
      ...base,
      ...options.config,
      listen: { host: '127.0.0.1', port: ports[id] },
      ...(id === 'south'
        ? {}
        : {
            signIn: {
              attemptsPerMinute: 10_000,
              oidc: {
                issuer: provider.issuer,
                jwksUrl: `${provider.issuer}/keys`,
                audience: AUDIENCE,
                staffIdClaim: '/staff',
                roles: Object.fromEntries(
                  ['clinician', 'registrar', 'auditor', 'operator'].map((role) => [role, [role]]),
                ),
              },
            },
            limits: { requestsPerMinute: 1_000_000, unusualDenialsPerHour: 1_000_000, ...options.limits },
            ...(options.chainUrl === undefined
              ? {}
              : { chain: { ...(base.chain as object), url: await options.chainUrl(world.chain.url) } }),
          }),
    };
    const file = join(world.root, `${id}-api.json`);
    await writeFile(file, JSON.stringify(config));
    const destination = { write: (line: string) => void (id === 'north' && lines.push(line)) };
    return GatewayService.start({
      config: await loadConfig(file, {}),
      env: {},
      log: createLog({ level: 'info', hospital: id, destination: destination as never }),
      version: '0.1.0',
      seams: {
        ...(id === 'north' ? options.seams : {}),
        onStep: (request, step) => {
          const mark = request.headers['x-mark'];
          if (typeof mark === 'string') steps.set(mark, [...(steps.get(mark) ?? []), step]);
        },
      },
    });
  };
  let north = await start('north');
  const south = await start('south');
  let marks = 0;

  const town: TestTown = {
    world,
    get north() {
      return north;
    },
    south,
    log: lines,
    async ask(method, path, { token, body, headers = {} } = {}) {
      const mark = String(++marks);
      const from = performance.now();
      const response = await fetch(`${north.url}/api/v1${path}`, {
        method,
        redirect: 'manual',
        headers: {
          'x-mark': mark,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      const ms = performance.now() - from;
      return {
        status: response.status,
        headers: response.headers,
        body: bytes,
        steps: steps.get(mark) ?? [],
        ms,
        json: () => JSON.parse(bytes.toString('utf8')) as Record<string, unknown>,
      };
    },
    staff: (id, roles) => provider.token(id, roles),
    async session(account) {
      const offer = (await town.ask('POST', '/sign-in/nonce')).json() as {
        scheme: string;
        domain: string;
        uri: string;
        statement: string;
        chainId: number;
        nonce: string;
        issuedAt: string;
        expirationTime: string;
      };
      const message = createSiweMessage({
        address: account.address,
        scheme: offer.scheme,
        domain: offer.domain,
        uri: offer.uri,
        statement: offer.statement,
        version: '1',
        chainId: offer.chainId,
        nonce: offer.nonce,
        issuedAt: new Date(offer.issuedAt),
        expirationTime: new Date(offer.expirationTime),
      });
      const signature = await account.signMessage({ message });
      const signedIn = await town.ask('POST', '/sign-in/wallet', { body: { message, signature } });
      if (signedIn.status !== 200) throw new Error(`sign-in: ${signedIn.body.toString('utf8')}`);
      return signedIn.json().token as string;
    },
    async patient({ introduced }) {
      const patient = await TestPatient.register(world, south.gateway, ['south', 'north']);
      await south.twins.introduce(patient.slip());
      await add(south, patient, 'medications', 'm1', 'm2');
      await add(south, patient, 'conditions', 'c1');
      await south.attendTo(patient.twinId, 'test');
      await quiet(south);
      if (introduced) {
        await north.twins.introduce(patient.slip());
        await north.attendTo(patient.twinId, 'introduced');
      }
      await town.settled();
      return patient;
    },
    async grant(patient, modules) {
      const terms = await patient.grant(north.gateway, 'north', modules);
      await north.twins.keepGrant(patient.slip(terms) as never, modules);
      await town.settled();
      return terms;
    },
    async write(patient, module, ...ids) {
      await add(north, patient, module, ...ids);
      await north.attendTo(patient.twinId, `written/${ids.join()}`);
      await town.settled();
    },
    async restart() {
      await north.stop();
      north = await start('north');
      await town.settled();
    },
    async settled() {
      // The reader needs what the author delivers, and the author what the reader's patient granted.
      for (let round = 0; round < 2; round++) {
        await quiet(south);
        await quiet(north);
      }
    },
    async stop() {
      await north.stop();
      await south.stop();
      await world.stop();
      provider.stop();
    },
  };
  return town;
}

async function add(
  service: GatewayService,
  patient: TestPatient,
  module: string,
  ...ids: string[]
): Promise<void> {
  const { gateway } = service;
  await service.mutex.run(patient.twinId, async () =>
    addToLane(
      gateway,
      await patient.authorAt(gateway),
      gateway.lookupKey,
      new Map([[module, statements(...ids)]]),
    ),
  );
}

/** Waits until the chain was followed to its end and no effect is left. */
async function quiet(service: GatewayService): Promise<void> {
  const { gateway, queue } = service;
  const until = Date.now() + 60_000;
  for (;;) {
    const block = Number(await gateway.chain.connection.reader.getBlockNumber());
    const cursor = await queue.cursor('gateway');
    const waiting = Object.values(await queue.waiting()).reduce((sum, each) => sum + each, 0);
    if (waiting === 0 && (cursor?.blockNumber ?? 0) >= block) return;
    if (Date.now() > until) throw new Error(`not quiet: ${JSON.stringify(await queue.waiting())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function startProvider() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    token: (id: string, roles: readonly string[]) =>
      new SignJWT({ staff: id, roles })
        .setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' })
        .setIssuer(issuer)
        .setSubject(`subject-${id}`)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime('30m')
        .sign(privateKey),
    stop: () => void server.close(),
  };
}

export async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** An account that has nothing to do with anybody. */
export const stranger = (): LocalAccount => privateKeyToAccount(generatePrivateKey());

export type { HospitalId };
