/** Gathering what a decision needs, in the same steps whether the thing that is asked for exists or not. */

import type { Hex } from 'viem';
import type { Gateway } from '../ports.js';
import type { KnownTwins } from '../twins/known-twins.js';
import type { Ask, Operation } from './ask.js';
import type { ChainFacts } from './chain-facts.js';
import type { Coverage, Facts, TwinFacts } from './decide.js';

/** Emergencies that this hospital opened while the chain was down, on a durable receipt alone. */
export interface LocalEmergencies {
  /** What one of them lets a member of staff read of a twin now. */
  coverage(twinId: string, staff: string, nowS: number): Promise<readonly Coverage[]>;
}

/** Twins remembered. */
const MAX_REMEMBERED = 100_000;

export interface FactSources {
  readonly gateway: Pick<Gateway, 'nowS'>;
  readonly twins: Pick<KnownTwins, 'get'>;
  readonly ownLanes: Pick<OwnLaneBook, 'has'>;
  readonly chain: ChainFacts;
  readonly emergencies?: LocalEmergencies;
}

/** Operations that say nothing of a twin and need no word of the chain. */
const WITHOUT_CHAIN: ReadonlySet<Operation> = new Set([
  'read-public',
  'read-own',
  'list-twins',
  'administer',
]);
/** What a clinician may do where the hospital can read something. */
const BY_COVERAGE: ReadonlySet<Operation> = new Set(['read-record', 'read-sealed', 'read-consents']);
/** What the hospital may do while the chain is down. */
const WITHOUT_CHAIN_IF_DOWN: ReadonlySet<Operation> = new Set(['open-emergency', 'read-record']);

/**
 * What is known of a question.
 *
 * @throws ChainError `unreachable` where the chain does not answer and its word is needed; StoreError
 */
export async function factsOf(sources: FactSources, ask: Ask): Promise<Omit<Facts, 'volume'>> {
  const { gateway, twins, chain } = sources;
  const nowS = gateway.nowS();
  const { caller, twinId, operation } = ask;
  if (
    twinId === undefined ||
    WITHOUT_CHAIN.has(operation) ||
    caller.kind === 'nobody' ||
    caller.kind === 'peer'
  )
    return { nowS };
  const id: Hex = `0x${twinId}`;
  const known = await twins.get(twinId);
  const facts: TwinFacts = { known: known !== undefined, ownLane: false };
  if (caller.kind === 'account') {
    const asOf = await chain.head();
    return { nowS, asOf, twin: { ...facts, standing: await chain.standing(id, caller.address) } };
  }
  if (!BY_COVERAGE.has(operation)) return { nowS, twin: facts };
  const ownLane = await sources.ownLanes.has(twinId);
  const local = async () => (await sources.emergencies?.coverage(twinId, caller.id, nowS)) ?? [];
  try {
    const asOf = await chain.head();
    const purpose = operation === 'read-record' ? ask.purpose : undefined;
    const { coverage, refusal } = await chain.covered(id, known, caller.id, purpose);
    const open = new Set(coverage.flatMap(({ modules }) => modules));
    const isOpen = ask.modules?.every((module) => open.has(module)) === true;
    return {
      nowS,
      asOf,
      twin: {
        ...facts,
        ownLane,
        // What was opened while the chain was down may not be on it yet.
        coverage: isOpen ? coverage : [...coverage, ...(await local())],
        ...(refusal === undefined ? {} : { refusal }),
      },
    };
  } catch (error) {
    // With the chain down an emergency stands on its receipt, what the hospital wrote is its own, and nothing else is read.
    if ((error as { code?: unknown }).code !== 'unreachable' || !WITHOUT_CHAIN_IF_DOWN.has(operation))
      throw error;
    const coverage = await local();
    if (coverage.length === 0 && !ownLane) throw error;
    return { nowS, twin: { ...facts, ownLane, coverage } };
  }
}

/** Which twins this hospital has written of. What was written stays written, and so is asked of the database once. */
export class OwnLaneBook {
  readonly #ledger: Pick<Gateway['ledger'], 'lane'>;
  readonly #self: string;
  readonly #written = new Set<string>();

  /** @param self the gateway's own author id, 64 hexadecimal digits */
  constructor(ledger: Pick<Gateway['ledger'], 'lane'>, self: string) {
    this.#ledger = ledger;
    this.#self = self;
  }

  /** @throws StoreError */
  async has(twinId: string): Promise<boolean> {
    if (this.#written.has(twinId)) return true;
    const isWritten = (await this.#ledger.lane({ twinId, authorId: this.#self })).length > 0;
    if (isWritten) {
      if (this.#written.size >= MAX_REMEMBERED) this.#written.clear();
      this.#written.add(twinId);
    }
    return isWritten;
  }
}
