/**
 * A hospital's own small secrets at rest: scope salts, module secrets, the mapping of record numbers to twin ids. Each entry is one file,
 * AES-256-GCM under the hospital's storage key with a fresh 96-bit nonce; its name is an HMAC of the entry's name, so that a listing of
 * the folder tells nothing.
 *
 * Protects against a reader of the disk without the storage key. It does not protect against one who can also put back an older file.
 */

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { StoreError } from './errors.js';
import { fileError, isMissing, nodeFiles, writeFileDurably } from './internal/files.js';
import type { FileEffects } from './ports.js';

const MAGIC = Buffer.from('TSSE\x01\x01', 'latin1');

/** Small named entries, encrypted at rest. */
export class SealedStore {
  readonly #folder: string;
  readonly #nameKey: Uint8Array;
  readonly #dataKey: Uint8Array;
  readonly #files: FileEffects;

  /**
   * @param storageKey 32 bytes, the hospital's storage key
   * @param files the file operations; the platform's unless a test puts others in their place
   */
  constructor(folder: string, storageKey: Uint8Array, files: FileEffects = nodeFiles) {
    if (storageKey.length !== 32) throw new RangeError('storageKey: expected 32 bytes');
    this.#folder = folder;
    this.#files = files;
    this.#nameKey = new Uint8Array(hkdfSync('sha256', storageKey, '', 'twinseal sealed-store names', 32));
    this.#dataKey = new Uint8Array(hkdfSync('sha256', storageKey, '', 'twinseal sealed-store data', 32));
  }

  /**
   * Writes an entry durably, replacing what was there.
   *
   * @throws StoreError `storage-full`, `storage-failed`; then the entry is the old or the new one, whole
   */
  async put(name: string, value: Uint8Array): Promise<void> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#dataKey, nonce);
    cipher.setAAD(Buffer.concat([MAGIC, Buffer.from(name)]));
    const sealed = Buffer.concat([MAGIC, nonce, cipher.update(value), cipher.final(), cipher.getAuthTag()]);
    try {
      await writeFileDurably(this.#pathOf(name), sealed, 0o600, this.#files);
    } catch (error) {
      throw fileError(error, 'An entry of the sealed store could not be written');
    }
  }

  /** An entry, or undefined. @throws StoreError `sealed-altered` where the file does not open under this key and name */
  async get(name: string): Promise<Uint8Array | undefined> {
    let sealed: Buffer;
    try {
      sealed = Buffer.from(await this.#files.read(this.#pathOf(name)));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw fileError(error, 'An entry of the sealed store could not be read');
    }
    const altered = () =>
      new StoreError(
        'sealed-altered',
        'A file of the sealed store does not open: it was altered, or the storage key is another one.',
      );
    if (sealed.length < MAGIC.length + 28 || !sealed.subarray(0, MAGIC.length).equals(MAGIC)) throw altered();
    const decipher = createDecipheriv(
      'aes-256-gcm',
      this.#dataKey,
      sealed.subarray(MAGIC.length, MAGIC.length + 12),
    );
    decipher.setAAD(Buffer.concat([MAGIC, Buffer.from(name)]));
    decipher.setAuthTag(sealed.subarray(-16));
    try {
      return new Uint8Array(
        Buffer.concat([decipher.update(sealed.subarray(MAGIC.length + 12, -16)), decipher.final()]),
      );
    } catch {
      throw altered();
    }
  }

  /** An entry that holds JSON. */
  async getJson<T>(name: string): Promise<T | undefined> {
    const bytes = await this.get(name);
    return bytes === undefined ? undefined : (JSON.parse(new TextDecoder().decode(bytes)) as T);
  }

  async putJson(name: string, value: unknown): Promise<void> {
    await this.put(name, new TextEncoder().encode(JSON.stringify(value)));
  }

  #pathOf(name: string): string {
    return join(this.#folder, createHmac('sha256', this.#nameKey).update(name).digest('hex'));
  }
}
