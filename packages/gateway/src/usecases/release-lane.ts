/**
 * A keeper's answer to a hospital that was granted access: first a signed access receipt, durable, then the lane's sealed objects. Nothing leaves before the request's
 * decision stands in a block ("strict" mode), and a refusal gets its receipt as well.
 */

import { hospitalIdentity, type RecordSource } from '@twinseal/record';
import type { Hex } from 'viem';
import { GatewayError } from '../errors.js';
import { LaneSource } from '../lane-source.js';
import type { Gateway } from '../ports.js';
import { receiptBook } from '../receipts/receipt-book.js';

/** The answer to a request for a lane. */
export type Release =
  | { readonly permit: true; readonly receipt: Uint8Array; readonly source: RecordSource }
  | { readonly permit: false; readonly receipt: Uint8Array; readonly reason: number };

/**
 * Answers a request for one lane that this gateway keeps.
 *
 * @param purpose the PurposeOfUse code that the requester gives; the receipt says it in the clear, to the patient
 * @throws GatewayError `request-unknown` where the chain has no decision on it, `request-foreign` where it is another hospital's or another twin's
 */
export async function releaseLane(
  gateway: Gateway,
  ask: {
    readonly requestId: Hex;
    readonly requester: Hex;
    readonly twinId: string;
    readonly authorId: string;
    readonly purpose: string;
  },
): Promise<Release> {
  const decision = await gateway.chain.decision(ask.requestId);
  if (decision === undefined) {
    throw new GatewayError(
      'request-unknown',
      'The chain has no decision on this request. Ask the chain first.',
    );
  }
  const hospital = await gateway.chain.hospital(ask.requester);
  if (
    hospital === undefined ||
    decision.hospital !== ask.requester ||
    decision.twinId !== `0x${ask.twinId}`
  ) {
    throw new GatewayError('request-foreign', 'The request belongs to another hospital or another twin.');
  }
  // Durable before anything is released: a release without a receipt must not be possible by crashing at the right moment.
  const { bytes: receipt } = await receiptBook(gateway).write({
    twinId: ask.twinId,
    requestId: ask.requestId,
    requester: hospitalIdentity(hospital.id, hospital.epoch),
    decision: decision.permit ? 'permit' : 'deny',
    reason: decision.reason,
    purpose: ask.purpose,
    scopes: decision.scopes,
    block: { number: decision.blockNumber, hash: decision.blockHash },
  });
  if (!decision.permit) return { permit: false, receipt, reason: decision.reason };
  return {
    permit: true,
    receipt,
    source: new LaneSource(gateway, { twinId: ask.twinId, authorId: ask.authorId }),
  };
}
