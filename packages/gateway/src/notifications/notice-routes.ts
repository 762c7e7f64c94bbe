/** Notices over the Twin API: by the page, and as they come. What a patient or a clinician gets here counts as delivered. */

import { z } from 'zod';
import { type ApiRoute, type Call, EventStream, route } from '../api/route.js';
import { seconds } from '../api/schemas.js';
import { TtlCache } from '../peers/ttl-cache.js';
import type { Gateway } from '../ports.js';
import { type Audience, NOTICE_KINDS, type Notice } from './notice.js';
import type { Notifier } from './notifier.js';

/** What the routes work with: of a running service. Looked at only when a call comes. */
export interface NoticeRouteParts {
  readonly notifier: Notifier;
  readonly gateway: Pick<Gateway, 'chain'>;
}

const PAGE = 200;
/** Notices that may wait for a client that reads slowly; then its stream ends, and it asks again from where it stopped. */
const MAX_BEHIND = 1_000;
/** How long the chain's word on who controls a twin is used, in ms. */
const CONTROL_TTL_MS = 10_000;
const MAX_REMEMBERED = 10_000;

const after = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,15})$/, 'expected the id of a notification')
  .transform(Number)
  .describe('Id of the last notification that is known.');

const noticeSchema = z.strictObject({
  id: z.number().int(),
  at: seconds,
  kind: z.enum(NOTICE_KINDS),
  twinId: z.string(),
  about: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
    .describe('Ids, counts and numbers; never a clinical value.'),
});

export function noticeRoutes(service: NoticeRouteParts): readonly ApiRoute[] {
  const controls = new TtlCache<string, string | undefined>(CONTROL_TTL_MS, MAX_REMEMBERED);
  /** Which twins' notices a caller gets, and as what: staff those of all that the hospital knows, an account those that it controls. */
  const audienceOf = async (
    call: Call,
  ): Promise<{ audience: Audience; isOwn: (twinId: string) => boolean }> => {
    const { caller } = call;
    if (caller.kind === 'staff') return { audience: 'clinicians', isOwn: () => true };
    const own = new Set<string>();
    if (caller.kind === 'account') {
      const address = caller.address.toLowerCase();
      for (const twinId of service.notifier.book.twins()) {
        const control = await controls.get(twinId, async () =>
          (await service.gateway.chain.twin(`0x${twinId}`))?.control.toLowerCase(),
        );
        if (control === address) own.add(twinId);
      }
    }
    return { audience: 'patient', isOwn: (twinId) => own.has(twinId) };
  };
  return [
    route({
      method: 'GET',
      path: '/notifications',
      id: 'notifications',
      summary: 'What happened, oldest first',
      description: `At most ${PAGE} in one answer, of the twins that the caller controls, or, for staff, that the hospital knows. Kept while they are among the newest of their twin.`,
      tag: 'notifications',
      operation: 'read-own',
      query: z.strictObject({ from: after.optional() }),
      answer: z.strictObject({
        notifications: z.array(noticeSchema),
        next: z.number().int().describe('What to give as `from` next time.'),
      }),
      handle: async (call) => {
        const { audience, isOwn } = await audienceOf(call);
        const start = call.query.from ?? 0;
        const { book } = service.notifier;
        const list = book.list({ audience, after: start, limit: PAGE, isOwn });
        await book.deliver(audience, list);
        return { notifications: list.map(told), next: list.at(-1)?.id ?? start };
      },
    }),
    route({
      method: 'GET',
      path: '/notifications/stream',
      id: 'notificationStream',
      summary: 'What happens, as it happens',
      description:
        'Server-sent events, named after their kind. After a break the header last-event-id (or `from`) says where to go on. A client that does not read is dropped.',
      tag: 'notifications',
      operation: 'read-own',
      query: z.strictObject({ from: after.optional() }),
      answer: 'events',
      handle: async (call) => {
        const header = call.headers['last-event-id'];
        const last = header === undefined ? undefined : after.safeParse(header).data;
        return new EventStream(live(call, last ?? call.query.from ?? 0));
      },
    }),
  ];

  async function* live(call: Call, from: number) {
    const { book } = service.notifier;
    let wake: (() => void) | undefined;
    let behind = 0;
    const end = book.onAdded(() => {
      behind++;
      wake?.();
    });
    const onAbort = () => wake?.();
    call.signal.addEventListener('abort', onAbort, { once: true });
    let last = from;
    try {
      while (!call.signal.aborted) {
        const { audience, isOwn } = await audienceOf(call);
        behind = 0;
        for (let list = book.list({ audience, after: last, limit: PAGE, isOwn }); list.length > 0; ) {
          for (const notice of list) {
            yield { id: String(notice.id), event: notice.kind, data: told(notice) };
            last = notice.id;
          }
          await book.deliver(audience, list);
          if (behind > MAX_BEHIND) return;
          list = book.list({ audience, after: last, limit: PAGE, isOwn });
        }
        if (behind > 0 || call.signal.aborted) continue;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = undefined;
      }
    } finally {
      end();
      call.signal.removeEventListener('abort', onAbort);
    }
  }
}

function told({ id, at, kind, twinId, about }: Notice) {
  return { id, at, kind, twinId, about };
}
