/** A lane's sealed objects as its keeper serves them. The reader trusts nothing of this: docs/RECORD.md, section 8, is what it checks. */

import { fromHex, laneId, type RecordSource, toHex } from '@twinseal/record';
import { type BlobStore, type Ledger, StoreError } from '@twinseal/store';

/** What a keeper has to have of a lane in order to serve it. */
export interface Keeping {
  readonly blobs: Pick<BlobStore, 'get'>;
  readonly ledger: Pick<Ledger, 'lane' | 'part' | 'capsules'>;
}

export class LaneSource implements RecordSource {
  readonly #keeper: Keeping;
  readonly #lane: { readonly twinId: string; readonly authorId: string };
  readonly #laneId: string;

  constructor(keeper: Keeping, lane: { readonly twinId: string; readonly authorId: string }) {
    this.#keeper = keeper;
    this.#lane = lane;
    this.#laneId = toHex(laneId(fromHex(lane.twinId, 32), fromHex(lane.authorId, 32)));
  }

  async head(lane: Uint8Array): Promise<{ count: number; mk: Uint8Array } | undefined> {
    const anchored = (await this.#rows(lane)).filter((row) => row.mk !== null);
    const last = anchored.at(-1);
    return last === undefined ? undefined : { count: anchored.length, mk: fromHex(last.mk as string, 32) };
  }

  async manifest(lane: Uint8Array, seq: number): Promise<Uint8Array | undefined> {
    const row = (await this.#rows(lane))[seq];
    return row === undefined ? undefined : this.#object(row.manifest);
  }

  async locator(partDigest: Uint8Array): Promise<{ slot: Uint8Array; payload: Uint8Array } | undefined> {
    const part = await this.#keeper.ledger.part(this.#lane, toHex(partDigest));
    if (part === undefined) return undefined;
    return { slot: fromHex(part.slot, 32), payload: fromHex(part.payload, 32) };
  }

  object(address: Uint8Array): Promise<Uint8Array | undefined> {
    return this.#object(toHex(address));
  }

  async capsules(lane: Uint8Array): Promise<Uint8Array[]> {
    if (toHex(lane) !== this.#laneId) return [];
    const rows = await this.#keeper.ledger.capsules(this.#lane);
    const objects = await Promise.all(rows.map((row) => this.#object(row.address)));
    return objects.filter((object) => object !== undefined);
  }

  async #rows(lane: Uint8Array) {
    return toHex(lane) === this.#laneId ? this.#keeper.ledger.lane(this.#lane) : [];
  }

  /** An object whose file was altered is as good as not held: serving it would only be found out. */
  async #object(address: string): Promise<Uint8Array | undefined> {
    try {
      return await this.#keeper.blobs.get(address);
    } catch (error) {
      if (error instanceof StoreError && error.code === 'object-altered') return undefined;
      throw error;
    }
  }
}
