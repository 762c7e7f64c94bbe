/** A consortium of three hospitals, of which two have their gateways running, each a process of its own, and a patient whose record holds canaries: what the page is tested against. */

import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { foundTown } from '../../../cli/src/consortium/found-town.js';
import { extractHere } from '../../../cli/src/consortium/founding.js';
import { GatewayClient } from '../../../cli/src/consortium/gateway-client.js';
import { type GatewayProcess, startGatewayProcess } from '../../../cli/src/consortium/gateway-process.js';
import { hospitalAuthorId, PatientHome } from '../../../cli/src/consortium/patient-home.js';
import { type RunningTown, runTown } from '../../../cli/src/consortium/run-town.js';

const SHIPPED = fileURLToPath(new URL('../../../../data/synthea', import.meta.url));
/** Resources of the shipped bundle that are taken: the first of each type, this many of each. */
const OF_EACH = 3;
const FREE_TEXT = new Set([
  'family',
  'given',
  'text',
  'display',
  'line',
  'city',
  'district',
  'postalCode',
  'title',
]);

export interface World {
  readonly root: string;
  readonly running: RunningTown;
  readonly clients: ReadonlyMap<string, GatewayClient>;
  /** The page's address at a hospital, by the name that browsers keep passkeys for. */
  page(hospital: string): string;
  /** The same by its number, as the gateway signs people in under it. */
  numbered(hospital: string): string;
  readonly ada: PatientHome;
  /** By the kind of field in which it was planted. */
  readonly canaries: ReadonlyMap<string, string>;
  /** Waits until no gateway has anything under way. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** @param env of single gateways, by hospital */
export async function startWorld(
  basePort: number,
  env: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<World> {
  const root = await mkdtemp(join(tmpdir(), 'twinseal-page-'));
  const hospitals = [
    { id: 'north', title: 'North' },
    { id: 'south', title: 'South' },
  ];
  // East is a member like the others, and its gateway is down.
  const members = [...hospitals, { id: 'east', title: 'East' }];
  const town = await foundTown(join(root, 'town'), { hospitals: members, basePort });
  const running = await runTown(town);
  const processes: GatewayProcess[] = [];
  const clients = new Map<string, GatewayClient>();
  const stop = async () => {
    await Promise.all(processes.map((each) => each.stop()));
    await running.stop();
    await rm(root, { recursive: true, force: true });
  };
  try {
    await Promise.all(
      hospitals.map(async ({ id }) => {
        const started = await startGatewayProcess({
          id,
          config: town.gatewayConfig(id),
          logFile: town.logFile(id),
          // Each receipt goes onto the chain at once, so that its proof can be seen.
          env: { TWINSEAL_RECEIPTS_ANCHOR_EVERY: '1', ...env[id] },
        });
        processes.push(started);
        clients.set(id, await GatewayClient.open(town.hospital(id), started.url));
      }),
    );
    const settled = async () => {
      for (;;) {
        const all = await Promise.all([...clients.values()].map((client) => client.status()));
        const waiting = all.flatMap((status) => Object.values(status.waiting)).reduce((sum, n) => sum + n, 0);
        if (waiting === 0 && all.every(({ totals }) => totals.unanchored === 0)) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    const world = { reader: running.reader, params: running.params, extract: extractHere(running.service) };
    const ada = await PatientHome.open(join(root, 'ada'), world, { create: true });
    const north = clients.get('north') as GatewayClient;
    await ada.register(
      { client: north, authorId: hospitalAuthorId('north') },
      hospitals.map(({ id }) => hospitalAuthorId(id)),
    );
    const { bundle, canaries } = await bundleWithCanaries();
    await north.addRecord(ada.twinId, JSON.stringify(bundle), 'record');
    await settled();
    const portOf = (hospital: string) =>
      running.manifest.hospitals.find(({ id }) => id === hospital)?.port as number;
    return {
      root,
      running,
      clients,
      page: (hospital) => `http://localhost:${portOf(hospital)}/me/`,
      numbered: (hospital) => `http://127.0.0.1:${portOf(hospital)}/me/`,
      ada,
      canaries,
      settled,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Some resources of the shipped bundle, with a fresh canary in the first field of each kind. */
async function bundleWithCanaries() {
  const [name] = await readdir(SHIPPED);
  const whole = JSON.parse(gunzipSync(await readFile(join(SHIPPED, name as string))).toString('utf8')) as {
    entry: { fullUrl: string; resource: Record<string, unknown> & { resourceType: string } }[];
  };
  const taken = new Map<string, number>();
  const wanted = new Set(
    whole.entry.flatMap(({ fullUrl, resource: { resourceType } }) => {
      const count = (taken.get(resourceType) ?? 0) + 1;
      taken.set(resourceType, count);
      return count <= OF_EACH ? [fullUrl] : [];
    }),
  );
  // And whatever they speak of: a set is gone through to its end while it grows.
  const byUrl = new Map(whole.entry.map((each) => [each.fullUrl, each]));
  for (const url of wanted) {
    for (const [, target] of JSON.stringify(byUrl.get(url)).matchAll(/"reference":"([^"]+)"/g))
      if (byUrl.has(target as string)) wanted.add(target as string);
  }
  const entry = whole.entry.filter(({ fullUrl }) => wanted.has(fullUrl));
  const canaries = new Map<string, string>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, path);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        const kind = `${path}.${key}`;
        const isFresh = FREE_TEXT.has(key) && !canaries.has(kind);
        const plant = () => {
          const canary = `canary-${randomBytes(6).toString('hex')}`;
          canaries.set(kind, canary);
          return canary;
        };
        if (isFresh && typeof each === 'string') (value as Record<string, unknown>)[key] = plant();
        else if (isFresh && Array.isArray(each) && typeof each[0] === 'string') each[0] = plant();
        else visit(each, kind);
      }
    }
  };
  for (const { resource } of entry)
    if (resource.resourceType !== 'Organization') visit(resource, resource.resourceType);
  return { bundle: { ...whole, entry }, canaries };
}
