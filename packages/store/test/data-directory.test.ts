import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCK_FILE, openDataDirectory } from '../src/index.js';

const freshFolder = () => mkdtemp(join(tmpdir(), 'twinseal-store-'));

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
    const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await once(child, 'exit');
    await writeFile(join(path, LOCK_FILE), JSON.stringify({ pid: child.pid, started: '1' }));
    const directory = await openDataDirectory(path);
    expect(JSON.parse(await readFile(join(path, LOCK_FILE), 'utf8')).pid).toBe(process.pid);
    await directory.release();
  });

  it('takes over when the process id was given out again', async () => {
    const path = await freshFolder();
    // This very process lives, but did not start at tick 1.
    await writeFile(join(path, LOCK_FILE), JSON.stringify({ pid: process.pid, started: '1' }));
    const directory = await openDataDirectory(path);
    await directory.release();
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
});
