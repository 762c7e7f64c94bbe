/** What a request to the peers' routes names: lane, digest, number, body. What is malformed gets the one answer for what is not there. */

import { fromHex } from '@twinseal/record';
import type { FastifyRequest } from 'fastify';
import { notFound } from './refusal.js';
import type { LaneRef } from './types.js';

export const HEX_64 = /^[0-9a-f]{64}$/;
export const HEX_32_BYTES = /^0x[0-9a-f]{64}$/;
const NUMBER = /^(0|[1-9][0-9]{0,14})$/;

export function laneOf(request: FastifyRequest): LaneRef {
  const { twinId, authorId: author } = request.params as { twinId: string; authorId: string };
  if (!HEX_64.test(twinId) || !HEX_64.test(author)) throw notFound();
  return { twinId, authorId: author };
}

export function digestOf(text: string): Uint8Array {
  if (!HEX_64.test(text)) throw notFound();
  return fromHex(text, 32);
}

export function numberOf(text: string): number {
  if (!NUMBER.test(text)) throw notFound();
  return Number(text);
}

export function bodyOf(request: FastifyRequest): Uint8Array {
  return (request.body as Buffer | undefined) ?? new Uint8Array();
}
