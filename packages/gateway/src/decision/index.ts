export {
  type Ask,
  type Caller,
  type ChainHead,
  type Decision,
  type Denial,
  type Obligation,
  OPERATIONS,
  type Operation,
  STAFF_ROLES,
  type StaffRole,
  type Unusual,
} from './ask.js';
export { ChainFacts } from './chain-facts.js';
export {
  type AccountStanding,
  type Coverage,
  decide,
  type Facts,
  type TwinFacts,
  type Volume,
} from './decide.js';
export { DecisionDesk, type DeskParts } from './desk.js';
export { type FactSources, factsOf, type LocalEmergencies } from './facts.js';
export { isPurpose, isWithin, PURPOSES, type Purpose, purposeName } from './purposes.js';
export { callerKey, DEFAULT_VOLUME_LIMITS, VolumeBook, type VolumeLimits } from './volume.js';
