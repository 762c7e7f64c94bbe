/**
 * What the page asks of gateways. Nothing that comes back is believed for what it says: it is checked where it is used. Addresses carry twin ids, module names and
 * numbers, never anything clinical.
 */

import { createTwinClient, type TwinClient } from '@twinseal/api-client';

const TIMEOUT_MS = 60_000;
/** For one of several gateways: the others are shown without it. */
export const ONE_OF_SEVERAL_MS = 20_000;

/** A gateway did not do what it was asked. */
export class GatewayRefusal extends Error {
  override readonly name = 'GatewayRefusal';
  constructor(
    /** HTTP status; 0 where nobody answered. */
    readonly status: number,
    /** The gateway's stable code. */
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export class GatewayApi {
  readonly #client: TwinClient;

  constructor(
    /** Origin, such as `https://north.example`; the page's own by default. */
    readonly origin: string,
    /** The session's token; none for what anybody may ask. */
    readonly token?: string,
    readonly timeoutMs: number = TIMEOUT_MS,
  ) {
    this.#client = createTwinClient({ origin, token: () => this.token });
  }

  get<T>(path: string): Promise<T> {
    return this.#json<T>('GET', path);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.#json<T>('POST', path, body);
  }

  async delete(path: string): Promise<void> {
    await this.#ask('DELETE', path);
  }

  /** Bytes, with the answer's headers. @returns undefined where there is nothing (404) */
  async octets(path: string): Promise<{ readonly bytes: Uint8Array; readonly headers: Headers } | undefined> {
    try {
      const { data, response } = await this.#ask('GET', path, { parseAs: 'arrayBuffer' });
      return {
        bytes: new Uint8Array((data as ArrayBuffer | undefined) ?? new ArrayBuffer(0)),
        headers: response.headers,
      };
    } catch (error) {
      if (error instanceof GatewayRefusal && error.status === 404) return undefined;
      throw error;
    }
  }

  async #json<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const { data } = await this.#ask(method, path, body === undefined ? {} : { body });
    return data as T;
  }

  /** One request. Everything that the client sends, it sends as packages/api-client says: no cookies, no redirects, the token in a header. */
  async #ask(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    options: { readonly body?: unknown; readonly parseAs?: 'arrayBuffer' } = {},
  ): Promise<Answered> {
    let answer: Answered;
    try {
      answer = await (this.#client[method] as unknown as Asking)(path, {
        ...options,
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(this.timeoutMs),
      });
    } catch {
      throw new GatewayRefusal(
        0,
        'no-answer',
        'The hospital’s gateway does not answer. Try again in a moment.',
      );
    }
    const { response, error } = answer;
    if (response.ok) return answer;
    if (response.status === 401 && this.token !== undefined)
      throw new GatewayRefusal(401, 'session-ended', 'Your session ended. Sign out, and sign in again.');
    const said = (typeof error === 'object' ? (error ?? undefined) : undefined) as
      | { error?: string; message?: string }
      | undefined;
    throw new GatewayRefusal(
      response.status,
      said?.error ?? 'refused',
      said?.message ?? `The gateway answered ${response.status}.`,
    );
  }
}

/** What the client answers. */
interface Answered {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The client's methods for a path with its parameters in place. */
type Asking = (
  path: string,
  init: Omit<RequestInit, 'body'> & { readonly body?: unknown; readonly parseAs?: 'arrayBuffer' },
) => Promise<Answered>;
