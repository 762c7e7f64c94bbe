/** Breaking the glass over the Twin API: the patient's choice, terms to sign, opening, closing, review, and what was opened. */

import type { Confirmed } from '@twinseal/chain';
import { ZERO_32 } from '@twinseal/contracts';
import { z } from 'zod';
import { denied, invalid } from '../api/errors.js';
import { BLOCK_TIMEOUT_MS } from '../api/gate.js';
import { type ApiRoute, type Call, route } from '../api/route.js';
import {
  address,
  decimal,
  decimalSeconds,
  hex32,
  moduleName,
  seconds,
  signature,
  twinId,
  twinParams,
} from '../api/schemas.js';
import type { Consent } from '../automation/kept-consents.js';
import { CALL_SCHEMAS } from '../consents/calls.js';
import { isPurpose } from '../decision/purposes.js';
import type { Gateway } from '../ports.js';
import type { Emergencies } from './emergencies.js';
import { policyOf } from './emergency-issues.js';
import {
  EMERGENCY_REASONS,
  emergencyTermsSchema,
  MAX_EMERGENCY_S,
  termsFromJson,
  termsToJson,
} from './terms.js';

/** What the routes work with: of a running service. Looked at only when a call comes. */
export interface EmergencyRouteParts {
  readonly emergencies: Emergencies;
  readonly gateway: Pick<Gateway, 'chain'>;
  /** Relays a consent that the patient signed. */
  relay(twinId: string, consent: Consent): Promise<Confirmed>;
  /** Everything there is to do for a twin, at once. */
  attendTo(twinId: string, occasion: string): Promise<void>;
}

const staff = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'expected 1 to 63 of a to z, 0 to 9 and -')
  .describe('A clinician’s id in the hospital; never a name.');
const purpose = z
  .string()
  .refine(isPurpose, 'expected a code of HL7 v3 PurposeOfUse')
  .describe('HL7 v3 PurposeOfUse; BTG where left out.');
const reason = z.enum(EMERGENCY_REASONS).describe('Why.');

const view = z.strictObject({
  id: hex32.describe('Id of the grant on the chain; while it is not there yet, the digest that was signed.'),
  hospital: hex32,
  staff: hex32.describe('Author id of the clinician.'),
  secondStaff: hex32.optional(),
  modules: z.array(z.string()),
  reason: reason.optional(),
  openedAt: seconds,
  until: seconds,
  state: z
    .enum(['open', 'over', 'waiting', 'late'])
    .describe(
      'waiting, late: opened here while the chain was down; it waits for it, or came too late for it.',
    ),
  reviewed: z.boolean(),
  withoutChain: z
    .strictObject({
      block: z.number().int().describe('The newest block that was known.'),
      keepers: z.array(z.string()).describe('Hospitals that released what they keep.'),
    })
    .optional()
    .describe('Decided without the chain.'),
});

const grantParams = z.strictObject({ twinId, grantId: hex32 });

/** A clinician acts under the own id; the operator's token stands for the hospital's own tools, and the signature shows whose hand it is. */
function assertSelf(call: Call, id: string): void {
  const { caller } = call;
  if (caller.kind !== 'staff' || (caller.by === 'oidc' && caller.id !== id)) throw denied();
}

export function emergencyRoutes(service: EmergencyRouteParts): readonly ApiRoute[] {
  return [
    route({
      method: 'GET',
      path: '/twins/{twinId}/emergency-choice',
      id: 'emergencyChoice',
      summary: 'What the patient chose for emergencies',
      description:
        'As the chain has it: the hospital that may hand on capsules in an emergency of another, and whether the patient chose what one clinician alone opens. `nonce` is that of the next choice.',
      tag: 'emergencies',
      operation: 'read-consents',
      params: twinParams,
      answer: z.strictObject({
        recipient: hex32.optional().describe('Author id of the hospital; none where nobody was named.'),
        hospital: z.string().optional().describe('Its id.'),
        hasScopes: z.boolean(),
        nonce: decimal,
      }),
      handle: async ({ params }) => {
        const { chain } = service.gateway;
        const { digest, recipient, nonce } = await policyOf(chain, `0x${params.twinId}`);
        const hospital = recipient === ZERO_32 ? undefined : await chain.hospital(recipient);
        return {
          ...(recipient === ZERO_32 ? {} : { recipient }),
          ...(hospital === undefined ? {} : { hospital: hospital.id }),
          hasScopes: digest !== ZERO_32,
          nonce: String(nonce),
        };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/emergency-choice',
      id: 'relayEmergencyChoice',
      summary: 'Hands over what the patient chose for emergencies',
      description:
        'EIP-712, type SetEmergencyPolicy of the contract Emergency: what one clinician alone may open (scopes; none for allergies, conditions and medications), and a hospital that may hand on capsules in an emergency (recipient; zero for nobody). It hands on what the patient’s grants let it read: being named opens nothing to it. Whoever is named after an emergency was opened counts from the next one on.',
      tag: 'emergencies',
      operation: 'relay-consent',
      params: twinParams,
      body: CALL_SCHEMAS.setEmergencyPolicy,
      answer: z.strictObject({ txHash: hex32, blockNumber: z.number().int(), gas: z.number().int() }),
      errors: ['chain-refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: async ({ params, body }) => {
        if (body.twinId !== `0x${params.twinId}`) throw invalid('twinId: expected the twin of the path');
        const { txHash, blockNumber, gas } = await service.relay(params.twinId, {
          kind: 'call',
          call: { name: 'setEmergencyPolicy', body },
        });
        return { txHash, blockNumber, gas };
      },
    }),
    route({
      method: 'GET',
      path: '/twins/{twinId}/emergencies',
      id: 'emergencies',
      summary: 'Every emergency access to the twin',
      description:
        'Of all hospitals, as the chain tells of them, and of this one what waits for the chain. Why, in plain, only at the hospital that opened it.',
      tag: 'emergencies',
      operation: 'read-consents',
      params: twinParams,
      answer: z.strictObject({ emergencies: z.array(view) }),
      handle: async ({ params }) => ({ emergencies: await service.emergencies.of(params.twinId) }),
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/emergencies/terms',
      id: 'emergencyTerms',
      summary: 'Terms for a clinician to sign',
      description: `Draws up the EIP-712 message that breaks the glass. The clinician’s own key signs it elsewhere. Without modules: allergies, conditions and medications, as far as the hospital knows them. At most ${MAX_EMERGENCY_S} seconds.`,
      tag: 'emergencies',
      operation: 'request-access',
      params: twinParams,
      body: z.strictObject({
        staff,
        secondStaff: staff.optional(),
        modules: z.array(moduleName).min(1).max(64).optional(),
        purpose: purpose.optional(),
        reason,
        lastsS: z.number().int().min(1).max(MAX_EMERGENCY_S),
      }),
      answer: z.strictObject({
        terms: emergencyTermsSchema,
        reasonSalt: hex32,
        chainId: z.number().int(),
        contract: address,
      }),
      handle: async (call) => {
        const { body } = call;
        assertSelf(call, body.staff);
        const { terms, reasonSalt, typedData } = await service.emergencies.draft(call.params.twinId, {
          staff: body.staff,
          ...(body.secondStaff === undefined ? {} : { secondStaff: body.secondStaff }),
          ...(body.modules === undefined ? {} : { modules: body.modules }),
          purpose: body.purpose ?? 'BTG',
          reason: body.reason,
          lastsS: body.lastsS,
        });
        return {
          terms: termsToJson(terms),
          reasonSalt,
          chainId: Number(typedData.domain.chainId),
          contract: typedData.domain.verifyingContract,
        };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/emergencies',
      id: 'openEmergency',
      summary: 'Break the glass',
      description:
        'Opens the twin in an emergency: a receipt is durable first, then the chain is told, loudly. One clinician opens what the patient chose, or allergies, conditions and medications; with the signature of a second one more. When the chain does not answer, what this hospital holds is open at once on the receipt alone (state waiting), and so are the basic modules of what other hospitals release on the clinicians’ signatures, each with a receipt of its own (`withoutChain`: decided by the last that was known of the chain). Sent again, the same signatures ask again.',
      tag: 'emergencies',
      operation: 'open-emergency',
      params: twinParams,
      body: z.strictObject({
        terms: emergencyTermsSchema,
        staff,
        secondStaff: staff.optional(),
        purpose: purpose.optional(),
        reason,
        reasonSalt: hex32,
        signature,
        secondSignature: signature.optional(),
      }),
      answer: view,
      errors: ['emergency-refused', 'chain-refused'],
      timeoutMs: BLOCK_TIMEOUT_MS,
      handle: async (call) => {
        const { body, params } = call;
        assertSelf(call, body.staff);
        if (body.terms.twinId !== `0x${params.twinId}`)
          throw invalid('terms.twinId: expected the twin of the path');
        const opened = await service.emergencies.open({
          terms: termsFromJson(body.terms),
          staff: body.staff,
          ...(body.secondStaff === undefined ? {} : { secondStaff: body.secondStaff }),
          purpose: body.purpose ?? 'BTG',
          reason: body.reason,
          reasonSalt: body.reasonSalt as `0x${string}`,
          signature: body.signature as `0x${string}`,
          ...(body.secondSignature === undefined
            ? {}
            : { secondSignature: body.secondSignature as `0x${string}` }),
        });
        await service.attendTo(params.twinId, `emergency/${opened.id}/${opened.state}`);
        return opened;
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/emergencies/{grantId}/close',
      id: 'closeEmergency',
      summary: 'End an emergency before its time',
      description: 'By the hospital that opened it. A patient ends it by a revocation.',
      tag: 'emergencies',
      operation: 'open-emergency',
      params: grantParams,
      body: z.strictObject({}),
      answer: z.strictObject({ closed: z.boolean(), txHash: hex32 }),
      errors: ['chain-refused'],
      handle: async ({ params }) => {
        const { txHash } = await service.emergencies.close(params.grantId as `0x${string}`);
        await service.attendTo(params.twinId, `closed/${params.grantId}`);
        return { closed: true, txHash };
      },
    }),
    route({
      method: 'POST',
      path: '/twins/{twinId}/emergencies/{grantId}/review',
      id: 'reviewEmergency',
      summary: 'File the finding of a review',
      description:
        'A ReviewEmergency message that the patient signed, or the custodian, unless it opened the emergency itself. Once for each emergency.',
      tag: 'emergencies',
      operation: 'relay-consent',
      params: grantParams,
      body: z.strictObject({
        finding: hex32.describe('Salted digest of the finding.'),
        deadline: decimalSeconds,
        signer: address,
        signature,
      }),
      answer: z.strictObject({ reviewed: z.boolean(), txHash: hex32 }),
      errors: ['chain-refused'],
      handle: async ({ params, body }) => {
        const { txHash } = await service.emergencies.review({
          grantId: params.grantId as `0x${string}`,
          finding: body.finding as `0x${string}`,
          deadline: BigInt(body.deadline),
          signer: body.signer as `0x${string}`,
          signature: body.signature as `0x${string}`,
        });
        return { reviewed: true, txHash };
      },
    }),
    route({
      method: 'GET',
      path: '/clinicians',
      id: 'clinicians',
      summary: 'Who may break the glass at this hospital',
      description: 'Pseudonymous ids and public keys, as this gateway authorised them.',
      tag: 'emergencies',
      operation: 'administer',
      answer: z.strictObject({ clinicians: z.array(z.strictObject({ id: z.string(), key: address })) }),
      handle: async () => ({ clinicians: [...(await service.emergencies.clinicians())] }),
    }),
    route({
      method: 'PUT',
      path: '/clinicians/{staff}',
      id: 'authoriseClinician',
      summary: 'Let a clinician break the glass, or no longer',
      description:
        'Registers the public key of a clinician’s own key on the chain; the zero address takes it away.',
      tag: 'emergencies',
      operation: 'administer',
      params: z.strictObject({ staff }),
      body: z.strictObject({ key: address }),
      answer: z.strictObject({ authorised: z.boolean(), txHash: hex32 }),
      errors: ['chain-refused'],
      handle: async ({ params, body }) => {
        const { txHash } = await service.emergencies.authorise(params.staff, body.key as `0x${string}`);
        return { authorised: BigInt(body.key) !== 0n, txHash };
      },
    }),
  ];
}
