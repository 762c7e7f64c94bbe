/** Vault, database and sealed objects. What is looked into while nobody else may: the caller holds the data directory's lock. */

import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsortiumReader } from '@twinseal/chain';
import { hospitalAuthorId, toHex } from '@twinseal/record';
import {
  Ledger,
  type OpenDatabase,
  openBlobStore,
  openDatabase,
  ReceiptLog,
  SealedStore,
  StoreError,
} from '@twinseal/store';
import { OwnMaps, type WrittenBatch } from '../anchoring/own-maps.js';
import { withWordsAtRest } from '../anchoring/words-at-rest.js';
import { blobConfig, ConfigError, databaseUrl, type GatewayConfig } from '../config/index.js';
import { CONSORTIUM_ENTRY } from '../emergency/last-known.js';
import { missingRows } from '../rebuild/missing-rows.js';
import type { Findings } from './finding.js';

type Env = Readonly<Record<string, string | undefined>>;

/** An entry that every gateway with a twin has: the list of the twins that it knows. */
const KNOWN_ENTRY = 'twins';

/** The vault opens under its key. */
export async function checkVault(config: GatewayConfig, findings: Findings): Promise<void> {
  const key = await readFile(config.keys.vaultFile).catch(() => undefined);
  if (key?.length !== 32) return;
  try {
    const vault = new SealedStore(config.vaultFolder, new Uint8Array(key));
    const twins = await vault.getJson<string[]>(KNOWN_ENTRY);
    const isRight = twins !== undefined || (await vault.getJson(CONSORTIUM_ENTRY)) !== undefined;
    if (!isRight && existsSync(config.vaultFolder)) {
      // Names in the vault are keyed too: under another key everything looks as if it were not there.
      findings.warn(
        'vault',
        'The vault has entries, and under this vault key no twin is known.',
        'Unless no patient was introduced here yet, the vault key is another one: restore the right one from a backup.',
      );
    } else findings.ok('vault', `The vault opens; ${twins?.length ?? 0} twins are known.`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    findings.error(
      'vault',
      `The vault in ${config.vaultFolder} does not open (${error.code}).`,
      'Restore vault and vault key from a backup, both of the same time.',
    );
  }
}

/** The log of access receipts reads, but for a last entry that a power cut tore. */
export async function checkReceipts(config: GatewayConfig, findings: Findings): Promise<void> {
  if (!existsSync(config.receiptsFile)) return;
  try {
    const log = await ReceiptLog.open(config.receiptsFile);
    await log.close();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    findings.error(
      'vault',
      `The log of access receipts ${config.receiptsFile} cannot be read (${error.code}).`,
      'Restore it from a backup: it is the proof of what was released.',
    );
  }
}

/** The database opens, is of a version that this program knows, and holds what the chain says was written here. */
export async function checkDatabase(
  config: GatewayConfig,
  env: Env,
  chain: ConsortiumReader | undefined,
  findings: Findings,
): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'twinseal-doctor-'));
  let database: OpenDatabase | undefined;
  try {
    const target = await targetOf(config, env, scratch);
    if (target === undefined) {
      const known = chain && (await withWordsAtRest(chain, config, { lane: async () => [] }));
      const isLost = known !== undefined && (await missingRows(NOTHING, known, selfOf(config))) > 0;
      if (isLost) {
        findings.error(
          'database',
          'There is no database, and the chain has instances that this gateway wrote.',
          `Make it anew: twinseal rebuild --config ${config.file}`,
        );
      } else findings.ok('database', 'There is no database yet; the gateway makes it at its first start.');
      return;
    }
    database = await openDatabase(target, { owner: config.hospital });
    await compareWithChain(config, new Ledger(database.db), chain, findings);
  } catch (error) {
    if (!(error instanceof StoreError) && !(error instanceof ConfigError) && !(error instanceof TypeError))
      throw error;
    const code = error instanceof TypeError ? 'config-invalid' : error.code;
    findings.error(
      'database',
      `The database cannot be used (${code}): ${error.message}`,
      remedyOf(code, config),
    );
  } finally {
    await database?.close().catch(() => undefined);
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Opening the embedded database would bring it to the newest schema, and make it where it is not there; a copy leaves it as it is. */
async function targetOf(config: GatewayConfig, env: Env, scratch: string): Promise<string | undefined> {
  if (config.database.kind === 'postgres') return databaseUrl(config, env);
  if (!existsSync(config.database.folder)) return undefined;
  const copy = join(scratch, 'database');
  await cp(config.database.folder, copy, { recursive: true });
  return `pglite:${copy}`;
}

function remedyOf(code: string, config: GatewayConfig): string {
  if (code === 'database-newer') return 'Use the program that wrote it, or a newer one.';
  if (code === 'database-foreign') return "Name this gateway's own database.";
  if (code === 'database-in-use') return 'Stop the other process that uses it.';
  if (code === 'database-unavailable') return 'Start the server, or correct its address.';
  if (code === 'database-refused' || code === 'secret-missing' || code === 'config-invalid')
    return 'Correct the address, user or password that the configuration names.';
  return `If it cannot be mended, make it anew: twinseal rebuild --config ${config.file}`;
}

const selfOf = (config: GatewayConfig) => toHex(hospitalAuthorId(config.hospital));

/** An empty ledger, for the question what it would lack. */
const NOTHING = { lanes: async () => [] };

async function compareWithChain(
  config: GatewayConfig,
  ledger: Ledger,
  chain: ConsortiumReader | undefined,
  findings: Findings,
): Promise<void> {
  const lanes = await ledger.lanes();
  const instances = lanes.reduce((sum, lane) => sum + lane.instances, 0);
  const waiting = lanes.reduce((sum, { unanchored }) => sum + unanchored, 0);
  const known = chain && (await withWordsAtRest(chain, config, ledger));
  const lost = known === undefined ? 0 : await missingRows(ledger, known, selfOf(config));
  if (lost > 0) {
    findings.error(
      'database',
      `The database lacks ${lost} instances that this gateway wrote and that are on the chain: it was emptied, or is an old copy.`,
      `Make it anew: twinseal rebuild --config ${config.file}`,
    );
  } else {
    const pending = waiting === 0 ? '' : `, ${waiting} of them not on the chain yet`;
    findings.ok('database', `The database opens: ${instances} instances${pending}.`);
  }
}

/** The maps of lanes that the vault has are those that the chain has. */
export async function checkBatches(
  config: GatewayConfig,
  chain: ConsortiumReader | undefined,
  findings: Findings,
): Promise<void> {
  const key = await readFile(config.keys.vaultFile).catch(() => undefined);
  if (key?.length !== 32 || chain === undefined) return;
  const self = selfOf(config);
  const vault = new SealedStore(config.vaultFolder, new Uint8Array(key));
  const maps = new OwnMaps({ vault, self, rowsOf: async () => [] });
  const { count, mapRoot } = await chain.latestBatch(`0x${self}`);
  let newest: number;
  let last: WrittenBatch | undefined;
  try {
    newest = await maps.newest();
    last = count === 0 ? undefined : await maps.batch(count - 1);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    findings.error(
      'batches',
      `The vault's entries about batches cannot be read (${error.code}).`,
      'Restore the vault from a backup; nothing is anchored in batches until then.',
    );
    return;
  }
  if (count > 0 && (last === undefined || `0x${last.root}` !== mapRoot)) {
    findings.error(
      'batches',
      `The chain has ${count} batches of this hospital, and the last is not the one in the vault.`,
      'The vault was lost or is an old copy: put its newest copy back. Nothing is anchored in batches until then.',
    );
    return;
  }
  const onTheWay = newest + 1 - count;
  findings.ok(
    'batches',
    `Instances are anchored ${config.anchoring.mode === 'batch' ? 'in batches' : 'directly'}; the chain has ${count} batches${onTheWay > 0 ? `, ${onTheWay} more are on the way` : ''}.`,
  );
}

/** An object can be written, read and removed. */
export async function checkBlobs(
  config: GatewayConfig,
  env: Env,
  area: 'blobs' | 'offline',
  findings: Findings,
): Promise<void> {
  const what = area === 'blobs' ? 'Sealed objects' : 'Sealed objects of inactive twins';
  try {
    const store = await openBlobStore(await blobConfig(config, env, area));
    try {
      await store.check();
      findings.ok(area, `${what} can be written and read in ${store.place}.`);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreError) && !(error instanceof ConfigError)) throw error;
    const choice = config[area];
    const place = choice.kind === 'folder' ? choice.folder : `${choice.endpoint}/${choice.bucket}`;
    findings.error(
      area,
      `${what} cannot be kept in ${place} (${error.code}): ${error.message}`,
      error.code === 'storage-full'
        ? 'Make room there.'
        : choice.kind === 'folder'
          ? `Let the user that runs the gateway write there, or correct ${area}.folder.`
          : 'Check that the server runs, that the bucket exists, and that the access key may read and write it.',
    );
  }
}
