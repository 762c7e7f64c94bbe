/** A patient's folder, in a town whose chain and authority run in another process. */

import { readFile } from 'node:fs/promises';
import { ConsortiumReader, connect } from '@twinseal/chain';
import { decodeParameters, loadBackend, validateParameters } from '@twinseal/mibsc';
import { UsageError } from '../usage-error.js';
import { extractAt, PatientHome, type PatientWorld } from './patient-home.js';
import type { Town } from './town.js';

/** @throws UsageError where the town does not run, or the folder is no patient's */
export async function openPatient(
  folder: string,
  town: Town,
  options: { create?: boolean } = {},
): Promise<PatientHome> {
  return PatientHome.open(folder, await worldOf(town), options);
}

/** How a patient's app reaches a town. @throws UsageError where it does not run */
export async function worldOf(town: Town): Promise<PatientWorld> {
  const { consortium, chainPort, authorityPort } = await town.manifest();
  const connection = await connect(`http://127.0.0.1:${chainPort}`).catch((cause: unknown) => {
    throw new UsageError(
      `The consortium in ${town.root} does not run: no chain answers on port ${chainPort}. Start it with "twinseal consortium run ${town.root}".`,
      { cause },
    );
  });
  const params = validateParameters(
    decodeParameters(await loadBackend(), new Uint8Array(await readFile(town.parametersFile))),
  );
  return {
    reader: new ConsortiumReader(connection, consortium),
    params,
    extract: extractAt(`http://127.0.0.1:${authorityPort}`),
  };
}
