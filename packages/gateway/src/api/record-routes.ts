/** Opened content, for a hospital's own people: what the hospital wrote itself, and what the patient's live grants let it read. Each answer leaves an access receipt before it is given. */

import {
  type Difference,
  diffMasters,
  evaluateFlags,
  type MasterEntry,
  ModuleRegistry,
  masterAt,
  type TimelineEntry,
  timeline,
} from '@twinseal/twin';
import { z } from 'zod';
import type { GatewayService } from '../service/gateway-service.js';
import { RecordViews } from './record-view.js';
import { type ApiRoute, route } from './route.js';
import { moduleName, seconds, time, twinId, twinParams } from './schemas.js';

/** What every read of opened content needs, in words. */
export const RULE =
  'Needs the header `twinseal-purpose` with a code of HL7 v3 PurposeOfUse, the role clinician, and a live grant of the patient that covers module and purpose; what the hospital wrote itself is shown in any case. A signed access receipt is durable before the answer, and the header `twinseal-receipt` has its index; with `twinseal-mode: strict` the request stands in a block of the chain first. An answer that was decided without the chain, in an emergency, has the header `twinseal-without-chain`.';

const provenance = z
  .looseObject({
    author: z.string(),
    module: z.string(),
    seq: z.number().int(),
    handle: z.string(),
    sourceTime: z.string(),
    recordedTime: z.string(),
  })
  .describe('Where it comes from: lane (author, module), instance (seq), and the handle of its source.');
/** An entry of the record. */
export const entry = z.strictObject({
  id: z.string(),
  resource: z.looseObject({ resourceType: z.string() }).describe('FHIR R4.'),
  provenance: z.array(provenance),
  contradicts: z.array(z.string()).describe('Ids of entries of other authors that say otherwise.'),
});
/** A line of the timeline. */
export const line = z.looseObject({
  time: z.string(),
  title: z.string(),
  detail: z.string(),
  modules: z.array(z.string()),
  resourceType: z.string(),
  count: z.number().int(),
  isContradicted: z.boolean(),
});
const openedAt = seconds.describe('When the hospital opened and verified the twin last, seconds since 1970.');
const moduleNames = z.array(z.string()).describe('What was looked at; of other modules nothing is said.');
/** Modules to be looked at, as the query names them. */
export const modulesQuery = z
  .union([moduleName.transform((one) => [one]), z.array(moduleName).max(64, 'expected at most 64 modules')])
  .optional()
  .describe('Only these modules; the parameter may be repeated. Default: all that are covered.');

export function recordRoutes(service: GatewayService): readonly ApiRoute[] {
  const views = new RecordViews(service);
  const registry = ModuleRegistry.standard();
  return [
    route({
      method: 'GET',
      path: '/twins/{twinId}/modules',
      id: 'modules',
      summary: 'The modules of a twin that may be read, with what they hold',
      description: `Numbers and titles only. ${RULE}`,
      tag: 'record',
      operation: 'read-record',
      params: twinParams,
      answer: z.strictObject({
        openedAt,
        modules: z.array(
          z.strictObject({
            module: z.string(),
            title: z.string().optional(),
            entries: z.number().int(),
            authors: z.array(z.string()),
          }),
        ),
      }),
      handle: async ({ params, decision }) => {
        const { view, master, modules } = await views.shown(params.twinId, decision);
        return {
          openedAt: view.openedAtS,
          modules: modules.map((module) => {
            const of = master.entries.filter((each) => each.provenance.some((p) => p.module === module));
            const title = registry.get(module)?.title;
            const authors = of.flatMap((each) => each.provenance.map(({ author }) => author));
            return {
              module,
              ...(title === undefined ? {} : { title }),
              entries: of.length,
              authors: [...new Set(authors)].sort(),
            };
          }),
        };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/modules/{module}',
      id: 'module',
      summary: 'What a module holds',
      description: `Every entry of one module as FHIR R4, with where it comes from. ${RULE}`,
      tag: 'record',
      operation: 'read-record',
      params: z.strictObject({ twinId, module: moduleName }),
      modulesOf: ({ params }) => [params.module],
      answer: z.strictObject({ openedAt, module: z.string(), entries: z.array(entry) }),
      handle: async ({ params, decision }) => {
        const shown = await views.shown(params.twinId, decision, [params.module]);
        return views.written(shown, () => ({
          openedAt: shown.view.openedAtS,
          module: params.module,
          entries: shown.master.entries.map(entryJson),
        }));
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/timeline',
      id: 'timeline',
      summary: 'The twin’s timeline',
      description: `Oldest first; dense streams are summed up by the day. ${RULE}`,
      tag: 'record',
      operation: 'read-record',
      params: twinParams,
      query: z.strictObject({ module: modulesQuery, from: time.optional(), to: time.optional() }),
      modulesOf: ({ query }) => query.module as readonly string[],
      answer: z.strictObject({ openedAt, modules: moduleNames, entries: z.array(line) }),
      handle: async ({ params, query, decision }) => {
        const { view, master, modules } = await views.shown(params.twinId, decision, query.module);
        const entries: TimelineEntry[] = timeline(master, {
          ...(query.from === undefined ? {} : { from: query.from }),
          ...(query.to === undefined ? {} : { to: query.to }),
        });
        return { openedAt: view.openedAtS, modules, entries };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/flags',
      id: 'flags',
      summary: 'Flags: raised, quiet or missing, each with why and its source',
      description: `No flag is a diagnosis. Evaluated at \`at\`, by default now, from what is covered. ${RULE}`,
      tag: 'record',
      operation: 'read-record',
      params: twinParams,
      query: z.strictObject({ at: time.optional() }),
      answer: z.strictObject({
        openedAt,
        at: z.string(),
        modules: moduleNames,
        flags: z.array(
          z.looseObject({
            module: z.string(),
            flag: z.string(),
            title: z.string(),
            severity: z.string(),
            state: z.enum(['raised', 'quiet', 'missing']),
            why: z.string(),
            source: z.string(),
            unit: z.string(),
          }),
        ),
      }),
      handle: async ({ params, query, decision }) => {
        const { view, parts, master, modules } = await views.shown(params.twinId, decision);
        const now = query.at ?? new Date(service.gateway.nowS() * 1000).toISOString();
        const { at, flags } = evaluateFlags({
          entries: query.at === undefined ? master.entries : masterAt(parts, query.at).entries,
          modules: registry.definitions.filter(({ id }) => modules.includes(id)),
          now,
        });
        return { openedAt: view.openedAtS, at, modules, flags };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/at',
      id: 'recordAt',
      summary: 'The record as it was known at a past moment',
      description: `Only what had been recorded by \`time\`. ${RULE}`,
      tag: 'record',
      operation: 'read-record',
      params: twinParams,
      query: z.strictObject({ time, module: modulesQuery }),
      modulesOf: ({ query }) => query.module as readonly string[],
      answer: z.strictObject({ openedAt, time: z.string(), modules: moduleNames, entries: z.array(entry) }),
      handle: async ({ params, query, decision }) => {
        const { view, parts, modules } = await views.shown(params.twinId, decision, query.module);
        const { entries } = masterAt(parts, query.time);
        return { openedAt: view.openedAtS, time: query.time, modules, entries: entries.map(entryJson) };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/difference',
      id: 'recordDifference',
      summary: 'What changed in the record between two moments',
      description: `By field, with the statement that says so. ${RULE}`,
      tag: 'record',
      operation: 'read-record',
      params: twinParams,
      query: z.strictObject({ from: time, to: time, module: modulesQuery }),
      modulesOf: ({ query }) => query.module as readonly string[],
      answer: z.strictObject({
        openedAt,
        from: z.string(),
        to: z.string(),
        modules: moduleNames,
        differences: z.array(
          z.looseObject({
            kind: z.enum(['added', 'removed', 'changed']),
            resourceType: z.string(),
            handle: z.string(),
            fields: z.array(z.looseObject({ path: z.string() })),
          }),
        ),
      }),
      handle: async ({ params, query, decision }) => {
        const { view, parts, modules } = await views.shown(params.twinId, decision, query.module);
        const differences: Difference[] = diffMasters(masterAt(parts, query.from), masterAt(parts, query.to));
        return { openedAt: view.openedAtS, from: query.from, to: query.to, modules, differences };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/verification',
      id: 'verification',
      summary: 'What this hospital found when it verified the twin',
      description:
        'By lane: how many instances there are, how many parts opened, and every finding by its name (docs/RECORD.md, section 8). No content.',
      tag: 'record',
      operation: 'read-consents',
      params: twinParams,
      answer: z.strictObject({
        openedAt: openedAt.optional(),
        accessVersion: z.number().int().optional(),
        closedLanes: z.number().int().describe('Lanes that the hospital may not read.').optional(),
        lanes: z.array(
          z.strictObject({
            author: z.string(),
            instances: z.number().int(),
            opened: z.number().int(),
            state: z.enum(['verified', 'awaiting', 'unreachable', 'faulty']),
            findings: z.array(z.looseObject({ code: z.string() })),
          }),
        ),
      }),
      handle: async ({ params }) => {
        const view = service.master(params.twinId)?.view ?? (await service.views.view(params.twinId));
        if (view === undefined) return { lanes: [] };
        const { openedAtS, accessVersion, closedLanes, lanes } = view;
        return { openedAt: openedAtS, accessVersion, closedLanes, lanes };
      },
    }),
  ];
}

/** An entry as it is answered. */
export function entryJson({ id, resource, provenance: from, contradicts }: MasterEntry) {
  return { id, resource, provenance: from, contradicts };
}
