/**
 * Effects on the world, written down before they are tried. An effect is enqueued in the transaction that makes it necessary, claimed for a time by who carries it out, and completed in one transaction with what it
 * leaves in the database. Whatever dies in between, the effect is tried again: so a handler must be safe to repeat, and the key says what repeating means.
 *
 * Order: effects of one kind are claimed in the order in which they were enqueued; a handler that needs strict order claims one at a time.
 */

import { randomBytes } from 'node:crypto';
import { and, asc, count, eq, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Database, OpenDatabase } from './database.js';
import { StoreError } from './errors.js';
import { guarded } from './internal/database-errors.js';
import type { Claim, Effect } from './ports.js';
import { outbox } from './schema.js';

/** An effect that is to be enqueued. */
export interface NewEffect {
  readonly kind: string;
  /** The idempotency key, unique over all kinds. */
  readonly key: string;
  /** JSON: identifiers, addresses, digests; `null` by default. Never clinical content. */
  readonly payload?: unknown;
  /** Not before this second since 1970; at once by default. */
  readonly notBeforeS?: number;
}

type Row = typeof outbox.$inferSelect;

export class Outbox {
  readonly #database: Pick<OpenDatabase, 'db' | 'transaction'>;

  constructor(database: Pick<OpenDatabase, 'db' | 'transaction'>) {
    this.#database = database;
  }

  /**
   * Writes an effect down; one that is there already stays as it is, done or not.
   *
   * @param tx the transaction that makes the effect necessary
   * @returns whether it is new
   * @throws StoreError `effect-differs` where the key stands for another kind or payload
   */
  async enqueue(tx: Database, effect: NewEffect): Promise<boolean> {
    const payload = JSON.stringify(effect.payload ?? null);
    const added = await guarded(
      tx
        .insert(outbox)
        .values({
          kind: effect.kind,
          subject: effect.key,
          state: 'pending',
          attempts: 0,
          payload,
          nextAttemptS: effect.notBeforeS ?? 0,
        })
        .onConflictDoNothing()
        .returning({ id: outbox.id }),
    );
    if (added.length > 0) return true;
    const [there] = await guarded(tx.select().from(outbox).where(eq(outbox.subject, effect.key)));
    if (there !== undefined && (there.kind !== effect.kind || there.payload !== payload)) {
      throw new StoreError('effect-differs', `The outbox has ${effect.key} as another effect already.`);
    }
    return false;
  }

  /**
   * Claims effects that are due and that nobody has claimed, oldest first. A claim that runs out is free again: the lease must be longer than the handler takes.
   *
   * @param ask `nowS` seconds since 1970; `leaseS` seconds; `kinds` all where left out; `limit` 1 by default
   */
  async claim(ask: {
    readonly nowS: number;
    readonly leaseS: number;
    readonly kinds?: readonly string[];
    readonly limit?: number;
  }): Promise<Claim[]> {
    const token = randomBytes(16).toString('hex');
    const untilS = ask.nowS + ask.leaseS;
    const { db } = this.#database;
    const due = db
      .select({ id: outbox.id })
      .from(outbox)
      .where(
        and(
          eq(outbox.state, 'pending'),
          lte(outbox.nextAttemptS, ask.nowS),
          or(isNull(outbox.claimedUntilS), lte(outbox.claimedUntilS, ask.nowS)),
          ask.kinds === undefined ? undefined : inArray(outbox.kind, [...ask.kinds]),
        ),
      )
      .orderBy(asc(outbox.id))
      .limit(ask.limit ?? 1)
      .for('update', { skipLocked: true });
    // `array(…)` is evaluated once; behind a plain IN the planner may run a locking subquery again for every row.
    const rows = await guarded(
      db
        .update(outbox)
        .set({ claimToken: token, claimedUntilS: untilS })
        .where(sql`${outbox.id} = any(array(${due}))`)
        .returning(),
    );
    return rows.sort((a, b) => a.id - b.id).map((row) => ({ ...effectOf(row), token, untilS }));
  }

  /**
   * Marks a claimed effect as done, in one transaction with what it leaves behind.
   *
   * @param also writes that belong to it; where they fail, the effect stays pending
   * @throws StoreError `claim-lost` where it is done already, or another one has claimed it since; then nothing is written
   */
  async complete(claim: Claim, nowS: number, also?: (tx: Database) => Promise<void>): Promise<void> {
    await this.#database.transaction(async (tx) => {
      await this.#settle(tx, claim, { state: 'done', doneAtS: nowS, lastError: null });
      await also?.(tx);
    });
  }

  /**
   * Gives a claimed effect back after a failure.
   *
   * @param failure `code` a stable code, never a message that may hold content; `retryAtS` seconds since 1970, see {@link backoffS}
   * @throws StoreError `claim-lost`
   */
  async fail(claim: Claim, failure: { readonly code: string; readonly retryAtS: number }): Promise<void> {
    await this.#database.transaction((tx) =>
      this.#settle(tx, claim, { nextAttemptS: failure.retryAtS, lastError: failure.code }),
    );
  }

  /**
   * Frees every claim at once: at the start of a process, which holds the database alone, all of them are those of a process that is gone.
   *
   * @param options `dueNow`: what waits for its next try is due at once as well, for a start is often the answer to what was wrong
   */
  async releaseClaims(options: { readonly dueNow?: boolean } = {}): Promise<void> {
    if (options.dueNow === true) {
      await guarded(
        this.#database.db.update(outbox).set({ nextAttemptS: 0 }).where(eq(outbox.state, 'pending')),
      );
    }
    await guarded(
      this.#database.db
        .update(outbox)
        .set({ claimToken: null, claimedUntilS: null })
        .where(and(eq(outbox.state, 'pending'), isNotNull(outbox.claimToken))),
    );
  }

  /**
   * Makes a done effect pending again: the world forgot it, as a chain may that lost its last seconds.
   *
   * @returns whether it was done
   */
  async reopen(tx: Database, key: string): Promise<boolean> {
    const rows = await guarded(
      tx
        .update(outbox)
        .set({ state: 'pending', doneAtS: null, nextAttemptS: 0, claimToken: null, claimedUntilS: null })
        .where(and(eq(outbox.subject, key), eq(outbox.state, 'done')))
        .returning({ id: outbox.id }),
    );
    return rows.length > 0;
  }

  /** The effect of a key. */
  async find(key: string): Promise<Effect | undefined> {
    const [row] = await guarded(this.#database.db.select().from(outbox).where(eq(outbox.subject, key)));
    return row === undefined ? undefined : effectOf(row);
  }

  /** What is not done, oldest first. */
  async pending(kinds?: readonly string[]): Promise<Effect[]> {
    const rows = await guarded(
      this.#database.db
        .select()
        .from(outbox)
        .where(
          and(
            eq(outbox.state, 'pending'),
            kinds === undefined ? undefined : inArray(outbox.kind, [...kinds]),
          ),
        )
        .orderBy(asc(outbox.id)),
    );
    return rows.map(effectOf);
  }

  /** How many are pending, by kind. */
  async pendingCounts(): Promise<ReadonlyMap<string, number>> {
    const rows = await guarded(
      this.#database.db
        .select({ kind: outbox.kind, count: count() })
        .from(outbox)
        .where(eq(outbox.state, 'pending'))
        .groupBy(outbox.kind)
        .orderBy(asc(outbox.kind)),
    );
    return new Map(rows.map((row) => [row.kind, row.count]));
  }

  /**
   * Forgets effects that were done before a moment, and those of which nobody noted when. Their keys are free again, so only kinds whose effects may be done twice are to be named; the keys of all other kinds stay.
   *
   * @param beforeS seconds since 1970
   * @param kinds   which may be forgotten
   * @returns how many
   */
  async forgetDone(beforeS: number, kinds: readonly string[]): Promise<number> {
    if (kinds.length === 0) return 0;
    const rows = await guarded(
      this.#database.db
        .delete(outbox)
        .where(
          and(
            eq(outbox.state, 'done'),
            inArray(outbox.kind, [...kinds]),
            or(isNull(outbox.doneAtS), lt(outbox.doneAtS, beforeS)),
          ),
        )
        .returning({ id: outbox.id }),
    );
    return rows.length;
  }

  async #settle(tx: Database, claim: Claim, changes: Partial<typeof outbox.$inferInsert>): Promise<void> {
    const rows = await guarded(
      tx
        .update(outbox)
        .set({ ...changes, attempts: sql`${outbox.attempts} + 1`, claimToken: null, claimedUntilS: null })
        .where(and(eq(outbox.id, claim.id), eq(outbox.state, 'pending'), eq(outbox.claimToken, claim.token)))
        .returning({ id: outbox.id }),
    );
    if (rows.length === 0) {
      throw new StoreError(
        'claim-lost',
        `The claim on ${claim.key} is lost: it is done, or another one has it.`,
      );
    }
  }
}

const BACKOFF_MAX_S = 300;

/**
 * How long to wait before the next try: 1, 2, 4 … seconds, 300 at most.
 *
 * @param attempts tries that failed until now, 1 or more
 */
export function backoffS(attempts: number): number {
  return Math.min(2 ** Math.max(0, attempts - 1), BACKOFF_MAX_S);
}

function effectOf(row: Row): Effect {
  return {
    id: row.id,
    kind: row.kind,
    key: row.subject,
    payload: JSON.parse(row.payload),
    state: row.state === 'done' ? 'done' : 'pending',
    attempts: row.attempts,
    nextAttemptS: row.nextAttemptS,
    doneAtS: row.doneAtS,
    lastError: row.lastError,
  };
}
