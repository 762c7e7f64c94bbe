/** Access receipts as hospitals deliver them to the patient: each server's are one chain, signed by its key, and none may be missing inside it. */

import { PinnedParameters, verifyReceiptsOf } from '@twinseal/gateway';
import { fromHex, moduleScope, toHex } from '@twinseal/record';
import type { PatientHome } from '../consortium/patient-home.js';

/** One receipt in words. */
export interface DeliveredReceipt {
  readonly server: string;
  readonly index: number;
  readonly requester: string;
  readonly decision: 'permit' | 'deny';
  /** REC-23. */
  readonly reason: number;
  readonly purpose: string;
  /** Names of the scopes; a scope that is none of the patient's modules stands as it is. */
  readonly modules: readonly string[];
  /** Seconds since 1970. */
  readonly timeS: number;
  readonly requestId: string;
}

/** What all hospitals delivered. */
export interface DeliveredReceipts {
  /** Oldest first. */
  readonly receipts: readonly DeliveredReceipt[];
  readonly findings: readonly { readonly server: string; readonly position: number; readonly code: string }[];
  /** Hospitals that do not answer. */
  readonly away: readonly string[];
}

/** Asks every hospital of the consortium for what it wrote about the twin, and checks it. @throws ChainError */
export async function receiptsOf(home: PatientHome): Promise<DeliveredReceipts> {
  const { reader, params } = home.world;
  const twinId = fromHex(home.twinId, 32);
  const names = new Map(
    Object.entries(home.app.slip().scopeSalts).map(([module, salt]) => [
      toHex(moduleScope(twinId, fromHex(salt, 32), module)),
      module,
    ]),
  );
  const receipts: DeliveredReceipt[] = [];
  const findings: { server: string; position: number; code: string }[] = [];
  const away: string[] = [];
  const pinned = new PinnedParameters(reader);
  for (const hospital of (await reader.hospitals()).filter(({ status }) => status === 1)) {
    let delivered: readonly string[];
    try {
      ({ receipts: delivered } = await home.ask<{ receipts: string[] }>(
        hospital.authorId,
        'GET',
        `/patient/v1/twins/${home.twinId}/receipts`,
      ));
    } catch {
      away.push(hospital.id);
      continue;
    }
    const checked = await verifyReceiptsOf({
      chain: reader,
      params,
      hospital: hospital.id,
      twinId,
      receipts: delivered.map((text) => new Uint8Array(Buffer.from(text, 'base64'))),
      pinned,
    });
    for (const { position, code } of checked.faults) findings.push({ server: hospital.id, position, code });
    for (const { receipt } of checked.verified) {
      receipts.push({
        server: hospital.id,
        index: receipt.index,
        requester: receipt.requester.name,
        decision: receipt.decision,
        reason: receipt.reason,
        purpose: receipt.purpose,
        modules: receipt.scopes.map((scope) => names.get(toHex(scope)) ?? toHex(scope)),
        timeS: Number(receipt.time),
        requestId: toHex(receipt.requestId),
      });
    }
  }
  return { receipts: receipts.sort((a, b) => a.timeS - b.timeS || a.index - b.index), findings, away };
}
