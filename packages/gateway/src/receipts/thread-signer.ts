/**
 * Signs receipts in a thread of its own, so that the two multiplications that each costs keep nobody waiting who is answered meanwhile. The thread is started when there is much to sign, and ends with the
 * service; the key's bytes are moved to it, and wiped on both sides.
 */

import { Worker } from 'node:worker_threads';
import { type Domain, encodeIdentityKey, encodeParameters } from '@twinseal/mibsc';
import type { Gateway } from '../ports.js';
import type { Order, SigningTask, ToSign } from './signing-thread.js';

export type { ToSign } from './signing-thread.js';

/** Tests run the sources, and a thread runs what is built. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/receipts/signing-thread.js' : './signing-thread.js',
  import.meta.url,
);
/** Milliseconds after which a thread that was told to end is ended. */
const END_MS = 2_000;

interface Asked {
  readonly done: (receipts: readonly Uint8Array[]) => void;
  readonly failed: (error: unknown) => void;
}

export class ThreadSigner {
  readonly #worker: Worker;
  /** Groups that the thread has, oldest first. */
  readonly #asked: Asked[] = [];
  #given = 0;
  #fault: unknown;
  readonly #ended: Promise<void>;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#ended = new Promise((resolve) => worker.once('exit', () => resolve()));
    worker.on('message', (receipts: readonly Uint8Array[]) => {
      this.#asked.shift()?.done(receipts);
      if (this.#asked.length === 0) worker.unref();
    });
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('the thread that signs receipts ended')));
  }

  /** Starts the thread and waits until it can sign. @throws Error where it cannot be started */
  static start(parts: Pick<Gateway, 'params' | 'key'> & { readonly domain: Domain }): Promise<ThreadSigner> {
    const key = encodeIdentityKey(parts.key);
    const task: SigningTask = { parameters: encodeParameters(parts.params), key, domain: parts.domain };
    const worker = new Worker(THREAD, {
      name: 'receipts',
      workerData: task,
      transferList: [key.buffer as ArrayBuffer],
      env: {},
      execArgv: [],
    });
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the thread that signs receipts did not start'));
      worker.once('error', reject);
      worker.once('exit', ended);
      worker.once('message', () => {
        worker.off('error', reject);
        worker.off('exit', ended);
        worker.unref();
        resolve(new ThreadSigner(worker));
      });
    });
  }

  /** How many receipts the thread was given; for tests and figures. */
  get given(): number {
    return this.#given;
  }

  /** Whether it can sign. */
  get isAlive(): boolean {
    return this.#fault === undefined;
  }

  /** Signs a group, after all groups before it. @returns the receipts, in their order @throws whatever ended the thread: then nothing more comes of it */
  sign(group: readonly ToSign[]): Promise<readonly Uint8Array[]> {
    if (this.#fault !== undefined) return Promise.reject(this.#fault);
    this.#given += group.length;
    return new Promise((done, failed) => {
      this.#asked.push({ done, failed });
      this.#worker.ref();
      this.#worker.postMessage(group satisfies Order);
    });
  }

  /** Ends the thread after what it was given. */
  async close(): Promise<void> {
    this.#worker.postMessage('end' satisfies Order);
    const timer = setTimeout(() => void this.#worker.terminate(), END_MS);
    await this.#ended;
    clearTimeout(timer);
  }

  #fail(error: unknown): void {
    this.#fault ??= error;
    for (const { failed } of this.#asked.splice(0)) failed(this.#fault);
  }
}
