/**
 * Whether a decision still stands. What the chain decided when it was asked stands while the twin's access version is the same and nothing waits to be settled; otherwise the
 * contract is asked again, with the same request and the same grant.
 */

import { type ConsortiumReader, chainErrorOf } from '@twinseal/chain';
import { accessAbi, dataRequestAbi, type GrantTerms } from '@twinseal/contracts';
import type { Hex } from 'viem';

/** A permit to look at again. */
export interface Permit {
  readonly requestId: Hex;
  readonly twinId: Hex;
  /** The access version as of which it was given. */
  readonly accessVersion: number;
}

/** What was asked for, as `DataRequested` has it. */
interface Asked {
  readonly hospital: Hex;
  readonly staff: Hex;
  readonly scopes: readonly Hex[];
  readonly purpose: Hex;
  readonly operation: number;
}

/**
 * Asks whether a permit would be given now.
 *
 * @throws ChainError where the chain does not answer: nothing is released on a guess
 */
export async function stillStands(chain: ConsortiumReader, permit: Permit): Promise<boolean> {
  const { version, settlementDue } = await chain.accessVersion(permit.twinId);
  if (version === permit.accessVersion && !settlementDue) return true;
  return decideAnew(chain, permit);
}

async function decideAnew(chain: ConsortiumReader, { requestId, twinId }: Permit): Promise<boolean> {
  const { reader } = chain.connection;
  const fromBlock = BigInt(chain.consortium.firstBlock);
  const { access, requests } = chain.consortium;
  try {
    const [[asked], [decided]] = await Promise.all([
      reader.getContractEvents({
        address: requests,
        abi: dataRequestAbi,
        eventName: 'DataRequested',
        args: { requestId },
        fromBlock,
      }),
      reader.getContractEvents({
        address: requests,
        abi: dataRequestAbi,
        eventName: 'RequestDecided',
        args: { requestId },
        fromBlock,
      }),
    ]);
    const grantId = decided?.args.grantId;
    if (asked === undefined || grantId === undefined) return false;
    const terms = await termsOf(chain, twinId, grantId);
    if (terms === undefined) return false;
    const { hospital, staff, scopes, purpose, operation } = asked.args as Asked;
    const [permit] = await reader.readContract({
      address: access,
      abi: accessAbi,
      functionName: 'decide',
      args: [{ twinId, hospital, staff, scopes, purpose, operation }, terms],
    });
    return permit;
  } catch (error) {
    throw chainErrorOf(error, 'decide');
  }
}

async function termsOf(chain: ConsortiumReader, twinId: Hex, grantId: Hex): Promise<GrantTerms | undefined> {
  const filter = {
    address: chain.consortium.access,
    abi: accessAbi,
    args: { twinId, grantId },
    fromBlock: BigInt(chain.consortium.firstBlock),
  } as const;
  const { reader } = chain.connection;
  const [granted, emergency] = await Promise.all([
    reader.getContractEvents({ ...filter, eventName: 'Granted' }),
    reader.getContractEvents({ ...filter, eventName: 'EmergencyGranted' }),
  ]);
  return (granted[0] ?? emergency[0])?.args.terms as GrantTerms | undefined;
}
