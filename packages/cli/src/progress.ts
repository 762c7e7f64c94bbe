/** Progress of a long command on a terminal: one line a stage, rewritten when it is done; plain lines where the output is no terminal. */

import { colours as pc } from './colours.js';

/** Runs stages and remembers how long each took. */
export interface Progress {
  /** Seconds by stage, in the order in which they ran; a stage that ran twice adds up. */
  readonly seconds: Readonly<Record<string, number>>;
  /**
   * Runs a stage.
   *
   * @param name  key in `seconds`
   * @param title what is being done; the function's `done` text replaces it
   */
  stage<T>(name: string, title: string, run: () => Promise<{ value: T; done: string }>): Promise<T>;
}

/** @param out where lines go; undefined keeps quiet */
export function createProgress(out: NodeJS.WriteStream | undefined): Progress {
  const seconds: Record<string, number> = {};
  const live = out?.isTTY === true;
  return {
    seconds,
    stage: async (name, title, run) => {
      if (live) out.write(`${pc.dim('…')} ${title}`);
      const begun = performance.now();
      try {
        const { value, done } = await run();
        const taken = (performance.now() - begun) / 1000;
        seconds[name] = Math.round(((seconds[name] ?? 0) + taken) * 1000) / 1000;
        out?.write(`${live ? '\r\x1b[K' : ''}${pc.green('✓')} ${done} ${pc.dim(`${taken.toFixed(1)} s`)}\n`);
        return value;
      } catch (error) {
        out?.write(`${live ? '\r\x1b[K' : ''}${pc.red('✗')} ${title}\n`);
        throw error;
      }
    },
  };
}
