/** Signing in at a gateway by EIP-4361: it learns the account and nothing else. */

import { createSiweMessage } from 'viem/siwe';
import { GatewayApi } from '../api/gateway-api.js';
import type { Signer } from '../keys/signer.js';

/** Something went wrong in a way that the patient should read. */
export class SessionError extends Error {
  override readonly name = 'SessionError';
}

/** A session at one gateway. */
export interface GatewaySession {
  readonly api: GatewayApi;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** What a gateway offers to be signed. */
interface Offer {
  readonly domain: string;
  readonly uri: string;
  readonly statement: string;
  readonly chainId: number;
  readonly nonce: string;
  readonly issuedAt: string;
  readonly expirationTime: string;
}

/** The loopback interface has several names. */
const LOOPBACK = ['localhost', '127.0.0.1'];

/** Whether two origins are one place. */
export function isSamePlace(a: string, b: string): boolean {
  const namesOf = (origin: string): readonly string[] => {
    const { protocol, hostname, port } = new URL(origin);
    const names = LOOPBACK.includes(hostname) ? LOOPBACK : [hostname];
    return names.map((name) => `${protocol}//${name}:${port}`);
  };
  return namesOf(a).some((name) => namesOf(b).includes(name));
}

/**
 * Signs in.
 *
 * @param origin of the gateway, as the page or the chain's directory has it: one that asks for a signature that would be good anywhere else gets none
 * @throws SessionError; GatewayRefusal
 */
export async function signInAt(
  origin: string,
  signer: Signer,
  chainId: number,
  timeoutMs?: number,
): Promise<GatewaySession> {
  const open = new GatewayApi(origin, undefined, timeoutMs);
  const offer = await open.post<Offer>('/sign-in/nonce', {});
  if (!isGoodHere(offer, origin) || offer.chainId !== chainId)
    throw new SessionError(
      'The gateway asks for a signature that would sign you in somewhere else. Nothing was signed.',
    );
  const message = createSiweMessage({
    domain: offer.domain,
    address: signer.address,
    statement: offer.statement,
    uri: offer.uri,
    version: '1',
    chainId: offer.chainId,
    nonce: offer.nonce,
    issuedAt: new Date(offer.issuedAt),
    expirationTime: new Date(offer.expirationTime),
  });
  const signature = await signer.signText(message);
  const { token, expiresAt } = await open.post<{ token: string; expiresAt: string }>('/sign-in/wallet', {
    message,
    signature,
  });
  return {
    api: new GatewayApi(origin, token, timeoutMs),
    expiresAt: Math.floor(Date.parse(expiresAt) / 1000),
  };
}

function isGoodHere({ domain, uri }: Offer, origin: string): boolean {
  const { protocol } = new URL(origin);
  const asked = `${protocol}//${domain}`;
  return URL.canParse(asked) && new URL(asked).host === domain && uri === asked && isSamePlace(asked, origin);
}
