export { type Connection, connect, type Reader, type Sender } from './connection.js';
export {
  EMBEDDED_CHAIN_ID,
  type EmbeddedChain,
  type EmbeddedChainOptions,
  findAnvil,
  startEmbeddedChain,
} from './embedded-chain.js';
export { ChainError, type ChainErrorCode } from './errors.js';
