/**
 * Sealed objects by content hash. Whatever lies here is already encrypted or public (manifests, capsules); the address is the object's
 * SHA-256 (docs/RECORD.md, REC-16), so a holder can be checked and never needs to be trusted.
 */

import { createHash } from 'node:crypto';
import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StoreError } from './errors.js';
import { isMissing, writeFileDurably } from './internal/files.js';
import type { Address, BlobStore } from './ports.js';

const ADDRESS = /^[0-9a-f]{64}$/;

/** A folder of objects, spread over 256 subfolders by the first two digits of the address. */
export class FolderBlobStore implements BlobStore {
  constructor(readonly folder: string) {}

  async put(bytes: Uint8Array): Promise<Address> {
    const address = createHash('sha256').update(bytes).digest('hex');
    if (!(await this.has(address))) await writeFileDurably(this.pathOf(address), bytes);
    return address;
  }

  async get(address: Address): Promise<Uint8Array | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await readFile(this.pathOf(address)));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
    if (createHash('sha256').update(bytes).digest('hex') !== address) {
      throw new StoreError(
        'object-altered',
        `The stored object ${address} does not hash to its address: the file was altered. Restore it from another replica.`,
      );
    }
    return bytes;
  }

  async has(address: Address): Promise<boolean> {
    try {
      await stat(this.pathOf(address));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async remove(address: Address): Promise<boolean> {
    try {
      await unlink(this.pathOf(address));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async *list(): AsyncIterable<Address> {
    let prefixes: string[];
    try {
      prefixes = await readdir(this.folder);
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    for (const prefix of prefixes.sort()) {
      if (!/^[0-9a-f]{2}$/.test(prefix)) continue;
      for (const name of (await readdir(join(this.folder, prefix))).sort()) {
        if (ADDRESS.test(name)) yield name;
      }
    }
  }

  /** Where an object lies. @throws TypeError for anything but 64 lowercase hexadecimal digits, so no address can name another path */
  pathOf(address: Address): string {
    if (!ADDRESS.test(address)) throw new TypeError('address: expected 64 lowercase hexadecimal digits');
    return join(this.folder, address.slice(0, 2), address);
  }
}
