/** Signing in by an account's signature over a message of EIP-4361. The gateway sees a signature, and nothing of how the key is kept: in a file, a wallet, behind a passkey. */

import type { ConsortiumReader } from '@twinseal/chain';
import type { Address, Hex } from 'viem';
import { isSignedByContract, isSignedByKey } from './account-signature.js';
import { refused, SignInError } from './errors.js';
import { SignInNonces } from './nonces.js';
import { readSiweMessage, type SiweMessage } from './read-siwe-message.js';
import { assertExpected } from './siwe-checks.js';

/** Seconds from a nonce to the latest sign-in with it: time to read a message in a wallet, and for several owners of one to sign. */
export const NONCE_LIFE_S = 600;
/** Seconds by which the clock of the one who signs may be wrong. */
const SKEW_S = 60;

/** What a message has to say. */
export interface SignInTerms {
  readonly scheme: string;
  readonly domain: string;
  readonly uri: string;
  readonly statement: string;
  readonly chainId: number;
}

/** Terms and the nonce for one message. Times in seconds since 1970. */
export interface SignInOffer extends SignInTerms {
  readonly nonce: string;
  readonly issuedAtS: number;
  readonly expiresAtS: number;
}

/** @param endpoint the gateway's public address; @param hospital its id */
export function termsOf(endpoint: string, hospital: string, chainId: number): SignInTerms {
  const { protocol, host, origin } = new URL(endpoint);
  return {
    scheme: protocol.slice(0, -1),
    domain: host,
    uri: origin,
    statement: `I sign in at the gateway of hospital ${hospital}. This shows that the account is mine; it costs nothing and gives nobody access to my record.`,
    chainId,
  };
}

export class WalletSignIn {
  readonly #nonces: SignInNonces;

  constructor(
    readonly terms: SignInTerms,
    readonly chain: ConsortiumReader,
  ) {
    this.#nonces = new SignInNonces(`${terms.uri}\0${terms.chainId}`);
  }

  offer(nowS: number): SignInOffer {
    const expiresAtS = nowS + NONCE_LIFE_S;
    return { ...this.terms, nonce: this.#nonces.issue(expiresAtS), issuedAtS: nowS, expiresAtS };
  }

  /** Reads a message and checks all but who signed it. @throws SignInError `sign-in-refused` */
  read(text: string, nowS: number): SiweMessage {
    const { terms } = this;
    const message = readSiweMessage(text);
    assertExpected(message, { domain: terms.domain }, nowS * 1000);
    if (message.scheme !== undefined && message.scheme !== terms.scheme)
      throw refused('scheme', terms.scheme);
    if (message.uri !== terms.uri) throw refused('URI', "this gateway's origin");
    if (message.chainId !== terms.chainId) throw refused('Chain ID', "the consortium's");
    if (message.statement !== terms.statement) throw refused('statement', 'the one given out with the nonce');
    // What stands there would be signed, and mean something elsewhere (EIP-5573).
    if (message.resources !== undefined) throw refused('Resources', 'none');
    if (message.requestId !== undefined) throw refused('Request ID', 'none');
    const issuedAtS = message.issuedAtMs / 1000;
    if (issuedAtS > nowS + SKEW_S) throw refused('Issued At', 'a time that is not to come');
    if (issuedAtS < nowS - NONCE_LIFE_S - SKEW_S) throw refused('Issued At', 'a time of the last minutes');
    const endsS = (message.expirationTimeMs ?? Number.POSITIVE_INFINITY) / 1000;
    if (endsS > nowS + NONCE_LIFE_S + SKEW_S) throw refused('Expiration Time', 'one within ten minutes');
    if (!this.#nonces.isOurs(message.nonce, nowS))
      throw refused('Nonce', 'one that this gateway gave out lately');
    return message;
  }

  /**
   * Whether the account of a message signed it.
   *
   * @throws ChainError `unreachable` where only the contract at the account's address could say, and the chain does not answer
   */
  async isSigned(address: Address, text: string, signature: Hex): Promise<boolean> {
    return (
      (await isSignedByKey(address, text, signature)) ||
      (await isSignedByContract(this.chain, address, text, signature))
    );
  }

  /** Uses a message up. @throws SignInError `sign-in-refused` where it was used before; `busy` */
  use(message: SiweMessage, nowS: number): void {
    const state = this.#nonces.take(message.nonce, nowS);
    if (state === 'seen') throw refused('Nonce', 'one that was not used yet');
    if (state === 'full') {
      throw new SignInError('busy', 'There are too many sign-ins; try again in a minute.', 60);
    }
  }
}
