/**
 * What a gateway answers another hospital in an emergency while the chain is down (`release-without-chain.ts`). Registered under `EMERGENCY_PREFIX`; every request is signed like those between peers, by the account that
 * controlled the hospital when the chain said so last.
 *
 *     POST :twinId                                        JSON EmergencyStatement → JSON EmergencyRelease
 *     GET  :twinId/:authorId/manifests?release=0x…&from=  → LP(manifest) × as many as fit
 *     GET  :twinId/:authorId/parts/:digest?release=0x…    → LP(slot) || LP(payload)
 *     GET  :twinId/:authorId/capsules?release=0x…         → LP(capsule) ×; those that name the caller, of the scopes that were released
 *
 * `release` is the digest that the clinicians signed. While the chain answers here, every one of them is refused (`chain-answers`).
 */

import rateLimit from '@fastify/rate-limit';
import type { Hospital } from '@twinseal/chain';
import { decodeCapsule, formatName, fromHex, laneId, toHex } from '@twinseal/record';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type Hex, isAddressEqual } from 'viem';
import { LaneSource } from '../lane-source.js';
import { claimedSigner, DEFAULT_MAX_SKEW_S, verifyRequest } from '../peers/message-signatures.js';
import { MemoryNonceStore } from '../peers/nonce-store.js';
import { encodeObjects } from '../peers/objects.js';
import { notFound, Refusal, refusalOf, sendRefusal, unknownPeer } from '../peers/refusal.js';
import type { LaneRef } from '../peers/types.js';
import type { Gateway } from '../ports.js';
import type { ReleasesWithoutChain } from './release-without-chain.js';
import { statementSchema } from './statement.js';

/** Under what the routes are registered. */
export const EMERGENCY_PREFIX = '/peer/v1/emergencies';

const STATEMENT_BYTES = 16_384;
const MANIFESTS = 256;
const PAGE_BYTES = 4 * 2 ** 20;
/** Requests a minute of one network address. */
const REQUESTS_PER_MINUTE = 6_000;
const MINUTE_MS = 60_000;
const HEX_64 = /^[0-9a-f]{64}$/;
const HEX_32_BYTES = /^0x[0-9a-f]{64}$/;
const NUMBER = /^(0|[1-9][0-9]{0,14})$/;

export interface ReleaseRouteOptions {
  /** The gateway's own origin as the chain's directory has it. */
  readonly origin: string;
}

/** The routes, to be registered under {@link EMERGENCY_PREFIX}. */
export function releaseRoutes(
  gateway: Gateway,
  releases: ReleasesWithoutChain,
  options: ReleaseRouteOptions,
): FastifyPluginAsync {
  const callers = new WeakMap<FastifyRequest, Hospital>();
  const nonceStore = new MemoryNonceStore();
  const callerOf = (request: FastifyRequest): Hospital => {
    const caller = callers.get(request);
    if (caller === undefined) throw unknownPeer();
    return caller;
  };
  /** The lane of a request that its caller may read now. */
  const readable = async (request: FastifyRequest) => {
    const lane = laneOf(request);
    const { release } = request.query as { release?: string };
    if (release === undefined || !HEX_32_BYTES.test(release)) throw notFound();
    const hospital = callerOf(request);
    const scopes = await releases.permitted(release as Hex, hospital.authorId, lane);
    if (scopes === undefined) throw notFound();
    return { lane, scopes, hospital, source: new LaneSource(gateway, lane) };
  };
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    app.setErrorHandler((error, request, reply) => {
      const refusal = refusalOf(error);
      if (refusal === undefined) request.log.error({ error }, 'a request in an emergency failed');
      return sendRefusal(
        reply,
        refusal ?? new Refusal(500, 'fault', 'The gateway failed; its log says where.'),
      );
    });
    await app.register(rateLimit, { global: false });
    const limitAddress = app.createRateLimit({
      max: REQUESTS_PER_MINUTE,
      timeWindow: MINUTE_MS,
      keyGenerator: (request) => request.ip,
    });
    app.addHook('onRequest', async (request, reply) => {
      reply.header('date', new Date(gateway.nowS() * 1000).toUTCString());
      reply.header('cache-control', 'no-store');
      const limit = await limitAddress(request);
      if (!limit.isAllowed && limit.isExceeded)
        throw new Refusal(429, 'too-many', 'Too many requests in a minute. Ask again later.');
      // A stranger's body is not read at all. The claim is proved below.
      const claimed = claimedSigner(request.headers, gateway.chain.consortium.chainId);
      const caller = claimed === undefined ? undefined : await releases.caller(claimed);
      if (caller !== undefined) callers.set(request, caller);
      else if (claimed !== undefined) throw unknownPeer();
    });
    app.addHook('preValidation', async (request) => {
      const { address } = await verifyRequest(
        {
          method: request.method,
          url: options.origin + request.raw.url,
          headers: request.headers,
          body: request.body as Buffer | undefined,
        },
        {
          chainId: gateway.chain.consortium.chainId,
          nonceStore,
          nowS: gateway.nowS(),
          maxSkewS: DEFAULT_MAX_SKEW_S,
        },
      );
      if (!isAddressEqual(address, callerOf(request).controller)) throw unknownPeer();
    });

    app.post('/:twinId', { bodyLimit: STATEMENT_BYTES }, async (request) => {
      const { twinId } = request.params as { twinId: string };
      if (!HEX_64.test(twinId)) throw notFound();
      const parsed = statementSchema.safeParse(jsonOf(request.body));
      if (!parsed.success)
        throw new Refusal(422, 'invalid', 'Expected the signed statement of an emergency.');
      return releases.release(callerOf(request), twinId, parsed.data);
    });

    app.get('/:twinId/:authorId/manifests', async (request, reply) => {
      const { lane, source } = await readable(request);
      const from = numberOf((request.query as { from?: string }).from ?? '0');
      const page: Uint8Array[] = [];
      let bytes = 0;
      for (const row of (await gateway.ledger.lane(lane)).slice(from, from + MANIFESTS)) {
        const manifest = row.mk === null ? undefined : await source.object(fromHex(row.manifest, 32));
        if (manifest === undefined || bytes > PAGE_BYTES) break;
        page.push(manifest);
        bytes += manifest.length;
      }
      if (page.length === 0) throw notFound();
      return octets(reply, encodeObjects(page));
    });

    app.get('/:twinId/:authorId/parts/:digest', async (request, reply) => {
      const { source } = await readable(request);
      const { digest } = request.params as { digest: string };
      if (!HEX_64.test(digest)) throw notFound();
      const locator = await source.locator(fromHex(digest, 32));
      const slot = locator && (await source.object(locator.slot));
      const payload = locator && (await source.object(locator.payload));
      if (slot === undefined || payload === undefined) throw notFound();
      return octets(reply, encodeObjects([slot, payload]));
    });

    app.get('/:twinId/:authorId/capsules', async (request, reply) => {
      const { lane, source, scopes, hospital } = await readable(request);
      const name = formatName({ kind: 'hospital', hospital: hospital.id });
      const id = laneId(fromHex(lane.twinId, 32), fromHex(lane.authorId, 32));
      const own = (await source.capsules(id)).filter((bytes) => {
        const { scope, recipients } = decodeCapsule(bytes);
        return scopes.has(toHex(scope)) && recipients.some((each) => each.name === name);
      });
      return octets(reply, encodeObjects(own));
    });
  };
}

function laneOf(request: FastifyRequest): LaneRef {
  const { twinId, authorId } = request.params as { twinId: string; authorId: string };
  if (!HEX_64.test(twinId) || !HEX_64.test(authorId)) throw notFound();
  return { twinId, authorId };
}

function numberOf(text: string): number {
  if (!NUMBER.test(text)) throw notFound();
  return Number(text);
}

function jsonOf(body: unknown): unknown {
  try {
    return JSON.parse((body as Buffer | undefined)?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
}

function octets(reply: FastifyReply, body: Uint8Array): FastifyReply {
  return reply
    .type('application/octet-stream')
    .send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}
