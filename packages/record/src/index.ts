export { RecordError, type RecordErrorCode } from './errors.js';
export {
  authorId,
  formatIdentity,
  formatName,
  hospitalIdentity,
  type Identity,
  MAX_IDENTITY_BYTES,
  parseIdentity,
  parseIdentityText,
  parseName,
  patientIdentity,
  staffIdentity,
  type Who,
} from './identity.js';
export { compareInstants, type Instant, parseInstant } from './instant.js';
export { fromHex, toHex } from './internal/hex.js';
export {
  compareStatements,
  decodeStatement,
  encodeStatement,
  type FhirResource,
  MAX_SOURCE_TEXT,
  type Source,
  type Statement,
  sortStatements,
} from './statement.js';
