/** Every kind of database that the store runs on, for suites that run over each. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, POSTGRES_MISSING, PostgresCluster } from './postgres-cluster.js';

export interface DatabaseBench {
  /** Configuration value of a new, empty database. */
  fresh(): Promise<string>;
  /** What makes opening a new one fast. */
  readonly options: { readonly template?: string };
  stop(): Promise<void>;
}

export interface DatabaseKind {
  /** Says why, where the kind is skipped. */
  readonly name: string;
  readonly missing: boolean;
  start(): Promise<DatabaseBench>;
}

const programs = await findPostgres();

export const postgresPrograms = programs;

export const DATABASE_KINDS: readonly DatabaseKind[] = [
  {
    name: 'PGlite on a folder',
    missing: false,
    start: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'twinseal-db-'));
      let count = 0;
      return {
        fresh: async () => `pglite:${join(folder, String(++count))}`,
        options: { template: join(folder, 'template') },
        stop: () => rm(folder, { recursive: true, force: true }),
      };
    },
  },
  {
    name: programs === undefined ? `PostgreSQL (${POSTGRES_MISSING})` : 'PostgreSQL',
    missing: programs === undefined,
    start: async () => {
      const cluster = await PostgresCluster.create(programs as string);
      return { fresh: () => cluster.database(), options: {}, stop: () => cluster.remove() };
    },
  },
];
