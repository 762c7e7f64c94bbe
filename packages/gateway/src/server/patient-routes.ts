/**
 * What a patient's app asks of a gateway: to be introduced, to have a signed consent relayed, to have salts and receipts again. Every request but an introduction is signed
 * (RFC 9421, ERC-8128) by an account that the chain names: the twin's control, or a proxy or guardian where those may; the consent itself carries its own signatures, which the
 * chain checks.
 */

import { hospitalAuthorId } from '@twinseal/record';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { type Address, bytesToHex, type Hex } from 'viem';
import { z } from 'zod';
import { address, decimal, hex32, signature, twinParams } from '../api/schemas.js';
import type { GatewayConfig } from '../config/index.js';
import { parseCall, signersOf, twinsOf } from '../consents/calls.js';
import { type Standing, standingOf } from '../consents/standing.js';
import { GatewayError } from '../errors.js';
import { introductionSchema } from '../introductions/introduction.js';
import { DEFAULT_MAX_SKEW_S, MemoryNonceStore, SignatureError, verifyRequest } from '../peers/index.js';
import { receiptBook } from '../receipts/index.js';
import type { GatewayService } from '../service/gateway-service.js';
import { grantFromJson, grantSchema } from '../twins/grant-json.js';
import { slipSchema } from '../twins/known-twins.js';
import { takeGrant } from '../usecases/take-grant.js';
import { parseJson } from './parse-json.js';

const signed = {
  signer: address,
  signature,
};
const grantRequestSchema = z.strictObject({ slip: slipSchema, terms: grantSchema, ...signed });
const revocationSchema = z.strictObject({
  twinId: hex32,
  grantId: hex32,
  nonce: decimal,
  deadline: decimal,
  ...signed,
});

export function patientRoutes(service: GatewayService, config: GatewayConfig): FastifyPluginAsync {
  const { gateway, twins } = service;
  const nonceStore = new MemoryNonceStore();
  const self: Hex = bytesToHex(hospitalAuthorId(gateway.id));

  /**
   * Refuses whoever is nothing to the twin, or to any of several that a consent is about. The same words whether the twin is unknown or somebody else's.
   *
   * @returns the account that signed the request
   */
  const assertStanding = async (
    request: FastifyRequest,
    twinIds: Hex | readonly Hex[],
    ...allowed: readonly Standing[]
  ): Promise<Address> => {
    try {
      const { address } = await verifyRequest(
        {
          method: request.method,
          url: `${new URL(config.endpoint).origin}${request.url}`,
          headers: request.headers,
          body: Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : undefined,
        },
        {
          chainId: gateway.chain.consortium.chainId,
          nonceStore,
          nowS: gateway.nowS(),
          maxSkewS: DEFAULT_MAX_SKEW_S,
        },
      );
      for (const twinId of [twinIds].flat()) {
        const standing = await standingOf(gateway.chain, twinId, address);
        if (standing.some((each) => allowed.includes(each))) return address;
      }
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      if (error.code === 'clock-skew') throw new GatewayError('not-the-patient', error.message);
    }
    throw new GatewayError(
      'not-the-patient',
      allowed.length === 1
        ? "The request is not signed by the twin's control key on the chain."
        : 'The request is not signed by an account that may speak of this twin on the chain.',
    );
  };

  return async (app) => {
    // The introduction is its own proof, and good for one use: whoever brings it need not sign in.
    app.post('/introductions', async (request) => {
      const introduction = introductionSchema.parse(parseJson(request.body));
      await service.introduce(introduction);
      return { introduced: true };
    });

    app.post('/grants', async (request) => {
      const body = grantRequestSchema.parse(parseJson(request.body));
      const terms = grantFromJson(body.terms);
      await assertStanding(request, terms.twinId, 'control', 'proxy');
      if (terms.hospital !== self) throw new TypeError('terms.hospital: expected this hospital');
      const confirmed = await takeGrant(service, {
        terms,
        signer: body.signer as Hex,
        signature: body.signature as Hex,
        slip: body.slip,
      });
      return { granted: true, gas: confirmed.gas, txHash: confirmed.txHash };
    });

    app.post('/revocations', async (request) => {
      const body = revocationSchema.parse(parseJson(request.body));
      await assertStanding(request, body.twinId as Hex, 'control');
      const confirmed = await service.relay(body.twinId.slice(2), {
        kind: 'revocation',
        twinId: body.twinId as Hex,
        grantId: body.grantId as Hex,
        nonce: BigInt(body.nonce),
        deadline: BigInt(body.deadline),
        signer: body.signer as Hex,
        signature: body.signature as Hex,
      });
      service.tell('revocation relayed', body.twinId.slice(2));
      return { revoked: true, gas: confirmed.gas, txHash: confirmed.txHash };
    });

    app.post('/consents/:call', async (request) => {
      const { call: name } = request.params as { call: string };
      const call = parseCall(name, parseJson(request.body));
      const [twinId, ...others] = twinsOf(call) as readonly [Hex, ...Hex[]];
      // Who starts a recovery has nothing yet but the guardians' approvals.
      const [guardian] = call.name === 'startRecovery' ? signersOf(call) : [];
      if (guardian === undefined || !(await standingOf(gateway.chain, twinId, guardian)).includes('guardian'))
        await assertStanding(request, [twinId, ...others], 'control', 'proxy', 'guardian', 'successor');
      const confirmed = await service.relay(twinId.slice(2), { kind: 'call', call });
      for (const each of new Set([twinId, ...others]))
        service.tell(`consent relayed: ${call.name}`, each.slice(2));
      return { relayed: true, gas: confirmed.gas, txHash: confirmed.txHash };
    });

    // The salts again, for a patient whose own copy is lost: to the account that controls the twin now, and to nobody else.
    app.get('/twins/:twinId/slip', async (request) => {
      const { twinId } = twinParams.parse(request.params);
      await assertStanding(request, `0x${twinId}`, 'control');
      const twin = await twins.get(twinId);
      if (twin === undefined)
        throw new GatewayError('twin-unknown', 'This gateway was never given the salts of the twin.');
      const { scopeSalts, purposeSalt } = twin;
      return { slip: { twinId, scopeSalts, purposeSalt } };
    });

    app.get('/twins/:twinId/receipts', async (request) => {
      const { twinId } = twinParams.parse(request.params);
      await assertStanding(request, `0x${twinId}`, 'control', 'proxy');
      const receipts = receiptBook(gateway).ofTwin(twinId);
      return { receipts: receipts.map(({ bytes }) => Buffer.from(bytes).toString('base64')) };
    });
  };
}
