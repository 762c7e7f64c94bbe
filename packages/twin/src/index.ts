export * from './cut-stream.js';
export * from './fold-lane.js';
export * from './merge-lanes.js';
export * from './modules.js';
export * from './novel.js';
export * from './sort-into-modules.js';
export * from './timeline.js';
