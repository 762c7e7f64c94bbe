/** Taking a patient's signed grant: where it names this hospital, the salts are kept first, and the consent is relayed. */

import type { Confirmed } from '@twinseal/chain';
import { type GrantTerms, OPERATION } from '@twinseal/contracts';
import { fromHex, moduleScope } from '@twinseal/record';
import { type Address, bytesToHex, type Hex } from 'viem';
import type { GatewayService } from '../service/gateway-service.js';
import type { AccessSlip } from './request-access.js';

export interface SignedGrant {
  readonly terms: GrantTerms;
  readonly signer: Address;
  readonly signature: Hex;
  /** Salts for what the grant names. Needed where it names this hospital; not to be given where it names another, which gets its salts from the patient. */
  readonly slip?: AccessSlip;
}

/**
 * Takes a grant and waits for its block.
 *
 * @throws TypeError where slip and terms do not fit; ChainError as the contract refuses, or where the chain does not answer
 */
export async function takeGrant(
  service: Pick<GatewayService, 'self' | 'twins' | 'relay' | 'tell' | 'attendTo'>,
  { terms, signer, signature, slip }: SignedGrant,
): Promise<Confirmed> {
  const twinId = terms.twinId.slice(2);
  const isOurs = terms.hospital === `0x${service.self}`;
  let count = 0;
  if (isOurs) {
    if (slip === undefined) throw new TypeError('slip: expected the salts of what the grant names');
    const modules = modulesNamed(terms, slip);
    count = modules.length;
    // Known before it is sent: if the gateway dies in between, nothing is left to guess.
    await service.twins.keepGrant(
      { ...slip, grant: terms },
      (terms.operations & OPERATION.read) === 0 ? [] : modules,
    );
  } else if (slip !== undefined) {
    throw new TypeError('slip: expected none, for the grant names another hospital');
  }
  const confirmed = await service.relay(twinId, { kind: 'grant', terms, signer, signature });
  service.tell('grant relayed', twinId, count);
  if (isOurs) await service.attendTo(twinId, `granted/${terms.nonce}`);
  return confirmed;
}

function modulesNamed(terms: GrantTerms, slip: AccessSlip): string[] {
  if (terms.twinId !== `0x${slip.twinId}`) throw new TypeError('slip.twinId: expected the twin of the terms');
  const id = fromHex(slip.twinId, 32);
  const modules = Object.entries(slip.scopeSalts).flatMap(([module, salt]) =>
    terms.scopes.includes(bytesToHex(moduleScope(id, fromHex(salt, 32), module))) ? [module] : [],
  );
  if (modules.length !== terms.scopes.length)
    throw new TypeError('slip.scopeSalts: expected the salt of every module that the grant names');
  return modules;
}
