/** An emergency as a hospital tells another of it while the chain is down: the clinicians' signed terms, with what stands behind their digests. */

import type { Hospital } from '@twinseal/chain';
import { ZERO_32 } from '@twinseal/contracts';
import { fromHex, moduleScope } from '@twinseal/record';
import {
  type Address,
  bytesToHex,
  type Hex,
  isAddressEqual,
  recoverTypedDataAddress,
  zeroAddress,
} from 'viem';
import { z } from 'zod';
import { accountSignature, hex32 } from '../api/schemas.js';
import { namedPurpose } from '../receipts/capsule-issue.js';
import type { KnownTwin } from '../twins/known-twins.js';
import { BASIC_MODULES } from './basic-modules.js';
import type { KnownClinician } from './last-known.js';
import {
  EMERGENCY_REASONS,
  type EmergencyTerms,
  emergencyTermsSchema,
  emergencyTypedData,
  MAX_EMERGENCY_S,
  reasonDigest,
  termsFromJson,
} from './terms.js';

export const statementSchema = z.strictObject({
  terms: emergencyTermsSchema,
  /** HL7 v3 PurposeOfUse code behind the terms' digest. */
  purpose: z.string().regex(/^[A-Z]{1,32}$/),
  reason: z.enum(EMERGENCY_REASONS),
  reasonSalt: hex32,
  signature: accountSignature,
  secondSignature: accountSignature.optional(),
});
/** What travels. */
export type EmergencyStatement = z.infer<typeof statementSchema>;

/** Why a statement is not believed: which field, and what was expected. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
}

/**
 * Checks what can be checked of a statement without looking at the twin: that it is of the hospital that brings it, in time, for a stated reason, and signed by clinicians whom that hospital had authorised.
 *
 * @param domain of the contract `Emergency`
 * @param slackS seconds that the clocks may differ
 * @throws StatementError
 */
export async function checkStatement(
  statement: EmergencyStatement,
  by: {
    readonly hospital: Pick<Hospital, 'authorId' | 'controller'>;
    readonly clinicians: readonly KnownClinician[];
    readonly domain: { readonly chainId: number; readonly contract: Address };
    readonly nowS: number;
    readonly slackS: number;
  },
): Promise<EmergencyTerms> {
  const terms = termsFromJson(statement.terms);
  const refuse = (why: string): never => {
    throw new StatementError(why);
  };
  if (terms.hospital !== by.hospital.authorId) refuse('terms.hospital: expected the hospital that asks');
  if (terms.until <= BigInt(by.nowS) || terms.until > BigInt(by.nowS + MAX_EMERGENCY_S + by.slackS))
    refuse(`terms.until: expected at most ${MAX_EMERGENCY_S} seconds ahead`);
  if (terms.deadline < BigInt(by.nowS)) refuse('terms.deadline: expected one that is not over');
  if (terms.reason !== reasonDigest(terms.twinId, statement.reasonSalt as Hex, statement.reason))
    refuse('terms.reason: expected the digest of the reason');
  if (terms.secondStaff === terms.staff)
    refuse('terms.secondStaff: expected another clinician than the first');
  const first = await signerOf(terms, statement.signature as Hex, by);
  if (first === undefined || !isClinician(terms.staff, first, by))
    refuse('signature: expected that of a clinician whom the hospital had authorised');
  if (terms.secondStaff !== ZERO_32) {
    const second = await signerOf(terms, (statement.secondSignature ?? '0x') as Hex, by);
    const isOther = second !== undefined && first !== undefined && !isAddressEqual(second, first);
    if (!isOther || !isClinician(terms.secondStaff, second, by))
      refuse('secondSignature: expected that of a second clinician whom the hospital had authorised');
  }
  return terms;
}

async function signerOf(
  terms: EmergencyTerms,
  signed: Hex,
  { domain }: { readonly domain: { readonly chainId: number; readonly contract: Address } },
): Promise<Address | undefined> {
  const data = emergencyTypedData(domain, terms);
  return recoverTypedDataAddress({ ...data, signature: signed }).catch(() => undefined);
}

function isClinician(
  staff: Hex,
  key: Address,
  by: {
    readonly hospital: Pick<Hospital, 'authorId' | 'controller'>;
    readonly clinicians: readonly KnownClinician[];
  },
): boolean {
  const known = by.clinicians.find((each) => each.hospital === by.hospital.authorId && each.staff === staff);
  return (
    known !== undefined &&
    !isAddressEqual(known.key, zeroAddress) &&
    isAddressEqual(known.key, key) &&
    isAddressEqual(known.controller, by.hospital.controller)
  );
}

/**
 * Which of the scopes asked for are released without the chain: the patient's basic ones, or allergies, medications and problems where none were chosen. More is not, however many clinicians sign.
 *
 * @param policy the patient's choice as it was known last
 * @returns by scope the module, where its salt is known here
 */
export function basicScopes(
  terms: Pick<EmergencyTerms, 'scopes'>,
  twin: Pick<KnownTwin, 'twinId' | 'scopeSalts'>,
  policy: readonly Hex[],
): Map<Hex, string> {
  const id = fromHex(twin.twinId, 32);
  const found = new Map<Hex, string>();
  for (const [module, salt] of Object.entries(twin.scopeSalts)) {
    const scope = bytesToHex(moduleScope(id, fromHex(salt, 32), module));
    const isBasic =
      policy.length > 0 ? policy.includes(scope) : (BASIC_MODULES as readonly string[]).includes(module);
    if (isBasic && terms.scopes.includes(scope)) found.set(scope, module);
  }
  return found;
}

/** Whether the purpose given is the one that was signed. */
export function isPurposeOf(
  { terms, purpose }: EmergencyStatement,
  twin: Pick<KnownTwin, 'twinId' | 'purposeSalt'>,
): boolean {
  return namedPurpose(twin.twinId, twin.purposeSalt, [terms.purpose as Hex]) === purpose;
}
