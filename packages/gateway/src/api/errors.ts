/** How the Twin API says no: a status, a stable code, and one sentence. Never a secret, a name or a clinical value; and nothing from which to tell what exists. */

import { ChainError } from '@twinseal/chain';
import { HealthError } from '@twinseal/health';
import { RecordError } from '@twinseal/record';
import { StoreError } from '@twinseal/store';
import { ZodError } from 'zod';
import { GatewayError } from '../errors.js';

/** Codes that every route may answer, with their status and what they mean; the reference page lists them. */
export const COMMON_ERRORS = {
  'request-invalid': [
    400,
    'The request is not of the form that the route expects; the message names the field.',
  ],
  'not-signed-in': [401, 'The route needs somebody who signed in, and the request brings no valid token.'],
  denied: [403, 'It is not permitted, or there is no such thing: the two answers are one.'],
  'not-found': [
    404,
    'The route does not exist; or, to somebody who is permitted, there is nothing in this place.',
  ],
  'too-large': [413, 'The body is larger than the route takes.'],
  'media-type': [415, 'The body is not JSON (content type application/json).'],
  'too-many': [429, 'The caller asks too often; the header retry-after says when to come again.'],
  'headers-too-large': [431, 'The headers are too many or too large.'],
  'chain-unavailable': [503, 'The chain does not answer here, and nothing is decided without it.'],
  'store-unavailable': [503, 'The database or the store does not answer here.'],
  'too-slow': [503, 'The answer was not ready in time.'],
  fault: [500, 'The gateway failed; its log says where.'],
} as const satisfies Readonly<Record<string, readonly [status: number, meaning: string]>>;

export type CommonError = keyof typeof COMMON_ERRORS;

/** A refusal with its words. Handlers throw it where none of the packages' errors says it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The one answer to whatever is not permitted, whether it exists or not. A handler that finds out late that something is not the caller's throws it as well. */
export function denied(): ApiError {
  return new ApiError(403, 'denied', 'You may not do that here, or there is no such thing.');
}

export function notSignedIn(): ApiError {
  return new ApiError(
    401,
    'not-signed-in',
    'Sign in first, and bring the token in the header authorization.',
    {
      'www-authenticate': 'Bearer',
    },
  );
}

/** To somebody who is permitted: there is nothing in this place. */
export function nothingThere(): ApiError {
  return new ApiError(404, 'not-found', 'There is nothing in this place.');
}

export function invalid(message: string): ApiError {
  return new ApiError(400, 'request-invalid', message);
}

export function tooMany(retryAfterS: number): ApiError {
  return new ApiError(429, 'too-many', 'You ask too often. Come again later.', {
    'retry-after': String(retryAfterS),
  });
}

export function tooSlow(what: string): ApiError {
  return new ApiError(503, 'too-slow', `The answer was not ready in time: ${what} Come again later.`, {
    'retry-after': '5',
  });
}

const RETRY = { 'retry-after': '5' };

/** What to answer to an error; undefined where it is a fault of the program. */
export function apiErrorOf(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof ZodError) {
    const first = error.issues[0];
    // Paths are names of ours, or places in a list; what stands there is not told.
    const path = first?.path.map(String).join('.') ?? '';
    return invalid(`${path === '' ? 'request' : path}: ${first?.message ?? 'not what is expected'}`);
  }
  if (error instanceof ChainError) {
    if (error.code === 'refused') return new ApiError(409, 'chain-refused', error.message);
    return new ApiError(
      503,
      'chain-unavailable',
      'The chain does not answer here; nothing that needs its word is done. Come again later.',
      RETRY,
    );
  }
  if (error instanceof StoreError) {
    return new ApiError(503, 'store-unavailable', 'The store does not answer here. Come again later.', RETRY);
  }
  if (error instanceof GatewayError) {
    const status = GATEWAY_STATUS[error.code] ?? 400;
    return new ApiError(status, error.code, error.message, status === 503 ? RETRY : {});
  }
  if (error instanceof HealthError || error instanceof RecordError) {
    return new ApiError(422, error.code, error.message);
  }
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown };
  if (statusCode === 413) return new ApiError(413, 'too-large', 'The body is larger than this route takes.');
  if (statusCode === 415)
    return new ApiError(415, 'media-type', 'Send JSON, with content type application/json.');
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return code === 'FST_ERR_NOT_FOUND'
      ? nothingThere()
      : invalid('request: not of the form that is expected');
  }
  if (error instanceof TypeError || error instanceof RangeError) {
    // By the house's rule a caller's mistake; but only where a message of that form names a field. Others are faults of ours.
    return /^[a-z][\w.-]{0,80}: expected /i.test(error.message) ? invalid(error.message) : undefined;
  }
  return undefined;
}

const GATEWAY_STATUS: Readonly<Record<string, number>> = {
  'twin-unknown': 404,
  'record-foreign': 409,
  'lane-behind': 409,
  'version-behind': 503,
  'settlement-due': 503,
  'not-the-patient': 403,
};
