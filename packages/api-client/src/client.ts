/**
 * A client of a gateway's Twin API. It knows the routes and their forms, and believes nothing of what they answer: what is sealed, signed or anchored is for the caller to check.
 */

import createClient, { type Client } from 'openapi-fetch';
import type { Paths } from './generated/paths.js';

export interface TwinClientOptions {
  /** Where the gateway is, such as `https://north.example`; no path. */
  readonly origin: string;
  /** The token of whoever signed in, asked for at every request, so that a new one is used at once. */
  readonly token?: () => string | undefined;
  /** The platform's by default. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** One method for each HTTP method; paths, parameters, bodies and answers are typed by the description of the API. */
export type TwinClient = Client<Paths>;

const API_PREFIX = '/api/v1';

/**
 * A client for one gateway.
 *
 *     const client = createTwinClient({ origin: 'https://north.example', token: () => token });
 *     const { data, error } = await client.GET('/twins/{twinId}/grants', { params: { path: { twinId } } });
 *
 * @throws TypeError where the origin is none
 */
export function createTwinClient({ origin, token, fetch }: TwinClientOptions): TwinClient {
  if (!URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new TypeError('origin: expected an origin, such as https://north.example');
  const client = createClient<Paths>({
    baseUrl: `${origin}${API_PREFIX}`,
    // A redirect would carry the token to whoever is named in it.
    redirect: 'error',
    credentials: 'omit',
    ...(fetch === undefined ? {} : { fetch }),
  });
  client.use({
    onRequest({ request }) {
      const current = token?.();
      if (current !== undefined) request.headers.set('authorization', `Bearer ${current}`);
      return request;
    },
  });
  return client;
}
