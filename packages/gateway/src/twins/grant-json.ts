/** A grant's terms as JSON, between a patient's app and a gateway and in the gateway's vault: whole numbers of the contract as decimal text. */

import type { GrantTerms } from '@twinseal/contracts';
import { z } from 'zod';
import { decimal, hex32 } from '../api/schemas.js';

const ascending = z.array(hex32).min(1).max(64);

/** Checks the JSON form; times in seconds since 1970. */
export const grantSchema = z.strictObject({
  twinId: hex32,
  hospital: hex32,
  staff: hex32,
  scopes: ascending,
  purposes: ascending,
  operations: z.number().int().min(1).max(3),
  notBefore: decimal,
  expiry: decimal,
  fullHistory: z.boolean(),
  nonce: decimal,
  deadline: decimal,
});

export type GrantJson = z.infer<typeof grantSchema>;

export function grantToJson(terms: GrantTerms): GrantJson {
  return {
    ...terms,
    scopes: [...terms.scopes],
    purposes: [...terms.purposes],
    notBefore: terms.notBefore.toString(),
    expiry: terms.expiry.toString(),
    nonce: terms.nonce.toString(),
    deadline: terms.deadline.toString(),
  };
}

export function grantFromJson(json: GrantJson): GrantTerms {
  return {
    ...(json as unknown as GrantTerms),
    notBefore: BigInt(json.notBefore),
    expiry: BigInt(json.expiry),
    nonce: BigInt(json.nonce),
    deadline: BigInt(json.deadline),
  };
}
