export * from './association.js';
export * from './change-point.js';
export * from './days.js';
export * from './holm.js';
export * from './resampling.js';
export * from './sign-test.js';
export * from './trend.js';
