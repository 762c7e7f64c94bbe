/** A patient who signs, with the keys that no gateway holds; for the worlds of the tests, each of which says how what was signed is relayed. */

import { createHash, randomBytes } from 'node:crypto';
import type { ConsortiumReader } from '@twinseal/chain';
import {
  accessDomain,
  accessTypes,
  type GrantTerms,
  OPERATION,
  registrationDomain,
  registrationTypes,
  ZERO_32,
} from '@twinseal/contracts';
import type { IdentityKey, PublicParameters } from '@twinseal/mibsc';
import {
  authorId,
  formatName,
  fromHex,
  hospitalAuthorId,
  purposeDigest,
  type Statement,
} from '@twinseal/record';
import type { SealedStore } from '@twinseal/store';
import { bytesToHex, type Hex, type LocalAccount } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { LaneAuthor } from '../../src/lane-author.js';
import { type AccessSlip, scopesOf } from '../../src/usecases/request-access.js';

export const MODULES = ['conditions', 'medications', 'observations'] as const;
export const PURPOSE = 'TREAT';
const DAY_S = 86_400;

export const nowS = () => Math.floor(Date.now() / 1000);
export const authorIdOf = (hospital: string): Hex => bytesToHex(hospitalAuthorId(hospital));

/** What a patient needs to know of a consortium. */
export interface PatientGround {
  readonly reader: ConsortiumReader;
  readonly params: PublicParameters;
}

export class SigningPatient {
  /** The account that controls the twin. */
  readonly account: LocalAccount = privateKeyToAccount(generatePrivateKey());
  readonly lookupKey = new Uint8Array(randomBytes(32));
  readonly #salts = Object.fromEntries(MODULES.map((module) => [module, randomBytes(32).toString('hex')]));
  readonly #purposeSalt = randomBytes(32).toString('hex');

  constructor(
    readonly ground: PatientGround,
    readonly twinId: string,
    readonly key: IdentityKey,
    readonly vault: SealedStore,
  ) {}

  get id(): Hex {
    return `0x${this.twinId}`;
  }

  /** The own author id, 64 hexadecimal digits. */
  get authorId(): string {
    const name = formatName({ kind: 'patient', twinId: fromHex(this.twinId, 32) });
    return bytesToHex(authorId(name)).slice(2);
  }

  slip(grant?: GrantTerms): AccessSlip {
    return {
      twinId: this.twinId,
      scopeSalts: this.#salts,
      purposeSalt: this.#purposeSalt,
      ...(grant === undefined ? {} : { grant }),
    };
  }

  /** The twin's registration at a custodian, with the right of hospitals to contribute. */
  async signRegistration(custodian: Hex, contributors: readonly Hex[]) {
    const terms = {
      twinId: this.id,
      kind: 0,
      control: this.account.address,
      identityEpoch: 1,
      custodian,
      deadline: BigInt(nowS() + 3600),
    };
    const grants = contributors.map((hospital, index) =>
      this.terms(hospital, MODULES, { operations: OPERATION.contribute, nonce: BigInt(index) }),
    );
    const { chainId, registration } = this.ground.reader.consortium;
    const signature = await this.account.signTypedData({
      domain: registrationDomain(BigInt(chainId), registration),
      types: registrationTypes,
      primaryType: 'RegisterTwin',
      message: { ...terms, grants },
    });
    return { terms, grants, signature };
  }

  /** A grant of reading. @param purposes HL7 v3 PurposeOfUse */
  async signReading(hospital: Hex, modules: readonly string[], purposes?: readonly string[]) {
    const nonce = await this.ground.reader.consentNonce(this.id);
    const terms = this.terms(hospital, modules, {
      operations: OPERATION.read,
      nonce,
      ...(purposes === undefined ? {} : { purposes }),
    });
    const signature = await this.account.signTypedData({
      domain: this.#accessDomain,
      types: accessTypes,
      primaryType: 'Grant',
      message: { ...terms },
    });
    return { terms, signature };
  }

  async signRevoke(grantId: Hex) {
    const nonce = await this.ground.reader.consentNonce(this.id);
    const deadline = BigInt(nowS() + 3600);
    const signature = await this.account.signTypedData({
      domain: this.#accessDomain,
      types: accessTypes,
      primaryType: 'Revoke',
      message: { twinId: this.id, grantId, nonce, deadline },
    });
    return { nonce, deadline, signature };
  }

  terms(
    hospital: Hex,
    modules: readonly string[],
    more: { readonly operations: number; readonly nonce: bigint; readonly purposes?: readonly string[] },
  ): GrantTerms {
    const [id, salt] = [fromHex(this.twinId, 32), fromHex(this.#purposeSalt, 32)];
    const { operations, nonce, purposes = [PURPOSE] } = more;
    return {
      twinId: this.id,
      hospital,
      staff: ZERO_32,
      scopes: scopesOf(this.slip(), modules),
      purposes: purposes.map((code) => bytesToHex(purposeDigest(id, salt, code))).sort(),
      operations,
      notBefore: BigInt(nowS() - 60),
      expiry: BigInt(nowS() + 30 * DAY_S),
      fullHistory: true,
      nonce,
      deadline: BigInt(nowS() + 3600),
    };
  }

  /** The author of the own lane. */
  author(): Promise<LaneAuthor> {
    return this.authorWith(this.key, this.vault);
  }

  /** The author of a lane of this twin that knows the patient's salts. */
  async authorWith(key: IdentityKey, vault: SealedStore): Promise<LaneAuthor> {
    const { params, reader } = this.ground;
    const author = new LaneAuthor({
      params,
      domain: reader.domain,
      key,
      twinId: fromHex(this.twinId, 32),
      vault,
    });
    await author.keepScopeSalts(
      new Map(Object.entries(this.#salts).map(([module, salt]) => [module, fromHex(salt, 32)])),
    );
    return author;
  }

  get #accessDomain() {
    const { chainId, access } = this.ground.reader.consortium;
    return accessDomain(BigInt(chainId), access);
  }
}

/** Statements about a patient that does not exist. */
export function statements(...ids: readonly string[]): Statement[] {
  return ids.map((id) => ({
    op: 'put' as const,
    source: { system: 'urn:example:records', id, version: '1' },
    sourceTime: '2026-01-01T08:00:00Z',
    recordedTime: '2026-01-02T08:00:00Z',
    resource: {
      resourceType: 'Observation',
      // FHIR has letters, digits, - and . in ids; any other text is named by its hash.
      id: /^[A-Za-z0-9.-]{1,64}$/.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 16),
      status: 'final',
    },
  }));
}
