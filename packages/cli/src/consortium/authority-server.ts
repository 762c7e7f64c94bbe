/** The authority as a service on the loopback interface: it answers signed requests for identity keys, sealed for the asker (HPKE), and nothing else. */

import type { ExtractionService } from '@twinseal/authority';
import Fastify from 'fastify';
import type { Hex } from 'viem';
import { z } from 'zod';
import { UsageError } from '../usage-error.js';

const requestSchema = z.strictObject({
  identity: z.string().max(256),
  ephemeralKey: z.string().regex(/^0x[0-9a-f]{64}$/),
  deadline: z.string().regex(/^[0-9]{1,15}$/),
  signature: z.string().regex(/^0x([0-9a-f]{2}){1,4096}$/i),
});

/** @returns a function that stops the service */
export async function serveAuthority(service: ExtractionService, port: number): Promise<() => Promise<void>> {
  const app = Fastify({ logger: false, bodyLimit: 16_384, requestTimeout: 10_000 });
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, _request, reply) => {
    if (error.name === 'AuthorityError' || error.name === 'RecordError' || error.name === 'ZodError')
      return reply.code(400).send({
        error: error.code ?? 'request-invalid',
        message: error.name === 'ZodError' ? 'expected a key request' : error.message,
      });
    if (error.name === 'ChainError')
      return reply.code(503).send({ error: error.code, message: error.message });
    return reply
      .code(error.statusCode ?? 500)
      .send({ error: 'fault', message: 'The authority could not answer.' });
  });
  app.post('/authority/v1/keys', async (request) => {
    const { deadline, ...rest } = requestSchema.parse(request.body);
    const { enc, sealed } = await service.extractFor({
      ...rest,
      ephemeralKey: rest.ephemeralKey as Hex,
      signature: rest.signature as Hex,
      deadline: BigInt(deadline),
    });
    return { enc: Buffer.from(enc).toString('base64url'), sealed: Buffer.from(sealed).toString('base64url') };
  });
  try {
    await app.listen({ host: '127.0.0.1', port });
  } catch (cause) {
    await app.close();
    throw new UsageError(
      `Port ${port} of the authority is taken by another process. Stop that process, and start again.`,
      { cause },
    );
  }
  return () => app.close();
}
