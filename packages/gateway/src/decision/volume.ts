/**
 * How much a caller asks for, counted by the hour in memory, where a start begins with what the receipts of the last hour say (`recall-volume.ts`): a limit on what leaves the gateway at once, and marks on what is out of the ordinary. A mark never refuses; the limit
 * answers with its own words, so nobody is held back in silence.
 *
 * All numbers are chosen by us, each for a reason given with it, and can be configured.
 */

import type { Ask, Caller, Unusual } from './ask.js';
import type { Volume } from './decide.js';

export interface VolumeLimits {
  /**
   * Reads of one twin by one caller in an hour, beyond which nothing is answered. A page of ours asks some ten routes; a person who looks at a record all day asks a few hundred times an hour. What is far beyond is a
   * program that copies.
   */
  readonly readsPerTwinPerHour: number;
  /** Reads of one twin by one caller in an hour, beyond which they are marked. A quarter of the limit: somebody looks before it bites. */
  readonly unusualReadsPerTwinPerHour: number;
  /** Twins that one member of staff reads in an hour, beyond which it is marked. A ward has some thirty beds, and a round visits them all. */
  readonly unusualTwinsPerHour: number;
  /** Refusals of one caller in an hour, beyond which they are marked. A typing mistake is refused once or twice. */
  readonly unusualDenialsPerHour: number;
}

export const DEFAULT_VOLUME_LIMITS: VolumeLimits = {
  readsPerTwinPerHour: 2_400,
  unusualReadsPerTwinPerHour: 600,
  unusualTwinsPerHour: 40,
  unusualDenialsPerHour: 10,
};

export const HOUR_S = 3600;
/** Callers and pairs that are counted at most; the oldest are forgotten first. */
const MAX_COUNTED = 100_000;

const COUNTED: readonly Ask['operation'][] = [
  'read-record',
  'read-sealed',
  'read-consents',
  'read-receipts',
  'read-salts',
];

/** Whoever has the patient's own key fetches a sealed part at a time, thousands of them, and takes nothing that is not the patient's. */
function isCounted({ caller, operation }: Ask): boolean {
  return COUNTED.includes(operation) && !(caller.kind === 'account' && operation === 'read-sealed');
}

interface Counter {
  /** When its hour began, seconds since 1970. */
  startS: number;
  count: number;
}

export class VolumeBook {
  readonly #limits: VolumeLimits;
  readonly #reads = new Map<string, Counter>();
  readonly #denials = new Map<string, Counter>();
  readonly #twins = new Map<string, { startS: number; readonly ids: Set<string> }>();

  constructor(limits: Partial<VolumeLimits> = {}) {
    this.#limits = { ...DEFAULT_VOLUME_LIMITS, ...limits };
  }

  /** Counts a question. The same whether the twin exists or not. */
  count(ask: Ask, nowS: number): Volume {
    const who = callerKey(ask.caller);
    if (who === undefined) return { isExceeded: false, unusual: [] };
    const unusual: Unusual[] = [];
    let isExceeded = false;
    if (ask.twinId !== undefined && isCounted(ask)) {
      const reads = bump(this.#reads, `${who}/${ask.twinId}`, nowS);
      isExceeded = reads > this.#limits.readsPerTwinPerHour;
      if (reads > this.#limits.unusualReadsPerTwinPerHour) unusual.push('many-reads');
      if (ask.caller.kind === 'staff' && ask.operation === 'read-record') {
        if (this.#seen(who, ask.twinId, nowS) > this.#limits.unusualTwinsPerHour) unusual.push('many-twins');
      }
    }
    const denials = this.#denials.get(who);
    if (
      denials !== undefined &&
      nowS - denials.startS < HOUR_S &&
      denials.count > this.#limits.unusualDenialsPerHour
    )
      unusual.push('many-denials');
    return { isExceeded, unusual };
  }

  /** Counts a refusal. */
  denied(caller: Caller, nowS: number): void {
    const who = callerKey(caller);
    if (who !== undefined) bump(this.#denials, who, nowS);
  }

  #seen(who: string, twinId: string, nowS: number): number {
    let seen = this.#twins.get(who);
    if (seen === undefined || nowS - seen.startS >= HOUR_S) {
      seen = { startS: nowS, ids: new Set() };
      put(this.#twins, who, seen);
    }
    if (seen.ids.size <= this.#limits.unusualTwinsPerHour) seen.ids.add(twinId);
    return seen.ids.size;
  }
}

/** One key for one caller; none for somebody who did not sign in, whose questions are bounded by network address. */
export function callerKey(caller: Caller): string | undefined {
  switch (caller.kind) {
    case 'nobody':
      return undefined;
    case 'account':
      return `account/${caller.address.toLowerCase()}`;
    case 'staff':
      return `staff/${caller.by}/${caller.id}`;
    case 'peer':
      return `peer/${caller.authorId}`;
  }
}

function bump(counters: Map<string, Counter>, key: string, nowS: number): number {
  let counter = counters.get(key);
  if (counter === undefined || nowS - counter.startS >= HOUR_S) {
    counter = { startS: nowS, count: 0 };
    put(counters, key, counter);
  }
  return ++counter.count;
}

function put<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  if (map.size >= MAX_COUNTED) map.delete(map.keys().next().value as string);
  map.set(key, value);
}
