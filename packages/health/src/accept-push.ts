/**
 * What becomes of a push: a device's cloud or an app POSTs a file's content. Pure: the server that owns the socket (the gateway) hands over method, headers and body,
 * stores `collected`, remembers the answer under `key`, and sends `status`, `headers` and `body`. Authentication, and whose data it is, are decided before.
 *
 * Repeating a push is safe. `Idempotency-Key` as in draft-ietf-httpapi-idempotency-key-header-07: the same key with the same content gets the same answer again and
 * stores nothing; the same key with other content is refused (422). Without the header the content itself is the key.
 */
import type { CollectedItem } from './collect-fhir.js';
import type { Collected, CollectIssue } from './collected.js';
import { CONNECTORS, type ConnectorOptions, type SourceConnector } from './connectors.js';
import { HealthError, type HealthErrorCode } from './errors.js';
import { gunzip } from './gunzip.js';
import { readAll } from './internal/read-all.js';
import { type OperationOutcome, toOperationOutcome } from './operation-outcome.js';

/** A request as its server received it. */
export interface PushRequest {
  readonly method: string;
  /** Names in lower case, as node:http and the Fetch API give them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
  /** Id of the connector that the address names; default: by media type and content. */
  readonly connector?: string;
}

/** What a key was answered before. */
export interface PushMemory {
  readonly digest: string;
  readonly status: PushAnswer['status'];
  readonly body: OperationOutcome;
}

/** Options of {@link acceptPush}. */
export interface PushOptions {
  /** Reference to the patient whom the sender may write about. */
  readonly subject: string;
  /** When the request came, RFC 3339. */
  readonly receivedTime: string;
  readonly zone?: string;
  /** One bad record refuses the push; default false. */
  readonly strict?: boolean;
  /** Largest body as sent, in bytes; default 16 MiB. */
  readonly maxBytes?: number;
  /** Largest body after decompression, in bytes; default 64 MiB. */
  readonly maxUnpackedBytes?: number;
  /** Most records; default 200,000. */
  readonly maxRecords?: number;
  /** Default: {@link CONNECTORS}. */
  readonly connectors?: readonly SourceConnector[];
  /** What was answered to a key of this sender for this subject; default: nothing is remembered. Keys of different senders must not meet. */
  readonly recall?: (key: string) => PushMemory | undefined | Promise<PushMemory | undefined>;
}

/** What to store, what to remember, and what to send. */
export interface PushAnswer {
  readonly status: 200 | 400 | 404 | 405 | 413 | 415 | 422;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: OperationOutcome;
  /** The accounting, in = taken + duplicates + refused; all 0 where the push was refused before it was read. */
  readonly accounting: {
    readonly in: number;
    readonly taken: number;
    readonly duplicates: number;
    readonly refused: number;
  };
  /** To be stored; empty unless `status` is 200. Nothing of a replay. */
  readonly collected: readonly Collected[];
  /** To remember `{digest, status, body}` under, once `collected` is stored; undefined where the push was refused before it was read (a later try may go through). */
  readonly key?: string;
  /** SHA-256 of media type, connector and body as sent, in hexadecimal. */
  readonly digest?: string;
  readonly isReplay: boolean;
}

/** Issues in one answer: a body of nothing but faults must not make a larger one. */
const MAX_ISSUES = 1000;
/** RFC 8941 string, or the bare token that many clients send. */
const KEY = /^(?:"([\x21\x23-\x5b\x5d-\x7e]{1,255})"|([A-Za-z0-9_.:-]{1,255}))$/;

const STATUS: Partial<Record<HealthErrorCode, PushAnswer['status']>> = {
  'too-large': 413,
  'not-gzip': 400,
  'not-text': 400,
  'not-json': 400,
  'too-deep': 400,
  'duplicate-key': 400,
  'forbidden-key': 400,
  'csv-malformed': 400,
  'xml-malformed': 400,
  'xlsx-malformed': 400,
};

/**
 * Decides about one push; reads the body to its end or to a limit.
 * @returns 200 where something was taken or known already (refused records are named in the body, one issue each); 422 where every record, or with `strict` any, was
 *   refused; 400 for content that is not what its media type says; 404 connector, 405 method, 413 size, 415 media type or encoding
 * @throws what `recall` and the body's source throw, RangeError and TypeError for wrong options; never for content
 */
export async function acceptPush(request: PushRequest, options: PushOptions): Promise<PushAnswer> {
  const {
    connectors = CONNECTORS,
    maxBytes = 16 * 2 ** 20,
    maxUnpackedBytes = 64 * 2 ** 20,
    maxRecords = 200_000,
  } = options;
  const name = 'push';
  const refuse = (code: HealthErrorCode, what: string, place: string, expected: string): HealthError =>
    new HealthError(code, what, { file: name, place, expected });
  const header = (key: string): string => {
    const value = request.headers[key];
    return (typeof value === 'string' ? value : (value?.join(', ') ?? '')).trim();
  };

  if (request.method !== 'POST')
    return answer(405, [refuse('unknown-format', 'another method', 'method', 'POST')], {
      headers: { allow: 'POST' },
    });
  const { connector: wanted } = request;
  const named = wanted === undefined ? connectors : connectors.filter((c) => c.id === wanted);
  if (named.length === 0)
    return answer(404, [
      refuse('unknown-format', 'no such connector', 'connector', connectors.map((c) => c.id).join(', ')),
    ]);
  const media = mediaTypeOf(header('content-type'));
  const fitting = named.filter((c) => media !== undefined && c.contentTypes.includes(media));
  const accept = { 'accept-post': [...new Set(named.flatMap((c) => c.contentTypes))].join(', ') };
  if (media === undefined || fitting.length === 0)
    return answer(
      415,
      [
        refuse(
          'unknown-format',
          'a media type that is not taken',
          'content-type',
          `${accept['accept-post']}; in UTF-8`,
        ),
      ],
      {
        headers: accept,
      },
    );
  const encoding = header('content-encoding').toLowerCase();
  if (encoding !== '' && encoding !== 'identity' && encoding !== 'gzip')
    return answer(
      415,
      [refuse('unknown-format', 'an encoding that is not taken', 'content-encoding', 'gzip, or none')],
      {
        headers: { 'accept-encoding': 'gzip, identity' },
      },
    );
  const written = header('idempotency-key');
  const keyed = KEY.exec(written);
  if (written !== '' && keyed === null)
    return answer(400, [
      refuse(
        'unknown-code',
        'no idempotency key',
        'idempotency-key',
        '1 to 255 printable characters in double quotes',
      ),
    ]);
  const declared = Number(header('content-length') || 0);
  if (declared > maxBytes)
    return answer(413, [
      refuse('too-large', 'the body is too large', 'content-length', `at most ${maxBytes} bytes`),
    ]);

  let digest: string | undefined;
  let key: string | undefined;
  try {
    const sent = await readAll(request.body, name, maxBytes);
    digest = await digestOf([media, wanted ?? '', encoding], sent);
    key = keyed?.[1] ?? keyed?.[2] ?? digest;
    const known = await options.recall?.(key);
    if (known !== undefined && known.digest !== digest)
      return answer(422, [
        refuse(
          'unknown-code',
          'this idempotency key was sent with other content',
          'idempotency-key',
          'a new key for new content',
        ),
      ]);
    if (known !== undefined)
      return {
        ...answer(known.status, []),
        headers: { ...FHIR_JSON, 'idempotency-replayed': 'true' },
        body: known.body,
        key,
        digest,
        isReplay: true,
      };

    const content = encoding === 'gzip' ? await unpack(sent, name, maxUnpackedBytes) : sent;
    const head = new TextDecoder().decode(content.subarray(0, 4096));
    const suffix = media.includes('ndjson') ? '.ndjson' : media.includes('spreadsheetml') ? '.xlsx' : '';
    const connector =
      fitting.length === 1
        ? fitting[0]
        : fitting.find((c) => c.accepts(`${name}${isPoints(head) ? '' : suffix}`, head));
    if (connector === undefined)
      throw refuse(
        'unknown-format',
        'content that no connector takes',
        '1:1',
        fitting.map((c) => c.title).join('; '),
      );

    const { subject, receivedTime, zone, strict } = options;
    const settings: ConnectorOptions = {
      name,
      subject,
      receivedTime,
      maxBytes: maxUnpackedBytes,
      ...(zone === undefined ? {} : { zone }),
      ...(strict === undefined ? {} : { strict }),
    };
    const items: CollectedItem[] = [];
    for await (const item of connector.collect(chunksOf(content), settings)) {
      items.push(item);
      if (items.length > maxRecords)
        throw refuse('too-large', 'too many records', '1:1', `at most ${maxRecords}`);
    }
    return { ...settle(items), key, digest };
  } catch (error) {
    if (!(error instanceof HealthError)) throw error;
    const refused = answer(STATUS[error.code] ?? 422, [error]);
    return digest === undefined || key === undefined ? refused : { ...refused, key, digest };
  }
}

const FHIR_JSON = { 'content-type': 'application/fhir+json; charset=utf-8' };

function answer(
  status: PushAnswer['status'],
  issues: readonly (HealthError | CollectIssue)[],
  more: { readonly headers?: Readonly<Record<string, string>> } = {},
): PushAnswer {
  return {
    status,
    headers: { ...FHIR_JSON, ...more.headers },
    body: toOperationOutcome(issues),
    accounting: { in: 0, taken: 0, duplicates: 0, refused: 0 },
    collected: [],
    isReplay: false,
  };
}

function settle(items: readonly CollectedItem[]): PushAnswer {
  const collected = items.flatMap((i) => (i.kind === 'taken' ? [i.collected] : []));
  const refused = items.flatMap((i) => (i.kind === 'refused' ? [i.error] : []));
  const duplicates = items.length - collected.length - refused.length;
  const isRefused = refused.length > 0 && collected.length + duplicates === 0;
  const issues = [...refused, ...items.flatMap((i) => (i.kind === 'taken' ? i.issues : []))];
  const { body, ...rest } = answer(isRefused ? 422 : 200, issues.slice(0, MAX_ISSUES));
  const summary = `in ${items.length} = taken ${collected.length} + duplicate ${duplicates} + refused ${refused.length}`;
  return {
    ...rest,
    body: {
      ...body,
      issue: [
        {
          severity: 'information',
          code: 'informational',
          details: { text: summary },
          diagnostics:
            issues.length > MAX_ISSUES
              ? `the first ${MAX_ISSUES} of ${issues.length} issues follow`
              : 'accounting',
        },
        ...body.issue,
      ],
    },
    accounting: { in: items.length, taken: collected.length, duplicates, refused: refused.length },
    collected,
  };
}

/** Type and subtype in lower case; undefined for another charset than UTF-8, which is all that is read. */
function mediaTypeOf(header: string): string | undefined {
  const [type = '', ...parameters] = header
    .toLowerCase()
    .split(';')
    .map((p) => p.trim());
  const charset = parameters
    .find((p) => p.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  return charset === undefined || charset === 'utf-8' || charset === 'utf8' ? type : undefined;
}

/** Data points, one a line, come under the same media type as FHIR's bulk data. */
function isPoints(head: string): boolean {
  return /^\s*\{\s*"(?:header|body)"/.test(head);
}

async function unpack(bytes: Uint8Array, name: string, maxBytes: number): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b)
    throw new HealthError('not-gzip', 'no gzip', {
      file: name,
      place: '1:1',
      expected: 'gzip, as content-encoding says',
    });
  return gunzip(bytes, { name, maxBytes });
}

async function digestOf(labels: readonly string[], bytes: Uint8Array): Promise<string> {
  const head = new TextEncoder().encode(`${JSON.stringify(labels)}\n`);
  const all = new Uint8Array(head.length + bytes.length);
  all.set(head);
  all.set(bytes, head.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return Array.from(hash, (b) => b.toString(16).padStart(2, '0')).join('');
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
