/** A lane as the gateway's own database and its last word of the chain have it: what there is to go by while the chain does not answer. */

import { type ErasureRequest, tombstoneOver } from '@twinseal/chain';
import { type AnchoredInstance, fromHex, type LaneHead, parseIdentityText } from '@twinseal/record';
import type { Ledger } from '@twinseal/store';
import type { LaneRef } from '../peers/types.js';

/**
 * The head of a lane that is kept here: what was anchored, as far as this gateway saw it.
 *
 * `blockTime` is the author's clock, for the block's is not kept.
 *
 * @param erasures of the twin, as they were known last
 * @returns undefined where nothing of it is anchored
 */
export async function keptHead(
  ledger: Pick<Ledger, 'lane'>,
  lane: LaneRef,
  erasures: readonly ErasureRequest[],
): Promise<LaneHead | undefined> {
  const instances: AnchoredInstance[] = [];
  let authorName: string | undefined;
  const ofLane = erasures.filter(({ authorId }) => authorId === `0x${lane.authorId}`);
  for (const row of await ledger.lane(lane)) {
    if (row.mk === null || row.seq !== instances.length) break;
    const { name, epoch } = parseIdentityText(row.author);
    authorName = name;
    const blockNumber = row.blockNumber ?? 0;
    const tombstone = tombstoneOver({ seq: row.seq, blockNumber }, ofLane);
    instances.push({
      seq: row.seq,
      h: fromHex(row.h, 32),
      mk: fromHex(row.mk, 32),
      accessVersion: row.accessVersion,
      time: row.timeS,
      authorEpoch: epoch,
      proof: fromHex(row.proof),
      blockNumber,
      blockTime: row.timeS,
      ...(tombstone === undefined ? {} : { tombstone }),
    });
  }
  const last = instances.at(-1);
  if (last === undefined || authorName === undefined) return undefined;
  return {
    twinId: fromHex(lane.twinId, 32),
    authorId: fromHex(lane.authorId, 32),
    authorName,
    count: instances.length,
    mk: last.mk,
    instances,
  };
}
