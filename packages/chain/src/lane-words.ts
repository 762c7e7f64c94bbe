/**
 * Lanes that are anchored in batches, as the chain and a keeper's word of the lane have them together (docs/RECORD.md, REC-31). Of the word nothing is believed that does not hash to a root on the chain.
 */

import {
  decodeLaneWord,
  type FallenHead,
  headFell,
  judgeLaneWord,
  type LaneVerdict,
  type LaneWord,
  RecordError,
} from '@twinseal/record';
import { bytesToHex, type Hex } from 'viem';
import { type AnchoredMap, anchoredMaps, newestMap, rootBytes } from './batches.js';
import type { ConsortiumReader } from './consortium-reader.js';

/** What is asked: the lane, under the author's batch of that number. */
export interface WordAsk {
  readonly twinId: Hex;
  readonly authorId: Hex;
  readonly batch: number;
}

/** Where words of lanes come from. Nothing that it gives is believed. */
export interface LaneWords {
  /**
   * Offers words of a lane, one after the other, until one is taken.
   *
   * @param take whether a word proves what is asked
   * @returns the word that was taken
   */
  word(ask: WordAsk, take: (bytes: Uint8Array) => Promise<boolean>): Promise<Uint8Array | undefined>;
  /** An earlier word of the lane, if one is held, to compare. */
  earlier(ask: WordAsk): Promise<Uint8Array | undefined>;
  /** Lanes in batches of which is known here without asking anybody. @param author only this one's */
  known(
    author?: Hex,
  ): Promise<readonly { readonly twinId: Hex; readonly authorId: Hex; readonly instances: number }[]>;
}

/** What is known of a lane in its author's batches. */
export type BatchedLane =
  /** The author anchors no batches. */
  | { readonly kind: 'none' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'withheld'; readonly batches: number }
  | {
      readonly kind: 'lane';
      readonly lane: Extract<LaneVerdict, { kind: 'lane' }>;
      readonly word: LaneWord;
      /** By number: the author's batches that the word speaks of. */
      readonly maps: ReadonlyMap<number, AnchoredMap>;
      readonly fallen?: FallenHead;
    }
  /** The author can be convicted. `fallen` where two of its maps show it. */
  | { readonly kind: 'misbehaved'; readonly code: 'head-fell' | 'lane-forked'; readonly fallen?: FallenHead };

/** Verdicts remembered: a head of the chain is asked of many times in one reading. */
const REMEMBERED = 1024;

export class BatchedLanes {
  readonly #chain: ConsortiumReader;
  readonly #known = new Map<string, { readonly stamp: string; readonly lane: BatchedLane }>();

  constructor(
    chain: ConsortiumReader,
    readonly words: LaneWords | undefined,
  ) {
    this.#chain = chain;
  }

  /** @throws ChainError where the own node does not answer */
  async lane(twinId: Hex, author: Hex): Promise<BatchedLane> {
    const { count, mapRoot } = await newestMap(this.#chain, author);
    if (count === 0) return { kind: 'none' };
    const newest = (await anchoredMaps(this.#chain, author, [count - 1])).get(count - 1);
    // Batches of an earlier generation of contracts have no event here, and so nothing to prove against.
    if (newest === undefined || newest.mapRoot !== mapRoot) return { kind: 'withheld', batches: count };
    const stamp = `${count}/${mapRoot}/${newest.blockHash}`;
    const key = `${twinId}/${author}`;
    const known = this.#known.get(key);
    if (known?.stamp === stamp) return known.lane;
    const lane = await this.#ask({ twinId, authorId: author, batch: count - 1 }, newest);
    // What is withheld may be given the next time.
    if (lane.kind !== 'withheld') this.#remember(key, { stamp, lane });
    return lane;
  }

  #remember(key: string, value: { readonly stamp: string; readonly lane: BatchedLane }): void {
    this.#known.delete(key);
    this.#known.set(key, value);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= REMEMBERED) break;
      this.#known.delete(oldest);
    }
  }

  async #ask(ask: WordAsk, newest: AnchoredMap): Promise<BatchedLane> {
    const maps = new Map([[newest.number, newest]]);
    let judged: { readonly word: LaneWord; readonly verdict: LaneVerdict } | undefined;
    await this.words?.word(ask, async (bytes) => {
      const found = await this.#judge(ask, bytes, maps, ask.batch);
      if (found === undefined) return false;
      judged = found;
      return true;
    });
    if (judged === undefined) return { kind: 'withheld', batches: ask.batch + 1 };
    const { word, verdict } = judged;
    const fallen = await this.#fallen(ask, word, maps);
    const shown = fallen === undefined ? {} : { fallen };
    if (verdict.kind === 'lane') return { kind: 'lane', lane: verdict, word, maps, ...shown };
    if (verdict.kind === 'misbehaved') {
      const within = headFell([word]) ?? fallen;
      return { kind: 'misbehaved', code: verdict.code, ...(within === undefined ? {} : { fallen: within }) };
    }
    return fallen === undefined ? { kind: 'absent' } : { kind: 'misbehaved', code: 'head-fell', fallen };
  }

  /** What was seen of the lane before against what is said now. A word of maps that the chain does not have (any more) shows nothing. */
  async #fallen(
    ask: WordAsk,
    word: LaneWord,
    maps: Map<number, AnchoredMap>,
  ): Promise<FallenHead | undefined> {
    const bytes = await this.words?.earlier(ask);
    if (bytes === undefined) return undefined;
    const last = wordOf(bytes)?.maps.at(-1)?.number;
    if (last === undefined || last > ask.batch) return undefined;
    const earlier = await this.#judge(ask, bytes, maps, last);
    return earlier === undefined ? undefined : headFell([earlier.word, word]);
  }

  /** The word with what it comes to; undefined where it proves nothing of what was asked. */
  async #judge(
    { twinId, authorId }: WordAsk,
    bytes: Uint8Array,
    maps: Map<number, AnchoredMap>,
    newest: number,
  ): Promise<{ readonly word: LaneWord; readonly verdict: LaneVerdict } | undefined> {
    const word = wordOf(bytes);
    if (word === undefined || bytesToHex(word.twinId) !== twinId || bytesToHex(word.authorId) !== authorId)
      return undefined;
    const missing = word.maps.map(({ number }) => number).filter((number) => !maps.has(number));
    if (missing.some((number) => number > newest)) return undefined;
    for (const [number, map] of await anchoredMaps(this.#chain, authorId, missing)) maps.set(number, map);
    const verdict = judgeLaneWord(word, {
      newest,
      rootOf: (number) => {
        const map = maps.get(number);
        return map === undefined ? undefined : rootBytes(map);
      },
    });
    return verdict.kind === 'refused' ? undefined : { word, verdict };
  }
}

function wordOf(bytes: Uint8Array): LaneWord | undefined {
  try {
    return decodeLaneWord(bytes);
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}
