/** Notices over the Twin API: by the page, and as they come. What a patient, a proxy or a clinician gets here counts as delivered to it. */

import { z } from 'zod';
import { type ApiRoute, type Call, EventStream, route } from '../api/route.js';
import { seconds } from '../api/schemas.js';
import { TtlCache } from '../peers/ttl-cache.js';
import type { Gateway } from '../ports.js';
import { type Audience, NOTICE_KINDS, type Notice, type Receiver } from './notice.js';
import type { Notifier } from './notifier.js';
import { twinsOfProxy } from './twins-of-proxy.js';

/** What the routes work with: of a running service. Looked at only when a call comes. */
export interface NoticeRouteParts {
  readonly notifier: Notifier;
  readonly gateway: Pick<Gateway, 'chain'>;
}

const PAGE = 200;
/** Notices that may wait for a client that reads slowly; then its stream ends, and it asks again from where it stopped. */
const MAX_BEHIND = 1_000;
/** How long the chain's word on who controls a twin, or is its proxy, is used, in ms. */
const STANDING_TTL_MS = 10_000;
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

/** What a caller gets: which notices, and as whom of each twin. */
interface Audiences {
  readonly audience: Audience;
  /** As whom the caller gets a twin's notices; undefined where it gets none. */
  readonly receiverOf: (twinId: string) => Receiver | undefined;
}

export function noticeRoutes(service: NoticeRouteParts): readonly ApiRoute[] {
  const controls = new TtlCache<string, string | undefined>(STANDING_TTL_MS, MAX_REMEMBERED);
  const proxied = new TtlCache<string, ReadonlySet<string>>(STANDING_TTL_MS, MAX_REMEMBERED);
  /** Staff gets the notices of all twins that the hospital knows; an account those of the twins that it controls, and of those whose live proxy it is. */
  const audiencesOf = async ({ caller }: Call): Promise<Audiences> => {
    if (caller.kind === 'staff') return { audience: 'clinicians', receiverOf: () => 'clinicians' };
    const own = new Map<string, Receiver>();
    if (caller.kind === 'account') {
      const { chain } = service.gateway;
      const address = caller.address.toLowerCase();
      for (const twinId of await proxied.get(address, () => twinsOfProxy(chain, caller.address)))
        own.set(twinId, 'proxies');
      for (const twinId of service.notifier.book.twins()) {
        const control = await controls.get(twinId, async () =>
          (await chain.twin(`0x${twinId}`))?.control.toLowerCase(),
        );
        if (control === address) own.set(twinId, 'patient');
      }
    }
    return { audience: 'patient', receiverOf: (twinId) => own.get(twinId) };
  };
  const listed = ({ audience, receiverOf }: Audiences, from: number): Notice[] =>
    service.notifier.book.list({
      audience,
      after: from,
      limit: PAGE,
      isOwn: (twinId) => receiverOf(twinId) !== undefined,
    });
  const delivered = async ({ receiverOf }: Audiences, list: readonly Notice[]): Promise<void> => {
    for (const receiver of new Set(list.map(({ twinId }) => receiverOf(twinId)))) {
      if (receiver === undefined) continue;
      const theirs = list.filter(({ twinId }) => receiverOf(twinId) === receiver);
      await service.notifier.book.deliver(receiver, theirs);
    }
  };
  return [
    route({
      method: 'GET',
      path: '/notifications',
      id: 'notifications',
      summary: 'What happened, oldest first',
      description: `At most ${PAGE} in one answer, of the twins that the caller controls or whose live proxy it is, or, for staff, that the hospital knows. What a proxy fetches is no delivery to the patient. Kept while they are among the newest of their twin.`,
      tag: 'notifications',
      operation: 'read-own',
      query: z.strictObject({ from: after.optional() }),
      answer: z.strictObject({
        notifications: z.array(noticeSchema),
        next: z.number().int().describe('What to give as `from` next time.'),
      }),
      handle: async (call) => {
        const audiences = await audiencesOf(call);
        const start = call.query.from ?? 0;
        const list = listed(audiences, start);
        await delivered(audiences, list);
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
        const audiences = await audiencesOf(call);
        behind = 0;
        for (let list = listed(audiences, last); list.length > 0; ) {
          for (const notice of list) {
            yield { id: String(notice.id), event: notice.kind, data: told(notice) };
            last = notice.id;
          }
          await delivered(audiences, list);
          if (behind > MAX_BEHIND) return;
          list = listed(audiences, last);
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
