/** What a benchmark was run on: without it a number says nothing. */

import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly platform: string;
}

/** The machine, the Node version, the commit (with `+` where the tree had changes) and the date. */
export function describeRun(): { machine: Machine; node: string; commit: string; date: string } {
  const list = cpus();
  return {
    machine: {
      cpu: list[0]?.model.trim() ?? 'unknown',
      cores: list.length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      platform: `${process.platform} ${process.arch}`,
    },
    node: process.version,
    commit: commitOf(),
    date: new Date().toISOString(),
  };
}

function commitOf(): string {
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
    const changed =
      execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], { encoding: 'utf8' }) !== '';
    return changed ? `${commit}+` : commit;
  } catch {
    return 'unknown';
  }
}
