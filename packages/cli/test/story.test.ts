/**
 * A patient's whole story, through commands and the browser: she registers at North, is treated at South, refuses West, is brought to West unconscious, loses her key, gets it back
 * with her guardians, has one entry erased, and proves all of it to a stranger who has no network. Three gateways, a chain, an authority; the clock is put forward over the delay.
 */

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHROMIUM, launch, WITHOUT } from '../../portal/test/support/browser.js';
import { main } from '../src/main.js';
import { conditionBundle, type LivingTown, startLivingTown } from './support/living-town.js';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 });

const DAY_S = 86_400;
const PASSPHRASE = 'a passphrase for tests';
const PATIENCE_MS = 120_000;

let town: LivingTown;
let browser: Browser | undefined;
let me: string;
let twin: string;
let exported: string;

interface Ended {
  readonly code: number;
  readonly stdout: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a command prints as JSON
  readonly json: any;
}

/** Runs a command in this process, whose clock the test puts forward. */
async function twinseal(...args: string[]): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      stdout += String(chunk);
      return true;
    }),
    vi.spyOn(console, 'log').mockImplementation((text) => {
      stdout += `${text}\n`;
    }),
    vi.spyOn(console, 'error').mockImplementation((text) => {
      stderr += `${text}\n`;
    }),
  ];
  const code = await main(args).finally(() => {
    for (const spy of spies) spy.mockRestore();
  });
  if (code > 1) throw new Error(`twinseal ${args.slice(0, 2).join(' ')} ended with ${code}: ${stderr}`);
  return { code, stdout, json: args.includes('--json') ? JSON.parse(stdout) : undefined };
}

const file = (name: string) => join(town.town.root, name);
const at = (hospital: string) => ['--config', town.town.gatewayConfig(hospital)];
const ofTwin = (hospital: string) => [...at(hospital), '--twin', twin];
const own = () => ['--folder', me, '--consortium', town.town.root];
const guardian = (n: number) => town.town.patient(`guardian-${n}`);

async function record(name: string, text: string): Promise<string> {
  const path = file(`${name}.json`);
  await writeFile(path, conditionBundle(name, text));
  return path;
}

/** The page, with the own key file, as the clock of the story has it. */
async function signIn(name: string): Promise<Page> {
  const passphraseFile = file('passphrase');
  await writeFile(passphraseFile, `${PASSPHRASE}\n`, { mode: 0o600 });
  const keyFile = file(`${name}.age`);
  await twinseal('patient', 'key-file', ...own(), '--out', keyFile, '--passphrase-file', passphraseFile);
  const context = await (browser as Browser).newContext();
  context.setDefaultTimeout(PATIENCE_MS);
  await context.clock.install({ time: Date.now() });
  const page = await context.newPage();
  const port = town.running.manifest.hospitals.find(({ id }) => id === 'north')?.port;
  await page.goto(`http://localhost:${port}/me/`);
  await page.locator('input[type=file]').setInputFiles(keyFile);
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Sign in with the key file' }).click();
  await page.getByRole('tab', { name: 'Who may read' }).waitFor();
  return page;
}

beforeAll(async () => {
  town = await startLivingTown(['north', 'south', 'west'], { byHand: false });
  me = town.town.patient('ada');
  if (CHROMIUM !== undefined) browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await town?.stop();
});

describe(`a patient's story (its pages are ${WITHOUT})`, () => {
  it('registers at North, and chooses guardians', async () => {
    const registered = await twinseal(
      ...['patient', 'register', ...own(), '--custodian', 'north', '--contributor', 'north,south', '--json'],
    );
    twin = registered.json.twinId;
    const accounts = [];
    for (const n of [1, 2, 3])
      accounts.push((await twinseal('patient', 'account', '--folder', guardian(n))).stdout.trim());
    const circle = ['--accounts', accounts.join(','), '--threshold', '2', '--delay-days', '1'];
    const chosen = await twinseal('patient', 'guardians', 'set', ...own(), ...circle, '--json');
    expect(chosen.json).toMatchObject({ twinId: twin, threshold: 2, readyAt: null });
    await twinseal('record', 'add', await record('at-north', 'asthma mild'), ...ofTwin('north'));
  });

  it('is treated at South, which reads what she allows, and writes', async () => {
    await twinseal('grant', ...own(), '--to', 'south', '--modules', 'conditions', '--days', '30');
    await twinseal('record', 'add', await record('at-south', 'asthma sore'), ...ofTwin('south'));
    await expect
      .poll(
        async () =>
          (await twinseal('history', ...ofTwin('south'), '--json')).json.lanes.map(
            (lane: { author: string; state: string }) => `${lane.author} ${lane.state}`,
          ),
        { timeout: PATIENCE_MS, interval: 500 },
      )
      .toEqual(['hospital:north verified', 'hospital:south verified']);
  });

  it('refuses West: the chain says no, and says so for ever', async () => {
    await twinseal('patient', 'introduce', ...own(), '--to', 'west');
    const asked = await twinseal('request', ...ofTwin('west'), '--module', 'conditions', '--json');
    expect([asked.code, asked.json.permit]).toEqual([1, false]);
    expect(await town.running.reader.decision(asked.json.requestId)).toMatchObject({ permit: false });
  });

  it('is brought to West unconscious: the glass is broken, loudly, and looked into', async () => {
    const key = file('dr-1.key');
    const { address } = (await twinseal('emergency', 'key', key, '--json')).json;
    await twinseal('emergency', 'authorise', ...at('west'), '--staff', 'dr-1', '--address', address);
    const opened = await twinseal(
      ...['emergency', 'open', ...ofTwin('west'), '--staff', 'dr-1', '--key', key],
      ...['--reason', 'unconscious', '--json'],
    );
    expect(opened.json).toMatchObject({ state: 'open', modules: ['conditions', 'medications'] });
    expect(opened.json.readableMs).toBeGreaterThan(0);
    // For that clinician alone: nobody else at West gets a line of it.
    expect((await twinseal('record', 'timeline', ...ofTwin('west'), '--json')).json.entries).toEqual([]);
    await twinseal('emergency', 'close', ...ofTwin('west'), '--id', opened.json.id);
    const finding = `0x${'5a'.repeat(32)}`;
    await twinseal('emergency', 'review', ...ofTwin('north'), '--id', opened.json.id, '--finding', finding);
    await expect
      .poll(
        async () => (await twinseal('emergency', 'list', ...ofTwin('north'), '--json')).json.emergencies,
        {
          timeout: PATIENCE_MS,
          interval: 500,
        },
      )
      .toEqual([expect.objectContaining({ id: opened.json.id, reviewed: true })]);
  });

  it.skipIf(CHROMIUM === undefined)('sees West in the browser, and withdraws from South', async () => {
    const page = await signIn('ada');
    await page.getByRole('tab', { name: 'Who has read' }).click();
    await page.getByRole('heading', { name: 'West', exact: true }).first().waitFor();
    await page.getByRole('tab', { name: 'Who may read' }).click();
    await page.getByRole('button', { name: 'Withdraw: South may read' }).click();
    await page.getByText('South may no longer read. What was read before cannot be unread.').waitFor();
    await page.context().close();
    await expect
      .poll(
        async () =>
          (await town.running.reader.grants(`0x${twin}`, Math.floor(Date.now() / 1000))).some(
            ({ live, terms }) => live && (terms.operations & 1) !== 0,
          ),
        { timeout: PATIENCE_MS },
      )
      .toBe(false);
  });

  it('loses her key, and gets her whole history back with two of three guardians', async () => {
    await rm(me, { recursive: true });
    me = town.town.patient('ada-again');
    const prepared = await twinseal(
      'patient',
      'recover',
      'prepare',
      '--folder',
      me,
      '--twin',
      twin,
      '--json',
    );
    const approve = (n: number, ...more: string[]) =>
      twinseal(
        ...['patient', 'guardians', 'approve', '--folder', guardian(n), '--consortium', town.town.root],
        ...['--twin', twin, '--control', prepared.json.control, '--out', file(`approval-${n}.json`), ...more],
      );
    await approve(1);
    await approve(3, '--with', file('approval-1.json'));
    const both = ['--approval', file('approval-1.json'), '--approval', file('approval-3.json')];
    await twinseal('patient', 'recover', 'start', ...own(), ...both);
    await town.pass(DAY_S + 60);
    const finished = await twinseal('patient', 'recover', 'finish', ...own(), '--json');
    expect(finished.json).toMatchObject({ twinId: twin, identityEpoch: 2 });
    await expect
      .poll(
        async () => {
          const { code, json, stdout } = await twinseal('patient', 'open', ...own(), '--json');
          return [code, json.findings, stdout.includes('asthma mild'), stdout.includes('asthma sore')];
        },
        { timeout: PATIENCE_MS, interval: 1000 },
      )
      .toEqual([0, 0, true, true]);
  });

  it('has one entry erased; the history still verifies', async () => {
    const erased = await twinseal(
      ...['erase', ...own(), '--lane', 'south', '--instance', '0', '--wait', '120', '--json'],
    );
    expect(erased.json).toMatchObject({ erased: [{ lane: 'south', instance: 0 }], pending: [] });
    const opened = await twinseal('patient', 'open', ...own(), '--json');
    expect([opened.code, opened.json.findings]).toEqual([0, 0]);
    expect(opened.stdout).toContain('asthma mild');
    expect(opened.stdout).not.toContain('asthma sore');
    for (const hospital of ['north', 'south', 'west'])
      expect((await town.fsck(hospital)).faults, hospital).toEqual([]);
  });

  it.skipIf(CHROMIUM === undefined)('opens it in the browser under the new key', async () => {
    const page = await signIn('ada-again');
    await page.getByRole('tab', { name: 'My record' }).click();
    await page.getByRole('button', { name: 'Open my record' }).click();
    await page.getByText('asthma mild').first().waitFor();
    expect(await page.getByText('asthma sore').count()).toBe(0);
    await page.context().close();
  });

  it('proves it all to a stranger: one file, no gateway, no chain', async () => {
    exported = file('record.tsx');
    const made = await twinseal('export', ...own(), '--out', exported, '--json');
    expect(made.json).toMatchObject({ twinId: twin, missing: [] });
    // Nobody is left to ask.
    await town.stop();
    const verified = await twinseal('verify', exported, '--json');
    expect(verified.code).toBe(0);
    expect(verified.stdout).toContain(made.json.block.hash);
    // One bit, and it is no proof any more.
    const bytes = await readFile(exported);
    const middle = bytes.length >> 1;
    bytes[middle] = (bytes[middle] as number) ^ 1;
    await writeFile(file('altered.tsx'), bytes);
    expect(
      (await twinseal('verify', file('altered.tsx'), '--json').catch(() => ({ code: 2 }))).code,
    ).toBeGreaterThan(0);
  });
});
