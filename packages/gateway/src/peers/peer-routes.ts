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
 *     PUT  lanes/:twinId/:authorId/instances/:seq              instance-body.ts → JSON ReplicationReceipt
 *     PUT  lanes/:twinId/:authorId/capsules                    LP(capsule) × → JSON {"kept"}
 *
 * Who may read: a hospital to which the lane was released under the request named, while the permit stands; an author its own lane, and a patient every lane of the own twin, without a request. Who may write: the lane's
 * author, where this gateway is the twin's custodian; a patient is the account that controls the twin on the chain. Capsules of an emergency are taken from the hospital that the patient named for it as well.
 *
 * An unknown path or a malformed id, something that is not held and something that is not the caller's: one answer.
 */

import rateLimit from '@fastify/rate-limit';
import type { Hospital, Twin } from '@twinseal/chain';
import { verifyCapsule } from '@twinseal/mibsc';
import {
  type Capsule,
  decodeCapsule,
  encodeCapsuleContext,
  formatIdentity,
  formatName,
  fromHex,
  hospitalAuthorId,
  laneId,
  mayIssue,
  toHex,
} from '@twinseal/record';
import type { InstanceRow } from '@twinseal/store';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { type Address, bytesToHex, type Hex, isAddressEqual } from 'viem';
import { z } from 'zod';
import { decide } from '../decision/decide.js';
import { emergencyIssues, namedRecipient } from '../emergency/emergency-issues.js';
import { KeyedMutex } from '../internal/keyed-mutex.js';
import { LaneSource } from '../lane-source.js';
import type { Gateway } from '../ports.js';
import { releaseLane } from '../usecases/release-lane.js';
import type { PeerDirectory } from './directory.js';
import { decodeInstance } from './instance-body.js';
import { keepReplica } from './keep-replica.js';
import { LaneObjects } from './lane-objects.js';
import { claimedSigner, DEFAULT_MAX_SKEW_S, verifyRequest } from './message-signatures.js';
import { MemoryNonceStore } from './nonce-store.js';
import { decodeObjects, encodeObjects } from './objects.js';
import { notFound, Refusal, refusalOf, sendRefusal, unknownPeer } from './refusal.js';
import { Released } from './released.js';
import { signReplicationReceipt } from './replication-receipt.js';
import { signStatement } from './statement.js';
import { TtlCache } from './ttl-cache.js';
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

/** Bytes of a page of manifests. */
const MANIFEST_PAGE_BYTES = 4 * 2 ** 20;
/** Bytes of a small JSON body. */
const CONTROL_BYTES = 4096;
/** How long the chain's word on a twin's control and custodian is used, in ms. */
const TWIN_TTL_MS = 2_000;
const MINUTE_MS = 60_000;
const OCTETS = 'application/octet-stream';

const HEX_64 = /^[0-9a-f]{64}$/;
const HEX_32_BYTES = /^0x[0-9a-f]{64}$/;
const NUMBER = /^(0|[1-9][0-9]{0,14})$/;

const releaseSchema = z.strictObject({
  requestId: z.string().regex(HEX_32_BYTES),
  purpose: z.string().regex(/^[A-Z]{1,32}$/),
});

/** Who asks. */
interface Caller {
  readonly address: Address;
  /** Where the account controls an active hospital. */
  readonly hospital: Hospital | undefined;
  /** Where the account controls the twin that the path names. */
  readonly patientOf: string | undefined;
}

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
  readonly #directory: PeerDirectory;
  readonly #options: PeerRoutesOptions;
  readonly #limits: PeerServerLimits;
  readonly #self: Hex;
  readonly #instance: string;
  readonly #mutex: KeyedMutex;
  readonly #nonces = new MemoryNonceStore();
  readonly #released: Released;
  readonly #objects: LaneObjects;
  readonly #twins = new TtlCache<string, Twin | undefined>(TWIN_TTL_MS, 10_000);
  readonly #callers = new WeakMap<FastifyRequest, Caller>();
  /** Instances being received, by network address. */
  readonly #receiving = new Map<string, number>();

  constructor(gateway: Gateway, directory: PeerDirectory, options: PeerRoutesOptions) {
    if (new URL(options.origin).origin !== options.origin) {
      throw new TypeError('options.origin: expected an origin, such as https://north.example:8443');
    }
    this.#gateway = gateway;
    this.#directory = directory;
    this.#options = options;
    this.#limits = { ...DEFAULT_PEER_LIMITS, ...options.limits };
    this.#self = bytesToHex(hospitalAuthorId(gateway.id));
    this.#instance = options.instance ?? toHex(crypto.getRandomValues(new Uint8Array(16)));
    this.#mutex = options.mutex ?? new KeyedMutex();
    this.#released = new Released(gateway);
    this.#objects = new LaneObjects(gateway);
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
    this.#writes(app);
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
      keyGenerator: (request) => this.#caller(request).address,
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
      const caller = claimed === undefined ? undefined : await this.#callerOf(claimed, request);
      if (caller !== undefined) this.#callers.set(request, caller);
      else if (claimed !== undefined) throw unknownPeer();
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
      const caller = this.#caller(request);
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

  async #callerOf(address: Address, request: FastifyRequest): Promise<Caller | undefined> {
    const hospital = await this.#directory.byController(address);
    const { twinId } = request.params as { twinId?: string };
    const isTwin = twinId !== undefined && HEX_64.test(twinId);
    const controls = async () => {
      const control = isTwin ? (await this.#twin(twinId))?.control : undefined;
      return control !== undefined && isAddressEqual(control, address);
    };
    let isPatient = await controls();
    if (isTwin && !isPatient && hospital === undefined) {
      // Control may have moved since it was last asked for: whoever has just come back to the own record is not sent away.
      this.#twins.forget(twinId);
      isPatient = await controls();
    }
    const patientOf = isPatient ? twinId : undefined;
    return hospital === undefined && patientOf === undefined ? undefined : { address, hospital, patientOf };
  }

  #caller(request: FastifyRequest): Caller {
    const caller = this.#callers.get(request);
    if (caller === undefined) throw unknownPeer();
    return caller;
  }

  #twin(twinId: string): Promise<Twin | undefined> {
    return this.#twins.get(twinId, () => this.#gateway.chain.twin(`0x${twinId}`));
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
      const caller = this.#caller(request);
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

    app.get('/lanes/:twinId/:authorId/manifests', async (request, reply) => {
      const { source, rows } = await this.#readable(request);
      const from = numberOf((request.query as { from?: string }).from ?? '0');
      const page: Uint8Array[] = [];
      let bytes = 0;
      for (const row of rows.slice(from, from + this.#limits.manifests)) {
        const manifest = await source.object(fromHex(row.manifest, 32));
        if (manifest === undefined || bytes > MANIFEST_PAGE_BYTES) break;
        page.push(manifest);
        bytes += manifest.length;
      }
      if (page.length === 0) throw notFound();
      return octets(reply, encodeObjects(page));
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
      const page: Uint8Array[] = [];
      let bytes = 0;
      let at = 0;
      // One after the other: a lane may have very many.
      for (const row of await this.#gateway.ledger.capsules(lane)) {
        const object = await source.object(fromHex(row.address, 32));
        if (object === undefined || !allows(decodeCapsule(object))) continue;
        if (at++ < from) continue;
        if (
          page.length === this.#limits.capsules ||
          (page.length > 0 && bytes + object.length > this.#limits.capsuleBytes)
        ) {
          reply.header('twinseal-next', String(from + page.length));
          break;
        }
        page.push(object);
        bytes += object.length;
      }
      return octets(reply, encodeObjects(page));
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
    const caller = this.#caller(request);
    const { request: requestId } = request.query as { request?: string };
    // The patient is a recipient of every lane of the own twin.
    const own = caller.patientOf === lane.twinId || (await this.#authorOf(lane, caller)) !== undefined;
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

  /** The caller's name and current epoch where it is the lane's author. */
  async #authorOf(
    lane: LaneRef,
    caller: Caller,
  ): Promise<{ readonly name: string; readonly epoch: string } | undefined> {
    const { hospital, patientOf } = caller;
    if (hospital?.authorId === `0x${lane.authorId}`) {
      return { name: formatName({ kind: 'hospital', hospital: hospital.id }), epoch: String(hospital.epoch) };
    }
    if (patientOf !== lane.twinId) return undefined;
    const twin = await this.#twin(lane.twinId);
    if (twin?.patientAuthorId !== `0x${lane.authorId}`) return undefined;
    return {
      name: formatName({ kind: 'patient', twinId: fromHex(lane.twinId, 32) }),
      epoch: String(twin.identityEpoch),
    };
  }

  /** The caller's name where the patient named it for emergencies, and the lane is kept here as the custodian. @throws ChainError */
  async #namedFor(lane: LaneRef, { hospital }: Caller): Promise<string | undefined> {
    const custodian = (await this.#twin(lane.twinId))?.custodian;
    if (hospital === undefined || custodian !== this.#self) return undefined;
    const named = await namedRecipient(this.#gateway.chain, `0x${lane.twinId}`);
    if (named !== hospital.authorId || (await this.#gateway.ledger.lane(lane)).length === 0) return undefined;
    return formatName({ kind: 'hospital', hospital: hospital.id });
  }

  /** For whom and what a hospital's capsules of a lane are kept here. */
  async #placesOf(lane: LaneRef, issuer: string): Promise<Set<string>> {
    const places = new Set<string>();
    for (const { address } of await this.#gateway.ledger.capsules(lane)) {
      const object = await this.#gateway.blobs.get(address);
      const capsule = object && decodeCapsule(object);
      if (capsule?.issuer.name === issuer) for (const place of placesIn(capsule)) places.add(place);
    }
    return places;
  }

  /** What a reader would not take is not kept: it would only crowd out what is. @throws Refusal `invalid` */
  async #assertOfEmergency(lane: LaneRef, capsules: readonly Capsule[]): Promise<void> {
    const { chain, params } = this.#gateway;
    const [emergencies, { authorName }] = await Promise.all([
      emergencyIssues(chain, `0x${lane.twinId}`),
      chain.laneHead(`0x${lane.twinId}`, `0x${lane.authorId}`),
    ]);
    const refused = new Refusal(
      422,
      'invalid',
      'A capsule is of no emergency in which its issuer was named.',
    );
    for (const capsule of capsules) {
      if (!mayIssue(capsule, { twinId: capsule.twinId, authorName, emergencies })) throw refused;
      try {
        verifyCapsule(params, {
          capsule: capsule.sealed,
          recipients: [...capsule.recipients],
          issuer: capsule.issuer,
          context: encodeCapsuleContext(capsule),
          domain: chain.domain,
        });
      } catch {
        throw refused;
      }
    }
  }

  #writes(app: FastifyInstance): void {
    const { instanceBytes, capsuleBytes, capsules, capsulesPerLane } = this.#limits;
    /** Asked before the body is read, by who the caller claims to be; the claim is proved before anything is done. */
    const mayWrite = async (request: FastifyRequest) => {
      const lane = laneOf(request);
      const author = await this.#authorOf(lane, this.#caller(request));
      const custodian = (await this.#twin(lane.twinId))?.custodian;
      if (author === undefined || custodian !== this.#self) throw notFound();
      return { lane, author };
    };
    /** Whose capsules are taken: the author's, and those of the hospital that the patient named for emergencies, of a lane that is kept here (REC-28). */
    const mayGiveCapsules = async (request: FastifyRequest) => {
      const lane = laneOf(request);
      const caller = this.#caller(request);
      if ((await this.#authorOf(lane, caller)) !== undefined)
        return { ...(await mayWrite(request)), named: false };
      const name = await this.#namedFor(lane, caller);
      if (name === undefined) throw notFound();
      return { lane, author: { name }, named: true };
    };

    app.put(
      '/lanes/:twinId/:authorId/instances/:seq',
      {
        bodyLimit: instanceBytes,
        onRequest: async (request, reply) => {
          await mayWrite(request);
          reply.raw.once('close', this.#begin(request.ip));
        },
      },
      async (request) => {
        const { lane, author } = await mayWrite(request);
        const update = await decodeInstance(bodyOf(request));
        const belongs =
          toHex(update.twinId) === lane.twinId &&
          update.author.name === author.name &&
          update.seq === numberOf((request.params as { seq: string }).seq);
        if (!belongs) throw new Refusal(422, 'invalid', 'The instance is of another lane or place.');
        const held = await this.#mutex.run(lane.twinId, () =>
          keepReplica(this.#gateway, lane, update, author.epoch),
        );
        // Asked again where it could have been missed: whoever is told takes it once.
        if (held.isPending) await this.#options.onKept?.('instance', lane, 1);
        return signReplicationReceipt(this.#gateway, this.#self, lane, held, this.#options.origin);
      },
    );

    app.put(
      '/lanes/:twinId/:authorId/capsules',
      { bodyLimit: capsuleBytes, onRequest: async (request) => void (await mayGiveCapsules(request)) },
      async (request) => {
        const { lane, author, named } = await mayGiveCapsules(request);
        const objects = decodeObjects(bodyOf(request), capsules).map((object) => ({
          object,
          capsule: decodeCapsule(object),
        }));
        for (const { capsule } of objects) {
          const belongs =
            toHex(capsule.twinId) === lane.twinId &&
            toHex(capsule.authorId) === lane.authorId &&
            capsule.issuer.name === author.name;
          if (!belongs)
            throw new Refusal(422, 'invalid', 'A capsule is of another lane, or of another issuer.');
        }
        if (named) {
          await this.#assertOfEmergency(
            lane,
            objects.map(({ capsule }) => capsule),
          );
        }
        await this.#mutex.run(lane.twinId, async () => {
          const held = new Set((await this.#gateway.ledger.capsules(lane)).map(({ address }) => address));
          if (held.size + objects.length > capsulesPerLane) {
            throw new Refusal(413, 'too-many', 'More capsules of one lane than are kept here.');
          }
          const given = named ? await this.#placesOf(lane, author.name) : new Set<string>();
          for (const { object, capsule } of objects) {
            // One for each recipient and place: more of them would crowd out what others issue.
            const places = named ? placesIn(capsule) : [];
            if (named && places.every((place) => given.has(place))) continue;
            for (const place of places) given.add(place);
            const address = await this.#gateway.blobs.put(object);
            if (held.has(address)) continue;
            await this.#gateway.ledger.recordCapsule({
              address,
              ...lane,
              scope: toHex(capsule.scope),
              sealingEpoch: capsule.sealingEpoch,
              issuer: formatIdentity(capsule.issuer),
            });
            held.add(address);
          }
        });
        if (objects.length > 0) await this.#options.onKept?.('capsules', lane, objects.length);
        return { kept: objects.length };
      },
    );
  }

  /** Takes room for an instance that comes in. @returns what gives it back */
  #begin(ip: string): () => void {
    const all = [...this.#receiving.values()].reduce((sum, count) => sum + count, 0);
    const here = this.#receiving.get(ip) ?? 0;
    // One network address takes at most half of the room.
    if (all >= this.#limits.instancesAtOnce || here >= Math.ceil(this.#limits.instancesAtOnce / 2)) {
      throw new Refusal(503, 'busy', 'Too many instances are being received. Ask again later.');
    }
    this.#receiving.set(ip, here + 1);
    return () => {
      const left = (this.#receiving.get(ip) ?? 1) - 1;
      if (left > 0) this.#receiving.set(ip, left);
      else this.#receiving.delete(ip);
    };
  }
}

function laneOf(request: FastifyRequest): LaneRef {
  const { twinId, authorId: author } = request.params as { twinId: string; authorId: string };
  if (!HEX_64.test(twinId) || !HEX_64.test(author)) throw notFound();
  return { twinId, authorId: author };
}

function placesIn({ scope, sealingEpoch, recipients }: Capsule): string[] {
  return recipients.map((each) => `${toHex(scope)}/${sealingEpoch}/${formatIdentity(each)}`);
}

function digestOf(text: string): Uint8Array {
  if (!HEX_64.test(text)) throw notFound();
  return fromHex(text, 32);
}

function numberOf(text: string): number {
  if (!NUMBER.test(text)) throw notFound();
  return Number(text);
}

function bodyOf(request: FastifyRequest): Uint8Array {
  return (request.body as Buffer | undefined) ?? new Uint8Array();
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
