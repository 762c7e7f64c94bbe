/**
 * Sealing an instance: one part for each module touched, the manifest over them, and the author's proof (sections 3 to 5 of
 * docs/RECORD.md). Nothing is stored or anchored here.
 */

import {
  author,
  type Domain,
  type IdentityKey,
  type PublicParameters,
  type RandomSource,
} from '@twinseal/mibsc';
import { authorId } from './identity.js';
import { compareBytes } from './internal/bytes.js';
import { assertBytes } from './internal/check.js';
import { platformRandom } from './internal/random.js';
import { authorDigest, laneId, leaf } from './lane.js';
import { encodeManifest, type ManifestEntry, mayAuthor, uncheckedManifestRoot } from './manifest.js';
import { type ModuleSecret, type SealedPart, sealPart } from './part.js';
import { encodePartContent } from './part-content.js';
import { SALT_BYTES } from './slot.js';
import type { Statement } from './statement.js';
import { entryTag, maskCounter } from './tag.js';

/** One module that the instance touches. */
export interface ModuleToSeal {
  /** `[a-z][a-z0-9-]{0,31}`; each once. */
  readonly module: string;
  /** How many earlier instances of the lane touch this module. */
  readonly counter: number;
  /** Of this twin, module, author and access version. */
  readonly secret: ModuleSecret;
  /** In any order. */
  readonly statements: readonly Statement[];
}

/** What sealInstance takes. */
export interface InstanceToSeal {
  readonly params: PublicParameters;
  /** The author's; its identity is a hospital or the twin's own patient. */
  readonly authorKey: IdentityKey;
  /** REC-7's: chain id and address of PatientDigitalTwin, or `offchain`. */
  readonly domain: Domain;
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  /** Place in the lane, from 0. */
  readonly seq: number;
  /** The twin's access version in force. */
  readonly accessVersion: number;
  /** The author's clock, seconds since 1970. */
  readonly time: number;
  /** 1 to 256. */
  readonly modules: readonly ModuleToSeal[];
  /** Secret random bytes; the platform's by default, replaced only in tests. */
  readonly random?: RandomSource;
}

/** A part of a sealed instance. */
export interface SealedModule extends SealedPart {
  readonly module: string;
  /** 32 bytes. */
  readonly tag: Uint8Array;
}

/** A sealed instance: to store, then to anchor. */
export interface SealedInstance {
  /** 32 bytes. */
  readonly laneId: Uint8Array;
  /** The manifest's bytes. */
  readonly manifest: Uint8Array;
  /** The manifest's root, 32 bytes. */
  readonly h: Uint8Array;
  /** 32 bytes. */
  readonly leaf: Uint8Array;
  /** 32 bytes. */
  readonly authorDigest: Uint8Array;
  /** The author's proof X || v, 96 bytes. */
  readonly proof: Uint8Array;
  /** By module, in the order of their names. */
  readonly parts: readonly SealedModule[];
}

/**
 * Seals an instance. The same input and the same random bytes give the same output.
 * @throws {TypeError} wrong lengths, names or statements; an author that may not be one
 * @throws {RangeError} numbers out of range; no modules, too many, or one twice; statements repeated or too long
 * @throws {MibscError} a key of other parameters
 *
 * Costs one author proof, and one pass of compression and encryption over the statements.
 */
export async function sealInstance(input: InstanceToSeal): Promise<SealedInstance> {
  const { params, authorKey, domain, twinId, seq, accessVersion, time } = input;
  const random = input.random ?? platformRandom;
  assertBytes('sealInstance: twinId', twinId, 32);
  const identity = authorKey.identity;
  if (!mayAuthor(identity, twinId)) {
    throw new TypeError("sealInstance: expected the key of a hospital or of the twin's own patient");
  }
  const id = authorId(identity.name);
  const lane = laneId(twinId, id);
  const modules = [...input.modules].sort((a, b) => (a.module < b.module ? -1 : 1));
  for (let i = 1; i < modules.length; i++) {
    if (modules[i - 1]?.module === modules[i]?.module)
      throw new RangeError('sealInstance: a module stands twice');
  }
  const parts: SealedModule[] = [];
  const entries: ManifestEntry[] = [];
  for (const { module, counter, secret, statements } of modules) {
    const tag = entryTag(secret.tagKey, lane, seq);
    const content = encodePartContent({ twinId, author: identity, module, seq, counter }, statements);
    const context = { twinId, authorId: id, tag, seq, accessVersion, counter };
    const fresh = { P: random(32), slotSalt: random(SALT_BYTES), payloadSalt: random(SALT_BYTES) };
    const part = await sealPart(secret.K, context, content, fresh);
    fresh.P.fill(0);
    parts.push({ module, tag, ...part });
    entries.push({
      tag,
      partDigest: part.partDigest,
      maskedCounter: maskCounter(secret.tagKey, lane, seq, counter),
    });
  }
  // Sorted by tag, which says nothing of the modules' names.
  entries.sort((a, b) => compareBytes(a.tag, b.tag));
  const manifest = encodeManifest({ twinId, author: identity, seq, accessVersion, time, entries });
  const h = uncheckedManifestRoot(manifest, entries.length);
  const leafHash = leaf({ twinId, authorId: id, seq, h, accessVersion, time });
  const digest = authorDigest(leafHash);
  const proof = author(params, authorKey, digest, domain, { random });
  return { laneId: lane, manifest, h, leaf: leafHash, authorDigest: digest, proof, parts };
}

/**
 * Draws a new module secret, for a new (twin, module, author, sealing epoch).
 * @param random secret random bytes; the platform's by default, replaced only in tests
 */
export function newModuleSecret(random: RandomSource = platformRandom): ModuleSecret {
  return { K: random(32), tagKey: random(32) };
}
