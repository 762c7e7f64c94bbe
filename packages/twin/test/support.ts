import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Collected,
  type CollectedBundle,
  collectFhirBundle,
  collectT1dUom,
  connectorFor,
  gunzip,
  type NamedBytes,
} from '@twinseal/health';
import { type LanePart, ModuleRegistry, sortIntoModules } from '../src/index.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DATA = `${ROOT}data/`;
export const SHARED = `${ROOT}../shared/data/`;
export const HAS_SHARED = existsSync(`${SHARED}synthea`);
export const SKIP_NOTE = HAS_SHARED ? '' : ' [skipped: ../shared/data is not beside the checkout]';
export const RECORDED = '2025-01-01T00:00:00Z';

/** Handles as a lane makes them: an HMAC under its key. */
export function handleUnder(key: string): (typeAndId: string) => string {
  return (text) => `urn:twinseal:${createHmac('sha256', key).update(text).digest('hex').slice(0, 32)}`;
}

async function load(path: string): Promise<NamedBytes> {
  const name = path.split('/').at(-1) as string;
  return { name, bytes: await gunzip(readFileSync(path), { name }) };
}

export async function shippedBundle(): Promise<CollectedBundle> {
  const folder = `${DATA}synthea/`;
  const { name, bytes } = await load(`${folder}${readdirSync(folder).find((f) => f.endsWith('.json.gz'))}`);
  return collectFhirBundle(bytes, { name });
}

export async function shippedStream(): Promise<readonly Collected[]> {
  const at = (kind: string): Promise<NamedBytes> => load(`${DATA}t1d-uom/UoM${kind}2309.csv.gz`);
  return collectT1dUom(
    {
      glucose: await at('Glucose'),
      basal: await at('Basal'),
      bolus: await at('Bolus'),
      meals: await at('Nutrition'),
    },
    { zone: 'Europe/London', subject: 'Patient/2309' },
  ).resources;
}

export async function* sharedBundles(start = ''): AsyncGenerator<{ name: string; bundle: CollectedBundle }> {
  for (const file of readdirSync(`${SHARED}synthea`)) {
    if (!file.endsWith('.json.gz') || !file.startsWith(start)) continue;
    const { name, bytes } = await load(`${SHARED}synthea/${file}`);
    yield { name, bundle: collectFhirBundle(bytes, { name }) };
  }
}

/** The made twelve weeks (scripts/make-wellbeing.mjs) as lanes of a twin: the person's own devices, and two hospitals. */
export async function wellbeingParts(): Promise<LanePart[]> {
  const lanes = new Map<string, Collected[]>();
  for (const [author, file] of [
    ['patient:robin', 'diary.csv'],
    ['patient:robin', 'bottle.csv'],
    ['patient:robin', 'sleep.json'],
    ['hospital:north', 'north.json'],
    ['hospital:south', 'south.json'],
  ] as const) {
    const bytes = new Uint8Array(readFileSync(new URL(`./fixtures/wellbeing/${file}`, import.meta.url)));
    const head = new TextDecoder().decode(bytes.subarray(0, 4096));
    const options = { name: file, subject: 'Patient/robin', zone: 'Europe/London', receivedTime: RECORDED };
    const collected = lanes.get(author) ?? [];
    lanes.set(author, collected);
    for await (const item of connectorFor(file, head).collect(chunk(bytes), options)) {
      if (item.kind !== 'taken') throw new Error(`${file}: a record was not taken`);
      collected.push(item.collected);
    }
  }
  return [...lanes].flatMap(([author, collected]) => {
    const { modules } = sortIntoModules(collected, {
      handle: handleUnder(author),
      recordedTime: RECORDED,
      registry: ModuleRegistry.standard(),
    });
    return Object.entries(modules).map(([module, statements]) => ({ author, module, seq: 0, statements }));
  });
}

async function* chunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
