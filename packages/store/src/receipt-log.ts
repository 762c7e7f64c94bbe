/**
 * An append-only file of access receipts (docs/RECORD.md, section 7), fsynced before an append resolves: what is in it was acknowledged, and nothing is
 * released before its receipt is in it. One entry is `u32 length || receipt || sha256(receipt)[0..4]`; a torn last entry (power cut) is cut off when the log
 * is opened, anything else that does not check is `log-altered`.
 */

import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StoreError } from './errors.js';
import { syncDirectory } from './internal/files.js';

const MAX_RECEIPT_BYTES = 1 << 16;

export class ReceiptLog {
  readonly #file: FileHandle;
  #size: number;
  readonly #receipts: Uint8Array[];
  #tail: Promise<unknown> = Promise.resolve();

  private constructor(file: FileHandle, size: number, receipts: Uint8Array[]) {
    this.#file = file;
    this.#size = size;
    this.#receipts = receipts;
  }

  /** Opens or makes the log. @throws StoreError `log-altered` */
  static async open(path: string): Promise<ReceiptLog> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'a+', 0o600);
    await syncDirectory(dirname(path));
    const bytes = await file.readFile();
    const receipts: Uint8Array[] = [];
    let at = 0;
    while (at < bytes.length) {
      const length = at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0;
      const end = at + 4 + length + 4;
      if (at + 4 > bytes.length || (length <= MAX_RECEIPT_BYTES && end > bytes.length)) break; // torn tail
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
    if (at < bytes.length) await file.truncate(at);
    return new ReceiptLog(file, at, receipts);
  }

  /** Appends a receipt; resolves once it would survive a power cut. */
  append(receipt: Uint8Array): Promise<void> {
    if (receipt.length === 0 || receipt.length > MAX_RECEIPT_BYTES)
      throw new RangeError('receipt: expected 1 to 65536 bytes');
    const entry = Buffer.alloc(4 + receipt.length + 4);
    entry.writeUInt32BE(receipt.length, 0);
    entry.set(receipt, 4);
    entry.set(checkOf(receipt), 4 + receipt.length);
    const written = this.#tail.then(async () => {
      await this.#file.appendFile(entry);
      await this.#file.datasync();
      this.#size += entry.length;
      this.#receipts.push(receipt);
    });
    this.#tail = written.catch(() => undefined);
    return written;
  }

  /** All receipts, oldest first. */
  all(): readonly Uint8Array[] {
    return this.#receipts;
  }

  get sizeBytes(): number {
    return this.#size;
  }

  async close(): Promise<void> {
    await this.#tail;
    await this.#file.close();
  }
}

function checkOf(receipt: Uint8Array): Buffer {
  return createHash('sha256').update(receipt).digest().subarray(0, 4);
}
