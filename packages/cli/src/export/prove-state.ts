/** From the patient's own node: a block, and proofs of storage under it. */

import type { ConsortiumReader } from '@twinseal/chain';
import { ChainError } from '@twinseal/chain';
import { encodeHeader, type RpcHeader } from '@twinseal/history/ethereum';
import { type Address, bytesToHex, type Hex, hexToBytes } from 'viem';
import type { Nodes } from './export-file.js';

interface RpcProof {
  readonly accountProof: readonly Hex[];
  readonly storageProof: readonly {
    readonly key: Hex;
    readonly value: Hex;
    readonly proof: readonly Hex[];
  }[];
}

export interface ProvedContract {
  readonly account: Nodes;
  /** By slot, in the order asked for. */
  readonly words: readonly { readonly value: bigint; readonly proof: Nodes }[];
}

/** The state of the chain at one block. */
export class ProvedBlock {
  private constructor(
    readonly number: number,
    readonly hash: Uint8Array,
    /** RLP. */
    readonly header: Uint8Array,
    readonly reader: ConsortiumReader,
  ) {}

  /** The newest block. @throws ChainError `unreachable` */
  static async newest(reader: ConsortiumReader): Promise<ProvedBlock> {
    const block = await ask<(RpcHeader & { readonly hash: Hex }) | null>(reader, 'eth_getBlockByNumber', [
      'latest',
      false,
    ]);
    if (block === null) throw new ChainError('unreachable', 'The node has no block.');
    return new ProvedBlock(Number(BigInt(block.number)), hexToBytes(block.hash), encodeHeader(block), reader);
  }

  /** Proofs of a contract's words at this block. @throws ChainError `unreachable`, also where the node has no state of the block any more */
  async prove(contract: Address, slots: readonly Uint8Array[]): Promise<ProvedContract> {
    const params = [contract, slots.map((slot) => bytesToHex(slot)), `0x${this.number.toString(16)}`];
    const { accountProof, storageProof } = await ask<RpcProof>(this.reader, 'eth_getProof', params);
    return {
      account: accountProof.map((node) => hexToBytes(node)),
      words: storageProof.map(({ value, proof }) => ({
        value: BigInt(value),
        proof: proof.map((node) => hexToBytes(node)),
      })),
    };
  }
}

async function ask<T>(reader: ConsortiumReader, method: string, params: readonly unknown[]): Promise<T> {
  try {
    return (await reader.connection.reader.request({ method, params } as never)) as T;
  } catch (cause) {
    throw new ChainError(
      'unreachable',
      `The node did not answer ${method}: it must serve proofs of state (EIP-1186).`,
      {
        cause,
      },
    );
  }
}
