/** Receipts as they lie in a log, or as somebody hands them over. */

import { decodeReceipt, type Receipt, RecordError } from '@twinseal/record';

/** The receipt in bytes, or undefined where they are none that is known here: a log vouches for its bytes, not for their form, and one of another version counts for nothing. */
export function readableReceipt(bytes: Uint8Array): Receipt | undefined {
  try {
    return decodeReceipt(bytes);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return undefined;
  }
}
