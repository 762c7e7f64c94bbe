/**
 * The chain's newest block, asked for anew for every decision and yet not once for each: whoever asks while the node is being asked waits for the next answer and shares that one.
 * So an answer is never older than the question, and a consent that was confirmed before a request came in is seen by it.
 */

import { ChainError, type ConsortiumReader } from '@twinseal/chain';
import type { ChainHead } from './ask.js';

/** A head with its block's time, seconds since 1970. */
export interface Head extends ChainHead {
  readonly timeS: number;
}

export class HeadWatch {
  readonly #chain: ConsortiumReader;
  readonly #timeoutMs: number;
  #asking: Promise<Head> | undefined;
  #next: Promise<Head> | undefined;

  /** @param timeoutMs how long the node may take, in milliseconds */
  constructor(chain: ConsortiumReader, timeoutMs: number) {
    this.#chain = chain;
    this.#timeoutMs = timeoutMs;
  }

  /** The newest block, as the node has it at some moment after this call. @throws ChainError `unreachable` */
  head(): Promise<Head> {
    // Where nobody asks: with whoever else comes in at this moment.
    this.#next ??= (this.#asking ?? new Promise<void>((resolve) => setImmediate(resolve))).then(
      () => this.#ask(),
      () => this.#ask(),
    );
    return this.#next;
  }

  #ask(): Promise<Head> {
    this.#next = undefined;
    const asking = within(this.#read(), this.#timeoutMs, chainStalls).finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
    });
    this.#asking = asking;
    return asking;
  }

  async #read(): Promise<Head> {
    try {
      const { number, hash, timestamp } = await this.#chain.connection.reader.getBlock({
        blockTag: 'latest',
      });
      return { number: Number(number), hash, timeS: Number(timestamp) };
    } catch (cause) {
      throw new ChainError('unreachable', 'The chain does not answer.', { cause });
    }
  }
}

export function chainStalls(): ChainError {
  return new ChainError('unreachable', 'The chain does not answer in time.');
}

/** A promise's value, or an error where it takes longer. @param timeoutMs milliseconds */
export function within<T>(asked: Promise<T>, timeoutMs: number, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), timeoutMs);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
