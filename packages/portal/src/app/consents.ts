/** What the patient signs here: a registration, a grant, a revocation (EIP-712; packages/contracts/INTERFACE.md). */

import { sha256 } from '@noble/hashes/sha2.js';
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
import { hashStruct } from 'viem';
import type { ConsortiumInfo } from '../chain/consortium.js';
import { bytesOf, concat, hex0x } from '../internal/bytes.js';
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

/** The id of a grant: EIP-712's hash of its terms. Whoever names an id names these terms and no others. */
export function grantIdOf(terms: GrantJson): Hex {
  const data = {
    ...terms,
    notBefore: BigInt(terms.notBefore),
    expiry: BigInt(terms.expiry),
    nonce: BigInt(terms.nonce),
    deadline: BigInt(terms.deadline),
  };
  return hashStruct({ types: accessTypes, primaryType: 'Grant', data: data as never } as never);
}

const INTRODUCTION_TYPES = {
  Introduction: [
    { name: 'twinId', type: 'bytes32' },
    { name: 'hospital', type: 'bytes32' },
    { name: 'operations', type: 'uint8' },
    { name: 'slip', type: 'bytes32' },
    { name: 'nonce', type: 'bytes32' },
    { name: 'deadline', type: 'uint64' },
  ],
};

/**
 * An introduction to a hospital: twin id and salts, for it alone and for one use.
 *
 * What is signed of the slip: sha256( LP("TWINSEAL-V1-SLIP") || twinId || purposeSalt || u16 count || ( LP(module) || salt ) × count ), modules ascending.
 */
export async function signIntroduction(
  signer: Signer,
  consortium: ConsortiumInfo,
  slip: Slip,
  hospital: Hex,
  operation: GrantWish['operation'],
) {
  const deadline = Math.floor(Date.now() / 1000) + CONSENT_LIFETIME_S;
  const nonce = hex0x(crypto.getRandomValues(new Uint8Array(32)));
  const operations = operation === 'read' ? OPERATION.read : OPERATION.contribute;
  const modules = Object.keys(slip.scopeSalts).sort();
  const digest = sha256(
    concat(
      lengthPrefixed('TWINSEAL-V1-SLIP'),
      bytesOf(slip.twinId),
      bytesOf(slip.purposeSalt),
      Uint8Array.of(modules.length >> 8, modules.length & 255),
      ...modules.flatMap((module) => [lengthPrefixed(module), bytesOf(slip.scopeSalts[module] as string)]),
    ),
  );
  const signature = await signer.signTyped({
    domain: {
      name: 'Twinseal Introduction',
      version: '1',
      chainId: consortium.chainId,
      verifyingContract: consortium.contracts.registration,
    },
    types: INTRODUCTION_TYPES,
    primaryType: 'Introduction',
    message: {
      twinId: `0x${slip.twinId}`,
      hospital,
      operations,
      slip: hex0x(digest),
      nonce,
      deadline: BigInt(deadline),
    },
  });
  return { slip, hospital, operations, nonce, deadline: String(deadline), signature };
}

function lengthPrefixed(text: string): Uint8Array {
  const encoded = new TextEncoder().encode(text);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, encoded.length);
  return concat(length, encoded);
}
