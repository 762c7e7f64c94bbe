/** Which words of storage an export proves, by the layout that the contracts' own tests hold (`STORAGE_SLOTS`). */

import { STORAGE_SLOTS } from '@twinseal/contracts';
import { mappingSlot, nextSlot } from '@twinseal/history/ethereum';
import { concatBytes, hexToBytes, keccak256, numberToHex } from 'viem';

export const keccak = (bytes: Uint8Array) => keccak256(bytes, 'bytes');
const word = (value: number) => hexToBytes(numberToHex(value, { size: 32 }));

/** Words of a lane's count and root. @param laneId 32 bytes */
export function laneSlots(laneId: Uint8Array): { readonly count: Uint8Array; readonly mk: Uint8Array } {
  const count = mappingSlot(keccak, laneId, word(STORAGE_SLOTS.PatientDigitalTwin.lanes));
  return { count, mk: nextSlot(count) };
}

/** The count in its word: the lowest 8 bytes. */
export function laneCount(value: Uint8Array): bigint {
  return new DataView(value.buffer, value.byteOffset).getBigUint64(24);
}

/** The word of a batch of receipts. @param server 32 bytes */
export function batchSlot(server: Uint8Array, number: number): Uint8Array {
  const own = mappingSlot(keccak, server, word(STORAGE_SLOTS.DataRequest.receiptBatches));
  return mappingSlot(keccak, word(number), own);
}

/** What stands there: keccak of size, as a word, and root. */
export function batchWord(size: number, root: Uint8Array): Uint8Array {
  return keccak(concatBytes([word(size), root]));
}
