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

/** Milliseconds between two questions at least: under load a question is shared by more, and one who comes alone does not wait for it. */
const APART_MS = 3;

export class HeadWatch {
  readonly #chain: ConsortiumReader;
  readonly #timeoutMs: number;
  #asking: Promise<Head> | undefined;
  #next: Promise<Head> | undefined;
  #askedAtMs = Number.NEGATIVE_INFINITY;

  /** @param timeoutMs how long the node may take, in milliseconds */
  constructor(chain: ConsortiumReader, timeoutMs: number) {
    this.#chain = chain;
    this.#timeoutMs = timeoutMs;
  }

  /** The newest block, as the node has it at some moment after this call. @throws ChainError `unreachable` */
  head(): Promise<Head> {
    this.#next ??= this.#turn().then(() => this.#ask());
    return this.#next;
  }

  /** When the node is asked next: with whoever else comes in at this moment, after the answer that is awaited, and not too soon after the last question. */
  async #turn(): Promise<void> {
    await this.#asking?.catch(() => undefined);
    const waitMs = this.#askedAtMs + APART_MS - performance.now();
    await new Promise<void>((resolve) => {
      if (waitMs > 0) setTimeout(resolve, waitMs);
      else setImmediate(resolve);
    });
  }

  #ask(): Promise<Head> {
    this.#next = undefined;
    this.#askedAtMs = performance.now();
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
