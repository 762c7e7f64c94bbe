/** The page: passes each request to the worker and gives its answer back to the test. */
import type { Answer, Request } from './protocol.js';

/** As much of the DOM as is needed here; the workspace compiles for Node. */
declare class Worker {
  constructor(url: URL, options: { readonly type: 'module' });
  postMessage(request: Request): void;
  onmessage: (event: { data: Answer }) => void;
  onerror: (event: { message: string }) => void;
}

// Vite builds a worker of its own wherever it meets exactly this expression.
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

(globalThis as unknown as { mibsc: (request: Request) => Promise<Answer> }).mibsc = (request) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(request);
  });
