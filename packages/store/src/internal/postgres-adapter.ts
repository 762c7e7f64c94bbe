/**
 * A PostgreSQL server. One process works on a database at a time: a session of its own holds an advisory lock for as long as the process lives, and where that session is lost, nothing is sent before the lock is
 * held again.
 */

import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { StoreError } from '../errors.js';
import * as schema from '../schema.js';
import type { StatementGate } from './statement-gate.js';

/** "TWIN", "SEAL": the two halves of the key of the advisory lock, which PostgreSQL keeps per database. */
const LOCK_KEY = [0x5457494e, 0x5345414c] as const;
/** How long to wait for the server to end a session of ours that it believes to be alive, in steps of 100 ms. */
const RELOCK_TRIES = 20;

export interface PostgresOptions {
  /** For connecting and for one statement, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxConnections: number;
}

type QueryConfig = { readonly text: string } | string;
const textOf = (config: QueryConfig) => (typeof config === 'string' ? config : config.text);

/** A pool behind a gate, and drizzle on it. @throws pg's errors, StoreError `database-in-use` */
export async function openPostgres(url: string, gate: StatementGate, options: PostgresOptions) {
  const lock = new DatabaseLock(url, options.timeoutMs);
  await lock.take();
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections,
    connectionTimeoutMillis: options.timeoutMs,
    statement_timeout: options.timeoutMs,
    // The server ends a statement that takes too long; where the server itself is gone, the client does, a little later.
    query_timeout: options.timeoutMs + 1_000,
    lock_timeout: options.timeoutMs,
    keepAlive: true,
    application_name: 'twinseal',
  });
  // A connection that dies while idle is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const gated = new GatedPool(pool, gate, lock);
  return {
    db: drizzle({ client: gated as unknown as pg.Pool, schema }),
    // Without parameters the driver sends what may be many statements at once.
    client: { exec: (statements: string): Promise<unknown> => pool.query(statements) },
    close: async () => {
      await gate.drain();
      await pool.end();
      await lock.release();
    },
  };
}

/** What drizzle needs of a pool (it knows one by its class's name). */
class GatedPool {
  constructor(
    readonly pool: pg.Pool,
    readonly gate: StatementGate,
    readonly lock: DatabaseLock,
  ) {}

  query(config: QueryConfig, params?: unknown[]): Promise<unknown> {
    return this.gate.pass(async () => {
      await this.lock.take();
      return this.gate.statement(textOf(config), () => this.pool.query(config as string, params));
    });
  }

  async connect(): Promise<GatedClient> {
    this.gate.enter();
    try {
      await this.lock.take();
      return new GatedClient(await this.pool.connect(), this.gate);
    } catch (error) {
      this.gate.leave();
      throw error;
    }
  }
}

/** One connection for the length of a transaction. */
class GatedClient {
  #broken = false;
  #released = false;

  constructor(
    readonly client: pg.PoolClient,
    readonly gate: StatementGate,
  ) {}

  async query(config: QueryConfig, params?: unknown[]): Promise<unknown> {
    const text = textOf(config);
    try {
      return await this.gate.statement(text, () => this.client.query(config as string, params));
    } catch (error) {
      // Without a rollback or a begin that worked, the connection's state is unknown: it must not go back into the pool.
      if (/^(begin|commit|rollback)\b/i.test(text)) this.#broken = true;
      // drizzle releases what a transaction took, except where its begin fails.
      if (/^begin\b/i.test(text)) this.release();
      throw error;
    }
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    this.client.release(this.#broken);
    this.gate.leave();
  }
}

/** The session that holds the advisory lock. */
class DatabaseLock {
  readonly #name = `twinseal lock ${randomBytes(8).toString('hex')}`;
  #session: pg.Client | undefined;
  #taking: Promise<void> | undefined;
  #released = false;

  constructor(
    readonly url: string,
    readonly timeoutMs: number,
  ) {}

  /** Takes the lock where it is not held. @throws StoreError `database-in-use`, pg's errors */
  async take(): Promise<void> {
    if (this.#session !== undefined) return;
    this.#taking ??= this.#connectAndLock().finally(() => {
      this.#taking = undefined;
    });
    await this.#taking;
  }

  async release(): Promise<void> {
    this.#released = true;
    const session = this.#session;
    this.#session = undefined;
    await session?.end().catch(() => undefined);
  }

  async #connectAndLock(): Promise<void> {
    const session = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: this.timeoutMs,
      query_timeout: this.timeoutMs,
      keepAlive: true,
      application_name: this.#name,
    });
    const lost = () => {
      if (this.#session === session) this.#session = undefined;
    };
    session.on('error', lost);
    session.on('end', lost);
    try {
      await session.connect();
      for (let attempt = 0; ; attempt++) {
        const { rows } = await session.query('select pg_try_advisory_lock($1, $2) as held', [...LOCK_KEY]);
        if (rows[0]?.held === true) break;
        // It may be a session of this very process that broke off here and has not ended there.
        const ended = await session.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
          [this.#name],
        );
        if (ended.rowCount === 0 || attempt === RELOCK_TRIES) {
          throw new StoreError(
            'database-in-use',
            'Another process works on this database. Stop it, or name another database.',
          );
        }
        await pause(100);
      }
    } catch (error) {
      await session.end().catch(() => undefined);
      throw error;
    }
    if (this.#released) await session.end();
    else this.#session = session;
  }
}
