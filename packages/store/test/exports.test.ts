import { describe, expect, it } from 'vitest';
import * as store from '../src/index.js';
import * as testing from '../src/testing/index.js';

describe('the package', () => {
  it('exports these names, and a change of them is a change of its interface', () => {
    expect(Object.keys(store).sort()).toEqual([
      'ANCHOR_EFFECT',
      'FolderBlobStore',
      'LOCK_FILE',
      'Ledger',
      'Outbox',
      'ReceiptLog',
      'S3BlobStore',
      'SealedStore',
      'StoreError',
      'TieredBlobStore',
      'TwinAreas',
      'advanceCursor',
      'backoffS',
      'copyEmbeddedTemplate',
      'isTransient',
      'makeEmbeddedTemplate',
      'nodeFiles',
      'openBlobStore',
      'openDataDirectory',
      'openDatabase',
      'openEmbeddedDatabase',
      'parseDatabaseTarget',
      'readCursor',
      'rewindCursor',
    ]);
    expect(Object.keys(testing).sort()).toEqual([
      'EFFECTS',
      'FaultPlan',
      'faultyFiles',
      'statementFaults',
      'withFaults',
    ]);
  });
});
