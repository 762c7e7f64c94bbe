/**
 * Sealed objects by content hash, in a bucket behind the S3 API. An object's key is `PREFIX` + first two digits + `/` + address, addressed by path (`ENDPOINT/BUCKET/KEY`).
 *
 * The server is not trusted with content: the payload's hash is signed and sent as checksum with every put (a conforming server refuses other bytes), and checked on every get. Objects are put under the condition
 * that the key is free (`If-None-Match: *`), so a put cannot overwrite; a server that ignores the condition overwrites with the same bytes.
 *
 * The secret key never leaves this object but inside a signature (AWS Signature Version 4); messages name endpoint and bucket only. Redirects are not followed: they would carry signed requests elsewhere.
 */

import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { SaxesParser } from 'saxes';
import { addressOf, alteredObject, assertAddress } from './blob-store.js';
import { StoreError } from './errors.js';
import type { Address, BlobConfig, OpenBlobStore } from './ports.js';

type S3Config = Extract<BlobConfig, { readonly kind: 's3' }>;

const TIMEOUT_MS = 30_000;
const RETRIES = 3;
const FIRST_RETRY_MS = 100;
/** Largest object that is read, in bytes; far above what a part may hold, and far below what would end the process. */
const MAX_OBJECT_BYTES = 256 * 1024 * 1024;
/** Largest XML answer: a page of a thousand keys takes some 300 KB. */
const MAX_XML_BYTES = 8 * 1024 * 1024;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An answer whose body was read within the time limit. */
interface Answer {
  readonly status: number;
  readonly body: Uint8Array;
}

interface Ask {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Empty for the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly maxBytes?: number;
}

export class S3BlobStore implements OpenBlobStore {
  readonly kind = 's3';
  readonly place: string;
  readonly #client: AwsClient;
  readonly #bucketUrl: string;
  readonly #prefix: string;
  readonly #timeoutMs: number;
  readonly #retries: number;
  /** False once the server said that it does not know the condition. */
  #conditional = true;
  readonly #closing = new AbortController();

  /** @throws TypeError for an endpoint that is no address, or one without TLS elsewhere than on this machine; for an empty credential, region or bucket; for a prefix that is no plain path */
  constructor(config: S3Config) {
    const endpoint = checkedEndpoint(config.endpoint);
    for (const name of ['bucket', 'region', 'accessKeyId', 'secretAccessKey'] as const) {
      if (config[name] === '') throw new TypeError(`${name}: expected a value`);
    }
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(config.bucket)) {
      throw new TypeError('bucket: expected 3 to 63 lowercase letters, digits, dots and hyphens');
    }
    this.#prefix = config.prefix ?? '';
    if (!/^([A-Za-z0-9_-]+\/)*$/.test(this.#prefix)) {
      throw new TypeError(
        'prefix: expected nothing, or names of letters, digits, - and _ with a / behind each',
      );
    }
    this.#bucketUrl = `${endpoint.replace(/\/$/, '')}/${config.bucket}`;
    this.place = `${this.#bucketUrl}/${this.#prefix}`;
    this.#timeoutMs = config.timeoutMs ?? TIMEOUT_MS;
    this.#retries = config.retries ?? RETRIES;
    this.#client = new AwsClient({
      accessKeyId: config.accessKeyId,
      secretAccessKey: config.secretAccessKey,
      region: config.region,
      service: 's3',
      // Its retries know no time limit; ours do.
      retries: 0,
    });
  }

  /** @throws StoreError `blobs-unavailable`, `blobs-refused`, `storage-full`; the object may be held all the same where the answer was lost, and putting it again is harmless */
  async put(bytes: Uint8Array): Promise<Address> {
    const address = addressOf(bytes);
    if (this.#conditional && !(await this.#putIfFree(address, bytes))) {
      // The key is taken. What lies there is believed only if it is what we hold; otherwise it was altered, and is replaced.
      const held = await this.#fetch(address);
      if (held !== undefined && addressOf(held) === address) return address;
      await this.#putAlways(address, bytes);
    } else if (!this.#conditional) {
      await this.#putAlways(address, bytes);
    }
    return address;
  }

  /** @throws StoreError `object-altered`, `blobs-unavailable`, `blobs-refused` */
  async get(address: Address): Promise<Uint8Array | undefined> {
    const first = await this.#fetch(address);
    if (first === undefined || addressOf(first) === address) return first;
    // The line may be at fault and not the store: one more look before we say that the object was altered.
    const second = await this.#fetch(address);
    if (second === undefined || addressOf(second) === address) return second;
    throw alteredObject(address);
  }

  async has(address: Address): Promise<boolean> {
    const { status } = await this.#ask({ method: 'HEAD', key: this.#keyOf(address) });
    if (status === 200) return true;
    // An answer to HEAD has no body that would tell a missing object from a missing bucket.
    await this.#assertBucket();
    return false;
  }

  async remove(address: Address): Promise<boolean> {
    // S3 answers alike whether the object was there or not.
    const was = await this.has(address);
    if (was) await this.#ask({ method: 'DELETE', key: this.#keyOf(address) });
    return was;
  }

  async *list(): AsyncIterable<Address> {
    let token: string | undefined;
    do {
      const { body } = await this.#ask({
        method: 'GET',
        key: '',
        query: {
          'list-type': '2',
          ...(this.#prefix === '' ? {} : { prefix: this.#prefix }),
          ...(token === undefined ? {} : { 'continuation-token': token }),
        },
        maxBytes: MAX_XML_BYTES,
      });
      const page = this.#readPage(body);
      for (const key of page.keys) {
        const [, folder, name] = key.slice(this.#prefix.length).match(KEY) ?? [];
        if (key.startsWith(this.#prefix) && name?.startsWith(folder as string)) {
          yield name;
        }
      }
      token = page.next;
    } while (token !== undefined);
  }

  async check(): Promise<void> {
    await this.#assertBucket();
    const probe = new TextEncoder().encode(`probe ${process.pid} ${process.hrtime.bigint()}`);
    const address = await this.put(probe);
    const back = await this.get(address);
    if (back === undefined) throw this.#unavailable('it does not hold what was just stored');
    await this.remove(address);
  }

  /** Ends requests that are under way. */
  async close(): Promise<void> {
    this.#closing.abort();
  }

  /** False where the key is taken. */
  async #putIfFree(address: Address, bytes: Uint8Array): Promise<boolean> {
    const { status } = await this.#ask({
      method: 'PUT',
      key: this.#keyOf(address),
      headers: { ...putHeaders(address), 'if-none-match': '*' },
      body: bytes,
    });
    if (status === 501) {
      this.#conditional = false;
      return true;
    }
    return status !== 412;
  }

  async #putAlways(address: Address, bytes: Uint8Array): Promise<void> {
    await this.#ask({ method: 'PUT', key: this.#keyOf(address), headers: putHeaders(address), body: bytes });
  }

  async #fetch(address: Address): Promise<Uint8Array | undefined> {
    const { status, body } = await this.#ask({
      method: 'GET',
      key: this.#keyOf(address),
      maxBytes: MAX_OBJECT_BYTES,
    });
    return status === 404 ? undefined : body;
  }

  async #assertBucket(): Promise<void> {
    const { status } = await this.#ask({ method: 'HEAD', key: '' });
    if (status === 404) throw this.#refused('there is no such bucket');
  }

  #keyOf(address: Address): string {
    assertAddress(address);
    return `${this.#prefix}${address.slice(0, 2)}/${address}`;
  }

  /** One request, again where it failed in a transient way; 404, 412 and 501 are answers, every other failure is thrown. */
  async #ask(ask: Ask): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      let failure: StoreError;
      try {
        const answer = await this.#once(ask);
        const code = answer.status >= 400 && ask.method !== 'HEAD' ? errorCode(answer.body) : undefined;
        const verdict = this.#judge(answer.status, code);
        if (verdict === undefined) return answer;
        if (verdict.code !== 'blobs-unavailable') throw verdict;
        failure = verdict;
      } catch (error) {
        if (error instanceof StoreError && error.code !== 'blobs-unavailable') throw error;
        failure = error instanceof StoreError ? error : this.#unavailable(reasonOf(error, this.#timeoutMs));
      }
      if (attempt >= this.#retries || this.#closing.signal.aborted) throw failure;
      // Spread, so that three gateways do not come back in step.
      await pause(FIRST_RETRY_MS * 2 ** attempt * (0.5 + Math.random()));
    }
  }

  /** The time limit covers the whole answer: a server that sends its head and then stalls is as gone as one that never answers. */
  async #once(ask: Ask): Promise<Answer> {
    const url = new URL(ask.key === '' ? this.#bucketUrl : `${this.#bucketUrl}/${ask.key}`);
    for (const [name, value] of Object.entries(ask.query ?? {})) url.searchParams.set(name, value);
    return this.#withinTime(async (signal) => {
      const response = await this.#client.fetch(url.toString(), {
        method: ask.method,
        headers: { 'x-amz-content-sha256': EMPTY_SHA256, ...ask.headers },
        redirect: 'manual',
        signal,
        ...(ask.body === undefined ? {} : { body: ask.body as Uint8Array<ArrayBuffer> }),
      });
      const body = await this.#readBody(response, ask.maxBytes ?? MAX_XML_BYTES);
      return { status: response.status, body };
    });
  }

  /**
   * Ends work when its time is over or the store closes, whether it heeds its signal or not. A timer of our own, which holds what it ends: what `AbortSignal.any` and `fetch` keep of an
   * `AbortSignal.timeout` is collected while they wait, and then it never fires (nodejs/node issue 57736, Node 20.20).
   */
  async #withinTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const closing = this.#closing.signal;
    closing.throwIfAborted();
    const ends = new AbortController();
    const onClosing = () => ends.abort(closing.reason);
    closing.addEventListener('abort', onClosing);
    const timer = setTimeout(
      () => ends.abort(new DOMException('The time is over.', 'TimeoutError')),
      this.#timeoutMs,
    );
    const over = new Promise<never>((_, reject) => {
      ends.signal.addEventListener('abort', () => reject(ends.signal.reason));
    });
    try {
      return await Promise.race([work(ends.signal), over]);
    } finally {
      clearTimeout(timer);
      closing.removeEventListener('abort', onClosing);
    }
  }

  async #readBody(response: Response, maxBytes: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > maxBytes) throw this.#refused(`an answer has more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
    const declared = response.headers.get('content-length');
    if (declared !== null && chunks.length > 0 && size < Number(declared))
      throw new TypeError('the answer was cut off');
    return new Uint8Array(Buffer.concat(chunks));
  }

  /** Undefined where the status is an answer to what was asked. */
  #judge(status: number, code: string | undefined): StoreError | undefined {
    if ((status >= 200 && status < 300) || status === 412 || (status === 404 && code !== 'NoSuchBucket'))
      return undefined;
    const said = code === undefined ? `HTTP ${status}` : `HTTP ${status}, ${code}`;
    if (code === 'NoSuchBucket') return this.#refused('there is no such bucket');
    if (status === 507 || (code !== undefined && FULL.has(code))) {
      return new StoreError('storage-full', `The blob store at ${this.place} is full (${said}).`);
    }
    if (status === 501 && this.#conditional) return undefined;
    if (status >= 500 || status === 429 || status === 408 || status === 409) return this.#unavailable(said);
    if (code !== undefined && TRANSIENT.has(code)) return this.#unavailable(said);
    return this.#refused(`${said}; check credentials, permissions, region and clock`);
  }

  #readPage(body: Uint8Array): { keys: string[]; next: string | undefined } {
    const keys: string[] = [];
    let next: string | undefined;
    let truncated = false;
    let root: string | undefined;
    try {
      readTexts(body, (path, text) => {
        root ??= path[0];
        if (path.join('/') === 'ListBucketResult/Contents/Key') keys.push(text);
        if (path.join('/') === 'ListBucketResult/NextContinuationToken') next = text;
        if (path.join('/') === 'ListBucketResult/IsTruncated') truncated = text === 'true';
      });
    } catch {
      root = undefined;
    }
    // A list that cannot be read must not be taken for an empty one.
    if (root !== 'ListBucketResult' || (truncated && next === undefined)) {
      throw this.#unavailable('its list of objects cannot be read');
    }
    return { keys, next: truncated ? next : undefined };
  }

  #unavailable(why: string): StoreError {
    return new StoreError('blobs-unavailable', `The blob store at ${this.place} does not work: ${why}.`);
  }

  #refused(why: string): StoreError {
    return new StoreError('blobs-refused', `The blob store at ${this.place} refuses: ${why}.`);
  }
}

/** What stands behind the prefix. */
const KEY = /^([0-9a-f]{2})\/([0-9a-f]{64})$/;
const EMPTY_SHA256 = createHash('sha256').digest('hex');
/** Codes of AWS, MinIO and Ceph for "no room". */
const FULL = new Set(['XMinioStorageFull', 'QuotaExceeded', 'InsufficientCapacity']);
/** Codes that come with a 4xx and may be gone the next time. */
const TRANSIENT = new Set(['RequestTimeout', 'SlowDown', 'OperationAborted', 'BadDigest', 'IncompleteBody']);

/** The hash is signed, so that other bytes do not pass; the checksum is what S3 keeps and verifies itself. */
function putHeaders(address: Address): Record<string, string> {
  return {
    'content-type': 'application/octet-stream',
    'x-amz-content-sha256': address,
    'x-amz-checksum-sha256': Buffer.from(address, 'hex').toString('base64'),
  };
}

function checkedEndpoint(text: string): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new TypeError('endpoint: expected an address, https://…');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('endpoint: expected an address without credentials, query and fragment');
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
    throw new TypeError('endpoint: expected https:// (http:// only on this machine)');
  }
  return url.toString();
}

/** Why a request got no answer, without what the platform says of addresses. */
function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return `no answer within ${timeoutMs} ms`;
  if (name === 'AbortError') return 'it was closed';
  const code = cause?.code;
  return typeof code === 'string' ? `no connection (${code})` : 'the connection broke';
}

function errorCode(body: Uint8Array): string | undefined {
  let code: string | undefined;
  try {
    readTexts(body, (path, text) => {
      if (path.join('/') === 'Error/Code') code = text;
    });
  } catch {
    return undefined;
  }
  return code !== undefined && /^[A-Za-z0-9.]{1,64}$/.test(code) ? code : undefined;
}

/** Every text of an XML document with the path of element names to it. @throws Error where it is not well-formed */
function readTexts(body: Uint8Array, found: (path: readonly string[], text: string) => void): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    path.push(name);
    text = '';
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', () => {
    found(path, text);
    path.pop();
    text = '';
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(body)).close();
}
