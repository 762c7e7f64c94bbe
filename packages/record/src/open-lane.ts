/**
 * Reading a lane: verify, open, and say what is missing or wrong (section 8 of docs/RECORD.md).
 *
 * Trusted: the chain's view of the lane, and the reader's own key. Nothing else: a server that withholds, alters, swaps or lies is
 * named by a finding, and what carries one never stands among `verified`.
 *
 * Not to be found: a module whose capsule was never issued and whose entries nobody names to the reader look like another module's. The
 * reader sees how many entries of each instance it cannot name (`coverage`), and that no capsule came.
 */

import type { Domain, IdentityKey, PublicParameters } from '@twinseal/mibsc';
import { type Capsule, type EmergencyIssue, isRecipient, openModuleCapsule } from './capsule.js';
import { RecordError } from './errors.js';
import type { Finding } from './finding.js';
import { type Identity, parseName } from './identity.js';
import { Asking, mapLimited } from './internal/ask.js';
import { equalBytes } from './internal/bytes.js';
import { assertBytes } from './internal/check.js';
import { CounterTrack } from './internal/counter-track.js';
import type { ManifestEntry } from './manifest.js';
import { type ModuleSecret, openPart } from './part.js';
import { decodePartContent } from './part-content.js';
import type { LaneHead, RecordSource, Tombstone } from './record-source.js';
import { isModule, moduleScope } from './scope.js';
import type { Statement } from './statement.js';
import { entryTag, unmaskCounter } from './tag.js';
import {
  checkIssuer,
  checkLane,
  type Depth,
  fetchCapsules,
  fetchPart,
  PARTS_AT_ONCE,
  type VerifiedManifest,
} from './verify-lane.js';

/** What openLane takes. */
export interface LaneToOpen {
  readonly params: PublicParameters;
  /** REC-7's: chain id and address of PatientDigitalTwin, or `offchain`. */
  readonly domain: Domain;
  readonly lane: LaneHead;
  readonly source: RecordSource;
  /** The reader's key, or those of several identity epochs. */
  readonly reader: IdentityKey | readonly IdentityKey[];
  /** The twin's custodian, who may issue capsules. */
  readonly custodian?: Identity;
  /**
   * Emergencies in which a hospital that the patient named may issue capsules, as the reader's own chain has them (REC-28). Whoever leaves them out takes no such capsule, and judges
   * none that does not name the reader.
   */
  readonly emergencies?: readonly EmergencyIssue[];
  /** What was granted, each once. */
  readonly modules: readonly { readonly module: string; readonly scopeSalt: Uint8Array }[];
  readonly depth: Depth;
  /** First access version that was granted, when the grant is from now on; 0 when it covers all history. */
  readonly capsuleFrom?: number;
}

/** A part that verified and opened. */
export interface VerifiedPart {
  readonly seq: number;
  readonly module: string;
  /** How many earlier instances of the lane touch the module. */
  readonly counter: number;
  /** The access version under which it was sealed. */
  readonly sealingEpoch: number;
  /** Who wrote it. */
  readonly author: Identity;
  /** The author's clock when sealing, seconds since 1970. */
  readonly time: number;
  readonly blockNumber: number;
  /** The block's time, seconds since 1970. */
  readonly blockTime: number;
  /** 32 bytes. */
  readonly partDigest: Uint8Array;
  /** Oldest first. */
  readonly statements: readonly Statement[];
}

/** A part of a granted module that the patient had erased: what the manifest still says of it. */
export interface ErasedPart extends Omit<VerifiedPart, 'statements'> {
  readonly tombstone: Tombstone;
}

/** What of one module and sealing epoch could be read. */
export interface Coverage {
  readonly module: string;
  readonly sealingEpoch: number;
  /** Whether a capsule gave a secret. */
  readonly delivered: boolean;
  /** Entries recognised as the module's. */
  readonly entries: number;
  /** Of these, how many verified and opened. */
  readonly opened: number;
  /** Of these, how many the patient had erased. */
  readonly erased: number;
}

/** What openLane found. */
export interface OpenedLane {
  /** 32 bytes. */
  readonly laneId: Uint8Array;
  /** Instances that the chain has. */
  readonly instances: number;
  /** By seq, then module. */
  readonly verified: readonly VerifiedPart[];
  /** By seq, then module. */
  readonly erased: readonly ErasedPart[];
  readonly findings: readonly Finding[];
  /** By module as given, then sealing epoch. */
  readonly coverage: readonly Coverage[];
  readonly depth: Depth;
  /** Failures of the source itself, for the log. */
  readonly sourceErrors: readonly unknown[];
}

/** Capsules tried for one module and epoch; each costs several pairings, and a server could send any number. */
const MAX_CANDIDATES = 16;

/** A secret that a capsule gave, and what became of it. */
interface Candidate {
  readonly secret: ModuleSecret;
  recognised: number;
}

interface EpochOfModule {
  readonly module: string;
  readonly sealingEpoch: number;
  readonly candidates: Candidate[];
  entries: number;
  opened: number;
  erased: number;
}

/** An entry that a secret recognises. */
interface Recognised {
  readonly at: VerifiedManifest;
  readonly entry: ManifestEntry;
  readonly counter: number | undefined;
  readonly epoch: EpochOfModule;
  /** Those whose tag it is; more than one only when capsules contradict each other. */
  readonly candidates: readonly Candidate[];
}

/**
 * Reads a lane with the reader's key.
 * @throws {TypeError} the lane's author name does not hash to its id, a module is none or stands twice, lengths are wrong
 * @throws {MibscError} a key of other parameters, or parameters that were never validated
 *
 * Costs what verifyLane costs, one opening for each module and sealing epoch, and one decryption for each part.
 */
export async function openLane(input: LaneToOpen): Promise<OpenedLane> {
  const { lane, source, depth } = input;
  const scopes = scopesOf(input);
  const asking = new Asking();
  const { id, manifests, findings } = await checkLane(input, asking);

  const epochs = new Map<string, EpochOfModule>();
  const granted = manifests.filter(({ manifest }) => manifest.accessVersion >= (input.capsuleFrom ?? 0));
  const versions = [...new Set(granted.map(({ manifest }) => manifest.accessVersion))].sort((a, b) => a - b);
  const capsules = versions.length === 0 ? [] : await fetchCapsules(source, id, asking, findings);
  const fitting = capsules.filter((capsule) => {
    const foreign = checkIssuer(lane, capsule, input);
    if (foreign !== undefined && !isUnjudged(input, capsule))
      findings.push({ ...foreign, sealingEpoch: capsule.sealingEpoch });
    return foreign === undefined;
  });
  const undelivered: { epoch: EpochOfModule; finding: Finding }[] = [];
  for (const { module, scope } of scopes) {
    for (const sealingEpoch of versions) {
      const epoch: EpochOfModule = { module, sealingEpoch, candidates: [], entries: 0, opened: 0, erased: 0 };
      epochs.set(`${module} ${sealingEpoch}`, epoch);
      const own = fitting.filter((c) => c.sealingEpoch === sealingEpoch && equalBytes(c.scope, scope));
      const finding = await openCandidates(input, own, epoch, findings);
      if (finding !== undefined) undelivered.push({ epoch, finding });
    }
  }

  const recognised: Recognised[] = [];
  const unnamed = new Map<number, number>();
  for (const at of granted) {
    const { seq, manifest } = at;
    const mine = new Set<ManifestEntry>();
    for (const { module } of scopes) {
      const epoch = epochs.get(`${module} ${manifest.accessVersion}`) as EpochOfModule;
      for (const [entry, candidates] of recognise(epoch, manifest.entries, id, seq)) {
        const counter = counterOf(candidates, id, seq, entry);
        recognised.push({ at, entry, counter, epoch, candidates });
        epoch.entries += 1;
        mine.add(entry);
      }
    }
    const others = manifest.entries.length - mine.size;
    unnamed.set(manifest.accessVersion, (unnamed.get(manifest.accessVersion) ?? 0) + others);
  }

  const results = await mapLimited(recognised, PARTS_AT_ONCE, (one) => openOne(source, lane, one, asking));
  for (const [i, one] of recognised.entries()) {
    const result = results[i] as OpenResult;
    if (!('code' in result)) continue;
    findings.push({
      ...result,
      seq: one.at.seq,
      module: one.epoch.module,
      sealingEpoch: one.epoch.sealingEpoch,
    });
  }
  const readable = new Set(granted.map(({ seq }) => seq));
  const { gaps, isUntouched } = checkCounters(lane, epochs, readable, recognised, results, findings);
  const verified: VerifiedPart[] = [];
  const erased: ErasedPart[] = [];
  for (const [i, one] of recognised.entries()) {
    const result = results[i] as OpenResult;
    if ('code' in result || gaps.has(one)) continue;
    if ('tombstone' in result) {
      erased.push(result);
      one.epoch.erased += 1;
    } else {
      verified.push(result);
      one.epoch.opened += 1;
    }
  }

  for (const { epoch, finding } of undelivered) {
    // Where every entry of the epoch is named, or the counters on both sides are consecutive, nothing was to be delivered.
    const needless = unnamed.get(epoch.sealingEpoch) === 0 || isUntouched(epoch);
    if (!needless) findings.push(finding);
  }
  for (const epoch of epochs.values()) findings.push(...contradictions(epoch));
  return {
    laneId: id,
    instances: lane.count,
    verified: verified.sort(byPlace),
    erased: erased.sort(byPlace),
    findings,
    coverage: [...epochs.values()].map(
      ({ module, sealingEpoch, candidates, entries, opened, erased: gone }) => ({
        module,
        sealingEpoch,
        delivered: candidates.length > 0,
        entries,
        opened,
        erased: gone,
      }),
    ),
    depth,
    sourceErrors: asking.errors,
  };
}

type Place = Pick<VerifiedPart, 'seq' | 'module'>;

function byPlace(a: Place, b: Place): number {
  return a.seq - b.seq || (a.module < b.module ? -1 : 1);
}

function scopesOf(input: LaneToOpen): { module: string; scope: Uint8Array }[] {
  const names = new Set<string>();
  return input.modules.map(({ module, scopeSalt }) => {
    if (!isModule(module) || names.has(module))
      throw new TypeError('modules: expected names of modules, each once');
    assertBytes('modules: scopeSalt', scopeSalt, 32);
    names.add(module);
    return { module, scope: moduleScope(input.lane.twinId, scopeSalt, module) };
  });
}

/** Whether a reader that was not told of emergencies leaves a capsule unjudged: a hospital's, of this lane, to others than the reader. It is not used either way. */
function isUnjudged(input: LaneToOpen, capsule: Capsule): boolean {
  if (input.emergencies !== undefined || parseName(capsule.issuer.name).kind !== 'hospital') return false;
  const isOfLane =
    equalBytes(capsule.twinId, input.lane.twinId) && equalBytes(capsule.authorId, input.lane.authorId);
  const names = keysOf(input).map(({ identity }) => identity.name);
  return isOfLane && !capsule.recipients.some(({ name }) => names.includes(name));
}

function keysOf({ reader }: LaneToOpen): readonly IdentityKey[] {
  return Array.isArray(reader) ? (reader as readonly IdentityKey[]) : [reader as IdentityKey];
}

/** Opens the capsules of one module and epoch; returns what to report if the reader needed one. */
async function openCandidates(
  input: LaneToOpen,
  capsules: readonly Capsule[],
  epoch: EpochOfModule,
  findings: Finding[],
): Promise<Finding | undefined> {
  const { module, sealingEpoch } = epoch;
  const keys = keysOf(input);
  const mine = capsules.flatMap((capsule) => {
    const key = keys.find(({ identity }) => isRecipient(capsule, identity));
    return key === undefined ? [] : [{ capsule, key }];
  });
  let altered = false;
  for (const { capsule, key } of mine.slice(0, MAX_CANDIDATES)) {
    try {
      const secret = await openModuleCapsule({ params: input.params, domain: input.domain, capsule, key });
      const known = epoch.candidates.some(
        ({ secret: s }) => equalBytes(s.K, secret.K) && equalBytes(s.tagKey, secret.tagKey),
      );
      if (!known) epoch.candidates.push({ secret, recognised: 0 });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      altered = true;
      const detail = String(error.details.reason ?? error.code);
      findings.push({ code: 'capsule-altered', module, sealingEpoch, detail });
    }
  }
  if (mine.length > MAX_CANDIDATES) {
    altered = true;
    findings.push({ code: 'capsule-altered', module, sealingEpoch, detail: 'more capsules than are tried' });
  }
  if (epoch.candidates.length > 0 || altered) return undefined;
  return capsules.length > 0
    ? { code: 'capsule-not-for-me', module, sealingEpoch, detail: 'none of the capsules names the reader' }
    : { code: 'capsule-missing', module, sealingEpoch, detail: 'granted, not yet delivered' };
}

/** The entries of an instance that a module's secrets recognise: one, unless capsules contradict each other. */
function recognise(
  epoch: EpochOfModule,
  entries: readonly ManifestEntry[],
  laneId: Uint8Array,
  seq: number,
): Map<ManifestEntry, Candidate[]> {
  const found = new Map<ManifestEntry, Candidate[]>();
  for (const candidate of epoch.candidates) {
    const tag = entryTag(candidate.secret.tagKey, laneId, seq);
    const entry = entries.find((e) => equalBytes(e.tag, tag));
    if (entry === undefined) continue;
    candidate.recognised += 1;
    found.set(entry, [...(found.get(entry) ?? []), candidate]);
  }
  return found;
}

function counterOf(
  candidates: readonly Candidate[],
  laneId: Uint8Array,
  seq: number,
  entry: ManifestEntry,
): number | undefined {
  try {
    // All of them have the same tag key, or they would not have the same tag.
    return unmaskCounter((candidates[0] as Candidate).secret.tagKey, laneId, seq, entry.maskedCounter);
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}

/**
 * Follows the counters of each module along the lane. Instances that could not be read are holes (CounterTrack).
 * @returns the entries whose counter does not follow, and whether an epoch is known not to have touched its module
 */
function checkCounters(
  lane: LaneHead,
  epochs: ReadonlyMap<string, EpochOfModule>,
  readable: ReadonlySet<number>,
  recognised: readonly Recognised[],
  results: readonly OpenResult[],
  findings: Finding[],
): { gaps: ReadonlySet<Recognised>; isUntouched: (epoch: EpochOfModule) => boolean } {
  const gaps = new Set<Recognised>();
  const tracks = new Map<string, CounterTrack>();
  // What does not open as the module's, for which K or first line is wrong, may not be the module's: it does not count.
  const counting = recognised.filter((_, i) => {
    const result = results[i] as OpenResult;
    return !('code' in result) || result.code === 'part-withheld' || result.code === 'part-altered';
  });
  for (const module of new Set([...epochs.values()].map((epoch) => epoch.module))) {
    const track = new CounterTrack();
    tracks.set(module, track);
    const bySeq = new Map(counting.filter((r) => r.epoch.module === module).map((r) => [r.at.seq, r]));
    const unclear = new Set(recognised.filter((r) => r.epoch.module === module).map((r) => r.at.seq));
    for (const { seq, accessVersion } of lane.instances) {
      const one = bySeq.get(seq);
      if (one?.counter !== undefined) {
        if (track.next(one.counter)) continue;
        gaps.add(one);
        const { sealingEpoch } = one.epoch;
        const detail = 'the counter does not follow the one before';
        findings.push({ code: 'counter-gap', seq, module, sealingEpoch, detail });
      } else {
        const delivered = (epochs.get(`${module} ${accessVersion}`)?.candidates.length ?? 0) > 0;
        if (readable.has(seq) && delivered && !unclear.has(seq)) track.untouched(seq);
        else track.hole(seq);
      }
    }
  }
  const isUntouched = ({ module, sealingEpoch }: EpochOfModule): boolean =>
    lane.instances
      .filter(({ accessVersion }) => BigInt(accessVersion) === BigInt(sealingEpoch))
      .every(({ seq }) => tracks.get(module)?.isUntouched(seq));
  return { gaps, isUntouched };
}

type OpenResult = VerifiedPart | ErasedPart | Pick<Finding, 'code' | 'detail'>;

async function openOne(
  source: RecordSource,
  lane: LaneHead,
  one: Recognised,
  asking: Asking,
): Promise<OpenResult> {
  const { at, entry, counter, epoch, candidates } = one;
  const { manifest, instance, seq } = at;
  if (counter === undefined) return { code: 'part-undecodable', detail: 'counter is above 2^53 - 1' };
  const place = {
    seq,
    module: epoch.module,
    counter,
    sealingEpoch: epoch.sealingEpoch,
    author: manifest.author,
    time: manifest.time,
    blockNumber: instance.blockNumber,
    blockTime: instance.blockTime,
    partDigest: entry.partDigest,
  };
  // Whoever still serves it should not: what the patient had erased is not asked for, and not read (REC-25).
  if (instance.tombstone !== undefined) return { ...place, tombstone: instance.tombstone };
  const part = await fetchPart(source, entry.partDigest, asking);
  if ('code' in part) return part;
  const context = {
    twinId: manifest.twinId,
    authorId: lane.authorId,
    tag: entry.tag,
    seq,
    accessVersion: manifest.accessVersion,
    counter,
  };
  let missed: OpenResult = { code: 'secret-mismatch', detail: 'misses the commitment of the part' };
  for (const { secret } of candidates) {
    try {
      const content = await openPart(secret.K, context, part);
      const header = { twinId: manifest.twinId, author: manifest.author, module: epoch.module, seq, counter };
      return { ...place, statements: decodePartContent(content, header) };
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      if (error.code !== 'commitment') missed = { code: 'part-undecodable', detail: error.code };
    }
  }
  return missed;
}

/** A secret that recognises nothing where another capsule's recognises something is not the module's. */
function contradictions({ module, sealingEpoch, candidates }: EpochOfModule): Finding[] {
  if (!candidates.some(({ recognised }) => recognised > 0)) return [];
  return candidates
    .filter(({ recognised }) => recognised === 0)
    .map(() => ({
      code: 'secret-mismatch' as const,
      module,
      sealingEpoch,
      detail: "recognises nothing of what another capsule's secret does",
    }));
}
