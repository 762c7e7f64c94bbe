/**
 * An append-only file of access receipts (docs/RECORD.md, section 7), fsynced before an append resolves: what is in it was acknowledged, and nothing is
 * released before its receipt is in it. One entry is `u32 length || receipt || sha256(receipt)[0..4]`; a torn last entry (power cut) is cut off when the log
 * is opened, anything else that does not check is `log-altered`. In memory are the newest receipts and where each block of the others begins, so that what a log
 * takes does not grow with what it holds.
 *
 * What is asked for while the disk is busy goes into one write and one fsync together, so that many releases a second do not wait for as many fsyncs.
 */

import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { StoreError } from './errors.js';
import { fileError, nodeFiles } from './internal/files.js';
import type { AppendFile, FileEffects } from './ports.js';

const MAX_RECEIPT_BYTES = 1 << 16;
/** Length before and check behind a receipt. */
const FRAME_BYTES = 8;
/** Bytes that go into one write together, but for a single longer one. */
const GROUP_BYTES = 1 << 20;
/** Bytes that are read at once when the log is opened: more than the longest entry has. */
const WINDOW_BYTES = 1 << 20;
/** Receipts that are read together: of each such block it is remembered where it begins. */
const BLOCK = 64;
/** The newest receipts are kept in memory, so many at least and twice as many at most: heads of chains and the next batch are among them. */
const RECENT = 2048;
/** Blocks that were read last and are kept. */
const BLOCKS_KEPT = 16;

/** Receipts that wait to be written, all or none. */
interface Waiting {
  readonly entry: Buffer;
  readonly receipts: readonly Uint8Array[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export class ReceiptLog {
  readonly #file: AppendFile;
  #size = 0;
  #count = 0;
  /** Where each block begins in the file. */
  readonly #blocks: number[] = [];
  /** The newest receipts, oldest first. */
  #recent: Uint8Array[] = [];
  readonly #kept = new Map<number, readonly Uint8Array[]>();
  readonly #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  /** Set once it is uncertain what the disk holds. */
  #failure: StoreError | undefined;

  private constructor(file: AppendFile) {
    this.#file = file;
  }

  /**
   * Opens or makes the log. What it holds is read once and checked, and but for the newest left on the disk.
   *
   * @param files the file operations; the platform's unless a test puts others in their place
   * @throws StoreError `log-altered`, `storage-full`, `storage-failed`
   */
  static async open(path: string, files: FileEffects = nodeFiles): Promise<ReceiptLog> {
    let file: AppendFile | undefined;
    try {
      await files.makeDirectory(dirname(path));
      file = await files.openAppend(path);
      await files.syncDirectory(dirname(path));
      const log = new ReceiptLog(file);
      const isTorn = await log.#readAll();
      if (isTorn) await file.truncate(log.#size);
      return log;
    } catch (error) {
      await file?.close();
      throw fileError(error, 'The receipt log could not be opened');
    }
  }

  /** @returns whether something stands behind the last whole entry that no append finished @throws StoreError `log-altered` */
  async #readAll(): Promise<boolean> {
    for (;;) {
      const window = Buffer.from(this.#file.readAt(this.#size, WINDOW_BYTES));
      let at = 0;
      for (let end = endOfEntry(window, at); end !== undefined; end = endOfEntry(window, at)) {
        const receipt = window.subarray(at + 4, end - 4);
        // A file system may have grown the file before the content reached the disk: zeros up to the end, and nothing else.
        if (receipt.length === 0 && this.#isZeroFrom(this.#size)) return true;
        if (!checkOf(receipt).equals(window.subarray(end - 4, end))) throw altered(this.#count);
        this.#take(new Uint8Array(receipt), end - at);
        at = end;
      }
      if (at === 0) {
        if (window.length >= 4 && window.readUInt32BE(0) > MAX_RECEIPT_BYTES) throw altered(this.#count);
        return window.length > 0;
      }
      // Others get a turn while a long log is read.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  #isZeroFrom(from: number): boolean {
    for (let at = from; ; at += WINDOW_BYTES) {
      const window = this.#file.readAt(at, WINDOW_BYTES);
      if (window.some((byte) => byte !== 0)) return false;
      if (window.length < WINDOW_BYTES) return true;
    }
  }

  /** Takes in what the file has got: the next entry. */
  #take(receipt: Uint8Array, entryBytes: number): void {
    if (this.#count % BLOCK === 0) this.#blocks.push(this.#size);
    this.#count++;
    this.#size += entryBytes;
    this.#recent.push(receipt);
    if (this.#recent.length >= 2 * RECENT) this.#recent = this.#recent.slice(RECENT);
  }

  /**
   * Appends a receipt; resolves once it would survive a power cut.
   *
   * @throws RangeError for an empty receipt or one of more than 65,536 bytes
   * @throws StoreError `storage-full`, `storage-failed`: the log is as it was; `log-failed`: it is uncertain what the disk holds, open the log again
   */
  append(receipt: Uint8Array): Promise<void> {
    return this.appendAll([receipt]);
  }

  /**
   * Appends receipts in their order, all or none; resolves once they would survive a power cut. A crash in between leaves the first few of them, or none.
   *
   * @throws RangeError, StoreError as {@link append}
   */
  appendAll(receipts: readonly Uint8Array[]): Promise<void> {
    for (const { length } of receipts) {
      if (length === 0 || length > MAX_RECEIPT_BYTES)
        throw new RangeError('receipt: expected 1 to 65536 bytes');
    }
    const entry = Buffer.concat(receipts.map(entryOf));
    return new Promise((done, failed) => {
      this.#waiting.push({ entry, receipts, done, failed });
      this.#writing ??= this.#writeWaiting();
    });
  }

  async #writeWaiting(): Promise<void> {
    // What is asked for in the same moment goes together.
    await Promise.resolve();
    for (let group = this.#next(); group.length > 0; group = this.#next()) {
      try {
        await this.#write(
          Buffer.concat(group.map(({ entry }) => entry)),
          group.flatMap(({ receipts }) => receipts),
        );
        for (const { done } of group) done();
      } catch (error) {
        for (const { failed } of group) failed(error);
      }
    }
    this.#writing = undefined;
  }

  #next(): Waiting[] {
    let count = 0;
    let bytes = 0;
    for (const { entry } of this.#waiting) {
      if (count > 0 && bytes + entry.length > GROUP_BYTES) break;
      count++;
      bytes += entry.length;
    }
    return this.#waiting.splice(0, count);
  }

  async #write(entry: Buffer, receipts: readonly Uint8Array[]): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      await this.#file.append(entry);
    } catch (error) {
      // Half an entry in the middle would make everything behind it unreadable.
      await this.#file.truncate(this.#size).catch((cause: unknown) => this.#fail(cause));
      throw this.#failure ?? fileError(error, 'A receipt could not be written');
    }
    try {
      await this.#file.sync();
    } catch (error) {
      // After a failed fsync the kernel may have dropped the pages and call the next one a success: nothing written through this handle can be believed.
      await this.#file.truncate(this.#size).catch(() => undefined);
      throw this.#fail(error);
    }
    for (const receipt of receipts) this.#take(receipt, receipt.length + FRAME_BYTES);
  }

  #fail(cause: unknown): StoreError {
    this.#failure = new StoreError(
      'log-failed',
      'A receipt could not be made durable, and it is uncertain what the disk holds. Check the disk and start again.',
      { cause },
    );
    return this.#failure;
  }

  /** How many receipts the log holds. */
  get count(): number {
    return this.#count;
  }

  /** The receipt at a place, from 0, or undefined where there is none. Older ones are read from the disk. @throws StoreError `log-altered`, `storage-failed` */
  at(position: number): Uint8Array | undefined {
    if (!Number.isInteger(position) || position < 0 || position >= this.#count) return undefined;
    const firstRecent = this.#count - this.#recent.length;
    if (position >= firstRecent) return this.#recent[position - firstRecent];
    return this.#block(Math.floor(position / BLOCK))[position % BLOCK];
  }

  /** All receipts, oldest first, read into memory: for checks that look at every one. @throws as {@link at} */
  all(): readonly Uint8Array[] {
    return Array.from({ length: this.#count }, (_, position) => this.at(position) as Uint8Array);
  }

  /** How many receipts are held in memory. */
  get held(): number {
    let held = this.#recent.length;
    for (const receipts of this.#kept.values()) held += receipts.length;
    return held;
  }

  /** A whole block; the last ones that were asked for are at hand. */
  #block(block: number): readonly Uint8Array[] {
    const known = this.#kept.get(block);
    this.#kept.delete(block);
    const receipts = known ?? this.#readBlock(block);
    if (this.#kept.size >= BLOCKS_KEPT) this.#kept.delete(this.#kept.keys().next().value as number);
    this.#kept.set(block, receipts);
    return receipts;
  }

  #readBlock(block: number): readonly Uint8Array[] {
    const from = this.#blocks[block] as number;
    const until = this.#blocks[block + 1] ?? this.#size;
    let bytes: Buffer;
    try {
      bytes = Buffer.from(this.#file.readAt(from, until - from));
    } catch (error) {
      throw fileError(error, 'A receipt could not be read');
    }
    const receipts: Uint8Array[] = [];
    for (let at = 0; at < until - from; ) {
      const end = endOfEntry(bytes, at);
      const receipt = bytes.subarray(at + 4, (end ?? 4) - 4);
      if (end === undefined || !checkOf(receipt).equals(bytes.subarray(end - 4, end)))
        throw altered(block * BLOCK + receipts.length);
      receipts.push(new Uint8Array(receipt));
      at = end;
    }
    return receipts;
  }

  get sizeBytes(): number {
    return this.#size;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }
}

/** Where the entry ends that begins at a place; undefined where it is not whole, or longer than any. */
function endOfEntry(bytes: Buffer, at: number): number | undefined {
  if (at + 4 > bytes.length) return undefined;
  const length = bytes.readUInt32BE(at);
  const end = at + length + FRAME_BYTES;
  return length <= MAX_RECEIPT_BYTES && end <= bytes.length ? end : undefined;
}

function altered(entry: number): StoreError {
  return new StoreError(
    'log-altered',
    `Entry ${entry} of a receipt log does not check: the file was altered.`,
  );
}

function entryOf(receipt: Uint8Array): Buffer {
  const entry = Buffer.alloc(receipt.length + FRAME_BYTES);
  entry.writeUInt32BE(receipt.length, 0);
  entry.set(receipt, 4);
  entry.set(checkOf(receipt), 4 + receipt.length);
  return entry;
}

function checkOf(receipt: Uint8Array): Buffer {
  return createHash('sha256').update(receipt).digest().subarray(0, 4);
}
