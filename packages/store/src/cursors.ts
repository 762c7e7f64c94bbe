/**
 * How far each consumer has followed the chain. A position is written in the transaction that records what its events led to, so an event is handled once however often the process dies.
 */

import { eq, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { StoreError } from './errors.js';
import { guarded } from './internal/database-errors.js';
import type { CursorPosition } from './ports.js';
import { cursors } from './schema.js';

/** Where a consumer is, or undefined where it has not begun. */
export async function readCursor(db: Database, consumer: string): Promise<CursorPosition | undefined> {
  const [row] = await guarded(db.select().from(cursors).where(eq(cursors.consumer, consumer)));
  return row === undefined
    ? undefined
    : { blockNumber: row.blockNumber, logIndex: row.logIndex, blockHash: row.blockHash };
}

/**
 * Moves a cursor forward; to where it is already is no change.
 *
 * @param tx the transaction that records what the events led to
 * @throws StoreError `cursor-behind` where the cursor is further already: two processes follow for one consumer, or the chain is another one
 */
export async function advanceCursor(tx: Database, consumer: string, to: CursorPosition): Promise<void> {
  const moved = await guarded(
    tx
      .insert(cursors)
      .values({ consumer, ...to })
      .onConflictDoUpdate({
        target: cursors.consumer,
        set: { ...to },
        setWhere: sql`(${cursors.blockNumber}, ${cursors.logIndex}) <= (excluded.block_number, excluded.log_index)`,
      })
      .returning({ consumer: cursors.consumer }),
  );
  if (moved.length === 0) {
    throw new StoreError(
      'cursor-behind',
      `The cursor of ${consumer} is beyond block ${to.blockNumber}, log ${to.logIndex} already. Rewind it where the chain lost blocks.`,
    );
  }
}

/** Sets a cursor back to a position, or to the very beginning: the chain forgot blocks, and what they held is to be looked at again. */
export async function rewindCursor(tx: Database, consumer: string, to?: CursorPosition): Promise<void> {
  if (to === undefined) {
    await guarded(tx.delete(cursors).where(eq(cursors.consumer, consumer)));
    return;
  }
  await guarded(
    tx
      .insert(cursors)
      .values({ consumer, ...to })
      .onConflictDoUpdate({ target: cursors.consumer, set: { ...to } }),
  );
}
