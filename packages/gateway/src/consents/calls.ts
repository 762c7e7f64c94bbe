/**
 * What a patient, a proxy or guardians sign and anyone may relay, beyond grants and single revocations: one row for each function of the contracts, with the form in which it
 * travels. Each carries its own signatures, which the contract checks; a gateway that relays it lends its account and nothing else.
 *
 * Whole numbers of the contracts are decimal text; ids have `0x`.
 */

import type { ConsortiumReader, ContractRole } from '@twinseal/chain';
import { accessAbi, emergencyAbi, recoveryAbi, registrationAbi, storageAbi } from '@twinseal/contracts';
import type { Abi, Address, Hex } from 'viem';
import { z } from 'zod';
import { address, decimal, hex32, signature } from '../api/schemas.js';
import { GatewayError } from '../errors.js';
import { type GrantJson, grantFromJson, grantSchema } from '../twins/grant-json.js';

const ascending = z.array(hex32).max(64);

/** The forms, by the contracts' function. */
export const CALL_SCHEMAS = {
  revokeByTerms: z.strictObject({
    terms: grantSchema,
    nonce: decimal,
    deadline: decimal,
    signer: address,
    signature,
  }),
  revokeAll: z.strictObject({ twinId: hex32, nonce: decimal, deadline: decimal, signer: address, signature }),
  appointProxy: z.strictObject({
    twinId: hex32,
    proxy: address,
    powers: z.number().int().min(1).max(3),
    scopes: ascending,
    notBefore: decimal,
    expiry: decimal,
    nonce: decimal,
    deadline: decimal,
    signature,
  }),
  dismissProxy: z.strictObject({
    twinId: hex32,
    proxy: address,
    nonce: decimal,
    deadline: decimal,
    signature,
  }),
  linkTwins: z.strictObject({
    first: hex32,
    second: hex32,
    firstNonce: decimal,
    secondNonce: decimal,
    deadline: decimal,
    firstSignature: signature,
    secondSignature: signature,
  }),
  unlinkTwins: z.strictObject({ twinId: hex32, other: hex32, nonce: decimal, deadline: decimal, signature }),
  setGuardians: z.strictObject({
    twinId: hex32,
    guardians: z.array(address).min(1).max(16),
    threshold: z.number().int().min(1).max(16),
    delay: z
      .number()
      .int()
      .min(1)
      .max(30 * 86_400),
    nonce: decimal,
    deadline: decimal,
    signature,
  }),
  applyGuardians: z.strictObject({ twinId: hex32 }),
  cancelGuardianChange: z.strictObject({ twinId: hex32, nonce: decimal, deadline: decimal, signature }),
  rotateControl: z.strictObject({
    twinId: hex32,
    control: address,
    nonce: decimal,
    deadline: decimal,
    signature,
  }),
  cancelRotation: z.strictObject({ twinId: hex32, nonce: decimal, deadline: decimal, signature }),
  finishRotation: z.strictObject({ twinId: hex32 }),
  startRecovery: z.strictObject({
    twinId: hex32,
    control: address,
    deadline: decimal,
    approvals: z
      .array(z.strictObject({ guardian: address, signature }))
      .min(1)
      .max(16),
  }),
  cancelRecovery: z.strictObject({ twinId: hex32, round: decimal, deadline: decimal, signature }),
  finishRecovery: z.strictObject({ twinId: hex32 }),
  requestErasure: z.strictObject({
    twinId: hex32,
    authorId: hex32,
    seq: decimal,
    nonce: decimal,
    deadline: decimal,
    signer: address,
    signature,
  }),
  setEmergencyPolicy: z.strictObject({
    twinId: hex32,
    scopes: ascending,
    recipient: hex32,
    nonce: decimal,
    deadline: decimal,
    signer: address,
    signature,
  }),
} as const;

export type CallName = keyof typeof CALL_SCHEMAS;
export const CALL_NAMES = Object.keys(CALL_SCHEMAS) as readonly CallName[];
/** The body of one of them. */
export type CallBody<N extends CallName = CallName> = z.infer<(typeof CALL_SCHEMAS)[N]>;

/** One of them, checked. */
export interface SignedCall {
  readonly name: CallName;
  readonly body: CallBody;
}

/** A call as the contract takes it. */
export interface ContractCall {
  readonly contract: ContractRole;
  readonly abi: Abi;
  readonly functionName: string;
  readonly args: readonly unknown[];
  /** Of the twin in that contract; absent where order does not matter. */
  readonly nonce?: bigint;
  /** Last second in which the contract takes it; absent where it never is too late. */
  readonly deadline?: bigint;
}

type Rows = { readonly [N in CallName]: (body: CallBody<N>) => ContractCall };

const consent = (
  contract: ContractRole,
  abi: readonly unknown[],
  functionName: string,
  body: { readonly nonce?: string; readonly deadline?: string },
  args: readonly unknown[],
): ContractCall => ({
  contract,
  abi: abi as Abi,
  functionName,
  args,
  ...(body.nonce === undefined ? {} : { nonce: BigInt(body.nonce) }),
  ...(body.deadline === undefined ? {} : { deadline: BigInt(body.deadline) }),
});

const n = (text: string) => BigInt(text);

const ROWS: Rows = {
  revokeByTerms: (b) =>
    consent('access', accessAbi, 'revokeByTerms', b, [
      grantFromJson(b.terms as GrantJson),
      n(b.nonce),
      n(b.deadline),
      b.signer,
      b.signature,
    ]),
  revokeAll: (b) =>
    consent('access', accessAbi, 'revokeAll', b, [
      b.twinId,
      n(b.nonce),
      n(b.deadline),
      b.signer,
      b.signature,
    ]),
  appointProxy: ({ signature: signed, ...b }) =>
    consent('registration', registrationAbi, 'appointProxy', b, [
      { ...b, notBefore: n(b.notBefore), expiry: n(b.expiry), nonce: n(b.nonce), deadline: n(b.deadline) },
      signed,
    ]),
  dismissProxy: (b) =>
    consent('registration', registrationAbi, 'dismissProxy', b, [
      b.twinId,
      b.proxy,
      n(b.nonce),
      n(b.deadline),
      b.signature,
    ]),
  linkTwins: (b) =>
    consent('registration', registrationAbi, 'linkTwins', { nonce: b.firstNonce, deadline: b.deadline }, [
      b.first,
      b.second,
      n(b.firstNonce),
      n(b.secondNonce),
      n(b.deadline),
      b.firstSignature,
      b.secondSignature,
    ]),
  unlinkTwins: (b) =>
    consent('registration', registrationAbi, 'unlinkTwins', b, [
      b.twinId,
      b.other,
      n(b.nonce),
      n(b.deadline),
      b.signature,
    ]),
  setGuardians: (b) =>
    consent('recovery', recoveryAbi, 'setGuardians', b, [
      b.twinId,
      { guardians: b.guardians, threshold: b.threshold, delay: b.delay },
      n(b.nonce),
      n(b.deadline),
      b.signature,
    ]),
  applyGuardians: (b) => consent('recovery', recoveryAbi, 'applyGuardians', {}, [b.twinId]),
  cancelGuardianChange: (b) =>
    consent('recovery', recoveryAbi, 'cancelGuardianChange', b, [
      b.twinId,
      n(b.nonce),
      n(b.deadline),
      b.signature,
    ]),
  rotateControl: (b) =>
    consent('recovery', recoveryAbi, 'rotateControl', b, [
      b.twinId,
      b.control,
      n(b.nonce),
      n(b.deadline),
      b.signature,
    ]),
  cancelRotation: (b) =>
    consent('recovery', recoveryAbi, 'cancelRotation', b, [b.twinId, n(b.nonce), n(b.deadline), b.signature]),
  finishRotation: (b) => consent('recovery', recoveryAbi, 'finishRotation', {}, [b.twinId]),
  startRecovery: (b) =>
    consent('recovery', recoveryAbi, 'startRecovery', { deadline: b.deadline }, [
      b.twinId,
      b.control,
      n(b.deadline),
      b.approvals,
    ]),
  cancelRecovery: (b) =>
    consent('recovery', recoveryAbi, 'cancelRecovery', { deadline: b.deadline }, [
      b.twinId,
      n(b.round),
      n(b.deadline),
      b.signature,
    ]),
  finishRecovery: (b) => consent('recovery', recoveryAbi, 'finishRecovery', {}, [b.twinId]),
  requestErasure: (b) =>
    consent('stores', storageAbi, 'requestErasure', b, [
      b.twinId,
      b.authorId,
      n(b.seq),
      n(b.nonce),
      n(b.deadline),
      b.signer,
      b.signature,
    ]),
  setEmergencyPolicy: (b) =>
    consent('emergency', emergencyAbi, 'setPolicy', b, [
      b.twinId,
      b.scopes,
      b.recipient,
      n(b.nonce),
      n(b.deadline),
      b.signer,
      b.signature,
    ]),
};

/**
 * Checks the form of a call.
 *
 * @throws GatewayError `request-invalid` for a name that is none; ZodError for a body of another form
 */
export function parseCall(name: string, body: unknown): SignedCall {
  if (!Object.hasOwn(CALL_SCHEMAS, name))
    throw new GatewayError('request-invalid', `call: expected one of ${CALL_NAMES.join(', ')}`);
  const known = name as CallName;
  return { name: known, body: CALL_SCHEMAS[known].parse(body) as CallBody };
}

/** A call as the contract takes it. */
export function contractCall({ name, body }: SignedCall): ContractCall {
  return (ROWS[name] as (body: CallBody) => ContractCall)(body);
}

/** The twins that a call is about, `0x` and 64 hexadecimal digits; the first is the one whose nonce it uses. */
export function twinsOf({ body }: SignedCall): readonly Hex[] {
  const { twinId, terms, first, second } = body as {
    twinId?: Hex;
    terms?: { twinId: Hex };
    first?: Hex;
    second?: Hex;
  };
  return [twinId ?? terms?.twinId, first, second].filter((each) => each !== undefined);
}

/** Who is to have signed, where the form says it; the contract decides. */
export function signersOf({ body }: SignedCall): readonly Address[] {
  const { signer, approvals } = body as { signer?: Address; approvals?: readonly { guardian: Address }[] };
  return [...(signer === undefined ? [] : [signer]), ...(approvals ?? []).map(({ guardian }) => guardian)];
}

/** The twin's next nonce in one of the contracts. @throws ChainError */
export async function nextNonce(
  chain: ConsortiumReader,
  contract: ContractRole,
  twinId: Hex,
): Promise<bigint> {
  switch (contract) {
    case 'access':
      return chain.consentNonce(twinId);
    case 'registration': {
      const twin = (await chain.view('registration', registrationAbi as Abi, 'twin', [twinId])) as {
        nonce: number | bigint;
      };
      return BigInt(twin.nonce);
    }
    case 'recovery': {
      const state = (await chain.view('recovery', recoveryAbi as Abi, 'stateOf', [twinId])) as {
        nonce: bigint;
      };
      return state.nonce;
    }
    case 'emergency': {
      const policy = (await chain.view('emergency', emergencyAbi as Abi, 'policyOf', [twinId])) as {
        nonce: bigint;
      };
      return policy.nonce;
    }
    case 'stores':
      return (await chain.view('stores', storageAbi as Abi, 'patientNonceOf', [twinId])) as bigint;
    default:
      throw new TypeError(`contract: ${contract} counts no consents of a twin`);
  }
}
