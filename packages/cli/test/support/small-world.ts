import { join } from 'node:path';
import type { RecordSource } from '@twinseal/record';
import { authorId, toHex } from '@twinseal/record';
import { openDataDirectory } from '@twinseal/store';
import type { Hex } from 'viem';
import { readInput } from '../../src/demo/input.js';
import { type StoryResult, tellPatientStory } from '../../src/demo/patient-story.js';
import { castOf, type Roles } from '../../src/demo/roles.js';
import { type HospitalParty, type PatientParty, World } from '../../src/demo/world.js';
import { createProgress } from '../../src/progress.js';
import { freshFolder } from './run.js';
import { shippedBundle, shippedStream, writeInput } from './small-input.js';

/** The module that the small world's B is granted. */
export const MODULE = 'medications';

/** A world in which one patient's story has been told, still running: a real chain, a real database, the shipped patient with a shortened stream. */
export interface SmallWorld {
  readonly world: World;
  readonly story: StoryResult;
  readonly custodian: HospitalParty;
  readonly reader: HospitalParty;
  readonly stranger: HospitalParty;
  readonly patient: PatientParty;
  readonly twin: Hex;
  /** The patient's lane: a stream of several instances, kept by the custodian. */
  readonly laneOf: { readonly id: string; readonly source: RecordSource };
}

export async function openSmallWorld(): Promise<SmallWorld> {
  const files = await writeInput(await shippedBundle(), await shippedStream());
  const inputs = await readInput({ input: files.fhir, wearable: files.wearable, patients: 1 });
  const cast = castOf(inputs);
  const roles = cast.roles[0] as Roles;
  const world = await World.start(
    await openDataDirectory(join(await freshFolder(), 'data'), { fresh: true }),
  );
  await world.foundConsortium(cast.cast);
  const story = await tellPatientStory(
    world,
    inputs[0] as (typeof inputs)[number],
    roles,
    MODULE,
    createProgress(undefined),
  );
  const [custodian, reader, stranger] = [roles.custodian, roles.granted, roles.refused].map(
    (id) => world.hospitals.find((each) => each.id === id) as HospitalParty,
  ) as [HospitalParty, HospitalParty, HospitalParty];
  const patient = world.patients[0] as PatientParty;
  const id = toHex(authorId(patient.key.identity.name));
  return {
    world,
    story,
    custodian,
    reader,
    stranger,
    patient,
    twin: `0x${story.twinId}`,
    laneOf: { id, source: story.sources.get(id) as RecordSource },
  };
}
