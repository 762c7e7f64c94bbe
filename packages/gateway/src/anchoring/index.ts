export {
  BatchKeeper,
  type BatchKeeperParts,
  type BatchPolicy,
  type BatchStatus,
} from './batch-keeper.js';
export { type AskKeeper, KeptWords, type KeptWordsParts, type WordKeepers } from './kept-words.js';
export {
  type GrownLane,
  OwnMaps,
  type OwnMapsParts,
  type TellingRow,
  type WrittenBatch,
} from './own-maps.js';
export { peerWords } from './peer-words.js';
export { withWordsAtRest } from './words-at-rest.js';
