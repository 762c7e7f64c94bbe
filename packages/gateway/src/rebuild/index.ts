export { type KeptInstance, keptInstance, rememberKept } from './kept-instances.js';
export {
  type RebuildInput,
  type RebuildOptions,
  type RebuildReport,
  rebuildDatabase,
  rebuildGateway,
} from './rebuild-database.js';
export { type Recovered, type RecoveredInstance, type RecoverInput, recover } from './recover.js';
