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

const sourceListFields = [field('authorId', 'bytes32'), field('sources', 'bytes32[]')];

const registerFields = [
  field('twinId', 'bytes32'),
  field('kind', 'uint8'),
  field('control', 'address'),
  field('identityEpoch', 'uint32'),
  field('custodian', 'bytes32'),
  field('deadline', 'uint64'),
  field('grants', 'Grant[]'),
];

/** Types signed for `Registration` when registering: `RegisterTwin`. */
export const registrationTypes = { RegisterTwin: registerFields, Grant: grantFields };

/** Types signed for `Registration` when registering with lists of data sources: `RegisterTwinWithSources`. */
export const registrationWithSourcesTypes = {
  RegisterTwinWithSources: [...registerFields, field('sources', 'SourceList[]')],
  Grant: grantFields,
  SourceList: sourceListFields,
};

/** Types signed for `Registration` afterwards: `AppointProxy`, `DismissProxy`, `ChangeCustodian`, `LinkTwins`, `UnlinkTwins`. */
export const twinTypes = {
  AppointProxy: [
    field('twinId', 'bytes32'),
    field('proxy', 'address'),
    field('powers', 'uint8'),
    field('scopes', 'bytes32[]'),
    field('notBefore', 'uint64'),
    field('expiry', 'uint64'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  DismissProxy: [
    field('twinId', 'bytes32'),
    field('proxy', 'address'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  ChangeCustodian: [
    field('twinId', 'bytes32'),
    field('custodian', 'bytes32'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  LinkTwins: [
    field('first', 'bytes32'),
    field('second', 'bytes32'),
    field('firstNonce', 'uint64'),
    field('secondNonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  UnlinkTwins: [
    field('twinId', 'bytes32'),
    field('other', 'bytes32'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
};

/** Types signed for `Recovery`: by the patient, and `Recover` by guardians. */
export const recoveryTypes = {
  SetGuardians: [
    field('twinId', 'bytes32'),
    field('guardians', 'address[]'),
    field('threshold', 'uint8'),
    field('delay', 'uint32'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  CancelGuardianChange: [field('twinId', 'bytes32'), field('nonce', 'uint64'), field('deadline', 'uint64')],
  RotateControl: [
    field('twinId', 'bytes32'),
    field('control', 'address'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  CancelRotation: [field('twinId', 'bytes32'), field('nonce', 'uint64'), field('deadline', 'uint64')],
  Recover: [
    field('twinId', 'bytes32'),
    field('control', 'address'),
    field('round', 'uint64'),
    field('deadline', 'uint64'),
  ],
  CancelRecovery: [field('twinId', 'bytes32'), field('round', 'uint64'), field('deadline', 'uint64')],
};

/** Types signed for `Emergency`: `OpenEmergency` by clinicians, `SetEmergencyPolicy` by the patient, `ReviewEmergency`. */
export const emergencyTypes = {
  OpenEmergency: [
    field('twinId', 'bytes32'),
    field('hospital', 'bytes32'),
    field('staff', 'bytes32'),
    field('secondStaff', 'bytes32'),
    field('scopes', 'bytes32[]'),
    field('purpose', 'bytes32'),
    field('reason', 'bytes32'),
    field('until', 'uint64'),
    field('deadline', 'uint64'),
    field('salt', 'bytes32'),
  ],
  SetEmergencyPolicy: [
    field('twinId', 'bytes32'),
    field('scopes', 'bytes32[]'),
    field('recipient', 'bytes32'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  ReviewEmergency: [field('grantId', 'bytes32'), field('review', 'bytes32'), field('deadline', 'uint64')],
};

/** Types signed for `Contribution`: `SetSources`. */
export const contributionTypes = {
  SetSources: [
    field('twinId', 'bytes32'),
    field('authorId', 'bytes32'),
    field('sources', 'bytes32[]'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
};

/** Types signed for `Storage`: `ReplicationReceipt` and `DeletionReceipt` by holders, `RequestErasure` by the patient. */
export const storageTypes = {
  ReplicationReceipt: [
    field('twinId', 'bytes32'),
    field('authorId', 'bytes32'),
    field('holder', 'bytes32'),
    field('count', 'uint64'),
    field('objects', 'bytes32'),
    field('location', 'bytes32'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  RequestErasure: [
    field('twinId', 'bytes32'),
    field('authorId', 'bytes32'),
    field('seq', 'uint64'),
    field('nonce', 'uint64'),
    field('deadline', 'uint64'),
  ],
  DeletionReceipt: [
    field('twinId', 'bytes32'),
    field('authorId', 'bytes32'),
    field('seq', 'uint64'),
    field('holder', 'bytes32'),
    field('objects', 'bytes32'),
    field('deadline', 'uint64'),
  ],
};

/** Types signed for `DataRequest`: `DataRequest`; grantId is of the grant relied on, zero for none. */
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
    field('grantId', 'bytes32'),
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

/** The signing domain of a `Recovery` contract. */
export function recoveryDomain(chainId: bigint, recovery: Hex): TypedDataDomain {
  return { name: 'Twinseal Recovery', version: '1', chainId, verifyingContract: recovery };
}

/** The signing domain of an `Emergency` contract. */
export function emergencyDomain(chainId: bigint, emergency: Hex): TypedDataDomain {
  return { name: 'Twinseal Emergency', version: '1', chainId, verifyingContract: emergency };
}

/** The signing domain of a `Contribution` contract. */
export function contributionDomain(chainId: bigint, contribution: Hex): TypedDataDomain {
  return { name: 'Twinseal Contribution', version: '1', chainId, verifyingContract: contribution };
}

/** The signing domain of a `Storage` contract. */
export function storageDomain(chainId: bigint, stores: Hex): TypedDataDomain {
  return { name: 'Twinseal Storage', version: '1', chainId, verifyingContract: stores };
}
