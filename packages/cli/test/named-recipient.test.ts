/** A patient who cannot act, a custodian who may read nothing, and the hospital that the patient named: an emergency at a third one, through the commands and three running gateways. */

import { Command } from 'commander';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addPatientCommand } from '../src/commands/patient.js';
import type { PatientHome } from '../src/consortium/patient-home.js';
import { type LivingTown, ownStatement, startLivingTown } from './support/living-town.js';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

let town: LivingTown;
let me: PatientHome;
const doctor = privateKeyToAccount(generatePrivateKey());

/** Runs a command in this process; what it prints as JSON. */
async function run(...args: string[]): Promise<Record<string, unknown>> {
  let stdout = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    stdout += String(chunk);
    return true;
  });
  const program = new Command('twinseal').exitOverride();
  let code = 70;
  addPatientCommand(program, (wanted) => {
    code = wanted;
  });
  const own = ['--folder', town.town.patient('me'), '--consortium', town.town.root, '--json'];
  try {
    await program.parseAsync(['patient', ...args, ...own], { from: 'user' });
  } finally {
    write.mockRestore();
  }
  expect(code).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>;
}

const service = (id: string) => {
  const found = town.services[id];
  if (found === undefined) throw new Error(`expected a gateway of ${id}`);
  return found;
};
/** The patient's own lane as a hospital opened it last. */
const laneAt = (id: string) =>
  service(id)
    .master(me.twinId)
    ?.view.lanes.find(({ author }) => author === `patient:${me.twinId}`);

beforeAll(async () => {
  town = await startLivingTown(['north', 'south', 'west']);
  me = await town.patient('me');
  await me.addToOwnLane([ownStatement('herbal tea')]);
  await run('grant', '--to', 'west', '--modules', 'medications', '--days', '30');
  await run('introduce', '--to', 'south');
  // The grant came after: the patient's own app delivers what is missing.
  await me.addToOwnLane([ownStatement('herbal tea again')]);
  await town.settled();
});
afterAll(() => town?.stop());

describe('an emergency of a patient who named a hospital for it', () => {
  it('is opened with what that hospital hands on, and everything is in its place', async () => {
    expect(laneAt('west')).toMatchObject({ state: 'verified', opened: 2 });
    expect(await run('emergency', '--hospital', 'west')).toMatchObject({
      hospital: 'west',
      modules: ['allergies', 'conditions', 'medications'],
    });
    const { emergencies, gateway } = service('south');
    await emergencies.authorise('dr-1', doctor.address);
    const wish = {
      staff: 'dr-1',
      modules: ['medications'],
      purpose: 'BTG',
      reason: 'unconscious' as const,
      lastsS: 3600,
    };
    const { terms, reasonSalt, typedData } = await emergencies.draft(me.twinId, wish);
    const signature = await doctor.signTypedData(typedData as never);
    const { staff, purpose, reason } = wish;
    const opened = await emergencies.open({ terms, reasonSalt, staff, purpose, reason, signature });
    expect(opened.state).toBe('open');
    await service('south').attendTo(me.twinId, `emergency/${opened.id}`);
    await expect
      .poll(
        async () => {
          await town.settled();
          return laneAt('south');
        },
        { timeout: 120_000, interval: 500 },
      )
      .toMatchObject({ state: 'verified', opened: 2 });
    // North keeps everything and can open nothing: it was west that handed on.
    expect(laneAt('north')?.opened ?? 0).toBe(0);
    const issuers = (await service('north').gateway.ledger.allCapsules()).map(({ issuer }) => issuer);
    expect(issuers).toContain('hospital:west#1');
    expect(issuers).not.toContain('hospital:north#1');
    expect(gateway.id).toBe('south');
    for (const id of ['north', 'west']) expect((await town.fsck(id)).faults).toEqual([]);
  });
});
