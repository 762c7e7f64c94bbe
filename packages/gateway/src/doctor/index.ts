export { SPACE_LIMITS, type SpaceLimits } from './check-files.js';
export { type DiagnoseOptions, diagnose } from './diagnose.js';
export {
  CHECKS as DOCTOR_CHECKS,
  type Check as DoctorCheck,
  type Diagnosis,
  type Finding as DoctorFinding,
  type Level as DoctorLevel,
} from './finding.js';
