/** The drills: a lost key, from the guardians' signatures to the whole history under the new one; a stolen key, and what the thief could read in between; a proxy within its scopes. */

import { join } from 'node:path';
import { scopesOf } from '@twinseal/gateway';
import { decodeCapsule, formatIdentity, parseIdentityText } from '@twinseal/record';
import { Command } from 'commander';
import type { Hex, LocalAccount } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addRecoveryCommand } from '../src/commands/recovery.js';
import { askForKey } from '../src/consortium/founding.js';
import { hospitalAuthorId, PatientHome } from '../src/consortium/patient-home.js';
import { adoptNextControl, keysOf, nextControlKey, refreshKeys } from '../src/patient/key-files.js';
import { openRecord } from '../src/patient/open-record.js';
import { completeRecovery, openRecovering, prepareRecovery } from '../src/patient/recover.js';
import { recoveryState } from '../src/patient/recovery-state.js';
import {
  recoveryOfApprovals,
  signApproval,
  signCancellation,
  signDismissal,
  signGuardians,
  signProxy,
  signRecoveryStop,
  signRotation,
} from '../src/patient/sign-consents.js';
import {
  conditionBundle,
  type LivingTown,
  ownStatement,
  startLivingTown,
  textsIn,
} from './support/living-town.js';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const DAY_S = 86_400;
const TEXT = /asthma [a-z]+|herbal tea \d/g;
const NORTH = hospitalAuthorId('north');
const SOUTH = hospitalAuthorId('south');

let town: LivingTown;
const guardians = [1, 2, 3].map(() => privateKeyToAccount(generatePrivateKey()));

beforeAll(async () => {
  town = await startLivingTown(['north', 'south', 'west']);
});
afterAll(async () => {
  await town?.stop();
});

const chain = () => town.running.reader;
const nowS = () => Math.floor(Date.now() / 1000);

/** A patient with a history at two hospitals and in the own lane, read by a third. */
async function patientWithHistory(name: string): Promise<PatientHome> {
  const home = await town.patient(name);
  await home.relay(
    await signGuardians(home.signing, {
      guardians: guardians.map(({ address }) => address),
      threshold: 2,
      delayS: DAY_S,
    }),
  );
  for (const [hospital, kind] of [
    ['north', 'mild'],
    ['south', 'sore'],
  ] as const)
    await (await town.client(hospital)).addRecord(
      home.twinId,
      conditionBundle(`${name}-${hospital}`, `asthma ${kind}`),
      'record',
    );
  await home.addToOwnLane([ownStatement('herbal tea 1'), ownStatement('herbal tea 2')]);
  await town.settled();
  return home;
}

async function approvals(home: { readonly twinId: string }, control: Hex, by: readonly LocalAccount[]) {
  const { round } = await recoveryState(chain(), `0x${home.twinId}`);
  const deadline = BigInt(nowS() + 3600);
  return Promise.all(
    by.map((account) =>
      signApproval(
        { chain: chain(), account, twinId: `0x${home.twinId}`, nowS: nowS() },
        control,
        round,
        deadline,
      ),
    ),
  );
}

const ALL = ['asthma mild', 'asthma sore', 'herbal tea 1', 'herbal tea 2'];

describe('a lost key', () => {
  let lost: PatientHome;
  let waiting: PatientHome;
  let control: Hex;
  const folder = () => join(town.town.root, 'patients', 'lost-again');

  it('is answered by guardians: two of three approve the key of an empty folder', async () => {
    lost = await patientWithHistory('lost');
    expect(textsIn((await openRecord(lost)).master, TEXT)).toEqual(ALL);
    control = await prepareRecovery(folder(), lost.twinId);
    waiting = await openRecovering(folder(), town.world);
    const one = await approvals(lost, control, guardians.slice(0, 1));
    await expect(waiting.relay(recoveryOfApprovals(one))).rejects.toMatchObject({ code: 'refused' });
    const two = await approvals(lost, control, guardians.slice(0, 2));
    await waiting.relay(recoveryOfApprovals(two));
    expect((await recoveryState(chain(), `0x${lost.twinId}`)).recovery?.control).toBe(control);
  });

  it('gives nothing before the delay is over: not control, not salts, not a key', async () => {
    await expect(
      waiting.relay({ name: 'finishRecovery', body: { twinId: `0x${lost.twinId}` } }),
    ).rejects.toMatchObject({ code: 'refused' });
    await expect(completeRecovery(folder(), town.world)).rejects.toThrow(/names another key/);
    await expect(waiting.ask(NORTH, 'GET', `/patient/v1/twins/${lost.twinId}/slip`)).rejects.toMatchObject({
      code: 'not-the-patient',
    });
    for (const epoch of [1, 2]) {
      const identity = parseIdentityText(`patient:${lost.twinId}#${epoch}`);
      const asked = askForKey(
        chain().consortium,
        town.running.params,
        identity,
        waiting.account,
        town.world.extract,
      );
      await expect(asked).rejects.toMatchObject({ name: 'AuthorityError' });
    }
  });

  it('ends in the new folder with the whole history under the new key', async () => {
    await town.pass(DAY_S + 60);
    await waiting.relay({ name: 'finishRecovery', body: { twinId: `0x${lost.twinId}` } });
    await town.settled();
    const { home, identityEpoch, lane } = await completeRecovery(folder(), town.world);
    expect(identityEpoch).toBe(2);
    expect(lane).toMatchObject({ instances: 2, findings: [] });
    // The new epoch's key alone: what hospitals sealed before was issued anew for it, all history.
    expect((await keysOf(home)).map(({ identity }) => identity.epoch)).toEqual(['2', '1']);
    const record = await openRecord(home, { keys: 1 });
    expect(record.findings).toEqual([]);
    expect(textsIn(record.master, TEXT)).toEqual(ALL);
  });

  it('lets the own lane go on: the next instance is written under the new epoch, repetitions are known', async () => {
    const home = await PatientHome.open(folder(), town.world);
    expect(await home.addToOwnLane([ownStatement('herbal tea 2')])).toMatchObject({ instances: 0 });
    expect(await home.addToOwnLane([ownStatement('herbal tea 3')])).toMatchObject({ instances: 1 });
    await town.settled();
    const record = await openRecord(home, { keys: 1 });
    expect(record.findings).toEqual([]);
    expect(textsIn(record.master, TEXT)).toEqual([...ALL, 'herbal tea 3']);
    const own = record.lanes.find(({ authorName }) => authorName.startsWith('patient:'));
    expect(own?.verified.map(({ author }) => formatIdentity(author)).at(-1)).toMatch(/#2$/);
    const counters = own?.verified.map(({ counter }) => counter);
    expect(counters).toEqual([0, 1, 2]);
  });

  it('leaves the old folder without a say', async () => {
    await expect(lost.grant(SOUTH, ['medications'], { days: 3 })).rejects.toMatchObject({
      code: 'not-the-patient',
    });
  });
});

describe('a key changed by its owner', () => {
  it('moves after the delay, in the same folder, and old capsules open as before', async () => {
    const home = await patientWithHistory('careful');
    const next = await nextControlKey(home);
    await home.relay(await signRotation(home.signing, next.address));
    await expect(
      home.relay({ name: 'finishRotation', body: { twinId: `0x${home.twinId}` } }),
    ).rejects.toMatchObject({ code: 'refused' });
    await town.pass(DAY_S + 60);
    await home.relay({ name: 'finishRotation', body: { twinId: `0x${home.twinId}` } });
    await adoptNextControl(home, 1);
    const after = await PatientHome.open(home.folder, town.world);
    expect(await refreshKeys(after)).toBe(2);
    await after.handOverOwnLane();
    await town.settled();
    const record = await openRecord(after, { keys: 1 });
    expect(record.findings).toEqual([]);
    expect(textsIn(record.master, TEXT)).toEqual(ALL);
  });
});

describe('stolen keys', () => {
  let home: PatientHome;
  const thief = privateKeyToAccount(generatePrivateKey());
  const accomplices = guardians.slice(1);

  beforeAll(async () => {
    home = await patientWithHistory('robbed');
  });

  it("of the guardians: the patient stops the thief's recovery once, and only once", async () => {
    await home.relay(recoveryOfApprovals(await approvals(home, thief.address, accomplices)));
    const { round } = await recoveryState(chain(), `0x${home.twinId}`);
    await home.relay(await signRecoveryStop(home.signing, round - 1n));
    expect((await recoveryState(chain(), `0x${home.twinId}`)).recovery).toBeUndefined();
    await home.relay(recoveryOfApprovals(await approvals(home, thief.address, accomplices)));
    const again = await recoveryState(chain(), `0x${home.twinId}`);
    expect(again).toMatchObject({ cancelledOnce: true, recovery: { control: thief.address } });
    await expect(home.relay(await signRecoveryStop(home.signing, again.round - 1n))).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('then the hospitals stop it, by their quorum', async () => {
    const twinId: Hex = `0x${home.twinId}`;
    const stopAt = (id: string, ...more: string[]) =>
      twinseal('recovery', 'stop', '--config', town.town.gatewayConfig(id), '--twin', home.twinId, ...more);
    expect(await stopAt('north')).toEqual({
      code: 1,
      stdout: expect.stringMatching(/^1 of 2 hospitals that it takes have approved/),
    });
    // One hospital alone, however often it asks, is not a quorum.
    const again = await stopAt('north', '--json');
    expect([again.code, JSON.parse(again.stdout)]).toEqual([
      1,
      { twinId: home.twinId, approvals: 1, needed: 2, stopped: false },
    ]);
    expect((await recoveryState(chain(), twinId)).recovery).toMatchObject({ control: thief.address });
    const last = await stopAt('south', '--json');
    expect([last.code, JSON.parse(last.stdout)]).toEqual([
      0,
      { twinId: home.twinId, approvals: 2, needed: 2, stopped: true },
    ]);
    expect((await recoveryState(chain(), twinId)).recovery).toBeUndefined();
    expect((await chain().twin(twinId))?.control).toBe(home.account.address);
    // Nothing is under way any more.
    await expect(stopAt('west')).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringMatching(/^No recovery of this twin is under way/),
    });
  });

  it('of the patient: guardians move control away, and what is sealed then does not open for the thief', async () => {
    // The thief has a copy of the folder: the control key and the identity key of epoch 1. It can read all that was sealed to it until control moves, and no later.
    const stolen = home;
    const rotation = await nextControlKey({ folder: await folderOfThief() });
    await stolen.relay(await signRotation(stolen.signing, rotation.address));
    await stolen.relay(await signCancellation(stolen.signing, 'cancelRotation'));
    await stolen.relay(await signRotation(stolen.signing, rotation.address));
    const safe = join(town.town.root, 'patients', 'robbed-again');
    const control = await prepareRecovery(safe, home.twinId);
    const waiting = await openRecovering(safe, town.world);
    await waiting.relay(recoveryOfApprovals(await approvals(home, control, guardians.slice(0, 2))));
    // Guardians at work end whatever the stolen key had scheduled, and let it schedule nothing.
    expect((await recoveryState(chain(), `0x${home.twinId}`)).rotation).toBeUndefined();
    await expect(stolen.relay(await signRotation(stolen.signing, rotation.address))).rejects.toMatchObject({
      code: 'refused',
    });
    expect(textsIn((await openRecord(stolen)).master, TEXT)).toEqual(ALL);
    await town.pass(DAY_S + 60);
    await waiting.relay({ name: 'finishRecovery', body: { twinId: `0x${home.twinId}` } });
    await town.settled();
    const { home: own } = await completeRecovery(safe, town.world);
    await (await town.client('north')).addRecord(
      home.twinId,
      conditionBundle('robbed-north', 'asthma worse'),
      'record',
    );
    await town.settled();
    expect(textsIn((await openRecord(own, { keys: 1 })).master, TEXT)).toEqual(
      [...ALL, 'asthma worse'].sort(),
    );
    // Nothing sealed since names the stolen epoch among its recipients.
    const { version } = await chain().accessVersion(`0x${home.twinId}`);
    const { ledger, blobs } = (town.services.north as NonNullable<typeof town.services.north>).gateway;
    const capsules = await ledger.capsules({ twinId: home.twinId, authorId: NORTH.slice(2) });
    const recipients = await Promise.all(
      capsules
        .filter(({ sealingEpoch }) => sealingEpoch === version)
        .map(async ({ address }) => decodeCapsule((await blobs.get(address)) as Uint8Array).recipients),
    );
    expect(recipients.length).toBeGreaterThan(0);
    for (const each of recipients.flat()) expect(formatIdentity(each)).not.toBe(`patient:${home.twinId}#1`);
    // And the thief's account is nobody to keepers: not even sealed objects are served to it.
    const later = await openRecord(stolen);
    expect(textsIn(later.master, TEXT)).toEqual([]);
  });
});

/** Runs a command in this process. @returns what it prints, and its exit code */
async function twinseal(...args: string[]): Promise<{ stdout: string; code: number }> {
  let stdout = '';
  let code = 0;
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    stdout += String(chunk);
    return true;
  });
  const program = new Command('twinseal').exitOverride();
  addRecoveryCommand(program, (wanted) => {
    code = wanted;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    written.mockRestore();
  }
  return { stdout, code };
}

/** Where the thief keeps a key of its own. */
async function folderOfThief(): Promise<string> {
  const folder = join(town.town.root, 'patients', 'thief');
  await PatientHome.open(folder, town.world, { create: true });
  return folder;
}

describe('a proxy', () => {
  it('grants and revokes within its scopes and time, and nothing beyond', async () => {
    const home = await patientWithHistory('child');
    const parent = await PatientHome.open(join(town.town.root, 'patients', 'parent'), town.world, {
      create: true,
    });
    const slip = home.app.slip(['conditions']);
    await home.relay(
      await signProxy(home.signing, {
        proxy: parent.account.address,
        powers: 3,
        scopes: scopesOf(slip, ['conditions']),
        notBeforeS: nowS() - 60,
        expiryS: nowS() + 10 * DAY_S,
      }),
    );
    const acting = parent.actingFor(slip);
    const west = hospitalAuthorId('west');
    await acting.grant(west, ['conditions'], { days: 5 });
    await town.settled();
    const service = town.services.west as NonNullable<typeof town.services.west>;
    const twin = await service.twins.get(home.twinId);
    const { master } = await service.refreshed(twin as NonNullable<typeof twin>);
    expect(textsIn(master, TEXT)).toEqual(['asthma mild', 'asthma sore']);
    // Longer than the appointment lasts, and another module: refused by the contract.
    await expect(acting.grant(west, ['conditions'], { days: 20 })).rejects.toMatchObject({ code: 'refused' });
    const wider = parent.actingFor(home.app.slip(['conditions', 'medications']));
    await expect(wider.grant(west, ['medications'], { days: 2 })).rejects.toMatchObject({ code: 'refused' });
    expect(await acting.revokeReading(west)).toBe(1);
    await home.relay(await signDismissal(home.signing, parent.account.address));
    await expect(acting.grant(west, ['conditions'], { days: 5 })).rejects.toMatchObject({
      code: 'not-the-patient',
    });
  });
});
