/**
 * The chain tells many times of one thing, and most of what it tells changes nothing of what a hospital may open. A view is made new only where something that it is made of
 * has changed since this process last made it whole.
 */

import { hospitalAuthorId } from '@twinseal/record';
import { bytesToHex, type Hex } from 'viem';
import type { Gateway } from '../ports.js';
import type { KnownTwin } from '../twins/known-twins.js';
import {
  authorsOf,
  erasedIn,
  type LaneFetcher,
  OwnLanes,
  type Refreshed,
  readGrants,
  refreshTwin,
} from './refresh-twin.js';

/** What a process remembers of the views that it made. Forgotten when the process ends, so every start verifies everything once. */
export class ViewMemory {
  /** By twin: what the last view that was whole had been made of. */
  readonly whole = new Map<string, string>();
  readonly own = new OwnLanes();

  /** What was opened of a twin is no longer to be used. */
  forget(twinId: string): void {
    this.whole.delete(twinId);
    this.own.forget(twinId);
  }
}

/**
 * Makes a hospital's view of a twin new, unless the chain says that it would be the one that was made last.
 *
 * @returns undefined where nothing has changed
 * @throws ChainError where the own node does not answer
 */
export async function refreshIfChanged(
  gateway: Gateway,
  twin: KnownTwin,
  fetcher: LaneFetcher,
  memory: ViewMemory,
): Promise<Refreshed | undefined> {
  // Before the lanes are opened: what changes meanwhile is seen at the next look.
  const stamp = await stampOf(gateway, twin);
  if (memory.whole.get(twin.twinId) === stamp) return undefined;
  memory.whole.delete(twin.twinId);
  const made = await refreshTwin(gateway, twin, fetcher, memory.own);
  if (made.view.lanes.every(({ state }) => state === 'verified')) memory.whole.set(twin.twinId, stamp);
  return made;
}

/** Everything that a view is made of and that can change: the lanes and their heads, the version, the grants that are live now, and the salts that the patient handed over. */
async function stampOf(gateway: Gateway, twin: KnownTwin): Promise<string> {
  const { chain } = gateway;
  const twinId: Hex = `0x${twin.twinId}`;
  const self = bytesToHex(hospitalAuthorId(gateway.id));
  const heads = [];
  const live = await readGrants(gateway, twinId, self);
  for (const author of await authorsOf(gateway, twinId, self, live)) {
    const { count, mk, instances, noted } = await chain.laneHead(twinId, author);
    heads.push([author, count, bytesToHex(mk), erasedIn(instances), noted?.map(({ code }) => code) ?? []]);
  }
  const registered = await chain.twin(twinId);
  const { version } = await chain.accessVersion(twinId);
  const grants = live.map(({ grantId }) => grantId);
  return JSON.stringify([heads, registered?.custodian, version, grants, Object.keys(twin.scopeSalts).sort()]);
}
