import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Database } from '../database.js';
import { StoreError } from '../errors.js';
import { guarded } from './database-errors.js';

/** Where the versioned migrations lie; drizzle-kit writes them from src/schema.ts. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Refuses a database that this program must not touch, before anything is written.
 *
 * @throws StoreError `database-newer` where it has migrations that came after the last one known here, `database-foreign` where its migrations are others, or where it holds tables and none of our migrations
 */
export async function assertOwnDatabase(db: Database, migrationsFolder: string): Promise<void> {
  const known = readMigrationFiles({ migrationsFolder });
  const newest = known.at(-1)?.folderMillis ?? 0;
  const found = await guarded(
    db.execute(sql`select to_regclass('drizzle.__drizzle_migrations')::text as name`),
  );
  if ((rowsOf(found)[0] as { name: string | null }).name === null) {
    const others = await guarded(
      db.execute(sql`select count(*)::int as count from pg_tables where schemaname = current_schema()`),
    );
    if ((rowsOf(others)[0] as { count: number }).count > 0) {
      throw new StoreError(
        'database-foreign',
        'The database holds tables that are not of Twinseal. Name an empty database.',
      );
    }
    return;
  }
  const applied = await guarded(
    db.execute(
      sql`select hash, created_at::text as made from drizzle.__drizzle_migrations order by created_at`,
    ),
  );
  const hashes = new Set(known.map(({ hash }) => hash));
  for (const { hash, made } of rowsOf(applied) as { hash: string; made: string }[]) {
    if (hashes.has(hash)) continue;
    if (Number(made) > newest) {
      throw new StoreError(
        'database-newer',
        'The database was migrated by a newer version of this program. Install that version; nothing was changed.',
      );
    }
    throw new StoreError(
      'database-foreign',
      'The database has migrations that are not of Twinseal. Name another database.',
    );
  }
}

/** The rows of a raw statement: both drivers wrap them alike. */
export function rowsOf(result: unknown): unknown[] {
  return (result as { rows: unknown[] }).rows;
}
