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
  cancelGeneration: 8,
  other: 9,
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

/** Most scopes, purposes or sources in one list (`MAX_ENTRIES` in Types.sol). */
export const MAX_ENTRIES = 64;

/** Most live grants that a twin's patient can have given (`MAX_LIVE_GRANTS` in Types.sol). */
export const MAX_LIVE_GRANTS = 48;

/** What a proxy may do (`POWER_…` in Registration.sol), as bits. */
export const PROXY_POWER = { grant: 1, revoke: 2 } as const;

/** What an author can be caught at (`Misbehaviour` in PatientDigitalTwin.sol). */
export const MISBEHAVIOUR = [
  'two-leaves-for-one-place',
  'head-fell',
  'lane-dropped',
  'map-unsorted',
] as const;
export type Misbehaviour = (typeof MISBEHAVIOUR)[number];

/** Standing of a challenged receipt (`ChallengeStatus` in DataRequest.sol). */
export const CHALLENGE_STATUS = ['none', 'open', 'answered', 'omitted'] as const;
export type ChallengeStatus = (typeof CHALLENGE_STATUS)[number];
