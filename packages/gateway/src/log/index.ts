export { LOG_FIELDS, type LogField, type LogFields, WITHHELD } from './fields.js';
export { type Constant, createLog, type Log, type LogOptions } from './logger.js';
