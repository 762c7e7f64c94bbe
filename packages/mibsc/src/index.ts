export {
  AUTHOR_PROOF_BYTES,
  type AuthorClaim,
  assertAuthor,
  author,
  authorPoint,
  batchVerifyAuthor,
  type Domain,
  domainDigest,
  expandAuthorProof,
  verifyAuthor,
} from './author.js';
export {
  checkMasterSecret,
  decodeMasterSecret,
  encodeMasterSecret,
  extract,
  type KeyAuthority,
  localAuthority,
  MasterSecret,
  setup,
} from './authority.js';
export {
  type Backend,
  type BackendName,
  type CurveGroup,
  type FixedBase,
  type G1,
  type G2,
  type GT,
  loadBackend,
  type PairingTerm,
  type PreparedG2,
  type Scalar,
} from './backend.js';
export { type ByteSource, toReadableStream } from './byte-source.js';
export {
  CAPSULE_OVERHEAD_BYTES,
  MAX_SECRET_BYTES,
  MIN_SECRET_BYTES,
  type OpenCapsuleInput,
  openCapsule,
  type SealCapsuleInput,
  sealCapsule,
  splitCapsule,
  verifyCapsule,
} from './capsule.js';
export { type EnvelopeInfo, inspectEnvelope } from './envelope.js';
export { MIBSC_ERROR_CODES, MibscError, type MibscErrorCode } from './errors.js';
export {
  decapsulate,
  decodeHeader,
  encapsulate,
  HEADER_BYTES,
  type Header,
  type HeaderBinding,
  HeaderCache,
  isWellFormed,
} from './header.js';
export {
  decodeIdentity,
  encodeIdentity,
  type Identity,
  identityScalars,
  MAX_IDENTITY_BYTES,
  sameIdentity,
} from './identity.js';
export { checkIdentityKey, decodeIdentityKey, encodeIdentityKey, IdentityKey } from './identity-key.js';
export { compareBytes } from './internal/bytes.js';
export { MAX_CONTEXT_BYTES, SEGMENT_CHUNKS } from './internal/envelope-format.js';
export { hkdf } from './internal/hash.js';
export type { RandomSource } from './internal/random.js';
export { MIN_PADDED_BYTES, padmeLength } from './padding.js';
export {
  contractParameters,
  decodeParameters,
  encodeParameters,
  isValidated,
  MAX_RECIPIENTS,
  MIN_RECIPIENTS,
  type PublicParameters,
  type UnvalidatedParameters,
  validateParameters,
} from './parameters.js';
export { RecipientSet, recipientSet } from './recipients.js';
export { type SigncryptInput, signcrypt, signcryptStream } from './signcrypt.js';
export { CHUNK_BYTES, openStream, sealedStreamLength, sealStream, TAG_BYTES } from './stream.js';
export { SUITE } from './suite.js';
export { type UnsigncryptInput, unsigncrypt, unsigncryptStream, verifyEnvelope } from './unsigncrypt.js';
