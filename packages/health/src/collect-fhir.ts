/**
 * FHIR R4 in every shape in which it arrives: a bundle of any type, one resource, or bulk data (NDJSON, one resource a line, of any length). Unlike
 * {@link collectFhirBundle}, which takes one whole patient, nothing is demanded of the whole: what one file refers to may stand in another.
 */
import type { Collected, CollectIssue, Resource } from './collected.js';
import { HealthError } from './errors.js';
import { decodeText } from './internal/decode-text.js';
import { SeenKeys } from './internal/seen-keys.js';
import { parseStrictJson } from './internal/strict-json.js';
import { judgeObservation, markUnlikely, unlikelyIssue } from './judge-observation.js';
import { statedTime } from './times.js';
import { type Finding, inspectResource } from './validate-resource.js';

/** Options of {@link collectFhir} and {@link collectNdjson}. */
export interface CollectAnyOptions {
  readonly name: string;
  /** URI for `source.system`; default `urn:twinseal:source:fhir`. */
  readonly system?: string;
  /** When the content was received, RFC 3339: the `sourceTime` of resources that bear no time. */
  readonly receivedTime: string;
  /** Refuse everything for one bad resource; default false: a good record beside a bad one is kept. */
  readonly strict?: boolean;
  /** Largest file ({@link collectFhir}) or line ({@link collectNdjson}) in bytes; default 64 MiB. */
  readonly maxBytes?: number;
}

/** One resource out of a file: taken, or refused with the reason, or a second copy of one that came before. */
export type CollectedItem =
  | { readonly kind: 'taken'; readonly collected: Collected; readonly issues: readonly CollectIssue[] }
  | { readonly kind: 'duplicate'; readonly place: string; readonly id: string }
  | { readonly kind: 'refused'; readonly error: HealthError };

/** What {@link collectFhir} took. entries = resources + duplicates + refused. */
export interface CollectedFhir {
  readonly resources: readonly Collected[];
  readonly issues: readonly CollectIssue[];
  readonly refused: readonly HealthError[];
  readonly duplicates: number;
  readonly entries: number;
}

/**
 * Reads a bundle of any type, or a single resource.
 *
 * Of a history the versions come in the order of the bundle; deletions say nothing here (a caller retracts what vanished). Entries without a
 * resource (a DELETE, a GET) are skipped. References stay as they are, but a `fullUrl` of the bundle becomes `Type/id`.
 * @throws HealthError where the file is no JSON or no FHIR; with `strict`, for the first bad resource
 */
export function collectFhir(bytes: Uint8Array, options: CollectAnyOptions): CollectedFhir {
  const resources: Collected[] = [];
  const issues: CollectIssue[] = [];
  const refused: HealthError[] = [];
  let duplicates = 0;
  for (const item of collectFhirItems(bytes, options)) {
    if (item.kind === 'taken') {
      resources.push(item.collected);
      issues.push(...item.issues);
    } else if (item.kind === 'duplicate') duplicates++;
    else refused.push(item.error);
  }
  return { resources, issues, refused, duplicates, entries: resources.length + duplicates + refused.length };
}

/** As {@link collectFhir}, item by item: what was noticed stands beside the resource that it is about. */
export function* collectFhirItems(
  bytes: Uint8Array,
  options: CollectAnyOptions,
): Generator<CollectedItem, void, undefined> {
  const { name: file, maxBytes = 64 * 2 ** 20 } = options;
  const json = parseStrictJson(decodeText(bytes, file, maxBytes), file) as {
    resourceType?: unknown;
    entry?: unknown;
  } | null;
  if (typeof json !== 'object' || json === null || typeof json.resourceType !== 'string') {
    throw new HealthError('not-fhir', 'this JSON is no FHIR resource', {
      file,
      place: '$',
      expected: 'a resourceType',
    });
  }
  const isBundle = json.resourceType === 'Bundle';
  const list: { resource: unknown; fullUrl?: unknown; place: string }[] = isBundle
    ? (Array.isArray(json.entry) ? json.entry : []).flatMap(
        (e: { resource?: unknown; fullUrl?: unknown } | null, i) =>
          e?.resource === undefined
            ? []
            : [{ resource: e.resource, fullUrl: e.fullUrl, place: `Bundle.entry[${i}].resource` }],
      )
    : [{ resource: json, place: json.resourceType }];

  const urls = new Map<string, string>();
  for (const { resource, fullUrl } of list) {
    const r = resource as Resource | null;
    const id = idOf(r, fullUrl);
    if (typeof fullUrl === 'string' && r && id !== undefined) urls.set(fullUrl, `${r.resourceType}/${id}`);
  }
  const seen = new SeenKeys();
  for (const { resource, fullUrl, place } of list) {
    const item = take(resource, place, fullUrl, urls, seen, options);
    if (item.kind === 'refused' && options.strict) throw item.error;
    yield item;
  }
}

/**
 * Reads bulk data (FHIR Bulk Data Access: NDJSON) as it streams in; memory stays within one line plus at most 43 bytes for each resource seen (a digest of its id,
 * to know duplicates by).
 * @param chunks the decompressed bytes, cut anywhere
 * @yields one item a line; blank lines yield nothing
 * @throws HealthError with `strict`, for the first bad line; always `too-large` for a line beyond `maxBytes`
 */
export async function* collectNdjson(
  chunks: AsyncIterable<Uint8Array>,
  options: CollectAnyOptions,
): AsyncGenerator<CollectedItem, void, undefined> {
  const seen = new SeenKeys();
  for await (const { bytes, number } of lines(chunks, options)) {
    let item: CollectedItem;
    try {
      const json = parseStrictJson(decodeText(bytes, options.name, Number.POSITIVE_INFINITY), options.name);
      item = take(json, `${number}:1`, undefined, new Map(), seen, options);
    } catch (error) {
      if (!(error instanceof HealthError)) throw error;
      // Every line is a text of its own, whose places count from 1; the file's line is what helps.
      item = { kind: 'refused', error: at(error, `${number}:${error.place.replace(/^1:/, '')}`) };
    }
    if (item.kind === 'refused' && options.strict) throw item.error;
    yield item;
  }
}

async function* lines(
  chunks: AsyncIterable<Uint8Array>,
  options: CollectAnyOptions,
): AsyncGenerator<{ bytes: Uint8Array; number: number }, void, undefined> {
  const { name: file, maxBytes = 64 * 2 ** 20 } = options;
  let pending: Uint8Array[] = [];
  let size = 0;
  let number = 1;
  const whole = (): Uint8Array => {
    const out = new Uint8Array(size);
    let to = 0;
    for (const piece of pending) {
      out.set(piece, to);
      to += piece.length;
    }
    pending = [];
    size = 0;
    return out;
  };
  const keep = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > maxBytes) {
      throw new HealthError('too-large', 'a line is too long', {
        file,
        place: `${number}:1`,
        expected: `at most ${maxBytes} bytes`,
      });
    }
    pending.push(piece);
  };
  const isBlank = (bytes: Uint8Array): boolean => bytes.every((b) => b === 0x20 || b === 0x0d || b === 0x09);
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      keep(chunk.subarray(start, end));
      const bytes = whole();
      if (!isBlank(bytes)) yield { bytes, number };
      number++;
      start = end + 1;
    }
    // The source may reuse its buffer once the next chunk is asked for.
    if (start < chunk.length) keep(chunk.slice(start));
  }
  const last = whole();
  if (!isBlank(last)) yield { bytes: last, number };
}

function idOf(resource: Resource | null, fullUrl: unknown): string | undefined {
  if (typeof resource?.id === 'string') return resource.id;
  return typeof fullUrl === 'string' ? /^urn:uuid:([0-9a-f-]{36})$/.exec(fullUrl)?.[1] : undefined;
}

function take(
  json: unknown,
  place: string,
  fullUrl: unknown,
  urls: ReadonlyMap<string, string>,
  seen: SeenKeys,
  options: CollectAnyOptions,
): CollectedItem {
  const file = options.name;
  const refuse = (
    code: 'not-fhir' | 'invalid-resource' | 'unknown-unit' | 'impossible-value',
    what: string,
    where: string,
    expected: string,
  ): CollectedItem => ({
    kind: 'refused',
    error: new HealthError(code, what, { file, place: where, expected }),
  });
  const resource = json as Resource | null;
  if (typeof resource !== 'object' || resource === null || typeof resource.resourceType !== 'string') {
    return refuse('not-fhir', 'no FHIR resource', place, 'an object with a resourceType');
  }
  const { findings, references } = inspectResource(resource);
  const within = (f: Pick<Finding, 'place'>): string => {
    const inner = f.place.replace(/^[A-Za-z]+\.?/, '');
    return inner === '' ? place : `${place}.${inner}`;
  };
  const bad = findings.find((f) => f.severity === 'error');
  if (bad) {
    return bad.code === 'unknown-unit'
      ? refuse('unknown-unit', 'a unit that UCUM does not know', within(bad), bad.expected)
      : refuse('invalid-resource', `not a valid R4 resource`, within(bad), bad.expected);
  }
  const doubts = judgeObservation(resource);
  const impossible = doubts.find((d) => d.judged === 'impossible');
  if (impossible)
    return refuse('impossible-value', 'a value that cannot be', within(impossible), impossible.expected);
  const id = idOf(resource, fullUrl);
  if (id === undefined)
    return refuse('not-fhir', 'a resource without identity', `${place}.id`, 'an id, or a fullUrl urn:uuid:…');
  for (const { node, isContained } of references) {
    if (!isContained) node.reference = urls.get(node.reference as string) ?? node.reference;
  }
  const meta = resource.meta as { versionId?: unknown } | undefined;
  const version = typeof meta?.versionId === 'string' ? meta.versionId : '1';
  const typeAndId = `${resource.resourceType}/${id}`;
  const key = `${typeAndId} ${version}`;
  if (!seen.add(key)) return { kind: 'duplicate', place, id: typeAndId };
  const provider =
    resource.resourceType === 'Encounter'
      ? (resource.serviceProvider as { reference?: unknown } | undefined)
      : undefined;
  return {
    kind: 'taken',
    collected: {
      resource: markUnlikely({ ...resource, id }, doubts),
      ...(typeof provider?.reference === 'string' ? { organization: provider.reference } : {}),
      source: { system: options.system ?? 'urn:twinseal:source:fhir', id: typeAndId, version },
      sourceTime: statedTime(resource) ?? options.receivedTime,
    },
    issues: [
      ...findings.map(
        (f): CollectIssue => ({
          severity: f.severity === 'error' ? 'warning' : f.severity,
          code: f.code === 'unit-repaired' ? 'unit-repaired' : 'validation-warning',
          file,
          place: within(f),
          message: f.code === 'unit-repaired' ? `taken as UCUM ${f.expected}` : f.expected,
        }),
      ),
      ...doubts.map((d) => unlikelyIssue(d, file, within(d))),
    ],
  };
}

function at(error: HealthError, place: string): HealthError {
  const what = error.message.slice(`${error.file}: at ${error.place}: `.length).split('; expected ')[0] ?? '';
  return new HealthError(error.code, what, { file: error.file, place, expected: error.expected });
}
