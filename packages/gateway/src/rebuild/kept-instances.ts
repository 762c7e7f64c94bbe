/**
 * What the database knows of a sealed instance that nothing else tells: which slot and payload make which part, the author's proof until it is on the chain, and the keyed
 * hashes of its statements. A part's objects do not name it, so without this the database could not be made anew.
 *
 * One entry of the vault for each instance, written durably before the instance's row; its name is the manifest's address. It is encrypted and authenticated under the
 * gateway's own key: the number of statements is nobody else's business, and what a rebuild believes must be the gateway's own word.
 */

import { type SealedInstance, StoreError } from '@twinseal/store';
import { z } from 'zod';
import type { Vault } from '../lane-author.js';

/** A sealed instance as it was kept. */
export interface KeptInstance extends SealedInstance {
  /** Address of the manifest in whose place this one was sealed anew; what the lane holds then stays that one's. */
  readonly replaces?: string;
}

const VERSION = 1;

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));
const count = z.number().int().min(0);
const address = hex(32);
const entrySchema = z.strictObject({
  version: z.literal(VERSION),
  twinId: address,
  authorId: address,
  seq: count,
  author: z.string(),
  accessVersion: count,
  timeS: count,
  manifest: address,
  h: address,
  leaf: address,
  proof: hex(96),
  parts: z.array(
    z.strictObject({ partDigest: address, slot: address, payload: address, payloadBytes: count }),
  ),
  /** Key and content hash of each statement, 16 bytes each, one text: there may be thousands. */
  known: z.array(hex(32)),
  replaces: address.optional(),
});

/** Remembers a sealed instance, durably. Its objects are stored already; its row comes after. Safe to repeat. */
export async function rememberKept(vault: Vault, instance: KeptInstance): Promise<void> {
  const { replaces, known, ...rest } = instance;
  await vault.putJson(entryOf(instance.manifest), {
    version: VERSION,
    ...rest,
    known: known.map(({ keyMac, contentMac }) => keyMac + contentMac),
    ...(replaces === undefined ? {} : { replaces }),
  });
}

/**
 * The instance of a manifest as it was kept, or undefined where this gateway never kept one.
 *
 * @throws StoreError `sealed-altered` where the entry does not open or is of no version that this program knows
 */
export async function keptInstance(vault: Vault, manifest: string): Promise<KeptInstance | undefined> {
  const entry = await vault.getJson<unknown>(entryOf(manifest));
  if (entry === undefined) return undefined;
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success || parsed.data.manifest !== manifest) {
    throw new StoreError(
      'sealed-altered',
      'An entry about a kept instance is of no form that this program knows.',
    );
  }
  const { version: _version, known, replaces, ...rest } = parsed.data;
  return {
    ...rest,
    known: known.map((text) => ({ keyMac: text.slice(0, 32), contentMac: text.slice(32) })),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

/**
 * What a lane holds by an instance: keyed hashes of its statements. One that was sealed anew says the same as the one in whose place it stands, and only that one has them.
 *
 * @throws StoreError `sealed-altered`
 */
export async function statementsOf(
  vault: Vault,
  instance: Pick<KeptInstance, 'manifest'>,
): Promise<KeptInstance['known']> {
  const seen = new Set<string>();
  let manifest: string | undefined = instance.manifest;
  let known: KeptInstance['known'] = [];
  while (manifest !== undefined && !seen.has(manifest)) {
    seen.add(manifest);
    const kept: KeptInstance | undefined = await keptInstance(vault, manifest);
    known = kept?.known ?? known;
    manifest = kept?.replaces;
  }
  return known;
}

function entryOf(manifest: string): string {
  return `kept/${manifest}`;
}
