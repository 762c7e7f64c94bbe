/** A twin's lanes and their sealed objects, for whoever may open them: the patient above all, with the own key, where the own key is. The gateway's word is worth nothing: docs/RECORD.md, section 8, is what the reader checks. */

import { fromHex, toHex } from '@twinseal/record';
import { z } from 'zod';
import { LaneSource } from '../lane-source.js';
import { capsulePage, manifestPage, type Page } from '../peers/lane-pages.js';
import { encodeObjects } from '../peers/objects.js';
import type { GatewayService } from '../service/gateway-service.js';
import { nothingThere } from './errors.js';
import { type ApiRoute, Octets, route } from './route.js';
import { authorId, from, hex64, laneParams, twinId, twinParams } from './schemas.js';

const paging = z.strictObject({ from: from.optional() });
const NEXT =
  'Each object as its length (four bytes, big-endian) and its bytes, one after the other. Where there are more, the header `twinseal-next` says from which on.';

export function sealedRoutes(service: GatewayService): readonly ApiRoute[] {
  /** The instances of a lane that this gateway keeps. @throws ApiError `not-found` where it keeps none */
  const kept = async (lane: { readonly twinId: string; readonly authorId: string }) => {
    const rows = await service.gateway.ledger.lane(lane);
    if (rows.length === 0) throw nothingThere();
    return { rows, source: new LaneSource(service.gateway, lane) };
  };
  return [
    route({
      method: 'GET',
      path: '/twins/{twinId}/lanes',
      id: 'lanes',
      summary: 'The lanes of a twin',
      description:
        'Who has written for the twin, as the chain has it: how many instances, and the root that the reader checks them against. `held` says how many instances this gateway can serve.',
      tag: 'sealed',
      operation: 'read-sealed',
      params: twinParams,
      answer: z.strictObject({
        lanes: z.array(
          z.strictObject({
            authorId,
            author: z.string().describe('Name of the author: hospital:… or patient:….'),
            count: z.number().int().describe('Instances that are anchored.'),
            mk: z.string().describe('Root of the lane, 32 bytes, hexadecimal.'),
            held: z.number().int(),
          }),
        ),
      }),
      handle: async ({ params }) => {
        const { chain, ledger } = service.gateway;
        const id = `0x${params.twinId}` as const;
        const lanes = [];
        for (const author of await chain.laneAuthors(id)) {
          const { count, mk, authorName } = await chain.laneHead(id, author);
          const held = (await ledger.lane({ twinId: params.twinId, authorId: author.slice(2) })).length;
          lanes.push({ authorId: author.slice(2), author: authorName, count, mk: toHex(mk), held });
        }
        return { lanes };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/lanes/{authorId}/word',
      id: 'laneWord',
      summary: 'What a hospital’s maps say of a lane',
      description:
        'For lanes that are anchored in batches: the lane word of docs/RECORD.md (REC-30), of the lane or of its absence, under the author’s newest batch. Check it against the root that the chain has of that batch.',
      tag: 'sealed',
      operation: 'read-sealed',
      params: laneParams,
      query: z.strictObject({
        batch: z.coerce
          .number('expected the number of a batch')
          .int('expected the number of a batch')
          .min(0, 'expected the number of a batch')
          .max(Number.MAX_SAFE_INTEGER, 'expected the number of a batch')
          .describe('Number of the author’s newest batch, as the chain has it.'),
      }),
      answer: 'octets',
      errors: ['not-found'],
      handle: async ({ params, query }) => {
        const ids = { twinId: `0x${params.twinId}`, authorId: `0x${params.authorId}` } as const;
        // Asking for the lane brings the word here, where its keepers give it.
        await service.gateway.chain.batched.lane(ids.twinId, ids.authorId);
        const word = await service.words.held({ ...ids, batch: query.batch });
        if (word === undefined) throw nothingThere();
        return new Octets(word);
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/lanes/{authorId}/manifests',
      id: 'manifests',
      summary: 'Manifests of a lane, in its order',
      description: `From the instance \`from\` on. ${NEXT}`,
      tag: 'sealed',
      operation: 'read-sealed',
      params: laneParams,
      query: paging,
      answer: 'octets',
      errors: ['not-found'],
      handle: async ({ params, query }) => {
        const { rows, source } = await kept(params);
        return octetsOf(await manifestPage(source, rows, query.from ?? 0));
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/lanes/{authorId}/parts/{digest}',
      id: 'part',
      summary: 'A part of a lane: slot and payload',
      description:
        'By the part digest of a manifest’s entry. The slot and the payload, each as its length (four bytes, big-endian) and its bytes.',
      tag: 'sealed',
      operation: 'read-sealed',
      params: z.strictObject({ twinId, authorId, digest: bytes32('a part digest') }),
      answer: 'octets',
      errors: ['not-found'],
      handle: async ({ params }) => {
        const { source } = await kept(params);
        const locator = await source.locator(fromHex(params.digest, 32));
        const slot = locator && (await source.object(locator.slot));
        const payload = locator && (await source.object(locator.payload));
        if (slot === undefined || payload === undefined) throw nothingThere();
        return new Octets(encodeObjects([slot, payload]));
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/lanes/{authorId}/capsules',
      id: 'capsules',
      summary: 'The capsules of a lane',
      description: `Module secrets, each sealed for its recipients, in the order in which they were issued. ${NEXT}`,
      tag: 'sealed',
      operation: 'read-sealed',
      cors: 'consortium',
      params: laneParams,
      query: paging,
      answer: 'octets',
      errors: ['not-found'],
      handle: async ({ params, query }) => {
        const { source } = await kept(params);
        return octetsOf(await capsulePage(service.gateway, source, params, query.from ?? 0));
      },
    }),
  ];
}

function octetsOf({ bytes, next }: Page): Octets {
  return new Octets(bytes, next === undefined ? {} : { 'twinseal-next': String(next) });
}

function bytes32(what: string) {
  return hex64.describe(`32 bytes: ${what}.`);
}
