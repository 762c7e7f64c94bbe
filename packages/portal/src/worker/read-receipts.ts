/** The access receipts of a twin as a gateway hands them out. */

import type { GatewayApi } from '../api/gateway-api.js';
import { bytesOf } from '../internal/bytes.js';
import type { ReceiptsOfServer } from './check-receipts.js';

interface Page {
  readonly receipts: readonly { readonly bytes: string; readonly anchored: boolean }[];
  readonly next?: number;
}

/** Where a receipt stands, as the gateway tells. */
interface Told {
  readonly anchored: boolean;
  readonly batch?: { readonly number: number; readonly size: number; readonly root: string };
  readonly index?: number;
  readonly path?: readonly string[];
}

/** Receipts of one twin at one hospital that are looked at. */
const MAX_RECEIPTS = 100_000;

/** @returns the receipts that a gateway has of a twin, oldest first. @throws GatewayRefusal; RangeError for a list without end; TypeError for what are no bytes */
export async function readReceipts(api: GatewayApi, twinId: string): Promise<ReceiptsOfServer> {
  const receipts: Uint8Array[] = [];
  /** Of which the gateway says that there is a proof; that the others have none is all that it can do by lying. */
  const anchored: boolean[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: Page = await api.get<Page>(`/twins/${twinId}/receipts?from=${from}`);
    for (const each of page.receipts) {
      receipts.push(bytesOf(each.bytes));
      anchored.push(each.anchored);
    }
    if (receipts.length > MAX_RECEIPTS) throw new RangeError('receipts: more than are looked at');
    const { next }: Page = page;
    from = next !== undefined && next > from && page.receipts.length > 0 ? next : undefined;
  }
  return {
    receipts,
    placeOf: async (index) => {
      if (anchored[index] !== true) return undefined;
      const { batch, index: place, path } = await api.get<Told>(`/twins/${twinId}/receipts/${index}/proof`);
      if (batch === undefined || place === undefined || path === undefined) return undefined;
      return { ...batch, index: place, proof: path };
    },
  };
}
