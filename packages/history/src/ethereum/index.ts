export { ProofError, type ProofErrorCode } from './errors.js';
export {
  type BlockHeader,
  encodeHeader,
  type RpcHeader,
  verifyEncodedHeader,
  verifyHeader,
} from './header.js';
export {
  type Account,
  EMPTY_TRIE_ROOT,
  mappingSlot,
  nextSlot,
  verifyAccount,
  verifyStorage,
} from './state-proof.js';
