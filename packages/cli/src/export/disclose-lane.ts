/** What of a lane the patient can open, part by part, with the secret of each part alone: whoever gets it opens that part, and no other of its module. */

import { compareBytes, type Domain, type IdentityKey, type PublicParameters } from '@twinseal/mibsc';
import {
  compressAuthorProof,
  decodeCapsule,
  decodePartContent,
  entryTag,
  type Finding,
  fromHex,
  isRecipient,
  type LaneHead,
  laneId,
  type ModuleSecret,
  mayIssue,
  moduleScope,
  openModuleCapsule,
  openPayload,
  openSlot,
  partDigest,
  partLocator,
  RecordError,
  type RecordSource,
  toHex,
  unmaskCounter,
  type VerifiedManifest,
  verifyLane,
} from '@twinseal/record';
import type { ExportedInstance, ExportedPart } from './export-file.js';

export interface LaneToDisclose {
  readonly params: PublicParameters;
  readonly domain: Domain;
  /** The instances that the proved block has. */
  readonly lane: LaneHead;
  readonly source: RecordSource;
  readonly keys: readonly IdentityKey[];
  /** By module: the scope's salt, hexadecimal. */
  readonly scopeSalts: Readonly<Record<string, string>>;
  readonly custodian?: { readonly name: string; readonly epoch: string };
  /** Modules to disclose. */
  readonly modules: ReadonlySet<string>;
}

export interface DisclosedLane {
  readonly instances: readonly ExportedInstance[];
  readonly parts: readonly ExportedPart[];
  /** Parts of the modules asked for that could not be opened or had. */
  readonly findings: readonly Finding[];
  /** Parts that the patient had erased. */
  readonly erased: number;
}

/** @throws RangeError where a manifest is not served: then the lane cannot be shown at all */
export async function discloseLane(input: LaneToDisclose): Promise<DisclosedLane> {
  const { params, domain, lane, source } = input;
  const verified = await verifyLane({ params, domain, lane, source, depth: 'self-verified' });
  // Where one is missing or wrong, nothing after it could be shown to follow.
  if (verified.manifests.length !== lane.count)
    return { instances: [], parts: [], findings: verified.findings, erased: 0 };
  const id = laneId(lane.twinId, lane.authorId);
  const instances: ExportedInstance[] = [];
  for (const { seq, instance } of verified.manifests) {
    const manifest = (await source.manifest(id, seq)) as Uint8Array;
    const proof = instance.proof === undefined ? undefined : compressAuthorProof(params, instance.proof);
    if (proof === undefined) throw new RangeError('lane: expected an author proof for each instance');
    instances.push({ manifest, proof });
  }
  const findings: Finding[] = [];
  const secrets = await openSecrets(input, id);
  const parts: ExportedPart[] = [];
  let erased = 0;
  for (const at of verified.manifests) {
    for (const { module, secret } of secrets.filter(
      (each) => each.sealingEpoch === at.manifest.accessVersion,
    )) {
      const tag = toHex(entryTag(secret.tagKey, id, at.seq));
      const entry = at.manifest.entries.findIndex((each) => toHex(each.tag) === tag);
      if (entry < 0 || parts.some((each) => each.seq === at.seq && each.entry === entry)) continue;
      if (at.instance.tombstone !== undefined) {
        erased += 1;
        continue;
      }
      const part = await openEntry(input, id, at, entry, secret, module);
      if ('code' in part) findings.push({ ...part, seq: at.seq, module });
      else parts.push(part);
    }
  }
  parts.sort((a, b) => a.seq - b.seq || a.entry - b.entry);
  return { instances, parts, findings, erased };
}

interface HeldSecret {
  readonly module: string;
  readonly sealingEpoch: number;
  readonly secret: ModuleSecret;
}

async function openSecrets(input: LaneToDisclose, id: Uint8Array): Promise<HeldSecret[]> {
  const { params, domain, lane, source, keys, scopeSalts, custodian, modules } = input;
  const scopes = new Map(
    [...modules].flatMap((module) => {
      const salt = scopeSalts[module];
      return salt === undefined
        ? []
        : [[toHex(moduleScope(lane.twinId, fromHex(salt, 32), module)), module] as const];
    }),
  );
  const held: HeldSecret[] = [];
  for (const bytes of await source.capsules(id)) {
    try {
      const capsule = decodeCapsule(bytes);
      const module = scopes.get(toHex(capsule.scope));
      const isOurs =
        compareBytes(capsule.twinId, lane.twinId) === 0 &&
        compareBytes(capsule.authorId, lane.authorId) === 0 &&
        mayIssue(capsule, { twinId: lane.twinId, authorName: lane.authorName, custodian });
      const key = keys.find(({ identity }) => isRecipient(capsule, identity));
      if (module === undefined || !isOurs || key === undefined) continue;
      const secret = await openModuleCapsule({ params, domain, capsule, key });
      const isKnown = held.some(
        (each) =>
          each.module === module &&
          each.sealingEpoch === capsule.sealingEpoch &&
          toHex(each.secret.K) === toHex(secret.K) &&
          toHex(each.secret.tagKey) === toHex(secret.tagKey),
      );
      if (!isKnown) held.push({ module, sealingEpoch: capsule.sealingEpoch, secret });
    } catch (error) {
      // A capsule that is none discloses nothing; another may.
      if (!(error instanceof RecordError)) throw error;
    }
  }
  return held;
}

async function openEntry(
  input: LaneToDisclose,
  id: Uint8Array,
  at: VerifiedManifest,
  entry: number,
  { K, tagKey }: ModuleSecret,
  module: string,
): Promise<ExportedPart | Pick<Finding, 'code' | 'detail'>> {
  const { source, lane } = input;
  const { manifest, seq } = at;
  const {
    tag,
    maskedCounter,
    partDigest: digest,
  } = manifest.entries[entry] as (typeof manifest.entries)[number];
  const locator = await source.locator(digest).catch(() => undefined);
  const slot = locator && (await source.object(locator.slot).catch(() => undefined));
  const payload = locator && (await source.object(locator.payload).catch(() => undefined));
  if (slot === undefined || payload === undefined) return { code: 'part-withheld', detail: 'not served' };
  if (toHex(partDigest(await partLocator(slot, payload))) !== toHex(digest)) {
    return { code: 'part-altered', detail: 'does not hash to the digest' };
  }
  try {
    const counter = unmaskCounter(tagKey, id, seq, maskedCounter);
    const { twinId, accessVersion, author } = manifest;
    const context = { twinId, authorId: lane.authorId, tag, seq, accessVersion, counter };
    const P = await openSlot(K, context, slot);
    decodePartContent(await openPayload(P, context, payload), { twinId, author, module, seq, counter });
    return { seq, entry, counter, P, slot, payload };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { code: error.code === 'commitment' ? 'secret-mismatch' : 'part-undecodable', detail: error.code };
  }
}
