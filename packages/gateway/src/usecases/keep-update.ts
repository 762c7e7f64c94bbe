/**
 * Taking a sealed instance into keeping: the hospital's own, or one that a patient's app hands in. Its objects are durable, and its row and the anchoring that must
 * follow are written down in one transaction, before this resolves.
 */

import { type Identity, verifyAuthor } from '@twinseal/mibsc';
import {
  authorDigest,
  authorId,
  decodeManifest,
  formatIdentity,
  leaf,
  manifestRoot,
  toHex,
} from '@twinseal/record';
import { GatewayError } from '../errors.js';
import type { Gateway } from '../ports.js';
import { rememberKept } from '../rebuild/kept-instances.js';
import { type SealedObjects, storeObjects } from './keep-objects.js';

/** A sealed instance on its way into keeping. */
export interface Update {
  readonly author: Identity;
  readonly twinId: Uint8Array;
  readonly seq: number;
  readonly accessVersion: number;
  /** Seconds since 1970. */
  readonly timeS: number;
  readonly sealed: SealedObjects;
  /** It comes without its parts, for its patient had it erased (docs/RECORD.md, REC-25). The chain has to say so. */
  readonly isErased?: boolean;
  /** Keyed hashes of its statements, where the lane is the keeper's own. */
  readonly known: readonly { readonly keyMac: string; readonly contentMac: string }[];
}

/**
 * Keeps an update.
 *
 * @throws GatewayError `update-invalid` where manifest, parts and proof do not belong together, `lane-behind` where it is not the lane's next
 */
export async function keepUpdate(gateway: Gateway, update: Update): Promise<void> {
  const author = authorId(update.author.name);
  const lane = { twinId: toHex(update.twinId), authorId: toHex(author) };
  assertWhole(gateway, update, author);
  const held = await gateway.ledger.lane(lane);
  if (held.length !== update.seq) {
    throw new GatewayError('lane-behind', `The lane's next instance is ${held.length}, not ${update.seq}.`);
  }
  const { author: identity, seq, accessVersion, timeS, sealed, known } = update;
  const placed = { ...lane, seq, author: identity, accessVersion, timeS, sealed };
  const kept = await storeObjects(gateway, placed, known);
  // Before the row: from this and the objects the database can be made anew.
  await rememberKept(gateway.vault, kept);
  await gateway.ledger.recordSealed(kept);
}

/** A keeper checks what it will answer for: an instance that could never be anchored would block its lane. */
function assertWhole(gateway: Gateway, update: Update, author: Uint8Array): void {
  const { sealed, twinId, seq, accessVersion, timeS } = update;
  const manifest = decodeManifest(sealed.manifest);
  const h = manifestRoot(sealed.manifest);
  const ownLeaf = leaf({ twinId, authorId: author, seq, h, accessVersion, time: timeS });
  const whole =
    manifest.seq === seq &&
    manifest.accessVersion === accessVersion &&
    manifest.time === timeS &&
    formatIdentity(manifest.author) === formatIdentity(update.author) &&
    toHex(manifest.twinId) === toHex(twinId) &&
    toHex(h) === toHex(sealed.h) &&
    toHex(ownLeaf) === toHex(sealed.leaf) &&
    sealed.parts.length === (update.isErased === true ? 0 : manifest.entries.length) &&
    verifyAuthor(gateway.params, update.author, authorDigest(ownLeaf), sealed.proof, gateway.chain.domain);
  const digests = new Set(sealed.parts.map((part) => toHex(part.partDigest)));
  const lacks = manifest.entries.some((entry) => !digests.has(toHex(entry.partDigest)));
  if (!whole || (lacks && update.isErased !== true)) {
    throw new GatewayError(
      'update-invalid',
      'The update is refused: manifest, parts and author proof do not belong together.',
    );
  }
}
