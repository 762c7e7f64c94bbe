/**
 * Replication receipts: a holder's word, under its on-chain identity, that it keeps a lane up to and including an instance. An EIP-712 message that the contract `Storage`
 * records, whoever relays it.
 *
 *     objects  = sha256( LP("TWINSEAL-V1-HELD-OBJECTS") || u64 count || address(manifest)[32] × count )
 *                the manifests by place: each commits to the addresses of its parts, so the digest stands for all objects of the lane
 *     location = sha256( LP("TWINSEAL-V1-LOCATION") || salt[32] || utf8(origin) )
 *
 * What it does not prove: that the objects are still there tomorrow.
 */

import { createHash, createHmac } from 'node:crypto';
import type { ConsortiumReader } from '@twinseal/chain';
import { chainErrorOf } from '@twinseal/chain';
import { storageAbi, storageDomain, storageTypes } from '@twinseal/contracts';
import { type Address, type Hex, recoverTypedDataAddress } from 'viem';
import { z } from 'zod';
import { accountSignature, hex32 } from '../api/schemas.js';
import type { Gateway } from '../ports.js';
import { PeerError } from './errors.js';
import { encodeObjects } from './objects.js';
import type { LaneRef, ReplicationReceipt } from './types.js';

const DAY_S = 86_400;
/** How long a receipt may be recorded on the chain, in days. */
const LIFETIME_DAYS = 30;

const receiptSchema = z.strictObject({
  twinId: hex32,
  authorId: hex32,
  holder: hex32,
  count: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  objects: hex32,
  location: hex32,
  nonce: z.string().regex(/^(0|[1-9][0-9]{0,19})$/),
  deadline: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  signature: accountSignature,
});

/** The digest of a lane's first objects. @param manifests addresses of the manifests by place, 32 bytes each */
export function heldObjectsDigest(manifests: readonly Uint8Array[]): Hex {
  const hash = createHash('sha256').update(encodeObjects([Buffer.from('TWINSEAL-V1-HELD-OBJECTS')]));
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(manifests.length));
  hash.update(count);
  for (const address of manifests) hash.update(address);
  return `0x${hash.digest('hex')}`;
}

/**
 * Signs a receipt. The same lane, count and objects give the same receipt for a day, unless one of the holder's was recorded on the chain meanwhile.
 *
 * @param origin where the gateway answers
 * @throws ChainError where the chain does not answer
 */
export async function signReplicationReceipt(
  gateway: Gateway,
  holder: Hex,
  lane: LaneRef,
  held: { readonly count: number; readonly objects: Hex },
  origin: string,
): Promise<ReplicationReceipt> {
  const stores = await gateway.chain.contract('stores');
  const salt = createHmac('sha256', gateway.lookupKey)
    .update(JSON.stringify(['replica-location', lane.twinId, lane.authorId]))
    .digest();
  const location = createHash('sha256')
    .update(encodeObjects([Buffer.from('TWINSEAL-V1-LOCATION')]))
    .update(salt)
    .update(origin)
    .digest('hex');
  const fields = {
    twinId: `0x${lane.twinId}`,
    authorId: `0x${lane.authorId}`,
    holder,
    count: held.count,
    objects: held.objects,
    location: `0x${location}`,
    nonce: String(await holderNonce(gateway.chain, stores, holder)),
    // Whole days, so that asking again gives the same answer.
    deadline: (Math.floor(gateway.nowS() / DAY_S) + LIFETIME_DAYS) * DAY_S,
  } as const;
  const signature = await gateway.account.signTypedData({
    domain: storageDomain(BigInt(gateway.chain.consortium.chainId), stores),
    types: storageTypes,
    primaryType: 'ReplicationReceipt',
    message: messageOf(fields),
  });
  return { ...fields, signature };
}

/**
 * Checks a holder's answer.
 *
 * @param answer   as it came, parsed from JSON
 * @param expected whose word it must be, and on what
 * @throws PeerError `replica-invalid`; ChainError where the chain does not answer
 */
export async function verifyReplicationReceipt(
  chain: ConsortiumReader,
  answer: unknown,
  expected: {
    readonly holder: Hex;
    readonly controller: Address;
    readonly lane: LaneRef;
    readonly count: number;
    readonly objects?: Hex;
  },
): Promise<ReplicationReceipt> {
  const parsed = receiptSchema.safeParse(answer);
  if (!parsed.success) throw new PeerError('replica-invalid', 'The answer is no replication receipt.');
  const receipt = parsed.data as ReplicationReceipt;
  const { holder, controller, lane, count, objects } = expected;
  const belongs =
    receipt.twinId === `0x${lane.twinId}` &&
    receipt.authorId === `0x${lane.authorId}` &&
    receipt.holder === holder &&
    receipt.count === count &&
    (objects === undefined || receipt.objects === objects);
  if (!belongs) throw new PeerError('replica-invalid', 'The replication receipt is of something else.');
  const stores = await chain.contract('stores');
  const signer = await recoverTypedDataAddress({
    domain: storageDomain(BigInt(chain.consortium.chainId), stores),
    types: storageTypes,
    primaryType: 'ReplicationReceipt',
    message: messageOf(receipt),
    signature: receipt.signature,
  }).catch(() => undefined);
  if (signer?.toLowerCase() !== controller.toLowerCase()) {
    throw new PeerError(
      'replica-invalid',
      "The replication receipt is not signed under the holder's identity on the chain.",
    );
  }
  return receipt;
}

function messageOf(receipt: Omit<ReplicationReceipt, 'signature'>) {
  return {
    ...receipt,
    count: BigInt(receipt.count),
    nonce: BigInt(receipt.nonce),
    deadline: BigInt(receipt.deadline),
  };
}

async function holderNonce(chain: ConsortiumReader, stores: Address, holder: Hex): Promise<bigint> {
  try {
    return await chain.connection.reader.readContract({
      address: stores,
      abi: storageAbi,
      functionName: 'holderNonceOf',
      args: [holder],
    });
  } catch (error) {
    throw chainErrorOf(error, 'holderNonceOf');
  }
}
