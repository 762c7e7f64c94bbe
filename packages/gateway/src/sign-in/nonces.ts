/**
 * Nonces of sign-in messages: given out without remembering them, so that asking for many fills nothing up; remembered once they were used. A nonce is the time until
 * which it may be used, randomness, and a tag under a key that lives as long as the process; 80 hexadecimal digits, for EIP-4361 allows letters and digits.
 */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { MemoryNonceStore } from '../peers/nonce-store.js';

/** Used nonces that are remembered: sign-ins within the life of a nonce. */
const MAX_USED = 100_000;
const TIME_BYTES = 8;
const RANDOM_BYTES = 16;
const TAG_BYTES = 16;

export class SignInNonces {
  readonly #key = randomBytes(32);
  readonly #used: MemoryNonceStore;

  /** @param purpose what the nonces are for (domain and chain): one of another purpose is none */
  constructor(
    readonly purpose: string,
    max = MAX_USED,
  ) {
    this.#used = new MemoryNonceStore({ max, maxOfOne: max });
  }

  /** A fresh nonce. @param untilS last second in which it may be used, seconds since 1970 */
  issue(untilS: number): string {
    const head = Buffer.alloc(TIME_BYTES + RANDOM_BYTES);
    head.writeBigUInt64BE(BigInt(untilS));
    randomBytes(RANDOM_BYTES).copy(head, TIME_BYTES);
    return Buffer.concat([head, this.#tagOf(head)]).toString('hex');
  }

  /** Whether a nonce is one of ours that may still be used. Says nothing on whether it was. */
  isOurs(nonce: string, nowS: number): boolean {
    const bytes = Buffer.from(nonce, 'hex');
    if (bytes.length !== TIME_BYTES + RANDOM_BYTES + TAG_BYTES || bytes.toString('hex') !== nonce)
      return false;
    const head = bytes.subarray(0, TIME_BYTES + RANDOM_BYTES);
    if (!timingSafeEqual(bytes.subarray(-TAG_BYTES), this.#tagOf(head))) return false;
    return nowS <= Number(head.readBigUInt64BE());
  }

  /** Uses a nonce of ours up, once its message has been found signed. */
  take(nonce: string, nowS: number): 'taken' | 'seen' | 'full' {
    const untilS = Number(Buffer.from(nonce, 'hex').readBigUInt64BE());
    // One name for all accounts: a nonce is used up, whoever used it.
    return this.#used.take('anybody', nonce, nowS, untilS);
  }

  #tagOf(head: Uint8Array): Buffer {
    return createHmac('sha256', this.#key)
      .update(`${this.purpose}\0`)
      .update(head)
      .digest()
      .subarray(0, TAG_BYTES);
  }
}
