/** Processes by what the kernel says of them (proc(5); Linux only): who descends from whom, and who is still there. */

import { readdir, readFile } from 'node:fs/promises';

/** One process; the start time tells it from a later one with the same id. */
export interface ProcessRef {
  readonly pid: number;
  readonly parent: number;
  /** Clock ticks after boot. */
  readonly started: string;
  /** Arguments, separated by spaces. */
  readonly command: string;
}

/** Every process that descends from one. */
export async function descendantsOf(pid: number): Promise<ProcessRef[]> {
  const all = await everyProcess();
  const found: ProcessRef[] = [];
  const open = [pid];
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const each of all) {
      if (each.parent !== parent) continue;
      found.push(each);
      open.push(each.pid);
    }
  }
  return found;
}

/** Those that are still there. One that ended and that nobody has asked about (a zombie) is not. */
export async function stillThere(processes: readonly ProcessRef[]): Promise<ProcessRef[]> {
  const now = await Promise.all(processes.map(({ pid }) => processOf(pid)));
  return processes.filter((each, index) => now[index]?.started === each.started);
}

/** Waits until none of them is there any more. @returns those that still are when the time is over */
export async function untilGone(
  processes: readonly ProcessRef[],
  timeoutMs: number,
): Promise<readonly ProcessRef[]> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const left = await stillThere(processes);
    if (left.length === 0 || performance.now() > until) return left;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function everyProcess(): Promise<ProcessRef[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  return (await Promise.all(pids.map(processOf))).filter((each) => each !== undefined);
}

async function processOf(pid: number): Promise<ProcessRef | undefined> {
  try {
    const [stat, command] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    // The second field is the command in parentheses and may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return {
      pid,
      parent: Number(fields[1]),
      started: fields[19] as string,
      command: command.replaceAll('\0', ' ').trim(),
    };
  } catch {
    return undefined;
  }
}
