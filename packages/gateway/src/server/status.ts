/** What a gateway says of itself to its own people: which twins it knows, what it may open, what is verified, what is under way. */

import type { ConsortiumReader } from '@twinseal/chain';
import { authorId, formatName } from '@twinseal/record';
import type { Area, InstanceRow, TwinAreas } from '@twinseal/store';
import { bytesToHex } from 'viem';
import type { EffectQueue } from '../automation/effects.js';
import type { Gateway } from '../ports.js';
import type { KnownTwins } from '../twins/known-twins.js';
import type { ViewStore } from '../twins/view-store.js';
import type { HospitalView } from '../usecases/refresh-twin.js';

/** One thing that happened, newest last. Never clinical content. */
export interface GatewayEvent {
  /** Seconds since 1970. */
  readonly atS: number;
  readonly what: string;
  readonly twinId?: string;
  readonly count?: number;
}

/** The last events, for the status page. */
export class EventRing {
  readonly #events: GatewayEvent[] = [];

  constructor(readonly limit = 50) {}

  add(event: GatewayEvent): void {
    this.#events.push(event);
    if (this.#events.length > this.limit) this.#events.shift();
  }

  all(): readonly GatewayEvent[] {
    return this.#events;
  }
}

export interface TwinStatus {
  readonly twinId: string;
  /** Where the gateway may open the module `identity`. */
  readonly name?: string;
  readonly role: 'custodian' | 'contributor' | 'reader';
  readonly ownInstances: number;
  /** Own instances that are not on the chain yet. */
  readonly unanchored: number;
  readonly view?: Omit<HospitalView, 'name'>;
  /** Where its data lies. */
  readonly area: Area;
  /** `verified`, or the worst of its lanes; `unopened` before the first look. */
  readonly state: 'unopened' | 'verified' | 'awaiting' | 'unreachable' | 'faulty';
}

export interface GatewayStatus {
  readonly hospital: string;
  readonly endpoint: string;
  readonly version: string;
  readonly startedS: number;
  readonly chain: { readonly reachable: boolean; readonly block?: number; readonly chainId: number };
  /** At most 200, in order of introduction; `totals.twins` counts all. */
  readonly twins: readonly TwinStatus[];
  readonly totals: {
    readonly twins: number;
    readonly lanes: number;
    readonly instances: number;
    readonly unanchored: number;
  };
  /** Effects that are not done, by kind. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly events: readonly GatewayEvent[];
  readonly memoryMiB: number;
}

export interface StatusSources {
  readonly gateway: Gateway;
  readonly twins: KnownTwins;
  readonly views: ViewStore;
  readonly areas: TwinAreas;
  readonly queue: EffectQueue;
  readonly events: EventRing;
  readonly endpoint: string;
  readonly version: string;
  readonly startedS: number;
}

/** Twins in one answer. */
const PAGE = 200;

/** @param from how many twins to pass over, in order of introduction */
export async function gatewayStatus(sources: StatusSources, from = 0): Promise<GatewayStatus> {
  const { gateway, twins, views, areas, queue, events, endpoint, version, startedS } = sources;
  const self = bytesToHex(authorId(formatName({ kind: 'hospital', hospital: gateway.id })));
  const ids = await twins.ids();
  const chain = await chainState(gateway.chain);
  const rows = await gateway.ledger.allInstances();
  const own = new Map<string, InstanceRow[]>();
  const lanes = new Set<string>();
  for (const row of rows) {
    lanes.add(`${row.twinId}${row.authorId}`);
    if (`0x${row.authorId}` === self) own.set(row.twinId, [...(own.get(row.twinId) ?? []), row]);
  }
  const areaOf = new Map((await areas.all()).map(({ twinId, area }) => [twinId, area]));
  const list: TwinStatus[] = [];
  for (const twinId of ids.slice(from, from + PAGE)) {
    const kept = await views.view(twinId);
    const mine = own.get(twinId) ?? [];
    const registered = chain.reachable
      ? await gateway.chain.twin(`0x${twinId}`).catch(() => undefined)
      : undefined;
    const { name, ...view } = kept ?? ({} as HospitalView);
    list.push({
      twinId,
      ...(name === undefined ? {} : { name }),
      role: registered?.custodian === self ? 'custodian' : mine.length > 0 ? 'contributor' : 'reader',
      ownInstances: mine.length,
      unanchored: mine.filter(({ txHash }) => txHash === null).length,
      ...(kept === undefined ? {} : { view }),
      state: stateOf(kept),
      area: areaOf.get(twinId) ?? 'online',
    });
  }
  return {
    hospital: gateway.id,
    endpoint,
    version,
    startedS,
    chain,
    twins: list,
    totals: {
      twins: ids.length,
      lanes: lanes.size,
      instances: rows.length,
      unanchored: rows.filter(({ txHash }) => txHash === null).length,
    },
    waiting: await queue.waiting(),
    events: events.all(),
    memoryMiB: Math.round(process.memoryUsage.rss() / 2 ** 20),
  };
}

async function chainState(chain: ConsortiumReader): Promise<GatewayStatus['chain']> {
  const { chainId } = chain.consortium;
  try {
    return { reachable: true, block: Number(await chain.connection.reader.getBlockNumber()), chainId };
  } catch {
    return { reachable: false, chainId };
  }
}

const ORDER = ['verified', 'awaiting', 'unreachable', 'faulty'] as const;

function stateOf(view: HospitalView | undefined): TwinStatus['state'] {
  if (view === undefined) return 'unopened';
  const worst = Math.max(0, ...view.lanes.map(({ state }) => ORDER.indexOf(state)));
  return ORDER[worst] as TwinStatus['state'];
}
