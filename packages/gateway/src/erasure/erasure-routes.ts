/** Erasures over the Twin API: what the patient asked to have gone, who says that it is, and handing the patient's word over. */

import { hospitalAuthorId, toHex } from '@twinseal/record';
import { z } from 'zod';
import { invalid } from '../api/errors.js';
import { BLOCK_TIMEOUT_MS } from '../api/gate.js';
import { type ApiRoute, route } from '../api/route.js';
import { hex32, seconds, twinParams } from '../api/schemas.js';
import { CALL_SCHEMAS } from '../consents/calls.js';
import type { GatewayService } from '../service/gateway-service.js';
import { erasureMemory } from './erase-due.js';

const place = z
  .union([z.number().int().min(0), z.literal('lane')])
  .describe('The instance, or the whole lane as it was anchored until then.');

const receipt = z
  .strictObject({
    twinId: hex32,
    authorId: hex32,
    seq: z.string(),
    holder: hex32,
    objects: hex32,
    deadline: z.string(),
    signature: z.string(),
  })
  .describe('EIP-712 DeletionReceipt of the contract Storage, signed by the hospital.');

export function erasureRoutes(service: GatewayService): readonly ApiRoute[] {
  return [
    route({
      method: 'GET',
      path: '/twins/{twinId}/erasures',
      id: 'erasures',
      summary: 'What the patient had erased, and who deleted it',
      description:
        "Tombstones as the chain has them, with the deletions that holders recorded, and the deletion receipts that this hospital signed. A deletion is the holder's word: copies of dishonest holders, backups and what was read before stay readable.",
      tag: 'erasure',
      operation: 'read-consents',
      params: twinParams,
      answer: z.strictObject({
        erasures: z.array(
          z.strictObject({
            authorId: hex32,
            place,
            time: seconds,
            blockNumber: z.number().int(),
            txHash: hex32,
            deletions: z.array(
              z.strictObject({ holder: hex32, objects: hex32, blockNumber: z.number().int(), txHash: hex32 }),
            ),
          }),
        ),
        receipts: z.array(receipt),
      }),
      handle: async ({ params }) => {
        const { chain } = service.gateway;
        const id = `0x${params.twinId}` as const;
        const recorded = await chain.deletions(id);
        const erasures = (await chain.erasureRequests(id)).map((request) => ({
          ...request,
          deletions: recorded
            .filter((each) => each.authorId === request.authorId && each.place === request.place)
            .map(({ holder, objects, blockNumber, txHash }) => ({ holder, objects, blockNumber, txHash })),
        }));
        return { erasures, receipts: (await erasureMemory(service.gateway, params.twinId)).receipts };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/erasures',
      id: 'relayErasure',
      summary: 'Have one instance, or a whole lane, erased',
      description:
        'Relays the consent RequestErasure that the control key signed, and pays for it. Slots and payloads are deleted here at once, and at every other holder as soon as it has seen the block; the history stays, without content. An observer of the chain learns that this entry was to be gone. It cannot be taken back.',
      tag: 'erasure',
      operation: 'relay-consent',
      params: twinParams,
      body: CALL_SCHEMAS.requestErasure,
      answer: z.strictObject({ txHash: hex32, blockNumber: z.number().int(), gas: z.number().int() }),
      errors: ['refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: async ({ params, body }) => {
        if (body.twinId !== `0x${params.twinId}`) throw invalid('twinId: expected the twin of the path');
        const { txHash, blockNumber, gas } = await service.relay(params.twinId, {
          kind: 'call',
          call: { name: 'requestErasure', body },
        });
        service.tell('erasure relayed', params.twinId);
        await service.attendTo(
          params.twinId,
          `erasure/${toHex(hospitalAuthorId(service.gateway.id))}/${txHash}`,
        );
        return { txHash, blockNumber, gas };
      },
    }),
  ];
}
