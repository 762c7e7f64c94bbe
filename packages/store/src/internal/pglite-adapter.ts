/** PostgreSQL in process (PGlite) on a folder. It takes no lock and never fsyncs: ARCHITECTURE.md says why nothing that must survive lives in it alone. */

import { rm } from 'node:fs/promises';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import * as schema from '../schema.js';
import { copyTemplate, isNewFolder, makeTemplate } from './pglite-template.js';
import type { StatementGate } from './statement-gate.js';

type Query = PGlite['query'];

/**
 * An open engine behind a gate, and drizzle on it.
 *
 * @param template folder of an empty engine, from which a new one is copied
 */
export async function openPglite(folder: string, gate: StatementGate, template?: string) {
  const client = await openEngine(folder, template);
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

async function openEngine(folder: string, template: string | undefined): Promise<PGlite> {
  if (template === undefined || !(await isNewFolder(folder))) return PGlite.create(folder);
  await makeTemplate(template);
  if (!(await copyTemplate(template, folder))) return PGlite.create(folder);
  try {
    return await PGlite.create(folder);
  } catch {
    // The template is damaged, or of another version of the engine: nothing was written to the copy that could be lost.
    await rm(folder, { recursive: true, force: true });
    return PGlite.create(folder);
  }
}
