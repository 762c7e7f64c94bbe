export { FolderBlobStore } from './blob-store.js';
export { advanceCursor, readCursor, rewindCursor } from './cursors.js';
export { type DataDirectory, LOCK_FILE, openDataDirectory } from './data-directory.js';
export {
  copyEmbeddedTemplate,
  type Database,
  type DatabaseOptions,
  type DatabaseTarget,
  type EmbeddedDatabase,
  makeEmbeddedTemplate,
  type OpenDatabase,
  openDatabase,
  openEmbeddedDatabase,
  parseDatabaseTarget,
} from './database.js';
export { isTransient, StoreError, type StoreErrorCode } from './errors.js';
export { nodeFiles } from './internal/files.js';
export type { StatementHook } from './internal/statement-gate.js';
export {
  ANCHOR_EFFECT,
  type AnchoringResult,
  type CapsuleRow,
  type InstanceRow,
  type LaneSummary,
  Ledger,
  type PartRow,
  type RequestRow,
  type SealedInstance,
} from './ledger.js';
export { openBlobStore } from './open-blob-store.js';
export { backoffS, type NewEffect, Outbox } from './outbox.js';
export type {
  Address,
  AppendFile,
  Area,
  AreaPolicy,
  BlobConfig,
  BlobStore,
  Claim,
  CursorPosition,
  Effect,
  FileEffects,
  OpenBlobStore,
} from './ports.js';
export { ReceiptLog } from './receipt-log.js';
export { S3BlobStore } from './s3-blob-store.js';
export { SealedStore } from './sealed-store.js';
export { TieredBlobStore } from './tiered-blob-store.js';
export {
  type OnlineEntry,
  type SweepReport,
  type TwinArea,
  TwinAreas,
  type TwinAreasOptions,
} from './twin-areas.js';
