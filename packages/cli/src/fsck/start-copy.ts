/** The embedded chain on a copy of its state, so that looking at it changes nothing. */

import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedChain } from '@twinseal/chain';
import { UsageError } from '../usage-error.js';

/** Starts the embedded chain on a copy of its state, and returns its address. */
export async function startCopy(
  state: string,
  scratch: string,
  open: { close(): Promise<void> }[],
): Promise<string> {
  if (!existsSync(state))
    throw new UsageError(`${state} is missing: without the chain nothing can be checked.`);
  const stateFile = join(scratch, 'state.json');
  // With the whole copies beside it: the node may have been killed while it wrote.
  for (const suffix of ['', '.snapshot', '.previous']) {
    if (existsSync(`${state}${suffix}`)) await copyFile(`${state}${suffix}`, `${stateFile}${suffix}`);
  }
  const chain = await startEmbeddedChain({ stateFile });
  open.push({ close: () => chain.stop() });
  return chain.url;
}
