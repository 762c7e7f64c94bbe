/**
 * Which block of the chain to believe: the newest one that at least two gateways have, or the newest of the reader's own node. A gateway has a block if its own newest
 * block leads back to it, header by header, each named by its hash in the one after it: so none can say yes to a block without a chain that contains it.
 */

import { type BlockHeader, verifyEncodedHeader } from '@twinseal/history/ethereum';
import { equal, hexOf, keccak } from '../internal/bytes.js';

/** Somebody who tells of the chain. */
export interface ChainWitness {
  /** For people. */
  readonly name: string;
  newest(): Promise<{ readonly number: number; readonly hash: Uint8Array }>;
  /** RLP bytes of a header. */
  header(hash: Uint8Array): Promise<Uint8Array>;
}

export interface HeadAgreement {
  readonly block: BlockHeader;
  /** Names of those who have the block. */
  readonly agreeing: readonly string[];
  /** Names of those who did not answer, or have another chain. */
  readonly others: readonly string[];
}

/** No block that enough witnesses have. */
export class NoAgreement extends Error {
  override readonly name = 'NoAgreement';
}

/** How far apart two gateways may be, in blocks: nodes of one network are seconds apart. */
const MAX_DISTANCE = 128;

/**
 * @param needed how many have to have the block: two gateways, or one where it is the reader's own node
 * @throws NoAgreement
 */
export async function agreeOnHead(
  witnesses: readonly ChainWitness[],
  needed: number,
): Promise<HeadAgreement> {
  const heads = await Promise.allSettled(
    witnesses.map(async (witness) => {
      const { number, hash } = await witness.newest();
      return { witness, number, hash };
    }),
  );
  const present = heads.flatMap((head) => (head.status === 'fulfilled' ? [head.value] : []));
  const candidates = [...present].sort((a, b) => b.number - a.number);
  for (const candidate of candidates) {
    const found = await Promise.all(
      present.map(async ({ witness, hash }) =>
        (await leadsTo(witness, hash, candidate).catch(() => undefined)) === undefined ? [] : [witness.name],
      ),
    );
    const agreeing = found.flat();
    if (agreeing.length < needed) continue;
    const block = await leadsTo(candidate.witness, candidate.hash, candidate).catch(() => undefined);
    if (block === undefined) continue;
    const others = witnesses.map(({ name }) => name).filter((name) => !agreeing.includes(name));
    return { block, agreeing, others };
  }
  throw new NoAgreement(
    needed > 1
      ? `No block of the chain is known to two gateways (${present.length} of ${witnesses.length} answered). What is shown could not be checked against the chain.`
      : 'Your own node does not answer, or its newest block is not one.',
  );
}

/** The header of a block, reached from a newer one by parent hashes; undefined where the newer one does not lead there. */
async function leadsTo(
  witness: ChainWitness,
  from: Uint8Array,
  block: { readonly number: number; readonly hash: Uint8Array },
): Promise<BlockHeader | undefined> {
  let hash = from;
  for (let steps = 0; steps <= MAX_DISTANCE; steps++) {
    const header = verifyEncodedHeader(keccak, await witness.header(hash), hash);
    if (equal(hash, block.hash)) return header.number === BigInt(block.number) ? header : undefined;
    if (header.number <= BigInt(block.number)) return undefined;
    hash = header.parentHash;
  }
  return undefined;
}

/** The hash of a block as people compare it. */
export function shortHash({ blockHash }: BlockHeader): string {
  return hexOf(blockHash).slice(0, 12);
}
