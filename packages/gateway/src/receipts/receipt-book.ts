/**
 * The receipts that a gateway wrote: what the log holds, found by twin, and the one place that adds to it. Each receipt names the one before it of the same twin, so there is one writer for each log;
 * receipts that are asked for at once are signed one after the other and made durable together.
 *
 * What is released waits for `write`: a crash at any moment leaves a receipt too many, never one too few.
 */

import {
  decodeReceipt,
  fromHex,
  type Identity,
  type Receipt,
  type ReceiptFields,
  receiptHash,
  signReceipt,
  toHex,
} from '@twinseal/record';
import type { ReceiptLog } from '@twinseal/store';
import { bytesToHex, type Hex, hexToBytes } from 'viem';
import type { Gateway } from '../ports.js';

/** What is to be said in a receipt; index, predecessor, server and time are the book's. */
export interface ReceiptInput {
  /** 64 hexadecimal digits. */
  readonly twinId: string;
  /** 32 bytes: of the request on the chain, or of the canonical request in receipt mode. */
  readonly requestId: Hex;
  readonly requester: Identity;
  readonly decision: 'permit' | 'deny';
  /** REC-23. */
  readonly reason: number;
  /** HL7 v3 PurposeOfUse, 1 to 32 of `[A-Z]`. */
  readonly purpose: string;
  /** 1 to 256 of 32 bytes, in any order; repetitions count once. */
  readonly scopes: readonly Hex[];
  /** The block as of which it was decided. */
  readonly block: { readonly number: number; readonly hash: Hex };
}

/** A receipt of the log. */
export interface WrittenReceipt {
  /** In the twin's chain, from 0. */
  readonly index: number;
  /** In the log, from 0. */
  readonly position: number;
  readonly bytes: Uint8Array;
}

/** Receipts that are signed in one go, before others get a turn: each costs two multiplications. */
const GROUP = 16;

interface Waiting {
  readonly input: ReceiptInput;
  readonly done: (written: WrittenReceipt) => void;
  readonly failed: (error: unknown) => void;
}

type Parts = Pick<Gateway, 'receipts' | 'params' | 'key' | 'nowS'> & {
  readonly chain: Pick<Gateway['chain'], 'domain'>;
};

const BOOKS = new WeakMap<ReceiptLog, ReceiptBook>();

/** The book of a gateway's log. There is one for each log: two would write two chains. */
export function receiptBook(gateway: Parts): ReceiptBook {
  const known = BOOKS.get(gateway.receipts);
  if (known !== undefined) return known;
  const book = new ReceiptBook(gateway);
  BOOKS.set(gateway.receipts, book);
  return book;
}

export class ReceiptBook {
  readonly #parts: Parts;
  /** Positions in the log, by twin. */
  readonly #byTwin = new Map<string, number[]>();
  #indexed = 0;
  readonly #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  readonly #listeners = new Set<(written: WrittenReceipt) => void>();

  /** Use {@link receiptBook}. */
  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Signs a receipt and makes it durable.
   *
   * @throws TypeError, RangeError for fields that no receipt can have; StoreError where it could not be made durable: then nothing may be released
   */
  write(input: ReceiptInput): Promise<WrittenReceipt> {
    return new Promise((done, failed) => {
      this.#waiting.push({ input, done, failed });
      this.#writing ??= this.#writeWaiting();
    });
  }

  /** Is told of every receipt once it is durable. @returns ends it */
  onWritten(listener: (written: WrittenReceipt) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many receipts the log holds. */
  get size(): number {
    return this.#parts.receipts.all().length;
  }

  /** Ids of the twins of which there are receipts. */
  twins(): string[] {
    this.#readOn();
    return [...this.#byTwin.keys()];
  }

  /** The receipts of a twin, oldest first. @param from index of the first */
  ofTwin(twinId: string, from = 0, limit = Number.POSITIVE_INFINITY): WrittenReceipt[] {
    this.#readOn();
    const positions = (this.#byTwin.get(twinId) ?? []).slice(from, from + limit);
    return positions.map((position, i) => ({
      index: from + i,
      position,
      bytes: this.at(position) as Uint8Array,
    }));
  }

  /** How many receipts of a twin there are: the index of the next. */
  countOf(twinId: string): number {
    this.#readOn();
    return this.#byTwin.get(twinId)?.length ?? 0;
  }

  /** One receipt of a twin, or undefined. */
  get(twinId: string, index: number): WrittenReceipt | undefined {
    return this.ofTwin(twinId, index, 1)[0];
  }

  /** The receipt at a place of the log, or undefined. */
  at(position: number): Uint8Array | undefined {
    return this.#parts.receipts.all()[position];
  }

  async #writeWaiting(): Promise<void> {
    // What is asked for in the same moment goes together.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      await this.#writeGroup(this.#waiting.splice(0, GROUP));
      // Whoever answers others in between gets a turn.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    this.#writing = undefined;
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    this.#readOn();
    const heads = new Map<string, { index: number; previous: Uint8Array }>();
    const signed: { readonly written: WrittenReceipt; readonly waiting: Waiting }[] = [];
    const first = this.size;
    for (const waiting of group) {
      const { twinId } = waiting.input;
      const head = heads.get(twinId) ?? this.#headOf(twinId);
      try {
        const bytes = this.#sign(waiting.input, head);
        heads.set(twinId, { index: head.index + 1, previous: receiptHash(bytes) });
        signed.push({ written: { index: head.index, position: first + signed.length, bytes }, waiting });
      } catch (error) {
        waiting.failed(error);
      }
    }
    if (signed.length === 0) return;
    try {
      await this.#parts.receipts.appendAll(signed.map(({ written }) => written.bytes));
    } catch (error) {
      // All of them: each names the one before it, and none of those is there.
      for (const { waiting } of signed) waiting.failed(error);
      return;
    }
    this.#readOn();
    for (const { written, waiting } of signed) {
      waiting.done(written);
      for (const listener of this.#listeners) listener(written);
    }
  }

  #sign(input: ReceiptInput, head: { readonly index: number; readonly previous: Uint8Array }): Uint8Array {
    const { params, chain, key, nowS } = this.#parts;
    const scopes = [...new Set(input.scopes.map((scope) => scope.toLowerCase() as Hex))].sort();
    const receipt: Omit<ReceiptFields, 'server'> = {
      twinId: fromHex(input.twinId, 32),
      index: head.index,
      previous: head.previous,
      requestId: hexToBytes(input.requestId),
      requester: input.requester,
      decision: input.decision,
      reason: input.reason,
      purpose: input.purpose,
      scopes: scopes.map((scope) => hexToBytes(scope)),
      blockNumber: input.block.number,
      blockHash: hexToBytes(input.block.hash),
      time: nowS(),
    };
    return signReceipt({ params, domain: chain.domain, key, receipt });
  }

  #headOf(twinId: string): { index: number; previous: Uint8Array } {
    const index = this.countOf(twinId);
    const last = this.get(twinId, index - 1);
    return {
      index,
      previous: index === 0 || last === undefined ? new Uint8Array(32) : receiptHash(last.bytes),
    };
  }

  /** Takes in what the log has got since. */
  #readOn(): void {
    const all = this.#parts.receipts.all();
    for (; this.#indexed < all.length; this.#indexed++) {
      const twinId = twinOf(all[this.#indexed] as Uint8Array);
      const positions = this.#byTwin.get(twinId);
      if (positions === undefined) this.#byTwin.set(twinId, [this.#indexed]);
      else positions.push(this.#indexed);
    }
  }
}

/** A receipt's twin stands right behind its six-byte head (docs/RECORD.md, section 7). */
export function twinOf(receipt: Uint8Array): string {
  return toHex(receipt.subarray(6, 38));
}

/** What a receipt says, as JSON: identities and reasons in words, no clinical value. */
export function receiptJson(receipt: Receipt): {
  readonly index: number;
  readonly requester: string;
  readonly server: string;
  readonly decision: 'permit' | 'deny';
  readonly reason: number;
  readonly purpose: string;
  readonly scopes: readonly Hex[];
  readonly requestId: Hex;
  readonly block: { readonly number: number; readonly hash: Hex };
  readonly time: number;
} {
  return {
    index: receipt.index,
    requester: `${receipt.requester.name}#${receipt.requester.epoch}`,
    server: `${receipt.server.name}#${receipt.server.epoch}`,
    decision: receipt.decision,
    reason: receipt.reason,
    purpose: receipt.purpose,
    scopes: receipt.scopes.map((scope) => bytesToHex(scope)),
    requestId: bytesToHex(receipt.requestId),
    block: { number: receipt.blockNumber, hash: bytesToHex(receipt.blockHash) },
    time: receipt.time,
  };
}

/** What the bytes of a written receipt say. @throws RecordError where the log holds something of another version */
export function readReceipt(written: WrittenReceipt): Receipt {
  return decodeReceipt(written.bytes);
}
