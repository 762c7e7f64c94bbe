/** The configuration of a gateway as the program works with it: complete, checked, every path absolute. */

import { dirname, join, resolve } from 'node:path';
import type { Consortium } from '@twinseal/chain';
import type { ConfigFile } from './schema.js';

/** A secret, by where it is: the value is read when it is needed and kept nowhere else. */
export type SecretSource = { readonly env: string } | { readonly file: string };

export type DatabaseChoice =
  | { readonly kind: 'pglite'; readonly folder: string }
  | { readonly kind: 'postgres'; readonly url: SecretSource };

export type BlobChoice =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly endpoint: string;
      readonly bucket: string;
      readonly prefix: string;
      readonly region: string;
      readonly accessKeyId: SecretSource;
      readonly secretAccessKey: SecretSource;
      readonly timeoutMs: number;
      readonly retries: number;
    };

/** One gateway's configuration. Paths are absolute. */
export interface GatewayConfig {
  /** The configuration file. */
  readonly file: string;
  /** The hospital's id, without `hospital:`. */
  readonly hospital: string;
  readonly dataDir: string;
  readonly listen: {
    readonly host: string;
    /** 0 for a free one. */
    readonly port: number;
    readonly tls?: { readonly certFile: string; readonly keyFile: string };
  };
  /** Public address, as on the chain. */
  readonly endpoint: string;
  readonly chain: { readonly url: string; readonly pollS: number };
  readonly consortium: Consortium;
  readonly parametersFile: string;
  readonly keys: {
    readonly identityFile: string;
    readonly controlFile: string;
    readonly vaultFile: string;
  };
  readonly database: DatabaseChoice;
  readonly blobs: BlobChoice;
  /** The sealed objects of inactive twins. */
  readonly offline: BlobChoice;
  /** Folder of the sealed store with the gateway's own secrets; always `vault` under dataDir. */
  readonly vaultFolder: string;
  /** The log of access receipts; always `receipts.log` under dataDir. */
  readonly receiptsFile: string;
  readonly follow: { readonly maxBlocksPerPoll: number };
  readonly log: { readonly level: ConfigFile['log']['level'] };
  readonly limits: ConfigFile['limits'];
  readonly storagePolicy: { readonly inactiveAfterDays: number };
  readonly receipts: { readonly anchorEvery: number; readonly anchorAfterS: number };
  readonly reading: ConfigFile['reading'];
  readonly anchoring: ConfigFile['anchoring'];
  readonly signIn: ConfigFile['signIn'];
  readonly patientPage: ConfigFile['patientPage'];
}

/** @param file the configuration file's absolute path: what relative paths start from, unless they are defaults, which lie under dataDir */
export function completeConfig(file: string, parsed: ConfigFile): GatewayConfig {
  const at = (path: string) => resolve(dirname(file), path);
  const dataDir = at(parsed.dataDir);
  const under = (path: string | undefined, ...standard: string[]) =>
    path === undefined ? join(dataDir, ...standard) : at(path);
  const { tls, ...listen } = parsed.listen;
  const blobs = blobsOf(parsed.blobs, 'blobs', at, under);
  return {
    file,
    hospital: parsed.hospital,
    dataDir,
    listen: {
      ...listen,
      ...(tls === undefined ? {} : { tls: { certFile: at(tls.certFile), keyFile: at(tls.keyFile) } }),
    },
    endpoint: parsed.endpoint,
    chain: parsed.chain,
    consortium: parsed.consortium,
    parametersFile: at(parsed.parametersFile),
    keys: {
      identityFile: under(parsed.keys.identityFile, 'keys', 'identity.key'),
      controlFile: under(parsed.keys.controlFile, 'keys', 'control.key'),
      vaultFile: under(parsed.keys.vaultFile, 'keys', 'vault.key'),
    },
    database: databaseOf(parsed.database, at, under),
    blobs,
    offline:
      parsed.offline === undefined ? besides(blobs, under) : blobsOf(parsed.offline, 'offline', at, under),
    vaultFolder: join(dataDir, 'vault'),
    receiptsFile: join(dataDir, 'receipts.log'),
    follow: parsed.follow,
    log: parsed.log,
    limits: parsed.limits,
    storagePolicy: parsed.storagePolicy,
    receipts: parsed.receipts,
    reading: parsed.reading,
    anchoring: parsed.anchoring,
    signIn: parsed.signIn,
    patientPage: parsed.patientPage,
  };
}

type At = (path: string) => string;
type Under = (path: string | undefined, ...standard: string[]) => string;

function databaseOf(parsed: ConfigFile['database'], at: At, under: Under): DatabaseChoice {
  if (parsed.kind === 'pglite') return { kind: 'pglite', folder: under(parsed.folder, 'database') };
  return { kind: 'postgres', url: sourceOf(parsed.urlEnv, parsed.urlFile, at) };
}

function blobsOf(parsed: ConfigFile['blobs'], standard: string, at: At, under: Under): BlobChoice {
  if (parsed.kind === 'folder') return { kind: 'folder', folder: under(parsed.folder, standard) };
  const { accessKeyIdEnv, accessKeyIdFile, secretAccessKeyEnv, secretAccessKeyFile, ...rest } = parsed;
  return {
    ...rest,
    accessKeyId: sourceOf(accessKeyIdEnv, accessKeyIdFile, at),
    secretAccessKey: sourceOf(secretAccessKeyEnv, secretAccessKeyFile, at),
  };
}

/** The offline area where nothing is said of it: of the kind of the online one. */
function besides(blobs: BlobChoice, under: Under): BlobChoice {
  return blobs.kind === 'folder'
    ? { kind: 'folder', folder: under(undefined, 'offline') }
    : { ...blobs, prefix: `${blobs.prefix}offline/` };
}

/** The schema saw to it that exactly one of the two is there. */
function sourceOf(env: string | undefined, file: string | undefined, at: At): SecretSource {
  return env === undefined ? { file: at(file as string) } : { env };
}

/** Every file that holds a secret of the gateway, with the field that names it. */
export function secretFilesOf(config: GatewayConfig): { readonly path: string; readonly file: string }[] {
  const files = [
    { path: 'keys.identityFile', file: config.keys.identityFile },
    { path: 'keys.controlFile', file: config.keys.controlFile },
    { path: 'keys.vaultFile', file: config.keys.vaultFile },
  ];
  if (config.listen.tls !== undefined)
    files.push({ path: 'listen.tls.keyFile', file: config.listen.tls.keyFile });
  if (config.database.kind === 'postgres' && 'file' in config.database.url) {
    files.push({ path: 'database.urlFile', file: config.database.url.file });
  }
  for (const section of ['blobs', 'offline'] as const) {
    const choice = config[section];
    if (choice.kind !== 's3') continue;
    const { accessKeyId, secretAccessKey } = choice;
    if ('file' in accessKeyId) files.push({ path: `${section}.accessKeyIdFile`, file: accessKeyId.file });
    if ('file' in secretAccessKey) {
      files.push({ path: `${section}.secretAccessKeyFile`, file: secretAccessKey.file });
    }
  }
  return files;
}
