/** What a clinician signs to break the glass, and how it is put together. The clinician's key never comes near a gateway: it signs, the gateway sends. */

import { emergencyDomain, emergencyTypes, type TypedDataDomain, ZERO_32 } from '@twinseal/contracts';
import { authorId, formatName, fromHex, moduleScope, purposeDigest } from '@twinseal/record';
import { type Address, bytesToHex, concatHex, type Hex, hashTypedData, keccak256, stringToHex } from 'viem';
import { z } from 'zod';
import { hex32 } from '../api/schemas.js';
import { staffId } from '../internal/staff-id.js';
import type { KnownTwin } from '../twins/known-twins.js';

/** Longest emergency, in seconds, as the contract has it. */
export const MAX_EMERGENCY_S = 86_400;
/** Seconds within which a signed opening has to reach the chain: as long as an emergency may last, for the chain may be down. */
const DEADLINE_S = MAX_EMERGENCY_S;

/** Why the glass may be broken. A code, so that no clinical words travel. */
export const EMERGENCY_REASONS = [
  'unconscious',
  'cannot-consent',
  'life-threatening',
  'patient-asks',
  'other',
] as const;
export type EmergencyReason = (typeof EMERGENCY_REASONS)[number];

/** `Emergency.EmergencyTerms`. */
export interface EmergencyTerms {
  readonly twinId: Hex;
  readonly hospital: Hex;
  readonly staff: Hex;
  /** Zero for one clinician alone. */
  readonly secondStaff: Hex;
  readonly scopes: readonly Hex[];
  readonly purpose: Hex;
  readonly reason: Hex;
  readonly until: bigint;
  readonly deadline: bigint;
  readonly salt: Hex;
}

const seconds = z.string().regex(/^[1-9][0-9]{0,14}$/, 'expected seconds since 1970 as decimal text');

/** The terms as JSON. */
export const emergencyTermsSchema = z.strictObject({
  twinId: hex32,
  hospital: hex32,
  staff: hex32,
  secondStaff: hex32,
  scopes: z.array(hex32).min(1).max(64),
  purpose: hex32,
  reason: hex32,
  until: seconds,
  deadline: seconds,
  salt: hex32,
});
export type EmergencyTermsJson = z.infer<typeof emergencyTermsSchema>;

export function termsToJson(terms: EmergencyTerms): EmergencyTermsJson {
  return {
    ...terms,
    scopes: [...terms.scopes],
    until: terms.until.toString(),
    deadline: terms.deadline.toString(),
  };
}

export function termsFromJson(json: EmergencyTermsJson): EmergencyTerms {
  return {
    ...(json as unknown as EmergencyTerms),
    until: BigInt(json.until),
    deadline: BigInt(json.deadline),
  };
}

/**
 * The digest under which the chain knows a reason: keccak( T("TWINSEAL-V1-EMERGENCY-REASON") || twinId || salt || utf8(code) ).
 *
 * @param salt 32 random bytes, of this emergency alone
 */
export function reasonDigest(twinId: Hex, salt: Hex, code: EmergencyReason): Hex {
  return keccak256(
    concatHex([keccak256(stringToHex('TWINSEAL-V1-EMERGENCY-REASON')), twinId, salt, stringToHex(code)]),
  );
}

/** What an emergency is to be. */
export interface EmergencyWish {
  readonly hospital: string;
  readonly staff: string;
  readonly secondStaff?: string;
  readonly modules: readonly string[];
  /** HL7 v3 PurposeOfUse, `BTG` for breaking the glass. */
  readonly purpose: string;
  readonly reason: EmergencyReason;
  /** How long it lasts, 1 to 86,400 seconds. */
  readonly lastsS: number;
}

/** Terms ready to be signed, with the salt behind the reason. @throws TypeError for a module without salt; RangeError for the time */
export function draftTerms(
  twin: Pick<KnownTwin, 'twinId' | 'scopeSalts' | 'purposeSalt'>,
  wish: EmergencyWish,
  nowS: number,
): { readonly terms: EmergencyTerms; readonly reasonSalt: Hex } {
  if (!Number.isInteger(wish.lastsS) || wish.lastsS < 1 || wish.lastsS > MAX_EMERGENCY_S)
    throw new RangeError(`lastsS: expected 1 to ${MAX_EMERGENCY_S} seconds`);
  const id = fromHex(twin.twinId, 32);
  const twinId = bytesToHex(id);
  const random = () => bytesToHex(crypto.getRandomValues(new Uint8Array(32)));
  const reasonSalt = random();
  const scopes = [...new Set(wish.modules)].map((module) => {
    const salt = twin.scopeSalts[module];
    if (salt === undefined)
      throw new TypeError(`modules: expected modules that the hospital has a salt of, not ${module}`);
    return bytesToHex(moduleScope(id, fromHex(salt, 32), module));
  });
  return {
    terms: {
      twinId,
      hospital: bytesToHex(authorId(formatName({ kind: 'hospital', hospital: wish.hospital }))),
      staff: staffId(wish.hospital, wish.staff),
      secondStaff: wish.secondStaff === undefined ? ZERO_32 : staffId(wish.hospital, wish.secondStaff),
      scopes: scopes.sort(),
      purpose: bytesToHex(purposeDigest(id, fromHex(twin.purposeSalt, 32), wish.purpose)),
      reason: reasonDigest(twinId, reasonSalt, wish.reason),
      until: BigInt(nowS + wish.lastsS),
      deadline: BigInt(nowS + DEADLINE_S),
      salt: random(),
    },
    reasonSalt,
  };
}

/** What a clinician's key signs, as EIP-712 has it. */
export function emergencyTypedData(
  domain: { readonly chainId: number; readonly contract: Address },
  terms: EmergencyTerms,
) {
  const signed: TypedDataDomain = emergencyDomain(BigInt(domain.chainId), domain.contract);
  return {
    domain: signed,
    types: { OpenEmergency: emergencyTypes.OpenEmergency },
    primaryType: 'OpenEmergency' as const,
    message: { ...terms },
  };
}

/** The digest that is signed; it names the emergency until the chain gave it a grant id. */
export function emergencyDigest(
  domain: { readonly chainId: number; readonly contract: Address },
  terms: EmergencyTerms,
): Hex {
  return hashTypedData(emergencyTypedData(domain, terms));
}
