export { type KeptInstance, keptInstance, rememberKept } from './kept-instances.js';
export { missingRows } from './missing-rows.js';
export {
  type RebuildInput,
  type RebuildOptions,
  type RebuildReport,
  rebuildDatabase,
  rebuildGateway,
} from './rebuild-database.js';
export { type Recovered, type RecoveredInstance, type RecoverInput, recover } from './recover.js';
