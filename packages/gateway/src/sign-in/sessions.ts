/** Sessions of accounts that proved their key: short, revocable, in memory. Of a token only its hash is kept. */

import { createHash, randomBytes } from 'node:crypto';
import type { Address } from 'viem';
import { SignInError } from './errors.js';

/** Sessions at most: some 400 bytes each. */
const MAX_SESSIONS = 100_000;
/** Sessions of one account at most; the oldest ends where another begins. */
const MAX_OF_ONE = 16;
/** Digits of the token's hash that name a session: 128 bits. */
const ID_DIGITS = 32;

export interface Session {
  /** Names the session in answers; nothing can be done with it. 32 hexadecimal digits. */
  readonly id: string;
  readonly address: Address;
  /** Last second in which it holds, seconds since 1970. */
  readonly untilS: number;
}

export class Sessions {
  readonly #byId = new Map<string, Session & { readonly hash: string }>();
  /** Ids by account, the oldest first. */
  readonly #ofAccount = new Map<Address, Set<string>>();
  readonly #max: number;

  constructor(options: { readonly max?: number } = {}) {
    this.#max = options.max ?? MAX_SESSIONS;
  }

  get size(): number {
    return this.#byId.size;
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
    const [oldest] = this.#ofAccount.get(address) ?? [];
    if (oldest !== undefined && (this.#ofAccount.get(address)?.size ?? 0) >= MAX_OF_ONE) this.end(oldest);
    if (this.#byId.size >= this.#max) this.#forget(nowS);
    if (this.#byId.size >= this.#max) {
      throw new SignInError('busy', 'There are too many sessions; try again in a minute.', 60);
    }
    const token = randomBytes(32).toString('base64url');
    const hash = hashOf(token);
    const session: Session = { id: hash.slice(0, ID_DIGITS), address, untilS };
    this.#byId.set(session.id, { ...session, hash });
    const own = this.#ofAccount.get(address) ?? new Set();
    this.#ofAccount.set(address, own.add(session.id));
    return { token, session };
  }

  /** The session of a token, or undefined where it never was, ended or was revoked. */
  find(token: string, nowS: number): Session | undefined {
    const hash = hashOf(token);
    const found = this.#byId.get(hash.slice(0, ID_DIGITS));
    if (found === undefined || found.hash !== hash) return undefined;
    if (nowS <= found.untilS) return found;
    this.end(found.id);
    return undefined;
  }

  byId(id: string): Session | undefined {
    return this.#byId.get(id);
  }

  /** Ends one session. @returns how many ended */
  end(id: string): number {
    const found = this.#byId.get(id);
    if (found === undefined) return 0;
    this.#byId.delete(id);
    const own = this.#ofAccount.get(found.address);
    own?.delete(id);
    if (own?.size === 0) this.#ofAccount.delete(found.address);
    return 1;
  }

  /** Ends every session of an account. @returns how many ended */
  endAll(address: Address): number {
    const own = [...(this.#ofAccount.get(address) ?? [])];
    for (const id of own) this.end(id);
    return own.length;
  }

  #forget(nowS: number): void {
    for (const { id, untilS } of [...this.#byId.values()]) if (untilS < nowS) this.end(id);
  }
}

/** Looked up by hash: how long a lookup takes says nothing about a token. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
