/** Secrets that the configuration names but does not hold. */

import { readFile, stat } from 'node:fs/promises';
import type { BlobConfig } from '@twinseal/store';
import { ConfigError, type ConfigProblem } from './errors.js';
import { type GatewayConfig, type SecretSource, secretFilesOf } from './gateway-config.js';

/** Permission bits of group and others (stat(2)). */
const OTHERS = 0o077;
const MAX_SECRET_BYTES = 16_384;

/** Files with secrets that somebody else may read, or that are none; a file that is not there yet is not one of them. */
export async function exposedKeyFiles(config: GatewayConfig): Promise<ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  for (const { path, file } of secretFilesOf(config)) {
    const found = await stat(file).catch(() => undefined);
    if (found === undefined) continue;
    if (!found.isFile()) problems.push({ path, problem: `${file} is no file` });
    // Where the platform has no such bits they are all set, and say nothing.
    else if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0) {
      const mode = (found.mode & 0o777).toString(8).padStart(3, '0');
      problems.push({
        path,
        problem: `${file} may be read by other users (mode ${mode}). Allow its owner only: chmod 600 ${file}`,
      });
    }
  }
  return problems;
}

/** The postgres:// address of a configuration with a PostgreSQL server. @throws ConfigError `secret-missing`; TypeError for another kind of database */
export async function databaseUrl(
  config: GatewayConfig,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  if (config.database.kind !== 'postgres') throw new TypeError('config: its database has no address');
  const url = await readSecret(config, 'database.url', config.database.url, env);
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new ConfigError('secret-missing', config.file, [
      { path: 'database.url', problem: 'what it names holds no address that begins with postgres://' },
    ]);
  }
  return url;
}

/**
 * What the store needs to open the sealed objects.
 *
 * @param area of active twins, or `offline`: of inactive ones
 * @throws ConfigError `secret-missing`
 */
export async function blobConfig(
  config: GatewayConfig,
  env: Readonly<Record<string, string | undefined>>,
  area: 'blobs' | 'offline' = 'blobs',
): Promise<BlobConfig> {
  const choice = config[area];
  if (choice.kind === 'folder') return choice;
  const { accessKeyId, secretAccessKey, ...rest } = choice;
  return {
    ...rest,
    accessKeyId: await readSecret(config, `${area}.accessKeyId`, accessKeyId, env),
    secretAccessKey: await readSecret(config, `${area}.secretAccessKey`, secretAccessKey, env),
  };
}

async function readSecret(
  config: GatewayConfig,
  path: string,
  source: SecretSource,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const missing = (problem: string, cause?: unknown) =>
    new ConfigError('secret-missing', config.file, [{ path, problem }], { cause });
  if ('env' in source) {
    const value = env[source.env]?.trim();
    if (value === undefined || value === '')
      throw missing(`the environment variable ${source.env} is not set`);
    return value;
  }
  let text: string;
  try {
    const { size } = await stat(source.file);
    if (size > MAX_SECRET_BYTES) throw missing(`${source.file} is too large to be what is meant`);
    text = (await readFile(source.file, 'utf8')).trim();
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    throw missing(`${source.file} cannot be read`, cause);
  }
  if (text === '') throw missing(`${source.file} is empty`);
  return text;
}
