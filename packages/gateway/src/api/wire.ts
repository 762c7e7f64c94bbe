/** The Twin API of a running gateway: desk, gate and routes put together. */

import type { FastifyPluginAsync } from 'fastify';
import type { Hex } from 'viem';
import { CONSUMER } from '../automation/follower.js';
import type { GatewayConfig } from '../config/index.js';
import type { Caller } from '../decision/ask.js';
import { ChainFacts } from '../decision/chain-facts.js';
import { DecisionDesk } from '../decision/desk.js';
import { type LocalEmergencies, OwnLaneBook } from '../decision/facts.js';
import { recallVolume } from '../decision/recall-volume.js';
import { VolumeBook } from '../decision/volume.js';
import type { Log } from '../log/index.js';
import type { PageOrigins } from '../page/page-origins.js';
import { receiptBook } from '../receipts/index.js';
import type { GatewayService } from '../service/gateway-service.js';
import type { Doors } from '../sign-in/index.js';
import { denied } from './errors.js';
import type { GateParts, ReceiptMode } from './gate.js';
import { type ReadReceiptParts, readReceipts, receiptDenial } from './read-receipts.js';
import { RecordViews, type Shown } from './record-view.js';
import { apiPlugin } from './register.js';
import { apiRoutes } from './routes.js';

export interface ApiOptions {
  readonly config: GatewayConfig;
  readonly log: Log;
  readonly doors: Doors;
  /** Whose pages may ask. */
  readonly pages: PageOrigins;
  readonly emergencies?: LocalEmergencies;
  /** For tests. */
  readonly onStep?: GateParts['onStep'] | undefined;
}

export interface Api {
  /** Where every path on which something leaves is decided. */
  readonly desk: DecisionDesk;
  readonly plugin: FastifyPluginAsync;
  /**
   * What a member of staff may see of a twin, decided and receipted like a read over the API.
   *
   * @param modules only these; all that are covered where it is left out
   * @param mode how it is receipted; `receipt` by default
   * @throws ApiError `denied`; ChainError, StoreError
   */
  readRecord(
    caller: Caller,
    twinId: string,
    purpose: string,
    modules?: readonly string[],
    mode?: ReceiptMode,
  ): Promise<Shown>;
}

export function twinApi(service: GatewayService, options: ApiOptions): Api {
  const { gateway, twins, self } = service;
  const { config, log, doors } = options;
  const { decisionTimeoutS, handlerTimeoutS, ...volume } = config.limits;
  const decisionTimeoutMs = decisionTimeoutS * 1000;
  const chain = new ChainFacts({ chain: gateway.chain, hospital: gateway.id, timeoutMs: decisionTimeoutMs });
  const receiptParts = {
    gateway,
    twins,
    book: receiptBook(gateway),
    chain,
    followed: async () => {
      const cursor = await service.queue.cursor(CONSUMER);
      // A cursor before the first block names none.
      if (cursor === undefined || cursor.blockHash === '') return undefined;
      return { number: cursor.blockNumber, hash: cursor.blockHash as Hex };
    },
  } satisfies ReadReceiptParts;
  const tellPatient = (twinId: string, what: string) => {
    const nowS = gateway.nowS();
    service.notifier.tell({
      // Once a minute for the same thing: a patient is told, not flooded.
      key: `unusual/${what}/${Math.floor(nowS / 60)}`,
      kind: 'unusual',
      twinId,
      about: { what },
      audience: ['hospital', 'patient'],
    });
  };
  const counted = new VolumeBook(volume);
  recallVolume(counted, receiptParts.book, gateway.id, gateway.nowS());
  const desk = new DecisionDesk({
    gateway,
    twins,
    ownLanes: new OwnLaneBook(gateway.ledger, self),
    chain,
    log,
    volume: counted,
    emergencies: options.emergencies ?? service.emergencies,
    onDenied: (ask, decision) => {
      void receiptDenial(receiptParts, ask, decision).catch((error: unknown) =>
        log.error('a refusal could not be receipted', { error }),
      );
    },
    onUnusual: (ask, unusual) => {
      for (const what of unusual) {
        log.warn('a request is unusual', {
          code: what,
          kind: ask.operation,
          ...(ask.twinId === undefined ? {} : { twin: ask.twinId }),
        });
        service.tell(`unusual request: ${what}`, ask.twinId);
        if (ask.twinId !== undefined) tellPatient(ask.twinId, what);
      }
    },
  });
  const receipts = readReceipts(receiptParts);
  const plugin = apiPlugin(
    apiRoutes(service, doors, (...read) => readRecord(...read)),
    {
      desk,
      log,
      callerOf: (request) => doors.callerOf(request),
      receipts,
      isPage: (origin) => options.pages.isPage(origin),
      requestsPerMinute: config.limits.requestsPerMinute,
      notifyPatient: ({ twinId, operation }, decision) => {
        // What is unusual was told of when it was noticed.
        if (twinId !== undefined && decision.unusual === undefined) tellPatient(twinId, operation);
      },
      handlerTimeoutMs: handlerTimeoutS * 1000,
      decisionTimeoutMs,
      ...(options.onStep === undefined ? {} : { onStep: options.onStep }),
    },
  );
  const views = new RecordViews(service);
  const readRecord: Api['readRecord'] = async (caller, twinId, purpose, modules, mode = 'receipt') => {
    const ask = {
      caller,
      operation: 'read-record' as const,
      twinId,
      purpose,
      ...(modules === undefined ? {} : { modules }),
    };
    const decision = await desk.decide(ask);
    if (!decision.permit) throw denied();
    await receipts.write({ ask, decision, mode });
    // What is unusual was told of when it was noticed.
    if (decision.obligations.includes('notify-patient') && decision.unusual === undefined)
      tellPatient(twinId, ask.operation);
    return views.shown(twinId, decision, modules);
  };
  return { desk, plugin, readRecord };
}
