/** Introductions and record numbers over the Twin API. */

import { z } from 'zod';
import { nothingThere } from '../api/errors.js';
import { BLOCK_TIMEOUT_MS } from '../api/gate.js';
import { type ApiRoute, route } from '../api/route.js';
import { twinId, twinParams } from '../api/schemas.js';
import { assertRegistrar } from '../links/link-routes.js';
import type { GatewayService } from '../service/gateway-service.js';
import { introductionSchema } from './introduction.js';
import { mapRecord, recordsOf, twinOfRecord, unmapRecord } from './record-numbers.js';

const number = z
  .string()
  .min(1, 'expected the number as the hospital writes it')
  .max(256, 'expected at most 256 characters')
  .describe('A record number of this hospital.');

export function introductionRoutes(service: GatewayService): readonly ApiRoute[] {
  return [
    route({
      method: 'POST',
      path: '/introductions',
      id: 'introduce',
      summary: 'Hand over a patient’s introduction to this hospital',
      description:
        'EIP-712, type Introduction, signed by the twin’s control key for this hospital, until a deadline, for one use: twin id and salts, so that the hospital can write a lane of the twin, or ask. Whoever is signed in may hand it over: the patient, or a registrar to whom it was shown. introduction-invalid is one answer for another hospital’s, an unknown twin’s and a badly signed one.',
      tag: 'introductions',
      operation: 'relay-consent',
      body: introductionSchema,
      answer: z.strictObject({ introduced: z.literal(true) }),
      errors: ['introduction-invalid', 'introduction-expired', 'introduction-used'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: async ({ body }) => {
        await service.introduce(body);
        return { introduced: true };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/record-numbers',
      id: 'recordNumbers',
      summary: 'Record numbers of this hospital that are a twin’s',
      description: 'Kept in the sealed store of this hospital, and nowhere else. Registrars only.',
      tag: 'introductions',
      operation: 'administer',
      params: twinParams,
      answer: z.strictObject({ numbers: z.array(z.string()) }),
      handle: async ({ params, caller }) => {
        assertRegistrar(caller);
        return { numbers: await recordsOf(service.gateway, params.twinId) };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/record-numbers',
      id: 'mapRecordNumber',
      summary: 'Say that a record number is this twin’s',
      description:
        'Of a twin whose patient was introduced here. From then on a record under that number is taken in for this twin and for no other. record-foreign where the number is another twin’s. Registrars only.',
      tag: 'introductions',
      operation: 'administer',
      params: twinParams,
      body: z.strictObject({ number }),
      answer: z.strictObject({ numbers: z.array(z.string()) }),
      errors: ['record-foreign', 'not-found'],
      handle: async ({ params, body, caller }) => {
        assertRegistrar(caller);
        if ((await service.twins.get(params.twinId)) === undefined) throw nothingThere();
        await service.mutex.run('record-numbers', () =>
          mapRecord(service.gateway, body.number, params.twinId),
        );
        return { numbers: await recordsOf(service.gateway, params.twinId) };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/record-numbers/removals',
      id: 'unmapRecordNumber',
      summary: 'Take a record number from a twin',
      description:
        'What was taken in under it stays where it is: content that was taken in for the wrong patient is retracted by its source, or erased on the patient’s word. Registrars only.',
      tag: 'introductions',
      operation: 'administer',
      params: twinParams,
      body: z.strictObject({ number }),
      answer: z.strictObject({ numbers: z.array(z.string()) }),
      errors: ['not-found'],
      handle: async ({ params, body, caller }) => {
        assertRegistrar(caller);
        const was = await service.mutex.run('record-numbers', () =>
          unmapRecord(service.gateway, body.number, params.twinId),
        );
        if (!was) throw nothingThere();
        return { numbers: await recordsOf(service.gateway, params.twinId) };
      },
    }),
    route({
      method: 'POST',
      path: '/record-numbers/lookups',
      id: 'findRecordNumber',
      summary: 'Which twin a record number is',
      description:
        'A question with a body, so that no record number stands in an address or a log. Registrars only.',
      tag: 'introductions',
      operation: 'administer',
      body: z.strictObject({ number }),
      answer: z.strictObject({ twinId }),
      errors: ['not-found'],
      handle: async ({ body, caller }) => {
        assertRegistrar(caller);
        const found = await twinOfRecord(service.gateway, body.number);
        if (found === undefined) throw nothingThere();
        return { twinId: found };
      },
    }),
  ];
}
