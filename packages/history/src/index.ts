export { type ConsistencyClaim, consistencyProof, verifyConsistency } from './consistency.js';
export { Frontier } from './frontier.js';
export { emptyHead, HASH_BYTES, type Hash, leafHash, nodeHash } from './hashing.js';
export { type InclusionClaim, inclusionProof, verifyInclusion } from './inclusion.js';
export {
  type MapEntry,
  type MapHead,
  type MapProof,
  mapLeaf,
  mapRoot,
  provesDisorder,
  SortedMap,
  verifyMapAbsence,
  verifyMapEntry,
} from './sorted-map.js';
export { treeHead } from './tree-head.js';
