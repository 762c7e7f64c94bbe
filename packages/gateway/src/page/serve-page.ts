/**
 * Serves the patient's page under `/me/`. Nobody has to be signed in for it: it holds nothing of anybody.
 *
 * Its policy lets no inline code run, and lets the page talk to this gateway and to the other gateways of the consortium's directory: their word on the chain it compares, and their receipts it
 * fetches. To nobody else, so that even a script that got in could send nothing out. Whoever checks against a node on the own machine opens the page under `/me/node/<port>/`,
 * and the policy has that one port as well.
 */

import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import { type PageFile, readPage } from './page-files.js';
import type { PageOrigins } from './page-origins.js';

/** Where it is served. */
export const PAGE_PREFIX = '/me';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The page's policy. @param origins of the other gateways @param nodePort of a node on the reader's own machine */
export function pagePolicy(origins: readonly string[], nodePort?: number): string {
  const node = nodePort === undefined ? [] : [`http://127.0.0.1:${nodePort}`, `http://localhost:${nodePort}`];
  const connect = ["'self'", ...origins, ...node].join(' ');
  return [
    "default-src 'none'",
    // The pairing library is WebAssembly; no other code is made at run time.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "worker-src 'self'",
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** @param folder where the bundler left the page */
export function servePage(pages: PageOrigins, folder?: string): FastifyPluginAsync {
  return async (app) => {
    const page = await readPage(folder);
    app.addHook('onSend', async (request, reply) => {
      const policy = pagePolicy(await pages.gateways(), nodePortOf(request.params));
      reply.header('content-security-policy', policy);
      reply.header('cross-origin-opener-policy', 'same-origin');
      reply.header('cross-origin-resource-policy', 'same-origin');
      reply.header(
        'permissions-policy',
        'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
      );
    });
    // The same page twice; the worker's script, which brings its own policy, lies beside each.
    for (const place of ['/', '/node/:port/']) {
      app.get(place, async (request, reply) => {
        const index = page?.get('');
        if (index === undefined)
          return reply.code(404).send({
            error: 'not-built',
            message: 'The patient\'s page is not built. Run "npm run build" in packages/portal.',
          });
        if (!hasGoodPort(request.params)) return nothing(reply);
        return send(reply, index);
      });
      app.get(`${place}assets/:name`, async (request, reply) => {
        const { name } = request.params as { name: string };
        const file = page?.get(`assets/${name}`);
        if (file === undefined || !hasGoodPort(request.params)) return nothing(reply);
        return send(reply, file);
      });
    }
  };
}

function nothing(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ error: 'not-found', message: 'There is nothing here.' });
}

function hasGoodPort(params: unknown): boolean {
  return (params as { port?: string }).port === undefined || nodePortOf(params) !== undefined;
}

function nodePortOf(params: unknown): number | undefined {
  // Of an address that is none there are no parameters.
  const { port } = (params ?? {}) as { port?: string };
  if (port === undefined || !/^[1-9][0-9]{0,4}$/.test(port)) return undefined;
  return Number(port) <= 65_535 ? Number(port) : undefined;
}

function send(
  reply: {
    header(name: string, value: string): unknown;
    type(type: string): { send(body: Buffer): unknown };
  },
  { bytes, type, isImmutable }: PageFile,
): unknown {
  if (isImmutable) reply.header('cache-control', IMMUTABLE);
  return reply.type(type).send(Buffer.from(bytes));
}
