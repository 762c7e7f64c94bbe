/** The audit over the Twin API: for the hospital's auditor, while the gateway runs. */

import { z } from 'zod';
import { type ApiRoute, route } from '../api/route.js';
import type { Gateway } from '../ports.js';
import { audit, NOTICEABLE, WRONG } from './sealed-to.js';

const finding = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.strictObject({ code: z.enum(codes), where: z.string(), detail: z.string() });

/** Milliseconds that an audit may take: it looks at everything that was ever issued. */
const TIMEOUT_MS = 600_000;

export function auditRoutes(service: { readonly gateway: Gateway }): readonly ApiRoute[] {
  return [
    route({
      method: 'GET',
      path: '/audit',
      id: 'audit',
      summary: 'What is sealed to somebody without a grant, and what is not accounted for',
      description:
        'Holds capsules, access receipts and the chain against each other. `wrong` must not be; `noticed` somebody should look at. docs/AUDIT.md explains the codes. Takes as long as there is to look at.',
      tag: 'audit',
      operation: 'administer',
      timeoutMs: TIMEOUT_MS,
      answer: z.strictObject({
        checked: z.strictObject({
          twins: z.number().int(),
          lanes: z.number().int(),
          capsules: z.number().int(),
          receipts: z.number().int(),
          emergencies: z.number().int(),
        }),
        wrong: z.array(finding(WRONG)),
        noticed: z.array(finding(NOTICEABLE)),
      }),
      handle: async () => {
        const { chain, id, ledger, blobs, receipts, nowS } = service.gateway;
        return audit({ chain, hospital: id, ledger, blobs, receipts, nowS: nowS() });
      },
    }),
  ];
}
