/** The description of the API by itself. */

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openApiDocument } from './openapi.js';
import { type ApiRoute, route } from './route.js';

/** @param routes all others */
export function openApiRoutes(routes: () => readonly ApiRoute[]): readonly ApiRoute[] {
  let document: Record<string, unknown> | undefined;
  const own: ApiRoute[] = [
    route({
      method: 'GET',
      path: '/openapi.json',
      id: 'openapi',
      summary: 'This description',
      description: 'OpenAPI 3.1, made from the routes that the gateway serves.',
      tag: 'public',
      operation: 'read-public',
      cors: true,
      answer: z.looseObject({ openapi: z.string() }),
      handle: async () => {
        document ??= openApiDocument([...own, ...routes()], productVersion());
        return document;
      },
    }),
  ];
  return own;
}

/** The version of this package. */
export function productVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
