/**
 * What an emergency opens. One clinician alone opens what the patient chose, or where nothing was chosen allergies, medications and problems; a second clinician may open more. The contract sees
 * salted scopes and counts them; that the three are those three, whoever issues a capsule checks.
 */

import { type ConsortiumReader, chainErrorOf } from '@twinseal/chain';
import { emergencyAbi, ZERO_32 } from '@twinseal/contracts';
import type { Hex } from 'viem';
import type { EmergencyTerms } from './terms.js';

/** Allergies, medications and problems, by the names of their modules. */
export const BASIC_MODULES = ['allergies', 'conditions', 'medications'] as const;

/** An emergency as the chain tells of its opening. */
export interface OpenedEmergency {
  readonly grantId: Hex;
  readonly twinId: Hex;
  readonly hospital: Hex;
  readonly staff: Hex;
  /** Zero where one clinician opened it. */
  readonly secondStaff: Hex;
  /** Salted digest of the stated reason. */
  readonly reason: Hex;
  /** Seconds since 1970. */
  readonly until: number;
  /** Whether the patient had chosen the basic scopes by then: the contract checked them. */
  readonly byPolicy: boolean;
  readonly blockNumber: number;
  readonly logIndex: number;
  readonly txHash: Hex;
}

/** Every emergency of a twin, or of all, oldest first. @throws ChainError, and what the node's client throws where it does not answer */
export async function openedEmergencies(chain: ConsortiumReader, twinId?: Hex): Promise<OpenedEmergency[]> {
  const filter = {
    address: await chain.contract('emergency'),
    abi: emergencyAbi,
    args: twinId === undefined ? {} : { twinId },
    fromBlock: BigInt(chain.consortium.firstBlock),
  } as const;
  const { reader } = chain.connection;
  const [opened, policies] = await Promise.all([
    reader.getContractEvents({ ...filter, eventName: 'EmergencyOpened' }),
    reader.getContractEvents({ ...filter, eventName: 'EmergencyPolicySet' }),
  ]);
  return opened.map((log) => {
    const args = log.args as Opening;
    const policy = policies.findLast(
      (each) =>
        each.args.twinId === args.twinId &&
        (each.blockNumber < log.blockNumber ||
          (each.blockNumber === log.blockNumber && each.logIndex < log.logIndex)),
    );
    return {
      grantId: args.grantId,
      twinId: args.twinId,
      hospital: args.hospital,
      staff: args.staff,
      secondStaff: args.secondStaff,
      reason: args.reason,
      until: Number(args.until),
      byPolicy: (policy?.args.scopes?.length ?? 0) > 0,
      blockNumber: Number(log.blockNumber),
      logIndex: Number(log.logIndex),
      txHash: log.transactionHash,
    };
  });
}

/** The emergency that came of signed terms, where the chain has it: a reason's digest is salted for one emergency alone. @throws ChainError */
export async function findOpened(
  chain: ConsortiumReader,
  terms: Pick<EmergencyTerms, 'twinId' | 'hospital' | 'staff' | 'reason' | 'until'>,
): Promise<OpenedEmergency | undefined> {
  const opened = await openedEmergencies(chain, terms.twinId).catch((error: unknown) => {
    throw chainErrorOf(error, 'events');
  });
  return opened.find(
    (each) =>
      each.hospital === terms.hospital &&
      each.staff === terms.staff &&
      each.reason === terms.reason &&
      BigInt(each.until) === terms.until,
  );
}

/** Arguments of the event `EmergencyOpened`. */
interface Opening {
  readonly twinId: Hex;
  readonly hospital: Hex;
  readonly grantId: Hex;
  readonly staff: Hex;
  readonly secondStaff: Hex;
  readonly reason: Hex;
  readonly until: bigint;
}

/** Whether an emergency opens a module: the patient chose it, two clinicians stand for it, or it is one of the basic three. */
export function opensModule(
  emergency: Pick<OpenedEmergency, 'secondStaff' | 'byPolicy'>,
  module: string,
): boolean {
  return (
    emergency.byPolicy ||
    emergency.secondStaff !== ZERO_32 ||
    (BASIC_MODULES as readonly string[]).includes(module)
  );
}
