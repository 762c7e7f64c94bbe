/**
 * The hospitals stop a recovery together: for a patient whose guardians were deceived or robbed, and whose own one cancellation is used. Each approves for itself, after having
 * spoken to the patient; whoever is the last that is needed sends it.
 */

import { ACTION_KIND, authorizedHospitalsAbi, recoveryAbi } from '@twinseal/contracts';
import { type Abi, encodeAbiParameters, type Hex, keccak256 } from 'viem';
import { GatewayError } from '../errors.js';
import type { Gateway } from '../ports.js';

/** What came of a hospital's approval. */
export interface RecoveryStop {
  readonly approvals: number;
  readonly needed: number;
  /** Whether the recovery is stopped now. */
  readonly stopped: boolean;
}

/**
 * Approves that the recovery under way is stopped, and stops it where that is enough. Safe to repeat.
 *
 * @param twinId 64 hexadecimal digits
 * @throws GatewayError `not-registered` where no recovery is under way; ChainError
 */
export async function stopRecovery(
  gateway: Pick<Gateway, 'chain' | 'writer' | 'account'>,
  twinId: string,
): Promise<RecoveryStop> {
  const { chain, writer } = gateway;
  const id: Hex = `0x${twinId}`;
  const view = (name: string) => chain.view('recovery', recoveryAbi as Abi, name, [id]);
  const { readyAt } = (await view('recoveryOf')) as { readyAt: number };
  if (Number(readyAt) === 0)
    throw new GatewayError(
      'not-registered',
      'No recovery of this twin is under way: there is nothing to stop.',
    );
  const { round } = (await view('stateOf')) as { round: bigint };
  // The number in the event is that before it was raised.
  const running = round - 1n;
  const inner = encodeAbiParameters([{ type: 'bytes32' }, { type: 'uint64' }], [id, running]);
  const recovery = await chain.contract('recovery');
  const payload = encodeAbiParameters([{ type: 'address' }, { type: 'bytes' }], [recovery, inner]);
  // Made of what it is about, so that the hospitals need not agree on one first.
  const salt = keccak256(payload);
  const action = await chain.actionDigest(ACTION_KIND.other, payload, salt);
  const approvals = async () =>
    (await chain.view('hospitals', authorizedHospitalsAbi as Abi, 'approvals', [action])) as readonly [
      bigint,
      bigint,
      boolean,
    ];
  let [count, needed] = await approvals();
  if (count < needed) {
    await writer.approve(action).catch((error: { readonly code?: unknown }) => {
      // This hospital has approved before.
      if (error.code !== 'refused') throw error;
    });
    [count, needed] = await approvals();
  }
  const stopped = count >= needed;
  if (stopped)
    await writer.call('recovery', recoveryAbi as Abi, 'cancelRecoveryByQuorum', [id, running, salt]);
  return { approvals: Number(count), needed: Number(needed), stopped };
}
