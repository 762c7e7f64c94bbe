/**
 * What a patient's app asks of a gateway: to be introduced, and to have a signed consent relayed. Every request is signed (RFC 9421, ERC-8128) by the account that the
 * chain names as the twin's control, so that nobody else can hand over salts; the consent itself carries its own signature, which the chain checks.
 */

import { OPERATION } from '@twinseal/contracts';
import { fromHex, hospitalAuthorId, moduleScope } from '@twinseal/record';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { bytesToHex, type Hex, isAddressEqual } from 'viem';
import { z } from 'zod';
import type { GatewayConfig } from '../config/index.js';
import { GatewayError } from '../errors.js';
import { DEFAULT_MAX_SKEW_S, MemoryNonceStore, SignatureError, verifyRequest } from '../peers/index.js';
import type { GatewayService } from '../service/gateway-service.js';
import { grantFromJson, grantSchema } from '../twins/grant-json.js';
import { slipSchema } from '../twins/known-twins.js';
import { parseJson } from './parse-json.js';

const signed = {
  signer: z.string().regex(/^0x[0-9a-fA-F]{40}$/, 'expected an address'),
  signature: z.string().regex(/^0x([0-9a-f]{2}){1,4096}$/i, 'expected a signature in hexadecimal'),
};
const hex32 = z.string().regex(/^0x[0-9a-f]{64}$/, 'expected 0x and 64 lowercase hexadecimal digits');
const decimal = z.string().regex(/^[0-9]{1,40}$/, 'expected a whole number as decimal text');

const introductionSchema = z.strictObject({ slip: slipSchema });
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

  /** Refuses anybody but the patient. The same words whether the twin is unknown or somebody else's. */
  const assertPatient = async (request: FastifyRequest, twinId: Hex): Promise<void> => {
    const twin = await gateway.chain.twin(twinId);
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
      if (twin !== undefined && isAddressEqual(address, twin.control)) return;
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      if (error.code === 'clock-skew') throw new GatewayError('not-the-patient', error.message);
    }
    throw new GatewayError(
      'not-the-patient',
      "The request is not signed by the twin's control key on the chain.",
    );
  };

  return async (app) => {
    app.post('/introductions', async (request) => {
      const { slip } = introductionSchema.parse(parseJson(request.body));
      await assertPatient(request, `0x${slip.twinId}`);
      await twins.introduce(slip);
      service.tell('patient introduced', slip.twinId);
      await service.attendTo(slip.twinId, `introduced/${gateway.nowS()}`);
      return { introduced: true };
    });

    app.post('/grants', async (request) => {
      const body = grantRequestSchema.parse(parseJson(request.body));
      const terms = grantFromJson(body.terms);
      await assertPatient(request, terms.twinId);
      if (terms.twinId !== `0x${body.slip.twinId}`)
        throw new TypeError('slip.twinId: expected the twin of the terms');
      if (terms.hospital !== self) throw new TypeError('terms.hospital: expected this hospital');
      const modules = Object.entries(body.slip.scopeSalts).flatMap(([module, salt]) =>
        terms.scopes.includes(
          bytesToHex(moduleScope(fromHex(body.slip.twinId, 32), fromHex(salt, 32), module)),
        )
          ? [module]
          : [],
      );
      if (modules.length !== terms.scopes.length)
        throw new TypeError('slip.scopeSalts: expected the salt of every module that the grant names');
      await twins.keepGrant({ ...body.slip, grant: terms }, terms.operations & OPERATION.read ? modules : []);
      const confirmed = await service.relay(body.slip.twinId, {
        kind: 'grant',
        terms,
        signer: body.signer as Hex,
        signature: body.signature as Hex,
      });
      service.tell('grant relayed', body.slip.twinId, modules.length);
      await service.attendTo(body.slip.twinId, `granted/${terms.nonce}`);
      return { granted: true, gas: confirmed.gas, txHash: confirmed.txHash };
    });

    app.post('/revocations', async (request) => {
      const body = revocationSchema.parse(parseJson(request.body));
      await assertPatient(request, body.twinId as Hex);
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
  };
}
