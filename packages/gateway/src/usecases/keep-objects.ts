/** Keeping a sealed instance: first its objects, then the vault's memory of what they make, then the row. Whatever dies in between, a rebuild sets right. */

import { formatIdentity, type Identity, type SealedInstance, toHex } from '@twinseal/record';
import type { InstanceRow, SealedInstance as SealedRow } from '@twinseal/store';
import type { Gateway } from '../ports.js';
import { rememberKept } from '../rebuild/kept-instances.js';

/** What of a sealed instance is kept. */
export type SealedObjects = Pick<SealedInstance, 'manifest' | 'h' | 'leaf' | 'proof'> & {
  readonly parts: readonly Pick<SealedInstance['parts'][number], 'slot' | 'payload' | 'partDigest'>[];
};

/** An instance in its place; ids are 64 hexadecimal digits. */
export interface Placed {
  readonly twinId: string;
  readonly authorId: string;
  readonly seq: number;
  readonly author: Identity;
  readonly accessVersion: number;
  /** Seconds since 1970. */
  readonly timeS: number;
  readonly sealed: SealedObjects;
}

/**
 * Stores the objects of an instance, durably.
 *
 * @param known keyed hashes of its statements, where the lane is the keeper's own
 * @returns the row that tells of them
 * @throws StoreError
 */
export async function storeObjects(
  gateway: Pick<Gateway, 'blobs'>,
  placed: Placed,
  known: SealedRow['known'],
): Promise<SealedRow> {
  const { sealed, author, ...place } = placed;
  const manifest = await gateway.blobs.put(sealed.manifest);
  const parts = [];
  for (const part of sealed.parts) {
    parts.push({
      partDigest: toHex(part.partDigest),
      slot: await gateway.blobs.put(part.slot),
      payload: await gateway.blobs.put(part.payload),
      payloadBytes: part.payload.length,
    });
  }
  return {
    ...place,
    author: formatIdentity(author),
    manifest,
    h: toHex(sealed.h),
    leaf: toHex(sealed.leaf),
    proof: toHex(sealed.proof),
    parts,
    known,
  };
}

/**
 * Puts an instance in the place of one that was never anchored. What the lane holds stays that one's.
 *
 * @throws StoreError
 */
export async function keepInPlace(
  gateway: Pick<Gateway, 'blobs' | 'vault' | 'ledger'>,
  before: Pick<InstanceRow, 'manifest'>,
  placed: Placed,
): Promise<void> {
  const anew = await storeObjects(gateway, placed, []);
  await rememberKept(gateway.vault, { ...anew, replaces: before.manifest });
  await gateway.ledger.replaceSealed(anew);
}
