/** For whom an account may speak beside itself. */

import { type ConsortiumReader, chainErrorOf } from '@twinseal/chain';
import { registrationAbi } from '@twinseal/contracts';
import type { Abi, Address, Hex } from 'viem';

/**
 * The twins whose live proxy an account is, as the chain has it now. Whichever powers the appointment names: what a proxy is told says less than the consents and receipts that any proxy may read.
 *
 * @returns ids, 64 hexadecimal digits
 * @throws ChainError
 */
export async function twinsOfProxy(chain: ConsortiumReader, account: Address): Promise<ReadonlySet<string>> {
  const appointed = await chain.connection.reader
    .getContractEvents({
      address: await chain.contract('registration'),
      abi: registrationAbi,
      eventName: 'ProxyAppointed',
      args: { proxy: account },
      fromBlock: BigInt(chain.consortium.firstBlock),
    })
    .catch((error: unknown) => {
      throw chainErrorOf(error, 'events');
    });
  const live = new Set<string>();
  for (const twinId of new Set(appointed.map(({ args }) => args.twinId as Hex))) {
    const [, isLive] = (await chain.view('registration', registrationAbi as Abi, 'proxyOf', [
      twinId,
      account,
    ])) as readonly [unknown, boolean];
    if (isLive) live.add(twinId.slice(2));
  }
  return live;
}
