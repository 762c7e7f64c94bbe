/**
 * The patient's keys on disk, in the folder's `keys`:
 *
 *     control.key          speaks for the patient on the chain
 *     control.next.key     while a change of the control key waits
 *     control.<epoch>.key  what spoke before, kept so that nothing signed is a riddle later
 *     identity.key         opens, and seals the own lane; of the newest identity epoch
 *     identity.<epoch>.key of an epoch before: what was sealed to it opens with it
 *     vault.key            what the app keeps
 */

import { existsSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createControlKey, readControlKey, readKeyFile, writeKeyFile } from '@twinseal/gateway';
import { decodeIdentityKey, encodeIdentityKey, type IdentityKey } from '@twinseal/mibsc';
import { fromHex, patientIdentity } from '@twinseal/record';
import type { LocalAccount } from 'viem';
import { askForKey } from '../consortium/founding.js';
import type { PatientHome, PatientWorld } from '../consortium/patient-home.js';
import { UsageError } from '../usage-error.js';

type Home = Pick<PatientHome, 'folder' | 'twinId' | 'account'> & { readonly world: PatientWorld };

const CURRENT = 'identity.key';
const EARLIER = /^identity\.([1-9][0-9]{0,8})\.key$/;

/** The identity keys in a folder, the newest epoch first. @throws MibscError for a file of other parameters */
export async function keysOf({ folder, world }: Pick<Home, 'folder' | 'world'>): Promise<IdentityKey[]> {
  const names = await readdir(join(folder, 'keys'));
  const keys: IdentityKey[] = [];
  for (const name of names.filter((each) => each === CURRENT || EARLIER.test(each))) {
    keys.push(decodeIdentityKey(world.params, await readKeyFile(join(folder, 'keys', name))));
  }
  return keys.sort((a, b) => Number(b.identity.epoch) - Number(a.identity.epoch));
}

/**
 * Gets from the authority what is missing of the patient's identity keys: that of the epoch in force, and where asked for those before it.
 *
 * @returns the epoch in force
 * @throws UsageError where the twin is not registered, or the authority refuses
 */
export async function refreshKeys(home: Home, options: { earlier?: boolean } = {}): Promise<number> {
  const { folder, twinId, account, world } = home;
  const twin = await world.reader.twin(`0x${twinId}`);
  if (twin === undefined) throw new UsageError('This patient is not registered in this consortium.');
  const file = (name: string) => join(folder, 'keys', name);
  const held = new Map((await keysOf(home)).map((key) => [Number(key.identity.epoch), key]));
  const current = [...held.keys()].sort((a, b) => b - a)[0];
  if (current !== undefined && current < twin.identityEpoch && existsSync(file(CURRENT)))
    await rename(file(CURRENT), file(`identity.${current}.key`));
  const first = options.earlier === true ? 1 : twin.identityEpoch;
  for (let epoch = first; epoch <= twin.identityEpoch; epoch++) {
    if (held.has(epoch)) continue;
    const identity = patientIdentity(fromHex(twinId, 32), epoch);
    const key = await askForKey(world.reader.consortium, world.params, identity, account, world.extract);
    const name = epoch === twin.identityEpoch ? CURRENT : `identity.${epoch}.key`;
    await writeKeyFile(file(name), encodeIdentityKey(key));
  }
  return twin.identityEpoch;
}

/** The control key that is to follow, made where there is none yet. */
export async function nextControlKey({ folder }: Pick<Home, 'folder'>): Promise<LocalAccount> {
  const file = join(folder, 'keys', 'control.next.key');
  return existsSync(file) ? readControlKey(file) : createControlKey(file);
}

/** Puts the next control key in the place of the one before it. @param epoch the identity epoch that ended */
export async function adoptNextControl({ folder }: Pick<Home, 'folder'>, epoch: number): Promise<void> {
  const file = (name: string) => join(folder, 'keys', name);
  if (!existsSync(file('control.next.key'))) return;
  await rename(file('control.key'), file(`control.${epoch}.key`));
  await rename(file('control.next.key'), file('control.key'));
}
