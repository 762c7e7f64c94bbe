/**
 * What the gateway writes down and asks of the database, one method a question. Every method is one transaction, so a crash leaves a whole step or none; every method rejects with `StoreError` where the database is
 * at fault, `database-conflict` where a row contradicts one that is there.
 */

import { and, asc, count, eq, inArray, max, or, sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { guarded } from './internal/database-errors.js';
import { capsules, instances, knownStatements, outbox, parts, requests } from './schema.js';

export type InstanceRow = typeof instances.$inferSelect;
export type PartRow = typeof parts.$inferSelect;
export type CapsuleRow = Omit<typeof capsules.$inferSelect, 'ordinal'>;
export type RequestRow = typeof requests.$inferSelect;

/** A sealed instance whose objects are stored and which is not yet on the chain. */
export interface SealedInstance extends Omit<InstanceRow, 'mk' | 'txHash' | 'blockNumber' | 'gas'> {
  readonly parts: readonly Omit<PartRow, 'twinId' | 'authorId' | 'seq'>[];
  /** Keyed hashes of the statements that the instance adds, for the next novelty check. */
  readonly known: readonly { readonly keyMac: string; readonly contentMac: string }[];
}

/** What the chain answered to an anchoring. */
export interface AnchoringResult {
  readonly mk: string;
  readonly txHash: string;
  readonly blockNumber: number;
  readonly gas: number;
}

/** A lane in a few numbers. */
export interface LaneSummary {
  readonly twinId: string;
  readonly authorId: string;
  readonly instances: number;
  /** Of the instances: not known to be on the chain. */
  readonly unanchored: number;
  /** Newest block that is recorded for one of them; null where none is anchored. */
  readonly newestBlock: number | null;
}

/** Kind of the effect that {@link Ledger.recordSealed} writes down. What the chain has decides whether an instance is anchored, not the effect: once done it may be forgotten. */
export const ANCHOR_EFFECT = 'anchor';

interface LaneKey {
  readonly twinId: string;
  readonly authorId: string;
}

/** Rows per INSERT: PostgreSQL takes at most 65,535 parameters in a statement, and a row here has three. */
const ROWS_PER_INSERT = 5_000;

export class Ledger {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Records a sealed instance with its parts, and the anchoring that must follow, in one transaction. */
  async recordSealed(sealed: SealedInstance): Promise<void> {
    const { parts: partRows, known, ...instance } = sealed;
    const lane = { twinId: instance.twinId, authorId: instance.authorId };
    await this.#transaction(async (tx) => {
      await tx.insert(instances).values(instance);
      // An instance that its patient had erased has none any more.
      if (partRows.length > 0)
        await tx.insert(parts).values(partRows.map((part) => ({ ...part, ...lane, seq: instance.seq })));
      for (let at = 0; at < known.length; at += ROWS_PER_INSERT) {
        const rows = known.slice(at, at + ROWS_PER_INSERT).map((row) => ({ ...row, lane: laneText(lane) }));
        await tx
          .insert(knownStatements)
          .values(rows)
          .onConflictDoUpdate({
            target: [knownStatements.lane, knownStatements.keyMac],
            set: { contentMac: sql`excluded.content_mac` },
          });
      }
      await tx.insert(outbox).values({
        kind: ANCHOR_EFFECT,
        subject: anchorSubject(instance),
        state: 'pending',
        attempts: 0,
        payload: JSON.stringify({ ...lane, seq: instance.seq }),
      });
    });
  }

  /**
   * Puts an instance that was sealed anew in the place of the one that was never anchored, in one transaction. What the lane holds (`known`) stays.
   */
  async replaceSealed(sealed: SealedInstance): Promise<void> {
    const { parts: partRows, known: _known, ...instance } = sealed;
    const lane = { twinId: instance.twinId, authorId: instance.authorId };
    await this.#transaction(async (tx) => {
      await tx
        .update(instances)
        .set({ ...instance, mk: null, txHash: null, blockNumber: null, gas: null })
        .where(
          and(
            eq(instances.twinId, lane.twinId),
            eq(instances.authorId, lane.authorId),
            eq(instances.seq, instance.seq),
          ),
        );
      await tx
        .delete(parts)
        .where(
          and(eq(parts.twinId, lane.twinId), eq(parts.authorId, lane.authorId), eq(parts.seq, instance.seq)),
        );
      // An instance that its patient had erased has none any more.
      if (partRows.length > 0)
        await tx.insert(parts).values(partRows.map((part) => ({ ...part, ...lane, seq: instance.seq })));
    });
  }

  /**
   * Records that an instance is on the chain, and closes its outbox row.
   *
   * @param doneAtS seconds since 1970, where the caller has a clock
   */
  async recordAnchored(
    instance: LaneKey & { seq: number },
    result: AnchoringResult,
    doneAtS?: number,
  ): Promise<void> {
    await this.#transaction(async (tx) => {
      await tx
        .update(instances)
        .set(result)
        .where(
          and(
            eq(instances.twinId, instance.twinId),
            eq(instances.authorId, instance.authorId),
            eq(instances.seq, instance.seq),
          ),
        );
      await tx
        .update(outbox)
        .set({
          state: 'done',
          attempts: sql`${outbox.attempts} + 1`,
          doneAtS: doneAtS ?? null,
          lastError: null,
          claimToken: null,
          claimedUntilS: null,
        })
        .where(eq(outbox.subject, anchorSubject(instance)));
    });
  }

  async #transaction(work: (tx: Database) => Promise<void>): Promise<void> {
    await guarded(this.#db.transaction((tx) => work(tx as unknown as Database)));
  }

  /** Instances sealed and stored but not yet on the chain, in lane order. */
  async pendingAnchors(): Promise<InstanceRow[]> {
    return guarded(
      this.#db
        .select()
        .from(instances)
        .where(sql`${instances.txHash} is null`)
        .orderBy(asc(instances.twinId), asc(instances.authorId), asc(instances.seq)),
    );
  }

  /** All instances of a lane, by sequence number. */
  async lane(key: LaneKey): Promise<InstanceRow[]> {
    return guarded(
      this.#db
        .select()
        .from(instances)
        .where(and(eq(instances.twinId, key.twinId), eq(instances.authorId, key.authorId)))
        .orderBy(asc(instances.seq)),
    );
  }

  /**
   * Every lane of which something is held, in order of twin and author; summed up in the database, so the answer grows with the lanes and not with what they hold.
   *
   * @param of only lanes of this twin or author
   */
  async lanes(of: { readonly twinId?: string; readonly authorId?: string } = {}): Promise<LaneSummary[]> {
    return guarded(
      this.#db
        .select({
          twinId: instances.twinId,
          authorId: instances.authorId,
          instances: count(),
          unanchored: sql`count(*) filter (where ${instances.txHash} is null)`.mapWith(Number),
          newestBlock: max(instances.blockNumber),
        })
        .from(instances)
        .where(
          and(
            of.twinId === undefined ? undefined : eq(instances.twinId, of.twinId),
            of.authorId === undefined ? undefined : eq(instances.authorId, of.authorId),
          ),
        )
        .groupBy(instances.twinId, instances.authorId)
        .orderBy(asc(instances.twinId), asc(instances.authorId)),
    );
  }

  async allInstances(): Promise<InstanceRow[]> {
    return guarded(
      this.#db
        .select()
        .from(instances)
        .orderBy(asc(instances.twinId), asc(instances.authorId), asc(instances.seq)),
    );
  }

  async allParts(): Promise<PartRow[]> {
    return guarded(
      this.#db
        .select()
        .from(parts)
        .orderBy(asc(parts.partDigest), asc(parts.twinId), asc(parts.authorId), asc(parts.seq)),
    );
  }

  /** The parts of one instance. */
  async partsOf(instance: LaneKey & { readonly seq: number }): Promise<PartRow[]> {
    return guarded(
      this.#db
        .select()
        .from(parts)
        .where(
          and(
            eq(parts.twinId, instance.twinId),
            eq(parts.authorId, instance.authorId),
            eq(parts.seq, instance.seq),
          ),
        )
        .orderBy(asc(parts.partDigest)),
    );
  }

  /** A part of a lane by its digest; the first where the lane has it in several places, which all name the same objects. */
  async part(lane: LaneKey, partDigest: string): Promise<PartRow | undefined> {
    const found = await guarded(
      this.#db
        .select()
        .from(parts)
        .where(
          and(
            eq(parts.partDigest, partDigest),
            eq(parts.twinId, lane.twinId),
            eq(parts.authorId, lane.authorId),
          ),
        )
        .orderBy(asc(parts.seq))
        .limit(1),
    );
    return found[0];
  }

  /** Parts of any lane that lie in one of some objects: what is deleted for one of them must not be another's. */
  async partsAt(addresses: readonly string[]): Promise<PartRow[]> {
    const found: PartRow[] = [];
    for (let at = 0; at < addresses.length; at += ROWS_PER_INSERT) {
      const some = addresses.slice(at, at + ROWS_PER_INSERT);
      found.push(
        ...(await guarded(
          this.#db
            .select()
            .from(parts)
            .where(or(inArray(parts.slot, some), inArray(parts.payload, some)))
            .orderBy(asc(parts.twinId), asc(parts.authorId), asc(parts.seq), asc(parts.partDigest)),
        )),
      );
    }
    return found;
  }

  /** Adds a capsule; the same one twice is one row. */
  async recordCapsule(capsule: CapsuleRow): Promise<void> {
    await guarded(this.#db.insert(capsules).values(capsule).onConflictDoNothing());
  }

  /** Capsules of a lane in the order in which they were issued. */
  async capsules(key: LaneKey): Promise<CapsuleRow[]> {
    return guarded(
      this.#db
        .select()
        .from(capsules)
        .where(and(eq(capsules.twinId, key.twinId), eq(capsules.authorId, key.authorId)))
        .orderBy(asc(capsules.ordinal)),
    );
  }

  async allCapsules(): Promise<CapsuleRow[]> {
    return guarded(this.#db.select().from(capsules).orderBy(asc(capsules.ordinal)));
  }

  /** Content hashes of those of the given statement keys that the lane already holds. */
  async known(key: LaneKey, keyMacs: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (let at = 0; at < keyMacs.length; at += ROWS_PER_INSERT) {
      const rows = await guarded(
        this.#db
          .select()
          .from(knownStatements)
          .where(
            and(
              eq(knownStatements.lane, laneText(key)),
              inArray(knownStatements.keyMac, keyMacs.slice(at, at + ROWS_PER_INSERT)),
            ),
          ),
      );
      for (const row of rows) found.set(row.keyMac, row.contentMac);
    }
    return found;
  }

  /** Addresses of everything sealed that belongs to a twin: manifests, slots, payloads, capsules. */
  async objectsOf(twinId: string): Promise<string[]> {
    const ofInstances = this.#db
      .select({ address: instances.manifest })
      .from(instances)
      .where(eq(instances.twinId, twinId));
    const ofParts = this.#db
      .select({ slot: parts.slot, payload: parts.payload })
      .from(parts)
      .where(eq(parts.twinId, twinId));
    const ofCapsules = this.#db
      .select({ address: capsules.address })
      .from(capsules)
      .where(eq(capsules.twinId, twinId));
    const found = new Set<string>();
    for (const { address } of await guarded(ofInstances)) found.add(address);
    for (const { slot, payload } of await guarded(ofParts)) found.add(slot).add(payload);
    for (const { address } of await guarded(ofCapsules)) found.add(address);
    return [...found].sort();
  }

  async recordRequest(request: RequestRow): Promise<void> {
    await guarded(this.#db.insert(requests).values(request).onConflictDoNothing());
  }

  async allRequests(): Promise<RequestRow[]> {
    return guarded(this.#db.select().from(requests).orderBy(asc(requests.blockNumber)));
  }

  /** Outbox rows that are not done: what a restart must finish. */
  async pendingEffects(): Promise<(typeof outbox.$inferSelect)[]> {
    return guarded(this.#db.select().from(outbox).where(eq(outbox.state, 'pending')).orderBy(asc(outbox.id)));
  }
}

/** A short name of a lane in the largest table: 64 bits each of twin and author, which are random and a hash. */
function laneText(lane: LaneKey): string {
  return `${lane.twinId.slice(0, 16)}${lane.authorId.slice(0, 16)}`;
}

function anchorSubject(instance: LaneKey & { seq: number }): string {
  return `anchor/${instance.twinId}/${instance.authorId}/${instance.seq}`;
}
