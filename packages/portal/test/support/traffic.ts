/** Everything that goes between a browser and anybody: addresses, headers and bodies of requests and answers, what is printed, what is stored. */

import type { BrowserContext, Page, Request, Response } from 'playwright-core';

export class Traffic {
  readonly #chunks: Buffer[] = [];
  readonly #pending: Promise<unknown>[] = [];
  readonly urls: string[] = [];
  readonly console: string[] = [];
  requests = 0;
  bytes = 0;

  /** Records a context from now on. */
  record(context: BrowserContext): void {
    context.on('request', (request) => this.#request(request));
    context.on('response', (response) => this.#pending.push(this.#response(response).catch(() => undefined)));
    context.on('page', (page) => this.#page(page));
    context.on('console', (message) => this.console.push(`${message.text()} ${message.location().url}`));
    context.on('weberror', (error) => this.console.push(String(error.error())));
  }

  /** All of it as one run of bytes. */
  async all(): Promise<Buffer> {
    await Promise.all(this.#pending);
    return Buffer.concat(this.#chunks);
  }

  #request(request: Request): void {
    this.requests++;
    this.urls.push(request.url());
    this.#add(
      `${request.method()} ${request.url()}\n`,
      JSON.stringify(request.headers()),
      request.postDataBuffer(),
    );
  }

  async #response(response: Response): Promise<void> {
    this.#add(response.url(), JSON.stringify(await response.allHeaders()));
    if (response.status() === 204 || response.request().redirectedTo() !== null) return;
    this.#add(await response.body());
  }

  #page(page: Page): void {
    page.on('framenavigated', (frame) => this.urls.push(frame.url()));
    page.on('worker', (worker) => this.urls.push(worker.url()));
  }

  #add(...parts: readonly (string | Buffer | null)[]): void {
    for (const part of parts) {
      if (part === null) continue;
      const bytes = typeof part === 'string' ? Buffer.from(part) : part;
      this.bytes += bytes.length;
      // A mark in between, so that nothing is found across two messages.
      this.#chunks.push(bytes, Buffer.from('\n--\n'));
    }
  }
}
