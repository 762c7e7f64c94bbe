/** Twins of one person, linked by the signatures of both control keys; as the chain has it. */

import type { ConsortiumReader } from '@twinseal/chain';
import { chainErrorOf } from '@twinseal/chain';
import { registrationAbi } from '@twinseal/contracts';
import type { Abi, Hex } from 'viem';

/** The twins that a twin is linked with now, in the order in which they were linked. @throws ChainError */
export async function linkedTwins(chain: ConsortiumReader, twinId: Hex): Promise<Hex[]> {
  const filter = {
    address: chain.consortium.registration,
    abi: registrationAbi,
    eventName: 'TwinsLinked',
    fromBlock: BigInt(chain.consortium.firstBlock),
  } as const;
  const { reader } = chain.connection;
  const [asFirst, asSecond] = await Promise.all([
    reader.getContractEvents({ ...filter, args: { first: twinId } }),
    reader.getContractEvents({ ...filter, args: { second: twinId } }),
  ]).catch((error: unknown) => {
    throw chainErrorOf(error, 'events');
  });
  const others = new Set([
    ...asFirst.map(({ args }) => args.second as Hex),
    ...asSecond.map(({ args }) => args.first as Hex),
  ]);
  const linked: Hex[] = [];
  for (const other of others) {
    if (await chain.view('registration', registrationAbi as Abi, 'linked', [twinId, other]))
      linked.push(other);
  }
  return linked;
}
