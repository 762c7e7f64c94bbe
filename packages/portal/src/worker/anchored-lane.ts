/**
 * A lane as a reader has it who trusts a block and nobody else: count and root proved from its state, the leaves from anyone, for they must hash to the root. Of a hospital that
 * anchors in batches the state has the roots of its maps; what they say of the lane a keeper shows (docs/RECORD.md, REC-31).
 */

import {
  type AnchoredInstance,
  decodeLaneWord,
  judgeLaneWord,
  type LaneHead,
  type LaneVerdict,
  type LaneWord,
  laneId,
  RecordError,
} from '@twinseal/record';
import type { ProvedState } from '../chain/prove-words.js';
import { bytesOf, equal, hexOf } from '../internal/bytes.js';

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
  readonly batch?: number;
  readonly mayContribute?: boolean;
  readonly tombstone?: { readonly blockNumber: number; readonly time: number };
}

/** What is asked of a gateway: JSON, and bytes, undefined where there are none. */
export interface LaneServer {
  get<T>(path: string): Promise<T>;
  octets(path: string): Promise<{ readonly bytes: Uint8Array } | undefined>;
}

interface Lane {
  readonly twinId: Uint8Array;
  readonly authorId: Uint8Array;
  readonly authorName: string;
}

type Noted = NonNullable<LaneHead['noted']>;

/** @returns the lane; undefined where the chain proves that it never began */
export async function anchoredLane(
  api: LaneServer,
  state: ProvedState,
  lane: Lane,
): Promise<LaneHead | undefined> {
  const direct = await state.laneHead(laneId(lane.twinId, lane.authorId));
  const batched = await batchedLane(api, state, lane);
  const isLonger = batched.verdict?.kind === 'lane' && batched.verdict.count > direct.count;
  const head = isLonger
    ? { count: (batched.verdict as Told).count, mk: (batched.verdict as Told).mk }
    : direct;
  if (head.count === 0)
    return batched.noted.length === 0 ? undefined : { ...lane, ...head, instances: [], noted: batched.noted };
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
  const shorter = isLonger ? direct : batched.verdict?.kind === 'lane' ? batched.verdict : undefined;
  const at = shorter === undefined || shorter.count === 0 ? undefined : instances[shorter.count - 1]?.mk;
  const forks = shorter !== undefined && at !== undefined && !equal(at, shorter.mk);
  const noted: Noted = forks
    ? [...batched.noted, { code: 'lane-forked', detail: 'the direct head and the map are two lanes' }]
    : batched.noted;
  return { ...lane, ...head, instances, ...(noted.length === 0 ? {} : { noted }) };
}

type Told = Extract<LaneVerdict, { kind: 'lane' }>;

/** What the author's maps, proved from the block, say of the lane. */
async function batchedLane(
  api: LaneServer,
  state: ProvedState,
  lane: Lane,
): Promise<{ readonly verdict?: LaneVerdict; readonly noted: Noted }> {
  const { count, mapRoot } = await state.newestMap(lane.authorId);
  if (count === 0) return { noted: [] };
  const withheld: Noted = [
    { code: 'lane-withheld', detail: "nobody shows what the author's newest map says of it" },
  ];
  // Nothing served is as good as nothing proved.
  const served = await api.octets(
    `/twins/${hexOf(lane.twinId)}/lanes/${hexOf(lane.authorId)}/word?batch=${count - 1}`,
  );
  const word = served === undefined ? undefined : wordOf(served.bytes);
  if (word === undefined || !equal(word.twinId, lane.twinId) || !equal(word.authorId, lane.authorId))
    return { noted: withheld };
  const roots = new Map([[count - 1, mapRoot]]);
  for (const { number } of word.maps) {
    if (number < count - 1) roots.set(number, await state.mapRoot(lane.authorId, number));
  }
  const verdict = judgeLaneWord(word, { newest: count - 1, rootOf: (number) => roots.get(number) });
  if (verdict.kind === 'refused') return { noted: withheld };
  if (verdict.kind === 'misbehaved')
    return { verdict, noted: [{ code: verdict.code, detail: 'its own maps contradict each other' }] };
  return { verdict, noted: [] };
}

function wordOf(bytes: Uint8Array): LaneWord | undefined {
  try {
    return decodeLaneWord(bytes);
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}
