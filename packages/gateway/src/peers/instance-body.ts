/**
 * A sealed instance on its way to another keeper:
 *
 *     LP(manifest) || LP(author proof, 96 bytes) || ( LP(slot) || LP(payload) ) for each entry, in the manifest's order
 *
 * or, of an instance that its patient had erased, nothing behind the proof (docs/RECORD.md, REC-25). Everything else of it (twin, author, place, version, time, digests) stands in the manifest or follows from these bytes, and is taken from there: nothing can contradict them.
 */

import {
  authorId,
  checkPayload,
  decodeManifest,
  decodeSlot,
  leaf,
  MAX_MANIFEST_ENTRIES,
  manifestRoot,
  partDigest,
  partLocator,
  RecordError,
  toHex,
} from '@twinseal/record';
import type { Update } from '../usecases/keep-update.js';
import { PeerError } from './errors.js';
import { decodeObjects, encodeObjects } from './objects.js';

/** What of an update goes over the wire. */
export interface SentUpdate {
  /** Its patient had it erased: it goes without its parts. */
  readonly isErased?: boolean;
  readonly sealed: {
    readonly manifest: Uint8Array;
    readonly proof: Uint8Array;
    readonly parts: readonly {
      readonly slot: Uint8Array;
      readonly payload: Uint8Array;
      readonly partDigest: Uint8Array;
    }[];
  };
}

/** The body of an update. @throws TypeError where an entry of the manifest has no part; RecordError where the manifest is none */
export function encodeInstance({ sealed, isErased }: SentUpdate): Uint8Array {
  const parts = new Map(sealed.parts.map((part) => [toHex(part.partDigest), part]));
  const objects = [sealed.manifest, sealed.proof];
  for (const entry of isErased === true ? [] : decodeManifest(sealed.manifest).entries) {
    const part = parts.get(toHex(entry.partDigest));
    if (part === undefined) throw new TypeError('update: an entry of its manifest has no part');
    objects.push(part.slot, part.payload);
  }
  return encodeObjects(objects);
}

/**
 * The update of a body; form and digests checked, the author's proof not yet (`keepUpdate` does).
 *
 * @throws PeerError `garbage`, RecordError; both mean that the sender sent nonsense
 */
export async function decodeInstance(body: Uint8Array): Promise<Update> {
  const [manifest, proof, ...objects] = decodeObjects(body, 2 + 2 * MAX_MANIFEST_ENTRIES);
  if (manifest === undefined || proof === undefined)
    throw new PeerError('garbage', 'The body is no instance.');
  const { entries, author, twinId, seq, accessVersion, time } = decodeManifest(manifest);
  const isErased = objects.length === 0;
  if (!isErased && objects.length !== 2 * entries.length) {
    throw new PeerError('garbage', 'The instance has not two objects for each entry of its manifest.');
  }
  if (proof.length !== 96) throw new RecordError('proof', 'an author proof has 96 bytes');
  const parts = [];
  for (const [index, entry] of isErased ? [] : entries.entries()) {
    const slot = objects[2 * index] as Uint8Array;
    const payload = objects[2 * index + 1] as Uint8Array;
    decodeSlot(slot);
    checkPayload(payload);
    const digest = partDigest(await partLocator(slot, payload));
    if (toHex(digest) !== toHex(entry.partDigest)) {
      throw new PeerError('object-altered', 'A part does not hash to what its manifest says.');
    }
    parts.push({ slot, payload, partDigest: digest });
  }
  const h = manifestRoot(manifest);
  return {
    author,
    twinId,
    seq,
    accessVersion,
    timeS: time,
    sealed: {
      manifest,
      h,
      leaf: leaf({ twinId, authorId: authorId(author.name), seq, h, accessVersion, time }),
      proof,
      parts,
    },
    known: [],
    ...(isErased ? { isErased } : {}),
  };
}
