export { type FaultOptions, FaultPlan, type FaultWhen } from './fault-plan.js';
export { EFFECTS, faultyFiles, statementFaults, withFaults } from './with-faults.js';
