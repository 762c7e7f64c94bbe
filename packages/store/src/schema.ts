/**
 * The database: a projection of what sealed objects, the receipt log and the chain hold, plus the outbox of effects under way and the online area. It holds digests, addresses, numbers, states and sealed bytes;
 * never clinical content in the clear, never a module's name, never a person's name. Hashes are lowercase hexadecimal text.
 *
 * A change here needs a migration: `npx drizzle-kit generate --name what_changes` in this package. A released migration is never edited.
 */

import { bigint, customType, index, integer, pgTable, primaryKey, serial, text } from 'drizzle-orm/pg-core';

/** `bytea`: a Buffer from one driver, a Uint8Array from the other, and always a plain Uint8Array here. */
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: (value) => new Uint8Array(value),
});

/** One anchored update T_i of a lane (docs/RECORD.md, section 3), from the moment it is sealed. */
export const instances = pgTable(
  'instance',
  {
    twinId: text('twin_id').notNull(),
    authorId: text('author_id').notNull(),
    seq: integer('seq').notNull(),
    author: text('author').notNull(),
    accessVersion: bigint('access_version', { mode: 'number' }).notNull(),
    /** Author's clock, seconds since 1970. */
    timeS: bigint('time_s', { mode: 'number' }).notNull(),
    manifest: text('manifest').notNull(),
    h: text('h').notNull(),
    leaf: text('leaf').notNull(),
    proof: text('proof').notNull(),
    mk: text('mk'),
    txHash: text('tx_hash'),
    blockNumber: bigint('block_number', { mode: 'number' }),
    gas: bigint('gas', { mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.twinId, table.authorId, table.seq] })],
);

/**
 * Where the slot and payload of a part lie (REC-16). The key is the place: two lanes may hold a part of one digest, or one lane claim another's, without standing in each other's way. Which objects make a part follows
 * from its digest, so rows of one digest say the same.
 */
export const parts = pgTable(
  'part',
  {
    partDigest: text('part_digest').notNull(),
    twinId: text('twin_id').notNull(),
    authorId: text('author_id').notNull(),
    seq: integer('seq').notNull(),
    slot: text('slot').notNull(),
    payload: text('payload').notNull(),
    payloadBytes: integer('payload_bytes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.twinId, table.authorId, table.seq, table.partDigest] }),
    index('part_by_digest').on(table.partDigest),
  ],
);

/** Capsules (REC-19) by lane and sealing epoch; the object itself is a blob. */
export const capsules = pgTable(
  'capsule',
  {
    address: text('address').primaryKey(),
    twinId: text('twin_id').notNull(),
    authorId: text('author_id').notNull(),
    scope: text('scope').notNull(),
    sealingEpoch: bigint('sealing_epoch', { mode: 'number' }).notNull(),
    issuer: text('issuer').notNull(),
    ordinal: serial('ordinal').notNull(),
  },
  (table) => [index('capsule_by_lane').on(table.twinId, table.authorId)],
);

/**
 * What a lane already holds: keyed hashes of a statement's key and content, so that a reader of the table learns and can guess nothing. 128 bits of each: this is
 * the largest table, and a chance collision (2^-64 at 2^32 statements) would only hold back an update of one statement.
 */
export const knownStatements = pgTable(
  'known_statement',
  {
    lane: text('lane').notNull(),
    keyMac: text('key_mac').notNull(),
    contentMac: text('content_mac').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lane, table.keyMac] })],
);

/** An effect on the world, written down before it is tried; a restart finishes what is still `pending`. */
export const outbox = pgTable(
  'outbox',
  {
    id: serial('id').primaryKey(),
    kind: text('kind').notNull(),
    /** The idempotency key: what the effect is about. Unique over all kinds: trying twice is one effect. */
    subject: text('subject').notNull().unique(),
    state: text('state').notNull(),
    /** Tries that ended, well or not. */
    attempts: integer('attempts').notNull(),
    /** JSON: identifiers, addresses and digests that the handler needs. */
    payload: text('payload').notNull().default('null'),
    /** Not before this second since 1970. */
    nextAttemptS: bigint('next_attempt_s', { mode: 'number' }).notNull().default(0),
    claimToken: text('claim_token'),
    claimedUntilS: bigint('claimed_until_s', { mode: 'number' }),
    doneAtS: bigint('done_at_s', { mode: 'number' }),
    /** Stable code of the last failure. */
    lastError: text('last_error'),
  },
  (table) => [index('outbox_by_state').on(table.state, table.nextAttemptS)],
);

/** How far each consumer of the chain's events has come. */
export const cursors = pgTable('cursor', {
  consumer: text('consumer').primaryKey(),
  blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
  logIndex: integer('log_index').notNull(),
  blockHash: text('block_hash').notNull(),
});

/** What the database says of itself: whose it is. */
export const storeMeta = pgTable('store_meta', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});

/** In which area a twin's data lies, and when it was last active. */
export const twinAreas = pgTable(
  'twin_area',
  {
    twinId: text('twin_id').primaryKey(),
    area: text('area').notNull(),
    /** Seconds since 1970. */
    lastActiveS: bigint('last_active_s', { mode: 'number' }).notNull(),
    /** Raised by every change of the twin's entries and by every activity: a move that saw another number starts again. */
    revision: bigint('revision', { mode: 'number' }).notNull(),
    /** Address of the sealed entries in the offline area, while they lie there. */
    archive: text('archive'),
  },
  (table) => [index('twin_area_by_activity').on(table.area, table.lastActiveS)],
);

/** Objects of a twin that a move under way copies and then deletes on the side that it leaves. */
export const areaObjects = pgTable(
  'area_object',
  {
    twinId: text('twin_id').notNull(),
    address: text('address').notNull(),
  },
  (table) => [primaryKey({ columns: [table.twinId, table.address] })],
);

/** One operational entry of the online area. Which collection, which key and what it says is sealed; the tags are keyed hashes. */
export const onlineEntries = pgTable(
  'online_entry',
  {
    twinId: text('twin_id').notNull(),
    collectionTag: text('collection_tag').notNull(),
    keyTag: text('key_tag').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.twinId, table.collectionTag, table.keyTag] })],
);

/** Equality index over chosen fields of entries, by keyed hashes only. */
export const onlineIndex = pgTable(
  'online_index',
  {
    twinId: text('twin_id').notNull(),
    collectionTag: text('collection_tag').notNull(),
    keyTag: text('key_tag').notNull(),
    valueTag: text('value_tag').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.twinId, table.collectionTag, table.keyTag, table.valueTag] }),
    index('online_index_by_value').on(table.valueTag),
  ],
);

/** Access requests and their decisions, as the chain emitted them. */
export const requests = pgTable('request', {
  requestId: text('request_id').primaryKey(),
  twinId: text('twin_id').notNull(),
  requester: text('requester').notNull(),
  permit: integer('permit').notNull(),
  reason: integer('reason').notNull(),
  blockNumber: bigint('block_number', { mode: 'number' }).notNull(),
  txHash: text('tx_hash').notNull(),
});
