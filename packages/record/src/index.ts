export type { Domain } from '@twinseal/mibsc';
export {
  type Capsule,
  type CapsuleFields,
  type CapsuleToJudge,
  decodeCapsule,
  type EmergencyIssue,
  encodeCapsule,
  encodeCapsuleContext,
  isRecipient,
  type LaneIssuers,
  MAX_RECIPIENTS,
  mayIssue,
  openModuleCapsule,
  type SealModuleCapsule,
  sealModuleCapsule,
  sortRecipients,
} from './capsule.js';
export { RecordError, type RecordErrorCode } from './errors.js';
export { FINDINGS, type Finding, type FindingCode } from './finding.js';
export { FORMAT_VERSION, HEAD_BYTES, MAGICS, type Magic, peekMagic, SUITE_NUMBER } from './head.js';
export {
  authorId,
  decodeIdentityBytes,
  encodeIdentityBytes,
  formatIdentity,
  formatName,
  hospitalAuthorId,
  hospitalIdentity,
  type Identity,
  isIdentity,
  MAX_IDENTITY_BYTES,
  parseIdentity,
  parseIdentityText,
  parseName,
  patientIdentity,
  staffIdentity,
  type Who,
} from './identity.js';
export { compareInstants, type Instant, parseInstant } from './instant.js';
export { compressAuthorProof } from './internal/author-proof.js';
export { fromHex, toHex } from './internal/hex.js';
export { authorDigest, type LeafFields, laneId, laneRoot, laneTree, leaf } from './lane.js';
export {
  batchDigest,
  type LaneInMap,
  laneMap,
  laneMapRoot,
  laneMapValue,
  MAX_MAP_LANES,
} from './lane-map.js';
export {
  type AnchoredMaps,
  decodeLaneWord,
  encodeLaneWord,
  type FallenHead,
  headFell,
  judgeLaneWord,
  type LaneVerdict,
  type LaneWord,
  MAX_WORD_INSTANCES,
  MAX_WORD_MAPS,
  type ToldInstance,
  type WordEntry,
  type WordInstance,
  type WordMap,
} from './lane-word.js';
export {
  decodeManifest,
  encodeManifest,
  MAX_MANIFEST_ENTRIES,
  type Manifest,
  type ManifestEntry,
  manifestRoot,
  mayAuthor,
} from './manifest.js';
export {
  type Coverage,
  type ErasedPart,
  type LaneToOpen,
  type OpenedLane,
  openLane,
  type VerifiedPart,
} from './open-lane.js';
export { type OwnSecret, openOwnCapsules } from './own-capsules.js';
export { MIN_PADDED_BYTES, paddedLength } from './padme.js';
export {
  type Locator,
  type ModuleSecret,
  objectAddress,
  openPart,
  type PartRandomness,
  partDigest,
  partLocator,
  type SealedPart,
  sealPart,
} from './part.js';
export { decodePartContent, encodePartContent, type PartHeader } from './part-content.js';
export { encodePartContext, PART_CONTEXT_BYTES, type PartContext } from './part-context.js';
export { decodeFrame, encodeFrame, MAX_CONTENT_BYTES } from './part-frame.js';
export { checkPayload, MAX_PAYLOAD_BYTES, openPayload, payloadKey, sealPayload } from './payload.js';
export { purposeDigest } from './purpose.js';
export {
  decisionOf,
  decodeReceipt,
  encodeReceiptBody,
  MAX_RECEIPT_SCOPES,
  REASONS,
  type Receipt,
  type ReceiptFields,
  type ReceiptFinding,
  receiptDigest,
  receiptHash,
  signReceipt,
  signReceiptBody,
  verifyReceipt,
  verifyReceiptChain,
} from './receipt.js';
export type { AnchoredInstance, LaneHead, RecordSource, Tombstone } from './record-source.js';
export { isModule, moduleScope } from './scope.js';
export {
  type InstanceToSeal,
  type ModuleToSeal,
  newModuleSecret,
  type SealedInstance,
  type SealedModule,
  sealInstance,
} from './seal-instance.js';
export { decodeSlot, openSlot, SALT_BYTES, SLOT_BYTES, type Slot, sealSlot, slotCommitment } from './slot.js';
export {
  compareStatements,
  decodeStatement,
  encodeStatement,
  type FhirResource,
  MAX_SOURCE_TEXT,
  type Source,
  type Statement,
  sortStatements,
} from './statement.js';
export { entryTag, maskCounter, unmaskCounter } from './tag.js';
export {
  type Depth,
  type ErasedEntry,
  type LaneToVerify,
  type VerifiedLane,
  type VerifiedManifest,
  verifyLane,
} from './verify-lane.js';
