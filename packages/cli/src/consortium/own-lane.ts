/**
 * The lane that a patient's own app writes: sealed here, kept and anchored by the custodian. What was sealed is written down before it leaves and kept until the chain has it. So the same bytes are handed over again after a
 * crash; and what a narrowing overtook, sealed under an access version that the contract no longer takes and that nobody but its author can open, is sealed anew in its place.
 */

import type { ConsortiumReader } from '@twinseal/chain';
import type { LaneAuthor, PeerClient } from '@twinseal/gateway';
import { decodeManifest, fromHex, type SealedInstance, type Statement, toHex } from '@twinseal/record';
import type { SealedStore } from '@twinseal/store';
import { novel, statementKey } from '@twinseal/twin';
import type { Hex } from 'viem';

/** A sealed instance as it is written down; objects in base64, digests in hexadecimal. The manifest says its place and version. */
interface KeptUpdate {
  readonly manifest: string;
  readonly proof: string;
  readonly parts: readonly { readonly slot: string; readonly payload: string; readonly partDigest: string }[];
}

/** What the app remembers of its own lane. */
interface LaneState {
  /** Sequence number of the next instance. */
  readonly next: number;
  /** Digests of what the lane holds, by module and key of the statement. */
  readonly known: Readonly<Record<string, string>>;
  /** Sealed, and not seen on the chain yet, in lane order. */
  readonly waiting?: readonly KeptUpdate[];
  /** As earlier versions wrote it: the one instance of which it is not known that it arrived. */
  readonly sending?: KeptUpdate;
}

export interface OwnLaneOptions {
  readonly reader: ConsortiumReader;
  readonly vault: SealedStore;
  readonly author: LaneAuthor;
  readonly client: Pick<PeerClient, 'pushInstance'>;
  /** Author id of the twin's custodian. */
  readonly custodian: Hex;
  /** Keyed hash of a statement's content, so that the state tells nothing of it. */
  readonly digest: (text: string) => string;
}

/** What became of an app's statements. */
export interface AddedToOwnLane {
  readonly instances: number;
  readonly statements: number;
  readonly duplicates: number;
}

const ENTRY = 'own-lane';

export class OwnLane {
  readonly #options: OwnLaneOptions;

  constructor(options: OwnLaneOptions) {
    this.#options = options;
  }

  /**
   * Adds statements, an instance for each batch that says something new.
   *
   * @throws as {@link handOver}; what was sealed until then is handed over the next time
   */
  async add(batches: readonly ReadonlyMap<string, readonly Statement[]>[]): Promise<AddedToOwnLane> {
    const { reader, author } = this.#options;
    await this.handOver();
    let statements = 0;
    let duplicates = 0;
    let instances = 0;
    for (const batch of batches) {
      const state = await this.#load();
      const { fresh, known, count, repeated } = this.#novel(batch, state.known);
      duplicates += repeated;
      if (fresh.size === 0) continue;
      statements += count;
      const { version } = await reader.accessVersion(this.#twinId);
      const sealed = await author.seal(state.next, version, nowS(), fresh);
      await this.#save({ next: state.next + 1, known, waiting: [...state.waiting, keptOf(sealed)] });
      await this.handOver();
      instances++;
    }
    return { instances, statements, duplicates };
  }

  /**
   * Brings everything that is not on the chain yet to the custodian, sealed anew where a narrowing overtook it. Repeating it changes nothing.
   *
   * @returns how many were sealed anew
   * @throws PeerError where the custodian is away or refuses, GatewayError `version-behind` where the chain forgot a narrowing, ChainError
   */
  async handOver(): Promise<number> {
    try {
      return await this.#handOverOnce();
    } catch (error) {
      // Access was narrowed between the look at the chain and the custodian's.
      if ((error as { code?: unknown }).code !== 'stale') throw error;
      return this.#handOverOnce();
    }
  }

  async #handOverOnce(): Promise<number> {
    const { author, client, custodian } = this.#options;
    let state = await this.#load();
    if (state.waiting.length === 0) return 0;
    // The version first: what is anchored between the two looks is found anchored.
    const { version } = await this.#options.reader.accessVersion(this.#twinId);
    const head = await this.#options.reader.laneHead(this.#twinId, `0x${toHex(author.authorId)}`);
    // One that the chain has in this place says the same, sealed under whatever version.
    state = { ...state, waiting: state.waiting.filter((kept) => seqOf(kept) >= head.count) };
    let anew = 0;
    for (const [index, kept] of state.waiting.entries()) {
      const { seq, accessVersion } = decodeManifest(bytes(kept.manifest));
      if (accessVersion === version) continue;
      const statements = await author.openInstance(bytes(kept.manifest), async (digest) => {
        const part = kept.parts.find(({ partDigest }) => partDigest === digest);
        return part === undefined ? undefined : { slot: bytes(part.slot), payload: bytes(part.payload) };
      });
      const sealed = await author.seal(seq, version, nowS(), statements, { inPlace: true });
      state = { ...state, waiting: state.waiting.with(index, keptOf(sealed)) };
      anew++;
    }
    // Before it leaves: if this process dies, the same bytes are handed over again, and not others in their place.
    await this.#save(state);
    for (const kept of state.waiting) await client.pushInstance(custodian, { sealed: sealedOf(kept) });
    return anew;
  }

  get #twinId(): Hex {
    return `0x${toHex(this.#options.author.twinId)}`;
  }

  #novel(batch: ReadonlyMap<string, readonly Statement[]>, before: LaneState['known']) {
    const fresh = new Map<string, readonly Statement[]>();
    const known = { ...before };
    let count = 0;
    let repeated = 0;
    for (const [module, list] of batch) {
      const inModule = new Map(
        list.flatMap((statement) => {
          const digest = before[`${module}\n${statementKey(statement)}`];
          return digest === undefined ? [] : [[statementKey(statement), digest] as const];
        }),
      );
      const result = novel(list, inModule, this.#options.digest);
      repeated += list.length - result.novel.length;
      if (result.novel.length === 0) continue;
      fresh.set(module, result.novel);
      count += result.novel.length;
      for (const [key, digest] of result.known) known[`${module}\n${key}`] = digest;
    }
    return { fresh, known, count, repeated };
  }

  async #load(): Promise<LaneState & { readonly waiting: readonly KeptUpdate[] }> {
    const state = (await this.#options.vault.getJson<LaneState>(ENTRY)) ?? { next: 0, known: {} };
    const { sending, waiting = [], ...rest } = state;
    return { ...rest, waiting: sending === undefined ? waiting : [...waiting, sending] };
  }

  #save(state: LaneState): Promise<void> {
    return this.#options.vault.putJson(ENTRY, state);
  }
}

function seqOf(kept: KeptUpdate): number {
  return decodeManifest(bytes(kept.manifest)).seq;
}

function keptOf(sealed: SealedInstance): KeptUpdate {
  return {
    manifest: base64(sealed.manifest),
    proof: toHex(sealed.proof),
    parts: sealed.parts.map((part) => ({
      slot: base64(part.slot),
      payload: base64(part.payload),
      partDigest: toHex(part.partDigest),
    })),
  };
}

function sealedOf(kept: KeptUpdate) {
  return {
    manifest: bytes(kept.manifest),
    proof: fromHex(kept.proof),
    parts: kept.parts.map((part) => ({
      slot: bytes(part.slot),
      payload: bytes(part.payload),
      partDigest: fromHex(part.partDigest, 32),
    })),
  };
}

function nowS(): number {
  return Math.floor(Date.now() / 1000);
}

function base64(value: Uint8Array): string {
  return Buffer.from(value).toString('base64');
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
