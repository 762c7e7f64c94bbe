/** A holder's signed word that it deleted what a tombstone covers (docs/RECORD.md, REC-25). What it does not prove: that nobody has a copy. */

import { createHash } from 'node:crypto';
import { WHOLE_LANE } from '@twinseal/chain';
import { storageDomain, storageTypes } from '@twinseal/contracts';
import type { Hex } from 'viem';
import { encodeObjects } from '../peers/objects.js';
import type { Gateway } from '../ports.js';

const DAY_S = 86_400;

/** What is signed, with its signature; whole numbers of the contract as decimal text. */
export interface DeletionReceipt {
  readonly twinId: Hex;
  readonly authorId: Hex;
  /** The instance, or 2^64 - 1 for the whole lane. */
  readonly seq: string;
  readonly holder: Hex;
  readonly objects: Hex;
  /** Seconds since 1970 until which the contract records it. */
  readonly deadline: string;
  readonly signature: Hex;
}

/**
 * The digest over the addresses of what was deleted.
 *
 * @param addresses 64 hexadecimal digits each, in any order; repetitions count once
 */
export function deletedObjectsDigest(addresses: readonly string[]): Hex {
  const sorted = [...new Set(addresses)].sort();
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(sorted.length));
  const hash = createHash('sha256')
    .update(encodeObjects([Buffer.from('TWINSEAL-V1-DELETED-OBJECTS')]))
    .update(count);
  for (const address of sorted) hash.update(Buffer.from(address, 'hex'));
  return `0x${hash.digest('hex')}`;
}

/** The number under which the contract knows a place. */
export function placeNumber(place: number | 'lane'): bigint {
  return place === 'lane' ? WHOLE_LANE : BigInt(place);
}

/** Signs a deletion receipt with the hospital's control key. @throws ChainError where the address book does not answer */
export async function signDeletionReceipt(
  gateway: Pick<Gateway, 'chain' | 'account' | 'nowS'>,
  deleted: {
    readonly twinId: Hex;
    readonly authorId: Hex;
    readonly place: number | 'lane';
    readonly holder: Hex;
    readonly objects: Hex;
  },
): Promise<DeletionReceipt> {
  const { twinId, authorId, holder, objects } = deleted;
  const seq = placeNumber(deleted.place);
  const deadline = BigInt(gateway.nowS() + DAY_S);
  const message = { twinId, authorId, seq, holder, objects, deadline };
  const signature = await gateway.account.signTypedData({
    domain: storageDomain(BigInt(gateway.chain.consortium.chainId), await gateway.chain.contract('stores')),
    types: storageTypes,
    primaryType: 'DeletionReceipt',
    message,
  });
  return { ...message, seq: String(seq), deadline: String(deadline), signature };
}
