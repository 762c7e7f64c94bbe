/**
 * How a gateway says no to a peer: status, stable code, a sentence; `{"error":{"code":"…","message":"…"}}`.
 *
 * Whether something does not exist or is not the caller's to have is one answer, word for word.
 */

import { ChainError } from '@twinseal/chain';
import { RecordError } from '@twinseal/record';
import { StoreError } from '@twinseal/store';
import type { FastifyReply } from 'fastify';
import { GatewayError } from '../errors.js';
import { PeerError, SignatureError } from './errors.js';

export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, number>> = {},
  ) {
    super(message);
  }
}

/** The one answer for what is not there, and what is not the caller's. */
export function notFound(): Refusal {
  return new Refusal(404, 'not-found', 'There is nothing here for you.');
}

export function unknownPeer(): Refusal {
  return new Refusal(
    401,
    'unknown-peer',
    'The account that signed belongs to no active hospital, nor to the patient of this twin.',
  );
}

/** What to answer to an error; undefined where it is a fault of the program. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof SignatureError) {
    return new Refusal(error.code === 'busy' ? 503 : 401, error.code, error.message);
  }
  if (error instanceof ChainError) {
    return new Refusal(
      503,
      'chain-unavailable',
      'The chain does not answer here; nothing that needs its word is done.',
    );
  }
  if (error instanceof StoreError) {
    return new Refusal(503, 'store-unavailable', 'The store does not answer here. Nothing was kept.');
  }
  if (error instanceof RecordError || error instanceof PeerError) {
    return new Refusal(422, 'invalid', `What was sent is not of its form: ${error.code}.`);
  }
  if (error instanceof GatewayError) {
    if (error.code === 'update-invalid') return new Refusal(422, 'invalid', error.message);
    if (error.code === 'request-unknown' || error.code === 'request-foreign') return notFound();
  }
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  if (statusCode === 413) return new Refusal(413, 'too-large', 'The request is larger than is taken here.');
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new Refusal(
      statusCode,
      'request-invalid',
      `The request is not of the form that is expected${typeof code === 'string' ? ` (${code})` : ''}.`,
    );
  }
  return undefined;
}

/** Sends a refusal. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  const { status, code, message, details } = refusal;
  if (status === 401) reply.header('www-authenticate', 'Signature');
  if (status === 503 || status === 429) reply.header('retry-after', '5');
  return reply.code(status).send({ error: { code, message, ...details } });
}
