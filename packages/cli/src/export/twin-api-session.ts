/** A session with a gateway's Twin API, signed in by the patient's own account (EIP-4361). */

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
  ) {}

  /**
   * Signs in.
   *
   * @param chainId of the consortium: a gateway that asks to sign for another chain, or in another's name, gets no signature
   * @throws SessionError
   */
  static async open(origin: string, account: LocalAccount, chainId: number): Promise<TwinApiSession> {
    const offer = await ask<Offer>(origin, 'POST', '/sign-in/nonce', undefined);
    if (offer.domain !== new URL(origin).host || offer.uri !== origin || offer.chainId !== chainId) {
      throw new SessionError('another-gateway');
    }
    const message = messageOf(offer, account.address);
    const body = { message, signature: await account.signMessage({ message }) };
    const { token } = await ask<{ token: string }>(origin, 'POST', '/sign-in/wallet', undefined, body);
    return new TwinApiSession(origin, token);
  }

  /** @throws SessionError with the answer's code */
  get<T>(path: string): Promise<T> {
    return ask<T>(this.origin, 'GET', path, this.token);
  }

  /** Ends the session; that it could not be is no matter, for it ends by itself. */
  async close(): Promise<void> {
    await ask(this.origin, 'DELETE', '/sign-in/session', this.token).catch(() => undefined);
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

async function ask<T>(
  origin: string,
  method: string,
  path: string,
  token?: string,
  body?: object,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    let answer: Response;
    try {
      answer = await fetch(`${origin}/api/v1${path}`, {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const said = (await answer.json().catch(() => ({}))) as { error?: unknown };
      if (answer.ok) return said as T;
      const waitS = Number(answer.headers.get('retry-after') ?? Number.NaN);
      // A gateway that says when to come again is asked again, a few times.
      if (answer.status !== 429 || !(waitS > 0 && waitS <= MAX_WAIT_S) || tries >= 3) {
        throw new SessionError(typeof said.error === 'string' ? said.error : `status-${answer.status}`);
      }
      await new Promise((resolve) => setTimeout(resolve, waitS * 1000));
    } catch (cause) {
      if (cause instanceof SessionError) throw cause;
      throw new SessionError('unreachable', { cause });
    }
  }
}
