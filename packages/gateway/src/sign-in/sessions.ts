/** Sessions of accounts that proved their key: short, revocable, in memory. Of a token only its hash is kept. */

import { createHash, randomBytes } from 'node:crypto';
import type { Address } from 'viem';
import { SignInError } from './errors.js';

/** Sessions at most: some 200 bytes each. */
const MAX_SESSIONS = 100_000;
/** Sessions of one account at most; the oldest ends where another begins. */
const MAX_OF_ONE = 16;

export interface Session {
  /** Names the session in answers; nothing can be done with it. 32 hexadecimal digits. */
  readonly id: string;
  readonly address: Address;
  /** Last second in which it holds, seconds since 1970. */
  readonly untilS: number;
}

export class Sessions {
  readonly #byHash = new Map<string, Session>();
  readonly #max: number;

  constructor(options: { readonly max?: number } = {}) {
    this.#max = options.max ?? MAX_SESSIONS;
  }

  get size(): number {
    return this.#byHash.size;
  }

  /**
   * Opens a session.
   *
   * @returns the token, 43 characters of base64url, which is told once
   * @throws SignInError `busy` where there is no room
   */
  open(
    address: Address,
    nowS: number,
    untilS: number,
  ): { readonly token: string; readonly session: Session } {
    const own = [...this.#byHash].filter(([, session]) => session.address === address);
    for (const [hash] of own.slice(0, Math.max(0, own.length - MAX_OF_ONE + 1))) this.#byHash.delete(hash);
    if (this.#byHash.size >= this.#max) this.#forget(nowS);
    if (this.#byHash.size >= this.#max) {
      throw new SignInError('busy', 'There are too many sessions; try again in a minute.', 60);
    }
    const token = randomBytes(32).toString('base64url');
    const hash = hashOf(token);
    const session: Session = { id: hash.slice(0, 32), address, untilS };
    this.#byHash.set(hash, session);
    return { token, session };
  }

  /** The session of a token, or undefined where it never was, ended or was revoked. */
  find(token: string, nowS: number): Session | undefined {
    const hash = hashOf(token);
    const session = this.#byHash.get(hash);
    if (session === undefined || nowS <= session.untilS) return session;
    this.#byHash.delete(hash);
    return undefined;
  }

  byId(id: string): Session | undefined {
    return [...this.#byHash.values()].find((session) => session.id === id);
  }

  /** Ends one session. @returns how many ended */
  end(id: string): number {
    return this.#endWhere((session) => session.id === id);
  }

  /** Ends every session of an account. @returns how many ended */
  endAll(address: Address): number {
    return this.#endWhere((session) => session.address === address);
  }

  #endWhere(isMeant: (session: Session) => boolean): number {
    const meant = [...this.#byHash].filter(([, session]) => isMeant(session));
    for (const [hash] of meant) this.#byHash.delete(hash);
    return meant.length;
  }

  #forget(nowS: number): void {
    for (const [hash, { untilS }] of this.#byHash) if (untilS < nowS) this.#byHash.delete(hash);
  }
}

/** Looked up by hash: how long a lookup takes says nothing about a token. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
