/**
 * What members of staff read within the last hour, taken from the log of access receipts when a gateway starts: a restart gives nobody a new hour. What leaves no receipt is not recalled and counts anew: what
 * accounts fetch, sealed objects, lists of grants and receipts, and refusals about twins that this hospital does not know.
 */

import { parseName, type Receipt, toHex } from '@twinseal/record';
import { readableReceipt } from '../receipts/readable-receipt.js';
import type { ReceiptBook } from '../receipts/receipt-book.js';
import type { Ask } from './ask.js';
import { HOUR_S, type VolumeBook } from './volume.js';

/** Receipts that are looked at, at most: some seconds' work. Who reads more than this in an hour is beyond every limit anyway. */
const MAX_RECALLED = 100_000;

/**
 * Counts what the newest receipts say, in the order in which they were written.
 *
 * @param hospital its id, without `hospital:`; only its own staff is counted
 * @param nowS seconds since 1970
 * @returns how many reads and refusals were counted
 * @throws StoreError where the log cannot be read
 */
export function recallVolume(
  volume: VolumeBook,
  receipts: Pick<ReceiptBook, 'size' | 'at'>,
  hospital: string,
  nowS: number,
): number {
  const newest: Receipt[] = [];
  for (let at = receipts.size - 1; at >= 0 && at >= receipts.size - MAX_RECALLED; at--) {
    const receipt = readableReceipt(receipts.at(at) as Uint8Array);
    if (receipt === undefined) continue;
    if (receipt.time <= nowS - HOUR_S) break;
    newest.push(receipt);
  }
  let counted = 0;
  for (const { requester, twinId, decision, time } of newest.reverse()) {
    const who = parseName(requester.name);
    if (who.kind !== 'staff' || who.hospital !== hospital) continue;
    counted++;
    // A receipt does not say how somebody signed in: it is counted either way.
    for (const by of ['oidc', 'operator-token'] as const) {
      const caller: Ask['caller'] = { kind: 'staff', id: who.staff, roles: [], by };
      volume.count({ caller, operation: 'read-record', twinId: toHex(twinId) }, time);
      if (decision === 'deny') volume.denied(caller, time);
    }
  }
  return counted;
}
