/** What anybody may know: the consortium, its parameters, and headers and state proofs of its chain, so that a page can check what it is served against heads that several gateways agree on. */

import { blockHash, type ContractRole } from '@twinseal/chain';
import { encodeHeader, type RpcHeader } from '@twinseal/history/ethereum';
import { encodeParameters } from '@twinseal/mibsc';
import { bytesToHex, type Hex } from 'viem';
import { z } from 'zod';
import { TtlCache } from '../peers/ttl-cache.js';
import type { GatewayService } from '../service/gateway-service.js';
import { ApiError, nothingThere } from './errors.js';
import { type ApiRoute, Octets, route } from './route.js';
import { address, hex32, seconds } from './schemas.js';

/** Contracts of which the state may be asked for: those of the consortium, and no others of the chain. */
const CONTRACTS = [
  'hospitals',
  'registration',
  'recovery',
  'access',
  'emergency',
  'contribution',
  'stores',
  'twins',
  'requests',
  'book',
] as const satisfies readonly ContractRole[];

/** Milliseconds for which an answer to everybody is used again: nobody can make the node work by asking often. */
const PUBLIC_TTL_MS = 1_000;
const MAX_KEPT = 1_000;
/** Slots in one question. */
const MAX_SLOTS = 16;

const blockNumber = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,15})$/, 'expected the number of a block')
  .describe('Number of a block.');

const STATUSES = ['none', 'active', 'suspended', 'removed'] as const;

export function chainRoutes(service: GatewayService): readonly ApiRoute[] {
  const answers = new TtlCache<string, unknown>(PUBLIC_TTL_MS, MAX_KEPT);
  const once = <T>(key: string, ask: () => Promise<T>): Promise<T> => answers.get(key, ask) as Promise<T>;
  const rpc = <T>(method: string, params: readonly unknown[]): Promise<T> =>
    service.gateway.chain.connection.reader.request({ method, params } as never) as Promise<T>;
  return [
    route({
      method: 'GET',
      path: '/health',
      id: 'health',
      summary: 'Whether the gateway, its chain and its database answer',
      description: 'Answers 200 as long as the gateway runs; what it depends on stands in the body.',
      tag: 'public',
      operation: 'read-public',
      cors: true,
      answer: z.strictObject({
        status: z.enum(['ok', 'degraded']),
        hospital: z.string(),
        chain: z.boolean(),
        database: z.boolean(),
      }),
      handle: () =>
        once('health', async () => {
          const { gateway } = service;
          const answers = (asked: Promise<unknown>) =>
            asked.then(
              () => true,
              () => false,
            );
          const [chain, database] = await Promise.all([
            answers(gateway.chain.connection.reader.getBlockNumber()),
            answers(gateway.ledger.lane({ twinId: '00'.repeat(32), authorId: service.self })),
          ]);
          return { status: chain && database ? 'ok' : 'degraded', hospital: gateway.id, chain, database };
        }),
    }),
    route({
      method: 'GET',
      path: '/consortium',
      id: 'consortium',
      summary: 'The consortium: its contracts and hospitals',
      description:
        'As the chain has it now. `gateway` is the hospital that answers. Check it against a chain of your own where it matters.',
      tag: 'public',
      operation: 'read-public',
      cors: true,
      answer: z.strictObject({
        chainId: z.number().int(),
        firstBlock: z.number().int(),
        contracts: z.record(z.enum(CONTRACTS), address),
        parametersDigest: hex32,
        gateway: z.string(),
        hospitals: z.array(
          z.strictObject({
            authorId: hex32,
            id: z.string(),
            epoch: z.number().int(),
            controller: address,
            endpoint: z.string(),
            status: z.enum(STATUSES),
          }),
        ),
      }),
      handle: () =>
        once('consortium', async () => {
          const { chain, id } = service.gateway;
          const contracts = Object.fromEntries(
            await Promise.all(CONTRACTS.map(async (role) => [role, await chain.contract(role)] as const)),
          );
          const hospitals = await chain.hospitals();
          return {
            chainId: chain.consortium.chainId,
            firstBlock: chain.consortium.firstBlock,
            contracts,
            parametersDigest: bytesToHex(await chain.parametersDigest()),
            gateway: id,
            hospitals: hospitals.map(({ authorId, id, epoch, controller, endpoint, status }) => ({
              authorId,
              id,
              epoch,
              controller,
              endpoint,
              status: STATUSES[status] ?? 'none',
            })),
          };
        }),
    }),
    route({
      method: 'GET',
      path: '/parameters',
      id: 'parameters',
      summary: 'The system parameters of the scheme',
      description: 'As docs/FORMAT.md encodes them. Check their digest against the one on the chain.',
      tag: 'public',
      operation: 'read-public',
      cors: true,
      answer: 'octets',
      handle: async () => new Octets(encodeParameters(service.gateway.params)),
    }),
    route({
      method: 'GET',
      path: '/chain/head',
      id: 'chainHead',
      summary: 'The newest block, as this gateway’s node has it',
      description: 'Ask several gateways, and believe a head that at least two agree on.',
      tag: 'public',
      operation: 'read-public',
      cors: true,
      answer: z.strictObject({ number: z.number().int(), hash: hex32, time: seconds }),
      handle: () =>
        once('head', async () => {
          const { number, hash, timestamp } = await service.gateway.chain.connection.reader.getBlock({
            blockTag: 'latest',
          });
          return { number: Number(number), hash, time: Number(timestamp) };
        }),
    }),
    route({
      method: 'GET',
      path: '/chain/blocks/{number}',
      id: 'chainBlock',
      summary: 'The hash of a block',
      description:
        'As this gateway’s node has it: to ask a second gateway about a head that the first one named.',
      tag: 'public',
      operation: 'read-public',
      cors: true,
      params: z.strictObject({ number: blockNumber }),
      answer: z.strictObject({ number: z.number().int(), hash: hex32 }),
      errors: ['not-found'],
      handle: ({ params }) =>
        once(`block/${params.number}`, async () => {
          const number = Number(params.number);
          const hash = await blockHash(service.gateway.chain, number);
          if (hash === undefined) throw nothingThere();
          return { number, hash };
        }),
    }),
    route({
      method: 'GET',
      path: '/chain/headers/{hash}',
      id: 'chainHeader',
      summary: 'A block’s header',
      description: 'RLP in hexadecimal; it hashes (Keccak-256) to the hash in the address.',
      tag: 'public',
      operation: 'read-public',
      cors: true,
      params: z.strictObject({ hash: hex32 }),
      answer: z.strictObject({ header: z.string().describe('RLP, hexadecimal.') }),
      errors: ['not-found'],
      handle: ({ params }) =>
        once(`header/${params.hash}`, async () => {
          const block = await rpc<RpcHeader | null>('eth_getBlockByHash', [params.hash, false]);
          if (block === null) throw nothingThere();
          return { header: bytesToHex(encodeHeader(block)) };
        }),
    }),
    route({
      method: 'GET',
      path: '/chain/proofs',
      id: 'chainProof',
      summary: 'A proof of a contract’s state',
      description:
        'EIP-1186 (`eth_getProof`) of one of the consortium’s contracts at a block: nodes from the state root to the account, and from its storage root to each slot. `@twinseal/history/ethereum` verifies them.',
      tag: 'public',
      operation: 'read-public',
      cors: true,
      query: z.strictObject({
        contract: z.enum(CONTRACTS, 'expected one of the consortium’s contracts'),
        slot: z
          .union([hex32.transform((one) => [one]), z.array(hex32)])
          .refine((slots) => slots.length <= MAX_SLOTS, `expected at most ${MAX_SLOTS} slots`)
          .describe('Storage slots; the parameter may be repeated.'),
        block: z
          .union([blockNumber, hex32], 'expected the number or the hash of a block')
          .describe('Number or hash of the block.'),
      }),
      answer: z.strictObject({
        address,
        accountProof: z.array(z.string()),
        storageProof: z.array(
          z.strictObject({ key: z.string(), value: z.string(), proof: z.array(z.string()) }),
        ),
      }),
      errors: ['not-found'],
      handle: ({ query }) =>
        once(`proof/${JSON.stringify(query)}`, async () => {
          const { contract, slot, block } = query;
          let number: string;
          if (block.startsWith('0x')) {
            const found = await rpc<{ number: string } | null>('eth_getBlockByHash', [block, false]);
            if (found === null) throw nothingThere();
            number = found.number;
          } else number = `0x${BigInt(block).toString(16)}`;
          const at = await service.gateway.chain.contract(contract);
          const proof = await rpc<StateProof>('eth_getProof', [at, slot as Hex[], number]).catch(
            (cause: unknown) => {
              throw new ApiError(
                404,
                'state-gone',
                'The node has no state of that block (any more). Ask for a newer one.',
                {},
                { cause },
              );
            },
          );
          return {
            address: at,
            accountProof: proof.accountProof,
            storageProof: proof.storageProof.map(({ key, value, proof: nodes }) => ({
              key,
              value,
              proof: nodes,
            })),
          };
        }),
    }),
  ];
}

interface StateProof {
  readonly accountProof: readonly string[];
  readonly storageProof: readonly {
    readonly key: string;
    readonly value: string;
    readonly proof: readonly string[];
  }[];
}
