/** Which objects belong to a lane. A blob store holds the objects of all lanes: an address alone must not be enough to be given one. */

import type { Gateway } from '../ports.js';
import type { LaneRef } from './types.js';

/** Lanes remembered; a lane of a thousand parts takes some 200 kB. */
const MAX_LANES = 256;

interface Known {
  /** The manifests that it was made from. */
  readonly of: string;
  readonly addresses: ReadonlySet<string>;
}

export class LaneObjects {
  readonly #gateway: Pick<Gateway, 'blobs' | 'ledger'>;
  readonly #known = new Map<string, Known>();

  constructor(gateway: Pick<Gateway, 'blobs' | 'ledger'>) {
    this.#gateway = gateway;
  }

  /** Whether an object is a manifest, slot or payload of a lane. Capsules are not among them: who may have which is another question. */
  async has(lane: LaneRef, address: string): Promise<boolean> {
    const rows = await this.#gateway.ledger.lane(lane);
    const key = `${lane.twinId}/${lane.authorId}`;
    const of = rows.map(({ manifest }) => manifest).join();
    let known = this.#known.get(key);
    if (known?.of !== of) {
      const addresses = new Set(rows.map(({ manifest }) => manifest));
      for (const row of rows) {
        for (const { slot, payload } of await this.#gateway.ledger.partsOf(row))
          addresses.add(slot).add(payload);
      }
      known = { of, addresses };
      if (this.#known.size >= MAX_LANES) this.#known.clear();
      this.#known.set(key, known);
    }
    return known.addresses.has(address);
  }
}
