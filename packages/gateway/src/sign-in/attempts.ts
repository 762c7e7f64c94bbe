/**
 * Limits on tries. A network address may try so often a minute, and spends a try on each; whoever fails several times in a row is locked out for a time that doubles with
 * every further failure. A lock is one of an account (or subject) at a network address: nobody is locked out elsewhere because somebody guesses at his account, and
 * nobody at the same address because of another's account. A session that runs is never touched by either.
 */

import { tooManyAttempts } from './errors.js';

/** Addresses and pairs remembered, the oldest forgotten first: some 150 bytes each. */
const MAX_REMEMBERED = 100_000;
const MINUTE_S = 60;

interface Bucket {
  left: number;
  atS: number;
}

interface Failures {
  count: number;
  lastS: number;
  lockedUntilS: number;
}

export interface AttemptLimits {
  /** Tries a minute from one network address; as many at once after a rest. */
  readonly attemptsPerMinute: number;
  /** Failures in a row before the first lock. */
  readonly lockAfter: number;
  /** Seconds of the first lock, and of the longest. */
  readonly lockS: number;
  readonly lockMaxS: number;
}

/** A token bucket for each key: `perMinute` at once, refilled evenly. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    readonly perMinute: number,
    readonly max = MAX_REMEMBERED,
  ) {}

  /** Seconds until there is something left for a key; 0 where there is. */
  waitS(key: string, nowS: number): number {
    const left = this.#leftOf(key, nowS);
    return left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) * MINUTE_S) / this.perMinute));
  }

  /** Takes one. @throws SignInError `too-many-attempts` where nothing is left */
  take(key: string, nowS: number): void {
    const retryAfterS = this.waitS(key, nowS);
    if (retryAfterS > 0) throw tooManyAttempts(retryAfterS);
    const left = this.#leftOf(key, nowS) - 1;
    this.#buckets.delete(key);
    forgetOldest(this.#buckets, this.max);
    this.#buckets.set(key, { left, atS: nowS });
  }

  #leftOf(key: string, nowS: number): number {
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) return this.perMinute;
    // A clock that goes back refills nothing.
    const since = Math.max(0, nowS - bucket.atS);
    return Math.min(this.perMinute, bucket.left + (since * this.perMinute) / MINUTE_S);
  }
}

export class Attempts {
  readonly #rate: RateLimit;
  readonly #failures = new Map<string, Failures>();

  constructor(
    readonly limits: AttemptLimits,
    readonly max = MAX_REMEMBERED,
  ) {
    this.#rate = new RateLimit(limits.attemptsPerMinute, max);
  }

  /** Spends a try of a network address. @throws SignInError `too-many-attempts` */
  spend(remote: string, nowS: number): void {
    this.#rate.take(remote, nowS);
  }

  /** Refuses before any work where an address has no try left. @throws SignInError `too-many-attempts` */
  assertSome(remote: string, nowS: number): void {
    const retryAfterS = this.#rate.waitS(remote, nowS);
    if (retryAfterS > 0) throw tooManyAttempts(retryAfterS);
  }

  /** @throws SignInError `too-many-attempts` where this one is locked out at this address */
  assertUnlocked(remote: string, who: string, nowS: number): void {
    const lockedUntilS = this.#failures.get(pair(remote, who))?.lockedUntilS ?? 0;
    if (nowS < lockedUntilS) throw tooManyAttempts(lockedUntilS - nowS);
  }

  /** Counts a failure. @returns what came of it: how many in a row, and for how many seconds this one is locked out now */
  failed(remote: string, who: string, nowS: number): { readonly count: number; readonly lockedS: number } {
    const { lockAfter, lockS, lockMaxS } = this.limits;
    const key = pair(remote, who);
    const before = this.#failures.get(key);
    const isRecent = before !== undefined && nowS - before.lastS <= 2 * lockMaxS;
    const count = (isRecent ? before.count : 0) + 1;
    // 2^31 is beyond every lockMaxS.
    const lockedS = count < lockAfter ? 0 : Math.min(lockMaxS, lockS * 2 ** Math.min(31, count - lockAfter));
    this.#failures.delete(key);
    forgetOldest(this.#failures, this.max);
    this.#failures.set(key, { count, lastS: nowS, lockedUntilS: nowS + lockedS });
    return { count, lockedS };
  }

  /** A success ends the row of failures. */
  succeeded(remote: string, who: string): void {
    this.#failures.delete(pair(remote, who));
  }
}

function pair(remote: string, who: string): string {
  return `${remote}\n${who}`;
}

function forgetOldest(entries: Map<string, unknown>, max: number): void {
  if (entries.size >= max) entries.delete(entries.keys().next().value as string);
}
