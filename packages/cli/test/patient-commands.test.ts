/** Every command of a patient, and of the registrar at the other side of the desk, as a person runs them: what they print, and how they end. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addPatientCommand } from '../src/commands/patient.js';
import { addEraseCommand, addGrantCommand, addRevokeCommand } from '../src/commands/patient-consents.js';
import { addRecordCommand } from '../src/commands/record.js';
import { PatientHome } from '../src/consortium/patient-home.js';
import { conditionBundle, type LivingTown, ownStatement, startLivingTown } from './support/living-town.js';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const DAY_S = 86_400;

let town: LivingTown;
let here: readonly string[];
let me: string;
let twin: string;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a command prints as JSON
  readonly json: any;
}

/** Runs a command in this process; the error that it ends with is thrown. */
async function run(...args: string[]): Promise<Ended> {
  let stdout = '';
  let code = 70;
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    stdout += String(chunk);
    return true;
  });
  const program = new Command('twinseal').exitOverride();
  const setExitCode = (wanted: number) => {
    code = wanted;
  };
  addPatientCommand(program, setExitCode);
  addGrantCommand(program, setExitCode);
  addRevokeCommand(program, setExitCode);
  addEraseCommand(program, setExitCode);
  addRecordCommand(program, setExitCode);
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    write.mockRestore();
  }
  const json = args.includes('--json') ? JSON.parse(stdout) : undefined;
  return { code, stdout, json };
}

const config = (hospital: string) => ['--config', town.town.gatewayConfig(hospital)];
const file = (name: string) => join(town.town.root, name);
const own = () => ['--folder', me, ...here];

beforeAll(async () => {
  town = await startLivingTown(['north', 'south', 'west']);
  here = ['--consortium', town.town.root];
  me = town.town.patient('me');
  const registered = await run(
    'patient',
    'register',
    ...own(),
    '--custodian',
    'north',
    '--contributor',
    'north,south',
    '--json',
  );
  expect(registered.code).toBe(0);
  twin = registered.json.twinId;
  const name = [{ family: 'Okonkwo', given: ['Ada'] }];
  const person = { name, birthDate: '1971-02-03', gender: 'female' };
  await (await town.client('north')).addRecord(twin, conditionBundle('n-1', 'asthma mild', person), 'record');
  await (await town.client('south')).addRecord(twin, conditionBundle('s-1', 'asthma sore'), 'record');
  await (await PatientHome.open(me, town.world)).addToOwnLane([ownStatement('herbal tea 1')]);
  await town.settled();
});
afterAll(async () => {
  await town?.stop();
});

describe('introductions and record numbers', () => {
  it('an introduction on paper is taken once, by the hospital that it names', async () => {
    const paper = file('introduction.json');
    expect((await run('patient', 'introduce', ...own(), '--to', 'west', '--out', paper)).code).toBe(0);
    await expect(run('record', 'introduce', paper, ...config('south'))).rejects.toThrow(
      /not signed for this hospital/,
    );
    const taken = await run('record', 'introduce', paper, ...config('west'), '--json');
    expect([taken.code, taken.json]).toEqual([0, { introduced: true, twinId: twin }]);
    await expect(run('record', 'introduce', paper, ...config('west'))).rejects.toThrow(/used before/);
    // Altered, it is nobody's word; and after its day it is over.
    const altered = JSON.parse(await readFile(paper, 'utf8'));
    altered.slip.purposeSalt = '00'.repeat(32);
    await writeFile(paper, JSON.stringify(altered));
    await expect(run('record', 'introduce', paper, ...config('west'))).rejects.toThrow(/not signed/);
    expect((await run('patient', 'introduce', ...own(), '--to', 'south')).stdout).toContain('south knows');
    const late = file('late.json');
    await run('patient', 'introduce', ...own(), '--to', 'west', '--out', late);
    await town.pass(DAY_S + 60);
    await expect(run('record', 'introduce', late, ...config('west'))).rejects.toThrow(/past its deadline/);
  });

  it('a record number is mapped to one twin, found, and taken back', async () => {
    const at = [...config('south'), '--twin', twin];
    expect((await run('record', 'map', '0815-4711', ...at, '--json')).json.numbers).toContain('0815-4711');
    expect((await run('record', 'find', '0815-4711', ...config('south'))).stdout).toBe(`${twin}\n`);
    const other = await town.patient('somebody-else');
    await expect(
      run('record', 'map', '0815-4711', ...config('south'), '--twin', other.twinId),
    ).rejects.toThrow(/belongs to another twin/);
    // A record under that number is for this twin and no other.
    await expect(
      (await town.client('south')).addRecord(
        other.twinId,
        conditionBundle('0815-4711', 'asthma odd'),
        'record',
      ),
    ).rejects.toMatchObject({ code: 'record-foreign' });
    expect((await run('record', 'unmap', '0815-4711', ...at, '--json')).json.numbers).not.toContain(
      '0815-4711',
    );
    await expect(run('record', 'find', '0815-4711', ...config('south'))).rejects.toThrow(
      /nothing in this place/,
    );
  });

  it('people who look alike are proposed, and linked by signatures only', async () => {
    const again = await town.patient('me-again-by-mistake');
    const person = {
      name: [{ family: 'Okonkwo', given: ['Ada'] }],
      birthDate: '1971-02-03',
      gender: 'female',
    };
    await (await town.client('north')).addRecord(
      again.twinId,
      conditionBundle('n-2', 'asthma odd', person),
      'record',
    );
    await town.settled();
    const at = [...config('north'), '--twin', twin];
    const proposed = await run('record', 'matches', ...at, '--json');
    expect(proposed.json.matches).toEqual([
      expect.objectContaining({
        twinId: again.twinId,
        agrees: ['birth date', 'family name', 'given name', 'gender'],
        differs: [],
        linked: false,
      }),
    ]);
    const folders = [...own(), '--other', again.folder];
    const apart = await run('patient', 'open', ...own(), '--linked', again.folder, '--json');
    expect(apart.json.linked).toBe(false);
    expect((await run('patient', 'link', ...folders, '--json')).json.linked).toEqual([twin, again.twinId]);
    expect((await run('record', 'matches', ...at, '--json')).json.matches[0].linked).toBe(true);
    const merged = await run('patient', 'open', ...own(), '--linked', again.folder, '--json');
    expect([merged.code, merged.json.linked, merged.json.findings]).toEqual([0, true, 0]);
    for (const text of ['asthma mild', 'asthma sore', 'asthma odd', 'herbal tea 1'])
      expect(JSON.stringify(merged.json.entries)).toContain(text);
    expect((await run('patient', 'unlink', ...own(), '--twin', again.twinId)).code).toBe(0);
    expect((await run('record', 'matches', ...at, '--json')).json.matches[0].linked).toBe(false);
  });
});

describe('granting, revoking, looking', () => {
  it('grant and revoke stand at the top and under patient', async () => {
    const granted = await run(
      'grant',
      ...own(),
      '--to',
      'west',
      '--modules',
      'conditions',
      '--days',
      '9',
      '--json',
    );
    expect([granted.code, granted.json.to, granted.json.modules]).toEqual([0, 'west', ['conditions']]);
    await town.settled();
    await expect(run('grant', ...own(), '--to', 'west', '--modules', 'no-such')).rejects.toThrow(
      /no module no-such/,
    );
    await expect(run('grant', ...own(), '--to', 'east', '--modules', 'conditions')).rejects.toThrow(
      /no hospital east/,
    );
    expect((await run('revoke', ...own(), '--from', 'west', '--json')).json.revoked).toBe(1);
    expect((await run('patient', 'revoke', ...own(), '--from', 'west')).stdout).toContain('holds no grant');
    await town.settled();
  });

  it('receipts are delivered, signed and without a gap', async () => {
    const { code, json } = await run('patient', 'receipts', ...own(), '--json');
    expect([code, json.findings, json.away]).toEqual([0, [], []]);
    expect(json.receipts).toContainEqual(
      expect.objectContaining({
        requester: 'hospital:west',
        decision: 'permit',
        purpose: 'TREAT',
        modules: ['conditions'],
      }),
    );
  });

  it('open shows the whole record, decrypted here and verified', async () => {
    const { code, json, stdout } = await run('patient', 'open', ...own(), '--json');
    expect([code, json.findings, json.lanes.length]).toEqual([0, 0, 3]);
    for (const text of ['asthma mild', 'asthma sore', 'herbal tea 1']) expect(stdout).toContain(text);
  });
});

describe('somebody who acts for the patient', () => {
  it('is appointed, grants within the slip, and is dismissed', async () => {
    const mother = town.town.patient('mother');
    const account = (await run('patient', 'account', '--folder', mother)).stdout.trim();
    const slip = file('slip.json');
    const proxy = ['--account', account];
    expect(
      (
        await run(
          'patient',
          'proxy',
          'appoint',
          ...own(),
          ...proxy,
          '--modules',
          'conditions',
          '--slip-out',
          slip,
        )
      ).code,
    ).toBe(0);
    const acting = ['--folder', mother, ...here, '--acting-for', slip];
    const granted = await run(
      'grant',
      ...acting,
      '--to',
      'west',
      '--modules',
      'conditions',
      '--days',
      '5',
      '--json',
    );
    expect(granted.json).toMatchObject({ twinId: twin, to: 'west' });
    expect((await run('revoke', ...acting, '--from', 'west', '--json')).json.revoked).toBe(1);
    expect((await run('patient', 'proxy', 'dismiss', ...own(), ...proxy)).code).toBe(0);
    await expect(
      run('grant', ...acting, '--to', 'west', '--modules', 'conditions', '--days', '5'),
    ).rejects.toThrow(/not signed by an account that may speak/);
  });
});

describe('keys', () => {
  const guardian = (n: number) => town.town.patient(`guardian-${n}`);

  it('guardians are chosen, changed, and the change taken back', async () => {
    const accounts = [];
    for (const n of [1, 2, 3])
      accounts.push((await run('patient', 'account', '--folder', guardian(n))).stdout.trim());
    const choice = ['--accounts', accounts.join(','), '--threshold', '2', '--delay-days', '1'];
    const set = await run('patient', 'guardians', 'set', ...own(), ...choice, '--json');
    expect([set.code, set.json.readyAt]).toEqual([0, null]);
    const fewer = ['--accounts', accounts.slice(0, 1).join(','), '--threshold', '1'];
    const change = await run('patient', 'guardians', 'set', ...own(), ...fewer, '--json');
    expect(change.json.readyAt).toBeGreaterThan(0);
    expect((await run('patient', 'guardians', 'show', ...own())).stdout).toContain('Other guardians wait');
    await expect(run('patient', 'guardians', 'apply', ...own())).rejects.toThrow();
    expect((await run('patient', 'guardians', 'cancel', ...own())).code).toBe(0);
    expect((await run('patient', 'guardians', 'show', ...own(), '--json')).json.guardians).toHaveLength(3);
  });

  it('the key is changed after the delay', async () => {
    expect((await run('patient', 'rotate', 'start', ...own())).code).toBe(0);
    expect((await run('patient', 'rotate', 'cancel', ...own())).code).toBe(0);
    const start = await run('patient', 'rotate', 'start', ...own(), '--json');
    await expect(run('patient', 'rotate', 'finish', ...own())).rejects.toThrow();
    await town.pass(DAY_S + 60);
    const finish = await run('patient', 'rotate', 'finish', ...own(), '--json');
    expect(finish.json).toMatchObject({ control: start.json.control, identityEpoch: 2 });
    await town.settled();
    expect((await run('patient', 'open', ...own(), '--json')).json.findings).toBe(0);
  });

  it('a lost key is recovered into an empty folder, by two approvals', async () => {
    const again = town.town.patient('recovered');
    const there = ['--folder', again, ...here];
    const prepared = await run('patient', 'recover', 'prepare', '--folder', again, '--twin', twin, '--json');
    const { control } = prepared.json;
    const approve = (n: number, ...more: string[]) =>
      run(
        ...['patient', 'guardians', 'approve', '--folder', guardian(n), ...here, '--twin', twin],
        ...['--control', control, '--out', file(`approval-${n}.json`), ...more],
      );
    expect((await approve(1)).code).toBe(0);
    expect((await approve(3, '--with', file('approval-1.json'))).code).toBe(0);
    const both = ['--approval', file('approval-1.json'), '--approval', file('approval-3.json')];
    const started = await run('patient', 'recover', 'start', ...there, ...both, '--json');
    expect(started.json.control.toLowerCase()).toBe(control.toLowerCase());
    await expect(run('patient', 'recover', 'finish', ...there)).rejects.toThrow();
    await town.pass(DAY_S + 60);
    const finished = await run('patient', 'recover', 'finish', ...there, '--json');
    expect([finished.code, finished.json.identityEpoch, finished.json.ownLane.instances]).toEqual([0, 3, 1]);
    await town.settled();
    const opened = await run('patient', 'open', ...there, '--json');
    expect([opened.code, opened.json.findings]).toEqual([0, 0]);
    for (const text of ['asthma mild', 'asthma sore', 'herbal tea 1']) expect(opened.stdout).toContain(text);
    me = again;
  });

  it('a recovery that is not the patient’s is stopped, once', async () => {
    await expect(run('patient', 'recover', 'stop', ...own())).rejects.toThrow(/No recovery is under way/);
    const thief = town.town.patient('thief');
    const { json } = await run('patient', 'recover', 'prepare', '--folder', thief, '--twin', twin, '--json');
    for (const n of [1, 2])
      await run(
        ...['patient', 'guardians', 'approve', '--folder', guardian(n), ...here, '--twin', twin],
        ...['--control', json.control, '--out', file(`bad-${n}.json`)],
        ...(n === 1 ? [] : ['--with', file('bad-1.json')]),
      );
    const both = ['--approval', file('bad-1.json'), '--approval', file('bad-2.json')];
    await run('patient', 'recover', 'start', '--folder', thief, ...here, ...both);
    expect((await run('patient', 'recover', 'stop', ...own())).stdout).toContain(
      'A second one you cannot stop',
    );
    expect((await run('patient', 'guardians', 'show', ...own(), '--json')).json).toMatchObject({
      cancelledOnce: true,
    });
  });
});

describe('erase', () => {
  it('asks for one instance, says who deleted it and what nobody can promise', async () => {
    await expect(run('erase', ...own(), '--lane', 'south', '--instance', '7')).rejects.toThrow(
      /the lane has 1/,
    );
    await expect(run('erase', ...own())).rejects.toThrow(/either --lane or --everything/);
    const asked = await run('erase', ...own(), '--lane', 'south', '--instance', '0', '--wait', '0', '--json');
    expect(asked.json.erased).toEqual([{ lane: 'south', instance: 0 }]);
    expect(asked.json.pending).toHaveLength(2);
    expect(asked.json.notGuaranteed.join(' ')).toMatch(/cannot be unread.*backups/);
    await town.settled();
    const opened = await run('patient', 'open', ...own(), '--json');
    expect([opened.code, opened.json.findings]).toEqual([0, 0]);
    expect(opened.stdout).not.toContain('asthma sore');
    expect(
      opened.json.lanes.find(({ author }: { author: string }) => author === 'hospital:south').erased,
    ).toBeGreaterThan(0);
    await expect(run('erase', ...own(), '--lane', 'south', '--instance', '0')).rejects.toThrow(
      /erased before/,
    );
  });

  it('asks for everything', async () => {
    const asked = await run('erase', ...own(), '--everything', '--wait', '0', '--json');
    expect(asked.json.erased.map(({ lane }: { lane: string }) => lane).sort()).toEqual(['north', 'own']);
    await town.settled();
    const opened = await run('patient', 'open', ...own(), '--json');
    expect([opened.code, opened.json.findings, opened.json.entries]).toEqual([0, 0, []]);
    for (const id of ['north', 'south']) expect((await town.fsck(id)).faults).toEqual([]);
  });
});

it('every command has an example and says what its ends mean', () => {
  const program = new Command('twinseal');
  addPatientCommand(program, () => undefined);
  addGrantCommand(program, () => undefined);
  addRevokeCommand(program, () => undefined);
  addEraseCommand(program, () => undefined);
  const leaves = (command: Command): Command[] =>
    command.commands.length === 0 ? [command] : command.commands.flatMap(leaves);
  for (const command of leaves(program)) {
    let help = '';
    const writeOut = (text: string) => {
      help += text;
    };
    command.configureOutput({ writeOut }).outputHelp();
    expect(help, command.name()).toContain('Example:');
  }
});
