/** What the chain says of a hospital's batches: maps of lanes, anchored by their roots (docs/RECORD.md, REC-29). */

import { patientDigitalTwinAbi } from '@twinseal/contracts';
import { type Hex, hexToBytes } from 'viem';
import type { ConsortiumReader } from './consortium-reader.js';
import { chainErrorOf } from './transaction.js';

/** A batch on the chain. */
export interface AnchoredMap {
  readonly authorId: Hex;
  /** From 0. */
  readonly number: number;
  readonly mapRoot: Hex;
  /** Lanes in the map. */
  readonly size: number;
  /** The author's clock, seconds since 1970. */
  readonly timeS: number;
  readonly blockNumber: number;
  readonly blockHash: Hex;
  /** The block's clock, seconds since 1970. */
  readonly blockTime: number;
  readonly logIndex: number;
  readonly txHash: Hex;
}

/** How many numbers are asked for in one question to the node. */
const NUMBERS_AT_ONCE = 100;

/** How many batches a hospital has anchored, and the root of its newest map; count 0 where it never did. @throws ChainError */
export async function newestMap(
  chain: ConsortiumReader,
  author: Hex,
): Promise<{ readonly count: number; readonly mapRoot: Hex }> {
  const [count, mapRoot] = (await chain.view('twins', patientDigitalTwinAbi, 'latestBatch', [author])) as [
    bigint,
    Hex,
  ];
  return { count: Number(count), mapRoot };
}

/**
 * Batches of a hospital by number, as their events have them.
 *
 * @param numbers those asked for; all of them where left out
 * @returns those that the chain has, by number
 * @throws ChainError
 */
export async function anchoredMaps(
  chain: ConsortiumReader,
  author: Hex,
  numbers?: readonly number[],
): Promise<Map<number, AnchoredMap>> {
  const { reader } = chain.connection;
  const found = new Map<number, AnchoredMap>();
  const asked: (readonly number[] | undefined)[] = numbers === undefined ? [undefined] : [];
  for (let at = 0; at < (numbers?.length ?? 0); at += NUMBERS_AT_ONCE)
    asked.push(numbers?.slice(at, at + NUMBERS_AT_ONCE));
  for (const some of asked) {
    try {
      const logs = await reader.getContractEvents({
        address: await chain.contract('twins'),
        abi: patientDigitalTwinAbi,
        eventName: 'BatchAnchored',
        args: { authorId: author, ...(some === undefined ? {} : { number: some.map(BigInt) }) },
        fromBlock: BigInt(chain.consortium.firstBlock),
      });
      for (const log of logs) {
        const args = log.args as Required<typeof log.args>;
        const time =
          log.blockTimestamp ?? (await reader.getBlock({ blockNumber: log.blockNumber })).timestamp;
        found.set(Number(args.number), {
          authorId: author,
          number: Number(args.number),
          mapRoot: args.mapRoot as Hex,
          size: Number(args.size),
          timeS: Number(args.time),
          blockNumber: Number(log.blockNumber),
          blockHash: log.blockHash as Hex,
          blockTime: Number(time),
          logIndex: Number(log.logIndex),
          txHash: log.transactionHash as Hex,
        });
      }
    } catch (error) {
      throw chainErrorOf(error, 'events');
    }
  }
  return found;
}

/** The root of a map, 32 bytes. */
export function rootBytes({ mapRoot }: AnchoredMap): Uint8Array {
  return hexToBytes(mapRoot);
}
