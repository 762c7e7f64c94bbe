/** Whose pages may talk to whom: the origins of the gateways that the chain's directory has. */

import type { ConsortiumReader } from '@twinseal/chain';

/** How long the directory is used again, in ms. */
const TTL_MS = 30_000;
const ACTIVE = 1;
/** The loopback interface has several names; passkeys work under one of them, and addresses of gateways have another. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export class PageOrigins {
  readonly #chain: Pick<ConsortiumReader, 'hospitals'>;
  readonly #nowMs: () => number;
  #known: { readonly origins: readonly string[]; readonly untilMs: number } | undefined;

  constructor(chain: Pick<ConsortiumReader, 'hospitals'>, nowMs: () => number = Date.now) {
    this.#chain = chain;
    this.#nowMs = nowMs;
  }

  /** Origins of the active hospitals' gateways, ascending; those that were last known, or none, while the chain does not answer. */
  async gateways(): Promise<readonly string[]> {
    if (this.#known !== undefined && this.#known.untilMs > this.#nowMs()) return this.#known.origins;
    try {
      const active = (await this.#chain.hospitals()).filter(({ status }) => status === ACTIVE);
      this.#known = {
        origins: [...new Set(active.flatMap(({ endpoint }) => originOf(endpoint)))].sort(),
        untilMs: this.#nowMs() + TTL_MS,
      };
    } catch (error) {
      // Without the chain the page comes up all the same, and says what it cannot check.
      if ((error as { name?: string }).name !== 'ChainError') throw error;
    }
    return this.#known?.origins ?? [];
  }

  /** Whether a page of this origin is one of the consortium's gateways'. */
  async isPage(origin: string): Promise<boolean> {
    const known = await this.gateways();
    return namesOf(origin).some((each) => known.includes(each));
  }
}

/** Only what a browser may be told to talk to: an origin, nothing that could break out of a policy. */
function originOf(endpoint: string): string[] {
  if (!URL.canParse(endpoint)) return [];
  const { origin, protocol } = new URL(endpoint);
  return (protocol === 'http:' || protocol === 'https:') && /^https?:\/\/[A-Za-z0-9.:[\]-]+$/.test(origin)
    ? [origin]
    : [];
}

/** An origin under all its names. */
function namesOf(origin: string): readonly string[] {
  if (!URL.canParse(origin)) return [];
  const { protocol, hostname, port } = new URL(origin);
  if (!LOOPBACK.includes(hostname)) return [origin];
  return LOOPBACK.map((name) => `${protocol}//${name}${port === '' ? '' : `:${port}`}`);
}
