/** The embedded database: PostgreSQL in process (PGlite) on a folder, brought to the newest schema when opened. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { StoreError } from './errors.js';
import * as schema from './schema.js';

/** What the ledger needs of a database; PGlite and a PostgreSQL server both give it. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenDatabase {
  readonly db: Database;
  /** The engine itself, for maintenance. */
  readonly client: PGlite;
  close(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Opens (or makes) the embedded database in a folder. The caller holds the data directory's lock: PGlite takes none.
 *
 * @throws StoreError `database-failed`
 */
export async function openEmbeddedDatabase(folder: string): Promise<OpenDatabase> {
  try {
    const client = await PGlite.create(folder);
    const db = drizzle(client, { schema });
    await migrate(db, { migrationsFolder: MIGRATIONS });
    return { db: db as unknown as Database, client, close: () => client.close() };
  } catch (cause) {
    const state = existsSync(folder) ? 'could not be opened' : 'could not be made';
    throw new StoreError(
      'database-failed',
      `The database in ${folder} ${state}: ${(cause as Error).message}`,
      {
        cause,
      },
    );
  }
}
