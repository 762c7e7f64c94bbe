/**
 * The embedded chain: one anvil process, started and stopped by us, its state kept in a file.
 *
 * It protects against nobody who controls this machine, and says so wherever it is used. Anvil writes its state when it is told to stop and once a second
 * between; killed outright it may forget its last second. The previous state is kept beside the new one, and whoever anchored something must be able
 * to see that it is gone and anchor again.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { prepareState, snapshotEvery } from './chain-state.js';
import { ChainError } from './errors.js';

/** Chain id of every embedded chain; anvil's own default. */
export const EMBEDDED_CHAIN_ID = 31337;

/** A running embedded chain. */
export interface EmbeddedChain {
  /** JSON-RPC address on the loopback interface. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Largest resident size of the node so far, MiB; undefined where the platform does not tell. */
  peakRssMiB(): Promise<number | undefined>;
  /** Process id of the node itself; `pid` is that of its keeper. Undefined where the platform does not tell. */
  nodePid(): Promise<number | undefined>;
  /** Resolves when the node has ended, however that came. */
  readonly ended: Promise<void>;
  /** Stops the node and waits until its state is on disk; safe to call twice. */
  stop(): Promise<void>;
}

export interface EmbeddedChainOptions {
  /** File that keeps the chain's state between runs. */
  readonly stateFile: string;
  /** TCP port; a free one where it is left out. @throws ChainError `port-taken` where another process has it */
  readonly port?: number;
  /** Path of the anvil program; found in node_modules or on the PATH where it is left out. */
  readonly program?: string;
  /** Seconds between blocks; a block per transaction where it is left out. */
  readonly blockTimeS?: number;
}

/** How long a node may take until it answers. Anvil needs well under a second; a loaded two-core machine a few. */
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 15_000;

/*
 * The node is a child of a small shell, beside a watcher of a pipe from us. However we end, even by SIGKILL, the kernel closes that pipe; the watcher then tells
 * the node to stop, which writes its state. No node outlives its owner. (Descriptor 3: a shell gives background commands no standard input.)
 */
const KEEPER =
  'exec 3<&0; "$0" "$@" & node=$!; (cat <&3 >/dev/null; kill -TERM $node 2>/dev/null) & wait $node';

/**
 * Starts the embedded chain.
 *
 * @throws ChainError `anvil-missing`, `port-taken`, `anvil-failed` (the program ended or never answered)
 */
export async function startEmbeddedChain(options: EmbeddedChainOptions): Promise<EmbeddedChain> {
  const program = options.program ?? findAnvil();
  await mkdir(dirname(options.stateFile), { recursive: true, mode: 0o700 });
  await prepareState(options.stateFile);
  const port = options.port ?? (await freePort());
  if (options.port !== undefined) await assertPortFree(options.port);

  const child = spawn(
    '/bin/sh',
    [
      '-c',
      KEEPER,
      program,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--hardfork',
      'osaka',
      '--chain-id',
      String(EMBEDDED_CHAIN_ID),
      '--state',
      options.stateFile,
      '--state-interval',
      '1',
      '--accounts',
      '1',
      ...(options.blockTimeS === undefined ? [] : ['--block-time', String(options.blockTimeS)]),
    ],
    // A group of its own: a terminal's Ctrl-C is for us, who stop the node last, when nobody needs it any more.
    { stdio: ['pipe', 'pipe', 'pipe'], detached: true },
  );
  const pid = child.pid;
  if (pid === undefined)
    throw new ChainError('anvil-failed', 'The embedded chain could not be started: no process.');
  try {
    await untilListening(child, port);
  } catch (error) {
    child.stdin?.end();
    throw error;
  }
  // Nobody reads the log from here on; an unread pipe would stop the node once it is full.
  child.stdout?.resume();
  child.stderr?.resume();
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    (stream as unknown as { unref?: () => void } | null)?.unref?.();
  }

  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  // Where the node died by itself, its keeper's watcher still waits for us.
  void ended.then(() => child.stdin?.end());
  const stopSnapshots = snapshotEvery(options.stateFile);
  let stopping: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid,
    ended,
    nodePid: () => nodeOf(pid),
    peakRssMiB: () => peakRssOf(pid),
    stop: () => {
      stopping ??= stopSnapshots().then(() => stopChild(child));
      return stopping;
    },
  };
}

/** The keeper's child that is the node, and not the watcher. */
async function nodeOf(keeper: number): Promise<number | undefined> {
  try {
    const children = (await readFile(`/proc/${keeper}/task/${keeper}/children`, 'utf8')).trim().split(' ');
    for (const child of children) {
      const command = await readFile(`/proc/${child}/cmdline`, 'utf8');
      if (command.split('\0').includes('--state')) return Number(child);
    }
  } catch {
    // No proc(5) here, or the node has just ended.
  }
  return undefined;
}

/** VmHWM of proc(5), of the keeper's children: the node is one of them, and the largest. */
async function peakRssOf(keeper: number): Promise<number | undefined> {
  try {
    const children = (await readFile(`/proc/${keeper}/task/${keeper}/children`, 'utf8')).trim().split(' ');
    const peaks = await Promise.all(
      children.map(async (child) => {
        const status = await readFile(`/proc/${child}/status`, 'utf8');
        return Number(status.match(/^VmHWM:\s+(\d+) kB$/m)?.[1] ?? 0) / 1024;
      }),
    );
    return Math.max(...peaks);
  } catch {
    return undefined;
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.stdin?.end();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}

/** Waits for the line with which our own child says that it listens: an answer on the port alone could be somebody else's. */
async function untilListening(child: ChildProcess, port: number): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      finish(
        new ChainError(
          'anvil-failed',
          `The embedded chain did not answer within ${START_TIMEOUT_MS / 1000} s.`,
        ),
      );
    }, START_TIMEOUT_MS);
    const finish = (error?: Error) => {
      clearTimeout(timer);
      child.stdout?.off('data', onData);
      child.stderr?.off('data', onData);
      child.off('exit', onExit);
      if (error) reject(error);
      else resolve();
    };
    const onData = (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4096);
      if (said.includes(`Listening on 127.0.0.1:${port}`)) finish();
      else if (/address already in use|AddrInUse|os error 98/i.test(said)) finish(portTaken(port));
      else if (/^Error/m.test(said)) {
        finish(new ChainError('anvil-failed', `The embedded chain did not start: ${firstLine(said)}`));
      }
    };
    const onExit = () => {
      finish(
        new ChainError(
          'anvil-failed',
          `The embedded chain ended at once: ${firstLine(said) || 'it said nothing'}`,
        ),
      );
    };
    child.stdout?.on('data', onData);
    child.stderr?.on('data', onData);
    child.once('exit', onExit);
  });
}

function firstLine(text: string): string {
  return (text.match(/^Error.*$/m)?.[0] ?? text.trim().split('\n').at(-1) ?? '').slice(0, 200);
}

function portTaken(port: number): ChainError {
  return new ChainError(
    'port-taken',
    `Port ${port} on 127.0.0.1 is taken by another process. Choose another with --chain-port, or leave it out to take a free one.`,
  );
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function assertPortFree(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once('error', () => reject(portTaken(port)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}

/**
 * The anvil program: the npm package for this platform, else the PATH.
 *
 * @throws ChainError `anvil-missing`
 */
export function findAnvil(): string {
  const require = createRequire(import.meta.url);
  try {
    const manifest = require.resolve('@foundry-rs/anvil-linux-amd64/package.json');
    const program = join(dirname(manifest), 'bin', 'anvil');
    if (process.platform === 'linux' && process.arch === 'x64' && existsSync(program)) return program;
  } catch {
    // Not installed: optional, and only for Linux on x86-64.
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const program = join(folder, 'anvil');
    if (folder !== '' && existsSync(program)) return program;
  }
  throw new ChainError(
    'anvil-missing',
    `The embedded chain needs the program anvil, which npm installs on Linux x86-64 only (this is ${process.platform} ${process.arch}). ` +
      'Install Foundry so that anvil is on the PATH, or name a chain with --chain-url.',
  );
}
