/**
 * The maps of lanes that a hospital anchored (docs/RECORD.md, REC-29), as far as they are needed again: the newest two whole, and of each lane its entry in every map in which it grew.
 * Written down before a map leaves the machine, so that what is anchored can always be shown.
 */

import type { SortedMap } from '@twinseal/history';
import {
  encodeLaneWord,
  fromHex,
  laneId,
  laneMap,
  laneMapRoot,
  parseIdentityText,
  toHex,
  type WordEntry,
  type WordMap,
} from '@twinseal/record';
import type { InstanceRow } from '@twinseal/store';
import type { Vault } from '../lane-author.js';

/** What of an instance stands in a word of its lane. */
export type TellingRow = Pick<InstanceRow, 'author' | 'h' | 'accessVersion' | 'timeS' | 'proof'>;

export interface OwnMapsParts {
  readonly vault: Vault;
  /** The author's id, 64 hexadecimal digits. */
  readonly self: string;
  /** The instances of an own lane, by place. */
  readonly rowsOf: (twinId: string) => Promise<readonly TellingRow[]>;
}

/** A lane that grew in a batch: from how many instances to how many. */
export interface GrownLane {
  readonly twinId: string;
  readonly from: number;
  readonly count: number;
  /** Its root then, hexadecimal. */
  readonly mk: string;
}

/** A map that is written down, and what is signed of it. Hashes in hexadecimal. */
export interface WrittenBatch {
  readonly number: number;
  /** The clock when it was made, seconds since 1970. */
  readonly timeS: number;
  readonly size: number;
  readonly head: string;
  readonly root: string;
  readonly lanes: readonly GrownLane[];
}

/** Count and root of a lane. */
type Entry = readonly [count: number, mk: string];

interface MapState {
  /** Number of the newest; -1 where there is none. */
  readonly number: number;
  /** By twin. */
  readonly lanes: Readonly<Record<string, Entry>>;
  /** Of the lanes that grew in the newest: their entries in the map before, null where they had none. */
  readonly before: Readonly<Record<string, Entry | null>>;
}

interface Step {
  readonly number: number;
  readonly size: number;
  readonly head: string;
  readonly count: number;
  readonly mk: string;
  readonly index: number;
  readonly path: readonly string[];
}

const STATE = 'anchoring/map';
const NONE: MapState = { number: -1, lanes: {}, before: {} };

export class OwnMaps {
  readonly #parts: OwnMapsParts;
  #state: MapState | undefined;
  /** The newest two maps by number. */
  readonly #maps = new Map<number, SortedMap>();

  constructor(parts: OwnMapsParts) {
    this.#parts = parts;
  }

  /** Number of the newest map that is written down; -1 where there is none. */
  async newest(): Promise<number> {
    return (await this.#load()).number;
  }

  /** How many instances of an own lane stand in the newest map; 0 where it is in none. These are never sealed anew. */
  async covered(twinId: string): Promise<number> {
    return (await this.#load()).lanes[twinId]?.[0] ?? 0;
  }

  /** Every own lane in the newest map. */
  async lanes(): Promise<{ readonly twinId: string; readonly count: number }[]> {
    return Object.entries((await this.#load()).lanes).map(([twinId, [count]]) => ({ twinId, count }));
  }

  /** A map that was written down. */
  async batch(number: number): Promise<WrittenBatch | undefined> {
    return this.#parts.vault.getJson<WrittenBatch>(`anchoring/batch/${number}`);
  }

  /** The batch in which an instance stands first; undefined where it is in none. */
  async batchOf(twinId: string, seq: number): Promise<number | undefined> {
    return (await this.#steps(twinId)).find(({ count }) => count > seq)?.number;
  }

  /**
   * Makes the next map and writes it down, whole, before this resolves. Until then nothing has changed.
   *
   * @param grown by twin: how many instances each lane has now, and its root in hexadecimal
   * @throws RangeError where a lane would not grow: no map after another may have less
   */
  async write(
    grown: ReadonlyMap<string, { readonly count: number; readonly mk: string }>,
    timeS: number,
  ): Promise<WrittenBatch> {
    const state = await this.#load();
    const number = state.number + 1;
    const lanes: Record<string, Entry> = { ...state.lanes };
    const before: Record<string, Entry | null> = {};
    const changed: GrownLane[] = [];
    for (const [twinId, { count, mk }] of grown) {
      const earlier = state.lanes[twinId];
      const from = earlier?.[0] ?? 0;
      if (count <= from)
        throw new RangeError('grown: a lane in a later map is longer than in an earlier one');
      before[twinId] = earlier ?? null;
      lanes[twinId] = [count, mk];
      changed.push({ twinId, from, count, mk });
    }
    const map = this.#mapOf(lanes);
    const head = map.head;
    const batch: WrittenBatch = {
      number,
      timeS,
      size: head.size,
      head: toHex(head.head),
      root: toHex(laneMapRoot(head)),
      lanes: changed,
    };
    for (const [twinId, { count, mk }] of grown) {
      const proof = map.prove(this.#laneId(twinId));
      if (!proof.present) throw new TypeError('a lane does not stand in the map that was made of it');
      const { index, proof: path } = proof.entry;
      const step: Step = {
        number,
        size: head.size,
        head: batch.head,
        count,
        mk,
        index,
        path: path.map((node) => toHex(node)),
      };
      // What a crash left of a map that was never whole goes.
      const steps = (await this.#steps(twinId)).filter((each) => each.number < number);
      await this.#parts.vault.putJson(stepsOf(twinId), [...steps, step]);
    }
    await this.#parts.vault.putJson(`anchoring/batch/${number}`, batch);
    const next: MapState = { number, lanes, before };
    await this.#parts.vault.putJson(STATE, next);
    this.#state = next;
    this.#maps.set(number, map);
    for (const each of this.#maps.keys()) if (each < number - 1) this.#maps.delete(each);
    return batch;
  }

  /**
   * The word of a lane of the own hospital, or of its absence (REC-30).
   *
   * @param batch number of the hospital's newest batch on the chain
   * @returns undefined where that is neither the newest nor the one before, or where instances are missing
   */
  async word(twinId: string, batch: number): Promise<Uint8Array | undefined> {
    const state = await this.#load();
    if (batch < 0 || batch > state.number || batch < state.number - 1) return undefined;
    const map = this.#mapAt(state, batch);
    const { size, head } = map.head;
    const proof = map.prove(this.#laneId(twinId));
    const entries = proof.present ? [proof.entry] : proof.neighbours;
    const newest: WordMap = {
      number: batch,
      size,
      head,
      entries: entries.map(
        ({ key, value, index, proof: path }): WordEntry => ({
          laneId: key,
          count: Number(new DataView(value.buffer, value.byteOffset, 8).getBigUint64(0)),
          mk: value.slice(8),
          index,
          path,
        }),
      ),
    };
    const ids = { twinId: fromHex(twinId, 32), authorId: fromHex(this.#parts.self, 32) };
    if (!proof.present) return encodeLaneWord({ ...ids, maps: [newest], instances: [] });
    const count = newest.entries[0]?.count ?? 0;
    const rows = (await this.#parts.rowsOf(twinId)).slice(0, count);
    if (rows.length < count) return undefined;
    const id = this.#laneId(twinId);
    const steps = (await this.#steps(twinId))
      .filter(({ number }) => number < batch)
      .map(
        (step): WordMap => ({
          number: step.number,
          size: step.size,
          head: fromHex(step.head, 32),
          entries: [
            {
              laneId: id,
              count: step.count,
              mk: fromHex(step.mk, 32),
              index: step.index,
              path: step.path.map((node) => fromHex(node, 32)),
            },
          ],
        }),
      );
    return encodeLaneWord({
      ...ids,
      maps: [...steps, newest],
      instances: rows.map((row) => ({
        h: fromHex(row.h, 32),
        accessVersion: row.accessVersion,
        time: row.timeS,
        authorEpoch: Number(parseIdentityText(row.author).epoch),
        proof: fromHex(row.proof, 96),
      })),
    });
  }

  #mapAt(state: MapState, number: number): SortedMap {
    const known = this.#maps.get(number);
    if (known !== undefined) return known;
    const lanes: Record<string, Entry> = { ...state.lanes };
    if (number < state.number) {
      for (const [twinId, entry] of Object.entries(state.before)) {
        if (entry === null) delete lanes[twinId];
        else lanes[twinId] = entry;
      }
    }
    const map = this.#mapOf(lanes);
    this.#maps.set(number, map);
    return map;
  }

  #mapOf(lanes: Readonly<Record<string, Entry>>): SortedMap {
    return laneMap(
      Object.entries(lanes).map(([twinId, [count, mk]]) => ({
        laneId: this.#laneId(twinId),
        count,
        mk: fromHex(mk, 32),
      })),
    );
  }

  #laneId(twinId: string): Uint8Array {
    return laneId(fromHex(twinId, 32), fromHex(this.#parts.self, 32));
  }

  async #steps(twinId: string): Promise<readonly Step[]> {
    const steps = (await this.#parts.vault.getJson<readonly Step[]>(stepsOf(twinId))) ?? [];
    const { number } = await this.#load();
    return steps.filter((each) => each.number <= number);
  }

  async #load(): Promise<MapState> {
    this.#state ??= (await this.#parts.vault.getJson<MapState>(STATE)) ?? NONE;
    return this.#state;
  }
}

function stepsOf(twinId: string): string {
  return `anchoring/steps/${twinId}`;
}
