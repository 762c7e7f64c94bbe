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
export {
  ACTION_KIND,
  DECISION_REASON,
  type DecisionReason,
  GRANT_STATUS,
  type GrantStatus,
  HOSPITAL_STATUS,
  type HospitalStatus,
  MAX_ENTRIES,
  OPERATION,
  TWIN_KIND,
  type TwinKind,
} from './tables.js';
export {
  accessDomain,
  accessTypes,
  dataRequestDomain,
  dataRequestTypes,
  registrationDomain,
  registrationTypes,
  type TypedDataDomain,
} from './typed-data.js';
