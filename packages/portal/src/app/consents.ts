/** What the patient signs here: a registration, a grant, a revocation (EIP-712; packages/contracts/INTERFACE.md). */

import {
  accessDomain,
  accessTypes,
  type GrantTerms,
  OPERATION,
  registrationDomain,
  registrationTypes,
  ZERO_32,
} from '@twinseal/contracts';
import { moduleScope, purposeDigest } from '@twinseal/record';
import type { ConsortiumInfo } from '../chain/consortium.js';
import { bytesOf, hex0x } from '../internal/bytes.js';
import type { Signer } from '../keys/signer.js';
import type { Slip } from '../keys/slip.js';

/** How long a signed consent may wait to be relayed, in seconds. */
const CONSENT_LIFETIME_S = 3600;
/** A clock of ours may be a little ahead of the chain's. */
const BACKDATED_S = 60;

type Hex = `0x${string}`;

/** What a patient wants to allow. */
export interface GrantWish {
  /** authorId of the hospital. */
  readonly hospital: Hex;
  readonly modules: readonly string[];
  /** PurposeOfUse codes. */
  readonly purposes: readonly string[];
  readonly operation: 'read' | 'contribute';
  readonly days: number;
  /** Also what was written before. */
  readonly fullHistory: boolean;
}

/** A grant's terms as JSON: whole numbers of the contract as decimal text. */
export type GrantJson = Omit<GrantTerms, 'notBefore' | 'expiry' | 'nonce' | 'deadline'> & {
  readonly notBefore: string;
  readonly expiry: string;
  readonly nonce: string;
  readonly deadline: string;
};

export function scopeOf(slip: Slip, module: string): Hex {
  const salt = slip.scopeSalts[module];
  if (salt === undefined) throw new TypeError('module: expected one of the slip');
  return hex0x(moduleScope(bytesOf(slip.twinId), bytesOf(salt), module));
}

export function purposeOf(slip: Slip, code: string): Hex {
  return hex0x(purposeDigest(bytesOf(slip.twinId), bytesOf(slip.purposeSalt), code));
}

/** The part of a slip that a grantee needs. */
export function slipFor(slip: Slip, modules: readonly string[]): Slip {
  return {
    ...slip,
    scopeSalts: Object.fromEntries(modules.map((module) => [module, slip.scopeSalts[module] as string])),
  };
}

export function grantJson(terms: GrantTerms): GrantJson {
  return {
    ...terms,
    notBefore: terms.notBefore.toString(),
    expiry: terms.expiry.toString(),
    nonce: terms.nonce.toString(),
    deadline: terms.deadline.toString(),
  };
}

function termsOf(slip: Slip, wish: GrantWish, nonce: bigint, nowS: number): GrantTerms {
  return {
    twinId: `0x${slip.twinId}`,
    hospital: wish.hospital,
    staff: ZERO_32,
    scopes: wish.modules.map((module) => scopeOf(slip, module)).sort(),
    purposes: wish.purposes.map((code) => purposeOf(slip, code)).sort(),
    operations: wish.operation === 'read' ? OPERATION.read : OPERATION.contribute,
    notBefore: BigInt(nowS - BACKDATED_S),
    expiry: BigInt(nowS + wish.days * 86_400),
    fullHistory: wish.fullHistory,
    nonce,
    deadline: BigInt(nowS + CONSENT_LIFETIME_S),
  };
}

export async function signGrant(
  signer: Signer,
  consortium: ConsortiumInfo,
  slip: Slip,
  wish: GrantWish,
  nonce: bigint,
): Promise<{ readonly terms: GrantJson; readonly signer: Hex; readonly signature: Hex }> {
  const terms = termsOf(slip, wish, nonce, Math.floor(Date.now() / 1000));
  const signature = await signer.signTyped({
    domain: accessDomain(BigInt(consortium.chainId), consortium.contracts.access),
    types: accessTypes,
    primaryType: 'Grant',
    message: { ...terms },
  });
  return { terms: grantJson(terms), signer: signer.address, signature };
}

export async function signRevocation(
  signer: Signer,
  consortium: ConsortiumInfo,
  twinId: string,
  grantId: Hex,
  nonce: bigint,
) {
  const deadline = BigInt(Math.floor(Date.now() / 1000) + CONSENT_LIFETIME_S);
  const signature = await signer.signTyped({
    domain: accessDomain(BigInt(consortium.chainId), consortium.contracts.access),
    types: accessTypes,
    primaryType: 'Revoke',
    message: { twinId: `0x${twinId}`, grantId, nonce, deadline },
  });
  return {
    grantId,
    nonce: nonce.toString(),
    deadline: deadline.toString(),
    signer: signer.address,
    signature,
  };
}

/** A new twin, with the right of some hospitals to write into it. */
export async function signRegistration(
  signer: Signer,
  consortium: ConsortiumInfo,
  slip: Slip,
  custodian: Hex,
  contributors: readonly Hex[],
) {
  const nowS = Math.floor(Date.now() / 1000);
  const terms = {
    twinId: `0x${slip.twinId}` as Hex,
    kind: 0,
    control: signer.address,
    identityEpoch: 1,
    custodian,
    deadline: BigInt(nowS + CONSENT_LIFETIME_S),
  };
  const grants = contributors.map((hospital, i) =>
    termsOf(
      slip,
      {
        hospital,
        modules: Object.keys(slip.scopeSalts),
        purposes: ['TREAT'],
        operation: 'contribute',
        days: 365,
        fullHistory: true,
      },
      BigInt(i),
      nowS,
    ),
  );
  const signature = await signer.signTyped({
    domain: registrationDomain(BigInt(consortium.chainId), consortium.contracts.registration),
    types: registrationTypes,
    primaryType: 'RegisterTwin',
    message: { ...terms, grants },
  });
  return {
    terms: { ...terms, deadline: terms.deadline.toString() },
    grants: grants.map(grantJson),
    signature,
    slip,
  };
}
