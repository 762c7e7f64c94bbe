export * from './batches.js';
export * from './capsule-issue.js';
export * from './deliveries.js';
export {
  ReceiptBook,
  type ReceiptInput,
  readReceipt,
  receiptBook,
  receiptJson,
  twinOf,
  type WrittenReceipt,
} from './receipt-book.js';
export * from './receipt-keeper.js';
export { ThreadSigner } from './thread-signer.js';
export * from './verify-receipts.js';
