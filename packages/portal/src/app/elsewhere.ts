/** Sessions of the same account at the consortium's other gateways: each hospital keeps its own receipts. In memory, like everything, and ended with the session. */

import { type GatewayApi, ONE_OF_SEVERAL_MS } from '../api/gateway-api.js';
import type { Signer } from '../keys/signer.js';
import { type GatewaySession, signInAt } from './sign-in.js';

/** Seconds before its end from which on a session is not begun anything with. */
const MARGIN_S = 60;

export class Elsewhere {
  readonly #signer: Signer;
  readonly #chainId: number;
  /** By origin. */
  readonly #sessions = new Map<string, Promise<GatewaySession>>();

  constructor(signer: Signer, chainId: number) {
    this.#signer = signer;
    this.#chainId = chainId;
  }

  /**
   * The way to a gateway, signed in: once, and again where that session is over.
   *
   * @param origin as the chain's directory has it
   * @throws SessionError, GatewayRefusal, WalletError
   */
  async at(origin: string): Promise<GatewayApi> {
    const known = await this.#sessions.get(origin)?.catch(() => undefined);
    if (known !== undefined && known.expiresAt - MARGIN_S > Date.now() / 1000) return known.api;
    const opened = signInAt(origin, this.#signer, this.#chainId, ONE_OF_SEVERAL_MS);
    this.#sessions.set(origin, opened);
    return (await opened).api;
  }

  /** A session that its gateway no longer knows. */
  forget(origin: string): void {
    this.#sessions.delete(origin);
  }

  /** Ends all of them. One that cannot be told ends by itself. */
  async end(): Promise<void> {
    const open = [...this.#sessions.values()];
    this.#sessions.clear();
    await Promise.all(
      open.map((session) => session.then(({ api }) => api.delete('/sign-in/session')).catch(() => undefined)),
    );
  }
}
