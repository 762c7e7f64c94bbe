/** Guardians, and what waits for its delay, as the chain has it. */

import type { ConsortiumReader } from '@twinseal/chain';
import { recoveryAbi } from '@twinseal/contracts';
import type { Abi, Address, Hex } from 'viem';

/** Something that takes effect later. */
export interface Waiting {
  /** The account that is to speak for the patient. */
  readonly control: Address;
  /** Seconds since 1970 from which on anybody may finish it. */
  readonly readyAtS: number;
}

export interface RecoveryState {
  readonly guardians: readonly Address[];
  readonly threshold: number;
  /** Seconds. */
  readonly delayS: number;
  /** The number that the next recovery's approvals carry. */
  readonly round: bigint;
  /** Whether the patient has stopped a recovery once already: the next one only the hospitals' quorum stops. */
  readonly cancelledOnce: boolean;
  readonly recovery?: Waiting;
  readonly rotation?: Waiting;
  /** When chosen guardians may take over. */
  readonly guardiansReadyAtS?: number;
}

/** Reads it. @throws ChainError */
export async function recoveryState(chain: ConsortiumReader, twinId: Hex): Promise<RecoveryState> {
  const view = (name: string) => chain.view('recovery', recoveryAbi as Abi, name, [twinId]);
  const [circle, state, recovery, rotation] = (await Promise.all(
    ['circleOf', 'stateOf', 'recoveryOf', 'rotationOf'].map(view),
  )) as [
    { guardians: readonly Address[]; threshold: number; delay: number },
    { round: bigint; cancelledOnce: boolean; circleReadyAt: number },
    { control: Address; readyAt: number },
    { control: Address; readyAt: number },
  ];
  const waiting = ({ control, readyAt }: { control: Address; readyAt: number }) =>
    readyAt === 0 ? undefined : { control, readyAtS: Number(readyAt) };
  const [moving, changing] = [waiting(recovery), waiting(rotation)];
  return {
    guardians: circle.guardians,
    threshold: circle.threshold,
    delayS: circle.delay,
    round: BigInt(state.round),
    cancelledOnce: state.cancelledOnce,
    ...(moving === undefined ? {} : { recovery: moving }),
    ...(changing === undefined ? {} : { rotation: changing }),
    ...(state.circleReadyAt === 0 ? {} : { guardiansReadyAtS: Number(state.circleReadyAt) }),
  };
}
