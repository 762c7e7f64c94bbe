/**
 * EIP-712 definitions of everything that is signed for the contracts, as plain data: pass them to any wallet or library
 * together with `primaryType` and the message. The field order is part of the type and must not change.
 */
import type { Hex } from './hex.js';

/** The `EIP712Domain` of one contract. */
export interface TypedDataDomain {
  readonly name: string;
  readonly version: string;
  readonly chainId: bigint;
  readonly verifyingContract: Hex;
}

const field = (name: string, type: string) => ({ name, type });

const grantFields = [
  field('twinId', 'bytes32'),
  field('hospital', 'bytes32'),
  field('staff', 'bytes32'),
  field('scopes', 'bytes32[]'),
  field('purposes', 'bytes32[]'),
  field('operations', 'uint8'),
  field('notBefore', 'uint64'),
  field('expiry', 'uint64'),
  field('fullHistory', 'bool'),
  field('nonce', 'uint64'),
  field('deadline', 'uint64'),
];

/** Types signed for `Access`: `Grant`, `Revoke`, `RevokeAll`. */
export const accessTypes = {
  Grant: grantFields,
  Revoke: [
    field('twinId', 'bytes32'),
    field('grantId', 'bytes32'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  RevokeAll: [field('twinId', 'bytes32'), field('nonce', 'uint64'), field('deadline', 'uint64')],
};

/** Types signed for `Registration`: `RegisterTwin`. */
export const registrationTypes = {
  RegisterTwin: [
    field('twinId', 'bytes32'),
    field('kind', 'uint8'),
    field('control', 'address'),
    field('identityEpoch', 'uint32'),
    field('custodian', 'bytes32'),
    field('deadline', 'uint64'),
    field('grants', 'Grant[]'),
  ],
  Grant: grantFields,
};

/** Types signed for `DataRequest`: `DataRequest`. */
export const dataRequestTypes = {
  DataRequest: [
    field('twinId', 'bytes32'),
    field('hospital', 'bytes32'),
    field('staff', 'bytes32'),
    field('scopes', 'bytes32[]'),
    field('purpose', 'bytes32'),
    field('operation', 'uint8'),
    field('deadline', 'uint64'),
    field('salt', 'bytes32'),
  ],
};

/** The signing domain of an `Access` contract. */
export function accessDomain(chainId: bigint, access: Hex): TypedDataDomain {
  return { name: 'Twinseal Access', version: '1', chainId, verifyingContract: access };
}

/** The signing domain of a `Registration` contract. */
export function registrationDomain(chainId: bigint, registration: Hex): TypedDataDomain {
  return { name: 'Twinseal Registration', version: '1', chainId, verifyingContract: registration };
}

/** The signing domain of a `DataRequest` contract. */
export function dataRequestDomain(chainId: bigint, requests: Hex): TypedDataDomain {
  return { name: 'Twinseal DataRequest', version: '1', chainId, verifyingContract: requests };
}
