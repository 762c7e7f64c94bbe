/** Bringing patients into a running town: each registers at the hospital that treats most, every hospital takes in its own share, and the own devices' stream goes to the custodian. */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { deriveKey, handleOf } from '@twinseal/gateway';
import { type ModuleName, sortIntoModules } from '@twinseal/twin';
import type { PatientInput } from '../demo/input.js';
import { weekly } from '../demo/patient-story.js';
import type { GatewayClient } from './gateway-client.js';
import { hospitalAuthorId, PatientHome, type PatientWorld } from './patient-home.js';
import { splitBundle } from './split-bundle.js';
import { type Town, writeJson } from './town.js';

/** What became of one patient's input; resources = stored + duplicates + refused, summed over the hospitals' shares. */
export interface LoadedPatient {
  /** Digest of the input: names are not written down. */
  readonly digest: string;
  readonly folder: string;
  readonly twinId: string;
  readonly custodian: string;
  readonly contributors: readonly string[];
  readonly resources: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly ownInstances: number;
  readonly grantedTo?: string;
}

/** Who does what for a patient: from the organizations of the record, spread over the hospitals of the town. */
export interface Assignment {
  readonly custodian: string;
  readonly contributors: readonly string[];
  readonly hospitalOf: (organization: string | undefined) => string;
  /** Who is granted a module: a hospital that does not hold it all already. */
  readonly reader: string;
}

/**
 * Spreads the organizations of all records over the hospitals of a town, in order of appearance, one after the other: each organization is always the same hospital.
 *
 * @returns who does what, for each input
 */
export function assign(inputs: readonly PatientInput[], hospitals: readonly string[]): Assignment[] {
  const placeOf = new Map<string, string>();
  for (const { bundle } of inputs) {
    for (const { key } of bundle.organizations) {
      if (!placeOf.has(key)) placeOf.set(key, hospitals[placeOf.size % hospitals.length] as string);
    }
  }
  return inputs.map(({ bundle }) => {
    const first = bundle.organizations[0]?.key;
    const custodian = (first === undefined ? undefined : placeOf.get(first)) ?? (hospitals[0] as string);
    const hospitalOf = (organization: string | undefined) =>
      (organization === undefined ? undefined : placeOf.get(organization)) ?? custodian;
    const contributors = [
      ...new Set([custodian, ...bundle.resources.map(({ organization }) => hospitalOf(organization))]),
    ];
    const reader =
      hospitals.find((id) => !contributors.includes(id)) ??
      hospitals.find((id) => id !== custodian) ??
      custodian;
    return { custodian, contributors, hospitalOf, reader };
  });
}

/**
 * Brings one patient in. Safe to repeat after a crash at any point: what is there already is found and not made twice.
 *
 * @param module what the reader is granted; undefined for no grant
 */
export async function loadPatient(
  town: Town,
  world: PatientWorld,
  clients: ReadonlyMap<string, GatewayClient>,
  input: PatientInput,
  assignment: Assignment,
  module: ModuleName | undefined,
): Promise<LoadedPatient> {
  const digest = digestOf(input);
  const folder = town.patient(digest.slice(0, 16));
  const { custodian, contributors, hospitalOf, reader } = assignment;
  const home = await PatientHome.open(folder, world, { create: true });
  await home.register(
    { client: clients.get(custodian) as GatewayClient, authorId: hospitalAuthorId(custodian) },
    contributors.map(hospitalAuthorId),
  );
  const account = { resources: 0, stored: 0, duplicates: 0, refused: 0 };
  for (const [hospital, bundle] of splitBundle(input.bundle, hospitalOf)) {
    const said = await (clients.get(hospital) as GatewayClient).addRecord(
      home.twinId,
      JSON.stringify(bundle),
      'record',
    );
    account.resources += said.resources;
    account.stored += said.stored;
    account.duplicates += said.duplicates;
    account.refused += said.refused;
  }
  let ownInstances = 0;
  if (input.stream !== undefined) {
    const { modules } = sortIntoModules(input.stream.resources, {
      handle: handleOf(deriveKey(home.vaultKey, 'handles'), home.twinId),
      recordedTime: new Date(Math.floor(Date.now() / 1000) * 1000).toISOString().replace('.000Z', 'Z'),
    });
    ownInstances = (await home.addToOwnLane(weekly(modules))).instances;
  }
  const granted = module !== undefined && reader !== custodian;
  if (granted && !(await hasGrant(world, home.twinId, reader)))
    await home.grant(hospitalAuthorId(reader), [module], { days: 30 });
  return {
    digest,
    folder: digest.slice(0, 16),
    twinId: home.twinId,
    custodian,
    contributors,
    ...account,
    ownInstances,
    ...(granted ? { grantedTo: reader } : {}),
  };
}

/** Who was brought in before. */
export async function loadedBefore(town: Town): Promise<LoadedPatient[]> {
  try {
    return JSON.parse(await readFile(town.progressFile, 'utf8')) as LoadedPatient[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Remembers who is in. */
export async function rememberLoaded(town: Town, loaded: readonly LoadedPatient[]): Promise<void> {
  await writeJson(town.progressFile, loaded);
}

/** Tells inputs apart without their names: SHA-256 of the patient's id in the record. */
export function digestOf(input: PatientInput): string {
  return createHash('sha256')
    .update(`patient\n${String(input.bundle.patient.id)}`)
    .digest('hex');
}

async function hasGrant(world: PatientWorld, twinId: string, hospital: string): Promise<boolean> {
  const grants = await world.reader.grants(`0x${twinId}`, Math.floor(Date.now() / 1000));
  return grants.some(
    ({ live, terms }) =>
      live && terms.hospital === hospitalAuthorId(hospital) && (terms.operations & 1) !== 0,
  );
}
