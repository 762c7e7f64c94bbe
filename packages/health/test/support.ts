import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzip, type NamedBytes } from '../src/index.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Input that the repository ships. */
export const DATA = `${ROOT}data/`;
/** Larger inputs that may stand beside the checkout. */
export const SHARED = `${ROOT}../shared/data/`;
export const HAS_SHARED = existsSync(`${SHARED}synthea`);
/** Put into the names of tests that need the inputs beside the checkout. */
export const SKIP_NOTE = HAS_SHARED ? '' : ' [skipped: ../shared/data is not beside the checkout]';

export async function load(path: string): Promise<NamedBytes> {
  const name = path.split('/').at(-1) as string;
  return { name, bytes: await gunzip(readFileSync(path), { name }) };
}

export const SHIPPED_BUNDLE = `${DATA}synthea/${readdirSync(`${DATA}synthea`).find((f) => f.endsWith('.json.gz'))}`;

export function sharedBundles(): string[] {
  if (!HAS_SHARED) return [];
  return readdirSync(`${SHARED}synthea`)
    .filter((f) => f.endsWith('.json.gz'))
    .map((f) => `${SHARED}synthea/${f}`);
}

export function utf8(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}
