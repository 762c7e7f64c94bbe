/**
 * Telling people: turns what the chain, the log of receipts and the twins' flags say into notices, and remembers what could not be done. Every source is durable and read from where it was left, so a
 * notice that could not be kept is made again at the next turn.
 */

import type { EffectQueue } from '../automation/effects.js';
import type { Gateway } from '../ports.js';
import type { ReceiptBook } from '../receipts/receipt-book.js';
import { twinOf } from '../receipts/receipt-book.js';
import type { KnownTwins } from '../twins/known-twins.js';
import { noticesFromChain } from './chain-notices.js';
import type { NewNotice } from './notice.js';
import type { NoticeBook } from './notice-book.js';

const RECEIPTS = 'notices-receipts';
/** Receipts looked at in one go. */
const RECEIPTS_AT_ONCE = 5_000;
const FLAGS = 'notices/flags';

export interface NotifierStatus {
  /** Notices for patients that none has fetched yet. */
  readonly undelivered: number;
  /** Code of what keeps notices from being made, where something does. */
  readonly lastFailure?: string;
}

export class Notifier {
  readonly book: NoticeBook;
  readonly #parts: {
    readonly gateway: Pick<Gateway, 'chain' | 'vault' | 'nowS'>;
    readonly twins: KnownTwins;
    readonly queue: EffectQueue;
    readonly receipts: ReceiptBook;
    /** Ids of the twins whose notices are at hand from the start. */
    readonly online: () => Promise<readonly string[]>;
  };
  #isLoaded = false;
  #lastFailure: string | undefined;
  /** What was to be told at once and could not be kept; tried again. */
  #late: NewNotice[] = [];

  constructor(
    book: NoticeBook,
    parts: {
      readonly gateway: Pick<Gateway, 'chain' | 'vault' | 'nowS'>;
      readonly twins: KnownTwins;
      readonly queue: EffectQueue;
      readonly receipts: ReceiptBook;
      /** Ids of the twins whose notices are at hand from the start. */
      readonly online: () => Promise<readonly string[]>;
    },
  ) {
    this.book = book;
    this.#parts = parts;
  }

  /** Makes the notices that are due. @throws ChainError, StoreError: the next turn goes on where this one stopped */
  async turn(): Promise<number> {
    try {
      if (!this.#isLoaded) await this.book.load(await this.#parts.online());
      this.#isLoaded = true;
      const late = this.#late.splice(0);
      let added = (await this.#addLate(late)) + (await this.#ofReceipts());
      const { gateway, queue, twins } = this.#parts;
      for (;;) {
        const looked = await noticesFromChain({
          chain: gateway.chain,
          queue,
          book: this.book,
          twinIds: await twins.ids(),
        });
        added += looked.added;
        if (looked.upToDate) break;
      }
      this.#lastFailure = undefined;
      return added;
    } catch (error) {
      const { code } = error as { code?: unknown };
      this.#lastFailure = typeof code === 'string' ? code : 'fault';
      throw error;
    }
  }

  /** Tells of something at once; where it cannot be kept now, with the next turn. */
  tell(notice: NewNotice): void {
    void this.book.add([notice]).catch((error: unknown) => {
      this.#lastFailure = String((error as { code?: unknown }).code ?? 'fault');
      this.#late.push(notice);
    });
  }

  /**
   * Tells of flags that are raised and were not before. Which ones, the record says to whoever may read it.
   *
   * @param raised names of all that are raised now
   */
  async flags(twinId: string, raised: readonly string[]): Promise<void> {
    const { vault, nowS } = this.#parts.gateway;
    const before = (await vault.getJson<string[]>(`${FLAGS}/${twinId}`)) ?? [];
    const fresh = raised.filter((flag) => !before.includes(flag));
    if (fresh.length > 0) {
      await this.book.add([
        {
          key: `flag/${nowS()}/${fresh.length}`,
          kind: 'flag',
          twinId,
          about: { raised: fresh.length },
          audience: ['hospital', 'clinicians', 'patient'],
        },
      ]);
    }
    if (fresh.length > 0 || before.length !== raised.length)
      await vault.putJson(`${FLAGS}/${twinId}`, [...raised].sort());
  }

  get status(): NotifierStatus {
    return {
      undelivered: this.book.waiting('patient'),
      ...(this.#lastFailure === undefined ? {} : { lastFailure: this.#lastFailure }),
    };
  }

  async #addLate(late: NewNotice[]): Promise<number> {
    try {
      return (await this.book.add(late)).length;
    } catch (error) {
      this.#late.push(...late);
      throw error;
    }
  }

  /** One notice for each twin of which receipts were written since the last turn: a busy hour is one line, not a thousand. */
  async #ofReceipts(): Promise<number> {
    const { queue, receipts } = this.#parts;
    const done = (await queue.cursor(RECEIPTS))?.blockNumber ?? 0;
    const until = Math.min(receipts.size, done + RECEIPTS_AT_ONCE);
    // A log that is shorter than it was is another one: it is told of from its beginning.
    const from = done > receipts.size ? 0 : done;
    if (from === receipts.size) return 0;
    const counts = new Map<string, number>();
    for (let position = from; position < until; position++) {
      const twinId = twinOf(receipts.at(position) as Uint8Array);
      counts.set(twinId, (counts.get(twinId) ?? 0) + 1);
    }
    const added = await this.book.add(
      [...counts].map(([twinId, count]) => ({
        key: `receipt/${until}`,
        kind: 'receipt' as const,
        twinId,
        about: { count, total: receipts.countOf(twinId) },
        audience: ['patient'] as const,
      })),
    );
    await queue.enqueue([], {
      consumer: RECEIPTS,
      position: { blockNumber: until, logIndex: -1, blockHash: '' },
    });
    return added.length;
  }
}
