/** Looking at the chain as of a block that one knows of, such as that of one's own consent. */

import type { HeadReport } from '../worker/protocol.js';

/** Tries to get an agreed block that is new enough, and the time between two, in ms: gateways are seconds apart. */
const TRIES = 30;
const PAUSE_MS = 500;

/** What the chain holds as of a block or a later one; of the newest one that is agreed on where the gateways do not come so far in time. */
export async function atLeast<T extends { readonly head: HeadReport }>(
  block: number,
  look: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    const report = await look();
    if (report.head.blockNumber >= block || tries === TRIES) return report;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
