/**
 * In an emergency a lane's author may be away: a patient who cannot act, or a hospital whose gateway is down. Two others hand on what they may read themselves: the twin's custodian, of the lanes
 * that it keeps, and the hospital that the patient named for emergencies (docs/RECORD.md, REC-21 and REC-28). What they hand on has to meet the commitments of the parts.
 *
 * Each issue is receipted before it can be had, as any other. What the named hospital issues is given into the custodian's keeping, where the sealed objects lie: the hospital in need finds
 * everything in one place, under the release that it asks for anyway.
 */

import {
  type Capsule,
  decodeCapsule,
  type EmergencyIssue,
  formatIdentity,
  formatName,
  fromHex,
  hospitalAuthorId,
  hospitalIdentity,
  type Identity,
  isRecipient,
  laneId,
  mayIssue,
  moduleScope,
  openModuleCapsule,
  sealModuleCapsule,
  toHex,
} from '@twinseal/record';
import type { CapsuleRow } from '@twinseal/store';
import { bytesToHex, type Hex } from 'viem';
import type { LaneRef } from '../peers/types.js';
import type { Gateway } from '../ports.js';
import { receiptCapsules } from '../receipts/capsule-issue.js';
import type { KnownTwin } from '../twins/known-twins.js';
import { type LaneFetcher, ownPermits } from '../usecases/refresh-twin.js';
import { openedEmergencies, opensModule } from './basic-modules.js';
import { emergencyIssues, namedRecipient } from './emergency-issues.js';

/** `AuthorizedHospitals.Status` of one that takes part. */
const ACTIVE = 1;

/** A hospital with an open emergency. */
export interface InNeed {
  readonly identity: Identity;
  readonly purposes: readonly Hex[];
  /** Whether the emergency opens a module's scope. */
  readonly opens: (scope: Hex, module: string) => boolean;
}

/** Where the capsules of the named hospital are given into keeping. */
export interface CapsuleKeepers {
  pushCapsules(keeper: Hex, lane: LaneRef, capsules: readonly Uint8Array[]): Promise<unknown>;
}

/**
 * Issues to every hospital with an open emergency what is missing of the lanes that this gateway keeps for others, where it is the custodian and may read it itself.
 *
 * @returns how many capsules were issued
 * @throws ChainError, StoreError: what was not issued is at the next try
 */
export async function reissueCapsules(gateway: Gateway, twin: KnownTwin): Promise<number> {
  const { chain } = gateway;
  const twinId: Hex = `0x${twin.twinId}`;
  const self = bytesToHex(hospitalAuthorId(gateway.id));
  if ((await chain.twin(twinId))?.custodian !== self) return 0;
  const inNeed = await inNeedOf(gateway, twinId, self);
  if (inNeed.length === 0) return 0;
  let count = 0;
  for (const author of await chain.laneAuthors(twinId)) {
    if (author === self) continue;
    const lane = { twinId: twin.twinId, authorId: author.slice(2) };
    const held = await readCapsules(gateway, lane);
    const { authorName } = await chain.laneHead(twinId, author);
    count += await issueMissing(gateway, twin, lane, {
      inNeed,
      readable: held,
      // What the named hospital gave into keeping may be useless: it keeps nobody from being given a true one.
      issued: held.filter(({ issuer }) => [authorName, gateway.key.identity.name].includes(issuer.name)),
    });
  }
  return count;
}

/**
 * Issues to every hospital with an open emergency what is missing, where the patient named this hospital for emergencies: of every lane that the patient's own grants let it read. Gives it into
 * the custodian's keeping.
 *
 * @returns how many capsules were issued
 * @throws ChainError, StoreError, PeerError where the custodian does not take them: what was not issued, or not taken, is at the next try
 */
export async function handOnAsNamed(
  gateway: Gateway,
  twin: KnownTwin,
  fetcher: LaneFetcher,
  keepers: CapsuleKeepers,
): Promise<number> {
  const { chain, key } = gateway;
  const twinId: Hex = `0x${twin.twinId}`;
  const self = bytesToHex(hospitalAuthorId(gateway.id));
  if ((await namedRecipient(chain, twinId)) !== self) return 0;
  const custodian = (await chain.twin(twinId))?.custodian;
  // A custodian hands on as such.
  if (custodian === undefined || custodian === self) return 0;
  const emergencies = (await emergencyIssues(chain, twinId)).filter(
    ({ issuer }) => issuer === key.identity.name,
  );
  const inNeed = emergencies.length === 0 ? [] : await inNeedOf(gateway, twinId, self);
  if (inNeed.length === 0) return 0;
  let count = 0;
  for (const author of await chain.laneAuthors(twinId)) {
    if (author === self) continue;
    const lane = { twinId: twin.twinId, authorId: author.slice(2) };
    const id = laneId(fromHex(twin.twinId, 32), fromHex(lane.authorId, 32));
    const readable: Capsule[] = [];
    for (const { source } of await ownPermits(gateway, twin, author, custodian, fetcher))
      readable.push(...(await source.capsules(id)).map(decodeCapsule));
    const { authorName } = await chain.laneHead(twinId, author);
    const own = (await readCapsules(gateway, lane)).filter(({ issuer }) => issuer.name === key.identity.name);
    count += await issueMissing(gateway, twin, lane, {
      inNeed,
      readable,
      issued: own,
      emergencies: { twinId: fromHex(twin.twinId, 32), authorName, emergencies },
    });
    await giveIntoKeeping(gateway, keepers, custodian, lane, {
      twinId: fromHex(twin.twinId, 32),
      authorName,
      emergencies,
    });
  }
  return count;
}

type Rule = {
  readonly twinId: Uint8Array;
  readonly authorName: string;
  readonly emergencies: readonly EmergencyIssue[];
};

/** Hospitals with an emergency that is open now, but this one. */
async function inNeedOf(gateway: Gateway, twinId: Hex, self: Hex): Promise<InNeed[]> {
  const { chain } = gateway;
  const live = (await chain.grants(twinId, gateway.nowS())).filter(
    ({ emergency, live, terms }) => emergency && live && terms.hospital !== self,
  );
  if (live.length === 0) return [];
  const opened = await openedEmergencies(chain, twinId);
  const found: InNeed[] = [];
  for (const { terms, grantId } of live) {
    const opening = opened.find((each) => each.grantId === grantId);
    const hospital = await chain.hospital(terms.hospital);
    if (opening === undefined || hospital?.status !== ACTIVE) continue;
    found.push({
      identity: hospitalIdentity(hospital.id, hospital.epoch),
      purposes: terms.purposes,
      opens: (scope, module) => terms.scopes.includes(scope) && opensModule(opening, module),
    });
  }
  return found;
}

/** The capsules of a lane that are on record here. @throws StoreError */
export async function readCapsules(
  { ledger, blobs }: Pick<Gateway, 'ledger' | 'blobs'>,
  lane: LaneRef,
): Promise<Capsule[]> {
  const held: Capsule[] = [];
  for (const { address } of await ledger.capsules(lane)) {
    const bytes = await blobs.get(address);
    if (bytes !== undefined) held.push(decodeCapsule(bytes));
  }
  return held;
}

/** Seals anew what this hospital can open for whoever has no capsule yet; receipted before it is on record. @returns how many @throws StoreError, ChainError where no block is given */
export async function issueMissing(
  gateway: Gateway,
  twin: KnownTwin,
  lane: LaneRef,
  {
    inNeed,
    readable,
    issued,
    emergencies,
    block,
  }: {
    readonly inNeed: readonly InNeed[];
    /** Those that name this hospital are opened. */
    readonly readable: readonly Capsule[];
    /** Whoever one of them names has it. */
    readonly issued: readonly Capsule[];
    /** Where this hospital issues because it was named. */
    readonly emergencies?: Rule;
    /** As of which it was decided; the newest where left out. */
    readonly block?: { readonly number: number; readonly hash: Hex };
  },
): Promise<number> {
  const { chain, ledger, blobs, params, key } = gateway;
  const modules = new Map(
    Object.entries(twin.scopeSalts).map(([module, salt]) => [
      bytesToHex(moduleScope(fromHex(twin.twinId, 32), fromHex(salt, 32), module)),
      module,
    ]),
  );
  const known = [...issued];
  const held = await readCapsules(gateway, lane);
  const issuedAt = Math.max(gateway.nowS(), ...held.map((capsule) => capsule.issuedAt + 1));
  const capsules = new Map<string, Uint8Array>();
  const rows: CapsuleRow[] = [];
  const recipients = new Map<string, { identity: Identity; purposes: readonly Hex[] }>();
  for (const capsule of readable.filter((each) => isRecipient(each, key.identity))) {
    const scope = bytesToHex(capsule.scope);
    const module = modules.get(scope);
    const missing: Identity[] = [];
    for (const { identity, purposes, opens } of inNeed) {
      if (module === undefined || !opens(scope, module)) continue;
      const fields = { ...capsule, issuer: key.identity, recipients: [identity] };
      if (emergencies !== undefined && !mayIssue(fields, emergencies)) continue;
      const isIn = known.some(
        (each) =>
          bytesToHex(each.scope) === scope &&
          each.sealingEpoch === capsule.sealingEpoch &&
          isRecipient(each, identity),
      );
      if (isIn || missing.some(({ name }) => name === identity.name)) continue;
      missing.push(identity);
      recipients.set(formatIdentity(identity), { identity, purposes });
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
    known.push(decodeCapsule(bytes));
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
  if (rows.length === 0) return 0;
  await receiptCapsules(gateway, {
    twinId: twin.twinId,
    issuedAt,
    capsules,
    recipients: [...recipients.values()].map((each) => ({ ...each, byEmergency: true })),
    block: block ?? (await newestBlock(gateway)),
  });
  for (const row of rows) await ledger.recordCapsule(row);
  return rows.length;
}

async function newestBlock({ chain }: Gateway): Promise<{ readonly number: number; readonly hash: Hex }> {
  const { number, hash } = await chain.connection.reader.getBlock();
  return { number: Number(number), hash };
}

/** Gives the custodian what it has not got yet of what this hospital issued and still may. Repeating it changes nothing. */
async function giveIntoKeeping(
  gateway: Gateway,
  keepers: CapsuleKeepers,
  custodian: Hex,
  lane: LaneRef,
  rule: Rule,
): Promise<void> {
  const entry = `emergency/kept/${lane.twinId}/${lane.authorId}/${custodian}`;
  const before = (await gateway.vault.getJson<string[]>(entry)) ?? [];
  const self = formatName({ kind: 'hospital', hospital: gateway.id });
  const due = new Map<string, Uint8Array>();
  for (const { address } of await gateway.ledger.capsules(lane)) {
    const bytes = before.includes(address) ? undefined : await gateway.blobs.get(address);
    if (bytes === undefined) continue;
    const capsule = decodeCapsule(bytes);
    if (capsule.issuer.name === self && mayIssue(capsule, rule)) due.set(address, bytes);
  }
  if (due.size === 0) return;
  await keepers.pushCapsules(custodian, lane, [...due.values()]);
  await gateway.vault.putJson(entry, [...before, ...due.keys()]);
}
