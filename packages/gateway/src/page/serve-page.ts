/**
 * Serves the patient's page under `/me/`. Nobody has to be signed in for it: it holds nothing of anybody.
 *
 * Its policy lets no inline code run, and lets the page talk to this gateway, to the other gateways of the consortium (whose word on the chain it compares), and to a node on
 * the reader's own machine; to nobody else, so that even a script that got in could send nothing out.
 */

import type { FastifyPluginAsync } from 'fastify';
import type { GatewayService } from '../service/gateway-service.js';
import { type PageFile, readPage } from './page-files.js';

/** Where it is served. */
export const PAGE_PREFIX = '/me';

/** How long the list of gateways in the policy is used again, in ms. */
const ORIGINS_TTL_MS = 30_000;
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The page's policy. @param origins of the other gateways */
export function pagePolicy(origins: readonly string[]): string {
  const connect = ["'self'", ...origins, 'http://127.0.0.1:*', 'http://localhost:*'].join(' ');
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
export function servePage(service: GatewayService, folder?: string): FastifyPluginAsync {
  let known: { origins: readonly string[]; readonly untilMs: number } | undefined;
  const origins = async (): Promise<readonly string[]> => {
    if (known !== undefined && known.untilMs > Date.now()) return known.origins;
    try {
      const hospitals = await service.gateway.chain.hospitals();
      const active = hospitals.filter(({ status }) => status === 1);
      known = {
        origins: [...new Set(active.flatMap(({ endpoint }) => originOf(endpoint)))].sort(),
        untilMs: Date.now() + ORIGINS_TTL_MS,
      };
    } catch (error) {
      // Without the chain the page comes up all the same, and says what it cannot check.
      if ((error as { name?: string }).name !== 'ChainError') throw error;
    }
    return known?.origins ?? [];
  };
  return async (app) => {
    const page = await readPage(folder);
    app.addHook('onSend', async (_request, reply) => {
      reply.header('content-security-policy', pagePolicy(await origins()));
      reply.header('cross-origin-opener-policy', 'same-origin');
      reply.header('cross-origin-resource-policy', 'same-origin');
      reply.header(
        'permissions-policy',
        'camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
      );
    });
    app.get('/', async (_request, reply) => {
      const index = page?.get('');
      if (index === undefined)
        return reply.code(404).send({
          error: 'not-built',
          message: 'The patient\'s page is not built. Run "npm run build" in packages/portal.',
        });
      return send(reply, index);
    });
    app.get('/assets/:name', async (request, reply) => {
      const { name } = request.params as { name: string };
      const file = page?.get(`assets/${name}`);
      if (file === undefined)
        return reply.code(404).send({ error: 'not-found', message: 'There is nothing here.' });
      return send(reply, file);
    });
  };
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

/** Only what a browser may be told to talk to: an origin, nothing that could break out of the policy. */
function originOf(endpoint: string): string[] {
  if (!URL.canParse(endpoint)) return [];
  const { origin, protocol } = new URL(endpoint);
  return (protocol === 'http:' || protocol === 'https:') && /^https?:\/\/[A-Za-z0-9.:[\]-]+$/.test(origin)
    ? [origin]
    : [];
}
