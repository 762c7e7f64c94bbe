export { PeerDirectory } from './directory.js';
export { PeerError, type PeerFaultCode, SignatureError, type SignatureFaultCode } from './errors.js';
export { decodeInstance, encodeInstance, type SentUpdate } from './instance-body.js';
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
export { decodeObjects, encodeObjects } from './objects.js';
export { PEER_PREFIX } from './paths.js';
export { DEFAULT_CLIENT_LIMITS, PeerClient } from './peer-client.js';
export { DEFAULT_PEER_LIMITS, peerRoutes } from './peer-routes.js';
export {
  heldObjectsDigest,
  signReplicationReceipt,
  verifyReplicationReceipt,
} from './replication-receipt.js';
export { signStatement, verifyStatement } from './statement.js';
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
