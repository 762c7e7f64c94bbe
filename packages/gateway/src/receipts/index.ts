export {
  ReceiptBook,
  type ReceiptInput,
  readReceipt,
  receiptBook,
  receiptJson,
  twinOf,
  type WrittenReceipt,
} from './receipt-book.js';
