/** What the hospital's own people and its record system ask of the gateway. Behind the operator's token. */

import type { TwinTerms } from '@twinseal/chain';
import { timeline } from '@twinseal/twin';
import type { FastifyPluginAsync } from 'fastify';
import type { Hex } from 'viem';
import { z } from 'zod';
import { address, decimalSeconds, hex32, signature, twinParams } from '../api/schemas.js';
import type { Api } from '../api/wire.js';
import { type Caller, STAFF_ROLES } from '../decision/ask.js';
import { isPurpose } from '../decision/purposes.js';
import { GatewayError } from '../errors.js';
import type { GatewayService } from '../service/gateway-service.js';
import { grantFromJson, grantSchema } from '../twins/grant-json.js';
import { type KnownTwin, slipSchema } from '../twins/known-twins.js';
import { takeRecord } from '../usecases/take-record.js';
import { parseJson } from './parse-json.js';
import { pushRoutes } from './push-routes.js';

/** Whoever holds the operator's token. */
export const OPERATOR: Caller = { kind: 'staff', id: 'operator', roles: STAFF_ROLES, by: 'operator-token' };

/** A registration that the patient signed, for this hospital to relay and pay for. */
const registrationSchema = z.strictObject({
  terms: z.strictObject({
    twinId: hex32,
    kind: z.number().int().min(0).max(2),
    control: address,
    identityEpoch: z.number().int().min(1),
    custodian: hex32,
    deadline: decimalSeconds,
  }),
  grants: z.array(grantSchema).max(64),
  signature,
  slip: slipSchema,
});

export function operatorRoutes(service: GatewayService, api: Pick<Api, 'readRecord'>): FastifyPluginAsync {
  const { gateway, twins } = service;
  const known = async (params: unknown): Promise<KnownTwin> => {
    const { twinId } = twinParams.parse(params);
    const twin = await twins.get(twinId);
    if (twin === undefined)
      throw new GatewayError(
        'twin-unknown',
        'This gateway knows no such twin. Its patient has to be introduced first.',
      );
    return twin;
  };
  return async (app) => {
    app.get('/status', async (request) => {
      const { from } = z
        .strictObject({
          from: z
            .string()
            .regex(/^[0-9]{1,9}$/)
            .optional(),
        })
        .parse(request.query);
      return service.status(Number(from ?? 0));
    });
    await app.register(pushRoutes(service, known));

    app.post('/registrations', async (request) => {
      const body = registrationSchema.parse(parseJson(request.body));
      const terms: TwinTerms = { ...body.terms, deadline: BigInt(body.terms.deadline) } as TwinTerms;
      if (terms.twinId !== `0x${body.slip.twinId}`)
        throw new TypeError('slip.twinId: expected the twin of the terms');
      const grants = body.grants.map(grantFromJson);
      // Known first: if the gateway dies after the chain has taken it, nothing is left to guess.
      await twins.introduce(body.slip);
      const there = await gateway.chain.twin(terms.twinId);
      const confirmed =
        there === undefined
          ? await service.relay(body.slip.twinId, {
              kind: 'registration',
              terms,
              grants,
              signature: body.signature as Hex,
            })
          : undefined;
      if (there !== undefined && there.control.toLowerCase() !== terms.control.toLowerCase())
        throw new GatewayError('record-foreign', 'The twin is registered under another key already.');
      service.tell('twin registered', body.slip.twinId);
      return {
        registered: true,
        ...(confirmed === undefined ? {} : { gas: confirmed.gas, txHash: confirmed.txHash }),
      };
    });

    app.post('/twins/:twinId/records', async (request) => {
      const twin = await known(request.params);
      const name = request.headers['x-source-name'];
      const body = request.body;
      if (!Buffer.isBuffer(body)) throw new TypeError('body: expected a FHIR bundle as JSON');
      const taken = await service.mutex.run(twin.twinId, () =>
        takeRecord(
          gateway,
          twin,
          new Uint8Array(body),
          typeof name === 'string' ? name.slice(0, 200) : 'record',
        ),
      );
      const { instance, ...account } = taken;
      if (instance.seq !== undefined) {
        service.tell('record taken in', twin.twinId, account.stored);
        await service.attendTo(twin.twinId, `sealed/${instance.seq}`);
      }
      return { ...account, instance: { ...instance, fresh: undefined } };
    });

    app.get('/twins/:twinId', async (request) => {
      const twin = await known(request.params);
      const place = (await twins.ids()).indexOf(twin.twinId);
      return (await service.status(place)).twins[0];
    });

    app.post('/twins/:twinId/refresh', async (request) => {
      const twin = await known(request.params);
      const { name: _name, ...view } = (await service.refreshed(twin)).view;
      return view;
    });

    app.get('/twins/:twinId/timeline', async (request) => {
      const twin = await known(request.params);
      const { module } = z
        .strictObject({
          module: z
            .string()
            .regex(/^[a-z-]{1,40}$/)
            .optional(),
        })
        .parse(request.query);
      const modules = module === undefined ? undefined : [module];
      // The hospital's own people look at the record in order to treat, unless they say otherwise.
      const purpose = request.headers['twinseal-purpose'] ?? 'TREAT';
      if (typeof purpose !== 'string' || !isPurpose(purpose))
        throw new TypeError('twinseal-purpose: expected a code of HL7 v3 PurposeOfUse, such as TREAT');
      const shown = await api.readRecord(OPERATOR, twin.twinId, purpose, modules);
      return { entries: timeline(shown.master), asOf: shown.view.openedAtS };
    });
  };
}
