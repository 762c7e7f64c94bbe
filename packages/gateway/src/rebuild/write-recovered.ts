/** Writing into a database what was recovered, through the same methods that wrote it first. */

import { Ledger, type OpenDatabase, Outbox } from '@twinseal/store';
import type { Vault } from '../lane-author.js';
import { statementsOf } from './kept-instances.js';
import type { Recovered } from './recover.js';

/**
 * Writes everything in one transaction into a database whose tables are empty.
 *
 * How far the chain was followed is not written: the gateway begins at the consortium's first block again, and doing an effect twice is harmless.
 *
 * @param vault where the statements of each instance are remembered
 * @param nowS  seconds since 1970
 * @returns how many statements were written
 * @throws StoreError `database-conflict` where the tables were not empty; then nothing is written
 */
export async function writeRecovered(
  database: OpenDatabase,
  recovered: Recovered,
  vault: Vault,
  nowS: number,
): Promise<number> {
  const outbox = new Outbox(database);
  return database.transaction(async (tx) => {
    const ledger = new Ledger(tx);
    const waiting = new Map<string, { twinId: string; authorId: string }>();
    let statements = 0;
    for (const { anchored, replaces: _replaces, ...instance } of recovered.instances) {
      const known = await statementsOf(vault, instance);
      statements += known.length;
      await ledger.recordSealed({ ...instance, known });
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
    return statements;
  });
}
