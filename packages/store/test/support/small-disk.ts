/** A disk of a few megabytes that can be filled: a tmpfs, which only root may mount. */

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const SMALL_DISK_MISSING =
  'skipped: a small file system cannot be mounted here; run the tests as root on Linux';

export class SmallDisk {
  private constructor(readonly folder: string) {}

  static async mount(sizeMib: number): Promise<SmallDisk | undefined> {
    const folder = await mkdtemp(join(tmpdir(), 'twinseal-small-disk-'));
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m,mode=0755`, 'tmpfs', folder]);
      return new SmallDisk(folder);
    } catch {
      await rm(folder, { recursive: true });
      return undefined;
    }
  }

  /** Leaves so many bytes free, rounded to pages. */
  async fill(leaveBytes = 0): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    await writeFile(join(this.folder, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - leaveBytes)));
  }

  async free(): Promise<void> {
    await rm(join(this.folder, 'filler'), { force: true });
  }

  /** Every file, without the filler. */
  async files(): Promise<string[]> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && entry.name !== 'filler').map(({ name }) => name);
  }

  async unmount(): Promise<void> {
    await run('umount', ['-l', this.folder]);
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Whether {@link SmallDisk.mount} works here. */
export async function canMount(): Promise<boolean> {
  const disk = await SmallDisk.mount(1);
  await disk?.unmount();
  return disk !== undefined;
}
