/**
 * One step of a record's way in: what is new of a set of statements becomes the lane's next instance, sealed, kept, delivered and anchored. Nothing new, no instance.
 */

import { createHmac } from 'node:crypto';
import { type Statement, toHex } from '@twinseal/record';
import { novel, statementKey } from '@twinseal/twin';
import type { LaneAuthor } from '../lane-author.js';
import type { Gateway } from '../ports.js';
import { deliverCapsules } from './deliver-capsules.js';
import { keepUpdate } from './keep-update.js';

/** What became of a set of statements. */
export interface Added {
  /** The instance's place in the lane, or undefined where nothing was new. */
  readonly seq?: number;
  readonly statements: number;
  readonly duplicates: number;
  /** Source ids of the statements that were new, each once. */
  readonly fresh: readonly string[];
  readonly parts: number;
  readonly sealedBytes: number;
  readonly capsules: number;
}

/**
 * Seals what is new and gives it to the lane's keeper. Anchoring is a step of its own (`anchorPending`), so that many instances can be sealed first.
 *
 * @param keeper     the gateway that keeps the lane: the author's own, or the custodian's for a patient's lane
 * @param lookupKey  the author's secret of 32 bytes under which the keeper remembers what the lane holds, without being able to tell what that is
 * @param statements by module
 */
export async function addToLane(
  keeper: Gateway,
  author: LaneAuthor,
  lookupKey: Uint8Array,
  statements: ReadonlyMap<string, readonly Statement[]>,
): Promise<Added> {
  const lane = { twinId: toHex(author.twinId), authorId: toHex(author.authorId) };
  const fresh = new Map<string, readonly Statement[]>();
  const marks = new Map<string, string>();
  let taken = 0;
  let duplicates = 0;
  for (const [module, list] of statements) {
    const mac = (kind: string, text: string) =>
      createHmac('sha256', lookupKey)
        .update(JSON.stringify([kind, module, text]))

        .digest('hex')
        .slice(0, 32);
    const macs = new Map(list.map((statement) => [statementKey(statement), '']));
    for (const key of macs.keys()) macs.set(key, mac('key', key));
    const held = await keeper.ledger.known(lane, [...macs.values()]);
    const known = new Map(
      [...macs].flatMap(([key, keyMac]) => (held.has(keyMac) ? [[key, held.get(keyMac) as string]] : [])),
    );
    const { novel: novelOnes, known: after } = novel(list, known, (text) => mac('content', text));
    taken += novelOnes.length;
    duplicates += list.length - novelOnes.length;
    if (novelOnes.length === 0) continue;
    fresh.set(module, novelOnes);
    for (const statement of novelOnes) {
      const key = statementKey(statement);
      marks.set(macs.get(key) as string, after.get(key) as string);
    }
  }
  if (fresh.size === 0)
    return { statements: 0, fresh: [], duplicates, parts: 0, sealedBytes: 0, capsules: 0 };

  const seq = (await keeper.ledger.lane(lane)).length;
  const { version } = await keeper.chain.accessVersion(`0x${lane.twinId}`);
  const timeS = keeper.nowS();
  const sealed = await author.seal(seq, version, timeS, fresh);
  await keepUpdate(keeper, {
    author: author.identity,
    twinId: author.twinId,
    seq,
    accessVersion: version,
    timeS,
    sealed,
    known: [...marks].map(([keyMac, contentMac]) => ({ keyMac, contentMac })),
  });
  const objects = sealed.parts.flatMap((part) => [part.slot, part.payload]);
  return {
    seq,
    statements: taken,
    duplicates,
    fresh: [...new Set([...fresh.values()].flatMap((list) => list.map(({ source }) => source.id)))],
    parts: sealed.parts.length,
    sealedBytes: objects.reduce((sum, object) => sum + object.length, sealed.manifest.length),
    // Delivered before the instance is anchored, so that no reader meets an anchored part without its capsule.
    capsules: await deliverCapsules(author, keeper),
  };
}
