import { type AppleHealthOptions, collectAppleHealth } from './collect-apple-health.js';
import { type CollectAnyOptions, type CollectedItem, collectFhir, collectNdjson } from './collect-fhir.js';
import { collectOpenMHealth } from './collect-open-mhealth.js';
import { HealthError } from './errors.js';
import { readAll } from './internal/read-all.js';

/** What every connector may need. */
export type ConnectorOptions = CollectAnyOptions & Pick<AppleHealthOptions, 'subject'>;

/**
 * A source of health data. Whatever brings the bytes (a file, an HTTP push, a queue), a connector turns them into collected items; a new format is one
 * file that implements this, and one line in {@link CONNECTORS}.
 */
export interface SourceConnector {
  readonly id: string;
  readonly title: string;
  /** Whether this is its format, by the name and the first characters (at most 4096) of the decompressed content. */
  readonly accepts: (name: string, head: string) => boolean;
  readonly collect: (
    chunks: AsyncIterable<Uint8Array>,
    options: ConnectorOptions,
  ) => AsyncIterable<CollectedItem>;
}

async function* fromFhir(
  chunks: AsyncIterable<Uint8Array>,
  options: ConnectorOptions,
): AsyncGenerator<CollectedItem> {
  const bytes = await readAll(chunks, options.name, options.maxBytes ?? 64 * 2 ** 20);
  const { resources, refused } = collectFhir(bytes, options);
  for (const collected of resources) yield { kind: 'taken', collected, issues: [] };
  for (const error of refused) yield { kind: 'refused', error };
}

async function* fromOpenMHealth(
  chunks: AsyncIterable<Uint8Array>,
  options: ConnectorOptions,
): AsyncGenerator<CollectedItem> {
  yield* collectOpenMHealth(await readAll(chunks, options.name, options.maxBytes ?? 64 * 2 ** 20), options);
}

/** The connectors, in the order in which they are asked. */
export const CONNECTORS: readonly SourceConnector[] = [
  {
    id: 'fhir-ndjson',
    title: 'FHIR R4 bulk data (NDJSON)',
    accepts: (name, head) =>
      /\.ndjson(?:\.gz)?$/i.test(name) || /^\s*\{"resourceType"[^\n]*\}\r?\n\{/.test(head),
    collect: collectNdjson,
  },
  {
    id: 'fhir-json',
    title: 'FHIR R4 bundle or resource (JSON)',
    accepts: (_, head) => /^\s*\{[\s\S]*"resourceType"/.test(head),
    collect: fromFhir,
  },
  {
    id: 'apple-health',
    title: 'Apple Health export.xml',
    accepts: (_, head) => /<HealthData[\s>]|<!DOCTYPE HealthData/.test(head),
    collect: collectAppleHealth,
  },
  {
    id: 'open-mhealth',
    title: 'Open mHealth or IEEE 1752.1 data points (JSON)',
    accepts: (_, head) => /^\s*[[{]/.test(head) && /"schema_id"\s*:\s*\{/.test(head),
    collect: fromOpenMHealth,
  },
];

/**
 * The first connector that takes the input for its own.
 * @throws HealthError `unknown-format`
 */
export function connectorFor(
  name: string,
  head: string,
  connectors: readonly SourceConnector[] = CONNECTORS,
): SourceConnector {
  const found = connectors.find((c) => c.accepts(name, head.slice(0, 4096)));
  if (found) return found;
  throw new HealthError('unknown-format', 'no connector takes this input', {
    file: name,
    place: '1:1',
    expected: connectors.map((c) => c.title).join('; '),
  });
}
