/** A connection to a chain by JSON-RPC, checked for what the contracts need of it. */

import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  type Hex,
  type HttpTransport,
  http,
  type PublicClient,
  type WalletClient,
} from 'viem';
import { ChainError } from './errors.js';

/** A reader of the chain. */
export type Reader = PublicClient<HttpTransport, Chain>;
/** A reader that can also send transactions from one account. */
export type Sender = WalletClient<HttpTransport, Chain, Account>;

/** A chain whose precompiles have been seen to work. */
export interface Connection {
  readonly url: string;
  readonly chain: Chain;
  readonly reader: Reader;
  /** A client that signs and sends with an account of ours. */
  sender(account: Account): Sender;
}

/** How often a transaction's receipt is asked for, where it is not there at once. */
const POLLING_MS = 100;

function readerFor(url: string, chain: Chain): Reader {
  return createPublicClient({
    chain,
    transport: http(url, { retryCount: 1 }),
    pollingInterval: POLLING_MS,
    cacheTime: 0,
  });
}

function senderFor(url: string, chain: Chain, account: Account): Sender {
  return createWalletClient({
    account,
    chain,
    transport: http(url, { retryCount: 0 }),
    pollingInterval: POLLING_MS,
  });
}

/**
 * Connects and checks that the chain answers and has the BLS12-381 precompiles of EIP-2537.
 *
 * @throws ChainError `unreachable`, `precompiles-missing`
 */
export async function connect(url: string): Promise<Connection> {
  const probe = readerFor(url, chainOf(0, url));
  let chainId: number;
  try {
    chainId = await probe.getChainId();
  } catch (cause) {
    throw unreachable(url, cause);
  }
  const chain = chainOf(chainId, url);
  const reader = readerFor(url, chain);
  await assertPairingPrecompiles(reader, url);
  return { url, chain, reader, sender: (account) => senderFor(url, chain, account) };
}

function unreachable(url: string, cause: unknown): ChainError {
  return new ChainError(
    'unreachable',
    `No Ethereum node answers at ${url}. Start one there, or name another with --chain-url.`,
    { cause },
  );
}

function chainOf(id: number, url: string): Chain {
  return defineChain({
    id,
    name: `chain ${id}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [url] } },
  });
}

/** Precompile addresses of EIP-2537 that the contracts call, each with an input whose answer the EIP defines: sums and products of nothing but identities. */
const PRECOMPILES: readonly { address: Hex; inputBytes: number; answer: Hex }[] = [
  { address: '0x000000000000000000000000000000000000000b', inputBytes: 256, answer: `0x${'00'.repeat(128)}` }, // G1ADD
  { address: '0x000000000000000000000000000000000000000c', inputBytes: 160, answer: `0x${'00'.repeat(128)}` }, // G1MSM
  { address: '0x000000000000000000000000000000000000000d', inputBytes: 512, answer: `0x${'00'.repeat(256)}` }, // G2ADD
  { address: '0x000000000000000000000000000000000000000e', inputBytes: 288, answer: `0x${'00'.repeat(256)}` }, // G2MSM
  {
    address: '0x000000000000000000000000000000000000000f',
    inputBytes: 384,
    answer: `0x${'00'.repeat(31)}01`,
  }, // PAIRING_CHECK
];

async function assertPairingPrecompiles(reader: Reader, url: string): Promise<void> {
  for (const { address, inputBytes, answer } of PRECOMPILES) {
    const { data } = await reader
      .call({ to: address, data: `0x${'00'.repeat(inputBytes)}` })
      .catch(async (cause: unknown) => {
        // A node that dies while it is asked lacks nothing but its life.
        await reader.getChainId().catch(() => {
          throw unreachable(url, cause);
        });
        return { data: undefined };
      });
    if (data !== answer) {
      throw new ChainError(
        'precompiles-missing',
        `The chain at ${url} lacks the BLS12-381 precompiles of EIP-2537 (nothing at ${address}), which prove authorship on chain. ` +
          'Use a chain with the Pectra upgrade or later.',
      );
    }
  }
}
