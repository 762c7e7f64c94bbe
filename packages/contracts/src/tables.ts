/** What the contracts' small numbers mean. A test compares these tables with the Solidity sources. */

/** Standing of a hospital (`Status` in Types.sol). */
export const HOSPITAL_STATUS = ['none', 'active', 'suspended', 'removed'] as const;
export type HospitalStatus = (typeof HOSPITAL_STATUS)[number];

/** What the hospitals' quorum decides (`ActionKind` in AuthorizedHospitals.sol). */
export const ACTION_KIND = {
  admit: 0,
  suspend: 1,
  resume: 2,
  remove: 3,
  rotateKey: 4,
  rotateParameters: 5,
  setQuorum: 6,
  openGeneration: 7,
  other: 8,
} as const;

/** Operations of a grant, as bits. */
export const OPERATION = { read: 1, contribute: 2 } as const;

/** Kinds of twins (paper, 5.1.3). */
export const TWIN_KIND = ['whole-body', 'condition', 'organ'] as const;
export type TwinKind = (typeof TWIN_KIND)[number];

/** Standing of a grant (`GrantStatus` in Access.sol). */
export const GRANT_STATUS = ['none', 'live', 'revoked', 'lapsed'] as const;
export type GrantStatus = (typeof GRANT_STATUS)[number];

/** Reasons of a decision by number (docs/RECORD.md, REC-23); 0 and 11 go with permit. */
export const DECISION_REASON = [
  'granted',
  'unknown-twin',
  'hospital-not-admitted',
  'no-grant',
  'not-yet-valid',
  'expired',
  'revoked',
  'scope-not-granted',
  'purpose-not-granted',
  'operation-not-granted',
  'deadline-passed',
  'emergency',
] as const;
export type DecisionReason = (typeof DECISION_REASON)[number];

/** Most scopes or purposes in one grant or request, and most live grants of one twin (`MAX_ENTRIES` in Types.sol). */
export const MAX_ENTRIES = 64;
