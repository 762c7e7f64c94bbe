export {
  ARTIFACTS,
  type ContractName,
  DEPLOYMENT_ORDER,
  type DeploymentInput,
  type DeploymentStep,
  deploymentPlan,
  firstWiring,
  type HospitalTerms,
  type ParameterTerms,
  type Wiring,
} from './deployment.js';
export { type ContractErrorName, ERROR_SENTENCES, errorSentence } from './errors.js';
export * from './generated/index.js';
export { type GrantTerms, NO_GRANT, ZERO_32 } from './grant-terms.js';
export type { Hex } from './hex.js';
export { STORAGE_SLOTS } from './storage-slots.js';
export {
  ACTION_KIND,
  CHALLENGE_STATUS,
  type ChallengeStatus,
  DECISION_REASON,
  type DecisionReason,
  GRANT_STATUS,
  type GrantStatus,
  HOSPITAL_STATUS,
  type HospitalStatus,
  MAX_ENTRIES,
  MAX_LIVE_GRANTS,
  MISBEHAVIOUR,
  type Misbehaviour,
  OPERATION,
  PROXY_POWER,
  TWIN_KIND,
  type TwinKind,
} from './tables.js';
export {
  accessDomain,
  accessTypes,
  contributionDomain,
  contributionTypes,
  dataRequestDomain,
  dataRequestTypes,
  emergencyDomain,
  emergencyTypes,
  recoveryDomain,
  recoveryTypes,
  registrationDomain,
  registrationTypes,
  registrationWithSourcesTypes,
  storageDomain,
  storageTypes,
  type TypedDataDomain,
  twinTypes,
} from './typed-data.js';
