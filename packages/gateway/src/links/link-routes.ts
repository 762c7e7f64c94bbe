/** Links between twins of one person over the Twin API, and proposals of them for registrars. */

import { z } from 'zod';
import { denied } from '../api/errors.js';
import { BLOCK_TIMEOUT_MS } from '../api/gate.js';
import { type ApiRoute, route } from '../api/route.js';
import { hex32, twinId, twinParams } from '../api/schemas.js';
import { CALL_SCHEMAS } from '../consents/calls.js';
import type { Caller } from '../decision/ask.js';
import type { GatewayService } from '../service/gateway-service.js';
import { linkedTwins } from './links.js';
import { comparePersons, PROPOSED_FROM } from './matches.js';

const confirmed = z.strictObject({ txHash: hex32, blockNumber: z.number().int(), gas: z.number().int() });
/** Twins that one question compares with. */
const MAX_COMPARED = 10_000;

export function linkRoutes(service: GatewayService): readonly ApiRoute[] {
  return [
    route({
      method: 'GET',
      path: '/twins/{twinId}/links',
      id: 'links',
      summary: 'Twins of the same person, as the patient linked them',
      description:
        'Only what is linked now. A link is public on the chain, and so is that it was taken back. Whoever may open both twins asks for each, or for all of the person’s at once (`/person`): either way each has its own decision and receipt.',
      tag: 'links',
      operation: 'read-consents',
      params: twinParams,
      answer: z.strictObject({ links: z.array(twinId) }),
      handle: async ({ params }) => ({
        links: (await linkedTwins(service.gateway.chain, `0x${params.twinId}`)).map((id) => id.slice(2)),
      }),
    }),
    route({
      method: 'POST',
      path: '/links',
      id: 'relayLink',
      summary: 'Link two twins of one person, or take a link back',
      description:
        'Relays LinkTwins, signed by the control keys of both (which may be one key), or UnlinkTwins, signed by one of them. An observer learns that the two are one person’s: that is the point of it.',
      tag: 'links',
      operation: 'relay-consent',
      body: z.union([
        z.strictObject({ call: z.literal('linkTwins'), consent: CALL_SCHEMAS.linkTwins }),
        z.strictObject({ call: z.literal('unlinkTwins'), consent: CALL_SCHEMAS.unlinkTwins }),
      ]),
      twinOf: ({ body }) => (body.call === 'linkTwins' ? body.consent.first : body.consent.twinId).slice(2),
      answer: confirmed,
      errors: ['refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: async ({ body }) => {
        const about = body.call === 'linkTwins' ? body.consent.first : body.consent.twinId;
        const { txHash, blockNumber, gas } = await service.relay(about.slice(2), {
          kind: 'call',
          call: { name: body.call, body: body.consent },
        });
        return { txHash, blockNumber, gas };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/matches',
      id: 'matches',
      summary: 'Twins that may be the same person’s, for a registrar to look at',
      description:
        'Compares what this hospital has opened of the module identity, of this twin and of the others that it knows: birth date, names, identifiers, telephone, postal code, gender, with the weights that links/matches.ts states. It says which of them agree and differ, never what they are, and it links nothing: that takes the signatures of the patient. Registrars only.',
      tag: 'links',
      operation: 'administer',
      params: twinParams,
      answer: z.strictObject({
        matches: z.array(
          z.strictObject({
            twinId,
            score: z.number(),
            agrees: z.array(z.string()),
            differs: z.array(z.string()),
            linked: z.boolean(),
          }),
        ),
        proposedFrom: z.number(),
      }),
      handle: async ({ params, caller }) => {
        assertRegistrar(caller);
        const own = await service.views.person(params.twinId);
        const linked = new Set(
          own === undefined ? [] : await linkedTwins(service.gateway.chain, `0x${params.twinId}`),
        );
        const matches = [];
        for (const other of own === undefined ? [] : (await service.twins.ids()).slice(0, MAX_COMPARED)) {
          const person = other === params.twinId ? undefined : await service.views.person(other);
          if (own === undefined || person === undefined) continue;
          const comparison = comparePersons(own, person);
          if (comparison.score < PROPOSED_FROM) continue;
          matches.push({ twinId: other, ...comparison, linked: linked.has(`0x${other}`) });
        }
        return { matches: matches.sort((a, b) => b.score - a.score), proposedFrom: PROPOSED_FROM };
      },
    }),
  ];
}

/** Who keeps the hospital's register: nobody else asks about people. */
export function assertRegistrar(caller: Caller): void {
  const may =
    caller.kind === 'staff' && (caller.roles.includes('registrar') || caller.roles.includes('operator'));
  if (!may) throw denied();
}
