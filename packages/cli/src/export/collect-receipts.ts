/** The access receipts of a twin, from every hospital that may have written one, with their places on the chain. */

import type { Hospital } from '@twinseal/chain';
import { type Hex, hexToBytes, type LocalAccount } from 'viem';
import { SessionError, TwinApiSession } from './twin-api-session.js';

export interface CollectedReceipt {
  readonly receipt: Uint8Array;
  readonly anchor?: {
    readonly server: Hex;
    readonly number: number;
    readonly size: number;
    readonly root: Hex;
    readonly index: number;
    readonly path: readonly Hex[];
  };
}

export interface HospitalReceipts {
  /** The hospital's id. */
  readonly hospital: string;
  readonly receipts: readonly CollectedReceipt[];
  /** Why there are none, where the hospital did not give any. */
  readonly refusal?: string;
}

/** Receipts of one twin that are taken from one hospital at most: more than a century of one an hour, and an end for a hospital that makes them up. */
const MAX_RECEIPTS = 1_000_000;

interface Page {
  readonly receipts: readonly { readonly index: number; readonly bytes: Hex; readonly anchored: boolean }[];
  readonly next?: number;
}

interface Proof {
  readonly anchored: boolean;
  readonly batch?: {
    readonly server: Hex;
    readonly number: number;
    readonly size: number;
    readonly root: Hex;
  };
  readonly index?: number;
  readonly path?: readonly Hex[];
}

/** Asks one hospital for every receipt of a twin. A hospital that does not answer, or whose list goes round in circles, is told (`list-endless`), and no reason to give up. */
export async function receiptsAt(
  { id, endpoint }: Pick<Hospital, 'id' | 'endpoint'>,
  twinId: string,
  account: LocalAccount,
  chainId: number,
): Promise<HospitalReceipts> {
  let session: TwinApiSession | undefined;
  try {
    session = await TwinApiSession.open(new URL(endpoint).origin, account, chainId);
    const receipts: CollectedReceipt[] = [];
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: Page = await session.get<Page>(`/twins/${twinId}/receipts?from=${from}`);
      for (const { index, bytes, anchored } of page.receipts) {
        const proof = anchored
          ? await session.get<Proof>(`/twins/${twinId}/receipts/${index}/proof`)
          : undefined;
        receipts.push({ receipt: hexToBytes(bytes), ...anchorOf(proof) });
      }
      const goesOn = page.next !== undefined;
      if (goesOn && (page.next !== from + page.receipts.length || page.receipts.length === 0)) {
        throw new SessionError('list-endless');
      }
      if (receipts.length > MAX_RECEIPTS) throw new SessionError('list-endless');
      from = page.next;
    }
    return { hospital: id, receipts };
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    return { hospital: id, receipts: [], refusal: error.code };
  } finally {
    await session?.close();
  }
}

function anchorOf(proof: Proof | undefined): Pick<CollectedReceipt, 'anchor'> {
  if (proof?.batch === undefined || proof.index === undefined || proof.path === undefined) return {};
  return { anchor: { ...proof.batch, index: proof.index, path: proof.path } };
}
