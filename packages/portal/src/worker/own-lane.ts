/**
 * Handing the own lane's secrets on. What a hospital wrote, that hospital delivers to whoever is granted it; what the patient wrote, only the patient can. So after a grant the page seals the secrets
 * that the grant covers for the new reader: they are opened with the patient's key from the capsules that the patient's app issued, and sealed anew, both in here.
 */

import type { Domain, Identity, IdentityKey, PublicParameters } from '@twinseal/mibsc';
import {
  authorId,
  type Capsule,
  decodeCapsule,
  formatIdentity,
  moduleScope,
  openOwnCapsules,
  sealModuleCapsule,
} from '@twinseal/record';
import { equal, hexOf } from '../internal/bytes.js';

/** A hospital that may read, and which scopes, `0x` hexadecimal. */
export interface OwnLaneReader {
  readonly identity: Identity;
  readonly scopes: readonly string[];
}

/**
 * Seals what is missing.
 *
 * @param input.capsules those of the own lane that its keeper shows; not trusted. A secret is taken from what the patient issued to itself, and from nothing else
 * @param input.readers who may read everything that was ever written of their scopes, proved
 * @param input.version the access version in force, proved: a secret of a later one is for nobody
 * @param input.nowS seconds since 1970
 * @returns capsules, one for each module and epoch that somebody lacks
 */
export async function missingCapsules(input: {
  readonly params: PublicParameters;
  readonly domain: Domain;
  readonly key: IdentityKey;
  readonly twinId: Uint8Array;
  readonly modules: readonly { readonly module: string; readonly scopeSalt: Uint8Array }[];
  readonly capsules: readonly Uint8Array[];
  readonly readers: readonly OwnLaneReader[];
  readonly version: number;
  readonly nowS: number;
}): Promise<Uint8Array[]> {
  const { params, domain, key, twinId, modules, readers, version } = input;
  const own = authorId(key.identity.name);
  const issued = input.capsules.flatMap((bytes) => {
    const capsule = decoded(bytes);
    const isOwn =
      capsule !== undefined &&
      equal(capsule.twinId, twinId) &&
      equal(capsule.authorId, own) &&
      capsule.issuer.name === key.identity.name;
    return isOwn ? [{ bytes, capsule }] : [];
  });
  const missingIn = ({ scope, sealingEpoch }: Pick<Capsule, 'scope' | 'sealingEpoch'>): Identity[] => {
    if (sealingEpoch > version) return [];
    const has = new Set(
      issued
        .filter(({ capsule }) => capsule.sealingEpoch === sealingEpoch && equal(capsule.scope, scope))
        .flatMap(({ capsule }) => capsule.recipients.map(formatIdentity)),
    );
    const due = readers.filter(({ scopes }) => scopes.includes(`0x${hexOf(scope)}`));
    const missing = new Map(due.map(({ identity }) => [formatIdentity(identity), identity]));
    for (const text of has) missing.delete(text);
    return [...missing.values()];
  };
  // Opening costs pairings: only what somebody lacks is opened.
  const wanted = issued.filter(({ capsule }) => missingIn(capsule).length > 0);
  if (wanted.length === 0) return [];
  const { secrets } = await openOwnCapsules({
    params,
    domain,
    twinId,
    keys: [key],
    capsules: wanted.map(({ bytes }) => bytes),
    modules,
  });
  const issuedAt = Math.max(input.nowS, ...issued.map(({ capsule }) => capsule.issuedAt + 1));
  const fresh: Uint8Array[] = [];
  for (const { module, sealingEpoch, secret } of secrets) {
    const salt = modules.find((each) => each.module === module)?.scopeSalt as Uint8Array;
    const scope = moduleScope(twinId, salt, module);
    fresh.push(
      await sealModuleCapsule({
        params,
        domain,
        issuer: key,
        twinId,
        authorId: own,
        scope,
        sealingEpoch,
        issuedAt,
        recipients: missingIn({ scope, sealingEpoch }),
        secret,
      }),
    );
  }
  return fresh;
}

function decoded(bytes: Uint8Array): Capsule | undefined {
  try {
    return decodeCapsule(bytes);
  } catch {
    return undefined;
  }
}
