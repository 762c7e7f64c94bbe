/** The contracts' structs, as viem has them. Field by field those of packages/contracts/INTERFACE.md. */

import type { GrantTerms } from '@twinseal/contracts';
import type { Address, Hex } from 'viem';

/** An admitted hospital. `status`: 0 none, 1 active, 2 suspended, 3 removed. */
export interface Hospital {
  readonly authorId: Hex;
  readonly id: string;
  readonly epoch: number;
  readonly controller: Address;
  readonly endpoint: string;
  readonly status: number;
  readonly pointDigest: Hex;
  readonly xS: bigint;
}

export interface TwinTerms {
  readonly twinId: Hex;
  /** 0 whole body, 1 condition, 2 organ. */
  readonly kind: number;
  readonly control: Address;
  readonly identityEpoch: number;
  /** authorId of a hospital, or zero. */
  readonly custodian: Hex;
  readonly deadline: bigint;
}

export interface Twin {
  readonly control: Address;
  readonly identityEpoch: number;
  readonly kind: number;
  readonly custodian: Hex;
  readonly patientAuthorId: Hex;
  readonly pointDigest: Hex;
}

/** What a hospital asks of `DataRequest`. */
export interface AccessRequest {
  readonly twinId: Hex;
  readonly hospital: Hex;
  readonly staff: Hex;
  readonly scopes: readonly Hex[];
  readonly purpose: Hex;
  readonly operation: number;
  readonly deadline: bigint;
  /** 32 random bytes. */
  readonly salt: Hex;
}

/** A grant as the chain tells of it. */
export interface Grant {
  readonly grantId: Hex;
  readonly terms: GrantTerms;
  /** Live now: neither revoked nor lapsed nor outside its time. */
  readonly live: boolean;
  /** The twin's access version right after the grant. */
  readonly versionAtGrant: number;
  /** Opened by a clinician in an emergency, not given by the patient. */
  readonly emergency: boolean;
  /** The block that it stands in. */
  readonly blockNumber: number;
}

/** A request's decision (REC-23). */
export interface Decision {
  readonly requestId: Hex;
  readonly permit: boolean;
  readonly reason: number;
  readonly accessVersion: number;
  readonly blockNumber: number;
  readonly blockHash: Hex;
  readonly txHash: Hex;
}

/** The consortium's contracts by what they are for; the address book calls `Storage` `stores`. */
export type ContractRole =
  | 'hospitals'
  | 'registration'
  | 'recovery'
  | 'access'
  | 'emergency'
  | 'contribution'
  | 'stores'
  | 'twins'
  | 'requests'
  | 'book';
