import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Collected,
  type CollectedItem,
  gunzip,
  inspectResource,
  type NamedBytes,
} from '../src/index.js';

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

/** Content as a stream, in pieces of `size` bytes. */
export async function* streamOf(content: Uint8Array | string, size = 64): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** All items of a collection, which must be valid FHIR where they were taken. */
export async function itemsOf(
  source: AsyncIterable<CollectedItem> | Iterable<CollectedItem>,
): Promise<CollectedItem[]> {
  const items: CollectedItem[] = [];
  for await (const item of source) items.push(item);
  for (const item of items) {
    if (item.kind !== 'taken') continue;
    const { findings } = inspectResource(structuredClone(item.collected.resource));
    const errors = findings.filter((f) => f.severity === 'error');
    if (errors.length > 0) throw new Error(`not valid: ${JSON.stringify(errors[0])}`);
  }
  return items;
}

/** What was taken. */
export function takenOf(items: readonly CollectedItem[]): Collected[] {
  return items.flatMap((i) => (i.kind === 'taken' ? [i.collected] : []));
}
