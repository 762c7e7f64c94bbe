/** For what a hospital opens other authors' lanes by itself: a purpose that the grant names and the hospital's configuration has, and nothing where there is none. */

import { decodeReceipt, toHex } from '@twinseal/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptBook } from '../../src/receipts/receipt-book.js';
import { KnownTwins } from '../../src/twins/known-twins.js';
import { deliverCapsules } from '../../src/usecases/deliver-capsules.js';
import { refreshTwin } from '../../src/usecases/refresh-twin.js';
import { startWorld, TestPatient, type TestWorld, write } from './support/world.js';

let world: TestWorld;

beforeAll(async () => {
  world = await startWorld();
}, 240_000);
afterAll(() => world?.stop());

/** A patient of whom north has a condition, which west may read for some purposes. */
async function patientWith(granted: readonly string[]): Promise<TestPatient> {
  const { north, west } = world.hospitals;
  const patient = await TestPatient.register(world, north, [north]);
  await write(patient, north, { conditions: ['c'] });
  await patient.grant(west, ['conditions'], granted);
  await deliverCapsules(await patient.authorAt(north), north.gateway);
  await new KnownTwins(west.gateway.vault).introduce(patient.slip());
  return patient;
}

/** What west sees when it is configured to read for these. */
async function seenBy(patient: TestPatient, purposes?: readonly string[]) {
  const { west } = world.hospitals;
  const twin = await new KnownTwins(west.gateway.vault).get(patient.twinId);
  if (twin === undefined) throw new Error('expected the twin to be known');
  const gateway = purposes === undefined ? west.gateway : { ...west.gateway, purposes };
  const { view, master } = await refreshTwin(gateway, twin, west.client);
  return { entries: master.entries.length, granted: view.granted, refusal: view.refusal };
}

/** The requests of a patient's twin that the chain decided. */
const askedOf = async (patient: TestPatient) =>
  (await world.reader.decisions()).filter(({ twinId }) => twinId === patient.id);

/** For what north says that it released the lane; capsules have receipts of their own, by the grant's purposes. */
async function releasedFor(patient: TestPatient): Promise<string[]> {
  const requests = (await askedOf(patient)).map(({ requestId }) => requestId.slice(2));
  return receiptBook(world.hospitals.north.gateway)
    .ofTwin(patient.twinId)
    .map(({ bytes }) => decodeReceipt(bytes))
    .filter(({ requestId }) => requests.includes(toHex(requestId)))
    .map(({ purpose }) => purpose);
}

describe('a grant for research alone', () => {
  it('opens nothing to a hospital that reads for treatment, and asks nobody', async () => {
    const patient = await patientWith(['HRESCH']);
    for (const purposes of [undefined, ['TREAT'], []]) {
      expect(await seenBy(patient, purposes)).toMatchObject({ entries: 0, granted: [], refusal: 8 });
    }
    expect(await askedOf(patient)).toEqual([]);
  });

  it('opens to one that is configured for research, under that purpose', async () => {
    const patient = await patientWith(['HRESCH']);
    const seen = await seenBy(patient, ['TREAT', 'HRESCH']);
    expect(seen).toMatchObject({ entries: 1, granted: ['conditions'] });
    expect(await askedOf(patient)).toMatchObject([{ permit: true }]);
    expect(await releasedFor(patient)).toEqual(['HRESCH']);
    // And no longer once the configuration is another.
    expect(await seenBy(patient, ['TREAT'])).toMatchObject({ entries: 0, granted: [], refusal: 8 });
  });
});

describe('a grant for several purposes', () => {
  it('is used for the first of the configuration', async () => {
    const patient = await patientWith(['HRESCH', 'TREAT', 'HQUALIMP']);
    expect(await seenBy(patient, ['HQUALIMP', 'TREAT'])).toMatchObject({ entries: 1 });
    expect(await releasedFor(patient)).toEqual(['HQUALIMP']);
    // Another order is another request, and another receipt.
    expect(await seenBy(patient)).toMatchObject({ entries: 1 });
    expect(await releasedFor(patient)).toEqual(['HQUALIMP', 'TREAT']);
  });
});
