/** Access receipts over the Twin API: every release of a twin's data, for its patient (and the hospital's auditor), with the proof that it is accounted for on the chain. */

import { bytesToHex } from 'viem';
import { z } from 'zod';
import { nothingThere } from '../api/errors.js';
import { type ApiRoute, type Call, route } from '../api/route.js';
import { from, hex32, place, seconds, twinId, twinParams } from '../api/schemas.js';
import { challengeDigest } from './batches.js';
import type { Deliveries } from './deliveries.js';
import { readReceipt, receiptJson, type WrittenReceipt } from './receipt-book.js';
import type { ReceiptKeeper } from './receipt-keeper.js';

/** What the routes work with: of a running service. Looked at only when a call comes, for the table also serves to be described. */
export interface ReceiptRouteParts {
  readonly receipts: ReceiptKeeper;
  readonly deliveries: Deliveries;
  readonly gateway: { nowS(): number };
}

/** Receipts in one answer. */
const PAGE = 200;

const identity = z.string().describe('Name and epoch, such as hospital:north#1.');
export const receiptSchema = z.strictObject({
  index: z
    .number()
    .int()
    .describe('Place in the chain of this twin’s receipts at this hospital, from 0 without gap.'),
  requester: identity,
  server: identity,
  decision: z.enum(['permit', 'deny']),
  reason: z.number().int().describe('docs/RECORD.md, REC-23.'),
  purpose: z.string().describe('HL7 v3 PurposeOfUse.'),
  scopes: z.array(hex32).describe('docs/RECORD.md, REC-19.'),
  requestId: hex32,
  block: z.strictObject({ number: z.number().int(), hash: hex32 }),
  time: seconds,
  bytes: z
    .string()
    .describe('The receipt itself, hexadecimal: docs/RECORD.md, section 7. Check this, not the fields.'),
  digest: hex32.describe('What a challenge on the chain names it by.'),
  anchored: z.boolean().describe('Whether it is known to be in a batch on the chain.'),
  deliveredAt: seconds.optional().describe('When the patient first fetched it.'),
});

const indexParams = z.strictObject({
  twinId,
  index: place.describe('Index of a receipt.'),
});

export function receiptRoutes(service: ReceiptRouteParts): readonly ApiRoute[] {
  const known = (twin: string, index: number): WrittenReceipt => {
    const written = service.receipts.book.get(twin, index);
    if (written === undefined) throw nothingThere();
    return written;
  };
  const told = async (twin: string, list: readonly WrittenReceipt[], call: Call) => {
    const first = list[0];
    // Only what its patient fetched is delivered: an auditor's look is none.
    if (first !== undefined && call.caller.kind === 'account') {
      await service.deliveries.note(twin, first.index, first.index + list.length, service.gateway.nowS());
    }
    const deliveredAt = await service.deliveries.of(twin);
    return list.map((written) => {
      const at = deliveredAt(written.index);
      return {
        ...receiptJson(readReceipt(written)),
        bytes: bytesToHex(written.bytes),
        digest: challengeDigest(written.bytes),
        anchored: written.position < service.receipts.anchored,
        ...(at === undefined ? {} : { deliveredAt: at }),
      };
    });
  };
  return [
    route({
      method: 'GET',
      path: '/twins/{twinId}/receipts',
      id: 'receipts',
      summary: 'Every access to the twin’s data at this hospital',
      description: `One signed receipt for each release, refusal and issue of capsules, oldest first, at most ${PAGE} in one answer. Each names the hash of the one before it: a missing one shows. What a patient fetches counts as delivered.`,
      tag: 'receipts',
      operation: 'read-receipts',
      cors: 'consortium',
      params: twinParams,
      query: z.strictObject({ from: from.optional() }),
      answer: z.strictObject({
        receipts: z.array(receiptSchema),
        total: z.number().int(),
        next: z.number().int().optional().describe('Where to go on, where there are more.'),
      }),
      handle: async (call) => {
        const start = call.query.from ?? 0;
        const list = service.receipts.book.ofTwin(call.params.twinId, start, PAGE);
        const total = service.receipts.book.countOf(call.params.twinId);
        const receipts = await told(call.params.twinId, list, call);
        return { receipts, total, ...(start + list.length < total ? { next: start + list.length } : {}) };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/receipts/{index}',
      id: 'receipt',
      summary: 'One access receipt',
      description: 'The receipt with this index.',
      tag: 'receipts',
      operation: 'read-receipts',
      params: indexParams,
      answer: receiptSchema,
      errors: ['not-found'],
      handle: async (call) => {
        const { twinId: twin, index } = call.params;
        return (await told(twin, [known(twin, index)], call))[0];
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/receipts/{index}/proof',
      id: 'receiptProof',
      summary: 'Where a receipt stands on the chain',
      description:
        'The batch that the hospital anchored, and the audit path of the receipt in it, lowest node first; to be checked against the batch on the chain (event ReceiptsAnchored). `anchored` is false where it is in no batch yet: ask again later, or challenge it on the chain, and the hospital has three days to answer.',
      tag: 'receipts',
      operation: 'read-receipts',
      cors: 'consortium',
      params: indexParams,
      answer: z.strictObject({
        anchored: z.boolean(),
        batch: z
          .strictObject({
            server: hex32,
            number: z.number().int(),
            size: z.number().int(),
            root: hex32,
          })
          .optional(),
        index: z.number().int().optional(),
        path: z.array(hex32).optional(),
      }),
      errors: ['not-found'],
      handle: async ({ params }) => {
        const proof = await service.receipts.proof(known(params.twinId, params.index));
        return proof === undefined ? { anchored: false } : { anchored: true, ...proof };
      },
    }),
  ];
}
