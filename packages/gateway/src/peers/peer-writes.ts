/**
 * What is given into keeping: instances and capsules of a lane by its author, where this gateway is the twin's custodian; a patient is the account that controls the twin on the chain. Capsules of an emergency
 * are taken from the hospital that the patient named for it as well (REC-28).
 */

import { verifyCapsule } from '@twinseal/mibsc';
import {
  type Capsule,
  decodeCapsule,
  encodeCapsuleContext,
  formatIdentity,
  formatName,
  hospitalAuthorId,
  mayIssue,
  toHex,
} from '@twinseal/record';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bytesToHex, type Hex } from 'viem';
import { emergencyIssues, namedRecipient } from '../emergency/emergency-issues.js';
import type { KeyedMutex } from '../internal/keyed-mutex.js';
import type { Gateway } from '../ports.js';
import { decodeInstance } from './instance-body.js';
import { keepReplica } from './keep-replica.js';
import { decodeObjects } from './objects.js';
import type { Caller, PeerCallers } from './peer-callers.js';
import { bodyOf, laneOf, numberOf } from './peer-request.js';
import { notFound, Refusal } from './refusal.js';
import { signReplicationReceipt } from './replication-receipt.js';
import type { LaneRef, PeerRoutesOptions, PeerServerLimits } from './types.js';

export class PeerWrites {
  readonly #gateway: Gateway;
  readonly #callers: PeerCallers;
  readonly #options: PeerRoutesOptions;
  readonly #limits: PeerServerLimits;
  readonly #mutex: KeyedMutex;
  readonly #self: Hex;
  /** Instances being received, by network address. */
  readonly #receiving = new Map<string, number>();

  constructor(parts: {
    readonly gateway: Gateway;
    readonly callers: PeerCallers;
    readonly options: PeerRoutesOptions;
    readonly limits: PeerServerLimits;
    /** One thing at a time for each twin. */
    readonly mutex: KeyedMutex;
  }) {
    this.#gateway = parts.gateway;
    this.#callers = parts.callers;
    this.#options = parts.options;
    this.#limits = parts.limits;
    this.#mutex = parts.mutex;
    this.#self = bytesToHex(hospitalAuthorId(parts.gateway.id));
  }

  /** Adds the routes to those that are guarded. */
  register(app: FastifyInstance): void {
    const { instanceBytes, capsuleBytes, capsules, capsulesPerLane } = this.#limits;
    /** Asked before the body is read, by who the caller claims to be; the claim is proved before anything is done. */
    const mayWrite = async (request: FastifyRequest) => {
      const lane = laneOf(request);
      const author = await this.#callers.authorOf(lane, this.#callers.of(request));
      const custodian = (await this.#callers.twin(lane.twinId))?.custodian;
      if (author === undefined || custodian !== this.#self) throw notFound();
      return { lane, author };
    };
    /** Whose capsules are taken: the author's, and those of the hospital that the patient named for emergencies, of a lane that is kept here (REC-28). */
    const mayGiveCapsules = async (request: FastifyRequest) => {
      const lane = laneOf(request);
      const caller = this.#callers.of(request);
      if ((await this.#callers.authorOf(lane, caller)) !== undefined)
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

  /** The caller's name where the patient named it for emergencies, and the lane is kept here as the custodian. @throws ChainError */
  async #namedFor(lane: LaneRef, { hospital }: Caller): Promise<string | undefined> {
    const custodian = (await this.#callers.twin(lane.twinId))?.custodian;
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
}

function placesIn({ scope, sealingEpoch, recipients }: Capsule): string[] {
  return recipients.map((each) => `${toHex(scope)}/${sealingEpoch}/${formatIdentity(each)}`);
}
