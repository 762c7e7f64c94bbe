export { type AnchoredMap, anchoredMaps, newestMap } from './batches.js';
export { type Connection, connect, type Reader, type Sender } from './connection.js';
export { type Consortium, type Deployment, deployConsortium } from './consortium.js';
export { type Anchoring, ConsortiumReader } from './consortium-reader.js';
export { type AdoptCall, type AnchorCall, type BatchCall, ConsortiumWriter } from './consortium-writer.js';
export {
  EMBEDDED_CHAIN_ID,
  type EmbeddedChain,
  type EmbeddedChainOptions,
  findAnvil,
  startEmbeddedChain,
} from './embedded-chain.js';
export { ChainError, type ChainErrorCode } from './errors.js';
export { type BatchedLane, BatchedLanes, type LaneWords, type WordAsk } from './lane-words.js';
export { type Deletion, type ErasureRequest, tombstoneOver, WHOLE_LANE } from './tombstones.js';
export { type Confirmed, chainErrorOf } from './transaction.js';
export { blockHash, type ChainEvent, type EventPage, eventsFrom } from './twin-events.js';
export type { AccessRequest, ContractRole, Decision, Grant, Hospital, Twin, TwinTerms } from './types.js';
