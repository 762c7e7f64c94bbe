/**
 * What a patient, a proxy or a guardian signs beyond grants: EIP-712 messages for the contracts, as gateways take them for relaying. Reads the nonces from the chain; keeps
 * nothing and sends nothing, so every front of the patient's side can share it.
 */

import type { ConsortiumReader } from '@twinseal/chain';
import {
  accessDomain,
  accessTypes,
  emergencyDomain,
  emergencyTypes,
  type GrantTerms,
  recoveryDomain,
  recoveryTypes,
  registrationDomain,
  storageDomain,
  storageTypes,
  type TypedDataDomain,
  twinTypes,
} from '@twinseal/contracts';
import { type CallBody, type CallName, grantToJson, nextNonce, type SignedCall } from '@twinseal/gateway';
import { type Address, type Hex, hashStruct, type LocalAccount } from 'viem';

/** Seconds for which a consent may wait to be relayed. */
const LIFETIME_S = 3_600;
/** Seconds for which a guardian's approval may wait for the others'. */
const APPROVAL_LIFETIME_S = 7 * 86_400;
const WHOLE_LANE = 2n ** 64n - 1n;

/** Who signs, about which twin, and by which clock. */
export interface Signing {
  readonly chain: ConsortiumReader;
  readonly account: LocalAccount;
  readonly twinId: Hex;
  /** Seconds since 1970. */
  readonly nowS: number;
}

/** A guardian's approval of a recovery. */
export interface RecoveryApproval {
  readonly twinId: Hex;
  /** The account that shall speak for the patient. */
  readonly control: Address;
  readonly round: string;
  /** Seconds since 1970; all approvals of one recovery carry the same. */
  readonly deadline: string;
  readonly guardian: Address;
  readonly signature: Hex;
}

const call = <N extends CallName>(name: N, body: CallBody<N>): SignedCall => ({ name, body }) as SignedCall;
const chainIdOf = (chain: ConsortiumReader) => BigInt(chain.consortium.chainId);

async function sign(
  account: LocalAccount,
  domain: TypedDataDomain,
  types: object,
  primaryType: string,
  message: object,
): Promise<Hex> {
  return account.signTypedData({ domain, types, primaryType, message } as never);
}

/** Nonce and deadline of a consent, as numbers and as they travel. */
async function terms(
  { chain, twinId, nowS }: Signing,
  contract: 'access' | 'registration' | 'recovery' | 'stores' | 'emergency',
) {
  const nonce = await nextNonce(chain, contract, twinId);
  const deadline = BigInt(nowS + LIFETIME_S);
  return { numbers: { nonce, deadline }, texts: { nonce: String(nonce), deadline: String(deadline) } };
}

const recoveryOf = async (chain: ConsortiumReader) =>
  recoveryDomain(chainIdOf(chain), await chain.contract('recovery'));
const registrationOf = (chain: ConsortiumReader) =>
  registrationDomain(chainIdOf(chain), chain.consortium.registration);

/**
 * Appoints a proxy.
 *
 * @param appointment powers: bits 1 grant, 2 revoke; scopes strictly ascending, none for the whole twin; times in seconds since 1970
 */
export async function signProxy(
  signing: Signing,
  appointment: {
    readonly proxy: Address;
    readonly powers: number;
    readonly scopes: readonly Hex[];
    readonly notBeforeS: number;
    readonly expiryS: number;
  },
): Promise<SignedCall> {
  const { account, chain, twinId } = signing;
  const { numbers, texts } = await terms(signing, 'registration');
  const { proxy, powers, scopes, notBeforeS, expiryS } = appointment;
  const signature = await sign(account, registrationOf(chain), twinTypes, 'AppointProxy', {
    twinId,
    proxy,
    powers,
    scopes,
    notBefore: BigInt(notBeforeS),
    expiry: BigInt(expiryS),
    ...numbers,
  });
  return call('appointProxy', {
    twinId,
    proxy,
    powers,
    scopes: [...scopes],
    notBefore: String(notBeforeS),
    expiry: String(expiryS),
    ...texts,
    signature,
  });
}

/** Dismisses a proxy. Grants that it gave stand until they are revoked. */
export async function signDismissal(signing: Signing, proxy: Address): Promise<SignedCall> {
  const { account, chain, twinId } = signing;
  const { numbers, texts } = await terms(signing, 'registration');
  const message = { twinId, proxy, ...numbers };
  const signature = await sign(account, registrationOf(chain), twinTypes, 'DismissProxy', message);
  return call('dismissProxy', { twinId, proxy, ...texts, signature });
}

/** Chooses guardians. @param circle delay in seconds, 1 to 30 days */
export async function signGuardians(
  signing: Signing,
  circle: { readonly guardians: readonly Address[]; readonly threshold: number; readonly delayS: number },
): Promise<SignedCall> {
  const { account, chain, twinId } = signing;
  const { numbers, texts } = await terms(signing, 'recovery');
  const chosen = {
    guardians: ascending(circle.guardians),
    threshold: circle.threshold,
    delay: circle.delayS,
  };
  const message = { twinId, ...chosen, ...numbers };
  const signature = await sign(account, await recoveryOf(chain), recoveryTypes, 'SetGuardians', message);
  return call('setGuardians', { twinId, ...chosen, ...texts, signature });
}

/** Takes back what waits for its delay: a change of guardians, or of the key. */
export async function signCancellation(
  signing: Signing,
  what: 'cancelGuardianChange' | 'cancelRotation',
): Promise<SignedCall> {
  const { account, chain, twinId } = signing;
  const { numbers, texts } = await terms(signing, 'recovery');
  const type = what === 'cancelRotation' ? 'CancelRotation' : 'CancelGuardianChange';
  const message = { twinId, ...numbers };
  const signature = await sign(account, await recoveryOf(chain), recoveryTypes, type, message);
  return call(what, { twinId, ...texts, signature });
}

/** Schedules another control key. */
export async function signRotation(signing: Signing, control: Address): Promise<SignedCall> {
  const { account, chain, twinId } = signing;
  const { numbers, texts } = await terms(signing, 'recovery');
  const message = { twinId, control, ...numbers };
  const signature = await sign(account, await recoveryOf(chain), recoveryTypes, 'RotateControl', message);
  return call('rotateControl', { twinId, control, ...texts, signature });
}

/** Stops a recovery, as the patient, once. @param round of the recovery under way */
export async function signRecoveryStop(signing: Signing, round: bigint): Promise<SignedCall> {
  const { account, chain, twinId, nowS } = signing;
  const deadline = BigInt(nowS + LIFETIME_S);
  const message = { twinId, round, deadline };
  const signature = await sign(account, await recoveryOf(chain), recoveryTypes, 'CancelRecovery', message);
  return call('cancelRecovery', { twinId, round: String(round), deadline: String(deadline), signature });
}

/**
 * A guardian approves that control moves to another account.
 *
 * @param round    the circle's next round, from the chain
 * @param deadline as the other guardians have it; a week from now where this is the first
 */
export async function signApproval(
  { chain, account, twinId, nowS }: Signing,
  control: Address,
  round: bigint,
  deadline: bigint = BigInt(nowS + APPROVAL_LIFETIME_S),
): Promise<RecoveryApproval> {
  const message = { twinId, control, round, deadline };
  const signature = await sign(account, await recoveryOf(chain), recoveryTypes, 'Recover', message);
  return {
    twinId,
    control,
    round: String(round),
    deadline: String(deadline),
    guardian: account.address,
    signature,
  };
}

/** Puts guardians' approvals of one recovery together. @throws TypeError where they are of different recoveries */
export function recoveryOfApprovals(approvals: readonly RecoveryApproval[]): SignedCall {
  const [first] = approvals;
  if (first === undefined) throw new TypeError('approvals: expected at least one');
  const { twinId, control, round, deadline } = first;
  const isSame = (each: RecoveryApproval) =>
    each.twinId === twinId &&
    each.control.toLowerCase() === control.toLowerCase() &&
    each.round === round &&
    each.deadline === deadline;
  if (!approvals.every(isSame))
    throw new TypeError('approvals: expected approvals of one twin, account, round and deadline');
  const sorted = [...new Map(approvals.map((each) => [each.guardian.toLowerCase(), each])).values()].sort(
    (a, b) => (a.guardian.toLowerCase() < b.guardian.toLowerCase() ? -1 : 1),
  );
  return call('startRecovery', {
    twinId,
    control,
    deadline,
    approvals: sorted.map(({ guardian, signature }) => ({ guardian, signature })),
  });
}

/** Asks for the erasure of one instance, or of everything that a lane holds by then. */
export async function signErasure(
  signing: Signing,
  authorId: Hex,
  place: number | 'lane',
): Promise<SignedCall> {
  const { account, chain, twinId } = signing;
  const { numbers, texts } = await terms(signing, 'stores');
  const seq = place === 'lane' ? WHOLE_LANE : BigInt(place);
  const domain = storageDomain(chainIdOf(chain), await chain.contract('stores'));
  const message = { twinId, authorId, seq, ...numbers };
  const signature = await sign(account, domain, storageTypes, 'RequestErasure', message);
  return call('requestErasure', {
    twinId,
    authorId,
    seq: String(seq),
    ...texts,
    signer: account.address,
    signature,
  });
}

/** Revokes a grant by its terms: what a proxy may do, within its scopes. */
export async function signRevocationByTerms(signing: Signing, granted: GrantTerms): Promise<SignedCall> {
  const { account, chain, twinId } = signing;
  const { numbers, texts } = await terms(signing, 'access');
  const grantId = hashStruct({ data: { ...granted }, primaryType: 'Grant', types: accessTypes });
  const domain = accessDomain(chainIdOf(chain), chain.consortium.access);
  const message = { twinId, grantId, ...numbers };
  const signature = await sign(account, domain, accessTypes, 'Revoke', message);
  return call('revokeByTerms', {
    terms: grantToJson(granted),
    ...texts,
    signer: account.address,
    signature,
  });
}

/** Links two twins of one person. @param other signs for the second twin; may be the same account */
export async function signLink(signing: Signing, other: Signing): Promise<SignedCall> {
  const [first, second] = signing.twinId < other.twinId ? [signing, other] : [other, signing];
  const { chain } = first;
  const a = await terms(first, 'registration');
  const b = await terms(second, 'registration');
  const message = {
    first: first.twinId,
    second: second.twinId,
    firstNonce: a.numbers.nonce,
    secondNonce: b.numbers.nonce,
    deadline: a.numbers.deadline,
  };
  const signed = (account: LocalAccount) =>
    sign(account, registrationOf(chain), twinTypes, 'LinkTwins', message);
  return call('linkTwins', {
    first: first.twinId,
    second: second.twinId,
    firstNonce: a.texts.nonce,
    secondNonce: b.texts.nonce,
    deadline: a.texts.deadline,
    firstSignature: await signed(first.account),
    secondSignature: await signed(second.account),
  });
}

/** Takes a link back. */
export async function signUnlink(signing: Signing, other: Hex): Promise<SignedCall> {
  const { account, chain, twinId } = signing;
  const { numbers, texts } = await terms(signing, 'registration');
  const message = { twinId, other, ...numbers };
  const signature = await sign(account, registrationOf(chain), twinTypes, 'UnlinkTwins', message);
  return call('unlinkTwins', { twinId, other, ...texts, signature });
}

function ascending(addresses: readonly Address[]): Address[] {
  return [...addresses].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
}

/**
 * Chooses for emergencies.
 *
 * @param choice scopes strictly ascending, none for the default of allergies, conditions and medications; recipient the author id of the hospital that may hand on capsules, zero for nobody
 */
export async function signEmergencyChoice(
  signing: Signing,
  choice: { readonly scopes: readonly Hex[]; readonly recipient: Hex },
): Promise<SignedCall> {
  const { account, chain, twinId } = signing;
  const { numbers, texts } = await terms(signing, 'emergency');
  const chosen = { scopes: [...choice.scopes], recipient: choice.recipient };
  const domain = emergencyDomain(chainIdOf(chain), await chain.contract('emergency'));
  const types = { SetEmergencyPolicy: emergencyTypes.SetEmergencyPolicy };
  const message = { twinId, ...chosen, ...numbers };
  const signature = await sign(account, domain, types, 'SetEmergencyPolicy', message);
  return call('setEmergencyPolicy', { twinId, ...chosen, ...texts, signer: account.address, signature });
}
