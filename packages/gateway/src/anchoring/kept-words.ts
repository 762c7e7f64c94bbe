/**
 * Words of lanes that are anchored in batches (docs/RECORD.md, REC-30): of the own lanes from the own maps, of others' from their keepers. What was taken is kept, to be handed
 * on to whoever may know, and to notice an author who takes something back.
 */

import type { LaneWords, WordAsk } from '@twinseal/chain';
import { decodeLaneWord, headFell, RecordError } from '@twinseal/record';
import type { Hex } from 'viem';
import type { Vault } from '../lane-author.js';
import type { OwnMaps } from './own-maps.js';

/** Asks one keeper for a word; undefined where it gives none. */
export type AskKeeper = (keeper: Hex, ask: WordAsk) => Promise<Uint8Array | undefined>;

export interface KeptWordsParts {
  readonly vault: Vault;
  /** The own hospital's maps, where this is a hospital. */
  readonly own?: OwnMaps;
  /** The own author id, 64 hexadecimal digits. */
  readonly self?: string;
}

/** Who else is asked. */
export interface WordKeepers {
  /** Whom to ask for a word, the likeliest first. */
  readonly keepersOf: (ask: WordAsk) => Promise<readonly Hex[]>;
  readonly ask: AskKeeper;
  /** Told of a keeper that gave a word that proves nothing. */
  readonly refused?: (keeper: Hex) => void;
}

/** A word at rest. */
interface Kept {
  readonly batch: number;
  /** Base64. */
  readonly word: string;
  /** An earlier one that says more than it, where the author took something back. */
  readonly longest?: string;
  readonly instances: number;
}

/** A lane of which a word is kept. */
interface KeptLane {
  readonly twinId: string;
  readonly authorId: string;
}

const INDEX = 'lane-words';
/** Milliseconds for which a lane that nobody tells of is not asked for again: one reading puts the question many times. */
const SILENT_MS = 3_000;
const SILENT_KEPT = 10_000;

export class KeptWords implements LaneWords {
  readonly #parts: KeptWordsParts;
  readonly #silent = new Map<string, number>();
  #turn: Promise<unknown> = Promise.resolve();
  #keepers: WordKeepers | undefined;

  constructor(parts: KeptWordsParts) {
    this.#parts = parts;
  }

  /** Asks others too from now on. */
  askThrough(keepers: WordKeepers): void {
    this.#keepers = keepers;
  }

  async word(ask: WordAsk, take: (bytes: Uint8Array) => Promise<boolean>): Promise<Uint8Array | undefined> {
    const here = await this.held(ask);
    if (here !== undefined && (await take(here))) return here;
    if (this.#isOwn(ask)) return undefined;
    const key = `${ask.twinId}/${ask.authorId}/${ask.batch}`;
    if ((this.#silent.get(key) ?? 0) > Date.now()) return undefined;
    const keepers = this.#keepers;
    if (keepers === undefined) return undefined;
    for (const keeper of await keepers.keepersOf(ask)) {
      const bytes = await keepers.ask(keeper, ask);
      if (bytes === undefined) continue;
      if (!(await take(bytes))) {
        keepers.refused?.(keeper);
        continue;
      }
      await this.#keep(ask, bytes);
      return bytes;
    }
    if (this.#silent.size >= SILENT_KEPT) this.#silent.clear();
    this.#silent.set(key, Date.now() + SILENT_MS);
    return undefined;
  }

  /** The word that is here, under that very batch: of an own lane, or one that was taken from its keeper. */
  async held(ask: WordAsk): Promise<Uint8Array | undefined> {
    if (this.#isOwn(ask)) return this.#parts.own?.word(ask.twinId.slice(2), ask.batch);
    const kept = await this.#kept(ask);
    return kept?.batch === ask.batch ? bytesOf(kept.word) : undefined;
  }

  async earlier(ask: WordAsk): Promise<Uint8Array | undefined> {
    if (this.#isOwn(ask)) return undefined;
    const kept = await this.#kept(ask);
    return kept === undefined ? undefined : bytesOf(kept.longest ?? kept.word);
  }

  async known(author?: Hex): Promise<{ twinId: Hex; authorId: Hex; instances: number }[]> {
    const { own, self, vault } = this.#parts;
    const found: { twinId: Hex; authorId: Hex; instances: number }[] = [];
    if (own !== undefined && self !== undefined && (author === undefined || author === `0x${self}`)) {
      for (const { twinId, count } of await own.lanes())
        found.push({ twinId: `0x${twinId}`, authorId: `0x${self}`, instances: count });
    }
    for (const lane of (await vault.getJson<readonly KeptLane[]>(INDEX)) ?? []) {
      if (author !== undefined && author !== `0x${lane.authorId}`) continue;
      const ids = { twinId: `0x${lane.twinId}`, authorId: `0x${lane.authorId}` } as const;
      const kept = await this.#kept({ ...ids, batch: 0 });
      if (kept !== undefined && kept.instances > 0) found.push({ ...ids, instances: kept.instances });
    }
    return found;
  }

  /** One at a time: the list of lanes is one entry. */
  #keep(ask: WordAsk, bytes: Uint8Array): Promise<void> {
    const done = this.#turn.then(() => this.#keepNow(ask, bytes));
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #keepNow(ask: WordAsk, bytes: Uint8Array): Promise<void> {
    const { vault } = this.#parts;
    const before = await this.#kept(ask);
    const { instances } = decodeLaneWord(bytes);
    // That a lane is not there is asked again at every batch; there is nothing to hold anybody to.
    if (before === undefined && instances.length === 0) return;
    const longest = before === undefined ? undefined : (before.longest ?? before.word);
    const fell = longest !== undefined && isFallen(bytesOf(longest), bytes);
    await vault.putJson(entryOf(ask), {
      batch: ask.batch,
      word: Buffer.from(bytes).toString('base64'),
      ...(fell ? { longest } : {}),
      instances: instances.length,
    } satisfies Kept);
    if (before !== undefined) return;
    const index = (await vault.getJson<readonly KeptLane[]>(INDEX)) ?? [];
    const lane = { twinId: ask.twinId.slice(2), authorId: ask.authorId.slice(2) };
    if (!index.some((each) => each.twinId === lane.twinId && each.authorId === lane.authorId))
      await vault.putJson(INDEX, [...index, lane]);
  }

  async #kept(ask: WordAsk): Promise<Kept | undefined> {
    return this.#parts.vault.getJson<Kept>(entryOf(ask));
  }

  #isOwn({ authorId }: WordAsk): boolean {
    return authorId.slice(2) === this.#parts.self;
  }
}

function isFallen(earlier: Uint8Array, later: Uint8Array): boolean {
  try {
    return headFell([decodeLaneWord(earlier), decodeLaneWord(later)]) !== undefined;
  } catch (error) {
    if (error instanceof RecordError) return false;
    throw error;
  }
}

function entryOf({ twinId, authorId }: WordAsk): string {
  return `lane-word/${twinId.slice(2)}/${authorId.slice(2)}`;
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
