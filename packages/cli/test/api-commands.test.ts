/** `twinseal request` and `twinseal history` against a running gateway, as a person sees them. */

import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTown, type TestTown } from '../../gateway/test/api/support/town.js';
import type { TestPatient } from '../../gateway/test/rebuild/consortium.js';
import { addHistoryCommand } from '../src/commands/history.js';
import { addRequestCommand } from '../src/commands/request.js';

let town: TestTown;
let patient: TestPatient;
let config: string;

beforeAll(async () => {
  town = await startTown();
  patient = await town.patient({ introduced: true });
  await town.write(patient, 'observations', 'o1');
  await town.grant(patient, ['medications']);
  config = join(town.world.root, 'north-api.json');
}, 300_000);

afterAll(() => town?.stop(), 60_000);

/** Runs a command in this process; its output and exit code, or the error that it ends with. */
async function run(...args: string[]): Promise<{ stdout: string; code: number }> {
  let stdout = '';
  let code = 0;
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    stdout += String(chunk);
    return true;
  });
  const program = new Command('twinseal').exitOverride();
  const setExitCode = (wanted: number) => {
    code = wanted;
  };
  addRequestCommand(program, setExitCode);
  addHistoryCommand(program, setExitCode);
  try {
    await program.parseAsync([...args, '--config', config], { from: 'user' });
  } finally {
    written.mockRestore();
  }
  return { stdout, code };
}

it('asks the chain: 0 where it permits, 1 where it does not', async () => {
  const granted = await run('request', '--twin', patient.twinId, '--module', 'medications', '--json');
  expect([granted.code, JSON.parse(granted.stdout)]).toMatchObject([
    0,
    { permit: true, reason: 0, why: 'granted' },
  ]);
  const denied = await run('request', '--twin', patient.twinId, '--module', 'conditions');
  expect([denied.code, denied.stdout]).toEqual([
    1,
    expect.stringMatching(/^Denied: scope not granted\.\nRequest 0x[0-9a-f]{64}, block \d+/),
  ]);
  const decisions = await town.world.reader.decisions();
  expect(decisions.some(({ requestId }) => requestId === JSON.parse(granted.stdout).requestId)).toBe(true);
});

it('refuses in words: an unknown twin, a module without a salt, a code that is none', async () => {
  const ask = (...args: string[]) => run('request', ...args);
  await expect(ask('--twin', 'e0'.repeat(32), '--module', 'medications')).rejects.toThrow(
    'You may not do that here',
  );
  await expect(ask('--twin', patient.twinId, '--module', 'nothing')).rejects.toThrow('modules: expected');
  await expect(ask('--twin', patient.twinId, '--module', 'medications', '--purpose', 'FUN')).rejects.toThrow(
    'purpose: expected a code',
  );
  await expect(ask('--twin', 'short', '--module', 'medications')).rejects.toThrow('64 lowercase');
});

it('shows lanes, what is kept of them, and what was verified', async () => {
  const { code, stdout } = await run('history', '--twin', patient.twinId, '--json');
  const { lanes } = JSON.parse(stdout) as {
    lanes: { author: string; count: number; held: number; state: string }[];
  };
  expect([code, lanes.map(({ author, count, held, state }) => [author, count, held, state])]).toEqual([
    0,
    [
      ['hospital:south', 2, 0, 'verified'],
      ['hospital:north', 1, 1, 'verified'],
    ],
  ]);
  const { stdout: text } = await run('history', '--twin', patient.twinId);
  expect(text).toMatch(/hospital:north: 1 instance on the chain, 1 kept here, verified, 1 part opened/);
});

it('has an example in its help', () => {
  const program = new Command('twinseal').exitOverride();
  addRequestCommand(program, () => undefined);
  addHistoryCommand(program, () => undefined);
  for (const command of program.commands) {
    let help = '';
    command.configureOutput({
      writeOut: (text) => {
        help += text;
      },
    });
    command.outputHelp();
    expect(help).toContain(`Example:\n  twinseal ${command.name()}`);
    expect(help).toContain('Exit codes:');
  }
});
