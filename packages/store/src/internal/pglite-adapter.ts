/** PostgreSQL in process (PGlite) on a folder. It takes no lock and never fsyncs: ARCHITECTURE.md says why nothing that must survive lives in it alone. */

import { PGlite, type Transaction } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import * as schema from '../schema.js';
import type { StatementGate } from './statement-gate.js';

type Query = PGlite['query'];

/** An open engine behind a gate, and drizzle on it. */
export async function openPglite(folder: string, gate: StatementGate) {
  const client = await PGlite.create(folder);
  const gated = {
    query: ((sql: string, ...rest: unknown[]) =>
      gate.pass(() => gate.statement(sql, () => (client.query as CallableFunction)(sql, ...rest)))) as Query,
    // PGlite sends begin, commit and rollback itself; the hook sees the commit around it.
    transaction: <T>(work: (tx: Transaction) => Promise<T>) =>
      gate.pass(async () => {
        const result = await client.transaction(async (tx) => {
          const done = await work({
            query: ((sql: string, ...rest: unknown[]) =>
              gate.statement(sql, () => (tx.query as CallableFunction)(sql, ...rest))) as Query,
          } as Transaction);
          await gate.hook?.before('commit');
          return done;
        });
        await gate.hook?.after('commit');
        return result as T;
      }),
  };
  return {
    client,
    db: drizzle({ client: gated as unknown as PGlite, schema }),
    close: async () => {
      await gate.drain();
      if (!client.closed) await client.close();
    },
  };
}
