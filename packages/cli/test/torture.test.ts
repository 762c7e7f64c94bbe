/** The short form of `npm run torture`: some effects that fail, some processes that are killed. docs/TORTURE.md says how to run the long one. */

import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { tortureEffects } from '../src/torture/effects.js';
import { descendantsOf, stillThere, untilGone } from '../src/torture/process-tree.js';
import { tortureProcesses } from '../src/torture/processes.js';
import { chance } from '../src/torture/random.js';
import { differences } from '../src/torture/story.js';

const SHIPPED = fileURLToPath(new URL('../../../data/synthea-town', import.meta.url));
/** The machine that runs the tests may be busy; nothing here is measured by the clock. */
const TIMEOUT_MS = 1_200_000;
/** Linux tells who descends from whom; elsewhere nothing could be said about what is left behind. */
const isLinux = process.platform === 'linux';

const folders: string[] = [];
const freshFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twinseal-torture-test-'));
  folders.push(folder);
  return folder;
};
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

describe('what the harness stands on', () => {
  it('draws the same again from the same seed, and other things from another', () => {
    const draws = (seed: number) => {
      const dice = chance(seed);
      return Array.from({ length: 20 }, () => dice.below(1000));
    };
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)).not.toEqual(draws(8));
    expect(Math.max(...draws(7))).toBeLessThan(1000);
  });

  it.skipIf(!isLinux)('sees a grandchild, and that it is gone', async () => {
    const parent = spawn('/bin/sh', ['-c', '(sleep 600 & wait) & wait'], { detached: true, stdio: 'ignore' });
    await expect.poll(async () => (await descendantsOf(parent.pid as number)).length).toBeGreaterThan(1);
    const family = await descendantsOf(parent.pid as number);
    expect(await stillThere(family)).toHaveLength(family.length);
    process.kill(-(parent.pid as number), 'SIGKILL');
    expect(await untilGone(family, 10_000)).toEqual([]);
  });

  it.skipIf(!isLinux)(
    'takes its town along when it is killed itself',
    async () => {
      const folder = await freshFolder();
      const [module, dataDir, logFile] = [
        new URL('../dist/torture/town-under-test.js', import.meta.url).href,
        join(folder, 'town'),
        join(folder, 'log'),
      ];
      const harness = spawn(
        process.execPath,
        [
          '--input-type=module',
          '-e',
          `const { TownUnderTest } = await import(${JSON.stringify(module)});
           TownUnderTest.start({ dataDir: ${JSON.stringify(dataDir)}, input: ${JSON.stringify(SHIPPED)}, patients: 1, ports: [], logFile: ${JSON.stringify(logFile)} });`,
        ],
        { stdio: 'ignore' },
      );
      // Until it is up and has nothing more to print: one that prints would notice in any case that nobody reads it.
      await expect
        .poll(() => readFile(logFile, 'utf8').catch(() => ''), { timeout: TIMEOUT_MS, interval: 200 })
        .toContain('Ctrl-C');
      const family = await descendantsOf(harness.pid as number);
      expect(family.filter(({ command }) => command.includes(' gateway --config '))).toHaveLength(3);
      harness.kill('SIGKILL');
      expect(await untilGone(family, 180_000)).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it('tells a lost line, a doubled one, and another state', () => {
    const view = (entries: string[], state = 'verified') => ({ north: { state, entries } });
    expect(differences(view(['a', 'b']), view(['a', 'b']))).toEqual([]);
    expect(differences(view(['a', 'b']), view(['a']))).toHaveLength(1);
    expect(differences(view(['a', 'b']), view(['a', 'b', 'b']))).toHaveLength(1);
    expect(differences(view(['a']), view(['a'], 'faulty'))).toHaveLength(1);
    expect(differences(view(['a']), {})).toHaveLength(1);
  });
});

describe('effects that fail', () => {
  it(
    'leave what an undisturbed run leaves',
    async () => {
      const report = await tortureEffects({
        folder: await freshFolder(),
        // A few of them, other ones in other chapters; the long form fails every one.
        every: 331,
        first: 23,
        whens: ['before', 'after'],
        told: () => undefined,
      });
      expect(report.wrong).toEqual([]);
      expect(Object.values(report.failed).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(2);
    },
    TIMEOUT_MS,
  );
});

describe.skipIf(!isLinux)('processes that are killed', () => {
  it(
    'lose nothing, double nothing, and leave nothing behind',
    async () => {
      const report = await tortureProcesses({
        folder: await freshFolder(),
        kills: 6,
        seed: 5,
        patients: 1,
        compare: false,
        told: () => undefined,
      });
      expect(report.wrong).toEqual([]);
      expect(Object.values(report.kills).reduce((sum, count) => sum + count, 0)).toBe(6);
    },
    TIMEOUT_MS,
  );
});
