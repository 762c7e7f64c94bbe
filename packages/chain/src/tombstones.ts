/** What the patient asked to have erased, and who says that it is gone: the events of `Storage`, of this generation of contracts and of those before it. */

import { storageAbi } from '@twinseal/contracts';
import type { AnchoredInstance, Tombstone } from '@twinseal/record';
import type { Address, Hex } from 'viem';
import type { Connection } from './connection.js';

/** The sequence number that stands for a whole lane in an erasure. */
export const WHOLE_LANE = 2n ** 64n - 1n;

/** One erasure that a patient asked for. */
export interface ErasureRequest extends Tombstone {
  readonly authorId: Hex;
  /** The instance, or `lane` for all that was anchored until then. */
  readonly place: number | 'lane';
  readonly txHash: Hex;
}

/** A holder's word that it deleted what a tombstone covers. */
export interface Deletion {
  readonly authorId: Hex;
  readonly place: number | 'lane';
  readonly holder: Hex;
  /** REC-25. */
  readonly objects: Hex;
  readonly blockNumber: number;
  readonly txHash: Hex;
}

/** Where a chain of contracts keeps what was said of erasures. */
export interface StorageLogs {
  readonly connection: Connection;
  /** The `Storage` contracts, of all generations up to the one that is read. */
  readonly address: readonly Address[];
  readonly fromBlock: bigint;
}

/** Erasures that a twin's patient asked for, oldest first. @param author of one lane; all where left out */
export async function erasureRequests(
  logs: StorageLogs,
  twinId: Hex,
  author?: Hex,
): Promise<ErasureRequest[]> {
  const found = await logs.connection.reader.getContractEvents({
    address: [...logs.address],
    abi: storageAbi,
    eventName: 'ErasureRequested',
    args: { twinId, ...(author === undefined ? {} : { authorId: author }) },
    fromBlock: logs.fromBlock,
  });
  return Promise.all(
    found.map(async ({ args, blockNumber, blockTimestamp, transactionHash }) => ({
      authorId: args.authorId as Hex,
      place: placeOf(args.seq as bigint),
      blockNumber: Number(blockNumber),
      time: Number(blockTimestamp ?? (await timeOf(logs.connection, blockNumber as bigint))),
      txHash: transactionHash as Hex,
    })),
  );
}

/** Deletions that holders recorded for a twin, oldest first. */
export async function deletions(logs: StorageLogs, twinId: Hex): Promise<Deletion[]> {
  const found = await logs.connection.reader.getContractEvents({
    address: [...logs.address],
    abi: storageAbi,
    eventName: 'DeletionRecorded',
    args: { twinId },
    fromBlock: logs.fromBlock,
  });
  return found.map(({ args, blockNumber, transactionHash }) => ({
    authorId: args.authorId as Hex,
    place: placeOf(args.seq as bigint),
    holder: args.holder as Hex,
    objects: args.objects as Hex,
    blockNumber: Number(blockNumber),
    txHash: transactionHash as Hex,
  }));
}

/** The tombstone that covers an instance (REC-25): its own, or the lane's where it was anchored until then. */
export function tombstoneOver(
  instance: Pick<AnchoredInstance, 'seq' | 'blockNumber'>,
  requests: readonly ErasureRequest[],
): Tombstone | undefined {
  const found = requests.find(({ place, blockNumber }) =>
    place === 'lane' ? instance.blockNumber <= blockNumber : place === instance.seq,
  );
  return found === undefined ? undefined : { blockNumber: found.blockNumber, time: found.time };
}

function placeOf(seq: bigint): number | 'lane' {
  return seq === WHOLE_LANE ? 'lane' : Number(seq);
}

/** For a node that does not say the block's time with the log. */
async function timeOf(connection: Connection, block: bigint): Promise<bigint> {
  return (await connection.reader.getBlock({ blockNumber: block })).timestamp;
}
