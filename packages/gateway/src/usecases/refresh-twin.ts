/**
 * One hospital's view of a twin, made new: its own lane, and of the others what the patient's live grants let it read, each lane fetched from whoever keeps it, verified
 * and opened with the hospital's own key, and merged into the hospital's master.
 */

import type { Grant } from '@twinseal/chain';
import { OPERATION } from '@twinseal/contracts';
import {
  type AnchoredInstance,
  authorId,
  type FindingCode,
  formatName,
  fromHex,
  hospitalAuthorId,
  moduleScope,
  purposeDigest,
  type RecordSource,
} from '@twinseal/record';
import { type LanePart, type Master, mergeLanes } from '@twinseal/twin';
import { bytesToHex, type Hex } from 'viem';
import { LaneSource } from '../lane-source.js';
import type { Gateway } from '../ports.js';
import { namedPurpose } from '../receipts/capsule-issue.js';
import type { KnownTwin } from '../twins/known-twins.js';
import { openTwin, type ReadLane } from './open-twin.js';
import { requestAccess } from './request-access.js';

/** HL7 v3 PurposeOfUse: what a hospital reads for where nothing else is configured, and in an emergency whose purpose cannot be named. */
const TREATMENT = 'TREAT';
/** REC-23. */
const PURPOSE_NOT_GRANTED = 8;

/** How sealed objects of another keeper are come by. */
export interface LaneFetcher {
  /**
   * Asks keepers for a lane; the answer is read lazily and believed nowhere.
   *
   * @param keepers author ids of hospitals, the likeliest first
   * @returns undefined where none of them releases the lane now
   */
  fetch(
    keepers: readonly Hex[],
    ask: {
      readonly requestId: Hex;
      readonly twinId: string;
      readonly authorId: string;
      readonly purpose: string;
    },
  ): Promise<RecordSource | undefined>;
}

/** One lane in a hospital's view. */
export interface LaneView {
  /** `hospital:…` or `patient:…`. */
  readonly author: string;
  readonly instances: number;
  /** Parts that verified and opened. */
  readonly opened: number;
  /** Parts that the patient had erased. */
  readonly erased?: number;
  readonly findings: readonly {
    readonly code: FindingCode;
    readonly seq?: number;
    readonly module?: string;
  }[];
  /** `verified` everything that was to be read; `awaiting` granted, and capsules are not delivered yet; `unreachable` no keeper answered; `faulty` something was found wrong. */
  readonly state: 'verified' | 'awaiting' | 'unreachable' | 'faulty';
}

/** A twin as one hospital sees it. Its name is clinical content: sealed at rest, shown to the hospital's own people only. */
export interface HospitalView {
  readonly twinId: string;
  /** Seconds since 1970. */
  readonly openedAtS: number;
  readonly accessVersion: number;
  /** The patient's name, where the hospital may open the module `identity`. */
  readonly name?: string;
  /** Modules that are open to the hospital beyond its own lane. */
  readonly granted: readonly string[];
  /** Why the chain refused, by number, where it did. */
  readonly refusal?: number;
  readonly lanes: readonly LaneView[];
  /** Lanes of the twin that the hospital may not read. */
  readonly closedLanes: number;
  readonly entries: number;
  /** Where it was opened in an emergency without the chain: the newest block that was known. */
  readonly withoutChain?: { readonly number: number; readonly hash: Hex };
}

/** A view together with the master behind it. */
export interface Refreshed {
  readonly view: HospitalView;
  readonly master: Master;
  /** Every verified part that it was merged from: what is known of the past, and of some of its modules alone, is folded from these. */
  readonly parts: readonly LanePart[];
}

/** Own lanes as this process opened them last, the last used. A head commits to the whole of a lane, so one that has not moved needs no second opening. */
export class OwnLanes {
  /** Twins that are remembered. */
  static readonly #KEPT = 32;
  readonly #opened = new Map<string, OwnLane>();

  get(twinId: string, stamp: string): OwnLane | undefined {
    const found = this.#opened.get(twinId);
    return found?.stamp === stamp ? found : undefined;
  }

  forget(twinId: string): void {
    this.#opened.delete(twinId);
  }

  keep(twinId: string, lane: OwnLane): void {
    this.#opened.delete(twinId);
    this.#opened.set(twinId, lane);
    for (const oldest of this.#opened.keys()) {
      if (this.#opened.size <= OwnLanes.#KEPT) break;
      this.#opened.delete(oldest);
    }
  }
}

/** An own lane, opened. */
export interface OwnLane {
  /** The head that it was opened at. */
  readonly stamp: string;
  readonly master: Master;
  readonly parts: readonly LanePart[];
  readonly views: readonly LaneView[];
}

/**
 * Makes a hospital's view of a twin new.
 *
 * @param own where given, the own lane is opened again only if its head has moved
 * @throws ChainError where the own node does not answer
 */
export async function refreshTwin(
  gateway: Gateway,
  twin: KnownTwin,
  fetcher: LaneFetcher,
  own?: OwnLanes,
): Promise<Refreshed> {
  const twinId: Hex = `0x${twin.twinId}`;
  const self = bytesToHex(hospitalAuthorId(gateway.id));
  const registered = await gateway.chain.twin(twinId);
  const custodian = registered?.custodian;
  const grants = await readGrants(gateway, twinId, self);
  const authors = await authorsOf(gateway, twinId, self, grants);
  const { version } = await gateway.chain.accessVersion(twinId);
  const common = { params: gateway.params, chain: gateway.chain, reader: gateway.key, twinId: twin.twinId };

  const ownLane = await openOwnLane(gateway, twin, self, own);
  const masters = [ownLane.master];
  const parts = [...ownLane.parts];
  const lanes: LaneView[] = [...ownLane.views];
  const granted = new Set<string>();
  let refusal: number | undefined;

  const others = authors.filter((author) => author !== self);
  const open = new Map<string, LaneView>();
  for (const grant of others.length === 0 ? [] : grants) {
    const modules = modulesOf(twin, grant);
    if (modules.length === 0) continue;
    const purpose = purposeOf(gateway, twin, grant);
    if (purpose === undefined) {
      refusal = PURPOSE_NOT_GRANTED;
      continue;
    }
    const permit = await askOnce(gateway, twin, grant, { modules, purpose }, version);
    if (permit.requestId === undefined) {
      refusal = permit.reason;
      continue;
    }
    for (const module of modules) granted.add(module);
    const sources = new Map<string, RecordSource>();
    for (const author of others) {
      const keepers = keepersOf(author, custodian, twinId);
      const source = keepers.includes(self) ? await ownCopy(gateway, twin.twinId, author) : undefined;
      const found =
        source ??
        (await fetcher.fetch(
          keepers.filter((keeper) => keeper !== self),
          {
            requestId: permit.requestId,
            twinId: twin.twinId,
            authorId: author.slice(2),
            purpose,
          },
        ));
      if (found !== undefined) sources.set(author.slice(2), found);
    }
    const opened = await openTwin({
      ...common,
      scopeSalts: Object.fromEntries(modules.map((module) => [module, twin.scopeSalts[module] as string])),
      authors: others,
      sourceOf: (author) => sources.get(author),
      depth: 'chain-checked',
      ...(grant.terms.fullHistory ? {} : { capsuleFrom: grant.versionAtGrant }),
    });
    masters.push(opened.master);
    parts.push(...partsOf(opened.lanes));
    for (const lane of opened.lanes) {
      const seen = laneView(lane, sources.has(lane.authorId));
      open.set(lane.authorId, join(open.get(lane.authorId), seen));
    }
  }
  lanes.push(...open.values());
  const master = mergeLanes(masters);
  const name = nameIn(master);
  const view: HospitalView = {
    twinId: twin.twinId,
    openedAtS: gateway.nowS(),
    accessVersion: version,
    ...(name === undefined ? {} : { name }),
    granted: [...granted].sort(),
    ...(refusal === undefined ? {} : { refusal }),
    lanes,
    closedLanes: others.length - open.size,
    entries: master.entries.length,
  };
  return { view, master, parts };
}

/** The own lane, from the own objects. */
async function openOwnLane(
  gateway: Gateway,
  twin: KnownTwin,
  self: Hex,
  own: OwnLanes | undefined,
): Promise<OwnLane> {
  const { count, mk, instances, noted } = await gateway.chain.laneHead(`0x${twin.twinId}`, self);
  const salts = Object.keys(twin.scopeSalts).sort();
  const stamp = JSON.stringify([count, bytesToHex(mk), erasedIn(instances), salts]);
  const known = own?.get(twin.twinId, stamp);
  if (known !== undefined) return known;
  const opened = await openTwin({
    params: gateway.params,
    chain: gateway.chain,
    reader: gateway.key,
    twinId: twin.twinId,
    scopeSalts: twin.scopeSalts,
    authors: count === 0 && noted === undefined ? [] : [self],
    sourceOf: (author) => new LaneSource(gateway, { twinId: twin.twinId, authorId: author }),
    depth: 'chain-checked',
  });
  const lane = {
    stamp,
    master: opened.master,
    parts: partsOf(opened.lanes),
    views: opened.lanes.map((each) => laneView(each, true)),
  };
  if (lane.views.every(({ state }) => state === 'verified')) own?.keep(twin.twinId, lane);
  return lane;
}

/** What opened lanes are merged from. */
export function partsOf(lanes: readonly ReadLane[]): LanePart[] {
  return lanes.flatMap(({ authorName, verified }) =>
    verified.map((part) => ({ ...part, author: authorName })),
  );
}

/** Instances under a tombstone: an erasure moves no head. */
export function erasedIn(instances: readonly AnchoredInstance[]): number {
  return instances.filter(({ tombstone }) => tombstone !== undefined).length;
}

/** Whose lanes a twin has. Keepers tell of lanes in batches only to those who may read; a hospital that may not asks nobody, and counts those that it knows of. */
export async function authorsOf(
  gateway: Gateway,
  twinId: Hex,
  self: Hex,
  grants: readonly Grant[],
): Promise<Hex[]> {
  const authors = await gateway.chain.laneAuthors(twinId, { words: grants.length > 0 });
  if (authors.includes(self)) return authors;
  const { count } = await gateway.chain.laneHead(twinId, self);
  return count === 0 ? authors : [...authors, self];
}

/** The live grants by which this hospital may read. */
export async function readGrants(gateway: Gateway, twinId: Hex, self: Hex): Promise<Grant[]> {
  const grants = await gateway.chain.grants(twinId, gateway.nowS());
  return grants.filter(
    ({ live, terms }) => live && terms.hospital === self && (terms.operations & OPERATION.read) !== 0,
  );
}

/** A lane of another author, as its keepers release it under one of the patient's own grants. */
export interface OwnPermit {
  readonly grant: Grant;
  readonly source: RecordSource;
}

/**
 * The lane of another author under each of the patient's grants that lets this hospital read; emergencies are none of them.
 *
 * @throws ChainError where the own node does not answer
 */
export async function ownPermits(
  gateway: Gateway,
  twin: KnownTwin,
  author: Hex,
  custodian: Hex | undefined,
  fetcher: LaneFetcher,
): Promise<OwnPermit[]> {
  const twinId: Hex = `0x${twin.twinId}`;
  const self = bytesToHex(hospitalAuthorId(gateway.id));
  const { version } = await gateway.chain.accessVersion(twinId);
  const found: OwnPermit[] = [];
  for (const grant of await readGrants(gateway, twinId, self)) {
    const modules = grant.emergency ? [] : modulesOf(twin, grant);
    const purpose = purposeOf(gateway, twin, grant);
    if (modules.length === 0 || purpose === undefined) continue;
    const { requestId } = await askOnce(gateway, twin, grant, { modules, purpose }, version);
    if (requestId === undefined) continue;
    const source = await fetcher.fetch(
      keepersOf(author, custodian, twinId).filter((keeper) => keeper !== self),
      {
        requestId,
        twinId: twin.twinId,
        authorId: author.slice(2),
        purpose,
      },
    );
    if (source !== undefined) found.push({ grant, source });
  }
  return found;
}

/** Those modules whose salt the patient handed over and whose scope the grant names. */
function modulesOf(twin: KnownTwin, grant: Grant): string[] {
  const id = fromHex(twin.twinId, 32);
  return Object.entries(twin.scopeSalts).flatMap(([module, salt]) =>
    grant.terms.scopes.includes(bytesToHex(moduleScope(id, fromHex(salt, 32), module))) ? [module] : [],
  );
}

/**
 * What a lane is opened for under a grant: the first purpose of the configuration that the grant names; in an emergency what the clinician gave.
 *
 * @returns undefined where the grant names nothing that this hospital reads for by itself
 */
function purposeOf(
  { purposes = [TREATMENT] }: Pick<Gateway, 'purposes'>,
  twin: KnownTwin,
  { terms, emergency }: Grant,
): string | undefined {
  if (emergency) return namedPurpose(twin.twinId, twin.purposeSalt, terms.purposes) ?? TREATMENT;
  const [id, salt] = [fromHex(twin.twinId, 32), fromHex(twin.purposeSalt, 32)];
  return purposes.find((code) => terms.purposes.includes(bytesToHex(purposeDigest(id, salt, code))));
}

/** Asks the chain once for each grant and access version; what it said then still stands while neither changes. */
async function askOnce(
  gateway: Gateway,
  twin: KnownTwin,
  grant: Grant,
  { modules, purpose }: { readonly modules: readonly string[]; readonly purpose: string },
  version: number,
): Promise<{ requestId?: Hex; reason: number }> {
  const entry = `request/${twin.twinId}/${grant.grantId}`;
  const known = await gateway.vault.getJson<{
    requestId: Hex;
    version: number;
    modules: string[];
    purpose?: string;
  }>(entry);
  if (
    known !== undefined &&
    known.version === version &&
    known.modules.join() === modules.join() &&
    (known.purpose ?? TREATMENT) === purpose &&
    // An embedded chain may have forgotten its last second.
    (await gateway.chain.decision(known.requestId)) !== undefined
  ) {
    return { requestId: known.requestId, reason: 0 };
  }
  const { decision } = await requestAccess(
    gateway,
    { ...twin, grant: grant.terms },
    modules,
    purpose,
    // An emergency is its clinician's.
    grant.emergency ? grant.terms.staff : undefined,
  );
  if (!decision.permit) return { reason: decision.reason };
  await gateway.vault.putJson(entry, { requestId: decision.requestId, version, modules, purpose });
  return { requestId: decision.requestId, reason: decision.reason };
}

/** Who keeps a lane: its author, where that is a hospital, and the custodian. */
function keepersOf(author: Hex, custodian: Hex | undefined, twinId: Hex): Hex[] {
  const patient = bytesToHex(authorId(formatName({ kind: 'patient', twinId: fromHex(twinId.slice(2), 32) })));
  const keepers = author === patient ? [] : [author];
  if (custodian !== undefined && !keepers.includes(custodian)) keepers.push(custodian);
  return keepers;
}

/** A lane of another author that this gateway keeps, if it holds all of it that is anchored. */
async function ownCopy(gateway: Gateway, twinId: string, author: Hex): Promise<RecordSource | undefined> {
  const lane = { twinId, authorId: author.slice(2) };
  const held = await gateway.ledger.lane(lane);
  const { count } = await gateway.chain.laneHead(`0x${twinId}`, author);
  return held.length > 0 && held.length >= count ? new LaneSource(gateway, lane) : undefined;
}

/** A lane as a view shows it. @param reached whether somebody served it */
export function laneView(
  lane: {
    readonly authorName: string;
    readonly instances: number;
    readonly verified: readonly unknown[];
    readonly erased: readonly unknown[];
    readonly findings: readonly { code: FindingCode; seq?: number; module?: string }[];
  },
  reached: boolean,
): LaneView {
  const findings = lane.findings.map(({ code, seq, module }) => ({
    code,
    ...(seq === undefined ? {} : { seq }),
    ...(module === undefined ? {} : { module }),
  }));
  const awaiting = findings.every(({ code }) => code === 'capsule-missing');
  const state =
    findings.length === 0 ? 'verified' : !reached ? 'unreachable' : awaiting ? 'awaiting' : 'faulty';
  return {
    author: lane.authorName,
    instances: lane.instances,
    opened: lane.verified.length,
    ...(lane.erased.length === 0 ? {} : { erased: lane.erased.length }),
    findings: findings.slice(0, 20),
    state,
  };
}

const WORST: readonly LaneView['state'][] = ['verified', 'awaiting', 'unreachable', 'faulty'];

/** What two grants show of one lane. */
function join(before: LaneView | undefined, now: LaneView): LaneView {
  if (before === undefined) return now;
  const state = WORST[Math.max(WORST.indexOf(before.state), WORST.indexOf(now.state))] as LaneView['state'];
  return {
    ...now,
    opened: before.opened + now.opened,
    ...((before.erased ?? now.erased) === undefined
      ? {}
      : { erased: (before.erased ?? 0) + (now.erased ?? 0) }),
    findings: [...before.findings, ...now.findings].slice(0, 20),
    state,
  };
}

/** The official or first name of the patient in a master, as FHIR's HumanName has it. */
export function nameIn(master: Master): string | undefined {
  for (const { resource } of master.entries) {
    if (resource.resourceType !== 'Patient' || !Array.isArray(resource.name)) continue;
    const names = resource.name as { use?: string; text?: string; given?: string[]; family?: string }[];
    const name = names.find(({ use }) => use === 'official') ?? names[0];
    if (name === undefined) continue;
    return name.text ?? [...(name.given ?? []), name.family ?? ''].join(' ').trim();
  }
  return undefined;
}
