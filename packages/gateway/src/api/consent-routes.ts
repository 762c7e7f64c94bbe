/** Who may read what, who asked, and what was decided; and handing over what the patient signed. */

import { chainErrorOf, type Grant } from '@twinseal/chain';
import { dataRequestAbi, type GrantTerms, OPERATION } from '@twinseal/contracts';
import { fromHex, moduleScope, purposeDigest, REASONS } from '@twinseal/record';
import { bytesToHex, type Hex } from 'viem';
import { z } from 'zod';
import { PURPOSES } from '../decision/purposes.js';
import { staffId } from '../internal/staff-id.js';
import type { GatewayService } from '../service/gateway-service.js';
import { grantFromJson, grantSchema } from '../twins/grant-json.js';
import { type KnownTwin, slipSchema } from '../twins/known-twins.js';
import { requestAccess } from '../usecases/request-access.js';
import { takeGrant } from '../usecases/take-grant.js';
import { denied, invalid, nothingThere } from './errors.js';
import { BLOCK_TIMEOUT_MS } from './gate.js';
import { type ApiRoute, route } from './route.js';
import { address, decimal, hex32, moduleName, seconds, signature, twinId, twinParams } from './schemas.js';

const purpose = z.enum(PURPOSES, 'expected a code of HL7 v3 PurposeOfUse, such as TREAT');
const reason = z.number().int().describe('docs/RECORD.md, REC-23.');
const operations = z.array(z.enum(['read', 'contribute']));
const named = {
  modules: z.array(z.string()).describe('Names of the scopes that this hospital has the salts of.'),
  scopes: z.array(hex32).describe('docs/RECORD.md, REC-19.'),
};
const confirmed = { txHash: hex32, blockNumber: z.number().int(), gas: z.number().int() };

const grantAnswer = z.strictObject({
  grantId: hex32,
  hospital: hex32,
  staff: hex32.describe('Zero: the whole hospital.'),
  ...named,
  purposes: z.array(z.string()).describe('Codes of the purposes that this hospital has the salt of.'),
  operations,
  notBefore: seconds,
  expiry: seconds,
  fullHistory: z.boolean(),
  live: z.boolean().describe('Neither revoked nor lapsed nor outside its time.'),
  emergency: z.boolean(),
  versionAtGrant: z.number().int(),
});
const requestAnswer = z.strictObject({
  requestId: hex32,
  hospital: hex32,
  staff: hex32,
  ...named,
  purpose: z.string().optional().describe('Its code, where this hospital has the salt.'),
  operation: z.enum(['read', 'contribute']),
  permit: z.boolean(),
  reason,
  why: z.string(),
  accessVersion: z.number().int(),
  blockNumber: z.number().int(),
});

export function consentRoutes(service: GatewayService): readonly ApiRoute[] {
  return [
    route({
      method: 'GET',
      path: '/twins/{twinId}/grants',
      id: 'grants',
      summary: 'Every grant of the twin, oldest first',
      description:
        'As the chain has it, with those that were revoked or are over. What emergencies opened stands there as well.',
      tag: 'consents',
      operation: 'read-consents',
      params: twinParams,
      answer: z.strictObject({ grants: z.array(grantAnswer) }),
      handle: async ({ params }) => {
        const { chain, nowS } = service.gateway;
        const names = namesOf(await service.twins.get(params.twinId));
        const id = `0x${params.twinId}` as const;
        return { grants: (await chain.grants(id, nowS())).map((grant) => grantJson(grant, names)) };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/grants',
      id: 'relayGrant',
      summary: 'Hands over a grant that the patient signed',
      description:
        'EIP-712, type Grant of the contract Access; relayed at this gateway’s cost, and kept so that it can be relayed again. Where it names this hospital, the slip brings the salts of every module that it names. Answers once it stands in a block.',
      tag: 'consents',
      operation: 'relay-consent',
      params: twinParams,
      body: z.strictObject({ terms: grantSchema, signer: address, signature, slip: slipSchema.optional() }),
      answer: z.strictObject({ granted: z.literal(true), ...confirmed }),
      errors: ['chain-refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: async ({ params, body }) => {
        const terms = grantFromJson(body.terms);
        assertTwin(terms.twinId, params.twinId);
        const done = await takeGrant(service, {
          terms,
          signer: body.signer as Hex,
          signature: body.signature as Hex,
          ...(body.slip === undefined ? {} : { slip: body.slip }),
        });
        return { granted: true, ...confirmedJson(done) };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/revocations',
      id: 'relayRevocation',
      summary: 'Hands over a revocation that the patient signed',
      description:
        'EIP-712, type Revoke of the contract Access: ends one grant, an emergency’s included. Answers once it stands in a block; no request that comes in afterwards is permitted by the grant. What was read before cannot be unread.',
      tag: 'consents',
      operation: 'relay-consent',
      params: twinParams,
      body: z.strictObject({
        grantId: hex32,
        nonce: decimal,
        deadline: decimal,
        signer: address,
        signature,
      }),
      answer: z.strictObject({ revoked: z.literal(true), ...confirmed }),
      errors: ['chain-refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: async ({ params, body }) => {
        const done = await service.relay(params.twinId, {
          kind: 'revocation',
          twinId: `0x${params.twinId}`,
          grantId: body.grantId as Hex,
          nonce: BigInt(body.nonce),
          deadline: BigInt(body.deadline),
          signer: body.signer as Hex,
          signature: body.signature as Hex,
        });
        service.tell('revocation relayed', params.twinId);
        return { revoked: true, ...confirmedJson(done) };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/requests',
      id: 'requests',
      summary: 'Every request for access that the chain decided, oldest first',
      description: 'Refusals included: who asked for what, and what the contract answered.',
      tag: 'consents',
      operation: 'read-consents',
      params: twinParams,
      answer: z.strictObject({ requests: z.array(requestAnswer) }),
      handle: async ({ params }) => ({ requests: await requestsOf(service, params.twinId) }),
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/requests/{requestId}',
      id: 'decision',
      summary: 'What the chain decided on a request',
      description: 'By the id of the request.',
      tag: 'consents',
      operation: 'read-consents',
      params: z.strictObject({ twinId, requestId: hex32 }),
      answer: requestAnswer,
      errors: ['not-found'],
      handle: async ({ params }) => {
        const [found] = await requestsOf(service, params.twinId, params.requestId as Hex);
        if (found === undefined) throw nothingThere();
        return found;
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/requests',
      id: 'requestAccess',
      summary: 'Asks the chain for access in this hospital’s name',
      description:
        'Request and decision are one transaction, and a refusal is recorded like a permit. The grant relied on is the one that covers the modules for the purpose, where there is one.',
      tag: 'consents',
      operation: 'request-access',
      status: 201,
      params: twinParams,
      body: z.strictObject({
        modules: z.array(moduleName).min(1, 'expected a module').max(64, 'expected at most 64 modules'),
        purpose,
      }),
      answer: z.strictObject({
        requestId: hex32,
        permit: z.boolean(),
        reason,
        why: z.string(),
        accessVersion: z.number().int(),
        ...confirmed,
      }),
      errors: ['chain-refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: async ({ params, body, caller }) => {
        const twin = await service.twins.get(params.twinId);
        if (twin === undefined) throw denied();
        const modules = [...new Set(body.modules)];
        if (modules.some((module) => twin.scopeSalts[module] === undefined))
          throw invalid('modules: expected modules of which the patient handed over the salts');
        const grant = await reliedOn(service, twin, modules, body.purpose);
        // A person's own id stands on the chain only where a grant is for that person.
        const staff =
          caller.kind === 'staff' && grant !== undefined && BigInt(grant.staff) !== 0n
            ? staffId(service.gateway.id, caller.id)
            : undefined;
        const slip = { ...twin, ...(grant === undefined ? {} : { grant }) };
        const done = await requestAccess(service.gateway, slip, modules, body.purpose, staff);
        const { requestId, permit, reason: why, accessVersion } = done.decision;
        return {
          requestId,
          permit,
          reason: why,
          why: REASONS[why] ?? 'unknown',
          accessVersion,
          ...confirmedJson(done),
        };
      },
    }),
  ];
}

function assertTwin(given: string, asked: string): void {
  if (given !== `0x${asked}`) throw invalid('terms.twinId: expected the twin of the address');
}

function confirmedJson({ txHash, blockNumber, gas }: { txHash: Hex; blockNumber: number; gas: number }) {
  return { txHash, blockNumber, gas };
}

/** The grant to rely on: of those that name this hospital the live one that names most of the modules, or undefined. */
async function reliedOn(
  { gateway, self }: GatewayService,
  twin: KnownTwin,
  modules: readonly string[],
  code: string,
): Promise<GrantTerms | undefined> {
  const id = fromHex(twin.twinId, 32);
  const wanted = new Set(
    modules.map((module) =>
      bytesToHex(moduleScope(id, fromHex(twin.scopeSalts[module] as string, 32), module)),
    ),
  );
  const why = bytesToHex(purposeDigest(id, fromHex(twin.purposeSalt, 32), code));
  const score = ({ terms }: Grant) =>
    terms.scopes.filter((scope) => wanted.has(scope)).length + (terms.purposes.includes(why) ? 0.5 : 0);
  const live = (await gateway.chain.grants(`0x${twin.twinId}`, gateway.nowS())).filter(
    ({ live, terms }) => live && terms.hospital === `0x${self}` && (terms.operations & OPERATION.read) !== 0,
  );
  return live.sort((a, b) => score(b) - score(a))[0]?.terms;
}

interface Names {
  readonly scopes: ReadonlyMap<Hex, string>;
  readonly purposes: ReadonlyMap<Hex, string>;
}

/** What a twin's digests on the chain stand for, as far as this hospital has the salts. */
function namesOf(twin: KnownTwin | undefined): Names {
  if (twin === undefined) return { scopes: new Map(), purposes: new Map() };
  const id = fromHex(twin.twinId, 32);
  const salt = fromHex(twin.purposeSalt, 32);
  return {
    scopes: new Map(
      Object.entries(twin.scopeSalts).map(([module, each]) => [
        bytesToHex(moduleScope(id, fromHex(each, 32), module)),
        module,
      ]),
    ),
    purposes: new Map(PURPOSES.map((code) => [bytesToHex(purposeDigest(id, salt, code)), code])),
  };
}

function known(digests: readonly Hex[], names: ReadonlyMap<Hex, string>): string[] {
  return digests.flatMap((digest) => names.get(digest) ?? []).sort();
}

function operationsOf(bits: number): ('read' | 'contribute')[] {
  return [
    ...((bits & OPERATION.read) !== 0 ? (['read'] as const) : []),
    ...((bits & OPERATION.contribute) !== 0 ? (['contribute'] as const) : []),
  ];
}

function grantJson({ grantId, terms, live, versionAtGrant, emergency }: Grant, names: Names) {
  return {
    grantId,
    hospital: terms.hospital,
    staff: terms.staff,
    modules: known(terms.scopes, names.scopes),
    scopes: terms.scopes,
    purposes: known(terms.purposes, names.purposes),
    operations: operationsOf(terms.operations),
    notBefore: Number(terms.notBefore),
    expiry: Number(terms.expiry),
    fullHistory: terms.fullHistory,
    live,
    emergency,
    versionAtGrant,
  };
}

async function requestsOf({ gateway: { chain }, twins }: GatewayService, twin: string, requestId?: Hex) {
  const filter = {
    address: chain.consortium.requests,
    abi: dataRequestAbi,
    fromBlock: BigInt(chain.consortium.firstBlock),
    args: { twinId: `0x${twin}`, ...(requestId === undefined ? {} : { requestId }) },
  } as const;
  const { reader } = chain.connection;
  const [asked, decided] = await Promise.all([
    reader.getContractEvents({ ...filter, eventName: 'DataRequested' }),
    reader.getContractEvents({ ...filter, eventName: 'RequestDecided' }),
  ]).catch((error: unknown) => {
    throw chainErrorOf(error, 'events');
  });
  const names = namesOf(await twins.get(twin));
  const decisions = new Map(decided.map((log) => [log.args.requestId as Hex, log]));
  return asked.flatMap(({ args }) => {
    const decision = decisions.get(args.requestId as Hex);
    if (decision === undefined) return [];
    const why = Number(decision.args.reason);
    const code = names.purposes.get(args.purpose as Hex);
    return [
      {
        requestId: args.requestId as Hex,
        hospital: args.hospital as Hex,
        staff: args.staff as Hex,
        modules: known(args.scopes as readonly Hex[], names.scopes),
        scopes: args.scopes as readonly Hex[],
        ...(code === undefined ? {} : { purpose: code }),
        operation:
          Number(args.operation) === OPERATION.contribute ? ('contribute' as const) : ('read' as const),
        permit: decision.args.permit as boolean,
        reason: why,
        why: REASONS[why] ?? 'unknown',
        accessVersion: Number(decision.args.accessVersion),
        blockNumber: Number(decision.blockNumber),
      },
    ];
  });
}
