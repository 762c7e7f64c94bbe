/**
 * A running gateway: answers its peers, its own people and patients over HTTP, follows the chain, and does what has to be done. It trusts none of them; what each is
 * checked for stands with the use cases.
 */

import { randomBytes } from 'node:crypto';
import type { Confirmed } from '@twinseal/chain';
import { evaluateFlags, ModuleRegistry, type TimelineEntry } from '@twinseal/twin';
import type { FastifyInstance } from 'fastify';
import { BatchKeeper, type KeptWords, peerWords } from '../anchoring/index.js';
import type { EffectQueue, NewEffect } from '../automation/effects.js';
import { CONSUMER, everything, followOnce, type Kept, keptEffects } from '../automation/follower.js';
import { type Consent, KeptConsents } from '../automation/kept-consents.js';
import { ledgerQueue } from '../automation/ledger-queue.js';
import { relayConsent } from '../automation/relay.js';
import { type Handlers, type Round, workOnce } from '../automation/worker.js';
import { type GatewayConfig, isLoopbackHost } from '../config/index.js';
import { Emergencies, fetchWithoutChain, LastKnown, ReleasesWithoutChain } from '../emergency/index.js';
import { KeyedMutex } from '../internal/keyed-mutex.js';
import type { Introduction } from '../introductions/introduction.js';
import { takeIntroduction } from '../introductions/take-introduction.js';
import type { Log } from '../log/index.js';
import { NoticeBook, Notifier } from '../notifications/index.js';
import { type LaneRef, PeerClient, PeerDirectory } from '../peers/index.js';
import type { Gateway } from '../ports.js';
import { Deliveries, ReceiptKeeper, ThreadSigner } from '../receipts/index.js';
import { buildApp } from '../server/app.js';
import { Custodians, EventRing, type GatewayStatus, gatewayStatus } from '../server/status.js';
import { type KnownTwin, KnownTwins } from '../twins/known-twins.js';
import { ViewStore } from '../twins/view-store.js';
import { type Refreshed, refreshTwin } from '../usecases/refresh-twin.js';
import { handlersOf } from './handlers.js';
import { openParties, type Parties, type Seams } from './open-parties.js';
import { openOperatorToken } from './operator-token.js';

/** Seconds between two looks for inactive twins. */
const SWEEP_EVERY_S = 600;
/** Seconds for which an effect that was done is remembered, for whoever asks what happened: a week. */
const EFFECTS_KEPT_S = 7 * 86_400;
/** Seconds between two looks for instances that nothing brings onto the chain: their effect could not be written down when they came. */
const CATCH_UP_EVERY_S = 20;
/** Seconds between two looks at who takes part, for when the chain does not answer. */
const NOTE_EVERY_S = 5;
/** Seconds that one peer may take to answer. */
const PEER_TIMEOUT_S = 20;
/** Masters kept in memory, the last used: the status page and the timeline need them, and a gateway may know thousands of twins. */
const MASTERS_KEPT = 32;
/** Seconds for which the chain's word on who is a hospital, and where, is used again. */
const DIRECTORY_TTL_S = 5;
/** How long a page of events is followed by the next at once, before work is done in between. */
const PAGES_AT_ONCE = 20;

const FLAG_MODULES = ModuleRegistry.standard();

export interface ServiceOptions {
  readonly config: GatewayConfig;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  readonly version: string;
  /** For tests: what is put in the place of the platform's. */
  readonly seams?: Seams;
  /** For tests: nothing is done but when {@link GatewayService.turn} is called. */
  readonly byHand?: boolean;
}

export class GatewayService {
  readonly gateway: Gateway;
  readonly twins: KnownTwins;
  readonly consents: KeptConsents;
  readonly views: ViewStore;
  readonly queue: EffectQueue;
  readonly events = new EventRing();
  /** What was released, and to whom; anchored and answered for. */
  readonly receipts: ReceiptKeeper;
  readonly deliveries: Deliveries;
  /** Words of lanes in batches. */
  readonly words: KeptWords;
  /** Brings the own instances onto the chain many at a time, where the configuration says so. */
  readonly batches: BatchKeeper;
  readonly emergencies: Emergencies;
  /** What this gateway released to others without the chain. */
  readonly releases: ReleasesWithoutChain;
  readonly notifier: Notifier;
  readonly mutex = new KeyedMutex();
  readonly self: string;
  readonly operatorToken: string;
  readonly #options: ServiceOptions;
  readonly #parties: Parties;
  readonly #peers: PeerClient;
  readonly #directory: PeerDirectory;
  readonly #custodians: Custodians;
  readonly #masters = new Map<string, Refreshed>();
  readonly #startedS: number;
  #app: FastifyInstance | undefined;
  #loop: Promise<void> | undefined;
  #nextSweepS = 0;
  #nextCatchUpS = 0;
  readonly #handlers: Handlers;
  readonly #lastKnown: LastKnown;
  #nextNoteS = 0;
  #stopping = false;
  #wake: (() => void) | undefined;

  private constructor(options: ServiceOptions, parties: Parties, token: string, loopback: boolean) {
    this.#options = options;
    this.#parties = parties;
    this.gateway = parties.gateway;
    this.self = parties.self;
    this.operatorToken = token;
    this.twins = new KnownTwins(parties.gateway.vault);
    this.consents = new KeptConsents(parties.gateway.vault);
    this.views = new ViewStore(parties.areas);
    this.queue = ledgerQueue(parties.database);
    const { anchorEvery, anchorAfterS } = options.config.receipts;
    this.receipts = new ReceiptKeeper(parties.gateway, { everyReceipts: anchorEvery, afterS: anchorAfterS });
    this.receipts.book.helpWith(async () => {
      const { params, key, chain } = parties.gateway;
      try {
        return await ThreadSigner.start({ params, key, domain: chain.domain });
      } catch (error) {
        options.log.warn('receipts are signed without a thread of their own', { error });
        throw error;
      }
    });
    this.deliveries = new Deliveries(parties.gateway.vault);
    this.notifier = new Notifier(new NoticeBook(parties.areas, parties.gateway.nowS), {
      gateway: parties.gateway,
      twins: this.twins,
      queue: this.queue,
      receipts: this.receipts.book,
      online: async () =>
        (await parties.areas.all()).filter(({ area }) => area === 'online').map(({ twinId }) => twinId),
    });
    this.#lastKnown = new LastKnown(parties.gateway.chain, parties.gateway.vault, this.twins);
    this.emergencies = new Emergencies(
      parties.gateway,
      this.twins,
      (what, twinId) => this.tell(what, twinId),
      {
        fetch: (twin, statement, digest, modules) =>
          fetchWithoutChain(
            {
              gateway: this.gateway,
              known: this.#lastKnown,
              client: peersWithoutChain,
              before: (twinId) => this.emergencies.openedWithoutChain(twinId) ?? this.master(twinId),
            },
            twin,
            statement,
            digest,
            modules,
          ),
      },
    );
    this.releases = new ReleasesWithoutChain({
      gateway: parties.gateway,
      twins: this.twins,
      known: this.#lastKnown,
      mutex: this.mutex,
      told: (what, twinId, count) => this.tell(what, twinId, count),
      notify: (notice) => this.notifier.tell(notice),
    });
    this.#custodians = new Custodians(parties.gateway.chain);
    this.#startedS = parties.gateway.nowS();
    const { account, params, chain } = parties.gateway;
    this.#directory = new PeerDirectory(chain, {
      ttlS: DIRECTORY_TTL_S,
      loopback,
    });
    this.#peers = new PeerClient({
      account,
      chainId: chain.consortium.chainId,
      directory: this.#directory,
      params,
      timeoutMs: PEER_TIMEOUT_S * 1000,
      onFault: (fault) => {
        options.log.warn('a peer was not believed', { code: fault.code });
        this.tell(`a peer was not believed: ${fault.code}`);
      },
    });
    const peersWithoutChain = new PeerClient({
      account,
      chainId: chain.consortium.chainId,
      directory: new PeerDirectory(chain, {
        ttlS: DIRECTORY_TTL_S,
        loopback,
        hospitals: async () => (await this.#lastKnown.consortium())?.hospitals ?? [],
      }),
      params,
      timeoutMs: PEER_TIMEOUT_S * 1000,
    });
    this.words = parties.words;
    parties.words.askThrough(peerWords(this.#peers, chain, `0x${this.self}`));
    this.batches = new BatchKeeper({
      gateway: this.gateway,
      maps: parties.maps,
      twins: this.twins,
      mutex: this.mutex,
      self: this.self,
      policy: options.config.anchoring,
      told: (what, twinId, count) => this.tell(what, twinId, count),
      anchored: (twinIds, batch) => this.#batchAnchored(twinIds, batch),
    });
    this.#handlers = handlersOf({
      lastKnown: this.#lastKnown,
      gateway: this.gateway,
      ...(options.config.anchoring.mode === 'batch' ? { batches: parties.maps } : {}),
      twins: this.twins,
      consents: this.consents,
      mutex: this.mutex,
      fetcher: this.#peers,
      replicas: this.#peers,
      self: this.self,
      told: (what, twinId, count) => this.tell(what, twinId, count),
      refreshed: (made) => this.#keepMaster(made),
      forget: (twinId) => this.forgetOpened(twinId),
    });
  }

  /**
   * Opens everything, listens, and begins to follow the chain.
   *
   * @throws what {@link openParties} throws; GatewayError `listen-failed` where the address cannot be listened on
   */
  static async start(options: ServiceOptions): Promise<GatewayService> {
    const parties = await openParties(options.config, options.env, options.seams);
    try {
      const token = await openOperatorToken(options.config);
      const { hostname } = new URL(options.config.endpoint);
      const loopback = (await isLoopbackHost(hostname.replace(/^\[|\]$/g, ''))) === true;
      const service = new GatewayService(options, parties, token, loopback);
      await service.queue.releaseAll();
      await service.resume();
      service.#app = await buildApp(service, {
        words: parties.words,
        config: options.config,
        log: options.log,
        directory: service.#directory,
        onStep: options.seams?.onStep,
      });
      if (options.byHand !== true) service.#loop = service.#run();
      return service;
    } catch (error) {
      await parties.close();
      throw error;
    }
  }

  /** What it was started with. */
  get config(): GatewayConfig {
    return this.#options.config;
  }

  /** Where it listens, such as `http://127.0.0.1:8701`. */
  get url(): string {
    const { listen } = this.#options.config;
    const address = this.#app?.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : listen.port;
    const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host;
    return `${listen.tls === undefined ? 'http' : 'https'}://${host}:${port}`;
  }

  /** Remembers an event for the status page; no clinical content. */
  tell(what: string, twinId?: string, count?: number): void {
    this.events.add({
      atS: this.gateway.nowS(),
      what,
      ...(twinId === undefined ? {} : { twinId }),
      ...(count === undefined ? {} : { count }),
    });
  }

  /** Writes effects down and begins with them at once. */
  async enqueue(effects: readonly NewEffect[]): Promise<void> {
    await this.queue.enqueue(effects);
    this.#wake?.();
  }

  /** Everything there is to do for a twin, at once. @param occasion what it is about; the same occasion twice is one effect */
  async attendTo(twinId: string, occasion: string): Promise<void> {
    await this.enqueue(everything(twinId, this.self, occasion));
  }

  /**
   * Relays a patient's signed consent and keeps it, so that it can be relayed again should the chain forget it.
   *
   * @throws ChainError; the consent is not done then, unless it is `unconfirmed`
   */
  relay(twinId: string, consent: Consent): Promise<Confirmed> {
    return relayConsent(this.gateway, this.consents, twinId, consent);
  }

  /** Takes a patient's introduction, once, and begins with what there is to do for the twin. @throws as {@link takeIntroduction} */
  async introduce(introduction: Introduction): Promise<void> {
    const { twinId } = introduction.slip;
    await this.mutex.run('introductions', () => takeIntroduction(this.gateway, this.twins, introduction));
    this.tell('patient introduced', twinId);
    await this.attendTo(twinId, `introduced/${introduction.nonce.slice(2, 34)}`);
  }

  /** What a crash may have kept from being written down: lanes that may not be on the chain, consents that it may have forgotten, and every twin once. */
  async resume(): Promise<void> {
    const occasion = `start/${unique(this.#startedS)}`;
    const cursor = await this.queue.cursor(CONSUMER);
    // What the cursor passed is looked at with it: where the chain has another block there, it forgot.
    const lanes = (await this.gateway.ledger.lanes()).filter(
      ({ unanchored, newestBlock }) =>
        unanchored > 0 || cursor === undefined || (newestBlock ?? 0) > cursor.blockNumber,
    );
    const effects = keptEffects({ consents: await this.consents.twins(), lanes }, occasion);
    // What lies offline is left there: nothing happens to it unless somebody asks.
    const away = new Set(
      (await this.#parties.areas.all()).filter(({ area }) => area === 'offline').map(({ twinId }) => twinId),
    );
    for (const twinId of (await this.twins.ids()).filter((id) => !away.has(id)))
      effects.push(...everything(twinId, this.self, occasion));
    await this.queue.enqueue([...new Map(effects.map((effect) => [effect.key, effect])).values()]);
  }

  /** A peer or a patient gave something into keeping: it is anchored where it is not yet, and the own view is made new. */
  async kept(what: 'instance' | 'capsules', lane: LaneRef, count: number): Promise<void> {
    const { twinId, authorId } = lane;
    this.tell(
      what === 'instance' ? 'instance kept for its author' : 'capsules kept for their author',
      twinId,
      count,
    );
    const mark = `kept/${what}/${authorId}/${unique(this.gateway.nowS())}`;
    const refresh: NewEffect = { kind: 'refresh', key: `refresh/${twinId}/${mark}`, payload: { twinId } };
    const anchor: NewEffect = {
      kind: 'lane',
      key: `lane/${twinId}/${authorId}/${mark}`,
      payload: { twinId, authorId },
    };
    await this.enqueue(what === 'instance' ? [anchor, refresh] : [refresh]);
  }

  /** The last master of a twin, if it was opened since the start. */
  master(twinId: string): Refreshed | undefined {
    return this.#masters.get(twinId);
  }

  /** Makes the view of a twin new now, and waits for it. */
  async refreshed(twin: KnownTwin): Promise<Refreshed> {
    const made = await this.mutex.run(twin.twinId, () => refreshTwin(this.gateway, twin, this.#peers));
    await this.#keepMaster(made);
    return made;
  }

  /** Own lanes grew on the chain: the custodian gets what it lacks, and the own views are made new. */
  async #batchAnchored(twinIds: readonly string[], batch: number): Promise<void> {
    const mark = `batch/${batch}/${unique(this.gateway.nowS())}`;
    const { self } = this;
    await this.enqueue(
      twinIds.flatMap((twinId): NewEffect[] => [
        { kind: 'lane', key: `lane/${twinId}/${self}/${mark}`, payload: { twinId, authorId: self } },
        { kind: 'refresh', key: `refresh/${twinId}/${mark}`, payload: { twinId } },
      ]),
    );
  }

  /** Forgets everything of a twin that was opened here: masters, views, timelines. @throws StoreError */
  async forgetOpened(twinId: string): Promise<void> {
    this.#masters.delete(twinId);
    await this.views.forget(twinId);
  }

  /** The newest lines of a twin's timeline as it was opened last, of one module or of all. */
  async recent(twin: KnownTwin, module?: string): Promise<readonly TimelineEntry[]> {
    const lines = (await this.views.recent(twin.twinId)) ?? [];
    return module === undefined
      ? lines
      : lines.filter(({ provenance }) => provenance.some((each) => each.module === module));
  }

  async status(from = 0): Promise<GatewayStatus> {
    const sources = {
      gateway: this.gateway,
      twins: this.twins,
      views: this.views,
      custodians: this.#custodians,
      areas: this.#parties.areas,
      queue: this.queue,
      events: this.events,
      endpoint: this.#options.config.endpoint,
      version: this.#options.version,
      startedS: this.#startedS,
      receipts: this.receipts,
      notifier: this.notifier,
      batches: this.batches,
      maps: this.#parties.maps,
    };
    return gatewayStatus(sources, from);
  }

  /**
   * Follows the chain and does what is due, once. The service does so by itself; tests that start it `byHand` say when.
   *
   * @throws ChainError, StoreError: what was not done is done at the next turn
   */
  async turn(): Promise<Round & { readonly followed: number }> {
    const followed = await this.#follow();
    await this.#note(true);
    const round = await this.#work();
    await this.#anchor();
    await this.#account();
    await this.#notify();
    return { ...round, followed };
  }

  /** Finishes what is under way, and stops: nothing that was acknowledged is lost. Safe to call twice. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake?.();
    await this.#app?.close();
    await this.#loop;
    await this.receipts.book.endHelp();
    await this.#parties.close();
  }

  async #run(): Promise<void> {
    const { config, log } = this.#options;
    let reachable = true;
    let wasAway = false;
    while (!this.#stopping) {
      let busy = false;
      try {
        busy = (await this.#follow()) > 0;
        await this.#note();
        if (!reachable) this.tell('the chain answers again');
        reachable = true;
      } catch (error) {
        if (reachable) this.tell('the chain does not answer; what needs it waits');
        reachable = false;
        log.warn('the chain could not be followed', { error });
      }
      try {
        // What was taken when the database went away is ours still, and nobody else would do it before the lease ends.
        if (wasAway) await this.queue.releaseAll();
        wasAway = false;
        await this.#catchUpIfDue();
        const round = await this.#work();
        busy ||= round.done > 0;
        for (const { kind, twinId, code, error } of round.failures) {
          log.warn('an effect is not done yet', {
            kind,
            twin: twinId,
            code,
            ...(code === 'fault' ? { error } : {}),
          });
        }
      } catch (error) {
        if (!wasAway) this.tell('the database does not answer; what needs it waits');
        wasAway = true;
        log.error('effects could not be worked on', { error });
      }
      busy = (await this.#anchor()) > 0 || busy;
      await this.#account();
      await this.#notify();
      await this.#sweepIfDue();
      if (!busy && !this.#stopping) await this.#pause(config.chain.pollS * 1000);
    }
  }

  /** Keeps what the chain says of who takes part, for when it does not answer. @param isDue whatever the time */
  async #note(isDue = false): Promise<void> {
    const nowS = this.gateway.nowS();
    if (!isDue && nowS < this.#nextNoteS) return;
    this.#nextNoteS = nowS + NOTE_EVERY_S;
    await this.#lastKnown.note();
  }

  /** Brings batches of own instances onto the chain. What fails is tried again. @returns instances that came onto the chain */
  async #anchor(): Promise<number> {
    const before = this.batches.status.lastFailure;
    try {
      return await this.batches.turn();
    } catch (error) {
      const { code } = error as { code?: unknown };
      const known = typeof code === 'string' ? code : 'fault';
      if (before !== known) {
        this.tell(`a batch could not be anchored: ${known}`);
        this.#options.log.warn('a batch of instances could not be anchored', {
          code: known,
          ...(known === 'fault' ? { error } : {}),
        });
      }
      return 0;
    }
  }

  /** Accounts for what was released: anchors receipts, answers challenges. What fails is tried again. */
  async #account(): Promise<void> {
    try {
      await this.emergencies.turn();
      const standing = await this.releases.turn();
      if (standing > 0)
        this.tell('emergencies that were released without the chain stand on it', undefined, standing);
      const { anchored, answered, unknown } = await this.receipts.turn();
      if (anchored > 0) this.tell('access receipts anchored', undefined, anchored);
      if (answered > 0) this.tell('challenges of receipts answered', undefined, answered);
      if (unknown > 0) this.tell('receipts are challenged that the log does not have', undefined, unknown);
    } catch (error) {
      const { code } = error as { code?: unknown };
      this.#options.log.warn('access receipts could not be accounted for', {
        code: typeof code === 'string' ? code : 'fault',
      });
    }
  }

  /** Tells who is concerned of what happened. What fails is tried again, and is seen in the status until it succeeds. */
  async #notify(): Promise<void> {
    const before = this.notifier.status.lastFailure;
    try {
      await this.notifier.turn();
    } catch (error) {
      // Said once, and shown until it is over.
      if (this.notifier.status.lastFailure === before) return;
      const { code } = error as { code?: unknown };
      this.#options.log.warn('notifications could not be made', {
        code: typeof code === 'string' ? code : 'fault',
      });
    }
  }

  /** Moves twins between the areas, now and then. */
  async #sweepIfDue(): Promise<void> {
    const nowS = this.gateway.nowS();
    if (nowS < this.#nextSweepS) return;
    this.#nextSweepS = nowS + SWEEP_EVERY_S;
    try {
      await this.queue.forget(nowS - EFFECTS_KEPT_S);
      const { out, back, failed } = await this.#parties.areas.sweep();
      if (out.length > 0) this.tell('inactive twins moved offline', undefined, out.length);
      if (back.length > 0) this.tell('twins brought back online', undefined, back.length);
      for (const { twinId, code } of failed)
        this.#options.log.warn('a twin could not be moved between the areas', { twin: twinId, code });
    } catch (error) {
      this.#options.log.warn('the areas could not be swept', { error });
    }
  }

  #work(): Promise<Round> {
    return workOnce(this.queue, this.#handlers, this.gateway.nowS, () => this.#stopping);
  }

  async #kept(): Promise<Kept> {
    return { consents: await this.consents.twins(), lanes: await this.gateway.ledger.lanes() };
  }

  /** Instances that were kept while their effect could not be written down (a database that failed in between) are brought onto the chain all the same. */
  async #catchUpIfDue(): Promise<void> {
    const nowS = this.gateway.nowS();
    if (nowS < this.#nextCatchUpS) return;
    this.#nextCatchUpS = nowS + CATCH_UP_EVERY_S;
    // What waits for the next batch has nothing to catch up with.
    const batched = this.#options.config.anchoring.mode === 'batch' ? this.self : undefined;
    const lanes = (await this.gateway.ledger.lanes()).filter(
      ({ unanchored, authorId }) => unanchored > 0 && authorId !== batched,
    );
    if (lanes.length === 0) return;
    await this.queue.enqueue(keptEffects({ consents: [], lanes }, `late/${unique(nowS)}`));
  }

  async #follow(): Promise<number> {
    const { config, log } = this.#options;
    let effects = 0;
    for (let page = 0; page < PAGES_AT_ONCE; page++) {
      const followed = await followOnce({
        chain: this.gateway.chain,
        queue: this.queue,
        twins: this.twins,
        self: this.self,
        newest: () => this.gateway.writer.newest,
        forgetNewest: () => this.gateway.writer.forgetNewest(),
        kept: () => this.#kept(),
        maxBlocks: config.follow.maxBlocksPerPoll,
      });
      effects += followed.effects;
      if (followed.chainForgot) {
        this.#lastKnown.forget();
        this.tell('the chain forgot blocks; everything is looked at anew');
        log.warn('the chain forgot blocks', { blockNumber: followed.toBlock });
      }
      if (followed.upToDate) break;
    }
    return effects;
  }

  async #keepMaster(made: Refreshed): Promise<void> {
    await this.views.keep(made);
    this.#masters.delete(made.view.twinId);
    this.#masters.set(made.view.twinId, made);
    for (const oldest of this.#masters.keys()) {
      if (this.#masters.size <= MASTERS_KEPT) break;
      this.#masters.delete(oldest);
    }
    await this.#tellFlags(made);
    this.tell('view made new', made.view.twinId, made.view.entries);
  }

  /** Tells of flags that are newly raised; where that fails, the next view tries again. */
  async #tellFlags({ view, master }: Refreshed): Promise<void> {
    const { flags } = evaluateFlags({
      entries: master.entries,
      modules: FLAG_MODULES.definitions,
      now: new Date(this.gateway.nowS() * 1000).toISOString(),
    });
    const raised = flags
      .filter(({ state }) => state === 'raised')
      .map(({ module, flag }) => `${module}/${flag}`);
    await this.notifier.flags(view.twinId, raised).catch((error: unknown) => {
      this.#options.log.warn('flags could not be told of', { twin: view.twinId, error });
    });
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      const self = this;
      function done() {
        clearTimeout(timer);
        self.#wake = undefined;
        resolve();
      }
      this.#wake = done;
    });
  }
}

/** A mark that no other occasion has, in the same second or after a restart. */
function unique(nowS: number): string {
  return `${nowS}-${randomBytes(6).toString('hex')}`;
}
