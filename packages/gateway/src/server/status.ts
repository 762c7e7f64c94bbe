/**
 * What a gateway says of itself to its own people: which twins it knows, what it may open, what is verified, what is under way. No clinical content, and no names: those are read by a decision, and with
 * a receipt (`names.ts`).
 */

import type { ConsortiumReader } from '@twinseal/chain';
import { hospitalAuthorId } from '@twinseal/record';
import type { Area, LaneSummary, TwinAreas } from '@twinseal/store';
import { bytesToHex, type Hex } from 'viem';
import type { BatchKeeper, BatchStatus, OwnMaps } from '../anchoring/index.js';
import type { EffectQueue } from '../automation/effects.js';
import { GatewayError } from '../errors.js';
import type { Notifier, NotifierStatus } from '../notifications/notifier.js';
import { TtlCache } from '../peers/ttl-cache.js';
import type { Gateway } from '../ports.js';
import type { ReceiptKeeper, ReceiptsStatus } from '../receipts/receipt-keeper.js';
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
  readonly role: 'custodian' | 'contributor' | 'reader';
  readonly ownInstances: number;
  /** Own instances that are not on the chain yet. */
  readonly unanchored: number;
  /** Own instances that stand in batches of this hospital, and the last of these batches; the others that are anchored were anchored directly. */
  readonly batched: number;
  readonly batch?: number;
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
  /** Access receipts, and how many of them are on the chain. */
  readonly receipts: ReceiptsStatus;
  /** How own instances go onto the chain, and how many wait for the next batch: sealed, not yet anchored. */
  readonly batches: BatchStatus;
  /** Notices that no patient has fetched yet, and what keeps them from being made. */
  readonly notifications: NotifierStatus;
  /** Effects that are not done, by kind. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly events: readonly GatewayEvent[];
  readonly memoryMiB: number;
}

export interface StatusSources {
  readonly gateway: Gateway;
  readonly twins: KnownTwins;
  readonly views: ViewStore;
  readonly custodians: Custodians;
  readonly areas: TwinAreas;
  readonly queue: EffectQueue;
  readonly events: EventRing;
  readonly endpoint: string;
  readonly version: string;
  readonly startedS: number;
  readonly receipts: ReceiptKeeper;
  readonly notifier: Notifier;
  readonly batches: Pick<BatchKeeper, 'status'>;
  readonly maps: Pick<OwnMaps, 'covered' | 'batchOf'>;
}

/** Who keeps each twin. The page asks for hundreds of them every few seconds, and they change once in years: a word of the chain is used again for a while. */
export class Custodians {
  readonly #chain: Pick<ConsortiumReader, 'twin'>;
  readonly #known = new TtlCache<string, Hex>(CUSTODIAN_TTL_MS, CUSTODIANS_KEPT);

  constructor(chain: Pick<ConsortiumReader, 'twin'>) {
    this.#chain = chain;
  }

  /** @returns the author id of the twin's custodian @throws GatewayError `twin-unknown` where the twin is not registered yet, which is asked again; ChainError */
  of(twinId: string): Promise<Hex> {
    return this.#known.get(twinId, async () => {
      const twin = await this.#chain.twin(`0x${twinId}`);
      if (twin === undefined) throw new GatewayError('twin-unknown', 'The chain does not know the twin.');
      return twin.custodian;
    });
  }
}

const CUSTODIAN_TTL_MS = 60_000;
const CUSTODIANS_KEPT = 1_000;

/** Twins in one answer. */
const PAGE = 200;

/** @param from how many twins to pass over, in order of introduction */
export async function gatewayStatus(sources: StatusSources, from = 0): Promise<GatewayStatus> {
  const { gateway, twins, views, custodians, areas, queue, events, endpoint, version, startedS } = sources;
  const self = bytesToHex(hospitalAuthorId(gateway.id));
  const ids = await twins.ids();
  const chain = await chainState(gateway.chain);
  const lanes = await gateway.ledger.lanes();
  const own = new Map<string, LaneSummary>(
    lanes.filter(({ authorId }) => `0x${authorId}` === self).map((lane) => [lane.twinId, lane]),
  );
  const sum = (of: (lane: LaneSummary) => number) => lanes.reduce((all, lane) => all + of(lane), 0);
  const areaOf = new Map((await areas.all()).map(({ twinId, area }) => [twinId, area]));
  const list: TwinStatus[] = [];
  for (const twinId of ids.slice(from, from + PAGE)) {
    const kept = await views.view(twinId);
    const mine = own.get(twinId);
    const custodian = chain.reachable ? await custodians.of(twinId).catch(() => undefined) : undefined;
    const batched = await sources.maps.covered(twinId);
    const batch = batched === 0 ? undefined : await sources.maps.batchOf(twinId, batched - 1);
    const { name: _name, ...view } = kept ?? ({} as HospitalView);
    list.push({
      twinId,
      role: custodian === self ? 'custodian' : mine !== undefined ? 'contributor' : 'reader',
      ownInstances: mine?.instances ?? 0,
      unanchored: mine?.unanchored ?? 0,
      batched,
      ...(batch === undefined ? {} : { batch }),
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
      lanes: lanes.length,
      instances: sum(({ instances }) => instances),
      unanchored: sum(({ unanchored }) => unanchored),
    },
    receipts: sources.receipts.status,
    batches: sources.batches.status,
    notifications: sources.notifier.status,
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
