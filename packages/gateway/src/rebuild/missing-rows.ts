/** Whether a database holds what the chain says was written here. One that was emptied, lost or put back from an old copy does not, and a gateway must not go on with it: it would write its lanes' first instances again. */

import type { ConsortiumReader } from '@twinseal/chain';
import type { Ledger } from '@twinseal/store';

/**
 * How many instances of its own lanes a gateway has on the chain and not in its database. Above zero, `rebuildGateway` is due.
 *
 * @param self the gateway's own author id, 64 hexadecimal digits
 * @throws ChainError, StoreError. One look at this author's anchorings, and one at the ledger's lanes
 */
export async function missingRows(
  ledger: Pick<Ledger, 'lanes'>,
  chain: ConsortiumReader,
  self: string,
): Promise<number> {
  const held = new Map(
    (await ledger.lanes({ authorId: self })).map(({ twinId, instances }) => [twinId, instances]),
  );
  let missing = 0;
  for (const { twinId, instances } of await chain.lanes(`0x${self}`)) {
    missing += Math.max(0, instances - (held.get(twinId.slice(2)) ?? 0));
  }
  return missing;
}
