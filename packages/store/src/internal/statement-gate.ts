import { StoreError } from '../errors.js';

/**
 * A look at every statement before it is sent and after it succeeded; a test that throws from either makes the statement fail before it was done, or after.
 * The label is the statement's first word and, where it names a table, that: `insert outbox`, `commit`.
 */
export interface StatementHook {
  before(label: string): void | Promise<void>;
  after(label: string): void | Promise<void>;
}

/**
 * Counts what is under way, so that closing waits for it: PGlite never settles when it is closed under a running statement, and blocks the whole process with it.
 */
export class StatementGate {
  #underWay = 0;
  #closing = false;
  #drained: (() => void) | undefined;

  constructor(readonly hook?: StatementHook) {}

  /** Runs one statement, or one whole transaction, from outside. @throws StoreError `database-unavailable` once closing has begun */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  enter(): void {
    if (this.#closing) throw new StoreError('database-unavailable', 'The database is closed.');
    this.#underWay++;
  }

  leave(): void {
    this.#underWay--;
    if (this.#underWay === 0) this.#drained?.();
  }

  /** One statement with the hook around it. */
  async statement<T>(sql: string, work: () => Promise<T>): Promise<T> {
    if (this.hook === undefined) return work();
    const label = labelOf(sql);
    await this.hook.before(label);
    const result = await work();
    await this.hook.after(label);
    return result;
  }

  /** Lets nothing new in, and resolves when nothing is under way. */
  async drain(): Promise<void> {
    this.#closing = true;
    if (this.#underWay === 0) return;
    await new Promise<void>((resolve) => {
      this.#drained = resolve;
    });
  }
}

function labelOf(sql: string): string {
  const verb = sql.trim().split(/\s/, 1)[0]?.toLowerCase() ?? '';
  const table = sql.match(/"([a-z_]+)"/)?.[1];
  return table === undefined || verb === 'commit' || verb === 'begin' ? verb : `${verb} ${table}`;
}
