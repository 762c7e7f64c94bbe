/** A lane as a reader has it who trusts a block and nobody else: count and root proved from its state, the leaves from anyone, for they must hash to the root. */

import { type AnchoredInstance, type LaneHead, laneId } from '@twinseal/record';
import type { GatewayApi } from '../api/gateway-api.js';
import type { ProvedState } from '../chain/prove-words.js';
import { bytesOf, hexOf } from '../internal/bytes.js';

/** An anchored instance as a gateway tells of it; bytes in hexadecimal with `0x`. */
export interface TellingInstance {
  readonly seq: number;
  readonly h: string;
  readonly mk: string;
  readonly accessVersion: number;
  readonly time: number;
  readonly authorEpoch: string;
  readonly X: string;
  readonly v: string;
  readonly blockNumber: number;
  readonly blockTime: number;
  readonly versionInForce?: number;
  readonly tombstone?: { readonly blockNumber: number; readonly time: number };
}

/** @returns the lane; undefined where the chain proves that it never began */
export async function anchoredLane(
  api: GatewayApi,
  state: ProvedState,
  lane: { readonly twinId: Uint8Array; readonly authorId: Uint8Array; readonly authorName: string },
): Promise<LaneHead | undefined> {
  const head = await state.laneHead(laneId(lane.twinId, lane.authorId));
  if (head.count === 0) return undefined;
  const instances: AnchoredInstance[] = [];
  while (instances.length < head.count) {
    const { instances: told } = await api.get<{ instances: readonly TellingInstance[] }>(
      `/twins/${hexOf(lane.twinId)}/lanes/${hexOf(lane.authorId)}/anchored?from=${instances.length}`,
    );
    // What came after the agreed block is for the next time.
    const wanted = told.slice(0, head.count - instances.length);
    if (wanted.length === 0) break;
    for (const { h, mk, X, v, ...rest } of wanted)
      instances.push({ ...rest, h: bytesOf(h), mk: bytesOf(mk), proof: { X: bytesOf(X), v: bytesOf(v) } });
  }
  return { ...lane, ...head, instances };
}
