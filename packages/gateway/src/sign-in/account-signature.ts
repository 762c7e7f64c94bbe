/** Whether an account signed a text: by its key (ECDSA), or by the word of the contract at its address (ERC-1271). */

import { ChainError, type ConsortiumReader, chainErrorOf } from '@twinseal/chain';
import {
  type Address,
  BaseError,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  hashMessage,
  isAddressEqual,
  parseAbi,
  RpcRequestError,
  recoverAddress,
} from 'viem';

const ERC_1271 = parseAbi(['function isValidSignature(bytes32 hash, bytes signature) view returns (bytes4)']);
/** `bytes4(keccak256("isValidSignature(bytes32,bytes)"))`, ERC-1271. */
const MAGIC = '0x1626ba7e';
/** Most gas that a wallet contract may use for its answer: multi-signature wallets take some 10,000 for each owner. */
const WALLET_GAS = 1_000_000n;

/** Whether this is the account's own signature by its key. Costs one public key recovery, and asks nobody. */
export async function isSignedByKey(address: Address, text: string, signature: Hex): Promise<boolean> {
  // Other lengths are those of contract wallets; viem would throw at them.
  if (signature.length !== 2 + 130) return false;
  try {
    return isAddressEqual(await recoverAddress({ hash: hashMessage(text), signature }), address);
  } catch {
    return false;
  }
}

/**
 * Whether the contract at an address accepts the signature.
 *
 * @returns false too where there is no contract, and where it refuses by reverting
 * @throws ChainError `unreachable`
 */
export async function isSignedByContract(
  chain: ConsortiumReader,
  address: Address,
  text: string,
  signature: Hex,
): Promise<boolean> {
  const { reader } = chain.connection;
  try {
    const code = await reader.getCode({ address });
    if (code === undefined || code === '0x') return false;
    const { data } = await reader.call({
      to: address,
      data: encodeFunctionData({
        abi: ERC_1271,
        functionName: 'isValidSignature',
        args: [hashMessage(text), signature],
      }),
      gas: WALLET_GAS,
    });
    // Exactly one word: an answer of another form is no answer.
    if (data === undefined || data.length !== 66) return false;
    return decodeFunctionResult({ abi: ERC_1271, functionName: 'isValidSignature', data }) === MAGIC;
  } catch (error) {
    if (isContractsRefusal(error)) return false;
    const known = chainErrorOf(error, 'isValidSignature');
    throw known.code === 'unreachable'
      ? known
      : new ChainError('unreachable', known.message, { cause: error });
  }
}

/** JSON-RPC error of a node that has had enough (EIP-1474). */
const LIMIT_EXCEEDED = -32_005;

/**
 * The node answered, and not with the contract's word: it reverted, ran out of gas, or is no code. Nodes have several numbers for these; whatever is not the node's own
 * trouble counts as the contract's, for that is the answer which signs nobody in.
 */
function isContractsRefusal(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false;
  const told = error.walk((each) => each instanceof RpcRequestError);
  if (told instanceof RpcRequestError) return told.code !== LIMIT_EXCEEDED;
  // An answer of 32 bytes that is no bytes4 is the contract's as well.
  return error.name.startsWith('Abi') || error.name.startsWith('Invalid');
}
