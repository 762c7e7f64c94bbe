/**
 * What a gateway answers its peers, and the patients whose twins it keeps. Registered under `/peer/v1`; every request is signed (`message-signatures.ts`).
 *
 *     GET  about?challenge=0x…                                 → JSON PeerStatement
 *     POST lanes/:twinId/:authorId/release                     {"requestId":"0x…","purpose":"TREAT"} → the access receipt, permit or deny (docs/RECORD.md, section 7)
 *     GET  lanes/:twinId/:authorId/head?request=0x…            → JSON {"count","mk"}
 *     GET  lanes/:twinId/:authorId/manifests?request=0x…&from= → LP(manifest) × as many as fit
 *     GET  lanes/:twinId/:authorId/manifests/:seq?request=0x…  → manifest
 *     GET  lanes/:twinId/:authorId/parts/:digest?request=0x…   → LP(slot) || LP(payload)
 *     GET  lanes/:twinId/:authorId/locators/:digest?request=…  → address(slot)[32] || address(payload)[32]
 *     GET  lanes/:twinId/:authorId/objects/:address?request=…  → manifest, slot or payload
 *     GET  lanes/:twinId/:authorId/capsules?request=0x…&from=  → LP(capsule) ×; those that name the caller, of the scopes that were released; `twinseal-next` where there are more
 *     GET  lanes/:twinId/:authorId/word?batch=                 → lane word under the author's batch of that number (docs/RECORD.md, REC-30), of a lane or of its absence
 *     PUT  lanes/:twinId/:authorId/instances/:seq              instance-body.ts → JSON ReplicationReceipt
 *     PUT  lanes/:twinId/:authorId/capsules                    LP(capsule) × → JSON {"kept"}
 *
 * Who may have a lane's word, before it asks for anything else: a hospital with a live grant to read the twin, its custodian, the lane's author, and the patient.
 * Who may read: a hospital to which the lane was released under the request named, while the permit stands; an author its own lane, and a patient every lane of the own twin, without a request. Who may write: the lane's
 * author, where this gateway is the twin's custodian; a patient is the account that controls the twin on the chain. Capsules of an emergency are taken from the hospital that the patient named for it as well.
 *
 * An unknown path or a malformed id, something that is not held and something that is not the caller's: one answer.
 */

import rateLimit from '@fastify/rate-limit';
import { OPERATION } from '@twinseal/contracts';
import { type Capsule, formatName, fromHex, hospitalAuthorId, laneId, toHex } from '@twinseal/record';
import type { InstanceRow } from '@twinseal/store';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { bytesToHex, type Hex, isAddressEqual } from 'viem';
import { z } from 'zod';
import { decide } from '../decision/decide.js';
import { KeyedMutex } from '../internal/keyed-mutex.js';
import { LaneSource } from '../lane-source.js';
import type { Gateway } from '../ports.js';
import { releaseLane } from '../usecases/release-lane.js';
import type { PeerDirectory } from './directory.js';
import { LaneObjects } from './lane-objects.js';
import { capsulePage, manifestPage, PAGE_LIMITS } from './lane-pages.js';
import { claimedSigner, DEFAULT_MAX_SKEW_S, verifyRequest } from './message-signatures.js';
import { MemoryNonceStore } from './nonce-store.js';
import { encodeObjects } from './objects.js';
import { type Caller, PeerCallers } from './peer-callers.js';
import { digestOf, HEX_32_BYTES, HEX_64, laneOf, numberOf } from './peer-request.js';
import { PeerWrites } from './peer-writes.js';
import { notFound, Refusal, refusalOf, sendRefusal, unknownPeer } from './refusal.js';
import { Released } from './released.js';
import { signStatement } from './statement.js';
import type { LaneRef, PeerRoutesOptions, PeerServerLimits } from './types.js';

export const DEFAULT_PEER_LIMITS: PeerServerLimits = {
  instanceBytes: 64 * 2 ** 20,
  capsuleBytes: 8 * 2 ** 20,
  capsules: 4096,
  capsulesPerLane: 65_536,
  manifests: 256,
  requestsPerMinute: 6_000,
  requestsPerMinutePerAddress: 30_000,
  instancesAtOnce: 8,
};

/** Bytes of a small JSON body. */
const CONTROL_BYTES = 4096;
const MINUTE_MS = 60_000;
const OCTETS = 'application/octet-stream';

const releaseSchema = z.strictObject({
  requestId: z.string().regex(HEX_32_BYTES),
  purpose: z.string().regex(/^[A-Z]{1,32}$/),
});

/**
 * The routes, to be registered under `PEER_PREFIX` (`paths.ts`).
 *
 * @param gateway   whose lanes are served; `releaseLane` and what is written here go one at a time
 * @param directory the own view of who is a peer
 */
export function peerRoutes(
  gateway: Gateway,
  directory: PeerDirectory,
  options: PeerRoutesOptions,
): FastifyPluginAsync {
  return async (app) => {
    await new PeerServer(gateway, directory, options).register(app);
  };
}

class PeerServer {
  readonly #gateway: Gateway;
  readonly #options: PeerRoutesOptions;
  readonly #limits: PeerServerLimits;
  readonly #self: Hex;
  readonly #instance: string;
  readonly #mutex: KeyedMutex;
  readonly #nonces = new MemoryNonceStore();
  readonly #released: Released;
  readonly #objects: LaneObjects;
  readonly #callers: PeerCallers;

  constructor(gateway: Gateway, directory: PeerDirectory, options: PeerRoutesOptions) {
    if (new URL(options.origin).origin !== options.origin) {
      throw new TypeError('options.origin: expected an origin, such as https://north.example:8443');
    }
    this.#gateway = gateway;
    this.#options = options;
    this.#limits = { ...DEFAULT_PEER_LIMITS, ...options.limits };
    this.#self = bytesToHex(hospitalAuthorId(gateway.id));
    this.#instance = options.instance ?? toHex(crypto.getRandomValues(new Uint8Array(16)));
    this.#mutex = options.mutex ?? new KeyedMutex();
    this.#released = new Released(gateway);
    this.#objects = new LaneObjects(gateway);
    this.#callers = new PeerCallers(gateway.chain, directory);
  }

  async register(app: FastifyInstance): Promise<void> {
    // Bodies come whole and unparsed: what was signed is bytes.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    app.setNotFoundHandler((_request, reply) => sendRefusal(reply, notFound()));
    app.setErrorHandler((error, request, reply) => {
      const refusal = refusalOf(error);
      if (refusal === undefined) request.log.error({ error }, 'a request of a peer failed');
      return sendRefusal(
        reply,
        refusal ?? new Refusal(500, 'fault', 'The gateway failed; its log says where.'),
      );
    });
    await this.#guard(app);
    this.#reads(app);
    new PeerWrites({
      gateway: this.#gateway,
      callers: this.#callers,
      options: this.#options,
      limits: this.#limits,
      mutex: this.#mutex,
    }).register(app);
  }

  async #guard(app: FastifyInstance): Promise<void> {
    await app.register(rateLimit, { global: false });
    const { requestsPerMinute, requestsPerMinutePerAddress } = this.#limits;
    const limitAddress = app.createRateLimit({
      max: requestsPerMinutePerAddress,
      timeWindow: MINUTE_MS,
      keyGenerator: (request) => request.ip,
    });
    const limitCaller = app.createRateLimit({
      max: requestsPerMinute,
      timeWindow: MINUTE_MS,
      keyGenerator: (request) => this.#callers.of(request).address,
    });
    const tooMany = () => new Refusal(429, 'too-many', 'Too many requests in a minute. Ask again later.');

    app.addHook('onRequest', async (request, reply) => {
      reply.header('date', new Date(this.#gateway.nowS() * 1000).toUTCString());
      reply.header('cache-control', 'no-store');
      if (request.is404) return;
      const limit = await limitAddress(request);
      if (!limit.isAllowed && limit.isExceeded) throw tooMany();
      // A stranger's body is not read at all. The claim is proved below.
      const claimed = claimedSigner(request.headers, this.#gateway.chain.consortium.chainId);
      if (claimed !== undefined && !(await this.#callers.know(claimed, request))) throw unknownPeer();
    });

    app.addHook('preValidation', async (request) => {
      if (request.is404) return;
      const gateway = this.#gateway;
      const { address } = await verifyRequest(
        {
          method: request.method,
          url: this.#options.origin + request.raw.url,
          headers: request.headers,
          body: request.body as Buffer | undefined,
        },
        {
          chainId: gateway.chain.consortium.chainId,
          nonceStore: this.#nonces,
          nowS: gateway.nowS(),
          maxSkewS: this.#options.maxSkewS ?? DEFAULT_MAX_SKEW_S,
        },
      );
      const caller = this.#callers.of(request);
      if (!isAddressEqual(address, caller.address)) throw unknownPeer();
      const limit = await limitCaller(request);
      if (!limit.isAllowed && limit.isExceeded) throw tooMany();
      if (caller.hospital?.authorId === this.#self && !request.routeOptions.url?.endsWith('/about')) {
        this.#options.onIdentityShared?.();
        throw new Refusal(
          409,
          'identity-shared',
          'The request is signed under the identity of the gateway that it was sent to.',
        );
      }
    });
  }

  #reads(app: FastifyInstance): void {
    app.get('/about', async (request) => {
      const { challenge } = request.query as { challenge?: string };
      if (challenge === undefined || !HEX_32_BYTES.test(challenge)) throw notFound();
      return signStatement(this.#gateway, {
        authorId: this.#self,
        origin: this.#options.origin,
        instance: this.#instance,
        challenge: challenge as Hex,
      });
    });

    app.post('/lanes/:twinId/:authorId/release', { bodyLimit: CONTROL_BYTES }, async (request, reply) => {
      const lane = laneOf(request);
      const caller = this.#callers.of(request);
      if (caller.hospital === undefined) throw notFound();
      const { requestId, purpose } = parseRelease(request.body);
      // One at a time: each receipt names the one before it.
      const receipt = await this.#mutex.run('receipts', () =>
        this.#release(lane, caller, requestId, purpose),
      );
      return octets(reply, receipt);
    });

    app.get('/lanes/:twinId/:authorId/head', async (request) => {
      const { source, id } = await this.#readable(request);
      const head = await source.head(id);
      if (head === undefined) throw notFound();
      return { count: head.count, mk: toHex(head.mk) };
    });

    app.get('/lanes/:twinId/:authorId/word', async (request, reply) => {
      const lane = laneOf(request);
      const batch = numberOf((request.query as { batch?: string }).batch ?? '');
      const caller = this.#callers.of(request);
      this.#assertPermitted(lane, caller, await this.#mayHear(lane, caller), undefined);
      const word = await this.#options.wordOf?.(lane, batch);
      if (word === undefined) throw notFound();
      return octets(reply, word);
    });

    app.get('/lanes/:twinId/:authorId/manifests', async (request, reply) => {
      const { source, rows } = await this.#readable(request);
      const from = numberOf((request.query as { from?: string }).from ?? '0');
      const page = await manifestPage(source, rows, from, {
        ...PAGE_LIMITS,
        manifests: this.#limits.manifests,
      });
      if (page.count === 0) throw notFound();
      return octets(reply, page.bytes);
    });

    app.get('/lanes/:twinId/:authorId/manifests/:seq', async (request, reply) => {
      const { source, id } = await this.#readable(request);
      const manifest = await source.manifest(id, numberOf((request.params as { seq: string }).seq));
      if (manifest === undefined) throw notFound();
      return octets(reply, manifest);
    });

    app.get('/lanes/:twinId/:authorId/parts/:digest', async (request, reply) => {
      const { source } = await this.#readable(request);
      const locator = await source.locator(digestOf((request.params as { digest: string }).digest));
      const slot = locator && (await source.object(locator.slot));
      const payload = locator && (await source.object(locator.payload));
      if (slot === undefined || payload === undefined) throw notFound();
      return octets(reply, encodeObjects([slot, payload]));
    });

    app.get('/lanes/:twinId/:authorId/locators/:digest', async (request, reply) => {
      const { source } = await this.#readable(request);
      const locator = await source.locator(digestOf((request.params as { digest: string }).digest));
      if (locator === undefined) throw notFound();
      return octets(reply, Buffer.concat([locator.slot, locator.payload]));
    });

    app.get('/lanes/:twinId/:authorId/objects/:address', async (request, reply) => {
      const { source, lane } = await this.#readable(request);
      const { address } = request.params as { address: string };
      if (!HEX_64.test(address) || !(await this.#objects.has(lane, address))) throw notFound();
      const object = await source.object(fromHex(address, 32));
      if (object === undefined) throw notFound();
      return octets(reply, object);
    });

    app.get('/lanes/:twinId/:authorId/capsules', async (request, reply) => {
      const { source, lane, allows } = await this.#readable(request);
      const from = numberOf((request.query as { from?: string }).from ?? '0');
      const page = await capsulePage(this.#gateway, source, lane, from, allows, this.#limits);
      if (page.next !== undefined) reply.header('twinseal-next', String(page.next));
      return octets(reply, page.bytes);
    });
  }

  async #release(lane: LaneRef, caller: Caller, requestId: Hex, purpose: string): Promise<Uint8Array> {
    const { hospital } = caller;
    if (hospital === undefined) throw notFound();
    const decision = await this.#released.decision(requestId, hospital.authorId, lane.twinId);
    if (decision === undefined) throw notFound();
    // The chain's refusal is answered, with its receipt; a permit only while it stands.
    if (decision.permit) {
      const stands = await this.#released.stands(requestId, hospital.authorId, lane.twinId);
      this.#assertPermitted(lane, caller, stands ? 'released' : undefined, requestId);
      if ((await this.#gateway.ledger.lane(lane)).length === 0) throw notFound();
    }
    const written = this.#released.receipt(requestId, hospital, lane.twinId);
    if (written !== undefined) {
      if (written.fields.purpose !== purpose) {
        throw new Refusal(409, 'conflict', 'The request was answered before, for another purpose.');
      }
      // Asked again, over a broken connection or for another lane of the twin: the receipt is of the request, and there is one.
      return written.bytes;
    }
    return (await releaseLane(this.#gateway, { requestId, requester: hospital.authorId, purpose, ...lane }))
      .receipt;
  }

  /** The lane of a request that its caller may read now. @throws Refusal `not-found` */
  async #readable(request: FastifyRequest): Promise<{
    readonly lane: LaneRef;
    readonly id: Uint8Array;
    readonly source: LaneSource;
    readonly rows: readonly InstanceRow[];
    readonly allows: (capsule: Capsule) => boolean;
  }> {
    const lane = laneOf(request);
    const caller = this.#callers.of(request);
    const { request: requestId } = request.query as { request?: string };
    // The patient is a recipient of every lane of the own twin.
    const own =
      caller.patientOf === lane.twinId || (await this.#callers.authorOf(lane, caller)) !== undefined;
    const scopes =
      !own && caller.hospital !== undefined && requestId !== undefined && HEX_32_BYTES.test(requestId)
        ? await this.#released.scopes(requestId as Hex, caller.hospital, lane)
        : undefined;
    const isReleased = scopes !== undefined;
    this.#assertPermitted(lane, caller, own ? 'author' : isReleased ? 'released' : undefined, requestId);
    const rows = await this.#gateway.ledger.lane(lane);
    if (rows.length === 0) throw notFound();
    const name = caller.hospital && formatName({ kind: 'hospital', hospital: caller.hospital.id });
    return {
      lane,
      id: laneId(fromHex(lane.twinId, 32), fromHex(lane.authorId, 32)),
      source: new LaneSource(this.#gateway, lane),
      rows,
      allows: ({ scope, recipients }) =>
        scopes === undefined || (scopes.has(toHex(scope)) && recipients.some((each) => each.name === name)),
    };
  }

  /** In what standing a hospital may know whether a lane is there at all; undefined where it may not. */
  async #mayHear(lane: LaneRef, caller: Caller): Promise<'author' | 'released' | undefined> {
    const { hospital } = caller;
    if (hospital === undefined) return undefined;
    if (hospital.authorId === `0x${lane.authorId}`) return 'author';
    if ((await this.#callers.twin(lane.twinId))?.custodian === hospital.authorId) return 'released';
    const grants = await this.#gateway.chain.grants(`0x${lane.twinId}`, this.#gateway.nowS());
    const reads = grants.some(
      ({ live, terms }) =>
        live && terms.hospital === hospital.authorId && (terms.operations & OPERATION.read) !== 0,
    );
    return reads ? 'released' : undefined;
  }

  /** Puts the question to the gateway's one decision function. @throws Refusal `not-found` where it denies */
  #assertPermitted(
    lane: LaneRef,
    { address, hospital, patientOf }: Caller,
    peer: 'author' | 'released' | undefined,
    requestId: string | undefined,
  ): void {
    const decision = decide(
      {
        caller:
          patientOf === lane.twinId || hospital === undefined
            ? { kind: 'account', address, session: 'signed request' }
            : { kind: 'peer', authorId: hospital.authorId.slice(2), address },
        operation: 'read-sealed',
        twinId: lane.twinId,
        lane: lane.authorId,
        ...(requestId === undefined ? {} : { requestId: requestId as Hex }),
      },
      {
        nowS: this.#gateway.nowS(),
        twin: {
          known: true,
          ownLane: false,
          standing: patientOf === lane.twinId ? ['control'] : [],
          ...(peer === undefined ? {} : { peer }),
        },
      },
    );
    if (!decision.permit) throw notFound();
  }
}

function parseRelease(body: unknown): { readonly requestId: Hex; readonly purpose: string } {
  let json: unknown;
  try {
    json = JSON.parse((body as Buffer | undefined)?.toString('utf8') ?? '');
  } catch {
    json = undefined;
  }
  const parsed = releaseSchema.safeParse(json);
  if (!parsed.success) throw new Refusal(422, 'invalid', 'Expected {"requestId":"0x…","purpose":"…"}.');
  return parsed.data as { requestId: Hex; purpose: string };
}

function octets(reply: FastifyReply, body: Uint8Array): FastifyReply {
  return reply.type(OCTETS).send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
}
