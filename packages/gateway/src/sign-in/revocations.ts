/** Tokens of the hospital's staff that are believed no more before they end: by person, from a moment on. Kept in the vault, so that a restart forgets none. */

import type { Vault } from '../lane-author.js';

const ENTRY = 'sign-in/revoked-staff';
/** Seconds after which a revocation needs no remembering: no token is accepted that old (`maxTokenAgeS`, and the skew). */
const KEPT_S = 86_400 + 300;

export class StaffRevocations {
  #from: Readonly<Record<string, number>>;
  #writing: Promise<void> = Promise.resolve();

  private constructor(
    readonly vault: Vault,
    from: Readonly<Record<string, number>>,
  ) {
    this.#from = from;
  }

  /** @throws StoreError */
  static async open(vault: Vault): Promise<StaffRevocations> {
    return new StaffRevocations(vault, (await vault.getJson<Record<string, number>>(ENTRY)) ?? {});
  }

  /** Whether a token that was issued then is revoked. One of the very second of the revocation is. */
  isRevoked(staffId: string, issuedAtS: number): boolean {
    return Object.hasOwn(this.#from, staffId) && issuedAtS <= (this.#from[staffId] as number);
  }

  /**
   * Revokes every token of a person that was issued up to now. It holds once this has returned, and after a restart too.
   *
   * @throws StoreError where it could not be written down; it holds until the next restart all the same
   */
  revoke(staffId: string, nowS: number): Promise<void> {
    const live = Object.entries(this.#from).filter(([id, fromS]) => id !== staffId && nowS - fromS <= KEPT_S);
    this.#from = Object.fromEntries([...live, [staffId, nowS]]);
    const write = () => this.vault.putJson(ENTRY, this.#from);
    const written = this.#writing.then(write, write);
    this.#writing = written.catch(() => undefined);
    return written;
  }
}
