/**
 * The twins that a gateway knows: those whose patient was introduced to it, by handing over the twin id and the salts under which the chain knows modules and purposes.
 * Kept in the vault. Knowing a twin opens nothing; it is what the gateway needs in order to write a lane of it, or to ask.
 */

import type { GrantTerms } from '@twinseal/contracts';
import { z } from 'zod';
import { hex64, moduleName, twinId } from '../api/schemas.js';
import { KeyedMutex } from '../internal/keyed-mutex.js';
import type { Vault } from '../lane-author.js';
import type { AccessSlip } from '../usecases/request-access.js';
import { type GrantJson, grantFromJson, grantSchema, grantToJson } from './grant-json.js';

const salt = hex64.describe('A salt: 32 random bytes in hexadecimal.');

/** Modules of one twin: the contract takes as many scopes in one grant. */
const MAX_MODULES = 64;

/** What a patient's app hands over. */
export const slipSchema = z.strictObject({
  twinId,
  scopeSalts: z
    .record(moduleName, salt)
    .refine((salts) => Object.keys(salts).length <= MAX_MODULES, `expected at most ${MAX_MODULES} modules`),
  purposeSalt: salt,
});

/** A twin as this gateway knows it. */
export interface KnownTwin {
  /** 64 hexadecimal digits. */
  readonly twinId: string;
  readonly scopeSalts: Readonly<Record<string, string>>;
  readonly purposeSalt: string;
  /** Grants that name this hospital, as the patient's app handed them over. */
  readonly grants: readonly GrantTerms[];
  /** Modules that the grants with the operation `read` speak of. */
  readonly readable: readonly string[];
}

interface KeptTwin {
  readonly scopeSalts: Readonly<Record<string, string>>;
  readonly purposeSalt: string;
  readonly grants: readonly GrantJson[];
  readonly readable: readonly string[];
}

/** Twins remembered from the vault: every request about one asks for it. */
const MAX_REMEMBERED = 2_000;

/** One for each vault in a process: it remembers what it read. */
export class KnownTwins {
  readonly #vault: Vault;
  readonly #remembered = new Map<string, KnownTwin>();
  /** Counts what was written here. */
  #changes = 0;
  readonly #mutex = new KeyedMutex();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Ids of all twins, in order of introduction. */
  async ids(): Promise<readonly string[]> {
    return (await this.#vault.getJson<string[]>('twins')) ?? [];
  }

  async get(twinId: string): Promise<KnownTwin | undefined> {
    const known = this.#remembered.get(twinId);
    if (known !== undefined) return known;
    const changes = this.#changes;
    const kept = await this.#vault.getJson<KeptTwin>(entryOf(twinId));
    if (kept === undefined) return undefined;
    const twin = { ...kept, twinId, grants: kept.grants.map(grantFromJson) };
    // What was read while something changed may be what it was before.
    if (changes === this.#changes) {
      if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
      this.#remembered.set(twinId, twin);
    }
    return twin;
  }

  /**
   * Takes in what a patient hands over; what is known already stays, salts may be added.
   *
   * @throws TypeError where a salt differs from the one that is known: a module has one scope
   */
  introduce(slip: AccessSlip): Promise<void> {
    return this.#change(slip.twinId, (kept) => mergeSalts(kept, slip));
  }

  /** Remembers a grant that names this hospital, with the modules that it speaks of. */
  keepGrant(slip: AccessSlip & { readonly grant: GrantTerms }, modules: readonly string[]): Promise<void> {
    return this.#change(slip.twinId, (kept) => {
      const merged = mergeSalts(kept, slip);
      const grant = grantSchema.parse(grantToJson(slip.grant));
      const others = merged.grants.filter((each) => each.nonce !== grant.nonce);
      return {
        ...merged,
        grants: [...others, grant],
        readable: [...new Set([...merged.readable, ...modules])].sort(),
      };
    });
  }

  #change(twinId: string, change: (kept: KeptTwin | undefined) => KeptTwin): Promise<void> {
    return this.#mutex.run('twins', async () => {
      const kept = await this.#vault.getJson<KeptTwin>(entryOf(twinId));
      try {
        await this.#vault.putJson(entryOf(twinId), change(kept));
      } finally {
        this.#changes++;
        this.#remembered.delete(twinId);
      }
      const ids = await this.ids();
      // The list last: a twin in the list always has its entry.
      if (!ids.includes(twinId)) await this.#vault.putJson('twins', [...ids, twinId]);
    });
  }
}

function mergeSalts(kept: KeptTwin | undefined, slip: AccessSlip): KeptTwin {
  for (const [module, salt] of Object.entries(slip.scopeSalts)) {
    const known = kept?.scopeSalts[module];
    if (known !== undefined && known !== salt)
      throw new TypeError(`scopeSalts: another salt of module ${module} is known already`);
  }
  if (kept !== undefined && kept.purposeSalt !== slip.purposeSalt)
    throw new TypeError('purposeSalt: another one is known already');
  return {
    scopeSalts: { ...kept?.scopeSalts, ...slip.scopeSalts },
    purposeSalt: slip.purposeSalt,
    grants: kept?.grants ?? [],
    readable: kept?.readable ?? [],
  };
}

function entryOf(twinId: string): string {
  return `twin/${twinId}`;
}
