/**
 * The record of one person over several twins, for staff who may read more than one of them. Each twin is a decision of its own, with a receipt of its own; the answer joins what was permitted and says of everything which
 * twin it is of. Nothing is merged further: that two twins are one person's, their patient signed; that two entries are one thing, nobody did.
 *
 * A linked twin that may not be read, or that is not known here, is left out without a word.
 */

import { type TimelineEntry, timeline } from '@twinseal/twin';
import { z } from 'zod';
import { ApiError } from '../api/errors.js';
import type { ReceiptMode } from '../api/gate.js';
import { entry, entryJson, line, modulesQuery, RULE } from '../api/record-routes.js';
import { RecordViews, type Shown } from '../api/record-view.js';
import { type ApiRoute, type Call, route } from '../api/route.js';
import { moduleName, seconds, time, twinId, twinParams } from '../api/schemas.js';
import type { Caller, Decision } from '../decision/ask.js';
import type { GatewayService } from '../service/gateway-service.js';
import { linkedTwins } from './links.js';

/** Reads one twin under its own decision and receipt. @throws ApiError `denied` */
export type ReadRecord = (
  caller: Caller,
  twinId: string,
  purpose: string,
  modules?: readonly string[],
  mode?: ReceiptMode,
) => Promise<Shown>;

const RULE_OF_ALL = `Of this twin and of those that its patient linked with it: each is decided for itself, leaves its own access receipt, and is left out where it may not be read. ${RULE}`;
const twins = z
  .array(
    z.strictObject({
      twinId,
      openedAt: seconds,
      modules: z.array(z.string()).describe('What was looked at; of other modules nothing is said.'),
    }),
  )
  .describe('Those that were read, the one that was asked for first.');

export function personRoutes(service: GatewayService, read?: ReadRecord): readonly ApiRoute[] {
  const views = new RecordViews(service);
  /** What may be seen of the twin asked for, and of each that is linked with it. */
  const shownOf = async (
    call: Pick<Call, 'caller' | 'headers'> & {
      readonly params: { readonly twinId: string };
      readonly decision: Decision & { readonly permit: true };
    },
    modules?: readonly string[],
  ): Promise<{ readonly twinId: string; readonly shown: Shown }[]> => {
    const { caller, decision, headers, params } = call;
    const found = [{ twinId: params.twinId, shown: await views.shown(params.twinId, decision, modules) }];
    const mode: ReceiptMode = headers['twinseal-mode'] === 'strict' ? 'strict' : 'receipt';
    for (const other of await linkedTwins(service.gateway.chain, `0x${params.twinId}`)) {
      const id = other.slice(2);
      try {
        const shown = await read?.(caller, id, headers['twinseal-purpose'] as string, modules, mode);
        if (shown !== undefined) found.push({ twinId: id, shown });
      } catch (error) {
        if (!(error instanceof ApiError) || error.status !== 403) throw error;
      }
    }
    return found;
  };
  const twinsOf = (found: Awaited<ReturnType<typeof shownOf>>) =>
    found.map(({ twinId: id, shown }) => ({
      twinId: id,
      openedAt: shown.view.openedAtS,
      modules: [...shown.modules],
    }));
  return [
    route({
      method: 'GET',
      path: '/twins/{twinId}/person/timeline',
      id: 'personTimeline',
      summary: 'One timeline of all twins of a person that may be read',
      description: `Oldest first, each line with the twin that it is of. ${RULE_OF_ALL}`,
      tag: 'links',
      operation: 'read-record',
      params: twinParams,
      query: z.strictObject({ module: modulesQuery, from: time.optional(), to: time.optional() }),
      modulesOf: ({ query }) => query.module as readonly string[],
      answer: z.strictObject({ twins, entries: z.array(line.extend({ twinId })) }),
      handle: async (call) => {
        const { query } = call;
        const found = await shownOf(call, query.module);
        const lines = found.flatMap(({ twinId: id, shown }) =>
          timeline(shown.master, {
            ...(query.from === undefined ? {} : { from: query.from }),
            ...(query.to === undefined ? {} : { to: query.to }),
          }).map((each): TimelineEntry & { twinId: string } => ({ ...each, twinId: id })),
        );
        return { twins: twinsOf(found), entries: lines.sort((a, b) => momentOf(a) - momentOf(b)) };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/person/modules/{module}',
      id: 'personModule',
      summary: 'What a module holds in all twins of a person that may be read',
      description: `Every entry as FHIR R4, with where it comes from and the twin that it is of. ${RULE_OF_ALL}`,
      tag: 'links',
      operation: 'read-record',
      params: z.strictObject({ twinId, module: moduleName }),
      modulesOf: ({ params }) => [params.module],
      answer: z.strictObject({ twins, module: z.string(), entries: z.array(entry.extend({ twinId })) }),
      handle: async (call) => {
        const { module } = call.params;
        const found = await shownOf(call, [module]);
        return {
          twins: twinsOf(found),
          module,
          entries: found.flatMap(({ twinId: id, shown }) =>
            shown.master.entries.map((each) => ({ ...entryJson(each), twinId: id })),
          ),
        };
      },
    }),
  ];
}

/** Milliseconds since 1970. */
function momentOf({ time: at }: TimelineEntry): number {
  return Date.parse(at);
}
