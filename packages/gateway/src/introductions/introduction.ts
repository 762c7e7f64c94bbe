/**
 * A patient's introduction to a hospital: twin id and salts, signed by the twin's control key for one hospital, one time and one use. It may travel any way (a code on a screen, a
 * form at the desk): whoever holds it can hand it over to that hospital, and to nobody else.
 *
 *     EIP-712 domain  Twinseal Introduction, version 1, chain id, the contract Registration
 *     Introduction(bytes32 twinId,bytes32 hospital,uint8 operations,bytes32 slip,bytes32 nonce,uint64 deadline)
 *     slip = sha256( LP("TWINSEAL-V1-SLIP") || twinId[32] || purposeSalt[32] || u16 count || ( LP(utf8(module)) || salt[32] ) × count )     modules ascending
 *
 * It opens nothing, and gives no right on the chain: it is what a hospital needs in order to write a lane of the twin, or to ask.
 */

import { createHash } from 'node:crypto';
import type { ConsortiumReader } from '@twinseal/chain';
import { registrationAbi } from '@twinseal/contracts';
import { type Abi, type Hex, hashTypedData, type LocalAccount, type TypedDataDomain } from 'viem';
import { z } from 'zod';
import { checkedSignature, hex32 } from '../api/schemas.js';
import { encodeObjects } from '../peers/objects.js';
import { slipSchema } from '../twins/known-twins.js';
import type { AccessSlip } from '../usecases/request-access.js';

export const INTRODUCTION_TYPES = {
  Introduction: [
    { name: 'twinId', type: 'bytes32' },
    { name: 'hospital', type: 'bytes32' },
    { name: 'operations', type: 'uint8' },
    { name: 'slip', type: 'bytes32' },
    { name: 'nonce', type: 'bytes32' },
    { name: 'deadline', type: 'uint64' },
  ],
} as const;

/** An introduction as it travels. */
export const introductionSchema = z.strictObject({
  slip: slipSchema,
  hospital: hex32,
  /** What the hospital is introduced for: bits of `OPERATION`. */
  operations: z.number().int().min(1).max(3),
  nonce: hex32,
  deadline: z.string().regex(/^(0|[1-9][0-9]{0,14})$/, 'expected seconds since 1970 as decimal text'),
  signature: checkedSignature,
});

export type Introduction = z.infer<typeof introductionSchema>;

/** What a slip is signed by. */
export function slipDigest({ twinId, scopeSalts, purposeSalt }: AccessSlip): Hex {
  const modules = Object.keys(scopeSalts).sort();
  const count = Buffer.alloc(2);
  count.writeUInt16BE(modules.length);
  const hash = createHash('sha256')
    .update(encodeObjects([Buffer.from('TWINSEAL-V1-SLIP')]))
    .update(Buffer.from(twinId, 'hex'))
    .update(Buffer.from(purposeSalt, 'hex'))
    .update(count);
  for (const module of modules) {
    hash
      .update(encodeObjects([Buffer.from(module)]))
      .update(Buffer.from(scopeSalts[module] as string, 'hex'));
  }
  return `0x${hash.digest('hex')}`;
}

/** The domain of introductions in a consortium. */
export function introductionDomain(chainId: number, registration: Hex): TypedDataDomain {
  return { name: 'Twinseal Introduction', version: '1', chainId, verifyingContract: registration };
}

/**
 * Signs an introduction. The patient's own side.
 *
 * @param hospital its author id
 * @param deadlineS seconds since 1970 until which the hospital takes it
 */
export async function signIntroduction(
  chain: Pick<ConsortiumReader, 'consortium'>,
  account: LocalAccount,
  slip: AccessSlip,
  hospital: Hex,
  operations: number,
  deadlineS: number,
): Promise<Introduction> {
  const nonce: Hex = `0x${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex')}`;
  const { twinId, scopeSalts, purposeSalt } = slip;
  const unsigned = {
    slip: { twinId, scopeSalts: { ...scopeSalts }, purposeSalt },
    hospital,
    operations,
    nonce,
    deadline: String(deadlineS),
  };
  const signature = await account.signTypedData(typedData(chain, unsigned) as never);
  return { ...unsigned, signature };
}

/**
 * Whether an introduction is signed by the account that controls the twin now, be it a key or a contract (ERC-1271). False as well where there is no such twin.
 *
 * @throws ChainError where the chain does not answer
 */
export async function isSignedByPatient(
  chain: ConsortiumReader,
  introduction: Introduction,
): Promise<boolean> {
  const { control } = (await chain.view('registration', registrationAbi as Abi, 'twin', [
    `0x${introduction.slip.twinId}`,
  ])) as { control: Hex };
  return chain.connection.reader.verifyHash({
    address: control,
    hash: hashTypedData(typedData(chain, introduction) as never),
    signature: introduction.signature as Hex,
  });
}

function typedData(
  chain: Pick<ConsortiumReader, 'consortium'>,
  { slip, hospital, operations, nonce, deadline }: Omit<Introduction, 'signature'>,
) {
  const { chainId, registration } = chain.consortium;
  return {
    domain: introductionDomain(chainId, registration),
    types: INTRODUCTION_TYPES,
    primaryType: 'Introduction' as const,
    message: {
      twinId: `0x${slip.twinId}`,
      hospital,
      operations,
      slip: slipDigest(slip),
      nonce,
      deadline: BigInt(deadline),
    },
  };
}
