/** The audit of what one stopped gateway keeps, or all gateways of a town. */

import { type AuditReport, audit } from '@twinseal/gateway';
import { TieredBlobStore } from '@twinseal/store';
import { ofEachGateway, withStopped } from '../consortium/stopped.js';
import type { Town } from '../consortium/town.js';

/**
 * Audits what a stopped gateway keeps.
 *
 * @param chainUrl another address of the chain than the configuration's
 * @throws as {@link withStopped}
 */
export function auditGateway(file: string, chainUrl?: string): Promise<AuditReport> {
  return withStopped(
    file,
    ({ config, chain, ledger, blobs, offline, receipts }) =>
      audit({
        chain,
        hospital: config.hospital,
        ledger,
        blobs: new TieredBlobStore(blobs, offline),
        receipts,
        nowS: Math.floor(Date.now() / 1000),
      }),
    chainUrl,
  );
}

/** Audits every gateway of a town, none of which runs. @throws as {@link ofEachGateway} */
export function auditTown(town: Town): Promise<Readonly<Record<string, AuditReport>>> {
  return ofEachGateway(town, auditGateway);
}
