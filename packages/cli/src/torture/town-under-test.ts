/** A town as a user runs it, `twinseal start`, in a process of its own, with whatever that starts. */

import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { descendantsOf, type ProcessRef, untilGone } from './process-tree.js';

const LAUNCHER = fileURLToPath(new URL('../../bin/twinseal-built.mjs', import.meta.url));
/** A gateway may take its time to finish what it does; then it is killed by its parent, or (where that is gone) has seen its input end. */
const GONE_MS = 90_000;

export interface TownOptions {
  readonly dataDir: string;
  readonly input: string;
  readonly patients: number;
  /** Of its gateways. */
  readonly ports: readonly number[];
  /** Where what it prints goes. */
  readonly logFile: string;
}

/** Who can be killed. */
export interface Victims {
  readonly gateways: readonly ProcessRef[];
  readonly node: ProcessRef | undefined;
}

export class TownUnderTest {
  readonly #child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  #isOver = false;

  private constructor(
    child: ChildProcess,
    readonly ports: readonly number[],
  ) {
    this.#child = child;
    this.ended = new Promise((resolve) =>
      child.once('exit', (code, signal) => {
        this.#isOver = true;
        resolve({ code, signal });
      }),
    );
  }

  static start(options: TownOptions): TownUnderTest {
    const child = spawn(
      process.execPath,
      [
        LAUNCHER,
        'start',
        '--data-dir',
        options.dataDir,
        '--input',
        options.input,
        '--patients',
        String(options.patients),
        // However we end, the pipe ends with us, and the town with it.
        '--with-parent',
      ],
      // A group of its own, so that a signal to the group (a terminal's Ctrl-C) is for the town alone.
      { stdio: ['pipe', 'pipe', 'pipe'], detached: true },
    );
    child.stdin?.on('error', () => undefined);
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => appendFileSync(options.logFile, chunk));
    return new TownUnderTest(child, options.ports);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  /** Whether every gateway answers. */
  async isWhole(): Promise<boolean> {
    const answers = await Promise.all(
      this.ports.map((port) =>
        fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    return answers.every((each) => each);
  }

  async victims(): Promise<Victims> {
    const all = await descendantsOf(this.pid);
    return {
      gateways: all.filter(({ command }) => / gateway --config /.test(command)),
      node: all.find(({ command }) => /(^|\/)anvil /.test(command)),
    };
  }

  /**
   * Ends it: by SIGKILL (a crash), by SIGINT to its group (Ctrl-C in a terminal), or in order by SIGTERM.
   *
   * @returns processes that it left behind: none, if all is well
   */
  async end(how: 'SIGKILL' | 'SIGINT' | 'SIGTERM'): Promise<readonly ProcessRef[]> {
    const family = await descendantsOf(this.pid);
    if (!this.#isOver) {
      if (how === 'SIGINT') process.kill(-this.pid, 'SIGINT');
      else process.kill(this.pid, how);
    }
    const timer = setTimeout(() => process.kill(this.pid, 'SIGKILL'), GONE_MS);
    await this.ended;
    clearTimeout(timer);
    return untilGone(family, GONE_MS);
  }
}
