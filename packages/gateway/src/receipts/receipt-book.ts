/**
 * The receipts that a gateway wrote: what the log holds, found by twin, and the one place that adds to it. Each receipt names the one before it of the same twin, so there is one writer for each log;
 * receipts that are asked for at once are signed one after the other and made durable together. Where there is much to sign, a thread signs the next ones while those before them go to the disk; if a write
 * fails, whatever was signed behind it fails with it, and nobody is told of it.
 *
 * What is released waits for `write`: a crash at any moment leaves a receipt too many, never one too few.
 */

import {
  decodeReceipt,
  encodeReceiptBody,
  fromHex,
  type Identity,
  type Receipt,
  receiptHash,
  signReceiptBody,
  toHex,
} from '@twinseal/record';
import type { ReceiptLog } from '@twinseal/store';
import { bytesToHex, type Hex, hexToBytes } from 'viem';
import type { Gateway } from '../ports.js';
import type { ThreadSigner, ToSign } from './thread-signer.js';
import { PLACES_BLOCK, TwinPlaces } from './twin-places.js';

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
/** Receipts that wait together, from which on a thread is worth its start. */
const BUSY = 4;

interface Waiting {
  readonly input: ReceiptInput;
  readonly done: (written: WrittenReceipt) => void;
  readonly failed: (error: unknown) => void;
}

/** Where the next receipt of a twin goes, while those before it are not durable yet. */
interface Head {
  readonly index: number;
  /** receiptHash of the one before; while that is being signed, only its place in the group is known. */
  readonly previous: Uint8Array | { readonly place: number };
}

/** A receipt whose place in its twin's chain is settled. */
interface Placed {
  readonly waiting: Waiting;
  readonly index: number;
  readonly toSign: ToSign;
}

interface Signed {
  readonly placed: Placed;
  readonly bytes: Uint8Array;
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
  readonly #places = new TwinPlaces((block) => this.#twinsOf(block));
  readonly #waiting: Waiting[] = [];
  /** Whether the thread has a group. One at a time: what comes in meanwhile is the next, and goes to the disk together. */
  #isSigning = false;
  /** Signed, in order, and not yet on their way to the disk. */
  #signed: Signed[] = [];
  #isAppending = false;
  /** Of twins with receipts that are not durable yet. */
  readonly #heads = new Map<string, Head>();
  /** Set while what was placed behind something that failed is still under way. */
  #failure: { readonly error: unknown } | undefined;
  #isDue = false;
  #startThread: (() => Promise<ThreadSigner>) | undefined;
  #starting: Promise<void> | undefined;
  #thread: ThreadSigner | undefined;
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
      // What is asked for in the same moment goes together.
      if (this.#isDue) return;
      this.#isDue = true;
      queueMicrotask(() => {
        this.#isDue = false;
        this.#go();
      });
    });
  }

  /** Lets a thread sign when there is much to sign. Where it cannot be started, or ends, receipts are signed here as before. */
  helpWith(start: () => Promise<ThreadSigner>): void {
    this.#startThread = start;
  }

  /** Ends the thread, where there is one, and starts none any more; what it has is signed before. */
  async endHelp(): Promise<void> {
    this.#startThread = undefined;
    await this.#starting;
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.close();
  }

  /** Whether a thread signs now; for tests and figures. */
  get isHelped(): boolean {
    return this.#thread?.isAlive === true;
  }

  /** Is told of every receipt once it is durable. @returns ends it */
  onWritten(listener: (written: WrittenReceipt) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How many receipts the log holds. */
  get size(): number {
    return this.#parts.receipts.count;
  }

  /** Ids of the twins of which there are receipts. */
  twins(): string[] {
    this.#readOn();
    return this.#places.twins();
  }

  /** The receipts of a twin, oldest first. @param from index of the first */
  ofTwin(twinId: string, from = 0, limit = Number.POSITIVE_INFINITY): WrittenReceipt[] {
    this.#readOn();
    return this.#places.positions(twinId, from, limit).map((position, i) => ({
      index: from + i,
      position,
      bytes: this.at(position) as Uint8Array,
    }));
  }

  /** How many receipts of a twin there are: the index of the next. */
  countOf(twinId: string): number {
    this.#readOn();
    return this.#places.countOf(twinId);
  }

  /** One receipt of a twin, or undefined. */
  get(twinId: string, index: number): WrittenReceipt | undefined {
    return this.ofTwin(twinId, index, 1)[0];
  }

  /** The receipt at a place of the log, or undefined. */
  at(position: number): Uint8Array | undefined {
    return this.#parts.receipts.at(position);
  }

  /** Brings everything one step on: what waits to signing, what is signed to the disk. */
  #go(): void {
    while (this.#waiting.length > 0) {
      if (this.#isSigning) return;
      const isBusy = this.#signed.length > 0 || this.#isAppending;
      if (this.#failure !== undefined) {
        // What was placed behind it comes to nothing; then the log's own heads hold again.
        if (isBusy) return;
        this.#heads.clear();
        this.#failure = undefined;
      }
      const thread = this.#thread?.isAlive === true ? this.#thread : undefined;
      if (thread !== undefined && (isBusy || this.#waiting.length > 1)) {
        const group = this.#place();
        if (group.length > 0) void this.#signElsewhere(thread, group);
      } else {
        // One group at a time: whoever answers others in between gets a turn.
        if (isBusy) return;
        if (this.#waiting.length >= BUSY) this.#seekHelp();
        this.#signHere(this.#place());
      }
    }
  }

  /** Settles the places of the next group. */
  #place(): Placed[] {
    this.#readOn();
    const group: Placed[] = [];
    for (const waiting of this.#waiting.splice(0, GROUP)) {
      const { twinId } = waiting.input;
      const { index, previous } = this.#heads.get(twinId) ?? this.#headOf(twinId);
      try {
        const own = previous instanceof Uint8Array ? previous : new Uint8Array(32);
        const body = this.#encode(waiting.input, index, own);
        const toSign = previous instanceof Uint8Array ? { body } : { body, after: previous.place };
        this.#heads.set(twinId, { index: index + 1, previous: { place: group.length } });
        group.push({ waiting, index, toSign });
      } catch (error) {
        waiting.failed(error);
      }
    }
    return group;
  }

  #signHere(group: readonly Placed[]): void {
    const { params, chain, key } = this.#parts;
    const hashes: Uint8Array[] = [];
    try {
      for (const placed of group) {
        const { body, after } = placed.toSign;
        const previous = after === undefined ? undefined : (hashes[after] as Uint8Array);
        const bytes = signReceiptBody({
          params,
          domain: chain.domain,
          key,
          body,
          ...(previous === undefined ? {} : { previous }),
        });
        hashes.push(receiptHash(bytes));
        this.#signed.push({ placed, bytes });
      }
    } catch (error) {
      // Its own fault, not the caller's: fields were checked when they were encoded.
      this.#failure = { error };
      for (const { waiting } of group.slice(hashes.length)) waiting.failed(error);
    }
    this.#settleHeads(group, hashes);
    this.#append();
  }

  async #signElsewhere(thread: ThreadSigner, group: readonly Placed[]): Promise<void> {
    this.#isSigning = true;
    try {
      const signed = await thread.sign(group.map(({ toSign }) => toSign));
      if (this.#failure !== undefined) throw this.#failure.error;
      for (const [i, bytes] of signed.entries()) this.#signed.push({ placed: group[i] as Placed, bytes });
      this.#settleHeads(group, signed.map(receiptHash));
    } catch (error) {
      this.#failure ??= { error };
      for (const { waiting } of group) waiting.failed(error);
    } finally {
      this.#isSigning = false;
    }
    this.#append();
    this.#go();
  }

  /** Now that hashes are known, the receipts that come next can name them. */
  #settleHeads(group: readonly Placed[], hashes: readonly Uint8Array[]): void {
    for (const [place, hash] of hashes.entries()) {
      const { waiting, index } = group[place] as Placed;
      const { twinId } = waiting.input;
      const head = this.#heads.get(twinId);
      if (head === undefined || head.previous instanceof Uint8Array || head.previous.place !== place)
        continue;
      this.#heads.set(twinId, { index: index + 1, previous: hash });
    }
  }

  /** Makes durable what is signed, one write at a time: each receipt names the one before it, which must be there. */
  #append(): void {
    if (this.#isAppending || this.#signed.length === 0) return;
    const group = this.#signed;
    this.#signed = [];
    this.#isAppending = true;
    const first = this.size;
    const end = (): void => {
      this.#isAppending = false;
      this.#append();
      setImmediate(() => this.#go());
    };
    this.#parts.receipts.appendAll(group.map(({ bytes }) => bytes)).then(
      () => {
        this.#readOn();
        for (const [i, { placed, bytes }] of group.entries()) {
          const { waiting, index } = placed;
          if (this.#heads.get(waiting.input.twinId)?.index === index + 1)
            this.#heads.delete(waiting.input.twinId);
          const written = { index, position: first + i, bytes };
          waiting.done(written);
          for (const listener of this.#listeners) listener(written);
        }
        end();
      },
      (error: unknown) => {
        // All of them, and what was signed behind them: each names the one before it, and none of those is there.
        this.#failure ??= { error };
        for (const { placed } of [...group, ...this.#signed.splice(0)]) placed.waiting.failed(error);
        end();
      },
    );
  }

  #seekHelp(): void {
    const start = this.#startThread;
    if (start === undefined || this.#starting !== undefined) return;
    this.#starting = start().then(
      (thread) => {
        this.#thread = thread;
      },
      // Signing here goes on.
      () => undefined,
    );
  }

  /** @throws TypeError, RangeError for fields that no receipt can have */
  #encode(input: ReceiptInput, index: number, previous: Uint8Array): Uint8Array {
    const scopes = [...new Set(input.scopes.map((scope) => scope.toLowerCase() as Hex))].sort();
    return encodeReceiptBody({
      twinId: fromHex(input.twinId, 32),
      index,
      previous,
      requestId: hexToBytes(input.requestId),
      requester: input.requester,
      server: this.#parts.key.identity,
      decision: input.decision,
      reason: input.reason,
      purpose: input.purpose,
      scopes: scopes.map((scope) => hexToBytes(scope)),
      blockNumber: input.block.number,
      blockHash: hexToBytes(input.block.hash),
      time: this.#parts.nowS(),
    });
  }

  #headOf(twinId: string): Head {
    const index = this.countOf(twinId);
    const last = this.get(twinId, index - 1);
    return {
      index,
      previous: index === 0 || last === undefined ? new Uint8Array(32) : receiptHash(last.bytes),
    };
  }

  /** Takes in what the log has got since. */
  #readOn(): void {
    for (let at = this.#places.size; at < this.size; at = this.#places.size)
      this.#places.add(twinOf(this.at(at) as Uint8Array));
  }

  /** Twins of the receipts of one block of the log. */
  #twinsOf(block: number): string[] {
    const from = block * PLACES_BLOCK;
    const until = Math.min(from + PLACES_BLOCK, this.#places.size);
    return Array.from({ length: until - from }, (_, i) => twinOf(this.at(from + i) as Uint8Array));
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
