/**
 * What the store offers and what it stands on, as interfaces. Two adapters of each kind exist (PGlite and PostgreSQL; a folder and an S3 bucket), one behaviour suite runs over both, and whoever uses the store names
 * the adapter in one configuration value and nowhere else.
 *
 * Every method that reaches the world rejects with `StoreError` and nothing else where the world is at fault; its `code` says what to do (`isTransient` tells whether trying again may help).
 */

/** 64 lowercase hexadecimal digits: the SHA-256 of an object. */
export type Address = string;

/** What every holder of sealed objects offers; a folder here, an S3 bucket in production. */
export interface BlobStore {
  /** Stores an object durably and returns its address; storing the same bytes twice is one object. */
  put(bytes: Uint8Array): Promise<Address>;
  /** The object, checked against its address, or undefined where it is not held. @throws StoreError `object-altered` */
  get(address: Address): Promise<Uint8Array | undefined>;
  has(address: Address): Promise<boolean>;
  /** Removes an object; true if it was there. */
  remove(address: Address): Promise<boolean>;
  /** Every address held, in no particular order. */
  list(): AsyncIterable<Address>;
}

/** A blob store that was opened by its configuration. */
export interface OpenBlobStore extends BlobStore {
  readonly kind: 'folder' | 's3';
  /** Where it is, for people: a path, or endpoint and bucket. Never a credential. */
  readonly place: string;
  /**
   * Writes, reads back and removes a small object, and so tells whether the store works for this process.
   *
   * @throws StoreError `blobs-unavailable`, `blobs-refused`, `storage-full`
   */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** Where sealed objects go. */
export type BlobConfig =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      /** Address of the S3 API, `https://…`; `http://` for loopback only. Objects are addressed by path: `endpoint/bucket/prefix…`. */
      readonly endpoint: string;
      readonly bucket: string;
      /** Put before every key; empty by default. Two stores may share a bucket under different prefixes. */
      readonly prefix?: string;
      readonly region: string;
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      /** For one request, in milliseconds; 30,000 by default. */
      readonly timeoutMs?: number;
      /** Tries after the first that failed in a transient way; 3 by default. */
      readonly retries?: number;
    };

/** The operations on files that the store is made of. The platform's by default; tests put a faulty one in its place. */
export interface FileEffects {
  /** Makes a directory with its parents, durably. */
  makeDirectory(path: string): Promise<void>;
  /** Writes a new file and fsyncs it; the name must not exist. */
  writeNew(path: string, bytes: Uint8Array, mode: number): Promise<void>;
  /** Renames over whatever has the new name. */
  rename(from: string, to: string): Promise<void>;
  /** Fsyncs a directory, so that the names in it survive a power cut. */
  syncDirectory(path: string): Promise<void>;
  /** Removes a file; one that is not there is an error with code ENOENT. */
  remove(path: string): Promise<void>;
  read(path: string): Promise<Uint8Array>;
  /** Opens or makes a file that grows at its end. */
  openAppend(path: string): Promise<AppendFile>;
}

/** A file that grows at its end. */
export interface AppendFile {
  /** Bytes from a place on: as many as asked for, fewer at the file's end. At once, for what is small and nearly always in the system's cache. */
  readAt(at: number, length: number): Uint8Array;
  append(bytes: Uint8Array): Promise<void>;
  /** Fsyncs the content. */
  sync(): Promise<void>;
  truncate(sizeBytes: number): Promise<void>;
  close(): Promise<void>;
}

/** In which area a twin's data lies. Everything between the two ends is a move that a restart finishes. */
export type Area = 'online' | 'moving-out' | 'clearing-online' | 'offline' | 'moving-in' | 'clearing-offline';

/** When a twin counts as inactive. */
export interface AreaPolicy {
  /** Seconds without activity after which a twin goes offline. */
  readonly inactiveAfterS: number;
  /** Most twins moved in one sweep; the rest waits for the next. 100 by default. */
  readonly movesPerSweep?: number;
}

/** One effect on the world, written down before it is tried. */
export interface Effect {
  readonly id: number;
  readonly kind: string;
  /** The idempotency key: unique over all kinds, so enqueuing twice is one effect. */
  readonly key: string;
  /** What the handler needs: identifiers, addresses, digests. Never clinical content. */
  readonly payload: unknown;
  readonly state: 'pending' | 'done';
  /** Tries that ended, well or not. */
  readonly attempts: number;
  /** Not before this second since 1970. */
  readonly nextAttemptS: number;
  readonly doneAtS: number | null;
  /** The stable code of the last failure. */
  readonly lastError: string | null;
}

/** An effect that this process has claimed until `untilS`; whoever comes later must not touch it before. */
export interface Claim extends Effect {
  readonly token: string;
  readonly untilS: number;
}

/** How far a consumer has read the chain: everything up to and including this log entry is handled. */
export interface CursorPosition {
  readonly blockNumber: number;
  /** Index of the last handled log in its block; -1 where the whole of the block before is handled and nothing of this one. */
  readonly logIndex: number;
  /** Hash of the block, so that a chain that forgot or replaced it is noticed. */
  readonly blockHash: string;
}
