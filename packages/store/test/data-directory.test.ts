import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { LOCK_FILE, openDataDirectory } from '../src/index.js';

const freshFolder = () => mkdtemp(join(tmpdir(), 'twinseal-store-'));
const BUILT = join(import.meta.dirname, '..', 'dist', 'data-directory.js');
const WORKER = join(import.meta.dirname, 'support', 'lock-worker.mjs');

/** What this process writes into a lock. */
async function ownOwner(): Promise<Record<string, unknown>> {
  const path = await freshFolder();
  const directory = await openDataDirectory(path);
  const owner = JSON.parse(await readFile(join(path, LOCK_FILE), 'utf8'));
  await directory.release();
  return owner;
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid as number;
}

function startWorker(directory: string, mode: 'once' | 'again') {
  const child = spawn(process.execPath, [WORKER, BUILT, directory, mode], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reading = (async () => {
    for await (const line of createInterface({ input: child.stdout })) lines.push(line);
  })();
  return { child, lines, reading };
}

describe('openDataDirectory', () => {
  it('keeps a second opener out and lets it in after release', async () => {
    const path = await freshFolder();
    const first = await openDataDirectory(path);
    await expect(openDataDirectory(path)).rejects.toMatchObject({
      code: 'directory-in-use',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    await first.release();
    const second = await openDataDirectory(path);
    await second.release();
  });

  it('of many openers at once lets exactly one in', async () => {
    const path = await freshFolder();
    const tries = await Promise.allSettled(Array.from({ length: 16 }, () => openDataDirectory(path)));
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
  });

  it('takes over from a process that died', async () => {
    const path = await freshFolder();
    const owner = { ...(await ownOwner()), pid: await deadPid() };
    await writeFile(join(path, LOCK_FILE), JSON.stringify(owner));
    const directory = await openDataDirectory(path);
    expect(JSON.parse(await readFile(join(path, LOCK_FILE), 'utf8')).pid).toBe(process.pid);
    await directory.release();
    expect(await readdir(path)).toEqual([]);
  });

  it('takes over from an owner as version 0.1.0 wrote it, and keeps out of a living one', async () => {
    const path = await freshFolder();
    await writeFile(join(path, LOCK_FILE), JSON.stringify({ pid: await deadPid(), started: '1' }));
    await (await openDataDirectory(path)).release();
    await writeFile(join(path, LOCK_FILE), JSON.stringify({ pid: process.pid, started: null }));
    await expect(openDataDirectory(path)).rejects.toMatchObject({ code: 'directory-in-use' });
  });

  it('takes over when the process id was given out again', async () => {
    const path = await freshFolder();
    // This very process lives, but did not start at tick 1.
    await writeFile(join(path, LOCK_FILE), JSON.stringify({ ...(await ownOwner()), started: '1' }));
    const directory = await openDataDirectory(path);
    await directory.release();
  });

  it.skipIf(process.platform !== 'linux')(
    'takes over from a process that ended and that nobody has asked after (skipped elsewhere than on Linux)',
    async () => {
      // A shell that became another program, which never asks after the shell's child.
      const parent = spawn('/bin/sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 30'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      try {
        const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
        const zombie = () => readFile(`/proc/${line}/stat`, 'utf8').then((stat) => stat.includes(') Z '));
        while (!(await zombie())) await pause(10);
        const started = (await readFile(`/proc/${line}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')[
          22 - 3
        ];
        const path = await freshFolder();
        await writeFile(
          join(path, LOCK_FILE),
          JSON.stringify({ ...(await ownOwner()), pid: Number(line), started }),
        );
        await (await openDataDirectory(path)).release();
        expect(await zombie()).toBe(true);
      } finally {
        parent.kill('SIGKILL');
      }
    },
  );

  it('takes over when the machine was started anew since, though a process has the same id and the same start', async () => {
    const path = await freshFolder();
    const owner = { ...(await ownOwner()), boot: '00000000-0000-0000-0000-000000000000' };
    await writeFile(join(path, LOCK_FILE), JSON.stringify(owner));
    const directory = await openDataDirectory(path);
    await directory.release();
  });

  it('keeps out where another host may have it, and says what to do', async () => {
    const path = await freshFolder();
    const owner = { ...(await ownOwner()), pid: await deadPid(), host: 'another-host' };
    await writeFile(join(path, LOCK_FILE), JSON.stringify(owner));
    await expect(openDataDirectory(path)).rejects.toMatchObject({
      code: 'directory-in-use',
      message: expect.stringMatching(/on another-host.*remove .*twinseal\.lock/),
    });
  });

  it('goes on after a taker that died at any point of taking over, and leaves nothing of it behind', async () => {
    const stale = { ...(await ownOwner()), pid: await deadPid() };
    const dead = (token: string) => ({ ...stale, token: token.repeat(32) });
    const lines = {
      // The stale lock, the claim on it, the claim on that claim, and lines on their way.
      lock: [LOCK_FILE, dead('0')],
      claim: [`${LOCK_FILE}.claim-${'0'.repeat(32)}`, dead('1')],
      claimOnClaim: [`${LOCK_FILE}.claim-${'1'.repeat(32)}`, dead('2')],
      underWay: [`${LOCK_FILE}.new-0123456789abcdef`, dead('3')],
    } as const;
    const cases = [
      ['underWay'],
      ['lock', 'underWay'],
      ['lock', 'claim'],
      ['lock', 'claim', 'claimOnClaim', 'underWay'],
      ['claim'],
    ] as const;
    for (const present of cases) {
      const path = await freshFolder();
      for (const name of present) await writeFile(join(path, lines[name][0]), JSON.stringify(lines[name][1]));
      const directory = await openDataDirectory(path);
      expect(await readdir(path), present.join()).toEqual([LOCK_FILE]);
      await expect(openDataDirectory(path)).rejects.toMatchObject({ code: 'directory-in-use' });
      await directory.release();
      expect(await readdir(path)).toEqual([]);
    }
  });

  it('keeps out of a take-over that a living process is in the middle of', async () => {
    const path = await freshFolder();
    const stale = { ...(await ownOwner()), pid: await deadPid(), token: '0'.repeat(32) };
    await writeFile(join(path, LOCK_FILE), JSON.stringify(stale));
    const claimer = { ...(await ownOwner()), token: '1'.repeat(32) };
    await writeFile(join(path, `${LOCK_FILE}.claim-${stale.token}`), JSON.stringify(claimer));
    await expect(openDataDirectory(path)).rejects.toMatchObject({ code: 'directory-in-use' });
  });

  it('does not remove the lock of another one that stands where its own was', async () => {
    const path = await freshFolder();
    const first = await openDataDirectory(path);
    await unlink(join(path, LOCK_FILE));
    const second = await openDataDirectory(path);
    await first.release();
    await expect(openDataDirectory(path)).rejects.toMatchObject({ code: 'directory-in-use' });
    await second.release();
  });

  it('leaves a lock alone that it cannot read', async () => {
    const path = await freshFolder();
    await writeFile(join(path, LOCK_FILE), '{"pid":');
    await expect(openDataDirectory(path)).rejects.toMatchObject({ code: 'directory-in-use' });
  });

  it('with fresh refuses a folder that holds anything, and leaves it as it was', async () => {
    const path = await freshFolder();
    await writeFile(join(path, 'something'), 'x');
    await expect(openDataDirectory(path, { fresh: true })).rejects.toMatchObject({
      code: 'directory-not-empty',
    });
    await expect(readFile(join(path, LOCK_FILE))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('names a directory that cannot be made', async () => {
    const path = await freshFolder();
    await writeFile(join(path, 'file'), '');
    await expect(openDataDirectory(join(path, 'file', 'below'))).rejects.toMatchObject({
      code: 'directory-unwritable',
    });
  });

  it.skipIf(process.getuid?.() === 0)(
    'names a directory without write permission (skipped as root, whom permissions do not bind)',
    async () => {
      const path = await freshFolder();
      await chmod(path, 0o500);
      await expect(openDataDirectory(path)).rejects.toMatchObject({ code: 'directory-unwritable' });
    },
  );

  it('writes who holds it: process, its start, the boot, the host', async () => {
    const owner = await ownOwner();
    expect(owner).toMatchObject({ pid: process.pid, host: hostname() });
    expect(owner.token).toMatch(/^[0-9a-f]{32}$/);
    if (process.platform === 'linux') {
      expect(owner.boot).toBe((await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim());
      // proc(5): field 22 counts from 1, and the 20th behind the command in parentheses.
      const stat = await readFile('/proc/self/stat', 'utf8');
      expect(owner.started).toBe(stat.replace(/^.*\) /s, '').split(' ')[22 - 3]);
    }
  });

  it.each(['nobody', 'a process that died', 'a process that died while taking over'])(
    'of processes that start at once lets exactly one in, where the lock was held by %s',
    async (before) => {
      for (let round = 0; round < 4; round++) {
        const path = join(await freshFolder(), 'data');
        await (await openDataDirectory(path)).release();
        const stale = { ...(await ownOwner()), pid: await deadPid(), token: '0'.repeat(32) };
        if (before !== 'nobody') await writeFile(join(path, LOCK_FILE), JSON.stringify(stale));
        if (before.endsWith('taking over')) {
          const claimer = { ...stale, token: '1'.repeat(32) };
          await writeFile(join(path, `${LOCK_FILE}.claim-${stale.token}`), JSON.stringify(claimer));
        }
        const workers = Array.from({ length: 5 }, () => startWorker(path, 'once'));
        const losers = () => workers.filter(({ lines }) => lines[0] === 'directory-in-use');
        while (losers().length < 4) {
          expect(workers.filter(({ child }) => child.exitCode !== null).length).toBeLessThan(5);
          await pause(10);
        }
        for (const { child } of workers) child.stdin.end();
        await Promise.all(workers.map(({ reading }) => reading));
        expect(workers.map(({ lines }) => lines.join()).sort()).toEqual([
          ...Array(4).fill('directory-in-use'),
          'inside',
        ]);
        expect(await readdir(path)).toEqual([]);
      }
    },
  );

  it('lets never two in, however often those who take it are killed', async () => {
    const path = join(await freshFolder(), 'data');
    await (await openDataDirectory(path)).release();
    const said: string[] = [];
    const workers = Array.from({ length: 4 }, () => startWorker(path, 'again'));
    for (let kills = 0; kills < 30; kills++) {
      const at = kills % workers.length;
      const { child, lines, reading } = workers[at] as ReturnType<typeof startWorker>;
      // It is killed once it is at work, somewhere between taking the lock and giving it back.
      while (lines.length === 0) await pause(5);
      await pause(Math.random() * 20);
      child.kill('SIGKILL');
      await reading;
      said.push(...lines);
      workers[at] = startWorker(path, 'again');
    }
    for (const { child, lines, reading } of workers) {
      child.kill('SIGKILL');
      await reading;
      said.push(...lines);
    }
    expect(said.filter((line) => line !== 'inside')).toEqual([]);
    expect(said.length).toBeGreaterThan(30);
    const last = await openDataDirectory(path);
    expect((await readdir(path)).filter((name) => name.startsWith(LOCK_FILE))).toEqual([LOCK_FILE]);
    await last.release();
  });
});
