/** Sending a transaction and understanding the answer. */

import { errorSentence, errorsAbi } from '@twinseal/contracts';
import {
  type Abi,
  type Address,
  BaseError,
  ContractFunctionRevertedError,
  type Hex,
  TransactionNotFoundError,
  type TransactionReceipt,
} from 'viem';
import type { Connection, Sender } from './connection.js';
import { ChainError } from './errors.js';

/** What a confirmed transaction left behind. */
export interface Confirmed {
  readonly txHash: Hex;
  readonly blockNumber: number;
  /** Transaction gas: base and calldata included. */
  readonly gas: number;
  readonly receipt: TransactionReceipt;
}

/** A call of a contract's function. */
export interface Call {
  readonly address: Address;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

/** Longest wait for a block, in ms: several of Ethereum's 12 s slots. */
const CONFIRMATION_TIMEOUT_MS = 120_000;
/** How often a node is asked for a receipt, in ms. */
const ASK_EVERY_MS = 100;
/**
 * How often a node that answers may say in a row that it knows no such transaction, before it is believed to have forgotten it: an embedded node that was killed does.
 * Five seconds' worth, for a node behind a balancer may not have heard of it yet.
 */
const UNKNOWN_LIMIT = 50;

/**
 * Sends a call and waits until it is in a block.
 *
 * @throws ChainError `refused` with the contract's named error, `unconfirmed`, `unreachable`
 */
export async function sendCall(connection: Connection, sender: Sender, call: Call): Promise<Confirmed> {
  let txHash: Hex;
  try {
    // A contract can refuse on behalf of another: every named error of ours is known here.
    const abi = [...call.abi, ...(errorsAbi as Abi)];
    txHash = await sender.writeContract({ ...call, abi, chain: connection.chain });
  } catch (error) {
    throw chainErrorOf(error, call.functionName);
  }
  let receipt: TransactionReceipt;
  try {
    receipt = await receiptOf(connection, txHash);
  } catch (cause) {
    throw new ChainError(
      'unconfirmed',
      `The transaction ${txHash} (${call.functionName}) was sent and is in no block yet. It may still get into one.`,
      { cause },
    );
  }
  if (receipt.status !== 'success') {
    throw new ChainError(
      'refused',
      `The transaction ${txHash} (${call.functionName}) was refused in its block.`,
    );
  }
  return { txHash, blockNumber: Number(receipt.blockNumber), gas: Number(receipt.gasUsed), receipt };
}

/** Waits for a transaction's receipt. @throws an Error where it does not come, or the node does not know the transaction any more */
async function receiptOf(connection: Connection, hash: Hex): Promise<TransactionReceipt> {
  const { reader } = connection;
  const until = performance.now() + CONFIRMATION_TIMEOUT_MS;
  let unknown = 0;
  for (;;) {
    const receipt = await reader.getTransactionReceipt({ hash }).catch(() => undefined);
    if (receipt !== undefined) return receipt;
    try {
      await reader.getTransaction({ hash });
      unknown = 0;
    } catch (error) {
      // A node that does not answer may come back with it.
      unknown = error instanceof TransactionNotFoundError ? unknown + 1 : 0;
      if (unknown >= UNKNOWN_LIMIT) throw error;
    }
    if (performance.now() > until) throw new Error('no receipt in time');
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** A viem error as ours: the contract's named error as a sentence, or what kept the chain from answering. */
export function chainErrorOf(error: unknown, functionName: string): ChainError {
  if (error instanceof ChainError) return error;
  const reverted =
    error instanceof BaseError ? error.walk((each) => each instanceof ContractFunctionRevertedError) : null;
  if (reverted instanceof ContractFunctionRevertedError && reverted.data !== undefined) {
    const { errorName, args = [] } = reverted.data;
    return new ChainError(
      'refused',
      errorSentence(errorName, args) ?? `The chain refused ${functionName}: ${errorName}.`,
      {
        cause: error,
        refusal: { name: errorName, args },
      },
    );
  }
  const short = error instanceof BaseError ? error.shortMessage : (error as Error).message;
  return new ChainError('unreachable', `The chain did not take the call ${functionName}: ${short}`, {
    cause: error,
  });
}
