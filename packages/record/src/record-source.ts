/** What a reader is given: the chain's view of a lane, which it trusts, and a server, which it does not (section 8 of docs/RECORD.md). */

import type { Finding } from './finding.js';
import type { Locator } from './part.js';

/** The patient's word on the chain that an instance is to be erased, alone or with its whole lane (REC-25). */
export interface Tombstone {
  /** The block that holds it. */
  readonly blockNumber: number;
  /** The block's time, seconds since 1970. */
  readonly time: number;
}

/** One anchored instance, from the reader's own chain node. */
export interface AnchoredInstance {
  /** Place in the lane, from 0. */
  readonly seq: number;
  /** The manifest's root, 32 bytes. */
  readonly h: Uint8Array;
  /** The lane's root after this instance, 32 bytes. */
  readonly mk: Uint8Array;
  readonly accessVersion: number | bigint;
  /** The author's clock when sealing, seconds since 1970. */
  readonly time: number | bigint;
  /** The author's identity epoch whose key signed, as in the identity. */
  readonly authorEpoch: string;
  /** The author's proof, needed to read self-verified: 96 bytes X || v, or both points apart, compressed or in EIP-2537 encoding. */
  readonly proof?: Uint8Array | { readonly X: Uint8Array; readonly v: Uint8Array };
  readonly blockNumber: number;
  /** The block's time, seconds since 1970. */
  readonly blockTime: number;
  /** The twin's access version in force at the block, where the chain was asked for it. */
  readonly versionInForce?: number | bigint;
  /** The tombstone that covers it, where the chain has one. */
  readonly tombstone?: Tombstone;
  /** The author's batch in which it stands first, where it was not anchored directly (REC-31). */
  readonly batch?: number;
  /** Where it stands in a batch: whether its author had the right to contribute at that block. The contract sees to it for direct anchors. */
  readonly mayContribute?: boolean;
}

/** A lane as the reader's own chain node has it. */
export interface LaneHead {
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  /** 32 bytes (REC-4). */
  readonly authorId: Uint8Array;
  /** The author's name, such as `hospital:north`; must hash to authorId. */
  readonly authorName: string;
  /** Number of anchored instances. */
  readonly count: number;
  /** The lane's root, 32 bytes; of no meaning for an empty lane. */
  readonly mk: Uint8Array;
  /** All of them, by seq from 0. */
  readonly instances: readonly AnchoredInstance[];
  /** What was found wrong in finding out about the lane: batches that cannot be followed, or do not agree. */
  readonly noted?: readonly Finding[];
}

/**
 * A server of sealed objects. Nothing that it says is believed: it can withhold, and it is then seen to withhold. A call that fails is
 * an object that is not served; the error is handed back beside the findings.
 */
export interface RecordSource {
  /** Its claim of a lane's head. */
  head(laneId: Uint8Array): Promise<{ readonly count: number; readonly mk: Uint8Array } | undefined>;
  /** The manifest of an instance. */
  manifest(laneId: Uint8Array, seq: number): Promise<Uint8Array | undefined>;
  /** Where the two objects of a part lie. */
  locator(partDigest: Uint8Array): Promise<Locator | undefined>;
  /** A stored object by its address. */
  object(address: Uint8Array): Promise<Uint8Array | undefined>;
  /** The capsules of a lane, at least those that name the reader; in any order. */
  capsules(laneId: Uint8Array): Promise<readonly Uint8Array[]>;
}
