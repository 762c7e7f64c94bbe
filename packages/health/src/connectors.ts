import { type AppleHealthOptions, collectAppleHealth } from './collect-apple-health.js';
import {
  type CollectAnyOptions,
  type CollectedItem,
  collectFhirItems,
  collectNdjson,
} from './collect-fhir.js';
import { collectMoodDiary, looksLikeMoodDiary } from './collect-mood-diary.js';
import { collectOpenMHealth } from './collect-open-mhealth.js';
import { collectPillBottle, looksLikePillBottle } from './collect-pill-bottle.js';
import { collectT1dUom, t1dUomKind } from './collect-t1d-uom.js';
import { HealthError } from './errors.js';
import { readAll } from './internal/read-all.js';

/** What every connector may need. */
export type ConnectorOptions = CollectAnyOptions &
  Pick<AppleHealthOptions, 'subject'> & {
    /**
     * IANA zone of the clock that wrote the times, for formats whose times have none; of a traveller several, as in `Europe/London, Asia/Tokyo from 2024-05-01T09:00:00+09:00`. There is no
     * default: such a format refuses to guess (`no-zone`).
     */
    readonly zone?: string;
  };

/**
 * A source of health data. Whatever brings the bytes (a file, an HTTP push, a queue), a connector turns them into collected items; a new format is one
 * file that implements this, and one line in {@link CONNECTORS}.
 */
export interface SourceConnector {
  readonly id: string;
  readonly title: string;
  /** Media types under which it is sent, lower case, without parameters. */
  readonly contentTypes: readonly string[];
  /** Whether this is its format, by the name and the first characters (at most 4096) of the decompressed content. */
  readonly accepts: (name: string, head: string) => boolean;
  readonly collect: (
    chunks: AsyncIterable<Uint8Array>,
    options: ConnectorOptions,
  ) => AsyncIterable<CollectedItem>;
}

const MAX_BYTES = 64 * 2 ** 20;

/** A connector for a format that is read as a whole. */
function whole(
  read: (
    bytes: Uint8Array,
    options: ConnectorOptions,
  ) => Iterable<CollectedItem> | AsyncIterable<CollectedItem>,
): SourceConnector['collect'] {
  return async function* (chunks, options) {
    yield* read(await readAll(chunks, options.name, options.maxBytes ?? MAX_BYTES), options);
  };
}

function* fromT1dUom(bytes: Uint8Array, options: ConnectorOptions): Generator<CollectedItem> {
  const { name, zone, subject, strict } = options;
  const kind = t1dUomKind(new TextDecoder().decode(bytes.subarray(0, 4096)));
  const refuse = (code: 'csv-columns' | 'no-zone', what: string, expected: string): HealthError =>
    new HealthError(code, what, { file: name, place: '1:1', expected });
  if (kind === undefined)
    throw refuse('csv-columns', 'no file of T1D-UOM', 'the header of one of its six kinds of file');
  if (zone === undefined)
    throw refuse('no-zone', 'times without a zone', "the option zone: the IANA zone of the devices' clocks");
  yield* collectT1dUom(
    { [kind]: { name, bytes } },
    { zone, subject, onBadRow: strict ? 'refuse-file' : 'set-aside' },
  ).items;
}

/** The connectors, in the order in which they are asked. */
export const CONNECTORS: readonly SourceConnector[] = [
  {
    id: 'fhir-ndjson',
    title: 'FHIR R4 bulk data (NDJSON)',
    contentTypes: ['application/fhir+ndjson', 'application/x-ndjson', 'application/ndjson'],
    accepts: (name, head) =>
      /\.ndjson(?:\.gz)?$/i.test(name) || /^\s*\{"resourceType"[^\n]*\}\r?\n\{/.test(head),
    collect: collectNdjson,
  },
  {
    id: 'fhir-json',
    title: 'FHIR R4 bundle or resource (JSON)',
    contentTypes: ['application/fhir+json', 'application/json'],
    accepts: (_, head) => /^\s*\{[\s\S]*"resourceType"/.test(head),
    collect: whole(collectFhirItems),
  },
  {
    id: 'apple-health',
    title: 'Apple Health export.xml',
    contentTypes: ['application/xml', 'text/xml'],
    accepts: (_, head) => /<HealthData[\s>]|<!DOCTYPE HealthData/.test(head),
    collect: collectAppleHealth,
  },
  {
    id: 'open-mhealth',
    title: 'Open mHealth or IEEE 1752.1 data points (JSON)',
    contentTypes: ['application/json', 'application/x-ndjson', 'application/ndjson'],
    accepts: (_, head) => /^\s*[[{]/.test(head) && /"schema_id"\s*:\s*\{/.test(head),
    collect: whole(collectOpenMHealth),
  },
  {
    id: 't1d-uom',
    title: 'T1D-UOM glucose, insulin, meals, activity or sleep (CSV)',
    contentTypes: ['text/csv'],
    accepts: (_, head) => t1dUomKind(head) !== undefined,
    collect: whole(fromT1dUom),
  },
  {
    id: 'pill-bottle',
    title: 'pill-bottle monitor: eCAP, MEMS, AdhereTech, SimpleMed, CleverCap, PatchCap (CSV, .xlsx)',
    contentTypes: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    accepts: (name, head) =>
      looksLikePillBottle(head) || (/\.xlsx$/i.test(name) && head.startsWith('PK\u0003\u0004')),
    collect: whole(collectPillBottle),
  },
  {
    id: 'mood-diary',
    title: 'mood diary of Daylio (CSV)',
    contentTypes: ['text/csv'],
    accepts: (_, head) => looksLikeMoodDiary(head),
    collect: whole(collectMoodDiary),
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
