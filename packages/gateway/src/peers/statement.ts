/**
 * What a gateway says of itself to a peer that asks: which hospital it is, where, which process, what time. Signed under the on-chain identity over a challenge of the asker's,
 * so it cannot be an old one or another's. By `instance` two processes with one identity are told apart.
 */

import { type Address, type Hex, recoverTypedDataAddress } from 'viem';
import { z } from 'zod';
import { accountSignature, hex32 } from '../api/schemas.js';
import type { Gateway } from '../ports.js';
import { PeerError } from './errors.js';
import type { PeerStatement } from './types.js';

const types = {
  PeerStatement: [
    { name: 'authorId', type: 'bytes32' },
    { name: 'origin', type: 'string' },
    { name: 'instance', type: 'string' },
    { name: 'time', type: 'uint64' },
    { name: 'challenge', type: 'bytes32' },
  ],
} as const;

const statementSchema = z.strictObject({
  authorId: hex32,
  chainId: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  origin: z.string().max(300),
  instance: z.string().regex(/^[0-9a-f]{32}$/),
  time: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  challenge: hex32,
  signature: accountSignature,
});

function domainOf(chainId: number) {
  return { name: 'Twinseal Peer', version: '1', chainId: BigInt(chainId) };
}

/** Signs a statement. */
export async function signStatement(
  gateway: Pick<Gateway, 'account' | 'chain' | 'nowS'>,
  fields: {
    readonly authorId: Hex;
    readonly origin: string;
    readonly instance: string;
    readonly challenge: Hex;
  },
): Promise<PeerStatement> {
  const { chainId } = gateway.chain.consortium;
  const time = gateway.nowS();
  const signature = await gateway.account.signTypedData({
    domain: domainOf(chainId),
    types,
    primaryType: 'PeerStatement',
    message: { ...fields, time: BigInt(time) },
  });
  return { ...fields, chainId, time, signature };
}

/**
 * Checks a statement.
 *
 * @throws PeerError `garbage` where it is none; `identity-shared` where whoever answers does not hold the hospital's key, or answers for another hospital, place or question
 */
export async function verifyStatement(
  answer: unknown,
  expected: {
    readonly authorId: Hex;
    readonly controller: Address;
    readonly chainId: number;
    readonly origin: string;
    readonly challenge: Hex;
  },
): Promise<PeerStatement> {
  const parsed = statementSchema.safeParse(answer);
  if (!parsed.success) throw new PeerError('garbage', 'The answer is no statement of a gateway.');
  const statement = parsed.data as PeerStatement;
  const signer = await recoverTypedDataAddress({
    domain: domainOf(statement.chainId),
    types,
    primaryType: 'PeerStatement',
    message: { ...statement, time: BigInt(statement.time) },
    signature: statement.signature,
  }).catch(() => undefined);
  const belongs =
    signer?.toLowerCase() === expected.controller.toLowerCase() &&
    statement.authorId === expected.authorId &&
    statement.chainId === expected.chainId &&
    statement.origin === expected.origin &&
    statement.challenge === expected.challenge;
  if (!belongs) {
    throw new PeerError(
      'identity-shared',
      `What answers at ${expected.origin} is not the gateway that the chain names there.`,
    );
  }
  return statement;
}
