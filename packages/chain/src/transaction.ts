/** Sending a transaction and understanding the answer. */

import { errorSentence, errorsAbi } from '@twinseal/contracts';
import {
  type Abi,
  type Address,
  BaseError,
  ContractFunctionRevertedError,
  type Hex,
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
    receipt =
      (await connection.reader.getTransactionReceipt({ hash: txHash }).catch(() => undefined)) ??
      (await connection.reader.waitForTransactionReceipt({ hash: txHash, timeout: CONFIRMATION_TIMEOUT_MS }));
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
