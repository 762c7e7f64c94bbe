/** What the configuration names on this machine: folders, keys, certificate, disk. */

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readFile, stat, statfs } from 'node:fs/promises';
import { isIP } from 'node:net';
import { dirname } from 'node:path';
import { exposedKeyFiles, type GatewayConfig, secretFilesOf, unencryptedAddresses } from '../config/index.js';
import type { Findings } from './finding.js';

const DAY_MS = 86_400_000;
/** A certificate that ends within this many days is worth a word. */
const CERTIFICATE_DAYS = 14;
/** Control and vault key are 32 bytes. */
const KEY_BYTES = 32;

/** Folders and key files: there, and for their owner only. */
export async function checkPermissions(config: GatewayConfig, findings: Findings): Promise<void> {
  const before = findings.all.length;
  const folder = await stat(config.dataDir).catch(() => undefined);
  if (folder === undefined) {
    findings.error(
      'permissions',
      `The data directory ${config.dataDir} does not exist.`,
      'Make it, put the keys there, or correct dataDir.',
    );
  } else if (!folder.isDirectory()) {
    findings.error('permissions', `${config.dataDir} is no folder.`, 'Correct dataDir.');
  } else {
    const isWritable = await access(config.dataDir, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!isWritable) {
      findings.error(
        'permissions',
        `The data directory ${config.dataDir} cannot be written by this user.`,
        `Give it to the user that runs the gateway: chown -R USER ${config.dataDir}`,
      );
    } else if (process.platform !== 'win32' && (folder.mode & 0o077) !== 0) {
      findings.warn(
        'permissions',
        `Other users may look into the data directory ${config.dataDir}.`,
        `Allow its owner only: chmod 700 ${config.dataDir}`,
      );
    }
  }
  for (const { path, problem } of await exposedKeyFiles(config)) {
    findings.error(
      'permissions',
      `${path}: ${problem}`,
      'Until then the gateway does not start. A key that others could read may have been read: think of renewing it.',
    );
  }
  if (findings.all.length === before)
    findings.ok('permissions', 'Data directory and secrets are for their owner only.');
}

/** Every file with a secret is there. */
export async function checkKeys(config: GatewayConfig, findings: Findings): Promise<void> {
  const before = findings.all.length;
  for (const { path, file } of secretFilesOf(config)) {
    const bytes = await readFile(file).catch(() => undefined);
    const fixed = path === 'keys.controlFile' || path === 'keys.vaultFile';
    if (bytes === undefined) {
      findings.error(
        'keys',
        `${path}: ${file} is missing or cannot be read.`,
        path === 'keys.vaultFile'
          ? "Restore it from a backup: without it the gateway's own secrets cannot be opened."
          : 'Restore it from a backup, or correct the path.',
      );
    } else if (fixed && bytes.length !== KEY_BYTES) {
      findings.error(
        'keys',
        `${path}: ${file} does not hold ${KEY_BYTES} bytes.`,
        'Restore it from a backup.',
      );
    }
  }
  if (findings.all.length === before) findings.ok('keys', 'Every file with a secret is there.');
}

/** Addresses that need TLS have it, and the certificate is one that peers will take. */
export async function checkTls(config: GatewayConfig, nowMs: number, findings: Findings): Promise<void> {
  const before = findings.all.length;
  for (const { path, problem } of await unencryptedAddresses(config)) {
    findings.error('tls', `${path}: ${problem}.`, 'Until then the gateway does not start.');
  }
  const { tls } = config.listen;
  if (tls === undefined) {
    if (findings.all.length === before)
      findings.ok('tls', 'Nothing but loopback addresses goes without TLS.');
    return;
  }
  let certificate: X509Certificate;
  try {
    certificate = new X509Certificate(await readFile(tls.certFile));
    if (!certificate.checkPrivateKey(createPrivateKey(await readFile(tls.keyFile)))) {
      findings.error(
        'tls',
        'The private key is not that of the certificate.',
        'Name the two that belong together.',
      );
    }
  } catch {
    findings.error(
      'tls',
      `The certificate in ${tls.certFile} or its key cannot be read as PEM.`,
      'Name a certificate chain and its key, both in PEM.',
    );
    return;
  }
  const endsMs = Date.parse(certificate.validTo);
  const ends = new Date(endsMs).toISOString().slice(0, 10);
  if (Date.parse(certificate.validFrom) > nowMs) {
    findings.error('tls', 'The certificate is not valid yet.', 'Check the clock, or wait.');
  } else if (endsMs < nowMs) {
    findings.error('tls', `The certificate ended on ${ends}; no peer will take it.`, 'Renew it.');
  } else if (endsMs - nowMs < CERTIFICATE_DAYS * DAY_MS) {
    findings.warn('tls', `The certificate ends on ${ends}.`, 'Renew it.');
  }
  const { hostname, protocol } = new URL(config.endpoint);
  if (protocol === 'https:' && !isFor(certificate, hostname)) {
    findings.warn(
      'tls',
      `The certificate is not for ${hostname}, the host of endpoint.`,
      'Unless something in front of the gateway has one, peers will refuse it: get a certificate for that name.',
    );
  }
  if (findings.all.length === before) findings.ok('tls', `The certificate is in order until ${ends}.`);
}

/** @param hostname as URLs have it: an IPv6 address in brackets */
function isFor(certificate: X509Certificate, hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  const named = isIP(address) === 0 ? certificate.checkHost(address) : certificate.checkIP(address);
  return named !== undefined;
}

/** Bytes below which a warning and an error are due. */
export interface SpaceLimits {
  readonly lowBytes: number;
  readonly outBytes: number;
}

/** 2 GiB is some thousands of patients' records; with 256 MiB the embedded database alone may stop. */
export const SPACE_LIMITS: SpaceLimits = { lowBytes: 2 * 2 ** 30, outBytes: 256 * 2 ** 20 };

/** Free space where data is written. */
export async function checkDisk(
  config: GatewayConfig,
  limits: SpaceLimits,
  findings: Findings,
): Promise<void> {
  const folders = new Set([config.dataDir]);
  if (config.database.kind === 'pglite') folders.add(dirname(config.database.folder));
  for (const choice of [config.blobs, config.offline]) {
    if (choice.kind === 'folder') folders.add(dirname(choice.folder));
  }
  const seen = new Set<number>();
  for (const folder of folders) {
    const found = await stat(folder).catch(() => undefined);
    if (found === undefined || seen.has(found.dev)) continue;
    seen.add(found.dev);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const gib = `${(free / 2 ** 30).toFixed(1)} GiB`;
    if (free < limits.outBytes) {
      findings.error(
        'disk',
        `${gib} are free in ${folder}: the gateway will soon refuse whatever it would have to keep.`,
        'Make room, or move dataDir to a larger disk.',
      );
    } else if (free < limits.lowBytes) {
      findings.warn('disk', `${gib} are free in ${folder}.`, 'Make room, or move dataDir to a larger disk.');
    } else findings.ok('disk', `${gib} are free in ${folder}.`);
  }
}
