/**
 * An append-only file of access receipts (docs/RECORD.md, section 7), fsynced before an append resolves: what is in it was acknowledged, and nothing is
 * released before its receipt is in it. One entry is `u32 length || receipt || sha256(receipt)[0..4]`; a torn last entry (power cut) is cut off when the log
 * is opened, anything else that does not check is `log-altered`.
 *
 * What is asked for while the disk is busy goes into one write and one fsync together, so that many releases a second do not wait for as many fsyncs.
 */

import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { StoreError } from './errors.js';
import { fileError, nodeFiles } from './internal/files.js';
import type { AppendFile, FileEffects } from './ports.js';

const MAX_RECEIPT_BYTES = 1 << 16;
/** Bytes that go into one write together, but for a single longer one. */
const GROUP_BYTES = 1 << 20;

/** Receipts that wait to be written, all or none. */
interface Waiting {
  readonly entry: Buffer;
  readonly receipts: readonly Uint8Array[];
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

export class ReceiptLog {
  readonly #file: AppendFile;
  #size: number;
  readonly #receipts: Uint8Array[];
  readonly #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  /** Set once it is uncertain what the disk holds. */
  #failure: StoreError | undefined;

  private constructor(file: AppendFile, size: number, receipts: Uint8Array[]) {
    this.#file = file;
    this.#size = size;
    this.#receipts = receipts;
  }

  /**
   * Opens or makes the log.
   *
   * @param files the file operations; the platform's unless a test puts others in their place
   * @throws StoreError `log-altered`, `storage-full`, `storage-failed`
   */
  static async open(path: string, files: FileEffects = nodeFiles): Promise<ReceiptLog> {
    let file: AppendFile | undefined;
    let bytes: Buffer;
    try {
      await files.makeDirectory(dirname(path));
      file = await files.openAppend(path);
      await files.syncDirectory(dirname(path));
      bytes = Buffer.from(await file.read());
    } catch (error) {
      await file?.close();
      throw fileError(error, 'The receipt log could not be opened');
    }
    const receipts: Uint8Array[] = [];
    let at = 0;
    while (at < bytes.length) {
      const length = at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0;
      const end = at + 4 + length + 4;
      if (at + 4 > bytes.length || (length <= MAX_RECEIPT_BYTES && end > bytes.length)) break; // torn tail
      // A file system may have grown the file before the content reached the disk: zeros up to the end, and nothing else.
      if (length === 0 && bytes.subarray(at).every((byte) => byte === 0)) break;
      const receipt = bytes.subarray(at + 4, at + 4 + length);
      if (length > MAX_RECEIPT_BYTES || !checkOf(receipt).equals(bytes.subarray(end - 4, end))) {
        await file.close();
        throw new StoreError(
          'log-altered',
          `Entry ${receipts.length} of a receipt log does not check: the file was altered.`,
        );
      }
      receipts.push(new Uint8Array(receipt));
      at = end;
    }
    try {
      if (at < bytes.length) await file.truncate(at);
    } catch (error) {
      await file.close();
      throw fileError(error, 'The torn end of a receipt log could not be cut off');
    }
    return new ReceiptLog(file, at, receipts);
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
    this.#size += entry.length;
    this.#receipts.push(...receipts);
  }

  #fail(cause: unknown): StoreError {
    this.#failure = new StoreError(
      'log-failed',
      'A receipt could not be made durable, and it is uncertain what the disk holds. Check the disk and start again.',
      { cause },
    );
    return this.#failure;
  }

  /** All receipts, oldest first. */
  all(): readonly Uint8Array[] {
    return this.#receipts;
  }

  get sizeBytes(): number {
    return this.#size;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }
}

function entryOf(receipt: Uint8Array): Buffer {
  const entry = Buffer.alloc(4 + receipt.length + 4);
  entry.writeUInt32BE(receipt.length, 0);
  entry.set(receipt, 4);
  entry.set(checkOf(receipt), 4 + receipt.length);
  return entry;
}

function checkOf(receipt: Uint8Array): Buffer {
  return createHash('sha256').update(receipt).digest().subarray(0, 4);
}
