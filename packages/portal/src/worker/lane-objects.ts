/** A lane's sealed objects as the serving gateway gives them to its patient. Checked by whoever reads (docs/RECORD.md, section 8). */

import { type Locator, laneId, partLocator, type RecordSource } from '@twinseal/record';
import type { GatewayApi } from '../api/gateway-api.js';
import { equal, hexOf, objectsOf } from '../internal/bytes.js';

export interface ServedHead {
  readonly count: number;
  /** 64 hexadecimal digits. */
  readonly mk: string;
  /** Instances that the gateway keeps. */
  readonly held: number;
}

export class ServedLane implements RecordSource {
  readonly #id: Uint8Array;
  readonly #manifests = new Map<number, Uint8Array>();
  readonly #objects = new Map<string, Uint8Array>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly api: GatewayApi,
    /** `/twins/{twinId}/lanes/{authorId}`. */
    readonly path: string,
    twinId: Uint8Array,
    authorId: Uint8Array,
    readonly claim: { readonly count: number; readonly mk: Uint8Array } | undefined,
  ) {
    this.#id = laneId(twinId, authorId);
  }

  async head(lane: Uint8Array) {
    return equal(lane, this.#id) ? this.claim : undefined;
  }

  /** Manifests come by the page; one page is asked for at a time. */
  manifest(lane: Uint8Array, seq: number): Promise<Uint8Array | undefined> {
    const asked = this.#turn.then(async () => {
      if (!equal(lane, this.#id)) return undefined;
      if (!this.#manifests.has(seq)) {
        const page = await this.api.octets(`${this.path}/manifests?from=${seq}`);
        if (page === undefined) return undefined;
        for (const [i, manifest] of objectsOf(page.bytes).entries()) this.#manifests.set(seq + i, manifest);
      }
      return this.#manifests.get(seq);
    });
    this.#turn = asked.catch(() => undefined);
    return asked;
  }

  async locator(partDigest: Uint8Array): Promise<Locator | undefined> {
    const served = await this.api.octets(`${this.path}/parts/${hexOf(partDigest)}`);
    const [slot, payload] = served === undefined ? [] : objectsOf(served.bytes);
    if (slot === undefined || payload === undefined) return undefined;
    const locator = await partLocator(slot, payload);
    this.#objects.set(hexOf(locator.slot), slot);
    this.#objects.set(hexOf(locator.payload), payload);
    return locator;
  }

  async object(address: Uint8Array): Promise<Uint8Array | undefined> {
    const name = hexOf(address);
    const object = this.#objects.get(name);
    // Each is read once.
    this.#objects.delete(name);
    return object;
  }

  async capsules(lane: Uint8Array): Promise<Uint8Array[]> {
    if (!equal(lane, this.#id)) return [];
    const all: Uint8Array[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page = await this.api.octets(`${this.path}/capsules?from=${from}`);
      if (page === undefined) break;
      const objects = objectsOf(page.bytes);
      all.push(...objects);
      const next: number = Number(page.headers.get('twinseal-next') ?? Number.NaN);
      // One that never comes to an end is no answer.
      from = Number.isSafeInteger(next) && objects.length > 0 && next > from ? next : undefined;
    }
    return all;
  }
}
