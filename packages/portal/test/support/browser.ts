/** The browser, where there is one. */

import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

/** Path of a Chromium; undefined where none is on the PATH. */
export const CHROMIUM: string | undefined = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      return '';
    }
  })
  .find((path) => path !== '');

export const WITHOUT = 'skipped where no chromium is on the PATH';

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM as string, args: ['--no-sandbox'] });
}
