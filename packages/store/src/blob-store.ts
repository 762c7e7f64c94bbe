/**
 * Sealed objects by content hash, in a folder. Whatever lies here is already encrypted or public (manifests, capsules); the address is the object's
 * SHA-256 (docs/RECORD.md, REC-16), so a holder can be checked and never needs to be trusted.
 */

import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StoreError } from './errors.js';
import { fileError, isMissing, isTemporaryName, nodeFiles, writeFileDurably } from './internal/files.js';
import type { Address, FileEffects, OpenBlobStore } from './ports.js';

const ADDRESS = /^[0-9a-f]{64}$/;

/** The address of an object. */
export function addressOf(bytes: Uint8Array): Address {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @throws TypeError for anything but 64 lowercase hexadecimal digits, so that no address can name another path or key */
export function assertAddress(address: Address): void {
  if (!ADDRESS.test(address)) throw new TypeError('address: expected 64 lowercase hexadecimal digits');
}

/** The error for bytes that are not what their address says. */
export function alteredObject(address: Address): StoreError {
  return new StoreError(
    'object-altered',
    `The stored object ${address} does not hash to its address: it was altered. Restore it from another replica.`,
  );
}

/** A folder of objects, spread over 256 subfolders by the first two digits of the address. */
export class FolderBlobStore implements OpenBlobStore {
  readonly kind = 'folder';
  readonly #files: FileEffects;

  /** @param files the file operations; the platform's unless a test puts others in their place */
  constructor(
    readonly folder: string,
    files: FileEffects = nodeFiles,
  ) {
    this.#files = files;
  }

  get place(): string {
    return this.folder;
  }

  /** @throws StoreError `storage-full`, `storage-failed`; then the object is held whole or not at all */
  async put(bytes: Uint8Array): Promise<Address> {
    const address = addressOf(bytes);
    const path = this.pathOf(address);
    try {
      if (await this.#holdsIntact(path, address)) {
        // Whoever wrote it may have died, or may still be, between the rename and this; without it a power cut could undo what we acknowledge.
        await this.#files.syncDirectory(dirname(path));
      } else {
        await writeFileDurably(path, bytes, 0o600, this.#files);
      }
    } catch (error) {
      throw fileError(error, `An object of ${bytes.length} bytes could not be stored in ${this.folder}`);
    }
    return address;
  }

  async get(address: Address): Promise<Uint8Array | undefined> {
    const bytes = await this.#read(this.pathOf(address));
    if (bytes !== undefined && addressOf(bytes) !== address) throw alteredObject(address);
    return bytes;
  }

  async has(address: Address): Promise<boolean> {
    const path = this.pathOf(address);
    try {
      await stat(path);
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw fileError(error, `The folder ${this.folder} could not be read`);
    }
  }

  async remove(address: Address): Promise<boolean> {
    const path = this.pathOf(address);
    try {
      await this.#files.remove(path);
      await this.#files.syncDirectory(dirname(path));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw fileError(error, `An object could not be removed from ${this.folder}`);
    }
  }

  async *list(): AsyncIterable<Address> {
    for (const prefix of await this.#names(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
      for (const name of await this.#names(join(this.folder, prefix))) if (ADDRESS.test(name)) yield name;
    }
  }

  /**
   * Removes temporary files that a crash left behind. Only while no other process writes here: the data directory's lock is held.
   *
   * @returns how many there were
   */
  async removeLeftovers(): Promise<number> {
    let count = 0;
    for (const prefix of await this.#names(this.folder)) {
      if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
      for (const name of await this.#names(join(this.folder, prefix))) {
        if (!isTemporaryName(name)) continue;
        await this.#files.remove(join(this.folder, prefix, name)).catch(() => undefined);
        count++;
      }
    }
    return count;
  }

  async check(): Promise<void> {
    const probe = new TextEncoder().encode(`probe ${process.pid} ${process.hrtime.bigint()}`);
    const address = await this.put(probe);
    await this.get(address);
    await this.remove(address);
  }

  async close(): Promise<void> {}

  /** Where an object lies. @throws TypeError for what is no address */
  pathOf(address: Address): string {
    assertAddress(address);
    return join(this.folder, address.slice(0, 2), address);
  }

  async #holdsIntact(path: string, address: Address): Promise<boolean> {
    const held = await this.#read(path);
    // An altered file is written anew: we hold the right bytes just now.
    return held !== undefined && addressOf(held) === address;
  }

  async #read(path: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#files.read(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw fileError(error, `The folder ${this.folder} could not be read`);
    }
  }

  /** Names in a folder, sorted; none where there is no folder. */
  async #names(folder: string): Promise<string[]> {
    try {
      // Only what is a name of ours is looked into, so that a stray file cannot be taken for a folder.
      const entries = await readdir(folder, { withFileTypes: true });
      return entries
        .filter((entry) => (folder === this.folder ? entry.isDirectory() : entry.isFile()))
        .map(({ name }) => name)
        .sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw fileError(error, `The folder ${this.folder} could not be read`);
    }
  }
}
