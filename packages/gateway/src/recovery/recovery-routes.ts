/** Proxies, guardians, recovery and change of the key over the Twin API. The chain decides everything; a gateway relays and shows. */

import { recoveryAbi, registrationAbi } from '@twinseal/contracts';
import type { Abi, Address, Hex } from 'viem';
import { z } from 'zod';
import { invalid } from '../api/errors.js';
import { BLOCK_TIMEOUT_MS } from '../api/gate.js';
import { type ApiRoute, route } from '../api/route.js';
import { address, hex32, seconds, twinParams } from '../api/schemas.js';
import { CALL_SCHEMAS, type CallBody, type CallName } from '../consents/calls.js';
import type { GatewayService } from '../service/gateway-service.js';
import { stopRecovery } from './stop-recovery.js';

const confirmed = z.strictObject({ txHash: hex32, blockNumber: z.number().int(), gas: z.number().int() });
const waiting = z
  .strictObject({ control: address, readyAt: seconds })
  .describe('The account that is to speak for the patient, and from when on anybody may finish it.');

/** A consent among several that one route takes. */
const oneOf = <const N extends readonly [CallName, CallName, ...CallName[]]>(...names: N) =>
  z.union(
    names.map((name) => z.strictObject({ call: z.literal(name), consent: CALL_SCHEMAS[name] })) as never,
  ) as unknown as z.ZodType<{ readonly call: N[number]; readonly consent: CallBody }>;

export function recoveryRoutes(service: GatewayService): readonly ApiRoute[] {
  const relay = async (twinId: string, name: CallName, body: CallBody) => {
    if ((body as { twinId?: string }).twinId !== `0x${twinId}`)
      throw invalid('twinId: expected the twin of the path');
    const done = await service.relay(twinId, { kind: 'call', call: { name, body } });
    service.tell(`consent relayed: ${name}`, twinId);
    return { txHash: done.txHash, blockNumber: done.blockNumber, gas: done.gas };
  };
  const view = (twinId: string, name: string) =>
    service.gateway.chain.view('recovery', recoveryAbi as Abi, name, [`0x${twinId}`]);
  return [
    route({
      method: 'GET',
      path: '/twins/{twinId}/proxies',
      id: 'proxies',
      summary: 'Who may act for the patient, within which scopes, until when',
      description:
        'Every proxy that was ever appointed, with the appointment that stands. An account is an address; who it is, the patient knows.',
      tag: 'recovery',
      operation: 'read-recovery',
      params: twinParams,
      answer: z.strictObject({
        proxies: z.array(
          z.strictObject({
            proxy: address,
            powers: z.number().int().describe('Bits: 1 grant, 2 revoke.'),
            scopes: z.array(hex32).describe('None: the whole twin.'),
            notBefore: seconds,
            expiry: seconds,
            live: z.boolean(),
          }),
        ),
      }),
      handle: async ({ params }) => ({ proxies: await proxiesOf(service, `0x${params.twinId}`) }),
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/proxies',
      id: 'relayProxy',
      summary: 'Appoint or dismiss a proxy',
      description:
        'Relays AppointProxy or DismissProxy, signed by the control key. Grants that a proxy gave stand until they are revoked. An observer learns the address of somebody close to the patient.',
      tag: 'recovery',
      operation: 'relay-consent',
      params: twinParams,
      body: oneOf('appointProxy', 'dismissProxy'),
      answer: confirmed,
      errors: ['refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: ({ params, body }) => relay(params.twinId, body.call, body.consent),
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/guardians',
      id: 'guardians',
      summary: 'Guardians, and what waits for their delay',
      description:
        'The circle in force, whether the one cancellation of the patient is used, and every change that waits: of guardians, of the key by its owner, of the key by the guardians.',
      tag: 'recovery',
      operation: 'read-recovery',
      params: twinParams,
      answer: z.strictObject({
        guardians: z.array(address),
        threshold: z.number().int(),
        delay: z.number().int().describe('Seconds.'),
        round: z.string().describe("The number that the next recovery's approvals carry."),
        cancelledOnce: z.boolean(),
        guardiansReadyAt: seconds.optional(),
        recovery: waiting.optional(),
        rotation: waiting.optional(),
      }),
      handle: async ({ params }) => {
        const [circle, state, recovery, rotation] = (await Promise.all(
          ['circleOf', 'stateOf', 'recoveryOf', 'rotationOf'].map((name) => view(params.twinId, name)),
        )) as [
          { guardians: readonly Address[]; threshold: number; delay: number },
          { round: bigint; cancelledOnce: boolean; circleReadyAt: number },
          { control: Address; readyAt: number },
          { control: Address; readyAt: number },
        ];
        return {
          guardians: circle.guardians,
          threshold: circle.threshold,
          delay: circle.delay,
          round: String(state.round),
          cancelledOnce: state.cancelledOnce,
          ...(state.circleReadyAt === 0 ? {} : { guardiansReadyAt: state.circleReadyAt }),
          ...(recovery.readyAt === 0 ? {} : { recovery }),
          ...(rotation.readyAt === 0 ? {} : { rotation }),
        };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/guardians',
      id: 'relayGuardians',
      summary: 'Choose guardians, apply or cancel a choice',
      description:
        'Relays SetGuardians (at once the first time, after the delay in force later) or CancelGuardianChange, signed by the control key; or lets a choice take over whose delay is past, which anybody may.',
      tag: 'recovery',
      operation: 'relay-consent',
      params: twinParams,
      body: oneOf('setGuardians', 'applyGuardians', 'cancelGuardianChange'),
      answer: confirmed,
      errors: ['refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: ({ params, body }) => relay(params.twinId, body.call, body.consent),
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/recoveries',
      id: 'relayRecovery',
      summary: 'Move control to another key, stop that, or finish it',
      description:
        'By the guardians: startRecovery with enough of their approvals, cancelRecovery by the control key once, finishRecovery after the delay. By the patient: rotateControl, cancelRotation, finishRotation. When control has moved, the access version rises, keys of the new identity epoch may be had from the authority, and hospitals issue the capsules of all history for it. Whoever held the old keys keeps what it has read, and could read until then.',
      tag: 'recovery',
      operation: 'relay-consent',
      params: twinParams,
      body: oneOf(
        'startRecovery',
        'cancelRecovery',
        'finishRecovery',
        'rotateControl',
        'cancelRotation',
        'finishRotation',
      ),
      answer: confirmed,
      errors: ['refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: ({ params, body }) => relay(params.twinId, body.call, body.consent),
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/recoveries/stops',
      id: 'stopRecovery',
      summary: "Approve, as this hospital, that the guardians' recovery is stopped",
      description:
        "For a patient whose guardians were deceived or robbed and whose one cancellation is used. Counts as this hospital's approval; the last that the quorum needs stops it. Speak to the patient first, by another way than the one that the request came by.",
      tag: 'recovery',
      operation: 'administer',
      params: twinParams,
      answer: z.strictObject({
        approvals: z.number().int(),
        needed: z.number().int(),
        stopped: z.boolean(),
      }),
      errors: ['refused', 'not-registered'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: async ({ params }) => {
        const stop = await stopRecovery(service.gateway, params.twinId);
        service.tell(
          stop.stopped ? 'recovery stopped by the quorum' : 'stop of a recovery approved',
          params.twinId,
        );
        return stop;
      },
    }),
  ];
}

async function proxiesOf(service: GatewayService, twinId: Hex) {
  const { chain } = service.gateway;
  const { consortium, connection } = chain;
  const appointed = await connection.reader.getContractEvents({
    address: consortium.registration,
    abi: registrationAbi,
    eventName: 'ProxyAppointed',
    args: { twinId },
    fromBlock: BigInt(consortium.firstBlock),
  });
  const proxies = [...new Set(appointed.map(({ args }) => args.proxy as Address))];
  return Promise.all(
    proxies.map(async (proxy) => {
      const [terms, live] = (await chain.view('registration', registrationAbi as Abi, 'proxyOf', [
        twinId,
        proxy,
      ])) as readonly [
        { powers: number; notBefore: number; expiry: number; scopes: readonly Hex[] },
        boolean,
      ];
      const { powers, scopes, notBefore, expiry } = terms;
      return { proxy, powers, scopes, notBefore: Number(notBefore), expiry: Number(expiry), live };
    }),
  );
}
