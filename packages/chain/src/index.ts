export * from './embedded-chain.js';
export * from './errors.js';
