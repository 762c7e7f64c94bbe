export * from './basic-modules.js';
export * from './emergencies.js';
export * from './terms.js';
