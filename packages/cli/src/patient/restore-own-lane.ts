/**
 * Finding the own lane again where the folder that wrote it is lost: the secrets from the lane's own capsules, under the patient's keys of all epochs; what each instance touched
 * from the manifests; what the lane holds, by which repetitions are known, from its parts. Everything is checked against the chain as any reader does.
 */

import type { ConsortiumReader } from '@twinseal/chain';
import type { LaneAuthor } from '@twinseal/gateway';
import type { IdentityKey, PublicParameters } from '@twinseal/mibsc';
import {
  decodeManifest,
  entryTag,
  fromHex,
  laneId,
  openLane,
  openOwnCapsules,
  type RecordSource,
  type Statement,
  toHex,
} from '@twinseal/record';
import { novel } from '@twinseal/twin';
import { bytesToHex } from 'viem';

/** What was found. */
export interface RestoredLane {
  /** Instances of the lane that the chain has. */
  readonly instances: number;
  /** Module secrets that were opened. */
  readonly secrets: number;
  /** Digests of what the lane holds, by module and key of the statement. */
  readonly known: Readonly<Record<string, string>>;
  /** What could not be had, by the names of docs/RECORD.md. */
  readonly findings: readonly string[];
}

/** Restores an author's memory of its lane. @param digest keyed hash of a statement's content @throws ChainError */
export async function restoreOwnLane(parts: {
  readonly params: PublicParameters;
  readonly chain: ConsortiumReader;
  readonly author: LaneAuthor;
  /** Of all epochs, the newest first. */
  readonly keys: readonly IdentityKey[];
  /** By module, 32 bytes in hexadecimal. */
  readonly scopeSalts: Readonly<Record<string, string>>;
  /** The lane as its keeper serves it. */
  readonly source: RecordSource;
  readonly digest: (text: string) => string;
}): Promise<RestoredLane> {
  const { params, chain, author, keys, source } = parts;
  const lane = await chain.laneHead(bytesToHex(author.twinId), bytesToHex(author.authorId));
  if (lane.count === 0) return { instances: 0, secrets: 0, known: {}, findings: [] };
  const id = laneId(author.twinId, author.authorId);
  const modules = Object.entries(parts.scopeSalts).map(([module, salt]) => ({
    module,
    scopeSalt: fromHex(salt, 32),
  }));
  const { domain } = chain;
  const capsules = await source.capsules(id);
  const own = await openOwnCapsules({ params, domain, twinId: author.twinId, keys, capsules, modules });
  const touched = new Map<string, number[]>();
  for (const { seq, accessVersion } of lane.instances) {
    const bytes = await source.manifest(id, seq);
    const entries = bytes === undefined ? [] : decodeManifest(bytes).entries;
    for (const { module, sealingEpoch, secret } of own.secrets) {
      if (BigInt(sealingEpoch) !== BigInt(accessVersion)) continue;
      const tag = toHex(entryTag(secret.tagKey, id, seq));
      if (entries.some((entry) => toHex(entry.tag) === tag))
        touched.set(module, [...(touched.get(module) ?? []), seq]);
    }
  }
  await author.restore(own.secrets, touched);
  const opened = await openLane({
    params,
    domain,
    lane,
    source,
    reader: keys,
    modules,
    depth: 'chain-checked',
  });
  const known: Record<string, string> = {};
  for (const { module } of modules) {
    const statements: Statement[] = opened.verified
      .filter((part) => part.module === module)
      .flatMap((part) => [...part.statements]);
    for (const [key, digest] of novel(statements, new Map(), parts.digest).known)
      known[`${module}\n${key}`] = digest;
  }
  return {
    instances: lane.count,
    secrets: own.secrets.length,
    known,
    findings: [...new Set(opened.findings.map(({ code }) => code))],
  };
}
