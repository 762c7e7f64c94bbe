export { AuthorityError, type AuthorityErrorCode } from './errors.js';
export { type ExtractionEntry, ExtractionLog } from './extraction-log.js';
export {
  type AuthorityFiles,
  type AuthorityKeys,
  type ControllerOf,
  createAuthorityKeys,
  ExtractionService,
  openAuthorityKeys,
} from './extraction-service.js';
export {
  KEY_REQUEST_TYPES,
  type KeyRequest,
  type KeyResponse,
  keyRequestDigest,
  keyRequestDomain,
  type PendingKeyRequest,
  prepareKeyRequest,
  sealKeyResponse,
  type UnsignedKeyRequest,
} from './key-request.js';
