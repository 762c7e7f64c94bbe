/** A session with a gateway's Twin API, signed in by the patient's own account (EIP-4361). */

import { createTwinClient, type TwinClient } from '@twinseal/api-client';
import type { Address, LocalAccount } from 'viem';
import { createSiweMessage } from 'viem/siwe';

/** A gateway that did not answer, or answered no. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
  constructor(
    readonly code: string,
    options?: { readonly cause?: unknown },
  ) {
    super(code, options);
  }
}

interface Offer {
  readonly domain: string;
  readonly uri: string;
  readonly statement: string;
  readonly chainId: number;
  readonly nonce: string;
  readonly issuedAt: string;
  readonly expirationTime: string;
}

/** Time for one answer, in ms. */
const TIMEOUT_MS = 30_000;
/** Longest wait that a gateway may ask for before the next try, in seconds. */
const MAX_WAIT_S = 90;

export class TwinApiSession {
  private constructor(
    readonly origin: string,
    readonly token: string,
    /** Typed by the description of the API (packages/api-client). */
    readonly client: TwinClient,
  ) {}

  /**
   * Signs in.
   *
   * @param chainId of the consortium: a gateway that asks to sign for another chain, or in another's name, gets no signature
   * @throws SessionError
   */
  static async open(origin: string, account: LocalAccount, chainId: number): Promise<TwinApiSession> {
    const anybody = createTwinClient({ origin });
    const offer = await answered((signal) => anybody.POST('/sign-in/nonce', { signal }));
    if (offer.domain !== new URL(origin).host || offer.uri !== origin || offer.chainId !== chainId) {
      throw new SessionError('another-gateway');
    }
    const message = messageOf(offer, account.address);
    const body = { message, signature: await account.signMessage({ message }) };
    const { token } = await answered((signal) => anybody.POST('/sign-in/wallet', { body, signal }));
    return new TwinApiSession(origin, token, createTwinClient({ origin, token: () => token }));
  }

  /** @throws SessionError with the answer's code */
  get<T>(path: string): Promise<T> {
    const GET = this.client.GET as unknown as (
      path: string,
      init: { readonly signal: AbortSignal },
    ) => Promise<Answer<T>>;
    return answered((signal) => GET(path, { signal }));
  }

  /** Ends the session; that it could not be is no matter, for it ends by itself. */
  async close(): Promise<void> {
    await answered((signal) => this.client.DELETE('/sign-in/session', { signal })).catch(() => undefined);
  }
}

/** @throws SessionError where the offer cannot be put into a message of EIP-4361: a statement with lines of its own, times that are none */
function messageOf(offer: Offer, address: Address): string {
  try {
    return createSiweMessage({
      address,
      domain: offer.domain,
      uri: offer.uri,
      statement: offer.statement,
      version: '1',
      chainId: offer.chainId,
      nonce: offer.nonce,
      issuedAt: new Date(offer.issuedAt),
      expirationTime: new Date(offer.expirationTime),
    });
  } catch (cause) {
    throw new SessionError('another-gateway', { cause });
  }
}

/** What the client answers. */
interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a gateway answered. One that says when to come again is asked again, a few times. @throws SessionError with its code */
async function answered<T>(ask: (signal: AbortSignal) => Promise<Answer<T>>): Promise<T> {
  for (let tries = 0; ; tries++) {
    const { data, error, response } = await ask(AbortSignal.timeout(TIMEOUT_MS)).catch((cause: unknown) => {
      throw new SessionError('unreachable', { cause });
    });
    if (response.ok) return data as T;
    const waitS = Number(response.headers.get('retry-after') ?? Number.NaN);
    if (response.status !== 429 || !(waitS > 0 && waitS <= MAX_WAIT_S) || tries >= 3) {
      const { error: code } = ((typeof error === 'object' ? error : undefined) ?? {}) as {
        readonly error?: unknown;
      };
      throw new SessionError(typeof code === 'string' ? code : `status-${response.status}`);
    }
    await new Promise((resolve) => setTimeout(resolve, waitS * 1000));
  }
}
