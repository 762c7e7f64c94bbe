/**
 * The patient's own side: holds the keys that no gateway ever holds, signs consents for others to relay, writes the own lane, opens the own record.
 */

import { randomBytes } from 'node:crypto';
import type { ConsortiumReader, TwinTerms } from '@twinseal/chain';
import {
  accessDomain,
  accessTypes,
  type GrantTerms,
  registrationDomain,
  registrationTypes,
  ZERO_32,
} from '@twinseal/contracts';
import { type AccessSlip, scopesOf, type Vault } from '@twinseal/gateway';
import { fromHex, purposeDigest } from '@twinseal/record';
import { bytesToHex, type Hex, type LocalAccount } from 'viem';

/** How long a signed consent may wait to be relayed, in seconds. */
const CONSENT_LIFETIME_S = 3600;

/** What the patient's app keeps beside its keys. */
interface Wallet {
  readonly twinId: string;
  /** By module: the scope's salt (docs/RECORD.md, REC-19). */
  readonly scopeSalts: Readonly<Record<string, string>>;
  readonly purposeSalt: string;
}

/** What a patient grants. */
export interface GrantWish {
  /** authorId of the hospital. */
  readonly hospital: Hex;
  readonly modules: readonly string[];
  /** HL7 v3 PurposeOfUse codes. */
  readonly purposes: readonly string[];
  readonly operations: number;
  /** Seconds since 1970. */
  readonly notBeforeS: number;
  readonly expiryS: number;
  readonly fullHistory: boolean;
}

/** A consent that anyone may relay. */
export interface SignedGrant {
  readonly terms: GrantTerms;
  readonly signer: Hex;
  readonly signature: Hex;
}

export class PatientApp {
  readonly #wallet: Wallet;
  readonly #account: LocalAccount;

  private constructor(wallet: Wallet, account: LocalAccount) {
    this.#wallet = wallet;
    this.#account = account;
  }

  /** A new patient: a random twin id, and a random salt for each module and for purposes, kept in the patient's own vault. */
  static async create(
    vault: Vault,
    account: LocalAccount,
    twinId: string,
    modules: readonly string[],
  ): Promise<PatientApp> {
    const wallet: Wallet = {
      twinId,
      scopeSalts: Object.fromEntries(modules.map((module) => [module, randomBytes(32).toString('hex')])),
      purposeSalt: randomBytes(32).toString('hex'),
    };
    await vault.putJson('wallet', wallet);
    return new PatientApp(wallet, account);
  }

  /** The patient whose wallet a vault holds. @throws TypeError where it holds none */
  static async open(vault: Vault, account: LocalAccount): Promise<PatientApp> {
    const wallet = await vault.getJson<Wallet>('wallet');
    if (wallet === undefined) throw new TypeError('vault: holds no wallet');
    return new PatientApp(wallet, account);
  }

  /** The patient whose salts a hospital gave back: keeps them in a new vault. */
  static async restore(vault: Vault, account: LocalAccount, slip: AccessSlip): Promise<PatientApp> {
    const { twinId, scopeSalts, purposeSalt } = slip;
    const wallet: Wallet = { twinId, scopeSalts, purposeSalt };
    await vault.putJson('wallet', wallet);
    return new PatientApp(wallet, account);
  }

  /** Somebody who acts for the patient within what the slip speaks of; nothing is kept. @param account the proxy's */
  static actingFor(slip: AccessSlip, account: LocalAccount): PatientApp {
    const { twinId, scopeSalts, purposeSalt } = slip;
    return new PatientApp({ twinId, scopeSalts, purposeSalt }, account);
  }

  /** 32 random bytes, hexadecimal. */
  get twinId(): string {
    return this.#wallet.twinId;
  }

  get account(): LocalAccount {
    return this.#account;
  }

  /** Salts of some modules (all by default): what authors and grantees are given. */
  slip(modules: readonly string[] = Object.keys(this.#wallet.scopeSalts), grant?: GrantTerms): AccessSlip {
    const { twinId, scopeSalts, purposeSalt } = this.#wallet;
    return {
      twinId,
      scopeSalts: Object.fromEntries(modules.map((module) => [module, scopeSalts[module] as string])),
      purposeSalt,
      ...(grant === undefined ? {} : { grant }),
    };
  }

  /** Signs the registration of the twin together with its first grants, for anyone to relay. */
  async signRegistration(
    chain: ConsortiumReader,
    custodian: Hex,
    wishes: readonly GrantWish[],
    nowS: number,
  ): Promise<{ terms: TwinTerms; grants: GrantTerms[]; signature: Hex }> {
    const terms: TwinTerms = {
      twinId: `0x${this.twinId}`,
      kind: 0,
      control: this.#account.address,
      identityEpoch: 1,
      custodian,
      deadline: BigInt(nowS + CONSENT_LIFETIME_S),
    };
    const grants = wishes.map((wish, index) => this.#terms(wish, BigInt(index), nowS));
    const { chainId, registration } = chain.consortium;
    const signature = await this.#account.signTypedData({
      domain: registrationDomain(BigInt(chainId), registration),
      types: registrationTypes,
      primaryType: 'RegisterTwin',
      message: { ...terms, grants },
    });
    return { terms, grants, signature };
  }

  /** Signs a grant, for anyone to relay. */
  async signGrant(chain: ConsortiumReader, wish: GrantWish, nowS: number): Promise<SignedGrant> {
    const terms = this.#terms(wish, await chain.consentNonce(`0x${this.twinId}`), nowS);
    const signature = await this.#account.signTypedData({
      domain: this.#accessDomain(chain),
      types: accessTypes,
      primaryType: 'Grant',
      message: { ...terms },
    });
    return { terms, signer: this.#account.address, signature };
  }

  /** Signs the revocation of a grant, for anyone to relay. */
  async signRevocation(
    chain: ConsortiumReader,
    grantId: Hex,
    nowS: number,
  ): Promise<{ nonce: bigint; deadline: bigint; signer: Hex; signature: Hex }> {
    const nonce = await chain.consentNonce(`0x${this.twinId}`);
    const deadline = BigInt(nowS + CONSENT_LIFETIME_S);
    const signature = await this.#account.signTypedData({
      domain: this.#accessDomain(chain),
      types: accessTypes,
      primaryType: 'Revoke',
      message: { twinId: `0x${this.twinId}`, grantId, nonce, deadline },
    });
    return { nonce, deadline, signer: this.#account.address, signature };
  }

  #accessDomain(chain: ConsortiumReader) {
    return accessDomain(BigInt(chain.consortium.chainId), chain.consortium.access);
  }

  #terms(wish: GrantWish, nonce: bigint, nowS: number): GrantTerms {
    const twinId = fromHex(this.twinId, 32);
    const purposeSalt = fromHex(this.#wallet.purposeSalt, 32);
    return {
      twinId: bytesToHex(twinId),
      hospital: wish.hospital,
      staff: ZERO_32,
      scopes: scopesOf(this.slip(), wish.modules),
      purposes: wish.purposes.map((code) => bytesToHex(purposeDigest(twinId, purposeSalt, code))).sort(),
      operations: wish.operations,
      notBefore: BigInt(wish.notBeforeS),
      expiry: BigInt(wish.expiryS),
      fullHistory: wish.fullHistory,
      nonce,
      deadline: BigInt(nowS + CONSENT_LIFETIME_S),
    };
  }
}
