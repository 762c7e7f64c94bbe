/**
 * What a gateway owes for its receipts: anchoring them in batches, and answering whoever challenges one within the window. What is due follows from the log and the chain alone, so a restart needs
 * nothing to go on from.
 */

import type { Hex } from 'viem';
import type { Gateway } from '../ports.js';
import {
  type AnchoredBatch,
  anchoredBatches,
  anchorReceipts,
  answerChallenge,
  challengeDigest,
  challenges,
  coveredBy,
  proofOf,
  type ReceiptProof,
  serverOf,
} from './batches.js';
import { type ReceiptBook, receiptBook, type WrittenReceipt } from './receipt-book.js';

/** When a batch is due: at so many receipts, or when the oldest has waited so long. */
export interface AnchoringPolicy {
  readonly everyReceipts: number;
  readonly afterS: number;
}

export const DEFAULT_ANCHORING: AnchoringPolicy = { everyReceipts: 1000, afterS: 300 };
/** Seconds between two looks for challenges: the window is three days. */
const CHALLENGES_EVERY_S = 30;
/** Seconds before something that failed is tried again. */
const AGAIN_S = 10;

/** What a turn did. */
export interface KeeperTurn {
  readonly anchored: number;
  readonly answered: number;
  /** Challenges of receipts that the log does not have: nobody can answer them from here. */
  readonly unknown: number;
}

export interface ReceiptsStatus {
  readonly written: number;
  readonly anchored: number;
  readonly lastFailure?: string;
}

export class ReceiptKeeper {
  readonly book: ReceiptBook;
  readonly #gateway: Gateway;
  readonly #policy: AnchoringPolicy;
  #batches: readonly AnchoredBatch[] | undefined;
  #waitingSinceS: number | undefined;
  #nextLookS = 0;
  #notBeforeS = 0;
  #lastFailure: string | undefined;
  /** Position in the log by digest; made when the first challenge comes. */
  readonly #positions = new Map<Hex, number>();
  #indexed = 0;

  constructor(gateway: Gateway, policy: AnchoringPolicy = DEFAULT_ANCHORING) {
    this.#gateway = gateway;
    this.#policy = policy;
    this.book = receiptBook(gateway);
  }

  /** Anchors and answers what is due. @throws ChainError, GatewayError `receipts-behind`; the next turn tries again */
  async turn(): Promise<KeeperTurn> {
    const nowS = this.#gateway.nowS();
    if (nowS < this.#notBeforeS) return { anchored: 0, answered: 0, unknown: 0 };
    try {
      const anchored = await this.#anchorIfDue(nowS);
      const looked = await this.#answerIfDue(nowS);
      this.#lastFailure = undefined;
      return { anchored, ...looked };
    } catch (error) {
      this.#notBeforeS = nowS + AGAIN_S;
      this.#lastFailure = String((error as { code?: unknown }).code ?? 'fault');
      throw error;
    }
  }

  /** Anchors everything now. @returns undefined where there was nothing */
  async anchorNow(): Promise<AnchoredBatch | undefined> {
    const batch = await anchorReceipts(this.#gateway, this.book);
    await this.#look();
    this.#waitingSinceS = undefined;
    return batch;
  }

  /** Where a receipt is anchored; undefined where it is in no batch yet. @throws ChainError */
  async proof(written: WrittenReceipt): Promise<ReceiptProof | undefined> {
    if (this.#batches === undefined || coveredBy(this.#batches) <= written.position) await this.#look();
    return proofOf(this.book, this.#batches ?? [], written.position);
  }

  /** How many receipts of the log are known to be anchored. */
  get anchored(): number {
    return coveredBy(this.#batches ?? []);
  }

  get status(): ReceiptsStatus {
    return {
      written: this.book.size,
      anchored: this.anchored,
      ...(this.#lastFailure === undefined ? {} : { lastFailure: this.#lastFailure }),
    };
  }

  async #look(): Promise<void> {
    this.#batches = await anchoredBatches(this.#gateway.chain, serverOf(this.#gateway));
  }

  async #anchorIfDue(nowS: number): Promise<number> {
    // Now and then whatever is known: a chain that forgot a batch has to be given another.
    if (this.#batches === undefined || nowS >= this.#nextLookS) await this.#look();
    const waiting = this.book.size - this.anchored;
    if (waiting === 0) {
      this.#waitingSinceS = undefined;
      return 0;
    }
    this.#waitingSinceS ??= nowS;
    const isDue = waiting >= this.#policy.everyReceipts || nowS - this.#waitingSinceS >= this.#policy.afterS;
    if (!isDue) return 0;
    const batch = await this.anchorNow();
    return batch?.size ?? 0;
  }

  async #answerIfDue(nowS: number): Promise<{ readonly answered: number; readonly unknown: number }> {
    if (nowS < this.#nextLookS) return { answered: 0, unknown: 0 };
    const { chain, writer } = this.#gateway;
    let answered = 0;
    let unknown = 0;
    for (const { id, digest, status } of await challenges(chain, serverOf(this.#gateway))) {
      if (status !== 'open') continue;
      const position = this.#positionOf(digest);
      if (position === undefined) {
        unknown++;
        continue;
      }
      if (position >= this.anchored) await this.anchorNow();
      const proof = proofOf(this.book, this.#batches ?? [], position);
      if (proof === undefined) continue;
      await answerChallenge(writer, id, proof);
      answered++;
    }
    this.#nextLookS = nowS + CHALLENGES_EVERY_S;
    return { answered, unknown };
  }

  #positionOf(digest: Hex): number | undefined {
    for (; this.#indexed < this.book.size; this.#indexed++) {
      this.#positions.set(challengeDigest(this.book.at(this.#indexed) as Uint8Array), this.#indexed);
    }
    return this.#positions.get(digest);
  }
}
