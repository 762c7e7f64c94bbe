/**
 * Consents that carry no nonce: guardians' approvals, the patient's cancellation, and finishing what is due, which anyone may. Each is about one step of the `Recovery` contract, and by that step is told
 * whether the chain has it, is waiting for it, or is not there yet; so it can be sent again without ever being done twice.
 *
 *     startRecovery     the round that its approvals sign; the contract raises it by each start
 *     cancelRecovery    the round that it stops
 *     finishRecovery, finishRotation, applyGuardians     the second from which the step was due, as the chain had it when it was finished
 */

import { recoveryAbi } from '@twinseal/contracts';
import type { Abi, Hex } from 'viem';
import type { CallName, SignedCall } from '../consents/calls.js';
import type { Gateway } from '../ports.js';

/** Which step of a recovery, a rotation or a choice of guardians a consent is about. Numbers as decimal text. */
export interface Step {
  /** Of starting and cancelling: the round. Of finishing: the second from which it was due. */
  readonly at: string;
  /** Last second in which it is kept: what finishes something has no deadline of its own. */
  readonly until: string;
}

/** How the chain stands to a step. */
export type Standing = 'settled' | 'next' | 'ahead';

/** How long what has no deadline is kept: longer than any chain forgets by itself, shorter than the shortest delay of the contract. */
const KEPT_S = 43_200n;

type Chain = Pick<Gateway['chain'], 'view'>;

interface Recovering {
  readonly round: bigint;
  /** 0 where nothing waits. */
  readonly recoveryAt: bigint;
  readonly rotationAt: bigint;
  readonly guardiansAt: bigint;
}

/** Which of the finishing calls waits for what. */
const WAITS_FOR: Readonly<Partial<Record<CallName, 'recoveryAt' | 'rotationAt' | 'guardiansAt'>>> = {
  finishRecovery: 'recoveryAt',
  finishRotation: 'rotationAt',
  applyGuardians: 'guardiansAt',
};

/**
 * The step that a call without a nonce is about, as the chain stands before it is sent.
 *
 * @returns undefined where there is no such step: then the chain refuses the call
 * @throws ChainError
 */
export async function stepOf(chain: Chain, call: SignedCall, nowS: number): Promise<Step | undefined> {
  const { twinId, round, deadline } = call.body as { twinId: Hex; round?: string; deadline?: string };
  const now = await stateOf(chain, twinId);
  const waiting = WAITS_FOR[call.name];
  if (waiting !== undefined) {
    const at = now[waiting];
    return at === 0n ? undefined : { at: at.toString(), until: (BigInt(nowS) + KEPT_S).toString() };
  }
  if (deadline === undefined) return undefined;
  return { at: round ?? now.round.toString(), until: deadline };
}

/** How the chain stands to the step of a call without a nonce. @throws ChainError */
export async function standingOf(chain: Chain, call: SignedCall, step: Step): Promise<Standing> {
  const now = await stateOf(chain, (call.body as { twinId: Hex }).twinId);
  const at = BigInt(step.at);
  const waiting = WAITS_FOR[call.name];
  if (waiting !== undefined) return now[waiting] === at ? 'next' : 'settled';
  if (call.name === 'startRecovery') {
    // Approvals are signed for their round: once it was raised, nothing can start with them.
    return now.round > at ? 'settled' : now.round === at ? 'next' : 'ahead';
  }
  // The round under way is the one before the next.
  const isUnderWay = now.recoveryAt !== 0n && now.round === at + 1n;
  return isUnderWay ? 'next' : now.round > at ? 'settled' : 'ahead';
}

async function stateOf(chain: Chain, twinId: Hex): Promise<Recovering> {
  const view = (name: string) => chain.view('recovery', recoveryAbi as Abi, name, [twinId]);
  const [state, recovery, rotation] = (await Promise.all([
    view('stateOf'),
    view('recoveryOf'),
    view('rotationOf'),
  ])) as [{ round: bigint; circleReadyAt: number }, { readyAt: number }, { readyAt: number }];
  return {
    round: BigInt(state.round),
    recoveryAt: BigInt(recovery.readyAt),
    rotationAt: BigInt(rotation.readyAt),
    guardiansAt: BigInt(state.circleReadyAt),
  };
}
