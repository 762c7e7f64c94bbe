/** `twinseal start` as a newcomer meets it: three gateways, patients brought in, a second start that goes on. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';

const COMMAND = fileURLToPath(new URL('../bin/twinseal-built.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BOTTLE = fileURLToPath(
  new URL('../../health/test/fixtures/pill-bottles/sample-data-ecap2.csv', import.meta.url),
);
const SHIPPED = join(ROOT, 'data', 'synthea-town');
const READY = /Ctrl-C stops it|Ctrl-C.*stops it/;
const PATIENTS = 3;

const scratch = await mkdtemp(join(tmpdir(), 'twinseal-town-'));
const folder = join(scratch, 'town');
const running = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(scratch, { recursive: true, force: true });
});

/** Starts the town and waits until it says that it is up. */
async function start(): Promise<{
  child: ChildProcess;
  said: () => string;
  stop: () => Promise<number | null>;
}> {
  const child = spawn(
    process.execPath,
    [COMMAND, 'start', '--data-dir', folder, '--patients', String(PATIENTS), '--port', '18700'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running.add(child);
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    const timer = setInterval(() => {
      if (READY.test(said)) {
        clearInterval(timer);
        resolve();
      }
    }, 100);
    void ended.then((code) => {
      clearInterval(timer);
      reject(new Error(`ended with ${code} before it was up:\n${said}`));
    });
  });
  return {
    child,
    said: () => said,
    stop: async () => {
      child.kill('SIGINT');
      const code = await ended;
      running.delete(child);
      return code;
    },
  };
}

interface Status {
  readonly hospital: string;
  readonly twins: {
    twinId: string;
    state: string;
    role: string;
    view?: { lanes: object[]; granted: string[] };
  }[];
  readonly receipts: { written: number };
  readonly totals: { twins: number; lanes: number; instances: number; unanchored: number };
  readonly waiting: Record<string, number>;
}

async function statuses(said: string): Promise<{ url: string; token: string; status: Status }[]> {
  const pages = [...said.matchAll(/(http:\/\/127\.0\.0\.1:\d+)\/\?token=([\w-]{43})/g)];
  return Promise.all(
    pages.map(async ([, url, token]) => {
      const response = await fetch(`${url}/operator/v1/status`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return { url: url as string, token: token as string, status: (await response.json()) as Status };
    }),
  );
}

/** The official names of the patients that are shipped. */
async function shippedNames(): Promise<string[]> {
  const files = (await readdir(SHIPPED)).filter((name) => name.endsWith('.json.gz'));
  return Promise.all(
    files.map(async (file) => {
      const bundle = JSON.parse(gunzipSync(await readFile(join(SHIPPED, file))).toString('utf8')) as {
        entry: {
          resource: { resourceType: string; name: { use: string; given: string[]; family: string }[] };
        }[];
      };
      const patient = bundle.entry.find(({ resource }) => resource.resourceType === 'Patient');
      const name = patient?.resource.name.find(({ use }) => use === 'official');
      return [...(name?.given ?? []), name?.family].join(' ');
    }),
  );
}

function countsOf(all: { status: Status }[]) {
  return all.map(({ status }) => ({ hospital: status.hospital, ...status.totals }));
}

describe('twinseal start', () => {
  it('brings patients into three gateways, each of which verifies what it may read; a second start goes on and collects nothing twice', async () => {
    const first = await start();
    const said = first.said();
    // in = stored + duplicate + refused, and nothing was refused of valid records.
    const account = said.match(
      /(\d+) patients, (\d+) resources = (\d+) stored \+ (\d+) duplicate \+ (\d+) refused/,
    );
    expect(account).not.toBeNull();
    const [patients, resources, stored, duplicate, refused] = (account as RegExpMatchArray)
      .slice(1)
      .map(Number);
    expect(patients).toBe(PATIENTS);
    expect(stored).toBe(resources);
    expect([duplicate, refused]).toEqual([0, 0]);

    const before = await statuses(said);
    expect(before.map(({ status }) => status.hospital).sort()).toEqual([
      'harbour-clinic',
      'north-hospital',
      'south-hospital',
    ]);
    for (const { status } of before) {
      expect(status.totals.unanchored).toBe(0);
      expect(status.twins.map(({ state }) => state)).toEqual(status.twins.map(() => 'verified'));
    }
    // Every patient has one custodian, and somewhere a hospital that reads another's lane by the patient's grant.
    const custodians = before.flatMap(({ status }) =>
      status.twins.filter(({ role }) => role === 'custodian'),
    );
    expect(custodians).toHaveLength(PATIENTS);
    expect(
      before.some(({ status }) =>
        status.twins.some(({ view }) => (view?.granted.length ?? 0) > 0 && (view?.lanes.length ?? 0) > 0),
      ),
    ).toBe(true);

    const { url, token, status } = before[0] as (typeof before)[number];
    const names = await shippedNames();
    const shownAt = async (path: string, headers: Record<string, string> = {}) => {
      const page = await fetch(url + path, { headers });
      const html = await page.text();
      const ids = status.twins.filter(({ twinId }) => html.includes(twinId)).length;
      return { page, ids, names: names.filter((name) => html.includes(name)).length };
    };
    const operator = { authorization: `Bearer ${token}` };
    const plain = await shownAt('/', operator);
    expect(plain.page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(plain).toMatchObject({ ids: status.twins.length, names: 0 });
    expect(names.some((name) => JSON.stringify(status).includes(name))).toBe(false);
    // Names are read as any of the record is: by a decision, and with a receipt for each twin.
    const written = async () => (await statuses(said))[0]?.status.receipts.written as number;
    const writtenBefore = await written();
    const named = await shownAt('/?names=yes', operator);
    expect(named).toMatchObject({ ids: status.twins.length });
    expect(named.names).toBeGreaterThan(0);
    expect((await written()) - writtenBefore).toBeGreaterThanOrEqual(named.names);
    // Nobody else sees anything, nor under another name of the machine.
    for (const path of ['/', '/?names=yes', `/?token=${'a'.repeat(43)}`]) {
      const stranger = await shownAt(path);
      expect([stranger.page.status, stranger.ids, stranger.names]).toEqual([401, 0, 0]);
    }
    expect(
      (await fetch(`${url}/operator/v1/status`, { headers: { authorization: `Bearer ${'a'.repeat(43)}` } }))
        .status,
    ).toBe(401);

    // A device pushes over HTTP: taken once, however often it is sent; what nobody can read is refused in words.
    const home = before.find((each) =>
      each.status.twins.some(({ role }) => role === 'custodian'),
    ) as (typeof before)[number];
    const twinId = home.status.twins.find(({ role }) => role === 'custodian')?.twinId as string;
    const push = (body: string, type = 'text/csv') =>
      fetch(`${home.url}/operator/v1/twins/${twinId}/push/pill-bottle?zone=Europe/London`, {
        method: 'POST',
        headers: { authorization: `Bearer ${home.token}`, 'content-type': type },
        body,
      });
    const bottle = await readFile(BOTTLE, 'utf8');
    const taken = await push(bottle);
    expect([taken.status, taken.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('application/fhir+json'),
    ]);
    expect(((await taken.json()) as { resourceType: string }).resourceType).toBe('OperationOutcome');
    const settled = await settledAfter(home.url, home.token, home.status.totals.instances + 1);
    expect((await push(bottle)).status).toBe(200);
    expect((await push('nothing,that\nis,known\n')).status).toBe(422);
    expect((await push(bottle, 'application/pdf')).status).toBe(415);
    expect(
      (await fetch(`${home.url}/operator/v1/twins/${twinId}/push`, { method: 'POST', body: bottle })).status,
    ).toBe(401);
    expect((await settledAfter(home.url, home.token, settled.totals.instances)).totals).toEqual(
      settled.totals,
    );
    const pushed = await statuses(said);

    expect(await first.stop()).toBe(0);
    expect(first.said()).toContain('Stopped. Everything is kept');

    const second = await start();
    expect(second.said()).toContain(`${PATIENTS} patients are in already`);
    expect(countsOf(await statuses(second.said())).sort(byHospital)).toEqual(
      countsOf(pushed).sort(byHospital),
    );
    expect(await second.stop()).toBe(0);

    // Logs name no patient.
    for (const file of await readdir(join(folder, 'logs'))) {
      const log = await readFile(join(folder, 'logs', file), 'utf8');
      for (const name of names) expect(log).not.toContain(name);
    }
  }, 900_000);
});

/** Waits until a gateway has so many instances and nothing under way. */
async function settledAfter(url: string, token: string, instances: number): Promise<Status> {
  for (;;) {
    const response = await fetch(`${url}/operator/v1/status`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const status = (await response.json()) as Status;
    const waiting = Object.values(status.waiting).reduce((sum, count) => sum + count, 0);
    if (status.totals.instances >= instances && status.totals.unanchored === 0 && waiting === 0)
      return status;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function byHospital(a: { hospital: string }, b: { hospital: string }): number {
  return a.hospital < b.hospital ? -1 : 1;
}
