/** What the patient's page needs beside the routes of every client: the way to the authority, registrations, introductions passed on to their hospital, and what is signed and anchored with nothing left out. */

import type { TwinTerms } from '@twinseal/chain';
import { type AnchoredInstance, hospitalAuthorId, toHex } from '@twinseal/record';
import { type Hex, hexToBytes, isAddressEqual } from 'viem';
import { z } from 'zod';
import { ApiError, denied, nothingThere, tooMany } from '../api/errors.js';
import { type ApiRoute, route } from '../api/route.js';
import { address, decimalSeconds, from, hex32, laneParams, signature, twinParams } from '../api/schemas.js';
import { introductionSchema } from '../introductions/introduction.js';
import type { GatewayService } from '../service/gateway-service.js';
import { grantFromJson, grantSchema, grantToJson } from '../twins/grant-json.js';
import { slipSchema } from '../twins/known-twins.js';
import { keyRequestSchema, keyResponseSchema, passKeyRequest } from './key-requests.js';
import { keepOwnCapsules } from './own-capsules.js';
import { passIntroduction } from './pass-introduction.js';
import { RelayLimit } from './relay-limit.js';

/** Instances in one answer. */
const PAGE = 500;
const HOUR_S = 3600;
/** Registering waits for a block. */
const BLOCK_TIMEOUT_MS = 150_000;
/** A capsule for all the hospitals of a consortium, at most 256, in hexadecimal; some 80 bytes each. */
const MAX_CAPSULE_DIGITS = 65_536;
const CAPSULES_BYTES = 2 * 2 ** 20;
const TAG = 'page';

const bytes = z.string().describe('Bytes in hexadecimal with 0x.');

const registrationSchema = z.strictObject({
  terms: z.strictObject({
    twinId: hex32,
    kind: z.number().int().min(0).max(2),
    control: address,
    identityEpoch: z.number().int().min(1).max(999_999_999),
    custodian: hex32,
    deadline: decimalSeconds,
  }),
  grants: z.array(grantSchema).max(64),
  signature,
  slip: slipSchema,
});

export function pageRoutes(service: GatewayService): readonly ApiRoute[] {
  let limit: RelayLimit | undefined;
  /** The table also serves to be described: a running service is looked at when somebody calls. */
  const mayPay = (remote: string): boolean => {
    limit ??= new RelayLimit(service.config.patientPage.registrationsPerHour);
    return limit.take(remote, service.gateway.nowS());
  };
  return [
    route({
      method: 'POST',
      path: '/key-requests',
      id: 'requestKey',
      summary: 'Ask the authority for an identity key, through this gateway',
      description:
        'Passed on as it is. The answer is sealed by HPKE to the key in the request; the gateway cannot read it. The authority looks up on the chain whose key may sign.',
      tag: TAG,
      operation: 'read-own',
      body: keyRequestSchema,
      answer: keyResponseSchema,
      errors: ['authority-unknown', 'authority-unreachable', 'key-refused'],
      handle: ({ body }) => passKeyRequest(service.config.patientPage.authorityUrl, body),
    }),
    route({
      method: 'POST',
      path: '/registrations',
      id: 'register',
      summary: 'Register a new twin of which this hospital is the custodian',
      description:
        'Signed by the account that signed in and that will control the twin; this gateway relays it and pays for it, for so many an hour as its configuration says. Safe to repeat. The slip makes the patient known to this hospital.',
      tag: TAG,
      operation: 'relay-consent',
      body: registrationSchema,
      answer: z.strictObject({ registered: z.literal(true), txHash: hex32.optional() }),
      timeoutMs: BLOCK_TIMEOUT_MS,
      errors: ['record-foreign'],
      handle: async ({ caller, body, remote }) => {
        const { gateway, twins } = service;
        const self: Hex = `0x${toHex(hospitalAuthorId(gateway.id))}`;
        const terms = { ...body.terms, deadline: BigInt(body.terms.deadline) } as TwinTerms;
        if (terms.twinId !== `0x${body.slip.twinId}`)
          throw new TypeError('slip.twinId: expected the twin of the terms');
        if (terms.custodian !== self) throw new TypeError('terms.custodian: expected this hospital');
        if (caller.kind === 'account' && !isAddressEqual(caller.address, terms.control)) throw denied();
        const there = await gateway.chain.twin(terms.twinId);
        if (there !== undefined) {
          if (!isAddressEqual(there.control, terms.control))
            throw new ApiError(409, 'record-foreign', 'The twin is registered under another key already.');
          await twins.introduce(body.slip);
          return { registered: true as const };
        }
        if (caller.kind === 'account' && !mayPay(remote)) throw tooMany(HOUR_S);
        // Known first: if the gateway dies after the chain has taken it, nothing is left to guess.
        await twins.introduce(body.slip);
        const { txHash } = await service.relay(body.slip.twinId, {
          kind: 'registration',
          terms,
          grants: body.grants.map(grantFromJson),
          signature: body.signature as Hex,
        });
        service.tell('twin registered', body.slip.twinId);
        return { registered: true as const, txHash };
      },
    }),
    route({
      method: 'POST',
      path: '/introductions/pass',
      id: 'passIntroduction',
      summary: 'Pass an introduction on to the hospital that it names',
      description:
        'An introduction is signed for one hospital and good for one use; it may travel any way, and this is the way of a page that may talk to one gateway only. Goes to the address that the chain has of the hospital, and to no other.',
      tag: TAG,
      operation: 'relay-consent',
      body: introductionSchema,
      answer: z.strictObject({ introduced: z.literal(true) }),
      errors: ['hospital-unknown', 'hospital-unreachable', 'introduction-refused'],
      handle: async ({ body }) => {
        await passIntroduction(service, body);
        return { introduced: true as const };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/grants/terms',
      id: 'grantTerms',
      summary: 'The terms of every grant, as they were signed',
      description:
        'Oldest first. Nobody has to believe them: the id of a grant is the hash of its terms (EIP-712), and which ids are live a state proof of the contract Access shows.',
      tag: 'consents',
      operation: 'read-consents',
      params: twinParams,
      answer: z.strictObject({
        grants: z.array(
          z.strictObject({
            grantId: hex32,
            terms: z.record(z.string(), z.unknown()).describe('Numbers of the contract as decimal text.'),
            live: z.boolean(),
            emergency: z.boolean(),
          }),
        ),
      }),
      handle: async ({ params }) => {
        const { chain, nowS } = service.gateway;
        const grants = await chain.grants(`0x${params.twinId}`, nowS());
        return {
          grants: grants.map(({ grantId, terms, live, emergency }) => ({
            grantId,
            terms: grantToJson(terms),
            live,
            emergency,
          })),
        };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/lanes/{authorId}/capsules',
      id: 'handOverCapsules',
      summary: 'Hands over capsules of the patient’s own lane',
      description:
        'Module secrets of the lane that the patient writes, sealed by the patient’s page for those who were granted them; kept where the lane is, at the custodian. Only by the account that controls the twin. The gateway cannot open them, and looks at nothing but whose they are.',
      tag: 'sealed',
      operation: 'relay-consent',
      cors: 'consortium',
      params: laneParams,
      body: z.strictObject({
        capsules: z
          .array(
            z
              .string()
              .regex(/^0x([0-9a-f]{2})+$/, 'expected 0x and lowercase hexadecimal digits')
              .max(MAX_CAPSULE_DIGITS, 'expected a capsule with fewer recipients'),
          )
          .min(1, 'expected a capsule')
          .max(64, 'expected at most 64 capsules'),
      }),
      bodyBytes: CAPSULES_BYTES,
      answer: z.strictObject({ kept: z.number().int() }),
      errors: ['too-many'],
      handle: async ({ caller, params, body }) => {
        await keepOwnCapsules(
          service,
          caller,
          params,
          body.capsules.map((text) => hexToBytes(text as Hex)),
        );
        return { kept: body.capsules.length };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/lanes/{authorId}/anchored',
      id: 'anchored',
      summary: 'What is anchored of a lane, instance by instance',
      description:
        'The fields that hash to the leaf of each instance (docs/RECORD.md, REC-6), and the author’s proof, as this gateway’s node has them. Nobody has to believe it: the leaves hash to the lane’s root, which a state proof shows, and the proofs verify under the author’s point.',
      tag: 'sealed',
      operation: 'read-sealed',
      params: laneParams,
      query: z.strictObject({ from: from.optional() }),
      answer: z.strictObject({
        instances: z.array(
          z.strictObject({
            seq: z.number().int(),
            h: bytes,
            mk: bytes,
            accessVersion: z.number().int(),
            time: z.number().int(),
            authorEpoch: z.string(),
            X: bytes,
            v: bytes,
            blockNumber: z.number().int(),
            blockTime: z.number().int(),
            versionInForce: z.number().int().optional(),
            batch: z.number().int().optional(),
            mayContribute: z.boolean().optional(),
            tombstone: z.strictObject({ blockNumber: z.number().int(), time: z.number().int() }).optional(),
          }),
        ),
      }),
      errors: ['not-found'],
      handle: async ({ params, query }) => {
        const start = query.from ?? 0;
        const lane = await service.gateway.chain.laneHead(`0x${params.twinId}`, `0x${params.authorId}`);
        if (lane.count === 0) throw nothingThere();
        return {
          instances: lane.instances.slice(start, start + PAGE).map((each) => {
            const { X, v } = apart(each.proof);
            return {
              seq: each.seq,
              h: hex(each.h),
              mk: hex(each.mk),
              accessVersion: Number(each.accessVersion),
              time: Number(each.time),
              authorEpoch: each.authorEpoch,
              X: hex(X),
              v: hex(v),
              blockNumber: each.blockNumber,
              blockTime: each.blockTime,
              ...(each.versionInForce === undefined ? {} : { versionInForce: Number(each.versionInForce) }),
              ...(each.batch === undefined ? {} : { batch: each.batch }),
              ...(each.mayContribute === undefined ? {} : { mayContribute: each.mayContribute }),
              ...(each.tombstone === undefined ? {} : { tombstone: each.tombstone }),
            };
          }),
        };
      },
    }),
  ];
}

/** An author's proof as two points: events have them so, words of lanes have both in 96 bytes. */
function apart(proof: AnchoredInstance['proof']): { readonly X: Uint8Array; readonly v: Uint8Array } {
  if (proof === undefined) return { X: new Uint8Array(), v: new Uint8Array() };
  return proof instanceof Uint8Array ? { X: proof.subarray(0, 48), v: proof.subarray(48) } : proof;
}

function hex(value: Uint8Array): string {
  return `0x${toHex(value)}`;
}
