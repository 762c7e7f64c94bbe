/** What an author finds again after a restart: its own module secrets, from the capsules that it issued to itself among others. */

import type { Domain, IdentityKey, PublicParameters } from '@twinseal/mibsc';
import { type Capsule, decodeCapsule, isRecipient, openModuleCapsule } from './capsule.js';
import { RecordError } from './errors.js';
import type { Finding } from './finding.js';
import { authorId } from './identity.js';
import { equalBytes } from './internal/bytes.js';
import { assertBytes } from './internal/check.js';
import type { ModuleSecret } from './part.js';
import { moduleScope } from './scope.js';

/** A secret found again. */
export interface OwnSecret {
  readonly module: string;
  readonly sealingEpoch: number;
  readonly secret: ModuleSecret;
}

/**
 * Opens the capsules that an author issued for its own lane of a twin. Only its own are taken: a secret that somebody else issued
 * must never seal.
 * @param input.keys the author's, of one or several identity epochs
 * @param input.capsules bytes from the author's own store, not trusted
 * @param input.modules the twin's modules and salts that the author was given
 * @returns secrets, one for each module and epoch, and findings: `capsule-altered`; `capsule-foreign` for another twin, lane, module or
 *   issuer; `capsule-not-for-me`; `secret-mismatch` when two capsules of one module and epoch hold different secrets (the first is kept)
 * @throws {TypeError} no keys, keys of different names, wrong lengths, names that are no modules
 * @throws {MibscError} keys of other parameters
 */
export async function openOwnCapsules(input: {
  readonly params: PublicParameters;
  readonly domain: Domain;
  /** 32 bytes. */
  readonly twinId: Uint8Array;
  readonly keys: readonly IdentityKey[];
  readonly capsules: readonly Uint8Array[];
  readonly modules: readonly { readonly module: string; readonly scopeSalt: Uint8Array }[];
}): Promise<{ readonly secrets: readonly OwnSecret[]; readonly findings: readonly Finding[] }> {
  const { params, domain, twinId, keys } = input;
  assertBytes('openOwnCapsules: twinId', twinId, 32);
  const name = keys[0]?.identity.name;
  if (name === undefined || keys.some(({ identity }) => identity.name !== name)) {
    throw new TypeError('openOwnCapsules: expected keys of one author');
  }
  const author = authorId(name);
  const scopes = input.modules.map((m) => ({
    module: m.module,
    scope: moduleScope(twinId, m.scopeSalt, m.module),
  }));
  const secrets: OwnSecret[] = [];
  const findings: Finding[] = [];
  for (const bytes of input.capsules) {
    let capsule: Capsule;
    try {
      capsule = decodeCapsule(bytes);
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      findings.push({ code: 'capsule-altered', detail: `does not decode: ${error.code}` });
      continue;
    }
    const { sealingEpoch } = capsule;
    const module = scopes.find(({ scope }) => equalBytes(scope, capsule.scope))?.module;
    const ours = equalBytes(capsule.twinId, twinId) && equalBytes(capsule.authorId, author);
    if (!ours || module === undefined || capsule.issuer.name !== name) {
      findings.push({
        code: 'capsule-foreign',
        sealingEpoch,
        detail: 'of another twin, lane, module or issuer',
      });
      continue;
    }
    const key = keys.find(({ identity }) => isRecipient(capsule, identity));
    if (key === undefined) {
      findings.push({ code: 'capsule-not-for-me', module, sealingEpoch, detail: 'does not name the author' });
      continue;
    }
    let secret: ModuleSecret;
    try {
      secret = await openModuleCapsule({ params, domain, capsule, key });
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      const detail = String(error.details.reason ?? error.code);
      findings.push({ code: 'capsule-altered', module, sealingEpoch, detail });
      continue;
    }
    const known = secrets.find((s) => s.module === module && s.sealingEpoch === sealingEpoch);
    if (known === undefined) secrets.push({ module, sealingEpoch, secret });
    else if (!equalBytes(known.secret.K, secret.K) || !equalBytes(known.secret.tagKey, secret.tagKey)) {
      findings.push({
        code: 'secret-mismatch',
        module,
        sealingEpoch,
        detail: 'two capsules hold different secrets',
      });
    }
  }
  return { secrets, findings };
}
