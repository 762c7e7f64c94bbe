/** What the patient signs of guardians, emergencies and erasure (EIP-712; packages/contracts/INTERFACE.md), in the form in which gateways relay it. */

import {
  emergencyDomain,
  emergencyTypes,
  recoveryDomain,
  recoveryTypes,
  storageDomain,
  storageTypes,
  ZERO_32,
} from '@twinseal/contracts';
import type { ConsortiumInfo } from '../chain/consortium.js';
import { bytesOf, concat, hex0x, keccak } from '../internal/bytes.js';
import type { Signer, TypedMessage } from '../keys/signer.js';
import type { Slip } from '../keys/slip.js';
import { scopeOf } from './consents.js';

/** How long a signed consent may wait to be relayed, in seconds. */
const LIFETIME_S = 3600;
/** How the contract writes "all that the lane holds by then". */
const WHOLE_LANE = 2n ** 64n - 1n;

type Hex = `0x${string}`;

/** Who signs, for which twin. */
export interface Signing {
  readonly signer: Signer;
  readonly consortium: ConsortiumInfo;
  readonly slip: Slip;
}

type Contract = 'recovery' | 'emergency' | 'stores';

const DOMAINS = { recovery: recoveryDomain, emergency: emergencyDomain, stores: storageDomain } as const;
const TYPES: Readonly<Record<Contract, TypedMessage['types']>> = {
  recovery: recoveryTypes,
  emergency: emergencyTypes,
  stores: storageTypes,
};

/** Signs one message. Its whole numbers travel as decimal text. @param message without twin and deadline */
async function signed(
  { signer, consortium, slip }: Signing,
  contract: Contract,
  primaryType: string,
  message: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const terms = {
    twinId: `0x${slip.twinId}`,
    ...message,
    deadline: BigInt(Math.floor(Date.now() / 1000) + LIFETIME_S),
  };
  const type = TYPES[contract][primaryType];
  if (type === undefined) throw new TypeError('primaryType: expected one of the contract');
  const signature = await signer.signTyped({
    domain: DOMAINS[contract](BigInt(consortium.chainId), consortium.contracts[contract]),
    // A wallet shows what it is given: only what is signed.
    types: { [primaryType]: type },
    primaryType,
    message: terms,
  });
  const texts = Object.entries(terms).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? value.toString() : value,
  ]);
  return { ...Object.fromEntries(texts), signature };
}

/** Chooses guardians. @param circle addresses in any order; delay in seconds, 1 to 30 days */
export function signGuardians(
  signing: Signing,
  circle: { readonly guardians: readonly Hex[]; readonly threshold: number; readonly delayS: number },
  nonce: string,
): Promise<Record<string, unknown>> {
  const guardians = [...circle.guardians].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  const { threshold, delayS: delay } = circle;
  return signed(signing, 'recovery', 'SetGuardians', { guardians, threshold, delay, nonce: BigInt(nonce) });
}

/** Stops the guardians, once. @param round of the recovery under way */
export function signRecoveryStop(signing: Signing, round: string): Promise<Record<string, unknown>> {
  return signed(signing, 'recovery', 'CancelRecovery', { round: BigInt(round) });
}

/** Takes back what waits for its delay. */
export function signCancellation(
  signing: Signing,
  what: 'CancelGuardianChange' | 'CancelRotation',
  nonce: string,
): Promise<Record<string, unknown>> {
  return signed(signing, 'recovery', what, { nonce: BigInt(nonce) });
}

/** Chooses for emergencies. @param choice modules that one clinician alone may open, none for the default; authorId of the hospital that may hand on keys, or nothing */
export async function signEmergencyChoice(
  signing: Signing,
  choice: { readonly modules: readonly string[]; readonly recipient: Hex | undefined },
  nonce: string,
): Promise<Record<string, unknown>> {
  const body = await signed(signing, 'emergency', 'SetEmergencyPolicy', {
    scopes: scopesOf(signing.slip, choice.modules),
    recipient: choice.recipient ?? ZERO_32,
    nonce: BigInt(nonce),
  });
  return { ...body, signer: signing.signer.address };
}

/** Asks for the erasure of one instance of a lane, or of all that it holds by then. */
export async function signErasure(
  signing: Signing,
  authorId: Hex,
  place: number | 'lane',
  nonce: string,
): Promise<Record<string, unknown>> {
  const body = await signed(signing, 'stores', 'RequestErasure', {
    authorId,
    seq: place === 'lane' ? WHOLE_LANE : BigInt(place),
    nonce: BigInt(nonce),
  });
  return { ...body, signer: signing.signer.address };
}

function scopesOf(slip: Slip, modules: readonly string[]): Hex[] {
  return modules.map((module) => scopeOf(slip, module)).sort();
}

/**
 * Which modules a digest of scopes stands for: of the few that a twin has, every choice is tried.
 *
 * @returns undefined where it is none of them
 */
export function modulesOfChoice(slip: Slip, digest: Hex): readonly string[] | undefined {
  if (digest === ZERO_32) return [];
  const modules = Object.keys(slip.scopeSalts);
  // Beyond that it would take too long, and no slip of today has so many.
  if (modules.length > 12) return undefined;
  for (let choice = 1; choice < 2 ** modules.length; choice++) {
    const chosen = modules.filter((_, i) => ((choice >> i) & 1) === 1);
    const scopes = scopesOf(slip, chosen).map((scope) => bytesOf(scope));
    if (hex0x(keccak(concat(...scopes))) === digest) return chosen;
  }
  return undefined;
}
