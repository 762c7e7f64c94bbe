export * from './basic-modules.js';
export * from './emergencies.js';
export * from './emergency-issues.js';
export * from './reissue-capsules.js';
export * from './terms.js';
