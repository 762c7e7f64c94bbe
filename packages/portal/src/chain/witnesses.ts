/** Those who tell of the chain: gateways by their public routes, or the reader's own node by JSON-RPC. */

import { encodeHeader, type RpcHeader } from '@twinseal/history/ethereum';
import type { GatewayApi } from '../api/gateway-api.js';
import { bytesOf, hex0x } from '../internal/bytes.js';
import type { ChainWitness } from './agree-on-head.js';
import type { ProofServer, ServedProof } from './prove-words.js';

const NODE_TIMEOUT_MS = 15_000;

export function gatewayWitness(name: string, api: GatewayApi): ChainWitness {
  return {
    name,
    newest: async () => {
      const { number, hash } = await api.get<{ number: number; hash: string }>('/chain/head');
      return { number, hash: bytesOf(hash) };
    },
    header: async (hash) => {
      const { header } = await api.get<{ header: string }>(`/chain/headers/${hex0x(hash)}`);
      return bytesOf(header);
    },
  };
}

export function gatewayProofs(api: GatewayApi): ProofServer {
  return (contract, slot, blockHash) =>
    api.get<ServedProof>(`/chain/proofs?contract=${contract}&slot=${hex0x(slot)}&block=${hex0x(blockHash)}`);
}

/** The reader's own node. @param url on this machine; the page's policy lets nothing else be asked */
export function nodeWitness(url: string): ChainWitness {
  return {
    name: 'your own node',
    newest: async () => {
      const block = (await rpc(url, 'eth_getBlockByNumber', ['latest', false])) as {
        number: string;
        hash: string;
      };
      return { number: Number(block.number), hash: bytesOf(block.hash) };
    },
    header: async (hash) =>
      encodeHeader((await rpc(url, 'eth_getBlockByHash', [hex0x(hash), false])) as RpcHeader),
  };
}

async function rpc(url: string, method: string, params: readonly unknown[]): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(NODE_TIMEOUT_MS),
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result } = (await response.json()) as { result?: unknown };
  if (result === undefined || result === null) throw new TypeError('the node does not answer');
  return result;
}
