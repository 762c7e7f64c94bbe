export * from './anchoring/index.js';
export { blueprint as apiBlueprint } from './api/blueprint.js';
export { openApiDocument } from './api/openapi.js';
export { type Fault, type FsckInput, type FsckReport, fsck, type KeeperStores } from './audit/fsck.js';
export { type Needle, type PlaintextHit, PlaintextSearch, textNeedle } from './audit/plaintext-search.js';
export {
  type AuditCode,
  type AuditFinding,
  type AuditInput,
  type AuditReport,
  audit,
} from './audit/sealed-to.js';
export * from './config/index.js';
export {
  CALL_NAMES,
  type CallBody,
  type CallName,
  contractCall,
  nextNonce,
  parseCall,
  type SignedCall,
} from './consents/calls.js';
export { type Standing, standingOf } from './consents/standing.js';
export * from './doctor/index.js';
export * from './emergency/index.js';
export { type DeletionReceipt, deletedObjectsDigest } from './erasure/deletion-receipt.js';
export { GatewayError, type GatewayErrorCode } from './errors.js';
export {
  INTRODUCTION_TYPES,
  type Introduction,
  introductionDomain,
  introductionSchema,
  signIntroduction,
  slipDigest,
} from './introductions/introduction.js';
export { mapRecord, recordsOf, twinOfRecord, unmapRecord } from './introductions/record-numbers.js';
export { type HeldSecret, LaneAuthor, type LaneAuthorOptions, type Vault } from './lane-author.js';
export { type Keeping, LaneSource } from './lane-source.js';
export { linkedTwins } from './links/links.js';
export { createLog, type Log } from './log/index.js';
export * from './peers/index.js';
export type { Gateway } from './ports.js';
export * from './rebuild/index.js';
export * from './receipts/index.js';
export { type RecoveryStop, stopRecovery } from './recovery/stop-recovery.js';
export type { GatewayStatus, TwinStatus } from './server/status.js';
export { GatewayService, type ServiceOptions } from './service/gateway-service.js';
export {
  createControlKey,
  createVaultKey,
  deriveKey,
  readControlKey,
  readKeyFile,
  writeKeyFile,
} from './service/key-files.js';
export { openParties, type Parties } from './service/open-parties.js';
export { operatorTokenFile } from './service/operator-token.js';
export { type GrantJson, grantFromJson, grantSchema, grantToJson } from './twins/grant-json.js';
export { type KnownTwin, KnownTwins, slipSchema } from './twins/known-twins.js';
export { type Added, addToLane } from './usecases/add-to-lane.js';
export { type Anchored, anchorPending } from './usecases/anchor-pending.js';
export { deliverCapsules, type Keeper } from './usecases/deliver-capsules.js';
export { keepUpdate, type Update } from './usecases/keep-update.js';
export { type OpenedTwin, type OpenTwinInput, openTwin, type ReadLane } from './usecases/open-twin.js';
export type { HospitalView, LaneView } from './usecases/refresh-twin.js';
export { type Release, releaseLane } from './usecases/release-lane.js';
export { type AccessSlip, requestAccess, scopesOf } from './usecases/request-access.js';
export { handleOf, ownAuthor, type Taken, takeRecord } from './usecases/take-record.js';
