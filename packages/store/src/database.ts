/**
 * The database: PostgreSQL in process (PGlite) on a folder, or a PostgreSQL server, by one configuration value. The same schema, migrations and queries serve both; a database is brought to the newest schema when
 * it is opened, and refused when it is newer than this program.
 *
 * Inside a transaction use the transaction's handle and no other: the embedded engine has one connection, and a query beside a running transaction would wait for it for ever.
 */

import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { eq } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { StoreError } from './errors.js';
import { databaseError, guarded, isSerializationFailure } from './internal/database-errors.js';
import { assertOwnDatabase, MIGRATIONS_FOLDER } from './internal/migrations.js';
import { StatementGate, type StatementHook } from './internal/statement-gate.js';
import * as schema from './schema.js';

/** What the ledger and its neighbours need of a database or of a transaction in it. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** A database that was opened and brought to the newest schema. */
export interface OpenDatabase {
  readonly kind: 'pglite' | 'postgres';
  /** Where it is, for people: a path, or host, port and name. Never a credential. */
  readonly place: string;
  readonly db: Database;
  /** The engine itself, for maintenance: past the gate and the error classes. */
  readonly client: { exec(statements: string): Promise<unknown> };
  /**
   * Runs work in one transaction, again where the server rolled it back for the sake of another one.
   *
   * @throws StoreError for what the database does; what the work throws passes through, and nothing of it is done.
   *   Where the connection ends while the commit is on its way, nobody can tell whether it is done (`database-unavailable`): the work must be safe to repeat
   */
  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>;
  /** One round trip. @throws StoreError `database-unavailable` and its like */
  check(): Promise<void>;
  /** Waits for what is under way, then closes. Safe to call twice. */
  close(): Promise<void>;
}

/** The embedded database. */
export interface EmbeddedDatabase extends OpenDatabase {
  readonly client: PGlite;
}

/** A checked configuration value. */
export type DatabaseTarget =
  | { readonly kind: 'pglite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly place: string };

export interface DatabaseOptions {
  /** Whose database it is, such as a hospital's id. It is written down at the first opening, and another owner is refused ever after. */
  readonly owner?: string;
  /** For connecting to a server and for one statement there, in milliseconds; 30,000 by default. */
  readonly timeoutMs?: number;
  /** Connections to a server; 10 by default. One more holds the lock. */
  readonly maxConnections?: number;
  /**
   * For the embedded database: a folder that holds an empty one, from which a new database is copied in a fraction of the seconds that making one takes. It is made where it is missing; {@link makeEmbeddedTemplate}
   * makes it beforehand, once for many.
   */
  readonly template?: string;
  /** For tests: sees every statement, and may make it fail. */
  readonly hook?: StatementHook;
  /** For tests: other migrations than the program's. */
  readonly migrationsFolder?: string;
}

const TIMEOUT_MS = 30_000;
const MAX_CONNECTIONS = 10;
const SERIALIZATION_TRIES = 5;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1', '']);

/**
 * Reads the configuration value that names a database: `pglite:FOLDER`, or `postgres://USER:PASSWORD@HOST:PORT/NAME`. A server elsewhere than on this machine needs `sslmode=verify-full` in its address.
 *
 * @throws TypeError for anything else. The message never repeats the value, which may hold a password
 */
export function parseDatabaseTarget(value: string): DatabaseTarget {
  if (value.startsWith('pglite:')) {
    const folder = value.slice('pglite:'.length);
    if (folder === '') throw new TypeError('database: expected a folder after pglite:');
    return { kind: 'pglite', folder };
  }
  if (!/^postgres(ql)?:\/\//.test(value)) {
    throw new TypeError('database: expected pglite:FOLDER or postgres://USER@HOST:PORT/NAME');
  }
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw new TypeError('database: the address after postgres:// cannot be read');
  }
  const name = decodeURIComponent(url.pathname.slice(1));
  if (name === '') throw new TypeError('database: expected the name of a database at the end of the address');
  const socket = url.searchParams.get('host');
  const local = socket === null ? LOOPBACK.has(url.hostname) : socket.startsWith('/');
  if (!local && url.searchParams.get('sslmode') !== 'verify-full') {
    throw new TypeError('database: a server on another machine is reached with sslmode=verify-full only');
  }
  return { kind: 'postgres', url: value, place: `${socket ?? (url.host || 'localhost')}/${name}` };
}

/**
 * Opens a database by its configuration value, and brings it to the newest schema. For `pglite:` the caller holds the lock of the data directory that the folder lies in: PGlite takes none. A server's database is
 * locked here.
 *
 * @param value `pglite:FOLDER` or `postgres://…`, see {@link parseDatabaseTarget}
 * @throws TypeError for a value that cannot be read
 * @throws StoreError `database-newer`, `database-foreign`, `database-in-use`, `database-refused`, `database-unavailable`, `database-failed`, `storage-full`
 */
export async function openDatabase(value: string, options: DatabaseOptions = {}): Promise<OpenDatabase> {
  const target = parseDatabaseTarget(value);
  return target.kind === 'pglite'
    ? openEmbeddedDatabase(target.folder, options)
    : openServer(target, options);
}

/**
 * Opens (or makes) the embedded database in a folder. The caller holds the data directory's lock: PGlite takes none.
 *
 * @throws StoreError as {@link openDatabase}
 */
export async function openEmbeddedDatabase(
  folder: string,
  options: DatabaseOptions = {},
): Promise<EmbeddedDatabase> {
  const gate = new StatementGate(options.hook);
  // The engine is loaded where it is used: it takes some 300 MB, which a gateway on a server's database does not need.
  const { openPglite } = await import('./internal/pglite-adapter.js');
  const { migrate } = await import('drizzle-orm/pglite/migrator');
  let engine: Awaited<ReturnType<typeof openPglite>>;
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
    // A template has the program's own schema, whatever else is asked for.
    const template = options.migrationsFolder === undefined ? options.template : undefined;
    engine = await openPglite(folder, gate, template);
  } catch (cause) {
    throw openingError(cause, `The database in ${folder} could not be opened or made`);
  }
  const db = engine.db as unknown as Database;
  const close = once(engine.close);
  await prepare(db, folder, options, close, (migrationsFolder) => migrate(engine.db, { migrationsFolder }));
  return { ...handle('pglite', folder, db, engine.client, close), client: engine.client };
}

/**
 * Makes an empty embedded database of the newest schema, for {@link DatabaseOptions.template} and {@link copyEmbeddedTemplate}, where there is none; in a process of its own, for the engine keeps the memory that this takes.
 * Safe to call from several processes at once.
 *
 * @throws StoreError `storage-full`, `database-failed`
 */
export async function makeEmbeddedTemplate(template: string): Promise<void> {
  const { makeTemplate } = await import('./internal/pglite-template.js');
  try {
    await makeTemplate(template);
  } catch (cause) {
    throw openingError(cause, `The template of the database in ${template} could not be made`);
  }
}

/**
 * Copies a template to where a new database goes, whole or not at all. Nothing may have the template open, and nothing may lie in the folder.
 *
 * @returns false where there is no template; then nothing is done
 * @throws StoreError `storage-full`, `database-failed`
 */
export async function copyEmbeddedTemplate(template: string, folder: string): Promise<boolean> {
  const { copyTemplate } = await import('./internal/pglite-template.js');
  try {
    return await copyTemplate(template, folder);
  } catch (cause) {
    throw openingError(cause, `The template of the database in ${template} could not be copied to ${folder}`);
  }
}

async function openServer(
  target: Extract<DatabaseTarget, { kind: 'postgres' }>,
  options: DatabaseOptions,
): Promise<OpenDatabase> {
  const gate = new StatementGate(options.hook);
  const { openPostgres } = await import('./internal/postgres-adapter.js');
  const { migrate } = await import('drizzle-orm/node-postgres/migrator');
  let server: Awaited<ReturnType<typeof openPostgres>>;
  try {
    server = await openPostgres(target.url, gate, {
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      maxConnections: options.maxConnections ?? MAX_CONNECTIONS,
    });
  } catch (cause) {
    throw openingError(cause, `The database at ${target.place} could not be opened`);
  }
  const db = server.db as unknown as Database;
  const close = once(server.close);
  await prepare(db, target.place, options, close, (migrationsFolder) =>
    migrate(server.db, { migrationsFolder }),
  );
  return handle('postgres', target.place, db, server.client, close);
}

/** Checks whose and how new the database is, and migrates it; closes it where that fails. */
async function prepare(
  db: Database,
  place: string,
  options: DatabaseOptions,
  close: () => Promise<void>,
  migrate: (migrationsFolder: string) => Promise<void>,
): Promise<void> {
  try {
    const folder = options.migrationsFolder ?? MIGRATIONS_FOLDER;
    await assertOwnDatabase(db, folder);
    await migrate(folder);
    if (options.owner !== undefined) await bindOwner(db, options.owner);
  } catch (cause) {
    await close().catch(() => undefined);
    throw openingError(cause, `The database at ${place} could not be prepared`);
  }
}

async function bindOwner(db: Database, owner: string): Promise<void> {
  await guarded(db.insert(schema.storeMeta).values({ key: 'owner', value: owner }).onConflictDoNothing());
  const [row] = await guarded(db.select().from(schema.storeMeta).where(eq(schema.storeMeta.key, 'owner')));
  if (row?.value !== owner) {
    throw new StoreError(
      'database-foreign',
      "The database belongs to another gateway. Name this one's own, or an empty one.",
    );
  }
}

function handle(
  kind: OpenDatabase['kind'],
  place: string,
  db: Database,
  client: OpenDatabase['client'],
  close: () => Promise<void>,
): OpenDatabase {
  return {
    kind,
    place,
    db,
    client,
    transaction: (work) => transact(db, work),
    check: async () => {
      await guarded(db.execute('select 1'));
    },
    close,
  };
}

async function transact<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction((tx) => work(tx as unknown as Database));
    } catch (error) {
      if (attempt < SERIALIZATION_TRIES && isSerializationFailure(error)) continue;
      throw databaseError(error);
    }
  }
}

function openingError(cause: unknown, what: string): StoreError {
  const error = databaseError(cause);
  // No cause: a failed statement repeats its parameters.
  if (error instanceof StoreError) return new StoreError(error.code, `${what}. ${error.message}`);
  return new StoreError('database-failed', `${what}: ${(cause as Error).message}`, { cause });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
