/**
 * In an emergency a lane's author may be away: a patient who cannot act, or a hospital whose gateway is down. The twin's custodian then hands on what it may read itself, of the lanes that it keeps:
 * readers accept capsules of the custodian (docs/RECORD.md, REC-21), and what it hands on has to meet the commitments of the parts.
 *
 * Each issue is receipted before it can be had, as any other.
 */

import {
  decodeCapsule,
  formatIdentity,
  fromHex,
  hospitalAuthorId,
  hospitalIdentity,
  type Identity,
  isRecipient,
  moduleScope,
  openModuleCapsule,
  sealModuleCapsule,
  toHex,
} from '@twinseal/record';
import type { CapsuleRow } from '@twinseal/store';
import { bytesToHex, type Hex } from 'viem';
import type { Gateway } from '../ports.js';
import { receiptCapsules } from '../receipts/capsule-issue.js';
import type { KnownTwin } from '../twins/known-twins.js';
import { openedEmergencies, opensModule } from './basic-modules.js';

/** `AuthorizedHospitals.Status` of one that takes part. */
const ACTIVE = 1;

/**
 * Issues to every hospital with an open emergency what is missing of the lanes that this gateway keeps for others, where it is the custodian and may read it itself.
 *
 * @returns how many capsules were issued
 * @throws ChainError, StoreError: what was not issued is at the next try
 */
export async function reissueCapsules(gateway: Gateway, twin: KnownTwin): Promise<number> {
  const { chain, ledger, blobs, params, key } = gateway;
  const twinId: Hex = `0x${twin.twinId}`;
  const self = bytesToHex(hospitalAuthorId(gateway.id));
  if ((await chain.twin(twinId))?.custodian !== self) return 0;
  const live = (await chain.grants(twinId, gateway.nowS())).filter(
    ({ emergency, live, terms }) => emergency && live && terms.hospital !== self,
  );
  if (live.length === 0) return 0;
  const opened = await openedEmergencies(chain, twinId);
  const { number, hash } = await chain.connection.reader.getBlock();
  const modules = new Map(
    Object.entries(twin.scopeSalts).map(([module, salt]) => [
      bytesToHex(moduleScope(fromHex(twin.twinId, 32), fromHex(salt, 32), module)),
      module,
    ]),
  );
  let count = 0;
  for (const author of await chain.laneAuthors(twinId)) {
    if (author === self) continue;
    const lane = { twinId: twin.twinId, authorId: author.slice(2) };
    const held: { readonly bytes: Uint8Array; readonly capsule: ReturnType<typeof decodeCapsule> }[] = [];
    for (const { address } of await ledger.capsules(lane)) {
      const bytes = await blobs.get(address);
      if (bytes !== undefined) held.push({ bytes, capsule: decodeCapsule(bytes) });
    }
    const issuedAt = Math.max(gateway.nowS(), ...held.map(({ capsule }) => capsule.issuedAt + 1));
    const capsules = new Map<string, Uint8Array>();
    const rows: CapsuleRow[] = [];
    const recipients = new Map<string, { identity: Identity; purposes: readonly Hex[] }>();
    for (const { capsule } of held.filter(({ capsule: each }) => isRecipient(each, key.identity))) {
      const scope = bytesToHex(capsule.scope);
      const module = modules.get(scope);
      const missing: Identity[] = [];
      for (const { terms, grantId } of live) {
        const opening = opened.find((each) => each.grantId === grantId);
        const hospital = await chain.hospital(terms.hospital);
        if (module === undefined || opening === undefined || hospital?.status !== ACTIVE) continue;
        if (!terms.scopes.includes(scope) || !opensModule(opening, module)) continue;
        const identity = hospitalIdentity(hospital.id, hospital.epoch);
        const isIn = held.some(
          ({ capsule: each }) =>
            bytesToHex(each.scope) === scope &&
            each.sealingEpoch === capsule.sealingEpoch &&
            isRecipient(each, identity),
        );
        if (isIn || missing.some(({ name }) => name === identity.name)) continue;
        missing.push(identity);
        recipients.set(formatIdentity(identity), { identity, purposes: terms.purposes });
      }
      if (missing.length === 0) continue;
      const bytes = await sealModuleCapsule({
        params,
        domain: chain.domain,
        issuer: key,
        twinId: capsule.twinId,
        authorId: capsule.authorId,
        scope: capsule.scope,
        sealingEpoch: capsule.sealingEpoch,
        issuedAt,
        recipients: missing,
        secret: await openModuleCapsule({ params, domain: chain.domain, capsule, key }),
      });
      held.push({ bytes, capsule: decodeCapsule(bytes) });
      const address = await blobs.put(bytes);
      capsules.set(address, bytes);
      rows.push({
        address,
        ...lane,
        scope: toHex(capsule.scope),
        sealingEpoch: capsule.sealingEpoch,
        issuer: formatIdentity(key.identity),
      });
    }
    if (rows.length === 0) continue;
    await receiptCapsules(gateway, {
      twinId: twin.twinId,
      issuedAt,
      capsules,
      recipients: [...recipients.values()].map((each) => ({ ...each, byEmergency: true })),
      block: { number: Number(number), hash },
    });
    for (const row of rows) await ledger.recordCapsule(row);
    count += rows.length;
  }
  return count;
}
