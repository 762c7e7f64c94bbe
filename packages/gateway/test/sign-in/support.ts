/** Doors on a real chain and behind the real gate, on a server that listens. */

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConsortiumReader, connect, type EmbeddedChain, startEmbeddedChain } from '@twinseal/chain';
import { SealedStore } from '@twinseal/store';
import Fastify, { type FastifyInstance } from 'fastify';
import { type Address, type Hex, zeroAddress } from 'viem';
import { createSiweMessage } from 'viem/siwe';
import { apiPlugin } from '../../src/api/register.js';
import { configFileSchema } from '../../src/config/schema.js';
import { decide } from '../../src/decision/decide.js';
import type { DecisionDesk } from '../../src/decision/desk.js';
import { createLog } from '../../src/log/index.js';
import { Doors, type DoorsParts } from '../../src/sign-in/doors.js';

const API_PREFIX = '/api/v1';
export const CHAIN_ID = 31_337;
export const ORIGIN = 'https://north.example';
/** 2026-01-01T00:00:00Z. */
export const START_S = 1_767_225_600;
export const OPERATOR_TOKEN = 'o'.repeat(43);

export async function fixture<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')) as T;
}

/** A section `signIn` with its defaults. */
export function signInConfig(section: Record<string, unknown> = {}): DoorsParts['config']['signIn'] {
  return configFileSchema.shape.signIn.parse(section);
}

export interface TestDoors {
  readonly doors: Doors;
  readonly app: FastifyInstance;
  readonly url: string;
  /** Lines of the log. */
  readonly lines: Record<string, unknown>[];
  readonly vault: SealedStore;
  /** Seconds since 1970. */
  nowS: number;
  stop(): Promise<void>;
}

/** Opens doors. A reader of a chain that does not answer where none is given. */
export async function openDoors(options: {
  readonly chain?: ConsortiumReader;
  readonly signIn?: Record<string, unknown>;
  readonly trustedProxies?: string[];
  readonly provider?: NonNullable<DoorsParts['provider']>;
  readonly vault?: SealedStore;
}): Promise<TestDoors> {
  const folder = await mkdtemp(join(tmpdir(), 'twinseal-doors-'));
  const lines: Record<string, unknown>[] = [];
  const log = createLog({
    level: 'debug',
    destination: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const vault = options.vault ?? new SealedStore(folder, new Uint8Array(randomBytes(32)));
  const world = { nowS: START_S };
  const doors = await Doors.open({
    config: { hospital: 'north', endpoint: ORIGIN, signIn: signInConfig(options.signIn) },
    chain: options.chain ?? consortiumOf(undefined),
    vault,
    lookupKey: new Uint8Array(32).fill(7),
    operatorToken: OPERATOR_TOKEN,
    log,
    nowS: () => world.nowS,
    ...(options.provider === undefined ? {} : { provider: options.provider }),
  });
  const { trustedProxies = [] } = options;
  const app = Fastify(trustedProxies.length === 0 ? {} : { trustProxy: trustedProxies });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  // The decision of every route here rests on nothing but the caller.
  const desk = { decide: async (ask) => decide(ask, { nowS: world.nowS }) } as Pick<DecisionDesk, 'decide'>;
  await app.register(
    apiPlugin(doors.routes, {
      desk: desk as DecisionDesk,
      callerOf: (request) => doors.callerOf(request),
      receipts: { write: () => Promise.reject(new Error('no route of sign-in is receipted')) },
      handlerTimeoutMs: 20_000,
      decisionTimeoutMs: 20_000,
      log,
      requestsPerMinute: 1200,
    }),
    { prefix: API_PREFIX },
  );
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return Object.assign(world, {
    doors,
    app,
    url,
    lines,
    vault,
    stop: async () => {
      app.server.closeAllConnections();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  });
}

/** A reader of a consortium that has nothing but a chain. */
function consortiumOf(connection: Awaited<ReturnType<typeof connect>> | undefined): ConsortiumReader {
  return new ConsortiumReader(connection as never, {
    chainId: CHAIN_ID,
    hospitals: zeroAddress,
    registration: zeroAddress,
    access: zeroAddress,
    twins: zeroAddress,
    requests: zeroAddress,
    book: zeroAddress,
    firstBlock: 0,
  });
}

export interface TestChain {
  readonly reader: ConsortiumReader;
  readonly chain: EmbeddedChain;
  /** Puts code at an address by running it as a constructor. */
  deploy(bytecode: Hex): Promise<Address>;
  stop(): Promise<void>;
}

export async function startChain(): Promise<TestChain> {
  const folder = await mkdtemp(join(tmpdir(), 'twinseal-doors-chain-'));
  const chain = await startEmbeddedChain({ stateFile: join(folder, 'state.json') });
  const connection = await connect(chain.url);
  const [from] = (await connection.reader.request({ method: 'eth_accounts' as never })) as unknown as [
    Address?,
  ];
  const payer = from ?? `0x${'ab'.repeat(20)}`;
  if (from === undefined) {
    await connection.reader.request({
      method: 'anvil_setBalance' as never,
      params: [payer, '0xffffffffffffffff'] as never,
    });
    await connection.reader.request({
      method: 'anvil_impersonateAccount' as never,
      params: [payer] as never,
    });
  }
  return {
    reader: consortiumOf(connection),
    chain,
    deploy: async (bytecode) => {
      const hash = (await connection.reader.request({
        method: 'eth_sendTransaction' as never,
        params: [{ from: payer, data: bytecode }] as never,
      })) as unknown as Hex;
      const { contractAddress } = await connection.reader.waitForTransactionReceipt({ hash });
      if (!contractAddress) throw new Error('nothing was deployed');
      return contractAddress;
    },
    stop: async () => {
      await chain.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What `POST /sign-in/nonce` answers. */
export interface Offer {
  readonly domain: string;
  readonly uri: string;
  readonly statement: string;
  readonly chainId: number;
  readonly nonce: string;
  readonly issuedAt: string;
  readonly expirationTime: string;
}

/** The message of an offer as viem writes it: another author's reading of EIP-4361 than the one under test. */
export function messageOf(offer: Offer, address: Address): string {
  return createSiweMessage({
    address,
    domain: offer.domain,
    uri: offer.uri,
    statement: offer.statement,
    version: '1',
    chainId: offer.chainId,
    nonce: offer.nonce,
    issuedAt: new Date(offer.issuedAt),
    expirationTime: new Date(offer.expirationTime),
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many routes
  readonly body: any;
}

export async function call(
  { url }: TestDoors,
  method: string,
  path: string,
  options: {
    readonly body?: unknown;
    readonly token?: string;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<Answer> {
  const { body, token, headers } = options;
  const answer = await fetch(`${url}${API_PREFIX}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
}
