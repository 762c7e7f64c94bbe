/** The patient's page as a patient uses it: a real browser, real gateways, a real chain. */

import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { emergencyAbi } from '@twinseal/contracts';
import { type Needle, PlaintextSearch, textNeedle } from '@twinseal/gateway';
import { authorId, decodeCapsule, encodeCapsule } from '@twinseal/record';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { type Abi, bytesToHex, type Hex, hexToString, type LocalAccount } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayClient } from '../../cli/src/consortium/gateway-client.js';
import { hospitalAuthorId } from '../../cli/src/consortium/patient-home.js';
import { TwinApiSession } from '../../cli/src/export/twin-api-session.js';
import { recoveryState } from '../../cli/src/patient/recovery-state.js';
import { recoveryOfApprovals, signApproval } from '../../cli/src/patient/sign-consents.js';
import { ownStatement } from '../../cli/test/support/living-town.js';
import { twinseal } from '../../cli/test/support/run.js';
import { CHROMIUM, launch, WITHOUT } from './support/browser.js';
import { Traffic } from './support/traffic.js';
import { startWorld, type World } from './support/world.js';

const PASSPHRASE = 'a passphrase for tests';
/** Machines that run other tests beside are slow. */
const PATIENCE_MS = 120_000;

let world: World;
let browser: Browser;
let keyFile: string;
let shots: string;

const traffic = new Traffic();

async function freshContext(into: Traffic = traffic): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  into.record(context);
  return context;
}

/** As a patient makes it: by the command. */
async function writeKeyFile(): Promise<string> {
  const out = join(world.root, 'ada.age');
  const passphraseFile = join(world.root, 'passphrase');
  await writeFile(passphraseFile, `${PASSPHRASE}\n`, { mode: 0o600 });
  const args = ['--folder', world.ada.folder, '--consortium', world.running.town.root, '--out', out];
  const run = () => twinseal(['patient', 'key-file', ...args, '--passphrase-file', passphraseFile, '--json']);
  const { code, stdout, stderr } = await run();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ twinId: world.ada.twinId, file: out });
  expect((await stat(out)).mode & 0o777).toBe(0o600);
  // A key file is never overwritten.
  expect(await run()).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('exists already'),
  });
  return out;
}

async function open(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('heading', { name: 'Your record, in your hand' }).waitFor();
  return page;
}

async function signInWithFile(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(keyFile);
  await page.getByLabel('Passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Sign in with the key file' }).click();
  await isIn(page);
}

/** Waits for the own record's tabs; what the page complains of instead is the failure. */
async function isIn(page: Page): Promise<void> {
  const tab = page.getByRole('tab', { name: 'Who may read' });
  const alert = page.getByRole('alert');
  await tab.or(alert).first().waitFor();
  expect(await alert.allTextContents()).toEqual([]);
}

async function goTo(page: Page, tab: string): Promise<void> {
  await page.getByRole('tab', { name: tab }).click();
}

async function axe(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${where}, ${colorScheme}: ${id} ${nodes[0]?.html}`)).toEqual(
      [],
    );
  }
}

async function shoot(page: Page, name: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    // Nothing stands out to the side.
    expect([name, width, await page.evaluate('document.scrollingElement.scrollWidth')]).toEqual([
      name,
      width,
      width,
    ]);
    await page.screenshot({ path: join(shots, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function openRecord(page: Page): Promise<void> {
  await goTo(page, 'My record');
  await page.getByRole('button', { name: 'Open my record' }).click();
  await page.getByRole('button', { name: 'Open it again' }).or(page.getByRole('alert')).first().waitFor();
}

/** Lets every test begin with the same grants. */
async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Your record, in your hand' }).waitFor();
  await page.getByText('You are signed out.').waitFor();
}

describe.skipIf(CHROMIUM === undefined)(`the patient's page (${WITHOUT})`, () => {
  beforeAll(async () => {
    world = await startWorld(23_700 + Math.floor(Math.random() * 500));
    shots = process.env.TWINSEAL_SCREENSHOTS ?? (await mkdtemp(join(tmpdir(), 'twinseal-page-shots-')));
    keyFile = await writeKeyFile();
    browser = await launch();
  }, 600_000);

  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  it('is served with a policy under which no inline code runs, and assets that may be kept', async () => {
    const answer = await fetch(world.page('north'));
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    // The gateways of the directory, and nobody else; on the own machine the port that was asked for.
    const gateways = ['north', 'south', 'east'].map((id) => new URL(world.numbered(id)).origin);
    const connect = (text: string | null) => text?.match(/connect-src ([^;]*)/)?.[1];
    expect(connect(policy)).toBe(["'self'", ...gateways.sort()].join(' '));
    const wider = await fetch(`${world.page('north')}node/8545/`);
    expect(connect(wider.headers.get('content-security-policy'))).toBe(
      ["'self'", ...gateways, 'http://127.0.0.1:8545', 'http://localhost:8545'].join(' '),
    );
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*(?!;|\s|$)/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const html = await answer.text();
    expect(html).not.toMatch(/<script(?![^>]* src=)[^>]*>|<style| on[a-z]+=/);
    const asset = html.match(/src="\.\/(assets\/[^"]+)"/)?.[1];
    const script = await fetch(new URL(asset as string, world.page('north')));
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-security-policy')).toBe(policy);
    // A worker's script brings its policy along, and so is asked for anew each time.
    const source = await script.text();
    const worker = source.match(/worker-[\w-]+\.js/)?.[0];
    const workerScript = await fetch(new URL(`assets/${worker}`, world.page('north')));
    expect([workerScript.status, workerScript.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await fetch(new URL('assets/..%2f..%2fpackage.json', world.page('north')))).status).toBe(404);
    const context = await freshContext();
    const page = await open(context, world.page('north'));
    const ran = await page.evaluate(
      "(() => { const script = document.createElement('script'); script.textContent = 'globalThis.inline = true'; document.head.append(script); return globalThis.inline === true; })()",
    );
    expect(ran).toBe(false);
    // That was ours, and is no complaint of the page's.
    traffic.console.length = 0;
    await context.close();
  });

  it('opens the own record with a key file: decrypted here, checked against a block that both gateways have', async () => {
    const context = await freshContext();
    const page = await open(context, world.page('north'));
    await axe(page, 'door');
    await shoot(page, 'door');
    await signInWithFile(page);
    await page.getByText('live on the chain, proved').first().waitFor();
    expect(await page.getByText('live on the chain, proved').count()).toBe(2);
    expect(await page.getByText('Nobody may read anything').count()).toBe(1);
    await axe(page, 'sharing');
    await shoot(page, 'sharing');

    await openRecord(page);
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);
    expect(await page.getByText(/^\d+ entr(y|ies), all verified$/).count()).toBe(1);
    await page.getByText(/Checked against block \d+ \(.*\), known to North and South\./).waitFor();
    await page.getByText('The chain proves that South, East and you never wrote anything here.').waitFor();
    await page.getByRole('button', { name: /^Show more/ }).click();
    const { canaries } = world;
    for (const kind of ['Patient.name.family', 'Condition.code.coding.display'])
      await page
        .getByText(canaries.get(kind) as string)
        .first()
        .waitFor();
    await axe(page, 'record');
    await shoot(page, 'record');

    await goTo(page, 'How it is checked');
    await page.getByText('Known to').waitFor();
    await axe(page, 'checks');
    await shoot(page, 'checks');
    // The page may not talk to the own machine unless it was opened for that.
    const { chainPort } = world.running.manifest;
    const node = `http://127.0.0.1:${chainPort}`;
    const ask = async (address: string) => {
      await page.getByLabel('Address of your own node').fill(address);
      await page.getByRole('button', { name: 'Check against it' }).click();
    };
    await ask('http://example.org:8545');
    await page.getByText('Only a node on this machine can be asked').waitFor();

    // Nothing of it lies anywhere but in memory, and nothing of it is left after signing out.
    const kept = () =>
      page.evaluate(
        'JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }, document.cookie, history.state])',
      );
    expect(JSON.parse((await kept()) as string)).toEqual([world.page('north'), {}, {}, '', null]);
    expect(await page.evaluate('indexedDB.databases().then((all) => all.length)')).toBe(0);
    await ask(node);
    await page.getByRole('button', { name: `open the page for port ${chainPort}` }).click();
    await page.waitForURL(`${world.page('north')}node/${chainPort}/`);
    await page.getByRole('heading', { name: 'Your record, in your hand' }).waitFor();
    expect(await page.content()).not.toContain('canary-');
    await signInWithFile(page);
    await goTo(page, 'How it is checked');
    // That it may be asked is not yet that it is.
    await page.getByText('Known to').waitFor();
    expect(await page.getByText('your own node', { exact: true }).count()).toBe(0);
    // By the reader's own node alone.
    await ask(node);
    await page.getByText('your own node', { exact: true }).waitFor();
    await signOut(page);
    expect(page.workers()).toEqual([]);
    expect(await page.content()).not.toContain('canary-');
    await context.close();
  }, 300_000);

  it('works by keyboard alone', async () => {
    const context = await freshContext();
    const page = await open(context, world.page('north'));
    await page.locator('input[type=file]').setInputFiles(keyFile);
    await page.getByLabel('Passphrase').focus();
    await page.keyboard.type(PASSPHRASE);
    await page.keyboard.press('Enter');
    await isIn(page);
    await page.getByRole('tab', { name: 'Who may read' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel', { name: 'Who has read' }).waitFor();
    await page.keyboard.press('End');
    await page.getByRole('tabpanel', { name: 'How it is checked' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('tabpanel', { name: 'Precautions' }).waitFor();
    // Into what lies folded, and on to its first field.
    await page.getByText('Choose guardians').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('0x12');
    expect(await page.getByLabel('Accounts of your guardians').inputValue()).toBe('0x12');
    await page.getByRole('tab', { name: 'Precautions' }).focus();
    await page.keyboard.press('Home');
    await page.getByRole('tabpanel', { name: 'Who may read' }).waitFor();
    await page.getByText('live on the chain, proved').first().waitFor();
    // From the tab into the panel, and into the first step.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Who may read?' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('step-title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('radio', { name: 'South' }).waitFor();
    expect(await page.getByRole('radio', { name: 'South' }).isChecked()).toBe(true);
    await context.close();
  }, 300_000);

  it('allows in three steps, shows the access with its receipt, and withdraws with one press', async () => {
    const context = await freshContext();
    const page = await open(context, world.page('north'));
    await signInWithFile(page);
    await page.getByRole('button', { name: 'Allow someone' }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Choose a hospital.').waitFor();
    await page.getByRole('radio', { name: 'South' }).check();
    await axe(page, 'step 1');
    await shoot(page, 'step-1');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('heading', { name: 'What may South read, and why?' }).waitFor();
    await page.getByRole('checkbox', { name: /^Conditions/ }).check();
    await page.getByRole('checkbox', { name: /^Specially protected/ }).check();
    await page.getByText('can say more about you').waitFor();
    await axe(page, 'step 2');
    await shoot(page, 'step-2');
    await page.getByRole('checkbox', { name: /^Specially protected/ }).uncheck();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('South may read Conditions to treat me').waitFor();
    await page.getByText('What was read before cannot be unread.').waitFor();
    await axe(page, 'step 3');
    await shoot(page, 'step-3');
    await page.getByRole('button', { name: 'Sign and allow' }).click();
    await page.getByText('South may now read Conditions.').waitFor();
    const granted = page.getByRole('button', { name: 'Withdraw: South may read' });
    await granted.waitFor();

    // South was introduced, follows the chain, asks for what it may read now, and reads it.
    const south = world.clients.get('south');
    await expect
      .poll(async () => (await south?.status())?.twins.map(({ view }) => view?.granted), {
        timeout: PATIENCE_MS,
      })
      .toEqual([['conditions']]);
    await expect
      .poll(
        async () =>
          (await south?.status())?.twins[0]?.view?.lanes.map(({ author, state }) => `${author} ${state}`),
        {
          timeout: PATIENCE_MS,
        },
      )
      .toEqual(['hospital:north verified']);

    await goTo(page, 'Who has read');
    await page.getByRole('heading', { name: 'South', exact: true }).first().waitFor();
    const access = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'South', exact: true }) })
      .first();
    await expect
      .poll(() => access.innerText())
      .toMatch(/asked for Conditions, to treat me\. Answered because you allowed it\./);
    // Once the batch is on the chain, its place is proved here.
    await expect
      .poll(
        async () => {
          await goTo(page, 'How it is checked');
          await goTo(page, 'Who has read');
          return access.innerText();
        },
        { timeout: PATIENCE_MS },
      )
      .toMatch(/signature verified, on the chain, proved\./);
    // What South's own people read there has its receipt at South, and is in the same list.
    expect(await south?.timeline(world.ada.twinId, 'conditions')).not.toEqual([]);
    const member = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'South, staff member operator' }) })
      .first();
    await expect
      .poll(
        async () => {
          await goTo(page, 'How it is checked');
          await goTo(page, 'Who has read');
          await page.getByText(/Checked against block/).waitFor();
          return (await member.count()) === 0 ? '' : member.innerText();
        },
        { timeout: PATIENCE_MS },
      )
      .toMatch(
        /asked for Conditions, to treat me\.(.|\n)*Receipt \d+ of South: signature verified, on the chain, proved\./,
      );
    const asked = page.getByRole('list', { name: 'Hospitals that were asked' });
    expect(await asked.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^North \(serves this page\): \d+ receipts?, checked, no gap\.$/),
      expect.stringMatching(/^South: \d+ receipts?, checked, no gap\.$/),
      expect.stringMatching(/^East: does not answer\. What East released is not in this list\./),
    ]);
    // By time, whoever keeps them.
    const times = await page
      .locator('.accesses time')
      .evaluateAll((all) => all.map((each) => each.getAttribute('datetime') as string));
    expect(times).toEqual([...times].sort().reverse());
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);
    await axe(page, 'accesses');
    await shoot(page, 'accesses');

    await goTo(page, 'Who may read');
    await page.getByText('live on the chain, proved').nth(2).waitFor();
    await granted.click();
    await page.getByText('South may no longer read. What was read before cannot be unread.').waitFor();
    await page.getByText('Earlier permissions (1)').click();
    expect(await granted.count()).toBe(0);
    await page.getByText('it was withdrawn').waitFor();
    await shoot(page, 'sharing-after');
    const [grant] = (
      await world.running.reader.grants(`0x${world.ada.twinId}`, Math.floor(Date.now() / 1000))
    ).filter(({ terms }) => (terms.operations & 1) !== 0);
    expect(grant?.live).toBe(false);
    await context.close();
  }, 600_000);

  it('hands on what the patient wrote: the own lane’s keys are sealed in the browser for a new reader', async () => {
    const wearable = 'canary-tea-of-mine';
    await world.ada.addToOwnLane([ownStatement(wearable)]);
    await world.settled();
    const south = world.clients.get('south') as GatewayClient;
    const context = await freshContext();
    const page = await open(context, world.page('north'));
    await signInWithFile(page);
    await page.getByText('live on the chain, proved').first().waitFor();
    expect(await page.getByText('were sealed here for those who may read it').count()).toBe(0);
    await page.getByRole('button', { name: 'Allow someone' }).click();
    await page.getByRole('radio', { name: 'South' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('checkbox', { name: /^Medicines/ }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Sign and allow' }).click();
    await page.getByText('were sealed here for those who may read it, and handed over.').waitFor();
    await axe(page, 'handed on');
    await shoot(page, 'handed-on');
    // The patient's app did nothing: what South reads now, the page has sealed for it.
    await expect
      .poll(async () => JSON.stringify(await south.timeline(world.ada.twinId, 'medications')), {
        timeout: PATIENCE_MS,
      })
      .toContain(wearable);
    // Once is enough.
    await goTo(page, 'How it is checked');
    await goTo(page, 'Who may read');
    await page.getByText('live on the chain, proved').nth(2).waitFor();
    await page.getByText(/Checked against block/).waitFor();
    expect(await page.getByText('were sealed here').count()).toBe(0);
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);

    // The custodian takes such capsules from the patient alone, of the own lane alone; and nobody else takes them.
    const own = authorId(`patient:${world.ada.twinId}`);
    const path = `/api/v1/twins/${world.ada.twinId}/lanes/${Buffer.from(own).toString('hex')}/capsules`;
    const account = world.ada.account;
    const ask = async (hospital: string, signer: LocalAccount, capsule: Uint8Array | undefined) => {
      const { origin } = new URL(world.numbered(hospital));
      const { chainId } = world.running.reader.consortium;
      const { token } = await TwinApiSession.open(origin, signer, chainId);
      const headers = { authorization: `Bearer ${token}` };
      if (capsule === undefined) return fetch(`${origin}${path}`, { headers });
      return fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ capsules: [bytesToHex(capsule)] }),
      });
    };
    const kept = Buffer.from(await (await ask('north', account, undefined)).arrayBuffer());
    const capsule = new Uint8Array(kept.subarray(4, 4 + kept.readUInt32BE(0)));
    expect((await ask('north', account, capsule)).status).toBe(200);
    const foreign = encodeCapsule({ ...decodeCapsule(capsule), authorId: new Uint8Array(32) });
    for (const wrong of [foreign, new Uint8Array(9)])
      expect((await ask('north', account, wrong)).status).toBe(400);
    expect((await ask('south', account, capsule)).status).toBe(403);
    const stranger = privateKeyToAccount(generatePrivateKey());
    expect((await ask('north', stranger, capsule)).status).toBe(403);
    await context.close();
  }, 600_000);

  it('chooses guardians, stops a recovery with one press, and chooses for emergencies', async () => {
    const { reader } = world.running;
    const twinId = `0x${world.ada.twinId}` as const;
    const guardians = [1, 2].map(() => privateKeyToAccount(generatePrivateKey()));
    const context = await freshContext();
    const page = await open(context, world.page('north'));
    await signInWithFile(page);
    await goTo(page, 'Precautions');
    await page.getByText('No guardians are chosen: a lost key stays lost').waitFor();
    await page.getByText('Choose guardians').click();
    const choose = page.getByRole('region', { name: 'If you lose your key' });
    const signs = choose.getByRole('button', { name: 'Sign and choose' });
    const names = choose.getByLabel('Accounts of your guardians');
    for (const [given, words] of [
      ['0x12', 'This is not the address of an account: 0x12'],
      [`${guardians[0]?.address} ${guardians[0]?.address}`, 'One of them stands there twice.'],
      [world.ada.account.address, 'You cannot be your own guardian'],
      [guardians[0]?.address as string, 'You named one guardian, so it takes one of them.'],
    ] as const) {
      await names.fill(given);
      await signs.click();
      await choose.getByRole('alert').getByText(words).waitFor();
    }
    await names.fill(guardians.map(({ address }) => address).join('\n'));
    await choose.getByLabel('Days in which you can stop them').fill('1');
    await axe(page, 'guardians');
    await shoot(page, 'precautions');
    await signs.click();
    await page.getByText('Your guardians are chosen. Tell each of them.').waitFor();
    await page
      .getByText('Any 2 of 2 guardians together can move your record to a new key, one day after')
      .waitFor();
    expect(await recoveryState(reader, twinId)).toMatchObject({
      guardians: guardians
        .map(({ address }) => address)
        .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
      threshold: 2,
      delayS: 86_400,
    });

    // The guardians begin; whoever has the key sees it and stops it.
    const control = privateKeyToAccount(generatePrivateKey()).address;
    const { round } = await recoveryState(reader, twinId);
    const first = await signApproval(
      { ...world.ada.signing, account: guardians[0] as LocalAccount },
      control,
      round,
    );
    const second = await signApproval(
      { ...world.ada.signing, account: guardians[1] as LocalAccount },
      control,
      round,
      BigInt(first.deadline),
    );
    await world.ada.relay(recoveryOfApprovals([first, second]));
    const alert = page.getByRole('alert').filter({ hasText: control.toLowerCase() });
    // It was sent by others: the page shows it once both gateways have its block.
    await expect
      .poll(
        async () => {
          await goTo(page, 'How it is checked');
          await goTo(page, 'Precautions');
          await page.getByText(/Checked against block/).waitFor();
          return alert.count();
        },
        { timeout: PATIENCE_MS },
      )
      .toBe(1);
    await alert.getByText('Your guardians are moving your record to another key').waitFor();
    await axe(page, 'recovery');
    await shoot(page, 'recovery');
    await page.getByRole('button', { name: 'Stop it' }).click();
    await page.getByText('Stopped: your key stays the one that speaks for you.').waitFor();
    expect(await alert.count()).toBe(0);
    expect(await recoveryState(reader, twinId)).toMatchObject({ cancelledOnce: true });
    expect((await recoveryState(reader, twinId)).recovery).toBeUndefined();

    // The usual, until something else is chosen.
    const emergencies = page.getByRole('region', { name: 'If there is an emergency' });
    await emergencies
      .getByText('One clinician alone may open the usual: allergies, diagnoses and medicines.')
      .waitFor();
    await emergencies.getByText('Choose', { exact: true }).click();
    await emergencies.getByRole('radio', { name: 'These parts:' }).check();
    await emergencies.getByRole('button', { name: 'Sign and choose' }).click();
    await emergencies.getByText('Choose at least one part of your record').waitFor();
    await emergencies.getByRole('checkbox', { name: /^Glucose and insulin/ }).check();
    await emergencies.getByRole('checkbox', { name: /^Medicines/ }).check();
    await emergencies.getByLabel('Who may hand on keys').selectOption({ label: 'East' });
    await axe(page, 'emergency choice');
    await shoot(page, 'emergency-choice');
    await emergencies.getByRole('button', { name: 'Sign and choose' }).click();
    await emergencies.getByText('One clinician alone may open Medicines and Glucose and insulin.').waitFor();
    await emergencies.getByText('East may hand on keys for it.').waitFor();
    const policy = await reader.view('emergency', emergencyAbi as Abi, 'policyOf', [twinId]);
    expect(policy).toMatchObject({ recipient: hospitalAuthorId('east'), nonce: 1n });
    await context.close();
  }, 600_000);

  it('has an entry erased, and says before what nobody can promise', async () => {
    const context = await freshContext();
    const page = await open(context, world.page('north'));
    await signInWithFile(page);
    await openRecord(page);
    await page.getByText('canary-tea-of-mine').first().waitFor();
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await page.getByText('Everything that North and you wrote until now.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Erase: Written by you' }).click();
    await page.getByRole('heading', { name: 'Erase what you wrote' }).waitFor();
    await page.getByText('What was read before cannot be unread, nor what a hospital took').waitFor();
    await page.getByText('A holder that says it deleted may lie').waitFor();
    await page.getByRole('radio', { name: /^Entry 0, .*Medicines/ }).check();
    const press = page.getByRole('button', { name: 'Sign and erase' });
    expect(await press.isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'I know that it cannot be taken back' }).check();
    await axe(page, 'erase');
    await shoot(page, 'erase');
    await press.click();
    await page.getByText('It is to be erased, and the chain says so.').waitFor();
    await page.getByText('1 erased at your wish.').waitFor();
    expect(await page.getByText('canary-tea-of-mine').count()).toBe(0);
    expect(await page.getByRole('alert').allTextContents()).toEqual([]);
    // Nothing of it is left to be erased; the other lane is as it was.
    expect(await page.getByRole('button', { name: 'Erase: Written by you' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Erase: Written by North' }).count()).toBe(1);
    const asked = await world.running.reader.erasureRequests(`0x${world.ada.twinId}`);
    expect(asked.map(({ place }) => place)).toEqual([0]);
    await context.close();
  }, 600_000);

  it('makes a record from a passkey alone, and finds it again with nothing stored', async () => {
    const context = await freshContext();
    const page = await open(context, world.page('north'));
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        hasPrf: true,
      },
    });
    await page.getByRole('button', { name: 'Make a new passkey' }).click();
    await page.getByRole('heading', { name: 'A new record' }).waitFor();
    await axe(page, 'new record');
    await shoot(page, 'new-record');
    await page.getByRole('checkbox', { name: 'South' }).check();
    await page.getByRole('button', { name: 'Sign and make the record' }).click();
    await isIn(page);
    await goTo(page, 'How it is checked');
    const twinId = page.locator('dd code').nth(1);
    await twinId.waitFor();
    const made = await twinId.innerText();
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(await world.running.reader.twin(`0x${made}`)).toMatchObject({ kind: 0, identityEpoch: 1 });
    // Both hospitals were introduced.
    await expect
      .poll(
        async () => (await world.clients.get('south')?.status())?.twins.some((twin) => twin.twinId === made),
        {
          timeout: PATIENCE_MS,
        },
      )
      .toBe(true);
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await isIn(page);
    await goTo(page, 'How it is checked');
    await twinId.waitFor();
    expect(await twinId.innerText()).toBe(made);
    await openRecord(page);
    await page.getByText('There is nothing in it yet.').waitFor();
    await context.close();
  }, 600_000);

  it('takes a wallet, which sees what it signs and keeps its key', async () => {
    const context = await freshContext();
    const account = privateKeyToAccount(generatePrivateKey());
    const signed: { method: string; type?: string }[] = [];
    // The key stays in this process: the page has a provider that asks here.
    await context.exposeFunction('signOutside', async (method: string, params: unknown[]) => {
      if (method === 'eth_requestAccounts') return [account.address.toLowerCase()];
      if (method === 'personal_sign') {
        signed.push({ method });
        return account.signMessage({ message: hexToString(params[0] as Hex) });
      }
      if (method !== 'eth_signTypedData_v4') throw new Error('not supported');
      const typed = JSON.parse(params[1] as string);
      signed.push({ method, type: typed.primaryType });
      expect(typed.types.EIP712Domain).toContainEqual({ name: 'chainId', type: 'uint256' });
      return account.signTypedData(typed);
    });
    await context.addInitScript(
      'globalThis.ethereum = { request: ({ method, params }) => globalThis.signOutside(method, params ?? []) };',
    );
    const page = await open(context, world.numbered('south'));
    const enter = () => page.getByRole('button', { name: 'Sign in with a wallet' }).click();
    await enter();
    await page.getByRole('heading', { name: 'A new record' }).waitFor();
    await page.getByRole('button', { name: 'Sign and make the record' }).click();
    await isIn(page);
    expect(signed.map(({ method, type }) => type ?? method)).toEqual([
      'personal_sign',
      'RegisterTwin',
      'KeyRequest',
    ]);
    await signOut(page);
    await enter();
    await isIn(page);
    // The key is asked of the authority anew at every sign-in; the salts came back from the custodian.
    expect(signed.slice(3).map(({ method, type }) => type ?? method)).toEqual([
      'personal_sign',
      'KeyRequest',
    ]);
    await page.getByText('live on the chain, proved').waitFor();
    await page.getByText('everything', { exact: true }).waitFor();
    // A wallet is asked for the other hospitals only when its owner says so.
    await goTo(page, 'Who has read');
    await page.getByText('North: was not asked yet.').waitFor();
    expect(signed).toHaveLength(5);
    await axe(page, 'accesses with a wallet');
    await shoot(page, 'accesses-wallet');
    await page.getByRole('button', { name: 'Ask the other hospitals too' }).click();
    await page.getByText(/^North: (shows no receipt|\d+ receipts?, checked, no gap)\.$/).waitFor();
    expect(signed.slice(5).map(({ method }) => method)).toEqual(['personal_sign']);
    await context.close();
  }, 600_000);

  it('signs out by itself after ten minutes in which nothing was touched', async () => {
    const context = await freshContext();
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(world.page('north'));
    await signInWithFile(page);
    await page.clock.fastForward('02:00');
    // Handled once this returns; a wheel's event would come with the next frame, perhaps after the clock was put forward.
    await page.keyboard.press('Shift');
    await page.clock.fastForward('09:50');
    expect(await page.getByRole('tab', { name: 'Who may read' }).count()).toBe(1);
    await page.clock.fastForward('00:20');
    await page.getByText('You were signed out because nothing was touched').waitFor();
    expect(page.workers()).toEqual([]);
    await context.close();
  }, 300_000);

  describe('a gateway that lies', () => {
    const lies = new Traffic();

    /** A session of Ada's at a hospital's gateway, as her own tools open it. */
    async function sessionOf(hospital: string): Promise<string> {
      const { origin } = new URL(world.numbered(hospital));
      const account = world.ada.account;
      const session = await TwinApiSession.open(origin, account, world.running.reader.consortium.chainId);
      return session.token;
    }

    /** Signs in while answers of gateways are changed on their way. */
    async function behind(
      path: string,
      lie: (route: Route) => Promise<void>,
    ): Promise<[BrowserContext, Page]> {
      const context = await freshContext(lies);
      await context.route((url) => url.pathname.startsWith('/api/v1/') && url.href.includes(path), lie);
      return [context, await open(context, world.page('north'))];
    }
    const changed =
      (change: (said: never) => unknown) =>
      async (route: Route): Promise<void> => {
        const response = await route.fetch();
        await route.fulfill({ response, json: change((await response.json()) as never) });
      };
    /** Comes in, whatever the page then complains of. */
    const signInWithFileAnd = async (page: Page) => {
      await fileIn(page);
      await page.getByRole('tab', { name: 'Who may read' }).waitFor();
    };
    const fileIn = async (page: Page) => {
      await page.locator('input[type=file]').setInputFiles(keyFile);
      await page.getByLabel('Passphrase').fill(PASSPHRASE);
      await page.getByRole('button', { name: 'Sign in with the key file' }).click();
    };

    it('is not signed in at for another place', async () => {
      const [context, page] = await behind(
        '/sign-in/nonce',
        changed((said: object) => ({ ...said, domain: 'evil.example', uri: 'https://evil.example' })),
      );
      await fileIn(page);
      await page.getByText('would sign you in somewhere else. Nothing was signed.').waitFor();
      await context.close();
    });

    it('is not believed alone: without another gateway that agrees, nothing is opened', async () => {
      const south = new URL(world.numbered('south')).host;
      const [context, page] = await behind(south, (route) => route.abort());
      await fileIn(page);
      await page.getByText('No other hospital’s gateway confirms what this one says').waitFor();
      await context.close();
    });

    it('cannot show a chain of its own', async () => {
      const [context, page] = await behind('/chain/head', async (route) => {
        const isServing = route
          .request()
          .url()
          .includes(new URL(world.numbered('north')).host);
        if (!isServing || route.request().url().includes('/headers/')) return route.continue();
        await route.fulfill({ json: { number: 9_999, hash: `0x${'ab'.repeat(32)}`, time: 1 } });
      });
      await signInWithFileAnd(page);
      await page.getByText('could not be checked against the chain').waitFor();
      await openRecord(page);
      await page.getByText('No block of the chain is known to two gateways').waitFor();
      expect(await page.content()).not.toContain('canary-');
      await context.close();
    });

    it('cannot prove what the chain does not hold', async () => {
      const [context, page] = await behind(
        '/chain/proofs',
        changed((said: { storageProof: { proof: string[] }[] }) => ({
          ...said,
          storageProof: said.storageProof.map((each) => ({
            ...each,
            proof: each.proof.map((node) => `${node.slice(0, -2)}${node.endsWith('00') ? '01' : '00'}`),
          })),
        })),
      );
      await signInWithFileAnd(page);
      await page.getByText('proof of what the chain holds does not hold').waitFor();
      await context.close();
    });

    it('cannot alter a part: it is named, and not mixed in', async () => {
      const [context, page] = await behind('/parts/', async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        body[body.length - 1] = (body.at(-1) as number) ^ 1;
        await route.fulfill({ response, body });
      });
      await signInWithFileAnd(page);
      await openRecord(page);
      await page.getByText('A part of an entry was altered.').first().waitFor();
      await page.getByText('something is wrong').first().waitFor();
      expect(await page.content()).not.toContain('canary-');
      await context.close();
    });

    it('cannot withhold that somebody wrote', async () => {
      const [context, page] = await behind('/lanes', async (route) => {
        if (!new URL(route.request().url()).pathname.endsWith('/lanes')) return route.continue();
        await route.fulfill({ json: { lanes: [] } });
      });
      await signInWithFileAnd(page);
      await openRecord(page);
      await page.getByText('1 entry on the chain; this gateway does not keep them').first().waitFor();
      await context.close();
    });

    it('cannot hide a grant, nor change what one says', async () => {
      const [context, page] = await behind(
        '/grants/terms',
        changed(({ grants: [first, ...rest] }: { grants: { terms: object }[] }) => ({
          grants: [{ ...first, terms: { ...first?.terms, expiry: '1800000000' } }, ...rest],
        })),
      );
      await signInWithFileAnd(page);
      await page
        .getByText('The chain holds 1 more live permission that this gateway does not show.')
        .waitFor();
      await context.close();
    });

    it('cannot leave out a receipt, wherever it keeps it', async () => {
      // Two answers of South's about the record: what is left out then has a receipt behind it.
      await world.ada.grant(hospitalAuthorId('south'), ['laboratory'], { days: 1 });
      const south = world.clients.get('south');
      for (const module of ['laboratory', 'conditions']) await south?.timeline(world.ada.twinId, module);
      const [context, page] = await behind('/receipts', async (route) => {
        const { host, pathname } = new URL(route.request().url());
        if (host !== new URL(world.numbered('south')).host || !pathname.endsWith('/receipts'))
          return route.continue();
        const response = await route.fetch();
        if (response.status() !== 200) return route.fulfill({ response });
        const said = (await response.json()) as { receipts: unknown[] };
        await route.fulfill({ response, json: { ...said, receipts: said.receipts.slice(1) } });
      });
      await signInWithFileAnd(page);
      await goTo(page, 'Who has read');
      await page.getByText(/Checked against block/).waitFor();
      expect(await page.getByRole('alert').allTextContents()).toEqual([
        expect.stringMatching(/^Receipt 0 of South does not follow the one before it: one is missing\.$/),
      ]);
      await page.getByText('something is wrong. Do not rely on what it shows.').waitFor();
      // North's are not the worse for it.
      await page.getByText(/^North \(serves this page\): \d+ receipts?, checked, no gap\.$/).waitFor();
      await context.close();
    });

    it('cannot pass another hospital’s receipts off as its own', async () => {
      const [context, page] = await behind('/receipts', async (route) => {
        const { host, pathname, search } = new URL(route.request().url());
        if (host !== new URL(world.page('north')).host || !pathname.endsWith('/receipts'))
          return route.continue();
        // As North would do it, which can have the session that the patient opened with it only; here South's are simply fetched.
        const token = await sessionOf('south');
        const answer = await fetch(`${new URL(world.numbered('south')).origin}${pathname}${search}`, {
          headers: { authorization: `Bearer ${token}` },
        });
        await route.fulfill({ json: await answer.json() });
      });
      await signInWithFileAnd(page);
      await goTo(page, 'Who has read');
      await page.getByText(/Checked against block/).waitFor();
      expect(await page.getByRole('alert').allTextContents()).toEqual([
        expect.stringMatching(/^Receipt 0 of North belongs to another record or hospital/),
      ]);
      await context.close();
    });

    it('cannot leave a hospital out of the directory, or send the page elsewhere for its receipts', async () => {
      const [context, page] = await behind(
        '/consortium',
        changed((said: { hospitals: { id: string }[] }) => ({
          ...said,
          hospitals: said.hospitals.filter(({ id }) => id !== 'east'),
        })),
      );
      await signInWithFileAnd(page);
      await goTo(page, 'Who has read');
      await page.getByText('The chain knows 3 hospitals, and this gateway tells of 2.').waitFor();
      await context.close();
      const asked: string[] = [];
      const [second, other] = await behind(
        '/consortium',
        changed((said: { hospitals: { id: string; endpoint: string }[] }) => ({
          ...said,
          hospitals: said.hospitals.map((each) =>
            each.id === 'east' ? { ...each, endpoint: new URL(world.numbered('south')).origin } : each,
          ),
        })),
      );
      other.on('request', (request) => asked.push(request.url()));
      await signInWithFileAnd(other);
      await goTo(other, 'Who has read');
      await other.getByText(/^East: does not answer\./).waitFor();
      // It was asked where the chain has it.
      expect(asked.some((url) => url.startsWith(new URL(world.numbered('east')).origin))).toBe(true);
      await second.close();
    });
  });

  it('left no clinical word and no key of a patient in what went over the wire, in what was printed, or at a gateway', async () => {
    const bytes = await traffic.all();
    expect(traffic.requests).toBeGreaterThan(200);
    expect(traffic.urls.some((url) => url.includes('/parts/'))).toBe(true);
    // The other hospitals' receipts are among it.
    const south = new URL(world.numbered('south')).origin;
    expect(traffic.urls.some((url) => url.startsWith(south) && url.endsWith('/receipts?from=0'))).toBe(true);
    const words = [...world.canaries, ['what the patient wrote', 'canary-tea-of-mine'] as const].map(
      ([kind, canary]) => textNeedle(kind, canary),
    );
    const keys = await Promise.all(
      ['control.key', 'identity.key', 'vault.key'].map(async (name): Promise<Needle> => {
        const content = new Uint8Array(await readFile(join(world.ada.folder, 'keys', name)));
        return { label: name, bytes: content };
      }),
    );
    expect(words.length).toBeGreaterThan(20);
    const search = new PlaintextSearch([...words, ...keys, textNeedle('passphrase', PASSPHRASE)]);
    expect(search.searchBytes(bytes)).toEqual([]);
    expect(search.searchBytes(Buffer.from(traffic.urls.join('\n')))).toEqual([]);
    // East is down, and browsers say so wherever it was asked.
    const east = new URL(world.numbered('east')).origin;
    const isRefusal = (line: string) => line.includes('ERR_CONNECTION_REFUSED') && line.includes(` ${east}/`);
    expect(traffic.console.filter((line) => !isRefusal(line))).toEqual([]);
    // Identity keys hold secrets of their own beside what anybody knows: those are looked for by themselves.
    for (const id of ['north', 'south']) {
      const { hits, files } = await search.searchFolder(world.running.town.hospital(id));
      expect(hits).toEqual([]);
      expect(files).toBeGreaterThan(10);
    }
    expect((await search.searchFolder(join(world.running.town.root, 'logs'))).hits).toEqual([]);
    // It would have found one.
    const [kind] = [...world.canaries.keys()] as [string];
    const planted = Buffer.concat([randomBytes(99), Buffer.from(world.canaries.get(kind) as string)]);
    expect(search.searchBytes(Buffer.concat([bytes, planted])).map(({ label }) => label)).toEqual([kind]);
  }, 300_000);
});
