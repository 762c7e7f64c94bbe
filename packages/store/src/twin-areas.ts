/**
 * The two areas of storage (Amofa et al. 2024, section 4: "online Storage for operational data and offline Storage for data at rest, such as inactive Digital Twin instances"), and the moves between them.
 *
 * Online lie a twin's operational entries, in the database, sealed under the hospital's storage key, and its sealed objects, in the online blob store. Offline lie the sealed objects of inactive twins and one sealed archive of their
 * entries, in the offline blob store. A twin goes offline after a time without activity, and comes back at the first sweep after it was active again, or at once when entries are to be written.
 *
 * A move copies, verifies, flips in one transaction, and deletes last; the row in `twin_area` says how far it is:
 *
 *     online → moving-out → clearing-online → offline → moving-in → clearing-offline → online
 *                  └─────── active in between ──────────────────────────┘
 *
 * Every step may be repeated, so a sweep after a crash simply goes on. Whoever reads finds entries and objects in every state. The entries are a projection: where the database is lost they are made again from the sealed objects,
 * which stay what they are.
 */

import { and, asc, eq, gte, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import { addressOf } from './blob-store.js';
import type { Database, OpenDatabase } from './database.js';
import { isTransient, StoreError } from './errors.js';
import { guarded } from './internal/database-errors.js';
import { OnlineSeal, type SealedEntry } from './internal/online-seal.js';
import type { Address, Area, AreaPolicy, BlobStore } from './ports.js';
import { areaObjects, onlineEntries, onlineIndex, twinAreas } from './schema.js';
import { TieredBlobStore } from './tiered-blob-store.js';

/** One operational entry. Collection, key, index and value are sealed together. */
export interface OnlineEntry {
  readonly collection: string;
  /** Unique in its collection. */
  readonly key: string;
  readonly value: Uint8Array;
  /** Fields by which the entry can be found within its twin, by equality. */
  readonly index?: Readonly<Record<string, string>>;
}

export interface TwinAreasOptions {
  readonly database: OpenDatabase;
  /** 32 bytes, the hospital's storage key. */
  readonly storageKey: Uint8Array;
  readonly online: BlobStore;
  readonly offline: BlobStore;
  /** Addresses of everything sealed that belongs to a twin, such as `Ledger.objectsOf`. */
  readonly objectsOf: (twinId: string) => Promise<readonly Address[]>;
  readonly policy: AreaPolicy;
  /** The clock, in seconds since 1970. */
  readonly nowS: () => number;
}

/** What a sweep did. */
export interface SweepReport {
  /** Twins that are offline now and were not before. */
  readonly out: readonly string[];
  /** Twins that are online again. */
  readonly back: readonly string[];
  /** Twins whose move could not be finished; the next sweep tries again. */
  readonly failed: readonly { readonly twinId: string; readonly code: string }[];
}

/** Where a twin is. */
export interface TwinArea {
  readonly twinId: string;
  readonly area: Area;
  readonly lastActiveS: number;
}

type Row = typeof twinAreas.$inferSelect;

const MOVES_PER_SWEEP = 100;
const LOOKS = 3;
/** Rows per INSERT: PostgreSQL takes at most 65,535 parameters in a statement, and a row here has four. */
const ROWS_PER_INSERT = 5_000;
/** States in which the entries lie in the archive and not in the table. */
const ARCHIVED: readonly string[] = ['clearing-online', 'offline', 'moving-in'] satisfies Area[];

export class TwinAreas {
  /** The objects of both areas. */
  readonly blobs: TieredBlobStore;
  readonly #options: TwinAreasOptions;
  readonly #seal: OnlineSeal;
  readonly #moving = new Map<string, Promise<unknown>>();

  /** @throws RangeError for a storage key that is not 32 bytes, or an activity threshold that is not positive */
  constructor(options: TwinAreasOptions) {
    if (!(options.policy.inactiveAfterS > 0))
      throw new RangeError('inactiveAfterS: expected more than 0 seconds');
    this.#options = options;
    this.#seal = new OnlineSeal(options.storageKey);
    this.blobs = new TieredBlobStore(options.online, options.offline);
  }

  get #db(): Database {
    return this.#options.database.db;
  }

  /** Notes that a twin is in use, by an update or by a request; unknown ones become online. */
  async noteActivity(twinId: string): Promise<void> {
    await guarded(this.#touch(this.#db, twinId));
  }

  /** Every twin that was ever active, and where it is. */
  async all(): Promise<TwinArea[]> {
    const rows = await guarded(this.#db.select().from(twinAreas).orderBy(asc(twinAreas.twinId)));
    return rows.map(({ twinId, area, lastActiveS }) => ({ twinId, area: area as Area, lastActiveS }));
  }

  /**
   * Writes entries, in one transaction, replacing those with the same collection and key. It counts as activity; an offline twin comes back first.
   *
   * @throws StoreError
   */
  async putEntries(twinId: string, entries: readonly OnlineEntry[]): Promise<void> {
    const sealed = entries.map((entry) => this.#seal.seal(twinId, entry));
    // Of two entries with one key the last one stands.
    const rows = [...new Map(sealed.map((row) => [row.keyTag, row])).values()];
    await this.#write(twinId, async (tx) => {
      await this.#deleteRows(
        tx,
        twinId,
        rows.map(({ keyTag }) => keyTag),
      );
      await this.#insertRows(tx, twinId, rows);
    });
  }

  /** Removes entries. It counts as activity; an offline twin comes back first. */
  async removeEntries(twinId: string, collection: string, keys: readonly string[]): Promise<void> {
    const tags = keys.map((key) => this.#seal.keyTag(twinId, collection, key));
    await this.#write(twinId, (tx) => this.#deleteRows(tx, twinId, tags));
  }

  /**
   * A twin's entries, wherever they lie, in no particular order.
   *
   * @param collection all where left out
   * @throws StoreError `sealed-altered`, `object-missing`
   */
  async entries(twinId: string, collection?: string): Promise<OnlineEntry[]> {
    const tag = collection === undefined ? undefined : this.#seal.collectionTag(twinId, collection);
    const rows =
      tag === undefined
        ? await this.#rows(twinId)
        : await this.#rows(twinId, eq(onlineEntries.collectionTag, tag), (row) => row.collectionTag === tag);
    return rows.map((row) => this.#seal.open(twinId, row));
  }

  /** One entry, or undefined. @throws StoreError as {@link entries} */
  async entry(twinId: string, collection: string, key: string): Promise<OnlineEntry | undefined> {
    const tag = this.#seal.keyTag(twinId, collection, key);
    const [row] = await this.#rows(twinId, eq(onlineEntries.keyTag, tag), ({ keyTag }) => keyTag === tag);
    return row === undefined ? undefined : this.#seal.open(twinId, row);
  }

  /** Entries of a twin whose indexed field has a value. @throws StoreError as {@link entries} */
  async find(twinId: string, collection: string, field: string, value: string): Promise<OnlineEntry[]> {
    const tag = this.#seal.valueTag(twinId, collection, field, value);
    const keys = this.#db
      .select({ keyTag: onlineIndex.keyTag })
      .from(onlineIndex)
      .where(and(eq(onlineIndex.twinId, twinId), eq(onlineIndex.valueTag, tag)));
    const rows = await this.#rows(twinId, inArray(onlineEntries.keyTag, keys), ({ valueTags }) =>
      valueTags.includes(tag),
    );
    return rows.map((row) => this.#seal.open(twinId, row));
  }

  /** Finishes interrupted moves, sends inactive twins offline, and brings active ones back. One twin's failure does not hold up the others. */
  async sweep(): Promise<SweepReport> {
    const { policy, nowS } = this.#options;
    const before = nowS() - policy.inactiveAfterS;
    const limit = policy.movesPerSweep ?? MOVES_PER_SWEEP;
    const byActivity = asc(twinAreas.lastActiveS);
    const chosen = [
      await guarded(
        this.#db
          .select()
          .from(twinAreas)
          .where(notInArray(twinAreas.area, ['online', 'offline']))
          .limit(limit),
      ),
      await guarded(
        this.#db
          .select()
          .from(twinAreas)
          .where(and(eq(twinAreas.area, 'offline'), gte(twinAreas.lastActiveS, before)))
          .orderBy(byActivity)
          .limit(limit),
      ),
      await guarded(
        this.#db
          .select()
          .from(twinAreas)
          .where(and(eq(twinAreas.area, 'online'), lt(twinAreas.lastActiveS, before)))
          .orderBy(byActivity)
          .limit(limit),
      ),
    ].flat();
    const out: string[] = [];
    const back: string[] = [];
    const failed: { twinId: string; code: string }[] = [];
    for (const { twinId, lastActiveS, area } of chosen.slice(0, limit)) {
      try {
        const now = lastActiveS < before ? await this.moveOut(twinId) : await this.moveBack(twinId);
        if (now === area) continue;
        if (now === 'offline') out.push(twinId);
        if (now === 'online') back.push(twinId);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        failed.push({ twinId, code: error.code });
        // The store itself is in trouble: every further move would only fail in the same way.
        if (isTransient(error) && error.code !== 'area-busy') break;
      }
    }
    return { out, back, failed };
  }

  /**
   * Sends a twin offline, or finishes doing so. Where it is active meanwhile, it stays online.
   *
   * @returns where it is then
   * @throws StoreError; the move goes on at the next sweep
   */
  moveOut(twinId: string): Promise<Area> {
    return this.#alone(twinId, async () => {
      let row = await this.#row(twinId);
      let begun = false;
      while (row !== undefined && row.area !== 'offline') {
        // Online again after a beginning means that it was active meanwhile.
        if (row.area === 'online' && begun) break;
        if (!begun && (row.area === 'online' || row.area === 'moving-out')) {
          // What another process began is begun again: nobody knows which objects came since.
          begun = true;
          row = await this.#begin(row, 'moving-out');
        } else {
          row = await this.#finish(row);
        }
      }
      return (row?.area ?? 'online') as Area;
    });
  }

  /**
   * Brings a twin back, or finishes doing so.
   *
   * @returns where it is then
   * @throws StoreError; the move goes on at the next sweep
   */
  moveBack(twinId: string): Promise<Area> {
    return this.#alone<Area>(twinId, async () => {
      let row = await this.#row(twinId);
      while (row !== undefined && row.area !== 'online') {
        if (row.area === 'offline') row = await this.#begin(row, 'moving-in');
        else if (row.area === 'moving-out') row = await this.#turnBack(row);
        else row = await this.#finish(row);
      }
      return 'online';
    });
  }

  /**
   * Forgets a twin's entries, wherever they lie, so that they can be made again from the sealed objects: where the database was lost, or the archive of an offline twin.
   *
   * @throws StoreError
   */
  forgetEntries(twinId: string): Promise<void> {
    return this.#alone(twinId, async () => {
      const row = await this.#row(twinId);
      await this.#options.database.transaction(async (tx) => {
        await this.#touch(tx, twinId);
        await tx.update(twinAreas).set({ archive: null }).where(eq(twinAreas.twinId, twinId));
        await tx.delete(onlineEntries).where(eq(onlineEntries.twinId, twinId));
        await tx.delete(onlineIndex).where(eq(onlineIndex.twinId, twinId));
      });
      if (row !== undefined && row.archive !== null) await this.#options.offline.remove(row.archive);
    });
  }

  /** One step of a move that was begun. */
  async #finish(row: Row): Promise<Row | undefined> {
    switch (row.area as Area) {
      case 'moving-out':
        await this.#copyAll(row.twinId, this.#options.online, this.#options.offline);
        return this.#flipOut(row);
      case 'clearing-online':
        await this.#clear(row.twinId, this.#options.online, this.#options.offline);
        return this.#end(row, 'offline');
      case 'moving-in':
        await this.#copyAll(row.twinId, this.#options.offline, this.#options.online);
        return this.#flipIn(row);
      case 'clearing-offline':
        await this.#clear(row.twinId, this.#options.offline, this.#options.online);
        if (row.archive !== null) await this.#options.offline.remove(row.archive);
        return this.#end(row, 'online');
      default:
        return row;
    }
  }

  /** Writes down that a move begins, and which objects it is about. A move out is of the twin as it was when the row was read; where it has changed since, there is none. */
  async #begin(row: Row, area: 'moving-out' | 'moving-in'): Promise<Row | undefined> {
    const { twinId, revision } = row;
    const objects = [...new Set(await this.#options.objectsOf(twinId))];
    const begun = await this.#options.database.transaction(async (tx) => {
      const changed = await tx
        .update(twinAreas)
        .set({ area })
        .where(
          and(
            eq(twinAreas.twinId, twinId),
            eq(twinAreas.area, row.area),
            area === 'moving-out' ? eq(twinAreas.revision, revision) : undefined,
          ),
        )
        .returning();
      if (changed.length === 0) return undefined;
      await tx.delete(areaObjects).where(eq(areaObjects.twinId, twinId));
      for (let at = 0; at < objects.length; at += ROWS_PER_INSERT) {
        const some = objects.slice(at, at + ROWS_PER_INSERT);
        await tx.insert(areaObjects).values(some.map((address) => ({ twinId, address })));
      }
      return changed[0];
    });
    return begun ?? (await this.#turnBack(row));
  }

  /** Archives the entries, and says in one transaction that they are offline; unless the twin was active since. */
  async #flipOut(begun: Row): Promise<Row | undefined> {
    const { twinId } = begun;
    const { offline, database } = this.#options;
    const { row, entries } = await this.#snapshot(twinId);
    if (row === undefined || row.area !== 'moving-out') return row;
    if (row.revision !== begun.revision) return this.#turnBack(row);
    const archive = this.#seal.sealArchive(twinId, entries);
    const address = await this.#recordArchive(row, archive);
    await offline.put(archive);
    const kept = await offline.get(address);
    if (kept === undefined || this.#seal.openArchive(twinId, kept).length !== entries.length)
      throw missing(address);
    const flipped = await database.transaction(async (tx) => {
      const changed = await tx
        .update(twinAreas)
        .set({ area: 'clearing-online' })
        .where(
          and(
            eq(twinAreas.twinId, twinId),
            eq(twinAreas.area, 'moving-out'),
            eq(twinAreas.revision, row.revision),
          ),
        )
        .returning({ twinId: twinAreas.twinId });
      if (changed.length === 0) return false;
      await tx.delete(onlineEntries).where(eq(onlineEntries.twinId, twinId));
      await tx.delete(onlineIndex).where(eq(onlineIndex.twinId, twinId));
      return true;
    });
    const now = await this.#row(twinId);
    return flipped || now === undefined ? now : this.#turnBack(now);
  }

  /** Names the archive before it is written, so that a crash leaves none that nobody knows of. */
  async #recordArchive(row: Row, archive: Uint8Array): Promise<Address> {
    const address = addressOf(archive);
    if (row.archive !== null) await this.#options.offline.remove(row.archive);
    await guarded(
      this.#db.update(twinAreas).set({ archive: address }).where(eq(twinAreas.twinId, row.twinId)),
    );
    return address;
  }

  /** The twin is in use: what was copied to the offline area, if anything was, is cleared away again. */
  async #turnBack(row: Row): Promise<Row | undefined> {
    await guarded(
      this.#db
        .update(twinAreas)
        .set({ area: 'clearing-offline' })
        .where(and(eq(twinAreas.twinId, row.twinId), eq(twinAreas.area, 'moving-out'))),
    );
    return this.#row(row.twinId);
  }

  async #flipIn(row: Row): Promise<Row | undefined> {
    const { twinId, archive } = row;
    const entries = archive === null ? [] : await this.#openArchive(twinId, archive);
    if (entries === undefined) throw missing(archive as string);
    await this.#options.database.transaction(async (tx) => {
      const changed = await tx
        .update(twinAreas)
        .set({ area: 'clearing-offline' })
        .where(and(eq(twinAreas.twinId, twinId), eq(twinAreas.area, 'moving-in')))
        .returning({ twinId: twinAreas.twinId });
      if (changed.length > 0) await this.#insertRows(tx, twinId, entries);
    });
    return this.#row(twinId);
  }

  async #end(row: Row, area: 'online' | 'offline'): Promise<Row | undefined> {
    const { twinId } = row;
    await this.#options.database.transaction(async (tx) => {
      await tx
        .update(twinAreas)
        .set(area === 'online' ? { area, archive: null } : { area })
        .where(and(eq(twinAreas.twinId, twinId), eq(twinAreas.area, row.area)));
      await tx.delete(areaObjects).where(eq(areaObjects.twinId, twinId));
    });
    return this.#row(twinId);
  }

  /** Copies what is not there yet, and reads every copy back. */
  async #copyAll(twinId: string, from: BlobStore, to: BlobStore): Promise<void> {
    for (const address of await this.#objects(twinId)) await copy(address, from, to);
  }

  /** Removes from one side what the other holds intact; what it does not hold is copied first. */
  async #clear(twinId: string, from: BlobStore, keeper: BlobStore): Promise<void> {
    for (const address of await this.#objects(twinId)) {
      if (!(await from.has(address))) continue;
      await copy(address, from, keeper);
      await from.remove(address);
    }
  }

  async #objects(twinId: string): Promise<Address[]> {
    const rows = await guarded(
      this.#db
        .select()
        .from(areaObjects)
        .where(eq(areaObjects.twinId, twinId))
        .orderBy(asc(areaObjects.address)),
    );
    return rows.map(({ address }) => address);
  }

  async #row(twinId: string): Promise<Row | undefined> {
    return (await guarded(this.#db.select().from(twinAreas).where(eq(twinAreas.twinId, twinId))))[0];
  }

  /** Where a twin is and what the table has of it (or of what is asked for), as of one moment. */
  async #snapshot(twinId: string, which?: SQL): Promise<{ row: Row | undefined; entries: SealedEntry[] }> {
    return guarded(
      this.#db.transaction(
        async (tx) => {
          const [row] = await tx.select().from(twinAreas).where(eq(twinAreas.twinId, twinId));
          const found = await tx
            .select()
            .from(onlineEntries)
            .where(and(eq(onlineEntries.twinId, twinId), which));
          const tags = await tx.select().from(onlineIndex).where(eq(onlineIndex.twinId, twinId));
          const byEntry = new Map<string, string[]>();
          for (const { collectionTag, keyTag, valueTag } of tags) {
            const place = `${collectionTag}/${keyTag}`;
            byEntry.set(place, [...(byEntry.get(place) ?? []), valueTag]);
          }
          const entries = found.map(({ collectionTag, keyTag, sealed }) => ({
            collectionTag,
            keyTag,
            sealed,
            valueTags: byEntry.get(`${collectionTag}/${keyTag}`) ?? [],
          }));
          return { row, entries };
        },
        { isolationLevel: 'repeatable read' },
      ),
    );
  }

  /** Sealed entries that match, from the table or from the archive; all where nothing is asked. */
  async #rows(
    twinId: string,
    inTable?: SQL,
    inArchive: (row: SealedEntry) => boolean = () => true,
  ): Promise<SealedEntry[]> {
    let archive: string | null = null;
    for (let look = 0; look < LOOKS; look++) {
      const { row, entries } = await this.#snapshot(twinId, inTable);
      if (row === undefined || !ARCHIVED.includes(row.area)) return entries;
      archive = row.archive;
      if (archive === null) return [];
      const archived = await this.#openArchive(twinId, archive);
      // Where it is not there, it came back online between the two looks.
      if (archived !== undefined) return archived.filter(inArchive);
    }
    throw missing(archive ?? 'of the archive');
  }

  async #openArchive(twinId: string, address: Address): Promise<SealedEntry[] | undefined> {
    const archive = await this.#options.offline.get(address);
    return archive === undefined ? undefined : this.#seal.openArchive(twinId, archive);
  }

  /** Runs a change of entries where they lie in the table, and brings them there first where they do not. */
  async #write(twinId: string, change: (tx: Database) => Promise<void>): Promise<void> {
    for (let tries = 0; tries < LOOKS; tries++) {
      const done = await this.#options.database.transaction(async (tx) => {
        const row = await this.#touch(tx, twinId);
        if (row !== undefined && ARCHIVED.includes(row.area)) return false;
        await change(tx);
        return true;
      });
      if (done) return;
      await this.moveBack(twinId);
    }
    throw new StoreError('area-busy', 'The twin is being moved between the areas; try again.');
  }

  /** Raises the revision, which a move under way sees; and locks the row until the transaction ends. */
  async #touch(tx: Database, twinId: string): Promise<Row | undefined> {
    const nowS = this.#options.nowS();
    const [row] = await tx
      .insert(twinAreas)
      .values({ twinId, area: 'online', lastActiveS: nowS, revision: 1 })
      .onConflictDoUpdate({
        target: twinAreas.twinId,
        set: {
          lastActiveS: sql`greatest(${twinAreas.lastActiveS}, excluded.last_active_s)`,
          revision: sql`${twinAreas.revision} + 1`,
        },
      })
      .returning();
    return row;
  }

  async #insertRows(tx: Database, twinId: string, rows: readonly SealedEntry[]): Promise<void> {
    const tags = rows.flatMap(({ collectionTag, keyTag, valueTags }) =>
      [...new Set(valueTags)].map((valueTag) => ({ twinId, collectionTag, keyTag, valueTag })),
    );
    const entries = rows.map(({ collectionTag, keyTag, sealed }) => ({
      twinId,
      collectionTag,
      keyTag,
      sealed,
    }));
    for (let at = 0; at < entries.length; at += ROWS_PER_INSERT) {
      await tx.insert(onlineEntries).values(entries.slice(at, at + ROWS_PER_INSERT));
    }
    for (let at = 0; at < tags.length; at += ROWS_PER_INSERT) {
      await tx.insert(onlineIndex).values(tags.slice(at, at + ROWS_PER_INSERT));
    }
  }

  async #deleteRows(tx: Database, twinId: string, keyTags: readonly string[]): Promise<void> {
    for (const table of [onlineEntries, onlineIndex]) {
      for (let at = 0; at < keyTags.length; at += ROWS_PER_INSERT) {
        const some = keyTags.slice(at, at + ROWS_PER_INSERT);
        await tx.delete(table).where(and(eq(table.twinId, twinId), inArray(table.keyTag, some)));
      }
    }
  }

  /** One move of a twin at a time in this process; the database belongs to one process. */
  async #alone<T>(twinId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#moving.get(twinId) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(work);
    this.#moving.set(twinId, mine);
    try {
      return await mine;
    } finally {
      if (this.#moving.get(twinId) === mine) this.#moving.delete(twinId);
    }
  }
}

/** @throws StoreError `object-altered` where neither side holds it intact, `object-missing` where the copy is not there; an object that no side holds is passed over, for there is nothing to lose */
async function copy(address: Address, from: BlobStore, to: BlobStore): Promise<void> {
  if (await intact(address, to)) return;
  const bytes = await from.get(address);
  if (bytes === undefined) return;
  await to.put(bytes);
  if ((await to.get(address)) === undefined) throw missing(address);
}

async function intact(address: Address, store: BlobStore): Promise<boolean> {
  try {
    return (await store.get(address)) !== undefined;
  } catch (error) {
    if (error instanceof StoreError && error.code === 'object-altered') return false;
    throw error;
  }
}

function missing(address: string): StoreError {
  return new StoreError('object-missing', `The object ${address} is not held where the database says it is.`);
}
