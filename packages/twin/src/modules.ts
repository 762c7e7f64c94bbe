/** The modules that content is sorted into. A grant names modules, so a module is the unit of what a person may see. */
export const MODULES = [
  'identity',
  'conditions',
  'medications',
  'laboratory',
  'glucose',
  'billing',
  'other',
  'restricted',
] as const;

/** Name of a module: `[a-z][a-z0-9-]{0,31}` (REC-17). */
export type ModuleName = (typeof MODULES)[number];
