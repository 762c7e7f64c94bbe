/** Request bodies, as JSON without surprises. */

import { GatewayError } from '../errors.js';

/** Parses a body. Keys that could reach a prototype are refused. @throws GatewayError `request-invalid` */
export function parseJson(body: unknown): unknown {
  if (!Buffer.isBuffer(body))
    throw new GatewayError('request-invalid', 'body: expected JSON (content type application/json)');
  try {
    return JSON.parse(body.toString('utf8'), (key, value) => {
      if (key === '__proto__') throw new TypeError('forbidden key');
      return value;
    });
  } catch (cause) {
    throw new GatewayError('request-invalid', 'body: expected JSON', { cause });
  }
}
