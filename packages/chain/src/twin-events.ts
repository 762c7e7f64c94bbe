/** What happened on the chain since a block, as far as a gateway has to act on it: which twins were touched, and how. */

import {
  accessAbi,
  authorizedHospitalsAbi,
  patientDigitalTwinAbi,
  registrationAbi,
  storageAbi,
} from '@twinseal/contracts';
import { type Hex, parseEventLogs } from 'viem';
import type { ConsortiumReader } from './consortium-reader.js';

/** One event of the contracts that concerns a twin, or (without `twinId`) the set of hospitals. */
export interface ChainEvent {
  /** Name of the event in the contract that emitted it, such as `Granted`. */
  readonly name: string;
  readonly twinId?: Hex;
  /** The lane's author, of an `InstanceAnchored`. */
  readonly authorId?: Hex;
  /** The hospital that a grant names. */
  readonly hospital?: Hex;
  readonly blockNumber: number;
  readonly logIndex: number;
}

/** A stretch of the chain, and what happened in it. */
export interface EventPage {
  /** Oldest first. */
  readonly events: readonly ChainEvent[];
  /** The last block looked at, and its hash: from where to go on, and how to notice that the chain was replaced. */
  readonly toBlock: number;
  readonly toHash: Hex;
}

const ABI = [
  ...accessAbi,
  ...registrationAbi,
  ...patientDigitalTwinAbi,
  ...authorizedHospitalsAbi,
  ...storageAbi,
];

/**
 * Reads events from a block on.
 *
 * @param fromBlock first block to look at
 * @param maxBlocks most blocks in one page, at least 1
 * @returns undefined where the chain has no block from there on yet
 * @throws ChainError `unreachable` where the node does not answer
 */
export async function eventsFrom(
  chain: ConsortiumReader,
  fromBlock: number,
  maxBlocks: number,
): Promise<EventPage | undefined> {
  const { reader } = chain.connection;
  const newest = Number(await reader.getBlockNumber());
  if (newest < fromBlock) return undefined;
  const toBlock = Math.min(newest, fromBlock + maxBlocks - 1);
  const { access, registration, twins, hospitals } = chain.consortium;
  const stores = await chain.contract('stores');
  const [logs, block] = await Promise.all([
    reader.getLogs({
      address: [access, registration, twins, hospitals, stores],
      fromBlock: BigInt(fromBlock),
      toBlock: BigInt(toBlock),
    }),
    reader.getBlock({ blockNumber: BigInt(toBlock) }),
  ]);
  const events = parseEventLogs({ abi: ABI, logs }).map((log): ChainEvent => {
    const args = log.args as { twinId?: Hex; authorId?: Hex; hospital?: Hex };
    return {
      name: log.eventName,
      blockNumber: Number(log.blockNumber),
      logIndex: Number(log.logIndex),
      ...(args.twinId === undefined ? {} : { twinId: args.twinId }),
      ...(args.authorId === undefined ? {} : { authorId: args.authorId }),
      ...(args.hospital === undefined ? {} : { hospital: args.hospital }),
    };
  });
  return { events, toBlock, toHash: block.hash };
}

/** The hash of a block, or undefined where the chain has no such block. @throws ChainError `unreachable` */
export async function blockHash(chain: ConsortiumReader, blockNumber: number): Promise<Hex | undefined> {
  const { reader } = chain.connection;
  if (Number(await reader.getBlockNumber()) < blockNumber) return undefined;
  return (await reader.getBlock({ blockNumber: BigInt(blockNumber) })).hash;
}
