/** The Twin API on the server: every route of the table behind the gate. */

import rateLimit from '@fastify/rate-limit';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { callerKey } from '../decision/volume.js';
import type { Log } from '../log/index.js';
import { apiErrorOf, nothingThere } from './errors.js';
import { type GateParts, throughGate } from './gate.js';
import { Answer, type ApiRoute, type Call, EventStream, Octets, ReadyJson } from './route.js';

/** Bytes of a body where a route says nothing else: a grant of 64 modules with its signature has some 20 kB. */
const BODY_BYTES = 64 * 1024;
const MINUTE_MS = 60_000;
/** Requests a minute from one network address, signed in or not: a hospital's own people may share one. */
const REQUESTS_PER_ADDRESS = 30_000;
/** Seconds for which a browser need not ask again whether it may ask. */
const PREFLIGHT_S = 600;
/** Milliseconds between two signs of life on a stream. */
const HEARTBEAT_MS = 15_000;
/** Bytes that a stream's reader may leave unread before it is dropped. */
const STREAM_BACKLOG_BYTES = 1 << 20;

export interface ApiParts extends Omit<GateParts, 'limit'> {
  readonly log: Log;
  /** Requests a minute from one caller. */
  readonly requestsPerMinute: number;
  /** Requests a minute from one network address. */
  readonly requestsPerMinutePerAddress?: number;
  /** Whether a page of this origin is one of the consortium's; none is where it is left out. */
  readonly isPage?: (origin: string) => Promise<boolean>;
}

/** The routes, to be registered under `API_PREFIX`. */
export function apiPlugin(routes: readonly ApiRoute[], parts: ApiParts): FastifyPluginAsync {
  return async (app) => {
    await app.register(rateLimit, { global: false });
    const byCaller = app.createRateLimit({
      max: parts.requestsPerMinute,
      timeWindow: MINUTE_MS,
      keyGenerator: (request) => keys.get(request) ?? request.ip,
    });
    const byAddress = app.createRateLimit({
      max: parts.requestsPerMinutePerAddress ?? REQUESTS_PER_ADDRESS,
      timeWindow: MINUTE_MS,
      keyGenerator: (request) => request.ip,
    });
    const keys = new WeakMap<FastifyRequest, string>();
    const gate: GateParts = {
      ...parts,
      limit: async (request, caller) => {
        const key = caller === undefined ? undefined : callerKey(caller);
        if (key !== undefined) keys.set(request, key);
        const limit = await byCaller(request);
        return !limit.isAllowed && limit.isExceeded ? Math.ceil(limit.ttlInSeconds) : undefined;
      },
    };
    app.addHook('onRequest', async (request, reply) => {
      const limit = await byAddress(request);
      if (!limit.isAllowed && limit.isExceeded) {
        reply.header('retry-after', String(Math.ceil(limit.ttlInSeconds)));
        await reply.code(429).send({ error: 'too-many', message: 'You ask too often. Come again later.' });
      }
    });
    app.setErrorHandler((error, _request, reply) => sendError(error, reply, parts.log));
    app.setNotFoundHandler((_request, reply) => sendError(nothingThere(), reply, parts.log));
    const letPages = async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
      reply.header('vary', 'origin');
      const { origin } = request.headers;
      if (origin === undefined || (await parts.isPage?.(origin)) !== true) return false;
      reply.header('access-control-allow-origin', origin);
      reply.header('access-control-expose-headers', 'twinseal-next');
      return true;
    };
    for (const [path, methods] of pathsForPages(routes)) {
      app.options(urlOf(path), async (request, reply) => {
        if (await letPages(request, reply)) {
          reply.header('access-control-allow-methods', methods.join(', '));
          reply.header('access-control-allow-headers', 'authorization, content-type');
          reply.header('access-control-max-age', String(PREFLIGHT_S));
        }
        return reply.code(204).send();
      });
    }
    for (const route of routes) {
      app.route({
        method: route.method,
        url: urlOf(route.path),
        bodyLimit: route.bodyBytes ?? BODY_BYTES,
        exposeHeadRoute: false,
        handler: async (request, reply) => {
          if (route.cors === true) reply.header('access-control-allow-origin', '*');
          if (route.cors === 'consortium') await letPages(request, reply);
          const { call, answer } = await throughGate(gate, route, request, reply);
          if (call.receipt !== undefined) reply.header('twinseal-receipt', String(call.receipt.index));
          // Read in an emergency while the chain was down: whoever reads it is to know.
          if (call.receipt !== undefined && call.decision.asOf === undefined)
            reply.header('twinseal-without-chain', 'true');
          return send(answer, route, call, reply, parts.log);
        },
      });
    }
  };
}

function urlOf(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

/** Paths that other gateways' pages may ask, with the methods that they may use: browsers ask for these first (Fetch Standard, "CORS-preflight fetch"). */
function pathsForPages(routes: readonly ApiRoute[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>();
  for (const { path, method, cors } of routes) {
    if (cors === 'consortium') paths.set(path, [...(paths.get(path) ?? []), method]);
  }
  return paths;
}

function send(
  answer: unknown,
  route: ApiRoute,
  call: Call,
  reply: FastifyReply,
  log: Log,
): FastifyReply | Promise<FastifyReply> {
  if (answer instanceof Answer) {
    const { status, body, headers } = answer;
    return reply.code(status).headers(headers).send(body);
  }
  if (answer instanceof Octets) {
    const { bytes, headers } = answer;
    return reply
      .headers(headers)
      .type('application/octet-stream')
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }
  if (answer instanceof ReadyJson) return reply.type('application/json; charset=utf-8').send(answer.bytes);
  if (answer instanceof EventStream) return stream(answer, call.signal, reply, log);
  if (answer === undefined) return reply.code(204).send();
  if (route.answer === 'octets' || route.answer === 'events')
    throw new Error('a handler answered JSON for bytes');
  return reply.code(route.status ?? 200).send(answer);
}

/** Server-sent events (HTML Living Standard, 9.2). Whoever does not read is dropped, so that nothing piles up here. */
async function stream(
  { events }: EventStream,
  signal: AbortSignal,
  reply: FastifyReply,
  log: Log,
): Promise<FastifyReply> {
  reply.hijack();
  const { raw } = reply;
  const headers = Object.fromEntries(
    Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-accel-buffering': 'no',
  });
  const write = (text: string) => {
    raw.write(text);
    if (raw.writableLength > STREAM_BACKLOG_BYTES) raw.destroy();
  };
  write(': open\n\n');
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
  const iterator = events[Symbol.asyncIterator]();
  const gone = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), gone]);
      if (next === undefined || next.done === true) break;
      const { id, event, data } = next.value;
      // A line's end inside a field would begin another one; ids and names are ours, and JSON has none.
      write(
        `${id === undefined ? '' : `id: ${oneLine(id)}\n`}event: ${oneLine(event)}\ndata: ${JSON.stringify(data)}\n\n`,
      );
    }
  } catch (error) {
    log.error('a stream of events failed', { error });
  } finally {
    clearInterval(heartbeat);
    void iterator.return?.()?.catch(() => undefined);
    raw.end();
  }
  return reply;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]/g, ' ');
}

/** Answers an error in the API's words. */
export function sendError(error: unknown, reply: FastifyReply, log: Log): FastifyReply {
  const known = apiErrorOf(error);
  if (known === undefined) log.error('a request failed', { error });
  if (known?.status === 503) log.warn('a request could not be served', { code: known.code });
  if (known === undefined)
    return reply.code(500).send({ error: 'fault', message: 'The gateway failed; its log says where.' });
  const { status, code, message, headers } = known;
  return reply.code(status).headers(headers).send({ error: code, message });
}
