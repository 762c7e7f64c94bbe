/**
 * Doing what is due. Effects about one twin and of one kind are done once together; what fails is tried again later, ever more slowly, and stays visible until it succeeds.
 * Doing an effect twice is harmless by construction, so a crash in between costs nothing but the repetition.
 */

import type { Claim } from '@twinseal/store';
import { EFFECT_KINDS, type EffectKind, type EffectPayload, type EffectQueue } from './effects.js';

/** Most effects taken at once: all of them must be done before the lease ends. */
const CLAIM_LIMIT = 64;
/** Seconds for which they are taken: longer than the slowest of them may last. A restart waits for no claim of its own (`leases` end with the process). */
const LEASE_S = 300;
const FIRST_WAIT_S = 1;
const LONGEST_WAIT_S = 60;

/** Says that an effect could not be finished yet, by a stable code, though nothing is wrong. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  constructor(readonly code: string) {
    super(`not yet: ${code}`);
  }
}

export type Handlers = Readonly<Record<EffectKind, (payload: EffectPayload) => Promise<void>>>;

/** What a round did. */
export interface Round {
  readonly done: number;
  readonly failed: number;
  readonly failures: readonly {
    readonly kind: string;
    readonly twinId: string;
    readonly code: string;
    readonly error: unknown;
  }[];
}

/**
 * Does everything that is due now.
 *
 * @param stopped asked between effects; true ends the round early, and what is left goes back
 * @throws StoreError where the queue itself cannot be read or written
 */
export async function workOnce(
  queue: EffectQueue,
  handlers: Handlers,
  nowS: () => number,
  stopped: () => boolean = () => false,
): Promise<Round> {
  const claims = await queue.claim({
    kinds: EFFECT_KINDS,
    limit: CLAIM_LIMIT,
    nowS: nowS(),
    leaseS: LEASE_S,
  });
  const groups = new Map<string, Claim[]>();
  for (const kind of EFFECT_KINDS) {
    for (const claim of claims.filter((each) => each.kind === kind)) {
      const { twinId, authorId } = claim.payload as EffectPayload;
      const key = `${kind}/${twinId}/${authorId ?? ''}`;
      groups.set(key, [...(groups.get(key) ?? []), claim]);
    }
  }
  let done = 0;
  const failures: { kind: string; twinId: string; code: string; error: unknown }[] = [];
  for (const group of groups.values()) {
    const first = group[0] as Claim;
    const payload = first.payload as EffectPayload;
    if (stopped()) {
      for (const claim of group) await queue.fail(claim, { code: 'stopped', nextAttemptS: nowS() });
      continue;
    }
    try {
      await handlers[first.kind as EffectKind](payload);
      for (const claim of group) await queue.complete(claim, nowS()).catch(unlessLost);
      done += group.length;
    } catch (error) {
      const code = codeOf(error);
      failures.push({ kind: first.kind, twinId: payload.twinId, code, error });
      for (const claim of group) {
        await queue.fail(claim, { code, nextAttemptS: nowS() + waitOf(claim.attempts) }).catch(unlessLost);
      }
    }
  }
  return { done, failed: failures.length, failures };
}

/** A claim that ran out meanwhile will be done again, which is harmless. */
function unlessLost(error: unknown): void {
  if ((error as { code?: unknown }).code !== 'claim-lost') throw error;
}

/** Doubling from a second to a minute. */
function waitOf(attempts: number): number {
  return Math.min(LONGEST_WAIT_S, FIRST_WAIT_S * 2 ** Math.min(attempts, 10));
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^[a-z][a-z0-9-]{0,40}$/.test(code) ? code : 'fault';
}
