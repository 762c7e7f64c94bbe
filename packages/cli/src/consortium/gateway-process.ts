/**
 * A gateway as a child process. It ends when we tell it to, and when we are gone: its standard input is a pipe from us, and it stops as soon as that ends, however we
 * ended. So a crash of the parent leaves no child behind.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../usage-error.js';

const LAUNCHER = fileURLToPath(new URL('../../bin/twinseal-built.mjs', import.meta.url));
/** What a gateway prints on standard output once it listens and follows. */
export const READY = 'twinseal gateway ready at ';
/** A loaded two-core machine takes several seconds for a first start of its database. */
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 30_000;

export interface GatewayProcess {
  readonly id: string;
  readonly pid: number;
  readonly url: string;
  /** Resolves when the process has ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** Ends it in order, and waits. Safe to call twice. */
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Starts a gateway and waits until it is ready.
 *
 * @param logFile where what it prints goes, for later
 * @throws UsageError with the last line that it printed, where it ends before it is ready
 */
export async function startGatewayProcess(options: {
  readonly id: string;
  readonly config: string;
  readonly logFile: string;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<GatewayProcess> {
  mkdirSync(dirname(options.logFile), { recursive: true, mode: 0o700 });
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(process.execPath, [LAUNCHER, 'gateway', '--config', options.config, '--with-parent'], {
    stdio: ['pipe', 'pipe', log],
    env: { ...process.env, ...options.env },
  });
  closeSync(log);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  child.stdin?.on('error', () => undefined);
  const url = await untilReady(child, ended, options);
  child.stdout?.resume();
  const pid = child.pid as number;
  let stopping: Promise<void> | undefined;
  return {
    id: options.id,
    pid,
    url,
    ended,
    kill: (signal) => child.kill(signal),
    stop: () => {
      stopping ??= (async () => {
        child.stdin?.end();
        const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
        await ended;
        clearTimeout(timer);
      })();
      return stopping;
    },
  };
}

async function untilReady(
  child: ChildProcess,
  ended: Promise<unknown>,
  options: { readonly id: string; readonly logFile: string },
): Promise<string> {
  let said = '';
  let timer: NodeJS.Timeout | undefined;
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-8192);
      const match = said.match(/^twinseal gateway ready at (\S+)$/m);
      if (match?.[1] !== undefined) resolve(match[1]);
    });
  });
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), START_TIMEOUT_MS);
  });
  const outcome = await Promise.race([ready, ended.then(() => 'ended' as const), late]);
  clearTimeout(timer);
  if (outcome !== 'ended' && outcome !== 'late') return outcome;
  child.kill('SIGKILL');
  const lines = (await readFile(options.logFile, 'utf8').catch(() => '')).trim().split('\n');
  const why = lines.findLast((line) => line.startsWith('twinseal:')) ?? lines.at(-1) ?? '';
  throw new UsageError(
    outcome === 'late'
      ? `The gateway of ${options.id} was not ready within ${START_TIMEOUT_MS / 1000} s. Its log is ${options.logFile}.`
      : `The gateway of ${options.id} could not start. ${why.replace(/^twinseal: /, '')}`,
  );
}
