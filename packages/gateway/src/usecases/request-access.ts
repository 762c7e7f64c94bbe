/**
 * A hospital asks for access to a patient's twin. The chain decides by the patient's grants; request and decision are one transaction, refusals included.
 */

import type { AccessRequest, Confirmed, Decision } from '@twinseal/chain';
import {
  accessTypes,
  dataRequestDomain,
  dataRequestTypes,
  type GrantTerms,
  NO_GRANT,
  OPERATION,
  ZERO_32,
} from '@twinseal/contracts';
import { fromHex, hospitalAuthorId, moduleScope, purposeDigest } from '@twinseal/record';
import { bytesToHex, type Hex, hashStruct } from 'viem';
import type { Gateway } from '../ports.js';

/**
 * What a patient hands to a hospital beside the grant on the chain: the twin id, and the salts under which the chain knows modules and purposes. Whoever holds it learns
 * which modules it speaks of, and can ask; it opens nothing.
 */
export interface AccessSlip {
  /** 32 bytes, hexadecimal. */
  readonly twinId: string;
  /** By module: the scope's salt, 32 bytes, hexadecimal. */
  readonly scopeSalts: Readonly<Record<string, string>>;
  /** 32 bytes, hexadecimal. */
  readonly purposeSalt: string;
  /** The grant relied on, or undefined where there is none. */
  readonly grant?: GrantTerms;
}

/** How long a request may wait for its block, in seconds: as long as a consent of a person at a screen. */
const REQUEST_LIFETIME_S = 600;

/**
 * Asks the chain.
 *
 * @param modules the modules wanted; the slip has a salt for each
 * @param purpose HL7 v3 PurposeOfUse code, such as `TREAT`
 * @param staff author id of the member of staff who asks; zero for the hospital as a whole
 */
export async function requestAccess(
  gateway: Gateway,
  slip: AccessSlip,
  modules: readonly string[],
  purpose: string,
  staff: Hex = ZERO_32,
): Promise<Confirmed & { readonly decision: Decision }> {
  const twinId = fromHex(slip.twinId, 32);
  const request: AccessRequest = {
    twinId: bytesToHex(twinId),
    hospital: bytesToHex(hospitalAuthorId(gateway.id)),
    staff,
    scopes: scopesOf(slip, modules),
    purpose: bytesToHex(purposeDigest(twinId, fromHex(slip.purposeSalt, 32), purpose)),
    operation: OPERATION.read,
    deadline: BigInt(gateway.nowS() + REQUEST_LIFETIME_S),
    salt: bytesToHex(crypto.getRandomValues(new Uint8Array(32))),
  };
  const relied = slip.grant ?? NO_GRANT;
  const grantId =
    slip.grant === undefined
      ? ZERO_32
      : hashStruct({ data: { ...relied }, primaryType: 'Grant', types: accessTypes });
  const { chainId, requests } = gateway.chain.consortium;
  const signature = await gateway.account.signTypedData({
    domain: dataRequestDomain(BigInt(chainId), requests),
    types: dataRequestTypes,
    primaryType: 'DataRequest',
    // The grant is signed along, so that no relay can bring another and have a refusal recorded.
    message: { ...request, grantId },
  });
  const answer = await gateway.writer.request(request, relied, gateway.account.address, signature);
  await gateway.ledger.recordRequest({
    requestId: answer.decision.requestId.slice(2),
    twinId: slip.twinId,
    requester: gateway.id,
    permit: answer.decision.permit ? 1 : 0,
    reason: answer.decision.reason,
    blockNumber: answer.decision.blockNumber,
    txHash: answer.txHash.slice(2),
  });
  return answer;
}

/** The scopes of modules, as the contracts want them: strictly ascending. @throws TypeError for a module without a salt */
export function scopesOf(slip: AccessSlip, modules: readonly string[]): Hex[] {
  return modules
    .map((module) => {
      const salt = slip.scopeSalts[module];
      if (salt === undefined) throw new TypeError(`modules: the slip has no salt for ${module}`);
      return bytesToHex(moduleScope(fromHex(slip.twinId, 32), fromHex(salt, 32), module));
    })
    .sort();
}
