/** fsck of what one stopped gateway keeps, or all gateways of a town. */

import { readFile } from 'node:fs/promises';
import { type FsckReport, fsck } from '@twinseal/gateway';
import { loadBackend } from '@twinseal/mibsc';
import { ofEachGateway, withStopped } from '../consortium/stopped.js';
import type { Town } from '../consortium/town.js';

/** The report of a whole town: everything together, and gateway by gateway. */
export interface TownReport extends FsckReport {
  readonly gateways: Readonly<Record<string, FsckReport>>;
}

/**
 * Checks what one gateway keeps, against the chain.
 *
 * @param file     its configuration
 * @param chainUrl another address of the chain than the configuration's
 * @throws as {@link withStopped}
 */
export function checkGateway(file: string, chainUrl?: string): Promise<FsckReport> {
  return withStopped(
    file,
    async ({ config, chain, ledger, blobs, offline, receipts }) =>
      fsck({
        backend: await loadBackend(),
        chain,
        parameters: new Uint8Array(await readFile(config.parametersFile)),
        ledger,
        keepers: [{ id: config.hospital, blobs, offline, receipts }],
        alone: true,
      }),
    chainUrl,
  );
}

/** Checks every gateway of a town; none of them runs. @throws UsageError, ChainError, StoreError */
export async function checkTown(town: Town): Promise<TownReport> {
  const gateways = await ofEachGateway(town, checkGateway);
  return { ...together(Object.entries(gateways)), gateways };
}

function together(reports: readonly (readonly [string, FsckReport])[]): FsckReport {
  const checked: Record<string, number> = {};
  for (const [, report] of reports) {
    for (const [what, count] of Object.entries(report.checked)) checked[what] = (checked[what] ?? 0) + count;
  }
  const of = (id: string, list: FsckReport['faults']) =>
    list.map((each) => ({ ...each, where: `${id}: ${each.where}` }));
  return {
    checked: checked as unknown as FsckReport['checked'],
    faults: reports.flatMap(([id, { faults }]) => of(id, faults)),
    notices: reports.flatMap(([id, { notices }]) => of(id, notices)),
  };
}
