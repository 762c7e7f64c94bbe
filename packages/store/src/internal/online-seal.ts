/**
 * How entries of the online area, and archives of them, lie at rest. All integers big-endian.
 *
 *     entry    "TSOE" 0x01 0x01 || nonce[12] || AES-256-GCM(plain) || tag[16]     associated: the six bytes, then twin id, collection tag, key tag, each with a u32 length before it
 *     plain    u32 head length || head, JSON || u32 value length || value || zeros up to a multiple of 256
 *     archive  "TSOA" 0x01 0x01 || nonce[12] || AES-256-GCM(u32 length || rows, JSON || zeros up to a multiple of 4,096) || tag[16]     associated: the six bytes, then the twin id with its length
 *
 * Every twin has a data key of its own, derived (HKDF-SHA-256) from the hospital's storage key, so that nonces, which are random, are drawn under a key for few messages. A row opens at its place only; an older row put back at its
 * place opens too: this protects against readers of the disk, not against one who can restore an older database.
 *
 * Tags are HMAC-SHA-256 under another derived key, cut to 128 bits, over length-prefixed parts that begin with the tag's kind and the twin id. Equal values give equal tags within one twin, one collection and one field; nowhere else.
 * What a reader of the disk learns: how many entries a twin has in how many collections, their sizes in steps of 256 bytes, and which of them share a value of an indexed field.
 */

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { StoreError } from '../errors.js';
import type { OnlineEntry } from '../twin-areas.js';

/** An entry as it lies in the database. */
export interface SealedEntry {
  readonly collectionTag: string;
  readonly keyTag: string;
  readonly sealed: Uint8Array;
  readonly valueTags: readonly string[];
}

const ENTRY_MAGIC = Buffer.from('TSOE\x01\x01', 'latin1');
const ARCHIVE_MAGIC = Buffer.from('TSOA\x01\x01', 'latin1');
const ENTRY_STEP_BYTES = 256;
const ARCHIVE_STEP_BYTES = 4_096;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export class OnlineSeal {
  readonly #tagKey: Uint8Array;
  readonly #storageKey: Uint8Array;

  /** @param storageKey 32 bytes, the hospital's storage key */
  constructor(storageKey: Uint8Array) {
    if (storageKey.length !== 32) throw new RangeError('storageKey: expected 32 bytes');
    this.#storageKey = new Uint8Array(storageKey);
    this.#tagKey = this.#derive('twinseal online-area tags');
  }

  collectionTag(twinId: string, collection: string): string {
    return this.#tag('collection', twinId, collection);
  }

  keyTag(twinId: string, collection: string, key: string): string {
    return this.#tag('key', twinId, collection, key);
  }

  valueTag(twinId: string, collection: string, field: string, value: string): string {
    return this.#tag('value', twinId, collection, field, value);
  }

  seal(twinId: string, entry: OnlineEntry): SealedEntry {
    const collectionTag = this.collectionTag(twinId, entry.collection);
    const keyTag = this.keyTag(twinId, entry.collection, entry.key);
    const index = entry.index ?? {};
    const head = Buffer.from(JSON.stringify({ collection: entry.collection, key: entry.key, index }));
    const sealed = this.#encrypt(
      ENTRY_MAGIC,
      this.#derive(`twinseal online-area entries ${twinId}`),
      lengthPrefixed(twinId, collectionTag, keyTag),
      padded(Buffer.concat([withLength(head), withLength(entry.value)]), ENTRY_STEP_BYTES),
    );
    const valueTags = Object.entries(index).map(([field, value]) =>
      this.valueTag(twinId, entry.collection, field, value),
    );
    return { collectionTag, keyTag, sealed, valueTags };
  }

  /** @throws StoreError `sealed-altered` */
  open(twinId: string, row: Omit<SealedEntry, 'valueTags'>): OnlineEntry {
    const plain = this.#decrypt(
      ENTRY_MAGIC,
      this.#derive(`twinseal online-area entries ${twinId}`),
      lengthPrefixed(twinId, row.collectionTag, row.keyTag),
      row.sealed,
    );
    const headEnd = 4 + plain.readUInt32BE(0);
    const { collection, key, index } = JSON.parse(plain.subarray(4, headEnd).toString()) as {
      collection: string;
      key: string;
      index: Record<string, string>;
    };
    const value = plain.subarray(headEnd + 4, headEnd + 4 + plain.readUInt32BE(headEnd));
    return { collection, key, index, value: new Uint8Array(value) };
  }

  sealArchive(twinId: string, rows: readonly SealedEntry[]): Uint8Array {
    const json = JSON.stringify(
      rows.map((row) => ({ ...row, sealed: Buffer.from(row.sealed).toString('base64') })),
    );
    return this.#encrypt(
      ARCHIVE_MAGIC,
      this.#derive(`twinseal online-area archive ${twinId}`),
      lengthPrefixed(twinId),
      padded(withLength(Buffer.from(json)), ARCHIVE_STEP_BYTES),
    );
  }

  /** @throws StoreError `sealed-altered` */
  openArchive(twinId: string, archive: Uint8Array): SealedEntry[] {
    const plain = this.#decrypt(
      ARCHIVE_MAGIC,
      this.#derive(`twinseal online-area archive ${twinId}`),
      lengthPrefixed(twinId),
      archive,
    );
    const rows = JSON.parse(plain.subarray(4, 4 + plain.readUInt32BE(0)).toString()) as (Omit<
      SealedEntry,
      'sealed'
    > & { sealed: string })[];
    return rows.map((row) => ({ ...row, sealed: new Uint8Array(Buffer.from(row.sealed, 'base64')) }));
  }

  #derive(purpose: string): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.#storageKey, '', purpose, 32));
  }

  #tag(...parts: readonly string[]): string {
    const mac = createHmac('sha256', this.#tagKey).update(lengthPrefixed(...parts));
    return mac.digest('hex').slice(0, 32);
  }

  #encrypt(magic: Buffer, key: Uint8Array, context: Buffer, plain: Buffer): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.concat([magic, context]));
    const body = [cipher.update(plain), cipher.final()];
    return new Uint8Array(Buffer.concat([magic, nonce, ...body, cipher.getAuthTag()]));
  }

  #decrypt(magic: Buffer, key: Uint8Array, context: Buffer, sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed);
    const bodyAt = magic.length + NONCE_BYTES;
    if (bytes.length < bodyAt + TAG_BYTES || !bytes.subarray(0, magic.length).equals(magic)) throw altered();
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(magic.length, bodyAt));
    decipher.setAAD(Buffer.concat([magic, context]));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(bodyAt, -TAG_BYTES)), decipher.final()]);
    } catch {
      throw altered();
    }
  }
}

function altered(): StoreError {
  return new StoreError(
    'sealed-altered',
    'An entry of the online area does not open: it was altered or moved, or the storage key is another one.',
  );
}

function withLength(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function lengthPrefixed(...parts: readonly string[]): Buffer {
  return Buffer.concat(parts.map((part) => withLength(Buffer.from(part))));
}

function padded(bytes: Buffer, step: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((step - (bytes.length % step)) % step)]);
}
