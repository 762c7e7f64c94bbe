/**
 * A consortium on one machine: where its things lie. Called a town in the code, for it is what several parties share; each party's own things lie in a folder of its own.
 *
 *     twinseal.json            chain, contracts, hospitals, patients: public
 *     public/parameters.bin    the system parameters
 *     chain/                   the embedded chain's state
 *     authority/               master secret, extraction log
 *     hospitals/<id>/          gateway.json, keys/, vault/, blobs/, database/, receipts.log: one gateway's data directory
 *     patients/<name>/         keys/, vault/: a patient's own app
 *     logs/<id>.log            what the gateways print
 */

import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Consortium } from '@twinseal/chain';
import { z } from 'zod';
import { UsageError } from '../usage-error.js';

const FORMAT = 'twinseal/town';
const VERSION = 1;

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
const manifestSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  consortium: z.object({
    chainId: z.number().int(),
    hospitals: address,
    registration: address,
    access: address,
    twins: address,
    requests: address,
    book: address,
    firstBlock: z.number().int(),
  }),
  chainPort: z.number().int(),
  authorityPort: z.number().int(),
  hospitals: z.array(z.object({ id: z.string(), title: z.string(), port: z.number().int() })),
});

/** What `twinseal.json` of a town says. */
export interface TownManifest {
  readonly consortium: Consortium;
  readonly chainPort: number;
  readonly authorityPort: number;
  /** `title` is a name for people. */
  readonly hospitals: readonly { readonly id: string; readonly title: string; readonly port: number }[];
}

/** Paths of a town, absolute. */
export class Town {
  readonly root: string;

  constructor(root: string) {
    this.root = resolve(root);
  }

  get manifestFile(): string {
    return join(this.root, 'twinseal.json');
  }
  get parametersFile(): string {
    return join(this.root, 'public', 'parameters.bin');
  }
  get chainState(): string {
    return join(this.root, 'chain', 'state.json');
  }
  get masterSecret(): string {
    return join(this.root, 'authority', 'master.key');
  }
  get extractionLog(): string {
    return join(this.root, 'authority', 'extraction.log');
  }
  /** What the newcomers' patients have brought so far. */
  get progressFile(): string {
    return join(this.root, 'patients', 'loaded.json');
  }
  /** An empty database while the consortium is founded; every gateway gets a copy. */
  get firstDatabase(): string {
    return join(this.root, 'first-database');
  }
  hospital(id: string): string {
    return join(this.root, 'hospitals', id);
  }
  gatewayConfig(id: string): string {
    return join(this.hospital(id), 'gateway.json');
  }
  patient(name: string): string {
    return join(this.root, 'patients', name);
  }
  logFile(id: string): string {
    return join(this.root, 'logs', `${id}.log`);
  }

  /** Whether a consortium was founded here. */
  get isFounded(): boolean {
    return existsSync(this.manifestFile);
  }

  /** Whether the folder is a town, of whatever version, and not a demonstration's. */
  async isTown(): Promise<boolean> {
    const text = await readFile(this.manifestFile, 'utf8').catch(() => '');
    return (parsedOrNull(text) as { format?: unknown } | null)?.format === FORMAT;
  }

  /** @throws UsageError where the folder is no town, or one of another version */
  async manifest(): Promise<TownManifest> {
    let text: string;
    try {
      text = await readFile(this.manifestFile, 'utf8');
    } catch (cause) {
      throw new UsageError(
        `${this.root} holds no consortium (no twinseal.json). Make one with "twinseal consortium init ${this.root}".`,
        { cause },
      );
    }
    const parsed = manifestSchema.safeParse(parsedOrNull(text));
    if (!parsed.success) {
      throw new UsageError(
        `${this.manifestFile}: expected format ${FORMAT}, version ${VERSION}. Choose another folder, or a newer Twinseal.`,
      );
    }
    return parsed.data as unknown as TownManifest;
  }

  async writeManifest(manifest: TownManifest): Promise<void> {
    await writeJson(this.manifestFile, { format: FORMAT, version: VERSION, ...manifest });
  }
}

/** Writes JSON whole or not at all. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const fresh = `${path}.new`;
  await writeFile(fresh, `${JSON.stringify(value, null, 2)}\n`);
  await rename(fresh, path);
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
