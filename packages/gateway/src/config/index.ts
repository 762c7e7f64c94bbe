export { configOverrides, type Override, overrideByEnvironment } from './environment.js';
export { ConfigError, type ConfigErrorCode, type ConfigProblem } from './errors.js';
export {
  type BlobChoice,
  type DatabaseChoice,
  type GatewayConfig,
  type SecretSource,
  secretFilesOf,
} from './gateway-config.js';
export { isLoopbackAddress, isLoopbackHost } from './listen-address.js';
export { loadConfig, readConfig, unencryptedAddresses } from './load-config.js';
export { type ConfigFile, configFileSchema, configJsonSchema, LOG_LEVELS } from './schema.js';
export { blobConfig, databaseUrl, exposedKeyFiles } from './secrets.js';
export { describeConfig } from './show-config.js';
