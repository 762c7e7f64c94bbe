export * from './adherence.js';
export * from './cut-stream.js';
export * from './explain.js';
export { fieldsOf, type MasterField } from './fields.js';
export * from './flags.js';
export * from './fold-lane.js';
export * from './history.js';
export * from './interactions.js';
export * from './measures.js';
export * from './medication-view.js';
export * from './merge-lanes.js';
export * from './migrate.js';
export {
  type CodeSet,
  type DerivedDefinition,
  type FlagDefinition,
  type MeasureDefinition,
  type ModuleDefinition,
  moduleJsonSchema,
  parseModuleDefinition,
  type Selector,
} from './module-definition.js';
export { ModuleRegistry, type Selection } from './module-registry.js';
export * from './modules.js';
export * from './novel.js';
export * from './sort-into-modules.js';
export * from './standard-modules.js';
export * from './statistics/index.js';
export * from './timeline.js';
export * from './twin-error.js';
export * from './wellbeing/review-wellbeing.js';
export type { SourcedDays, WellbeingDays, WellbeingPeriod } from './wellbeing/wellbeing-days.js';
export { wellbeingDays } from './wellbeing/wellbeing-days.js';
export type { Answer, QuestionId } from './wellbeing/wellbeing-questions.js';
