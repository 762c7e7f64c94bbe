export { PeerDirectory } from './directory.js';
export { PeerError, type PeerFaultCode, SignatureError, type SignatureFaultCode } from './errors.js';
export {
  claimedSigner,
  DEFAULT_MAX_SKEW_S,
  type IncomingRequest,
  SIGNATURE_LIFETIME_S,
  signedFetch,
  type VerifyContext,
  verifyRequest,
} from './message-signatures.js';
export { MemoryNonceStore, type NonceStore } from './nonce-store.js';
export type {
  FetchLimits,
  LaneRef,
  Peer,
  PeerClientLimits,
  PeerClientOptions,
  PeerDirectoryOptions,
  PeerFault,
  PeerRelease,
  PeerResponse,
  PeerRoutesOptions,
  PeerServerLimits,
  PeerSigner,
  PeerStatement,
  ReleaseAsk,
  ReplicationReceipt,
} from './types.js';
