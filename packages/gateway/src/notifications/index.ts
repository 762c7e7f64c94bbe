export * from './notice.js';
export * from './notice-book.js';
export * from './notifier.js';
