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
import { openedEmergencies, opensModule } from '../emergency/basic-modules.js';
import type { HeldSecret, LaneAuthor } from '../lane-author.js';
import type { Gateway } from '../ports.js';
import { type CapsuleRecipient, receiptCapsules } from '../receipts/capsule-issue.js';

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

/** A hospital that may read, and by which grants. */
interface Grantee extends CapsuleRecipient {
  readonly covers: (secret: HeldSecret) => boolean;
}

/**
 * Issues every capsule of the author's lane that is missing. Where the author is a hospital, each issue is receipted before the capsules can be had.
 *
 * @returns how many were issued
 */
export async function deliverCapsules(author: LaneAuthor, keeper: Keeper): Promise<number> {
  const twinId = bytesToHex(author.twinId);
  const twin = await keeper.chain.twin(twinId);
  if (twin === undefined) return 0;
  const block = await keeper.chain.connection.reader.getBlock();
  const patient = patientIdentity(author.twinId, twin.identityEpoch);
  const always: CapsuleRecipient[] = [author.identity, patient].map((identity) => ({
    identity,
    purposes: [],
    byEmergency: false,
  }));
  const grants = (await keeper.chain.grants(twinId, keeper.nowS())).filter(
    (grant) => grant.live && (grant.terms.operations & OPERATION.read) !== 0,
  );
  const { version } = await keeper.chain.accessVersion(twinId);
  const grantees = await granteesOf(keeper.chain, twinId, grants);
  const { issued, lastS } = await issuedTo(author, keeper);
  // Later than every issue before, so that an issue is told by its second (REC-26).
  const issuedAt = Math.max(keeper.nowS(), lastS + 1);
  const recipients = new Map<string, CapsuleRecipient>();
  const capsules = new Map<string, Uint8Array>();
  const rows: CapsuleRow[] = [];
  for (const secret of await author.heldSecrets()) {
    const has = issued.get(placeOf(secret.scope, secret.sealingEpoch)) ?? new Set<string>();
    // A secret of a version that the chain does not have (any more) is for nobody whom this chain calls a grantee: it may have forgotten that access was narrowed.
    const allowed = secret.sealingEpoch > version ? [] : grantees.filter(({ covers }) => covers(secret));
    const missing = new Map(
      // The first of several reasons is the one that the receipt gives: a grant of the patient's before an emergency.
      [...always, ...allowed].reverse().map((each) => [formatIdentity(each.identity), each]),
    );
    for (const text of has) missing.delete(text);
    if (missing.size === 0) continue;
    const capsule = await author.issueCapsule(
      secret,
      [...missing.values()].map(({ identity }) => identity),
      issuedAt,
    );
    const address = await keeper.blobs.put(capsule);
    capsules.set(address, capsule);
    for (const [text, each] of missing) {
      if (recipients.get(text)?.byEmergency !== true) recipients.set(text, each);
    }
    rows.push({
      address,
      twinId: toHex(author.twinId),
      authorId: toHex(author.authorId),
      scope: toHex(secret.scope),
      sealingEpoch: secret.sealingEpoch,
      issuer: formatIdentity(author.identity),
    });
  }
  if (rows.length === 0) return 0;
  if (isAuthorsGateway(keeper, author)) {
    await receiptCapsules(keeper, {
      twinId: toHex(author.twinId),
      issuedAt,
      capsules,
      recipients: [...recipients.values()],
      block: { number: Number(block.number), hash: block.hash },
    });
  }
  // From here on they can be had.
  for (const row of rows) await keeper.ledger.recordCapsule(row);
  return rows.length;
}

/** Whether a lane is kept by the hospital that writes it; what a patient issues from the own app is the patient's own doing, and needs nobody's receipt. */
function isAuthorsGateway(keeper: Keeper, author: LaneAuthor): keeper is Gateway {
  return 'receipts' in keeper && (keeper as Gateway).key.identity.name === author.identity.name;
}

/** Who holds a live grant, by its current identity; a suspended or removed hospital gets nothing. Grants of the patient before emergencies. */
async function granteesOf(
  chain: ConsortiumReader,
  twinId: Hex,
  grants: readonly Grant[],
): Promise<Grantee[]> {
  const identities = await identitiesOf(chain, grants);
  const opened = grants.some(({ emergency }) => emergency) ? await openedEmergencies(chain, twinId) : [];
  const sorted = [...grants].sort((a, b) => Number(a.emergency) - Number(b.emergency));
  return sorted.flatMap(({ terms, versionAtGrant, emergency, grantId }) => {
    const identity = identities.get(terms.hospital);
    if (identity === undefined) return [];
    const opening = emergency ? opened.find((each) => each.grantId === grantId) : undefined;
    const covers = ({ scope, sealingEpoch, module }: HeldSecret) =>
      terms.scopes.includes(bytesToHex(scope)) &&
      (terms.fullHistory || sealingEpoch >= versionAtGrant) &&
      // What is not one of the basic modules was opened by two clinicians, or not at all: only who issues can tell.
      (!emergency || (opening !== undefined && opensModule(opening, module)));
    return [{ identity, purposes: terms.purposes, byEmergency: emergency, covers }];
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

/** Recipients that already have a capsule of the lane of its author, by scope and epoch; and when the last was issued. */
export async function issuedTo(
  author: LaneAuthor,
  keeper: Pick<Keeper, 'blobs' | 'ledger'>,
): Promise<{ readonly issued: Map<string, Set<string>>; readonly lastS: number }> {
  let lastS = 0;
  const issued = new Map<string, Set<string>>();
  const lane = { twinId: toHex(author.twinId), authorId: toHex(author.authorId) };
  for (const row of await keeper.ledger.capsules(lane)) {
    const bytes = await keeper.blobs.get(row.address);
    if (bytes === undefined) continue;
    const { scope, sealingEpoch, recipients, issuedAt, issuer } = decodeCapsule(bytes);
    lastS = Math.max(lastS, issuedAt);
    // What others hand on in an emergency may be useless: it takes nobody's capsule away.
    if (issuer.name !== author.identity.name) continue;
    const place = placeOf(scope, sealingEpoch);
    const known = issued.get(place) ?? new Set<string>();
    for (const recipient of recipients) known.add(formatIdentity(recipient));
    issued.set(place, known);
  }
  return { issued, lastS };
}

function placeOf(scope: Uint8Array, sealingEpoch: number): string {
  return `${toHex(scope)}/${sealingEpoch}`;
}
