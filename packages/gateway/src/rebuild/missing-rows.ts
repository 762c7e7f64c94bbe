/** Whether a database holds what the chain says was written here. One that was emptied, lost or put back from an old copy does not, and a gateway must not go on with it: it would write its lanes' first instances again. */

import type { ConsortiumReader } from '@twinseal/chain';
import type { Ledger } from '@twinseal/store';

/**
 * How many instances of its own lanes a gateway has on the chain and not in its database. Above zero, `rebuildGateway` is due.
 *
 * @param self the gateway's own author id, 64 hexadecimal digits
 * @throws ChainError, StoreError. One look at all anchorings, and one more question for each own lane
 */
export async function missingRows(
  ledger: Pick<Ledger, 'allInstances'>,
  chain: ConsortiumReader,
  self: string,
): Promise<number> {
  const held = new Map<string, number>();
  for (const row of await ledger.allInstances()) {
    if (row.authorId === self) held.set(row.twinId, (held.get(row.twinId) ?? 0) + 1);
  }
  let missing = 0;
  for (const { twinId, authorId } of await chain.lanes()) {
    if (authorId !== `0x${self}`) continue;
    const { count } = await chain.laneHead(twinId, authorId);
    missing += Math.max(0, count - (held.get(twinId.slice(2)) ?? 0));
  }
  return missing;
}
