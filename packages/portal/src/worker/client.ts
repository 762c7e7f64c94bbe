/** The page's end of the worker. */

import type { CallName, WorkerCalls, WorkerReply, WorkerRequest } from './protocol.js';

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
  readonly progress: ((words: string) => void) | undefined;
}

export class RecordWorker {
  // Vite builds a worker of its own wherever it meets exactly this expression.
  readonly #worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => {
      const waiting = this.#waiting.get(data.id);
      if (waiting === undefined) return;
      if ('progress' in data) return waiting.progress?.(data.progress);
      this.#waiting.delete(data.id);
      if ('error' in data) waiting.reject(new Error(data.error));
      else waiting.resolve(data.answer as never);
    };
    this.#worker.onerror = () => {
      for (const { reject } of this.#waiting.values())
        reject(new Error('The page’s worker failed. Reload the page.'));
      this.#waiting.clear();
    };
  }

  /** @param transfer buffers that are moved and not copied. @throws Error with a sentence for the patient */
  ask<K extends CallName>(
    call: K,
    ask: WorkerCalls[K]['ask'],
    options: { readonly progress?: (words: string) => void; readonly transfer?: Transferable[] } = {},
  ): Promise<WorkerCalls[K]['answer']> {
    const id = this.#next++;
    const request: WorkerRequest<K> = { id, call, ask };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress: options.progress });
      this.#worker.postMessage(request, options.transfer ?? []);
    });
  }

  /** Ends it, with all that it holds. */
  end(): void {
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new Error('You signed out.'));
    this.#waiting.clear();
  }
}
