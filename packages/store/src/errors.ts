/** What can go wrong in a room that touches the world, by stable code. Messages carry paths, places and counts, never content and never a credential. */
export type StoreErrorCode =
  /** The data directory cannot be made or written. */
  | 'directory-unwritable'
  /** A fresh directory was asked for, and this one holds something. */
  | 'directory-not-empty'
  /** Another process holds the data directory. */
  | 'directory-in-use'
  | 'directory-foreign'
  /** A stored object does not hash to its address. */
  | 'object-altered'
  /** An object is not held where the database says that it is. */
  | 'object-missing'
  /** Something sealed under the storage key does not open. */
  | 'sealed-altered'
  | 'log-altered'
  /** An earlier append failed in a way that leaves open what the disk holds; open the log again. */
  | 'log-failed'
  /** The disk, the quota or the database server's disk is full. Nothing was half-written; free space and try again. */
  | 'storage-full'
  /** The disk answers with an error (I/O error, read-only file system). */
  | 'storage-failed'
  /** The blob store does not answer, answers with garbage, or too late. Trying again may help. */
  | 'blobs-unavailable'
  /** The blob store answers, and refuses: credentials, permissions, or no such bucket. */
  | 'blobs-refused'
  /** The database cannot be opened or used, for a reason that has no code of its own. */
  | 'database-failed'
  /** The database does not answer, ended the connection, or answers too late. Trying again may help. */
  | 'database-unavailable'
  /** The database answers, and refuses: password, permissions, or no such database. */
  | 'database-refused'
  /** A row contradicts one that is there already. */
  | 'database-conflict'
  /** The database was migrated by a newer program than this one. */
  | 'database-newer'
  /** The database belongs to another gateway, or to something that is not Twinseal. */
  | 'database-foreign'
  /** Another process works on this database. */
  | 'database-in-use'
  /** The effect was claimed by another process in the meantime, or is done. */
  | 'claim-lost'
  /** An effect with this key exists and means something else. */
  | 'effect-differs'
  /** A cursor may not go backward except by `rewind`. */
  | 'cursor-behind'
  /** A twin changed while its data was being moved; the next sweep tries again. */
  | 'area-busy';

const TRANSIENT: ReadonlySet<StoreErrorCode> = new Set([
  'storage-full',
  'blobs-unavailable',
  'database-unavailable',
  'claim-lost',
  'area-busy',
]);

/** The one error class of this package: a fault of the world, not of the caller. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  constructor(
    readonly code: StoreErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Whether the same call may succeed later without anybody changing a configuration. */
export function isTransient(error: unknown): boolean {
  return error instanceof StoreError && TRANSIENT.has(error.code);
}
