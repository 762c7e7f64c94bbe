/** The queue of effects in the gateway's database. */

import {
  ANCHOR_EFFECT,
  advanceCursor,
  type OpenDatabase,
  Outbox,
  readCursor,
  rewindCursor,
} from '@twinseal/store';
import { EFFECT_KINDS, type EffectQueue } from './effects.js';

/** The effect queue of a database. */
export function ledgerQueue(database: OpenDatabase): EffectQueue {
  const outbox = new Outbox(database);
  return {
    enqueue: (effects, cursor) =>
      database.transaction(async (tx) => {
        for (const effect of effects) await outbox.enqueue(tx, effect);
        if (cursor === undefined) return;
        const { consumer, position } = cursor;
        const before = await readCursor(tx, consumer);
        const back = before !== undefined && position.blockNumber < before.blockNumber;
        if (back) await rewindCursor(tx, consumer, position);
        else await advanceCursor(tx, consumer, position);
      }),
    cursor: (consumer) => readCursor(database.db, consumer),
    claim: (ask) => outbox.claim(ask),
    complete: (claim, nowS) => outbox.complete(claim, nowS),
    fail: (claim, { code, nextAttemptS }) => outbox.fail(claim, { code, retryAtS: nextAttemptS }),
    // The anchorings that the ledger writes down with each instance go the same way: the chain says what is anchored.
    forget: (beforeS) => outbox.forgetDone(beforeS, [...EFFECT_KINDS, ANCHOR_EFFECT]),
    waiting: async () => Object.fromEntries(await outbox.pendingCounts()),
    releaseAll: () => outbox.releaseClaims({ dueNow: true }),
  };
}
