/** A lane's sealed objects, a page at a time, for peers and for the Twin API: `LP(object)` one after the other, docs/RECORD.md, section 1. */

import { type Capsule, decodeCapsule, fromHex } from '@twinseal/record';
import type { LaneSource } from '../lane-source.js';
import type { Gateway } from '../ports.js';
import { encodeObjects } from './objects.js';
import type { LaneRef } from './types.js';

/** Most of one page. A page ends before what would take it beyond these, and holds one object at least. */
export interface PageLimits {
  readonly manifests: number;
  readonly manifestBytes: number;
  readonly capsules: number;
  readonly capsuleBytes: number;
}

export const PAGE_LIMITS: PageLimits = {
  manifests: 256,
  manifestBytes: 4 * 2 ** 20,
  capsules: 4096,
  capsuleBytes: 8 * 2 ** 20,
};

export interface Page {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** Where to go on; undefined where that is all. */
  readonly next?: number;
}

/** Manifests of a lane from an instance on. Ends where one is missing. @param rows the lane's instances, in order */
export async function manifestPage(
  source: Pick<LaneSource, 'object'>,
  rows: readonly { readonly manifest: string }[],
  from: number,
  limits: Pick<PageLimits, 'manifests' | 'manifestBytes'> = PAGE_LIMITS,
): Promise<Page> {
  const page: Uint8Array[] = [];
  let bytes = 0;
  for (const row of rows.slice(from, from + limits.manifests)) {
    const manifest = await source.object(fromHex(row.manifest, 32));
    if (manifest === undefined || (page.length > 0 && bytes + manifest.length > limits.manifestBytes)) break;
    page.push(manifest);
    bytes += manifest.length;
  }
  return paged(page, from, from + page.length < rows.length && page.length > 0);
}

/** Capsules of a lane, in the order in which they were issued. @param allows which of them */
export async function capsulePage(
  gateway: Pick<Gateway, 'ledger'>,
  source: Pick<LaneSource, 'object'>,
  lane: LaneRef,
  from: number,
  allows: (capsule: Capsule) => boolean = () => true,
  limits: Pick<PageLimits, 'capsules' | 'capsuleBytes'> = PAGE_LIMITS,
): Promise<Page> {
  const page: Uint8Array[] = [];
  let bytes = 0;
  let at = 0;
  // One after the other: a lane may have very many.
  for (const row of await gateway.ledger.capsules(lane)) {
    const object = await source.object(fromHex(row.address, 32));
    if (object === undefined || !allows(decodeCapsule(object))) continue;
    if (at++ < from) continue;
    const isFull =
      page.length === limits.capsules || (page.length > 0 && bytes + object.length > limits.capsuleBytes);
    if (isFull) return paged(page, from, true);
    page.push(object);
    bytes += object.length;
  }
  return paged(page, from, false);
}

function paged(page: readonly Uint8Array[], from: number, hasMore: boolean): Page {
  const bytes = encodeObjects(page);
  return { bytes, count: page.length, ...(hasMore ? { next: from + page.length } : {}) };
}
