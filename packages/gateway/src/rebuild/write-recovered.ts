/** Writing into a database what was recovered, through the same methods that wrote it first. */

import { Ledger, type OpenDatabase, Outbox } from '@twinseal/store';
import type { Recovered } from './recover.js';

/**
 * Writes everything in one transaction into a database whose tables are empty.
 *
 * How far the chain was followed is not written: the gateway begins at the consortium's first block again, and doing an effect twice is harmless.
 *
 * @param nowS seconds since 1970
 * @throws StoreError `database-conflict` where the tables were not empty; then nothing is written
 */
export async function writeRecovered(
  database: OpenDatabase,
  recovered: Recovered,
  nowS: number,
): Promise<void> {
  const outbox = new Outbox(database);
  await database.transaction(async (tx) => {
    const ledger = new Ledger(tx);
    const waiting = new Map<string, { twinId: string; authorId: string }>();
    for (const { anchored, replaces: _replaces, ...instance } of recovered.instances) {
      await ledger.recordSealed(instance);
      if (anchored !== undefined) await ledger.recordAnchored(instance, anchored, nowS);
      else {
        const { twinId, authorId } = instance;
        waiting.set(`${twinId}/${authorId}`, { twinId, authorId });
      }
    }
    for (const capsule of recovered.capsules) await ledger.recordCapsule(capsule);
    for (const request of recovered.requests) await ledger.recordRequest(request);
    // What was sealed and is not on the chain goes there as soon as the gateway runs.
    for (const [lane, payload] of waiting) {
      await outbox.enqueue(tx, { kind: 'lane', key: `lane/${lane}/rebuilt/${nowS}`, payload });
    }
  });
}
