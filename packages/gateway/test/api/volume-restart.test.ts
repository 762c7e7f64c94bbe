/** The limits on how much somebody reads hold over a restart. */

import { expect, it } from 'vitest';
import { startTown } from './support/town.js';

it('a restart gives nobody a new hour: what was read and receipted before it still counts', async () => {
  const town = await startTown({ limits: { readsPerTwinPerHour: 3, unusualReadsPerTwinPerHour: 1_000 } });
  try {
    const patient = await town.patient({ introduced: true });
    await town.grant(patient, ['medications']);
    const read = async (token: string) =>
      (
        await town.ask('GET', `/twins/${patient.twinId}/modules/medications`, {
          token,
          headers: { 'twinseal-purpose': 'TREAT' },
        })
      ).status;
    const one = await town.staff('dr-1', ['clinician']);
    const two = await town.staff('dr-2', ['clinician']);
    expect([await read(one), await read(one), await read(two)]).toEqual([200, 200, 200]);
    await town.restart();
    expect([await read(one), await read(one), await read(one)]).toEqual([200, 429, 429]);
    expect([await read(two), await read(two), await read(two)]).toEqual([200, 200, 429]);
    // What was refused for its volume has left no receipt; what was read has.
    await town.restart();
    expect([await read(one), await read(two)]).toEqual([429, 429]);
  } finally {
    await town.stop();
  }
}, 240_000);
