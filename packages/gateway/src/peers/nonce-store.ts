/** Nonces that were used, for as long as a signature with one could still be accepted. Bounded: where it is full nothing more is accepted, for forgetting early would let a request be replayed. */

/** Remembers nonces. */
export interface NonceStore {
  /**
   * Takes a nonce.
   *
   * @param caller who signed
   * @param nonce  as signed
   * @param nowS   seconds since 1970
   * @param untilS until when it has to be remembered, seconds since 1970
   * @returns `taken`; `seen` where it was taken before; `full` where there is no room
   */
  take(caller: string, nonce: string, nowS: number, untilS: number): 'taken' | 'seen' | 'full';
}

/** Nonces of all callers, and of one, by default: at some 150 bytes each, 30 MB and 3 MB. */
const MAX_NONCES = 200_000;
const MAX_NONCES_OF_ONE = 20_000;

/** A store in memory. A restart forgets it: a request can be replayed once more to a gateway that restarts within the request's lifetime, so every use case behind it is safe to repeat. */
export class MemoryNonceStore implements NonceStore {
  readonly #callers = new Map<string, Map<string, number>>();
  readonly #max: number;
  readonly #maxOfOne: number;
  #size = 0;

  constructor(options: { readonly max?: number; readonly maxOfOne?: number } = {}) {
    this.#max = options.max ?? MAX_NONCES;
    this.#maxOfOne = options.maxOfOne ?? MAX_NONCES_OF_ONE;
  }

  /** How many are remembered. */
  get size(): number {
    return this.#size;
  }

  take(caller: string, nonce: string, nowS: number, untilS: number): 'taken' | 'seen' | 'full' {
    const own = this.#callers.get(caller) ?? new Map<string, number>();
    const until = own.get(nonce);
    if (until !== undefined && until >= nowS) return 'seen';
    if (own.size >= this.#maxOfOne) this.#forget(caller, own, nowS);
    if (this.#size >= this.#max) for (const [each, list] of this.#callers) this.#forget(each, list, nowS);
    if (own.size >= this.#maxOfOne || this.#size >= this.#max) return 'full';
    if (!own.has(nonce)) this.#size++;
    own.set(nonce, untilS);
    this.#callers.set(caller, own);
    return 'taken';
  }

  #forget(caller: string, own: Map<string, number>, nowS: number): void {
    for (const [nonce, until] of own) {
      if (until >= nowS) continue;
      own.delete(nonce);
      this.#size--;
    }
    if (own.size === 0) this.#callers.delete(caller);
  }
}
