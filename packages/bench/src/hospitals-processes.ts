/** Running the command as processes, and what they take of the machine: from proc(5), so on Linux only. */

import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const COMMAND = join(ROOT, 'packages', 'cli', 'bin', 'twinseal-built.mjs');
/** USER_HZ: ticks of a second in /proc/[pid]/stat, 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;
const SAMPLE_MS = 250;
const MIB = 1024;

/** A command that stays until it is stopped. */
export interface Running {
  readonly pid: number;
  /** Resolves with the time (ms of `performance.now()`) at which a line was printed that matches, and what the pattern caught. */
  until(
    pattern: RegExp,
    timeoutS?: number,
  ): Promise<{ readonly atMs: number; readonly found: RegExpMatchArray }>;
  /** Ends it as Ctrl-C does, and waits. */
  stop(): Promise<number | null>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the command and leaves it running. */
export function start(...args: string[]): Running {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const lines: { readonly atMs: number; readonly text: string }[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() as string;
    for (const text of parts) lines.push({ atMs: performance.now(), text });
  });
  let code: number | null | undefined;
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (status) => {
      code = status;
      running.delete(child);
      resolve(status);
    }),
  );
  return {
    pid: child.pid as number,
    until: async (pattern, timeoutS = 600) => {
      const late = performance.now() + timeoutS * 1000;
      for (;;) {
        for (const { atMs, text } of lines) {
          const found = text.match(pattern);
          if (found !== null) return { atMs, found };
        }
        if (code !== undefined) throw new Error(`twinseal ${args[0]} ended with ${code} before ${pattern}`);
        if (performance.now() > late) throw new Error(`twinseal ${args[0]}: no ${pattern} in ${timeoutS} s`);
        await pause(20);
      }
    },
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** Runs the command to its end. @returns what it printed @throws Error where it does not end with 0 */
export async function run(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString('utf8');
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`twinseal ${args.join(' ')} ended with ${code}`);
  return out;
}

/** What one process took. */
export interface Usage {
  /** `parent`, a hospital's id, or `chain`. */
  readonly name: string;
  /** Largest resident size, MiB. */
  readonly peakRssMiB: number;
  /** Processor time, user and system, seconds. */
  readonly cpuSeconds: number;
}

/** Watches a process and everything that it started. */
export class Watch {
  readonly #last = new Map<number, Usage>();
  #together = 0;
  #stopped = false;
  readonly #loop: Promise<void>;

  constructor(readonly root: number) {
    this.#loop = this.#run();
  }

  /** Processor time of all of them so far, seconds: what a start costs, whatever else the machine does. */
  get cpuSeconds(): number {
    return [...this.#last.values()].reduce((sum, each) => sum + each.cpuSeconds, 0);
  }

  /** Ends the watch. `togetherMiB` is the largest sum of resident sizes at one moment; shared pages count in each. */
  async end(): Promise<{ readonly processes: readonly Usage[]; readonly togetherMiB: number }> {
    this.#stopped = true;
    await this.#loop;
    return {
      processes: [...this.#last.values()].filter(({ peakRssMiB }) => peakRssMiB > 5),
      togetherMiB: Math.round(this.#together),
    };
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      let sum = 0;
      for (const pid of await family(this.root)) {
        const seen = await look(pid, this.root).catch(() => undefined);
        if (seen === undefined) continue;
        sum += seen.rssMiB;
        this.#last.set(pid, seen.usage);
      }
      this.#together = Math.max(this.#together, sum);
      await pause(SAMPLE_MS);
    }
  }
}

/** A process and all below it. */
async function family(root: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

async function look(pid: number, root: number): Promise<{ rssMiB: number; usage: Usage }> {
  const [status, stat, command] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/cmdline`, 'utf8'),
  ]);
  const kib = (field: string) => Number(status.match(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm'))?.[1] ?? 0);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const name =
    pid === root
      ? 'parent'
      : command.includes('anvil')
        ? 'chain'
        : (command.match(/hospitals\/([^/]+)\/gateway\.json/)?.[1] ?? 'making the first database');
  return {
    rssMiB: kib('VmRSS') / MIB,
    usage: {
      name,
      peakRssMiB: Math.round(kib('VmHWM') / MIB),
      // Fields 14 and 15 of proc(5), counted from 1; the two before the last parenthesis are cut off.
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND,
    },
  };
}

/** @param ms how long */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
