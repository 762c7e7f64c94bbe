/**
 * A hospital's views of its twins in the online area: what the status page and a timeline need at once, sealed under the hospital's storage key. A view is made again
 * whenever the twin is opened; losing one loses nothing.
 */

import type { TwinAreas } from '@twinseal/store';
import { type TimelineEntry, timeline } from '@twinseal/twin';
import { type Person, personIn } from '../links/person.js';
import type { HospitalView, Refreshed } from '../usecases/refresh-twin.js';

const COLLECTION = 'view';
/** Newest lines of the timeline that are kept at hand. */
const RECENT_LINES = 200;

export class ViewStore {
  readonly #areas: Pick<TwinAreas, 'putEntries' | 'entry' | 'removeEntries'>;

  constructor(areas: Pick<TwinAreas, 'putEntries' | 'entry' | 'removeEntries'>) {
    this.#areas = areas;
  }

  /** Keeps a view, where it says something new: writing counts as activity of the twin. @throws StoreError */
  async keep({ view, master }: Refreshed): Promise<void> {
    const before = await this.view(view.twinId);
    if (before !== undefined && sameView(before, view)) return;
    const person = personIn(master);
    await this.#areas.putEntries(view.twinId, [
      ...(person === undefined ? [] : [{ collection: COLLECTION, key: 'person', value: encode(person) }]),
      { collection: COLLECTION, key: 'summary', value: encode(view) },
      { collection: COLLECTION, key: 'recent', value: encode(timeline(master).slice(-RECENT_LINES)) },
    ]);
  }

  /** Forgets what was opened of a twin, in both areas. @throws StoreError */
  async forget(twinId: string): Promise<void> {
    await this.#areas.removeEntries(twinId, COLLECTION, ['summary', 'recent', 'person']);
  }

  /** The view that was kept last. @throws StoreError */
  view(twinId: string): Promise<HospitalView | undefined> {
    return this.#read(twinId, 'summary');
  }

  /** Who the patient is, as far as this hospital may open the module `identity`. @throws StoreError */
  person(twinId: string): Promise<Person | undefined> {
    return this.#read(twinId, 'person');
  }

  /** The newest lines of the timeline, as they were when the twin was opened last. @throws StoreError */
  recent(twinId: string): Promise<readonly TimelineEntry[] | undefined> {
    return this.#read(twinId, 'recent');
  }

  async #read<T>(twinId: string, key: string): Promise<T | undefined> {
    const entry = await this.#areas.entry(twinId, COLLECTION, key);
    return entry === undefined ? undefined : (JSON.parse(new TextDecoder().decode(entry.value)) as T);
  }
}

function sameView(before: HospitalView, now: HospitalView): boolean {
  return JSON.stringify({ ...before, openedAtS: 0 }) === JSON.stringify({ ...now, openedAtS: 0 });
}

function encode(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
