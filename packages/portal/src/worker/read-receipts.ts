/** The access receipts of a twin as a gateway hands them out. */

import { type GatewayApi, GatewayRefusal } from '../api/gateway-api.js';
import { fromBase64url } from '../internal/bytes.js';
import type { BatchPlace, ReceiptsOfServer } from './check-receipts.js';

interface Page {
  readonly receipts: readonly { readonly index: number; readonly bytes: string }[];
  readonly next?: number;
}

/** @returns the receipts of every server of which the gateway has any; each list oldest first */
export async function readReceipts(api: GatewayApi, twinId: string): Promise<readonly ReceiptsOfServer[]> {
  const receipts: Uint8Array[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: Page = await api.get<Page>(`/twins/${twinId}/receipts?from=${from}`);
    for (const { bytes } of page.receipts) receipts.push(fromBase64url(bytes));
    from = page.next !== undefined && page.next > from ? page.next : undefined;
  }
  return [
    {
      receipts,
      placeOf: async (index) => {
        try {
          return await api.get<BatchPlace>(`/twins/${twinId}/receipts/${index}/proof`);
        } catch (error) {
          if (error instanceof GatewayRefusal && error.status === 404) return undefined;
          throw error;
        }
      },
    },
  ];
}
