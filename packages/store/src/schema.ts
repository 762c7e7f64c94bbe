/**
 * The database: a projection of what sealed objects, the receipt log and the chain hold, plus the outbox of effects under way. It holds digests, addresses,
 * numbers and states; never clinical content, never a module's name, never a person's name. Hashes are lowercase hexadecimal text.
 */

import { bigint, index, integer, pgTable, primaryKey, serial, text } from 'drizzle-orm/pg-core';

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

/** Where the slot and payload of a part lie (REC-16). */
export const parts = pgTable(
  'part',
  {
    partDigest: text('part_digest').primaryKey(),
    twinId: text('twin_id').notNull(),
    authorId: text('author_id').notNull(),
    seq: integer('seq').notNull(),
    slot: text('slot').notNull(),
    payload: text('payload').notNull(),
    payloadBytes: integer('payload_bytes').notNull(),
  },
  (table) => [index('part_by_instance').on(table.twinId, table.authorId, table.seq)],
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
export const outbox = pgTable('outbox', {
  id: serial('id').primaryKey(),
  kind: text('kind').notNull(),
  /** What the effect is about, unique per kind: trying twice is one effect. */
  subject: text('subject').notNull().unique(),
  state: text('state').notNull(),
  attempts: integer('attempts').notNull(),
});

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
