/**
 * Notices as the gateway keeps them: in the online area of their twin, sealed, with the state of their delivery. Losing them loses nothing that the chain and the log of receipts do not have; they are
 * made again from there.
 */

import type { TwinAreas } from '@twinseal/store';
import { KeyedMutex } from '../internal/keyed-mutex.js';
import type { Audience, NewNotice, Notice, Receiver } from './notice.js';

const COLLECTION = 'notice';
/** Notices kept of one twin, the newest. */
const KEPT_PER_TWIN = 300;
/** Notices at hand, of all twins, the newest. */
const AT_HAND = 20_000;

type Areas = Pick<TwinAreas, 'putEntries' | 'removeEntries' | 'entries'>;

export class NoticeBook {
  readonly #areas: Areas;
  readonly #nowS: () => number;
  readonly #mutex = new KeyedMutex();
  /** By id, ascending. */
  #all: Notice[] = [];
  readonly #keys = new Map<string, Set<string>>();
  #last = 0;
  readonly #listeners = new Set<(notice: Notice) => void>();

  constructor(areas: Areas, nowS: () => number) {
    this.#areas = areas;
    this.#nowS = nowS;
  }

  /** Reads what was kept of twins before. @throws StoreError */
  async load(twinIds: readonly string[]): Promise<void> {
    const found: Notice[] = [];
    for (const twinId of twinIds) {
      if (this.#keys.has(twinId)) continue;
      for (const { value } of await this.#areas.entries(twinId, COLLECTION)) {
        found.push(JSON.parse(new TextDecoder().decode(value)) as Notice);
      }
      this.#keys.set(twinId, new Set());
    }
    for (const { twinId, key } of found) this.#keys.get(twinId)?.add(key);
    this.#all = [...this.#all, ...found].sort((a, b) => a.id - b.id).slice(-AT_HAND);
    this.#last = Math.max(this.#last, this.#all.at(-1)?.id ?? 0);
  }

  /** Keeps notices, each once; resolves when they are written. @returns those that are new @throws StoreError: then none of those that failed is kept, and they may be given again */
  async add(notices: readonly NewNotice[]): Promise<Notice[]> {
    const added: Notice[] = [];
    const byTwin = new Map<string, NewNotice[]>();
    for (const notice of notices) {
      const list = byTwin.get(notice.twinId);
      if (list === undefined) byTwin.set(notice.twinId, [notice]);
      else list.push(notice);
    }
    for (const [twinId, list] of byTwin)
      added.push(...(await this.#mutex.run(twinId, () => this.#addTo(twinId, list))));
    return added;
  }

  async #addTo(twinId: string, list: readonly NewNotice[]): Promise<Notice[]> {
    await this.load([twinId]);
    const keys = this.#keys.get(twinId) as Set<string>;
    const fresh = [...new Map(list.map((each) => [each.key, each])).values()].filter(
      ({ key }) => !keys.has(key),
    );
    if (fresh.length === 0) return [];
    const at = this.#nowS();
    const notices = fresh.map((each): Notice => {
      // By the clock, so that numbers go on after a restart whatever was lost.
      this.#last = Math.max(this.#last + 1, at * 1000);
      // The hospital has it in its own gateway.
      return {
        ...each,
        id: this.#last,
        at,
        delivered: each.audience.includes('hospital') ? { hospital: at } : {},
      };
    });
    await this.#areas.putEntries(twinId, notices.map(entryOf));
    for (const notice of notices) {
      keys.add(notice.key);
      this.#all.push(notice);
    }
    await this.#forgetOld(twinId);
    if (this.#all.length > AT_HAND) this.#all = this.#all.slice(-AT_HAND);
    for (const notice of notices) for (const listener of this.#listeners) listener(notice);
    return notices;
  }

  async #forgetOld(twinId: string): Promise<void> {
    const own = this.#all.filter((each) => each.twinId === twinId);
    if (own.length <= KEPT_PER_TWIN * 1.1) return;
    const old = own.slice(0, own.length - KEPT_PER_TWIN);
    await this.#areas.removeEntries(
      twinId,
      COLLECTION,
      old.map(({ key }) => key),
    );
    const gone = new Set(old);
    // Their keys stay known for as long as the process runs: what is told again from the chain is not told anew.
    this.#all = this.#all.filter((each) => !gone.has(each));
  }

  /** Notices for an audience, oldest first. @param after id of the last one that is known @param isOwn which twins' */
  list(ask: {
    readonly audience: Audience;
    readonly after: number;
    readonly limit: number;
    readonly isOwn: (twinId: string) => boolean;
  }): Notice[] {
    const found: Notice[] = [];
    for (const notice of this.#all) {
      if (found.length >= ask.limit) break;
      if (notice.id > ask.after && notice.audience.includes(ask.audience) && ask.isOwn(notice.twinId))
        found.push(notice);
    }
    return found;
  }

  /** Twins of which there are notices at hand. */
  twins(): ReadonlySet<string> {
    return new Set(this.#all.map(({ twinId }) => twinId));
  }

  /** Notes who got notices. @throws StoreError */
  async deliver(receiver: Receiver, notices: readonly Notice[]): Promise<void> {
    const at = this.#nowS();
    const byTwin = new Map<string, Notice[]>();
    for (const { id } of notices) {
      const place = this.#all.findIndex((each) => each.id === id);
      const notice = this.#all[place];
      if (notice === undefined || notice.delivered[receiver] !== undefined) continue;
      const now = { ...notice, delivered: { ...notice.delivered, [receiver]: at } };
      this.#all[place] = now;
      byTwin.set(now.twinId, [...(byTwin.get(now.twinId) ?? []), now]);
    }
    for (const [twinId, list] of byTwin) await this.#areas.putEntries(twinId, list.map(entryOf));
  }

  /** How many notices an audience has not got yet. */
  waiting(audience: Audience): number {
    return this.#all.filter(
      (each) => each.audience.includes(audience) && each.delivered[audience] === undefined,
    ).length;
  }

  /** Is told of every notice once it is kept. @returns ends it */
  onAdded(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function entryOf(notice: Notice) {
  return { collection: COLLECTION, key: notice.key, value: new TextEncoder().encode(JSON.stringify(notice)) };
}
