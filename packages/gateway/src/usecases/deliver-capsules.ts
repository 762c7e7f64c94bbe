/**
 * Delivering module secrets to whoever may read: the patient, the author, and the live grantees, as the chain has them now. Repeating it delivers nothing twice; what
 * was missed while the author was away is caught up.
 */

import type { ConsortiumReader, Grant } from '@twinseal/chain';
import { OPERATION } from '@twinseal/contracts';
import type { Identity } from '@twinseal/mibsc';
import { decodeCapsule, formatIdentity, hospitalIdentity, patientIdentity, toHex } from '@twinseal/record';
import type { BlobStore, CapsuleRow, Ledger } from '@twinseal/store';
import { bytesToHex, type Hex } from 'viem';
import type { HeldSecret, LaneAuthor } from '../lane-author.js';

/** Where the lane is kept: the author's own gateway, or the custodian's for a patient's lane. */
export interface Keeper {
  readonly chain: ConsortiumReader;
  readonly blobs: Pick<BlobStore, 'put' | 'get'>;
  readonly ledger: {
    /** Capsules of a lane in the order in which they were issued. */
    capsules(lane: Parameters<Ledger['capsules']>[0]): Promise<readonly Pick<CapsuleRow, 'address'>[]>;
    recordCapsule(capsule: CapsuleRow): Promise<void>;
  };
  nowS(): number;
}

/**
 * Issues every capsule of the author's lane that is missing.
 *
 * @returns how many were issued
 */
export async function deliverCapsules(author: LaneAuthor, keeper: Keeper): Promise<number> {
  const twinId = bytesToHex(author.twinId);
  const nowS = keeper.nowS();
  const twin = await keeper.chain.twin(twinId);
  if (twin === undefined) return 0;
  const always = [author.identity, patientIdentity(author.twinId, twin.identityEpoch)];
  const grants = (await keeper.chain.grants(twinId, nowS)).filter(
    (grant) => grant.live && (grant.terms.operations & OPERATION.read) !== 0,
  );
  const { version } = await keeper.chain.accessVersion(twinId);
  const identities = await identitiesOf(keeper.chain, grants);
  const issued = await issuedTo(author, keeper);
  let count = 0;
  for (const secret of await author.heldSecrets()) {
    const has = issued.get(placeOf(secret.scope, secret.sealingEpoch)) ?? new Set<string>();
    // A secret of a version that the chain does not have (any more) is for nobody whom this chain calls a grantee: it may have forgotten that access was narrowed.
    const grantees = secret.sealingEpoch > version ? [] : granteesOf(grants, identities, secret);
    const needed = [...always, ...grantees];
    const missing = new Map(needed.map((identity) => [formatIdentity(identity), identity]));
    for (const text of has) missing.delete(text);
    if (missing.size === 0) continue;
    const capsule = await author.issueCapsule(secret, [...missing.values()], nowS);
    const row: CapsuleRow = {
      address: await keeper.blobs.put(capsule),
      twinId: toHex(author.twinId),
      authorId: toHex(author.authorId),
      scope: toHex(secret.scope),
      sealingEpoch: secret.sealingEpoch,
      issuer: formatIdentity(author.identity),
    };
    await keeper.ledger.recordCapsule(row);
    count++;
  }
  return count;
}

function granteesOf(
  grants: readonly Grant[],
  identities: ReadonlyMap<Hex, Identity>,
  secret: HeldSecret,
): Identity[] {
  const scope = bytesToHex(secret.scope);
  return grants.flatMap(({ terms, versionAtGrant }) => {
    const covers =
      terms.scopes.includes(scope) && (terms.fullHistory || secret.sealingEpoch >= versionAtGrant);
    const identity = identities.get(terms.hospital);
    return covers && identity !== undefined ? [identity] : [];
  });
}

/** The current identity of every active hospital that holds a grant; a suspended or removed one gets nothing. */
async function identitiesOf(chain: ConsortiumReader, grants: readonly Grant[]): Promise<Map<Hex, Identity>> {
  const found = new Map<Hex, Identity>();
  for (const { terms } of grants) {
    if (found.has(terms.hospital)) continue;
    const hospital = await chain.hospital(terms.hospital);
    if (hospital?.status === 1) found.set(terms.hospital, hospitalIdentity(hospital.id, hospital.epoch));
  }
  return found;
}

/** Recipients that already have a capsule of the lane, by scope and epoch. */
async function issuedTo(author: LaneAuthor, keeper: Keeper): Promise<Map<string, Set<string>>> {
  const issued = new Map<string, Set<string>>();
  const lane = { twinId: toHex(author.twinId), authorId: toHex(author.authorId) };
  for (const row of await keeper.ledger.capsules(lane)) {
    const bytes = await keeper.blobs.get(row.address);
    if (bytes === undefined) continue;
    const { scope, sealingEpoch, recipients } = decodeCapsule(bytes);
    const place = placeOf(scope, sealingEpoch);
    const known = issued.get(place) ?? new Set<string>();
    for (const recipient of recipients) known.add(formatIdentity(recipient));
    issued.set(place, known);
  }
  return issued;
}

function placeOf(scope: Uint8Array, sealingEpoch: number): string {
  return `${toHex(scope)}/${sealingEpoch}`;
}
