/**
 * When a hospital had the right to contribute to a twin, from the patient's consents on the chain: what the contract checks of a direct anchor, and a reader of a batched one.
 * The newest grant with the operation counts; when it ends, the right is gone, whatever an older one said (Access.sol).
 */

import { accessAbi, type GrantTerms, OPERATION } from '@twinseal/contracts';
import type { Hex } from 'viem';
import type { ConsortiumReader } from './consortium-reader.js';
import { chainErrorOf } from './transaction.js';

/** Where on the chain something stands. */
export interface ChainPlace {
  readonly blockNumber: number;
  readonly logIndex: number;
}

/** Answers whether a hospital might contribute at a place of the chain, whose block has that time. */
export type RightAt = (place: ChainPlace, blockTime: number) => boolean;

interface Change extends ChainPlace {
  readonly change: 'given' | 'ended' | 'all-ended';
  readonly grantId?: Hex;
  readonly terms?: GrantTerms;
}

/**
 * The history of a hospital's right to contribute to a twin.
 *
 * @throws ChainError
 */
export async function contributionRight(
  chain: ConsortiumReader,
  twinId: Hex,
  hospital: Hex,
): Promise<RightAt> {
  const { reader } = chain.connection;
  const filter = {
    address: await chain.contract('access'),
    abi: accessAbi,
    args: { twinId },
    fromBlock: BigInt(chain.consortium.firstBlock),
  } as const;
  const changes: Change[] = [];
  try {
    const [given, revoked, lapsed, all] = await Promise.all([
      reader.getContractEvents({ ...filter, eventName: 'Granted', args: { twinId, hospital } }),
      reader.getContractEvents({ ...filter, eventName: 'Revoked' }),
      reader.getContractEvents({ ...filter, eventName: 'Lapsed' }),
      reader.getContractEvents({ ...filter, eventName: 'AllRevoked' }),
    ]);
    for (const log of given) {
      const { grantId, terms } = log.args as { grantId: Hex; terms: GrantTerms };
      if ((terms.operations & OPERATION.contribute) !== 0)
        changes.push({ ...placeOf(log), change: 'given', grantId, terms });
    }
    for (const log of [...revoked, ...lapsed])
      changes.push({ ...placeOf(log), change: 'ended', grantId: log.args.grantId as Hex });
    for (const log of all) changes.push({ ...placeOf(log), change: 'all-ended' });
  } catch (error) {
    throw chainErrorOf(error, 'events');
  }
  changes.sort(compare);
  return (place, blockTime) => {
    let right: Change | undefined;
    for (const each of changes) {
      if (compare(each, place) >= 0) break;
      if (each.change === 'given') right = each;
      else if (each.change === 'all-ended' || each.grantId === right?.grantId) right = undefined;
    }
    const terms = right?.terms;
    return terms !== undefined && BigInt(blockTime) >= terms.notBefore && BigInt(blockTime) < terms.expiry;
  };
}

function placeOf(log: { readonly blockNumber: bigint | null; readonly logIndex: number | null }): ChainPlace {
  return { blockNumber: Number(log.blockNumber), logIndex: Number(log.logIndex) };
}

function compare(a: ChainPlace, b: ChainPlace): number {
  return a.blockNumber - b.blockNumber || a.logIndex - b.logIndex;
}
