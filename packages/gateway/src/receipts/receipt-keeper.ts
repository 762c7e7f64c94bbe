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
/** Receipts that are looked at before others get a turn. */
const RECEIPTS_AT_ONCE = 256;
/** Seconds before something that failed is tried again. */
const AGAIN_S = 10;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

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
  /** Of digests that were challenged: where in the log each stands, or how far it was looked for. */
  readonly #sought = new Map<Hex, { position?: number; lookedAt: number }>();

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
    const open = (await challenges(chain, serverOf(this.#gateway))).filter(({ status }) => status === 'open');
    await this.#seek(open.map(({ digest }) => digest));
    for (const { id, digest } of open) {
      const position = this.#sought.get(digest)?.position;
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

  /** Looks for challenged receipts where the log was not looked at yet: challenges are rare, and an index of all digests would grow for ever. */
  async #seek(digests: readonly Hex[]): Promise<void> {
    for (const digest of this.#sought.keys()) if (!digests.includes(digest)) this.#sought.delete(digest);
    for (const digest of digests) {
      if (!this.#sought.has(digest)) this.#sought.set(digest, { lookedAt: 0 });
    }
    const missing = [...this.#sought.values()].filter(({ position }) => position === undefined);
    const size = this.book.size;
    for (let at = Math.min(size, ...missing.map(({ lookedAt }) => lookedAt)); at < size; at++) {
      const found = this.#sought.get(challengeDigest(this.book.at(at) as Uint8Array));
      if (found !== undefined) found.position ??= at;
      if (at % RECEIPTS_AT_ONCE === 0) await turn();
    }
    for (const each of missing) each.lookedAt = size;
  }
}
