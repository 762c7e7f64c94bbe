/**
 * Looks at everything that a gateway needs, and says what is wrong, what that means and what to do. It changes nothing, but for a small object that it writes and
 * removes again, and for what a crash left half-written, which every start clears away. A database on a server is brought to the newest schema, as by a start.
 */

import { existsSync } from 'node:fs';
import { ChainError } from '@twinseal/chain';
import { type DataDirectory, openDataDirectory, StoreError } from '@twinseal/store';
import { ConfigError, type GatewayConfig, readConfig } from '../config/index.js';
import { checkContracts, checkHospital, checkNode, checkParameters } from './check-chain.js';
import { checkClock, checkPeers } from './check-clock.js';
import {
  checkDisk,
  checkKeys,
  checkPermissions,
  checkTls,
  SPACE_LIMITS,
  type SpaceLimits,
} from './check-files.js';
import { checkProvider } from './check-provider.js';
import { checkBatches, checkBlobs, checkDatabase, checkReceipts, checkVault } from './check-stores.js';
import { type Diagnosis, Findings } from './finding.js';

export interface DiagnoseOptions {
  /** The clock, milliseconds since 1970; the machine's by default. */
  readonly nowMs?: () => number;
  /** Milliseconds that a peer, or the OpenID provider, may take to answer; 5000 by default. */
  readonly peerTimeoutMs?: number;
  readonly space?: SpaceLimits;
}

const PEER_TIMEOUT_MS = 5000;

/**
 * Examines a gateway.
 *
 * @param file the configuration file
 * @throws only what is a fault of the program: whatever is wrong with the surroundings is a finding
 */
export async function diagnose(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
  options: DiagnoseOptions = {},
): Promise<Diagnosis> {
  const findings = new Findings();
  const now = options.nowMs ?? Date.now;
  let config: GatewayConfig;
  try {
    config = await readConfig(file, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const { path, problem, variable } of error.problems) {
      const where = [path, variable].filter((each) => each !== undefined && each !== '').join(', ');
      findings.error(
        'configuration',
        `${where === '' ? file : where}: ${problem}`,
        'Correct it; "twinseal config schema" prints what there can be. Nothing else was looked at.',
      );
    }
    return findings.diagnosis();
  }
  findings.ok('configuration', `${config.file} is in order.`);
  await checkPermissions(config, findings);
  await checkTls(config, now(), findings);
  await checkKeys(config, findings);
  await checkDisk(config, options.space ?? SPACE_LIMITS, findings);
  const chain = await checkNode(config, findings);
  let answering = chain;
  try {
    if (chain !== undefined && !(await checkContracts(chain, findings))) answering = undefined;
    const params = await checkParameters(config, answering, findings);
    if (answering !== undefined) {
      await checkHospital(config, answering, params, findings);
      await checkPeers(config, answering, now, options.peerTimeoutMs ?? PEER_TIMEOUT_MS, findings);
    }
    if (chain !== undefined) await checkClock(chain, now(), findings);
  } catch (error) {
    // The node went away, or what is at the addresses are other contracts.
    if (!isChains(error)) throw error;
    answering = undefined;
    findings.error(
      'contracts',
      'What is at the addresses of consortium does not answer as the contracts of Twinseal do.',
      'Copy the addresses from the consortium again; check that the node keeps running.',
    );
  }
  await checkProvider(config.signIn.oidc, now, options.peerTimeoutMs ?? PEER_TIMEOUT_MS, findings);
  const lock = await takeLock(config, findings);
  try {
    await checkVault(config, findings);
    await checkBatches(config, answering, findings);
    if (lock !== undefined) {
      await checkReceipts(config, findings);
      await checkBlobs(config, env, 'blobs', findings);
      await checkBlobs(config, env, 'offline', findings);
      await checkDatabase(config, env, answering, findings);
    }
  } catch (error) {
    if (!isChains(error)) throw error;
    findings.error(
      'chain',
      'The node stopped answering in the middle of the examination.',
      'Look whether it keeps running, and examine again.',
    );
  } finally {
    await lock?.release();
  }
  return findings.diagnosis();
}

/** viem's errors end in "Error" and carry a short message; ours are ChainError. */
function isChains(error: unknown): boolean {
  return error instanceof ChainError || (error instanceof Error && 'shortMessage' in error);
}

async function takeLock(config: GatewayConfig, findings: Findings): Promise<DataDirectory | undefined> {
  if (!existsSync(config.dataDir)) return undefined;
  try {
    const lock = await openDataDirectory(config.dataDir);
    findings.ok('lock', 'The gateway does not run; database and sealed objects were looked into.');
    return lock;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    if (error.code === 'directory-in-use') {
      findings.warn(
        'lock',
        'The gateway runs, or another process holds its lock: database and sealed objects were not looked into.',
        'The status page of the running gateway tells of them. To have them examined, stop it first.',
      );
    } else {
      findings.error(
        'lock',
        `The data directory cannot be locked (${error.code}).`,
        'Let the user that runs the gateway write there.',
      );
    }
    return undefined;
  }
}
