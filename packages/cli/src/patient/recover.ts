/**
 * A patient whose key is lost, from an empty folder: a new control key is made; the guardians approve it; when their delay is over control moves to it; the custodian gives back
 * the salts, the authority the identity keys; the own lane's memory is made again from the lane itself. What the hospitals wrote opens under the new key as soon as they have
 * issued its capsules, which their gateways do by themselves.
 */

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AccessSlip,
  createControlKey,
  createVaultKey,
  readControlKey,
  readKeyFile,
} from '@twinseal/gateway';
import { toHex } from '@twinseal/record';
import { SealedStore } from '@twinseal/store';
import type { Address } from 'viem';
import { PatientHome, type PatientWorld } from '../consortium/patient-home.js';
import { UsageError } from '../usage-error.js';
import { keysOf, refreshKeys } from './key-files.js';
import { PatientApp } from './patient-app.js';
import { type RestoredLane, restoreOwnLane } from './restore-own-lane.js';

/** What an empty folder knows until control has moved. */
interface Recovering {
  readonly twinId: string;
}

/** Makes the folder and the key that the guardians are to approve. Safe to repeat. @returns its account */
export async function prepareRecovery(folder: string, twinId: string): Promise<Address> {
  const { vault, account } = await openFolder(folder, true);
  if ((await vault.getJson('wallet')) !== undefined)
    throw new UsageError(`${folder} is a patient's folder already. Choose an empty one.`);
  const before = await vault.getJson<Recovering>('recovering');
  if (before !== undefined && before.twinId !== twinId)
    throw new UsageError(`${folder} is for the recovery of another twin. Choose an empty one.`);
  await vault.putJson('recovering', { twinId } satisfies Recovering);
  return account.address;
}

/** A folder in which a recovery waits: it can relay, and nothing else yet. @throws UsageError where it is none */
export async function openRecovering(folder: string, world: PatientWorld): Promise<PatientHome> {
  const { vault, account } = await openFolder(folder, false);
  const recovering = await vault.getJson<Recovering>('recovering');
  if (recovering === undefined)
    throw new UsageError(`${folder} waits for no recovery. Begin with "twinseal patient recover prepare".`);
  return PatientHome.of(folder, world, PatientApp.actingFor(emptySlip(recovering.twinId), account));
}

/** What a recovery brought back. */
export interface Recovered {
  readonly home: PatientHome;
  readonly identityEpoch: number;
  readonly lane: RestoredLane;
}

/**
 * Makes a recovering folder the patient's own, once control has moved to its key. Safe to repeat.
 *
 * @throws UsageError where control has not moved, or the authority refuses; GatewayRefusal where the custodian does
 */
export async function completeRecovery(folder: string, world: PatientWorld): Promise<Recovered> {
  const { vault, account } = await openFolder(folder, false);
  const known = (await vault.getJson<AccessSlip>('wallet')) !== undefined;
  if (!known) {
    const waiting = await openRecovering(folder, world);
    if (!(await waiting.isControl()))
      throw new UsageError('The chain names another key for this twin still. Finish the recovery first.');
    const { slip } = await waiting.ask<{ slip: AccessSlip }>(
      await waiting.custodian(),
      'GET',
      `/patient/v1/twins/${waiting.twinId}/slip`,
    );
    await PatientApp.restore(vault, account, slip);
  }
  const home = await PatientHome.open(folder, world);
  const identityEpoch = await refreshKeys(home, { earlier: true });
  const { author, source } = await ownLaneOf(home);
  const lane = await restoreOwnLane({
    params: world.params,
    chain: world.reader,
    author,
    keys: await keysOf(home),
    scopeSalts: home.app.slip().scopeSalts,
    source,
    digest: (text) => home.digest(text),
  });
  if ((await vault.getJson('own-lane')) === undefined)
    await vault.putJson('own-lane', { next: lane.instances, known: lane.known });
  await home.handOverOwnLane();
  return { home, identityEpoch, lane };
}

async function ownLaneOf(home: PatientHome) {
  const author = await home.author();
  const lane = { twinId: home.twinId, authorId: toHex(author.authorId) };
  return { author, source: home.peers().laneSource([await home.custodian()], lane, undefined) };
}

async function openFolder(folder: string, create: boolean) {
  const file = (name: string) => join(folder, 'keys', name);
  const isNew = !existsSync(file('vault.key'));
  if (isNew && !create)
    throw new UsageError(`${folder} waits for no recovery. Begin with "twinseal patient recover prepare".`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const account = existsSync(file('control.key'))
    ? await readControlKey(file('control.key'))
    : await createControlKey(file('control.key'));
  const vaultKey = isNew ? await createVaultKey(file('vault.key')) : await readKeyFile(file('vault.key'));
  return { account, vault: new SealedStore(join(folder, 'vault'), vaultKey) };
}

function emptySlip(twinId: string): AccessSlip {
  return { twinId, scopeSalts: {}, purposeSalt: '00'.repeat(32) };
}
