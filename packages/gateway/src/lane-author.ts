/**
 * Who writes a lane: a hospital through its gateway, or a patient through the own app.
 *
 * Holds what only the author knows of its lane: the scope salts, the secret of each module in each sealing epoch, and which instances touched which module.
 * All of it is kept in the author's vault (encrypted at rest) and written there before a sealed instance leaves, so that a crash can repeat a sealing but
 * never lose a secret under which something was sealed.
 */

import type { Domain, Identity, IdentityKey, PublicParameters } from '@twinseal/mibsc';
import {
  authorId,
  decodeManifest,
  decodePartContent,
  entryTag,
  fromHex,
  laneId,
  type ModuleSecret,
  moduleScope,
  newModuleSecret,
  openPart,
  type SealedInstance,
  type Statement,
  sealInstance,
  sealModuleCapsule,
  toHex,
  unmaskCounter,
} from '@twinseal/record';
import { GatewayError } from './errors.js';

/** Where an author keeps its secrets; encrypted at rest. */
export interface Vault {
  getJson<T>(name: string): Promise<T | undefined>;
  putJson(name: string, value: unknown): Promise<void>;
}

interface KeptSecret {
  readonly K: string;
  readonly tagKey: string;
}

interface ModuleState {
  /** Sequence numbers of the instances that touch this module; those from a sealing that was never recorded are ignored. */
  touched: number[];
  /** By sealing epoch: the module secret K and the tag key, hexadecimal. */
  readonly secrets: Record<string, KeptSecret>;
}

interface LaneState {
  readonly scopeSalts: Record<string, string>;
  readonly modules: Record<string, ModuleState>;
}

/** A module secret of the lane that exists, and so must be delivered to whoever may read the module. */
export interface HeldSecret {
  readonly module: string;
  readonly sealingEpoch: number;
  readonly scope: Uint8Array;
}

export interface LaneAuthorOptions {
  readonly params: PublicParameters;
  readonly domain: Domain;
  readonly key: IdentityKey;
  readonly twinId: Uint8Array;
  readonly vault: Vault;
}

export class LaneAuthor {
  readonly twinId: Uint8Array;
  readonly authorId: Uint8Array;
  readonly #options: LaneAuthorOptions;

  constructor(options: LaneAuthorOptions) {
    this.#options = options;
    this.twinId = options.twinId;
    this.authorId = authorId(options.key.identity.name);
  }

  get identity(): Identity {
    return this.#options.key.identity;
  }

  /** Keeps the scope salts that the patient handed over, 32 bytes each by module (REC-19). */
  async keepScopeSalts(salts: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const state = await this.#load();
    for (const [module, salt] of salts) state.scopeSalts[module] = toHex(salt);
    await this.#save(state);
  }

  /**
   * Seals statements as the instance `seq` of this lane.
   *
   * @param seq           the lane's next sequence number, from the gateway that keeps the lane
   * @param accessVersion the twin's version in force; a version not seen before starts a new sealing epoch for every module (REC-11)
   * @param timeS         seconds since 1970
   * @param statements    by module, at least one module and one statement in each
   * @param options       `inPlace`: the instance is sealed anew in its place, and later ones of the lane stand
   * @throws GatewayError `version-behind` where the lane was sealed under a later version already
   */
  async seal(
    seq: number,
    accessVersion: number,
    timeS: number,
    statements: ReadonlyMap<string, readonly Statement[]>,
    options: { readonly inPlace?: boolean } = {},
  ): Promise<SealedInstance> {
    const state = await this.#load();
    const epoch = accessVersion.toString();
    const newest = Math.max(
      0,
      ...Object.values(state.modules).flatMap(({ secrets }) => Object.keys(secrets).map(Number)),
    );
    // An older version's secrets are known to whoever lost access since: a chain that forgot a narrowing must not bring that back.
    if (newest > accessVersion) {
      throw new GatewayError(
        'version-behind',
        `The chain has access version ${accessVersion} and forgot a later one, under which this lane was sealed. Try again once it is back; if it stays away, the patient has to narrow access anew.`,
      );
    }
    // Every module of the twin gets its secret, touched or not. So a reader who was granted a module gets a capsule from every lane, and can tell "nothing of this
    // module here" from "withheld"; and which capsules exist says nothing of which modules have content.
    for (const module of Object.keys(state.scopeSalts)) {
      state.modules[module] ??= { touched: [], secrets: {} };
      state.modules[module].secrets[epoch] ??= keptSecret(newModuleSecret());
    }
    if (options.inPlace !== true) {
      // From this place on there is nothing yet: what is noted is of a sealing that was never recorded, of this module or of others.
      for (const held of Object.values(state.modules))
        held.touched = held.touched.filter((each) => each < seq);
    }
    const modules = [...statements].map(([module, list]) => {
      const held = state.modules[module];
      const kept = held?.secrets[epoch];
      if (held === undefined || kept === undefined) {
        throw new TypeError(
          `statements: no scope salt for module ${module}; the patient's introduction must carry one`,
        );
      }
      const before = held.touched.filter((each) => each < seq);
      const after = held.touched.filter((each) => each > seq);
      const counter = before.length;
      held.touched = [...before, seq, ...after];
      return { module, counter, secret: moduleSecret(kept), statements: list };
    });
    await this.#save(state);
    return sealInstance({
      params: this.#options.params,
      domain: this.#options.domain,
      authorKey: this.#options.key,
      twinId: this.twinId,
      seq,
      accessVersion,
      time: timeS,
      modules,
    });
  }

  /**
   * Reads an own instance again, from its sealed objects and the secrets in the vault: what a crash or a narrowing between sealing and anchoring asks for.
   *
   * @param objects the two objects of each part, by part digest in hexadecimal
   * @returns statements by module
   * @throws TypeError where an entry is under none of the held secrets, or its objects are missing; RecordError where they do not open
   */
  async openInstance(
    manifestBytes: Uint8Array,
    objects: (partDigest: string) => Promise<{ slot: Uint8Array; payload: Uint8Array } | undefined>,
  ): Promise<Map<string, readonly Statement[]>> {
    const state = await this.#load();
    const manifest = decodeManifest(manifestBytes);
    const lane = laneId(this.twinId, this.authorId);
    const { seq, accessVersion } = manifest;
    const statements = new Map<string, readonly Statement[]>();
    for (const entry of manifest.entries) {
      const found = Object.entries(state.modules).flatMap(([module, { secrets }]) => {
        const kept = secrets[accessVersion.toString()];
        if (kept === undefined) return [];
        const secret = moduleSecret(kept);
        return toHex(entryTag(secret.tagKey, lane, seq)) === toHex(entry.tag) ? [{ module, secret }] : [];
      })[0];
      const part = await objects(toHex(entry.partDigest));
      if (found === undefined || part === undefined)
        throw new TypeError(
          `instance ${seq}: an entry of it is under no held secret, or its objects are missing`,
        );
      const counter = unmaskCounter(found.secret.tagKey, lane, seq, entry.maskedCounter);
      const content = await openPart(
        found.secret.K,
        { twinId: this.twinId, authorId: this.authorId, tag: entry.tag, seq, accessVersion, counter },
        part,
      );
      const header = { twinId: this.twinId, author: manifest.author, module: found.module, seq, counter };
      statements.set(found.module, decodePartContent(content, header));
    }
    return statements;
  }

  /**
   * Puts back what a lost vault knew: secrets that were opened from the lane's own capsules, and which anchored instances touch which module. What is known already stays.
   *
   * @param touched by module: sequence numbers, ascending
   * @throws TypeError where a secret of the same module and epoch is known, and is another one
   */
  async restore(
    secrets: readonly {
      readonly module: string;
      readonly sealingEpoch: number;
      readonly secret: ModuleSecret;
    }[],
    touched: ReadonlyMap<string, readonly number[]>,
  ): Promise<void> {
    const state = await this.#load();
    for (const { module, sealingEpoch, secret } of secrets) {
      state.modules[module] ??= { touched: [], secrets: {} };
      const held = state.modules[module];
      const before = held.secrets[sealingEpoch.toString()];
      const found = keptSecret(secret);
      if (before !== undefined && (before.K !== found.K || before.tagKey !== found.tagKey))
        throw new TypeError('secrets: another one of the same module and epoch is known');
      held.secrets[sealingEpoch.toString()] = found;
    }
    for (const [module, seqs] of touched) {
      const held = state.modules[module];
      if (held === undefined) continue;
      held.touched = [...new Set([...held.touched, ...seqs])].sort((a, b) => a - b);
    }
    await this.#save(state);
  }

  /** Every module secret under which this lane has sealed something. */
  async heldSecrets(): Promise<HeldSecret[]> {
    const state = await this.#load();
    return Object.entries(state.modules).flatMap(([module, { secrets }]) =>
      Object.keys(secrets).map((epoch) => ({
        module,
        sealingEpoch: Number(epoch),
        scope: moduleScope(this.twinId, fromHex(state.scopeSalts[module] as string, 32), module),
      })),
    );
  }

  /** Issues a capsule that delivers one held secret to a set of recipients. */
  async issueCapsule(
    secret: HeldSecret,
    recipients: readonly Identity[],
    timeS: number,
  ): Promise<Uint8Array> {
    const state = await this.#load();
    const held = state.modules[secret.module]?.secrets[secret.sealingEpoch.toString()];
    if (held === undefined) throw new TypeError('secret: not one that this author holds');
    return sealModuleCapsule({
      params: this.#options.params,
      domain: this.#options.domain,
      issuer: this.#options.key,
      twinId: this.twinId,
      authorId: this.authorId,
      scope: secret.scope,
      sealingEpoch: secret.sealingEpoch,
      issuedAt: timeS,
      recipients: [...recipients],
      secret: moduleSecret(held),
    });
  }

  async #load(): Promise<LaneState> {
    return (await this.#options.vault.getJson<LaneState>(this.#entry)) ?? { scopeSalts: {}, modules: {} };
  }

  async #save(state: LaneState): Promise<void> {
    await this.#options.vault.putJson(this.#entry, state);
  }

  get #entry(): string {
    return `lane/${toHex(this.twinId)}/${toHex(this.authorId)}`;
  }
}

function keptSecret(secret: ModuleSecret): KeptSecret {
  return { K: toHex(secret.K), tagKey: toHex(secret.tagKey) };
}

function moduleSecret(kept: KeptSecret): ModuleSecret {
  return { K: fromHex(kept.K, 32), tagKey: fromHex(kept.tagKey, 32) };
}
