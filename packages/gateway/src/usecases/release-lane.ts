/**
 * A keeper's answer to a hospital that was granted access: first a signed access receipt, durable, then the lane's sealed objects. Nothing leaves before the request's
 * decision stands in a block ("strict" mode), and a refusal gets its receipt as well.
 */

import {
  fromHex,
  hospitalIdentity,
  type RecordSource,
  receiptHash,
  signReceipt,
  toHex,
} from '@twinseal/record';
import { type Hex, hexToBytes } from 'viem';
import { GatewayError } from '../errors.js';
import { LaneSource } from '../lane-source.js';
import type { Gateway } from '../ports.js';

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
  const earlier = gateway.receipts.all().filter((receipt) => twinOf(receipt) === ask.twinId);
  const last = earlier.at(-1);
  const receipt = signReceipt({
    params: gateway.params,
    domain: gateway.chain.domain,
    key: gateway.key,
    receipt: {
      twinId: fromHex(ask.twinId, 32),
      index: earlier.length,
      previous: last === undefined ? new Uint8Array(32) : receiptHash(last),
      requestId: hexToBytes(ask.requestId),
      requester: hospitalIdentity(hospital.id, hospital.epoch),
      decision: decision.permit ? 'permit' : 'deny',
      reason: decision.reason,
      purpose: ask.purpose,
      scopes: decision.scopes.map((scope) => hexToBytes(scope)),
      blockNumber: decision.blockNumber,
      blockHash: hexToBytes(decision.blockHash),
      time: gateway.nowS(),
    },
  });
  // Durable before anything is released: a release without a receipt must not be possible by crashing at the right moment.
  await gateway.receipts.append(receipt);
  if (!decision.permit) return { permit: false, receipt, reason: decision.reason };
  return {
    permit: true,
    receipt,
    source: new LaneSource(gateway, { twinId: ask.twinId, authorId: ask.authorId }),
  };
}

/** A receipt's twin stands right behind its six-byte head (docs/RECORD.md, section 7). */
function twinOf(receipt: Uint8Array): string {
  return toHex(receipt.subarray(6, 38));
}
