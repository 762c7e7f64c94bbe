/** The gateway's HTTP server: who may call what, the limits, and the words for what went wrong. */

import { timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { ZodError } from 'zod';
import type { KeptWords } from '../anchoring/index.js';
import { ApiError } from '../api/errors.js';
import type { GateParts } from '../api/gate.js';
import { API_PREFIX } from '../api/prefix.js';
import { twinApi } from '../api/wire.js';
import type { GatewayConfig } from '../config/index.js';
import { isLoopbackHost } from '../config/index.js';
import { EMERGENCY_PREFIX, releaseRoutes } from '../emergency/index.js';
import { GatewayError } from '../errors.js';
import type { Log } from '../log/index.js';
import { PageOrigins } from '../page/page-origins.js';
import { PAGE_PREFIX, servePage } from '../page/serve-page.js';
import { PEER_PREFIX, type PeerDirectory, peerRoutes } from '../peers/index.js';
import type { GatewayService } from '../service/gateway-service.js';
import { Doors } from '../sign-in/index.js';
import { namesOf } from './names.js';
import { operatorRoutes } from './operator-routes.js';
import { patientRoutes } from './patient-routes.js';
import { PAGE_CSP, statusPage } from './status-page.js';

const COOKIE = 'twinseal_operator';
const MINUTE_MS = 60_000;

/** Names of errors whose messages are meant for the caller. */
const FOR_CALLERS = new Set([
  'GatewayError',
  'HealthError',
  'StoreError',
  'ChainError',
  'RecordError',
  'UsageError',
]);
/** Status of an answer by the error's code; 400 for other refusals, 503 for what the world is at fault for. */
const STATUS: Readonly<Record<string, number>> = {
  'twin-unknown': 404,
  'record-foreign': 409,
  'lane-behind': 409,
  'version-behind': 503,
  'too-large': 413,
};

/** How often stalled clients are looked for, in ms, and the bytes of headers that a request may have. */
const LISTENING = { connectionsCheckingInterval: 2_000, maxHeaderSize: 16 * 1024 };

export interface AppParts {
  readonly config: GatewayConfig;
  readonly log: Log;
  readonly directory: PeerDirectory;
  /** Words of lanes in batches, for whoever may know. */
  readonly words: Pick<KeptWords, 'held'>;
  /** For tests: told of every step of the gate before the Twin API. */
  readonly onStep?: GateParts['onStep'] | undefined;
}

/**
 * Builds the server and listens.
 *
 * @throws GatewayError `listen-failed`
 */
export async function buildApp(service: GatewayService, parts: AppParts): Promise<FastifyInstance> {
  const { config, log, directory, words } = parts;
  const { tls, host, port } = config.listen;
  const https =
    tls === undefined
      ? null
      : {
          cert: await readFile(tls.certFile),
          key: await readFile(tls.keyFile),
          minVersion: 'TLSv1.3' as const,
        };
  const app = Fastify({
    loggerInstance: log.pino,
    bodyLimit: config.limits.bodyMiB * 2 ** 20,
    requestTimeout: config.limits.clientTimeoutS * 1000,
    routerOptions: { maxParamLength: 128 },
    ...(config.signIn.trustedProxies.length === 0 ? {} : { trustProxy: [...config.signIn.trustedProxies] }),
    logController: new LogController({ disableRequestLogging: true }),
    ...(https === null ? { http: LISTENING } : { https: { ...https, ...LISTENING } }),
  } as object) as unknown as FastifyInstance;
  // Where the time for headers is the longer one, Node takes the two for each other.
  app.server.headersTimeout = Math.min(app.server.headersTimeout, app.server.requestTimeout);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/json', 'application/fhir+json'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );
  const authorities = new Set([new URL(config.endpoint).host]);
  app.addHook('onRequest', async (request, reply) => {
    // A name that a foreign page had resolved to this machine is none of ours (DNS rebinding).
    if (!authorities.has(request.host) && !(await isOwnAddress(request.host, service))) {
      await reply
        .code(421)
        .send({ error: 'misdirected', message: 'This gateway does not answer under that name.' });
    }
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    if (!reply.hasHeader('content-security-policy'))
      reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  });
  app.setErrorHandler((error: unknown, request, reply) => answerError(error, request, reply, log));
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'not-found', message: 'There is nothing here.' }),
  );

  await app.register(
    peerRoutes(service.gateway, directory, {
      origin: new URL(config.endpoint).origin,
      mutex: service.mutex,
      onKept: (what, lane, count) => service.kept(what, lane, count),
      wordOf: ({ twinId, authorId }, batch) =>
        words.held({ twinId: `0x${twinId}`, authorId: `0x${authorId}`, batch }),
      onIdentityShared: () => {
        service.tell('another process uses the identity of this gateway');
        log.error('another process uses the identity of this gateway', { code: 'identity-shared' });
      },
    }),
    { prefix: PEER_PREFIX },
  );
  await app.register(
    releaseRoutes(service.gateway, service.releases, { origin: new URL(config.endpoint).origin }),
    { prefix: EMERGENCY_PREFIX },
  );
  const doors = await Doors.open({
    config,
    chain: service.gateway.chain,
    vault: service.gateway.vault,
    lookupKey: service.gateway.lookupKey,
    operatorToken: service.operatorToken,
    log,
    nowS: () => service.gateway.nowS(),
    onLocked: (count) => service.tell('a sign-in was locked out', undefined, count),
  });
  const pages = new PageOrigins(service.gateway.chain);
  const api = twinApi(service, { config, log, doors, pages, onStep: parts.onStep });
  await app.register(api.plugin, { prefix: API_PREFIX });
  await app.register(
    async (scope) => {
      await scope.register(rateLimit, { max: config.limits.requestsPerMinute, timeWindow: MINUTE_MS });
      await scope.register(patientRoutes(service, config));
    },
    { prefix: '/patient/v1' },
  );
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        if (!isOperator(request, service.operatorToken)) await refuse(reply);
      });
      await scope.register(operatorRoutes(service, api));
    },
    { prefix: '/operator/v1' },
  );
  await app.register(servePage(pages), { prefix: PAGE_PREFIX });
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/', async (request, reply) => {
    const { token } = request.query as { token?: unknown };
    if (typeof token === 'string' && isToken(token, service.operatorToken)) {
      // From the address into a cookie at once: addresses are kept in histories.
      const secure = tls === undefined ? '' : '; Secure';
      return reply
        .header('set-cookie', `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/${secure}`)
        .redirect('/', 303);
    }
    if (!isOperator(request, service.operatorToken)) return refuse(reply);
    const status = await service.status();
    const { names } = request.query as { names?: unknown };
    const known = names === undefined ? undefined : await namesOf(api, status.twins);
    return reply
      .header('content-security-policy', PAGE_CSP)
      .type('text/html; charset=utf-8')
      .send(statusPage(status, service.gateway.nowS(), known));
  });
  try {
    await app.listen({ host, port });
  } catch (cause) {
    await app.close();
    const taken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw new GatewayError(
      'listen-failed',
      taken
        ? `Another process listens on ${host}:${port} already. Stop it, or set listen.port in ${config.file}.`
        : `The gateway cannot listen on ${host}:${port} (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}). Check listen in ${config.file}.`,
      { cause },
    );
  }
  return app;
}

function refuse(reply: FastifyReply): FastifyReply {
  return reply.code(401).send({
    error: 'not-signed-in',
    message:
      "This is for the hospital's own people. Open the address with ?token=… that the gateway printed when it started.",
  });
}

function isOperator(request: FastifyRequest, token: string): boolean {
  const bearer = request.headers.authorization?.match(/^Bearer ([\w-]{43})$/)?.[1];
  const cookie = request.headers.cookie?.match(new RegExp(`(?:^|; )${COOKIE}=([\\w-]{43})(?:;|$)`))?.[1];
  return [bearer, cookie].some((given) => given !== undefined && isToken(given, token));
}

function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Loopback addresses with the port that is listened on. */
async function isOwnAddress(host: string, service: GatewayService): Promise<boolean> {
  let url: URL;
  try {
    url = new URL(`http://${host}`);
  } catch {
    return false;
  }
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const isLiteral = name === 'localhost' || /^[\d.]+$/.test(name) || name.includes(':');
  return isLiteral && url.port === new URL(service.url).port && (await isLoopbackHost(name)) === true;
}

/** What went wrong, in words for the caller: a refusal says what to do, a fault of ours says nothing but that it is one. */
function answerError(error: unknown, _request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  if (error instanceof ZodError) {
    const first = error.issues[0];
    return reply.code(400).send({
      error: 'request-invalid',
      message: `${first?.path.join('.') || 'body'}: ${first?.message ?? 'not what is expected'}`,
    });
  }
  if (error instanceof ApiError)
    return reply
      .code(error.status)
      .headers(error.headers)
      .send({ error: error.code, message: error.message });
  const { name, code, message, statusCode } = error as {
    name: string;
    code?: string;
    message: string;
    statusCode?: number;
  };
  if (error instanceof Error && FOR_CALLERS.has(name)) {
    const world = name === 'StoreError' || (name === 'ChainError' && code !== 'refused');
    const status = STATUS[code ?? ''] ?? (world ? 503 : 400);
    if (world) log.warn('a request could not be served', { code: code ?? 'fault' });
    return reply.code(status).send({ error: code ?? 'refused', message });
  }
  // Fastify's own refusals are errors of these classes too.
  if (statusCode === undefined && (error instanceof TypeError || error instanceof RangeError)) {
    // A caller's mistake by the house's rule; the message names a field and what was expected, never a value.
    return reply.code(400).send({ error: 'request-invalid', message });
  }
  if (typeof statusCode === 'number' && statusCode < 500) {
    return reply
      .code(statusCode)
      .send({ error: 'request-invalid', message: 'The request is not of the form that is expected.' });
  }
  log.error('a request failed', { error });
  return reply.code(500).send({ error: 'fault', message: 'The gateway failed; its log says where.' });
}
