export { FolderBlobStore } from './blob-store.js';
export { type DataDirectory, LOCK_FILE, openDataDirectory } from './data-directory.js';
export { type Database, type OpenDatabase, openEmbeddedDatabase } from './database.js';
export { StoreError, type StoreErrorCode } from './errors.js';
export {
  type AnchoringResult,
  type CapsuleRow,
  type InstanceRow,
  Ledger,
  type PartRow,
  type RequestRow,
  type SealedInstance,
} from './ledger.js';
export type {
  Address,
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
export { SealedStore } from './sealed-store.js';
