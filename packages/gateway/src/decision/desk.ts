/** Where every question of the gateway is answered: facts gathered, decided, counted, logged. */

import type { Log } from '../log/index.js';
import type { Ask, Decision, Unusual } from './ask.js';
import { decide } from './decide.js';
import { type FactSources, factsOf } from './facts.js';
import type { VolumeBook } from './volume.js';

export interface DeskParts extends FactSources {
  readonly volume: VolumeBook;
  readonly log: Log;
  /** Told of what is out of the ordinary, for patient and auditor. */
  readonly onUnusual?: (ask: Ask, unusual: readonly Unusual[]) => void;
  /** Told of every refusal about a twin, after it was decided: what follows must not delay the answer. */
  readonly onDenied?: (ask: Ask, decision: Decision & { readonly permit: false }) => void;
}

export class DecisionDesk {
  readonly #parts: DeskParts;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Decides a question. @throws ChainError, StoreError where what has to be known cannot be */
  async decide(ask: Ask): Promise<Decision> {
    const { volume, log, gateway } = this.#parts;
    const nowS = gateway.nowS();
    const counted = volume.count(ask, nowS);
    const facts = await factsOf(this.#parts, ask);
    const decision = decide(ask, { ...facts, volume: counted });
    if (!decision.permit) volume.denied(ask.caller, nowS);
    if (decision.obligations.includes('log')) {
      log.info('a request was decided', {
        kind: ask.operation,
        permit: decision.permit,
        ...(decision.permit ? { reason: decision.reason } : { code: decision.reason }),
        ...(ask.twinId === undefined ? {} : { twin: ask.twinId }),
        ...(ask.caller.kind === 'account' ? { account: ask.caller.address } : {}),
      });
    }
    if (decision.unusual !== undefined) this.#parts.onUnusual?.(ask, decision.unusual);
    if (!decision.permit) this.#parts.onDenied?.(ask, decision);
    return decision;
  }
}
