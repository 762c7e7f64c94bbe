/**
 * Verifying a lane without any key: what an auditor, a file check and the first half of every reading do (section 8 of docs/RECORD.md).
 *
 * Trusted: the chain's view of the lane. Not trusted: the server. Not found here: what needs a key, that is whether parts
 * open, whether a module is complete, and whether a capsule holds the right secret.
 */

import {
  batchVerifyAuthor,
  type Domain,
  MibscError,
  type PublicParameters,
  verifyCapsule as verifySealed,
} from '@twinseal/mibsc';
import {
  type Capsule,
  decodeCapsule,
  type EmergencyIssue,
  encodeCapsuleContext,
  mayIssue,
} from './capsule.js';
import { RecordError } from './errors.js';
import type { Finding, FindingCode } from './finding.js';
import { authorId, type Identity, isIdentity } from './identity.js';
import { Asking, mapLimited } from './internal/ask.js';
import { compressAuthorProof } from './internal/author-proof.js';
import { equalBytes } from './internal/bytes.js';
import { assertBytes, assertCount } from './internal/check.js';
import { toHex } from './internal/hex.js';
import { authorDigest, laneId, laneTree, leaf } from './lane.js';
import { decodeManifest, type Manifest, uncheckedManifestRoot } from './manifest.js';
import { objectAddress, partDigest } from './part.js';
import { checkPayload } from './payload.js';
import type { AnchoredInstance, LaneHead, RecordSource, Tombstone } from './record-source.js';
import { decodeSlot } from './slot.js';

/**
 * How deep to verify. `chain-checked`: the contract verified the author proofs when they were anchored; membership, order and
 * completeness are checked here. `self-verified`: every author proof again, in one batch; for audits, and on a chain one does not trust.
 */
export type Depth = 'chain-checked' | 'self-verified';

/** What verifyLane takes. */
export interface LaneToVerify {
  readonly params: PublicParameters;
  /** REC-7's: chain id and address of PatientDigitalTwin, or `offchain`. */
  readonly domain: Domain;
  readonly lane: LaneHead;
  readonly source: RecordSource;
  readonly depth: Depth;
  /** Also ask for the objects of every part, and check digests and form. */
  readonly parts?: boolean;
  /** Also ask for the capsules, and check form, issuer, set and proof. */
  readonly capsules?: boolean;
  /** The twin's custodian, who may issue capsules. */
  readonly custodian?: Identity;
  /** Emergencies in which a hospital that the patient named may issue capsules, as the reader's own chain has them (REC-28). */
  readonly emergencies?: readonly EmergencyIssue[];
}

/** A manifest that is the anchored one. */
export interface VerifiedManifest {
  readonly seq: number;
  readonly instance: AnchoredInstance;
  readonly manifest: Manifest;
}

/** What verifyLane found. */
export interface VerifiedLane {
  /** 32 bytes. */
  readonly laneId: Uint8Array;
  /** Instances that the chain has. */
  readonly instances: number;
  /** Those whose manifest carries no finding, by seq. */
  readonly manifests: readonly VerifiedManifest[];
  /** Entries of instances under a tombstone: their parts are not asked for (REC-25). */
  readonly erased: readonly ErasedEntry[];
  readonly findings: readonly Finding[];
  /** Failures of the source itself, for the log. */
  readonly sourceErrors: readonly unknown[];
}

/** An entry whose part the patient had erased; its manifest stands and verifies. */
export interface ErasedEntry {
  readonly seq: number;
  /** 32 bytes. */
  readonly partDigest: Uint8Array;
  readonly tombstone: Tombstone;
}

const MANIFESTS_AT_ONCE = 16;
/** Payloads are large: few at once. */
export const PARTS_AT_ONCE = 4;
/** Most capsules of a lane that are looked at. */
export const MAX_CAPSULES = 16_384;

/**
 * Verifies a lane without any key.
 * @throws {TypeError} the lane's author name does not hash to its id, or lengths are wrong: the caller's mistake
 * @throws {MibscError} parameters that were never validated
 *
 * Costs one hash for each 136 bytes of manifest; self-verified, two point decodings an instance and one batch; with `capsules`, one
 * check of a header and a proof for each.
 */
export async function verifyLane(input: LaneToVerify): Promise<VerifiedLane> {
  const asking = new Asking();
  const { lane, source } = input;
  const { id, manifests, findings } = await checkLane(input, asking);
  const erased = manifests.flatMap(({ seq, manifest, instance: { tombstone } }) =>
    tombstone === undefined
      ? []
      : manifest.entries.map(({ partDigest: digest }) => ({ seq, partDigest: digest, tombstone })),
  );
  if (input.parts === true) {
    const entries = manifests.flatMap(({ seq, manifest, instance }) =>
      instance.tombstone === undefined ? manifest.entries.map((entry) => ({ seq, entry })) : [],
    );
    const found = await mapLimited(entries, PARTS_AT_ONCE, async ({ seq, entry }) => {
      const part = await fetchPart(source, entry.partDigest, asking);
      return 'code' in part ? { ...part, seq } : checkForm(part, seq);
    });
    findings.push(...found.filter((f) => f !== undefined));
  }
  if (input.capsules === true) {
    const served = await fetchCapsules(source, id, asking, findings);
    for (const capsule of served) {
      const code = checkCapsule(input, lane, capsule);
      if (code !== undefined) findings.push({ ...code, sealingEpoch: capsule.sealingEpoch });
    }
  }
  return { laneId: id, instances: lane.count, manifests, erased, findings, sourceErrors: asking.errors };
}

/** The keyless core: head, root, manifests, versions, and author proofs when asked for. */
export async function checkLane(
  input: Omit<LaneToVerify, 'parts' | 'capsules'>,
  asking: Asking,
): Promise<{ id: Uint8Array; manifests: VerifiedManifest[]; findings: Finding[] }> {
  const { lane, source } = input;
  const id = assertLane(lane);
  const findings: Finding[] = [...(lane.noted ?? [])];
  checkClaim(await asking.ask(() => source.head(id)), lane, findings);
  if (!checkRoots(lane, findings)) return { id, manifests: [], findings };

  const served = await mapLimited(lane.instances, MANIFESTS_AT_ONCE, ({ seq }) =>
    asking.bytes(() => source.manifest(id, seq)),
  );
  const newest = served.findLastIndex((bytes) => bytes !== undefined);
  const placeOf = new Map(lane.instances.map((instance) => [toHex(instance.h), instance.seq]));
  const manifests: VerifiedManifest[] = [];
  for (const [i, instance] of lane.instances.entries()) {
    const { seq } = instance;
    const bytes = served[i];
    if (bytes === undefined) {
      if (i > newest)
        findings.push({ code: 'lane-truncated', seq, detail: 'no manifest is served from here on' });
      else findings.push({ code: 'instance-missing', seq, detail: 'no manifest is served' });
      continue;
    }
    const result = checkManifest(bytes, instance, lane, placeOf);
    if ('code' in result) findings.push({ ...result, seq });
    else manifests.push({ seq, instance, manifest: result });
  }

  const wrong = new Set<number>();
  for (const { seq, instance } of manifests) {
    if (instance.mayContribute === false) {
      wrong.add(seq);
      const detail = 'its author had no right to contribute at the block of its batch';
      findings.push({ code: 'contribution-denied', seq, detail });
    }
    if (instance.versionInForce === undefined) continue;
    const behind = BigInt(instance.accessVersion) - BigInt(instance.versionInForce);
    if (behind === 0n) continue;
    wrong.add(seq);
    const detail = `sealed under a version ${behind < 0n ? 'before' : 'after'} the one in force at its block`;
    findings.push({ code: 'version-stale', seq, detail });
  }
  if (input.depth === 'self-verified') {
    for (const { seq, detail } of checkAuthors(input.params, input.domain, lane, manifests)) {
      wrong.add(seq);
      findings.push({ code: 'author-forged', seq, detail });
    }
  }
  return { id, manifests: manifests.filter(({ seq }) => !wrong.has(seq)), findings };
}

/** A part's objects, found and hashed; or what is wrong with them. */
export async function fetchPart(
  source: RecordSource,
  digest: Uint8Array,
  asking: Asking,
): Promise<{ slot: Uint8Array; payload: Uint8Array } | { code: FindingCode; detail: string }> {
  const locator = await asking.ask(() => source.locator(digest));
  if (locator === undefined) return { code: 'part-withheld', detail: 'no locator is served' };
  const { slot: slotAddress, payload: payloadAddress } = locator;
  for (const address of [slotAddress, payloadAddress] as unknown[]) {
    if (!(address instanceof Uint8Array) || address.length !== 32) {
      return { code: 'part-altered', detail: 'the locator is no pair of addresses' };
    }
  }
  // Checked before asking on: a wrong locator could name anything.
  if (!equalBytes(partDigest(locator), digest)) {
    return { code: 'part-altered', detail: 'the locator does not hash to the digest' };
  }
  const slot = await asking.bytes(() => source.object(slotAddress));
  if (slot === undefined) return { code: 'part-withheld', detail: 'the slot is not served' };
  const payload = await asking.bytes(() => source.object(payloadAddress));
  if (payload === undefined) return { code: 'part-withheld', detail: 'the payload is not served' };
  if (!equalBytes(await objectAddress(slot), slotAddress)) {
    return { code: 'part-altered', detail: 'the slot does not hash to its address' };
  }
  if (!equalBytes(await objectAddress(payload), payloadAddress)) {
    return { code: 'part-altered', detail: 'the payload does not hash to its address' };
  }
  return { slot, payload };
}

/** The capsules served that decode, each once; a finding for each that does not. */
export async function fetchCapsules(
  source: RecordSource,
  id: Uint8Array,
  asking: Asking,
  findings: Finding[],
): Promise<Capsule[]> {
  const answer: unknown = await asking.ask(() => source.capsules(id));
  const served: readonly unknown[] = Array.isArray(answer) ? answer : [];
  if (served.length > MAX_CAPSULES) {
    findings.push({
      code: 'capsule-altered',
      detail: `only the first ${MAX_CAPSULES} of the capsules served are read`,
    });
  }
  const capsules: Capsule[] = [];
  // The same bytes served twice are one capsule.
  const seen = new Set<string>();
  for (const bytes of served.slice(0, MAX_CAPSULES)) {
    try {
      const capsule = decodeCapsule(bytes instanceof Uint8Array ? bytes : new Uint8Array());
      const key = toHex(bytes as Uint8Array);
      if (!seen.has(key)) capsules.push(capsule);
      seen.add(key);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      findings.push({ code: 'capsule-altered', detail: `does not decode: ${error.code}` });
    }
  }
  return capsules;
}

/** Whether a capsule is of this lane and of one who may issue; undefined when it is. */
export function checkIssuer(
  lane: LaneHead,
  capsule: Capsule,
  {
    custodian,
    emergencies,
  }: {
    readonly custodian?: Identity | undefined;
    readonly emergencies?: readonly EmergencyIssue[] | undefined;
  },
): { code: FindingCode; detail: string } | undefined {
  if (!equalBytes(capsule.twinId, lane.twinId)) return { code: 'capsule-foreign', detail: 'of another twin' };
  if (!equalBytes(capsule.authorId, lane.authorId))
    return { code: 'capsule-foreign', detail: 'of another lane' };
  const { twinId, authorName } = lane;
  if (!mayIssue(capsule, { twinId, authorName, custodian, emergencies })) {
    return {
      code: 'capsule-foreign',
      detail: 'its issuer is not author, patient, custodian, or named by the patient for this emergency',
    };
  }
  return undefined;
}

function assertLane(lane: LaneHead): Uint8Array {
  assertBytes('lane.twinId', lane.twinId, 32);
  assertBytes('lane.authorId', lane.authorId, 32);
  assertBytes('lane.mk', lane.mk, 32);
  assertCount('lane.count', lane.count);
  let id: Uint8Array;
  try {
    id = authorId(lane.authorName);
  } catch {
    throw new TypeError('lane.authorName: expected the name of a hospital or a patient');
  }
  if (!equalBytes(id, lane.authorId)) throw new TypeError('lane.authorName does not hash to lane.authorId');
  for (const instance of lane.instances) {
    assertBytes('instance.h', instance.h, 32);
    assertBytes('instance.mk', instance.mk, 32);
    if (!isIdentity({ name: lane.authorName, epoch: instance.authorEpoch })) {
      throw new TypeError('instance.authorEpoch: expected a number from 1 to 999999999 as text');
    }
  }
  return laneId(lane.twinId, lane.authorId);
}

function checkClaim(claim: unknown, lane: LaneHead, findings: Finding[]): void {
  const { count, mk } = (claim ?? {}) as { count?: unknown; mk?: unknown };
  const claimed = claim === undefined || claim === null ? 0 : count;
  let detail: string | undefined;
  if (claimed !== lane.count) {
    const direction = typeof claimed === 'number' && claimed < lane.count ? 'fewer' : 'more';
    detail = `the server claims ${direction} instances than the chain has`;
  } else if (lane.count > 0 && !(mk instanceof Uint8Array && equalBytes(mk, lane.mk))) {
    detail = 'the server claims another root';
  }
  if (detail !== undefined) findings.push({ code: 'head-mismatch', detail });
}

/** Whether leaves recomputed from the anchored fields give the lane's root, and each instance's. */
function checkRoots(lane: LaneHead, findings: Finding[]): boolean {
  const { twinId, authorId: author, instances } = lane;
  if (instances.length !== lane.count || instances.some(({ seq }, i) => seq !== i)) {
    findings.push({ code: 'root-mismatch', detail: 'the instances given are not all of the lane, in order' });
    return false;
  }
  const tree = laneTree();
  let sound = true;
  for (const { seq, h, accessVersion, time, mk } of instances) {
    tree.append(leaf({ twinId, authorId: author, seq, h, accessVersion, time }));
    if (equalBytes(tree.root(), mk)) continue;
    sound = false;
    findings.push({
      code: 'root-mismatch',
      seq,
      detail: 'the leaves up to here do not hash to the anchored root',
    });
  }
  if (lane.count > 0 && !equalBytes(tree.root(), lane.mk)) {
    sound = false;
    findings.push({ code: 'root-mismatch', detail: "the leaves do not hash to the lane's root" });
  }
  // One wrong leaf cannot be told from the others: nothing of such a lane is believed.
  return sound;
}

function checkManifest(
  bytes: Uint8Array,
  instance: AnchoredInstance,
  lane: LaneHead,
  placeOf: ReadonlyMap<string, number>,
): Manifest | { code: FindingCode; detail: string } {
  let manifest: Manifest;
  try {
    manifest = decodeManifest(bytes);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { code: 'manifest-altered', detail: `does not decode: ${error.code}` };
  }
  const h = uncheckedManifestRoot(bytes, manifest.entries.length);
  if (!equalBytes(h, instance.h)) {
    const place = placeOf.get(toHex(h));
    if (place !== undefined) return { code: 'instance-order', detail: `the manifest of instance ${place}` };
    const own = equalBytes(manifest.twinId, lane.twinId) && manifest.author.name === lane.authorName;
    return {
      code: 'manifest-altered',
      detail: own ? 'hashes to another root' : 'a manifest of another lane',
    };
  }
  const differing = [
    ['twin', equalBytes(manifest.twinId, lane.twinId)],
    ['author', manifest.author.name === lane.authorName && manifest.author.epoch === instance.authorEpoch],
    ['seq', manifest.seq === instance.seq],
    ['access version', BigInt(manifest.accessVersion) === BigInt(instance.accessVersion)],
    ['time', BigInt(manifest.time) === BigInt(instance.time)],
  ].filter(([, same]) => same === false);
  if (differing.length > 0) {
    return {
      code: 'manifest-mismatch',
      detail: `another ${differing.map(([name]) => name).join(', ')} than anchored`,
    };
  }
  return manifest;
}

function checkAuthors(
  params: PublicParameters,
  domain: Domain,
  lane: LaneHead,
  manifests: readonly VerifiedManifest[],
): { seq: number; detail: string }[] {
  const forged: { seq: number; detail: string }[] = [];
  const claims: { seq: number; identity: Identity; digest: Uint8Array; proof: Uint8Array }[] = [];
  for (const { seq, instance } of manifests) {
    const proof = instance.proof === undefined ? undefined : compressAuthorProof(params, instance.proof);
    if (proof === undefined) {
      forged.push({
        seq,
        detail: instance.proof === undefined ? 'no proof is given' : 'not two points of the suite',
      });
      continue;
    }
    const { h, accessVersion, time } = instance;
    const digest = authorDigest(
      leaf({ twinId: lane.twinId, authorId: lane.authorId, seq, h, accessVersion, time }),
    );
    claims.push({ seq, identity: { name: lane.authorName, epoch: instance.authorEpoch }, digest, proof });
  }
  for (const index of batchVerifyAuthor(params, claims, domain).failed) {
    forged.push({ seq: (claims[index] as { seq: number }).seq, detail: 'the proof does not verify' });
  }
  return forged.sort((a, b) => a.seq - b.seq);
}

function checkForm(part: { slot: Uint8Array; payload: Uint8Array }, seq: number): Finding | undefined {
  try {
    decodeSlot(part.slot);
    checkPayload(part.payload);
    return undefined;
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { code: 'part-undecodable', seq, detail: error.code };
  }
}

function checkCapsule(
  input: LaneToVerify,
  lane: LaneHead,
  capsule: Capsule,
): { code: FindingCode; detail: string } | undefined {
  const foreign = checkIssuer(lane, capsule, input);
  if (foreign !== undefined) return foreign;
  try {
    verifySealed(input.params, {
      capsule: capsule.sealed,
      recipients: capsule.recipients,
      issuer: capsule.issuer,
      context: encodeCapsuleContext(capsule),
      domain: input.domain,
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof MibscError) || error.code === 'parameters') throw error;
    return { code: 'capsule-altered', detail: error.code };
  }
}
