/** What an account is to a twin, as the chain has it: who may ask a gateway to relay something about it. What is relayed carries its own signatures all the same. */

import type { ConsortiumReader } from '@twinseal/chain';
import { recoveryAbi, registrationAbi } from '@twinseal/contracts';
import { type Abi, type Address, type Hex, isAddressEqual } from 'viem';

/** `successor`: the account that a recovery or rotation under way would make its control. */
export type Standing = 'control' | 'proxy' | 'guardian' | 'successor';

interface Pending {
  readonly control: Address;
  readonly readyAt: number;
}

/** Everything that an account is to a twin; nothing for most, and for a twin that there is not. @throws ChainError */
export async function standingOf(
  chain: ConsortiumReader,
  twinId: Hex,
  account: Address,
): Promise<readonly Standing[]> {
  const recovery = (name: string) => chain.view('recovery', recoveryAbi as Abi, name, [twinId]);
  const [twin, proxy, circle, ...pending] = await Promise.all([
    chain.twin(twinId),
    chain.view('registration', registrationAbi as Abi, 'proxyOf', [twinId, account]) as Promise<
      readonly [unknown, boolean]
    >,
    recovery('circleOf') as Promise<{ readonly guardians: readonly Address[] }>,
    recovery('recoveryOf') as Promise<Pending>,
    recovery('rotationOf') as Promise<Pending>,
  ]);
  const standing: Standing[] = [];
  if (twin !== undefined && isAddressEqual(twin.control, account)) standing.push('control');
  if (proxy[1]) standing.push('proxy');
  if (circle.guardians.some((each) => isAddressEqual(each, account))) standing.push('guardian');
  if (pending.some(({ control, readyAt }) => readyAt > 0 && isAddressEqual(control, account)))
    standing.push('successor');
  return standing;
}
