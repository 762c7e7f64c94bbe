/**
 * A real S3-speaking server (s3rver: buckets in a folder), and a proxy before it that misbehaves on demand. The server does not check signatures of version 4, so the proxy does, with another library than the product's.
 * It fails on lists of more than a page, whose tokens it makes with a cipher that OpenSSL has no more; tests answer those themselves.
 */

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sign } from 'aws4';
import S3rver from 's3rver';
import type { BlobConfig } from '../../src/index.js';

type S3Config = Extract<BlobConfig, { readonly kind: 's3' }>;

/** s3rver knows one pair of keys. */
export const ACCESS_KEY = 'S3RVER';
export const SECRET_KEY = 'S3RVER';

/** What the proxy does with one request instead of handing it on, or with its answer. */
export type Mischief =
  /** Answers this, and hands nothing on. */
  | { readonly status: number; readonly body?: string }
  /** Hands it on, and never answers. */
  | 'swallow the answer'
  /** Never answers, and hands nothing on. */
  | 'stall'
  /** Sends the head of the answer and half of the body, and then nothing more. */
  | 'stall halfway'
  | 'cut the connection'
  /** Hands it on, and changes one byte of the answer. */
  | 'change a byte';

export class S3Server {
  /** Asked for every request, with its number from 1. */
  mischief: (request: IncomingMessage, number: number) => Mischief | undefined = () => undefined;
  /** Requests seen by the proxy: method and path with query. */
  readonly seen: { readonly line: string; readonly headers: IncomingMessage['headers'] }[] = [];
  /** Answers If-None-Match as S3 does since 2024, which s3rver does not. */
  conditional = false;

  private constructor(
    readonly server: S3rver,
    readonly folder: string,
    readonly backPort: number,
    readonly proxy: Server,
    readonly port: number,
  ) {
    proxy.on('request', (request, response) => void this.#handle(request, response));
  }

  static async start(buckets: readonly string[]): Promise<S3Server> {
    const folder = await mkdtemp(join(tmpdir(), 'twinseal-s3-'));
    const server = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: folder,
      configureBuckets: buckets.map((name) => ({ name })),
    });
    const { port: backPort } = await server.run();
    const proxy = createServer().listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return new S3Server(server, folder, backPort, proxy, address.port);
  }

  config(bucket: string, more: Partial<S3Config> = {}): S3Config {
    return {
      kind: 's3',
      endpoint: `http://127.0.0.1:${this.port}`,
      bucket,
      region: 'us-east-1',
      accessKeyId: ACCESS_KEY,
      secretAccessKey: SECRET_KEY,
      ...more,
    };
  }

  async stop(): Promise<void> {
    this.proxy.closeAllConnections();
    this.proxy.close();
    await this.server.close();
  }

  async #handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    this.seen.push({ line: `${incoming.method} ${incoming.url}`, headers: incoming.headers });
    const mischief = this.mischief(incoming, this.seen.length);
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    if (mischief === 'stall') return;
    if (mischief === 'cut the connection') {
      incoming.socket.destroy();
      return;
    }
    if (!isSigned(incoming, Buffer.concat(chunks))) {
      outgoing
        .writeHead(403, { 'content-type': 'application/xml' })
        .end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      return;
    }
    if (typeof mischief === 'object') {
      outgoing.writeHead(mischief.status, { 'content-type': 'application/xml' }).end(mischief.body ?? '');
      return;
    }
    if (this.conditional && incoming.method === 'PUT' && incoming.headers['if-none-match'] === '*') {
      // Not signed for, so asked of the folder itself: s3rver keeps an object as a file of this name.
      const path = join(this.folder, `${incoming.url}._S3rver_object`);
      if (existsSync(path)) {
        outgoing
          .writeHead(412, { 'content-type': 'application/xml' })
          .end('<Error><Code>PreconditionFailed</Code></Error>');
        return;
      }
    }
    const onward = request(
      // The Host header is signed, so it goes on as it came.
      {
        host: '127.0.0.1',
        port: this.backPort,
        method: incoming.method,
        path: incoming.url,
        headers: incoming.headers,
      },
      (answer) => {
        const body: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => body.push(chunk));
        answer.on('end', async () => {
          // s3rver answers a put before its file is written; S3 does not. A read right behind it would find half.
          if (incoming.method === 'PUT' && answer.statusCode === 200) {
            await untilSize(
              join(this.folder, `${incoming.url}._S3rver_object`),
              Buffer.concat(chunks).length,
            );
          }
          if (mischief === 'swallow the answer') return;
          const whole = Buffer.concat(body);
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          if (mischief === 'stall halfway') {
            outgoing.write(whole.subarray(0, whole.length >> 1));
            return;
          }
          if (mischief === 'change a byte' && whole.length > 0) whole[0] = (whole[0] as number) ^ 1;
          outgoing.end(whole);
        });
      },
    );
    onward.on('error', () => outgoing.destroy());
    onward.end(Buffer.concat(chunks));
  }
}

async function untilSize(path: string, sizeBytes: number): Promise<void> {
  while (!existsSync(path) || statSync(path).size !== sizeBytes) await pause(2);
}

/** Signs the request anew, with the headers that it says are signed and the body that came, and compares. */
function isSigned(incoming: IncomingMessage, body: Buffer): boolean {
  const given = incoming.headers.authorization ?? '';
  const names = given.match(/SignedHeaders=([^,]+)/)?.[1]?.split(';') ?? [];
  if (!names.includes('host') || !names.includes('x-amz-content-sha256')) return false;
  const headers = Object.fromEntries(names.map((name) => [name, String(incoming.headers[name])]));
  headers['x-amz-content-sha256'] = createHash('sha256').update(body).digest('hex');
  const signed = sign(
    { service: 's3', region: 'us-east-1', method: incoming.method, path: incoming.url, headers },
    { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY },
  );
  return signed.headers.Authorization === given;
}
