/** What has to be done to the world, by kind, and the queue that remembers it across restarts. */

import type { Claim, CursorPosition } from '@twinseal/store';

/** The kinds of effects, in the order in which they are done when several are due. */
export const EFFECT_KINDS = ['recall', 'lane', 'erase', 'deliver', 'refresh'] as const;

/**
 * `recall`: bring back what the chain forgot of a twin's consents. `lane`: bring a lane that this gateway keeps onto the chain and to its replicas. `erase`: delete what the patient had erased. `deliver`: issue the capsules of the own lane that are missing. `refresh`: make the
 * own view of a twin new.
 */
export type EffectKind = (typeof EFFECT_KINDS)[number];

/** An effect to be written down. */
export interface NewEffect {
  readonly kind: EffectKind;
  /** Written down twice under one key is one effect. */
  readonly key: string;
  readonly payload: EffectPayload;
}

/** What an effect is about: 64 hexadecimal digits each. */
export interface EffectPayload {
  readonly twinId: string;
  readonly authorId?: string;
}

/** The durable queue, with the cursor that says how far the chain was read; the ledger's. */
export interface EffectQueue {
  /** Writes effects down and moves a cursor, in one transaction. */
  enqueue(
    effects: readonly NewEffect[],
    cursor?: { readonly consumer: string; readonly position: CursorPosition },
  ): Promise<void>;
  cursor(consumer: string): Promise<CursorPosition | undefined>;
  /** Takes effects that are due, for a while. */
  claim(options: {
    readonly kinds: readonly string[];
    readonly limit: number;
    readonly nowS: number;
    readonly leaseS: number;
  }): Promise<Claim[]>;
  complete(claim: Claim, nowS: number): Promise<void>;
  /** Gives an effect back, to be tried again. @param code stable code of what went wrong */
  fail(claim: Claim, again: { readonly code: string; readonly nextAttemptS: number }): Promise<void>;
  /**
   * Forgets what was done before a moment. Of every kind here: each may be done twice, and its key holds a block, a start or a sequence number, which never come again. What another part of
   * the gateway wrote into the same outbox stays.
   *
   * @returns how many
   */
  forget(beforeS: number): Promise<number>;
  /** How many effects are not done, by kind. */
  waiting(): Promise<Readonly<Record<string, number>>>;
  /** Gives back what a process before this one had claimed; the caller holds the gateway's lock. */
  releaseAll(): Promise<void>;
}
