/** Request bodies: JSON within limits that are checked before anything is built of it. */

import { ApiError, invalid } from './errors.js';

/** Objects and lists inside one another; no body of ours goes beyond eight. */
export const MAX_JSON_DEPTH = 32;

/** Parses a body. Keys that could reach a prototype are refused. @throws ApiError `request-invalid`, `media-type` */
export function jsonBody(body: unknown): unknown {
  if (body === undefined || body === null) return undefined;
  if (!Buffer.isBuffer(body))
    throw new ApiError(415, 'media-type', 'Send JSON, with content type application/json.');
  if (body.length === 0) return undefined;
  assertShallow(body);
  let isForbidden = false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    return JSON.parse(text, (key, value) => {
      if (key === '__proto__') {
        isForbidden = true;
        throw new Error();
      }
      return value;
    });
  } catch {
    throw invalid(isForbidden ? 'body: holds a key that is refused' : 'body: expected JSON');
  }
}

/** Counts how deep brackets stand in one another, outside of texts, without parsing. */
function assertShallow(body: Buffer): void {
  let depth = 0;
  let isText = false;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i];
    if (isText) {
      if (byte === 0x5c) i++;
      else if (byte === 0x22) isText = false;
    } else if (byte === 0x22) isText = true;
    else if (byte === 0x7b || byte === 0x5b) {
      if (++depth > MAX_JSON_DEPTH)
        throw invalid(`body: expected at most ${MAX_JSON_DEPTH} lists or objects inside one another`);
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
}
