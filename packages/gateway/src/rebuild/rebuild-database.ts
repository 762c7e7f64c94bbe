/** Making a gateway's database anew, in the place that its configuration names. */

import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ConsortiumReader, connect } from '@twinseal/chain';
import { decodeParameters, loadBackend, type PublicParameters, validateParameters } from '@twinseal/mibsc';
import { hospitalAuthorId, toHex } from '@twinseal/record';
import {
  type BlobStore,
  type OpenDatabase,
  openBlobStore,
  openDatabase,
  openDataDirectory,
  SealedStore,
  TieredBlobStore,
} from '@twinseal/store';
import type { Fault } from '../audit/fsck.js';
import { blobConfig, databaseUrl, type GatewayConfig } from '../config/index.js';
import { GatewayError } from '../errors.js';
import type { Vault } from '../lane-author.js';
import { readKeyFile } from '../service/key-files.js';
import { type Recovered, recover } from './recover.js';
import { writeRecovered } from './write-recovered.js';

export interface RebuildInput {
  readonly chain: ConsortiumReader;
  readonly params: PublicParameters;
  readonly blobs: Pick<BlobStore, 'get' | 'list' | 'has'>;
  readonly vault: Vault;
  /** The hospital's id, without `hospital:`. */
  readonly hospital: string;
  /** A database with empty tables. */
  readonly database: OpenDatabase;
  /** The clock, seconds since 1970. */
  readonly nowS: number;
  readonly progress?: (objects: number) => void;
}

/** Fills a database from sealed objects, vault and chain. @throws ChainError, StoreError */
export async function rebuildDatabase(input: RebuildInput): Promise<Recovered> {
  const recovered = await recover(input);
  await forgetReplicatedCapsules(input, recovered);
  await writeRecovered(input.database, recovered, input.vault, input.nowS);
  return recovered;
}

/** What a rebuild did. */
export interface RebuildReport {
  readonly lanes: number;
  readonly instances: number;
  /** Of the instances: sealed, and not on the chain yet. */
  readonly notAnchored: number;
  readonly parts: number;
  readonly capsules: number;
  readonly requests: number;
  /** Statements by which novelty is judged; 0 where nothing was written. */
  readonly statements: number;
  /** Sealed objects looked at. */
  readonly objects: number;
  readonly faults: readonly Fault[];
  /** Whether the new database now stands in the place of the old one. */
  readonly swapped: boolean;
  /** Where the old one was put: a folder, or a schema of the same server's database. Undefined where there was none. */
  readonly old?: string;
}

export interface RebuildOptions {
  /** Puts the new database in place even where something could not be recovered. */
  readonly acceptLosses?: boolean;
  readonly progress?: (objects: number) => void;
}

/**
 * Makes a gateway's database anew. The gateway must not run: its lock is taken. The old database is kept; where something could not be recovered, it also stays in place, unless
 * the losses are accepted.
 *
 * @throws StoreError `directory-in-use` where the gateway runs; ChainError, ConfigError, MibscError; GatewayError `parameters-differ`
 */
export async function rebuildGateway(
  config: GatewayConfig,
  env: Readonly<Record<string, string | undefined>>,
  options: RebuildOptions = {},
): Promise<RebuildReport> {
  const directory = await openDataDirectory(config.dataDir);
  const closers: (() => Promise<void>)[] = [() => directory.release()];
  try {
    const online = await openBlobStore(await blobConfig(config, env));
    closers.push(() => online.close());
    const offline = await openBlobStore(await blobConfig(config, env, 'offline'));
    closers.push(() => offline.close());
    const blobs = new TieredBlobStore(online, offline);
    const chain = new ConsortiumReader(await connect(config.chain.url), config.consortium);
    const parameters = new Uint8Array(await readFile(config.parametersFile));
    const params = validateParameters(decodeParameters(await loadBackend(), parameters));
    if (toHex(params.digest) !== toHex(await chain.parametersDigest())) {
      throw new GatewayError(
        'parameters-differ',
        `The parameters in ${config.parametersFile} are not those that the consortium pinned on the chain. Get them from the authority again.`,
      );
    }
    const vault = new SealedStore(config.vaultFolder, await readKeyFile(config.keys.vaultFile));
    const { hospital } = config;
    const { progress } = options;
    const sources = {
      chain,
      params,
      blobs,
      vault,
      hospital,
      ...(progress === undefined ? {} : { progress }),
    };
    const recovered = await recover(sources);
    const nowS = Math.floor(Date.now() / 1000);
    const replace = recovered.faults.length === 0 || options.acceptLosses === true;
    if (!replace) return reportOf(recovered);
    await forgetReplicatedCapsules(sources, recovered);
    const fill = (database: OpenDatabase) => writeRecovered(database, recovered, vault, nowS);
    const replaced =
      config.database.kind === 'pglite'
        ? await replaceFolder(config.database.folder, hospital, fill)
        : await replaceTables(await databaseUrl(config, env), hospital, fill);
    return reportOf(recovered, replaced);
  } finally {
    for (const close of closers.reverse()) await close().catch(() => undefined);
  }
}

/** Fills an empty database; the result is the number of statements written. */
type Fill = (database: OpenDatabase) => Promise<number>;

interface Replaced {
  readonly statements: number;
  readonly old?: string;
}

function reportOf(recovered: Recovered, replaced?: Replaced): RebuildReport {
  const { instances, capsules, requests, objects, faults } = recovered;
  return {
    lanes: new Set(instances.map(({ twinId, authorId: author }) => `${twinId}/${author}`)).size,
    instances: instances.length,
    notAnchored: instances.filter(({ anchored }) => anchored === undefined).length,
    parts: instances.reduce((sum, { parts }) => sum + parts.length, 0),
    capsules: capsules.length,
    requests: requests.length,
    objects,
    faults,
    statements: 0,
    ...replaced,
    swapped: replaced !== undefined,
  };
}

/**
 * Makes the new database beside the old one and renames both. A crash leaves the old one in place, or the old one under its new name and the whole new one beside: rebuilding again
 * mends that.
 *
 * @returns among others the folder in which the old one now lies, if there was one
 */
async function replaceFolder(folder: string, owner: string, fill: Fill): Promise<Replaced> {
  const fresh = `${folder}.new`;
  await rm(fresh, { recursive: true, force: true });
  const database = await openDatabase(`pglite:${fresh}`, { owner });
  let statements: number;
  try {
    statements = await fill(database);
  } finally {
    await database.close();
  }
  let old: string | undefined;
  if (existsSync(folder)) {
    old = freeName(`${folder}.old`);
    await rename(folder, old);
  }
  await rename(fresh, folder);
  await syncFolder(dirname(folder));
  return { statements, ...(old === undefined ? {} : { old }) };
}

/** Earlier copies are never overwritten: `.old`, then `.old.2`, `.old.3` … */
function freeName(wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(name); n++) name = `${wanted}.${n}`;
  return name;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Tables that are not made anew: whose database it is. */
const KEPT_TABLES = new Set(['store_meta']);

/**
 * On a server the tables stay where they are: in one transaction they are copied into a schema of their own, emptied, and filled.
 *
 * @returns among others the schema in which the old rows now lie, if there were any
 */
async function replaceTables(url: string, owner: string, fill: Fill): Promise<Replaced> {
  const database = await openDatabase(url, { owner });
  try {
    return await database.transaction(async (tx) => {
      const rowsOf = async (query: string) =>
        ((await tx.execute(query)) as unknown as { rows: Record<string, unknown>[] }).rows;
      const tables = (await rowsOf('select tablename from pg_tables where schemaname = current_schema()'))
        .map(({ tablename }) => String(tablename))
        .filter((table) => !KEPT_TABLES.has(table));
      let rows = 0;
      for (const table of tables) {
        const [count] = await rowsOf(`select count(*)::int as n from "${table}"`);
        rows += Number(count?.n);
      }
      let old: string | undefined;
      if (rows > 0) {
        old = await freeSchema(rowsOf);
        await tx.execute(`create schema "${old}"`);
        for (const table of tables) await tx.execute(`create table "${old}"."${table}" as table "${table}"`);
        await tx.execute(`truncate ${tables.map((table) => `"${table}"`).join(', ')} restart identity`);
      }
      const statements = await fill({ ...database, db: tx, transaction: (work) => work(tx) });
      return { statements, ...(old === undefined ? {} : { old }) };
    });
  } finally {
    await database.close();
  }
}

async function freeSchema(rowsOf: (query: string) => Promise<Record<string, unknown>[]>): Promise<string> {
  const taken = new Set(
    (await rowsOf('select nspname from pg_namespace')).map(({ nspname }) => String(nspname)),
  );
  let name = 'twinseal_old';
  for (let n = 2; taken.has(name); n++) name = `twinseal_old_${n}`;
  return name;
}

/**
 * How many of a lane's capsules a custodian has is remembered by their order, and of capsules issued in one second the order is not known any more. So the custodian gets them
 * all again: taking in what one has is no change.
 */
async function forgetReplicatedCapsules(
  input: Pick<RebuildInput, 'chain' | 'vault' | 'hospital'>,
  recovered: Recovered,
): Promise<void> {
  const self = toHex(hospitalAuthorId(input.hospital));
  const twins = new Set(
    recovered.capsules.filter(({ authorId: author }) => author === self).map(({ twinId }) => twinId),
  );
  for (const twinId of twins) {
    const twin = await input.chain.twin(`0x${twinId}`);
    if (twin === undefined) continue;
    const entry = `replica/${twinId}/${self}/${twin.custodian}`;
    const done = await input.vault.getJson<{ readonly instances: number; readonly capsules: number }>(entry);
    if (done !== undefined) await input.vault.putJson(entry, { ...done, capsules: 0 });
  }
}
