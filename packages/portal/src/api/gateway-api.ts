/**
 * What the page asks of gateways. Nothing that comes back is believed for what it says: it is checked where it is used. Addresses carry twin ids, module names and
 * numbers, never anything clinical.
 */

export const PREFIX = '/api/v1';
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
  constructor(
    /** Origin, such as `https://north.example`; the page's own by default. */
    readonly origin: string,
    /** The session's token; none for what anybody may ask. */
    readonly token?: string,
    readonly timeoutMs: number = TIMEOUT_MS,
  ) {}

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
      const response = await this.#ask('GET', path);
      return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
    } catch (error) {
      if (error instanceof GatewayRefusal && error.status === 404) return undefined;
      throw error;
    }
  }

  async #json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.#ask(method, path, body);
    return (await response.json()) as T;
  }

  async #ask(method: string, path: string, body?: unknown): Promise<Response> {
    let response: Response;
    try {
      response = await fetch(`${this.origin}${PREFIX}${path}`, {
        method,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(this.timeoutMs),
        headers: {
          ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new GatewayRefusal(
        0,
        'no-answer',
        'The hospital’s gateway does not answer. Try again in a moment.',
      );
    }
    if (response.ok) return response;
    if (response.status === 401 && this.token !== undefined)
      throw new GatewayRefusal(401, 'session-ended', 'Your session ended. Sign out, and sign in again.');
    const said = (await response.json().catch(() => ({}))) as { error?: string; message?: string };
    throw new GatewayRefusal(
      response.status,
      said.error ?? 'refused',
      said.message ?? `The gateway answered ${response.status}.`,
    );
  }
}
