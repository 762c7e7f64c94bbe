import { FolderBlobStore } from './blob-store.js';
import type { BlobConfig, OpenBlobStore } from './ports.js';
import { S3BlobStore } from './s3-blob-store.js';

/**
 * Opens a blob store by its configuration. In a folder, what a crash left half-written is removed: the caller holds the lock of the data directory that it lies in. Nothing is asked of an S3 server yet; `check` does.
 *
 * @throws TypeError for a configuration that cannot be meant, StoreError `storage-failed`
 */
export async function openBlobStore(config: BlobConfig): Promise<OpenBlobStore> {
  if (config.kind === 's3') return new S3BlobStore(config);
  const store = new FolderBlobStore(config.folder);
  await store.removeLeftovers();
  return store;
}
