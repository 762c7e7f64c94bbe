/** The whole demonstration: collects the input, founds a consortium in an empty data directory, tells each patient's story, and searches what lies on disk. */

import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Needle, type PlaintextHit, PlaintextSearch } from '@twinseal/gateway';
import { LOCK_FILE, openDataDirectory } from '@twinseal/store';
import type { ModuleName } from '@twinseal/twin';
import type { Progress } from '../progress.js';
import { type InputOptions, readInput } from './input.js';
import { needlesOf } from './needles.js';
import { opensAgain, type StoryResult, tellPatientStory } from './patient-story.js';
import { type DemoReport, medianOf } from './report.js';
import { type Cast, castOf, type Roles } from './roles.js';
import { type ChainChoice, World } from './world.js';

export interface DemoOptions extends InputOptions {
  readonly dataDir: string;
  /** The module that B is granted. */
  readonly module: ModuleName;
  readonly chain?: ChainChoice;
}

/** What a person is shown beside the report. */
export interface DemoOutcome {
  readonly report: DemoReport;
  readonly dataDir: string;
  readonly cast: readonly Cast[];
  readonly roles: readonly Roles[];
  readonly stories: readonly StoryResult[];
  readonly hits: readonly PlaintextHit[];
  readonly issues: number;
}

/**
 * Runs the demonstration.
 *
 * @throws UsageError, HealthError, StoreError, ChainError: nothing is written before the input was read and found good
 */
export async function runDemo(options: DemoOptions, progress: Progress): Promise<DemoOutcome> {
  const begun = performance.now();
  const inputs = await progress.stage('collect', 'Reading and checking the input', async () => {
    const value = await readInput(options);
    return {
      value,
      done: `Collected ${resourcesOf(value)} resources, ${(bytesOf(value) / 2 ** 20).toFixed(1)} MiB, all valid FHIR R4`,
    };
  });
  const { cast, roles } = castOf(inputs);
  const directory = await openDataDirectory(options.dataDir, { fresh: true });
  let world: World | undefined;
  let stage: 'starting' | 'running' = 'starting';
  try {
    world = await progress.stage('start', 'Starting chain, database and authority', async () => {
      const value = await World.start(directory, options.chain);
      const { chain, connection } = value;
      const where =
        chain === undefined
          ? `Connected to ${connection.url}; started`
          : `Started the embedded chain (port ${chain.port}),`;
      return { value, done: `${where} the database and the authority` };
    });
    const here = world;
    await progress.stage('found', 'Founding the consortium', async () => {
      await here.foundConsortium(cast);
      return {
        value: undefined,
        done: `Deployed the contracts; ${cast.length} hospitals admitted, keys extracted`,
      };
    });
    stage = 'running';
    const stories: StoryResult[] = [];
    for (const [index, input] of inputs.entries()) {
      stories.push(await tellPatientStory(here, input, roles[index] as Roles, options.module, progress));
    }
    const reopened = await progress.stage('restart', 'Restarting every gateway', async () => {
      await here.restartGateways();
      const value: boolean[] = [];
      for (const [index, story] of stories.entries())
        value.push(await opensAgain(here, story, roles[index] as Roles));
      const same = value.every((each) => each);
      return {
        value: same,
        done: `${here.restarts} gateways restarted from disk; B opens ${same ? 'the same' : 'something else'} again`,
      };
    });
    const chainPeakMiB = (await here.chain?.peakRssMiB()) ?? 0;
    const needles = [
      ...inputs.flatMap(({ bundle, stream }) =>
        needlesOf([...bundle.resources, ...(stream?.resources ?? [])]),
      ),
    ];
    const secrets = await secretsOf(here);
    const dataDir = directory.path;
    await here.stop();
    world = undefined;
    const hits = await progress.stage('search', 'Searching the data directory for plaintext', async () => {
      const search = new PlaintextSearch([...needles, ...secrets.map(({ needle }) => needle)]);
      const home = new Map(secrets.map(({ needle, file }) => [needle.label, file]));
      const found = await search.searchFolder(dataDir, (file, label) => home.get(label) === file);
      return {
        value: found.hits,
        done: `Searched ${found.files} files, ${(found.bytes / 2 ** 20).toFixed(0)} MiB, for ${needles.length} texts and ${secrets.length} keys: ${found.hits.length} hits`,
      };
    });
    const total = (performance.now() - begun) / 1000;
    return {
      report: reportOf(
        inputs,
        cast,
        here,
        stories,
        hits,
        reopened,
        { ...progress.seconds, total: Math.round(total * 1000) / 1000 },
        chainPeakMiB,
      ),
      dataDir,
      cast,
      roles,
      stories,
      hits,
      issues: inputs.reduce(
        (sum, { bundle, stream }) => sum + bundle.issues.length + (stream?.issues.length ?? 0),
        0,
      ),
    };
  } catch (error) {
    // The directory was empty when we came: where not even the parties could be started, it is left as it was found.
    if (stage === 'starting') await emptyDirectory(directory.path);
    throw error;
  } finally {
    if (world !== undefined) await world.stop();
    else await directory.release();
  }
}

async function emptyDirectory(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    if (name !== LOCK_FILE) await rm(join(path, name), { recursive: true, force: true });
  }
}

type Inputs = Awaited<ReturnType<typeof readInput>>;

function resourcesOf(inputs: Inputs): number {
  return inputs.reduce(
    (sum, { bundle, stream }) => sum + bundle.resources.length + (stream?.resources.length ?? 0),
    0,
  );
}

function bytesOf(inputs: Inputs): number {
  return inputs.reduce((sum, { bytes }) => sum + bytes, 0);
}

function reportOf(
  inputs: Inputs,
  cast: readonly Cast[],
  world: World,
  stories: readonly StoryResult[],
  hits: readonly PlaintextHit[],
  reopened: boolean,
  seconds: Readonly<Record<string, number>>,
  chainPeakMiB: number,
): DemoReport {
  const sum = (of: (story: StoryResult) => number) => stories.reduce((total, story) => total + of(story), 0);
  const anchorGas = stories.flatMap((story) => story.anchorGas);
  // Linux gives maxRSS in KiB (getrusage(2)).
  const ownPeakMiB = process.resourceUsage().maxRSS / 1024;
  return {
    patients: inputs.length,
    hospitals: cast.length,
    gateways: world.hospitals.length,
    restarts: world.restarts,
    reopened,
    sources: { resources: resourcesOf(inputs), bytes: bytesOf(inputs) },
    lanes: sum((story) => story.lanes),
    instances: sum((story) => story.instances),
    parts: sum((story) => story.parts),
    anchored: anchorGas.length,
    requests: {
      granted: stories.filter((story) => story.granted.permit).length,
      refused: stories.filter((story) => !story.refused.permit).length,
    },
    opened: sum((story) => story.partsOpened),
    verified: sum((story) => story.instancesVerified),
    tampered: {
      tried: sum((story) => story.tampered.tried),
      rejected: sum((story) => story.tampered.rejected),
    },
    plaintextHits: hits.length,
    bytesSealed: sum((story) => story.bytesSealed),
    gas: {
      admit: world.admissionGas,
      register: medianOf(stories.map((story) => story.registerGas)),
      grant: medianOf(stories.map((story) => story.grantGas)),
      request: medianOf(stories.flatMap((story) => story.requestGas)),
      anchorMedian: medianOf(anchorGas),
      anchorMax: Math.max(0, ...anchorGas),
    },
    seconds,
    peakRssMiB: Math.round(ownPeakMiB + chainPeakMiB),
  };
}

/** Every secret key of every party, with the one file in which it belongs. */
async function secretsOf(world: World): Promise<{ needle: Needle; file: string }[]> {
  const files = [
    world.layout.masterSecret,
    ...world.hospitals.map(({ id }) => world.layout.hospital(id)).flatMap(keysOf),
    ...world.patients.map(({ app }) => world.layout.patient(app.twinId)).flatMap(keysOf),
  ];
  return Promise.all(
    files.map(async (path) => {
      const file = path.slice(world.layout.root.length + 1);
      // A key file ends with the key itself; its last 32 bytes are enough to know it by, and are nowhere by chance.
      return {
        needle: { label: `secret: ${file}`, bytes: new Uint8Array(await readFile(path)).slice(-32) },
        file,
      };
    }),
  );
}

function keysOf(party: { identityKey: string; controlKey: string; vaultKey: string }): string[] {
  return [party.identityKey, party.controlKey, party.vaultKey];
}
