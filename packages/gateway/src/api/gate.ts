/**
 * The gate before every route of the Twin API. One way for all: limits, who, form, decision, what has to be done along with a permit, and only then the handler.
 *
 * A refusal has the same status, words and headers, and has gone through the same steps, whether the thing that was asked for exists or not.
 */

import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ask, Caller, Decision } from '../decision/ask.js';
import type { DecisionDesk } from '../decision/desk.js';
import { within } from '../decision/head-watch.js';
import { isPurpose } from '../decision/purposes.js';
import { ApiError, denied, invalid, notSignedIn, tooMany, tooSlow } from './errors.js';
import { jsonBody } from './json-body.js';
import type { ApiRoute, Call } from './route.js';

/** How a read of the record is receipted: before the answer and anchored with others later, or by a request on the chain whose block is awaited. */
export type ReceiptMode = 'receipt' | 'strict';

/** A read that needs its receipt. */
export interface ReadToReceipt {
  readonly ask: Ask & { readonly twinId: string; readonly purpose: string };
  readonly decision: Decision & { readonly permit: true };
  readonly mode: ReceiptMode;
}

/** What writes access receipts. */
export interface ReadReceipts {
  /** Resolves once the receipt is durable: nothing is answered before. */
  write(read: ReadToReceipt): Promise<{ readonly index: number; readonly bytes: Uint8Array }>;
}

/** The steps of the gate, in order. */
export type GateStep = 'limits' | 'who' | 'form' | 'decide' | 'deny' | 'duties' | 'handle';

/** The steps of whoever is signed in and refused. */
export const DENIED_STEPS: readonly GateStep[] = ['limits', 'who', 'form', 'decide', 'deny'];

export interface GateParts {
  readonly desk: DecisionDesk;
  /** Who sent a request; `nobody` where it brings nothing valid. */
  readonly callerOf: (request: FastifyRequest) => Promise<Caller>;
  /** Says whether a caller asks too often, by its key and network address. @returns seconds to wait, or undefined */
  readonly limit: (request: FastifyRequest, caller: Caller | undefined) => Promise<number | undefined>;
  readonly receipts: ReadReceipts;
  /** Told when something has to be brought to the patient at once. */
  readonly notifyPatient?: (ask: Ask, decision: Decision) => void;
  /** Milliseconds that a handler may take where its route says nothing else. */
  readonly handlerTimeoutMs: number;
  /** Milliseconds that deciding may take. */
  readonly decisionTimeoutMs: number;
  /** For tests: told of every step. */
  readonly onStep?: (request: FastifyRequest, step: GateStep) => void;
}

/** Milliseconds that the chain may take to put a request into a block, in strict mode and for consents: several of Ethereum's 12 s slots. */
export const BLOCK_TIMEOUT_MS = 150_000;
/** Headers of a request at most; browsers send some twenty. */
const MAX_HEADERS = 64;

/** Goes through the gate, and answers what the handler does. @throws ApiError and the packages' errors; `apiErrorOf` has the words */
export async function throughGate(
  parts: GateParts,
  route: ApiRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ readonly call: Call; readonly answer: unknown }> {
  const step = (name: GateStep) => parts.onStep?.(request, name);
  step('limits');
  if (request.raw.rawHeaders.length / 2 > MAX_HEADERS) throw tooManyHeaders();

  step('who');
  const caller = await parts.callerOf(request);
  const waitS = await parts.limit(request, caller);
  if (waitS !== undefined) throw tooMany(waitS);
  // Nobody learns more than that, not even whether the form was right.
  if (caller.kind === 'nobody' && route.operation !== 'read-public') throw notSignedIn();

  step('form');
  const { params, query, body, ask, mode } = formOf(route, request, caller);

  step('decide');
  const decision = await within(parts.desk.decide(ask), parts.decisionTimeoutMs, () =>
    tooSlow('the database or the chain does not answer.'),
  );
  if (!decision.permit) {
    step('deny');
    if (decision.reason === 'volume') throw tooMany(3600);
    throw denied();
  }

  step('duties');
  const receipt = decision.obligations.includes('receipt')
    ? await within(
        parts.receipts.write({ ask: ask as ReadToReceipt['ask'], decision, mode }),
        mode === 'strict' ? BLOCK_TIMEOUT_MS : parts.decisionTimeoutMs,
        () => tooSlow('the receipt could not be written.'),
      )
    : undefined;
  if (decision.obligations.includes('notify-patient')) parts.notifyPatient?.(ask, decision);

  step('handle');
  // Made only where it is asked for: most calls are over before anybody could go away.
  let away: AbortController | undefined;
  let isGone = false;
  reply.raw.once('close', () => {
    isGone = true;
    away?.abort();
  });
  const call: Call = {
    caller,
    decision,
    params,
    query,
    body,
    remote: request.ip,
    get signal() {
      away ??= new AbortController();
      if (isGone) away.abort();
      return away.signal;
    },
    headers: headersOf(request),
    ...(receipt === undefined ? {} : { receipt }),
  };
  const answer = await within(route.handle(call), route.timeoutMs ?? parts.handlerTimeoutMs, () =>
    tooSlow('the database, the chain or another gateway does not answer.'),
  );
  return { call, answer };
}

interface Form {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly ask: Ask;
  readonly mode: ReceiptMode;
}

/** The request in its checked form. What is wrong with it is told by the form alone: nothing has been looked up yet. */
function formOf(route: ApiRoute, request: FastifyRequest, caller: Caller): Form {
  const params: unknown = route.params?.parse(request.params) ?? {};
  const query: unknown = route.query?.parse(request.query) ?? assertNone(request.query);
  const body: unknown = route.body?.parse(jsonBody(request.body));
  const parts = { params, query, body };
  const twinId = (params as { twinId?: string }).twinId ?? route.twinOf?.(parts);
  const modules = route.modulesOf?.(parts);
  const purpose = purposeOf(route, request);
  const mode = request.headers['twinseal-mode'] ?? 'receipt';
  if (mode !== 'receipt' && mode !== 'strict') throw invalid('twinseal-mode: expected receipt or strict');
  const ask: Ask = {
    caller,
    operation: route.operation,
    ...(twinId === undefined ? {} : { twinId }),
    ...(modules === undefined ? {} : { modules }),
    ...(purpose === undefined ? {} : { purpose }),
  };
  return { ...parts, ask, mode };
}

function purposeOf(route: ApiRoute, request: FastifyRequest): string | undefined {
  const purpose = request.headers['twinseal-purpose'];
  if (purpose === undefined && route.operation !== 'read-record') return undefined;
  if (typeof purpose !== 'string' || !isPurpose(purpose)) {
    throw invalid('twinseal-purpose: expected a code of HL7 v3 PurposeOfUse, such as TREAT');
  }
  return purpose;
}

function assertNone(query: unknown): Record<string, never> {
  if (Object.keys(query as object).length > 0) throw invalid('query: expected none');
  return {};
}

function tooManyHeaders(): ApiError {
  return new ApiError(431, 'headers-too-large', `headers: expected at most ${MAX_HEADERS}`);
}

const PROOFS = new Set(['authorization', 'cookie', 'proxy-authorization', 'set-cookie']);

function headersOf(request: FastifyRequest): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !PROOFS.has(name) ? [[name, value]] : [],
    ),
  );
}
