/** What a gateway has released, and to whom: the index of its receipts by request, and the question whether a reader may go on reading. */

import type { ConsortiumReader, Hospital } from '@twinseal/chain';
import { decodeReceipt, formatName, parseName, type Receipt, toHex } from '@twinseal/record';
import type { Hex } from 'viem';
import type { Gateway } from '../ports.js';
import { readableReceipt } from '../receipts/readable-receipt.js';
import { stillStands } from './standing.js';
import { TtlCache } from './ttl-cache.js';
import type { LaneRef } from './types.js';

/** A receipt that a gateway wrote. */
export interface Written {
  readonly bytes: Uint8Array;
  readonly fields: Receipt;
}

/** How long a decision is remembered, in ms: an embedded chain may forget its last second, and a permit with it. */
const DECISION_TTL_MS = 5_000;
const MAX_DECISIONS = 10_000;

type Decided = Awaited<ReturnType<ConsortiumReader['decision']>>;

export class Released {
  readonly #gateway: Gateway;
  /** Places in the log of the receipts of hospitals' requests; those of staff permit no peer anything. */
  readonly #byRequest = new Map<string, number[]>();
  #indexed = 0;
  readonly #decisions = new TtlCache<Hex, Decided>(DECISION_TTL_MS, MAX_DECISIONS);

  constructor(gateway: Gateway) {
    this.#gateway = gateway;
  }

  /** The receipt of a request, where one was written for this hospital and purpose; of several the last. @param purpose any where it is left out */
  receipt(requestId: Hex, hospital: Hospital, twinId: string, purpose?: string): Written | undefined {
    const name = formatName({ kind: 'hospital', hospital: hospital.id });
    return this.#receipts(requestId).findLast(
      ({ fields }) =>
        fields.requester.name === name &&
        toHex(fields.twinId) === twinId &&
        (purpose === undefined || fields.purpose === purpose),
    );
  }

  /**
   * The scopes that a hospital may go on reading of a lane under a request: those that its receipt names, while the permit behind it stands.
   *
   * @returns undefined where nothing was released, or the permit stands no longer
   * @throws ChainError where the chain does not answer
   */
  async scopes(requestId: Hex, hospital: Hospital, lane: LaneRef): Promise<ReadonlySet<string> | undefined> {
    const written = this.receipt(requestId, hospital, lane.twinId);
    if (written === undefined || written.fields.decision !== 'permit') return undefined;
    if (!(await this.stands(requestId, hospital.authorId, lane.twinId))) return undefined;
    return new Set(written.fields.scopes.map(toHex));
  }

  /** Whether the chain permits a request of this hospital on this twin, and the permit still stands. @throws ChainError */
  async stands(requestId: Hex, hospital: Hex, twinId: string): Promise<boolean> {
    const decided = await this.decision(requestId, hospital, twinId);
    return decided?.permit === true && (await stillStands(this.#gateway.chain, decided));
  }

  /** The chain's decision on a request of this hospital on this twin. @throws ChainError */
  async decision(requestId: Hex, hospital: Hex, twinId: string): Promise<Decided> {
    const decided = await this.#decisions.get(requestId, () => this.#gateway.chain.decision(requestId));
    // It may be in the next block.
    if (decided === undefined) this.#decisions.forget(requestId);
    return decided?.hospital === hospital && decided.twinId === `0x${twinId}` ? decided : undefined;
  }

  #receipts(requestId: Hex): readonly Written[] {
    const { receipts } = this.#gateway;
    for (; this.#indexed < receipts.count; this.#indexed++) {
      const fields = readableReceipt(receipts.at(this.#indexed) as Uint8Array);
      if (fields === undefined || parseName(fields.requester.name).kind !== 'hospital') continue;
      const key = toHex(fields.requestId);
      const places = this.#byRequest.get(key);
      if (places === undefined) this.#byRequest.set(key, [this.#indexed]);
      else places.push(this.#indexed);
    }
    return (this.#byRequest.get(requestId.slice(2)) ?? []).map((place) => {
      const bytes = receipts.at(place) as Uint8Array;
      return { bytes, fields: decodeReceipt(bytes) };
    });
  }
}
