/**
 * What was sealed and not yet anchored when the patient narrowed access is sealed under an old access version: the contract refuses it, and rightly, for its secrets are
 * known to whoever lost access. Such instances are opened again with the author's own secrets and sealed anew, in place, under the version in force.
 */

import { type Statement, toHex } from '@twinseal/record';
import type { InstanceRow } from '@twinseal/store';
import { GatewayError } from '../errors.js';
import type { LaneAuthor } from '../lane-author.js';
import type { Gateway } from '../ports.js';
import { keepInPlace } from './keep-objects.js';
import { keepUpdate } from './keep-update.js';

/**
 * Seals anew every instance of an own lane that is not on the chain and whose version is no longer in force. The caller holds the lane.
 *
 * @param covered instances from the first that stand in a map that was written down: these stay as they are, on the chain or on the way to it
 * @returns how many were sealed anew
 */
export async function resealStale(gateway: Gateway, author: LaneAuthor, covered = 0): Promise<number> {
  const lane = { twinId: toHex(author.twinId), authorId: toHex(author.authorId) };
  const rows = await gateway.ledger.lane(lane);
  const onChain = await gateway.chain.anchorings(`0x${lane.twinId}`, `0x${lane.authorId}`);
  const { version } = await gateway.chain.accessVersion(`0x${lane.twinId}`);
  const waiting = rows.slice(Math.max(onChain.length, covered));
  // Never under an older version: its secrets are known to whoever lost access since. A chain that forgot a narrowing gets it back first.
  if (waiting.some((row) => row.accessVersion > version)) {
    throw new GatewayError(
      'version-behind',
      `The chain has access version ${version} and forgot a later one. What was sealed under that waits until it is back.`,
    );
  }
  const stale = waiting.filter((row) => row.accessVersion !== version);
  for (const row of stale) await reseal(gateway, author, row, version);
  return stale.length;
}

/**
 * Seals what an instance says again, as the next of its lane, under the version in force. The caller holds the lane.
 *
 * @throws GatewayError `version-behind`; TypeError where its objects are missing
 */
export async function repeatInstance(gateway: Gateway, author: LaneAuthor, row: InstanceRow): Promise<void> {
  const statements = await statementsOf(gateway, author, row);
  const { twinId, authorId } = row;
  const seq = (await gateway.ledger.lane({ twinId, authorId })).length;
  const { version } = await gateway.chain.accessVersion(`0x${twinId}`);
  const timeS = gateway.nowS();
  const sealed = await author.seal(seq, version, timeS, statements);
  await keepUpdate(gateway, {
    author: author.identity,
    twinId: author.twinId,
    seq,
    accessVersion: version,
    timeS,
    sealed,
    known: [],
  });
}

async function reseal(
  gateway: Gateway,
  author: LaneAuthor,
  row: InstanceRow,
  version: number,
): Promise<void> {
  const statements = await statementsOf(gateway, author, row);
  const timeS = gateway.nowS();
  const sealed = await author.seal(row.seq, version, timeS, statements, { inPlace: true });
  const { twinId, authorId, seq } = row;
  const place = { twinId, authorId, seq, author: author.identity, accessVersion: version, timeS };
  await keepInPlace(gateway, row, { ...place, sealed });
}

async function statementsOf(
  gateway: Gateway,
  author: LaneAuthor,
  row: InstanceRow,
): Promise<Map<string, readonly Statement[]>> {
  const manifest = await gateway.blobs.get(row.manifest);
  if (manifest === undefined) throw new TypeError(`instance ${row.seq}: its manifest is missing`);
  return author.openInstance(manifest, async (digest) => {
    const part = await gateway.ledger.part(row, digest);
    const slot = part === undefined ? undefined : await gateway.blobs.get(part.slot);
    const payload = part === undefined ? undefined : await gateway.blobs.get(part.payload);
    return slot === undefined || payload === undefined ? undefined : { slot, payload };
  });
}
