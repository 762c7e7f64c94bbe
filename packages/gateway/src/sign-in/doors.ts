/**
 * Who a caller is. Nothing here permits anything: a caller is established, or is nobody; what one may do, the decision says.
 *
 * Three ways in: an account by its signature (then a session), staff by the hospital's OpenID provider, and staff by the operator's token of this gateway.
 */

import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ConsortiumReader } from '@twinseal/chain';
import { type Address, getAddress, type Hex } from 'viem';
import type { ApiRoute } from '../api/route.js';
import type { GatewayConfig } from '../config/index.js';
import { type Caller, STAFF_ROLES } from '../decision/ask.js';
import type { Vault } from '../lane-author.js';
import type { Log } from '../log/index.js';
import { deriveKey } from '../service/key-files.js';
import { Attempts } from './attempts.js';
import { SignInError } from './errors.js';
import { networkOf } from './network-of.js';
import type { ProviderKeysOptions } from './provider-keys.js';
import { StaffRevocations } from './revocations.js';
import { type Session, Sessions } from './sessions.js';
import { signInRoutes } from './sign-in-routes.js';
import { MAX_TOKEN_CHARS, StaffTokens } from './staff-tokens.js';
import { type SignInOffer, termsOf, WalletSignIn } from './wallet-sign-in.js';

const NOBODY: Caller = { kind: 'nobody' };
const MINUTE_S = 60;
/** Id of whoever holds the operator's token; a person's own id comes from the OpenID provider. */
const OPERATOR_ID = 'operator';

export interface DoorsParts {
  readonly config: Pick<GatewayConfig, 'hospital' | 'endpoint' | 'signIn'>;
  readonly chain: ConsortiumReader;
  readonly vault: Vault;
  /** 32 bytes, secret: from it comes the key under which subjects become staff ids. */
  readonly lookupKey: Uint8Array;
  readonly operatorToken: string;
  readonly log: Log;
  nowS(): number;
  /** Told when somebody is locked out. */
  readonly onLocked?: (count: number) => void;
  /** For tests: other times for the OpenID provider. */
  readonly provider?: Pick<ProviderKeysOptions, 'timeoutMs' | 'retryMs' | 'cooldownMs'>;
}

/** What a server knows of a request; fastify's has it. */
export interface Arrival {
  /** Address of the connection, or what a trusted proxy says of it. */
  readonly ip: string;
  readonly headers: IncomingHttpHeaders;
}

export class Doors {
  /** The routes of sign-in, for the table of the API. */
  readonly routes: readonly ApiRoute[];
  readonly #parts: DoorsParts;
  readonly #attempts: Attempts;
  readonly #sessions = new Sessions();
  readonly #wallet: WalletSignIn;
  readonly #staff: StaffTokens | undefined;
  readonly #revoked: StaffRevocations;

  private constructor(parts: DoorsParts, revoked: StaffRevocations) {
    const { config, chain } = parts;
    const { signIn } = config;
    this.#parts = parts;
    this.#revoked = revoked;
    this.#attempts = new Attempts(signIn);
    this.#wallet = new WalletSignIn(
      termsOf(config.endpoint, config.hospital, chain.consortium.chainId),
      chain,
    );
    this.#staff =
      signIn.oidc === undefined
        ? undefined
        : new StaffTokens(signIn.oidc, deriveKey(parts.lookupKey, 'staff ids'), parts.provider);
    this.routes = signInRoutes(this);
  }

  /** @throws StoreError where what was revoked cannot be read */
  static async open(parts: DoorsParts): Promise<Doors> {
    return new Doors(parts, await StaffRevocations.open(parts.vault));
  }

  /**
   * Who asks. A token that is unknown, has ended or was revoked is nobody's, as is none; the answer does not say which.
   *
   * @throws SignInError `too-many-attempts`, `provider-unreachable`
   */
  async callerOf(request: Arrival): Promise<Caller> {
    const token = bearerOf(request.headers.authorization);
    if (token === undefined) return NOBODY;
    return (await this.#callerBy(token, networkOf(request.ip), this.#parts.nowS())) ?? NOBODY;
  }

  async #callerBy(token: string, remote: string, nowS: number): Promise<Caller | undefined> {
    if (isSame(token, this.#parts.operatorToken)) {
      return { kind: 'staff', id: OPERATOR_ID, roles: STAFF_ROLES, by: 'operator-token' };
    }
    if (StaffTokens.isToken(token)) return this.#staffBy(token, remote, nowS);
    const session = this.#sessions.find(token, nowS);
    if (session === undefined) return undefined;
    return { kind: 'account', address: session.address, session: session.id };
  }

  async #staffBy(token: string, remote: string, nowS: number): Promise<Caller | undefined> {
    const staff = this.#staff;
    if (staff === undefined) return undefined;
    let good = staff.known(token, nowS);
    if (good === undefined) {
      const who = `staff/${claimedSubject(token)}`;
      this.#attempts.assertSome(remote, nowS);
      this.#attempts.assertUnlocked(remote, who, nowS);
      const outcome = await staff.check(token, nowS).catch((error: unknown) => {
        this.#attempts.spend(remote, nowS);
        throw error;
      });
      if (!outcome.good) {
        // A token that has ended is what every program sends once in a while; one that never was good is not.
        if (!outcome.lapsed) this.#failed(remote, who, 'staff', outcome.code, nowS);
        return undefined;
      }
      this.#attempts.succeeded(remote, who);
      good = outcome;
    }
    return this.#revoked.isRevoked(good.caller.id, good.issuedAtS) ? undefined : good.caller;
  }

  /** What a message has to say, with a fresh nonce. @throws SignInError `too-many-attempts` */
  offer(ip: string): SignInOffer {
    const nowS = this.#parts.nowS();
    this.#attempts.spend(networkOf(ip), nowS);
    return this.#wallet.offer(nowS);
  }

  /**
   * Signs an account in.
   *
   * @param text the message as signed
   * @param signature of EIP-191 over it, or what the contract at the account's address accepts (ERC-1271)
   * @param ip where the request comes from
   * @returns the session and its token, which is told once
   * @throws SignInError `sign-in-refused`, `too-many-attempts`, `busy`; ChainError `unreachable` where only the chain could say who signed
   */
  async signIn(
    text: string,
    signature: Hex,
    ip: string,
  ): Promise<{ readonly token: string; readonly session: Session }> {
    const nowS = this.#parts.nowS();
    const remote = networkOf(ip);
    this.#attempts.spend(remote, nowS);
    const message = this.#wallet.read(text, nowS);
    const who = `account/${message.address}`;
    this.#attempts.assertUnlocked(remote, who, nowS);
    if (!(await this.#wallet.isSigned(message.address, text, signature))) {
      this.#failed(remote, who, 'account', 'signature-invalid', nowS, message.address);
      throw new SignInError(
        'sign-in-refused',
        "signature: expected the account's own over this very message",
      );
    }
    this.#wallet.use(message, nowS);
    this.#attempts.succeeded(remote, who);
    const untilS = nowS + this.#parts.config.signIn.sessionMinutes * MINUTE_S;
    const opened = this.#sessions.open(message.address, nowS, untilS);
    this.#parts.log.info('an account signed in', { account: message.address });
    return opened;
  }

  /** A session of an account that runs, by its id. */
  session(id: string): Session | undefined {
    return this.#sessions.byId(id);
  }

  /** Ends one session. @returns how many ended */
  endSession(id: string): number {
    return this.#sessions.end(id);
  }

  /** Ends every session of an account. @returns how many ended */
  endAccount(address: Address): number {
    const ended = this.#sessions.endAll(getAddress(address));
    this.#parts.log.info('sessions of an account were ended', { account: address, count: ended });
    return ended;
  }

  /** Believes no token of a member of the staff that was issued up to now. @throws StoreError */
  async endStaff(staffId: string): Promise<void> {
    await this.#revoked.revoke(staffId, this.#parts.nowS());
    this.#parts.log.info('tokens of a member of the staff were revoked');
  }

  /** Counts a failure, and writes it into the log: what kind, why, and whether it led to a lock. Neither token nor address. */
  #failed(
    remote: string,
    who: string,
    kind: 'account' | 'staff',
    code: string,
    nowS: number,
    account?: Address,
  ): void {
    // The try of an account was spent already.
    if (kind === 'staff') this.#attempts.spend(remote, nowS);
    const { count, lockedS } = this.#attempts.failed(remote, who, nowS);
    const fields = { kind, code, count, ...(account === undefined ? {} : { account }) };
    if (lockedS === 0) {
      this.#parts.log.warn('a sign-in failed', fields);
      return;
    }
    this.#parts.log.warn('a sign-in failed and is locked out for a while', {
      ...fields,
      durationMs: lockedS * 1000,
    });
    this.#parts.onLocked?.(count);
  }
}

/** The token of `Authorization: Bearer`, RFC 6750; undefined where there is none of that form. */
function bearerOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization.length > 2 * MAX_TOKEN_CHARS) return undefined;
  return authorization.match(/^Bearer +([\w~+/.-]+=*)$/i)?.[1];
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whom a token says that it is of, believed by nobody: only to count failures apart. Kept in memory for that, and told to nobody. */
function claimedSubject(token: string): string {
  try {
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      sub?: unknown;
    };
    return typeof sub === 'string' ? sub.slice(0, 128) : 'none';
  } catch {
    return 'none';
  }
}
