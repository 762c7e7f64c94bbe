/** Devices and their clouds push what they measured; each media type and form is a connector of `health`. Behind the operator's token: the hospital decides who may push. */

import { createHmac } from 'node:crypto';
import { acceptPush, type PushMemory } from '@twinseal/health';
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { GatewayService } from '../service/gateway-service.js';
import type { KnownTwin } from '../twins/known-twins.js';
import { patientReference, takeCollected } from '../usecases/take-record.js';

const querySchema = z.strictObject({
  /** IANA zone of sources that give local times. */
  zone: z
    .string()
    .regex(/^[A-Za-z0-9_+/-]{1,64}$/)
    .optional(),
  strict: z.enum(['true', 'false']).optional(),
});

export function pushRoutes(
  service: GatewayService,
  known: (params: unknown) => Promise<KnownTwin>,
): FastifyPluginAsync {
  const { gateway } = service;
  return async (app) => {
    app.removeAllContentTypeParsers();
    // As a stream: size and form are the connector's to judge.
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    for (const path of ['/twins/:twinId/push', '/twins/:twinId/push/:connector']) {
      app.post(path, async (request, reply) => {
        const { twinId, connector } = request.params as { twinId: string; connector?: string };
        const twin = await known({ twinId });
        const { zone, strict } = querySchema.parse(request.query);
        return service.mutex.run(twin.twinId, async () => {
          const answer = await acceptPush(
            {
              method: request.method,
              headers: request.headers,
              body: request.body as AsyncIterable<Uint8Array>,
              ...(connector === undefined ? {} : { connector }),
            },
            {
              subject: await patientReference(gateway, twin),
              receivedTime: new Date(gateway.nowS() * 1000).toISOString(),
              strict: strict === 'true',
              recall: (key) => gateway.vault.getJson<PushMemory>(entryOf(service, twin, key)),
              ...(zone === undefined ? {} : { zone }),
            },
          );
          if (answer.collected.length > 0) {
            const { instance, stored } = await takeCollected(gateway, twin, answer.collected);
            if (instance.seq !== undefined) {
              service.tell('push taken in', twin.twinId, stored);
              await service.attendTo(twin.twinId, `sealed/${instance.seq}`);
            }
          }
          // After it is stored: a push that was not stored may come again.
          if (answer.key !== undefined && answer.digest !== undefined && !answer.isReplay) {
            const { digest, status, body } = answer;
            await gateway.vault.putJson(entryOf(service, twin, answer.key), { digest, status, body });
          }
          return reply
            .code(answer.status)
            .headers(answer.headers)
            .type('application/fhir+json')
            .send(JSON.stringify(answer.body));
        });
      });
    }
  };
}

function entryOf({ gateway }: GatewayService, twin: KnownTwin, key: string): string {
  return `push/${createHmac('sha256', gateway.lookupKey)
    .update(JSON.stringify([twin.twinId, key]))
    .digest('hex')}`;
}
